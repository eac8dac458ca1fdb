// What the live database and the migrations disagree in, as findings: worded, with the place of the statement behind it.

import { type Finding, makeFinding } from '../findings/finding.ts';
import { repairHistory } from '../findings/linked-project.ts';
import { formatObjectId, type ObjectId } from '../findings/object-id.ts';
import { named } from '../findings/prose.ts';
import { fileOf } from '../migrations/migration.ts';
import type { Structure, StructureChange } from '../ports.ts';
import type { Sources } from './audit-sources.ts';
import type { TypesAnswer } from './audit-types.ts';
import { at, type Evidence, saying, touchOf, withBlame } from './blame.ts';
import { stopFindings } from './replay-findings.ts';
import { type InventoriedObject, keyOf, keysOf, subjectOf } from './three-ways.ts';

const IN_GIT = 'in the database that the migrations build';
const IN_LIVE = 'in the live database';

/**
 * All findings of an audit.
 * @param named the schemas that the user named; if any, what is in no schema is left out too
 */
export function auditFindings(
  { history, git, held }: Pick<Sources, 'history' | 'git' | 'held'>,
  types: Pick<TypesAnswer, 'findings'>,
  named: readonly string[],
): Finding[] {
  const { evidence } = git;
  const isLookedAt = ({ subject }: Finding): boolean =>
    named.length === 0 ||
    ('schema' in subject && named.includes(subject.schema)) ||
    (subject.kind === 'schema' && named.includes(subject.name));
  const applied = keysOf(held.applied);
  const pending = new Map(held.all.filter((one) => !applied.has(keyOf(one))).map((one) => [keyOf(one), one]));
  const all = git.structure ? structureFindings(git.structure) : existenceFindings(held);
  const found = all.filter(isLookedAt);
  return [
    ...history.findings,
    ...(git.stopped && !git.stopped.standing ? stopFindings(git.stopped) : []),
    ...found
      .map((finding) => (evidence ? blamed(finding, evidence) : finding))
      .map((finding) => withPendingFile(finding, pending)),
    ...types.findings,
  ];
}

/** The findings of a structural comparison, in its order. */
const structureFindings = ({ changes, statements }: Structure): Finding[] =>
  changes.map((change, place) => {
    const sql = statements.filter(({ of }) => of.includes(place)).map((statement) => statement.sql);
    return { ...findingOf(change), ...(sql.length > 0 && { sql }) };
  });

/**
 * What was set by a statement of its own, such as a grant, is told there, else at the object. What no migration left
 * there may all the same be renamed or dropped by one.
 */
function blamed(finding: Finding, evidence: Evidence): Finding {
  const { subject, ruleId, facet } = finding;
  if (facet !== undefined) return withBlame(finding, { facet }, evidence);
  if (ruleId !== 'unmanaged') return withBlame(finding, 'existence', evidence);
  const touch = touchOf(subject, 'anything', evidence);
  if (touch === undefined) return finding;
  const located = at(finding, touch);
  return touch.action === 'drop' ? saying(located, 'a migration dropped it, yet it is live') : located;
}

/** Of what only the live database has yet, the file that is to create it. */
function withPendingFile(finding: Finding, pending: ReadonlyMap<string, InventoriedObject>): Finding {
  const { subject, ruleId } = finding;
  const waiting =
    ruleId === 'unmanaged' && 'schema' in subject ? pending.get(keyOfSubject(subject)) : undefined;
  if (waiting?.createdIn === undefined) return finding;
  const file = fileOf(waiting.createdIn);
  const [version = 'VERSION'] = /^\d+/.exec(waiting.createdIn) ?? [];
  return {
    ...finding,
    details: [...(finding.details ?? []), `the pending ${named(file)} creates it`],
    remedy: `If it is the same, mark ${named(file)} as applied with ${repairHistory('applied', version)}; else drop it from the live database before the file is applied.`,
  };
}

function keyOfSubject(subject: ObjectId): string {
  switch (subject.kind) {
    case 'table':
    case 'view':
    case 'materialized-view':
    case 'foreign-table':
    case 'function':
    case 'enum':
      return keyOf({ kind: subject.kind, schema: subject.schema, name: subject.name });
    default:
      return '';
  }
}

function findingOf(change: StructureChange): Finding {
  const { kind, object, facet, expected, actual, parts, severity } = change;
  return makeFinding({
    ruleId: kind,
    subject: object,
    severity,
    message: `${sentenceOf(change)}.`,
    ...(facet !== undefined && { facet }),
    ...(expected !== undefined && { expected }),
    ...(actual !== undefined && { actual }),
    ...(parts.length > 0 && { details: parts }),
    // One that a side lacks is accepted with all that is in it; an alteration only with what it caused until then.
    salient: kind === 'altered' ? [facet ?? '', expected ?? '', actual ?? '', ...parts] : [],
  });
}

function sentenceOf({ kind, object, facet, expected, actual }: StructureChange): string {
  const name = nameOf(object);
  switch (kind) {
    case 'unmanaged':
      return `${name} is ${IN_LIVE}, and no applied migration creates it`;
    case 'missing':
      return `${name} is created by the migrations, but is not ${IN_LIVE}`;
    case 'altered': {
      const what =
        facet === undefined ? name : `${facet} ${facet.startsWith('grants ') ? 'on' : 'of'} ${name}`;
      const isMany = SEVERAL.test(facet ?? '');
      return isShort(expected) && isShort(actual)
        ? `${what} ${isMany ? 'are' : 'is'} ${sideOf(expected)} ${IN_GIT} but ${sideOf(actual)} ${IN_LIVE}`
        : `${what} ${isMany ? 'differ' : 'differs'} between the live database and the one that the migrations build`;
    }
    default:
      return kind satisfies never;
  }
}

/** Facets that are spoken of as several things. */
const SEVERAL =
  /^(arguments|changes|columns|line ends|grants|operations|roles|settings|tables|(storage )?options)\b|rights$/;

const nameOf = (object: ObjectId): string =>
  `${object.kind.replaceAll('-', ' ')} ${named(formatObjectId(object))}`;

const LONGEST_SIDE = 80;

const isShort = (side = ''): boolean => side.length <= LONGEST_SIDE && !side.includes('\n');

const sideOf = (side: string | undefined): string =>
  side === undefined || side === '' ? 'absent' : named(side);

/** The findings that existence alone gives, where the migrations could not be replayed. */
function existenceFindings({ live, applied }: Sources['held']): Finding[] {
  const [inLive, inGit] = [byKindAndName(live), byKindAndName(applied)];
  const found = (
    ruleId: 'unmanaged' | 'missing',
    held: ReadonlyMap<string, InventoriedObject>,
    other: ReadonlyMap<string, InventoriedObject>,
  ): Finding[] =>
    [...held].flatMap(([key, one]) => {
      if (other.has(key)) return [];
      const object = subjectOf(one);
      const message = `${sentenceOf({ kind: ruleId, object, parts: [], severity: 'error' })}.`;
      return [makeFinding({ ruleId, subject: object, message })];
    });
  return [...found('unmanaged', inLive, inGit), ...found('missing', inGit, inLive)];
}

/** A view in the place of a table is another object. */
const byKindAndName = (held: readonly InventoriedObject[]): Map<string, InventoriedObject> =>
  new Map(held.map((one) => [JSON.stringify([one.kind, one.schema, one.name]), one]));
