// The report as SARIF 2.1.0, for GitHub's code scanning and other viewers. Section numbers are those of the standard.

import { type AcceptedFinding, acceptedWords } from '../findings/baseline.ts';
import type { Finding, Location } from '../findings/finding.ts';
import { named } from '../findings/prose.ts';
import { repositoryPath } from '../findings/repository-path.ts';
import { RULES, type Rule, type RuleId, type Severity } from '../findings/rules.ts';
import { visible, visibleJson } from '../findings/visible.ts';
import { RULES_PAGE, VERSION } from '../version.ts';
import { levelOf } from './failing.ts';
import { type InRepository, prefixOf, shownAt, useOf } from './places.ts';
import type { Report } from './report.ts';
import { messageOf, plainText } from './sarif/message.ts';
import { counted, gradeOf, noticeWords, upperFirst } from './sentences.ts';

/** More results than this, and code scanning refuses the file. */
export const MOST_RESULTS = 25_000;

/** Related locations that a result has at most, and those that its message leads to: code scanning shows no others. */
export const MOST_RELATED = 100;
export const MOST_LINKS = 10;

const RULE_IDS = Object.keys(RULES);

/** What every part of the log is made with. */
interface Context {
  report: Report;
  prefix: string;
}

/** The report as SARIF, two spaces deep, a newline at the end. */
export function renderSarif(report: Report, { prefix = prefixOf(report) }: InRepository = {}): string {
  const context = { report, prefix };
  const found = [...report.findings, ...(report.accepted ?? [])];
  const shown = mostSevere(found, report);
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: driver() },
        automationDetails: { id: categoryOf(report, prefix) },
        columnKind: 'unicodeCodePoints',
        originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
        invocations: [invocation(context, found.length - shown.length)],
        results: shown.map((finding) => result(finding, context)),
        properties: { command: report.command, status: report.status },
      },
    ],
  };
  return `${visibleJson(JSON.stringify(log, null, 2))}\n`;
}

const ROOT = '%SRCROOT%';

/**
 * Code scanning keeps the alerts of each category apart: all up to the last slash. An audit's, and those of each live
 * database, would else put an end to the alerts of a check.
 */
const categoryOf = ({ command, live }: Report, prefix: string): string =>
  [
    'supabase-drift-gate',
    ...(command === 'audit' ? ['audit', live?.environment ?? ''] : []),
    ...repositoryPath(prefix, '').split('/'),
  ]
    .filter(Boolean)
    .map((part) => `${visible(part)}/`)
    .join('');

const driver = (): object => ({
  name: 'Supabase Drift Gate',
  semanticVersion: VERSION,
  rules: Object.entries(RULES).map(([id, rule]) => ruleOf(id, rule)),
});

const ruleOf = (id: string, { title, severity, remedy }: Rule): object => ({
  id,
  name: id.split('-').map(upperFirst).join(''),
  shortDescription: { text: plainText(`${title}.`) },
  fullDescription: messageOf([`${title}.`, remedy]),
  help: messageOf([remedy]),
  helpUri: `${RULES_PAGE}#${id}`,
  defaultConfiguration: { level: severity },
  properties: { tags: ['supabase', 'schema-drift'], precision: 'very-high', 'problem.severity': severity },
});

type Told = Finding | AcceptedFinding;

/** What the baseline accepts is no alarm; code scanning shows it all the same, for it does not read suppressions. */
const loudness = (finding: Told, report: Report): Severity =>
  'acceptance' in finding ? 'note' : levelOf(finding, report);

/** As many findings as are taken, in their order: the least severe are left out. */
function mostSevere(findings: readonly Told[], report: Report): readonly Told[] {
  if (findings.length <= MOST_RESULTS) return findings;
  const rank: Record<Severity, number> = { error: 0, warning: 1, note: 2 };
  const byLevel = [...findings].sort((a, b) => rank[loudness(a, report)] - rank[loudness(b, report)]);
  const kept = new Set(byLevel.slice(0, MOST_RESULTS));
  return findings.filter((finding) => kept.has(finding));
}

/**
 * One finding. Its fingerprint holds no line, so that it survives edits; `primaryLocationLineHash`, the only one that
 * code scanning goes by, is left to the upload, which warns of any other value than its own.
 */
function result(finding: Told, context: Context): object {
  const related = relatedPlaces(finding, context);
  const links = related.slice(0, MOST_LINKS).map(({ file, line }, index) => ({
    words: `${repositoryPath(context.prefix, file)}:${line}`,
    id: index + 1,
  }));
  return {
    ruleId: finding.ruleId,
    ruleIndex: RULE_IDS.indexOf(finding.ruleId),
    level: loudness(finding, context.report),
    message: messageOf([...sentencesOf(finding)], links),
    locations: [locationOf(shownAt(finding, context.report), context)],
    ...(related.length > 0 && {
      relatedLocations: related.map((place, index) => ({ id: index + 1, ...locationOf(place, context) })),
    }),
    ...('acceptance' in finding && { suppressions: [suppression(finding)] }),
    partialFingerprints: { 'driftGate/v1': finding.fingerprint },
    properties: {
      object: finding.id,
      objectKind: finding.subject.kind,
      ...(finding.compatibility && { compatibility: finding.compatibility }),
      tags: [gradeOf(finding), finding.subject.kind],
    },
  };
}

const suppression = ({ acceptance }: AcceptedFinding): object => ({
  kind: 'external',
  status: 'accepted',
  justification: visible(`${upperFirst(acceptedWords(acceptance))}: ${acceptance.reason}`),
});

/** The first sentence stands alone where there is little room. */
function sentencesOf(finding: Finding): string[] {
  const { message, reason, details = [], ruleId, compatibility } = finding;
  const lines = ruleId === 'base-schema-drift' ? [] : details.filter((line) => line.trim() !== '');
  return [
    upperFirst(message),
    ...(reason === undefined ? [] : [`${upperFirst(gradeOf(finding))}: ${reason}.`]),
    // Of a failed replay they are statements, of a change sentences.
    ...lines.map((line) => (compatibility === undefined ? named(line.trim()) : `${upperFirst(line)}.`)),
  ];
}

/** Other places that the finding is about: the line of the committed types, and where a missing object is used. */
function relatedPlaces(finding: Finding, { report }: Context): Location[] {
  const primary = shownAt(finding, report);
  const { typesLocation, details = [], ruleId } = finding;
  const places = [
    ...(typesLocation ? [typesLocation] : []),
    ...(ruleId === 'base-schema-drift' ? details.flatMap((detail) => useOf(detail)[0] ?? []) : []),
  ];
  return places
    .filter(({ file, line }) => file !== primary.file || line !== primary.line)
    .slice(0, MOST_RELATED);
}

const locationOf = ({ file, line, column }: Location, { prefix }: Context): object => ({
  physicalLocation: {
    artifactLocation: { uri: uriOf(repositoryPath(prefix, file)), uriBaseId: ROOT },
    region: { startLine: line, ...(column !== undefined && { startColumn: column }), endLine: line },
  },
});

const uriOf = (path: string): string =>
  path
    .split('/')
    .map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')))
    .join('/');

/** Whether all was looked at, and what was not (3.20). Without that, nothing found would look like nothing wrong. */
function invocation(context: Context, leftOut: number): object {
  const { status, notRun, notices } = context.report;
  const note = (level: Severity, sentence: string): object => ({ level, message: messageOf([sentence]) });
  const notifications = [
    ...failure(context),
    ...notRun.map(({ part, reason }) => note('error', `Not checked: ${part}: ${reason}`)),
    ...(leftOut > 0
      ? [note('warning', `${counted(leftOut, 'finding')} left out: code scanning takes ${MOST_RESULTS}.`)]
      : []),
    ...notices.map((notice) => ({
      ...note('note', noticeWords(notice)),
      properties: { code: notice.code },
    })),
  ];
  return {
    executionSuccessful: status !== 'failed' && notRun.length === 0,
    ...(notifications.length > 0 && { toolExecutionNotifications: notifications }),
  };
}

function failure(context: Context): object[] {
  const { status, failure: why } = context.report;
  if (status !== 'failed') return [];
  const { message = 'No reason was given.', remedy = '', location, rule } = why ?? {};
  return [
    {
      level: 'error',
      message: messageOf([message, remedy]),
      ...(rule && { associatedRule: ruleReference(rule) }),
      ...(location && { locations: [locationOf(location, context)] }),
    },
  ];
}

const ruleReference = (id: RuleId): object => ({ id, index: RULE_IDS.indexOf(id) });
