// Types that Git tracks and a search leaves out, on real files with a real index: each is named with the reason.

import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { discoverProject } from '../../src/files/discover.ts';
import { trackedFiles } from '../../src/files/tracked.ts';
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
  return notices.filter(({ code }) => code === 'types-left-out').map(({ message }) => message);
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
      'its `Database` is not written as one object type',
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
