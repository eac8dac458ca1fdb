// A real pgbouncer before a server: its databases are the same one, in transaction, session and statement mode.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Installation } from './native-postgres.ts';

const PROGRAM = ['pgbouncer', '/usr/sbin/pgbouncer'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
);

export const pgbouncer = PROGRAM === undefined ? { missing: 'there is no pgbouncer' } : {};

export interface Pooler {
  transaction: string;
  session: string;
  statement: string;
  stop(): Promise<void>;
}

/** Starts one. The caller stops it. */
export async function startPgbouncer(target: string, user: Installation['user']): Promise<Pooler> {
  const { hostname, port, pathname } = new URL(target);
  const folder = mkdtempSync(path.join(tmpdir(), 'drift-gate-pgbouncer-'));
  const listen = await freePort();
  const behind = `host=${hostname} port=${port} dbname=${pathname.slice(1)}`;
  const config = path.join(folder, 'pgbouncer.ini');
  writeFileSync(
    config,
    `[databases]
by_transaction = ${behind} pool_mode=transaction
by_session = ${behind} pool_mode=session
by_statement = ${behind} pool_mode=statement
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${listen}
unix_socket_dir =
auth_type = trust
auth_file = ${path.join(folder, 'users')}
`,
  );
  writeFileSync(path.join(folder, 'users'), '"postgres" "not-asked-for"\n');
  if (user) chownSync(folder, user.uid, user.gid);
  const server = spawn(PROGRAM ?? '', [config], { stdio: ['ignore', 'ignore', 'pipe'], ...user });
  await isUp(server);
  const url = (name: string): string =>
    `postgresql://postgres:not-asked-for@127.0.0.1:${listen}/${name}?sslmode=disable`;
  return {
    transaction: url('by_transaction'),
    session: url('by_session'),
    statement: url('by_statement'),
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function isUp(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let log = '';
    server.stderr?.setEncoding('utf8').on('data', (text: string) => {
      log += text;
      if (/process up/.test(log)) resolve();
    });
    server.once('error', reject);
    server.once('exit', (code) => reject(new Error(`pgbouncer ended with ${code}: ${log}`)));
  });
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
