// The trace gives places and nothing else: whatever becomes of it, by chance or by a migration that runs as superuser,
// the verdict is the same at each level.

import { afterAll, describe, expect, test } from '@jest/globals';
import { replayTraced } from '../../src/database/embedded/shadow.ts';
import type { Trace } from '../../src/migrations/blame/trace.ts';
import type { ReplayTraced } from '../../src/ports.ts';
import { isFailing, withLevel } from '../../src/report/failing.ts';
import type { Report } from '../../src/report/report.ts';
import { PROJECTS } from '../cli/run.ts';
import { typesOf } from '../cli/shop.ts';
import { folderOf } from '../project/disk/folder.ts';
import { closeKept, tracedBy } from './kept-shadows.ts';

afterAll(closeKept);

const check = async (folder: string, replay: ReplayTraced): Promise<Report> =>
  (await tracedBy(replay, '2026-06-15', 'check', folder)).report;

const verdictOf = (report: Report) => ({
  status: report.status,
  failing: (['drift', 'dangerous', 'breaking', 'never'] as const).map((level) =>
    isFailing(withLevel(report, level)),
  ),
});

const EMPTY: Trace = { isWhole: true, events: [], states: [] };

/** Every object renamed, moved, dropped or never there, by events of no file. */
const forged = (trace: Trace): Trace => ({
  ...trace,
  events: trace.events.map((event) => ({ ...event, file: '../../etc/passwd', offset: 1e9 })),
  states: trace.states.flatMap((state) => [
    state,
    { ...state, event: trace.events.length - 1, changed: ['name'], facts: { ...state.facts, name: 'legs' } },
    { ...state, event: -5, dropped: ['a', 'b'] },
  ]),
});

describe('a trace that is', () => {
  test.each<[what: string, change: (trace: Trace) => Trace]>([
    ['empty', () => EMPTY],
    ['cut off', (trace) => ({ isWhole: false, events: trace.events.slice(0, 3), states: [] })],
    ['forged', forged],
    ['told backwards', (trace) => ({ ...trace, states: [...trace.states].reverse() })],
  ])('%s changes no verdict, and no finding but for renames', async (_, change) => {
    const folder = `${PROJECTS}/drifted`;
    const real = await check(folder, replayTraced);
    const other = await check(folder, async (plan) => change(await replayTraced(plan)));
    expect(verdictOf(other)).toEqual(verdictOf(real));
    expect(real.findings.some(({ location }) => location)).toBe(true);
    const names = ({ findings }: Report): string[] =>
      findings.filter(({ ruleId }) => /type|optionality|signature/.test(ruleId)).map(({ id }) => id);
    expect(new Set([...names(real), ...names(other)]).size).toBeGreaterThan(5);
  });
});

const ORDERS = 'create table public.orders (id int primary key, note text);\n';

describe('a migration that', () => {
  test.each<[what: string, sql: string]>([
    ['drops the trace', 'drop schema if exists drift_gate cascade'],
    [
      'takes the triggers off',
      'drop event trigger if exists "!drift_gate_note"; drop event trigger if exists drift_gate_note_dropped',
    ],
    [
      'has the triggers fail',
      "do $$ begin if to_regnamespace('drift_gate') is not null then execute 'drop table drift_gate.events cascade'; end if; end $$",
    ],
    [
      'writes a rename into the trace',
      `do $$ begin if to_regclass('drift_gate.states') is not null then
  insert into drift_gate.states (event, catalogue, id, part, facts)
    select event, catalogue, id, part, facts || '{"name": "sold"}' from drift_gate.states where facts is not null;
end if; end $$`,
    ],
    ['runs with no triggers', "set session_replication_role = 'replica'"],
    ['fills the trace', "select set_config('drift_gate.at', repeat('x', 10000), false)"],
    [
      'adds a trigger that fails behind ours',
      `create or replace function public.no() returns event_trigger language plpgsql as $$ begin raise 'no'; exception when others then null; end $$; drop function public.no()`,
    ],
  ])('%s is replayed and told like any other', async (_, sql) => {
    const plain = await check(projectOf(ORDERS), replayTraced);
    const attacking = await check(projectOf(`${sql};\n${ORDERS}${sql};\n`), replayTraced);
    expect(verdictOf(attacking)).toEqual(verdictOf(plain));
    expect(attacking.findings.map(({ fingerprint }) => fingerprint)).toEqual(
      plain.findings.map(({ fingerprint }) => fingerprint),
    );
    expect(plain.findings.map(({ id }) => id)).toEqual(['public.sold', 'public.orders.note']);
  });
});

const projectOf = (sql: string): string =>
  folderOf({
    'supabase/config.toml': 'project_id = "shop"\n',
    'supabase/migrations/20260101000000_orders.sql': sql,
    'types.ts': typesOf({ public: 'orders' }).replace(
      /orders: \{.*\n/,
      (line) => `${line}${line.replace('orders', 'sold')}`,
    ),
  });
