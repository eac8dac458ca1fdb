// What PostgreSQL recorded of the effect of each statement on the catalogue during a replay: the source of blame.

/** Something that a command did, in the order of the replay. */
export interface TraceEvent {
  /** File name of the migration, or `roles.sql`. */
  file: string;
  /** Where the statement of the file begins, in UTF-16 units. */
  offset: number;
  /** As PostgreSQL names the command: `ALTER TABLE`, `GRANT`. */
  tag: string;
  /** PL/pgSQL's stack, innermost first, when the command ran inside code; else empty. */
  context: string;
}

/** Columns of a catalogue row, under short names; ids as numbers. */
export type CatalogueRow = Readonly<Record<string, unknown>>;

/** An object as one event left it. */
export interface TraceState {
  /** A place in `events`; -1 for what was there before the first migration. */
  event: number;
  /** The catalogue: `pg_class`, `pg_attribute`, `pg_proc`, … */
  catalogue: string;
  /** The object's id there; of a column its relation's. */
  id: number;
  /** The number of a column; 0 of anything else. */
  part: number;
  /** Absent when the event dropped the object, or only commented on it. */
  facts?: CatalogueRow;
  /** The facts that differ from those before; `comment` for a comment. Absent for the first state of an object. */
  changed?: readonly string[];
  /** Of an object that was dropped and never seen: its name, the parts of a dotted one in order. */
  dropped?: readonly string[];
}

export interface Trace {
  /** Whether all migrations ran. */
  isWhole: boolean;
  events: readonly TraceEvent[];
  /** In order of `event`. */
  states: readonly TraceState[];
}
