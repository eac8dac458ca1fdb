// The report as a document: its sections, each built once, in words that are the same for all renderers.

import { acceptedWords } from '../findings/baseline.ts';
import type { Finding } from '../findings/finding.ts';
import { NOTICES, type Notice } from '../findings/notice.ts';
import { named } from '../findings/prose.ts';
import { isOfAudit, RULES } from '../findings/rules.ts';
import { visible, visibleLines } from '../findings/visible.ts';
import { groupBy } from '../match.ts';
import {
  type Block,
  type Column,
  code,
  type Document,
  type Item,
  type Look,
  list,
  type Medium,
  paragraph,
  type Section,
  table,
} from './document/blocks.ts';
import { changesFold, isTabled, objectsOf, objectTable } from './document/changes.ts';
import { problems, usesOfMissing } from './document/problems.ts';
import { hasSides } from './document/sides.ts';
import { scriptOf } from './document/sql.ts';
import { isDone, isTolerated } from './failing.ts';
import { verdictOf } from './headline.ts';
import type { NotRun, Report } from './report.ts';
import {
  comparison,
  counted,
  countsByGrade,
  differenceIn,
  groupByObject,
  isChange,
  noticeWords,
  phases,
  titleOf,
  typesFiles,
  worstOf,
} from './sentences.ts';
import { auditFacts, byKindRows, isOfLive } from './verdicts.ts';

/** What a report says in one medium, its sections in the order of what a reader needs first. */
export function documentOf(report: Report, medium: Medium): Document {
  const { directory } = report.project;
  const environment = report.live?.environment;
  // The page has a table of all objects, and a card for each finding.
  const findings = medium === 'html' ? [] : report.findings;
  const groups = objectsOf(findings);
  const others = findings.filter((finding) => !isTabled(finding));
  const inFull = [...groups, ...groupByObject(others.filter(hasSides))];
  const sections: Section[] = [
    { id: 'reason', blocks: reason(report) },
    { id: 'standing', blocks: standing(report) },
    { id: 'problems', blocks: problems(others) },
    { id: 'objects', blocks: objectTable(groups, report) },
    { id: 'base-schema', title: 'What a base-schema migration must hold', blocks: baseSchema(report) },
    { id: 'steps', title: 'What to do', blocks: steps(report) },
    {
      id: 'uses',
      title: 'All missing objects with their uses',
      isFolded: true,
      blocks: usesOfMissing(others),
    },
    {
      id: 'changes',
      title: `All ${inFull.length} objects with their diffs`,
      isFolded: true,
      blocks: inFull.map(changesFold),
    },
    { id: 'suggestion', title: 'Suggested SQL', isFolded: true, blocks: suggestion(report) },
    { id: 'accepted', title: 'Accepted by the baseline', isFolded: true, blocks: accepted(report) },
    { id: 'warnings', title: 'Warnings', blocks: notices(report.notices.filter(isWarning)) },
    { id: 'not-checked', title: 'Not checked', blocks: notChecked(report) },
    {
      id: 'diagram',
      title: isOfLive(report) ? 'Tables that no migration creates' : 'Drifted relations',
      blocks: report.diagram?.relations.length
        ? [{ kind: 'diagram', diagram: report.diagram, only: ['markdown', 'html'] }]
        : [],
    },
    {
      id: 'notices',
      title: 'Notices',
      isFolded: true,
      blocks: notices(report.notices.filter((notice) => !isWarning(notice))),
    },
  ];
  return {
    look: lookOf(report),
    where: [...(directory === '.' ? [] : [directory]), ...(environment === undefined ? [] : [environment])],
    ...verdictOf(report),
    sections: sections
      .map((section) => ({
        ...section,
        blocks: section.blocks.filter(isIn(medium)).map((block) => forMedium(block, medium)),
      }))
      .filter(({ blocks }) => blocks.length > 0),
    facts: report.status === 'failed' ? [] : comparison(report),
    phases: phases(report),
    ...(report.status !== 'failed' && { notCompared: isOfLive(report) ? UNSEEN_BY_AUDIT : UNSEEN_BY_CHECK }),
  };
}

const isIn =
  (medium: Medium) =>
  ({ only }: { only?: readonly Medium[] }): boolean =>
    only === undefined || only.includes(medium);

/** A table without the columns that are for others. */
function forMedium(block: Block, medium: Medium): Block {
  if (block.kind !== 'table') return block;
  const shown = block.columns.map(isIn(medium));
  return {
    ...block,
    columns: block.columns.filter((_, index) => shown[index]),
    rows: block.rows.map((cells) => cells.filter((_, index) => shown[index])),
  };
}

const UNSEEN_BY_CHECK =
  'Not compared: the live database, and what the types do not show, such as policies, grants, indexes and triggers.';

const UNSEEN_BY_AUDIT = "Not compared: rows, and what is in Supabase's own schemas.";

function lookOf(report: Report): Look {
  if (isDone(report)) return 'clean';
  if (isTolerated(report)) return 'passing';
  return report.status === 'in-sync' ? 'clean' : report.status;
}

/** What stands right under the verdict: how bad the drift is, or the statement that could not be run. */
function reason(report: Report): Block[] {
  const { status, failure, findings } = report;
  if (status !== 'failed') return howBad(report, findings.filter(isChange));
  const verdictOn = isOfLive(report) ? 'live database' : 'types';
  return [
    ...(failure?.location
      ? [paragraph({ places: [failure.location] }, ...(failure.rule ? [` · ${named(failure.rule)}`] : []))]
      : []),
    ...code('sql', failure?.statement, 'Statement'),
    { ...paragraph(`This is no verdict on the ${verdictOn}: nothing was compared.`), only: ['markdown'] },
  ];
}

/** The drift in a sentence for a reader who never saw such a comment: which file, against what, how bad. */
function howBad(report: Report, changes: readonly Finding[]): Block[] {
  const groups = groupByObject(changes);
  if (groups.length === 0) return [];
  const text = [
    `The types in ${typesFiles(report)} are out of step with the migrations: `,
    ...countsByGrade(groups).flatMap((grade, index) => (index === 0 ? [grade] : [' · ', grade])),
    isTolerated(report) ? '. The check passes.' : '.',
  ];
  return [{ ...paragraph(...text), only: ['markdown', 'html'] }];
}

/** Of an audit: coverage and history, and how many objects each source has. */
function standing(report: Report): Block[] {
  const facts = auditFacts(report).map((fact) => `${fact}.`);
  if (facts.length === 0) return [];
  const rows = byKindRows(report.inventory).map((row) => row.map((cell) => [String(cell)]));
  const numbers = ['Live', 'Git', 'Types'].map((title): Column => ({ title, isNumber: true }));
  return [
    paragraph([...facts, ...(isTolerated(report) ? ['The audit passes.'] : [])].join(' ')),
    ...table([{ title: '' }, ...numbers], rows, { rowsAre: 'kind' }),
  ];
}

function baseSchema({ baseSchema }: Report): Block[] {
  if (baseSchema === undefined) return [];
  const columns: Column[] = [
    { title: 'Object' },
    { title: 'Uses', isNumber: true },
    { title: 'First used at' },
  ];
  const rows = baseSchema.required.map(({ id, references, location }) => [
    [{ objects: [id] }],
    [String(references)],
    [{ places: [location] }],
  ]);
  return [paragraph(baseSchema.reason), ...table(columns, rows, { rowsAre: 'object' })];
}

/** Each remedy once, then the command that repairs. */
function steps({ findings, repair, failure }: Report): Block[] {
  if (failure) return list(visibleLines(failure.remedy).map((line) => ({ text: [line] })));
  const groups = [...groupBy(findings, ({ remedy }) => remedy).values()];
  const items = groups.map((own) => stepOf(own, repair !== undefined));
  if (repair === undefined) return list(items);
  return [...list(items), { kind: 'repair', command: repair, ...(findings.some(isChange) && REPAIR) }];
}

const REPAIR = {
  words: 'Run this and commit the types file',
  otherwise: 'if the types are right, write the missing migration instead',
} as const;

/** What every rule of the types tells is told by the command. */
function stepOf(findings: readonly Finding[], isRepaired: boolean): Item {
  const [first] = findings;
  const remedy = first?.remedy ?? '';
  const kinds = [...groupBy(findings, titleOf)].map(([title, own]) => ({
    title,
    count: own.length,
    grade: worstOf(own),
  }));
  const objects = [...new Set(groupByObject(findings).map(({ owner }) => owner))];
  const lead = first && isOfAudit(first.ruleId) ? { lead: titleOf(first) } : {};
  const isByCommand = withoutCommand(remedy) === withoutCommand(RULES['column-added'].remedy);
  return {
    text: [visible(remedy)],
    ...lead,
    about: { kinds, objects },
    ...(isRepaired && isByCommand && { isRepaired }),
  };
}

/** A remedy names the command as the program was started. */
const withoutCommand = (remedy: string): string => remedy.replace(/`[^`]*`/, '');

const suggestion = ({ suggestion = [] }: Report): Block[] =>
  suggestion.length === 0
    ? []
    : [
        paragraph(
          'It would bring the migrations to the state of the live database. Read it before you use it.',
        ),
        ...code('sql', scriptOf(suggestion), 'all suggested SQL'),
      ];

/** How many objects of an acceptance are named where there is little room. */
const MOST_OBJECTS = 12;

/** One sentence for each reason: what it accepts, since when, by whom. */
function accepted({ accepted = [] }: Report): Block[] {
  const groups = [...groupBy(accepted, ({ acceptance }) => JSON.stringify(acceptance)).values()];
  const items = groups.flatMap((own) =>
    own.slice(0, 1).map(({ acceptance }): Item => {
      const objects = groupByObject(own).map(({ owner }) => owner);
      return {
        text: [
          `${counted(own.length, differenceIn(own))} of `,
          { objects, most: MOST_OBJECTS },
          `, ${acceptedWords(acceptance)}: ${visible(acceptance.reason)}`,
        ],
      };
    }),
  );
  return list(items, { itemsAre: 'notice' });
}

const isWarning = ({ code }: Notice): boolean => NOTICES[code] === 'warning';

const notices = (all: readonly Notice[]): Block[] =>
  list(
    all.map((notice) => ({
      text: [noticeWords(notice)],
      ...(NOTICES[notice.code] === 'quiet' && { isQuiet: true as const }),
    })),
    { itemsAre: 'notice' },
  );

/** The parts that did not run; that a run could not check at all, its verdict has said: only the page lists them then. */
function notChecked({ status, notRun }: Report): Block[] {
  const isSaid = ({ part }: NotRun): boolean => status === 'failed' && part !== 'confirmation';
  const itemOf = ({ part, reason }: NotRun): Item => ({ text: [`${part}: ${visible(reason)}`] });
  return [
    ...list(notRun.filter((one) => !isSaid(one)).map(itemOf)),
    ...list(notRun.filter(isSaid).map(itemOf), { only: ['html'] }),
  ];
}
