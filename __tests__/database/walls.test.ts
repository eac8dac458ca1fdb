// A migration that brings JavaScript along in a library of its own, against each wall alone: the others are taken away.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { startWorker } from '../../src/database/shadow.ts';
import { isTrampoline } from '../../src/database/walls.ts';
import type { Walls } from '../../src/database/worker-process.ts';
import { runJson } from '../cli/run.ts';
import { exporting, loading, sideModule } from '../tools/side-module.ts';

const NO_WALLS: Walls = { noCodeFromText: false, onlyShippedModules: false, confined: false };
const SECRET = 'the-token-of-the-step';

const folder = mkdtempSync(path.join(tmpdir(), 'walls-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** JavaScript that fails with what a piece of code gives, or with why it gave nothing. */
const telling = (code: string): string =>
  `(() => { let told; try { told = ${code} } catch (error) { told = (error.code ?? error.message) } throw new Error('told ' + told) })()`;

/** What becomes of a migration, on a database with these walls alone. */
async function outcomeOf(sql: string, walls: Partial<Walls>): Promise<string> {
  const migrations = [{ file: '1_x.sql', version: '1', name: 'x', sql }];
  const worker = startWorker({ migrations }, { walls: { ...NO_WALLS, ...walls } });
  try {
    const { outcome } = await worker.ask({ method: 'replay', plan: { migrations } });
    return outcome.status === 'failed' ? outcome.message : outcome.status;
  } finally {
    await worker.close();
  }
}

const running = (code: string, walls: Partial<Walls>): Promise<string> =>
  outcomeOf(loading(sideModule(telling(code))), walls);

test('without walls, a migration runs its own JavaScript and reads the environment of the step', async () => {
  process.env.DRIFT_GATE_TEST_TOKEN = SECRET;
  const told = await running('process.env.DRIFT_GATE_TEST_TOKEN', {});
  delete process.env.DRIFT_GATE_TEST_TOKEN;
  expect(told).toContain(`told ${SECRET}`);
});

test('where no code is made of text, the text of a library is not run', async () => {
  const told = await running('40 + 2', { noCodeFromText: true });
  expect(told).not.toContain('told');
  expect(told).toContain('Code generation from strings disallowed');
});

test('where only shipped modules are compiled, a library that a migration brings is not loaded', async () => {
  const told = await running('40 + 2', { onlyShippedModules: true });
  expect(told).not.toContain('told');
  expect(told).toContain('this WebAssembly is none that Drift Gate ships');
});

describe('in a process of its own, JavaScript of a migration', () => {
  const FS = "process.getBuiltinModule('fs')";
  const refused = 'told ERR_ACCESS_DENIED';
  const outside = path.join(folder, 'outside.txt');

  test('finds nothing in the environment', async () => {
    process.env.DRIFT_GATE_TEST_TOKEN = SECRET;
    const told = await running('JSON.stringify(process.env)', { confined: true });
    delete process.env.DRIFT_GATE_TEST_TOKEN;
    expect(told).toContain('told {}');
  });

  test.each([
    ['reads no environment of its own', `${FS}.readFileSync('/proc/self/environ')`, refused],
    [
      'reads none of the process of the step',
      `${FS}.readFileSync('/proc/' + process.ppid + '/environ')`,
      refused,
    ],
    ['reads no memory of it', `${FS}.openSync('/proc/' + process.ppid + '/mem')`, refused],
    ['lists no folder of the machine', `${FS}.readdirSync('/')`, refused],
    ['writes no file', `${FS}.writeFileSync(${JSON.stringify(outside)}, '')`, refused],
    ['writes nothing into dist/', `${FS}.writeFileSync('made.txt', '')`, refused],
    ['starts no program', "process.getBuiltinModule('child_process').spawnSync('true')", refused],
    [
      'starts no thread',
      "new (process.getBuiltinModule('worker_threads').Worker)('1', { eval: true, execArgv: [] })",
      refused,
    ],
    [
      'signals to no process',
      "process.kill(process.ppid, 'SIGUSR1')",
      'told this process reaches no other one',
    ],
    [
      'signals by no other name',
      'process._debugProcess(process.ppid)',
      'told this process reaches no other one',
    ],
    ['gets to no insides of Node', "typeof process.binding('spawn_sync').spawn", 'told undefined'],
  ])('%s', async (_what, code, words) => {
    expect(await running(code, { confined: true })).toContain(words);
  });
});

test('the step obeys no debugger that a signal would start', async () => {
  await outcomeOf('select 1', { confined: true });
  expect(process.listenerCount('SIGUSR1')).toBe(1);
});

test('a check of such a migration could not check, and says of what', () => {
  mkdirSync(`${folder}/supabase/migrations`, { recursive: true });
  writeFileSync(
    `${folder}/supabase/migrations/20260101000000_brought.sql`,
    loading(sideModule(telling('process.env.GITHUB_TOKEN'))),
  );
  writeFileSync(`${folder}/types.ts`, 'export type Database = { public: { Tables: {} } }');
  const ran = runJson(['check', '--types', 'types.ts'], { cwd: folder, env: { GITHUB_TOKEN: SECRET } });
  expect(ran.code).toBe(2);
  expect(ran.report.failure?.message).toContain('20260101000000_brought.sql');
  expect(ran.stdout).not.toContain('told');
});

test.each([
  ['a shipped library under another name', 'bytes', 'replayed'],
  [
    'a shipped library of which one byte was changed',
    'set_byte(bytes, length(bytes) - 1, 255 - get_byte(bytes, length(bytes) - 1))',
    'none that Drift Gate ships',
  ],
])('of %s, the bytes count and not the name', async (_what, bytea, words) => {
  const read = `(select ${bytea} from pg_read_binary_file('/pglite/lib/postgresql/plpgsql.so') as bytes)`;
  const sql = `${exporting(read, '/tmp/copy.so')}\nload '/tmp/copy.so';`;
  expect(await outcomeOf(sql, { onlyShippedModules: true })).toContain(words);
});

describe('a trampoline of the loader', () => {
  const made = (parameters: number[], results: number[]): number[] => {
    const type = [1, 0x60, parameters.length, ...parameters, results.length, ...results];
    const tail = [2, 7, 1, 1, 0x65, 1, 0x66, 0, 0, 7, 5, 1, 1, 0x66, 0, 0];
    return [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, type.length, ...type, ...tail];
  };
  const I32 = 0x7f;

  test.each([
    ['without parameters', made([], [])],
    ['with a result', made([], [I32])],
    ['with many parameters of all types', made([I32, 0x7e, 0x7d, 0x7c, 0x6f, I32, I32], [0x7e])],
  ])('%s is one', (_what, bytes) => {
    expect(WebAssembly.validate(new Uint8Array(bytes))).toBe(true);
    expect(isTrampoline(new Uint8Array(bytes))).toBe(true);
  });

  test.each([
    ['with a section behind it', [...made([I32], []), 0, 2, 1, 0x78]],
    ['cut off', made([I32], []).slice(0, -1)],
    ['with two results', made([I32], [I32, I32])],
    ['with a type that no signature has', made([0x70], [])],
    ['of the smallest module', [0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]],
    ['of nothing', []],
    ['with a byte changed', made([I32], [I32]).with(-1, 1)],
  ])('%s is none', (_what, bytes) => {
    expect(isTrampoline(new Uint8Array(bytes))).toBe(false);
  });
});
