// What commands need of the outside world. Entry points wire the real things, tests pass values.

import type { KnownObject, MigrationSource } from './migrations/migration.ts';

/** What a replay runs, in order. */
export interface ReplayPlan {
  /** `supabase/roles.sql`, run before the migrations when the project has it. */
  roles?: string;
  migrations: readonly MigrationSource[];
}

/** A migration that the database refused. */
export interface ReplayFailure {
  status: 'failed';
  /** File name of the migration, or `roles.sql`. */
  file: string;
  /** Line and column, from 1, of what the server points at, else of the statement's first word. */
  line: number;
  column: number;
  /** The statement's first line, as written. */
  statement: string;
  sqlState: string;
  message: string;
  detail?: string;
  hint?: string;
  applied: number;
}

export type ReplayOutcome = { status: 'replayed'; applied: number } | ReplayFailure;

/** A disposable database that is built by replay. Whoever opens it closes it. */
export interface ShadowDatabase {
  /** As the server says it, `17.5`. Resolves when the database is up. */
  postgresVersion(): Promise<string>;
  replay(plan: ReplayPlan, onProgress: (done: number) => void): Promise<ReplayOutcome>;
  /** What the database holds now: the platform, and what the replay made before it stopped. */
  objects(): Promise<KnownObject[]>;
  /** TypeScript text of the given schemas; schemas that do not exist are left out of it. */
  generateTypes(schemas: readonly string[]): Promise<{ text: string; generator: string }>;
  close(): Promise<void>;
}

/** Opens the shadow database. Returns at once; the database starts while the caller goes on. */
export type OpenShadow = (plan: ReplayPlan) => ShadowDatabase;

/** A phase began or moved on. */
export type OnProgress = (phase: string, done?: number, total?: number) => void;

/** The file system as commands see it: texts in, texts out. */
export interface Files {
  readText(path: string): Promise<string>;
  /** Replaces a file whole: written beside it, then moved over it. */
  replaceText(path: string, text: string): Promise<void>;
}
