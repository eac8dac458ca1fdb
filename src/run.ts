// Runs a command with the real database and the real file system behind it: what the command line and the Action
// share. Gives a report whatever happens; only a bug is thrown.

import { accept } from './commands/accept.ts';
import { type AuditPorts, audit } from './commands/audit.ts';
import { check } from './commands/check.ts';
import { type ConfirmPorts, confirmedCheck } from './commands/confirm.ts';
import { fix } from './commands/fix.ts';
import { init } from './commands/init.ts';
import { openShadow, replayTraced } from './database/embedded/shadow.ts';
import { isKnownError, type KnownError, UsageError } from './errors.ts';
import { type Options, repeated } from './options/options.ts';
import type { CommandName } from './options/row.ts';
import { OPTIONS } from './options/table.ts';
import type {
  CompareStructure,
  LiveDatabase,
  OnProgress,
  OpenShadow,
  ReplayTraced,
  ShadowSource,
} from './ports.ts';
import { PROGRAM } from './program.ts';
import { discoverProject } from './project/disk/discover.ts';
import { filesOf, refuseUnwritable, writeReport } from './project/disk/disk.ts';
import { commitOf } from './project/disk/git/commit.ts';
import { openInventory } from './project/disk/inventory.ts';
import type { WithoutTypes } from './project/disk/types/committed-types.ts';
import { projectFolder, repositoryPrefix } from './project/disk/where.ts';
import { type Writing, writesTogether } from './project/disk/writes.ts';
import type { Project } from './project/project.ts';
import { failedReport } from './report/failed.ts';
import { withLevel } from './report/failing.ts';
import { withoutSecrets } from './report/hidden.ts';
import { renderReport } from './report/render.ts';
import type { Report } from './report/report.ts';
import { withCommands } from './report/texts.ts';

/** Who is told while a command runs. */
export interface Listener {
  onProgress: OnProgress;
  /** A line of what the Supabase CLI says, its secrets masked. */
  onCliLine(line: string): void;
  /** Takes over signals, so that they first end what a run has started, and never come between the files it writes. */
  guard(breakOff?: () => Promise<void>): void;
  /** How this program was started: what the commands that a report prints begin with. */
  program?: string;
  /** What stands for the embedded database in a test. */
  embedded?: typeof EMBEDDED;
}

/** The options as commands take them. */
type Asked = Options & { repeat: string; repeatOnStack: string; repeatLive: string; wantsPatch: boolean };

export interface Ran {
  report: Report;
  /** What `fix` would write, as a patch: of its dry run, and of a check that was asked for it. */
  patch?: string;
}

const COMMANDS = {
  check: (options, ports) =>
    options.confirmWith === 'none' ? check(options, ports) : confirmedCheck(options, ports),
  fix,
  accept: async (options, ports) => ({ report: await accept(options, ports) }),
  audit,
  init,
} as const satisfies Record<CommandName, (options: Asked, ports: ConfirmPorts & AuditPorts) => Promise<Ran>>;

/** The embedded database, as it is opened and traced. */
export const EMBEDDED: { open: OpenShadow; replayTraced: ReplayTraced } = { open: openShadow, replayTraced };

/**
 * Runs a command and writes the files of `--output`, before anything is called clean. All that a run writes is written
 * at its end, or nothing is.
 * @param wantsPatch whether a check is to give the patch that `fix` would make
 * @param shown the options that a repair is told with, where they are not those of this machine
 */
export async function run(
  command: CommandName,
  options: Options,
  listener: Listener,
  { wantsPatch = false, shown = options }: { wantsPatch?: boolean; shown?: Options } = {},
): Promise<Ran> {
  const sourceOf = sourcesFor(listener);
  const source = await sourceOf(options);
  const writes = writesTogether();
  const failed = (error: KnownError): Report => {
    const report = failedReport(command, options, error);
    return { ...report, engine: { ...report.engine, ...source.engine() } };
  };
  let secrets: string[] = [];
  const ports = {
    discover: () => {
      const project = discovered(command, options);
      secrets = project.vault.secrets.map(({ value }) => value);
      return project;
    },
    source,
    replayTraced: (listener.embedded ?? EMBEDDED).replayTraced,
    localStack: () => sourceOf(onLocalStack(options)),
    failedReport: failed,
    onProgress: listener.onProgress,
    ...CLOCK,
    openLive: () => liveOf(options),
    compareStructure: async (...sides: Parameters<CompareStructure>) =>
      (await import('./database/structure/compare.ts')).compareStructure(...sides),
    filesOf: ({ directory }: { directory: string }) => filesOf(directory, writes.write),
  };
  const shownAs = (report: Report): Report =>
    withCommands(judged(report, options), listener.program ?? PROGRAM);
  try {
    for (const { file } of options.output) await refuseUnwritable(file);
    const keep = await keeperOf(options, ports.today(), writes.write);
    const ran = await COMMANDS[command]({ ...options, ...repeatsOf(shown), wantsPatch }, ports);
    const shownRun = withoutSecrets(ran, secrets);
    const report = shownAs(await keep(shownRun.report));
    for (const output of options.output) await writeOutput(output, report, options, writes.write);
    listener.guard();
    // What a command changes and what tells of it: a report that is lost must not leave changes behind it.
    await writes.commit();
    return { ...shownRun, report };
  } catch (error) {
    if (!isKnownError(error)) throw error;
    const { report: shownFailure } = withoutSecrets({ report: failed(error) }, secrets);
    const report = shownAs(shownFailure);
    listener.guard();
    for (const output of options.output) await writeFailure(report, output, options);
    return { report };
  }
}

const discovered = (command: CommandName, options: Options): Project =>
  discoverProject(options.project, {
    types: options.types,
    baseline: options.baseline,
    mayLackBaseline: command === 'accept' && !options.prune,
    withoutTypes: withoutTypes(command, options),
    surface: options.surface,
  });

/** What a command does where there are no types. */
export function withoutTypes(
  command: CommandName,
  { liveUrl, surface }: Pick<Options, 'liveUrl' | 'surface'>,
): WithoutTypes {
  switch (command) {
    case 'audit':
      return 'allowed';
    case 'accept':
      return liveUrl === undefined ? 'refused' : 'allowed';
    case 'fix':
      return 'created';
    case 'init':
      return 'checked';
    case 'check':
      // A pull request must not empty a required check by deleting the types.
      return surface === 'action' ? 'refused' : 'checked';
    default:
      return command satisfies never;
  }
}

/** The report with what it was judged by. */
export const judged = (report: Report, { failOn, settings }: Options): Report => ({
  ...withLevel(report, failOn),
  ...(settings.length > 0 && { settings: [...settings] }),
});

const CLOCK = {
  now: () => performance.now(),
  today: () => new Date().toISOString().slice(0, 10),
};

/** The options that printed commands repeat. */
const repeatsOf = (shown: Options): Pick<Asked, 'repeat' | 'repeatOnStack' | 'repeatLive'> => ({
  repeat: repeated(shown, 'always'),
  repeatOnStack: repeated(onLocalStack(shown), 'always'),
  // The address is a secret, which the shell puts in.
  repeatLive: ` --live "$SUPABASE_DB_URL"${repeated(shown, 'live')}`,
});

async function liveOf({ liveUrl, liveCa, liveTimeout, allowWritableRole }: Options): Promise<LiveDatabase> {
  if (liveUrl === undefined)
    throw new UsageError({ message: 'The live database is not named.', remedy: OPTIONS.live.remedy });
  const { openLive } = await import('./database/live/live.ts');
  return await openLive({ url: liveUrl, ca: liveCa, seconds: liveTimeout, allowWritableRole });
}

/** The same run on the project's own stack. */
const onLocalStack = (options: Options): Options => ({
  ...options,
  database: 'local-stack',
  resetWith: 'supabase-cli',
  timeout: options.confirmTimeout,
});

/** Makes what opens the shadow databases of a run. Signals are taken over when a process may be started. */
function sourcesFor({
  onCliLine,
  guard,
  embedded = EMBEDDED,
}: Listener): (options: Options) => Promise<ShadowSource> {
  return async ({ resetWith, timeout, supabaseCli, ...options }) => {
    const { database } = options;
    if (resetWith === 'built-in') return { open: embedded.open, engine: () => ({ database, resetWith }) };
    const [{ cliShadowOf }, { breakOff }] = await Promise.all([
      import('./database/supabase-cli/shadow.ts'),
      import('./database/supabase-cli/leftovers.ts'),
    ]);
    guard(breakOff);
    let cli: string | undefined;
    const onVersion = (version: string): void => {
      cli = version;
    };
    const open = cliShadowOf({
      ...options,
      seconds: timeout,
      program: supabaseCli,
      log: onCliLine,
      onVersion,
    });
    return { open, engine: () => ({ database, resetWith, ...(cli !== undefined && { cli }) }) };
  };
}

/** Keeps the inventory in the user's document, which is read before the work. */
async function keeperOf(
  { inventory, project }: Options,
  date: string,
  write: Writing,
): Promise<(report: Report) => Promise<Report>> {
  if (inventory === undefined) return async (report) => report;
  const keep = await openInventory(inventory, write);
  return (report) => {
    const commit = commitOf(projectFolder(project));
    return keep(report, { date, ...(commit !== undefined && { commit }) });
  };
}

const writeOutput = (
  { format, file }: Options['output'][number],
  report: Report,
  { verbose, project }: { verbose: boolean; project: string },
  write?: Writing,
): Promise<void> => {
  const page = { colour: false, verbose, prefix: repositoryPrefix(project) };
  return writeReport(file, renderReport(format, report, page), write);
};

/** That a run failed is told wherever it can be. */
export async function writeFailure(
  report: Report,
  output: Options['output'][number],
  page: { verbose: boolean; project: string } = { verbose: false, project: '.' },
): Promise<void> {
  try {
    await writeOutput(output, report, page);
  } catch (error) {
    if (!isKnownError(error)) throw error;
  }
}
