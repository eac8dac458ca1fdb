// What SECURITY.md says of migrations in the embedded database, tried.

import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type EmbeddedDatabase, openEmbedded } from '../../src/database/embedded/engine.ts';
import { runJsonHere } from '../cli/run-here.ts';
import { folderOf, PROJECT, typesOf } from '../project/disk/folder.ts';
import { newFolder } from '../tools/folders.ts';

const folder = newFolder();
const canary = path.join(folder, 'canary.txt');
const made = path.join(tmpdir(), `made-by-a-migration-${process.pid}.txt`);

let database: EmbeddedDatabase;
beforeAll(async () => {
  writeFileSync(canary, 'only on the machine');
  database = await openEmbedded({ extensions: ['dblink', 'http'] });
});
afterAll(() => database.close());

describe('a migration in the embedded database', () => {
  test.each([
    ['pg_read_file', `select pg_read_file('${canary}')`],
    ['copy', `create temp table read_in (line text); copy read_in from '${canary}'`],
    ['lo_import', `select lo_import('${canary}')`],
    ['pg_read_file of the environment', `select pg_read_file('/proc/self/environ')`],
  ])('reads no file of the machine with %s', async (_how, sql) => {
    const { error } = await database.run(sql);
    expect(error?.message).toMatch(/No such file or directory/);
  });

  test('writes into a file system in memory, which it reads back', async () => {
    const { error } = await database.run(`copy (select 'written') to '${made}'`);
    expect(error).toBeUndefined();
    expect(await database.query(`select trim(pg_read_file('${made}')) as text`)).toMatchObject({
      rows: [{ text: expect.stringContaining('written') }],
    });
    expect(existsSync(made)).toBe(false);
  });

  test('gets no answer from the network, for nothing is sent', async () => {
    await database.exec('create extension http; create extension dblink');
    const { rows } = await database.query("select http_get('http://127.0.0.1:9/') is null as nothing");
    expect(rows).toEqual([{ nothing: true }]);
    const { error } = await database.run("select dblink_connect('host=127.0.0.1 port=9')");
    expect(error).toBeUndefined();
  });

  test('starts no program', async () => {
    const mark = path.join(folder, 'started');
    mkdirSync(`${folder}/supabase/migrations`, { recursive: true });
    const sql = `copy (select 1) to program 'touch ${mark}';`;
    writeFileSync(`${folder}/supabase/migrations/20260101000000_program.sql`, sql);
    writeFileSync(`${folder}/types.ts`, 'export type Database = { public: { Tables: {} } }');
    const { report } = await runJsonHere(['check', '--types', 'types.ts'], { cwd: folder });
    expect(report.failure?.message).toContain('20260101000000_program.sql');
    expect(existsSync(mark)).toBe(false);
  });
});

test('types and config.toml are read, and nothing of them is run', async () => {
  const mark = path.join(folder, 'ran');
  const code = `require('fs').writeFileSync(${JSON.stringify(mark)}, '');`;
  const project = folderOf({
    ...PROJECT,
    'supabase/config.toml': `project_id = "$(touch ${mark})"\n[functions.a]\nentrypoint = "../types.ts"\n`,
    'types.ts': `${code}\n${typesOf('other')}`,
  });
  const { report } = await runJsonHere(['check', '--types', 'types.ts'], { cwd: project });
  expect(report.status).toBe('drifted');
  expect(existsSync(mark)).toBe(false);
  runInNewContext(code, { require: createRequire(import.meta.url) });
  expect(existsSync(mark)).toBe(true);
});
