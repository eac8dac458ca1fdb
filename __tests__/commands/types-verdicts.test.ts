// What check and fix answer of types and migrations that were judged wrongly once: each beside its nearest neighbour.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import { MIGRATION, SHOP } from '../cli/shop.ts';
import { folderOf } from '../files/folder.ts';
import { closeKept, runOn } from './kept-shadows.ts';

afterAll(closeKept);

const run = (command: 'check' | 'fix', folder: string): Promise<Report> =>
  runOn('2026-06-15', command, folder);
const told = ({ findings }: Report): string[] => findings.map(({ ruleId, id }) => `${ruleId} ${id}`);
const typesIn = (folder: string): string => readFileSync(join(folder, 'types.ts'), 'utf8');

/** What the shop's migration is followed by. */
const shopWith = (sql: string): Record<string, string> => ({
  ...SHOP,
  [MIGRATION]: `${SHOP[MIGRATION]}${sql}\n`,
});

describe('partitions (A4.9)', () => {
  const EVENTS = `create table events (id int not null, day date not null) partition by range (day);
    create table events_2025 partition of events for values from ('2025-01-01') to ('2026-01-01');`;
  const NEXT =
    "create table events_2026 partition of events for values from ('2026-01-01') to ('2027-01-01');";

  test('are drift with their table, and fix writes them all', async () => {
    const folder = folderOf(shopWith(EVENTS + NEXT));
    const all = ['events', 'events_2025', 'events_2026'];
    expect(told(await run('check', folder))).toEqual(all.map((name) => `relation-added public.${name}`));
    expect((await run('fix', folder)).status).toBe('in-sync');
    for (const name of all) expect(typesIn(folder)).toMatch(new RegExp(`\\b${name}: \\{`));
    const again = await run('check', folder);
    expect([again.status, again.notices]).toEqual(['in-sync', []]);
  });

  test('are drift when the committed types have the table alone', async () => {
    const folder = folderOf(shopWith(`${EVENTS.split(';')[0]};`));
    await run('fix', folder);
    const types = typesIn(folder);
    const grown = folderOf({ ...shopWith(EVENTS), 'types.ts': types });
    expect(told(await run('check', grown))).toEqual(['relation-added public.events_2025']);
  });
});
