// The rows of the page's table: every object of the inventory, and every other one with a schema that findings are about.

import { createHash } from 'node:crypto';
import type { AcceptedFinding } from '../../findings/baseline.ts';
import type { Finding } from '../../findings/finding.ts';
import { ownerOf, owningObject } from '../../findings/object-id.ts';
import { byText, groupBy } from '../../match.ts';
import type { Definition, InventoryItem, InventoryRelation, Report } from '../report.ts';
import { isOfLive } from '../verdicts.ts';
import { STANDINGS, type Standing } from './words.ts';

type InventoryObject = InventoryRelation | InventoryItem;

export interface Row {
  /** The same in every report that has the object. */
  anchor: string;
  id: string;
  kind: string;
  /** Absent for what the inventory does not list. */
  object?: InventoryObject;
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

/** The rows of a report, what drifted first, then by name. */
export function rowsOf(report: Report): Row[] {
  const { inventory, findings, accepted = [], definitions = [] } = report;
  const listed = [...(inventory?.relations ?? []), ...(inventory?.items ?? [])];
  const objects = new Map(listed.map((object) => [keyOf(object.kind, object.id), object]));
  const own = groupBy(findings.filter(hasSchema), subjectKey);
  const ownAccepted = groupBy(accepted.filter(hasSchema), subjectKey);
  const sources = groupBy(definitions, definitionKey);
  const rows = [...new Set([...objects.keys(), ...own.keys(), ...ownAccepted.keys()])].flatMap((key) =>
    rowOf(report, objects.get(key), {
      findings: own.get(key) ?? [],
      accepted: ownAccepted.get(key) ?? [],
      definitions: sources.get(key) ?? [],
    }),
  );
  return rows.sort((a, b) => rankOf(a) - rankOf(b) || byText(a.id, b.id));
}

function rowOf(
  report: Report,
  object: InventoryObject | undefined,
  about: Pick<Row, 'findings' | 'accepted' | 'definitions'>,
): Row[] {
  const [first] = [...about.findings, ...about.accepted];
  const named = object ?? (first && ownerIn(first));
  if (named === undefined) return [];
  const standing = standingOf(report, object, about);
  return [
    {
      anchor: anchorOf(named.kind, named.id),
      id: named.id,
      kind: named.kind.replaceAll('-', ' '),
      ...(object && { object }),
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

/** Where an object stands in the page, the same in every report. */
export const anchorOf = (kind: string, id: string): string =>
  `o-${createHash('sha256').update(keyOf(kind, id)).digest('hex').slice(0, 10)}`;

const FAILING: ReadonlySet<Standing> = new Set(['base-schema-drift', 'not-live', 'types-out-of-date']);

function standingOf(
  report: Report,
  object: InventoryObject | undefined,
  { findings, accepted }: Pick<Row, 'findings' | 'accepted'>,
): Standing {
  const verdict = object?.verdict;
  if (verdict !== undefined && verdict !== 'tracked') return verdict;
  if (findings.length > 0) return isOfLive(report) ? 'altered' : 'drifted';
  if (accepted.length > 0) return 'accepted';
  if (object?.pending) return 'pending';
  if (verdict === 'tracked') return verdict;
  return report.compared !== undefined && object?.types === true ? 'as-committed' : 'not-compared';
}

const ORDER = Object.keys(STANDINGS);

const rankOf = ({ isDrift, standing }: Row): number => (isDrift ? 0 : ORDER.length) + ORDER.indexOf(standing);

/** Where the objects of a report stand in its page, by their text; of a table and a function of one name, the table. */
export const anchorsOf = (rows: readonly Row[]): Map<string, string> =>
  new Map(
    [...rows]
      .sort((a, b) => Number(b.kind === 'function') - Number(a.kind === 'function'))
      .map(({ id, anchor }) => [id, anchor]),
  );

/** How many rows stand where, in the order of the page. */
export const standingsOf = (rows: readonly Row[]): [Standing, number][] =>
  [...groupBy(rows, ({ standing }) => standing).values()]
    .flatMap((own): [Standing, number][] => own.slice(0, 1).map(({ standing }) => [standing, own.length]))
    .sort(([a], [b]) => ORDER.indexOf(a) - ORDER.indexOf(b));
