// Types that the real CLI made of a native PostgreSQL 15 with the real extensions, whose versions are others than the
// embedded ones: those are told, once an extension, and what the project did itself stays a finding. Both resets agree.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import type { Report } from '../../src/report/report.ts';
import { SHOP } from '../cli/shop.ts';
import { folderOf } from '../project/disk/folder.ts';
import { CLI_3, gate, versionKnown } from '../tools/cli-runs.ts';
import { startLive } from '../tools/live-database.ts';
import {
  findNativePostgres,
  type Installation,
  type NativeServer,
  startNative,
} from '../tools/native-postgres.ts';
import { CLI_3 as GENERATOR, generate } from '../tools/real-cli.ts';
import { closeKept, runOn } from './kept-shadows.ts';

const MADE = `create table public.orders (id int primary key);
create extension postgis with schema public;
create extension fuzzystrmatch with schema public;
create extension pg_walinspect with schema public;
`;
const MOVED = MADE.replaceAll('schema public', 'schema extensions');
const MIGRATION = 'supabase/migrations/20260101000000_orders.sql';

const native = findNativePostgres();
const hasPostgis =
  !('missing' in native) && readdirSync(join(native.shared, 'extension')).includes('postgis.control');

if ('missing' in native || native.major !== 15 || !hasPostgis) {
  test.skip('types of PostgreSQL 15 with PostGIS were not made: it is not installed', () => undefined);
} else {
  describe('types of a native PostgreSQL 15 with PostGIS', () => askNative(native));
}

function askNative(installation: Installation): void {
  let server: NativeServer;
  let types = '';

  beforeAll(async () => {
    server = await startNative(installation);
    const url = server.createDatabase('shop');
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query(MADE);
    await client.end();
    types = await generate(GENERATOR, folderOf(SHOP), url);
  }, 60_000);
  afterAll(async () => {
    await closeKept();
    await server.stop();
  });

  const projectOf = (sql: string, given = types): string =>
    folderOf({
      'supabase/config.toml': 'project_id = "shop"\n[db]\nmajor_version = 15\n',
      [MIGRATION]: sql,
      'types.ts': given,
    });

  const by = (
    command: 'check' | 'fix' | 'accept' | 'audit' | 'audit',
    folder: string,
    given = {},
  ): Promise<Report> => runOn('2026-06-15', command, folder, given);
  const byCli = async (folder: string): Promise<Report> => {
    const args = ['--reset-with', 'supabase-cli', '--supabase-cli', versionKnown(CLI_3, '3.1.0')];
    const { stdout } = await gate(['check', ...args, '--format', 'json', '--quiet'], { cwd: folder });
    return JSON.parse(stdout);
  };
  const typesIn = (folder: string): string => readFileSync(join(folder, 'types.ts'), 'utf8');

  const told = ({ status, findings }: Report): string[] => [
    status,
    ...findings.map(({ ruleId, id, location }) => `${ruleId} ${id} at line ${location?.line}`),
  ];

  describe.each([
    ['the built-in reset', (folder: string) => by('check', folder)],
    ['the reset of the Supabase CLI', byCli],
  ])('with %s', (_, check) => {
    test('are in sync, with one notice an extension', async () => {
      const report = await check(projectOf(MADE));
      expect(told(report)).toEqual(['in-sync']);
      const versions = report.notices.filter(({ code }) => code === 'extension-differs');
      expect(versions.map(({ message }) => /`(.*?)`/.exec(message)?.[1]).sort()).toEqual([
        'fuzzystrmatch',
        'pg_walinspect',
        'postgis',
      ]);
    });

    test('have extensions in another schema: one finding each, at the statement', async () => {
      const report = await check(projectOf(MOVED));
      expect(told(report)).toEqual([
        'drifted',
        'extension-moved postgis at line 2',
        'extension-moved fuzzystrmatch at line 3',
        'extension-moved pg_walinspect at line 4',
      ]);
      expect(report.findings[0]?.message).toContain('in schema `public`');
      expect(report.findings[0]?.message).toContain('in schema `extensions`');
    });
  });

  test.each([
    ['replayed', MOVED],
    ['not replayed', `${MOVED}alter table public.missing add column x int;`],
  ])('are told once an extension by an audit, with Git %s', async (_, sql) => {
    const file = { file: '20260101000000_orders.sql', version: '20260101000000', name: 'orders', sql: MOVED };
    const live = await startLive({ migrations: [file] });
    const report = await by('audit', projectOf(sql), { live: live.url });
    const accepted = projectOf(sql);
    await by('accept', accepted, { live: live.url, object: ['postgis'], reason: 'moved by hand' });
    const rest = await by('audit', accepted, { live: live.url });
    await live.stop();
    const ofTypes = report.findings.filter(({ typesLocation }) => typesLocation !== undefined);
    expect(ofTypes.map(({ ruleId, id }) => `${ruleId} ${id}`)).toEqual([
      'types-out-of-date postgis',
      'types-out-of-date fuzzystrmatch',
      'types-out-of-date pg_walinspect',
    ]);
    expect(rest.findings).toHaveLength(report.findings.length - 1);
    expect(rest.findings.map(({ id }) => id)).not.toContain('postgis');
    expect(ofTypes[0]?.message).toContain('but in schema `extensions` in the live database');
  });

  test('lose a function that a migration made and dropped, under the name of one of an extension', async () => {
    const own = `${MADE}create function public.unlockrows(a int, b int) returns int language sql as 'select 1';
drop function public.unlockrows(int, int);
alter table public.orders add column total int;
`;
    const folder = projectOf(own);
    const report = await by('check', folder);
    expect(told(report)).toEqual([
      'drifted',
      'column-added public.orders.total at line 7',
      'function-removed public.unlockrows() at line 6',
    ]);
    // What differs by version stays as it is: addauth is not deleted, daitch_mokotoff not written.
    expect((await by('fix', folder)).status).toBe('in-sync');
    const fixed = typesIn(folder);
    expect(fixed).toMatch(/"total": number \| null/);
    expect(fixed).toContain('addauth');
    expect(fixed).not.toMatch(/unlockrows|daitch_mokotoff/);
    expect(told(await by('check', folder))).toEqual(['in-sync']);
  });

  test('are accepted by the name of an extension, and lose by fix what went with one', async () => {
    const folder = projectOf(MOVED);
    await by('accept', folder, { object: ['postgis'], reason: 'moved by hand' });
    expect(told(await by('check', folder))).toEqual([
      'drifted',
      'extension-moved fuzzystrmatch at line 3',
      'extension-moved pg_walinspect at line 4',
    ]);
    await by('fix', folder);
    expect(typesIn(folder)).not.toMatch(/st_area|spatial_ref_sys|soundex/);
    await by('accept', folder, { prune: true });
    expect(told(await by('check', folder))).toEqual(['in-sync']);
  });
}
