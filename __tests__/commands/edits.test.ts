// The edits of several types files: of each until it is in sync, of all or of none.

import { expect, test } from '@jest/globals';
import { editsOf } from '../../src/commands/edits.ts';
import { diffTypes } from '../../src/types/diff.ts';
import { parseTypes } from '../../src/types/parse.ts';

const EMPTY = 'Views: {}; Enums: {}; CompositeTypes: {}';
const SETOF = 'SetofOptions: { from: "*"; to: "v"; isOneToOne: false; isSetofReturn: true }';

/** Two schemas, each with a `v`: a table and a view. */
const types = (fields: string, column: string, functions: string): string => `export type Json = string | null
export type Database = {
  api: {
    Tables: { v: { Row: { id: number };${fields} Insert: { id: number }; Update: { id?: number }; Relationships: [] } }
    Functions: { ${functions} }; ${EMPTY}
  }
  public: {
    Views: { v: { Row: { id: ${column} };${fields} Relationships: [] } }
    Tables: {}; Functions: {}; Enums: {}; CompositeTypes: {}
  }
}
`;

const GENERATED = types(
  ' ComputedFields: never;',
  'number',
  `f: { Args: { a: string }; Returns: { id: number }[]; ${SETOF} }`,
);
const generatedTypes = parseTypes(GENERATED, 'generated.ts', true);
const generated = {
  text: GENERATED,
  changesOf: (text: string, path: string) => diffTypes(parseTypes(text, path), generatedTypes).changes,
};

/** The edits of files, by path. */
const edits = (texts: Record<string, string>, stored = texts) =>
  editsOf(
    Object.entries(texts).map(([path, text]) => ({
      file: { path, text, copies: [] },
      changes: generated.changesOf(text, path),
    })),
    generated,
    { readBytes: async (path) => Buffer.from(stored[path] ?? '') },
  );

const OLDER = types('', 'number | null', '');

test('what is not in sync in the notation of the file is written as generated', async () => {
  // That `v` is the table, whose columns are no view's, the types do not tell.
  const [edit] = await edits({ 'a.ts': OLDER });
  const after = edit?.after ?? '';
  expect(after).toContain('Returns: { id: number }[]');
  expect(generated.changesOf(after, 'a.ts')).toEqual([]);
});

test('no file is edited when one of them was changed meanwhile', async () => {
  const texts = { 'a.ts': OLDER, 'b.ts': OLDER };
  expect(await edits(texts)).toHaveLength(2);
  await expect(edits(texts, { ...texts, 'b.ts': GENERATED })).rejects.toThrow('b.ts was changed');
});
