// The fixture projects as a replay needs them, and what two databases that replayed one are compared by.

import { cpSync, mkdtempSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { extensionsNamedIn } from '../../src/database/platform/bundles.ts';
import type { Session } from '../../src/database/session.ts';
import { splitStatements } from '../../src/migrations/split.ts';
import type { ReplayOutcome, ReplayPlan } from '../../src/ports.ts';
import { discoverProject } from '../../src/project/disk/discover.ts';
import type { DatabaseTypes } from '../../src/types/model.ts';
import { PROJECTS } from '../cli/run.ts';
import type { Refusal } from './real-cli.ts';

/** Every folder below `__tests__/projects` that holds `supabase/migrations`. */
export const PROJECT_NAMES: readonly string[] = readdirSync(PROJECTS, { recursive: true, encoding: 'utf8' })
  .map((file) => file.split(path.sep).join('/'))
  .filter((file) => file.endsWith('/supabase/migrations'))
  .map((file) => file.replace(/\/supabase\/migrations$/, ''))
  .sort();

export interface ProjectToReplay {
  /** A copy of its `supabase/`, for the CLI writes into it. */
  directory: string;
  plan: ReplayPlan;
  extensions: string[];
}

/** Reads a project, and copies what the CLI reads into a new folder within `folder`. */
export function projectToReplay(name: string, folder: string): ProjectToReplay {
  const source = `${PROJECTS}/${name}`;
  const directory = mkdtempSync(path.join(folder, 'project-'));
  cpSync(`${source}/supabase`, `${directory}/supabase`, { recursive: true });
  const { migrations, roles } = discoverProject(source);
  const texts = [roles ?? '', ...migrations.map(({ sql }) => sql)];
  return {
    directory,
    plan: { migrations, ...(roles !== undefined && { roles }) },
    extensions: extensionsNamedIn(texts),
  };
}

/** Where our replay stopped, told as the CLI tells it. */
export function refusalIn(outcome: ReplayOutcome, { migrations }: ReplayPlan): Refusal | undefined {
  if (outcome.status !== 'failed') return undefined;
  const { file, line, sqlState, message } = outcome;
  const sql = migrations.find((migration) => migration.file === file)?.sql ?? '';
  const offset = sql.split('\n', line - 1).join('\n').length + 1;
  const statement = splitStatements(sql).findIndex(({ start, text }) => offset <= start + text.length);
  return { file, statement, sqlState, message };
}

export interface HistoryRow {
  version: string;
  name: string;
  statements: string[];
}

export const historyOf = async (session: Session): Promise<HistoryRow[]> =>
  (
    await session.query<HistoryRow>(
      'select version, name, statements from supabase_migrations.schema_migrations order by version',
    )
  ).rows;

/** The relations and enums of schemas, as the catalogue has them: `public.orders`. */
export async function objectsOf(session: Session, schemas: readonly string[]): Promise<string[]> {
  const among = `n.nspname in (${schemas.map((name) => `'${name}'`).join(', ')})`;
  const { rows } = await session.query<{ name: string }>(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm', 'f') and ${among}
    union all
    select n.nspname || '.' || t.typname from pg_type t join pg_namespace n on n.oid = t.typnamespace
     where t.typtype = 'e' and ${among}`);
  return rows.map(({ name }) => name).sort();
}

/** The same of a types file. */
export const objectsIn = ({ schemas }: DatabaseTypes): string[] =>
  [...schemas]
    .flatMap(([schema, { relations, enums }]) =>
      [...relations.keys(), ...enums.keys()].map((name) => `${schema}.${name}`),
    )
    .sort();
