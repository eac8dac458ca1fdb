// Files that behave oddly, run by the built-in replay and by the real `supabase db reset`: the same answer.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { openEmbedded } from '../../src/database/embedded/engine.ts';
import { replay } from '../../src/database/embedded/replay.ts';
import { historyOf } from '../tools/projects.ts';
import { CLI_2, CLI_3, type RealCli, reset, serve } from '../tools/real-cli.ts';

const NASTY: [what: string, ...files: string[]][] = [
  [
    'a transaction that a do block commits',
    'create table t (id int); do $$ begin insert into t values (1); commit; end $$;',
  ],
  ['a session that becomes read-only', 'set default_transaction_read_only = on;', 'create table t (id int);'],
  [
    'a table that is locked outside of a transaction block',
    'create table t (id int); lock table t in share mode;',
  ],
  [
    'a setting that changes how the next statement is read',
    "set standard_conforming_strings = off; create table t (c text default 'a\\'b');",
  ],
  ['a syntax error behind another error', 'select 1/0; creat table t (id int);'],
  [
    'an enum value that is used where it was added',
    "create type e as enum ('a');",
    "alter type e add value 'b'; create table t (c e default 'b');",
  ],
  [
    'savepoints between begin and commit',
    'begin; create table t (id int); savepoint s; drop table t; rollback to s; commit; insert into t values (1);',
  ],
  [
    'an index that is made concurrently and fails',
    'create table t (id int); insert into t values (1), (1); create unique index concurrently i on t (id);',
  ],
];

const folder = mkdtempSync(path.join(tmpdir(), 'drift-gate-nasty-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each([CLI_3, CLI_2])('the built-in replay and the real CLI $version agree on', (cli) => {
  test.each(NASTY)('%s', async (what, ...files) => {
    expect(await oursOf(what, files)).toEqual(await theirs(cli, files));
  });
});

interface Answer {
  /** The SQLSTATE, or that all went well. */
  said: string;
  statements: string[][];
}

const answers = new Map<string, Promise<Answer>>();

/** What the built-in replay answers, asked once for both releases. */
function oursOf(what: string, files: readonly string[]): Promise<Answer> {
  const known = answers.get(what) ?? ours(files);
  answers.set(what, known);
  return known;
}

async function ours(files: readonly string[]): Promise<Answer> {
  const database = await openEmbedded({ extensions: [] });
  const migrations = files.map((sql, index) => ({
    file: `${index}_x.sql`,
    version: `${index}`,
    name: 'x',
    sql,
  }));
  const outcome = await replay(database, { migrations }, () => undefined);
  const said = outcome.status === 'failed' ? outcome.sqlState : 'replayed';
  const statements = (await historyOf(database)).map((row) => row.statements);
  await database.close();
  return { said, statements };
}

async function theirs(cli: RealCli, files: readonly string[]): Promise<Answer> {
  const directory = mkdtempSync(path.join(folder, 'p-'));
  mkdirSync(path.join(directory, 'supabase/migrations'), { recursive: true });
  writeFileSync(path.join(directory, 'supabase/config.toml'), 'project_id = "nasty"\n');
  for (const [index, sql] of files.entries()) {
    writeFileSync(path.join(directory, `supabase/migrations/2026010100000${index}_x.sql`), sql);
  }
  const database = await openEmbedded({ extensions: [] });
  const { url, stop } = await serve(database);
  const said = await reset(cli, directory, url).then(
    () => 'replayed',
    (error: unknown) => /SQLSTATE (\w{5})/.exec(String(error))?.[1] ?? String(error),
  );
  const statements = (await historyOf(database)).map((row) => row.statements);
  await stop();
  await database.close();
  return { said, statements };
}
