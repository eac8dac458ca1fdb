// A native PostgreSQL of this machine, Debian's say, in a folder of its own. It refuses to run as root.

import { execFileSync, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';

export interface Native {
  /** Which one it is, or why there is none. */
  words: string;
  isThere: boolean;
  /** Starts it, with a password. */
  start(): Promise<{ url: string; stop(): void }>;
}

/** The newest one that is installed. */
export function nativePostgres(): Native {
  const absent = (words: string): Native => ({
    words,
    isThere: false,
    start: () => Promise.reject(new Error(words)),
  });
  const [version] = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  if (version === undefined) return absent(`skipped: there is none in ${DEBIAN}`);
  const account = accountFor();
  if (account === undefined) return absent('skipped: root may not run it, and there is no user postgres');
  return {
    words: `PostgreSQL ${version}`,
    isThere: true,
    start: () => start(`${DEBIAN}/${version}/bin`, account),
  };
}

async function start(bin: string, account: Account): Promise<{ url: string; stop(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'native-postgres-'));
  writeFileSync(join(folder, 'password'), 'canary-s3cret\n');
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid ?? account.uid);
  const run = (program: string, args: string[]): void => {
    execFileSync(join(bin, program), args, { ...account, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  };
  run('initdb', ['-D', 'data', '-U', 'postgres', '-A', 'scram-sha-256', '--pwfile=password']);
  const port = await freePort();
  const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories='' -c fsync=off`;
  run('pg_ctl', ['-D', 'data', '-w', '-o', settings, '-l', 'log', 'start']);
  return {
    url: `postgresql://postgres:canary-s3cret@127.0.0.1:${port}/postgres`,
    stop: () => {
      run('pg_ctl', ['-D', 'data', '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

interface Account {
  uid?: number;
  gid?: number;
}

/** Who runs it: whoever we are, and in root's place the user that Debian makes for it. */
function accountFor(): Account | undefined {
  if (userInfo().uid !== 0) return {};
  const idOf = (flag: string): number =>
    Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
  const [uid, gid] = [idOf('-u'), idOf('-g')];
  return uid > 0 && gid > 0 ? { uid, gid } : undefined;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
