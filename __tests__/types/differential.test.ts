// The diff of today against the one before it, over mutated pairs of the matrix.

import { isDeepStrictEqual } from 'node:util';
import { expect, test } from '@jest/globals';
import { diffTypes } from '../../src/types/diff.ts';
import { type KnownObjects, NOTHING_KNOWN } from '../../src/types/known-objects.ts';
import { type DatabaseTypes, type Members, type Overload, type Relation, type Relationship, type SchemaTypes, SHAPES, type TypeFact } from '../../src/types/model.ts';
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
  const isOld = random() % 3 === 0;
  return {
    schemas: new Map(
      [...types.schemas].map(([n, s]): [string, SchemaTypes] => [
        n,
        {
          ...s,
          generator: isOld ? { from: 0, to: random() % 2 ? 0 : 3 } : { from, to },
          constants: new Map([...s.enums].map(([e, labels]) => [e, random() % 4 ? labels : labels.toReversed()])),
          relations: new Map([...s.relations].map(([r, relation]) => [r, changed(relation, isOld && random() % 2 === 0)])),
          functions: new Map([...s.functions].map(([f, all]) => [f, all.map(changedOverload)])),
          compositeTypes: new Map([...s.compositeTypes].map(([c, all]) => [c, members(all)])),
        },
      ]),
    ),
  };
};

const oneIn = (n: number): boolean => random() % n === 0;

const TYPES = ['unknown', 'string', 'never', 'Json', 'NonNullable<Json>', 'Record<string, unknown>', '{ a: Json }', 'Database["public"]["Tables"]["users"]["Row"]'];

function changedType(type: TypeFact): TypeFact {
  if (!oneIn(12)) return type;
  const text = oneIn(2) ? (TYPES[random() % TYPES.length] ?? '') + (oneIn(4) ? '[]' : '') : type.text;
  return { ...type, text, nullable: oneIn(2) ? !type.nullable : type.nullable, ...(type.row && { row: members(type.row) }) };
}

const members = (all: Members): Members =>
  new Map(
    [...all].flatMap(([name, { type, optional }]) =>
      oneIn(60) ? [] : [[name, { type: changedType(type), optional: oneIn(40) ? !optional : optional }] as const],
    ),
  );

function changedOverload(one: Overload): Overload {
  const { setof, merged, ...rest } = one;
  const isError = oneIn(10);
  return {
    ...rest,
    args: members(one.args),
    returns: isError ? { text: '{ error: true } & "x"', nullable: false } : changedType(one.returns),
    ...(setof !== undefined && !oneIn(4) && { setof }),
    ...((merged || oneIn(8)) && { merged: true as const }),
  };
}

/** No list of relationships, keys to other schemas, lost columns, another list of fields. */
function changed(relation: Relation, isWithout: boolean): Relation {
  const { relationships = [], computedFields, ...rest } = relation;
  const changedKeys = relationships.flatMap((one): Relationship[] => {
    if (oneIn(20)) return [];
    if (oneIn(10)) return [{ ...one, columns: [], referencedColumns: [] }];
    if (oneIn(20)) return [{ ...one, columns: ['a.b'] }];
    if (oneIn(20)) return [{ ...one, isOneToOne: !one.isOneToOne }];
    if (oneIn(20)) return [one, one];
    return [one];
  });
  const foreign = { name: 'away', columns: ['id'], referencedRelation: oneIn(2) ? 'nowhere' : 'users', referencedColumns: ['id'] };
  const shapes = Object.fromEntries(SHAPES.flatMap((shape) => {
    const all = rest.shapes[shape];
    return all && !(relation.kind === 'view' && shape !== 'Row' && oneIn(3)) ? [[shape, members(all)]] : [];
  }));
  return {
    ...rest,
    shapes,
    ...(!isWithout && { relationships: oneIn(4) ? [...changedKeys, foreign] : changedKeys }),
    ...(oneIn(3) ? { computedFields: oneIn(2) ? ['x'] : [] } : computedFields && { computedFields }),
  };
}

const RAW = readMatrix().filter(
  ({ formatter, file }, index, all) => formatter === 'raw' && all.findIndex((one) => one.file === file) === index,
);

test('says the same', () => {
  const originals = RAW.map(({ text, file }) => parseTypes(text, file));
  let pairs = 0; let order = 0;
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
      // Of one function, A3.25 now comes before what its other arguments say.
      if (isDeepStrictEqual(was.changes, is.changes) && isDeepStrictEqual(was.equivalences.map((one) => JSON.stringify(one)).sort(), is.equivalences.map((one) => JSON.stringify(one)).sort())) { order += 1; continue; }
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
  const distinct = new Set(wrong.map((w) => w.slice(0, 40))); console.log('order', order, distinct.size, pairs, told, entries, [...seen].sort().join(' '), wrong.length);
  expect(wrong.slice(0, 8)).toEqual([]);
});
