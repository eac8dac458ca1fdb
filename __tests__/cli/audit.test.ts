// The audit from the command line: run here against a database that is served on a loopback port.

import { readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/report/report.ts';
import { folderOf } from '../project/disk/folder.ts';
import { htmlOf, tagsOf } from '../report/markdown-page.ts';
import { startGate } from '../tools/cli-runs.ts';
import { type LiveDatabaseForTests, startLive } from '../tools/live-database.ts';
import { runHere } from './run-here.ts';
import { SHOP, stateOf } from './shop.ts';
import { AUDIT, env, expectAllTracked, planOf } from './tracked.ts';

/** All formats, written into a folder. */
const FORMATS = ['text', 'json', 'markdown', 'sarif', 'html'] as const;
const outputsIn = (folder: string): string[] =>
  FORMATS.flatMap((format) => ['--output', `${format}=${join(folder, format)}`]);

test.each(['backoffice', 'interface-types'])(
  'an untouched clone of %s is in sync, and its inventory says that all is tracked',
  expectAllTracked,
);

const NAMES = [
  'say "hi"',
  'a.b',
  'a`b``c',
  'a|b',
  'two\nlines',
  '<img src=x>',
  '</script> @everyone',
  '\u001b[31m\u202e',
];
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** What somebody made in the dashboard: an object of each kind for each name. */
const HOSTILE = NAMES.map(
  (name) => `create table ${quoted(name)} (${quoted(name)} int primary key);
alter table orders add column ${quoted(name)} text;
create index ${quoted(`index ${name}`)} on orders (id);
create policy ${quoted(`policy ${name}`)} on orders using (true);
create type ${quoted(`enum ${name}`)} as enum ('${name}');
create function ${quoted(`call ${name}`)}(${quoted(name)} int) returns int language sql as 'select 1';`,
).join('\n');

describe('a live database that somebody changed', () => {
  let live: LiveDatabaseForTests;
  beforeAll(async () => {
    live = await startLive(planOf(folderOf(SHOP)), HOSTILE);
  });
  afterAll(() => live.stop());

  /** Controls but for the line end, and what turns the direction of writing. */
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const ACTS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e]/;

  test('hostile names do nothing in any output, and stay what they are', async () => {
    const project = folderOf(SHOP);
    const outside = folderOf({ 'x/': '' });
    const inventory = join(outside, 'docs/inventory.md');
    const wanted = [...outputsIn(outside), '--inventory', inventory];
    const audited = await runHere([...AUDIT, ...wanted], { cwd: project, env: env(live.url) });
    expect({ code: audited.code, stderr: audited.stderr }).toEqual({ code: 1, stderr: '' });
    const texts = [...FORMATS.map((format) => join(outside, format)), inventory].map((file) =>
      readFileSync(file, 'utf8'),
    );
    for (const text of [...texts, audited.stdout]) {
      expect(text).not.toMatch(ACTS);
      expect(text).not.toContain(new URL(live.url).host);
    }
    const [, json = '', markdown = '', , html = '', document = ''] = texts;
    for (const text of [markdown, document])
      expect(tagsOf(htmlOf(text)).opened.filter((tag) => tag === 'img' || tag === 'script')).toEqual([]);
    expect(html).not.toMatch(/<img src=x>|<\/script> @/);
    const report: Report = JSON.parse(json);
    const ids = report.findings
      .filter(({ subject }) => subject.kind === 'table')
      .map(({ subject }) => subject);
    expect(ids.map((subject) => 'schema' in subject && subject.name).sort()).toEqual([...NAMES].sort());
    expect(report.audits).toMatchObject([{ live: 1 + NAMES.length, git: 1 }]);
  });

  test('what is accepted is shown, fails no audit, and is nothing to a check', async () => {
    const project = folderOf(SHOP);
    const accept = ['accept', '--quiet', '--allow-writable-role', '--live', live.url];
    const accepted = await runHere([...accept, '--reason', 'known'], { cwd: project });
    expect({ code: accepted.code, stderr: accepted.stderr }).toEqual({ code: 0, stderr: '' });
    const held = await runHere([...AUDIT, '--format', 'json'], { cwd: project, env: env(live.url) });
    const heldReport: Report = JSON.parse(held.stdout);
    expect({ code: held.code, status: heldReport.status }).toEqual({ code: 0, status: 'drifted' });
    expect((await runHere(['check', '--quiet'], { cwd: project })).code).toBe(0);
  });

  let proxy: Server | undefined;
  afterEach(() => {
    proxy?.close();
  });

  /** A connection to the live database that is cut when so many bytes have come back. */
  async function cutAfter(bytes: number): Promise<string> {
    const { hostname, port } = new URL(live.url);
    proxy = createServer((client) => {
      const server = connect(Number(port), hostname);
      let passed = 0;
      for (const socket of [client, server]) socket.on('error', () => undefined);
      client.on('data', (data) => server.write(data));
      client.on('close', () => server.destroy());
      server.on('data', (data) => {
        passed += data.length;
        if (passed < bytes) client.write(data);
        else for (const socket of [client, server]) socket.destroy();
      });
    });
    await new Promise<void>((resolve) => proxy?.listen(0, '127.0.0.1', resolve));
    const address = proxy.address();
    const url = new URL(live.url);
    url.port = String(typeof address === 'object' ? address?.port : '');
    return url.href;
  }

  test.each([1, 2_000, 20_000])(
    'a connection that is lost after %d bytes is exit 2 with a remedy, and nothing is written',
    async (bytes) => {
      const url = await cutAfter(bytes);
      const project = folderOf(SHOP);
      const before = stateOf(project);
      const args = [...AUDIT, '--format', 'json', '--inventory', 'inventory.md'];
      const { code, stdout, stderr } = await runHere(args, { cwd: project, env: env(url) });
      const report: Report = JSON.parse(stdout);
      expect({ code, stderr, status: report.status }).toEqual({ code: 2, stderr: '', status: 'failed' });
      expect(report.failure?.remedy).toMatch(/\S\.$/);
      expect(stdout).not.toContain(new URL(url).port);
      expect(stateOf(project)).toBe(before);
    },
  );

  test.each([700, 2000])('SIGINT after %d ms leaves nothing half-written', async (moment) => {
    const project = folderOf(SHOP);
    const before = stateOf(project);
    const args = [...AUDIT, '--inventory', 'inventory.md', '--output', 'json=report.json'];
    const { child, ended } = startGate(args, { cwd: project, env: env(live.url) });
    const timer = setTimeout(() => child.kill('SIGINT'), moment);
    const { code, signal } = await ended;
    clearTimeout(timer);
    // On a fast machine it may have come to its end before.
    if (code === 1) {
      expect(JSON.parse(readFileSync(join(project, 'report.json'), 'utf8')).status).toBe('drifted');
      return;
    }
    expect(signal ?? code).toBe(signal === null ? 130 : 'SIGINT');
    expect(stateOf(project)).toBe(before);
  });
});

describe('an audit that can not begin', () => {
  const refusalOf = async (
    cwd: string,
    args: string[],
    given: Record<string, string> = {},
  ): Promise<string> => {
    const before = stateOf(cwd);
    const { code, stdout } = await runHere([...AUDIT, '--format', 'json', ...args], { cwd, env: given });
    const report: Report = JSON.parse(stdout);
    expect({ code, status: report.status }).toEqual({ code: 2, status: 'failed' });
    expect(stateOf(cwd)).toBe(before);
    expect(stdout).not.toContain('hunter2');
    return report.failure?.message ?? '';
  };

  test('says what is missing or wrong, and never the address', async () => {
    const project = folderOf({ ...SHOP, 'folder.md/x': '', 'damaged.md': '<!-- drift-gate:inventory -->\n' });
    expect(await refusalOf(project, [])).toBe('The live database is not named.');
    const url = 'postgresql://postgres:hunter2@127.0.0.1:1/postgres?sslmode=disable';
    expect(await refusalOf(project, [], env(url))).not.toContain('127.0.0.1');
    expect(await refusalOf(project, ['--inventory', 'folder.md'], env(url))).toBe(
      'folder.md is a folder, not a file.',
    );
    expect(await refusalOf(project, ['--inventory', 'damaged.md'], env(url))).toContain('does not end');
    writeFileSync(join(project, 'supabase/drift-baseline.json'), '{');
    expect(await refusalOf(project, [], env(url))).toContain('The baseline');
  });
});
