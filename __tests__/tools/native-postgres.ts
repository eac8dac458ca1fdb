// A native PostgreSQL for tests: the one that is installed on the machine, started as a throw-away server of our own.
// The installation is not touched: its binaries and shared files are copied, and PostgreSQL finds them from where its
// binary lies, so that our stand-in extensions can lie among the others. No native PostgreSQL is no failure.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import {
  accessSync,
  chownSync,
  constants,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseStandIn } from '../../src/database/platform/control.ts';
import { startParams } from '../../src/database/platform/start.ts';

const PLATFORM = fileURLToPath(new URL('../../src/database/platform', import.meta.url));
const STAND_INS = path.join(PLATFORM, 'extensions');
const NEEDED = ['postgres', 'initdb', 'psql', 'pg_config'];

export interface Installation {
  bin: string;
  major: number;
  /** Its folder of shared files, and the one of its libraries. */
  shared: string;
  libraries: string;
  /** Who the server runs as, where the tests run as root: PostgreSQL refuses to. */
  user?: { uid: number; gid: number };
}

export interface NativeServer {
  major: number;
  /** Creates a database that holds the platform and nothing else; gives its URL. */
  createDatabase(name: string): string;
  /** Puts the stand-ins that were named into place, each as the embedded database would have it. */
  placeExtensions(names: readonly string[]): void;
  /** All that the server has said so far. */
  log(): string;
  stop(): Promise<void>;
}

/** The releases that Supabase runs, with the one between: what a newer one does otherwise was not measured. */
const MEASURED = [15, 16, 17];

/** The newest installation that can be used, or why there is none. */
export function findNativePostgres(): Installation | { missing: string } {
  const found = folders()
    .filter((bin) => NEEDED.every((program) => isExecutable(path.join(bin, program))))
    .map((bin) => ({ bin, major: majorOf(bin) }))
    .filter(({ major }) => MEASURED.includes(major))
    .sort((a, b) => b.major - a.major)[0];
  if (found === undefined) {
    const where = 'in /usr/lib/postgresql or on PATH';
    return { missing: `no folder with ${NEEDED.join(', ')} of PostgreSQL ${MEASURED.join(', ')} ${where}` };
  }
  const config = (what: string): string => run(path.join(found.bin, 'pg_config'), [`--${what}`]).trim();
  const installation = { ...found, shared: config('sharedir'), libraries: config('pkglibdir') };
  if (process.getuid?.() !== 0) return installation;
  const user = otherUser();
  if (user) return { ...installation, user };
  return {
    missing: 'the tests run as root, as PostgreSQL does not, and there is no user postgres or nobody',
  };
}

/** The extensions of a project that neither the installation nor our stand-ins have. */
export function extensionsLacking({ shared }: Installation, named: readonly string[]): string[] {
  const files = [...readdirSync(path.join(shared, 'extension')), ...readdirSync(STAND_INS)];
  const there = new Set(files.map((file) => file.replace(/\.(control|sql)$/, '')));
  return named.map((name) => name.replace(/@home$/, '')).filter((name) => !there.has(name));
}

function folders(): string[] {
  const debian = '/usr/lib/postgresql';
  const versions = exists(debian)
    ? readdirSync(debian).map((version) => path.join(debian, version, 'bin'))
    : [];
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .filter((folder) => exists(path.join(folder, 'postgres')));
  return [...versions, ...onPath.map((folder) => path.dirname(realpathSync(path.join(folder, 'postgres'))))];
}

const exists = (file: string): boolean => isAllowed(file, constants.F_OK);
const isExecutable = (file: string): boolean => isAllowed(file, constants.X_OK);

function isAllowed(file: string, mode: number): boolean {
  try {
    accessSync(file, mode);
    return true;
  } catch {
    return false;
  }
}

const majorOf = (bin: string): number =>
  Number(/\d+/.exec(run(path.join(bin, 'postgres'), ['--version']))?.[0] ?? 0);

function otherUser(): { uid: number; gid: number } | undefined {
  for (const name of ['postgres', 'nobody']) {
    const line = readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .find((one) => one.startsWith(`${name}:`));
    const [, , uid, gid] = line?.split(':') ?? [];
    if (uid !== undefined && gid !== undefined) return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

const run = (
  program: string,
  args: readonly string[],
  user: { uid: number; gid: number } | object = {},
): string =>
  execFileSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], cwd: '/', ...user });

/** Copies the installation, starts a server, and loads the platform into its template. The caller stops it. */
export async function startNative(installation: Installation): Promise<NativeServer> {
  const { major, user } = installation;
  const home = mkdtempSync(path.join(tmpdir(), 'drift-gate-native-'));
  let server: ChildProcess | undefined;
  const stop = async (): Promise<void> => {
    if (server && server.exitCode === null) {
      const ended = new Promise((resolve) => server?.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
    }
    rmSync(home, { recursive: true, force: true });
  };
  try {
    const { bin, extensionFolder } = copyInstallation(installation, home);
    if (user) chownSync(home, user.uid, user.gid);
    const data = path.join(home, 'data');
    const initdb = [
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'trust',
      '--locale=C',
      '--encoding=UTF8',
      '--no-sync',
    ];
    run(path.join(bin, 'initdb'), initdb, user);
    const port = await freePort();
    const settings = [
      '-c',
      'fsync=off',
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
    ];
    const args = ['-D', data, '-p', String(port), ...settings, ...startParams([])];
    server = spawn(path.join(bin, 'postgres'), args, {
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
      ...user,
    });
    const log = await isReady(server);
    return nativeServer({
      log,
      major,
      psql: path.join(installation.bin, 'psql'),
      port,
      extensionFolder,
      stop,
    });
  } catch (error) {
    await stop();
    throw error;
  }
}

/** PostgreSQL looks for its files relative to its binary when both lie as they did where it was built. */
function copyInstallation(
  { bin, shared, libraries }: Installation,
  home: string,
): { bin: string; extensionFolder: string } {
  const copied = (folder: string): string => path.join(home, folder);
  mkdirSync(copied(bin), { recursive: true });
  for (const program of ['postgres', 'initdb']) {
    cpSync(path.join(bin, program), path.join(copied(bin), program));
  }
  mkdirSync(path.dirname(copied(libraries)), { recursive: true });
  symlinkSync(libraries, copied(libraries));
  cpSync(shared, copied(shared), { recursive: true });
  return { bin: copied(bin), extensionFolder: path.join(copied(shared), 'extension') };
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });

/** Gives what tells its log. */
function isReady(server: ChildProcess): Promise<() => string> {
  return new Promise((resolve, reject) => {
    let log = '';
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      if (/ready to accept connections/.test(log)) resolve(() => log);
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`the native server ended with ${code}: ${log}`)));
  });
}

interface Running {
  major: number;
  psql: string;
  port: number;
  extensionFolder: string;
  log(): string;
  stop(): Promise<void>;
}

function nativeServer({ log, major, psql, port, extensionFolder, stop }: Running): NativeServer {
  const url = (name: string): string =>
    `postgresql://postgres:postgres@127.0.0.1:${port}/${name}?sslmode=disable`;
  const exec = (name: string, args: readonly string[]): string =>
    run(psql, ['-XqAt', '-v', 'ON_ERROR_STOP=1', '-d', url(name), ...args]);
  const placeExtensions = (names: readonly string[]): void => {
    for (const name of names) placeStandIn(extensionFolder, name);
  };
  placeExtensions(readdirSync(STAND_INS).map((file) => file.replace(/\.sql$/, '')));
  for (const sql of platformFor(major)) exec('postgres', ['-c', `reset all; reset role; ${sql}`]);
  return {
    major,
    placeExtensions,
    log,
    createDatabase: (name) => {
      exec('template1', ['-c', `create database ${name} template postgres`]);
      return url(name);
    },
    stop,
  };
}

/** The files of a stand-in, in place of what the machine has under that name. `name@home` is bound to its schema. */
function placeStandIn(folder: string, wanted: string): void {
  const name = wanted.replace(/@home$/, '');
  const file = path.join(STAND_INS, `${name}.sql`);
  if (!exists(file)) return;
  const { control, controlAtHome, script, version } = parseStandIn(name, readFileSync(file, 'utf8'));
  for (const old of readdirSync(folder)) if (old.startsWith(`${name}--`)) rmSync(path.join(folder, old));
  writeFileSync(path.join(folder, `${name}.control`), (wanted !== name && controlAtHome) || control);
  writeFileSync(path.join(folder, `${name}--${version}.sql`), script);
}

/** The platform's files, in the order in which the snapshot is made of them. Roles that 15 does not know are left out. */
function platformFor(major: number): string[] {
  const files = readdirSync(PLATFORM)
    .filter((file) => file.endsWith('.sql'))
    .sort();
  const texts = files.map((file) => readFileSync(path.join(PLATFORM, file), 'utf8'));
  return major >= 16 ? texts : texts.map((sql) => sql.replaceAll('grant pg_create_subscription, ', 'grant '));
}
