// The smallest view of a database connection that replay, introspection and tests need.

import type { PipelinedStatement } from './embedded/protocol.ts';

/** What the server said when it refused a statement. Position: characters from 1 in the statement that was sent. */
export interface ServerError {
  sqlState: string;
  message: string;
  detail?: string | undefined;
  hint?: string | undefined;
  where?: string | undefined;
  position?: number | undefined;
}

/** How statements went: how many completed, and what stopped the next one. */
export interface QueryOutcome {
  completed: number;
  error?: ServerError;
  /** Whether a transaction is open now; absent where the driver does not pass on what the server says of it. */
  isOpen?: boolean;
}

/** The database died while it ran statements: it gave no answer, and takes no more of them. */
export class DatabaseStopped extends Error {
  override readonly name = 'DatabaseStopped';
}

export interface Session {
  /**
   * Runs a text as one simple query. A refusal is an answer here, not an exception; dying is one.
   * @param at where it stands among the migrations, for a trace
   */
  run(sql: string, at?: string): Promise<QueryOutcome>;
  /** Runs statements as one pipeline, which is one implicit transaction. */
  runBatch(statements: readonly PipelinedStatement[]): Promise<QueryOutcome>;
  /** Runs one statement and gives its rows, values as pg reads them. Throws when the server refuses. */
  query<Row>(sql: string): Promise<{ rows: Row[] }>;
}
