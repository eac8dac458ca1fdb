// What the baseline does to the verdict, over real shadow databases and files: drift is accepted, expires, is mended,
// and nothing is called stale where nobody looked.

import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { isFailing } from '../../src/report/failing.ts';
import type { Report } from '../../src/report/report.ts';
import { PROJECTS } from '../cli/run.ts';
import { SHOP, stateOf, TYPES, typesOf } from '../cli/shop.ts';
import { folderOf } from '../project/disk/folder.ts';
import { closeKept, refusalOf, resultOn, runOn } from './kept-shadows.ts';

afterAll(closeKept);

const DAY = '2026-06-15';
const BASELINE = 'supabase/drift-baseline.json';
const LATER = 'supabase/migrations/20260201000000_later.sql';

/** Two legacy tables, a column and a function that the types do not have. */
const DRIFTED = {
  ...SHOP,
  [LATER]: `create table legacy_notes (id int primary key);
create table legacy_items (id int primary key);
alter table orders add total int not null;
create function area(side int) returns int language sql as 'select 1';
`,
} as const;

const ALL = ['public.area()', 'public.legacy_items', 'public.legacy_notes', 'public.orders.total'];

const check = (folder: string, given = {}): Promise<Report> => runOn(DAY, 'check', folder, given);
const accept = (folder: string, given = {}): Promise<Report> =>
  runOn(DAY, 'accept', folder, { reason: 'known', ...given });
const prune = (folder: string): Promise<Report> => runOn(DAY, 'accept', folder, { prune: true });

const ids = (findings: readonly { id: string }[] = []): string[] => findings.map(({ id }) => id).sort();
const rules = ({ findings }: Report): string[] => findings.map(({ ruleId }) => ruleId);
const baselineIn = (folder: string): string => readFileSync(join(folder, BASELINE), 'utf8');
const objectsIn = (folder: string): string[] =>
  JSON.parse(baselineIn(folder)).accepted.map(({ object }: { object: string }) => object);

/** The message of an `accept` that refuses, and so writes nothing. */
async function refused(folder: string, given: Record<string, unknown>): Promise<string> {
  const before = stateOf(folder);
  const { message } = await refusalOf(() => runOn(DAY, 'accept', folder, given));
  expect(stateOf(folder)).toBe(before);
  return message;
}

describe('accept', () => {
  test('takes what patterns fit, keeps what is there, and writes nothing when there is nothing new', async () => {
    const folder = folderOf(DRIFTED);
    const some = await accept(folder, { object: ['public.legacy_*'] });
    expect(objectsIn(folder)).toEqual(['public.legacy_items', 'public.legacy_notes']);
    expect({ fails: isFailing(some), left: ids(some.findings) }).toEqual({
      fails: true,
      left: ['public.area()', 'public.orders.total'],
    });
    const [, , , first, second] = baselineIn(folder).split('\n');

    const rest = await accept(folder, { object: ['public.orders', 'public.area'], reason: 'others' });
    expect({ fails: isFailing(rest), accepted: ids(rest.accepted) }).toEqual({ fails: false, accepted: ALL });
    expect(rest.notices.map(({ code }) => code)).not.toContain('mends-accepted');
    expect(objectsIn(folder)).toEqual(ALL);
    expect(baselineIn(folder)).toContain(`\n${first}\n${second},\n`);

    const before = stateOf(folder);
    const again = await accept(folder, { object: ['public.*'], owner: 'me' });
    expect(again.notices[0]?.message).toBe(
      `There is nothing new to accept, so \`${BASELINE}\` was not written.`,
    );
    expect((await prune(folder)).notices[0]?.message).toBe(
      `No entry of \`${BASELINE}\` is stale, so nothing was written.`,
    );
    expect(stateOf(folder)).toBe(before);
  });

  test('gives each entry its reason, owner, day and expiry, for as long as that day lasts', async () => {
    const folder = folderOf(DRIFTED);
    await accept(folder, { owner: ' the  data\nteam ', expires: DAY });
    expect((await check(folder)).accepted?.map(({ acceptance }) => acceptance)).toEqual(
      ALL.map(() => ({ reason: 'known', owner: 'the data team', date: DAY, expires: DAY })),
    );
    expect(rules(await runOn('2026-06-16', 'check', folder))).toContain('expired-baseline-entry');
  });

  test('is refused without a reason, for a day that has passed, and for a pattern that fits nothing', async () => {
    const folder = folderOf(DRIFTED);
    expect(await refused(folder, {})).toBe('`--reason` is missing.');
    expect(await refused(folder, { reason: 'x', expires: '2026-06-14' })).toBe(
      '`--expires 2026-06-14` has passed: today is 2026-06-15 (UTC).',
    );
    for (const pattern of ['legacy_notes', 'public.legacy', 'public.legacy_.*', 'PUBLIC.ORDERS'])
      expect(await refused(folder, { reason: 'x', object: ['public.legacy_*', pattern] })).toBe(
        `\`--object ${pattern}\` matches no finding.`,
      );
  });

  test('is refused behind a migration that fails, where no entry is stale', async () => {
    const folder = folderOf(DRIFTED);
    await accept(folder);
    writeFileSync(join(folder, LATER), 'alter table nowhere add column a int;\n');
    for (const given of [{ reason: 'x' }, { prune: true }])
      expect(await refused(folder, given)).toBe(
        'The migrations can not be replayed to their end, so nothing was compared, and the baseline was not written.',
      );
    const report = await check(folder);
    expect(rules(report)).toEqual(['replay-failed', 'base-schema-drift']);
    expect(report.notices).toContainEqual({
      code: 'baseline-not-judged',
      message: `Whether 4 entries of \`${BASELINE}\` still hold was not looked at.`,
      count: 4,
    });
  });

  test('of a project in sync writes nothing', async () => {
    const folder = folderOf(SHOP);
    expect(await accept(folder)).toMatchObject({ status: 'in-sync' });
    expect(existsSync(join(folder, BASELINE))).toBe(false);
  });

  test('writes where it is told, and check reads there', async () => {
    const folder = folderOf({ ...DRIFTED, 'docs/': '' });
    const baseline = 'docs/accepted.json';
    await accept(folder, { baseline });
    expect(existsSync(join(folder, BASELINE))).toBe(false);
    expect(isFailing(await check(folder, { baseline }))).toBe(false);
    expect(isFailing(await check(folder))).toBe(true);
    const { message } = await refusalOf(() => check(folder, { baseline: 'docs/nowhere.json' }));
    expect(message).toBe('The baseline docs/nowhere.json does not exist.');
  });

  test('never writes through a link that leads out of the repository', async () => {
    const outside = folderOf({ 'x/': '' });
    const folder = folderOf(DRIFTED);
    symlinkSync(outside, join(folder, 'docs'));
    expect(await refused(folder, { reason: 'x', baseline: 'docs/accepted.json' })).toContain(
      'is a symbolic link that leads out of the project.',
    );
    expect(readdirSync(outside)).toEqual(['x']);
  });
});

describe('an entry that an earlier version wrote for all overloads of a function', () => {
  const FUNCTIONS = `create function area(side int) returns int language sql as 'select 1';
create function area(width int, height int) returns int language sql as 'select 1';
create function area(base int, height int, angle int) returns int language sql as 'select 1';
`;
  const OVERLOADS =
    '{ area: { Args: { side: number }; Returns: number } | { Args: { height: number; width: number }; Returns: string } }';
  const OVERLOADED = {
    ...SHOP,
    [LATER]: FUNCTIONS,
    'types.ts': TYPES.replace('Functions: { [_ in never]: never }', `Functions: ${OVERLOADS}`),
    // As `accept` of 0.1.0, commit cdd1740, wrote it.
    [BASELINE]: `{
  "version": 1,
  "accepted": [
    { "object": "public.area()", "rule": "function-signature-changed", "reason": "known", "date": "2026-06-01", "fingerprint": "e646346fd18deabc" }
  ]
}
`,
  };
  const SPLIT = ['public.area(angle:, base:, height:)', 'public.area(height:, width:)'];
  const isTold = ({ notices }: Report): boolean =>
    notices.some(({ message }) => message.includes('accepts `public.area()` as a whole'));

  test('accepts each of them, is told, and is renewed by --prune', async () => {
    const folder = folderOf(OVERLOADED);
    const before = await check(folder);
    expect([ids(before.accepted), rules(before), isTold(before)]).toEqual([SPLIT, [], true]);
    expect((await prune(folder)).done?.sentences).toEqual([expect.stringMatching(/^Renewed 1 entry /)]);
    expect(objectsIn(folder)).toEqual(SPLIT);
    expect(baselineIn(folder)).toContain('2026-06-01');
    const after = await check(folder);
    expect([ids(after.accepted), rules(after), isTold(after)]).toEqual([SPLIT, [], false]);
  });

  test('accepts nothing when one of them changes', async () => {
    const folder = folderOf({ ...OVERLOADED, [LATER]: FUNCTIONS.replace('angle int', 'angle text') });
    const report = await check(folder);
    expect(rules(report).sort()).toEqual([
      'function-signature-changed',
      'function-signature-changed',
      'stale-baseline-entry',
    ]);
  });

  test('goes when fix has fixed all of them', async () => {
    const folder = folderOf(OVERLOADED);
    expect((await runOn(DAY, 'fix', folder, {})).status).toBe('in-sync');
    expect(objectsIn(folder)).toEqual([]);
  });
});

describe('an entry', () => {
  test('whose day has passed fails with its finding, until it is accepted anew', async () => {
    const folder = folderOf(DRIFTED);
    const expiring = { owner: 'the data team', expires: '2026-06-20' };
    await accept(folder, { ...expiring, object: ['public.legacy_notes'] });
    await accept(folder);
    const report = await runOn('2026-06-21', 'check', folder);
    const said = 'accepted on 2026-06-15 by the data team until 2026-06-20: known';
    expect(report.findings).toMatchObject([
      { ruleId: 'relation-added', id: 'public.legacy_notes', details: [`was ${said}`] },
      {
        ruleId: 'expired-baseline-entry',
        location: { file: BASELINE, line: 6 },
        message: `\`public.legacy_notes\` has the drift \`relation-added\` still, which was ${said}.`,
      },
    ]);
    expect(report.findings).toHaveLength(2);
    expect([isFailing(report), isFailing({ ...report, failOn: 'dangerous' })]).toEqual([true, false]);

    await runOn('2026-06-21', 'accept', folder, { reason: 'again' });
    expect(isFailing(await runOn('2027-01-01', 'check', folder))).toBe(false);
    expect(objectsIn(folder)).toEqual(ALL);
    expect(baselineIn(folder).match(/"again"/g)).toHaveLength(1);
  });

  test('is not stale where its schema was not compared, and is where that is gone', async () => {
    const api = 'supabase/migrations/20260301000000_api.sql';
    const folder = folderOf({
      ...DRIFTED,
      [api]: 'create schema api; create table api.keys (id int primary key);',
    });
    await accept(folder, { schema: ['public', 'api'] });
    expect(objectsIn(folder)).toEqual(['api', ...ALL]);
    for (const schema of [[], ['public'], ['api']])
      expect([schema, (await check(folder, { schema })).stale]).toEqual([schema, []]);

    writeFileSync(join(folder, api), 'select 1;');
    expect((await check(folder, { schema: ['public'] })).stale).toEqual([]);
    expect((await check(folder)).stale).toMatchObject([{ object: 'api' }]);
  });

  test('is not stale where its types file was not compared, and is where that is gone', async () => {
    const folder = folderOf({ ...SHOP, 'old.ts': typesOf({ public: 'invoices' }) });
    await accept(folder, { types: ['old.ts'] });
    expect((await check(folder, { types: ['old.ts'] })).accepted).toHaveLength(2);
    expect((await check(folder, { types: ['types.ts'] })).stale).toEqual([]);
    writeFileSync(join(folder, 'old.ts'), TYPES);
    expect((await check(folder, { types: ['old.ts'] })).stale).toHaveLength(2);
    rmSync(join(folder, 'old.ts'));
    expect((await check(folder, { types: ['types.ts'] })).stale).toHaveLength(2);
  });

  test('holds for the types files that were compared and for no others, until they have another name', async () => {
    const folder = folderOf({ ...SHOP, 'old.ts': typesOf({ public: 'invoices' }) });
    await accept(folder, { types: ['old.ts'] });
    const both = { types: ['old.ts', 'types.ts'] };
    expect(isFailing(await check(folder, both))).toBe(false);
    writeFileSync(join(folder, 'types.ts'), `// Another file\n${typesOf({ public: 'invoices' })}`);
    for (const given of [both, { types: ['types.ts'] }]) {
      const report = await check(folder, given);
      expect([given, isFailing(report), report.stale]).toEqual([given, true, []]);
    }
    await accept(folder, { types: ['types.ts'], reason: 'there too' });
    expect(isFailing(await check(folder, both))).toBe(false);
    renameSync(join(folder, 'old.ts'), join(folder, 'elder.ts'));
    renameSync(join(folder, 'types.ts'), join(folder, 'new.ts'));
    expect(isFailing(await check(folder, { types: ['elder.ts', 'new.ts'] }))).toBe(false);
  });

  test('holds however lines move, files are renamed and the types are formatted', async () => {
    const folder = folderOf({ 'x/': '' });
    cpSync(join(PROJECTS, 'drifted'), folder, { recursive: true });
    await accept(folder);
    const before = baselineIn(folder);
    const types = join(folder, 'src/types/database.types.ts');
    const formatted = readFileSync(types, 'utf8')
      .replaceAll(/"(\w+)"(?=\??:)/g, '$1')
      .replaceAll(/^ +/gm, '\t')
      .replaceAll('\n', '\r\n\r\n');
    writeFileSync(types, `// One of two\r\n${formatted}`);
    const migrations = join(folder, 'supabase/migrations');
    for (const name of readdirSync(migrations)) {
      const path = join(migrations, name);
      writeFileSync(path, `-- moved\n\n${readFileSync(path, 'utf8')}`);
      renameSync(path, path.replace('.sql', '_again.sql'));
    }
    const report = await check(folder);
    expect(report.findings).toEqual([]);
    expect(report.accepted).toHaveLength(35);
    expect(report.accepted?.every(({ location }) => !location || /_again\.sql$/.test(location.file))).toBe(
      true,
    );
    await accept(folder, { reason: 'again' });
    expect(baselineIn(folder)).toBe(before);
  });
});

test('two people accept on two branches: a conflict is told, and both sides together are sorted again', async () => {
  const folder = folderOf(DRIFTED);
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b', '-c', 'core.autocrlf=false', ...args], {
      cwd: folder,
      encoding: 'utf8',
      stdio: 'pipe',
    });
  const commitWith = async (given: object): Promise<string> => {
    await accept(folder, given);
    git('add', '-A');
    git('commit', '-qm', 'x');
    return baselineIn(folder);
  };
  git('init', '-q', '-b', 'main');
  await commitWith({ object: ['public.legacy_items'] });
  git('checkout', '-qb', 'mine');
  const mine = await commitWith({ object: ['public.legacy_notes'] });
  git('checkout', '-q', 'main');
  const theirs = await commitWith({ object: ['public.orders'], reason: 'theirs' });
  expect(() => git('merge', '-q', 'mine')).toThrow('Command failed');
  const { message } = await refusalOf(() => check(folder));
  expect(message).toMatch(
    /^The baseline `supabase\/drift-baseline\.json` holds a conflict of a merge, line \d\.$/,
  );

  const [, ownLine = ''] = mine.match(/^(.*legacy_notes.*)$/m) ?? [];
  writeFileSync(join(folder, BASELINE), theirs.replace('[\n', `[\n${ownLine},\n`));
  expect(ids((await check(folder)).findings)).toEqual(['public.area()']);
  expect(objectsIn(folder)).toEqual(['public.legacy_notes', 'public.legacy_items', 'public.orders.total']);
  await accept(folder);
  expect(objectsIn(folder)).toEqual(ALL);
});

describe('fix, where the baseline accepts drift of the types,', () => {
  test('fixes that too, takes its entries out, and succeeds', async () => {
    const folder = folderOf(DRIFTED);
    await accept(folder, { object: ['public.legacy_*'] });
    const told = (report: Report): boolean => report.notices.some(({ code }) => code === 'mends-accepted');
    expect(told(await check(folder))).toBe(true);
    const fixed = await runOn(DAY, 'fix', folder);
    expect(told(fixed)).toBe(false);
    expect(fixed).toMatchObject({
      status: 'in-sync',
      findings: [],
      done: {
        kind: 'fixed',
        sentences: [
          'Wrote `types.ts`: 4 changes.',
          `Removed 2 entries from \`${BASELINE}\`; commit the file.`,
        ],
      },
    });
    expect(isFailing(fixed)).toBe(false);
    expect(objectsIn(folder)).toEqual([]);
    expect(await check(folder)).toMatchObject({ status: 'in-sync', findings: [] });
    expect((await runOn(DAY, 'fix', folder)).done).toBeUndefined();
  });

  test('leaves alone what an audit accepted, what was stale before, and what is of other types files', async () => {
    const folder = folderOf({ ...DRIFTED, 'other.ts': DRIFTED['types.ts'] });
    await accept(folder, { object: ['public.area'] });
    await accept(folder, { object: ['public.legacy_items'], types: ['other.ts'] });
    const { accepted } = JSON.parse(baselineIn(folder));
    const kept = [
      { ...accepted[0], object: 'public.gone', rule: 'relation-added', fingerprint: '0'.repeat(16) },
      { ...accepted[0], object: 'public.orders', rule: 'altered', fingerprint: '1'.repeat(16) },
    ];
    writeFileSync(join(folder, BASELINE), JSON.stringify({ version: 1, accepted: [...accepted, ...kept] }));
    const fixed = await runOn(DAY, 'fix', folder, { types: ['types.ts'] });
    expect(rules(fixed)).toEqual(['stale-baseline-entry']);
    expect(fixed).toMatchObject({ status: 'drifted', done: { kind: 'fixed' } });
    expect(objectsIn(folder)).toEqual(['public.gone', 'public.legacy_items', 'public.orders']);
  });

  test('changes neither file in a dry run, and its patch changes both', async () => {
    const folder = folderOf(DRIFTED);
    await accept(folder, { object: ['public.legacy_*'] });
    const before = stateOf(folder);
    const { report, patch = '' } = await resultOn(DAY, 'fix', folder, { dryRun: true });
    expect({ state: stateOf(folder), fails: isFailing(report) }).toEqual({ state: before, fails: true });
    execFileSync('git', ['apply'], { cwd: folder, input: patch });
    expect(await check(folder)).toMatchObject({ status: 'in-sync', findings: [] });
  });
});

test('a baseline that was changed while the drift was looked for is not overwritten', async () => {
  const folder = folderOf(DRIFTED);
  await accept(folder, { object: ['public.area'] });
  const read = baselineIn(folder);
  const running = accept(folder);
  writeFileSync(join(folder, BASELINE), read.replace('known', 'known for long'));
  await expect(running).rejects.toThrow(`${BASELINE} was changed meanwhile, so nothing was written.`);
  expect(baselineIn(folder)).toBe(read.replace('known', 'known for long'));
});

describe('what is ignored', () => {
  const ignoring = (...ignore: string[]) => ({ ignore });

  test('is left out and told, with the patterns that match nothing; the rest stays', async () => {
    const folder = folderOf(DRIFTED);
    const report = await check(
      folder,
      ignoring('public.legacy_*', 'public.orders.total', 'billing', 'public.orders'),
    );
    expect(ids(report.findings)).toEqual(['public.area()']);
    const told = report.notices.filter(({ code }) => code.startsWith('ignored'));
    expect(told.map(({ message }) => message)).toEqual([
      '3 findings are left out, as `ignore` says: `public.legacy_*`, `public.orders.total`, `public.orders`.',
      '`ignore` has a pattern that matches nothing: `billing`.',
    ]);
  });

  test('may be a whole schema, and `fix` leaves it alone', async () => {
    const folder = folderOf(DRIFTED);
    expect(await check(folder, ignoring('public'))).toMatchObject({ status: 'in-sync', findings: [] });
    const before = stateOf(folder);
    await runOn(DAY, 'fix', folder, ignoring('public'));
    expect(stateOf(folder)).toBe(before);
    await runOn(DAY, 'fix', folder, ignoring('public.legacy_*'));
    expect(ids((await check(folder)).findings)).toEqual(['public.legacy_items', 'public.legacy_notes']);
  });

  test('is no stale entry of the baseline', async () => {
    const folder = folderOf(DRIFTED);
    await accept(folder);
    const report = await check(folder, ignoring('public.orders'));
    expect(rules(report)).toEqual([]);
    expect(report.stale).toEqual([]);
  });

  test('is never a migration that fails', async () => {
    const folder = folderOf({ ...SHOP, [LATER]: 'select nothing from orders;' });
    expect(rules(await check(folder, ignoring('*')))).toEqual(['replay-failed']);
  });
});
