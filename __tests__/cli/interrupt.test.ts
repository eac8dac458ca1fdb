// What is left when a run is broken off: nothing. With the real CLI it is in interrupt.slow.test.ts.

import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { folderOf } from '../project/disk/folder.ts';
import { fakeCli, leftIn, type Started, startGate } from '../tools/cli-runs.ts';
import { newFolder } from '../tools/folders.ts';
import { MIGRATION, SHOP } from './shop.ts';

const CODES = { SIGINT: 130, SIGTERM: 143 } as const;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const startedBy = (pid = 0): string[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);

/** Processor time of a process so far. */
function secondsOf(pid: string): number {
  const [, ticks = '0'] = /\) (?:\S+ ){11}(\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
  return Number(ticks) / 100;
}

/** Addresses that processes listen at, as /proc writes them: `0100007F` is 127.0.0.1. */
function listenedAtBy(pids: readonly string[]): string[] {
  const sockets = new Set(
    pids.flatMap((pid) => readdirSync(`/proc/${pid}/fd`).map((fd) => linkOf(`/proc/${pid}/fd/${fd}`))),
  );
  return ['tcp', 'tcp6']
    .flatMap((kind) => readFileSync(`/proc/net/${kind}`, 'utf8').split('\n').slice(1))
    .map((line) => line.trim().split(/\s+/))
    .filter((columns) => columns[3] === '0A' && sockets.has(`socket:[${columns[9]}]`))
    .map(([, address = '']) => address.replace(/:.*/, ''));
}

/** Nothing of what was closed meanwhile. */
function linkOf(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return '';
  }
}

const isThere = (pid: string): boolean => existsSync(`/proc/${pid}`);

/** A project whose migration never ends. */
const endless = (): string =>
  folderOf({
    'supabase/migrations/20260101000000_endless.sql': 'do $$ begin loop null; end loop; end $$;',
    'types.ts': 'export type Database = { public: { Tables: {} } }',
  });

const onLinux = process.platform === 'linux' ? describe : describe.skip;

onLinux('a run that is broken off (on Linux, where /proc tells what runs)', () => {
  test.each(['SIGKILL', 'SIGTERM', 'SIGINT'] as const)('%s ends a database that computes', async (signal) => {
    const { child, ended } = startGate(['check', '--types', 'types.ts'], { cwd: endless() });
    // Until it computes, it would notice by itself.
    while (startedBy(child.pid).every((pid) => secondsOf(pid) < 1)) await sleep(50);
    const started = startedBy(child.pid);
    child.kill(signal);
    await ended;
    for (let round = 0; round < 50 && started.some(isThere); round++) await sleep(100);
    expect(started.filter(isThere)).toEqual([]);
  });

  test('listens nowhere with the built-in reset, and at 127.0.0.1 for the CLI', async () => {
    const builtIn = startGate(['check', '--types', 'types.ts'], { cwd: endless() });
    const pidsOf = ({ child: { pid = 0 } }: Started): string[] => [String(pid), ...startedBy(pid)];
    while (startedBy(builtIn.child.pid).every((pid) => secondsOf(pid) < 1)) await sleep(50);
    expect(listenedAtBy(pidsOf(builtIn))).toEqual([]);
    const { program, calls } = fakeCli('[ "$1" = --version ] && echo 3.1.0 && exit\nsleep 300');
    const args = ['check', '--reset-with', 'supabase-cli', '--supabase-cli', program];
    const withCli = startGate([...args, '--project', 'drifted']);
    while (!calls().some((call) => call.startsWith('db reset'))) await sleep(50);
    expect(listenedAtBy(pidsOf(withCli))).toEqual(['0100007F']);
    for (const { child } of [builtIn, withCli]) child.kill('SIGTERM');
    await Promise.all([builtIn.ended, withCli.ended]);
  });

  test('a CLI that would not end is ended with what it started', async () => {
    const temporary = newFolder('left-');
    const { program, calls } = fakeCli(
      'trap "" INT TERM\n[ "$1" = --version ] && echo 3.1.0 && exit\nsleep 300 &\nsleep 300',
    );
    const args = ['check', '--reset-with', 'supabase-cli', '--supabase-cli', program, '--project', 'drifted'];
    const { child, ended } = startGate(args, { env: { TMPDIR: temporary } });
    while (!calls().some((call) => call.startsWith('db reset'))) await sleep(50);
    child.kill('SIGINT');
    expect((await ended).code).toBe(130);
    expect(await leftIn(temporary)).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
  });

  test('a stack that was being started is stopped', async () => {
    const temporary = newFolder('left-');
    const { program, calls } = fakeCli(
      'case "$1 $2" in "--version ") echo 3.1.0;; "status "*) exit 1;; "db start") sleep 60;; esac',
    );
    const args = ['check', '--database', 'local-stack', '--supabase-cli', program, '--project', 'drifted'];
    const { child, ended } = startGate(args, { env: { TMPDIR: temporary } });
    while (!calls().some((call) => call.startsWith('db start'))) await sleep(50);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(143);
    expect(calls().map((call) => call.replace(' --agent no', ''))).toEqual([
      '--version',
      'status -o env',
      'db start',
      'stop --no-backup',
    ]);
    expect(await leftIn(temporary)).toEqual([]);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

/** Large, so that to write all of them takes a while. */
const LARGE = `${SHOP['types.ts']}${'// a line that stays as it is\n'.repeat(1_000)}`;
const NAMES = Array.from({ length: 60 }, (_, index) => `types-${index}.ts`);

/** Starts `fix` of many types files, and tells what becomes of their folder. */
function fixOfMany(): {
  fix: ReturnType<typeof startGate>;
  isWriting(): boolean;
  changed(): number;
  others(): string[];
} {
  const cwd = folderOf({
    ...SHOP,
    [MIGRATION]: 'create table orders (id int primary key, note text);\n',
    ...Object.fromEntries(NAMES.map((name) => [`types/${name}`, LARGE])),
  });
  const all = NAMES.flatMap((name) => ['--types', `types/${name}`]);
  return {
    fix: startGate(['fix', '--quiet', ...all], { cwd }),
    isWriting: () => readdirSync(`${cwd}/types`).length > NAMES.length,
    changed: () => NAMES.filter((name) => readFileSync(`${cwd}/types/${name}`, 'utf8') !== LARGE).length,
    others: () => readdirSync(`${cwd}/types`).filter((name) => !NAMES.includes(name)),
  };
}

describe('fix of many files that is ended by a signal', () => {
  test.each([
    ['SIGTERM', 300, undefined],
    ['SIGTERM', undefined, 0],
    ['SIGINT', undefined, 4],
    ['SIGTERM', undefined, 10],
  ] as const)('%s writes all or none (after %s ms, or %s ms of writing)', async (signal, moment, writing) => {
    const { fix, isWriting, changed, others } = fixOfMany();
    if (moment !== undefined) await sleep(moment);
    else while (!isWriting() && fix.child.exitCode === null) await sleep(0);
    if (writing !== undefined) await sleep(writing);
    fix.child.kill(signal);
    const { code, signal: died } = await fix.ended;
    // One that comes after the last file is written finds a process that is at its end.
    if (died === null) expect([CODES[signal], 0]).toContain(code);
    else expect({ died, changed: changed() }).toEqual({ died: signal, changed: 0 });
    expect([0, NAMES.length]).toContain(changed());
    expect(others()).toEqual([]);
  });
});
