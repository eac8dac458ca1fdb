// What the real `supabase db reset` does by itself, in the very folder and on a native PostgreSQL, and what a check of
// that folder answers with both resets: the built-in one, and the CLI on the embedded database.

import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { withConnection } from '../../src/database/live/connection.ts';
import { folderOf } from '../project/disk/folder.ts';
import { findNativePostgres, type NativeServer, startNative } from '../tools/native-postgres.ts';
import { CLI_2, CLI_3, type RealCli, reset } from '../tools/real-cli.ts';
import {
  type Alone,
  answer,
  CONFIG,
  configured,
  copy,
  FAILING,
  file,
  LEAK,
  NUL,
  OPEN,
  OPENED,
  ORDERS,
  projectOf,
  READABLE,
  REMOVES,
  REMOVING,
  SECRET,
  SECRETS,
  UNREADABLE,
  utf16,
  VAULT,
  withVariable,
} from './resets.ts';
import { TYPES } from './shop.ts';

const native = findNativePostgres();
const onNative = 'missing' in native ? test.skip : test;
const releases = [CLI_3, CLI_2].filter(({ script }) => existsSync(script));

let server: NativeServer;
beforeAll(async () => {
  if (!('missing' in native)) server = await startNative(native);
});
afterAll(() => server?.stop());

let databases = 0;

/** The CLI by itself. */
async function alone(cli: RealCli, folder: string): Promise<Alone> {
  const url = server.createDatabase(`alone_${++databases}`);
  const error = await reset(cli, folder, url).then(() => undefined, String);
  return await withConnection(url, async (session) => {
    const tables = await session.query<{ name: string }>(
      `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
    );
    const history = await session
      .query('select from supabase_migrations.schema_migrations')
      .catch(() => ({ rows: [] }));
    return {
      ...(error !== undefined && { error }),
      tables: tables.rows.map(({ name }) => name),
      recorded: history.rows.length,
    };
  });
}

describe('a transaction that a file leaves open', () => {
  test.each(OPENED)('by %s is answered as the CLI leaves it', async (_, migrations, left, findings) => {
    const folder = projectOf(migrations);
    const wanted = { status: findings.length === 0 ? 'in-sync' : 'drifted', findings };
    expect(await answer(folder)).toMatchObject(wanted);
    expect(await answer(folder, CLI_3)).toMatchObject(wanted);
    if (server) for (const cli of releases) expect(await alone(cli, folder)).toEqual(left);
  });

  test('is not hidden by a later failure', async () => {
    const folder = projectOf([`begin;\n${ORDERS}`, 'create index concurrently i on public.orders (id);']);
    const found = await answer(folder);
    expect(found.findings.map(({ rule }) => rule)).toEqual(['open-transaction', 'replay-failed']);
    expect(await answer(folder, CLI_3)).toEqual(found);
  });

  test('in roles.sql is told there, with either reset', async () => {
    const folder = projectOf([ORDERS], { 'supabase/roles.sql': '-- roles\nbegin;\ncreate role clerk;' });
    const found = await answer(folder);
    expect(found.findings).toEqual([OPEN('supabase/roles.sql', 2)]);
    expect(await answer(folder, CLI_3)).toEqual(found);
  });
});

describe('a migration that removes rows of the history', () => {
  test.each(REMOVING)('%s, is in sync, as the CLI leaves it', async (_, migrations, recorded) => {
    const folder = projectOf(migrations);
    expect(await answer(folder)).toMatchObject({ status: 'in-sync' });
    expect(await answer(folder, CLI_3)).toMatchObject({ status: 'in-sync' });
    if (server)
      for (const cli of releases) expect(await alone(cli, folder)).toEqual({ tables: ['orders'], recorded });
  });

  test('hides no transaction that is left open', async () => {
    const folder = projectOf([ORDERS, REMOVES, 'begin;\ncreate table public.lost ();']);
    const found = await answer(folder);
    expect(found.findings).toEqual([OPEN(file(3), 1)]);
    expect(await answer(folder, CLI_3)).toEqual(found);
    if (server)
      for (const cli of releases)
        expect(await alone(cli, folder)).toEqual({ tables: ['orders'], recorded: 1 });
  });
});

describe('a statement that fails inside of begin and commit', () => {
  test('is told by file, line and SQLSTATE, and so is what no migration creates', async () => {
    const folder = projectOf([ORDERS, FAILING]);
    const found = await answer(folder);
    expect(found).toMatchObject({ status: 'drifted', notRun: ['types'] });
    expect(found.findings).toMatchObject([
      { rule: 'replay-failed', file: file(2), line: 2, message: expect.stringContaining('SQLSTATE 42P01') },
      {
        rule: 'base-schema-drift',
        file: file(2),
        line: 2,
        message: expect.stringContaining('public.missing'),
      },
    ]);
    for (const cli of releases) expect(await answer(folder, cli)).toEqual(found);
  });

  onNative.each(releases)('fails by itself, with $version', async (cli) => {
    expect(await alone(cli, projectOf([ORDERS, FAILING]))).toEqual({
      error: expect.stringMatching(/relation "public\.missing" does not exist \(SQLSTATE 42P01\)/),
      tables: ['orders'],
      recorded: 1,
    });
  });
});

describe('a statement that sends', () => {
  test('a little is run', async () => {
    expect(await answer(projectOf([copy(3)]), CLI_3)).toMatchObject({ status: 'in-sync' });
  });

  test.each([undefined, CLI_3])(
    'more than there is room for is no verdict, and the file is named',
    async (cli) => {
      const { status, failure, findings } = await answer(projectOf(['select 1;', copy(1500)]), cli);
      expect({ status, findings }).toEqual({ status: 'failed', findings: [] });
      expect(failure).toMatch(/it sent more than \d+ MiB/);
      expect(failure).toContain(file(2));
    },
  );
});

describe('what config.toml names', () => {
  const TEMPLATE = '[auth.email.template.confirmation]\nsubject = "x"\ncontent_path =';
  const NOTIFICATION =
    '[auth.email.notification.password_changed]\nenabled = true\nsubject = "x"\ncontent_path =';
  const KEYS = '[auth]\nsigning_keys_path =';

  /** What no reset looks at, and nothing of it is there. */
  const UNUSED = `
[functions.hello]
entrypoint = "../../hello/index.ts"
import_map = "./functions/hello/deno.json"
static_files = ["./functions/hello/*.html"]
[api.tls]
enabled = true
cert_path = "../certs/cert.pem"
key_path = "../certs/key.pem"
[db.seed]
sql_paths = ["./seeds/*.sql"]
[db.migrations]
schema_paths = ["./schemas/*.sql"]
[edge_runtime]
secrets = { KEY = "./secret" }
[storage.buckets.images]
objects_path = "./images"`;

  /** A project in a repository, whose files lie beside it too. */
  function nested(config: string, files: Record<string, string>): string {
    const inside = { ...configured(config), [file(1)]: ORDERS, 'types.ts': TYPES };
    const entries = Object.entries(inside).map(([path, text]) => [`apps/web/${path}`, text]);
    return join(folderOf({ ...Object.fromEntries(entries), ...files, '.git/': '' }), 'apps/web');
  }

  const HTML = { 'apps/web/supabase/templates/mail.html': '<p>' };

  /** What stands in a configuration for the folder of the project. */
  const HERE = '<project>';

  /** The same, with its own place in what it says, and a link when one is asked for. */
  function placed(config: string, files: Record<string, string>, mail?: string): string {
    const folder = nested(config, files);
    for (const path of [CONFIG, '.env'].map((name) => join(folder, name)).filter((name) => existsSync(name)))
      writeFileSync(path, readFileSync(path, 'utf8').replaceAll(HERE, folder));
    if (mail) symlinkSync(mail, join(folder, 'supabase/mail'));
    return folder;
  }

  const MAIL = 'apps/web/supabase/templates/mail.html';

  const FOUND: [string, string, Record<string, string>, string?][] = [
    ['a template', `${TEMPLATE} "./supabase/templates/mail.html"`, HTML],
    ['a notification, from supabase/', `${NOTIFICATION} "./templates/mail.html"`, HTML],
    [
      'a template among other files',
      `${TEMPLATE} "emails/out/a.html"`,
      { 'apps/web/emails/out/a.html': '<p>' },
    ],
    [
      'a template behind a link within the project',
      `${TEMPLATE} "./supabase/mail/a.html"`,
      { 'apps/web/emails/a.html': '<p>' },
      '../emails',
    ],
    ['a template by its absolute path', `${TEMPLATE} "${HERE}/supabase/templates/mail.html"`, HTML],
    [
      'a template by an absolute path in single quotes, over a link',
      `${TEMPLATE} '${HERE}/supabase/mail/a.html'`,
      { 'apps/web/emails/a.html': '<p>' },
      '../emails',
    ],
    [
      'a template by a variable that holds an absolute path',
      `${TEMPLATE} "env(MAIL)"`,
      { ...HTML, 'apps/web/.env': `MAIL=${HERE}/supabase/templates/mail.html\n` },
    ],
    [
      'a template of more than 10 MiB',
      `${TEMPLATE} "./supabase/templates/mail.html"`,
      { [MAIL]: 'x'.repeat(10 * 1024 * 1024 + 1) },
    ],
    ['keys', `${KEYS} "./keys.json"`, { 'apps/web/supabase/keys.json': '[]' }],
    ['keys beside the project', `${KEYS} "../../../keys.json"`, { 'keys.json': '[]' }],
    ['what a reset does not look at', UNUSED, {}],
  ];

  test.each(FOUND)('%s, is found as by the CLI itself', async (...[, config, files, mail]) => {
    const folder = placed(config, files, mail);
    expect(await answer(folder, CLI_3)).toMatchObject({ status: 'in-sync' });
    if (server) expect(await alone(CLI_3, folder)).toEqual({ tables: ['orders'], recorded: 1 });
  });

  const REFUSED: [string, string, Record<string, string>, string?][] = [
    ['a template that is not there', `${TEMPLATE} "./supabase/templates/mail.html"`, {}],
    ['a template that is not there in a folder that is', `${TEMPLATE} "./supabase/templates/m.html"`, HTML],
    ['a notification that is not there in a folder that is', `${NOTIFICATION} "./templates/m.html"`, HTML],
    ['a template that is a folder', `${TEMPLATE} "./supabase/templates"`, HTML],
    ['a template that is the project', `${TEMPLATE} "${HERE}"`, {}],
    ['an absolute path to what is not there', `${TEMPLATE} "${HERE}/supabase/templates/m.html"`, HTML],
    [
      'an absolute path out of the project',
      `${TEMPLATE} "${HERE}/../mail.html"`,
      { 'apps/mail.html': '<p>' },
    ],
    ['a template beside the project', `${TEMPLATE} "../mail.html"`, { 'apps/mail.html': '<p>' }],
    [
      'a template behind a link that leads out of the project',
      `${TEMPLATE} "./supabase/mail/a.html"`,
      { 'mail/a.html': '<p>' },
      '../../../mail',
    ],
    ['keys that are not there', `${KEYS} "./keys.json"`, {}],
  ];

  test.each(REFUSED)('%s, is refused in the words of the CLI itself', async (...[, config, files, mail]) => {
    const folder = placed(config, files, mail);
    const { status, failure = '' } = await answer(folder, CLI_3);
    expect(status).toBe('failed');
    const [, words = ''] = /refuses supabase\/config\.toml: (.*)\. Change it as/.exec(failure) ?? [];
    expect(words).toMatch(/^(Invalid config for auth\.email|failed to read signing keys)/);
    if (server) expect((await alone(CLI_3, folder)).error).toContain(words);
  });

  test('is found by 2.122.1 too (skipped where npm has no binary)', async () => {
    const folder = nested(`${TEMPLATE} "./supabase/templates/mail.html"`, HTML);
    for (const cli of releases) expect(await answer(folder, cli)).toMatchObject({ status: 'in-sync' });
  });

  test('never has the CLI run where a file of the project may tell its engine what to load first', async () => {
    const folder = nested(`${KEYS} "../../bunfig.toml"`, {
      'apps/bunfig.toml': 'preload = ["./first.js"]\n',
      'apps/first.js': "throw new Error('I ran');\n",
    });
    const { failure } = await answer(folder, CLI_3);
    expect(failure).not.toContain('I ran');
  });
});

describe('a secret of the vault', () => {
  test.each(SECRETS)('%s is there before the first migration', async (_, files) => {
    const folder = projectOf([SECRET], files);
    for (const cli of [undefined, CLI_3])
      expect(await answer(folder, cli)).toMatchObject({ status: 'in-sync', findings: [] });
    if (server) expect(await alone(CLI_3, folder)).toEqual({ tables: ['orders'], recorded: 1 });
  });

  test('from the environment is there, and its value is shown nowhere', async () => {
    const value = "canary_s3cret*'x";
    await withVariable('MY_SECRET', value, async () => {
      expect(await answer(projectOf([SECRET], VAULT('env(MY_SECRET)')))).toMatchObject({ status: 'in-sync' });
      const folder = projectOf([LEAK], VAULT('env(MY_SECRET)'));
      const lines: string[] = [];
      for (const cli of [undefined, ...releases]) {
        const found = await answer(folder, cli, (line) => lines.push(line));
        expect(found.findings).toMatchObject([
          { rule: 'replay-failed', message: expect.stringContaining('It is ***') },
        ]);
      }
      expect(lines.join('\n')).toContain('ERROR: It is ***');
      expect(lines.join('\n')).not.toContain('canary');
    });
  });

  test('of the runner is not there: a migration could tell it', async () => {
    const folder = projectOf([SECRET], VAULT('env(GITHUB_CANARY)'));
    await withVariable('GITHUB_CANARY', 'canary_s3cret', async () => {
      const found = await answer(folder);
      expect(found.failure).toContain('no migration is given the value of `GITHUB_CANARY`');
      expect(found.failure).not.toMatch(/not set|Set /);
      expect(await answer(folder, CLI_3)).toEqual(found);
    });
  });

  test('whose variable is not set: a migration that fails is no answer, and the variable is named', async () => {
    const folder = projectOf([ORDERS, SECRET], VAULT('env(MY_SECRET)'));
    const found = await answer(folder);
    expect(found).toMatchObject({ status: 'failed', findings: [] });
    expect(found.failure).toBe(
      `\`${file(2)}\` fails (no secret), and the variable \`MY_SECRET\`, from which supabase/config.toml takes the secret \`my_secret\` of \`[db.vault]\`, is not set. Set \`MY_SECRET\` in the environment, to any value that the migrations take, and run again.`,
    );
    expect(await answer(folder, CLI_3)).toEqual(found);
  });
});

describe('a variable that config.toml names', () => {
  test.each(releases)('is shown nowhere when CLI $version repeats its value', async (cli) => {
    const value = 'ghp_can*ary\\0123_456';
    const lines: string[] = [];
    process.env.GH_PAT = value;
    try {
      const folder = projectOf([ORDERS], configured('[db]\nport = "env(GH_PAT)"'));
      const { status, failure } = await answer(folder, cli, (line) => lines.push(line));
      expect(status).toBe('failed');
      expect(failure).toContain('refuses supabase/config.toml');
      expect(lines.length).toBeGreaterThan(0);
      expect(lines.join('\n') + failure).not.toMatch(/can.*ary/);
      if (cli === CLI_3) expect(failure).toContain('"***" is not a port');
    } finally {
      delete process.env.GH_PAT;
    }
  });
});

describe('a migration', () => {
  test.each(UNREADABLE)('%s fails there, with either reset', async (_, sql, line) => {
    const folder = projectOf(['create table public.first ();', sql, 'create table public.last ();']);
    const found = await answer(folder);
    expect(found).toMatchObject({
      status: 'drifted',
      findings: [{ rule: 'replay-failed', file: file(2), line, message: expect.stringMatching(NUL) }],
    });
    expect(found.findings[0]?.message).toContain('SQLSTATE 08P01');
    expect(await answer(folder, CLI_3)).toEqual(found);
    if (server)
      expect(await alone(CLI_3, folder)).toEqual({
        error: expect.stringMatching(/\(SQLSTATE 08P01\)/),
        tables: ['first'],
        recorded: 1,
      });
  });

  test('in UTF-16 does not hide that one before it fails', async () => {
    const folder = projectOf(['select nope;', utf16]);
    const found = await answer(folder);
    expect(found.findings).toMatchObject([{ rule: 'replay-failed', file: file(1) }]);
    expect(await answer(folder, CLI_3)).toEqual(found);
  });

  test.each(READABLE)('%s replays, with either reset', async (_, sql) => {
    const folder = projectOf([sql]);
    for (const cli of [undefined, CLI_3])
      expect(await answer(folder, cli)).toMatchObject({ status: 'in-sync' });
    if (server) expect(await alone(CLI_3, folder)).toEqual({ tables: ['orders'], recorded: 1 });
  });
});

test('a label of pgsodium is beyond the embedded database, with either reset', async () => {
  const folder = projectOf([ORDERS, "security label for pgsodium on column public.orders.id is 'x';"]);
  const found = await answer(folder);
  expect(found).toMatchObject({ status: 'failed', findings: [] });
  expect(found.failure).toContain('The embedded database cannot replay');
  expect(await answer(folder, CLI_3)).toEqual(found);
});
