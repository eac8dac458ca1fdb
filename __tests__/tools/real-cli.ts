// The real Supabase CLI, run against an embedded database over a loopback socket.

import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import type { EmbeddedDatabase } from '../../src/database/embedded.ts';

export const SUPABASE = fileURLToPath(new URL('../../node_modules/.bin/supabase', import.meta.url));

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

/** `supabase db reset`, then `supabase gen types`; gives the types. */
export async function resetAndGenerate(directory: string, url: string): Promise<string> {
  await runIn(directory, SUPABASE, ['db', 'reset', `--remote=${url}`, '--yes', '--no-seed', '--agent', 'no']);
  return runIn(directory, SUPABASE, ['gen', 'types', `--remote=${url}`, '--agent', 'no']);
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
      else reject(new Error(`${program} ${args[0]} ended with ${code}: ${err}${out}`));
    });
  });
}
