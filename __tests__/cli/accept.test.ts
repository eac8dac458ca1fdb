// The baseline from the command line: exit codes, words, files. What it decides is tested in commands/accept.test.ts.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { visible } from '../../src/findings/visible.ts';
import { folderOf } from '../project/disk/folder.ts';
import { htmlOf, tagsOf, textOf } from '../report/markdown-page.ts';
import type { JsonReport } from './run.ts';
import { runHere, runJsonHere } from './run-here.ts';
import { expectRefusalText, MIGRATION, SHOP, stateOf } from './shop.ts';

const BASELINE = 'supabase/drift-baseline.json';
const TODAY = new Date().toISOString().slice(0, 10);

const LEGACY = 'create table legacy_notes (id int primary key);\ncreate table legacy_items (id int);\n';
const withMigration = (sql: string): Record<string, string> => ({
  ...SHOP,
  [MIGRATION]: SHOP[MIGRATION] + sql,
});

interface BaselineReport extends JsonReport {
  accepted?: { id: string; acceptance: Record<string, string> }[];
  stale?: Record<string, string>[];
}

test('accepted drift is shown and does not fail, new drift fails, mended drift is pruned', async () => {
  const cwd = folderOf(withMigration(LEGACY));
  const accept = ['accept', '--quiet', '--reason', 'import comes in May', '--owner', 'the data team'];
  const accepted = await runHere([...accept, '--expires', '2999-12-31', '--object', 'public.legacy_*'], {
    cwd,
  });
  expect(accepted).toMatchObject({ code: 0, stderr: '' });
  expect(accepted.stdout).toMatch(
    /^✓ Accepted: 2 changes in `supabase\/drift-baseline\.json`; commit the file\n/,
  );
  expect(readdirSync(join(cwd, 'supabase')).sort()).toEqual([
    'config.toml',
    'drift-baseline.json',
    'migrations',
  ]);

  const text = await runHere(['check', '--quiet'], { cwd });
  expect({ ...text, stdout: text.stdout.split('\n').slice(0, 6) }).toEqual({
    code: 0,
    stderr: '',
    stdout: [
      '~ Drifted, accepted: 2 objects in `public`',
      '',
      'Accepted by the baseline',
      `  - 2 changes of \`public.legacy_items\` and \`public.legacy_notes\`, accepted on ${TODAY} by the data`,
      '    team until 2999-12-31: import comes in May',
      '',
    ],
  });

  writeFileSync(join(cwd, MIGRATION), `${SHOP[MIGRATION]}${LEGACY}alter table orders add note text;\n`);
  const fresh = await runJsonHere(['check'], { cwd });
  const freshReport: BaselineReport = fresh.report;
  expect({ code: fresh.code, found: freshReport.findings.map(({ id }) => id) }).toEqual({
    code: 1,
    found: ['public.orders.note'],
  });
  expect(freshReport.accepted?.map(({ acceptance }) => acceptance)).toEqual(
    [0, 1].map(() => ({
      reason: 'import comes in May',
      owner: 'the data team',
      date: TODAY,
      expires: '2999-12-31',
    })),
  );
  expect(freshReport.repair).toBe('drift-gate fix');

  writeFileSync(join(cwd, MIGRATION), SHOP[MIGRATION]);
  const mended = await runHere(['check', '--quiet'], { cwd });
  expect(mended.code).toBe(1);
  expect(mended.stdout).toMatch(/^✗ Stale baseline entry: 2 in `supabase\/drift-baseline\.json`\n/);
  expect(mended.stdout).toContain(`    ${BASELINE}:4\n`);
  expect(mended.stdout).toMatch(/\n {2}\$ drift-gate accept --prune\n$/);
  const pruned = await runHere(['accept', '--prune', '--quiet'], { cwd });
  expect(pruned.code).toBe(0);
  expect(pruned.stdout.replace(/\n +/g, ' ')).toMatch(
    /^✓ Pruned: removed 2 stale entries from `supabase\/drift-baseline\.json`; commit the file\. 1 migration builds exactly /,
  );
  expect(readFileSync(join(cwd, BASELINE), 'utf8')).toBe('{\n  "version": 1,\n  "accepted": []\n}\n');
});

const RUNS = '{"version": 1, "accepted": []}';

test.each([
  [RUNS, ['accept', '--reason', ' \n'], '`--reason` is empty.'],
  [
    RUNS,
    ['accept', '--reason', 'x', '--expires', '2027-02-30'],
    '`--expires 2027-02-30` must be a date such as 2027-01-31.',
  ],
  [RUNS, ['accept', '--prune', '--owner', 'me'], '`--prune` accepts nothing, so it stands alone.'],
  [RUNS, ['accept'], '`--reason` is missing.'],
  [RUNS, ['check', '--output', `json=${BASELINE}`], '`--output` would overwrite a source file.'],
  [RUNS, ['check', '--baseline', 'x.json'], 'The baseline x.json does not exist.'],
  ...['check', 'fix', 'accept --prune'].map((command): [string, string[], string] => [
    '{\n  "version": 1,\n  "accepted": [\n',
    command.split(' '),
    `The baseline \`${BASELINE}\` can not be read, line 4: it is not JSON: the text ends too early.`,
  ]),
])('over %j, %j is refused in a sentence, and nothing is written', async (baseline, args, message) => {
  const cwd = folderOf({ ...SHOP, [BASELINE]: baseline });
  const before = stateOf(cwd);
  const { code, report } = await runJsonHere(args, { cwd });
  expect({ code, status: report.status, message: report.failure?.message }).toEqual({
    code: 2,
    status: 'failed',
    message,
  });
  expectRefusalText(await runHere([...args, '--quiet'], { cwd }), {
    message,
    remedy: report.failure?.remedy ?? '',
  });
  expect(stateOf(cwd)).toBe(before);
});

/** Controls but for the line end, and what turns the direction of writing. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const ACTS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/;

test('hostile names, reasons and owners do nothing in any output, and stay what they are', async () => {
  const name = '</details> @everyone\n\u001b[31m|"\u202e';
  const reason = `for ${name} [link](https://example.com) <img src=x>`;
  const stored = { owner: name.replace('\n', ' '), reason: reason.replace('\n', ' ') };
  const cwd = folderOf(withMigration(`create table "${name.replaceAll('"', '""')}" (id int primary key);\n`));
  const outside = folderOf({ 'x/': '' });
  const formats = ['text', 'json', 'markdown'];
  const outputs = formats.flatMap((format) => ['--output', `${format}=${join(outside, format)}`]);
  const check = async (code: number): Promise<BaselineReport> => {
    expect(await runHere(['check', '--quiet', ...outputs], { cwd })).toMatchObject({ code, stderr: '' });
    const [text = '', json = '', markdown = ''] = formats.map((format) =>
      readFileSync(join(outside, format), 'utf8'),
    );
    for (const output of [text, json, markdown]) expect(output).not.toMatch(ACTS);
    const html = htmlOf(markdown);
    expect(tagsOf(html).opened.filter((tag) => tag === 'img' || tag === 'a')).toEqual([]);
    expect(textOf(html.replace(/<code>.*?<\/code>|<pre>.*?<\/pre>/gs, ''))).not.toContain('@');
    for (const output of [text.replace(/\n +/g, ' '), textOf(html)])
      expect(output).toContain(`by ${visible(stored.owner)}: ${visible(stored.reason)}`);
    return JSON.parse(json);
  };

  const given = ['--reason', reason, '--owner', name, '--object', '*everyone*'];
  expect((await runHere(['accept', '--quiet', ...given], { cwd })).code).toBe(0);
  expect(readFileSync(join(cwd, BASELINE), 'utf8')).not.toMatch(ACTS);
  expect((await check(0)).accepted).toMatchObject([{ acceptance: stored }]);
  writeFileSync(join(cwd, MIGRATION), SHOP[MIGRATION]);
  expect((await check(1)).stale).toMatchObject([stored]);
});
