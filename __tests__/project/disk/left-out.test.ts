// Types that Git tracks and a search leaves out, on real files with a real index: each is named with the reason.

import { execFileSync } from 'node:child_process';
import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { discoverProject } from '../../../src/project/disk/discover.ts';
import { trackedFiles } from '../../../src/project/disk/git/tracked.ts';
import { folderOf, PROJECT, typesOf } from './folder.ts';

const DECOY = { ...PROJECT, 'src/decoy.ts': typesOf('orders') };
const REAL = typesOf('real');

const gitIn = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });

/** The files in a repository that tracks them all, ignored or not. */
function tracked(files: Record<string, string | Uint8Array>, ...init: string[]): string {
  const folder = folderOf(files);
  gitIn(folder, 'init', '--quiet', ...init);
  gitIn(folder, 'add', '--force', '.');
  return folder;
}

function leftOut(folder: string, project = '.'): string[] {
  const { notices } = discoverProject(project, { cwd: folder });
  return notices
    .filter(({ code }) => /^types-(left-out|elsewhere)$/.test(code))
    .map(({ message }) => message);
}

const told = (path: string, why: string): string =>
  `Git tracks 1 file that looks like generated types and was not compared: \`${path}\` (${why}). Name the types that count with \`--types FILE\`.`;

describe('a tracked types file', () => {
  test.each([
    ['a .gitignore names it', 'src/database.types.ts', REAL, { '.gitignore': 'database.types.ts\n' }],
    ['a .gitignore names it', 'gen/types.ts', REAL, { '.gitignore': '/gen/\n' }],
    ['it is larger than 8 MiB', 'src/types.ts', `// ${' '.repeat(8 * 1024 * 1024)}\n${REAL}`, {}],
    [
      'it lies in src/, which is another project: it has supabase/migrations',
      'src/types.ts',
      REAL,
      { 'src/supabase/migrations/x': '', 'lib/decoy.ts': typesOf('orders') },
    ],
    ['it lies in dist/, which is not searched', 'dist/types.d.ts', REAL, {}],
    ['it lies in .gen/, which is not searched', '.gen/types.ts', REAL, {}],
    [
      'its schemas are not written in one object type at the top level',
      'src/types.ts',
      REAL.replace('Database = {', "Database = Omit<Other, 'public'> & {"),
      {},
    ],
    [
      "it holds schemas of Supabase's own alone",
      'src/auth.ts',
      typesOf('users').replace('public', 'auth'),
      {},
    ],
    [
      'it writes names with escapes such as \\u0041',
      'src/types.ts',
      REAL.replace('Tables', '\\u0054ables'),
      {},
    ],
    ['it writes names with escapes such as \\u0041', 'src/types.ts', REAL.replace('Row', "'\\x52ow'"), {}],
    [
      'it writes names with escapes such as \\u0041',
      'src/types.ts',
      `// Tables, Row\n${REAL.replace('Tables', 'T\\u{000061}bles')}`,
      {},
    ],
    [
      'its schemas are not written in one object type at the top level',
      'src/types.ts',
      REAL.replace('Database', '\\u0044atabase'),
      {},
    ],
    [
      'it takes its types from ./real, which Git does not track',
      'src/database.types.ts',
      "import a from './a';\nexport * from './real';\n",
      {},
    ],
    [
      'it takes its types from ../real.js, which Git does not track',
      'src/supabase-types.mts',
      "export type { Database } from '../real.js';\n",
      {},
    ],
    ['it holds no types any more', 'src/database.types.ts', '', {}],
    [
      'it holds no types any more',
      'src/database.types.ts',
      '{"_tag":"Error","error":{"message":"Not linked"}}',
      {},
    ],
  ])('is named beside the one that is found: %s', (why, path, text, files) => {
    const { 'src/decoy.ts': decoy, ...project } = DECOY;
    const own = 'lib/decoy.ts' in files ? project : { ...project, 'src/decoy.ts': decoy };
    expect(leftOut(tracked({ ...own, ...files, [path]: text }))).toEqual([told(path, why)]);
  });

  test.each([
    [
      'after a comment',
      REAL.replace(/export type Database = (.*)$/s, "/**/export type Database = Pick<$1, 'public'>"),
    ],
    ['on two lines', REAL.replace(/type Database = (.*)$/s, "type\nDatabase = Pick<$1, 'public'>")],
    ['under another name', REAL.replace(/Database = (.*)$/s, "DB = Omit<$1, 'x'>")],
    ['in a namespace', `export namespace Supabase {\n${REAL}}\n`],
    ['in one that is never closed', `declare module Supabase.Types {\n${REAL}`],
    [
      'with rows in another type',
      REAL.replace(/Row: (\{.*?\})/, 'Row: Readonly<$1>').replace('= {', '= Q & {'),
    ],
    [
      'with the tables in another type',
      REAL.replace(/\{ real: .*\}/, 'T').concat(
        'type T = { real: { Row: { id: 1 }; Insert: {}; Update: {} } };',
      ),
    ],
  ])('is named, however it is declared: %s', (_, text) => {
    const why = 'its schemas are not written in one object type at the top level';
    expect(leftOut(tracked({ ...DECOY, 'src/real.ts': text }))).toEqual([told('src/real.ts', why)]);
  });

  test.each([
    ['UTF-16, little-endian', Buffer.from(`\uFEFF${REAL}`, 'utf16le')],
    ['UTF-16, big-endian', Buffer.from(`\uFEFF${REAL}`, 'utf16le').swap16()],
  ])('in %s is found beside another, or named when it is composed', (_, bytes) => {
    const texts = () => discoverProject('.', { cwd: tracked({ ...DECOY, 'src/real.ts': bytes }) }).typesFiles;
    expect(texts().map(({ path }) => path)).toEqual(['src/decoy.ts', 'src/real.ts']);
    const isBig = bytes[0] === 0xfe;
    const composed = Buffer.from(`\uFEFF${REAL.replace('= {', '= Q & {')}`, 'utf16le');
    const large = Buffer.from(`\uFEFF${' '.repeat(4 * 1024 * 1024)}${REAL}`, 'utf16le');
    const folder = tracked({
      ...DECOY,
      'src/composed.ts': isBig ? composed.swap16() : composed,
      'src/large.ts': isBig ? large.swap16() : large,
    });
    expect(leftOut(folder)).toEqual([
      expect.stringMatching(
        /`src\/composed\.ts` \(its schemas .*`src\/large\.ts` \(it is larger than 8 MiB\)/,
      ),
    ]);
  });

  test.each(['tsx', 'TS', 'mtsx'])('that ends in .%s is named', (ending) => {
    expect(leftOut(tracked({ ...DECOY, [`src/real.${ending}`]: REAL }))).toEqual([
      told(`src/real.${ending}`, `a search does not read files that end in .${ending}`),
    ]);
  });

  test.each(['mts', 'cts', 'd.ts'])('that ends in .%s and is composed is named', (ending) => {
    const text = REAL.replace('= {', '= Q & {');
    expect(leftOut(tracked({ ...DECOY, [`src/real.${ending}`]: text }))).toEqual([
      told(`src/real.${ending}`, 'its schemas are not written in one object type at the top level'),
    ]);
  });

  test('that is a symbolic link is named, unless what it leads to is taken or named', () => {
    const outside = folderOf({ 'types.txt': REAL });
    const folder = folderOf({
      ...DECOY,
      'gen/types.txt': REAL,
      'dist/types.ts': REAL,
      'src/code.txt': 'Tables',
    });
    const link = (path: string, target: string): void => symlinkSync(target, join(folder, path));
    link('src/real.ts', '../gen/types.txt');
    link('src/code.ts', 'code.txt');
    link('src/folder.ts', '../gen');
    link('src/same.ts', 'decoy.ts');
    link('src/built.ts', '../dist/types.ts');
    link('src/database.types.ts', join(outside, 'types.txt'));
    link('src/outside.ts', join(outside, 'types.txt'));
    gitIn(folder, 'init', '--quiet');
    gitIn(folder, 'add', '--force', '.');
    const { notices } = discoverProject('.', { cwd: folder });
    expect(notices.map(({ message }) => message.replace(/^.*: (.*)\. Name .*$/, '$1'))).toEqual([
      '`dist/types.ts` (it lies in dist/, which is not searched), `src/database.types.ts` (it is a symbolic link that leads out of the repository), `src/real.ts` (it is a symbolic link, which is not searched)',
    ]);
  });

  test('around a project that has types of its own is named', () => {
    const folder = tracked({
      'web/supabase/migrations/1_a.sql': '',
      'web/decoy.ts': typesOf('orders'),
      'packages/db/types.ts': REAL,
    });
    expect(leftOut(folder, 'web')).toEqual([
      told('../packages/db/types.ts', 'it lies outside of the project, which has types of its own'),
    ]);
  });

  test('is named in the error, when no other is found', () => {
    const folder = tracked({ ...PROJECT, '.gitignore': 'types.ts\n', 'types.ts': REAL });
    expect(() => leftOut(folder)).toThrow(/ Left out: `types\.ts` \(a \.gitignore names it\)\.$/);
  });

  test('is not named when the user names types, or it was compared', () => {
    const folder = tracked({ ...DECOY, 'dist/types.ts': REAL });
    expect(discoverProject('.', { cwd: folder, types: ['src/decoy.ts'] }).notices).toEqual([]);
    expect(leftOut(tracked({ ...DECOY, 'src/copy.ts': DECOY['src/decoy.ts'] }))).toEqual([]);
  });
});

test.each([
  ['untracked', (folder: string) => void gitIn(folder, 'rm', '--cached', '--quiet', 'dist/types.ts')],
  ['without Git', (folder: string) => rmSync(join(folder, '.git'), { recursive: true })],
  [
    'with an index cut off',
    (folder: string) => writeFileSync(join(folder, '.git/index'), 'DIRC\0\0\0\u0002\0\0'),
  ],
  [
    'with an index of nonsense',
    (folder: string) =>
      writeFileSync(join(folder, '.git/index'), 'DIRC\0\0\0\u0002\u00ff\u00ff\u00ff\u00ffxx'),
  ],
])('files %s are not named, and nothing fails', (_, change) => {
  const folder = tracked({ ...DECOY, 'dist/types.ts': REAL });
  change(folder);
  expect(leftOut(folder)).toEqual([]);
});

test('other TypeScript is not named: wrappers, clients, scripts', () => {
  const folder = tracked({
    ...DECOY,
    'dist/client.ts': 'export const Tables = { Row: 1 };',
    'src/db.ts':
      "import type { Database as G } from './decoy.ts';\nexport type Database = MergeDeep<G, { public: { Views: { a: { Row: { id: number } } } } }>;",
    'src/empty.ts': '',
    'src/database.types.ts':
      "import type { A } from './not-there';\nexport * from './decoy';\nexport type { Q } from '../dist/client.js';\nexport * from './lib';\nexport * from './lib/index';\nexport type { B } from '@acme/b';",
    'src/lib/index.ts': 'export {};',
    'src/escapes.ts': "export const PARTS = /[\\u0054\\x52]\\u{110000}/; // 'Tables', 'Row'",
    'src/alias.ts':
      "import type { Database, Tables, TablesInsert } from './decoy.ts';\nexport type DB = Database;\nexport type Row = Tables<'orders'>; type Insert = TablesInsert<'orders'>; type Update = Database['public']['Tables']['orders']['Update']; // Views, Functions: graphql_public",
    'src/generic.ts':
      'export type GenericTable = { Row: Record<string, unknown>; Insert: Record<string, unknown>; Update: Record<string, unknown> };\nexport type GenericSchema = { Tables: Record<string, GenericTable>; Views: Record<string, GenericTable>; Functions: Record<string, unknown> };',
    'src/overrides.ts':
      "import type { Database as G } from './decoy.ts';\nexport type DB = MergeDeep<G, { public: { Tables: { a: { Row: { id: 1 }; Insert: { id: 1 }; Update: { id: 1 } } } } }>;",
    'src/component.tsx':
      "import type { Tables } from './decoy.ts';\nexport const Row = (p: { Row: Tables<'orders'>; Insert: () => void; Update: () => void }) => <Table Tables={p} Views={1} Functions={2} />;",
    'src/comment.ts': `/*\n${REAL}*/ // Tables: { Row: { Insert: { Update: {`,
    'src/write-types.ts': `const write = () => \`${REAL}\`;`,
  });
  expect(leftOut(folder)).toEqual([]);
});

describe('the index of Git is read as Git reads it', () => {
  const FILES = {
    'a.ts': 'a',
    'a/b/c.ts': 'b',
    'a/b/cd.ts': 'c',
    'né 日本/x.ts': 'd',
    [`${'long/'.repeat(30)}x.ts`]: 'e',
  };
  const listed = (folder: string): string[] => gitIn(folder, 'ls-files', '-z').split('\0').slice(0, -1);

  test.each(['2', '3', '4'])('in version %s', (version) => {
    const folder = tracked(FILES);
    gitIn(folder, 'update-index', '--index-version', version);
    if (version === '3') gitIn(folder, 'update-index', '--skip-worktree', 'a/b/c.ts');
    expect(trackedFiles(folder)).toEqual(listed(folder));
  });

  test('with ids of SHA-256, and in a linked work tree', () => {
    const folder = tracked(FILES, '--object-format=sha256');
    expect(trackedFiles(folder)).toEqual(listed(folder));
    gitIn(folder, 'commit', '--quiet', '--message', 'All');
    gitIn(folder, 'worktree', 'add', '--quiet', 'linked');
    expect(trackedFiles(join(folder, 'linked'))).toEqual(listed(join(folder, 'linked')));
  });

  test('but for one that is split over two files, of which nothing is said', () => {
    const folder = tracked(FILES);
    gitIn(folder, 'update-index', '--split-index');
    expect(trackedFiles(folder)).toBeUndefined();
  });
});

test('what lies elsewhere in the repository, where other projects may have it, is no warning', () => {
  const folder = tracked({
    'apps/a/supabase/migrations/20260101000000_a.sql': 'select 1;',
    'apps/a/types.ts': REAL,
    'apps/b/types.ts': typesOf('orders'),
  });
  const { notices } = discoverProject('apps/a', { cwd: folder });
  expect(notices.filter(({ code }) => code.startsWith('types-')).map(({ code }) => code)).toEqual([
    'types-elsewhere',
  ]);
});
