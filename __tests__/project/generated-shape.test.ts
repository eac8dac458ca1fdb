import { expect, test } from '@jest/globals';
import { looksGenerated } from '../../src/project/types-file/generated-shape.ts';

const TABLES = 'Tables: { orders: { Row: { id: number }; Insert: { id?: number }; Relationships: [] } }';
const REST = 'Views: { [_ in never]: never }; Functions: { [_ in never]: never }; Enums: {}';
const BODY = `{ public: { ${TABLES}; ${REST} } }`;
const EMPTY = `{ public: { Tables: { [_ in never]: never }; ${REST} } }; type T = { Row: infer R }`;

test.each([
  ['a type', `export type Database = ${BODY}`],
  ['an interface', `export interface Database ${BODY}`],
  ['an alias of another name', `export type SupabaseSchema = ${BODY}`],
  ['a default export', `export default interface Database ${BODY}`],
  ['a declaration', `declare type Database = ${BODY}\nexport default Database`],
  ['one with a comment in front', `/* it's */ // don't\nexport type Database = // the types\n${BODY}`],
  [
    'one of quoted names',
    `export type Database = ${BODY.replace('public', '"public"').replace('Row', "'Row'")}`,
  ],
  ['one of sorted members', `export type Database = { public: { ${REST}; ${TABLES} } }`],
  ['one without separators', `export type Database = ${BODY.replaceAll('; ', '\n')}`],
  [
    'one with __InternalSupabase',
    `export type Database = { __InternalSupabase: { V: "14" }; ${BODY.slice(1)}`,
  ],
  ['one cut off in the middle', `export type Database = { public: { ${TABLES.slice(0, 45)}`],
  ['one without any table', `export type Database = ${EMPTY}`],
  [
    'one with a handwritten tail',
    `export type Database = ${BODY}\nexport type Order = Database['public']['Tables']`,
  ],
  ['one with braces in a table name', `type Database = ${BODY.replace('orders', '"a}b{c"')}`],
  ['one after a namespace', `namespace A { type B = { c: {} } }\nexport type Database = ${BODY}`],
  [
    'one beside words of namespaces',
    `const module = {}; module.exports = { namespace };\ntype Database = ${BODY}`,
  ],
  ['one with CRLF', `export type Database = ${BODY.replaceAll('; ', ';\r\n')}`],
])('%s is generated', (_, text) => expect(looksGenerated(text)).toBe(true));

const OVERRIDES = `{ public: { ${TABLES} } }`;

test.each([
  [
    'MergeDeep',
    `import type { Database as G } from './g';\nexport type Database = MergeDeep<G, ${OVERRIDES}>`,
  ],
  ['an intersection', 'type Database = G & { public: { Tables: { a: { Row: { id: 1 } } } } }'],
  ['an object of overrides', `type Overrides = ${OVERRIDES}; type Database = MergeDeep<G, Overrides>`],
  ['an interface that extends', `interface Database extends G ${BODY}`],
  [
    'one whose tables come from elsewhere',
    `type Database = { public: { Tables: G['Tables']; ${REST} }; Row: {} }`,
  ],
  [
    'one whose rows come from elsewhere',
    `type Database = { public: { Tables: { a: { Row: Profile } }; ${REST} } }`,
  ],
  [
    'a generic schema',
    'type GenericSchema = { Tables: Record<string, { Row: {} }>; Views: {}; Functions: {} }',
  ],
  ['a string of types', `const fixture = \`export type Database = ${BODY}\`;`],
  ['one in a namespace', `export namespace A.B { export type Database = ${BODY} }`],
  ['a comment of types', `/* export type Database = ${BODY} */`],
  ['code that reads types', "type Row = Database['public']['Tables']['orders']['Row']"],
  ['nothing', ''],
])('%s is not generated', (_, text) => expect(looksGenerated(text)).toBe(false));
