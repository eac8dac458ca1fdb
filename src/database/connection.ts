// Questions to a database that is not ours, by its URL. The only user of pg.

import type { Client } from 'pg';
import { EnvironmentError, messageOf } from '../errors.ts';
import type { PipelinedStatement } from './protocol.ts';
import type { QueryOutcome, ServerError, Session } from './session.ts';
import { maskingOf } from './supabase-cli-mask.ts';

const CONNECT_MS = 15_000;

/** Whose database it is, as the user knows it, and what helps when it does not answer. */
export interface ServerWords {
  name: string;
  remedy: string;
}

export const NAMED_DATABASE: ServerWords = {
  name: 'The database of `--database`',
  remedy: 'Start it, or correct host, port, user, password and certificates of the URL.',
};

/** Opens a connection, uses it and closes it. Throws EnvironmentError when the server does not answer. */
export async function withConnection<T>(
  url: string,
  use: (session: Session) => Promise<T>,
  words = NAMED_DATABASE,
): Promise<T> {
  const client = await connected(url, words);
  const broken = (cause: unknown): EnvironmentError =>
    new EnvironmentError({
      message: `${words.name} did not answer to the end: ${reasonOf(cause, url)}.`,
      remedy: words.remedy,
      cause,
    });
  try {
    return await use(asSession((text, values) => client.query(text, values), broken));
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function connected(url: string, { name, remedy }: ServerWords): Promise<Client> {
  const { default: pg } = await import('pg');
  let client: Client | undefined;
  try {
    // It reads the certificates that the URL names.
    client = new pg.Client({
      connectionString: asLibpqMeansIt(url),
      connectionTimeoutMillis: CONNECT_MS,
    });
    // A connection that breaks while nobody asks is told by the next question.
    client.on('error', () => undefined);
    await client.connect();
    return client;
  } catch (cause) {
    await client?.end().catch(() => undefined);
    throw new EnvironmentError({
      message: `${name} does not let us in: ${reasonOf(cause, url)}.`,
      remedy,
    });
  }
}

type Ask = (text: string, values?: string[]) => Promise<{ rows: unknown[] }>;

function asSession(ask: Ask, broken: (cause: unknown) => EnvironmentError): Session {
  const attempt = async (text: string, values?: string[]): Promise<ServerError | undefined> => {
    try {
      await ask(text, values);
      return undefined;
    } catch (cause) {
      return asServerError(cause);
    }
  };
  return {
    run: async (sql) => outcomeOf(await attempt(sql)),
    runBatch: async (statements) => runInTransaction(statements, attempt),
    query: async <Row>(sql: string) => {
      const { rows } = await ask(sql).catch((cause: unknown) => {
        throw broken(cause);
      });
      return { rows: rows.filter((row): row is Row => row !== undefined) };
    },
  };
}

const outcomeOf = (error: ServerError | undefined): QueryOutcome =>
  error === undefined ? { completed: 1 } : { completed: 0, error };

/** As a pipeline is: one transaction, of which nothing stays when a statement is refused. */
async function runInTransaction(
  statements: readonly PipelinedStatement[],
  attempt: (text: string, values?: string[]) => Promise<ServerError | undefined>,
): Promise<QueryOutcome> {
  await attempt('begin');
  let completed = 0;
  for (const { text, parameters = [] } of statements) {
    const error = await attempt(
      text,
      parameters.map(({ value }) => value),
    );
    if (error) {
      await attempt('rollback');
      return { completed, error };
    }
    completed += 1;
  }
  const error = await attempt('commit');
  return { completed, ...(error && { error }) };
}

function asServerError(cause: unknown): ServerError {
  const field = (name: string): string | undefined => {
    const value: unknown = typeof cause === 'object' && cause !== null ? Reflect.get(cause, name) : undefined;
    return typeof value === 'string' ? value : undefined;
  };
  return {
    sqlState: field('code') ?? 'XX000',
    message: messageOf(cause),
    detail: field('detail'),
    hint: field('hint'),
    where: field('where'),
    position: Number(field('position') ?? 0) || undefined,
  };
}

/** pg's own reading of `sslmode=require` refuses the certificates that disposable databases have. */
function asLibpqMeansIt(url: string): string {
  const parsed = new URL(url);
  if (parsed.searchParams.has('sslmode')) parsed.searchParams.set('uselibpqcompat', 'true');
  return parsed.href;
}

/** What failed, without the URL or its password, should the message repeat one. */
function reasonOf(cause: unknown, url: string): string {
  const inner: unknown = cause instanceof AggregateError ? cause.errors[0] : cause;
  return maskingOf(url, {})(messageOf(inner)).replace(/\.$/, '');
}
