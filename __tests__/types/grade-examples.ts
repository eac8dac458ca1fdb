// The examples of the table of grades as whole types files, and the question that each puts to the compiler.

import { CASES, type CaseId, type Example } from '../../src/types/compatibility/cases.ts';
import type { Question, Rule } from './checker.ts';
import { database, table } from './texts.ts';

export const IDS = Object.keys(CASES).filter((id): id is CaseId => id in CASES);

export const exampleOf = (id: CaseId): Example => CASES[id].example;

const databaseOf = (schemas: string): string => `export type Database = { ${schemas} }\n`;

/** One side of a case's example as a whole types file. */
export function fileOf(id: CaseId, side: 'committed' | 'generated'): string {
  const example = exampleOf(id);
  const text = example[side];
  switch (example.in) {
    case 'Database':
      return databaseOf(`public: { Tables: {} } ${text && `; ${text.replace('{}', '{ Tables: {} }')}`}`);
    case 'public':
      return databaseOf(`public: { ${text} }`);
    case 'Row':
    case 'Insert':
    case 'Update':
      return database({ Tables: orders(id, { [example.in]: text }) });
    case 'Relationships':
      return database({ Tables: related(text) });
    default:
      return database(text === '' ? {} : { [example.in]: text });
  }
}

/** A table with the example's column in one shape; where the column itself stays, the other shapes have it too. */
function orders(id: CaseId, shapes: Partial<Record<'Row' | 'Insert' | 'Update', string>>): string {
  const stays = /^(read|write)-/.test(id);
  const both = { Row: 'total: number', Insert: 'total?: number', Update: 'total?: number' };
  const { Row, Insert, Update } = { ...(stays ? both : { Row: '', Insert: '', Update: '' }), ...shapes };
  return table('orders', {
    row: `id: number; ${Row}`,
    insert: `id?: number; ${Insert}`,
    update: `id?: number; ${Update}`,
  });
}

/** `orders_user_fkey: user_id -> users.id one-to-one` as the types have it. */
function related(keys: string): string {
  const relationships = Array.from(
    keys.matchAll(/(\w+): (\w+) -> (\w+)\.(\w+)( one-to-one)?/g),
    ([, name, column, relation, referenced, one]) =>
      `{ foreignKeyName: "${name}"; columns: ["${column}"]; isOneToOne: ${one !== undefined}; referencedRelation: "${relation}"; referencedColumns: ["${referenced}"] }`,
  );
  const others = ['users', 'members'].map((name) => table(name, { row: 'id: number' }));
  const row = 'id: number; user_id: number; payer_id: number';
  return [table('orders', { row, relationships: `[${relationships.join(', ')}]` }), ...others].join('');
}

const RULES = {
  Database: 'Both',
  public: 'Columns',
  Tables: 'Columns',
  Views: 'Columns',
  Row: 'Columns',
  Insert: 'Columns',
  Update: 'Columns',
  Relationships: 'Embedding',
  Functions: 'Calls',
  Enums: 'Both',
  CompositeTypes: 'Both',
} as const satisfies Record<Example['in'], Rule>;

/** Does code that uses the committed side of the example fit the generated one? */
export function questionOf(id: CaseId): Question {
  const { in: place, ...sides } = exampleOf(id);
  const files = { committed: fileOf(id, 'committed'), generated: fileOf(id, 'generated') };
  const [name = ''] = /\w+/.exec(sides.committed || sides.generated) ?? [];
  const rule = RULES[place];
  if (place === 'Database') return { ...files, rule, path: [name] };
  if (place === 'public') {
    const [path, to] = [sides.committed, sides.generated].map((text) => [
      'public',
      ...Array.from(text.matchAll(/(\w+): \{/g), ([, member = '']) => member).slice(0, 2),
    ]);
    return { ...files, rule, path: path ?? [], to: to ?? [] };
  }
  const isColumn = ['Row', 'Insert', 'Update', 'Relationships'].includes(place);
  return { ...files, rule, path: isColumn ? ['public', 'Tables', 'orders'] : ['public', place, name] };
}
