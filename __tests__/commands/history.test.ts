// The migration history against the files: what is told of each way in which they can disagree, and that what the real
// CLI and the built-in replay record is never taken for edited.

import { existsSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type HistoryResult, historyOf } from '../../src/commands/history.ts';
import { type EmbeddedDatabase, openEmbedded } from '../../src/database/embedded/engine.ts';
import { replay } from '../../src/database/embedded/replay.ts';
import type { MigrationSource } from '../../src/migrations/migration.ts';
import type { RecordedMigration } from '../../src/ports.ts';
import { listMigrations } from '../../src/project/project.ts';
import { folderOf } from '../project/disk/folder.ts';
import { PROJECT_NAMES, projectToReplay } from '../tools/projects.ts';
import { CLI_2, CLI_3, type RealCli, runIn, type Served, serve } from '../tools/real-cli.ts';

type Files = Record<string, string>;

function told(recorded: RecordedMigration[] | undefined, files: Files): Promise<HistoryResult> {
  const { migrations, duplicates } = listMigrations(Object.keys(files));
  const sources = migrations.map((one): MigrationSource => ({ ...one, sql: files[one.file] ?? '' }));
  return historyOf(recorded, sources, duplicates);
}

const row = (version: string, ...statements: string[]): RecordedMigration => ({
  version,
  name: 'a',
  statements,
});

const filesOf = (all: readonly MigrationSource[]): string[] => all.map(({ file }) => file);
const words = ({ findings }: HistoryResult): string[][] =>
  findings.map(({ ruleId, id, message }) => [ruleId, id, message]);
const codes = ({ notices }: HistoryResult): (string | number | undefined)[][] =>
  notices.map(({ code, count }) => [code, count]);

describe('the migration history and the files', () => {
  test('agree', async () => {
    const result = await told([row('1', 'select 1'), row('2', 'select 2')], {
      '1_a.sql': 'select 1;',
      '2_a.sql': 'select 2;',
    });
    expect(result.history).toEqual({
      isRecorded: true,
      applied: 2,
      pending: [],
      unknown: [],
      edited: [],
      outOfOrder: [],
    });
    expect(filesOf(result.applied)).toEqual(['1_a.sql', '2_a.sql']);
    expect([result.findings, result.notices]).toEqual([[], []]);
  });

  test('without a history, every file counts as applied, and a notice says so', async () => {
    const result = await told(undefined, { '1_a.sql': 'select 1;', '2_a.sql': 'select 2;' });
    expect(result.history).toMatchObject({ isRecorded: false, applied: 2, pending: [] });
    expect(filesOf(result.applied)).toEqual(['1_a.sql', '2_a.sql']);
    expect([result.findings, codes(result)]).toEqual([[], [['no-history', undefined]]]);
  });

  test('a file that is newer is pending, which is no finding', async () => {
    const result = await told([row('1', 'select 1')], { '1_a.sql': 'select 1;', '2_a.sql': 'select 2;' });
    expect(result.history).toMatchObject({ applied: 1, pending: ['2'], outOfOrder: [] });
    expect([filesOf(result.applied), filesOf(result.pending)]).toEqual([['1_a.sql'], ['2_a.sql']]);
    expect([result.findings, codes(result)]).toEqual([[], [['pending-migrations', 1]]]);
  });

  test('an empty history has everything pending', async () => {
    const result = await told([], { '1_a.sql': 'select 1;' });
    expect(result.history).toMatchObject({ isRecorded: true, applied: 0, pending: ['1'], outOfOrder: [] });
  });

  test('a pending file that is older than an applied one is out of order, versions being text', async () => {
    const files = { '20250101_a.sql': '', '20250101120000_a.sql': '', '2025010200_a.sql': '', '3_a.sql': '' };
    const result = await told([row('20250101'), row('2025010200')], files);
    expect(result.history).toMatchObject({
      pending: ['20250101120000', '3'],
      outOfOrder: ['20250101120000'],
    });
    expect(words(result)).toEqual([
      [
        'out-of-order-version',
        '20250101120000',
        '`supabase/migrations/20250101120000_a.sql` is not applied to the live database, and is older than `2025010200_a.sql`, which is: `supabase db push` refuses it.',
      ],
    ]);
  });

  test('an applied version without a file is unknown, whatever its form', async () => {
    const result = await told([row('v1', 'select 0'), row('2', 'select 2'), { version: '1' }], {
      '2_a.sql': 'select 2',
    });
    expect(result.history).toMatchObject({ applied: 1, unknown: ['1', 'v1'] });
    expect(words(result)).toEqual([
      ['unknown-version', '1', 'Version `1` is applied to the live database, and no file has it.'],
      ['unknown-version', 'v1', 'Version `v1` (`a`) is applied to the live database, and no file has it.'],
    ]);
    expect(result.findings.map(({ actual }) => actual)).toEqual([undefined, 'select 0']);
  });

  test('a file under another version than it was applied with is applied, and says how to name it', async () => {
    const result = await told([row('1', 'select 1'), row('3', 'select 2; select 3')], {
      '1_a.sql': 'select 1',
      '2_b.sql': '-- b\nSELECT 2;\nSELECT 3;',
      '4_c.sql': 'select 4',
    });
    expect(result.history).toMatchObject({ applied: 2, pending: ['4'], unknown: ['3'], outOfOrder: [] });
    expect(filesOf(result.applied)).toEqual(['1_a.sql', '2_b.sql']);
    expect(result.findings).toMatchObject([
      {
        ruleId: 'unknown-version',
        location: { file: 'supabase/migrations/2_b.sql', line: 1 },
        remedy:
          'Rename the file to `3_b.sql`; or run `supabase migration repair --linked --status reverted 3` and `supabase migration repair --linked --status applied 2`.',
      },
    ]);
  });

  test('a version that is no word is put into no command, for it would be pasted into a shell', async () => {
    const { findings } = await told([row('1; rm -rf ~', 'select 2'), row('$&`id`', 'select 3')], {
      '2_b.sql': 'select 2',
      '3_c.sql': 'select 3',
    });
    const remedies = findings.map(({ remedy }) => remedy);
    expect(remedies).toHaveLength(2);
    for (const remedy of remedies)
      expect(remedy).toMatch(/run `supabase migration repair --linked --status reverted VERSION`/);
    expect(remedies.join()).toContain('Rename the file to ``$&`id`_c.sql``');
  });

  test('a file that was edited is told at the statement, with both', async () => {
    const result = await told([row('1', 'select 1', 'select 2')], {
      '1_a.sql': 'select 1;\n-- b\nselect  3;',
    });
    expect(result.history).toMatchObject({ applied: 1, edited: ['1'] });
    expect(result.findings).toMatchObject([
      {
        ruleId: 'edited-version',
        location: { file: 'supabase/migrations/1_a.sql', line: 3, column: 1 },
        message:
          '`supabase/migrations/1_a.sql` was edited after it was applied: the statement on line 3 is not the one that ran.',
        expected: 'select  3',
        actual: 'select 2',
      },
    ]);
  });

  test('a file that was pushed empty and filled later was edited', async () => {
    const result = await told([row('1')], { '1_a.sql': 'select 1;' });
    expect(words(result)).toEqual([
      [
        'edited-version',
        '1',
        '`supabase/migrations/1_a.sql` was edited after it was applied: the statement on line 1 never ran.',
      ],
    ]);
  });

  test('a file that lost its end was edited, and a long statement is cut', async () => {
    const long = `select '${'a'.repeat(5000)}'`;
    const result = await told([row('1', 'select 1', long)], { '1_a.sql': 'select 1;' });
    expect(result.findings[0]?.message).toMatch(/a statement that ran is gone from its end\.$/);
    expect(result.findings[0]?.actual).toBe(`${long.slice(0, 2000)}…`);
  });

  test('the same edit has one fingerprint, however the file looks', async () => {
    const [one, other] = await Promise.all(
      ['select 2', '-- a\n\nSELECT  2;'].map((sql) => told([row('1', 'select 1')], { '1_a.sql': sql })),
    );
    expect(one?.findings[0]?.fingerprint).toBe(other?.findings[0]?.fingerprint);
    expect(one?.findings).toHaveLength(1);
  });

  test('another edit of the file is another finding, so that accepting the first does not accept it', async () => {
    const [one, other] = await Promise.all(
      ['select 2', 'select 2; select 3'].map((sql) => told([row('1', 'select 1')], { '1_a.sql': sql })),
    );
    expect(one?.findings[0]?.fingerprint).not.toBe(other?.findings[0]?.fingerprint);
  });

  test('old histories have no statements: no file is called edited, and one notice says so', async () => {
    const files = { '1_a.sql': 'select 1', '2_b.sql': 'select 2' };
    const result = await told([{ version: '1' }, { version: '2' }], files);
    expect(result.history).toMatchObject({ applied: 2, edited: [] });
    expect([result.findings, codes(result)]).toEqual([[], [['history-without-statements', 2]]]);
  });

  test('another name of the same version is no drift', async () => {
    const result = await told([row('1', 'select 1')], { '1_other.sql': 'select 1' });
    expect([result.findings, result.notices, result.history.applied]).toEqual([[], [], 1]);
  });

  test('of two files with one version, the one that the history names is applied, and the other is neither', async () => {
    const files = { '1_a.sql': 'select 1', '1_b.sql': 'select 2', '2_a.sql': '', '2_b.sql': '' };
    const result = await told([{ version: '1', name: 'b', statements: ['select 2'] }], files);
    expect([filesOf(result.applied), filesOf(result.pending)]).toEqual([['1_b.sql'], ['2_a.sql']]);
    expect(result.findings.map(({ ruleId }) => ruleId)).toEqual(['duplicate-version', 'duplicate-version']);
    const unrecorded = await told(undefined, files);
    expect(filesOf(unrecorded.applied)).toEqual(['1_a.sql', '2_a.sql']);
  });

  test('files that were squashed without the history are told as that', async () => {
    const result = await told([row('1', 'select 1'), row('2', 'select 2'), row('3', 'select 3')], {
      '2_a.sql': 'select 1; select 2;',
      '3_a.sql': 'select 3',
    });
    expect(result.history).toMatchObject({ applied: 2, unknown: ['1'], edited: ['2'] });
    expect(result.findings.map(({ remedy }) => remedy)).toEqual([
      'If it was squashed into `2_a.sql`, run `supabase migration repair --linked --status reverted 1`; else bring the file back.',
      'If older versions were squashed into it, run `supabase migration repair --linked --status applied 2`; else restore the file as it was applied.',
    ]);
  });
});

/** Files whose statements are hard to cut, or to compare as text. */
const HARD: Files = {
  'a.sql':
    "\uFEFF-- head; \ncreate table a (id int)\n;;\r\n/* between; */\r\n\r\ncomment on table a is 'x;\r\ny';\r\n-- tail",
  'b.sql':
    'create function b() returns int begin atomic select 1; select case when true then 2 end; end;\nselect E\'\\\';\' as "q""z\\";',
  'c.sql':
    "do $do$ begin execute 'create table c (id int)'; end $do$;\ncreate rule r as on insert to c do also (select 1; select 2);",
  'd.sql': '',
  'e.sql': '-- nothing yet\n',
  'f.sql':
    'begin;\ncreate table f (note text default \'{NULL,"a\\\\"}\');\ncommit;\ncreate index concurrently i on f (note);',
  'g.sql': "select 'é🎉' as é; -- 🎉\nselect U&'d\\0061t' /* a /* b; */ c */, $é$;$é$;",
};

const two = existsSync(CLI_2.script) ? test : test.skip;

describe('what was recorded is never called edited', () => {
  let database: EmbeddedDatabase;
  let served: Served;
  beforeAll(async () => {
    database = await openEmbedded({ extensions: [] });
    served = await serve(database);
  });
  afterAll(async () => {
    await served.stop();
    await database.close();
  });

  /** Every migration of the fixture projects, under a version of its own, behind those that are run. */
  const given = PROJECT_NAMES.flatMap((name) => projectToReplay(name, folderOf({})).plan.migrations);
  const numbered = (texts: readonly string[], from: number): Files =>
    Object.fromEntries(texts.map((sql, index) => [`${from + index}_n.sql`, sql]));
  const run = numbered(Object.values(HARD), 100);
  const marked = numbered(
    given.map(({ sql }) => sql),
    10_000,
  );

  async function recorded(): Promise<RecordedMigration[]> {
    const { rows } = await database.query<{ version: string; name: string; statements: string[] }>(
      'select version, name, statements from supabase_migrations.schema_migrations order by version',
    );
    return rows;
  }

  async function byCli({ script, target }: RealCli): Promise<void> {
    const folderWith = (files: Files): string =>
      folderOf({
        'supabase/config.toml': 'project_id = "x"\n',
        ...Object.fromEntries(
          Object.entries(files).map(([file, sql]) => [`supabase/migrations/${file}`, sql]),
        ),
      });
    const call = (folder: string, ...args: string[]): Promise<string> =>
      runIn(folder, process.execPath, [script, ...args, target(served.url), '--yes', '--agent', 'no']);
    await database.exec(
      'drop schema if exists supabase_migrations cascade; drop schema public cascade; create schema public',
    );
    await call(folderWith(run), 'db', 'push');
    const pushed = await recorded();
    expect(pushed.length).toBe(Object.keys(run).length);
    expect(await told(pushed, run)).toMatchObject({ findings: [], history: { edited: [], unknown: [] } });
    // It records files as `db push` does, and runs none: some of these need what others dropped.
    await call(folderWith(marked), 'migration', 'repair', '--status', 'applied');
    const repaired = await recorded();
    expect(repaired.length).toBe(given.length);
    expect(await told(repaired, marked)).toMatchObject({ findings: [], notices: [] });
  }

  test('by release 3.1.0 of the CLI', () => byCli(CLI_3));

  two('by release 2.122.1 of the CLI (skipped where npm has no binary)', () => byCli(CLI_2));

  test('by the built-in replay', async () => {
    await database.exec(
      'drop schema if exists supabase_migrations cascade; drop schema public cascade; create schema public',
    );
    const migrations = listMigrations(Object.keys(run)).migrations;
    const plan = { migrations: migrations.map((one) => ({ ...one, sql: run[one.file] ?? '' })) };
    expect(await replay(database, plan, () => undefined)).toMatchObject({ status: 'replayed' });
    expect(await told(await recorded(), run)).toMatchObject({ findings: [], notices: [] });
  });
});
