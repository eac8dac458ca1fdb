// What a printed command begins with, by how the program was started.

import { expect, test } from '@jest/globals';
import { asStarted, shellWord } from '../src/program.ts';
import { programOf } from '../src/started.ts';

const SHOP = '/home/me/shop';
const LOCAL = `${SHOP}/node_modules/supabase-drift-gate/dist/cli.js`;
const BIN = `${SHOP}/node_modules/.bin/supabase-drift-gate`;
const NPM = 'npm/10.8.2 node/v20.19.0 linux x64 workspaces/false';
const PNPM = 'pnpm/9.15.0 npm/? node/v22.1.0 linux x64';
const YARN = 'yarn/4.5.0 npm/? node/v22.1.0 linux x64';
const BUN = 'bun/1.1.0 npm/? node/v22.1.0 linux x64';

test.each([
  ['npx of an installed package', LOCAL, BIN, NPM, 'npx supabase-drift-gate'],
  ['a link of node_modules/.bin', LOCAL, BIN, undefined, 'npx supabase-drift-gate'],
  [
    'pnpm exec',
    `${SHOP}/node_modules/.pnpm/supabase-drift-gate@1.0.0/node_modules/supabase-drift-gate/dist/cli.js`,
    BIN,
    PNPM,
    'pnpm exec supabase-drift-gate',
  ],
  ['yarn', LOCAL, BIN, YARN, 'yarn supabase-drift-gate'],
  ['bunx', LOCAL, BIN, BUN, 'bunx supabase-drift-gate'],
  [
    'npx of a package that is not installed',
    '/home/me/.npm/_npx/1a2b/node_modules/supabase-drift-gate/dist/cli.js',
    '/home/me/.npm/_npx/1a2b/node_modules/.bin/supabase-drift-gate',
    NPM,
    'npx supabase-drift-gate',
  ],
  [
    'pnpm dlx',
    '/home/me/.cache/pnpm/dlx/1a/2b/node_modules/.pnpm/supabase-drift-gate@1.0.0/node_modules/supabase-drift-gate/dist/cli.js',
    '/x',
    PNPM,
    'pnpm dlx supabase-drift-gate',
  ],
  [
    'a global installation',
    '/usr/lib/node_modules/supabase-drift-gate/dist/cli.js',
    '/usr/bin/drift-gate',
    undefined,
    'drift-gate',
  ],
  [
    'a global installation, by its long name',
    '/usr/lib/node_modules/supabase-drift-gate/dist/cli.js',
    '/usr/bin/supabase-drift-gate',
    undefined,
    'supabase-drift-gate',
  ],
  [
    'a clone beside the project',
    '/home/me/drift-gate/dist/cli.js',
    '/home/me/drift-gate/dist/cli.js',
    undefined,
    'node ../../drift-gate/dist/cli.js',
  ],
  [
    'a clone far away',
    '/opt/gate/dist/cli.js',
    '/opt/gate/dist/cli.js',
    undefined,
    'node /opt/gate/dist/cli.js',
  ],
  [
    'a clone in a folder with a space',
    '/opt/my gate/dist/cli.js',
    '/opt/my gate/dist/cli.js',
    NPM,
    "node '/opt/my gate/dist/cli.js'",
  ],
])('%s', (_, file, called, agent, program) => {
  expect(programOf({ file, called, agent, cwd: `${SHOP}/web` })).toBe(program);
});

test('commands are named so in texts, and nothing else is', () => {
  const text = 'Run `drift-gate fix --project a`: the drift-gate of `my drift-gate fix`, or `drift-gate`.';
  expect(asStarted(text, 'npx x')).toBe(
    'Run `npx x fix --project a`: the drift-gate of `my drift-gate fix`, or `drift-gate`.',
  );
  expect(asStarted('drift-gate fix', "node '$&'")).toBe("node '$&' fix");
});

test.each([
  ['apps/web', 'apps/web'],
  ["it's", "'it'\\''s'"],
  ['', "''"],
])('a shell takes %j as %s', (word, shown) => {
  expect(shellWord(word)).toBe(shown);
});
