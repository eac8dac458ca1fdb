// What commands need of the outside world. Entry points wire the real things, tests pass values.

import type { RelationKind } from './findings/kinds.ts';
import type { Notice } from './findings/notice.ts';
import type { ObjectId } from './findings/object-id.ts';
import type { Severity } from './findings/rules.ts';
import type { Trace } from './migrations/blame/trace.ts';
import type { KnownObject, MigrationSource } from './migrations/migration.ts';
import type { VaultSecret } from './project/environment.ts';
import type { Project } from './project/project.ts';
import type { Definition, Engine } from './report/report.ts';

/** What a replay runs, in order. */
export interface ReplayPlan {
  /** Created in the vault before anything runs. */
  secrets?: readonly VaultSecret[];
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
  /** What files before it left open. */
  leftOpen?: readonly OpenTransaction[];
}

/** The statement that began a transaction which its file does not end. The server rolled it back, with all behind it. */
export interface OpenTransaction {
  /** As in `ReplayFailure`. */
  file: string;
  line: number;
  column: number;
  statement: string;
}

/** All files ran, and of some nothing is left: no statement was refused, and no file is at its end what it says. */
export interface LeftOpen {
  status: 'left-open';
  leftOpen: readonly OpenTransaction[];
  /** Files before the first of these. */
  applied: number;
}

/** A replay that did not build what all files say. */
export type IncompleteReplay = ReplayFailure | LeftOpen;

export type ReplayOutcome = { status: 'replayed'; applied: number } | IncompleteReplay;

/** What the catalogue says of an object in a schema that is not Supabase's own. */
export interface CatalogObject {
  kind: RelationKind | 'function' | 'enum' | 'composite-type';
  schema: string;
  name: string;
  /** File name of the migration that created it, under whatever name; absent when that can't be told. */
  createdIn?: string;
  /** The extension that it belongs to. */
  extension?: string;
  /** A set-returning function that says `rows 1`. */
  returnsOneRow?: true;
  /** Names of a function's INOUT and VARIADIC arguments. */
  inOutOrVariadic?: readonly string[];
  /** A function of one argument, which has no name. */
  takesUnnamed?: true;
  /** A function that has a row, or another composite value, as an argument. */
  takesRow?: true;
  /** A relation's foreign keys, and what they lead to. */
  foreignKeys?: readonly { name: string; referencedSchema: string; referencedRelation: string }[];
  /** Columns and attributes of interval, citext or vector, their lists and domains; one empty name for a function that uses one. */
  learntTypes?: readonly string[];
  /** Columns that the database computes. */
  computed?: readonly string[];
  /**
   * The values that CHECK constraints allow, each as a text: of a column by its name; of a function's argument, and under
   * the empty name of its result, when that is a domain.
   */
  allowedValues?: Readonly<Record<string, readonly string[]>>;
  /** A view that only triggers or rules make writable. */
  isLateWritable?: true;
}

/** An extension of a database, and the schema that it is in. */
export interface InstalledExtension {
  schema: string;
  name: string;
}

/** A disposable database that is built by replay. Whoever opens it closes it. */
export interface ShadowDatabase {
  /** As the server says it, `17.5`. Resolves when the database is up. */
  postgresVersion(): Promise<string>;
  replay(plan: ReplayPlan, onProgress: (done: number) => void): Promise<ReplayOutcome>;
  /** What the database holds now: the platform, and what the replay made before it stopped. */
  objects(): Promise<KnownObject[]>;
  /** What the migrations made in schemas of their own, extensions' objects included. Asked after the replay. */
  catalogObjects(): Promise<CatalogObject[]>;
  extensions(): Promise<InstalledExtension[]>;
  /** TypeScript text of the given schemas; schemas that do not exist are left out of it. */
  generateTypes(schemas: readonly string[]): Promise<{ text: string; generator: string }>;
  /** The structure of what it holds now. */
  catalogue(): Promise<Catalogue>;
  /**
   * The structure that it would have after statements, each run on its own in a transaction that is rolled back;
   * one that is refused is passed over.
   */
  rehearse(statements: readonly string[]): Promise<Catalogue>;
  close(): Promise<void>;
}

/** The structure of a database as it was read at one moment. */
export interface Catalogue {
  /** As the server says it, `17.5`. */
  postgresVersion: string;
  /** For `CompareStructure`, and for nobody else. */
  facts: string;
  /** What the reader saw and can't compare, in words: kinds of objects that it has no model of. */
  unread: string[];
}

/** A thing that differs between two catalogues, as people would count things: a table with all that is in it is one. */
export interface StructureChange {
  kind: 'unmanaged' | 'missing' | 'altered';
  object: ObjectId;
  /** Of an altered one, what of it: `type`, `default`, `row-level security`, `grants to anon`, `comment`, `owner`. */
  facet?: string;
  /** The two sides of an altered one, as SQL text or words. Absent: that side has none. */
  expected?: string;
  actual?: string;
  /** What came or went with an object that is unmanaged or missing, a line each: `column total numeric not null`. */
  parts: string[];
  severity: Severity;
}

export interface Structure {
  /** In order of their objects' text. */
  changes: StructureChange[];
  /** What would bring the expected state to the actual one, in an order that runs; `of` are places in `changes`. */
  statements: { sql: string; of: number[] }[];
  /** Both definitions of each relation, function and type that a change is about, or about a part of. */
  definitions: Definition[];
  /** Why there are no statements, or what was not compared, in words. */
  notices: string[];
}

/**
 * Compares what the migrations build with the live database.
 * @param rehearse of the shadow database, which is at `expected`: asked where servers of different versions say the same differently
 */
export type CompareStructure = (
  expected: Catalogue,
  actual: Catalogue,
  rehearse: ShadowDatabase['rehearse'],
) => Promise<Structure>;

/** A row of `supabase_migrations.schema_migrations`. */
export interface RecordedMigration {
  version: string;
  /** Absent in histories of old releases of the CLI. */
  name?: string;
  /** The statements as they were run; absent where the history has none. */
  statements?: string[];
}

/** The deployed database, all of it read in one read-only transaction. Whoever opens it closes it. */
export interface LiveDatabase {
  /** What is worth knowing of how it is read. */
  notices: readonly Notice[];
  /** As the server says it, `15.8`. */
  postgresVersion(): Promise<string>;
  /** In order of version; undefined when it has no migration history. */
  history(): Promise<RecordedMigration[] | undefined>;
  catalogue(): Promise<Catalogue>;
  /** Relations, functions and types of schemas that are not Supabase's own; none has a file. */
  catalogObjects(): Promise<CatalogObject[]>;
  extensions(): Promise<InstalledExtension[]>;
  generateTypes(schemas: readonly string[]): Promise<{ text: string; generator: string }>;
  close(): Promise<void>;
}

/** Connects to the live database, and refuses one that could be written to. Throws EnvironmentError and UsageError. */
export type OpenLive = () => Promise<LiveDatabase>;

/** Opens the shadow database of a project. Returns at once; the database starts while the caller goes on. */
export type OpenShadow = (project: Project, plan: ReplayPlan) => ShadowDatabase;

/**
 * Replays migrations once more, in an embedded database that keeps a trace: only where there is something to blame, and
 * apart from the replay that gave the verdict. Never throws; where it could not replay all, the trace says so.
 */
export type ReplayTraced = (plan: ReplayPlan) => Promise<Trace>;

/** Where the migrations of a run are replayed, and by whom. */
export interface ShadowSource {
  open: OpenShadow;
  /** How reports name it. The release of the CLI is known once it ran. */
  engine(): Pick<Engine, 'database' | 'resetWith' | 'cli'>;
}

/** A phase began or moved on. */
export type OnProgress = (phase: string, done?: number, total?: number) => void;

/** The files of a project, by paths relative to it. */
export interface Files {
  /** Where a file really lies, links followed, as seen from the root of the repository. */
  pathFromRoot(path: string): string;
  isThere(path: string): boolean;
  readBytes(path: string): Promise<Uint8Array>;
  /** Replaces a file whole, in its encoding, or makes it, with its folder when that is asked for. */
  replaceText(path: string, text: string, options?: { makesFolder?: boolean }): Promise<void>;
}
