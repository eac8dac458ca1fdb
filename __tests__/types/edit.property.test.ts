// For random drift in a types file of any style, the edit brings it back in sync and touches nothing else.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { diffTypes } from '../../src/types/diff.ts';
import { editTypes } from '../../src/types/edit.ts';
import { parseTypes } from '../../src/types/parse.ts';
import { type Mutated, mutate } from './mutations.ts';

const SEED = Number(process.env.EDIT_SEED ?? 20261122);
const RUNS = Number(process.env.EDIT_RUNS ?? 40);

const fixture = (name: string): string =>
  readFileSync(new URL(`fixtures/${name}.ts`, import.meta.url), 'utf8');

const GENERATED = fixture('raw');
const generatedTypes = parseTypes(GENERATED, 'generated.ts');

/** Files in sync with the generated one, each as another team would keep it. */
const STYLES: Record<string, string> = {
  'the text of the generator': GENERATED,
  oxfmt: fixture('oxfmt'),
  Prettier: fixture('prettier'),
  'Prettier, single quotes, no semicolons, tabs, 100 columns': fixture('prettier-single-tabs'),
  'Prettier, 4 spaces, 120 columns, names quoted as generated': fixture('prettier-wide-preserve'),
  'Prettier, names quoted consistently': fixture('prettier-consistent'),
  'an interface': fixture('prettier').replace('export type Database = {', 'export interface Database {'),
  'Windows line ends and a byte order mark': `\uFEFF${fixture('oxfmt').replaceAll('\n', '\r\n')}`,
  'another name': fixture('oxfmt').replaceAll(/\bDatabase\b/g, 'DB'),
};

const edited = (committed: string): string =>
  editTypes(
    committed,
    GENERATED,
    diffTypes(parseTypes(committed, 'committed.ts'), generatedTypes).changes,
    'committed.ts',
  );

const drifts = fc.array(fc.tuple(fc.nat(999), fc.nat(9999), fc.nat(9999)), { minLength: 1, maxLength: 6 });

/** Mutates a text step by step. */
function drifted(text: string, steps: readonly (readonly [number, number, number])[]): Mutated {
  return steps.reduce<Mutated>(
    (sofar, step) => {
      const next = mutate(sofar.text, step);
      return next
        ? { text: next.text, what: `${sofar.what}; ${next.what}`, paths: [...sofar.paths, ...next.paths] }
        : sofar;
    },
    { text, what: '', paths: [] },
  );
}

describe.each(Object.entries(STYLES))('%s', (_, text) => {
  test('is in sync before it drifts, and then comes out identical', () => {
    expect(diffTypes(parseTypes(text, 'committed.ts'), generatedTypes).changes).toEqual([]);
    expect(edited(text)).toBe(text);
  });

  test('comes back byte for byte after random drift', () => {
    fc.assert(
      fc.property(drifts, (steps) => {
        const { text: committed, what } = drifted(text, steps);
        const after = edited(committed);
        const left = diffTypes(parseTypes(after, 'edited.ts'), generatedTypes).changes;
        if (left.length > 0) throw new Error(`${what} left ${JSON.stringify(left)}`);
        if (after !== text) throw new Error(`${what}\n${firstDifference(text, after)}`);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});

function firstDifference(expected: string, actual: string): string {
  const [left, right] = [expected.split('\n'), actual.split('\n')];
  const at = left.findIndex((line, index) => line !== right[index]);
  const near = (lines: string[]): string => lines.slice(Math.max(at - 2, 0), at + 6).join('\n');
  return `line ${at + 1}, expected:\n${near(left)}\nactual:\n${near(right)}`;
}
