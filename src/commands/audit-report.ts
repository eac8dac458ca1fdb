// The report of an audit: before the baseline is asked, and what follows from its answer.

import type { Notice } from '../findings/notice.ts';
import { schemaOfText } from '../findings/object-id.ts';
import { byText } from '../match.ts';
import type { Inventory, NotRun, Report } from '../report/report.ts';
import { unmanagedDiagram } from './audit-diagram.ts';
import { auditFindings } from './audit-findings.ts';
import type { Sources } from './audit-sources.ts';
import type { TypesAnswer } from './audit-types.ts';
import { type CheckOptions, concerns } from './check.ts';
import { type ComparisonPorts, distinct } from './comparison.ts';
import { unreadNotices } from './explanation.ts';
import { ignoredNotices, isIgnored } from './ignored.ts';
import { summaryOf } from './summary.ts';
import { threeWays, withVerdicts } from './three-ways.ts';

/** The report as if nothing was accepted; its verdicts are given last. */
export function auditReport(
  sources: Sources,
  types: TypesAnswer,
  { environment, schema, ignore = [], repeat }: CheckOptions & { environment?: string | undefined },
  { source }: Pick<ComparisonPorts, 'source'>,
): Report {
  const { project, history, git, live } = sources;
  const all = auditFindings(sources, types, schema);
  const findings = all.filter((finding) => !isIgnored(finding, ignore));
  const ignored = all.filter((finding) => isIgnored(finding, ignore));
  const generator = (git.generated ?? live.generated).generator;
  const engine = {
    ...source.engine(),
    postgresVersion: git.postgresVersion,
    ...(generator !== '' && { generator }),
  };
  const diagram = unmanagedDiagram(sources);
  const isMendedByFix =
    findings.length > 0 &&
    findings.every(
      ({ ruleId, remedy }) => ruleId === 'types-out-of-date' && remedy.includes('drift-gate fix'),
    );
  return {
    schemaVersion: 1,
    command: 'audit',
    status: findings.length === 0 ? 'in-sync' : 'drifted',
    findings,
    notices: [
      ...project.notices.filter((one) => concerns(one, engine)),
      ...noticesOf(sources, types),
      ...ignoredNotices(ignored, ignore, [...sources.held.live, ...sources.held.all]),
    ],
    notRun: notRunOf(sources),
    project: summaryOf(project, schemasOf(sources, types)),
    engine,
    ...(types.schemas.length > 0 && {
      compared: sources.types.countObjects((git.generated ?? live.generated).types, types.schemas),
    }),
    inventory: inventoryOf(sources, types),
    live: { ...(environment !== undefined && { environment }), postgresVersion: live.postgresVersion },
    history: history.history,
    ...(git.stopped?.standing && { baseSchema: git.stopped.standing.baseSchema }),
    definitions: (git.structure?.definitions ?? []).filter(
      ({ id }) => schema.length === 0 || schema.includes(schemaOfText(id)),
    ),
    ...(diagram && { diagram }),
    timings: {},
    ...(isMendedByFix && { repair: `drift-gate fix${repeat}` }),
  };
}

/** The report as the baseline left it, with what hangs on that: the verdicts, and the SQL that is suggested. */
export function finished(report: Report, { git }: Sources): Report {
  const { inventory, ...rest } = report;
  const failing = new Set(report.findings.flatMap(({ sql = [] }) => sql));
  const suggestion = (git.structure?.statements ?? [])
    .map(({ sql }) => sql)
    .filter((sql) => failing.has(sql));
  return {
    ...rest,
    ...(inventory && { inventory: withVerdicts(inventory, report) }),
    ...(suggestion.length > 0 && { suggestion }),
  };
}

const inventoryOf = ({ held, git }: Sources, { only, have }: TypesAnswer): Inventory =>
  threeWays({ ...held, gitFrom: git.from, typesOnly: only, typesHave: have });

/** All that were looked at and hold anything. */
const schemasOf = ({ held }: Sources, { schemas }: TypesAnswer): string[] =>
  [...new Set([...schemas, ...[held.live, held.applied, held.all].flat().map(({ schema }) => schema)])].sort(
    byText,
  );

function noticesOf({ history, git, live }: Sources, types: TypesAnswer): Notice[] {
  return distinct([
    ...live.notices,
    ...history.notices,
    ...(git.evidence?.declared ? unreadNotices(git.evidence.declared, history.applied) : []),
    ...(git.stopped?.standing?.notices ?? []),
    ...(git.structure?.notices ?? []).map((message) => ({ code: 'structure' as const, message })),
    ...types.notices,
  ]);
}

function notRunOf({ project, git }: Sources): NotRun[] {
  const { stopped } = git;
  const notRun: NotRun[] = [];
  if (stopped !== undefined && !stopped.isPending)
    notRun.push({
      part: 'structure',
      reason:
        stopped.standing === undefined
          ? 'the applied migrations could not be replayed to the end'
          : 'the migrations stand on a base schema that is not in Git, so they could not be replayed',
    });
  if (project.typesFiles.length === 0)
    notRun.push({ part: 'types', reason: 'no generated types were found' });
  else if (stopped?.isPending)
    notRun.push({ part: 'types', reason: 'the pending migrations could not be replayed to the end' });
  return notRun;
}
