// A migration that brings JavaScript along in a library of its own, against each wall alone: the others are taken away.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ALL_WALLS, type Walls } from '../../src/database/embedded/process.ts';
import { type DatabaseWorker, startWorker } from '../../src/database/embedded/shadow.ts';
import { isTrampoline } from '../../src/database/embedded/walls.ts';
import { ROOT, runJson } from '../cli/run.ts';
import { startGate } from '../tools/cli-runs.ts';
import { exporting, loading, sideModule } from '../tools/side-module.ts';

const NO_WALLS: Walls = { noCodeFromText: false, onlyShippedModules: false, confined: false };
const PLATFORM = `${ROOT}dist/platform`;
const SECRET = 'the-token-of-the-step';

const folder = mkdtempSync(path.join(tmpdir(), 'walls-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** JavaScript that fails with what a piece of code gives, or with why it gave nothing. */
const telling = (code: string): string =>
  `(() => { let told; try { told = ${code} } catch (error) { told = (error.code ?? error.message) } throw new Error('told ' + told) })()`;

const workerWith = (walls: Partial<Walls>): DatabaseWorker =>
  startWorker({ migrations: [] }, { walls: { ...NO_WALLS, ...walls } });

/** What the server says of a migration. */
async function messageOf(worker: DatabaseWorker, sql: string): Promise<string> {
  const migrations = [{ file: '1_x.sql', version: '1', name: 'x', sql }];
  const { outcome } = await worker.ask({ method: 'replay', plan: { migrations } });
  return outcome.status === 'failed' ? outcome.message : outcome.status;
}

/** The same, on a database with these walls alone. */
async function outcomeOf(sql: string, walls: Partial<Walls>): Promise<string> {
  const worker = workerWith(walls);
  try {
    return await messageOf(worker, sql);
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

test('all walls are up unless a test takes one away', () => {
  expect(ALL_WALLS).toEqual({ noCodeFromText: true, onlyShippedModules: true, confined: true });
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

describe('JavaScript of a migration, in a process without secrets', () => {
  const FS = "process.getBuiltinModule('fs')";
  const refused = 'told ERR_ACCESS_DENIED';
  const outside = path.join(folder, 'outside.txt');
  let worker: DatabaseWorker;
  beforeAll(() => {
    worker = workerWith({ confined: true });
  });
  afterAll(() => worker.close());

  test.each([
    ['finds nothing in the environment', 'JSON.stringify(process.env)', 'told {}'],
    ['reads no environment from /proc', `${FS}.readFileSync('/proc/self/environ')`, refused],
    ['reads none of the step', `${FS}.readFileSync('/proc/' + process.ppid + '/environ')`, refused],
    ['reads no memory of the step', `${FS}.openSync('/proc/' + process.ppid + '/mem')`, refused],
    ['lists no folder', `${FS}.readdirSync('/')`, refused],
    ['reads none through a link', `${FS}.symlinkSync('/proc', 'link')`, refused],
    ['writes no file', `${FS}.writeFileSync(${JSON.stringify(outside)}, '')`, refused],
    ['writes nothing into dist/', `${FS}.writeFileSync('made.txt', '')`, refused],
    ['starts no program', "process.getBuiltinModule('child_process').spawnSync('true')", refused],
    [
      'starts no thread, which would be free of all this',
      "new (process.getBuiltinModule('worker_threads').Worker)('1', { eval: true, execArgv: [] })",
      refused,
    ],
    ['signals to no process', "process.kill(process.ppid, 'SIGUSR1')", 'told this process reaches no other'],
    ['nor by another name', 'process._debugProcess(process.ppid)', 'told this process reaches no other'],
    [
      'connects to nobody',
      "process.getBuiltinModule('net').connect(9)",
      'told this process reaches no other',
    ],
    ['gets to no insides of Node', "typeof process.binding('spawn_sync').spawn", 'told undefined'],
  ])('%s', async (what, code, words) => {
    const file = `/tmp/${what.replace(/\W/g, '')}.so`;
    expect(await messageOf(worker, loading(sideModule(telling(code)), file))).toContain(words);
  });

  test('has no file of the machine read by naming it as a library that is needed', async () => {
    const canary = path.join(folder, 'canary.txt');
    writeFileSync(canary, 'only on the machine');
    const sql = loading(sideModule('1', [path.relative(`${ROOT}dist/vendor`, canary)]), '/tmp/needing.so');
    expect(await messageOf(worker, sql)).toContain('Access to this API has been restricted');
  });
});

test('the step obeys no debugger, which a signal would start', async () => {
  const gate = startGate(['check', '--project', 'drifted']);
  gate.child.stderr?.on('data', (text: string) => {
    if (text.includes('Replaying')) gate.child.kill('SIGUSR1');
  });
  const { code, stderr } = await gate.ended;
  expect(code).toBe(1);
  expect(stderr).toContain('Replaying');
  expect(stderr).not.toContain('Debugger');
});

test('a check of such a migration could not check, and says of what', () => {
  mkdirSync(`${folder}/supabase/migrations`, { recursive: true });
  const printing =
    "copy (select '::error::printed') to '/dev/stdout'; copy (select 'printed') to '/dev/stderr';";
  writeFileSync(`${folder}/supabase/migrations/20250101000000_printing.sql`, printing);
  writeFileSync(
    `${folder}/supabase/migrations/20260101000000_brought.sql`,
    loading(sideModule(telling('process.env.GITHUB_TOKEN'))),
  );
  writeFileSync(`${folder}/types.ts`, 'export type Database = { public: { Tables: {} } }');
  const ran = runJson(['check', '--types', 'types.ts'], { cwd: folder, env: { GITHUB_TOKEN: SECRET } });
  expect(ran.code).toBe(2);
  expect(ran.report.failure?.message).toContain('20260101000000_brought.sql');
  expect(ran.stdout + ran.stderr).not.toMatch(/told|printed/);
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

test('behind all walls, every library that is shipped is loaded', async () => {
  const shipped: Record<string, string> = JSON.parse(
    readFileSync(`${ROOT}dist/platform/modules.json`, 'utf8'),
  );
  const libraries = Object.keys(shipped).filter((name) => name.endsWith('.so'));
  const { bundles }: { bundles: Record<string, string> } = JSON.parse(
    readFileSync(`${PLATFORM}/extensions.json`, 'utf8'),
  );
  // To name an extension has its files laid out, even in a comment.
  const named = Object.keys(bundles).map((name) => `-- create extension "${name}" with schema extensions`);
  const carried = new Set(['', ...Object.values(bundles)]);
  const usable = libraries
    .filter((file) => carried.has(file.split('/')[0] ?? ''))
    // One that PGlite's loader knows no use of, after which others fail too.
    .filter((file) => !file.endsWith('/libpqwalreceiver.so'));
  expect(usable.length).toBeGreaterThan(60);
  const loaded = usable.map((file) => `/pglite/lib/postgresql/${path.posix.basename(file)}`);
  const sql = `${named.join('\n')}
    do $$
    declare
      file text;
      refused text = '';
    begin
      foreach file in array array['${loaded.join("', '")}'] loop
        begin
          execute format('load %L', file);
        exception when others then
          refused = refused || sqlerrm;
        end;
      end loop;
      raise exception 'refused: %', refused;
    end $$;`;
  const migrations = [{ file: '1_x.sql', version: '1', name: 'x', sql }];
  const all = startWorker({ migrations });
  const said = await messageOf(all, sql);
  await all.close();
  expect(said).toBe('refused: ');
});

test('no way to compile takes another module, and none is put back', () => {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['.ci/run-ts.mjs', '__tests__/database/fixtures/ways-to-compile.ts'],
    { cwd: ROOT, encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  const brought = 'CompileError: this WebAssembly is none that Drift Gate ships';
  const bytes = { shipped: 'compiled', brought };
  const stream = 'CompileError: WebAssembly is not compiled of a stream here';
  const fixed = expect.stringContaining('TypeError: Cannot redefine property');
  expect(JSON.parse(stdout)).toEqual({
    Module: bytes,
    'Module of a buffer': bytes,
    'Module of a part of a buffer': bytes,
    'Module of shared memory': bytes,
    'the constructor of a module': bytes,
    'Module as the new target of another': bytes,
    compile: bytes,
    instantiate: bytes,
    compileStreaming: { shipped: stream, brought: stream },
    instantiateStreaming: { shipped: stream, brought: stream },
    'put back Module': fixed,
    'put back compile': fixed,
    'put back instantiate': fixed,
    'put back compileStreaming': fixed,
    'put back instantiateStreaming': fixed,
    'put back all': fixed,
    'a module of a module': 'compiled',
    'is one': true,
  });
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
