// `check --confirm-with local-stack` with the real CLI: no check fails for the embedded database alone. The stacks are
// served databases that the CLI resets; see tools/local-stack.ts.

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parseOptions } from '../../src/options/options.ts';
import type { Report } from '../../src/report/report.ts';
import { run as runCommand } from '../../src/run.ts';
import { folderOf } from '../project/disk/folder.ts';
import { nativePostgres } from '../tools/bare-postgres.ts';
import { CLI_3 } from '../tools/cli-runs.ts';
import { stackCli, startStack } from '../tools/local-stack.ts';
import { confirmed, expectUnconfirmed } from './confirmed.ts';
import { MIGRATION, SHOP, typesOf } from './shop.ts';

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Builds another table where the stack has something of its own, as `if exists (select from cron.job)` would. */
const ONLY_ON_STACK = (statement: string): string =>
  `do $$ begin if exists (select from pg_roles where rolname = 'of_the_stack') then ${statement} end if; end $$;\n`;

/** One for all, which each reset empties; the role stays. */
let stack: Awaited<ReturnType<typeof startStack>>;
beforeAll(async () => {
  stack = await startStack('create role of_the_stack');
});
afterAll(() => stack.stop());

const notice = (report: Report, code: string): string | undefined =>
  report.notices.find((one) => one.code === code)?.message;

describe('drift', () => {
  test('that the stack finds too fails the check, and is mended by the fix that needs no Docker', async () => {
    const folder = folderOf({ ...SHOP, 'types.ts': typesOf({ public: 'invoices' }) });
    const { program, calls } = stackCli(stack.url);
    const { code, report, text } = await confirmed(folder, program);
    expect(code).toBe(1);
    expect(report).toMatchObject({
      status: 'drifted',
      engine: { database: 'local-stack', resetWith: 'supabase-cli', cli: '3.1.0' },
      confirmation: {
        by: 'local-stack',
        status: 'agreed',
        first: {
          status: 'drifted',
          findings: 2,
          engine: { database: 'embedded', resetWith: 'built-in', postgresVersion: '17.5' },
        },
      },
      notices: [],
      notRun: [],
      repair: 'drift-gate fix',
    });
    expect(report.findings.map(({ id }) => id)).toEqual(['public.orders', 'public.invoices']);
    expect(text).toContain('the embedded database agrees');
    expect(Object.keys(report.timings)).toEqual(expect.arrayContaining(['embedded', 'replay', 'total']));
    expect(calls()).toEqual(['--version', 'status -o', 'db reset', 'gen types']);
  });

  test('that the stack does not find is no drift, and the difference is told with what differs', async () => {
    const folder = folderOf({
      ...SHOP,
      [MIGRATION]: ONLY_ON_STACK('create table orders (id int primary key);'),
    });
    const { code, report, text } = await confirmed(folder, stackCli(stack.url).program);
    expect({ code, status: report.status, findings: report.findings }).toEqual({
      code: 0,
      status: 'in-sync',
      findings: [],
    });
    expect(report.confirmation).toMatchObject({
      status: 'disagreed',
      first: { status: 'drifted', findings: 1 },
      differences: { embedded: [{ id: 'public.orders', ruleId: 'relation-removed' }], localStack: [] },
    });
    expect(notice(report, 'databases-disagree')).toBe(
      'The databases disagree, for only the embedded one (PostgreSQL 17.5) reports `public.orders`: the answer of the local stack holds, and the difference is a fault of Drift Gate, so please report it with the JSON report.',
    );
    expect(text).toContain('The databases disagree');
  });

  test('that the stack finds otherwise is told as the stack has it, and so are the repair and the patch', async () => {
    const folder = folderOf({
      ...SHOP,
      [MIGRATION]: `create table orders (id int primary key, note text);\n${ONLY_ON_STACK('alter table orders add total int;')}`,
    });
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    const { program } = stackCli(stack.url);
    const { report, patch = '' } = await runCommand(
      'check',
      parseOptions({ project: folder, confirmWith: 'local-stack', supabaseCli: program }),
      { onProgress: () => undefined, onCliLine: () => undefined, guard: () => undefined },
      { wantsPatch: true },
    );
    expect(report.findings.map(({ id }) => id)).toEqual(['public.orders.note', 'public.orders.total']);
    expect(report.confirmation?.differences).toMatchObject({
      embedded: [],
      localStack: [{ id: 'public.orders.total' }],
    });
    expect(notice(report, 'databases-disagree')).toContain(
      'only the local stack (PostgreSQL 17.5) reports `public.orders.total`:',
    );
    expect(report.repair).toContain(' --database local-stack ');
    execFileSync('git', ['apply', '-'], { cwd: folder, input: patch });
    expect(readFileSync(join(folder, 'types.ts'), 'utf8')).toContain('total: number | null');
  });
});

describe('what the embedded database cannot replay', () => {
  test('is answered by the stack, which is said', async () => {
    const sql = `do $$ begin if not exists (select from pg_roles where rolname = 'of_the_stack') then raise 'out of memory' using errcode = '53200'; end if; end $$;\n`;
    const folder = folderOf({ ...SHOP, [MIGRATION]: `${sql}create table orders (id int primary key);\n` });
    const { code, report } = await confirmed(folder, stackCli(stack.url).program);
    expect({ code, status: report.status }).toEqual({ code: 0, status: 'in-sync' });
    expect(report.confirmation).toMatchObject({
      status: 'answered',
      first: { status: 'failed', findings: 0, failure: { rule: 'embedded-cannot-replay' } },
    });
    expect(notice(report, 'answered-by-local-stack')).toMatch(
      /^The embedded database, which keeps its files in memory, ran out of it in `supabase\/migrations\/.*`: out of memory, so the answer is that of the local stack\.$/,
    );
  });

  test('and the stack refuses as well is a migration that fails, in the words of its server', async () => {
    const folder = folderOf({ ...SHOP, [MIGRATION]: 'create extension plv8;\n' });
    const { code, report } = await confirmed(folder, stackCli(stack.url).program);
    expect({ code, status: report.status }).toEqual({ code: 1, status: 'drifted' });
    expect(report.findings).toMatchObject([
      { ruleId: 'replay-failed', location: { file: MIGRATION, line: 1 } },
    ]);
    expect(report.findings[0]?.message).toContain('extension "plv8" is not available');
    expect(JSON.stringify(report.findings)).not.toContain('No Supabase database');
    expect(report.confirmation).toMatchObject({ status: 'answered', first: { status: 'failed' } });
  });

  const native = nativePostgres();
  const onNative = native.isThere ? test : test.skip;

  onNative(`as a collation of ICU is answered by a server that has it (${native.words})`, async () => {
    const { url, stop } = await native.start();
    try {
      const folder = folderOf({
        ...SHOP,
        [MIGRATION]: 'create table orders (id int primary key, name text collate "sv-x-icu" not null);\n',
      });
      const { program } = stackCli(`${url}?sslmode=disable`);
      const { code, report, text } = await confirmed(folder, program);
      expect(code).toBe(1);
      expect(report.findings.map(({ id }) => id)).toEqual(['public.orders.name']);
      expect(report.confirmation).toMatchObject({ status: 'answered', first: { status: 'failed' } });
      expect(report.repair).toContain('--database local-stack');
      expect(text).toContain('collation "sv-x-icu"');
      expect(text + JSON.stringify(report)).not.toContain('canary');
    } finally {
      stop();
    }
  });
});

describe('where the stack gives no answer,', () => {
  const DRIFTED = { ...SHOP, 'types.ts': typesOf({ public: 'invoices' }) };

  test('as Docker is not there, drift stays drift, and is said not to be confirmed', async () => {
    expectUnconfirmed(
      await confirmed(folderOf(DRIFTED), CLI_3),
      /^`supabase status` \(CLI 3\.1\.0\) needs Docker, which does not answer: /,
    );
  });

  test('as the CLI dies in the middle of the reset, or gives no types, the first answer stands', async () => {
    const dying = stackCli(stack.url, '[ "$2" = reset ] && kill -9 $$').program;
    const drifted = await confirmed(folderOf(DRIFTED), dying);
    expect({ code: drifted.code, status: drifted.report.status }).toEqual({ code: 1, status: 'drifted' });
    expect(drifted.report.confirmation?.reason).toMatch(/^`supabase db reset` .* was ended by SIGKILL/);

    const mute = stackCli(stack.url, '[ "$1" = gen ] && echo "{}" && exit 0').program;
    const full = `do $$ begin if not exists (select from pg_roles where rolname = 'of_the_stack') then raise 'full' using errcode = '53100'; end if; end $$;`;
    const failed = await confirmed(folderOf({ ...SHOP, [MIGRATION]: full }), mute);
    expect({ code: failed.code, status: failed.report.status }).toEqual({ code: 2, status: 'failed' });
    expect(failed.report.confirmation?.reason).toMatch(/holds no `Database` type$/);
  });

  test.each([
    ['is full', '53100'],
    ['is shut down', '57P02'],
  ])('as its server %s in the middle of the reset, the first answer stands', async (_, sqlState) => {
    const fails = ONLY_ON_STACK(`raise 'no more' using errcode = '${sqlState}';`);
    const folder = folderOf({
      ...DRIFTED,
      [MIGRATION]: `create table orders (id int primary key);\n${fails}`,
    });
    const { code, report } = await confirmed(folder, stackCli(stack.url).program);
    expect({ code, status: report.status, findings: report.findings.length }).toEqual({
      code: 1,
      status: 'drifted',
      findings: 2,
    });
    expect(report.confirmation).toMatchObject({
      status: 'could-not-confirm',
      reason: `The database of the local stack failed in \`${MIGRATION}\`: no more`,
    });
  });

  test('as its database dies before it has told all, the first answer stands', async () => {
    const { url, stop } = await startStack('');
    const meeting = folderOf({});
    const [typed, dead] = [join(meeting, 'typed'), join(meeting, 'dead')];
    const { program } = stackCli(
      url,
      `if [ "$1" = gen ]; then
  '${CLI_3}' gen types --remote='${url}' --schema=public --agent no; touch '${typed}'
  until [ -e '${dead}' ]; do sleep 0.1; done; exit 0
fi`,
    );
    const running = confirmed(folderOf(DRIFTED), program);
    while (!existsSync(typed)) await sleep(50);
    await stop();
    writeFileSync(dead, '');
    const { code, report } = await running;
    expect({ code, status: report.status }).toEqual({ code: 1, status: 'drifted' });
    expect(report.confirmation).toMatchObject({
      status: 'could-not-confirm',
      reason: expect.stringMatching(/^The database of the local stack does not let us in: /),
    });
  });
});
