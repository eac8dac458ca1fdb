// The CLI's version in lockfiles. Those of fixtures/lockfiles were written by the package managers themselves, for one
// workspace: its root asks for supabase ^2.120.0, and apps/api (`@shop/api`) for 3.0.0. For Yarn, which resolves the
// CLI's packages of every platform, these were mapped to that of Linux.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { cliVersionOf, type LockfileName } from '../../src/project/cli-version.ts';

const textOf = (name: string): string =>
  readFileSync(new URL(`fixtures/lockfiles/${name}`, import.meta.url), 'utf8');

const LOCKS = {
  'npm 11': { name: 'package-lock.json', text: textOf('npm-11.json') },
  'pnpm 10': { name: 'pnpm-lock.yaml', text: textOf('pnpm-10.yaml') },
  'Bun 1.4': { name: 'bun.lock', text: textOf('bun-1.lock') },
  'Yarn 1': { name: 'yarn.lock', text: textOf('yarn-1.lock') },
  'Yarn 4': { name: 'yarn.lock', text: textOf('yarn-4.lock') },
} as const satisfies Record<string, { name: LockfileName; text: string }>;

const at = (folder: string, asked: readonly string[] = []) => ({ folder, asked });

const API = at('apps/api', ['3.0.0', '^2.120.0']);
const ROOT = at('', ['^2.120.0']);

describe('a workspace whose root has 2.122.1, and where apps/api has 3.0.0', () => {
  test.each(Object.entries(LOCKS))('%s, written by its package manager', (_, { name, text }) => {
    expect(cliVersionOf(name, text, ROOT)).toBe('2.122.1');
    expect(cliVersionOf(name, text, API)).toBe('3.0.0');
    expect(cliVersionOf(name, text, { ...API, folder: 'apps/api/database' })).toBe('3.0.0');
    expect(cliVersionOf(name, text, { ...ROOT, folder: 'apps/web' })).toBe('2.122.1');
    expect(cliVersionOf(name, text.replaceAll('\n', '\r\n'), API)).toBe('3.0.0');
  });
});

const BEFORE: [string, LockfileName, string][] = [
  [
    'npm 6',
    'package-lock.json',
    '{"lockfileVersion":1,"dependencies":{"supabase":{"version":"1.191.3","dev":true}}}',
  ],
  ['npm shrinkwrap', 'npm-shrinkwrap.json', '{"packages":{"node_modules/supabase":{"version":"1.191.3"}}}'],
  [
    'pnpm 7',
    'pnpm-lock.yaml',
    'lockfileVersion: 5.4\n\nspecifiers:\n  supabase: ^1.0.0\n\ndevDependencies:\n  supabase: 1.191.3\n\npackages:\n',
  ],
  [
    'pnpm 8',
    'pnpm-lock.yaml',
    "lockfileVersion: '6.0'\n\ndevDependencies:\n  supabase:\n    specifier: ^1.0.0\n    version: 1.191.3(supports-color@8.1.1)\n",
  ],
  [
    'pnpm 7, a workspace',
    'pnpm-lock.yaml',
    'importers:\n\n  .:\n    specifiers:\n      supabase: ^1.0.0\n    devDependencies:\n      supabase: 1.191.3_typescript@5.0.0\n',
  ],
  [
    'Yarn 1',
    'yarn.lock',
    '# yarn lockfile v1\n\n\nsupabase@^1.0.0, supabase@^1.190.0:\n  version "1.191.3"\n  resolved "https://registry.yarnpkg.com/supabase/-/supabase-1.191.3.tgz#1"\n',
  ],
  [
    'Yarn 2',
    'yarn.lock',
    '__metadata:\n  version: 6\n\n"supabase@npm:^1.0.0, supabase@npm:^1.190.0":\n  version: 1.191.3\n  resolution: "supabase@npm:1.191.3"\n',
  ],
];

describe('older lockfiles', () => {
  test.each(BEFORE)('%s', (_, name, text) => {
    expect(cliVersionOf(name, text, at('supabase-project'))).toBe('1.191.3');
  });
});

test('a release before a release is one too', () => {
  const text = '{"packages":{"node_modules/supabase":{"version":"3.2.0-beta.4"}}}';
  expect(cliVersionOf('package-lock.json', text, ROOT)).toBe('3.2.0-beta.4');
});

describe('none is told', () => {
  const NOTHING: [string, LockfileName, string][] = [
    [
      'where only a package of a like name is',
      'package-lock.json',
      '{"packages":{"node_modules/supabase-js":{"version":"2.0.0"}}}',
    ],
    [
      'where it is a link',
      'package-lock.json',
      '{"packages":{"node_modules/supabase":{"resolved":"cli","link":true}}}',
    ],
    [
      'of what a version is not',
      'package-lock.json',
      '{"packages":{"node_modules/supabase":{"version":"../../evil"}}}',
    ],
    [
      'of a link in pnpm',
      'pnpm-lock.yaml',
      'importers:\n  .:\n    devDependencies:\n      supabase:\n        specifier: link:cli\n        version: link:cli\n',
    ],
    [
      'of what a package depends on in pnpm',
      'pnpm-lock.yaml',
      'snapshots:\n  other@1.0.0:\n    dependencies:\n      supabase: 2.0.0\n',
    ],
    ['of a like name in Yarn', 'yarn.lock', '"@supabase/cli@npm:^2.0.0":\n  version: 2.0.0\n'],
    [
      'of a like name in Bun',
      'bun.lock',
      '{"workspaces":{"":{}},"packages":{"supabase-js":["supabase-js@2.0.0"]}}',
    ],
    ['where Git left a conflict', 'package-lock.json', '<<<<<<< HEAD\n{"packages":{}}\n'],
    ['of an empty file', 'bun.lock', ''],
  ];
  test.each(NOTHING)('%s', (_, name, text) => {
    expect(cliVersionOf(name, text, ROOT)).toBeUndefined();
  });

  test('where Yarn has several and none that the project asks for', () => {
    const { name, text } = LOCKS['Yarn 4'];
    expect(cliVersionOf(name, text, at('', ['^1.0.0']))).toBeUndefined();
    expect(cliVersionOf(name, text, at(''))).toBeUndefined();
  });
});
