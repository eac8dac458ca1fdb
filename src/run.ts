// Runs a command with the real database and the real file system behind it: what the command line and the Action
// share. Gives a report whatever happens; only a bug is thrown.

import { accept } from './commands/accept.ts';
import { type CheckPorts, check } from './commands/check.ts';
import { fix } from './commands/fix.ts';
import type { Options } from './config/options.ts';
import { openShadow } from './database/shadow.ts';
import { isKnownError } from './errors.ts';
import { discoverProject } from './files/discover.ts';
import { filesOf, refuseUnwritable, writeReport } from './files/disk.ts';
import type { OnProgress, OpenShadow } from './ports.ts';
import { failedReport } from './report/failed.ts';
import { renderReport } from './report/render.ts';
import type { Engine, Report } from './report/report.ts';

export type CommandName = Report['command'];

/** Who is told while a command runs. */
export interface Listener {
  onProgress: OnProgress;
  /** A line of what the Supabase CLI says, its secrets masked. */
  onCliLine(line: string): void;
  /** Takes over signals, so that they end what a run has started first. */
  guard(breakOff: () => Promise<void>): void;
}

/** The options as commands take them. */
type Asked = Options & { repeat: string; wantsPatch: boolean };

export interface Ran {
  report: Report;
  /** What `fix` would write, as a patch: of its dry run, and of a check that was asked for it. */
  patch?: string;
}

const COMMANDS = {
  check,
  fix,
  accept: async (options, ports) => ({ report: await accept(options, ports) }),
} as const satisfies Record<CommandName, (options: Asked, ports: CheckPorts) => Promise<Ran>>;

/**
 * Runs a command and writes the files of `--output`, before anything is called clean.
 * @param wantsPatch whether a check is to give the patch that `fix` would make
 */
export async function run(
  command: CommandName,
  options: Options,
  listener: Listener,
  { wantsPatch = false }: { wantsPatch?: boolean } = {},
): Promise<Ran> {
  const shadow = await shadowOf(options, listener);
  const ports = {
    discover: () =>
      discoverProject(options.project, {
        types: options.types,
        baseline: options.baseline,
        mayLackBaseline: command === 'accept' && !options.prune,
      }),
    openShadow: shadow.open,
    onProgress: listener.onProgress,
    now: () => performance.now(),
    today: () => new Date().toISOString().slice(0, 10),
    filesOf: ({ directory }: { directory: string }) => filesOf(directory),
  };
  const asked = { ...options, repeat: repeated(options), wantsPatch };
  let ran: Ran;
  try {
    for (const { file } of options.output) await refuseUnwritable(file);
    ran = await COMMANDS[command](asked, ports);
  } catch (error) {
    if (!isKnownError(error)) throw error;
    ran = { report: failedReport(command, options, error) };
  }
  const { database, resetWith } = options;
  const engine = { ...ran.report.engine, database, resetWith, ...shadow.engine() };
  const notices = ran.report.notices.filter(
    ({ code }) => database === 'embedded' || code !== 'other-postgres-version',
  );
  const report = await inFiles(withLevel({ ...ran.report, engine, notices }, options), options);
  return { ...ran, report };
}

const withLevel = (report: Report, { failOn }: Options): Report =>
  failOn === 'drift' ? report : { ...report, failOn };

/** How the shadow database is opened, and what there is to say of it afterwards. */
async function shadowOf(
  { resetWith, timeout, supabaseCli, ...options }: Options,
  { onCliLine, guard }: Listener,
): Promise<{ open: OpenShadow; engine(): Pick<Engine, 'cli'> }> {
  if (resetWith === 'built-in') return { open: openShadow, engine: () => ({}) };
  const [{ cliShadowOf }, { breakOff }] = await Promise.all([
    import('./database/cli-shadow.ts'),
    import('./database/leftovers.ts'),
  ]);
  guard(breakOff);
  let cli: string | undefined;
  const onVersion = (version: string): void => {
    cli = version;
  };
  const open = cliShadowOf({ ...options, seconds: timeout, program: supabaseCli, log: onCliLine, onVersion });
  return { open, engine: () => (cli === undefined ? {} : { cli }) };
}

/** Writes the files that the user wants. Gives the report that holds after that. */
async function inFiles(report: Report, options: Options): Promise<Report> {
  try {
    for (const { format, file } of options.output)
      await writeReport(file, renderReport(format, report, { colour: false }));
    return report;
  } catch (error) {
    if (!isKnownError(error)) throw error;
    return report.status === 'failed' ? report : failedReport(report.command, options, error);
  }
}

/** The options that a repair must be given again. */
function repeated({ project, types, schema, baseline, database, resetWith, supabaseCli }: Options): string {
  const words = [
    ...(project === '.' ? [] : ['--project', project]),
    ...types.flatMap((file) => ['--types', file]),
    ...schema.flatMap((name) => ['--schema', name]),
    ...(baseline === undefined ? [] : ['--baseline', baseline]),
    // A connection string is not repeated.
    ...(database === 'embedded' ? [] : ['--database', database === 'url' ? 'URL' : database]),
    ...(database === 'embedded' && resetWith === 'supabase-cli' ? ['--reset-with', resetWith] : []),
    ...(supabaseCli === undefined ? [] : ['--supabase-cli', supabaseCli]),
  ];
  return words
    .map((word) => ` ${/^[\w./:@=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`}`)
    .join('');
}
