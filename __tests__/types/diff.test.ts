import { describe, expect, test } from '@jest/globals';
import { formatObjectId } from '../../src/findings/object-id.ts';
import { diffTypes } from '../../src/types/diff.ts';
import { type KnownObjects, NOTHING_KNOWN } from '../../src/types/known-objects.ts';
import { parseTypes } from '../../src/types/parse.ts';
import { database, table } from './texts.ts';

/** A database in which one column is computed. */
const KNOWN: KnownObjects = {
  ...NOTHING_KNOWN,
  isComputed: (_schema, relation, column) => relation === 't' && column === 'body',
};

/** The differences of two texts, as `kind id`, and the entries of the equivalences that were used. */
function compare(committed: string, generated: string): { changes: string[]; entries: string[] } {
  const diff = diffTypes(parseTypes(committed, 'committed.ts'), parseTypes(generated, 'generated.ts'), KNOWN);
  return {
    changes: diff.changes.map(({ kind, object }) => `${kind} ${formatObjectId(object)}`).sort(),
    entries: diff.equivalences.map(({ entry }) => entry).sort(),
  };
}

const IN_SYNC = { changes: [], entries: [] };

interface Case {
  entry: string;
  what: string;
  committed: string;
  generated: string;
  /** The neighbouring real change, and what it is called. */
  real: string;
  change: string;
  /** Entries that a notice names; none for a silent equivalence. */
  notices?: string[];
}

const column = (row: string, insert = row, update = insert): string =>
  database({ Tables: table('t', { row, insert, update }) });
const view = (name: string): string => `${name}: { Row: { id: number | null }; Relationships: [] };`;
const schemas = (...all: [name: string, sections: Parameters<typeof database>[0]][]): string => {
  const bodies = all.map(([name, sections]) => /\{ (.*: \{.*\}) \}\n$/s.exec(database(sections, name))?.[1]);
  return `export type Database = { ${bodies.map((body) => body?.replace(/^.*Database = \{ /s, '')).join('; ')} }\n`;
};
const fn = (type: string): string => database({ Functions: `f: ${type}` });

const CASES: Case[] = [
  {
    entry: 'A1.1',
    what: 'the order of columns',
    committed: column('id: number; created_at: string'),
    generated: column('created_at: string; id: number'),
    real: column('created_at: string; id: string'),
    change: 'column-type-changed public.t.id',
  },
  {
    entry: 'A1.2',
    what: 'the order of tables',
    committed: database({ Tables: table('b', { row: 'id: number' }) + table('a', { row: 'id: number' }) }),
    generated: database({ Tables: table('a', { row: 'id: number' }) + table('b', { row: 'id: number' }) }),
    real: database({ Tables: table('a', { row: 'id: number' }) }),
    change: 'relation-removed public.b',
  },
  {
    entry: 'A1.2',
    what: 'the order of views, enums and schemas',
    committed: schemas(
      ['b', { Views: `${view('y')} ${view('x')}`, Enums: 'f: "a"; e: "b"' }],
      ['a', { Enums: 'g: "c"' }],
    ),
    generated: schemas(
      ['a', { Enums: 'g: "c"' }],
      ['b', { Views: `${view('x')} ${view('y')}`, Enums: 'e: "b"; f: "a"' }],
    ),
    real: schemas(
      ['a', { Enums: 'g: "c"' }],
      ['b', { Views: `${view('x')} ${view('z')}`, Enums: 'e: "b"; f: "a"' }],
    ),
    change: 'relation-added b.z',
  },
  {
    entry: 'A1.3',
    what: 'the order of arguments',
    committed: fn('{ Args: { a?: string; b?: number }; Returns: Json }'),
    generated: fn('{ Args: { b?: number; a?: string }; Returns: Json }'),
    real: fn('{ Args: { b?: number; a: string }; Returns: Json }'),
    change: 'function-signature-changed public.f()',
  },
  {
    entry: 'A1.4',
    what: 'the order of returned columns',
    committed: fn('{ Args: { a: string }; Returns: { z: number; a: string }[] }'),
    generated: fn('{ Args: { a: string }; Returns: { a: string; z: number }[] }'),
    real: fn('{ Args: { a: string }; Returns: { a: string; z: string }[] }'),
    change: 'function-signature-changed public.f()',
  },
  {
    entry: 'A1.5',
    what: 'the order of overloads',
    committed: fn('{ Args: { a: number }; Returns: number } | { Args: { b: string }; Returns: string }'),
    generated: fn('{ Args: { b: string }; Returns: string } | { Args: { a: number }; Returns: number }'),
    real: fn('{ Args: { b: string }; Returns: string }'),
    change: 'function-signature-changed public.f(a:)',
  },
  {
    entry: 'A1.7',
    what: 'the order of candidates in a conflict',
    committed: fn(
      '{ Args: { v: string }; Returns: { error: true } & "Could not choose the best candidate function between: public.f(v => e1), public.f(v => e2). Try renaming" }',
    ),
    generated: fn(
      '{ Args: { v: string }; Returns: { error: true } & "Could not choose the best candidate function between: public.f(v => e2), public.f(v => e1). Try renaming" }',
    ),
    real: fn(
      '{ Args: { v: string }; Returns: { error: true } & "Could not choose the best candidate function between: public.f(v => e2), public.f(v => e3). Try renaming" }',
    ),
    change: 'function-signature-changed public.f()',
  },
  {
    entry: 'A1.8',
    what: 'the order of enum labels',
    committed: database({ Enums: 'e: "a" | "b"' }),
    generated: database({ Enums: 'e: "b" | "a"' }),
    real: database({ Enums: 'e: "b"' }),
    change: 'enum-value-removed public.e.a',
  },
  {
    entry: 'A1.8',
    what: 'the order of enum labels in Constants',
    committed: `${database({ Enums: 'e: "a" | "b"' })}export const Constants = { public: { Enums: { e: ["a", "b"] } } } as const\n`,
    generated: `${database({ Enums: 'e: "a" | "b"' })}export const Constants = { public: { Enums: { e: ["b", "a"] } } } as const\n`,
    real: `${database({ Enums: 'e: "a" | "c"' })}export const Constants = { public: { Enums: { e: ["c", "a"] } } } as const\n`,
    change: 'enum-value-added public.e.c',
    notices: ['A1.8'],
  },
  {
    entry: 'A1.9',
    what: 'the collation that names are sorted by',
    committed: column('Zed: string; _x: number; id: number; userId: string; user_id: string'),
    generated: column('_x: number; id: number; user_id: string; userId: string; Zed: string'),
    real: column('_x: number; id: number; user_id: string; userid: string; Zed: string'),
    change: 'column-added public.t.userid',
  },
  {
    entry: 'A1.10',
    what: 'the order of the attributes of a composite type',
    committed: database({ CompositeTypes: 'c: { z: string | null; a: number | null }' }),
    generated: database({ CompositeTypes: 'c: { a: number | null; z: string | null }' }),
    real: database({ CompositeTypes: 'c: { a: number | null; z: number | null }' }),
    change: 'composite-type-changed public.c',
  },
  {
    entry: 'A2.1',
    what: 'an interface for a type',
    committed: column('id: number').replace('type Database =', 'interface Database'),
    generated: column('id: number'),
    real: column('id: number | null'),
    change: 'column-type-changed public.t.id',
  },
  {
    entry: 'A2.4',
    what: 'quotes, separators and parentheses',
    committed: column('"id": number, tags: (string)[],'),
    generated: column("'id': number; 'tags': Array<string>"),
    real: column("'id': number; 'tags': Array<string | null>"),
    change: 'column-type-changed public.t.tags',
  },
  {
    entry: 'A2.2',
    what: 'commas and line breaks, quoted keys and a leading blank line',
    committed: column('id: number; mail: string'),
    generated: `\n${column('\n "id": number,"mail": string\n')}`.replace('Row:', '"Row":'),
    real: `\n${column('\n "id": number,"mail": number\n')}`.replace('Row:', '"Row":'),
    change: 'column-type-changed public.t.mail',
  },
  {
    entry: 'A2.5',
    what: 'parentheses and line breaks in helper types',
    committed: `${column('id: number')}export type Tables<N extends keyof Database> = N extends "a" ? 1 : 2\n`,
    generated: `${column('id: number')}export type Tables<N extends (keyof Database)> =\n  (N extends "a" ? 1 : 2)\n`,
    real: `${column('ident: number')}export type Tables<N extends (keyof Database)> =\n  (N extends "a" ? 1 : 2)\n`,
    change: 'column-added public.t.ident',
  },
  {
    entry: 'A2.7',
    what: 'line ends and blank lines at the end',
    committed: `${column('id: number')}\n\n`,
    generated: column('id: number').replaceAll('\n', '\r\n'),
    real: column('id: string').replaceAll('\n', '\r\n'),
    change: 'column-type-changed public.t.id',
  },
  {
    entry: 'A2.8',
    what: 'comments, banners and dates',
    committed: `/* eslint-disable */\n// @ts-nocheck\n// Generated 2026-01-01\n${column('id: number /* the key */')}`,
    generated: column('id: number'),
    real: column('id: number | null'),
    change: 'column-type-changed public.t.id',
  },
  {
    entry: 'A2.10',
    what: "a team's own exports, imports and wrapper",
    committed: `import type { MergeDeep } from "type-fest"\n${column('id: number').replace('type Database =', 'type Generated =')}export type Database = MergeDeep<Generated, { public: { Views: {} } }>\nexport type T = Generated["public"]\n`,
    generated: column('id: number'),
    real: column('id: number; own: string'),
    change: 'column-added public.t.own',
  },
  {
    entry: 'A2.11',
    what: 'a declaration file, and another name',
    committed: column('id: number').replace('export type Database', 'declare type Schema'),
    generated: column('id: number'),
    real: column('id: string'),
    change: 'column-type-changed public.t.id',
  },
  {
    entry: 'A3.1',
    what: 'the definition of Json',
    committed: column('meta: Json | null').replace('Json | undefined }', 'Json }'),
    generated: column('meta: Json | null'),
    real: column('meta: string | null'),
    change: 'column-type-changed public.t.meta',
  },
  {
    entry: 'A3.2',
    what: 'the internal PostgREST version',
    committed: column('id: number').replace('{', '{ __InternalSupabase: { PostgrestVersion: "14.5" }; '),
    generated: column('id: number'),
    real: column('no: number'),
    change: 'column-added public.t.no',
  },
  {
    entry: 'A3.4',
    what: 'how no arguments are written',
    committed: fn('{ Args: Record<PropertyKey, never>; Returns: string }'),
    generated: fn('{ Args: never; Returns: string }'),
    real: fn('{ Args: { a?: string }; Returns: string }'),
    change: 'function-signature-changed public.f()',
  },
  {
    entry: 'A3.5',
    what: 'options of set-returning functions that only one side has',
    committed: fn('{ Args: { a: string }; Returns: { id: number }[] }'),
    generated: fn(
      '{ Args: { a: string }; Returns: { id: number }[]; SetofOptions: { from: "*"; to: "t"; isOneToOne: false } }',
    ),
    real: fn('{ Args: { a: string }; Returns: { id: number } }'),
    change: 'function-signature-changed public.f()',
  },
  {
    entry: 'A3.6',
    what: 'ComputedFields: never',
    committed: column('id: number'),
    generated: column('id: number').replace('Relationships: []', 'Relationships: []; ComputedFields: never'),
    real: column('id: boolean'),
    change: 'column-type-changed public.t.id',
  },
  {
    entry: 'A3.7',
    what: 'a row argument without its computed fields',
    committed: fn('{ Args: { r: Database["public"]["Tables"]["t"]["Row"] }; Returns: string }'),
    generated: fn(
      '{ Args: { r: Omit<Database["public"]["Tables"]["t"]["Row"], Database["public"]["Tables"]["t"]["ComputedFields"]> }; Returns: string }',
    ),
    real: fn('{ Args: { r: Database["public"]["Tables"]["u"]["Row"] }; Returns: string }'),
    change: 'function-signature-changed public.f()',
  },
  {
    entry: 'A3.9',
    what: 'a required JSON column',
    committed: column('meta: Json'),
    generated: column('meta: NonNullable<Json>'),
    real: column('meta: Json | null'),
    change: 'column-type-changed public.t.meta',
    notices: ['A3.9'],
  },
  {
    entry: 'A3.10',
    what: 'a generated column on Insert and Update',
    committed: column('id: number; body: string | null', 'id: number; body?: string | null'),
    generated: column('id: number; body: string | null', 'id: number; body?: never'),
    real: column('id: number; body: string | null', 'id: number; body: string'),
    change: 'column-optionality-changed public.t.body',
    notices: ['A3.10'],
  },
  {
    entry: 'A3.18',
    what: 'helper types, and which schema is the default',
    committed: `${column('id: number')}type PublicSchema = Database[Extract<keyof Database, "public">]\nexport type Enums<N> = N\n`,
    generated: `${column('id: number')}type DefaultSchema = Database[Extract<keyof Database, "api">]\n`,
    real: `${column('id: bigint')}type DefaultSchema = Database[Extract<keyof Database, "api">]\n`,
    change: 'column-type-changed public.t.id',
  },
  {
    entry: 'A3.19',
    what: 'Constants that only one side has',
    committed: database({ Enums: 'e: "a" | "b"' }),
    generated: `${database({ Enums: 'e: "a" | "b"' })}export const Constants = { public: { Enums: { e: ["a", "b"] } } } as const\n`,
    real: `${database({ Enums: 'e: "a"' })}export const Constants = { public: { Enums: { e: ["a"] } } } as const\n`,
    change: 'enum-value-removed public.e.b',
  },
  {
    entry: 'A3.21',
    what: 'how an empty section is written',
    committed: database({ Tables: table('t', { row: 'id: number' }) }).replaceAll('[_ in never]: never', ''),
    generated: database({ Tables: table('t', { row: 'id: number' }) }),
    real: database({ Tables: table('t', { row: 'id: number' }), Enums: 'e: "a"' }),
    change: 'enum-added public.e',
  },
];

describe('files that say the same', () => {
  test.each(CASES)(
    '$entry: $what is no drift, in either direction',
    ({ committed, generated, notices = [] }) => {
      const entries = [...new Set(compare(committed, generated).entries)];
      expect({ changes: compare(committed, generated).changes, entries }).toEqual({
        changes: [],
        entries: notices,
      });
      expect(compare(generated, committed).changes).toEqual([]);
    },
  );

  test.each(CASES)('$entry: the nearest real change stays drift', ({ committed, real, change }) => {
    expect(compare(committed, real).changes).toContain(change);
  });
});

describe('relationships', () => {
  const related = (relationships: string): string =>
    database({
      Tables:
        table('t', { row: 'id: number; a: number; b: number', relationships }) +
        table('u', { row: 'id: number' }),
    });
  const key = (name: string, columns: string, extra = ''): string =>
    `{ foreignKeyName: "${name}"; columns: ["${columns}"]; ${extra} referencedRelation: "u"; referencedColumns: ["id"] }`;

  test('A1.6: their order is no drift', () => {
    expect(
      compare(
        related(`[${key('x', 'a')}, ${key('y', 'b')}]`),
        related(`[${key('y', 'b')}, ${key('x', 'a')}]`),
      ),
    ).toEqual(IN_SYNC);
  });

  test('A3.3: isOneToOne counts only where both files have it', () => {
    const without = related(`[${key('x', 'a')}]`);
    const many = related(`[${key('x', 'a', 'isOneToOne: false;')}]`);
    const one = related(`[${key('x', 'a', 'isOneToOne: true;')}]`);
    expect(compare(without, many)).toEqual(IN_SYNC);
    expect(compare(many, one).changes).toEqual(['relationship-changed public.t.x']);
  });

  test('another column, a lost and a new relationship are drift', () => {
    const base = related(`[${key('x', 'a')}]`);
    expect(compare(base, related(`[${key('x', 'b')}]`)).changes).toEqual(['relationship-changed public.t.x']);
    expect(compare(base, related('[]')).changes).toEqual(['relationship-removed public.t.x']);
    expect(compare(related('[]'), base).changes).toEqual(['relationship-added public.t.x']);
  });
});

test('a column that became nullable and optional is told once for its type and once for its Insert', () => {
  const before = column(
    'id: number; total: number',
    'id?: number; total: number',
    'id?: number; total?: number',
  );
  const after = column(
    'id: number; total: number | null',
    'id?: number; total?: number | null',
    'id?: number; total?: number | null',
  );
  expect(compare(before, after).changes).toEqual([
    'column-optionality-changed public.t.total',
    'column-type-changed public.t.total',
  ]);
});
