import { cpSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { GENERATOR } from '../src/database/typegen.ts';
import { EQUIVALENCE_WORDS } from '../src/types/skew/words.ts';
import { VERSION } from '../src/version.ts';
import { PROJECTS, ROOT } from './cli/run.ts';
import { runHere } from './cli/run-here.ts';
import { folderOf } from './project/disk/folder.ts';
import { commandLinesOf } from './tools/pasted.ts';

const read = (file: string): string => readFileSync(`${ROOT}${file}`, 'utf8');
const readme = read('README.md');

describe('the README', () => {
  test('shows what the program prints', async () => {
    const [, shown = ''] = /```console\n([\s\S]*?)```/.exec(readme) ?? [];
    const [command = '', ...lines] = shown.trimEnd().split('\n');
    const { stdout, code } = await runHere(command.replace('$ node dist/cli.js ', '').split(' '), {
      cwd: ROOT,
    });
    expect(code).toBe(1);
    const parts = lines.join('\n').split('\n…\n');
    expect(parts.length).toBeGreaterThan(3);
    let from = 0;
    for (const part of parts) {
      const at = stdout.indexOf(part, from);
      expect({ part, found: at >= 0 }).toEqual({ part, found: true });
      from = at + part.length;
    }
  });

  test('has a first command that checks a project with nothing installed', async () => {
    const [, first = ''] = /```bash\nnode dist\/cli\.js (.*)\n```/.exec(readme) ?? [];
    expect(await runHere(first.split(' '), { cwd: ROOT })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('✓ In sync'),
    });
  });

  test('has under 1,000 words', () => {
    expect(readme.split(/\s+/).length).toBeLessThan(1000);
  });

  test('leads to a guide whose commands accept drift and prune the baseline', async () => {
    const cwd = folderOf({ 'x/': '' });
    cpSync(`${PROJECTS}/drifted`, cwd, { recursive: true });
    const [, accept = ''] =
      /```bash\n(.* accept --object[\s\S]*?)```/.exec(read('.github/docs/baseline.md')) ?? [];
    const script = accept.replace(/(?<=--expires )[\d-]+/, '2999-12-31');
    let stdout = '';
    for (const line of commandLinesOf(script)) stdout += (await runHere(line, { cwd })).stdout;
    expect(stdout).toContain(
      'Accepted, drift remains: 1 change in `supabase/drift-baseline.json`; commit the file.',
    );
    expect(stdout).toContain(
      '- No entry of `supabase/drift-baseline.json` is stale, so nothing was written.',
    );
  });
});

test('the list of equivalences names every entry that a notice can name', () => {
  const list = read('.github/docs/equivalences.md');
  expect(Object.keys(EQUIVALENCE_WORDS).filter((entry) => !list.includes(entry))).toEqual([]);
});

test('versions that the program says are those of the packages', () => {
  expect(JSON.parse(read('package.json')).version).toBe(VERSION);
  const { version } = JSON.parse(read('node_modules/@supabase/postgrest-typegen/package.json'));
  expect(GENERATOR).toBe(`@supabase/postgrest-typegen ${version}`);
});
