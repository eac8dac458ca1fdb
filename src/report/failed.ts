// The report of a run that could not check: never green, never called drift.

import type { Options } from '../config/options.ts';
import type { EnvironmentError, UsageError } from '../errors.ts';
import type { Report } from './report.ts';

export function failedReport(
  command: Report['command'],
  { project, types, schema, database, resetWith }: Options,
  { message, remedy }: UsageError | EnvironmentError,
): Report {
  const reason = 'the run stopped before it';
  return {
    schemaVersion: 1,
    command,
    status: 'failed',
    failure: { message, remedy },
    findings: [],
    notices: [],
    notRun: [
      { part: 'replay', reason },
      { part: 'types', reason },
    ],
    project: { directory: project, migrations: 0, types, schemas: schema },
    engine: { database, resetWith },
    timings: {},
  };
}
