// Commands that a report tells people to run in the live project run as printed, with the last 2.x of the Supabase CLI
// and with the current release.

import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { FETCH_MIGRATIONS, PUSH_ALL, repairHistory } from '../../src/findings/linked-project.ts';
import { RULES } from '../../src/findings/rules.ts';
import { CLI_2, CLI_3 } from '../tools/real-cli.ts';

const GUIDE = readFileSync(new URL('../../.github/docs/audit.md', import.meta.url), 'utf8');

/** Commands whose default is the local database from 3.x on, with what follows the name up to the end of the code. */
const ON_A_DATABASE = /supabase (?:migration (?:repair|fetch)|db (?:push|dump))\b[^`\n]*/g;

test('every such command of a remedy and of the guide names the linked project', () => {
  const texts = [...Object.values(RULES).map(({ remedy }) => remedy), GUIDE];
  const commands = texts.flatMap((text) => [...text.matchAll(ON_A_DATABASE)].map(([command]) => command));
  expect(commands.length).toBeGreaterThan(6);
  // Alone, it is spoken of and not told to be run.
  const toRun = commands.filter((command) => command !== 'supabase db push');
  expect(toRun.filter((command) => !command.includes(' --linked'))).toEqual([]);
});

test.each(
  [CLI_2, CLI_3].flatMap((cli) =>
    [
      repairHistory('applied', '20260101000000'),
      repairHistory('reverted', '1'),
      FETCH_MIGRATIONS,
      PUSH_ALL,
    ].map((command) => [cli.version, command, cli.script] as const),
  ),
)('%s understands %s', async (_version, command, script) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'drift-gate-linked-'));
  mkdirSync(path.join(folder, 'supabase'));
  writeFileSync(path.join(folder, 'supabase/config.toml'), 'project_id = "unlinked"\n');
  const args = command.replaceAll('`', '').split(' ').slice(1);
  const said = await saidBy(script, [...args, '--yes', '--agent', 'no'], folder);
  rmSync(folder, { recursive: true });
  // It got as far as to look for the project, which this folder is linked to none.
  expect(said).toContain('Cannot find project ref');
  expect(said).not.toContain('Unrecognized');
});

const saidBy = (script: string, args: readonly string[], cwd: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const { PATH, BUN_JSC_useDFGJIT } = process.env;
    const child = spawn(process.execPath, [script, ...args], {
      cwd,
      env: { PATH, HOME: cwd, DO_NOT_TRACK: '1', BUN_JSC_useDFGJIT },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text: string) => {
        said += text;
      });
    child.once('error', reject);
    child.once('close', () => resolve(said));
  });
