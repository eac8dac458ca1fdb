// The diff of today against the one before it, over mutated pairs of the matrix.

import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@jest/globals';
import { diffTypes } from '../../src/types/diff.ts';
import { type KnownObjects, NOTHING_KNOWN } from '../../src/types/known-objects.ts';
import type { DatabaseTypes, SchemaTypes } from '../../src/types/model.ts';
import { parseTypes } from '../../src/types/parse.ts';
import { diffTypes as before } from '../tools/diff-before/diff.ts';
import { KNOWN, readMatrix } from './matrix/matrix.ts';
import { mutate } from './mutations.ts';
import { mutatedText, singleFactMutations } from './single-fact-mutations.ts';

const SEED = Number(process.env.DIFF_SEED ?? 1);
const COUNT = Number(process.env.DIFF_COUNT ?? 60);
let state = SEED;
const random = (): number => {
  state = (state * 1103515245 + 12345) % 2147483648;
  return state >> 3;
};

const EVERYTHING: KnownObjects = {
  ...NOTHING_KNOWN,
  returnsOneRow: () => true,
  extensionOf: (_s, name) => (name.length % 5 === 0 ? 'ext' : undefined),
  versionedBy: (object) => (object.name.length % 7 === 0 ? 'ext' : undefined),
  lateKind: (_s, name) => (name.length % 2 ? 'materialized view' : 'foreign table'),
  foreignKeys: (name) => [
    { schema: name.length % 2 ? 'other' : 'public', relation: 'orders', referencedSchema: 'billing', referencedRelation: 'users' },
  ],
  inOutOrVariadic: () => ['a', 'b', 'numbers', 'x'],
  unnamedOverloads: () => 2,
  takesRow: () => true,
  usesLearntType: () => true,
  isComputed: () => true,
  isLateWritable: () => true,
  omitsHiddenKeys: true,
};

/** Also what the file may look like is varied: every pair of eras. */
const withEras = (types: DatabaseTypes): DatabaseTypes => {
  const [a, b] = [random() % 5, random() % 5];
  const eras = [0, 1, 2, 3, 4] as const;
  const [from, to] = [eras[Math.min(a, b)] ?? 0, eras[Math.max(a, b)] ?? 4];
  return {
    schemas: new Map([...types.schemas].map(([n, s]): [string, SchemaTypes] => [n, { ...s, generator: { from, to } }])),
  };
};

const RAW = readMatrix().filter(
  ({ formatter, file }, index, all) => formatter === 'raw' && all.findIndex((one) => one.file === file) === index,
);

test('says the same', () => {
  const originals = RAW.map(({ text, file }) => parseTypes(text, file));
  let pairs = 0;
  let told = 0;
  let entries = 0;
  const seen = new Set<string>();
  const wrong: string[] = [];
  const compare = (what: string, a: DatabaseTypes, b: DatabaseTypes) => {
    for (const [k, known] of [NOTHING_KNOWN, KNOWN, EVERYTHING].entries()) {
      const [was, is] = [before(a, b, known), diffTypes(a, b, known)];
      pairs += 1;
      told += was.changes.length;
      entries += was.equivalences.length;
      for (const { entry } of was.equivalences) seen.add(entry);
      if (isDeepStrictEqual(was, is)) continue;
      const sorted = (all: readonly unknown[]) => all.map((one) => JSON.stringify(one)).sort();
      const isOrder = isDeepStrictEqual(was.changes, is.changes) && isDeepStrictEqual(sorted(was.equivalences), sorted(is.equivalences));
      const lack = sorted(was.changes).filter((one) => !sorted(is.changes).includes(one));
      const more = sorted(is.changes).filter((one) => !sorted(was.changes).includes(one));
      const e = sorted(was.equivalences).filter((one) => !sorted(is.equivalences).includes(one));
      const f = sorted(is.equivalences).filter((one) => !sorted(was.equivalences).includes(one));
      wrong.push(`${what} known ${k}${isOrder ? ' ORDER ' + JSON.stringify(was.equivalences.filter((x, i) => !isDeepStrictEqual(x, is.equivalences[i]))).slice(0, 300) : ''}: was ${lack.join(' ').slice(0, 300)} is ${more.join(' ').slice(0, 300)} was ${e.join(' ').slice(0, 200)} is ${f.join(' ').slice(0, 200)}`);
    }
  };
  for (const { text, file } of RAW) {
    const all = singleFactMutations(text);
    const texts = Array.from({ length: COUNT }, (_, n) => {
      if (n % 2) {
        const mutation = all[random() % all.length];
        return { what: mutation?.what ?? '', text: mutation ? mutatedText(text, mutation) : text };
      }
      let [mutated, what] = [text, ''];
      for (let i = 0; i < 1 + (random() % 6); i += 1) {
        const done = mutate(mutated, [random(), random(), random()]);
        if (done) [mutated, what] = [done.text, `${what}, ${done.what}`];
      }
      return { what, text: mutated };
    });
    for (const { what, text: changed } of texts) {
      let types: DatabaseTypes;
      try {
        types = parseTypes(changed, 'a.ts', random() % 4 === 0);
      } catch {
        continue;
      }
      for (const [n, other] of originals.entries()) {
        compare(`${file} ${what} -> ${n}`, types, other);
        compare(`${n} -> ${file} ${what}`, other, types);
        const [a, b] = [withEras(types), withEras(other)];
        compare(`eras ${file} ${what} -> ${n}`, a, b);
        compare(`eras ${n} -> ${file} ${what}`, b, a);
      }
    }
  }
  console.log(pairs, told, entries, [...seen].sort().join(' '), wrong.length);
  expect(wrong.slice(0, 8)).toEqual([]);
});
