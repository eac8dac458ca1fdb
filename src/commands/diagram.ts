// What a picture of the drift shows: the drifted relations with what changed in each, and the foreign keys among them.

import type { Finding } from '../findings/finding.ts';
import { isRelation } from '../findings/kinds.ts';
import { formatObjectId, type ObjectId, ownerOf } from '../findings/object-id.ts';
import { groupBy } from '../match.ts';
import type {
  Diagram,
  DiagramChange,
  DiagramColumn,
  DiagramLink,
  DiagramRelation,
} from '../report/diagram.ts';
import { type DatabaseTypes, type Relation, type Relationship, typeText } from '../types/model.ts';

/** More relations than this make no picture that anybody reads. */
export const MOST_RELATIONS = 12;

interface Name {
  schema: string;
  name: string;
}

/** A drifted relation on both sides, and what was found of it. */
interface Drifted extends Name {
  committed: Relation | undefined;
  generated: Relation | undefined;
  /** Its foreign keys on either side. */
  keys: { committed: Relationship[]; generated: Relationship[] };
  /** Its name in the committed types. */
  old: string;
  findings: readonly Finding[];
}

/**
 * The diagram of what was found.
 * @returns undefined when no relation drifted, or more than a picture can show
 */
export function diagramOf(
  findings: readonly Finding[],
  committed: readonly DatabaseTypes[],
  generated: DatabaseTypes,
): Diagram | undefined {
  const groups = groupBy(findings.filter(isOfRelation), ({ subject }) => JSON.stringify(relationOf(subject)));
  if (groups.size === 0 || groups.size > MOST_RELATIONS) return undefined;
  const drifted = [...groups.values()].flatMap((own) => driftedOf(own, committed, generated));
  const links = drifted.flatMap((one) => linksOf(one, drifted));
  const relations = drifted.map((one) => relationIn(one, links));
  return { relations: [...relations, ...neighbours(relations, links)], links };
}

function relationOf(subject: ObjectId): Name | undefined {
  const object = ownerOf(subject) ?? subject;
  return isRelation(object) ? { schema: object.schema, name: object.name } : undefined;
}

const isOfRelation = ({ ruleId, subject }: Finding): boolean =>
  /^(?:relation|column|relationship)-/.test(ruleId) && relationOf(subject) !== undefined;

function driftedOf(
  findings: readonly Finding[],
  committed: readonly DatabaseTypes[],
  generated: DatabaseTypes,
): Drifted[] {
  const at = findings[0] && relationOf(findings[0].subject);
  if (at === undefined) return [];
  const old = { ...at, name: ofRule(findings, 'relation-renamed')?.committed ?? at.name };
  const home = committed.find((types) => find(types, old) !== undefined);
  const [before, after] = [home && find(home, old), find(generated, at)];
  const keys = { committed: foreignKeys(before, home, at), generated: foreignKeys(after, generated, at) };
  return [{ ...at, committed: before, generated: after, keys, old: old.name, findings }];
}

/** The relationships of a table to tables: generators repeat each for the views that show its columns. */
const foreignKeys = (
  relation: Relation | undefined,
  types: DatabaseTypes | undefined,
  { schema }: Name,
): Relationship[] =>
  relation?.kind !== 'table' || types === undefined
    ? []
    : (relation.relationships ?? []).filter(
        ({ referencedRelation: name }) => find(types, { schema, name })?.kind !== 'view',
      );

const find = ({ schemas }: DatabaseTypes, { schema, name }: Name): Relation | undefined =>
  schemas.get(schema)?.relations.get(name);

const ofRule = (findings: readonly Finding[], ruleId: Finding['ruleId']): Finding | undefined =>
  findings.find((finding) => finding.ruleId === ruleId);

const idOf = ({ schema, name }: Name): string => formatObjectId({ kind: 'table', schema, name });

/** What a finding says of its subject: the change, and of a value that differs the committed one. */
function changeOf({ ruleId, committed }: Finding): { change: DiagramChange; was?: string } {
  if (ruleId.endsWith('-added')) return { change: 'added' };
  if (ruleId.endsWith('-removed')) return { change: 'removed' };
  return {
    change: ruleId.endsWith('-renamed') ? 'renamed' : 'changed',
    ...(committed !== undefined && { was: committed }),
  };
}

function relationIn(drifted: Drifted, links: readonly DiagramLink[]): DiagramRelation {
  const { committed, generated, findings } = drifted;
  const own = findings.find(({ ruleId }) => ruleId.startsWith('relation-'));
  const isWhole = own !== undefined && /-(?:added|removed)$/.test(own.ruleId);
  const keys = new Set(links.filter(({ from }) => from === idOf(drifted)).flatMap(({ columns }) => columns));
  const names = isWhole
    ? [...((generated ?? committed)?.shapes.Row?.keys() ?? [])]
    : [...new Set([...findings.flatMap(columnName), ...keys])];
  return {
    id: idOf(drifted),
    kind: (generated ?? committed)?.kind ?? 'table',
    ...(own && changeOf(own)),
    columns: names.map((name) => columnIn(drifted, name, keys.has(name))),
  };
}

const columnName = ({ subject }: Finding): string[] => (subject.kind === 'column' ? [subject.name] : []);

function columnIn({ committed, generated, findings }: Drifted, name: string, isKey: boolean): DiagramColumn {
  const [finding] = findings.filter(({ subject }) => subject.kind === 'column' && subject.name === name);
  const member = generated?.shapes.Row?.get(name) ?? committed?.shapes.Row?.get(name);
  return {
    name,
    type: member ? typeText(member.type) : 'unknown',
    ...(isKey && { isKey: true as const }),
    ...(finding && changeOf(finding)),
  };
}

/** Foreign keys among drifted relations, those that drifted, and those of a table that came or went. Types name no schema: it is the same. */
function linksOf(one: Drifted, all: readonly Drifted[]): DiagramLink[] {
  const drifting = new Map(
    one.findings.flatMap(({ subject, ruleId }) =>
      subject.kind === 'relationship' ? [[subject.name, linkChange(ruleId)] as const] : [],
    ),
  );
  const { committed, generated } = one.keys;
  const gone = committed.filter(
    (key) =>
      (one.generated === undefined || drifting.get(key.name) === 'removed') && !generated.some(isSame(key)),
  );
  return [...gone, ...generated].flatMap((key) => {
    // What came or went may be a way through a view, and the key as it was.
    const isOnBothSides = committed.some(isSame(key)) && generated.some(isSame(key));
    const drift = drifting.get(key.name);
    const change = drift !== 'changed' && isOnBothSides ? undefined : drift;
    const name = key.referencedRelation;
    const isOther = (other: Drifted): boolean => [other.name, other.old].includes(name);
    const target = all.find((other) => other.schema === one.schema && isOther(other));
    const isWhole = one.committed === undefined || one.generated === undefined;
    if (target === undefined && change === undefined && !isWhole) return [];
    return [linkOf(one, target ?? { schema: one.schema, name }, key, change)];
  });
}

const isSame =
  ({ name, referencedRelation }: Relationship) =>
  (other: Relationship): boolean =>
    other.name === name && other.referencedRelation === referencedRelation;

const linkChange = (ruleId: string): NonNullable<DiagramLink['change']> =>
  ruleId.endsWith('-added') ? 'added' : ruleId.endsWith('-removed') ? 'removed' : 'changed';

const linkOf = (
  from: Name,
  to: Name,
  { name, columns, isOneToOne }: Relationship,
  change: DiagramLink['change'],
): DiagramLink => ({
  from: idOf(from),
  to: idOf(to),
  name,
  columns: [...columns],
  ...(isOneToOne && { isOneToOne: true as const }),
  ...(change && { change }),
});

/** Relations that a link leads to and that did not drift: a name, so that the link ends somewhere. */
function neighbours(relations: readonly DiagramRelation[], links: readonly DiagramLink[]): DiagramRelation[] {
  const known = new Set(relations.map(({ id }) => id));
  const others = new Set(links.map(({ to }) => to).filter((id) => !known.has(id)));
  return [...others].map((id) => ({ id, kind: 'table', columns: [] }));
}
