// The report of a run that could not check: never green, never called drift.

import type { EnvironmentError, UsageError } from '../errors.ts';
import type { Surface } from '../surface.ts';
import type { Report } from './report.ts';

/** What the user asked for, as far as it was understood. */
interface Asked {
  surface: Surface;
  project: string;
  types: string[];
  schema: string[];
  database: string;
  resetWith: 'built-in' | 'supabase-cli';
}

export function failedReport(
  command: Report['command'],
  { surface, project, types, schema, database, resetWith }: Asked,
  error: UsageError | EnvironmentError,
): Report {
  const reason = 'the run stopped before it';
  return {
    schemaVersion: 1,
    command,
    status: 'failed',
    failure: { ...error.blocker, ...error.on(surface) },
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
