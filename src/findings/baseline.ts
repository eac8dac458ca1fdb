// The baseline: drift that a team accepts for now, an entry each with its reason. It may only shrink: an entry whose
// finding is gone is stale, one whose day has passed has expired, and both are findings themselves.

import { type Finding, type Identity, makeFinding } from './finding.ts';
import { named } from './prose.ts';
import { isOfAudit, RULES, type RuleId } from './rules.ts';
import { visible } from './visible.ts';

/** Why and by whom a finding is accepted. Dates are `YYYY-MM-DD`; the day of `expires` is the last that counts. */
export interface Acceptance {
  reason: string;
  owner?: string;
  date: string;
  expires?: string;
}

export interface BaselineEntry extends Acceptance {
  /** The finding's object as text, and its rule: what people read. All three must fit the finding. */
  object: string;
  rule: RuleId;
  fingerprint: string;
  /** The types files that were compared when it was accepted, if `--types` named them: it holds for no others. */
  types?: string[];
}

export interface Baseline {
  /** Path relative to the project. */
  path: string;
  entries: readonly BaselineEntry[];
  /** The line of each entry, by fingerprint. */
  lines: ReadonlyMap<string, number>;
}

export interface AcceptedFinding extends Finding {
  acceptance: Acceptance;
}

/** Findings held against a baseline. */
export interface Applied {
  active: Finding[];
  accepted: AcceptedFinding[];
  stale: BaselineEntry[];
  /** Their findings are active. */
  expired: Match[];
  /** Entries that name their findings as earlier versions did: one may stand for several. */
  former: Match[];
  /** Entries without a finding where nobody looked: nothing is known of them. */
  unseen: BaselineEntry[];
}

export interface Match {
  entry: BaselineEntry;
  finding: Finding;
}

/** What tells whether an entry without a finding is stale. */
export interface Looked {
  /** Today, `YYYY-MM-DD`. */
  today: string;
  /** Whether the finding of an entry would have been found, were it still there. */
  isLookedAt(entry: BaselineEntry): boolean;
  /** Whether the entry of a finding was made for all the types files that have it. */
  holdsFor(entry: BaselineEntry, finding: Finding): boolean;
}

/** Holds findings against a baseline. Each finding is active or accepted; the order stays. */
export function applyBaseline(
  findings: readonly Finding[],
  { entries }: Pick<Baseline, 'entries'>,
  { today, isLookedAt, holdsFor }: Looked,
): Applied {
  const byFinding = new Map(
    entries.map((entry) => [keyOf(entry.fingerprint, entry.rule, entry.object), entry]),
  );
  const applied: Applied = { active: [], accepted: [], stale: [], expired: [], former: [], unseen: [] };
  const entriesOf = (named: readonly Identity[] = []): BaselineEntry[] =>
    named.flatMap(({ fingerprint, ruleId, id }) => byFinding.get(keyOf(fingerprint, ruleId, id)) ?? []);
  const met = new Set<BaselineEntry>();
  for (const finding of findings) {
    const [own, former] = [entriesOf([finding]), entriesOf(finding.former)];
    const [entry] = [...own, ...former];
    for (const one of [...entriesOf(finding.covers), ...own, ...former]) met.add(one);
    applied.former.push(...former.map((one) => ({ entry: one, finding })));
    if (entry === undefined || hasExpired(entry, today) || !holdsFor(entry, finding))
      applied.active.push(finding);
    else applied.accepted.push({ ...finding, acceptance: acceptanceOf(entry) });
    if (entry !== undefined && hasExpired(entry, today)) applied.expired.push({ entry, finding });
  }
  for (const entry of entries)
    if (!met.has(entry)) (isLookedAt(entry) ? applied.stale : applied.unseen).push(entry);
  return applied;
}

const keyOf = (...identity: readonly string[]): string => JSON.stringify(identity);

const hasExpired = ({ expires }: Acceptance, today: string): boolean =>
  expires !== undefined && expires < today;

function acceptanceOf({ reason, owner, date, expires }: BaselineEntry): Acceptance {
  return { reason, ...(owner !== undefined && { owner }), date, ...(expires !== undefined && { expires }) };
}

/** `accepted on 2026-01-31 by the platform team until 2026-06-30`. */
export const acceptedWords = ({ date, owner, expires }: Acceptance): string =>
  [
    `accepted on ${date}`,
    ...(owner === undefined ? [] : [`by ${visible(owner)}`]),
    ...(expires === undefined ? [] : [`until ${expires}`]),
  ].join(' ');

const reasonWords = ({ reason }: Acceptance): string => visible(reason).replace(/\.?$/, '.');

/** What the baseline itself is at fault with: a finding for each entry that is stale or has expired. */
export function baselineFindings(
  { stale, expired }: Pick<Applied, 'stale' | 'expired'>,
  baseline: Baseline,
): Finding[] {
  const subject = { kind: 'file', name: baseline.path } as const;
  const locationOf = ({ fingerprint }: BaselineEntry) => ({
    file: baseline.path,
    line: baseline.lines.get(fingerprint) ?? 1,
  });
  return [
    ...stale.map((entry) =>
      makeFinding({
        ruleId: 'stale-baseline-entry',
        subject,
        location: locationOf(entry),
        remedy: remedyOf('stale-baseline-entry', entry),
        message: `${named(entry.object)} no longer has the drift ${named(entry.rule)} that was ${acceptedWords(entry)}: ${reasonWords(entry)}`,
        salient: [entry.fingerprint],
      }),
    ),
    ...[...new Map(expired.map((match) => [match.entry, match])).values()].map(
      ({ entry, finding: { compatibility } }) =>
        makeFinding({
          ruleId: 'expired-baseline-entry',
          // It weighs as much as the drift that it let pass.
          ...(compatibility !== undefined && { compatibility }),
          subject,
          location: locationOf(entry),
          remedy: remedyOf('expired-baseline-entry', entry),
          message: `${named(entry.object)} has the drift ${named(entry.rule)} still, which was ${acceptedWords(entry)}: ${reasonWords(entry)}`,
          salient: [entry.fingerprint],
        }),
    ),
  ];
}

/** What an audit found is pruned and accepted by one. The address is a secret: the shell puts it in. */
const remedyOf = (ruleId: RuleId, { rule }: BaselineEntry): string =>
  isOfAudit(rule)
    ? RULES[ruleId].remedy.replace('drift-gate accept', `drift-gate accept ${AGAIN}`)
    : RULES[ruleId].remedy;

const AGAIN = '--live "$SUPABASE_DB_URL"';
