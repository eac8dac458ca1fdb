// For random drift in a types file of any style, the edit brings it back in sync and touches nothing else.
// EDIT_SEED and EDIT_RUNS choose other cases; a failure prints its seed. edit.property.slow.test.ts runs more.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { diffTypes } from '../../src/types/diff.ts';
import { editTypes } from '../../src/types/edit/edit.ts';
import { parseTypes } from '../../src/types/parse.ts';
import { linesWithout, type Mutated, mutate } from './mutations.ts';
import { GENERATED, HAND_KEPT, STYLES } from './styles.ts';

const SEED = Number(process.env.EDIT_SEED ?? 20261122);
const RUNS = Number(process.env.EDIT_RUNS ?? 10);

const generatedTypes = parseTypes(GENERATED, 'generated.ts');

const changesIn = (committed: string) =>
  diffTypes(parseTypes(committed, 'committed.ts'), generatedTypes).changes;

const edited = (committed: string): string =>
  editTypes(committed, GENERATED, changesIn(committed), 'committed.ts');

const drifts = fc.array(fc.tuple(fc.nat(999), fc.nat(9999), fc.nat(9999)), { minLength: 1, maxLength: 6 });

/** Mutates a text step by step. */
function drifted(text: string, steps: readonly (readonly [number, number, number])[]): Mutated {
  return steps.reduce<Mutated>(
    (sofar, step) => {
      const next = mutate(sofar.text, step);
      if (next === undefined) return sofar;
      return { text: next.text, what: `${sofar.what}; ${next.what}`, paths: [...sofar.paths, ...next.paths] };
    },
    { text, what: '', paths: [] },
  );
}

/** Throws unless the edit is in sync; that it is TypeScript at all is for the parser to say. */
function inSync(after: string, what: string): void {
  const left = changesIn(after);
  if (left.length > 0) throw new Error(`${what} left ${JSON.stringify(left)}`);
}

describe.each(Object.entries(STYLES))('%s', (_, text) => {
  test('is in sync before it drifts, and then comes out identical', () => {
    expect(changesIn(text)).toEqual([]);
    expect(edited(text)).toBe(text);
  });

  test('comes back byte for byte after random drift', () => {
    fc.assert(
      fc.property(drifts, (steps) => {
        const { text: committed, what } = drifted(text, steps);
        const after = edited(committed);
        inSync(after, what);
        if (after !== text) throw new Error(`${what}\n${firstDifference(text, after)}`);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});

describe('kept by hand', () => {
  test('is in sync before it drifts', () => {
    expect(changesIn(HAND_KEPT)).toEqual([]);
  });

  test('keeps every line of what did not drift, in its order', () => {
    fc.assert(
      fc.property(drifts, (steps) => {
        const { text: committed, what, paths } = drifted(HAND_KEPT, steps);
        const after = edited(committed);
        inSync(after, what);
        const [before, kept] = [linesWithout(committed, paths), linesWithout(after, paths)];
        if (before !== kept) throw new Error(`${what}\n${firstDifference(before, kept)}`);
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
