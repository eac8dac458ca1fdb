// The driver of the Supabase CLI, part by part: what it finds, reads, masks, and how it ends what it started.

import { chmodSync, existsSync, lstatSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type EmbeddedDatabase, openEmbedded } from '../../src/database/embedded/engine.ts';
import { replay } from '../../src/database/embedded/replay.ts';
import { serveOnLoopback } from '../../src/database/embedded/server.ts';
import { resetCommand, typesCommand } from '../../src/database/supabase-cli/commands.ts';
import { cliEnvironment, variablesFor } from '../../src/database/supabase-cli/environment.ts';
import { refusedMigration } from '../../src/database/supabase-cli/failure.ts';
import { findCli, type SupabaseCli } from '../../src/database/supabase-cli/find.ts';
import { maskingOf } from '../../src/database/supabase-cli/mask.ts';
import { startCli } from '../../src/database/supabase-cli/process.ts';
import { makeWorkdir } from '../../src/database/supabase-cli/workdir.ts';
import { parseConfig } from '../../src/project/project.ts';
import { folderOf } from '../project/disk/folder.ts';
import { CLI_2, CLI_3, fakeCli, isListening, processesIn } from '../tools/cli-runs.ts';
import { type Served, serve } from '../tools/real-cli.ts';

const three = (program: string): SupabaseCli => ({ program, version: '3.1.0', major: 3 });
const two = (program: string): SupabaseCli => ({ program, version: '2.122.1', major: 2 });

const call = (program: string, more: Partial<Parameters<typeof startCli>[0]> = {}) =>
  startCli({
    program,
    args: [],
    workdir: folderOf({}),
    temporary: folderOf({}),
    shown: 'supabase db reset',
    seconds: 60,
    ...more,
  });

describe('a migration that fails is told as the built-in replay tells it:', () => {
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

  const FAILING: [name: string, sql: string][] = [
    [
      'the statement after one outside of transactions',
      'create table t (id int);\ncreate index concurrently i on t (id);\nselect nope from t;\n',
    ],
    [
      'in a file that controls transactions',
      "begin;\ncreate table t (id int);\ncommit;\nselect 1;\ninsert into t values ('x');\n",
    ],
    [
      'with several lines of message and a detail',
      "select 1;\ndo $$ begin\n  raise exception E'one\\ntwo' using detail = 'three';\nend $$;\n",
    ],
    ['at its end, under another role', 'select 1;\nset role anon;\n'],
    [
      'at its end, for a deferred constraint',
      'create table p (id int primary key);\ncreate table c (id int references p deferrable initially deferred);\ninsert into c values (1);\n',
    ],
    [
      'at a syntax error behind other alphabets',
      '-- é\n\ncreate table t (id int);\n-- 🎉🎉 é\n create  tabel x ();\n',
    ],
    ['at a name behind other alphabets', "select '🎉🎉é',\n  'é', nope;\n"],
    ['with Windows line ends', 'create table t (id int);\r\nselect 1,\r\n  nope from t;\r\n'],
  ];

  async function both(sql: string, cli: SupabaseCli): Promise<{ told: unknown; builtIn: unknown }> {
    const file = '20260101000000_a.sql';
    const folder = folderOf({
      'supabase/config.toml': 'project_id = "x"\n',
      [`supabase/migrations/${file}`]: sql,
    });
    const { args } = resetCommand(cli, { kind: 'url', url: served.url });
    const { stderr } = await call(process.execPath, { args: [cli.program, ...args], workdir: folder })
      .outcome;
    const migrations = [{ file, version: '20260101000000', name: 'a', sql }];
    const fresh = await openEmbedded({ extensions: [] });
    const builtIn = await replay(fresh, { migrations }, () => undefined);
    await fresh.close();
    return { told: refusedMigration(stderr, migrations, cli), builtIn };
  }

  test.each(FAILING)('%s', async (_, sql) => {
    const { told, builtIn } = await both(sql, three(CLI_3));
    expect(builtIn).toMatchObject({ status: 'failed' });
    expect(told).toEqual(builtIn);
  });

  const onTwo = existsSync(CLI_2) ? test : test.skip;
  onTwo.each(FAILING.slice(5))('%s, by 2.122.1 (skipped where npm has no binary)', async (_, sql) => {
    const { told, builtIn } = await both(sql, two(CLI_2));
    expect(told).toEqual(builtIn);
  });

  test('a hint that the server gave is added, when it is of the same error', () => {
    const migrations = [{ file: '1_a.sql', version: '1', name: 'a', sql: 'select f()' }];
    const stderr =
      'Applying migration 1_a.sql...\nERROR: function f() does not exist (SQLSTATE 42883)\nAt statement: 0\nselect f()\n       ^\nexec\n';
    const error = { sqlState: '42883', message: 'function f() does not exist', hint: 'Cast.' };
    const cli = three('supabase');
    expect(refusedMigration(stderr, migrations, cli, error)).toMatchObject({
      hint: 'Cast.',
      line: 1,
      column: 8,
    });
    expect(refusedMigration(stderr, migrations, cli, { ...error, sqlState: '42P01' })).not.toHaveProperty(
      'hint',
    );
  });

  test.each(['', 'Applying migration 1_a.sql...\n', 'ERROR: x (SQLSTATE 42601)\nAt statement: 0\n'])(
    'what names no migration of the project is no such failure: %j',
    (stderr) => {
      expect(refusedMigration(stderr, [], three('supabase'))).toBeUndefined();
    },
  );
});

describe('a call', () => {
  test.each([CLI_3, CLI_2].filter((cli) => existsSync(cli)))(
    'of %s runs nothing that the project tells Bun to load first',
    async (cli) => {
      const workdir = folderOf({
        'bunfig.toml': 'preload = ["./first.js"]\n',
        'first.js': "console.log('I ran');\n",
        'supabase/config.toml': 'project_id = "x"\n',
      });
      const { outcome } = call(process.execPath, { args: [cli, '--version'], workdir });
      expect(await outcome).toMatchObject({ code: 0, stdout: expect.not.stringContaining('I ran') });
      // What is held against it does run when it is where the process is.
      const there = call(process.execPath, { args: [cli, '--version'], workdir, temporary: workdir });
      if (cli === CLI_3) expect((await there.outcome).stdout).toContain('I ran');
    },
  );

  test('passes lines on whole, however they come, and the last without an end', async () => {
    const { program } = fakeCli("printf 'a' >&2; sleep 0.1; printf 'b\\nc\\r\\n\\nd' >&2; echo types");
    const lines: string[] = [];
    const outcome = await call(program, { onLine: (line) => lines.push(line) }).outcome;
    expect(lines).toEqual(['ab', 'c', 'd']);
    expect(outcome).toEqual({ code: 0, stdout: 'types\n', stderr: 'ab\nc\r\n\nd' });
  });

  test('that takes too long is stopped with all that it started', async () => {
    const temporary = folderOf({});
    const { program } = fakeCli('sleep 61 &\nsleep 61');
    await expect(call(program, { temporary, seconds: 1 }).outcome).rejects.toMatchObject({
      message: '`supabase db reset` had not ended after 1 second, and was stopped.',
      remedy: 'Look at what it said last, or give it more time with `--timeout SECONDS`.',
    });
    if (process.platform === 'linux') expect(processesIn(temporary)).toEqual([]);
  });

  test('ends although something that it started keeps its output open', async () => {
    const { program } = fakeCli('sleep 20 &\necho done');
    const started = performance.now();
    const running = call(program);
    expect(await running.outcome).toMatchObject({ code: 0, stdout: 'done\n' });
    running.kill();
    expect(performance.now() - started).toBeLessThan(15_000);
  });

  test('that cannot be started says so', async () => {
    await expect(call(join(folderOf({}), 'gone')).outcome).rejects.toMatchObject({
      message: expect.stringMatching(/^The Supabase CLI .*gone could not be started: .*\.$/),
    });
  });
});

describe('the words of a release', () => {
  const url = 'postgresql://h/d';
  test.each([
    ['3.x on a URL', three('s'), { kind: 'url' as const, url }, `--remote=${url}`],
    ['2.x on a URL', two('s'), { kind: 'url' as const, url }, `--db-url=${url}`],
    ['2.x on the local stack', two('s'), { kind: 'local' as const }, '--local'],
  ])('%s', (_, cli, target, flag) => {
    expect(resetCommand(cli, target).args).toEqual([
      'db',
      'reset',
      flag,
      '--yes',
      '--no-seed',
      '--agent',
      'no',
    ]);
    expect(typesCommand(cli, target, { schemas: ['public', 'api'], seconds: 9 }).args).toEqual([
      'gen',
      'types',
      '--lang=typescript',
      flag,
      '--query-timeout=9s',
      '--schema=public',
      '--schema=api',
      '--agent',
      'no',
    ]);
  });

  test('3.x takes the local stack without being told', () => {
    expect(resetCommand(three('s'), { kind: 'local' }).args).toEqual([
      'db',
      'reset',
      '--yes',
      '--no-seed',
      '--agent',
      'no',
    ]);
  });
});

describe('the CLI', () => {
  const program = (path: string, version: string): string => {
    writeFileSync(path, `#!/bin/sh\necho ${version}\n`);
    chmodSync(path, 0o755);
    return path;
  };

  test('is that of the repository rather than that on the path', async () => {
    const folder = folderOf({ '.git/': '', 'apps/web/supabase/': '', 'node_modules/.bin/': '', 'bin/': '' });
    const before = process.env.PATH;
    try {
      process.env.PATH = `${join(folder, 'bin')}:${before}`;
      const onPath = program(join(folder, 'bin/supabase'), '2.130.0');
      expect(await findCli(undefined, join(folder, 'apps/web'), folder)).toEqual({
        program: onPath,
        version: '2.130.0',
        major: 2,
      });
      const own = program(join(folder, 'node_modules/.bin/supabase'), 'v3.2.1');
      expect(await findCli(undefined, join(folder, 'apps/web'), folder)).toEqual({
        program: own,
        version: '3.2.1',
        major: 3,
      });
      const named = program(join(folder, 'other'), '2.118.0');
      expect((await findCli(named, folder, folder)).version).toBe('2.118.0');
    } finally {
      process.env.PATH = before;
    }
  });

  test('is not looked for outside of the repository', async () => {
    const folder = folderOf({ 'node_modules/.bin/': '', 'repository/.git/': '' });
    program(join(folder, 'node_modules/.bin/supabase'), '3.1.0');
    const before = process.env.PATH;
    try {
      process.env.PATH = '';
      await expect(findCli(undefined, join(folder, 'repository'), folder)).rejects.toMatchObject({
        message:
          'The Supabase CLI was not found: neither in node_modules/.bin of the project nor on the path.',
      });
    } finally {
      process.env.PATH = before;
    }
  });

  test('must be a program', async () => {
    const folder = folderOf({ 'a.txt': 'x' });
    await expect(findCli(join(folder, 'a.txt'), folder, folder)).rejects.toMatchObject({
      message: expect.stringMatching(/is not a program that can be run\.$/),
    });
  });
});

describe('masking', () => {
  const url = 'postgresql://app:p%40ss+w%C3%B6rd@db.internal:5432/x';
  const mask = maskingOf(url, {
    SUPABASE_ACCESS_TOKEN: 'sbp_0123456789',
    MY_API_KEY: 'short',
    HOME: '/home/somebody',
  });

  test.each([
    [`to ${url}.`, 'to ***.'],
    ['p%40ss+w%C3%B6rd', '***'],
    ['password p@ss+wörd is wrong', 'password *** is wrong'],
    ['p%40ss%2Bw%C3%B6rd', '***'],
    ['postgres://other:secret@h/d?x=1 and on', '*** and on'],
    ['token sbp_0123456789', 'token ***'],
    ['short /home/somebody', 'short /home/somebody'],
    ['\u001b[31mred\u001b[0m \u001b]0;title\u0007', 'red \\u001b]0;title\\u0007'],
  ])('%j', (line, shown) => {
    expect(mask(line)).toBe(shown);
  });

  test('a password in the query is one too', () => {
    expect(maskingOf('postgresql://h/d?user=a&password=c%24x', {})('c$x c%24x')).toBe('*** ***');
  });
});

describe('the values that a project names', () => {
  const mask = maskingOf(undefined, {}, ['ab_c*d\\e"f', 'first line\nsecond line', 'true', 'abc']);

  test.each([
    ['as it is: ab_c*d\\e"f', 'as it is: ***'],
    ['as JSON: "ab_c*d\\\\e\\"f"', 'as JSON: "***"'],
    ['as Markdown: ab\\_c\\*d\\\\e"f', 'as Markdown: ***'],
    ['by its second line', 'by its second line'],
    ['one of two: second line', 'one of two: ***'],
    [
      'what everybody knows is true, and abc is too short',
      'what everybody knows is true, and abc is too short',
    ],
  ])('%j', (line, shown) => {
    expect(mask(line)).toBe(shown.replace('its second line', 'its ***'));
  });
});

describe('the environment of the CLI', () => {
  const ours = {
    PATH: '/bin',
    Path: 'C:/bin',
    http_proxy: 'http://proxy',
    DOCKER_HOST: 'unix:///docker.sock',
    SUPABASE_SERVICES_HOSTNAME: 'host',
    SUPABASE_ACCESS_TOKEN: 'token',
    SUPABASE_DB_PASSWORD: 'password',
    SUPABASE_DB_URL: 'url',
    GITHUB_TOKEN: 'token',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'token',
    INPUTS: 'token',
    NODE_OPTIONS: '--require x',
    AWS_SECRET_ACCESS_KEY: 'key',
    GH_PAT: 'token',
  };

  test('holds what it needs to run, and no token', () => {
    expect(cliEnvironment(ours, [])).toEqual({
      PATH: '/bin',
      Path: 'C:/bin',
      http_proxy: 'http://proxy',
      DOCKER_HOST: 'unix:///docker.sock',
      SUPABASE_SERVICES_HOSTNAME: 'host',
      SUPABASE_NO_UPDATE_NOTIFIER: '1',
      SUPABASE_TELEMETRY_DISABLED: '1',
      NO_COLOR: '1',
    });
  });

  test('holds what config.toml names, as far as ours has it, but nothing of the runner', () => {
    const set = { ...ours, GH_PAT: 'token', GITHUB_TOKEN: 'token', actions_runtime_token: 'token' };
    // A `.env` file of the project may name what is loaded into a program that starts.
    const named = ['GH_PAT', 'GITHUB_TOKEN', 'actions_runtime_token', 'LD_PRELOAD'];
    const given = cliEnvironment(set, named);
    expect(given).toMatchObject({ GH_PAT: 'token' });
    expect(Object.keys(given).filter((name) => /github|actions|preload/i.test(name))).toEqual([]);
  });

  test('has the keys that decrypt where config.toml holds what is encrypted', () => {
    const project = (text: string) => ({
      config: parseConfig(`[db.vault]\na = "${text}"\n`, 'config.toml'),
      variables: new Map(),
    });
    const environment = { DOTENV_PRIVATE_KEY_CI: 'key' };
    expect(variablesFor(project('encrypted:BA=='), environment).get('DOTENV_PRIVATE_KEY_CI')).toBe('key');
    expect(variablesFor(project('plain'), environment).size).toBe(0);
  });

  test('is all that a call gets', async () => {
    const { program } = fakeCli('env');
    process.env.GH_PAT = 'canary';
    process.env.NAMED = 'value';
    try {
      const variables = new Map([
        ['NAMED', 'value'],
        ['LD_PRELOAD', 'of a file'],
      ]);
      const { stdout } = await call(program, { variables }).outcome;
      expect(stdout).toMatch(/^PATH=/m);
      expect(stdout).toMatch(/^NAMED=value$/m);
      expect(stdout).not.toContain('of a file');
      expect(stdout).not.toContain('canary');
    } finally {
      delete process.env.GH_PAT;
      delete process.env.NAMED;
    }
  });
});

describe('the folder that the CLI runs in', () => {
  test('holds copies of files that config.toml names, links to others, and nothing of the project where it runs', () => {
    const top = folderOf({
      'keys.json': '[]',
      'web/supabase/config.toml': 'a',
      'web/supabase/seed.sql': 'select 1',
      'web/supabase/mail/a.html': 'b',
      'web/supabase/mail/b.html': 'c',
      'web/data/large.csv': Buffer.alloc(10 * 1024 * 1024 + 1),
      'web/other/a.csv': 'd',
    });
    const texts = [
      './supabase/mail/a.html',
      './seed.sql',
      '../../keys.json',
      'data/large.csv',
      'a\0b',
      '/etc/passwd',
      '',
      '.',
    ];
    const workdir = makeWorkdir(join(top, 'web'), new Map(texts.map((text) => [text, text])));
    const isLink = (path: string): boolean => lstatSync(join(workdir.directory, path)).isSymbolicLink();
    expect(isLink('supabase/mail')).toBe(false);
    expect(isLink('supabase/mail/a.html')).toBe(false);
    expect(isLink('supabase/mail/b.html')).toBe(true);
    expect(isLink('data/large.csv')).toBe(false);
    expect(isLink('other')).toBe(true);
    expect(existsSync(join(workdir.directory, 'supabase/seed.sql'))).toBe(false);
    expect(readFileSync(join(workdir.directory, 'supabase/../../keys.json'), 'utf8')).toBe('[]');
    expect(readdirSync(workdir.temporary)).toEqual([]);
    workdir.remove();
    expect(existsSync(workdir.directory) || existsSync(workdir.temporary)).toBe(false);
    expect(readdirSync(join(top, 'web/supabase/mail'))).toEqual(['a.html', 'b.html']);
  });

  test('shows the project, takes what is written, and goes', () => {
    const project = folderOf({
      'supabase/config.toml': 'a',
      'supabase/.temp/postgres-version': '17.6',
      'supabase/migrations/1_a.sql': 'select 1',
      'supabase/templates/mail.html': 'b',
      '.env': 'c',
    });
    const workdir = makeWorkdir(project);
    const read = (path: string): string => readFileSync(join(workdir.directory, path), 'utf8');
    expect(existsSync(join(workdir.directory, 'supabase/migrations'))).toBe(false);
    workdir.complete();
    expect(
      ['supabase/config.toml', 'supabase/templates/mail.html', 'supabase/migrations/1_a.sql', '.env'].map(
        read,
      ),
    ).toEqual(['a', 'b', 'select 1', 'c']);
    expect(read('supabase/.temp/postgres-version')).toBe('17.6');
    writeFileSync(join(workdir.directory, 'supabase/.temp/cli-latest'), 'v9');
    expect(lstatSync(join(workdir.directory, 'supabase/.temp')).isSymbolicLink()).toBe(false);
    workdir.remove();
    expect(existsSync(workdir.directory)).toBe(false);
    expect(existsSync(join(project, 'supabase/.temp/cli-latest'))).toBe(false);
    expect(readFileSync(join(project, 'supabase/templates/mail.html'), 'utf8')).toBe('b');
  });
});

test('the embedded database is served on a loopback port, and tells what it refuses', async () => {
  const database = await openEmbedded({ extensions: [] });
  const refused: unknown[] = [];
  const { port, stop } = await serveOnLoopback(database, 54322, {
    onBreak: (cause) => refused.push(cause),
    onRefusal: (error) => refused.push(error),
  });
  try {
    expect(port).not.toBe(54322);
    expect(await isListening(port)).toBe(true);
    const { withConnection } = await import('../../src/database/live/connection.ts');
    const url = `postgresql://postgres:postgres@127.0.0.1:${port}/postgres?sslmode=disable`;
    const { error } = await withConnection(url, (session) => session.run("select lower('x', 'y')"));
    expect(error).toMatchObject({ sqlState: '42883', position: 8 });
    expect(refused).toEqual([
      { sqlState: '42883', message: error?.message, hint: expect.stringContaining('No function matches') },
    ]);
  } finally {
    await stop();
    await database.close();
  }
});
