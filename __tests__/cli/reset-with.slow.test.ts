// `--reset-with supabase-cli` with the real CLI: the same answers as the built-in replay. A CLI that fails is in
// reset-with.test.ts.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { openEmbedded } from '../../src/database/embedded/engine.ts';
import { folderOf } from '../project/disk/folder.ts';
import { nativePostgres } from '../tools/bare-postgres.ts';
import { CLI_2, CLI_3, fakeCli, versionKnown } from '../tools/cli-runs.ts';
import { serve } from '../tools/real-cli.ts';
import type { JsonReport } from './run.ts';
import { runHere } from './run-here.ts';
import { MIGRATION, SHOP } from './shop.ts';

interface CliReport extends JsonReport {
  engine: { database: string; resetWith: string; cli?: string; generator?: string; postgresVersion?: string };
}

async function json(
  args: readonly string[],
  cwd?: string,
): Promise<{ code: number | null; report: CliReport }> {
  const { code, stdout } = await runHere([...args, '--format', 'json', '--quiet'], cwd ? { cwd } : {});
  return { code, report: JSON.parse(stdout) };
}

/** A release whose platform package npm does not have for this machine is not there. */
const has = (cli: string): boolean => spawnSync(process.execPath, [cli, '--version']).status === 0;

const FAILING = ['failing-replay', 'base-schema-drift'];
const WHOLE = ['backoffice', 'drifted'];
/** How else types are written is for projects.test.ts; that the CLI builds the same of each, for parity.test.ts. */
const IN_SYNC = ['monorepo/apps/web'];

const RELEASES = [
  { release: '3.1.0', cli: CLI_3, projects: [...FAILING, ...WHOLE, ...IN_SYNC] },
  { release: '2.122.1', cli: CLI_2, projects: ['failing-replay', 'drifted'] },
];

const builtIn = new Map<string, ReturnType<typeof json>>();

/** What the built-in replay answers, asked once a project. */
function builtInOf(project: string): ReturnType<typeof json> {
  const known = builtIn.get(project) ?? json(['check', '--project', project]);
  builtIn.set(project, known);
  return known;
}

describe.each(RELEASES)('with the Supabase CLI $release', ({ release, cli, projects }) => {
  const testOn = has(cli) ? test : test.skip;
  testOn.each(projects)(
    '%s: status and findings are those of the built-in replay (skipped where npm has no binary)',
    async (project) => {
      const [wanted, real] = await Promise.all([
        builtInOf(project),
        json(['check', '--project', project, '--reset-with', 'supabase-cli', '--supabase-cli', cli]),
      ]);
      expect(real.report.failure).toBeUndefined();
      expect(real.report.findings).toEqual(wanted.report.findings);
      expect({ code: real.code, status: real.report.status }).toEqual({
        code: wanted.code,
        status: wanted.report.status,
      });
      expect(real.report.engine).toMatchObject({
        database: 'embedded',
        resetWith: 'supabase-cli',
        cli: release,
        ...(real.report.notRun.length === 0 && { generator: `supabase ${release}` }),
      });
    },
  );
});

/** The CLI of the tests below, which are not about its version. */
const KNOWN = versionKnown(CLI_3, '3.1.0');

describe('a project', () => {
  const project = (): string => folderOf({ ...SHOP, '.gitignore': 'node_modules\n' });

  test('stays as Git knows it, and what the CLI says goes to standard error alone', async () => {
    const folder = project();
    const git = (...args: string[]): string =>
      spawnSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b', ...args], {
        encoding: 'utf8',
      }).stdout;
    git('init', '-q');
    git('add', '.');
    git('commit', '-qm', 'shop');
    const ran = await runHere(['check', '--reset-with', 'supabase-cli', '--supabase-cli', KNOWN], {
      cwd: folder,
    });
    expect(ran.stderr).toContain('supabase │ Applying migration 20260101000000_orders.sql...');
    expect(ran.stdout).not.toContain('supabase │');
    expect(ran.code).toBe(0);
    expect(git('ls-files')).toContain('types.ts');
    expect(git('status', '--porcelain', '--ignored')).toBe('');
  });

  test('is mended by fix, and the next check, with the built-in replay, is in sync', async () => {
    const folder = folderOf({
      ...SHOP,
      [MIGRATION]: 'create table orders (id int primary key, total numeric);\n',
    });
    const fixed = await runHere(['fix', '--reset-with', 'supabase-cli', '--supabase-cli', KNOWN], {
      cwd: folder,
    });
    expect(fixed.code).toBe(0);
    expect(readFileSync(join(folder, 'types.ts'), 'utf8')).toContain('total: number | null');
    expect((await runHere(['check'], { cwd: folder })).code).toBe(0);
  });

  test('has roles.sql run first', async () => {
    const folder = folderOf({
      ...SHOP,
      'supabase/roles.sql': 'create role clerk;\n',
      [MIGRATION]: 'create table orders (id int primary key);\ngrant select on orders to clerk;\n',
    });
    expect(
      await json(['check', '--reset-with', 'supabase-cli', '--supabase-cli', KNOWN], folder),
    ).toMatchObject({
      code: 0,
      report: { status: 'in-sync' },
    });
  });

  test('whose roles.sql fails is told so, by file and line', async () => {
    const folder = folderOf({ ...SHOP, 'supabase/roles.sql': '-- roles\ncreate role clerk lgin;\n' });
    const { code, report } = await json(
      ['check', '--reset-with', 'supabase-cli', '--supabase-cli', KNOWN],
      folder,
    );
    expect(code).toBe(1);
    expect(report.findings).toMatchObject([
      { ruleId: 'replay-failed', location: { file: 'supabase/roles.sql', line: 2, column: 19 } },
    ]);
  });
});

describe('could not check, exit 2 and never drift:', () => {
  const refusal = async (
    args: readonly string[],
    files: Record<string, string> = SHOP,
  ): Promise<{ message: string; remedy: string }> => {
    const { code, report } = await json(['check', '--reset-with', 'supabase-cli', ...args], folderOf(files));
    expect({ code, status: report.status, findings: report.findings }).toEqual({
      code: 2,
      status: 'failed',
      findings: [],
    });
    return report.failure ?? { message: '', remedy: '' };
  };

  test.each([
    ['prints JSON for types', `echo '{"error":"no"}'`, 'holds no `Database` type'],
    ['prints no schema', `echo 'export type Database = {}'`, 'lacks schema `public`, which exists'],
    ['prints nothing', 'true', 'holds no `Database` type'],
  ])('a CLI that resets well and then %s', async (_, types, reason) => {
    const { program } = fakeCli(`if [ "$1" = gen ]; then ${types}; exit 0; fi\nexec '${KNOWN}' "$@"`);
    expect((await refusal(['--supabase-cli', program])).message).toBe(
      `\`supabase gen types\` ended without an error, but what it gave ${reason}.`,
    );
  });

  test('config.toml with a table that the CLI dropped', async () => {
    const { message } = await refusal(['--supabase-cli', KNOWN], {
      ...SHOP,
      'supabase/config.toml': 'project_id = "shop"\n[inbucket]\nenabled = true\n',
    });
    expect(message).toBe(
      '`supabase db reset` (CLI 3.1.0) refuses supabase/config.toml: [inbucket] in supabase/config.toml is no longer supported. Use [local_smtp] instead.',
    );
  });

  test('a setting of a wrong kind that Drift Gate itself does not use', async () => {
    // The CLI warns of an unknown key before it says what it refuses.
    const config = '[auth]\nunknown = true\n[db]\nport = "none"\n[db.seed]\nenabled = "maybe"\n';
    const files = { ...SHOP, 'supabase/config.toml': config };
    const { message } = await refusal(['--supabase-cli', KNOWN], files);
    expect(message).toMatch(
      /^`supabase (db reset|gen types)` \(CLI 3\.1\.0\) refuses supabase\/config\.toml: Invalid db\./,
    );
    expect(await runHere(['check', '--quiet'], { cwd: folderOf(files) })).toMatchObject({ code: 0 });
  });

  test('the local stack where Docker does not answer', async () => {
    const { code, report } = await json(
      ['check', '--database', 'local-stack', '--supabase-cli', KNOWN],
      folderOf(SHOP),
    );
    expect({ code, database: report.engine.database }).toEqual({ code: 2, database: 'local-stack' });
    expect(report.failure?.message).toMatch(
      /^`supabase status` \(CLI 3\.1\.0\) needs Docker, which does not answer: /,
    );
    expect(report.failure?.remedy).toBe(
      'Start Docker, or leave `--database` out: the embedded database needs none.',
    );
  });
});

describe('a database behind a URL', () => {
  /** An embedded database served over a socket: to the tool it is any other. */
  async function served<T>(
    use: (url: string, run: (sql: string) => Promise<void>) => Promise<T>,
  ): Promise<T> {
    const database = await openEmbedded({ extensions: [] });
    const { url, stop } = await serve(database);
    try {
      return await use(url.replace(':postgres@', ':canary-s3cret@'), (sql) => database.exec(sql));
    } finally {
      await stop();
      await database.close();
    }
  }

  test('is reset, and no output holds its password', async () => {
    await served(async (url) => {
      const folder = folderOf(SHOP);
      const args = ['check', '--database', url, '--supabase-cli', KNOWN, '--output', 'json=report.json'];
      const ran = await runHere(args, { cwd: folder });
      expect(ran.code).toBe(0);
      const report = readFileSync(join(folder, 'report.json'), 'utf8');
      expect(JSON.parse(report).engine).toMatchObject({
        database: 'url',
        resetWith: 'supabase-cli',
        cli: '3.1.0',
      });
      expect(ran.stderr).toContain('supabase │ Applying migration');
      expect(ran.stdout + ran.stderr + report).not.toContain('canary');
    });
  });
});

const native = nativePostgres();
const onNative = native.isThere ? test : test.skip;

onNative(`a native PostgreSQL behind a URL is reset, twice (${native.words})`, async () => {
  const folder = folderOf({ ...SHOP, 'supabase/roles.sql': 'create role clerk;\n' });
  const { url, stop } = await native.start();
  const args = ['check', '--database', url, '--supabase-cli', KNOWN];
  try {
    expect((await json(args, folder)).report).toMatchObject({
      status: 'in-sync',
      engine: { database: 'url', postgresVersion: expect.stringMatching(/^1\d\.\d+$/) },
    });
    expect((await json(args, folder)).code).toBe(0);
  } finally {
    stop();
  }
});

describe('the local stack', () => {
  /** Stands for the CLI where Docker is needed, and hands a reset and types of `url` to the real one. */
  const stackCli = (url: string, runs: boolean): ReturnType<typeof fakeCli> => {
    const marker = join(folderOf({}), 'started');
    const real = (args: string): string => `'${CLI_3}' ${args} --remote='${url}' --yes --no-seed --agent no`;
    return fakeCli(`case "$1 $2" in
"--version ") echo 3.1.0;;
"status -o") ${runs ? 'true' : `[ -e '${marker}' ]`} || exit 1; echo 'DB_URL="${url}"';;
"db start") [ -e "$SUPABASE_WORKDIR/supabase/migrations" ] && exit 9; touch '${marker}';;
"db reset") ${real('db reset')};;
"gen types") '${CLI_3}' gen types --remote='${url}' --schema=public --agent no;;
"stop --no-backup") rm '${marker}';;
esac`);
  };
  const short = (call: string): string => call.split(' ').slice(0, 2).join(' ');

  test.each([
    [
      'that does not run is started, reset and stopped',
      false,
      ['--version ', 'status -o', 'db start', 'status -o', 'db reset', 'gen types', 'stop --no-backup'],
    ],
    ['that runs is reset and left running', true, ['--version ', 'status -o', 'db reset', 'gen types']],
  ])('%s', async (_, runs, sequence) => {
    const database = await openEmbedded({ extensions: [] });
    const { url, stop } = await serve(database);
    const { program, calls } = stackCli(url, runs);
    try {
      const { code, report } = await json(
        ['check', '--database', 'local-stack', '--supabase-cli', program],
        folderOf(SHOP),
      );
      expect(report.failure).toBeUndefined();
      expect(code).toBe(0);
      expect(report.engine).toMatchObject({ database: 'local-stack', resetWith: 'supabase-cli' });
      expect(calls().map(short)).toEqual(sequence.map((words) => words.trim()));
    } finally {
      await stop();
      await database.close();
    }
  });
});
