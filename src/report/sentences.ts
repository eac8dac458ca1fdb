// Words and groupings that the renderers share. What a rule says stands in findings/rules.ts and nowhere else.
// Names stand between backticks (see prose.ts), so that each renderer can show them as code.

import type { Compatibility, Finding, Location } from '../findings/finding.ts';
import type { ObjectCounts } from '../findings/notice.ts';
import { type ObjectId, ownerOf, owningObject } from '../findings/object-id.ts';
import { named } from '../findings/prose.ts';
import { isOfAudit, RULES, type RuleId, type Severity } from '../findings/rules.ts';
import { visible } from '../findings/visible.ts';
import { groupBy } from '../match.ts';
import type { Setting } from '../options/settings.ts';
import type { Confirmation, LiveSummary, Report } from './report.ts';

/** `1 object`, `3 objects`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;

/** `a`, `a and b`, `a, b and c`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? '';
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`;
}

/** The first few of a list, and how many more. */
export const listedUpTo = (limit: number, items: readonly string[]): string =>
  items.length <= limit
    ? listed(items)
    : `${items.slice(0, limit).join(', ')} and ${items.length - limit} more`;

export const upperFirst = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
export const lowerFirst = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/** At most so many characters, with an ellipsis where something was cut. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const characters = [...text];
  return characters.length <= most ? text : `${characters.slice(0, most - 1).join('')}…`;
}

/**
 * Which side has it: `+` generated only, `-` committed only, `~` both and different, `!` no side at all. In an audit the
 * sides are the live database and the migrations.
 */
export type Sign = '+' | '-' | '~' | '!';

export function signOf(ruleId: RuleId): Sign {
  if (ruleId === 'unmanaged') return '+';
  if (ruleId === 'missing') return '-';
  if (ruleId === 'altered') return '~';
  if (ruleId.endsWith('-added')) return '+';
  if (ruleId.endsWith('-removed')) return '-';
  return /-(changed|renamed|moved)$/.test(ruleId) ? '~' : '!';
}

export type Grade = Compatibility | Severity;

export const WORST_FIRST = [
  'error',
  'breaking',
  'dangerous',
  'warning',
  'safe',
  'note',
] as const satisfies Grade[];

export const gradeOf = (finding: Finding): Grade => finding.compatibility ?? finding.severity;

/** How many there are of each grade, the worst first. */
export const countsByGrade = (all: readonly { grade: Grade }[]): { grade: Grade; count: number }[] =>
  WORST_FIRST.map((grade) => ({ grade, count: all.filter((one) => one.grade === grade).length })).filter(
    ({ count }) => count > 0,
  );

export function worstOf(findings: readonly Finding[]): Grade {
  const grades = new Set(findings.map(gradeOf));
  return WORST_FIRST.find((grade) => grades.has(grade)) ?? 'error';
}

export interface ObjectGroup {
  /** The table, enum, function… as text, made visible. */
  owner: string;
  findings: Finding[];
  /** The worst grade among the findings. */
  grade: Grade;
}

/** The findings by the object that owns them, in the order in which objects first occur. */
export function groupByObject(findings: readonly Finding[]): ObjectGroup[] {
  // A function may have the name of a table.
  const groups = groupBy(
    findings,
    ({ subject }) => `${subject.kind === 'function'} ${owningObject(subject)}`,
  );
  return [...groups.values()].flatMap((own) =>
    own.slice(0, 1).map(({ subject }) => ({
      owner: visible(owningObject(subject)),
      findings: own,
      grade: worstOf(own),
    })),
  );
}

/** `materialized view` */
export const kindOf = ({ subject }: Finding): string => subject.kind.replaceAll('-', ' ');

/** What of its object a finding is about: a column's name, a function's arguments, else the kind of the object. */
export function partOf(subject: ObjectId): string {
  switch (subject.kind) {
    case 'column':
    case 'constraint':
    case 'trigger':
    case 'policy':
    case 'rule':
    case 'relationship':
    case 'enum-value':
      return visible(subject.name);
    case 'function':
      return subject.args.length === 0 ? 'function' : visible(`function (${subject.args.join(', ')})`);
    default:
      return subject.kind.replaceAll('-', ' ');
  }
}

export const titleOf = (finding: Finding): string => RULES[finding.ruleId].title;

/**
 * A finding in a few words: the part after its sign, with what of it differs, or the rule's title when it is not about a
 * side of the types.
 */
export function labelOf({ ruleId, subject, facet }: Finding): string {
  if (signOf(ruleId) === '!') return RULES[ruleId].title;
  // The types tell columns alone, an audit tells all that a table has.
  const part =
    isOfAudit(ruleId) && ownerOf(subject) !== undefined
      ? `${subject.kind.replaceAll('-', ' ')} ${partOf(subject)}`
      : partOf(subject);
  return facet === undefined ? part : `${part}, ${visible(facet)}`;
}

/** `file:line:column`, as terminals and editors open it. */
export const placeOf = ({ file, line, column }: Location): string =>
  visible(column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`);

/** What findings of an object are counted as: an audit does not know who changed what. */
export const differenceIn = (findings: readonly Finding[]): string =>
  findings.some(({ ruleId }) => isOfAudit(ruleId)) ? 'difference' : 'change';

/** The place, unless the finding's own lines name it already. */
export function unlistedPlaceOf({ location, details = [] }: Finding): string {
  if (!location) return '';
  const line = `${location.file}:${location.line}`;
  return details.some((detail) => `${detail}:`.startsWith(`${line}:`)) ? '' : placeOf(location);
}

/** Whether it is about the committed types against those that the migrations give. */
export const isChange = ({ ruleId }: Finding): boolean => signOf(ruleId) !== '!' && !isOfAudit(ruleId);

/** `31 tables, 4 views and 6 enums`; kinds that do not occur are not named. */
export function comparedObjects({ tables, views, enums, compositeTypes, functions }: ObjectCounts): string {
  const kinds = [
    [tables, 'table'],
    [views, 'view'],
    [enums, 'enum'],
    [compositeTypes, 'composite type'],
    [functions, 'function'],
  ] as const;
  return listed(kinds.flatMap(([count, kind]) => (count > 0 ? [counted(count, kind)] : []))) || 'no objects';
}

export const typesFiles = ({ project }: Report): string =>
  project.types.length === 0 ? 'the committed types' : listedUpTo(3, project.types.map(named));

/** The next steps that the findings name, each once. */
export const remediesOf = (findings: readonly Finding[]): string[] => [
  ...new Set(findings.map((finding) => visible(finding.remedy))),
];

/** `812 ms`, `1.4 s`. */
export const duration = (milliseconds: number): string =>
  milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${(milliseconds / 1000).toFixed(1)} s`;

/** `replay 812 ms`, a phase each. */
export const phases = (report: Report): string[] =>
  Object.entries(report.timings).map(
    ([phase, milliseconds]) => `${visible(phase)} ${duration(milliseconds)}`,
  );

/** A connection string, should one ever come here, may hold a password: only that there was one is said. */
const databaseName = (database: string): string =>
  database === 'url' || database.includes('://') ? 'the database of the URL' : `${database} database`;

const CONFIRMATIONS = {
  agreed: 'the embedded database agrees',
  disagreed: 'the embedded database disagrees',
  answered: 'the embedded database could not check',
  'could-not-confirm': 'not confirmed on the local stack',
} as const satisfies Record<Confirmation['status'], string>;

const liveWords = ({ environment, postgresVersion }: LiveSummary): string =>
  `live database${environment === undefined ? '' : ` ${named(environment)}`}, PostgreSQL ${visible(postgresVersion)}`;

/** What was compared and with what, a fact each, without what the verdict says already. */
export function comparison(report: Report): string[] {
  const { status, project, engine, compared, confirmation, live, settings = [] } = report;
  const schemas = project.schemas.map(named);
  const server = engine.postgresVersion ? `, PostgreSQL ${visible(engine.postgresVersion)}` : '';
  return [
    ...(live ? [liveWords(live)] : []),
    counted(project.migrations, 'migration'),
    ...(schemas.length > 0
      ? [`${schemas.length === 1 ? 'schema' : 'schemas'} ${listedUpTo(6, schemas)}`]
      : []),
    ...(compared && status !== 'in-sync' ? [comparedObjects(compared)] : []),
    visible(databaseName(engine.database)) + server,
    engine.cli === undefined ? `${engine.resetWith} reset` : `reset by Supabase CLI ${visible(engine.cli)}`,
    ...(engine.generator ? [named(engine.generator)] : []),
    ...(confirmation ? [CONFIRMATIONS[confirmation.status]] : []),
    ...[...groupBy(settings, ({ from }) => from)].map(
      ([from, own]) => `from ${named(from)}: ${own.map(settingWords).join(', ')}`,
    ),
  ];
}

const MOST_VALUES = 6;

/** `fail-on` `never`. */
const settingWords = ({ option, value }: Setting): string =>
  `${option} ${listedUpTo(
    MOST_VALUES,
    [value].flat().map((one) => named(String(one))),
  )}`;

/** A notice as a sentence, with its count where the message does not name it. */
export const noticeWords = ({ message, count }: { message: string; count?: number }): string =>
  count === undefined || count === 1 || message.includes(`${count} `)
    ? visible(message)
    : `${visible(message)} (${count} in all)`;
