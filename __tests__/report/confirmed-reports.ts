// Reports of checks that asked the local stack too: one that it overruled, and two that it gave no answer to.

import { disagreement } from '../../src/commands/disagreement.ts';
import type { Report } from '../../src/report/report.ts';
import { cannotReplay, drifted, inSync, reportOf, tolerated } from './reports.ts';

const ON_STACK = {
  database: 'local-stack',
  resetWith: 'supabase-cli',
  cli: '3.1.0',
  postgresVersion: '17.6',
  generator: 'supabase 3.1.0',
} as const;

const differences = { embedded: drifted.findings.slice(0, 2), localStack: [] };

export const overruled = reportOf({
  ...inSync,
  engine: ON_STACK,
  confirmation: {
    by: 'local-stack',
    status: 'disagreed',
    first: { status: 'drifted', engine: drifted.engine, findings: 2 },
    differences,
  },
  notices: [disagreement(drifted.engine, ON_STACK, differences)],
});

const reason =
  '`supabase status` (CLI 3.1.0) needs Docker, which does not answer: Cannot connect to the Docker daemon';

const unconfirmed = (report: Report): Report => ({
  ...report,
  notRun: [...report.notRun, { part: 'confirmation', reason }],
  confirmation: {
    by: 'local-stack',
    status: 'could-not-confirm',
    first: {
      status: report.status,
      engine: report.engine,
      findings: report.findings.length,
      ...(report.failure && { failure: report.failure }),
    },
    reason,
  },
});

const { failOn: _, ...untolerated } = tolerated;

export const unconfirmedDrift = unconfirmed(untolerated);
export const unconfirmedFailure = unconfirmed(cannotReplay);
