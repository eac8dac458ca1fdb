// `accept`: writes what was found today into the baseline, with a reason, so that only what is new fails from now on;
// or removes the entries whose finding is gone. Says then what a check would say.

import { UsageError } from '../errors.ts';
import type { Acceptance, Applied, Baseline, BaselineEntry } from '../findings/baseline.ts';
import type { Finding } from '../findings/finding.ts';
import type { Notice } from '../findings/notice.ts';
import { fits } from '../findings/pattern.ts';
import { named } from '../findings/prose.ts';
import { isAcceptable } from '../findings/rules.ts';
import { pathsOf } from '../project/types-file/types-file.ts';
import type { Report } from '../report/report.ts';
import { type AuditOptions, type AuditPorts, auditFound } from './audit.ts';
import { applyBy, type Found, judgeOf, withBaseline } from './baseline.ts';
import { baselineWith, removedFrom } from './baseline-writing.ts';
import { readAndCompare, reportOf } from './check.ts';

export interface AcceptOptions extends AuditOptions {
  /** Given: what an audit of it finds is accepted, and not what a check finds. */
  liveUrl?: string | undefined;
  reason?: string | undefined;
  owner?: string | undefined;
  /** The last day on which it is accepted, `YYYY-MM-DD`. */
  expires?: string | undefined;
  /** Patterns of objects, `*` for any characters; none: everything. */
  object: readonly string[];
  /** Remove stale entries, and accept nothing. */
  prune: boolean;
  /** The types files that the user named. */
  types: readonly string[];
}

/** Writes the baseline, unless it says all that already. Throws as `check` and `audit` do, and then has written nothing. */
export async function accept(options: AcceptOptions, ports: AuditPorts): Promise<Report> {
  const acceptance = options.prune ? undefined : acceptanceOf(options, ports.today());
  const isAudit = options.liveUrl !== undefined;
  const found = isAudit ? await auditFound(options, ports) : await checkFound(options, ports);
  const { baseline, judge, project, files } = found;
  const applied = applyBy(judge, found.findings, baseline);
  const next =
    acceptance === undefined
      ? pruned(baseline, applied)
      : withAccepted(baseline, chosenOf(applied, options.object), (finding) => ({
          ...acceptance,
          ...(options.types.length > 0 &&
            judge.foundIn.has(finding.fingerprint) && { types: pathsOf(project.typesFiles) }),
        }));
  const reportWith = (written: Baseline): Report => ({ ...found.reportWith(written), command: 'accept' });
  if (next.count === 0) {
    const report = reportWith(baseline);
    return { ...report, notices: [nothingWritten(options, baseline), ...report.notices] };
  }
  const written = await baselineWith(next.entries, project, files);
  await files.replaceText(baseline.path, written.after);
  return { ...reportWith(written.baseline), done: deed(options, next.count, applied, baseline) };
}

async function checkFound(options: AcceptOptions, ports: AuditPorts): Promise<Found> {
  const { scope, baseline } = await readAndCompare(options, ports);
  const { project, comparison, files } = scope;
  if (comparison.generated === undefined) throw nothingCompared();
  const judge = judgeOf(scope, options.repeat);
  const reportWith: Found['reportWith'] = (held) =>
    withBaseline(reportOf('accept', scope, options.repeat), held, judge);
  return { project, files, baseline, judge, findings: comparison.findings, reportWith };
}

function acceptanceOf({ reason, owner, expires }: AcceptOptions, today: string): Acceptance {
  if (reason === undefined) {
    throw new UsageError({
      message: '`--reason` is missing.',
      remedy: 'Say in a sentence why the findings are accepted, or give `--prune` to remove stale entries.',
    });
  }
  if (expires !== undefined && expires < today) {
    throw new UsageError({
      message: `\`--expires ${expires}\` has passed: today is ${today} (UTC).`,
      remedy: 'Give today or a later day, or leave `--expires` out.',
    });
  }
  return {
    reason,
    ...(owner !== undefined && { owner }),
    date: today,
    ...(expires !== undefined && { expires }),
  };
}

const nothingCompared = (): UsageError =>
  new UsageError({
    message:
      'The migrations can not be replayed to their end, so nothing was compared, and the baseline was not written.',
    remedy:
      'Fix first what `drift-gate check` names: a baseline that accepted it would hide all that lies behind it.',
  });

/** The entries to write, and how many of them are new, gone or renewed. */
interface Next {
  entries: BaselineEntry[];
  count: number;
}

/** Without stale entries, and those that name findings as earlier versions did renewed: one for each of its findings. */
function pruned({ entries }: Baseline, { stale, former }: Applied): Next {
  const gone = new Set([...stale, ...former.map(({ entry }) => entry)]);
  const kept = entries.filter((entry) => !gone.has(entry));
  const known = new Set(kept.map(({ fingerprint }) => fingerprint));
  const renewed = former
    .filter(({ finding }) => !known.has(finding.fingerprint))
    .map(({ entry, finding: { id, ruleId, fingerprint } }) => ({
      ...entry,
      object: id,
      rule: ruleId,
      fingerprint,
    }));
  return { entries: [...kept, ...renewed], count: gone.size };
}

/** An entry that has expired, or was made for other types files, is replaced; all others stay as they are. */
function withAccepted(
  { entries }: Baseline,
  findings: readonly Finding[],
  acceptanceOfOne: (finding: Finding) => Omit<BaselineEntry, 'object' | 'rule' | 'fingerprint'>,
): Next {
  const known = new Map(entries.map((entry) => [entry.fingerprint, entry.types]));
  const added = new Map(
    findings.map((finding) => {
      const { id, ruleId, fingerprint } = finding;
      const acceptance = acceptanceOfOne(finding);
      const before = known.get(fingerprint) ?? [];
      const types = acceptance.types && [...new Set([...acceptance.types, ...before])].sort();
      const entry = { ...acceptance, ...(types && { types }), object: id, rule: ruleId, fingerprint };
      return [fingerprint, entry];
    }),
  );
  const kept = entries.filter(({ fingerprint }) => !added.has(fingerprint));
  return { entries: [...kept, ...added.values()], count: added.size };
}

/** The findings to accept. Throws UsageError for a pattern that fits none, be it accepted already. */
function chosenOf({ active, accepted }: Applied, patterns: readonly string[]): Finding[] {
  for (const pattern of patterns)
    if (![...active, ...accepted].some((finding) => fits(finding, pattern))) throw fitsNothing(pattern);
  return active.filter(
    (finding) =>
      isAcceptable(finding.ruleId) &&
      (patterns.length === 0 || patterns.some((pattern) => fits(finding, pattern))),
  );
}

const fitsNothing = (pattern: string): UsageError =>
  new UsageError({
    message: `${named(`--object ${pattern}`)} matches no finding.`,
    remedy:
      'Write objects as the report of `drift-gate check` or `drift-gate audit` does, `*` for any characters.',
  });

function nothingWritten({ prune }: AcceptOptions, { path }: Baseline): Notice {
  const why = prune ? `No entry of ${named(path)} is stale` : 'There is nothing new to accept';
  return {
    code: 'baseline',
    message: `${why}, so ${prune ? 'nothing' : named(path)} was ${prune ? '' : 'not '}written.`,
  };
}

function deed(
  { prune }: AcceptOptions,
  count: number,
  { stale }: Applied,
  { path }: Baseline,
): NonNullable<Report['done']> {
  if (!prune)
    return {
      kind: 'accepted',
      sentences: [`${count === 1 ? '1 change' : `${count} changes`} in ${named(path)}; commit the file.`],
    };
  const renewed = count - stale.length;
  return {
    kind: 'pruned',
    sentences: [
      ...(stale.length > 0 ? [removedFrom(path, stale.length, 'stale ')] : []),
      ...(renewed > 0
        ? [`Renewed ${renewed === 1 ? '1 entry' : `${renewed} entries`} in ${named(path)}; commit the file.`]
        : []),
    ],
  };
}
