// Git's side of an audit: what the applied migrations build, held against the live database, and what all of them
// would build. Where they can't be replayed, their texts are asked instead.

import { type Declarations, declaredIn } from '../migrations/declared.ts';
import type { MigrationSource } from '../migrations/migration.ts';
import type {
  CatalogObject,
  Catalogue,
  CompareStructure,
  IncompleteReplay,
  ReplayOutcome,
  ReplayPlan,
  ShadowDatabase,
  Structure,
} from '../ports.ts';
import type { Project } from '../project/project.ts';
import type { Inventory } from '../report/report.ts';
import { type Generated, generatedBy, type LiveSource } from './audit-live.ts';
import { type Standing, standingOf } from './base-schema.ts';
import { type Evidence, evidenceOf, evidenceOfTexts } from './blame.ts';
import { type ComparisonPorts, planOf } from './comparison.ts';
import type { TypesModule } from './explanation.ts';
import type { ReadTexts } from './extension-versions.ts';
import { type Stop, whyStopped } from './replay-findings.ts';
import type { Stopwatch } from './stopwatch.ts';
import { type InventoriedObject, objectsDeclaredIn, objectsIn } from './three-ways.ts';

export interface GitSource {
  /** Who says what Git has. */
  from: Inventory['gitFrom'];
  /** What the applied migrations leave, and what all of them do. */
  applied: readonly InventoriedObject[];
  all: readonly InventoriedObject[];
  /** What the applied ones built; nothing without a replay. */
  built: readonly CatalogObject[];
  /** Of the applied ones; gathered when something is to be blamed. */
  evidence?: Evidence;
  /** Absent when there was nothing to compare. */
  structure?: Structure;
  /** The types of what all migrations build; absent when they could not be replayed. */
  generated?: Generated;
  stopped?: Stopped;
  /** Of the shadow database. */
  postgresVersion: string;
}

/** A replay that did not come to its end. */
export interface Stopped extends Stop {
  /** Whether files that are not applied yet are why. */
  isPending: boolean;
  /** What they stand on, when it is that which is missing. */
  standing?: Standing;
}

export interface GitWork extends ComparisonPorts {
  project: Project;
  types: TypesModule;
  /** The schemas whose types are compared with committed ones. */
  compared: readonly string[];
  applied: readonly MigrationSource[];
  pending: readonly MigrationSource[];
  compareStructure: CompareStructure;
  /** Reads the texts of all migrations, once. */
  texts: ReadTexts;
  timed: Stopwatch;
}

/** Replays, compares, and reads what was built. Fails as soon as the live database does. */
export async function readGit(work: GitWork, live: Promise<LiveSource>): Promise<GitSource> {
  const { applied, timed } = work;
  const first = await onShadow(work, planOf(work.project, applied), async (shadow, plan) => {
    const [there, rebuilt] = await Promise.all([live, rebuild(work, shadow, plan)]);
    const postgresVersion = await shadow.postgresVersion();
    if ('failure' in rebuilt) {
      const declared = await readTexts(work, applied);
      const stopped = await stopOf(work, { shadow, plan, ...rebuilt, declared }, there);
      return { postgresVersion, declared, stopped };
    }
    work.onProgress('Comparing structure');
    const structure = await timed('structure', () =>
      work.compareStructure(rebuilt.expected, there.catalogue, shadow.rehearse),
    );
    return { postgresVersion, structure, ...(await builtIn(work, shadow)) };
  });
  if (first.stopped !== undefined) return await byTexts(work, first);
  const { built, structure, generated, ...rest } = first;
  const evidence =
    structure.changes.length > 0
      ? await timed('trace', () => evidenceOf(planOf(work.project, applied), built, work.replayTraced))
      : undefined;
  const source = {
    ...rest,
    from: 'replay' as const,
    applied: objectsIn(built),
    built,
    structure,
    ...(evidence && { evidence }),
  };
  return work.pending.length === 0
    ? { ...source, all: source.applied, generated }
    : { ...source, ...(await withPending(work, live)) };
}

/** In the order of replay, each version once. */
const everyFile = ({ project, applied, pending }: GitWork): MigrationSource[] =>
  project.migrations.filter((file) => applied.includes(file) || pending.includes(file));

async function onShadow<T>(
  { source, project }: GitWork,
  plan: ReplayPlan,
  use: (shadow: ShadowDatabase, plan: ReplayPlan) => Promise<T>,
): Promise<T> {
  const shadow = source.open(project, plan);
  try {
    return await use(shadow, plan);
  } finally {
    await shadow.close();
  }
}

function replayed(
  { onProgress, timed }: GitWork,
  shadow: ShadowDatabase,
  plan: ReplayPlan,
  phase: string,
): Promise<ReplayOutcome> {
  const total = plan.migrations.length;
  onProgress('Replaying migrations', 0, total);
  return timed(phase, () => shadow.replay(plan, (done) => onProgress('Replaying migrations', done, total)));
}

async function rebuild(
  work: GitWork,
  shadow: ShadowDatabase,
  plan: ReplayPlan,
): Promise<{ failure: IncompleteReplay } | { expected: Catalogue }> {
  const outcome = await replayed(work, shadow, plan, 'replay');
  return outcome.status === 'replayed' ? { expected: await shadow.catalogue() } : { failure: outcome };
}

async function builtIn({ types, compared, texts, timed }: GitWork, shadow: ShadowDatabase) {
  const built = await shadow.catalogObjects();
  return {
    built,
    generated: await timed('generate', () => generatedBy(shadow, types, compared, built, texts)),
  };
}

/** What all files build, as `check` sees it: with those that the live database does not have yet. */
async function withPending(
  work: GitWork,
  live: Promise<LiveSource>,
): Promise<Pick<GitSource, 'all' | 'generated' | 'stopped'>> {
  return await onShadow(work, planOf(work.project, everyFile(work)), async (shadow, plan) => {
    const outcome = await replayed(work, shadow, plan, 'replay-pending');
    if (outcome.status === 'replayed') {
      const { built, generated } = await builtIn(work, shadow);
      return { all: objectsIn(built), generated };
    }
    const declared = await readTexts(work, plan.migrations);
    const stopped = await stopOf(work, { shadow, plan, failure: outcome, declared }, await live);
    return { all: objectsDeclaredIn(declared), stopped: { ...stopped, isPending: true } };
  });
}

async function stopOf(
  work: GitWork,
  {
    shadow,
    plan,
    failure,
    declared,
  }: { shadow: ShadowDatabase; plan: ReplayPlan; failure: IncompleteReplay; declared: Declarations },
  live: LiveSource,
): Promise<Stopped> {
  const { database } = work.source.engine();
  const stop = await whyStopped({ project: work.project, plan, failure, database }, () => shadow.objects());
  const standing = standingOf(stop, failure, live.built, declared);
  return { ...stop, isPending: false, ...(standing && { standing }) };
}

async function byTexts(
  work: GitWork,
  { declared, ...rest }: Pick<GitSource, 'postgresVersion' | 'stopped'> & { declared: Declarations },
): Promise<GitSource> {
  const held = objectsDeclaredIn(declared);
  const all = work.pending.length === 0 ? held : objectsDeclaredIn(await readTexts(work, everyFile(work)));
  return {
    ...rest,
    from: 'static',
    applied: held,
    all,
    built: [],
    evidence: await evidenceOfTexts(declared),
  };
}

const readTexts = ({ timed }: GitWork, migrations: readonly MigrationSource[]): Promise<Declarations> =>
  timed('texts', () => declaredIn(migrations));
