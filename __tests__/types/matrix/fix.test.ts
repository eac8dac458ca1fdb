// Half of the objects of each file taken out, and brought back by `fix` from the types of two generators: in sync, in
// the file's own notation, and TypeScript that compiles.

import { describe, expect, test } from '@jest/globals';
import { diffTypes } from '../../../src/types/diff.ts';
import { editTypes } from '../../../src/types/edit/edit.ts';
import { parseTypes } from '../../../src/types/parse.ts';
import { problemsOf } from '../checker.ts';
import { foreignLines, halved } from './halves.ts';
import { type Cell, KNOWN, readMatrix } from './matrix.ts';

const CELLS = readMatrix();
const DISTINCT = CELLS.filter(({ file }, index) => CELLS.findIndex((cell) => cell.file === file) === index);
/** The oldest generator that the product compares with, and the newest. */
const GENERATED = ['supabase-2.118.0', 'supabase-3.1.0'].map(rawOf);

function rawOf(generator: string): Cell {
  const cell = CELLS.find((one) => one.generator === generator && one.formatter === 'raw');
  if (cell === undefined) throw new Error(generator);
  return cell;
}

/** What every fixed file has that was written otherwise before it lost the objects: 4,677 without the notation. */
const FOREIGN_LINES = 1669;

interface Fixed {
  from: string;
  left: number;
  text: string;
  foreign: number;
}

function fixedFrom(committed: Cell, { text, file }: Cell): Fixed {
  const half = halved(committed.text);
  const generated = parseTypes(text, file, true);
  const changesOf = (one: string) => diffTypes(parseTypes(one, committed.file), generated, KNOWN).changes;
  const changes = changesOf(half);
  if (changes.length < 20) throw new Error(`${committed.file} lost ${changes.length} objects`);
  const after = editTypes(half, text, changes, committed.file);
  return {
    from: `${committed.file} from ${file}`,
    left: changesOf(after).length,
    text: after,
    foreign: foreignLines(committed.text, after),
  };
}

describe('a file that lost half of its objects, once it is fixed', () => {
  const fixed = GENERATED.flatMap((generated) => DISTINCT.map((cell) => fixedFrom(cell, generated)));

  test('is in sync, in one round', () => {
    expect(fixed).toHaveLength(62);
    expect(fixed.filter(({ left }) => left > 0).map(({ from }) => from)).toEqual([]);
  });

  test('has few lines that it did not have before', () => {
    const foreign = fixed.reduce((sum, one) => sum + one.foreign, 0);
    process.stdout.write(`${foreign} foreign lines in ${fixed.length} fixed files\n`);
    expect(foreign).toBeLessThanOrEqual(FOREIGN_LINES);
  });

  test('compiles', () => {
    expect(problemsOf(fixed.map(({ text }) => text))).toEqual([]);
  });
});
