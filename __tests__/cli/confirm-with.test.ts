// `check --confirm-with local-stack` where the stack gives no answer or is not asked: no check is green without an
// answer. What the real CLI answers is in confirm-with.slow.test.ts.

import { describe, expect, test } from '@jest/globals';
import { folderOf } from '../project/disk/folder.ts';
import { fakeCli, startGate } from '../tools/cli-runs.ts';
import { CONFIRM, confirmed, expectUnconfirmed } from './confirmed.ts';
import { MIGRATION, SHOP, typesOf } from './shop.ts';

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('where the stack gives no answer,', () => {
  const DRIFTED = { ...SHOP, 'types.ts': typesOf({ public: 'invoices' }) };
  const NO_REPLAY = { ...SHOP, [MIGRATION]: 'create extension plv8;\n' };
  const HEALTHY = 'case "$1 $2" in "--version ") echo 3.1.0;; "status -o") exit 1;; esac';

  test.each([
    [
      'as it does not start',
      () => fakeCli(`${HEALTHY}\n[ "$2" = start ] && echo 'no space left on device' >&2 && exit 1`).program,
      /^`supabase db start` \(CLI 3\.1\.0\) ended with 1: no space left on device$/,
    ],
    ['as the CLI is not there', () => 'no/such/supabase', /^There is no Supabase CLI at no\/such\/supabase$/],
  ])('%s, drift stays drift, and is said not to be confirmed', async (_, program, reason) => {
    expectUnconfirmed(await confirmed(folderOf(DRIFTED), program()), reason);
  });

  test('what could not be checked is not called in sync, nor drift, and both reasons are told', async () => {
    const { program } = fakeCli(HEALTHY);
    const { code, report, text } = await confirmed(folderOf(NO_REPLAY), program);
    expect({ code, status: report.status, findings: report.findings }).toEqual({
      code: 2,
      status: 'failed',
      findings: [],
    });
    expect(report.failure).toMatchObject({ rule: 'embedded-cannot-replay' });
    expect(report.notRun.map(({ part }) => part)).toEqual(['replay', 'types', 'confirmation']);
    expect(text).toContain('extension "plv8" is not available');
    expect(text).toContain('confirmation: ');
  });

  test('as it is interrupted while it starts, it is stopped', async () => {
    const { program, calls } = fakeCli(`${HEALTHY}\n[ "$2" = start ] && exec sleep 60`);
    const { child, ended } = startGate([...CONFIRM, program], { cwd: folderOf(DRIFTED) });
    while (!calls().some((call) => call.startsWith('db start'))) await sleep(50);
    child.kill('SIGTERM');
    expect((await ended).code).toBe(143);
    expect(calls().filter((call) => call.startsWith('stop'))).toHaveLength(1);
  });
});

describe('the stack is not asked', () => {
  test.each([
    ['when nothing drifted', SHOP, [], 0],
    [
      'about drift that --fail-on tolerates',
      { ...SHOP, [MIGRATION]: 'create table orders (id int primary key, note text);\n' },
      ['--fail-on', 'breaking'],
      0,
    ],
    ["about a user's mistake", SHOP, ['--schema', 'nowhere'], 2],
  ])('%s', async (_, files, more, wanted) => {
    const { program, calls } = fakeCli('echo 3.1.0');
    const { code, report } = await confirmed(folderOf(files), program, ...more);
    expect({ code, calls: calls(), confirmation: report.confirmation }).toEqual({
      code: wanted,
      calls: [],
      confirmation: undefined,
    });
  });
});
