import { describe, expect, test } from '@jest/globals';
import { diffTypes } from '../../src/types/diff.ts';
import { editTypes } from '../../src/types/edit/edit.ts';
import { parseTypes } from '../../src/types/parse.ts';
import { problemsOf } from './checker.ts';
import { database, table } from './texts.ts';

const changesOf = (committed: string, generated: string) =>
  diffTypes(parseTypes(committed, 'committed.ts'), parseTypes(generated, 'generated.ts')).changes;

/** The edited text, which is in sync. */
function edited(committed: string, generated: string): string {
  const text = editTypes(committed, generated, changesOf(committed, generated), 'committed.ts');
  expect(changesOf(text, generated)).toEqual([]);
  return text;
}

const SMALL = `export interface Database {
	public: {
		Tables: {
			/** People. */
			users: {
				Row: {
					id: number, // the key
					name: string, // as they wrote it
				},
				Insert: {
					id?: number,
					name: string,
				},
				Update: {
					id?: number,
					name?: string,
				},
				Relationships: [],
			},

			// What they write.
			posts: {
				Row: {
					id: number,
					author: number | null,
				},
				Insert: {
					id?: number,
					author?: number | null,
				},
				Update: {
					id?: number,
					author?: number | null,
				},
				Relationships: [
					{
						foreignKeyName: 'posts_author_fkey',
						columns: ['author'],
						referencedRelation: 'users',
						referencedColumns: ['id'],
					}
				],
			},
		},
		Views: {},
		Functions: {
			hello: {
				Args: {
					name: string,
				},
				Returns: string,
			},
		},
		Enums: {
			mood:
				| 'happy' // :)
				| 'sad'
		},
		CompositeTypes: {},
	},
}

export type Mood = Database['public']['Enums']['mood']
`;

const SMALL_GENERATED = `
export type Database = {
  "public": {
          Tables: {
            "posts": {
                  Row: {
                    "author": number,"id": number,"mood": Database["public"]['Enums']["mood"] | null
                  }
                  Insert: {
                    "author": number,"id"?: number,"mood"?: Database["public"]['Enums']["mood"] | null
                  }
                  Update: {
                    "author"?: number,"id"?: number,"mood"?: Database["public"]['Enums']["mood"] | null
                  }
                  Relationships: [
                    {
      foreignKeyName: "posts_author_fkey"
      columns: ["author"]
isOneToOne: false
      referencedRelation: "users"
      referencedColumns: ["id"]
    },{
      foreignKeyName: "posts_id_fkey"
      columns: ["id"]
isOneToOne: true
      referencedRelation: "users"
      referencedColumns: ["id"]
    }
                  ]
                },"users": {
                  Row: {
                    "id": number
                  }
                  Insert: {
                    "id"?: number
                  }
                  Update: {
                    "id"?: number
                  }
                  Relationships: [
                    
                  ]
                }
          }
          Views: {
            "people": {
                  Row: {
                    "id": number | null
                  }
                  Relationships: [
                    
                  ]
                }
          }
          Functions: {
            "bye":
{ Args: { "name"?: string }; Returns: undefined
                           },
"hello":
{ Args: { "name": string }; Returns: string
                           }
          }
          Enums: {
            "mood": "happy"|"so so"|"sad"
          }
          CompositeTypes: {
            [_ in never]: never
          }
        }
}
`;

describe('a file kept by hand', () => {
  test('takes what drifted in its own style and keeps the rest', () => {
    expect(edited(SMALL, SMALL_GENERATED)).toBe(`export interface Database {
	public: {
		Tables: {
			/** People. */
			users: {
				Row: {
					id: number, // the key
				},
				Insert: {
					id?: number,
				},
				Update: {
					id?: number,
				},
				Relationships: [],
			},

			// What they write.
			posts: {
				Row: {
					id: number,
					mood: Database['public']['Enums']['mood'] | null,
					author: number,
				},
				Insert: {
					id?: number,
					mood?: Database['public']['Enums']['mood'] | null,
					author: number,
				},
				Update: {
					id?: number,
					mood?: Database['public']['Enums']['mood'] | null,
					author?: number,
				},
				Relationships: [
					{
						foreignKeyName: 'posts_author_fkey',
						columns: ['author'],
						referencedRelation: 'users',
						referencedColumns: ['id'],
					},
					{
						foreignKeyName: 'posts_id_fkey',
						columns: ['id'],
						referencedRelation: 'users',
						referencedColumns: ['id'],
					}
				],
			},
		},
		Views: {
			people: {
				Row: {
					id: number | null,
				},
				Relationships: [],
			},
		},
		Functions: {
			bye: {
				Args: {
					name?: string,
				},
				Returns: undefined,
			},
			hello: {
				Args: {
					name: string,
				},
				Returns: string,
			},
		},
		Enums: {
			mood:
				| 'happy' // :)
				| 'so so'
				| 'sad'
		},
		CompositeTypes: {},
	},
}

export type Mood = Database['public']['Enums']['mood']
`);
  });

  test('is emptied in its own form', () => {
    const generated = SMALL_GENERATED.replace(
      /"bye":[\s\S]*?"hello":[\s\S]*?\}\s*\}(?=\s*Enums)/,
      '[_ in never]: never\n}',
    );
    expect(edited(SMALL, generated)).toContain('\t\tFunctions: {},\n\t\tEnums: {');
  });

  test('comes out with its Windows line ends and byte order mark', () => {
    const text = `\uFEFF${SMALL.replaceAll('\n', '\r\n')}`;
    const expected = `\uFEFF${edited(SMALL, SMALL_GENERATED).replaceAll('\n', '\r\n')}`;
    expect(edited(text, SMALL_GENERATED)).toBe(expected);
  });

  test('carries out only the changes it is given', () => {
    const some = changesOf(SMALL, SMALL_GENERATED).filter(({ kind }) => kind === 'enum-value-added');
    const text = editTypes(SMALL, SMALL_GENERATED, some, 'committed.ts');
    expect(text).toBe(SMALL.replace("| 'sad'", "| 'so so'\n\t\t\t\t| 'sad'"));
  });

  test('comes out identical when nothing changed', () => {
    expect(editTypes(SMALL, SMALL_GENERATED, [], 'committed.ts')).toBe(SMALL);
  });
});

/** A members text in an otherwise equal file, and what becomes of it. */
interface Case {
  what: string;
  committed: string;
  generated: string;
  expected: string;
}

const column = (row: string, insert = row, update = insert): string =>
  database({ Tables: table('t', { row, insert, update }) });
const fn = (functions: string): string => database({ Functions: functions });
const enums = (text: string): string => database({ Enums: text });
const types = (text: string): string => database({ CompositeTypes: text });
const related = (relationships: string): string =>
  database({ Tables: table('t', { row: 'id: number', relationships }) + table('u', { row: 'id: number' }) });
const key = (name: string, one: boolean): string =>
  `{ foreignKeyName: "${name}"; columns: ["id"]; isOneToOne: ${one}; referencedRelation: "u"; referencedColumns: ["id"] }`;

const ONE_LINE: Case[] = [
  {
    what: 'a column at the start, in the middle and at the end',
    committed: column('b: number; d: string'),
    generated: column('"a": string,"b": number,"c": Json,"d": string,"e": null'),
    expected: column('a: string; b: number; c: Json; d: string; e: null'),
  },
  {
    what: 'a column less, at either end',
    committed: column('a: string; b: number; c: Json'),
    generated: column('b: number'),
    expected: column('b: number'),
  },
  {
    what: 'the last column for another',
    committed: column('a: string'),
    generated: column('b: number'),
    expected: column('b: number'),
  },
  {
    what: 'another type, with its remark left alone',
    committed: column('a: string /* cents */; b: number'),
    generated: column('a: number | null; b: number'),
    expected: column('a: number | null /* cents */; b: number'),
  },
  {
    what: 'another demand on Insert, and nothing else',
    committed: column('a: string', 'a:   string'),
    generated: column('a: string', 'a?: string'),
    expected: column('a: string', 'a?:   string'),
  },
  {
    what: 'a type that is the same in another generator, left as it is',
    committed: column('a: Json; b: string'),
    generated: column('a: NonNullable<Json>; b: number'),
    expected: column('a: Json; b: number'),
  },
  {
    what: 'a name that needs quotes',
    committed: column('a: string'),
    generated: column(`a: string; "b c": number; 'it"s': number`),
    expected: column(`a: string; "b c": number; 'it"s': number`),
  },
  {
    what: 'a name that needs none, though it is not ASCII',
    committed: column('a: string'),
    generated: column('a: string; "naïve": number; "1st": number; "été": number'),
    expected: column('a: string; naïve: number; "1st": number; été: number'),
  },
  {
    what: 'a function in a section that had none',
    committed: fn('[_ in never]: never'),
    generated: fn('"f": { Args: { "a": string, "b"?: number }; Returns: (string)[] }'),
    expected: fn('f: { Args: { a: string; b?: number }; Returns: string[] }'),
  },
  {
    what: 'the last function of a section',
    committed: fn('f: { Args: never; Returns: string }'),
    generated: fn('[_ in never]: never'),
    expected: fn('[_ in never]: never'),
  },
  {
    what: 'another overload',
    committed: fn('f: { Args: { a: string }; Returns: string }; g: { Args: never; Returns: Json }'),
    generated: fn(
      '"f": { Args: { "a": string }; Returns: string } | { Args: { "b": number }; Returns: string }; g: { Args: never; Returns: Json }',
    ),
    expected: fn(
      'f: { Args: { a: string }; Returns: string } | { Args: { b: number }; Returns: string }; g: { Args: never; Returns: Json }',
    ),
  },
  {
    what: 'labels',
    committed: enums('e: "a" | "b" | "c"'),
    generated: enums(`"e": "b"|"b2"|"c"|'it"s'`),
    expected: enums(`e: "b" | "b2" | "c" | 'it"s'`),
  },
  {
    what: 'a new enum, and one less',
    committed: enums('a: "x"; b: "y"'),
    generated: enums('"b": "y","c": "z"|"zz"'),
    expected: enums('b: "y"; c: "z" | "zz"'),
  },
  {
    what: 'attributes of a composite type',
    committed: types('p: { x: number | null; y: number | null; q: Json | null }'),
    generated: types('"p": { "x": string | null,"z": number | null, "q": NonNullable<Json> | null }'),
    expected: types('p: { x: string | null; z: number | null; q: Json | null }'),
  },
  {
    what: 'a relationship where there was none',
    committed: related('[]'),
    generated: related(`[${key('x', false)}]`),
    expected: related(`[${key('x', false)}]`),
  },
  {
    what: 'relationships that come and go',
    committed: related(`[${key('a', false)}, ${key('b', false)}]`),
    generated: related(`[${key('b', false)}, ${key('c', true)}]`),
    expected: related(`[${key('b', false)}, ${key('c', true)}]`),
  },
  {
    what: 'one fact of a relationship',
    committed: related(`[${key('a', false)}]`),
    generated: related(`[${key('a', true)}]`),
    expected: related(`[${key('a', true)}]`),
  },
  {
    what: 'facts of one relationship of two with one name, whose remarks stay',
    committed: related(
      `[${key('a', false).replace(';', '; /* why */')}, ${key('a', false).replace('["id"]', '["x"]')}]`,
    ),
    generated: related(`[${key('a', true)}, ${key('a', false).replace('["id"]', '["y"]')}]`),
    expected: related(
      `[${key('a', true).replace(';', '; /* why */')}, ${key('a', false).replace('["id"]', '["y"]')}]`,
    ),
  },
  {
    what: 'a relationship that stands there twice',
    committed: related(`[${key('a', false)}]`),
    generated: related(`[${key('a', false)}, ${key('a', false)}]`),
    expected: related(`[${key('a', false)}, ${key('a', false)}]`),
  },
  {
    what: 'the last relationship',
    committed: related(`[${key('a', false)}]`),
    generated: related('[]'),
    expected: related('[]'),
  },
];

describe('an object on one line', () => {
  test.each(ONE_LINE)('takes $what', ({ committed, generated, expected }) => {
    expect(edited(committed, generated)).toBe(expected);
  });
});

const VIEW = 'v: { Row: { id: number }; Relationships: [] }\n';

/** What stands between the brackets of the Database type. */
function bodyOf(text: string): string {
  return text.slice(text.indexOf('Database = {') + 'Database = {'.length, text.lastIndexOf('}'));
}

const WHOLE: Case[] = [
  {
    what: 'a table that became a view',
    committed: database({ Tables: table('a', { row: 'id: number' }) + table('v', { row: 'id: number' }) }),
    generated: database({ Tables: table('a', { row: 'id: number' }), Views: VIEW }),
    expected: 'Views: { v: { Row: { id: number }; Relationships: [] } }',
  },
  {
    what: 'a section that old generators did not write',
    committed: enums('e: "a"').replace(/CompositeTypes: \{.*?\}/, ''),
    generated: database({ Enums: 'e: "a"', CompositeTypes: 'p: { x: number | null }' }),
    expected: 'CompositeTypes: { p: { x: number | null } }',
  },
  {
    what: 'the name that the file gives its database type',
    committed: column('a: string').replace('type Database', 'type DB'),
    generated: database({
      Tables: table('t', { row: 'a: string; b: Database["public"]["Enums"]["e"]' }),
      Enums: 'e: "x"',
    }),
    expected: 'b: DB["public"]["Enums"]["e"]',
  },
  {
    what: 'a new relation',
    committed: database({ Tables: table('a', { row: 'id: number' }) }),
    generated: database({ Tables: table('a', { row: 'id: number' }) + table('b', { row: 'x?: string' }) }),
    expected:
      'Relationships: [] }; b: { Row: { x?: string }; Insert: { x?: string }; Update: { x?: string }; Relationships: [] } }',
  },
  {
    what: 'a schema',
    committed: column('a: string'),
    generated: column('a: string').replace(/ \}\n$/, `, ${bodyOf(database({ Enums: 'e: "x"' }, 'api'))} }\n`),
    expected: 'Enums: { e: "x" }; CompositeTypes: { [_ in never]: never } } }',
  },
  {
    what: 'a schema less',
    committed: column('a: string').replace(/ \}\n$/, `, ${bodyOf(database({ Enums: 'e: "x"' }, 'api'))} }\n`),
    generated: column('a: string'),
    expected: 'CompositeTypes: { [_ in never]: never } } }',
  },
];

describe('a file', () => {
  test.each(WHOLE)('takes $what', ({ committed, generated, expected }) => {
    expect(edited(committed, generated).replaceAll(/\s+/g, ' ')).toContain(expected);
  });
});

describe('Constants', () => {
  const constants = (labels: string): string =>
    `\nexport const Constants = {\n  public: {\n    Enums: {\n      ${labels}\n    },\n  },\n} as const\n`;

  test('keep step with the labels of enums', () => {
    const committed = enums("e: 'a' | 'b'") + constants("e: ['a', 'b'],");
    const generated = enums('"e": "a"|"c"; "f": "x"') + constants('"e": ["a", "c"],"f": ["x"]');
    expect(edited(committed, generated)).toBe(
      enums("e: 'a' | 'c'; f: 'x'") + constants("e: ['a', 'c'],\n      f: ['x'],"),
    );
  });

  test('are not added to a file of an older generator', () => {
    const generated = enums('e: "a" | "c"') + constants('"e": ["a", "c"]');
    expect(edited(enums('e: "a"'), generated)).toBe(enums('e: "a" | "c"'));
  });
});

test('a computed field goes with its function, and a column may take its name', () => {
  const row = '{ Args: { r: Database["public"]["Tables"]["t"]["Row"] }; Returns: string }';
  const committed = database({
    Tables: table('t', { row: 'id: number; full: string' }),
    Functions: `full: ${row}`,
  });
  expect(changesOf(committed, column('id: number')).map(({ kind }) => kind)).toEqual([
    'column-removed',
    'function-removed',
  ]);
  expect(edited(committed, column('id: number'))).toBe(column('id: number'));
});

test('members are inserted in sorted place where the file is sorted another way than the generated one', () => {
  const text = edited(
    column('A: string; b: string; c: string'),
    column('b: string; A: string; c: string; B: Json'),
  );
  expect(text).toContain('Row: { A: string; B: Json; b: string; c: string }');
});

const JSON_TYPE = /export type Json =[^\n]*\n/;

describe('a file without a type Json', () => {
  const committed = column('a: string').replace(JSON_TYPE, '/** Remarks on it. */\n');
  const generated = column('a: string; b: Json').replace(
    JSON_TYPE,
    'export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]\n',
  );

  test('is given one when it needs it, before the database type and its remarks', () => {
    const text = edited(committed, generated);
    expect(text.slice(0, text.indexOf('Database'))).toBe(
      `${JSON_TYPE.exec(generated)?.[0]}\n/** Remarks on it. */\nexport type `,
    );
    expect(problemsOf([text])).toEqual([]);
  });

  test('is given one though it has a column of that name', () => {
    const text = edited(
      committed.replaceAll('a: string', 'Json: string'),
      generated.replaceAll('a: string', 'Json: string'),
    );
    expect(problemsOf([text])).toEqual([]);
  });

  test('is given none when it has no use for it, however a label or a remark is called', () => {
    const labels = (text: string): string => enums(`e: ${text}`).replace(JSON_TYPE, '// Json\n');
    expect(edited(labels('"a"'), enums('e: "a" | "Json"'))).toBe(labels('"a" | "Json"'));
  });

  test('is given none when it imports it', () => {
    const text = `import type { Json } from './json'\n${committed}`;
    expect(edited(text, generated)).toBe(text.replaceAll('a: string', 'a: string; b: Json'));
  });
});

describe('a file of an older generator is written as that one did', () => {
  const newer = (sections: Parameters<typeof database>[0]): string =>
    database({ ...sections, Tables: newTable('t', 'c: string', 'more?: number') + (sections.Tables ?? '') });
  const newTable = (name: string, row: string, insert = row): string =>
    `${name}: { Row: { ${row} }; ComputedFields: never; Insert: { ${insert} }; Update: { ${insert} }; Relationships: [] }\n`;
  const older = (sections: Parameters<typeof database>[0], t = 'c: string'): string =>
    database({
      ...sections,
      Tables: table('t', { row: t, insert: 'more?: number' }) + (sections.Tables ?? ''),
    });
  const plain = 'f: { Args: never; Returns: string }';
  const CASES: { what: string; committed: string; generated: string; expected: string }[] = [
    {
      what: 'Json that may not be null',
      committed: older({ Functions: plain }),
      generated: newer({ Functions: plain, Tables: newTable('u', 'j: NonNullable<Json>') }),
      expected: 'u: { Row: { j: Json }; Insert: { j: Json }; Update: { j: Json }; Relationships: [] }',
    },
    {
      what: 'a function without arguments',
      committed: older({ Functions: plain }),
      generated: newer({ Functions: `${plain}; g: { Args: Record<PropertyKey, never>; Returns: number }` }),
      expected: 'g: { Args: never; Returns: number }',
    },
    {
      what: 'columns of a view',
      committed: older({}),
      generated: newer({
        Views:
          'v: { Row: { a: number; j: NonNullable<Json>; n: string | null }; ComputedFields: never; Relationships: [] }',
      }),
      expected: 'v: { Row: { a: number | null; j: Json | null; n: string | null }; Relationships: [] }',
    },
    {
      what: 'an argument that is a row',
      committed: older({ Functions: plain }),
      generated: newer({
        Functions: `${plain}; g: { Args: { r: Omit<Database["public"]["Tables"]["t"]["Row"], Database["public"]["Tables"]["t"]["ComputedFields"]> }; Returns: string }`,
      }),
      expected: 'g: { Args: { r: Database["public"]["Tables"]["t"]["Row"] }; Returns: string }',
    },
    {
      what: 'rows of which there is at most one',
      committed: older({}, 'c: string; x: unknown | null'),
      generated: newer({
        Functions:
          'g: { Args: { a: string }; Returns: { c: string }; SetofOptions: { from: "*"; to: "t"; isOneToOne: true; isSetofReturn: true } }',
      }).replaceAll('c: string', 'c: string; x: unknown'),
      expected: 'g: { Args: { a: string }; Returns: { c: string; x: unknown }[] }',
    },
  ];
  test.each(CASES)('$what', ({ committed, generated, expected }) => {
    const text = edited(committed, generated);
    expect(text.replaceAll(/\s+/g, ' ')).toContain(expected);
  });
});
