// Every object of a report, with where it stands: those of the inventory, and others with a schema that findings are about.

import { createHash } from 'node:crypto';
import type { AcceptedFinding } from '../findings/baseline.ts';
import type { Finding } from '../findings/finding.ts';
import { ownerOf, owningObject } from '../findings/object-id.ts';
import { visible } from '../findings/visible.ts';
import { byText, groupBy } from '../match.ts';
import type { Definition, InventoryItem, InventoryRelation, Report, Verdict } from './report.ts';
import { isOfLive, VERDICTS } from './verdicts.ts';

/** A verdict, told apart further where a reader would ask, or what stands for one where no audit was made. */
export type Standing =
  | Verdict
  | 'altered'
  | 'pending'
  | 'drifted'
  | 'accepted'
  | 'as-committed'
  | 'not-compared';

export type Tone = 'red' | 'amber' | 'green' | 'blue' | 'violet' | 'muted';

/** How each is worded, explained and painted; what is worse stands first. */
export const STANDINGS = {
  'base-schema-drift': {
    words: VERDICTS['base-schema-drift'],
    meaning: 'live, and no migration creates it',
    tone: 'red',
  },
  'not-live': {
    words: VERDICTS['not-live'],
    meaning: 'created in Git, not in the live database',
    tone: 'violet',
  },
  altered: { words: 'altered', meaning: 'live and in Git, and different', tone: 'amber' },
  'types-out-of-date': {
    words: VERDICTS['types-out-of-date'],
    meaning: 'the committed types fit neither',
    tone: 'blue',
  },
  drifted: { words: 'drifted', meaning: 'the committed types and the migrations differ', tone: 'red' },
  external: { words: VERDICTS.external, meaning: 'only in the live database', tone: 'muted' },
  accepted: { words: 'accepted', meaning: 'it drifted, and the baseline accepts that', tone: 'muted' },
  pending: {
    words: 'pending',
    meaning: 'created only by migrations that are not applied yet',
    tone: 'muted',
  },
  'not-compared': { words: 'not compared', meaning: 'nothing was compared with it', tone: 'muted' },
  tracked: { words: VERDICTS.tracked, meaning: 'live and created in Git', tone: 'green' },
  'as-committed': { words: 'as committed', meaning: 'the committed types have it as it is', tone: 'green' },
} as const satisfies Record<Standing, { words: string; meaning: string; tone: Tone }>;

export interface ReportObject {
  /** The same in every report that has the object. */
  anchor: string;
  id: string;
  kind: string;
  /** Absent for what the inventory does not list. */
  listed?: InventoryRelation | InventoryItem;
  standing: Standing;
  /** Something about it fails; what the baseline accepts does not. */
  isDrift: boolean;
  findings: Finding[];
  accepted: AcceptedFinding[];
  definitions: Definition[];
}

/** A function may have the name of a table. */
const keyOf = (kind: string, id: string): string => `${kind === 'function' ? kind : ''} ${id}`;

const subjectKey = ({ subject }: Finding): string => keyOf(subject.kind, owningObject(subject));

/** Of a function, whose definition tells its arguments too, and of all else. */
const definitionKey = ({ id }: Definition): string => {
  const [, name] = /^((?:"[^"]*"|[^"(])+)\(.*\)$/s.exec(id) ?? [];
  return name === undefined ? keyOf('', id) : keyOf('function', name);
};

export const hasSchema = ({ subject }: Finding): boolean => 'schema' in subject;

/** The objects of a report, what drifted first, then by name. */
export function reportObjects(report: Report): ReportObject[] {
  const { inventory, findings, accepted = [], definitions = [] } = report;
  const all = [...(inventory?.relations ?? []), ...(inventory?.items ?? [])];
  const listed = new Map(all.map((object) => [keyOf(object.kind, object.id), object]));
  const own = groupBy(findings.filter(hasSchema), subjectKey);
  const ownAccepted = groupBy(accepted.filter(hasSchema), subjectKey);
  const sources = groupBy(definitions, definitionKey);
  const objects = [...new Set([...listed.keys(), ...own.keys(), ...ownAccepted.keys()])].flatMap((key) =>
    objectOf(report, listed.get(key), {
      findings: own.get(key) ?? [],
      accepted: ownAccepted.get(key) ?? [],
      definitions: sources.get(key) ?? [],
    }),
  );
  return objects.sort((a, b) => rankOf(a) - rankOf(b) || byText(a.id, b.id));
}

type About = Pick<ReportObject, 'findings' | 'accepted' | 'definitions'>;

function objectOf(report: Report, listed: ReportObject['listed'], about: About): ReportObject[] {
  const [first] = [...about.findings, ...about.accepted];
  const named = listed ?? (first && ownerIn(first));
  if (named === undefined) return [];
  const standing = standingOf(report, listed, about);
  return [
    {
      anchor: anchorOf(named.kind, named.id),
      id: named.id,
      kind: named.kind.replaceAll('-', ' '),
      ...(listed && { listed }),
      standing,
      isDrift: about.findings.length > 0 || (about.accepted.length === 0 && FAILING.has(standing)),
      ...about,
    },
  ];
}

const ownerIn = ({ subject }: Finding): { kind: string; id: string } => ({
  kind: (ownerOf(subject) ?? subject).kind,
  id: owningObject(subject),
});

const anchorOf = (kind: string, id: string): string =>
  `o-${createHash('sha256').update(keyOf(kind, id)).digest('hex').slice(0, 10)}`;

const FAILING: ReadonlySet<Standing> = new Set(['base-schema-drift', 'not-live', 'types-out-of-date']);

/** The verdict, or, where that is well or there is none, what findings say of the object. */
function standingOf(report: Report, listed: ReportObject['listed'], { findings, accepted }: About): Standing {
  const verdict = listed?.verdict;
  if (verdict !== undefined && verdict !== 'tracked') return verdict;
  if (findings.length > 0) return isOfLive(report) ? onOneSide(findings) : 'drifted';
  if (accepted.length > 0) return 'accepted';
  if (listed?.pending && !listed.live) return 'pending';
  if (verdict === 'tracked') return verdict;
  return report.compared !== undefined && listed?.types === true ? 'as-committed' : 'not-compared';
}

/** What only one side has, for example an index, is not altered. */
function onOneSide(findings: readonly Finding[]): Standing {
  const isWhole = ({ subject }: Finding): boolean => ownerOf(subject) === undefined;
  const rule = findings.find(isWhole)?.ruleId;
  return rule === 'unmanaged' ? 'base-schema-drift' : rule === 'missing' ? 'not-live' : 'altered';
}

const ORDER = Object.keys(STANDINGS);

const rankOf = ({ isDrift, standing }: ReportObject): number =>
  (isDrift ? 0 : ORDER.length) + ORDER.indexOf(standing);

/** Where objects stand in the page, by their text as people see it; of a table and a function of one name, the table. */
export const anchorsOf = (objects: readonly ReportObject[]): Map<string, string> =>
  new Map(
    [...objects]
      .sort((a, b) => Number(b.kind === 'function') - Number(a.kind === 'function'))
      .map(({ id, anchor }) => [visible(id), anchor]),
  );

/** How many objects stand where, the worst first. */
export const countsByStanding = (objects: readonly ReportObject[]): [Standing, number][] =>
  [...groupBy(objects, ({ standing }) => standing).values()]
    .flatMap((own): [Standing, number][] => own.slice(0, 1).map(({ standing }) => [standing, own.length]))
    .sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b));
