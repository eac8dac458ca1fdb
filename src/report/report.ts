// The one value that every renderer takes. Nothing here knows a terminal, a file or GitHub.

import type { Blocker } from '../errors.ts';
import type { AcceptedFinding, BaselineEntry } from '../findings/baseline.ts';
import type { Finding, Location } from '../findings/finding.ts';
import type { Notice, ObjectCounts } from '../findings/notice.ts';
import type { Setting } from '../options/settings.ts';
import type { FailOn } from '../options/values.ts';
import type { Diagram } from './diagram.ts';

export type Status = 'in-sync' | 'drifted' | 'failed';

/** A part that did not run, so that nothing is called clean that nobody looked at. */
export interface NotRun {
  part: 'replay' | 'structure' | 'types' | 'confirmation';
  reason: string;
}

export interface ProjectSummary {
  /** The folder that holds `supabase/`, relative to where the command ran. */
  directory: string;
  migrations: number;
  /** The committed types files, relative to `directory`; identical copies are listed together. */
  types: string[];
  schemas: string[];
  /** The file of what is accepted, relative to `directory`, when there is one. */
  baseline?: string;
}

export interface Engine {
  database: string;
  resetWith: 'built-in' | 'supabase-cli';
  /** Version of the Supabase CLI that reset, `3.1.0`; absent with the built-in replay. */
  cli?: string;
  /** As the server says it, `17.5`; absent when no database was reached. */
  postgresVersion?: string;
  /** Name and version of what generated the types, `@supabase/postgrest-typegen 0.2.2`. */
  generator?: string;
}

/** Where an object stands. `external`: only in the live database, and the baseline accepts that. */
export type Verdict = 'tracked' | 'base-schema-drift' | 'not-live' | 'types-out-of-date' | 'external';

/** An object outside of Supabase's own schemas: of the migrations or, in an audit, of any of the three sources. */
interface InventoryObject {
  /** `public.orders` */
  id: string;
  /** Whether the live database and the migrations have it; set by an audit alone. */
  live?: boolean;
  git?: boolean;
  /** Whether the committed types have it; absent when they could not say, as for a schema that was not compared. */
  types?: boolean;
  /** The migration that creates it, relative to the project. */
  file?: string;
  /** Only migrations that are not applied yet create it: that it is not live is no drift. */
  pending?: true;
  /** Set by an audit alone. */
  verdict?: Verdict;
}

export interface InventoryRelation extends InventoryObject {
  kind: 'table' | 'view' | 'materialized-view' | 'foreign-table';
}

/** A function, all that have one name being one, or an enum. */
export interface InventoryItem extends InventoryObject {
  kind: 'function' | 'enum';
}

/** How many objects each source has; of a check, without `live`. */
export interface SourceCounts {
  live?: number;
  git: number;
  types: number;
}

/** Which relations Git creates: the exact answer to what `grep 'create table'` counts wrongly. */
export interface Inventory {
  /** Who says so: the database after the replay, or, when that stopped, the texts of the migrations. */
  gitFrom: 'replay' | 'static';
  /** Of relations. */
  counts: SourceCounts;
  relations: InventoryRelation[];
  /** Per cent of the live tables that the migrations create, rounded down to a tenth: 100 only when all are. */
  coverage?: number;
  /** The same counts by what is counted, tables being those of all kinds and views of both; set by an audit alone. */
  byKind?: Record<'tables' | 'views' | 'functions' | 'enums', SourceCounts>;
  /** Functions and enums, set by an audit alone. */
  items?: InventoryItem[];
}

/** The live database, without its address. */
export interface LiveSummary {
  /** `--environment`, `production`. */
  environment?: string;
  /** As the server says it, `15.8`. */
  postgresVersion: string;
}

/** The migration history against the files, by version. Pending is not drift. */
export interface History {
  /** Whether the live database has a history; without one, every migration counts as applied. */
  isRecorded: boolean;
  applied: number;
  pending: string[];
  unknown: string[];
  edited: string[];
  outOfOrder: string[];
}

/** One audit, as the history of an inventory tells it. Counts are of tables. */
export interface AuditPoint {
  /** `2026-01-19` */
  date: string;
  live: number;
  git: number;
  types: number;
  coverage: number;
  /** Findings, those that the baseline accepts among them. */
  drift: number;
  /** Abbreviated. */
  commit?: string;
}

/** An object as SQL, on each side that has it. */
export interface Definition {
  id: string;
  expected?: string;
  actual?: string;
}

/** What a migration dated before all others must hold, so that the rest can be replayed. */
export interface BaseSchema {
  /** What stopped the replay, in a sentence. */
  reason: string;
  /** What migrations use and none creates. */
  required: { id: string; references: number; location: Location }[];
}

/** Findings of two databases that only one of them has. */
export interface Differences {
  embedded: Finding[];
  localStack: Finding[];
}

/** What came of asking a second database before the check fails. */
export interface Confirmation {
  by: 'local-stack';
  /**
   * `agreed`, `disagreed`: both answered, and the second answer holds. `answered`: the first database could not check,
   * the second did. `could-not-confirm`: the second did not answer, so the first one's verdict stands.
   */
  status: 'agreed' | 'disagreed' | 'answered' | 'could-not-confirm';
  /** What the embedded database said. */
  first: { status: Status; engine: Engine; findings: number } & Pick<Report, 'failure'>;
  /** Set when it could not be confirmed: why. */
  reason?: string;
  /** Set when they disagreed. */
  differences?: Differences;
}

/** The report of one command. Its JSON form is this value, key for key. */
export interface Report {
  schemaVersion: 1;
  command: 'check' | 'fix' | 'accept' | 'audit' | 'init';
  status: Status;
  /** What a command changed, in sentences, when it changed anything. */
  done?: { kind: 'fixed' | 'accepted' | 'pruned' | 'set-up'; sentences: string[] };
  /** What fails the check, as far as `failOn` does not tolerate it. */
  findings: Finding[];
  /** What was found too, and the baseline accepts. The status is `drifted` all the same. */
  accepted?: AcceptedFinding[];
  /** Entries of the baseline whose finding is gone; each is one of the findings as well. */
  stale?: BaselineEntry[];
  notices: Notice[];
  notRun: NotRun[];
  project: ProjectSummary;
  /** What the answer was got with; of a confirmed one, the second database. */
  engine: Engine;
  /** Set when the answer was asked for twice. */
  confirmation?: Confirmation;
  /** What was held against the committed types; absent when the types step did not run. */
  compared?: ObjectCounts;
  inventory?: Inventory;
  /** The next six are of an audit. */
  live?: LiveSummary;
  history?: History;
  /** Set when the migrations stand on a schema that is not in Git. */
  baseSchema?: BaseSchema;
  /** Statements, in an order that runs, that would bring the migrations to the live state where findings fail. */
  suggestion?: string[];
  /** Both definitions of what findings are about. */
  definitions?: Definition[];
  /** The audits that the file of `--inventory` tells of, this one included, oldest first. */
  audits?: AuditPoint[];
  /** The drifted relations as a picture shows them; absent when none drifted, or too many. */
  diagram?: Diagram;
  /** `--fail-on`, when it is not `drift` or, of an audit, `warning`. */
  failOn?: Exclude<FailOn, 'drift'>;
  /** What the configuration file gave, an option each. */
  settings?: readonly Setting[];
  /** Milliseconds a phase took, in the order in which phases began; phases overlap. `total` is the whole run. */
  timings: Record<string, number>;
  /** Set when status is `failed`: why it could not check, and the next step. */
  failure?: { message: string; remedy: string } & Partial<Blocker>;
  /** The command that repairs what was found, when one does. */
  repair?: string;
}
