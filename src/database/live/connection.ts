// Questions to a database that is not ours, by its URL. The only user of pg.

import { EventEmitter } from 'node:events';
import { Socket } from 'node:net';
import type { ConnectionOptions } from 'node:tls';
import { EnvironmentError, messageOf } from '../../errors.ts';
import { option } from '../../options/table.ts';
import { perSurface, type SurfaceText } from '../../surface.ts';
import type { PipelinedStatement } from '../embedded/protocol.ts';
import type { QueryOutcome, ServerError, Session } from '../session.ts';
import { maskingOf } from '../supabase-cli/mask.ts';

const CONNECT_MS = 15_000;

/** How long a server that is told good-bye may take to hang up. */
const END_MS = 2_000;

/** Whose database it is, as the user knows it, and what helps when it does not answer. */
export interface ServerWords {
  name: SurfaceText;
  remedy: string;
}

export const NAMED_DATABASE: ServerWords = {
  name: perSurface`The database of ${option('database')}`,
  remedy: 'Start it, or correct host, port, user, password and certificates of the URL.',
};

/** Opens a connection, uses it and closes it. Throws EnvironmentError when the server does not answer. */
export async function withConnection<T>(
  url: string,
  use: (session: Session) => Promise<T>,
  words = NAMED_DATABASE,
): Promise<T> {
  const connection = await connected(url, words);
  const broken = (cause: unknown): EnvironmentError =>
    new EnvironmentError({
      message: perSurface`${words.name} did not answer to the end: ${reasonOf(cause, url)}.`,
      remedy: words.remedy,
      cause,
    });
  try {
    return await use(asSession(connection.ask, broken));
  } finally {
    await connection.end();
  }
}

async function connected(url: string, { name, remedy }: ServerWords): Promise<Connection> {
  try {
    return await openConnection({ connectionString: asLibpqMeansIt(url) });
  } catch (cause) {
    throw new EnvironmentError({
      message: perSurface`${name} does not let us in: ${reasonOf(cause, url)}.`,
      remedy,
    });
  }
}

/** A database by its URL, or by the parts of one. */
export type Whereabouts =
  | { connectionString: string }
  | {
      host: string;
      port: number;
      user: string | undefined;
      password: string | undefined;
      database: string | undefined;
      options: string | undefined;
      ssl: false | ConnectionOptions;
      /** Whether it is known who answers. Nobody else is told the password. */
      isKnownPeer: boolean;
      /** How long an answer may take, for a server that says nothing at all. */
      query_timeout: number;
    };

export interface Connection {
  ask: Ask;
  /** The process that serves it, as was said when it began. */
  process: unknown;
  /** Never throws. */
  end(): Promise<void>;
}

/** Connects. Throws whatever pg throws. */
export async function openConnection(whereabouts: Whereabouts): Promise<Connection> {
  const { default: pg } = await import('pg');
  const socket = new Socket();
  // It reads the certificates that a URL names.
  const client = new pg.Client({
    ...whereabouts,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
    stream: () => socket,
  });
  if ('isKnownPeer' in whereabouts && !whereabouts.isKnownPeer) keepPassword(client);
  // Why a connection broke while nobody asked is told by the next question.
  let broke: unknown;
  client.on('error', (cause) => {
    broke ??= cause;
  });
  const end = async (): Promise<void> => {
    let patience: NodeJS.Timeout | undefined;
    const tired = new Promise((resolve) => {
      patience = setTimeout(resolve, END_MS);
    });
    await Promise.race([client.end().catch(() => undefined), tired]);
    clearTimeout(patience);
    socket.destroy();
  };
  try {
    await client.connect();
  } catch (cause) {
    await end();
    throw cause;
  }
  // pg warns of questions that do not wait for each other: its own queue is to go.
  let last: Promise<unknown> = Promise.resolve();
  return {
    ask: (text, values) => {
      const answer = last.then(() =>
        client.query(text, values).catch((cause: unknown) => {
          throw broke ?? cause;
        }),
      );
      last = answer.catch(() => undefined);
      return answer;
    },
    process: Reflect.get(client, 'processID'),
    end,
  };
}

/** A server that may be anybody asks for the password itself, and not for a proof that it is known. */
export const ASKS_FOR_PASSWORD = 'ASKS_FOR_PASSWORD';

/** pg answers whatever it is asked. It listens from when it connects on, so behind this listener. */
function keepPassword(client: object): void {
  const protocol: unknown = Reflect.get(client, 'connection');
  if (!(protocol instanceof EventEmitter))
    throw new Error('pg has no connection that tells what it is asked.');
  protocol.on('authenticationCleartextPassword', () => {
    Reflect.set(client, 'password', () => {
      throw Object.assign(new Error('asks for the password in clear text'), { code: ASKS_FOR_PASSWORD });
    });
  });
}

/** Sends a statement, or with no values several, and gives the rows. Throws what the server says. */
type Ask = (text: string, values?: string[]) => Promise<{ rows: unknown[] }>;

/** A session of a connection; what a question throws is put into words by `broken`. */
export function asSession(ask: Ask, broken: (cause: unknown) => Error): Session {
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
