// The part that check and fix share: from a project to the changes between its committed and its generated types.

import { EnvironmentError, isKnownError, type KnownError } from '../errors.ts';
import type { Finding } from '../findings/finding.ts';
import type { Notice, ObjectCounts } from '../findings/notice.ts';
import { declaredIn } from '../migrations/declared.ts';
import { option } from '../options/table.ts';
import type {
  IncompleteReplay,
  OnProgress,
  ReplayPlan,
  ReplayTraced,
  ShadowDatabase,
  ShadowSource,
} from '../ports.ts';
import { defaultSchemas, mustChoose, type Project } from '../project/project.ts';
import { noTypesFound, type TypesFile, whichTypes } from '../project/types-file/types-file.ts';
import type { Diagram } from '../report/diagram.ts';
import type { Engine, Inventory, NotRun } from '../report/report.ts';
import { PLATFORM_SCHEMAS } from '../supabase/schemas.ts';
import { perSurface, type Surface } from '../surface.ts';
import type { TypeChange } from '../types/change.ts';
import type { SchemaChoice } from '../types/comparison.ts';
import type { DatabaseTypes } from '../types/model.ts';
import { evidenceOf } from './blame.ts';
import { diagramOf } from './diagram.ts';
import {
  type CommittedTypes,
  type Compared,
  committedIn,
  explain,
  type Told,
  type TypesModule,
  unreadNotices,
  withoutOthers,
} from './explanation.ts';
import { withVersions } from './extension-versions.ts';
import { ignoredNotices, isIgnored } from './ignored.ts';
import { inventoryOf } from './inventory.ts';
import { knownOf, withNarrowed } from './known.ts';
import { replayFindings } from './replay-findings.ts';
import { type Stopwatch, stopwatch } from './stopwatch.ts';
import { type InventoriedObject, objectsDeclaredIn, objectsIn } from './three-ways.ts';

export interface ComparisonPorts {
  source: ShadowSource;
  replayTraced: ReplayTraced;
  onProgress: OnProgress;
  /** Milliseconds on a clock that only runs forward. */
  now(): number;
}

export interface ComparisonOptions {
  /** The schemas that the user named. */
  schema: readonly string[];
  /** Patterns of what is left out. */
  ignore?: readonly string[];
  /** What may be narrower in the committed types. */
  narrowed?: readonly string[];
  /** Where what is said is shown; the command line when not told. */
  surface?: Surface;
}

/** What one committed file differs in. */
export interface FileComparison {
  file: TypesFile;
  changes: TypeChange[];
}

export interface ProjectComparison extends Told {
  /** With those of its types files that are types. */
  project: Project;
  notRun: NotRun[];
  schemas: string[];
  engine: Engine;
  timings: Record<string, number>;
  compared?: ObjectCounts;
  inventory: Inventory;
  /** A picture of some of the findings; absent when the types step did not run. */
  diagramOf?(findings: readonly Finding[]): Diagram | undefined;
  files: FileComparison[];
  /** The schemas of the migrations that the database holds, compared or not. */
  builtSchemas: string[];
  /** The generated types, when the replay came to its end. */
  generated?: GeneratedTypes;
}

export interface GeneratedTypes {
  text: string;
  /** What the text of a committed file differs in. Throws as `parseTypes` does. */
  changesOf(committed: string, path: string): TypeChange[];
}

/** The work at hand: what is compared, with what, and who is told. */
interface Work {
  project: Project;
  plan: ReplayPlan;
  options: ComparisonOptions;
  source: ShadowSource;
  shadow: ShadowDatabase;
  replayTraced: ReplayTraced;
  onProgress: OnProgress;
  timed: Stopwatch;
}

/** Replays the project's migrations, generates types and compares them with each committed file. */
export async function compareProject(
  project: Project,
  options: ComparisonOptions,
  { now, ...ports }: ComparisonPorts,
): Promise<ProjectComparison> {
  const plan = planOf(project, project.migrations);
  const shadow = ports.source.open(project, plan);
  try {
    return await compareWith({ ...ports, project, plan, options, shadow, timed: stopwatch(now) });
  } finally {
    await shadow.close();
  }
}

/** What a replay of some of a project's migrations runs. */
export const planOf = ({ roles, vault }: Project, migrations: ReplayPlan['migrations']): ReplayPlan => ({
  migrations,
  ...(vault.secrets.length > 0 && { secrets: vault.secrets }),
  ...(roles !== undefined && { roles }),
});

/** The schemas that types are compared of. */
export const choiceOf = (
  { config, pinnedCli }: Project,
  { schema, surface }: ComparisonOptions,
): SchemaChoice => ({
  named: schema,
  ...(surface !== undefined && { surface }),
  expected: defaultSchemas(config),
  platform: PLATFORM_SCHEMAS,
  ...(pinnedCli !== undefined && { pinnedCli }),
});

async function compareWith(work: Work): Promise<ProjectComparison> {
  const { project: given, plan, shadow, onProgress, timed } = work;
  const total = plan.migrations.length;
  onProgress('Replaying migrations', 0, total);
  // Asked for before anything is parsed, so that the database works while this thread does.
  const starting = timed('start', () => shadow.postgresVersion());
  const replaying = timed('replay', () =>
    shadow.replay(plan, (done) => onProgress('Replaying migrations', done, total)),
  );
  for (const promise of [starting, replaying]) promise.catch(() => undefined);

  const types = await timed('load', () => import('../types/comparison.ts'));
  const project = withoutOthers(given, types);
  const read = readCommitted(project, types);
  const postgresVersion = await starting;
  const outcome = await replaying;
  const found = { ...work, project };
  if (outcome.status !== 'replayed') return await stoppedReplay(found, read, outcome, postgresVersion);
  if (read.unreadable) throw read.unreadable;
  if (project.hasNoTypes) return await replayedOnly(found, postgresVersion);
  return await compareFiles(found, types, read.committed, postgresVersion);
}

/** The committed types, or why they can't be read, which must not hide that the migrations don't replay. */
interface ReadCommitted {
  committed: readonly CommittedTypes[];
  unreadable?: KnownError;
}

function readCommitted(project: Project, types: TypesModule): ReadCommitted {
  const { typesFiles, typesSearched, hasNoTypes } = project;
  try {
    if (typesFiles.length === 0 && typesSearched !== undefined && !hasNoTypes)
      throw noTypesFound(typesSearched);
    return { committed: committedIn(project, types) };
  } catch (error) {
    if (!isKnownError(error)) throw error;
    return { committed: [], unreadable: error };
  }
}

async function stoppedReplay(
  { project, plan, options, source, shadow, timed }: Work,
  { committed, unreadable }: ReadCommitted,
  failure: IncompleteReplay,
  postgresVersion: string,
): Promise<ProjectComparison> {
  const { database } = source.engine();
  const findings = await replayFindings({ project, plan, failure, database }, () => shadow.objects());
  const declared = await timed('texts', () => declaredIn(plan.migrations));
  return {
    project,
    findings,
    foundIn: new Map(),
    notices: [
      ...(unreadable ? [unreadableNotice(unreadable, options)] : []),
      ...unreadNotices(declared, plan.migrations.slice(0, failure.applied)),
    ],
    notRun: [{ part: 'types', reason: 'the migrations could not be replayed to the end' }],
    schemas: [],
    engine: { ...source.engine(), postgresVersion },
    timings: timed.all,
    inventory: inventoryOf('static', objectsDeclaredIn(declared), committed),
    builtSchemas: [],
    files: [],
  };
}

const NO_TYPES_YET =
  'the project has no generated types; `drift-gate fix --types src/database.types.ts` creates them';

/** Nothing to compare with: that the migrations replay is all that can be told. */
async function replayedOnly(
  { project, source, shadow, timed }: Work,
  postgresVersion: string,
): Promise<ProjectComparison> {
  const built = await shadow.catalogObjects();
  return {
    project,
    findings: [],
    foundIn: new Map(),
    notices: [],
    notRun: [{ part: 'types', reason: NO_TYPES_YET }],
    schemas: [],
    engine: { ...source.engine(), postgresVersion },
    timings: timed.all,
    inventory: inventoryOf('replay', objectsIn(built), [], []),
    builtSchemas: [...new Set(built.map(({ schema }) => schema))],
    files: [],
  };
}

function unreadableNotice(error: KnownError, { surface = 'command-line' }: ComparisonOptions): Notice {
  const { message, remedy } = error.on(surface);
  return { code: 'unreadable-types', message: `${message} ${remedy}` };
}

async function compareFiles(
  work: Work,
  types: TypesModule,
  committed: readonly CommittedTypes[],
  postgresVersion: string,
): Promise<ProjectComparison> {
  const { project, options, source, shadow, onProgress, timed } = work;
  onProgress('Generating types');
  const choice = choiceOf(project, options);
  const wanted = schemasWanted(committed, types, choice);
  const built = await shadow.catalogObjects();
  // The database generates types while this thread reads the migrations' texts.
  const generating = timed('generate', () => shadow.generateTypes(wanted));
  generating.catch(() => undefined);
  const versions = await withVersions(knownOf(built, ''), built, wanted, () =>
    declaredIn(work.plan.migrations),
  );
  const { text, generator } = await generating;
  const generated = types.parseTypes(text, 'the generated types', true);
  refuseNothing(generated, wanted);
  const facts = { ...knownOf(built, generator), versionedBy: versions.versionedBy };
  const known = withNarrowed(facts, options.narrowed);
  const compare = (one: DatabaseTypes) => types.compareTypes(one, generated, choice, known);
  const all = await timed('compare', async () => committed.map((one) => ({ ...one, ...compare(one.types) })));
  const { kept, ignored } = ignoring(types, options);
  const compared = all.map((one) => ({ ...one, changes: kept(one.changes) }));
  refuseChoosing(project, compared);
  const schemas = committed.length > 0 ? [...new Set(compared.flatMap((one) => one.schemas))].sort() : wanted;
  const told = compared.some(({ changes }) => changes.length > 0)
    ? await explained({ ...work, types, compared, generated, compare, built })
    : { findings: [], notices: [], foundIn: new Map() };
  return {
    ...told,
    project,
    notices: distinct([
      ...compared.flatMap(({ notices }) => notices),
      ...ignored(
        all.flatMap(({ changes }) => changes),
        objectsIn(built),
      ),
      ...told.notices,
    ]),
    notRun: [],
    schemas,
    engine: { ...source.engine(), postgresVersion, generator },
    timings: timed.all,
    compared: types.countObjects(generated, schemas),
    inventory: inventoryOf('replay', objectsIn(built), committed, schemas),
    diagramOf: (findings) =>
      diagramOf(
        findings,
        committed.map((one) => one.types),
        generated,
      ),
    builtSchemas: [...new Set(built.map(({ schema }) => schema))],
    files: compared,
    generated: { text, changesOf: (one, path) => kept(compare(types.parseTypes(one, path)).changes) },
  };
}

/** A file that is to be created holds what one without any schema would have to. */
function schemasWanted(
  committed: readonly CommittedTypes[],
  { schemasToGenerate }: TypesModule,
  choice: SchemaChoice,
): string[] {
  const held = committed.length > 0 ? committed.map(({ types }) => types) : [{ schemas: new Map() }];
  return [...new Set(held.flatMap((one) => schemasToGenerate(one, choice)))].sort();
}

/** What `--ignore` leaves of changes, and what is said of the others. */
function ignoring({ findingOf }: TypesModule, { ignore = [] }: ComparisonOptions) {
  const isLeftOut = (change: TypeChange): boolean => isIgnored(findingOf(change), ignore);
  return {
    kept: (changes: readonly TypeChange[]): TypeChange[] =>
      changes.filter((change) => ignore.length === 0 || !isLeftOut(change)),
    ignored: (changes: readonly TypeChange[], built: readonly InventoriedObject[]): Notice[] =>
      ignore.length === 0 ? [] : ignoredNotices(changes.filter(isLeftOut).map(findingOf), ignore, built),
  };
}

async function explained(
  work: Omit<Compared, 'evidence'> & Pick<Work, 'timed' | 'replayTraced' | 'onProgress'>,
): Promise<Told> {
  const { timed, plan, built, onProgress } = work;
  onProgress('Finding the statements behind the drift');
  const evidence = await timed('trace', () => evidenceOf(plan, built, work.replayTraced));
  return await timed('blame', () => explain({ ...work, evidence }));
}

/** Types of no schema at all would make every table look removed: the database answered, but not with a schema. */
function refuseNothing({ schemas: found }: DatabaseTypes, schemas: readonly string[]): void {
  if (found.size > 0) return;
  throw new EnvironmentError({
    message: `None of the schemas ${schemas.join(', ')} exists in the database that the migrations build.`,
    remedy: perSurface`Name schemas that the migrations create with ${option('schema')}, or correct api.schemas in supabase/config.toml.`,
  });
}

/** Where nobody said which of several files is meant, only an answer that holds for all of them is one. */
function refuseChoosing(project: Project, compared: readonly FileComparison[]): void {
  const { typesFiles } = project;
  const inSync = compared.filter(({ changes }) => changes.length === 0).map(({ file }) => file);
  if (mustChoose(project) && inSync.length < compared.length) throw whichTypes(typesFiles, inSync);
}

export const distinct = (notices: readonly Notice[]): Notice[] => [
  ...new Map(notices.map((notice) => [notice.message, notice])).values(),
];
