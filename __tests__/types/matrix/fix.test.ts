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

/** How many lines all fixed files have that the originals lack, and how many when they are written as generated. */
const FOREIGN_LINES = { committed: 1669, generated: 4677 };

interface Fixed {
  from: string;
  left: number;
  text: string;
  foreign: number;
}

function fixedFrom(committed: Cell, { text, file }: Cell, notation: 'committed' | 'generated'): Fixed {
  const half = halved(committed.text);
  const generated = parseTypes(text, file, true);
  const changesOf = (one: string) => diffTypes(parseTypes(one, committed.file), generated, KNOWN).changes;
  const changes = changesOf(half);
  if (changes.length < 20) throw new Error(`${committed.file} lost ${changes.length} objects`);
  const after = editTypes(half, text, changes, committed.file, notation);
  return {
    from: `${committed.file} from ${file}`,
    left: changesOf(after).length,
    text: after,
    foreign: foreignLines(committed.text, after),
  };
}

const allFixed = (notation: 'committed' | 'generated'): Fixed[] =>
  GENERATED.flatMap((generated) => DISTINCT.map((cell) => fixedFrom(cell, generated, notation)));

describe('a file that lost half of its objects, once it is fixed', () => {
  const fixed = allFixed('committed');

  test('is in sync, in one round', () => {
    expect(fixed).toHaveLength(62);
    expect(fixed.filter(({ left }) => left > 0).map(({ from }) => from)).toEqual([]);
  });

  test('has few lines that it did not have before', () => {
    const sum = (all: readonly Fixed[]): number => all.reduce((lines, { foreign }) => lines + foreign, 0);
    const foreign = { committed: sum(fixed), generated: sum(allFixed('generated')) };
    process.stdout.write(
      `${foreign.committed} foreign lines in ${fixed.length} fixed files, ${foreign.generated} as generated\n`,
    );
    expect(foreign).toEqual(FOREIGN_LINES);
  });

  test('compiles', () => {
    expect(problemsOf(fixed.map(({ text }) => text))).toEqual([]);
  });
});
