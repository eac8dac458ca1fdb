// action.md says of inputs and outputs what action.yml says.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { ROOT } from '../cli/run.ts';

interface Manifest {
  inputs: Record<string, { description: string; default: string }>;
  outputs: Record<string, { description: string }>;
}

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const manifest: Manifest = parse(read('action.yml'));
const page = read('.github/docs/action.md');

/** The rows of the table under a heading, cells without the space around them. */
function rowsUnder(heading: string): string[][] {
  const [, after = ''] = page.split(`## ${heading}\n`);
  const [section = ''] = after.split('\n## ');
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

test('every input stands in action.md with its default and its words', () => {
  const rows = Object.entries(manifest.inputs).map(([name, { description, default: fallback }]) => [
    `\`${name}\``,
    fallback === '' ? '' : `\`${fallback}\``,
    description,
  ]);
  expect(rows.length).toBeGreaterThan(15);
  expect(rowsUnder('Inputs')).toEqual(rows);
});

test('every output stands in action.md with its words', () => {
  const rows = Object.entries(manifest.outputs).map(([name, { description }]) => [
    `\`${name}\``,
    description,
  ]);
  expect(rows.length).toBeGreaterThan(5);
  expect(rowsUnder('Outputs')).toEqual(rows);
});
