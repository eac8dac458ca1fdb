// Checks by the whole Action with the real Supabase CLI, on a pull request.

import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { ROOT } from '../cli/run.ts';
import { SHOP } from '../cli/shop.ts';
import { checkout, NODE, programs } from '../tools/composite-folders.ts';
import { comments, committed, expectRedDrift, gate, of } from './gate.ts';

const REAL_CLI = { supabase: { link: `${ROOT}node_modules/supabase/dist/supabase.js` } };
const path = [programs({ ...NODE, ...REAL_CLI }), '/usr/bin', '/bin'];

test('a project in sync is green: no comment, no error, and outputs that say so', async () => {
  const asked: unknown[] = [];
  const ran = await gate('pull_request', committed(checkout(SHOP)), {
    isHere: false,
    inputs: { 'supabase-version': '3.1.0' },
    uses: {
      'supabase/setup-cli': (given) => {
        asked.push(given);
        return { path: [programs(REAL_CLI)] };
      },
    },
  });
  expect(asked).toEqual([{ version: '3.1.0' }]);
  expect(ran.conclusion).toBe('success');
  expect(ran.outputs).toMatchObject({
    status: 'in-sync',
    drifted: 'false',
    'drifted-tables': '[]',
    'findings-count': '0',
    'comment-body': '',
    patch: '',
  });
  expect(of(ran, 'error')).toEqual([]);
  expect(comments()).toEqual([]);
  expect(ran.summary).toContain('In sync');
  expect(ran.summary).toContain('CLI 3.1.0');
});

test('drift is red, on its line, in the summary and in a comment, and the patch fixes it', () =>
  expectRedDrift({ isHere: false, path }, { resetWith: 'supabase-cli', cli: '3.1.0' }));

test('nothing that the checkout brings is run by the CLI or in its place', async () => {
  const evil = 'node_modules/.bin/supabase';
  const repository = checkout({
    ...SHOP,
    [evil]: '#!/bin/sh\ntouch was-here\necho 3.1.0\n',
    'bunfig.toml': 'preload = ["./first.js"]\n',
  });
  const mark = JSON.stringify(join(repository, 'was-here'));
  writeFileSync(join(repository, 'first.js'), `require('fs').writeFileSync(${mark}, '');\n`);
  execFileSync('chmod', ['+x', evil], { cwd: repository });
  const ran = await gate('pull_request', committed(repository), { isHere: false, path });
  expect(ran.outputs.status).toBe('in-sync');
  expect(ran.log).toContain('supabase │');
  expect(existsSync(join(repository, 'was-here'))).toBe(false);
});
