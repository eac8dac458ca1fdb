// A shadow database that the real Supabase CLI resets and generates types of: `supabase db reset`, then
// `supabase gen types`, on the embedded database, a URL or the local stack.

import { EnvironmentError, UsageError } from '../../errors.ts';
import { type Declarations, declaredIn } from '../../migrations/declared.ts';
import { fileOf, type MigrationSource } from '../../migrations/migration.ts';
import { option } from '../../options/table.ts';
import type { CatalogObject, OpenShadow, ReplayOutcome, ReplayPlan, ShadowDatabase } from '../../ports.ts';
import { standsFor } from '../../project/environment.ts';
import type { Project } from '../../project/project.ts';
import { perSurface } from '../../surface.ts';
import { endedIn } from '../embedded/replay-watch.ts';
import { openedBy, undoneReplay } from '../open-transactions.ts';
import { type CliCalls, cliCalls } from './calls.ts';
import { resetCommand, type Target, typesCommand } from './commands.ts';
import { begunMigrations, refusedMigration } from './failure.ts';
import { localStackPlace } from './local-stack.ts';
import { type CliPlace, embeddedPlace, urlPlace } from './places.ts';
import { makeWorkdir, type Workdir } from './workdir.ts';

export interface CliShadowOptions {
  database: 'embedded' | 'local-stack' | 'url';
  databaseUrl: string | undefined;
  /** `--supabase-cli` */
  program: string | undefined;
  /** The limit of one call. */
  seconds: number;
  /** Gets what the CLI says, a line at a time and without secrets. */
  log(line: string): void;
  /** Is told the release of the CLI once it is known. */
  onVersion(version: string): void;
}

/** Makes what opens such databases. */
export const cliShadowOf =
  (options: CliShadowOptions): OpenShadow =>
  (project, plan) => {
    const { config, variables } = project;
    const texts = new Map(config.texts.map((text) => [text, standsFor(text, variables)]));
    const workdir = makeWorkdir(project.directory, texts);
    const calls = cliCalls(project, {
      program: options.program,
      workdir,
      seconds: options.seconds,
      secretUrl: options.databaseUrl,
      log: options.log,
    });
    const place = placeOf(options, project, plan, calls, workdir);
    return shadowOn(place, { calls, workdir, project, options, migrations: plan.migrations });
  };

interface Surroundings {
  calls: CliCalls;
  workdir: Workdir;
  project: Project;
  options: CliShadowOptions;
  migrations: ReplayPlan['migrations'];
}

function placeOf(
  { database, databaseUrl }: CliShadowOptions,
  project: Project,
  plan: ReplayPlan,
  calls: CliCalls,
  workdir: Workdir,
): CliPlace {
  if (database === 'local-stack') return localStackPlace(project, calls, workdir.complete);
  workdir.complete();
  return databaseUrl === undefined ? embeddedPlace(project, plan) : urlPlace(databaseUrl, project);
}

function shadowOn(
  place: CliPlace,
  { calls, workdir, project, options, migrations }: Surroundings,
): ShadowDatabase {
  const starting = start(place, calls, project, options);
  starting.catch(() => undefined);
  return {
    postgresVersion: async () => (await starting).postgresVersion,
    replay: async (plan, onProgress) => {
      const { target } = await starting;
      const failure = plan.roles === undefined ? undefined : await place.runRoles(plan.roles);
      return failure ?? place.refused() ?? (await reset(place, calls, { target, plan, onProgress }));
    },
    objects: place.objects,
    catalogObjects: async () => withFiles(await place.catalogObjects(), await declaredIn(migrations)),
    extensions: place.extensions,
    generateTypes: async (schemas) => {
      const { target } = await starting;
      return await types(place, calls, { target, schemas, seconds: options.seconds });
    },
    catalogue: place.catalogue,
    rehearse: place.rehearse,
    close: async () => {
      calls.end();
      try {
        await place.close();
      } finally {
        workdir.remove();
      }
    },
  };
}

/** The CLI does not say which file created what: the files do, but for what their code makes up. */
const withFiles = (built: readonly CatalogObject[], declared: Declarations): CatalogObject[] =>
  built.map((object) => {
    const { kind, schema, name } = object;
    const created = declared.created(
      kind === 'function' ? { kind, schema, name, args: [] } : { kind, schema, name },
    );
    return created ? { ...object, createdIn: created.location.file } : object;
  });

async function start(
  place: CliPlace,
  calls: CliCalls,
  { config }: Project,
  { onVersion }: CliShadowOptions,
): Promise<{ target: Target; postgresVersion: string }> {
  if (!config.migrationsEnabled)
    throw new UsageError({
      message: 'supabase/config.toml disables db.migrations, so `supabase db reset` builds nothing.',
      remedy: perSurface`Enable them, or use ${option('resetWith', 'built-in')}, which replays them all the same.`,
    });
  onVersion((await calls.cli()).version);
  return await place.prepare();
}

async function reset(
  place: CliPlace,
  calls: CliCalls,
  { target, plan, onProgress }: { target: Target; plan: ReplayPlan; onProgress: (done: number) => void },
): Promise<ReplayOutcome> {
  const cli = await calls.cli();
  const command = resetCommand(cli, target);
  let begun = 0;
  const outcome = await calls.run(command, {
    onLine: (line) => {
      begun += begunMigrations(line).length;
      onProgress(Math.max(0, begun - 1));
    },
  });
  const refusal = await place.takeOver().catch((cause: unknown) => {
    const last = plan.migrations[begun - 1];
    throw last === undefined ? cause : endedIn(fileOf(last.file), cause);
  });
  if (outcome.code !== 0) {
    const refused = refusedMigration(outcome.stderr, plan.migrations, cli, refusal);
    if (refused === undefined) throw await calls.failure(command, outcome);
    place.refuseLack(refused);
    const leftOpen = openedBy(await unrecorded(place, plan.migrations.slice(0, refused.applied)));
    return leftOpen.length === 0 ? refused : undoneReplay(leftOpen, plan, refused);
  }
  const missing = await unrecorded(place, plan.migrations);
  if (missing.length === 0) return { status: 'replayed', applied: plan.migrations.length };
  if (begun < plan.migrations.length) throw shortfall(missing.length, plan);
  const leftOpen = openedBy(missing);
  if (leftOpen.length > 0) return undoneReplay(leftOpen, plan);
  // A migration may remove rows of the history, which the CLI does not mind.
  if (plan.migrations.some(({ sql }) => NAMES_HISTORY.test(sql)))
    return { status: 'replayed', applied: plan.migrations.length };
  throw shortfall(missing.length, plan);
}

const NAMES_HISTORY = /schema_migrations/i;

/** That the CLI ran a file to its end is believed when the database says so too. */
async function unrecorded(place: CliPlace, files: ReplayPlan['migrations']): Promise<MigrationSource[]> {
  if (files.length === 0) return [];
  const recorded = new Set(await place.recordedVersions().catch(() => []));
  return files.filter(({ version }) => !recorded.has(version));
}

const shortfall = (missing: number, { migrations }: ReplayPlan): EnvironmentError =>
  new EnvironmentError({
    message: `\`supabase db reset\` ended without an error, but the history holds ${migrations.length - missing} of ${migrations.length} migrations.`,
    remedy: 'See what it said above.',
  });

async function types(
  place: CliPlace,
  calls: CliCalls,
  { target, schemas, seconds }: { target: Target; schemas: readonly string[]; seconds: number },
): Promise<{ text: string; generator: string }> {
  const cli = await calls.cli();
  const held = new Set(
    (await place.objects()).filter(({ kind }) => kind === 'schema').map(({ name }) => name),
  );
  const existing = schemas.filter((name) => held.has(name));
  const command = typesCommand(cli, target, { schemas: publicFirst(existing, schemas), seconds });
  const outcome = await calls.run(command);
  await place.takeOver();
  if (outcome.code !== 0) throw await calls.failure(command, outcome);
  refuseNonsense(outcome.stdout, existing);
  return { text: outcome.stdout, generator: `supabase ${cli.version}` };
}

/** The first is the one that the helper types default to. The CLI takes its own choice for none, so none is not an answer. */
function publicFirst(existing: readonly string[], asked: readonly string[]): string[] {
  const named = existing.length > 0 ? existing : asked;
  return [...named].sort((a, b) => Number(b === 'public') - Number(a === 'public'));
}

/** The CLI ends with 0 on nonsense too: an error as JSON, no schema at all, nothing. */
function refuseNonsense(text: string, schemas: readonly string[]): void {
  // Unformatted, a schema's key may stand anywhere in a line.
  const keys = new Set(
    [
      ...text.matchAll(/(?:"([^"\n]+)"|(?<![\p{ID_Continue}$])([\p{ID_Start}_$][\p{ID_Continue}$]*)): ?\{/gu),
    ].map(([, quoted, bare]) => quoted ?? bare),
  );
  const reason = !/^export (type|interface) Database\b/m.test(text)
    ? 'holds no `Database` type'
    : schemas.filter((name) => !keys.has(name)).map((name) => `lacks schema \`${name}\`, which exists`)[0];
  if (reason === undefined) return;
  throw new EnvironmentError({
    message: `\`supabase gen types\` ended without an error, but what it gave ${reason}.`,
    remedy: perSurface`See what it said above; ${option('resetWith', 'built-in')} does without it.`,
  });
}
