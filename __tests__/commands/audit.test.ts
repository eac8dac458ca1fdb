// An audit over real databases: a live one that is served on a loopback port and changed by hand between the audits,
// and shadow databases that replay the project's files. Each of the three sources is made to disagree.

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openShadow } from '../../src/database/embedded/shadow.ts';
import { discoverProject } from '../../src/project/disk/discover.ts';
import { isFailing } from '../../src/report/failing.ts';
import type { Report } from '../../src/report/report.ts';
import { MIGRATION, SHOP, stateOf } from '../cli/shop.ts';
import { folderOf } from '../project/disk/folder.ts';
import { type LiveDatabaseForTests, startLive } from '../tools/live-database.ts';
import { closeKept, refusalOf, runOn } from './kept-shadows.ts';

const DAY = '2026-06-15';
const SECOND = 'supabase/migrations/20260201000000_customers.sql';
const BASELINE = 'supabase/drift-baseline.json';

const FILES = {
  ...SHOP,
  [SECOND]: `create type state as enum ('new', 'done');
create table customers (id int primary key, name text not null);
alter table orders add column customer_id int references customers, add column state state;
create function area(side int) returns int language sql as 'select side * side';
create function stamp() returns trigger language plpgsql as 'begin return new; end';
`,
};

let live: LiveDatabaseForTests;
let types = '';

beforeAll(async () => {
  const project = discoverProject(folderOf(FILES));
  const plan = { migrations: project.migrations };
  const shadow = openShadow(project, plan);
  await shadow.replay(plan, () => undefined);
  types = (await shadow.generateTypes(['public'])).text;
  await shadow.close();
  live = await startLive(plan);
});

afterAll(async () => {
  await closeKept();
  await live.stop();
});

const projectWith = (files: Record<string, string> = {}): string =>
  folderOf({ ...FILES, 'types.ts': types, ...files });

const audit = (folder: string, given = {}): Promise<Report> =>
  runOn(DAY, 'audit', folder, { live: live.url, ...given });

/** What somebody does in the dashboard, for as long as a test lasts. */
async function whileLive(done: string, undone: string, use: () => Promise<void>): Promise<void> {
  await live.database.exec(done);
  try {
    await use();
  } finally {
    await live.database.exec(undone);
  }
}

const LEGACY = 'create table legacy_notes (id int primary key, order_id int references orders);';
const NO_LEGACY = 'drop table legacy_notes;';

const told = ({ findings }: Report): string[] => findings.map(({ ruleId, id }) => `${ruleId} ${id}`).sort();

const verdicts = ({ inventory }: Report): Record<string, string | undefined> =>
  Object.fromEntries(
    [...(inventory?.relations ?? []), ...(inventory?.items ?? [])].map(({ id, verdict }) => [id, verdict]),
  );

const ALL_TRACKED = {
  'public.area': 'tracked',
  'public.customers': 'tracked',
  'public.orders': 'tracked',
  'public.stamp': 'tracked',
  'public.state': 'tracked',
};

test('where all three agree, all is tracked, with the file of each object', async () => {
  const folder = projectWith();
  const before = stateOf(folder);
  const report = await audit(folder, { environment: 'production' });
  expect(stateOf(folder)).toBe(before);
  expect(report).toMatchObject({
    command: 'audit',
    status: 'in-sync',
    findings: [],
    notRun: [],
    live: { environment: 'production', postgresVersion: '17.5' },
    history: { isRecorded: true, applied: 2, pending: [], unknown: [], edited: [], outOfOrder: [] },
    inventory: {
      gitFrom: 'replay',
      coverage: 100,
      counts: { live: 2, git: 2, types: 2 },
      byKind: { functions: { live: 2, git: 2, types: 1 }, enums: { live: 1, git: 1, types: 1 } },
      relations: [
        { id: 'public.customers', file: SECOND },
        { id: 'public.orders', file: MIGRATION },
      ],
    },
  });
  expect(verdicts(report)).toEqual(ALL_TRACKED);
  // Types never have the functions of triggers, so they can't say.
  expect(report.inventory?.items?.find(({ id }) => id === 'public.stamp')).not.toHaveProperty('types');
});

test('what was made, dropped and changed by hand is told once each, with both sides and the line behind it', async () => {
  const done = `${LEGACY} drop function area(int); alter table customers alter column name drop not null;`;
  const undone = `${NO_LEGACY} alter table customers alter column name set not null;
    create function area(side int) returns int language sql as 'select side * side';`;
  await whileLive(done, undone, async () => {
    const report = await audit(projectWith());
    expect(told(report)).toEqual([
      'altered public.customers.name',
      'missing public.area(integer)',
      'unmanaged public.legacy_notes',
    ]);
    const [name, area, notes] = ['public.customers.name', 'public.area(integer)', 'public.legacy_notes'].map(
      (id) => report.findings.find((finding) => finding.id === id),
    );
    expect(name).toMatchObject({ location: { file: SECOND, line: 2 }, expected: expect.anything() });
    expect(area).toMatchObject({ location: { file: SECOND, line: 4 } });
    expect(notes?.details).toContain('column order_id integer');
    expect(notes?.sql?.join('\n')).toMatch(/create table.*legacy_notes/is);
    expect(report.suggestion?.join('\n')).toMatch(/legacy_notes/);
    expect(report.definitions?.map(({ id }) => id)).toContain('public.legacy_notes');
    expect(report.diagram).toMatchObject({
      relations: [
        { id: 'public.legacy_notes', columns: [{ name: 'id' }, { name: 'order_id', isKey: true }] },
        { id: 'public.orders', columns: [] },
      ],
      links: [{ from: 'public.legacy_notes', to: 'public.orders', columns: ['order_id'] }],
    });
    expect(verdicts(report)).toEqual({
      ...ALL_TRACKED,
      'public.legacy_notes': 'base-schema-drift',
      'public.area': 'not-live',
    });
    expect(report.inventory?.coverage).toBe(66.6);
    expect(report).not.toHaveProperty('repair');
  });
});

/** The types of a table, changed. */
const withTable = (table: string, change: (text: string) => string): string =>
  types.replace(new RegExp(`"${table}": \\{.*?Relationships`, 's'), change);

const AGED = (): string => withTable('customers', (text) => text.replace('"id": number', '"id": string'));

describe('committed types', () => {
  test('that fit neither side are out of date, and only what differs is said of each side', async () => {
    const report = await audit(projectWith({ 'types.ts': AGED().replaceAll('"done"', '"gone"') }));
    expect(told(report)).toEqual(['types-out-of-date public.customers', 'types-out-of-date public.state']);
    expect(report.findings[0]).toMatchObject({
      message:
        'the committed types of table `public.customers` fit neither the live database nor the migrations.',
      details: [
        'column `public.customers.id` is `string` in the committed types but `number` in the live database and in the one that the migrations build.',
      ],
      typesLocation: { file: 'types.ts' },
    });
    expect(report.repair).toBe('drift-gate fix');
    expect(verdicts(report)).toEqual({
      ...ALL_TRACKED,
      'public.customers': 'types-out-of-date',
      'public.state': 'types-out-of-date',
    });
  });

  test('that fit one of two sides that differ are no finding of their own', async () => {
    const done = 'alter table customers add column vip boolean;';
    await whileLive(done, 'alter table customers drop column vip;', async () => {
      const ofLive = withTable('customers', (text) =>
        text
          .replace(/Row: \{/, '$& "vip": boolean | null,')
          .replace(/(Insert|Update): \{/g, '$& "vip"?: boolean | null,'),
      );
      expect(ofLive.match(/vip/g)).toHaveLength(3);
      expect(told(await audit(projectWith({ 'types.ts': ofLive })))).toEqual([
        'unmanaged public.customers.vip',
      ]);
    });
  });

  test('may have what nobody else has, and lack what both have', async () => {
    const ghost = types
      .replace(
        /"customers": \{/,
        '"ghosts": { Row: { id: number }; Insert: {}; Update: {}; Relationships: [] }, $&',
      )
      .replaceAll('"area"', '"volume"');
    const report = await audit(projectWith({ 'types.ts': ghost }));
    expect(report.findings.map(({ message }) => message).sort()).toEqual([
      'function `public.area` is in the live database and in the migrations, but not in the committed types.',
      'function `public.volume` is in the committed types, but neither in the live database nor in the migrations.',
      'table `public.ghosts` is in the committed types, but neither in the live database nor in the migrations.',
    ]);
    expect(verdicts(report)).toMatchObject({
      'public.ghosts': 'types-out-of-date',
      'public.area': 'types-out-of-date',
    });
    expect(report.inventory?.counts).toEqual({ live: 2, git: 2, types: 3 });
  });

  test('need not be there: then that they were not compared is said', async () => {
    const folder = projectWith();
    rmSync(join(folder, 'types.ts'));
    const report = await audit(folder);
    expect(report).toMatchObject({
      status: 'in-sync',
      notRun: [{ part: 'types', reason: 'no generated types were found' }],
    });
    expect(report.inventory?.relations[0]).not.toHaveProperty('types');
  });
});

test('how the live database is read is told among the notices, and is no drift', async () => {
  const notice = { code: 'transaction-pooler', message: 'Read through a pooler.' } as const;
  const report = await runOn(DAY, 'audit', projectWith({}), { live: live.url }, [notice]);
  expect(report.notices).toContainEqual(notice);
  expect(told(report)).toEqual(told(await audit(projectWith({}))));
});

describe('files that are not applied', () => {
  // Each of its projects is a database of its own.
  afterAll(closeKept);

  const THIRD = 'supabase/migrations/20260301000000_later.sql';

  test('are no drift, whatever they create, change or drop', async () => {
    const report = await audit(
      projectWith({
        [THIRD]:
          'create table parcels (id int); alter table orders add note text; drop table customers cascade;',
      }),
    );
    expect(report).toMatchObject({ status: 'in-sync', history: { applied: 2, pending: ['20260301000000'] } });
    expect(verdicts(report)).toEqual({ ...ALL_TRACKED, 'public.parcels': 'tracked' });
    expect(report.inventory?.relations.find(({ id }) => id === 'public.parcels')).toMatchObject({
      pending: true,
      git: true,
      file: THIRD,
    });
  });

  test('that make what somebody made by hand already are named with the finding', async () => {
    await whileLive(LEGACY, NO_LEGACY, async () => {
      const report = await audit(projectWith({ [THIRD]: LEGACY }));
      // As a check says too: the types have yet to follow the file.
      expect(told(report)).toEqual([
        'types-out-of-date public.legacy_notes',
        'unmanaged public.legacy_notes',
      ]);
      expect(report.findings[0]?.details).toContain(`the pending \`${THIRD}\` creates it`);
      expect(report.findings[0]?.remedy).toContain('supabase migration repair --linked --status applied');
      expect(verdicts(report)['public.legacy_notes']).toBe('types-out-of-date');
    });
  });

  test('that fail are told as a check tells them, and the types then are not compared', async () => {
    const report = await audit(projectWith({ [THIRD]: 'alter table orders add id text;' }));
    expect(told(report)).toEqual([`replay-failed ${THIRD}`]);
    expect(report.notRun).toEqual([
      { part: 'types', reason: 'the pending migrations could not be replayed to the end' },
    ]);
    expect(verdicts(report)).toEqual(ALL_TRACKED);
  });

  test('that stand on a table made by hand need a base schema', async () => {
    await whileLive(LEGACY, NO_LEGACY, async () => {
      const report = await audit(projectWith({ [THIRD]: 'alter table legacy_notes add note text;' }));
      expect(told(report)).toEqual(['unmanaged public.legacy_notes']);
      expect(report.baseSchema?.required).toMatchObject([{ id: 'public.legacy_notes', references: 1 }]);
    });
  });
});

test('the history is held against the files, and each version told with its rule', async () => {
  const change = `insert into supabase_migrations.schema_migrations (version, name, statements)
    values ('20260115000000', 'by_hand', '{select 1}')`;
  const undo = `delete from supabase_migrations.schema_migrations where version = '20260115000000'`;
  await whileLive(change, undo, async () => {
    const report = await audit(
      projectWith({
        [MIGRATION]: '-- another comment\ncreate table orders (id bigint primary key);\n',
        'supabase/migrations/20260110000000_late.sql': 'create table late (id int);',
      }),
    );
    expect(told(report)).toEqual([
      'altered public.orders.id',
      'edited-version 20260101000000',
      'out-of-order-version 20260110000000',
      'unknown-version 20260115000000',
    ]);
  });
});

describe('migrations that can not be replayed', () => {
  // Each of its projects is a database of its own.
  afterAll(closeKept);

  const STANDING = {
    [MIGRATION]: 'alter table products add column note text;\ncreate table orders (id int primary key);\n',
    [SECOND]: 'create table customers (id int primary key);\ncreate view dear as select * from products;\n',
  };

  test('for want of a base schema leave an inventory by their texts, and what must be held', async () => {
    const unmanaged = 'create table products (id int primary key); create view other as select 1 as one;';
    await whileLive(unmanaged, 'drop table products; drop view other;', async () => {
      const folder = projectWith(STANDING);
      const report = await audit(folder);
      expect(told(report).filter((one) => !one.startsWith('edited') && !one.startsWith('types'))).toEqual([
        'missing public.dear',
        'unmanaged public.area()',
        'unmanaged public.other',
        'unmanaged public.products',
        'unmanaged public.stamp()',
        'unmanaged public.state',
      ]);
      expect(report.baseSchema).toEqual({
        reason: `\`${MIGRATION}\` fails at line 1, column 1: relation "products" does not exist (SQLSTATE 42P01).`,
        required: [
          { id: 'public.products', references: 2, location: { file: MIGRATION, line: 1, column: 13 } },
        ],
      });
      expect(report.notRun.map(({ part }) => part)).toEqual(['structure']);
      expect(report.inventory).toMatchObject({ gitFrom: 'static', counts: { live: 4, git: 3 } });
      expect(verdicts(report)).toMatchObject({
        'public.products': 'base-schema-drift',
        'public.orders': 'tracked',
        'public.dear': 'not-live',
      });

      await runOn(DAY, 'accept', folder, { live: live.url, reason: 'known', object: ['public.*', '2026*'] });
      const held = await audit(folder);
      expect({ fails: isFailing(held), found: told(held) }).toEqual({ fails: false, found: [] });
      expect(verdicts(held)['public.products']).toBe('external');
    });
  });

  test('for want of a base schema still tell a view from the table that it took the place of', async () => {
    const done = `create table products (id int primary key); alter table customers rename to kept;
      create view customers as select * from kept;`;
    const undone = 'drop view customers; alter table kept rename to customers; drop table products;';
    await whileLive(done, undone, async () => {
      const { findings } = await audit(projectWith(STANDING));
      expect(
        findings
          .filter(({ id }) => id === 'public.customers')
          .map(({ ruleId, subject }) => [ruleId, subject.kind]),
      ).toEqual(
        expect.arrayContaining([
          ['unmanaged', 'view'],
          ['missing', 'table'],
        ]),
      );
    });
  });

  test('for want of a base schema say the same where the file has begin and commit of its own', async () => {
    await whileLive('create table products (id int primary key);', 'drop table products;', async () => {
      const sql = `begin;\n${STANDING[MIGRATION]}commit;\n`;
      const report = await audit(projectWith({ ...STANDING, [MIGRATION]: sql }));
      expect(report.baseSchema).toEqual({
        reason: `\`${MIGRATION}\` fails at line 2, column 1: relation "products" does not exist (SQLSTATE 42P01).`,
        required: [
          { id: 'public.products', references: 2, location: { file: MIGRATION, line: 2, column: 13 } },
        ],
      });
      expect(report.inventory?.gitFrom).toBe('static');
    });
  });

  test('for a transaction left open are a finding beside the inventory', async () => {
    const report = await audit(projectWith({ [SECOND]: `begin;\n${FILES[SECOND]}` }));
    expect(report.findings).toMatchObject(
      expect.arrayContaining([
        expect.objectContaining({
          ruleId: 'open-transaction',
          location: { file: SECOND, line: 1, column: 1 },
        }),
      ]),
    );
    expect(report).not.toHaveProperty('baseSchema');
    expect(report.inventory?.gitFrom).toBe('static');
    expect(report.notRun.map(({ part }) => part)).toEqual(['structure']);
  });

  test('for another reason are a finding beside the inventory', async () => {
    const report = await audit(projectWith({ [SECOND]: 'create table customers (id nonsense);\n' }));
    expect(told(report)).toEqual(
      expect.arrayContaining([`replay-failed ${SECOND}`, 'base-schema-drift public.nonsense']),
    );
    expect(report).not.toHaveProperty('baseSchema');
    expect(report.inventory?.gitFrom).toBe('static');
    expect(report.notRun).toEqual([
      { part: 'structure', reason: 'the applied migrations could not be replayed to the end' },
    ]);
  });

  test('by the embedded database are no answer at all', async () => {
    const folder = projectWith({ [SECOND]: 'create extension plv8;\n' });
    const { message, remedy } = await refusalOf(() => audit(folder));
    expect(message).toMatch(/embedded database cannot replay/);
    expect(remedy).toContain('--database');
  });
});

describe('the baseline', () => {
  test('takes what an audit found, lets no new drift pass, and shrinks when drift is gone', async () => {
    const folder = projectWith();
    const accept = (given: object): Promise<Report> =>
      runOn(DAY, 'accept', folder, { live: live.url, ...given });
    await whileLive(LEGACY, '', async () => {
      const report = await accept({ reason: 'to be imported', owner: 'data team' });
      expect(report.done).toEqual({
        kind: 'accepted',
        sentences: [`1 change in \`${BASELINE}\`; commit the file.`],
      });
      const held = await audit(folder);
      expect({ status: held.status, fails: isFailing(held), found: told(held) }).toEqual({
        status: 'drifted',
        fails: false,
        found: [],
      });
      expect(held).not.toHaveProperty('suggestion');
      expect(verdicts(held)['public.legacy_notes']).toBe('external');
      expect(held.diagram?.relations[0]?.id).toBe('public.legacy_notes');

      // A check neither judges nor mentions it.
      const checked = await runOn(DAY, 'check', folder);
      expect({ status: checked.status, notices: checked.notices }).toEqual({
        status: 'in-sync',
        notices: [],
      });
    });
    await whileLive('create view fresh as select 1 as one;', 'drop view fresh;', async () => {
      const report = await audit(folder);
      expect({ fails: isFailing(report), found: told(report) }).toEqual({
        fails: true,
        found: ['unmanaged public.fresh'],
      });
    });
    await live.database.exec(NO_LEGACY);
    const stale = await audit(folder);
    expect(told(stale)).toEqual([`stale-baseline-entry ${BASELINE}`]);
    expect(stale.findings[0]?.remedy).toContain('drift-gate accept --live "$SUPABASE_DB_URL" --prune');
    expect(stale.repair).toBe('drift-gate accept --prune --live URL');
    const pruned = await accept({ prune: true });
    expect(pruned).toMatchObject({ status: 'in-sync', command: 'accept' });
    expect(readFileSync(join(folder, BASELINE), 'utf8')).toBe('{\n  "version": 1,\n  "accepted": []\n}\n');
  });

  test('that accepts an alteration accepts what it caused until then, and nothing that it causes later', async () => {
    const folder = projectWith();
    const reset = `alter default privileges in schema public grant select on tables to anon;
      grant select on orders, customers to anon;`;
    const done = `alter default privileges in schema public revoke select on tables from anon;
      revoke select on orders from anon;`;
    await whileLive(done, reset, async () => {
      await runOn(DAY, 'accept', folder, { live: live.url, reason: 'known' });
      expect(isFailing(await audit(folder))).toBe(false);
      await live.database.exec('revoke select on customers from anon');
      const report = await audit(folder);
      expect(isFailing(report)).toBe(true);
      expect(report.findings.flatMap(({ details = [] }) => details)).toContain(
        'grants to anon of table public.customers',
      );
    });
  });

  test('of a check and of an audit are kept apart: neither judges what the other accepted', async () => {
    const folder = projectWith({ 'types.ts': AGED() });
    await runOn(DAY, 'accept', folder, { reason: 'known' });
    expect(told(await audit(folder))).toEqual(['types-out-of-date public.customers']);
    await runOn(DAY, 'accept', folder, { live: live.url, reason: 'known too' });
    const both = JSON.parse(readFileSync(join(folder, BASELINE), 'utf8')).accepted;
    expect(both.map(({ rule }: { rule: string }) => rule)).toEqual([
      'types-out-of-date',
      'column-type-changed',
    ]);
    expect(isFailing(await audit(folder))).toBe(false);
    writeFileSync(join(folder, 'types.ts'), types);
    for (const given of [{}, { live: live.url }]) {
      const pruned = await runOn(DAY, 'accept', folder, { ...given, prune: true });
      expect(pruned.done?.sentences[0]).toContain('Removed 1 stale entry');
    }
  });
});

test('schemas that the user names are looked at, and no others', async () => {
  const done = `${LEGACY} create schema billing; create table billing.invoices (id int primary key);`;
  await whileLive(done, `${NO_LEGACY} drop schema billing cascade;`, async () => {
    const all = await audit(projectWith());
    expect(told(all)).toContain('unmanaged public.legacy_notes');
    expect(all.project.schemas).toEqual(['billing', 'public']);
    const named = await audit(projectWith(), { schema: ['billing'] });
    expect(told(named)).toEqual(['unmanaged billing']);
    expect(named.diagram?.relations.map(({ id }) => id)).toEqual(['billing.invoices']);
    expect(named.project.schemas).toEqual(['billing']);
    expect(named.inventory?.relations.map(({ id }) => id)).toEqual(['billing.invoices']);
  });
});

test('a schema that the user names and nobody has is an error, with committed types or without', async () => {
  for (const files of [{ 'types.ts': types }, {}]) {
    const { message } = await refusalOf(() =>
      audit(folderOf({ ...FILES, ...files }), { schema: ['pubilc'] }),
    );
    expect(message).toContain('Schema `pubilc`, named with `--schema`, is neither in the live database');
  }
});
