// The part that check and fix share: from a project to the changes between its committed and its generated types.

import { defaultSchemas, PLATFORM_SCHEMAS, type Project } from '../config/project.ts';
import type { TypesFile } from '../config/types-file.ts';
import { EnvironmentError } from '../errors.ts';
import type { Finding } from '../findings/finding.ts';
import type { Notice, ObjectCounts } from '../findings/notice.ts';
import type { OnProgress, OpenShadow, ReplayOutcome, ReplayPlan, ShadowDatabase } from '../ports.ts';
import type { Engine, NotRun } from '../report/report.ts';
import type { TypeChange } from '../types/change.ts';
import { replayFindings } from './replay-findings.ts';

export interface ComparisonPorts {
  openShadow: OpenShadow;
  onProgress: OnProgress;
  /** Milliseconds on a clock that only runs forward. */
  now(): number;
}

/** What one committed file differs in. */
export interface FileComparison {
  file: TypesFile;
  changes: TypeChange[];
}

export interface ProjectComparison {
  findings: Finding[];
  notices: Notice[];
  notRun: NotRun[];
  schemas: string[];
  engine: Pick<Engine, 'postgresVersion' | 'generator'>;
  timings: Record<string, number>;
  compared?: ObjectCounts;
  files: FileComparison[];
  /** The generated types, when the replay came to its end. */
  generated?: string;
}

/** Replays the project's migrations, generates types and compares them with each committed file. */
export async function compareProject(
  project: Project,
  named: readonly string[],
  ports: ComparisonPorts,
): Promise<ProjectComparison> {
  const plan: ReplayPlan = {
    migrations: project.migrations,
    ...(project.roles !== undefined && { roles: project.roles }),
  };
  const shadow = ports.openShadow(plan);
  try {
    return await compareWith(shadow, project, plan, named, ports);
  } finally {
    await shadow.close();
  }
}

async function compareWith(
  shadow: ShadowDatabase,
  project: Project,
  plan: ReplayPlan,
  named: readonly string[],
  ports: ComparisonPorts,
): Promise<ProjectComparison> {
  const timed = stopwatch(ports.now);
  // Asked for before anything is parsed, so that the database works while this thread does.
  const starting = timed('start', () => shadow.postgresVersion());
  const replaying = timed('replay', () => replayWithProgress(shadow, plan, ports.onProgress));
  replaying.catch(() => undefined);

  const types = await timed('load', () => import('../types/comparison.ts'));
  const choice = { named, expected: defaultSchemas(project.config), platform: PLATFORM_SCHEMAS };
  const committed = project.typesFiles.map((file) => ({
    file,
    types: types.parseTypes(file.text, file.path),
  }));

  const postgresVersion = await starting;
  const outcome = await replaying;
  if (outcome.status === 'failed') {
    const findings = await replayFindings(project, plan, outcome, () => shadow.objects());
    return {
      findings,
      notices: [],
      notRun: [{ part: 'types', reason: 'the migrations could not be replayed to the end' }],
      schemas: [],
      engine: { postgresVersion },
      timings: timed.all,
      files: [],
    };
  }

  ports.onProgress('Generating types');
  const schemas = [...new Set(committed.flatMap((one) => types.schemasToGenerate(one.types, choice)))].sort();
  const { text, generator } = await timed('generate', () => shadow.generateTypes(schemas));
  const { compared, counts } = await timed('compare', async () => {
    const generated = types.parseTypes(text, 'the generated types');
    refuseNothing(generated.schemas.size, schemas);
    return {
      counts: types.countObjects(generated),
      compared: committed.map((one) => ({
        file: one.file,
        ...types.compareTypes(one.types, generated, choice),
      })),
    };
  });
  return {
    findings: withFiles(
      compared.map(({ file, changes }) => ({ path: file.path, findings: changes.map(types.findingOf) })),
    ),
    notices: distinct(compared.flatMap(({ notices }) => notices)),
    notRun: [],
    schemas,
    engine: { postgresVersion, generator },
    timings: timed.all,
    compared: counts,
    files: compared,
    generated: text,
  };
}

function replayWithProgress(
  shadow: ShadowDatabase,
  plan: ReplayPlan,
  onProgress: OnProgress,
): Promise<ReplayOutcome> {
  const total = plan.migrations.length;
  onProgress('Replaying migrations', 0, total);
  return shadow.replay(plan, (done) => onProgress('Replaying migrations', done, total));
}

/** Types of no schema at all would make every table look removed: the database answered, but not with a schema. */
function refuseNothing(found: number, schemas: readonly string[]): void {
  if (found > 0) return;
  throw new EnvironmentError({
    message: `None of the schemas ${schemas.join(', ')} exists in the database that the migrations build.`,
    remedy:
      'Name schemas that the migrations create with --schema, or mend api.schemas in supabase/config.toml.',
  });
}

/** Findings of several files, each once; where the project has more than one file, a finding says which it is in. */
function withFiles(files: readonly { path: string; findings: Finding[] }[]): Finding[] {
  if (files.length < 2) return files.flatMap(({ findings }) => findings);
  const merged = new Map<string, Finding>();
  for (const { path, findings } of files) {
    for (const finding of findings) {
      const known = merged.get(finding.fingerprint) ?? { ...finding, details: [] };
      merged.set(finding.fingerprint, { ...known, details: [...(known.details ?? []), `in ${path}`] });
    }
  }
  return [...merged.values()];
}

const distinct = (notices: readonly Notice[]): Notice[] => [
  ...new Map(notices.map((notice) => [notice.message, notice])).values(),
];

/** Measures phases in milliseconds. Phases overlap: the database starts while the main thread loads the parser. */
function stopwatch(now: () => number): {
  <T>(phase: string, run: () => Promise<T>): Promise<T>;
  all: Record<string, number>;
} {
  const all: Record<string, number> = {};
  const timed = async <T>(phase: string, run: () => Promise<T>): Promise<T> => {
    const start = now();
    try {
      return await run();
    } finally {
      all[phase] = Math.round(now() - start);
    }
  };
  return Object.assign(timed, { all });
}
