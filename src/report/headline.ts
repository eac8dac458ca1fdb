// The verdict in a sentence: the status, and why.

import type { Finding } from '../findings/finding.ts';
import { type ObjectId, owningObject } from '../findings/object-id.ts';
import { named } from '../findings/prose.ts';
import type { RuleId } from '../findings/rules.ts';
import { visibleLines } from '../findings/visible.ts';
import { groupBy } from '../match.ts';
import { isAccepted, isFailing, isTolerated } from './failing.ts';
import type { Inventory, Report, SourceCounts } from './report.ts';
import {
  comparedObjects,
  counted,
  countsByGrade,
  gradeOf,
  groupByObject,
  isChange,
  listed,
  listedUpTo,
  lowerFirst,
  titleOf,
  typesFiles,
} from './sentences.ts';
import { isOfLive } from './verdicts.ts';

const schemaOf = (subject: ObjectId): string =>
  'schema' in subject ? subject.schema : subject.kind === 'schema' ? subject.name : '';

/** ` in public and billing`, the schemas of some changes. */
function whereOf(changes: readonly Finding[]): string {
  const schemas = [...new Set(changes.map((finding) => schemaOf(finding.subject)))].filter(Boolean);
  return schemas.length > 0 ? ` in ${listedUpTo(3, schemas.map(named))}` : '';
}

const are = (count: number): string => (count === 1 ? 'is' : 'are');

/** How rules that many findings have are counted, where their title would be a poor plural. */
const COUNTED: Partial<Record<RuleId, (findings: readonly Finding[]) => string>> = {
  unmanaged: ({ length }) => `${counted(length, 'object')} ${are(length)} only in the live database`,
  missing: ({ length }) => `${counted(length, 'object')} ${are(length)} only in the migrations`,
  altered: (findings) => {
    const { length } = groupByObject(findings);
    return `${counted(length, 'object')} ${length === 1 ? 'differs' : 'differ'}`;
  },
  'types-out-of-date': (findings) => `the types of ${objects(findings)} are out of date`,
};

function ruleWords(ruleId: RuleId, findings: readonly Finding[]): string {
  const words = COUNTED[ruleId];
  if (words !== undefined) return words(findings);
  const title = lowerFirst(findings.slice(0, 1).map(titleOf).join(''));
  return findings.length === 1 ? title : `${title} (${findings.length})`;
}

/** What was found, `counts` of the changes last, after the words of each rule that is not about a side of the types. */
function found(findings: readonly Finding[], counts: (changes: readonly Finding[]) => string): string {
  const changes = findings.filter(isChange);
  const others = findings.filter((finding) => !isChange(finding));
  const titles = [...groupBy(others, ({ ruleId }) => ruleId).values()].flatMap((own) =>
    own.slice(0, 1).map(({ ruleId }) => ruleWords(ruleId, own)),
  );
  return [...titles, ...(changes.length > 0 ? [counts(changes) + whereOf(changes)] : [])].join('; ');
}

/** `3 objects`. */
const objects = (changes: readonly Finding[]): string => counted(groupByObject(changes).length, 'object');

/** `1 dangerous and 3 safe changes`. */
function gradedChanges(changes: readonly Finding[]): string {
  const grades = countsByGrade(changes.map((finding) => ({ grade: gradeOf(finding) })));
  const last = grades.at(-1)?.count === 1 ? 'change' : 'changes';
  return `${listed(grades.map(({ grade, count }) => `${count} ${grade}`))} ${last}`;
}

function inSync(report: Report): string {
  // Nobody looked, for there was nothing new to see: the reason stands for the whole sentence.
  const unlooked = report.notRun.find(({ part }) => part === 'replay');
  if (unlooked) return `Nothing to compare: ${unlooked.reason}`;
  const migrations = counted(report.project.migrations, 'migration');
  if (report.project.types.length === 0 && report.notRun.some(({ part }) => part === 'types'))
    return `${migrations} ${report.project.migrations === 1 ? 'replays' : 'replay'}; no types to compare`;
  const build = report.project.migrations === 1 ? 'builds' : 'build';
  const what = report.compared ? `the ${comparedObjects(report.compared)} of` : 'what is in';
  return `${migrations} ${build} exactly ${what} ${typesFiles(report)}${unseen(report)}`;
}

/** All three sources of an audit agree. */
function agreeing(report: Report): string {
  const { project, live, inventory } = report;
  const environment = live?.environment === undefined ? '' : ` ${named(live.environment)}`;
  const sides = `the live database${environment}, ${counted(project.migrations, 'migration')} and ${typesFiles(report)}`;
  return `${sides} agree${inventory?.byKind ? ` on ${liveObjects(inventory.byKind)}` : ''}${unseen(report)}`;
}

function liveObjects({ tables, views, functions, enums }: NonNullable<Inventory['byKind']>): string {
  const of = ({ live = 0 }: SourceCounts): number => live;
  return comparedObjects({
    tables: of(tables),
    views: of(views),
    enums: of(enums),
    functions: of(functions),
    compositeTypes: 0,
  });
}

function unseen({ notRun, notices }: Report): string {
  const ignored = notices.some(({ code }) => code === 'ignored')
    ? ', apart from what `ignore` leaves out'
    : '';
  return `${ignored}${notRun.length > 0 ? ', as far as it was checked' : ''}`;
}

/** What could not be done. */
const ATTEMPTS = {
  check: 'check',
  fix: 'check',
  accept: 'check',
  audit: 'audit',
  init: 'check',
} as const satisfies Record<Report['command'], string>;

export interface Verdict {
  /** `In sync`, `Drifted`, `Migration failed`, `Could not check`, or by what drift is tolerated. */
  status: string;
  /** What stands behind it. Only a failure's message has more than one line. */
  because: string[];
}

const DONE = {
  fixed: 'Fixed',
  accepted: 'Accepted',
  pruned: 'Pruned',
  'set-up': 'Set up',
} as const satisfies Record<NonNullable<Report['done']>['kind'], string>;

/** What was done leads; what remains follows. */
export function verdictOf(report: Report): Verdict {
  const { done } = report;
  const { status, because } = standingOf(report);
  if (done === undefined || report.status === 'failed') return { status, because };
  const [first = '', ...rest] = because;
  const remains = isFailing(report)
    ? [`What remains: ${status === 'Drifted' ? '' : `${lowerFirst(status)}: `}${first}.`, ...rest]
    : report.status === 'in-sync'
      ? [`${first}.`, ...rest]
      : [];
  return {
    status: isFailing(report) ? `${DONE[done.kind]}, drift remains` : DONE[done.kind],
    because: [lowerFirst([...done.sentences, ...remains].join(' ').replace(/\.$/, ''))],
  };
}

/** What it is called when all findings are of one rule, and not about the types or the live database. */
const OF_REPOSITORY: Partial<Record<RuleId, string>> = {
  'replay-failed': 'Migration failed',
  'duplicate-version': 'Duplicate version',
  'open-transaction': 'Open transaction',
  'base-schema-drift': 'Base-schema drift',
  'stale-baseline-entry': 'Stale baseline entry',
  'expired-baseline-entry': 'Expired baseline entry',
};

function ofRepository(findings: readonly Finding[]): Verdict | undefined {
  const [ruleId, ...others] = new Set(findings.map((finding) => finding.ruleId));
  const status = ruleId && others.length === 0 ? OF_REPOSITORY[ruleId] : undefined;
  if (status === undefined) return undefined;
  const names = new Set(findings.map(({ subject }) => named(owningObject(subject))));
  const listed = listedUpTo(3, [...names]);
  return { status, because: [names.size < findings.length ? `${findings.length} in ${listed}` : listed] };
}

/** The verdict in a sentence: the status, and why. */
function standingOf(report: Report): Verdict {
  switch (report.status) {
    case 'in-sync':
      return { status: 'In sync', because: [isOfLive(report) ? agreeing(report) : inSync(report)] };
    case 'drifted':
      if (isAccepted(report))
        return { status: 'Drifted, accepted', because: [found(report.accepted ?? [], objects)] };
      return isTolerated(report)
        ? {
            status: `Drifted, tolerated by \`--fail-on ${report.failOn ?? 'warning'}\``,
            because: [found(report.findings, gradedChanges)],
          }
        : (ofRepository(report.findings) ?? {
            status: 'Drifted',
            because: [found(report.findings, objects)],
          });
    case 'failed':
      return {
        status: `Could not ${ATTEMPTS[report.command]}`,
        because: visibleLines(report.failure?.message ?? 'no reason was given'),
      };
    default:
      return report.status satisfies never;
  }
}
