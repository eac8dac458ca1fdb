// The live database: a read-only session, one snapshot for all that is read, and words for whatever keeps us out.

import { messageOf, UsageError } from '../../errors.ts';
import type { Notice } from '../../findings/notice.ts';
import { isLocal, isTransactionPooler, type LiveUrl, readLiveUrl } from '../../options/live-url.ts';
import type { LiveDatabase } from '../../ports.ts';
import { perSurface } from '../../surface.ts';
import { catalogObjects, installedExtensions } from '../catalog-objects.ts';
import { readCatalogue } from '../catalogue.ts';
import { serverVersion } from '../objects.ts';
import type { Session } from '../session.ts';
import { GENERATOR, readTypes } from '../typegen.ts';
import { asSession, type Connection, openConnection } from './connection.ts';
import { type InWords, maskOf, wordsFor } from './failure.ts';
import { recordedMigrations } from './history.ts';
import { movesSessions } from './pooler.ts';
import { refuseWritableRole } from './role.ts';
import { refuseTablesThatCall } from './tables.ts';
import { isVerified, type Tls, tlsOf } from './tls.ts';

export interface LiveOptions {
  url: string;
  /** Path of the certificate that the server's must be signed with. */
  ca?: string | undefined;
  /** Seconds that one statement may take. */
  seconds: number;
  allowWritableRole: boolean;
}

/** Connects, and refuses a role that could write. Throws EnvironmentError and UsageError, which never repeat the URL. */
export async function openLive(options: LiveOptions): Promise<LiveDatabase> {
  const url = readLiveUrl(options.url, options.ca);
  if ('fault' in url)
    throw new UsageError({ message: perSurface`The live database ${url.fault}.`, remedy: url.remedy });
  const ssl = await tlsOf(url);
  const inWords = wordsFor(options.url, url);
  const connect = () => connectTo(url, ssl, options.seconds);
  const connection = await connect().catch((cause: unknown) => {
    throw inWords(cause);
  });
  try {
    const isShared =
      isTransactionPooler(url) || (await movesSessions(connection, connect).catch(inWordsOf(inWords)));
    await connection.ask(beginning(options.seconds)).catch(inWordsOf(inWords));
    const live = liveOn(connection, inWords, isShared ? [SHARED] : []);
    await live.read(refuseTablesThatCall);
    if (!options.allowWritableRole)
      await live.read((session) => refuseWritableRole(session, maskOf(options.url, url)));
    return live.database;
  } catch (error) {
    await connection.end();
    throw error;
  }
}

/** What the server's own limit does not reach, a network that is silent, is waited for a little longer. */
const SILENCE_MS = 15_000;

async function connectTo(url: LiveUrl, ssl: Tls, seconds: number): Promise<Connection> {
  const { host, port, user, password, database, options } = url;
  const whereabouts = {
    host,
    port,
    user,
    password,
    database,
    options,
    query_timeout: seconds * 1000 + SILENCE_MS,
  };
  const isKnownPeer = isLocal(host) || isVerified(ssl);
  try {
    return await openConnection({ ...whereabouts, ssl, isKnownPeer });
  } catch (cause) {
    if (url.sslMode !== 'prefer' || !/does not support SSL/.test(messageOf(cause))) throw cause;
    return await openConnection({ ...whereabouts, ssl: false, isKnownPeer });
  }
}

const LOCK_MS = 10_000;

/** An audit replays the migrations meanwhile. */
const IDLE_MINUTES = 30;

/**
 * One message, and settings that end with the transaction: behind whatever pooler, they reach nobody else. With row
 * security off, rows that would be hidden are an error instead. Just-in-time compilation takes seconds for each of our
 * large questions, and saves none. What is named without a schema is PostgreSQL's own, so nothing of the project's is
 * called; `pg_temp`, which a pooler may have used for somebody else, would come first if it were not named. With
 * constraint exclusion the planner evaluates check constraints. The rest is how PostgreSQL writes what it is asked for.
 */
const beginning = (seconds: number): string => `
begin isolation level repeatable read read only;
set local search_path = pg_catalog, pg_temp;
set local statement_timeout = '${seconds}s';
set local lock_timeout = '${Math.min(seconds * 500, LOCK_MS)}ms';
set local idle_in_transaction_session_timeout = '${IDLE_MINUTES}min';
set local row_security = off;
set local jit = off;
set local constraint_exclusion = off;
set local quote_all_identifiers = off;
set local timezone = 'UTC';
set local datestyle = 'ISO, MDY';
set local intervalstyle = 'postgres'`;

/** The path that the CLI has: the generator names types as seen from it. */
const PATH_OF_THE_CLI = '"$user", public, extensions';

const SHARED: Notice = {
  code: 'transaction-pooler',
  message:
    'The live database was read through a pooler in transaction mode. The audit is one transaction, so it reads the same there; it holds one connection of the pool until it ends.',
};

const inWordsOf =
  (inWords: InWords) =>
  (cause: unknown): never => {
    throw inWords(cause);
  };

type Reading = <T>(use: (session: Session) => Promise<T>) => Promise<T>;

function liveOn(
  connection: Connection,
  inWords: InWords,
  notices: readonly Notice[],
): { database: LiveDatabase; read: Reading } {
  const read = readingOn(connection, inWords);
  return {
    read,
    database: {
      notices,
      postgresVersion: () => read(serverVersion),
      history: () => read(recordedMigrations),
      catalogue: () => read(readCatalogue),
      catalogObjects: () => read(catalogObjects),
      extensions: () => read(installedExtensions),
      generateTypes: (schemas) =>
        read(async (session) => ({
          text: await readTypes(session, schemas, PATH_OF_THE_CLI),
          generator: GENERATOR,
        })),
      close: async () => {
        await connection.ask('rollback').catch(() => undefined);
        await connection.end();
      },
    },
  };
}

const SAVEPOINT = 'drift_gate_reading';

/**
 * One reading after the other, each in a savepoint that is rolled back: so it leaves no lock that a deployment would
 * wait for, a refusal does not end the transaction, and the savepoint proves that this is still the one.
 */
function readingOn(connection: Connection, inWords: InWords): Reading {
  let last: Promise<unknown> = Promise.resolve();
  return (use) => {
    const reading = last.then(async () => {
      let failed: Error | undefined;
      const session = asSession(connection.ask, (cause) => {
        failed ??= inWords(cause);
        return failed;
      });
      await session.query(`savepoint ${SAVEPOINT}`);
      try {
        const answer = await use(session);
        await session.query(`rollback to savepoint ${SAVEPOINT}`);
        return answer;
      } catch (error) {
        await session.run(`rollback to savepoint ${SAVEPOINT}`);
        // Whoever asked may have wrapped it.
        throw failed ?? error;
      }
    });
    last = reading.catch(() => undefined);
    return reading;
  };
}
