// Takes types files of every generator out of step by one fact at a time. Each mutation must be found, whichever side
// it is on, and exactly the mutated object must be named. One of a kind is run in each file: SINGLE_FACT_LIMIT chooses
// another number, and `all` runs every one.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { formatObjectId, type ObjectId, owningObject } from '../../src/findings/object-id.ts';
import { groupBy } from '../../src/match.ts';
import type { TypesDiff } from '../../src/types/change.ts';
import { diffTypes } from '../../src/types/diff.ts';
import { editTypes } from '../../src/types/edit/edit.ts';
import type { DatabaseTypes } from '../../src/types/model.ts';
import { parseTypes } from '../../src/types/parse.ts';
import { DEEDS, generationOf, type Mutation } from './single-fact-deeds.ts';
import { mutatedText, singleFactMutations } from './single-fact-mutations.ts';

const LIMIT = process.env.SINGLE_FACT_LIMIT ?? '1';

interface Sample {
  file: string;
  text: string;
  all: number;
  mutations: Mutation[];
}

interface Sides {
  committed: DatabaseTypes;
  generated: DatabaseTypes;
}

/** One file of so many; single-fact.slow.test.ts takes all. */
const ONE_OF = Number(process.env.SINGLE_FACT_ONE_OF ?? 5);

const SAMPLES = filesWithTypes()
  .filter((_, index) => index % ONE_OF === 0)
  .map(sampleOf);

/** One schema by each generator, and what teams make of such: the files that projects commit, in whatever style. */
function filesWithTypes(): { file: string; text: string }[] {
  const files = (folder: string, name: RegExp): string[] => {
    const root = fileURLToPath(new URL(folder, import.meta.url));
    const all = existsSync(root) ? readdirSync(root, { recursive: true, encoding: 'utf8' }) : [];
    return all
      .filter((one) => name.test(one))
      .sort()
      .map((one) => `${folder}/${one}`);
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

/** Some mutations of each kind, spread over the file; each file has others. */
function sampleOf({ file, text }: { file: string; text: string }, index: number): Sample {
  const all = singleFactMutations(text);
  const kinds = [...groupBy(all, ({ what }) => what).values()];
  // Multiples of the golden ratio, without what is before the point, lie apart from each other.
  const first = (index * 0.618) % 1;
  const mutations = kinds.flatMap((kind) => {
    const count = LIMIT === 'all' ? kind.length : Math.min(Number(LIMIT), kind.length);
    const places = Array.from({ length: count }, (_, n) => Math.floor(((n + first) * kind.length) / count));
    return places.flatMap((place) => kind[place] ?? []);
  });
  return { file, text, all: all.length, mutations };
}

/** The two sides as the product reads them, which knows of the generated one when its generator is a current one. */
function sidesOf(text: string, isCurrent: boolean): Sides {
  const committed = parseTypes(text, 'committed.ts');
  const isTold = isByCurrent(text) === isCurrent;
  return { committed, generated: isTold ? committed : parseTypes(text, 'generated.ts', isCurrent) };
}

function isByCurrent(text: string): boolean {
  return generationOf(text) > 0;
}

/**
 * An object with its kind: a column and a relationship may have one name, a table and a view may not. Overloads are told
 * apart, and a mutation knows the name of its function alone.
 */
function named(id: ObjectId): string {
  if (id.kind === 'function') return `function ${owningObject(id)}`;
  return `${id.kind === 'table' || id.kind === 'view' ? 'relation' : id.kind} ${formatObjectId(id)}`;
}

const sentence = (names: readonly string[]): string => [...new Set(names)].sort().join(', ');

/** What may be said of a mutation: its objects, and sometimes that another generator writes the same so. */
const expected = ({ objects, entry, besides = [] }: Mutation): string[] => [
  sentence(objects.map(named)),
  ...(entry ? [sentence([...besides.map(named), `notice ${entry}`])] : []),
];

const told = ({ changes, equivalences }: TypesDiff): string =>
  sentence([
    ...changes.map(({ object }) => named(object)),
    ...equivalences.map(({ entry }) => `notice ${entry}`),
  ]);

/** What the comparison says of a mutation and should not, by direction. */
function mistakes(text: string, original: Sides, mutation: Mutation): string[] {
  const mutated = sidesOf(mutatedText(text, mutation), isByCurrent(text));
  const want = expected(mutation);
  return [
    { side: 'committed', got: told(diffTypes(mutated.committed, original.generated)) },
    { side: 'generated', got: told(diffTypes(original.committed, mutated.generated)) },
  ].flatMap(({ side, got }) =>
    want.includes(got)
      ? []
      : [`${mutation.what}, ${side} side mutated: ${want.join(' or ')} is told as ${got || 'nothing'}`],
  );
}

describe.each(SAMPLES)('$file', ({ text, mutations, all }) => {
  test(`each of ${mutations.length} mutations of one fact, of ${all}, is found and names its object`, () => {
    const original = sidesOf(text, isByCurrent(text));
    expect(mutations.flatMap((mutation) => mistakes(text, original, mutation))).toEqual([]);
  });

  const mended = mutations.filter((_, index) => index % 25 === 0);

  test(`the edit mends each of ${mended.length}, on either side`, () => {
    const isCurrent = isByCurrent(text);
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

const chosen = SAMPLES.flatMap(({ mutations }) => mutations);

test(`every kind of mutation is among the ${chosen.length}, on every kind of object`, () => {
  const run = new Set<string>(chosen.map(({ what }) => what));
  const all = Object.entries(DEEDS).flatMap(([of, deeds]) => deeds.map((deed) => `${of}: ${deed}`));
  expect(chosen.filter(({ objects }) => objects.length === 0)).toEqual([]);
  expect(all.filter((what) => !run.has(what))).toEqual([]);
});
