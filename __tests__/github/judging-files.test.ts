// A pull request that changes the baseline is told of, entry by entry where GitHub shows its lines.

import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { connect } from '../../src/github/api/client.ts';
import type { WorkflowRun } from '../../src/github/event.ts';
import { changesJudgment, withFileChanges } from '../../src/github/judging-files.ts';
import type { Report } from '../../src/report/report.ts';
import { inSync } from '../report/reports.ts';
import { type Fault, type GitHubServer, startGitHub } from '../tools/github-api.ts';
import type { ChangedFile } from '../tools/github-api-objects.ts';
import { openPull, quickTime, runOn, TOKEN } from '../tools/github-run.ts';

let github: GitHubServer;
beforeEach(async () => {
  github = await startGitHub();
});
afterEach(async () => {
  await github.close();
  expect(github.problems).toEqual([]);
});

const BASELINE = 'supabase/drift-baseline.json';
const HELD: Report = { ...inSync, project: { ...inSync.project, baseline: BASELINE } };

const entry = (object: string, reason = 'known'): string =>
  `    { "object": "${object}", "rule": "column-added", "reason": "${reason}", "date": "2026-01-01", "fingerprint": "0123456789abcdef" }`;

/** What is said of a pull request that changes these files. */
async function said(
  files: ChangedFile[],
  report = HELD,
  changes: Partial<WorkflowRun> = {},
): Promise<string[]> {
  openPull(github, { files });
  const run = runOn(github, changes);
  const place = { github: connect(TOKEN, run, quickTime()), run, prefix: 'web/', settingsFile: undefined };
  const told = await withFileChanges(report, place);
  expect(changesJudgment(told)).toBe(told !== report);
  return told.notices.filter((notice) => !report.notices.includes(notice)).map(({ message }) => message);
}

const saying = (what: string, deed = 'changes'): string[] => [
  `This pull request ${deed} the accepted drift in \`${BASELINE}\`: ${what}.`,
];
const patched = (...lines: string[]): ChangedFile[] => [
  { filename: 'web/types.ts' },
  { filename: `web/${BASELINE}`, patch: ['@@ -1,4 +1,4 @@', ...lines].join('\n') },
];

describe('a changed baseline', () => {
  test('is told with the entries that come and go, a comma apart', async () => {
    const files = patched(
      ' {',
      `-${entry('public.a')}`,
      `-${entry('public.b')}`,
      `+${entry('public.a')},`,
      `+${entry('public.c`</details>')},`,
      `+${entry('public.d')}`,
    );
    expect(await said(files)).toEqual(
      saying(
        'it adds 2 entries: ``public.c`</details>`` (`column-added`), `public.d` (`column-added`), and removes 1 entry: `public.b` (`column-added`)',
      ),
    );
  });

  test.each([
    ['whose lines GitHub does not show', [{ filename: `web/${BASELINE}` }]],
    ['whose entries are no lines', patched('+  "accepted": [', '+{', '+"object": "public.a"')],
  ])('%s is told as changed', async (_, files) => {
    expect(await said(files)).toEqual(saying('review what changed'));
  });

  test('is told when it is deleted', async () => {
    const files = patched('-{', `-${entry('public.a')}`, '-}');
    expect(await said(files, inSync)).toEqual(
      saying('it removes 1 entry: `public.a` (`column-added`)', 'removes'),
    );
  });

  test('is told when it gets another name', async () => {
    const files = [{ filename: 'web/x.json', previous_filename: `web/${BASELINE}` }];
    expect(await said(files, inSync)).toEqual(saying('review what changed', 'removes'));
  });

  test('is not ruled out where GitHub does not list all files', async () => {
    const files = Array.from({ length: 3001 }, (_, index) => ({ filename: `a/${index}.ts` }));
    expect(await said(files)).toEqual([
      `GitHub does not list all files of this pull request: check whether it changes the accepted drift in \`${BASELINE}\`.`,
    ]);
  });

  test('is told by ten entries and a count when there are more', async () => {
    const files = patched(...Array.from({ length: 12 }, (_, index) => `+${entry(`public.t${index}`)}`));
    expect(await said(files)).toEqual([
      expect.stringMatching(/it adds 12 entries: .*`public\.t9` \(`column-added`\) and 2 more\.$/),
    ]);
  });
});

describe('nothing is said, and nobody fails,', () => {
  test('of a baseline that stays as it is, or of the same name elsewhere', async () => {
    expect(await said([{ filename: 'web/types.ts' }, { filename: BASELINE }])).toEqual([]);
  });

  test('where there is no baseline and was none, be the files too many to be listed', async () => {
    expect(await said([{ filename: 'web/types.ts' }], inSync)).toEqual([]);
    const files = Array.from({ length: 3001 }, (_, index) => ({ filename: `a/${index}.ts` }));
    expect(await said(files, inSync)).toEqual([]);
  });

  test('where there is no pull request, and GitHub is not asked', async () => {
    const run = runOn(github, { event: 'push' });
    delete run.pullRequest;
    const place = { github: connect(TOKEN, run, quickTime()), run, prefix: 'web/', settingsFile: undefined };
    expect(await withFileChanges(HELD, place)).toBe(HELD);
    expect(github.received).toEqual([]);
  });

  test('when the head moved on: the run of the newer head tells', async () => {
    openPull(github, { files: patched(`+${entry('public.a')}`), headSha: 'd'.repeat(40) });
    const run = runOn(github);
    const place = { github: connect(TOKEN, run, quickTime()), run, prefix: 'web/', settingsFile: undefined };
    expect(await withFileChanges(HELD, place)).toBe(HELD);
  });

  const REFUSALS: [string, Fault][] = [
    ['a missing right', { status: 403, message: 'Resource not accessible by integration' }],
    ['a broken GitHub', { status: 500 }],
    ['a dropped connection', { drop: 'before-answer' }],
  ];
  test.each(REFUSALS)('for %s', async (_, fault) => {
    github.order('GET /repos/acme/shop/pulls/7', fault, 3);
    expect(await said(patched(`+${entry('public.a')}`))).toEqual([]);
  });
});

describe('a changed configuration file', () => {
  const SETTINGS = 'supabase/drift-gate.toml';
  const set: Report = { ...inSync, settings: [{ option: 'fail-on', value: 'never', from: SETTINGS }] };
  const changed = (...lines: string[]): ChangedFile[] => [
    { filename: `web/${SETTINGS}`, patch: ['@@ -1,2 +1,2 @@', ...lines].join('\n') },
  ];

  test('is told with the lines that come and go', async () => {
    const files = changed(' schema = "a"', '+# why', '+fail-on = "never"', '-fail-on = "drift"');
    expect(await said(files, set)).toEqual([
      'This pull request changes the settings of this check in `supabase/drift-gate.toml`: it adds `fail-on = "never"`, and removes `fail-on = "drift"`.',
    ]);
  });

  test('is told when it is deleted, beside the baseline', async () => {
    const files = [...changed('-fail-on = "drift"'), { filename: `web/${BASELINE}` }];
    expect(await said(files, HELD)).toEqual([
      `This pull request changes the accepted drift in \`${BASELINE}\`: review what changed.`,
      'This pull request removes the settings of this check in `supabase/drift-gate.toml`: it removes `fail-on = "drift"`.',
    ]);
  });
});
