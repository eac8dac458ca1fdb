// Audits by the Action. One run for each class of event is by the built program, in processes; the others run the same
// entry points here. With the real Supabase CLI it is in audit.slow.test.ts.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { LABEL } from '../../src/github/sticky/issue.ts';
import { issueKey, markerLine, markerOf } from '../../src/github/sticky/marker.ts';
import { addIssue } from '../tools/github-api-issues.ts';
import {
  audit,
  committed,
  drift,
  exitCodeOf,
  expectPermissionsTold,
  type Given,
  github,
  HOST,
  mend,
  of,
  PASSWORD,
  repository,
  writes,
} from './audited.ts';

const INVENTORY = 'docs/inventory.md';

test('an issue is opened by drift, left alone while it stays, and closed when it is gone', async () => {
  const place = committed();
  const inputs = { inventory: INVENTORY, 'report-html': 'drift.html' };
  const read = (file: string): string => readFileSync(join(place.workspace, file), 'utf8');
  await drift();
  const first = await audit({ isHere: false, in: place, inputs });
  expect(exitCodeOf(first)).toBe(1);
  expect(first.outputs).toMatchObject({
    status: 'drifted',
    drifted: 'true',
    'drifted-tables': '["public.made_by_hand"]',
    'findings-count': '1',
    coverage: '50',
    'inventory-changed': 'true',
    'report-html': 'drift.html',
    'comment-body': '',
    patch: '',
    'issue-url': 'https://github.com/acme/shop/issues/1',
  });
  expect(of(first, 'error')).toContain('made_by_hand');
  expect(of(first, 'warning')).toBe('');
  expect(first.summary).toContain('`public.made_by_hand`');
  expect(read(INVENTORY)).toContain('made_by_hand');
  expect(read('drift.html')).toMatch(/^<!doctype html>/i);
  expect(github.issues).toMatchObject([
    {
      title: 'Database drift · production',
      labels: [LABEL],
      state: 'open',
      body: expect.stringContaining('`public.made_by_hand`'),
    },
  ]);

  github.received.length = 0;
  const second = await audit({ in: place, inputs, runId: '62' });
  expect(second.outputs).toMatchObject({
    status: 'drifted',
    'inventory-changed': 'false',
    'issue-url': first.outputs['issue-url'],
  });
  expect(writes()).toEqual([]);

  await mend();
  const third = await audit({ in: place, inputs, runId: '63' });
  expect(third).toMatchObject({
    conclusion: 'success',
    outputs: { status: 'in-sync', coverage: '100', 'issue-url': first.outputs['issue-url'] },
  });
  expect(github.issues).toMatchObject([{ state: 'closed', reason: 'completed', comments: [{}] }]);
}, 300_000);

test('without the right to write issues: the verdict, and the lines to add', () =>
  expectPermissionsTold('built-in', {}));

test('a pull request of our own has the verdict and the summary, and no issue', async () => {
  await drift();
  const ran = await audit({ isHere: false, kind: 'pull_request' });
  expect(exitCodeOf(ran)).toBe(1);
  expect(ran.log).toContain('No issue is opened or updated, because this is not the default branch.');
  expect(ran.summary).toContain('`public.made_by_hand`');
  expect(github.issues).toEqual([]);
  expect(writes()).toEqual([]);
});

describe('what could not be checked is red, and the issue is left alone', () => {
  const cases: [string, Given, RegExp][] = [
    [
      'a database that does not answer',
      { inputs: { 'live-url': `postgresql://postgres:${PASSWORD}@127.0.0.1:9/shop?sslmode=disable` } },
      /live database/,
    ],
    [
      'a host that is nowhere',
      { inputs: { 'live-url': `postgresql://postgres:${PASSWORD}@${HOST}:5432/postgres` } },
      /live database|pooler/,
    ],
    [
      'an address that is none',
      { inputs: { 'live-url': `my ${PASSWORD}` } },
      /The live database has a URL that cannot be read/,
    ],
    ['a role that could write', { inputs: { 'allow-writable-role': 'false' } }, /allow-writable-role/],
    [
      'no address, though a variable has one',
      { inputs: { 'live-url': '' } },
      /Input `live-url` is empty.*secrets\.SUPABASE_DB_URL/s,
    ],
    ['a pull request from a fork', { kind: 'pull_request from a fork' }, /a pull request from a fork/],
    ['pull_request_target', { kind: 'pull_request_target' }, /`pull_request_target`/],
  ];
  test.each(cases)('%s', async (_, given, words) => {
    const run = { runId: 60, runAttempt: 1, headSha: repository.commit };
    const body = `${markerLine(markerOf(issueKey('', 'production'), run))}\n## Drift`;
    addIssue(github, { author: 'github-actions[bot]', labels: [LABEL], body });
    const ran = await audit(given);
    expect(exitCodeOf(ran)).toBe(2);
    expect(ran.outputs).toMatchObject({ status: 'failed', drifted: '', coverage: '', 'issue-url': '' });
    expect(of(ran, 'error')).toMatch(words);
    expect(of(ran, 'error')).not.toMatch(/`--/);
    if (given.kind === undefined) expect(of(ran, 'warning')).toContain('this audit could not check');
    expect(writes()).toEqual([]);
    expect(github.issues).toMatchObject([{ state: 'open', body, comments: [] }]);
  });
});
