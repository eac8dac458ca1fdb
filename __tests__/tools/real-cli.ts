// The real Supabase CLI, run against a database over a loopback socket: the current release, and the last 2.x.

import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import type { EmbeddedDatabase } from '../../src/database/embedded/engine.ts';

/** A release of the CLI. Its script is named by path, for both releases would be `.bin/supabase`. */
export interface RealCli {
  version: '3.1.0' | '2.122.1';
  script: string;
  /** How a database is named: 3.x says where, 2.x said what. */
  target(url: string): string;
}

const scriptOf = (name: string): string =>
  fileURLToPath(new URL(`../../node_modules/${name}/dist/supabase.js`, import.meta.url));

export const CLI_3: RealCli = {
  version: '3.1.0',
  script: scriptOf('supabase'),
  target: (url) => `--remote=${url}`,
};

export const CLI_2: RealCli = {
  version: '2.122.1',
  script: scriptOf('supabase-2'),
  target: (url) => `--db-url=${url}`,
};

export interface Served {
  url: string;
  stop(): Promise<void>;
}

/** Serves a database on a free loopback port. */
export async function serve({ pglite }: EmbeddedDatabase): Promise<Served> {
  const server = new PGLiteSocketServer({ db: pglite, host: '127.0.0.1', port: 0, maxConnections: 20 });
  await server.start();
  return {
    url: `postgresql://postgres:postgres@${server.getServerConn()}/postgres?sslmode=disable`,
    stop: () => server.stop(),
  };
}

/** `supabase db reset`. Throws with what it said when it fails. */
export async function reset({ script, target }: RealCli, directory: string, url: string): Promise<void> {
  const args = ['db', 'reset', target(url), '--yes', '--no-seed', '--agent', 'no'];
  await runIn(directory, process.execPath, [script, ...args]);
}

/** `supabase gen types`; gives the types. */
export const generate = ({ script, target }: RealCli, directory: string, url: string): Promise<string> =>
  runIn(directory, process.execPath, [script, 'gen', 'types', target(url), '--agent', 'no']);

/** `supabase db reset`, then `supabase gen types`; gives the types. */
export async function resetAndGenerate(directory: string, url: string, cli = CLI_3): Promise<string> {
  await reset(cli, directory, url);
  return generate(cli, directory, url);
}

/** Where a reset stopped. */
export interface Refusal {
  file: string;
  /** Which statement of the file, from 0, as the CLI cuts it. */
  statement: number;
  sqlState: string;
  message: string;
}

const REFUSAL =
  /ERROR: (?<message>.*) \(SQLSTATE (?<sqlState>\w{5})\)[\s\S]*?\nAt statement: (?<statement>\d+)\n/;

/** `supabase db reset`, and where it stopped, as it says itself. */
export async function refusalOf(cli: RealCli, directory: string, url: string): Promise<Refusal | undefined> {
  const said = await reset(cli, directory, url).then(() => undefined, String);
  if (said === undefined) return undefined;
  const { message, sqlState, statement } = REFUSAL.exec(said)?.groups ?? {};
  const file = [...said.matchAll(/^Applying migration (.*)\.\.\.$/gm)].at(-1)?.[1];
  if (!message || !sqlState || !file) throw new Error(said);
  return { file, statement: Number(statement), sqlState, message };
}

/** Runs a program and gives its standard output. Throws with what it said when it fails, or takes over ten minutes. */
export function runIn(
  cwd: string,
  program: string,
  args: readonly string[],
  onStart: (child: ChildProcess) => void = () => undefined,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], timeout: 600_000 });
    onStart(child);
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(out);
      else reject(new Error(`${program} ${args.join(' ')} ended with ${code}: ${err}${out}`));
    });
  });
}
