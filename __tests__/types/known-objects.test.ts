// What only the database can tell of two types files, each beside the same files without that knowledge.

import { describe, expect, test } from '@jest/globals';
import { formatObjectId } from '../../src/findings/object-id.ts';
import { compareTypes, findingOf, schemasToGenerate } from '../../src/types/comparison.ts';
import { diffTypes } from '../../src/types/diff.ts';
import { type KnownObjects, NOTHING_KNOWN } from '../../src/types/known-objects.ts';
import { parseTypes } from '../../src/types/parse.ts';
import { database, table } from './texts.ts';

const fn = (...functions: string[]): string => database({ Functions: functions.join('; ') });
const tables = (...names: string[]): string =>
  database({ Tables: names.map((name) => table(name, { row: 'id: number' })).join('') });
const EMPTY_KEY = 'Relationships: []';
const KEY =
  'Relationships: [{ foreignKeyName: "k"; columns: ["id"]; isOneToOne: true; referencedRelation: "users"; referencedColumns: ["id"] }]';
const withKey = tables('customers', 'users').replace(EMPTY_KEY, KEY);

const CUSTOMERS = { schema: 'public', relation: 'customers' };
const LEADING =
  '{ foreignKeyName: "k"; columns: ["id"]; isOneToOne: false; referencedRelation: "parent_view"; referencedColumns: ["id"] }';
/** By a generator of September 2026. */
const views = (relationships: string): string =>
  database({
    Tables: table('t', { row: 'meta: NonNullable<Json>' }),
    Views: `kid_view: { Row: { id: number | null }; Relationships: ${relationships} }; parent_view: { Row: { id: number | null }; Relationships: [] }`,
  });

const USERS_ROW = 'Database["public"]["Tables"]["users"]["Row"]';
/** By a generator of 2024. */
const old = (text: string): string => `${text}type PublicSchema = Database["public"]\n`;
const field = (type: string): string =>
  database({ Tables: table('users', { row: `id: number; pal: ${type}`, insert: 'id: number' }) });
const OF_LATE =
  '{ Args: { a: number }; Returns: { id: number }[]; SetofOptions: { from: "*"; to: "sales"; isOneToOne: false } }';

interface Case {
  entry: string;
  what: string;
  committed: string;
  generated: string;
  known: Partial<KnownObjects>;
  /** What it is without the knowledge. */
  change: string;
  /** The nearest real change: drift, whatever is known. */
  real: [committed: string, generated: string, change: string];
}

const CASES: Case[] = [
  {
    entry: 'A3.15',
    what: 'a scalar set that says `rows 1`',
    committed: fn('f: { Args: { a: number }; Returns: string }'),
    generated: fn('f: { Args: { a: number }; Returns: string[] }'),
    known: { returnsOneRow: (schema, name) => schema === 'public' && name === 'f' },
    change: 'function-signature-changed public.f()',
    real: [
      fn('f: { Args: { a: number }; Returns: number }'),
      fn('f: { Args: { a: number }; Returns: string[] }'),
      'function-signature-changed public.f()',
    ],
  },
  {
    entry: 'A3.7',
    what: 'an argument that is a row',
    committed: fn('f: { Args: { a: unknown }; Returns: number }'),
    generated: fn(`f: { Args: { a: ${USERS_ROW} }; Returns: number }`),
    known: { takesRow: (schema, name) => schema === 'public' && name === 'f' },
    change: 'function-signature-changed public.f()',
    // A result is no argument.
    real: [
      fn('f: { Args: { a: unknown }; Returns: unknown }'),
      fn(`f: { Args: { a: unknown }; Returns: ${USERS_ROW} }`),
      'function-signature-changed public.f()',
    ],
  },
  {
    entry: 'A3.16',
    what: 'a computed field that is a row',
    committed: old(field('unknown | null')),
    generated: field('{ id: number } | null'),
    known: { takesRow: (_schema, name) => name === 'pal' },
    change: 'column-type-changed public.users.pal',
    real: [
      old(field('unknown | null').replace('pal', 'spot')),
      field('{ id: number } | null').replace('pal', 'spot'),
      'column-type-changed public.users.spot',
    ],
  },
  {
    entry: 'A3.16',
    what: 'rows of a materialized view',
    committed: old(fn('f: { Args: { a: number }; Returns: Record<string, unknown>[] }')),
    generated: fn(`f: ${OF_LATE}`),
    known: { lateKind: (_schema, name) => (name === 'sales' ? 'materialized view' : undefined) },
    change: 'function-signature-changed public.f()',
    real: [
      old(fn('f: { Args: { a: number }; Returns: Record<string, unknown>[] }')),
      fn(`f: ${OF_LATE.replace('sales', 'users')}`),
      'function-signature-changed public.f()',
    ],
  },
  {
    entry: 'A3.17',
    what: 'a foreign key to a table of another schema that has a namesake here',
    committed: withKey,
    generated: tables('customers', 'users'),
    known: {
      foreignKeys: (name) =>
        name === 'k' ? [{ ...CUSTOMERS, referencedSchema: 'auth', referencedRelation: 'users' }] : [],
    },
    change: 'relationship-removed public.customers.k',
    // By a generator that leaves such keys out: the key led to this schema, and was pointed elsewhere.
    real: [
      withKey.replaceAll('Relationships: [', 'ComputedFields: never; Relationships: ['),
      tables('customers', 'users'),
      'relationship-removed public.customers.k',
    ],
  },
  {
    entry: 'A3.26',
    what: 'a relationship of a view over a table of another schema',
    committed: views('[]'),
    generated: views(`[${LEADING}]`),
    known: {
      foreignKeys: (name) =>
        name === 'k'
          ? [{ schema: 'hidden', relation: 'kids', referencedSchema: 'hidden', referencedRelation: 'kids' }]
          : [],
    },
    change: 'relationship-added public.kid_view.k',
    // Older generators wrote it.
    real: [
      `${views('[]').replace('NonNullable<Json>', 'Json')}type PublicSchema = Database["public"]\n`,
      views(`[${LEADING}]`).replace('NonNullable<Json>', 'Json'),
      'relationship-added public.kid_view.k',
    ],
  },
  {
    entry: 'A3.25',
    what: 'INOUT and VARIADIC arguments',
    committed: old(fn('f: { Args: { b: string }; Returns: number }')),
    generated: fn('f: { Args: { a: number; b: string }; Returns: number }'),
    known: { inOutOrVariadic: (_schema, name) => (name === 'f' ? ['a'] : []) },
    change: 'function-signature-changed public.f()',
    // A file that may be by a newer generator would have it.
    real: [
      fn('f: { Args: { b: string }; Returns: number }'),
      fn('f: { Args: { a: number; b: string }; Returns: number }'),
      'function-signature-changed public.f()',
    ],
  },
  {
    entry: 'A3.28',
    what: 'a function of one argument without a name',
    committed: fn('f: { Args: { "": number }; Returns: number }'),
    generated: fn(),
    known: { unnamedOverloads: (_schema, name) => (name === 'f' ? 1 : 0) },
    change: 'function-removed public.f()',
    real: [fn('g: { Args: { "": number }; Returns: number }'), fn(), 'function-removed public.g()'],
  },
  {
    entry: 'A3.28',
    what: 'an overload of one argument without a name',
    committed: fn('f: { Args: { "": number }; Returns: number } | { Args: { a: string }; Returns: string }'),
    generated: fn('f: { Args: { a: string }; Returns: string }'),
    known: { unnamedOverloads: (_schema, name) => (name === 'f' ? 1 : 0) },
    change: 'function-signature-changed public.f("":)',
    real: [
      fn(
        'f: { Args: { "": number; b: number }; Returns: number } | { Args: { a: string }; Returns: string }',
      ),
      fn('f: { Args: { a: string }; Returns: string }'),
      'function-signature-changed public.f("":, b:)',
    ],
  },
  {
    entry: 'A4.8',
    what: 'a function that an extension brings',
    committed: fn('g: { Args: { a: number }; Returns: number }'),
    generated: fn('f: { Args: { a: number }; Returns: number }; g: { Args: { a: number }; Returns: number }'),
    known: {
      extensionOf: (_schema, name) => (name === 'own' ? undefined : 'postgis'),
      versionedBy: (object) => (object.name === 'own' ? undefined : 'postgis'),
    },
    change: 'function-added public.f()',
    // The committed types hold nothing of the extension: it is new.
    real: [
      fn('own: { Args: { a: number }; Returns: number }'),
      fn('own: { Args: { a: number }; Returns: number }; st: { Args: { a: number }; Returns: number }'),
      'function-added public.st()',
    ],
  },
  {
    entry: 'A4.8',
    what: 'an overload that another version of an extension brings',
    committed: fn('f: { Args: { a: number }; Returns: number } | { Args: { b: number }; Returns: number }'),
    generated: fn('f: { Args: { a: number }; Returns: number }'),
    known: { versionedBy: (object) => (object.name === 'f' ? 'postgis' : undefined) },
    change: 'function-signature-changed public.f(b:)',
    real: [
      fn('own: { Args: { a: number }; Returns: number } | { Args: { b: number }; Returns: number }'),
      fn('own: { Args: { a: number }; Returns: number }'),
      'function-signature-changed public.own(b:)',
    ],
  },
];

/** A version of postgis in `public`, as far as objects go that no migration names. */
const versionedBy: KnownObjects['versionedBy'] = (object) => {
  const name = 'relation' in object ? object.relation : object.name;
  return 'schema' in object && object.schema === 'public' && /^(st_|spatial|geometry)/.test(name)
    ? 'postgis'
    : undefined;
};
/** What of it the database has. */
const extensionOf: KnownObjects['extensionOf'] = (schema, name) =>
  name.includes('old') ? undefined : versionedBy({ kind: 'table', schema, name });

const ofPostgis = (...more: string[]): string =>
  database({
    Tables: table('spatial_ref_sys', { row: 'srid: number' }) + more.join(''),
    Functions: 'st_area: { Args: { a: number }; Returns: number }',
  });

describe('A4.8: what another version of an extension has', () => {
  const known = { extensionOf, versionedBy };
  const excused = { changes: [], entries: ['A4.8'] };

  test.each([
    ['a table', ofPostgis(table('spatial_old', { row: 'id: number' })), ofPostgis()],
    ['a column', ofPostgis().replaceAll('srid: number', 'srid: number; old: string | null'), ofPostgis()],
    [
      'a function',
      ofPostgis().replace('st_area:', 'st_old: { Args: never; Returns: number }; st_area:'),
      ofPostgis(),
    ],
  ])('%s is a notice, on either side', (_, newer, older) => {
    expect(compare(newer, older, known)).toEqual(excused);
    expect(compare(older, newer, known)).toEqual(excused);
  });

  test('a composite type is a notice', () => {
    const types = (attributes: string): string =>
      database({
        CompositeTypes: `geometry_dump: { ${attributes} }`,
        Functions: 'st_area: { Args: { a: number }; Returns: number }',
      });
    expect(
      compare(types('path: number[] | null'), types('path: number[] | null; geom: unknown'), known),
    ).toEqual(excused);
  });

  test('is drift where a migration names it, where nothing of the extension is in the types, and elsewhere', () => {
    const lost = ofPostgis().replace('st_area:', 'st_old: { Args: never; Returns: number }; st_area:');
    const removed = { changes: ['function-removed public.st_old()'], entries: [] };
    // As `index.blame` answers for what a migration created or dropped.
    expect(compare(lost, ofPostgis(), { extensionOf })).toEqual(removed);
    const own = database({ Functions: 'own: { Args: { a: number }; Returns: number }' });
    const come = database({
      Tables: table('spatial_ref_sys', { row: 'srid: number' }),
      Functions: 'own: { Args: { a: number }; Returns: number }',
    });
    expect(compare(own, come, known).changes).toEqual(['relation-added public.spatial_ref_sys']);
    const other = (text: string): string => text.replace('public:', 'shop:');
    expect(compare(other(lost), other(ofPostgis()), known).changes).toEqual([
      'function-removed shop.st_old()',
    ]);
  });
});

const parsed = (committed: string, generated: string) =>
  [parseTypes(committed, 'committed.ts'), parseTypes(generated, 'generated.ts')] as const;

function compare(committed: string, generated: string, known: Partial<KnownObjects> = {}) {
  const diff = diffTypes(...parsed(committed, generated), { ...NOTHING_KNOWN, ...known });
  return {
    changes: diff.changes.map(({ kind, object }) => `${kind} ${formatObjectId(object)}`),
    entries: [...new Set(diff.equivalences.map(({ entry }) => entry))],
  };
}

describe('with a database beside the types', () => {
  test.each(CASES)('$entry: $what is a notice', ({ entry, committed, generated, known }) => {
    expect(compare(committed, generated, known)).toEqual({ changes: [], entries: [entry] });
  });

  test.each(CASES)('$entry: $what is drift where nothing is known', ({ committed, generated, change }) => {
    expect(compare(committed, generated)).toEqual({ changes: [change], entries: [] });
  });

  test.each(CASES)(
    '$entry: the nearest real change stays drift',
    ({ real: [before, after, change], known }) => {
      expect(compare(before, after, known).changes).toContain(change);
    },
  );
});

const CHOICE = { named: [], expected: ['public'], platform: new Set(['auth', 'graphql_public']) };

describe('notices', () => {
  test('A4.8: one names an extension and how many functions it is about', () => {
    const known = {
      ...NOTHING_KNOWN,
      extensionOf: (_schema: string, name: string) => (name.startsWith('st_') ? 'postgis' : undefined),
      versionedBy,
    };
    const generated = database({
      Functions: ['st_a', 'st_b', 'st_c']
        .map((name) => `${name}: { Args: never; Returns: number };`)
        .join(' '),
    });
    const committed = database({ Functions: 'st_a: { Args: never; Returns: number }' });
    const { changes, notices } = compareTypes(...parsed(committed, generated), CHOICE, known);
    expect(changes).toEqual([]);
    expect(notices.map(({ code, count }) => [code, count])).toEqual([['extension-differs', 2]]);
    expect(notices[0]?.message).toContain('`postgis`, of which `public.st_b()`, `public.st_c()`');
  });

  test('generators are named once, with the version to pin, beside one notice for each cause', () => {
    const committed = `${database({ Tables: ['a', 'b', 'c'].map((name) => table(name, { row: 'span: unknown | null; meta: Json' })).join('') })}type PublicSchema = Database["public"]\n`;
    const generated = database({
      Tables: ['a', 'b', 'c']
        .map((name) => table(name, { row: 'span: string | null; meta: NonNullable<Json>' }))
        .join(''),
    });
    const { changes, notices } = compareTypes(...parsed(committed, generated), CHOICE, {
      ...NOTHING_KNOWN,
      usesLearntType: () => true,
    });
    expect(changes).toEqual([]);
    expect(notices.map(({ code, count }) => [code, count])).toEqual([
      ['generator-versions-differ', undefined],
      ['generators-differ', 3],
      ['generators-differ', 3],
    ]);
    expect(notices[0]?.message).toBe(
      'The committed types look like those of supabase 2.19 and earlier, the generated ones like those of 2.118 to 2.121: pin one version, `supabase@2.118.0`, in package.json and CI.',
    );
  });

  test('A4.2, A4.4: schemas of Supabase are left out with a notice, graphql_public without one', () => {
    const both = (schema: string): string =>
      tables('t').replace(/\}\n$/, `; ${schema}: { Tables: { secret: { Row: { id: number } } } } }\n`);
    const kept = compareTypes(...parsed(both('graphql_public'), tables('t')), CHOICE);
    expect({ changes: kept.changes, notices: kept.notices }).toEqual({ changes: [], notices: [] });
    const told = compareTypes(...parsed(both('auth'), tables('t')), CHOICE);
    expect(told.changes).toEqual([]);
    expect(told.notices.map(({ code }) => code)).toEqual(['schemas-left-out']);
    const own = compareTypes(...parsed(both('own'), tables('t')), CHOICE);
    expect(own.changes.map(({ kind }) => kind)).toEqual(['schema-removed']);
  });

  test('A4.7: a function that no migration makes is drift', () => {
    expect(compare(fn('seeded: { Args: { a: number }; Returns: number }'), fn()).changes).toEqual([
      'function-removed public.seeded()',
    ]);
  });
});

describe('A3.27: an enum of a schema that was not asked for', () => {
  const shop = (labels: string): string => `shop: { Tables: {}; Enums: { c: ${labels} } }`;
  const named = (labels: string): string =>
    database({
      Tables: table('t', { row: 'c: Database["shop"]["Enums"]["c"]; d: Database["shop"]["Enums"]["c"][]' }),
    }).replace(/\}\n$/, `; ${shop(labels)} }\n`);
  const spelt = database({ Tables: table('t', { row: 'c: "b" | "a"; d: ("a" | "b")[]' }) });
  const inPublic = { ...CHOICE, named: ['public'] };

  test('is the same with its labels written out, in either direction', () => {
    expect(compareTypes(...parsed(spelt, named('"a" | "b"')), inPublic).changes).toEqual([]);
    expect(compareTypes(...parsed(named('"a" | "b"'), spelt), inPublic).changes).toEqual([]);
  });

  test('is drift with another label', () => {
    const { changes } = compareTypes(...parsed(spelt, named('"a" | "z"')), inPublic);
    expect(changes.map(({ kind, object }) => `${kind} ${formatObjectId(object)}`)).toEqual([
      'column-type-changed public.t.c',
      'column-type-changed public.t.d',
    ]);
  });

  test('is generated with its schema when the committed file has it, though it is not compared', () => {
    const [committed] = parsed(named('"a" | "b"'), spelt);
    expect(schemasToGenerate(committed, inPublic)).toEqual(['public', 'shop']);
  });
});

test('A3.17, A3.26: a key of a table that is compared, to another that is, is drift', () => {
  const known = {
    foreignKeys: () => [{ ...CUSTOMERS, referencedSchema: 'public', referencedRelation: 'users' }],
  };
  expect(compare(withKey, tables('customers', 'users'), known).changes).toEqual([
    'relationship-removed public.customers.k',
  ]);
  expect(compare(tables('customers', 'users'), withKey, known).changes).toEqual([
    'relationship-added public.customers.k',
  ]);
});

describe('A3.26: a relationship of a view that the generated types lack', () => {
  const hidden = {
    schema: 'hidden',
    relation: 'kids',
    referencedSchema: 'hidden',
    referencedRelation: 'kids',
  };
  const known = { foreignKeys: () => [hidden], omitsHiddenKeys: true };
  const drift = { changes: ['relationship-removed public.kid_view.k'], entries: [] };
  const [with_, without] = [views(`[${LEADING}]`), views('[]')];

  test('is excused where the generator leaves such out', () => {
    expect(compare(with_, without, known)).toEqual({ changes: [], entries: ['A3.26'] });
  });

  test('is drift where the generator does not, the key is gone, or the view no longer has the column', () => {
    expect(compare(with_, without, { ...known, omitsHiddenKeys: false })).toEqual(drift);
    expect(compare(with_, without, { ...known, foreignKeys: () => [] })).toEqual(drift);
    const other = without.replace('kid_view: { Row: { id:', 'kid_view: { Row: { other:');
    expect(compare(with_, other, known).changes).toContain('relationship-removed public.kid_view.k');
  });
});

test('A3.28: no more functions without a name are excused than the database has, beside those that both files show', () => {
  const unnamed = (...types: string[]): string =>
    fn(`f: ${types.map((type) => `{ Args: { "": ${type} }; Returns: number }`).join(' | ')}`);
  const has = (count: number): Partial<KnownObjects> => ({ unnamedOverloads: () => count });
  const two = unnamed('number', 'string');
  const changed = (id: string) => ({ changes: [`function-signature-changed ${id}`], entries: [] });
  expect(compare(two, fn(), has(2))).toEqual({ changes: [], entries: ['A3.28'] });
  expect(compare(two, fn(), has(1)).changes).toEqual(['function-removed public.f()']);
  expect(compare(two, unnamed('string'), has(2))).toEqual({ changes: [], entries: ['A3.28'] });
  expect(compare(two, unnamed('string'), has(1))).toEqual(changed('public.f("":)'));
  expect(compare(unnamed('number'), unnamed('string'), has(1))).toEqual(changed('public.f()'));
});

test('A3.22: a foreign table that the committed types lack is drift, with a hint at older generators', () => {
  const known: KnownObjects = {
    ...NOTHING_KNOWN,
    lateKind: (_schema, name) => (name === 'far' ? 'foreign table' : undefined),
  };
  const { changes } = compareTypes(...parsed(tables('t'), tables('t', 'far', 'near')), CHOICE, known);
  const findings = changes.map(findingOf);
  expect(findings.map(({ id, details }) => [id, details])).toEqual([
    ['public.far', ['generators before March 2024 left foreign tables out: those types may only be older']],
    ['public.near', undefined],
  ]);
});
