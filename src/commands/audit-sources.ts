// The three sources of an audit, read: the live database and the migrations at the same time, the committed types first.

import { UsageError } from '../errors.ts';
import { named as asCode } from '../findings/prose.ts';
import { declaredIn } from '../migrations/declared.ts';
import { option } from '../options/table.ts';
import type { CompareStructure, OpenLive } from '../ports.ts';
import type { Project } from '../project/project.ts';
import { perSurface } from '../surface.ts';
import type { SchemaChoice } from '../types/comparison.ts';
import { type GitSource, readGit } from './audit-git.ts';
import { type LiveSource, readLive } from './audit-live.ts';
import { type ComparisonOptions, type ComparisonPorts, choiceOf } from './comparison.ts';
import { type CommittedTypes, committedIn, type TypesModule, withoutOthers } from './explanation.ts';
import { type HistoryResult, historyOf } from './history.ts';
import type { Stopwatch } from './stopwatch.ts';
import { type InventoriedObject, objectsIn } from './three-ways.ts';

export interface SourcePorts extends ComparisonPorts {
  openLive: OpenLive;
  compareStructure: CompareStructure;
}

export interface Sources {
  project: Project;
  types: TypesModule;
  committed: readonly CommittedTypes[];
  /** The schemas to look at, for the types. */
  choice: SchemaChoice;
  /** Patterns of what may be narrower in the committed types. */
  narrowed: readonly string[];
  history: HistoryResult;
  live: LiveSource;
  git: GitSource;
  /** What each has in the schemas that are looked at; Git by its applied files, and by all. */
  held: {
    live: readonly InventoriedObject[];
    applied: readonly InventoriedObject[];
    all: readonly InventoriedObject[];
  };
}

/** Reads all three. When the live database or the replay fails, the other is ended, and that failure is thrown. */
export async function readSources(
  given: Project,
  options: ComparisonOptions,
  ports: SourcePorts,
  timed: Stopwatch,
): Promise<Sources> {
  const { onProgress } = ports;
  const { schema: named } = options;
  onProgress('Connecting to the live database');
  const live = await timed('connect', ports.openLive);
  const close = once(() => live.close());
  try {
    const recorded = await live.history();
    const history = await historyOf(recorded, given.migrations, given.duplicates);
    const types = await timed('load', () => import('../types/comparison.ts'));
    const project = withoutOthers(given, types);
    const committed = committedIn(project, types);
    const choice = choiceOf(project, options);
    const compared = schemasOf(committed, choice, types);
    onProgress('Reading the live database');
    const texts = once(() => declaredIn(project.migrations));
    const reading = timed('live', () => readLive(live, types, compared, texts)).finally(close);
    const work = { ...ports, ...history, project, types, compared, texts, timed };
    const [there, git] = await Promise.all([reading, readGit(work, reading)]);
    refuseUnknown(named, committed, there, git);
    const { narrowed = [] } = options;
    const held = heldIn(there, git, named);
    return { project, types, committed, choice, narrowed, history, live: there, git, held };
  } finally {
    await close();
  }
}

/** Does it at the first call; all others get the same answer. */
function once<T>(act: () => Promise<T>): () => Promise<T> {
  let acting: Promise<T> | undefined;
  return () => {
    acting ??= act();
    return acting;
  };
}

const schemasOf = (
  committed: readonly CommittedTypes[],
  choice: SchemaChoice,
  { schemasToGenerate }: TypesModule,
): string[] =>
  [
    ...new Set([...choice.named, ...committed.flatMap(({ types }) => schemasToGenerate(types, choice))]),
  ].sort();

/** A name that nobody knows was mistyped: of it nothing would be found, and all be well. */
function refuseUnknown(
  names: readonly string[],
  committed: readonly CommittedTypes[],
  live: LiveSource,
  git: GitSource,
): void {
  const sides = [...committed.map(({ types }) => types), live.generated.types, git.generated?.types];
  const held = [...live.built, ...git.applied, ...git.all];
  const unknown = names.filter(
    (name) => !sides.some((side) => side?.schemas.has(name)) && !held.some(({ schema }) => schema === name),
  );
  if (unknown.length === 0) return;
  throw new UsageError({
    message: perSurface`${unknown.length === 1 ? 'Schema' : 'Schemas'} ${unknown.map(asCode).join(', ')}, named with ${option('schema')}, ${unknown.length === 1 ? 'is' : 'are'} neither in the live database nor in the migrations nor in the committed types.`,
    remedy: perSurface`Correct ${option('schema')}, or leave it out.`,
  });
}

function heldIn(live: LiveSource, git: GitSource, named: readonly string[]): Sources['held'] {
  const looked = (held: readonly InventoriedObject[]): InventoriedObject[] =>
    held.filter(({ schema }) => named.length === 0 || named.includes(schema));
  return { live: looked(objectsIn(live.built)), applied: looked(git.applied), all: looked(git.all) };
}
