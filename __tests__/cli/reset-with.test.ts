// `--reset-with supabase-cli` where the CLI fails: never an answer, and no secret told. What the real CLI does is in
// reset-with.slow.test.ts.

import { describe, expect, test } from '@jest/globals';
import { openEmbedded } from '../../src/database/embedded/engine.ts';
import { folderOf } from '../project/disk/folder.ts';
import { fakeCli } from '../tools/cli-runs.ts';
import { serve } from '../tools/real-cli.ts';
import { runHere, runJsonHere } from './run-here.ts';
import { SHOP, TYPES } from './shop.ts';

const HEALTHY_VERSION = 'if [ "$1" = --version ]; then echo 3.1.0; exit 0; fi';

/** A CLI that is only asked for its version: whatever else it is asked fails. */
const VERSION_ALONE = fakeCli(`${HEALTHY_VERSION}\nexit 9`).program;

describe('could not check, exit 2 and never drift:', () => {
  const refusal = async (
    args: readonly string[],
    files: Record<string, string> = SHOP,
  ): Promise<{ message: string; remedy: string }> => {
    const { code, report } = await runJsonHere(['check', '--reset-with', 'supabase-cli', ...args], {
      cwd: folderOf(files),
    });
    expect({ code, status: report.status, findings: report.findings }).toEqual({
      code: 2,
      status: 'failed',
      findings: [],
    });
    return report.failure ?? { message: '', remedy: '' };
  };

  test('a CLI that hangs is stopped', async () => {
    const { program } = fakeCli(`${HEALTHY_VERSION}\necho waiting >&2\nsleep 60`);
    const { message, remedy } = await refusal(['--supabase-cli', program, '--timeout', '2']);
    expect(message).toBe('`supabase db reset` had not ended after 2 seconds, and was stopped.');
    expect(remedy).toMatch(/\S\.$/);
  });

  test.each([
    [
      'a CLI that dies midway',
      `${HEALTHY_VERSION}\necho "Applying migration 20260101000000_orders.sql..." >&2\nkill -9 $$`,
      /^`supabase db reset` \(CLI 3\.1\.0\) was ended by SIGKILL: it gave no reason\.$/,
    ],
    [
      'a CLI that prints its error as JSON',
      `${HEALTHY_VERSION}\necho '{"error":{"message":"Unauthorized"}}'; exit 1`,
      /^`supabase db reset` \(CLI 3\.1\.0\) ended with 1: \{"error":\{"message":"Unauthorized"\}\}\.$/,
    ],
    [
      'a CLI that does nothing and ends with 0',
      HEALTHY_VERSION,
      /^`supabase db reset` ended without an error, but the history holds 0 of 1 migrations\.$/,
    ],
    [
      'a program that is not the CLI',
      'echo hello',
      /is not the Supabase CLI: `--version` names no version\.$/,
    ],
    [
      'a CLI that is too old',
      'echo 1.226.4',
      /^Supabase CLI 1\.226\.4 \(.*\) is too old: 2\.118\.0 is the oldest/,
    ],
  ])('%s', async (_, lines, message) => {
    const { program } = fakeCli(lines);
    const { message: said, remedy } = await refusal(['--supabase-cli', program]);
    expect(said).toMatch(message);
    expect(remedy).toMatch(/\S\.$/);
  });

  test('a CLI that is not there', async () => {
    const { message } = await refusal(['--supabase-cli', 'no/such/supabase']);
    expect(message).toBe('There is no Supabase CLI at no/such/supabase.');
  });

  test('no CLI anywhere', async () => {
    const folder = folderOf(SHOP);
    const ran = await runHere(['check', '--reset-with', 'supabase-cli', '--quiet'], {
      cwd: folder,
      env: { PATH: '' },
    });
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('npm install --save-dev supabase');
  });

  test('migrations that config.toml disables', async () => {
    const { message } = await refusal(['--supabase-cli', VERSION_ALONE], {
      ...SHOP,
      'supabase/config.toml': 'project_id = "shop"\n[db.migrations]\nenabled = false\n',
    });
    expect(message).toMatch(/disables db\.migrations/);
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

  test('is refused when it has users, and nothing is reset', async () => {
    await served(async (url, exec) => {
      await exec(
        "insert into auth.users (id, email) values (gen_random_uuid(), 'a@b.c'); create table kept ()",
      );
      const { code, report } = await runJsonHere(
        ['check', '--database', url, '--supabase-cli', VERSION_ALONE],
        { cwd: folderOf(SHOP) },
      );
      expect({ code, failure: report.failure }).toEqual({
        code: 2,
        failure: {
          message:
            'The database of `--database` has rows in auth.users, and a reset would delete them with everything else.',
          remedy: expect.stringMatching(/\S\.$/),
        },
      });
      await exec('select from kept');
    });
  });

  test('is refused on the port of the local stack', async () => {
    const { report } = await runJsonHere(
      [
        'check',
        '--database',
        'postgresql://postgres:canary@127.0.0.1:54322/postgres',
        '--supabase-cli',
        VERSION_ALONE,
      ],
      { cwd: folderOf(SHOP) },
    );
    expect(report.failure?.message).toContain('is on port 54322, which is db.port of supabase/config.toml');
  });

  test('that does not answer is named without its password', async () => {
    const ran = await runHere(
      [
        'check',
        '--database',
        'postgresql://postgres:canary-s3cret@127.0.0.1:9/x',
        '--supabase-cli',
        VERSION_ALONE,
      ],
      { cwd: folderOf(SHOP) },
    );
    expect(ran.code).toBe(2);
    expect(ran.stderr).toContain('does not let us in');
    expect(ran.stdout + ran.stderr).not.toContain('canary');
  });

  test('says what a CLI echoes of it without its password, in whatever pieces it comes', async () => {
    await served(async (url) => {
      const { program } = fakeCli(
        `${HEALTHY_VERSION}\nprintf 'to postgresql://u:canary-' >&2; sleep 0.2; printf 's3cret@h/d and canary-s3cret\\n%%s' "$*" >&2; exit 1`,
      );
      const ran = await runHere(['check', '--database', url, '--supabase-cli', program], {
        cwd: folderOf(SHOP),
      });
      expect(ran.stderr).toContain('to *** and ***');
      expect(ran.code).toBe(2);
      expect(ran.stdout + ran.stderr).not.toContain('canary');
    });
  });
});

describe('the local stack', () => {
  test('that was started is stopped when the types cannot be read meanwhile', async () => {
    const { program, calls } = fakeCli(
      'case "$1 $2" in "--version ") echo 3.1.0;; "status -o") exit 1;; "db start") sleep 1;; esac',
    );
    const { code } = await runJsonHere(
      ['check', '--database', 'local-stack', '--supabase-cli', program, '--types', 'types.ts'],
      { cwd: folderOf({ ...SHOP, 'types.ts': `${TYPES.slice(0, -10)} {{{` }) },
    );
    expect(code).toBe(2);
    const asked = calls().map((call) => call.split(' ').slice(0, 2).join(' '));
    expect(asked.includes('stop --no-backup')).toBe(asked.includes('db start'));
  });
});
