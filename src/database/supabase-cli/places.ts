// Where the database that the CLI resets runs: embedded in a process of ours, or behind a URL. The third place is
// local-stack.ts.

import { EnvironmentError, UsageError } from '../../errors.ts';
import { type KnownObject, ROLES } from '../../migrations/migration.ts';
import { splitStatements } from '../../migrations/split.ts';
import { option } from '../../options/table.ts';
import type {
  CatalogObject,
  Catalogue,
  IncompleteReplay,
  InstalledExtension,
  ReplayFailure,
  ReplayPlan,
} from '../../ports.ts';
import type { Project } from '../../project/project.ts';
import { perSurface } from '../../surface.ts';
import { catalogObjects, installedExtensions } from '../catalog-objects.ts';
import { startWorker, structureOf } from '../embedded/shadow.ts';
import { NAMED_DATABASE, withConnection } from '../live/connection.ts';
import { knownObjects, recordedVersions, serverVersion } from '../objects.ts';
import { leftOpenBy, undoneReplay } from '../open-transactions.ts';
import { refusedCopy, refusedStatement } from '../refusals.ts';
import type { ServerError, Session } from '../session.ts';
import type { Target } from './commands.ts';

/** A database as the CLI's driver needs it. */
export interface CliPlace {
  /** Makes it ready for the CLI. */
  prepare(): Promise<{ target: Target; postgresVersion: string }>;
  /** `supabase/roles.sql`, where the CLI's reset leaves it out. */
  runRoles(roles: string): Promise<IncompleteReplay | undefined>;
  /** The migration that this server must not be sent. */
  refused(): ReplayFailure | undefined;
  /** Throws EnvironmentError when what a migration missed is what this database should have had from the start. */
  refuseLack(failure: ReplayFailure): void;
  /** The CLI has ended: the database is ours again. Gives what it refused last, where that can be known. */
  takeOver(): Promise<ServerError | undefined>;
  objects(): Promise<KnownObject[]>;
  catalogObjects(): Promise<CatalogObject[]>;
  extensions(): Promise<InstalledExtension[]>;
  recordedVersions(): Promise<string[]>;
  catalogue(): Promise<Catalogue>;
  rehearse(statements: readonly string[]): Promise<Catalogue>;
  close(): Promise<void>;
}

export function embeddedPlace({ config }: Project, plan: ReplayPlan): CliPlace {
  const { migrations } = plan;
  const worker = startWorker(plan, { listens: true });
  return {
    prepare: async () => {
      const { port } = await worker.ask({ method: 'serve', avoidPort: config.port });
      const { postgresVersion } = await worker.ask({ method: 'open' });
      const url = `postgresql://postgres:postgres@127.0.0.1:${port}/postgres?sslmode=disable`;
      return { target: { kind: 'url', url }, postgresVersion };
    },
    runRoles: async (roles) => {
      const { outcome } = await worker.ask({ method: 'replay', plan: { roles, migrations: [] } });
      return outcome.status === 'replayed' ? undefined : outcome;
    },
    refused: () => refusedCopy(migrations),
    refuseLack: () => undefined,
    takeOver: async () => (await worker.ask({ method: 'takeOver' })).refusal,
    objects: async () => (await worker.ask({ method: 'objects' })).objects,
    catalogObjects: async () => (await worker.ask({ method: 'catalogObjects' })).built,
    extensions: async () => (await worker.ask({ method: 'extensions' })).extensions,
    recordedVersions: async () => (await worker.ask({ method: 'recordedVersions' })).versions,
    ...structureOf(worker),
    close: worker.close,
  };
}

/** The questions that a database behind a URL is asked. */
export const questionsTo = (url: string, words = NAMED_DATABASE) => ({
  objects: () => withConnection(url, knownObjects, words),
  catalogObjects: () => withConnection(url, (session) => catalogObjects(session), words),
  extensions: () => withConnection(url, installedExtensions, words),
  recordedVersions: () => withConnection(url, recordedVersions, words),
  catalogue: async () => {
    const { readCatalogue } = await import('../catalogue.ts');
    return await withConnection(url, readCatalogue, words);
  },
  rehearse: async (statements: readonly string[]) => {
    const { rehearse } = await import('../catalogue.ts');
    return await withConnection(url, (session) => rehearse(session, statements), words);
  },
  postgresVersion: () => withConnection(url, serverVersion, words),
});

export function urlPlace(given: string, { config }: Project): CliPlace {
  const url = withoutTls(given);
  const { postgresVersion, ...questions } = questionsTo(url);
  return {
    ...questions,
    prepare: async () => {
      refuseOwnStack(url, config.port);
      await withConnection(url, refuseUsers);
      return { target: { kind: 'url', url }, postgresVersion: await postgresVersion() };
    },
    runRoles: (roles) => withConnection(url, (session) => runRolesOnServer(session, roles)),
    refused: () => undefined,
    refuseLack: refusePlainServer,
    takeOver: async () => undefined,
    close: async () => undefined,
  };
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** On this machine nothing is encrypted unless the URL says so: the CLI would otherwise say so on standard output. */
function withoutTls(given: string): string {
  const url = new URL(given);
  if (LOOPBACK.has(url.hostname) && !url.searchParams.has('sslmode'))
    url.searchParams.set('sslmode', 'disable');
  return url.href;
}

/** The CLI takes such a URL for the local stack, whatever listens there. */
function refuseOwnStack(given: string, port: number): void {
  const url = new URL(given);
  if (!LOOPBACK.has(url.hostname) || Number(url.port || 5432) !== port) return;
  throw new UsageError({
    message: perSurface`The URL of ${option('database')} is on port ${port}, which is db.port of supabase/config.toml: the CLI takes it for the local stack.`,
    remedy: perSurface`Let the disposable database listen on another port, or use ${option('database', 'local-stack')}.`,
  });
}

const OF_THE_PLATFORM =
  /^(?:schema|role) "(auth|storage|realtime|extensions|vault|graphql|graphql_public|anon|authenticated|service_role|authenticator|supabase_admin)" does not exist$/;

/** A migration may take for granted what every Supabase database has: that a plain server lacks it is no drift. */
function refusePlainServer({ message }: ReplayFailure): void {
  if (!OF_THE_PLATFORM.test(message)) return;
  throw new EnvironmentError({
    message: perSurface`The database of ${option('database')} is no Supabase database: ${message}.`,
    remedy: perSurface`Name one of the image supabase/postgres, or leave ${option('database')} out: the embedded one has it all.`,
  });
}

/** A reset empties auth.users. Whoever has users there has a database that is not for throwing away. */
async function refuseUsers(session: Session): Promise<void> {
  const { rows: tables } = await session.query<{ found: boolean }>(
    `select to_regclass('auth.users') is not null as found`,
  );
  if (!tables[0]?.found) return;
  const { rows } = await session.query<{ found: boolean }>('select exists (select from auth.users) as found');
  if (!rows[0]?.found) return;
  throw new UsageError({
    message: perSurface`The database of ${option('database')} has rows in auth.users, and a reset would delete them with everything else.`,
    remedy: 'Name a disposable database; if this is one, empty it first (`delete from auth.users`).',
  });
}

/** Roles belong to the server, not to the database, so those of an earlier run may still be there. */
const DUPLICATE_OBJECT = '42710';

async function runRolesOnServer(session: Session, roles: string): Promise<IncompleteReplay | undefined> {
  const script = { file: ROLES, sql: roles };
  for (const statement of splitStatements(roles)) {
    const { error } = await session.run(statement.text);
    if (error && error.sqlState !== DUPLICATE_OBJECT)
      return { ...refusedStatement(script, statement, error), applied: 0 };
  }
  // Outside of a transaction, a savepoint is refused.
  const { error } = await session.run('savepoint behind_roles');
  return error ? undefined : undoneReplay(leftOpenBy([script]), { migrations: [] });
}
