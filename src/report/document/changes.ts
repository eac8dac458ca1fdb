// The objects that drifted: a row each in a table, and each of their changes in full.

import type { Finding } from '../../findings/finding.ts';
import { ownerOf } from '../../findings/object-id.ts';
import { named } from '../../findings/prose.ts';
import { isOfAudit } from '../../findings/rules.ts';
import { visible } from '../../findings/visible.ts';
import { groupBy } from '../../match.ts';
import type { Report } from '../report.ts';
import {
  counted,
  differenceIn,
  type Grade,
  gradeOf,
  groupByObject,
  isChange,
  kindOf,
  labelOf,
  listedUpTo,
  type ObjectGroup,
  partOf,
  shortened,
  signOf,
  titleOf,
  unlistedPlaceOf,
  upperFirst,
  WORST_FIRST,
} from '../sentences.ts';
import { isOfLive, VERDICTS } from '../verdicts.ts';
import { type Block, type Cell, type Column, type Item, list, paragraph, table } from './blocks.ts';
import { hasSides, hunksOf, shortSides, sidesOf } from './sides.ts';

const MOST_LINES = 6;
const MOST_PLACES = 2;
const LONGEST_NAME = 80;
/** Both sides of a change stand in a cell when they are together no longer. */
const LONGEST_SIDES = 40;

/** Whether a finding is told in the table: it is about one side of an object, or two. */
export const isTabled = ({ ruleId }: Finding): boolean =>
  signOf(ruleId) !== '!' || ruleId === 'types-out-of-date';

/** The objects of the table, the worst first. */
export function objectsOf(findings: readonly Finding[]): ObjectGroup[] {
  const groups = groupByObject(findings.filter(isTabled));
  return WORST_FIRST.flatMap((grade) => groups.filter((group) => group.grade === grade));
}

export function objectTable(groups: readonly ObjectGroup[], report: Report): Block[] {
  if (groups.length === 0) return [];
  const isAudit = isOfLive(report);
  const { relations = [], items = [] } = report.inventory ?? {};
  const inventory = new Map([...items, ...relations].map((object) => [visible(object.id), object]));
  const columns: Column[] = [
    { title: 'Object' },
    ...(isAudit ? ['Live', 'Git', 'Types'].map((title) => ({ title })) : []),
    { title: isAudit ? 'What differs' : 'What changed', isWide: true },
    ...(isAudit ? [] : [{ title: 'Grade' }]),
    { title: 'Migration', only: ['markdown'] },
  ];
  const rows = groups.map(({ owner, findings, grade }): Cell[] => {
    const places = findings.flatMap(({ location }) => (location ? [location] : []));
    const object = inventory.get(owner);
    const lines = changesOf(findings);
    return [
      [{ objects: [owner] }],
      ...(isAudit ? [object?.live, object?.git, object?.types].map((has): Cell => [{ has }]) : []),
      { lines: upTo(MOST_LINES, lines) },
      ...(isAudit ? [] : [[{ grade }]]),
      [{ places, most: MOST_PLACES }],
    ];
  });
  const signs = new Set<string>(
    groups.flatMap(({ findings }) => findings.map(({ ruleId }) => signOf(ruleId))),
  );
  const ofSigns = Object.entries(isAudit ? SIGNS_OF_AUDIT : SIGNS).filter(([term]) =>
    signs.has(term.slice(0, 1)),
  );
  const ofGrades = Object.entries(GRADES).filter(([grade]) => groups.some((group) => group.grade === grade));
  return [
    ...table(columns, rows, { rowsAre: 'object', isOverview: true, fewest: isAudit ? 1 : 2 }),
    ...(isAudit
      ? [{ kind: 'legend', meanings: [['✓ or –', HAVING], ...ofSigns] } as const]
      : [
          { kind: 'legend', meanings: ofSigns, only: ['text'] } as const,
          // Their tables say it in words.
          { kind: 'legend', meanings: ofSigns.map(inWords), only: ['markdown', 'html'] } as const,
          { kind: 'legend', meanings: ofGrades, only: ['markdown'] } as const,
        ]),
  ];
}

const inWords = ([term, meaning]: [string, string]): [string, string] => [term.slice(2), meaning];

const upTo = (most: number, lines: readonly string[]): string[] =>
  lines.length <= most ? [...lines] : [...lines.slice(0, most), `and ${lines.length - most} more`];

const GRADES = {
  breaking: 'code that compiles fails at run time, or meets a value that its types rule out',
  dangerous: 'whether it breaks depends on how the code is written',
  safe: 'code that compiles keeps working',
} as const satisfies Partial<Record<Grade, string>>;

const HAVING = 'whether the live database, the migrations and the committed types have it';

const SIGNS = {
  '+ added': 'in the migrations, missing in the types',
  '- removed': 'in the types, missing in the migrations',
  '~ changed': 'types → migrations',
} as const;

const SIGNS_OF_AUDIT = {
  '+': 'only in the live database',
  '-': 'only in the migrations',
  '~': 'migrations → live database',
} as const;

const nameOf = ({ subject }: Finding): string => named(shortened(partOf(subject), LONGEST_NAME));

/** What changed in words: what came or went by name, what differs with both sides. */
function changesOf(findings: readonly Finding[]): string[] {
  const otherNull = new Set(findings.filter(isOfNull).map(({ id }) => id));
  // That a column may be left out follows from the null that it may have: said once.
  const told = findings.filter(
    ({ ruleId, id }) => ruleId !== 'column-optionality-changed' || !otherNull.has(id),
  );
  const alike = groupBy(told, ({ ruleId, subject, fingerprint }) =>
    signOf(ruleId) === '~' ? fingerprint : `${ruleId} ${subject.kind}`,
  );
  return [...alike.values()].flatMap((own) => own.slice(0, 1).map((finding) => wordsOf(finding, own)));
}

const withoutNull = (type = ''): string => type.replace(/ \| null$/, '');

/** A type that differs in nothing but its null. */
const isOfNull = ({ ruleId, committed, generated }: Finding): boolean =>
  ruleId === 'column-type-changed' && withoutNull(committed) === withoutNull(generated);

/** A change in a few words; `alike` are those that differ from it in nothing but the name. */
function wordsOf(finding: Finding, alike: readonly Finding[]): string {
  const { ruleId, subject, facet } = finding;
  const isAudit = isOfAudit(ruleId);
  const isPart = ownerOf(subject) !== undefined;
  const names = listedUpTo(MOST_LINES, alike.map(nameOf));
  const kind = subject.kind === 'enum-value' ? 'value' : kindOf(finding);
  const what = !isPart ? kind : subject.kind === 'column' && !isAudit ? names : `${kind} ${names}`;
  const sides = sidesIn(finding);
  const sign = signOf(ruleId);
  switch (sign) {
    case '+':
      return isAudit ? `${what} only in the live database` : `${isPart ? 'added' : 'new'} ${what}`;
    case '-':
      return isAudit ? `${what} only in the migrations` : `removed ${what}`;
    case '~':
      if (facet !== undefined) return `${visible(facet)}${isPart ? ` of ${what}` : ''}${sides || ' changed'}`;
      if (ruleId === 'relation-kind-changed') return `kind${sides}`;
      if (/-(renamed|moved)$/.test(ruleId)) return `${kind} ${ruleId.split('-').at(-1)}${sides}`;
      if (subject.kind === 'function') return 'changed function signature';
      return `changed ${what}${sides}`;
    case '!':
      return ruleId === 'types-out-of-date' ? VERDICTS[ruleId] : titleOf(finding);
    default:
      return sign satisfies never;
  }
}

/** `: a → b`, when both sides fit a cell. */
function sidesIn(finding: Finding): string {
  const { before = '', after = '' } = sidesOf(finding);
  if (before + after === '' || before.length + after.length > LONGEST_SIDES) return '';
  return `: ${before === '' ? 'none' : named(before)} → ${after === '' ? 'none' : named(after)}`;
}

/** One object in full: all sides as one diff, then what each change means and where it was made. */
export function changesFold({ owner, grade, findings }: ObjectGroup): Block {
  const alike = groupBy(findings, ({ id, ruleId }) => `${ruleId} ${id}`);
  const places = new Map(findings.map((finding) => [unlistedPlaceOf(finding), finding.location]));
  const [[place, shared] = []] = findings.length > 1 && places.size === 1 ? places : [];
  const items = findings.map((finding): Item => {
    const { location, details = [] } = finding;
    const words = sentenceOf(finding, alike.get(`${finding.ruleId} ${finding.id}`)?.length === 1);
    const at = location && !place && unlistedPlaceOf(finding) !== '' ? [' · ', { places: [location] }] : [];
    return { text: [{ grade: gradeOf(finding) }, ` ${words}`, ...at], lines: details };
  });
  return {
    kind: 'fold',
    summary: [{ objects: [owner] }, `: ${counted(findings.length, differenceIn(findings))}, `, { grade }],
    blocks: [
      { kind: 'code', language: 'diff', lines: findings.flatMap(diffLines), label: 'Changes' },
      ...(place && shared ? [paragraph({ places: [shared] })] : []),
      ...list(items, { itemsAre: 'finding' }),
    ],
    isTold: findings.every(
      ({ ruleId, subject, details = [], location }) =>
        ruleId === 'unmanaged' && ownerOf(subject) === undefined && details.length === 0 && !location,
    ),
  };
}

/** Where the diff shows what changed, why it matters is enough; else the finding's sentence. */
function sentenceOf(finding: Finding, isAlone: boolean): string {
  const { subject, committed, generated, message, reason } = finding;
  const isSeen = isAlone && isChange(finding) && (committed === undefined || committed !== generated);
  if (!isSeen) {
    const sentence = upperFirst(visible(message).replace(/\.$/, ''));
    return reason === undefined ? sentence : `${sentence}: ${visible(reason)}`;
  }
  const isPart = PARTS.has(subject.kind);
  if (reason === undefined && !isPart) return titleOf(finding);
  const part = isPart ? named(partOf(subject)) : upperFirst(partOf(subject));
  return `${part}: ${visible(reason ?? titleOf(finding))}`;
}

const PARTS: ReadonlySet<string> = new Set(['column', 'relationship', 'enum-value']);

/** Sides of one line each stand behind the name of their part, longer ones under it; what has none goes by its name. */
function diffLines(finding: Finding): string[] {
  const label = labelOf(finding);
  const sign = signOf(finding.ruleId);
  if (!hasSides(finding)) return [`${sign} ${wholeLabel(finding, label)}`];
  const short = shortSides(finding);
  if (short === undefined) return hunksOf(finding).flatMap((lines) => [`@@ ${label} @@`, ...lines]);
  const lead = sign === '!' ? '' : leadOf(finding, label);
  return [
    ...(short.before === undefined ? [] : [`- ${lead}${short.before}`]),
    ...(short.after === undefined ? [] : [`+ ${lead}${short.after}`]),
  ];
}

/** What stands before a side: of a rename the sides are the names themselves. */
function leadOf({ ruleId }: Finding, label: string): string {
  if (ruleId === 'relation-renamed') return `${label} `;
  if (ruleId === 'extension-moved') return 'schema ';
  return ruleId === 'column-renamed' || ruleId === 'relation-kind-changed' ? '' : `${label}: `;
}

/** `column notes`, `enum value` and the like have their name in the label already. */
const wholeLabel = ({ subject }: Finding, label: string): string =>
  subject.kind === 'function' || !('name' in subject) || label.endsWith(visible(subject.name))
    ? label
    : `${label} ${visible(subject.name)}`;
