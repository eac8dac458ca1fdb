// Differences of generators that are told in a notice, each beside the nearest real change, which stays drift.
// The generated side is the engine's of today, as in the product.

import { describe, expect, test } from '@jest/globals';
import { formatObjectId } from '../../src/findings/object-id.ts';
import { diffTypes } from '../../src/types/diff.ts';
import { type KnownObjects, NOTHING_KNOWN } from '../../src/types/known-objects.ts';
import { parseTypes } from '../../src/types/parse.ts';
import { database, table } from './texts.ts';

function compare(
  committed: string,
  generated: string,
  known: Partial<KnownObjects> = {},
): { changes: string[]; entries: string[] } {
  const both = [parseTypes(committed, 'committed.ts'), parseTypes(generated, 'generated.ts', true)] as const;
  const diff = diffTypes(...both, { ...NOTHING_KNOWN, ...known });
  return {
    changes: diff.changes.map(({ kind, object }) => `${kind} ${formatObjectId(object)}`),
    entries: [...new Set(diff.equivalences.map(({ entry }) => entry))],
  };
}

const tables = (row: string, insert = row, more = ''): string =>
  database({ Tables: table('t', { row, insert }) + more });
const fn = (type: string, more: Parameters<typeof database>[0] = {}): string =>
  database({ ...more, Functions: `f: ${type}` });
const view = (name: string, row: string, write = ''): string =>
  `${name}: { Row: { ${row} }; ${write} Relationships: [] }`;
/** What CHECK constraints allow. */
const ALLOWED: Partial<KnownObjects> = {
  allowedValues: (_schema, _object, part) =>
    ({ state: ['draft', 'paid'], n: ['1', '2'], '': ['draft', 'paid'] })[part],
};
const ROW = 'Database["public"]["Tables"]["t"]["Row"]';
const computed = (row: string, arg: string, insert = 'id: number'): string =>
  database({
    Tables: table('t', { row, insert }),
    Functions: `full: { Args: { t: ${arg} }; Returns: string }`,
  });
const CONFLICT =
  '{ error: true } & "Could not choose the best candidate function between: public.f(v => a), public.f(v => b). Try renaming"';
const UNCALLABLE =
  '{ error: true } & "the function public.f with parameter or with a single unnamed json/jsonb parameter, but no matches were found in the schema cache"';
const ONE_OF_SET = '{ from: "*"; to: "t"; isOneToOne: true; isSetofReturn: true }';
/** A table as the newest generators write it. */
const LATEST = {
  Tables: table('t', { row: 'id: number' }).replace(
    'Relationships: []',
    'Relationships: []; ComputedFields: never',
  ),
};
/** Makes a file one that a generator of today has made. */
const today = (text: string): string =>
  text.replace('Relationships: []', 'Relationships: []; ComputedFields: never');

interface Case {
  entry: string;
  committed: string;
  generated: string;
  /** What the database must tell for it. */
  known?: Partial<KnownObjects>;
  real: [committed: string, generated: string, change: string][];
}

/** A relationship of `t` to itself, which some generators write and others lose the columns of. */
const related = (relationship: string, more = ''): string =>
  database({
    Tables: table('t', { row: 'id: number; "a.b": number', relationships: `[${relationship}]` }) + more,
  });
/** A view with a computed field that is a row of another view. */
const pal = (field: string): string =>
  fn(
    '{ Args: { a: string }; Returns: string }; pal: { Args: { w: Database["public"]["Views"]["w"]["Row"] }; Returns: string; SetofOptions: { from: "w"; to: "v"; isOneToOne: true } }',
    { Views: `${view('v', 'id: number | null')}; ${view('w', `id: number | null; pal: ${field} | null`)}` },
  );
/** A function that gives rows of a view, named. */
const viewFn = (row: string, list: string): string =>
  fn(
    `{ Args: { a: string }; Returns: Database["public"]["Views"]["v"]["Row"]${list}; SetofOptions: { from: "*"; to: "v"; isOneToOne: false } }`,
    { Views: view('v', row).replace('[]', '[]; ComputedFields: never') },
  );
const leading = (to: string, columns: string, referenced: string, isOneToOne = false): string =>
  `{ foreignKeyName: "k"; columns: ${columns}; isOneToOne: ${isOneToOne}; referencedRelation: "${to}"; referencedColumns: ${referenced} }`;

/** Another table with a relationship. */
const keyed = (columns: string): string =>
  table('other', {
    row: 'id: number',
    relationships: `[${leading('t', columns, columns).replace('"k"', '"other_k"')}]`,
  });

const CASES: Case[] = [
  {
    entry: 'A3.3',
    committed: tables('id: number').replace('Relationships: []', ''),
    generated: tables('id: number').replace(
      'Relationships: []',
      'Relationships: [{ foreignKeyName: "k"; columns: ["id"]; isOneToOne: false; referencedRelation: "t"; referencedColumns: ["id"] }]',
    ),
    real: [
      [
        tables('id: number'),
        tables('id: number').replace(
          'Relationships: []',
          'Relationships: [{ foreignKeyName: "k"; columns: ["id"]; isOneToOne: false; referencedRelation: "t"; referencedColumns: ["id"] }]',
        ),
        'relationship-added public.t.k',
      ],
    ],
  },
  {
    entry: 'A3.6',
    committed: tables('id: number').replace('Relationships: []', 'Relationships: []; ComputedFields: "full"'),
    generated: tables('id: number'),
    real: [
      [
        tables('id: number; full: string | null', 'id: number').replace(
          'Relationships: []',
          'Relationships: []; ComputedFields: "full"',
        ),
        tables('id: number'),
        'column-removed public.t.full',
      ],
    ],
  },
  {
    entry: 'A3.7',
    committed: fn('{ Args: { t: unknown }; Returns: string }'),
    generated: fn(`{ Args: { t: ${ROW} }; Returns: string }`),
    known: { takesRow: (schema, name) => schema === 'public' && name === 'f' },
    real: [
      [
        fn('{ Args: { t: unknown }; Returns: string }'),
        fn('{ Args: { t: number }; Returns: string }'),
        'function-signature-changed public.f()',
      ],
      [
        fn(`{ Args: { t: ${ROW} }; Returns: string }`),
        fn('{ Args: { t: unknown }; Returns: string }'),
        'function-signature-changed public.f()',
      ],
    ],
  },
  {
    entry: 'A3.8',
    committed: computed('id: number; full: string | null', 'unknown'),
    generated: computed('id: number', ROW).replace('t: unknown', `t: ${ROW}`),
    known: { takesRow: (schema, name) => schema === 'public' && name === 'full' },
    real: [
      [
        computed('id: number; full: string | null', 'unknown'),
        computed('id: number', 'unknown'),
        'column-removed public.t.full',
      ],
      [
        computed('id: number; full: string', ROW, 'id: number; full: string'),
        computed('id: number', ROW),
        'column-removed public.t.full',
      ],
    ],
  },
  {
    entry: 'A3.9',
    committed: fn('{ Args: never; Returns: { meta: Json }[] }'),
    generated: fn('{ Args: never; Returns: { meta: NonNullable<Json> }[] }'),
    real: [
      [
        fn('{ Args: never; Returns: { meta: Json }[] }'),
        fn('{ Args: never; Returns: { meta: Json | null }[] }'),
        'function-signature-changed public.f()',
      ],
      // A file that knows the newer form would have written it.
      [
        tables('a: NonNullable<Json>; b: NonNullable<Json>; meta: Json'),
        tables('a: NonNullable<Json>; b: NonNullable<Json>; meta: NonNullable<Json>'),
        'column-type-changed public.t.meta',
      ],
    ],
  },
  {
    entry: 'A3.10',
    known: { isComputed: (_schema, relation, column) => relation === 't' && column === 'slug' },
    committed: tables('slug: string | null', 'slug?: string | null'),
    generated: tables('slug: string | null', 'slug?: never'),
    real: [
      [
        tables('slug: string | null', 'slug?: never'),
        tables('slug: string | null', 'slug?: string | null'),
        'column-type-changed public.t.slug',
      ],
      [
        today(tables('slug: string | null', 'slug?: string | null')),
        tables('slug: string | null', 'slug?: never'),
        'column-type-changed public.t.slug',
      ],
    ],
  },
  {
    entry: 'A6.1',
    known: ALLOWED,
    committed: tables('state: "paid" | "draft"; n: 2 | 1 | null'),
    generated: tables('state: string; n: number | null'),
    real: [
      // One value less, one more, other values, null, the other side.
      [tables('state: "draft"'), tables('state: string'), 'column-type-changed public.t.state'],
      [
        tables('state: "draft" | "paid" | "void"'),
        tables('state: string'),
        'column-type-changed public.t.state',
      ],
      [tables('state: 1 | 2'), tables('state: string'), 'column-type-changed public.t.state'],
      [
        tables('state: "draft" | "paid"'),
        tables('state: string | null'),
        'column-type-changed public.t.state',
      ],
      [tables('state: string'), tables('state: "draft" | "paid"'), 'column-type-changed public.t.state'],
      [tables('state: "draft" | "paid"'), tables('state: number'), 'column-type-changed public.t.state'],
      [tables('other: "draft" | "paid"'), tables('other: string'), 'column-type-changed public.t.other'],
    ],
  },
  {
    entry: 'A6.1',
    known: ALLOWED,
    committed: fn('{ Args: { state: "draft" | "paid" }; Returns: "draft" | "paid" }'),
    generated: fn('{ Args: { state: string }; Returns: string }'),
    real: [
      [
        fn('{ Args: { state: "draft" }; Returns: string }'),
        fn('{ Args: { state: string }; Returns: string }'),
        'function-signature-changed public.f()',
      ],
    ],
  },
  {
    entry: 'A3.11',
    committed: today(database({ Views: view('v', 'id: number') })),
    generated: database({ Views: view('v', 'id: number | null') }),
    real: [
      [
        today(database({ Views: view('v', 'id: number') })),
        database({ Views: view('v', 'id: string | null') }),
        'column-type-changed public.v.id',
      ],
      // No generator before October 2026 writes a view's column without null: somebody took it out.
      [
        database({ Views: view('v', 'id: number') }),
        database({ Views: view('v', 'id: number | null') }),
        'column-type-changed public.v.id',
      ],
      [
        today(database({ Views: view('v', 'id: number') })),
        today(database({ Views: view('v', 'id: number | null') })),
        'column-type-changed public.v.id',
      ],
      [tables('id: number'), tables('id: number | null', 'id: number'), 'column-type-changed public.t.id'],
    ],
  },
  {
    entry: 'A3.11',
    committed: today(
      fn(
        '{ Args: { a: number }; Returns: { id: number }[]; SetofOptions: { from: "*"; to: "v"; isOneToOne: false } }',
        { Views: view('v', 'id: number') },
      ),
    ),
    generated: fn(
      '{ Args: { a: number }; Returns: { id: number | null }[]; SetofOptions: { from: "*"; to: "v"; isOneToOne: false } }',
      { Views: view('v', 'id: number | null') },
    ),
    real: [
      [
        fn('{ Args: { a: number }; Returns: { id: number }[] }', {
          Tables: table('v', { row: 'id: number' }),
        }),
        fn(
          '{ Args: { a: number }; Returns: { id: number | null }[]; SetofOptions: { from: "*"; to: "v"; isOneToOne: false } }',
          { Tables: table('v', { row: 'id: number' }) },
        ),
        'function-signature-changed public.f()',
      ],
    ],
  },
  {
    entry: 'A3.11',
    committed: viewFn('id: number', '[]'),
    generated: viewFn('id: number | null', '[]').replace('ComputedFields: never', ''),
    real: [
      [
        viewFn('id: number | null', '[]'),
        viewFn('id: number | null', '[] | null'),
        'function-signature-changed public.f()',
      ],
    ],
  },
  {
    entry: 'A3.11',
    committed: pal('{ id: number; name: string }').replaceAll(
      'Relationships: []',
      'Relationships: []; ComputedFields: never',
    ),
    generated: pal('{ id: number | null; name: string | null }'),
    real: [
      [
        pal('{ id: number; name: string }').replaceAll(
          'Relationships: []',
          'Relationships: []; ComputedFields: never',
        ),
        pal('{ id: number | null; name: boolean | null }'),
        'column-type-changed public.w.pal',
      ],
      [pal('{ id: number | null }'), pal('{ id: number }'), 'column-type-changed public.w.pal'],
    ],
  },
  {
    entry: 'A3.12',
    known: { isLateWritable: (_schema, view) => view === 'v' },
    committed: database({ Views: view('v', 'id: number | null') }),
    generated: database({ Views: view('v', 'id: number | null', 'Insert: { id?: number };') }),
    real: [
      // What every generator takes for writable became read-only.
      [
        database({ Views: view('v', 'id: number', 'Insert: { id?: number }; Update: { id?: number };') }),
        database({ Views: view('v', 'id: number') }),
        'column-optionality-changed public.v.id',
      ],
      [
        today(database({ Views: view('v', 'id: number') })),
        database({ Views: view('v', 'id: number', 'Insert: { id?: number };') }),
        'column-optionality-changed public.v.id',
      ],
      [
        database({ Views: view('v', 'id: number', 'Insert: { id?: number }; Update: { id?: number };') }),
        database({ Views: view('v', 'id: number', 'Insert: { id: number }; Update: { id?: number };') }),
        'column-optionality-changed public.v.id',
      ],
    ],
  },
  {
    entry: 'A3.13',
    committed: fn('{ Args: { a: number } | { b: string }; Returns: number }'),
    generated: fn('{ Args: { a: number }; Returns: number } | { Args: { b: string }; Returns: string }'),
    real: [
      [
        fn('{ Args: { a: number } | { b: string }; Returns: number }'),
        fn('{ Args: { a: number }; Returns: boolean } | { Args: { b: string }; Returns: string }'),
        'function-signature-changed public.f(a:)',
      ],
    ],
  },
  {
    entry: 'A3.14',
    committed: fn('{ Args: { v: string }; Returns: string }'),
    generated: fn(`{ Args: { v: string }; Returns: ${CONFLICT} }`),
    real: [
      [
        fn(`{ Args: { v: string }; Returns: ${CONFLICT} }`),
        fn('{ Args: { v: string }; Returns: string }'),
        'function-signature-changed public.f()',
      ],
    ],
  },
  {
    entry: 'A3.14',
    committed: fn(`{ Args: { "": ${ROW} }; Returns: ${UNCALLABLE} }`, LATEST),
    generated: fn(
      `{ Args: { "": ${ROW} }; Returns: { id: number }[]; SetofOptions: { from: "t"; to: "t"; isOneToOne: false } }`,
      LATEST,
    ).replace('; ComputedFields: never', ''),
    real: [
      [
        fn(`{ Args: { "": ${ROW} }; Returns: ${UNCALLABLE} }`, LATEST),
        fn(
          `{ Args: { t: ${ROW} }; Returns: { id: number }[]; SetofOptions: { from: "t"; to: "t"; isOneToOne: false } }`,
          LATEST,
        ),
        'function-signature-changed public.f()',
      ],
      [
        fn(
          `{ Args: { "": ${ROW} }; Returns: { id: number }[]; SetofOptions: { from: "t"; to: "t"; isOneToOne: false } }`,
          LATEST,
        ),
        fn(`{ Args: { "": ${ROW} }; Returns: ${UNCALLABLE} }`, LATEST),
        'function-signature-changed public.f()',
      ],
    ],
  },
  {
    entry: 'A3.14',
    committed: fn(`{ Args: { "": unknown }; Returns: number[] }`),
    generated: fn(`{ Args: { "": ${ROW} }; Returns: ${UNCALLABLE}[] }`),
    known: { takesRow: (schema, name) => schema === 'public' && name === 'f' },
    real: [
      [
        fn('{ Args: { a: number }; Returns: number[] }'),
        fn(`{ Args: { "": ${ROW} }; Returns: ${UNCALLABLE}[] }`),
        'function-signature-changed public.f()',
      ],
    ],
  },
  {
    entry: 'A3.15',
    committed: fn('{ Args: { a: number }; Returns: { id: number }[] }'),
    generated: fn(`{ Args: { a: number }; Returns: { id: number }; SetofOptions: ${ONE_OF_SET} }`),
    real: [
      [
        fn('{ Args: { a: number }; Returns: { id: number }[] }'),
        fn('{ Args: { a: number }; Returns: { id: number } }'),
        'function-signature-changed public.f()',
      ],
      [
        fn(`{ Args: { a: number }; Returns: { id: number }[]; SetofOptions: ${ONE_OF_SET} }`),
        fn(`{ Args: { a: number }; Returns: { id: number }; SetofOptions: ${ONE_OF_SET} }`),
        'function-signature-changed public.f()',
      ],
    ],
  },
  {
    entry: 'A3.16',
    known: { usesLearntType: (_schema, name, column = '') => name === 't' && column.startsWith('span') },
    committed: tables('span: unknown; spans: unknown[] | null'),
    generated: tables('span: string; spans: string[] | null'),
    real: [
      // A file with SetofOptions in it knows what the rows of a materialized view are.
      [
        fn('{ Args: never; Returns: unknown[]; SetofOptions: { from: "*"; to: "m"; isOneToOne: false } }'),
        fn(
          '{ Args: never; Returns: { id: number }[]; SetofOptions: { from: "*"; to: "m"; isOneToOne: false } }',
        ),
        'function-signature-changed public.f()',
      ],
      [
        fn('{ Args: never; Returns: Record<string, unknown> }'),
        fn('{ Args: never; Returns: { id: number }[] }'),
        'function-signature-changed public.f()',
      ],
      [tables('span: unknown'), tables('span: boolean'), 'column-type-changed public.t.span'],
      [tables('span: string'), tables('span: unknown'), 'column-type-changed public.t.span'],
      [today(tables('span: unknown')), tables('span: string'), 'column-type-changed public.t.span'],
    ],
  },
  {
    entry: 'A3.17',
    committed: tables('id: number').replace(
      'Relationships: []',
      'Relationships: [{ foreignKeyName: "k"; columns: ["id"]; referencedRelation: "users"; referencedColumns: ["id"] }]',
    ),
    generated: tables('id: number'),
    real: [
      [
        tables('id: number').replace(
          'Relationships: []',
          'Relationships: [{ foreignKeyName: "k"; columns: ["id"]; referencedRelation: "t"; referencedColumns: ["id"] }]',
        ),
        tables('id: number'),
        'relationship-removed public.t.k',
      ],
    ],
  },
  {
    entry: 'A3.23',
    committed: related(leading('t', '["a.b"]', '["id"]')),
    generated: related(leading('t', 'null', 'null')),
    real: [
      [
        related(leading('t', '["a.b"]', '["id"]')),
        related(leading('u', 'null', 'null')),
        'relationship-changed public.t.k',
      ],
      [
        related(leading('t', '["a.b"]', '["id"]', true)),
        related(leading('t', 'null', 'null')),
        'relationship-changed public.t.k',
      ],
      [related(''), related(leading('t', 'null', 'null')), 'relationship-added public.t.k'],
    ],
  },
  {
    // Of a schema whose name SQL writes in quotes, all lose them.
    entry: 'A3.23',
    committed: related(leading('t', '["id"]', '["id"]')),
    generated: related(leading('t', 'null', 'null')),
    real: [
      // Another one of the schema has its columns.
      [
        related(leading('t', '["id"]', '["id"]'), keyed('["id"]')),
        related(leading('t', 'null', 'null'), keyed('["id"]')),
        'relationship-changed public.t.k',
      ],
      [
        related(leading('t', '["id"]', '["id"]')),
        related(leading('u', 'null', 'null')),
        'relationship-changed public.t.k',
      ],
    ],
  },
];

describe('a notice', () => {
  test.each(CASES)('$entry: no drift, and the notice names it', ({ entry, committed, generated, known }) => {
    expect(compare(committed, generated, known)).toEqual({
      changes: [],
      entries: expect.arrayContaining([entry]),
    });
  });

  test.each(CASES)('$entry: the nearest real changes stay drift', ({ real, known }) => {
    for (const [committed, generated, change] of real) {
      expect(compare(committed, generated, known).changes).toContain(change);
    }
  });

  const TOLD = CASES.filter(({ known }) => known !== undefined);
  test.each(TOLD)('$entry: is drift where no database says that it may be', ({ committed, generated }) => {
    expect(compare(committed, generated).changes).not.toEqual([]);
  });
});

test.each([
  ['the generators before October 2026', (text: string) => text],
  ['older ones', (text: string) => text.replaceAll('NonNullable<Json>', 'Json')],
])(
  'a JSON column of a view that only newer generators know not to be null is told once, against %s',
  (_, older) => {
    const views = (column: string) =>
      database({
        Tables: table('t', { row: 'meta: NonNullable<Json>' }),
        Views: view('v', `meta: ${column}`),
      });
    const committed = older(views('Json | null'));
    const generated = today(views('NonNullable<Json>'));
    const told = compare(committed, generated);
    expect(told.changes).toEqual([]);
    const isOld = !committed.includes('NonNullable');
    expect(told.entries).toEqual([...(isOld ? ['A3.9'] : []), 'A3.11']);
    const objects = diffTypes(
      parseTypes(committed, 'a.ts'),
      parseTypes(generated, 'b.ts', true),
    ).equivalences;
    expect(objects.filter(({ object }) => formatObjectId(object) === 'public.v.meta')).toHaveLength(1);
  },
);

describe('silent', () => {
  test('`unknown | null` is `unknown`, wherever it stands', () => {
    const before = fn('{ Args: never; Returns: { v: unknown | null; w: (unknown | null)[] }[] }');
    const after = fn('{ Args: never; Returns: { v: unknown; w: unknown[] }[] }');
    expect(compare(before, after)).toEqual({ changes: [], entries: [] });
  });

  test('A3.24: a row that is named is the row written out, without its computed fields', () => {
    const withRow = (result: string): string =>
      computed('id: number; full: string | null', ROW).replace(
        'Functions: {',
        `Functions: { f: { Args: { a: string }; Returns: ${result} };`,
      );
    expect(compare(withRow('{ id: number }[]'), withRow(`${ROW}[]`))).toEqual({ changes: [], entries: [] });
    for (const other of ['{ id: string }[]', '{ id: number; full: string | null }[]', '{ id: number }']) {
      expect(compare(withRow(other), withRow(`${ROW}[]`)).changes).toEqual([
        'function-signature-changed public.f()',
      ]);
    }
  });

  test('A3.29: a list of labels without its parentheses', () => {
    const labels = (type: string): string => fn(`{ Args: { a: string }; Returns: ${type} }`);
    expect(compare(labels('"y" | "x"[]'), labels('("x" | "y")[]'))).toEqual({ changes: [], entries: [] });
    for (const other of ['"x" | "y"', '("x" | "z")[]', '"x"[]', '("x" | "y")[] | string']) {
      expect(compare(labels('"y" | "x"[]'), labels(other)).changes).toEqual([
        'function-signature-changed public.f()',
      ]);
    }
  });

  test('A3.14: a mark on overloads says the same as a list', () => {
    expect(
      compare(
        fn(`{ Args: { v: string }; Returns: ${CONFLICT} }`),
        fn(`{ Args: { v: string }; Returns: (${CONFLICT})[] }`),
      ),
    ).toEqual({ changes: [], entries: [] });
    expect(
      compare(
        fn(`{ Args: { v: string }; Returns: ${CONFLICT} }`),
        fn(`{ Args: { v: string }; Returns: ${CONFLICT}[] }`),
      ),
    ).toEqual({ changes: [], entries: [] });
    expect(
      compare(
        fn(`{ Args: { v: string }; Returns: ${CONFLICT} }`),
        fn(`{ Args: { v: string }; Returns: (${CONFLICT.replace('=> b', '=> c')})[] }`),
      ).changes,
    ).toEqual(['function-signature-changed public.f()']);
  });

  test('parentheses and keys in brackets say nothing', () => {
    expect(compare(tables("['id']: (number)"), tables('id: number'))).toEqual({ changes: [], entries: [] });
  });
});

describe('nothing vanishes', () => {
  test('A3.5: other options of a set, or none, are drift between files of generators that write them', () => {
    const options = (to: string): string => `; SetofOptions: { from: "*"; to: "${to}"; isOneToOne: false }`;
    const rows = (set: string): string =>
      `${fn(`{ Args: never; Returns: { meta: NonNullable<Json> }[]${set} }`, LATEST)}`;
    const changed = { changes: ['function-signature-changed public.f()'], entries: [] };
    expect(compare(rows(options('t')), rows(options('t')))).toEqual({ changes: [], entries: [] });
    expect(compare(rows(options('t')), rows(options('u')))).toEqual(changed);
    expect(compare(rows(''), rows(options('t')))).toEqual(changed);
    expect(compare(rows(options('t')), rows(''))).toEqual(changed);
    const old = `${rows('').replace('NonNullable<Json>', 'Json').replace('ComputedFields: never', '')}type PublicSchema = Database["public"]\n`;
    expect(compare(old, rows(options('t'))).changes).toEqual([]);
    const both = [rows(options('t')), rows(options('u'))].map((text) => parseTypes(text, 'types.ts'));
    const [before, after] = both;
    const [change] = before && after ? diffTypes(before, after).changes : [];
    expect(change).toMatchObject({
      committed: expect.stringContaining('to: "t"'),
      generated: expect.stringContaining('to: "u"'),
    });
  });

  test('A3.16: a newer form in a file of a time that did not know it is drift', () => {
    const old = (type: string): string =>
      `${database({ Tables: table('t', { row: 'o: unknown | null' }), Functions: `f: { Args: { a: number }; Returns: ${type} }` })}export const Constants = {}\n`;
    for (const [before, after] of [
      ['unknown', 'string'],
      ['Record<string, unknown>', '{ id: number }'],
    ] as const) {
      const diff = diffTypes(parseTypes(old(before), 'committed.ts'), parseTypes(old(after), 'generated.ts'));
      expect(diff.changes.map(({ kind }) => kind)).toEqual(['function-signature-changed']);
      expect(diff.equivalences).toEqual([]);
    }
  });

  test('a column that stands in Insert alone is drift', () => {
    expect(compare(tables('id: number', 'id: number; ghost: string'), tables('id: number')).changes).toEqual([
      'column-removed public.t.ghost',
    ]);
  });

  const WITHIN: [what: string, text: string][] = [
    ['a schema that is an alias', tables('id: number').replace('Database = {', 'Database = { ghost: Ghost;')],
    ['a section that is an alias', database({}).replace(/Enums: \{[^}]*\}/, 'Enums: Mine')],
    [
      'a section that generators do not write',
      database({}).replace('Enums:', 'Sequences: { s: number }; Enums:'),
    ],
    ['a table that is an intersection', database({ Tables: 'ghost: { Row: { a: 1 } } & { Row: { b: 2 } }' })],
    ['a column without a type', tables('id: number; ghost')],
    ['an index signature among columns', tables('id: number; [key: string]: number')],
    ['a method among columns', tables('id: number; ghost(): string')],
    ['a column that stands twice', tables('id: number; id: string')],
    ['arguments that are an alias', fn('{ Args: Mine; Returns: string }')],
    ['a function that is an alias', fn('Mine')],
    ['a function without a result', fn('{ Args: never }')],
    ['an enum that is more than labels', database({ Enums: 'e: "a" | string' })],
    [
      'relationships that are an alias',
      tables('id: number').replace('Relationships: []', 'Relationships: Mine'),
    ],
    [
      'a Database that extends another type',
      tables('id: number').replace('type Database =', 'interface Database extends Base'),
    ],
    [
      'a Database that is declared twice',
      `${tables('id: number').replace('type Database =', 'interface Database')}interface Database { more: { Tables: {} } }`,
    ],
  ];

  test.each(WITHIN)('%s is refused, not passed over', (_what, text) => {
    expect(() => parseTypes(text, 'types.ts')).toThrow(
      /types\.ts (holds something|declares Database in more)/,
    );
  });

  test('nested types that differ never become the same', () => {
    const of = (type: string): string => tables(`x: ${type}`);
    const odd = [
      '{ [key: string]: string }',
      '{ [key: string]: number }',
      '{ m(): string }',
      '{ [K in "a" | "b"]: K }',
      '{}',
    ];
    for (const a of odd) for (const b of odd) expect(compare(of(a), of(b)).changes.length > 0).toBe(a !== b);
  });
});

test('thousands of relationships that differ take no time', () => {
  const many = (column: string): string =>
    tables('id: number').replace(
      'Relationships: []',
      `Relationships: [${Array.from({ length: 3000 }, (_, n) => `{ foreignKeyName: "k${n}"; columns: ["${column}"]; isOneToOne: false; referencedRelation: "t"; referencedColumns: ["id"] }`).join(', ')}]`,
    );
  const start = performance.now();
  expect(compare(many('a'), many('b')).changes).toHaveLength(3000);
  expect(performance.now() - start).toBeLessThan(20_000);
});
