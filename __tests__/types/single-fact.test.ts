// Takes types files of every generator out of step by one fact at a time. Each mutation must be found, whichever side
// it is on, and exactly the mutated object must be named. SINGLE_FACT_LIMIT chooses how many of a kind are run in each
// file; `all` runs every one.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { formatObjectId, type ObjectId } from '../../src/findings/object-id.ts';
import { groupBy } from '../../src/match.ts';
import type { TypesDiff } from '../../src/types/change.ts';
import { diffTypes } from '../../src/types/diff.ts';
import { editTypes } from '../../src/types/edit.ts';
import type { DatabaseTypes } from '../../src/types/model.ts';
import { parseTypes } from '../../src/types/parse.ts';
import { DEEDS, type Mutation } from './single-fact-deeds.ts';
import { isByCurrentGenerator, mutatedText, singleFactMutations } from './single-fact-mutations.ts';

const LIMIT = process.env.SINGLE_FACT_LIMIT ?? '6';

interface Sample {
  file: string;
  text: string;
  original: Sides;
  all: number;
  mutations: Mutation[];
}

interface Sides {
  committed: DatabaseTypes;
  generated: DatabaseTypes;
}

const SAMPLES = filesWithTypes().map(sampleOf);

/** The generators' own files, and those that projects commit, in whatever style. */
function filesWithTypes(): { file: string; text: string }[] {
  const files = (folder: string, name: RegExp): string[] => {
    const root = fileURLToPath(new URL(folder, import.meta.url));
    const all = existsSync(root) ? readdirSync(root, { recursive: true, encoding: 'utf8' }) : [];
    return all.filter((one) => name.test(one)).map((one) => `${folder}/${one}`);
  };
  const found = [
    ...files('matrix', /\.raw\.ts\.txt$/),
    ...files('fixtures', /\.ts\.txt$/),
    ...files('../projects', /^(?!.*node_modules).*\.ts$/),
  ].map((file) => ({ file, text: readFileSync(new URL(file, import.meta.url), 'utf8') }));
  const isFirst = (text: string, index: number): boolean =>
    found.findIndex((one) => one.text === text) === index;
  return found.filter(({ text }, index) => /\bCompositeTypes"?: \{/.test(text) && isFirst(text, index));
}

/** Some mutations of each kind, spread over the file; the next file gets others. */
function sampleOf({ file, text }: { file: string; text: string }, index: number): Sample {
  const all = singleFactMutations(text);
  const kinds = [...groupBy(all, ({ what }) => what).values()];
  const mutations = kinds.flatMap((kind) => {
    const count = LIMIT === 'all' ? kind.length : Math.min(Number(LIMIT), kind.length);
    const chosen = Array.from({ length: count }, (_, n) => Math.floor((n * kind.length) / count) + index);
    return chosen.flatMap((place) => kind[place % kind.length] ?? []);
  });
  const original = sidesOf(text, isByCurrentGenerator(text));
  return { file, text, original, all: all.length, mutations };
}

/** The two sides as the product reads them: of the generated one it knows whether the generator is a current one. */
function sidesOf(text: string, isCurrent: boolean): Sides {
  const committed = parseTypes(text, 'committed.ts');
  const isKnown = isByCurrentGenerator(text) === isCurrent;
  return { committed, generated: isKnown ? committed : parseTypes(text, 'generated.ts', isCurrent) };
}

/** An object with its kind: a column and a relationship may have one name, a table and a view may not. */
const named = (id: ObjectId): string =>
  `${id.kind === 'table' || id.kind === 'view' ? 'relation' : id.kind} ${formatObjectId(id)}`;

const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort();

const expected = ({ objects, entry }: Mutation): string[] =>
  sorted([...objects.map(named), ...(entry ? [`notice ${entry}`] : [])]);

const told = ({ changes, equivalences }: TypesDiff): string[] =>
  sorted([
    ...changes.map(({ object }) => named(object)),
    ...equivalences.map(({ entry }) => `notice ${entry}`),
  ]);

/** What the comparison says of a mutation and should not, by direction. */
function mistakes({ text, original }: Sample, mutation: Mutation): string[] {
  const mutated = sidesOf(mutatedText(text, mutation), isByCurrentGenerator(text));
  const want = expected(mutation).join(', ');
  return [
    { side: 'committed', diff: diffTypes(mutated.committed, original.generated) },
    { side: 'generated', diff: diffTypes(original.committed, mutated.generated) },
  ].flatMap(({ side, diff }) => {
    const got = told(diff).join(', ');
    return got === want
      ? []
      : [`${mutation.what}, ${side} side mutated: ${want} is told as ${got || 'nothing'}`];
  });
}

describe.each(SAMPLES)('$file', (sample) => {
  const { text, mutations, all } = sample;

  test(`each of ${mutations.length} mutations of one fact, of ${all}, is found and names its object`, () => {
    expect(mutations.flatMap((mutation) => mistakes(sample, mutation))).toEqual([]);
  });

  const mended = mutations.filter((_, index) => index % 50 === 0);

  test(`the edit mends each of ${mended.length}, on either side`, () => {
    const isCurrent = isByCurrentGenerator(text);
    const left = mended.flatMap((mutation) => {
      const mutated = mutatedText(text, mutation);
      return [
        { committed: mutated, generated: text },
        { committed: text, generated: mutated },
      ].flatMap(({ committed, generated }) => {
        const after = sidesOf(generated, isCurrent).generated;
        const { changes } = diffTypes(sidesOf(committed, isCurrent).committed, after);
        const edited = editTypes(committed, generated, changes, 'committed.ts');
        const rest = diffTypes(sidesOf(edited, isCurrent).committed, after).changes;
        return rest.map((change) => `${mutation.what}: ${change.kind} ${named(change.object)}`);
      });
    });
    expect(left).toEqual([]);
  });
});

test('every kind of mutation is run on every kind of object', () => {
  const run = new Set<string>(SAMPLES.flatMap(({ mutations }) => mutations.map(({ what }) => what)));
  const all = Object.entries(DEEDS).flatMap(([of, deeds]) => deeds.map((deed) => `${of}: ${deed}`));
  expect(all.filter((what) => !run.has(what))).toEqual([]);
});
