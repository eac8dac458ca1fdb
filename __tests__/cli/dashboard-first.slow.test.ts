// A team that designed its tables in the dashboard for years and keeps migrations since last spring: 101 tables are
// live, Git creates 39, of which 9 are not live. First the truth, asked of PostgreSQL, and what an audit says; then what
// counting says.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openEmbedded } from '../../src/database/embedded/engine.ts';
import { replay } from '../../src/database/embedded/replay.ts';
import type { Session } from '../../src/database/session.ts';
import { newFolder } from '../tools/folders.ts';
import { type LiveDatabaseForTests, startLive } from '../tools/live-database.ts';
import { historyOf, projectToReplay } from '../tools/projects.ts';
import { type JsonReport, PROJECTS, ROOT } from './run.ts';
import { runHere } from './run-here.ts';

const HOME = `${PROJECTS}/dashboard-first`;
const read = (file: string): string => readFileSync(`${HOME}/${file}`, 'utf8');

const README = readFileSync(`${ROOT}README.md`, 'utf8');

const expected: {
  tracked: string[];
  unmanaged: string[];
  missing: string[];
  required: Record<string, number>;
} = JSON.parse(read('expected.json'));
const { tracked, unmanaged, missing } = expected;

const inPublic = (names: readonly string[]): string[] => names.map((name) => `public.${name}`).sort();

type AuditReport = Pick<JsonReport, 'status' | 'findings' | 'notRun'> & {
  inventory: {
    gitFrom: string;
    counts: object;
    coverage: number;
    relations: { id: string; git: boolean; file?: string; verdict: string }[];
  };
  baseSchema?: { required: { id: string; references: number }[] };
};

const folder = newFolder();

async function tablesOf(session: Session): Promise<string[]> {
  const { rows } = await session.query<{ name: string }>(
    `select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`,
  );
  return rows.map(({ name }) => name).sort();
}

describe.each(['replayable', 'unreplayable'])('%s', (variant) => {
  const { plan } = projectToReplay(`dashboard-first/${variant}`, folder);
  let live: LiveDatabaseForTests;
  beforeAll(async () => {
    live = await startLive(plan, read('changed-in-the-dashboard.sql'), read('base-schema.sql'));
  });
  afterAll(() => live.stop());

  test('101 tables are live, and every migration is applied', async () => {
    const there = await tablesOf(live.database);
    expect(there).toEqual([...tracked, ...unmanaged].sort());
    expect(there).toHaveLength(101);
    const recorded = (await historyOf(live.database)).map(({ version }) => version);
    expect(recorded).toEqual(plan.migrations.map(({ version }) => version));
  });

  describe('the audit', () => {
    let audited: { code: number | null; report: AuditReport };
    const page = path.join(folder, `${variant}.txt`);
    beforeAll(async () => {
      const options = ['--allow-writable-role', '--environment', 'production', '--quiet', '--format', 'json'];
      options.push('--output', `text=${page}`);
      const args = ['audit', '--project', variant, '--live', live.url, ...options];
      const { code, stdout } = await runHere(args, { cwd: HOME });
      audited = { code, report: JSON.parse(stdout) };
    });

    test('finds the 71, the 9, and nothing else', () => {
      const { code, report } = audited;
      const found = (rule: string): string[] =>
        report.findings.flatMap(({ ruleId, id }) => (ruleId === rule ? [id] : [])).sort();
      expect({ unmanaged: found('unmanaged'), missing: found('missing') }).toEqual({
        unmanaged: inPublic(unmanaged),
        missing: inPublic(missing),
      });
      expect(report.findings).toHaveLength(71 + 9);
      expect({ code, status: report.status }).toEqual({ code: 1, status: 'drifted' });
    });

    test('says of each table where it stands, and which share is in Git', () => {
      const { gitFrom, counts, coverage, relations } = audited.report.inventory;
      const those = (verdict: string): string[] =>
        relations.flatMap((relation) => (relation.verdict === verdict ? [relation.id] : [])).sort();
      expect({
        tracked: those('tracked'),
        unmanaged: those('base-schema-drift'),
        missing: those('not-live'),
      }).toEqual({
        tracked: inPublic(tracked),
        unmanaged: inPublic(unmanaged),
        missing: inPublic(missing),
      });
      expect({ counts, coverage }).toEqual({
        counts: { live: 101, git: 39, types: 101 },
        coverage: 29.7,
      });
      expect(gitFrom).toBe(variant === 'replayable' ? 'replay' : 'static');
      const withoutFile = relations.filter(({ git, file }) => git !== (file !== undefined));
      expect(withoutFile).toEqual([]);
    });

    test('is what the README shows, where the migrations can not be replayed', () => {
      const [, shown = ''] = /```console\n\$ export SUPABASE_DB_URL[^\n]*\n([\s\S]*?)```/.exec(README) ?? [];
      const [, ...parts] = `\n${shown.slice(shown.indexOf('\n') + 1)}`.split(/\n…\n|^\n/);
      expect(parts.length).toBeGreaterThan(4);
      const text = readFileSync(page, 'utf8');
      const missing = parts.filter((part) => !text.includes(part));
      expect(missing.length === 0).toBe(variant === 'unreplayable');
    });

    test('says what a base-schema migration must hold, where there must be one', () => {
      const { baseSchema, notRun } = audited.report;
      const required = baseSchema?.required.map(({ id, references }) => [id, references]) ?? [];
      const needed = Object.entries(expected.required).map(([name, uses]) => [`public.${name}`, uses]);
      expect(Object.fromEntries(required)).toEqual(
        variant === 'replayable' ? {} : Object.fromEntries(needed),
      );
      expect(notRun.map(({ part }) => part)).toEqual(variant === 'replayable' ? [] : ['structure']);
    });
  });
});

describe('what Git creates', () => {
  test('is 39 tables, 9 of them not live, where the migrations can be replayed', async () => {
    const { plan } = projectToReplay('dashboard-first/replayable', folder);
    const database = await openEmbedded({ extensions: [] });
    const outcome = await replay(database, plan, () => undefined);
    const built = await tablesOf(database);
    await database.close();
    expect(outcome.status).toBe('replayed');
    expect(built).toEqual([...tracked, ...missing].sort());
    expect([built.length, missing.length, unmanaged.length]).toEqual([39, 9, 71]);
  });

  test('can not be replayed where it stands on the base schema: the first migration fails', async () => {
    const { plan } = projectToReplay('dashboard-first/unreplayable', folder);
    const database = await openEmbedded({ extensions: [] });
    const outcome = await replay(database, plan, () => undefined);
    await database.close();
    expect(outcome).toMatchObject({
      status: 'failed',
      applied: 0,
      sqlState: '42P01',
      message: 'relation "public.clients" does not exist',
    });
  });
});

/** As a team's drift-resolution plan has them, but for the path of the types. */
const COUNT_LIVE = String.raw`sed -n '/^    Tables: {/,/^    Views: {/p' packages/types/src/supabase.ts \
  | grep -E "^      [a-z_]+: {$"`;
const COUNT_GIT = String.raw`grep -Eoh "CREATE\s+TABLE[^(]+" supabase/migrations/*.sql \
  | grep -v "^_" | sort -u`;

const withGnuTools = process.platform === 'linux' ? describe : describe.skip;

withGnuTools('counting with grep and sed, as GNU has them', () => {
  const bash = (variant: string, script: string): string =>
    execFileSync('bash', ['-c', script], { cwd: `${HOME}/${variant}`, encoding: 'utf8' });
  const namesIn = (text: string): string[] =>
    text
      .trim()
      .split('\n')
      .map((line) => line.replace(/^\s*(CREATE\s+TABLE( IF NOT EXISTS)?)?\s*(public\.)?/, ''))
      .map((line) => line.replace(/(:| PARTITION| as\b).*| +$/, '').replaceAll('"', ''));
  const without = (all: readonly string[], some: readonly string[]): string[] =>
    [...new Set(all)].filter((name) => !some.includes(name)).sort();

  test.each(['replayable', 'unreplayable'])('%s: 91 tables in the types, for 101', (variant) => {
    expect(Number(bash(variant, `${COUNT_LIVE} | wc -l`))).toBe(91);
    const counted = namesIn(bash(variant, COUNT_LIVE));
    expect(without(counted, [...tracked, ...unmanaged])).toEqual([]);
    // Digits, capitals, a space.
    expect(without([...tracked, ...unmanaged], counted)).toEqual([
      'OrderNotes',
      'Returns',
      'b2b_accounts',
      'campaigns_2026',
      'co2_footprints',
      'mood boards',
      'page_views_2025',
      'quotes_2025',
      'redirects_301',
      'vat_rates_2024',
    ]);
  });

  test.each(['replayable', 'unreplayable'])(
    '%s: 37 tables in Git, for 39: 11 that are none, one twice, and 14 left out',
    (variant) => {
      expect(Number(bash(variant, `${COUNT_GIT} | wc -l`))).toBe(37);
      const counted = namesIn(bash(variant, COUNT_GIT));
      expect(without(counted, [...tracked, ...missing])).toEqual([
        'archived_movements_%s', // made by a function that nobody called
        'cart_reminders', // dropped again
        'cart_sessions', // dropped again
        'deliveries', // renamed
        'price_lists_new', // renamed
        'product_bundle_items_v2', // in a comment within a comment
        'product_bundles_v2', // in a comment
        'sort_orders', // in a string
        'staging.import_files', // dropped with its schema
        'stock_moves', // renamed
        'wishlists', // in a file that is no migration
      ]);
      expect(without([...tracked, ...missing], counted)).toEqual([
        'audit_log',
        'chat_messages',
        'import_rows',
        'loyalty_points',
        'mood boards',
        'order',
        'product_tags',
        'quotes_2025',
        'reviews',
        'shipments',
        'staff_shifts',
        'stock_baseline',
        'stock_movements',
        'tags',
      ]);
    },
  );
});
