// What the picture of a drift shows, from two types files as people have them.

import { describe, expect, test } from '@jest/globals';
import { diagramOf, MOST_RELATIONS } from '../../src/commands/diagram.ts';
import type { Diagram } from '../../src/report/diagram.ts';
import { renderDiagram } from '../../src/report/diagram.ts';
import { diffTypes } from '../../src/types/diff.ts';
import { parseTypes } from '../../src/types/parse.ts';
import { type KnownRename, withRenames } from '../../src/types/rename.ts';
import { findingOf } from '../../src/types/wording.ts';
import { parseDiagram } from '../report/mermaid-parser.ts';
import { database, table } from '../types/texts.ts';

/** The diagram of two texts, and that Mermaid takes it. */
async function drawn(
  committed: string,
  generated: string,
  renames: readonly KnownRename[] = [],
): Promise<Diagram | undefined> {
  const before = parseTypes(committed, 'types.ts', true);
  const after = parseTypes(generated, 'types.ts', true);
  const renamed = withRenames(before, after, renames);
  const changes = [...renamed.changes, ...diffTypes(renamed.committed, after).changes];
  const diagram = diagramOf(changes.map(findingOf), [before], after);
  const lines = diagram ? renderDiagram(diagram) : [];
  if (lines.length > 0) await parseDiagram(lines);
  return diagram;
}

const toUsers = (name: string, column: string, isOneToOne = false): string => `{
  foreignKeyName: "${name}"; columns: ["${column}"]; isOneToOne: ${isOneToOne};
  referencedRelation: "users"; referencedColumns: ["id"] }`;

const users = (row = 'id: number'): string => table('users', { row });
const orders = (row: string, ...relationships: string[]): string =>
  table('orders', { row, relationships: `[${relationships.join(', ')}]` });

const tables = (...texts: string[]): string => database({ Tables: texts.join('') });

describe('the diagram of a drift', () => {
  test('shows of a changed table what changed and what its foreign keys stand on', async () => {
    const key = toUsers('orders_user_id_fkey', 'user_id');
    expect(
      await drawn(
        tables(orders('id: number; user_id: number; total: number; note: string', key), users('id: number')),
        tables(
          orders('id: number; user_id: number; total: string | null; tax: number', key),
          users('id: string'),
        ),
      ),
    ).toEqual({
      relations: [
        {
          id: 'public.orders',
          kind: 'table',
          columns: [
            { name: 'tax', type: 'number', change: 'added' },
            { name: 'note', type: 'string', change: 'removed' },
            { name: 'total', type: 'string | null', change: 'changed', was: 'number' },
            { name: 'user_id', type: 'number', isKey: true },
          ],
        },
        {
          id: 'public.users',
          kind: 'table',
          columns: [{ name: 'id', type: 'string', change: 'changed', was: 'number' }],
        },
      ],
      links: [
        { from: 'public.orders', to: 'public.users', name: 'orders_user_id_fkey', columns: ['user_id'] },
      ],
    });
  });

  test('shows a new table whole, with the tables that it leads to as names', async () => {
    const key = toUsers('orders_user_id_fkey', 'user_id', true);
    expect(await drawn(tables(users()), tables(orders('id: number; user_id: number', key), users()))).toEqual(
      {
        relations: [
          {
            id: 'public.orders',
            kind: 'table',
            change: 'added',
            columns: [
              { name: 'id', type: 'number' },
              { name: 'user_id', type: 'number', isKey: true },
            ],
          },
          { id: 'public.users', kind: 'table', columns: [] },
        ],
        links: [
          {
            from: 'public.orders',
            to: 'public.users',
            name: 'orders_user_id_fkey',
            columns: ['user_id'],
            isOneToOne: true,
          },
        ],
      },
    );
  });

  test('shows foreign keys that came, went or differ, and no others to tables that did not drift', async () => {
    const row = 'id: number; a: number; b: number; c: number; d: number';
    const diagram = await drawn(
      tables(users(), orders(row, toUsers('gone', 'a'), toUsers('same', 'b'), toUsers('unique', 'c'))),
      tables(users(), orders(row, toUsers('same', 'b'), toUsers('unique', 'c', true), toUsers('new', 'd'))),
    );
    expect(diagram?.links.map(({ name, change }) => [name, change])).toEqual([
      ['gone', 'removed'],
      ['unique', 'changed'],
      ['new', 'added'],
    ]);
  });

  test('leaves out what generators repeat for the views that show a column', async () => {
    const key = toUsers('orders_user_id_fkey', 'user_id');
    const repeated = key.replace('"users"', '"active_users"');
    const view = 'active_users: { Row: { id: number | null }; Relationships: [] };';
    const text = (row: string): string =>
      database({ Tables: orders(row, repeated, key) + users(row), Views: view });
    const diagram = await drawn(text('id: number; user_id: number'), text('id: string; user_id: number'));
    expect(diagram?.links.map(({ to }) => to)).toEqual(['public.users']);
  });

  test('tells what a table and a column were called', async () => {
    const from = { kind: 'table', schema: 'public', name: 'purchases' } as const;
    const diagram = await drawn(
      tables(table('purchases', { row: 'id: number; full_name: string' })),
      tables(table('orders', { row: 'id: number; name: string' })),
      [
        { from, to: { ...from, name: 'orders' } },
        {
          from: { kind: 'column', schema: 'public', relation: 'orders', name: 'full_name' },
          to: { kind: 'column', schema: 'public', relation: 'orders', name: 'name' },
        },
      ],
    );
    expect(diagram?.relations).toEqual([
      {
        id: 'public.orders',
        kind: 'table',
        change: 'renamed',
        was: 'purchases',
        columns: [{ name: 'name', type: 'string', change: 'renamed', was: 'full_name' }],
      },
    ]);
  });

  test('is none when no relation drifted', async () => {
    const enums = (labels: string): string => database({ Tables: users(), Enums: `state: ${labels};` });
    expect(await drawn(enums('"a"'), enums('"a" | "b"'))).toBeUndefined();
  });

  test('is none when more relations drifted than a picture can show', async () => {
    const many = (count: number): Promise<Diagram | undefined> => {
      const all = (type: string): string =>
        tables(...Array.from({ length: count }, (_, index) => table(`t${index}`, { row: `id: ${type}` })));
      return drawn(all('number'), all('string'));
    };
    expect((await many(MOST_RELATIONS - 1))?.relations).toHaveLength(MOST_RELATIONS - 1);
    expect((await many(MOST_RELATIONS))?.relations).toHaveLength(MOST_RELATIONS);
    expect(await many(MOST_RELATIONS + 1)).toBeUndefined();
  });
});
