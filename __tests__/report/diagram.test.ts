// Diagrams as Mermaid's own parser reads them.

import { describe, expect, test } from '@jest/globals';
import { type Diagram, type DiagramColumn, renderDiagram } from '../../src/report/diagram.ts';
import { parseDiagram } from './mermaid-parser.ts';

const columns = (...names: string[]): DiagramColumn[] => names.map((name) => ({ name, type: 'number' }));

const DRIFTED: Diagram = {
  relations: [
    {
      id: 'public.orders',
      kind: 'table',
      change: 'renamed',
      was: 'purchases',
      columns: [
        { name: 'total', type: 'string | null', change: 'changed', was: 'number | null' },
        { name: 'state', type: 'Database["public"]["Enums"]["order_state"][]', change: 'added' },
        { name: 'user_id', type: 'number', isKey: true },
      ],
    },
    { id: 'public.users', kind: 'table', columns: [] },
    { id: 'public.totals', kind: 'view', change: 'added', columns: columns('sum') },
  ],
  links: [
    { from: 'public.orders', to: 'public.users', name: 'fk', columns: ['user_id'], change: 'removed' },
    { from: 'public.orders', to: 'public.users', name: 'unnamed_columns', columns: [], isOneToOne: true },
  ],
};

test('a diagram tells names, types, keys and what changed', async () => {
  expect(await parseDiagram(renderDiagram(DRIFTED))).toEqual({
    entities: [
      {
        label: 'public.orders (was purchases)',
        attributes: [
          { type: 'string_or_null', name: 'total', comment: 'was number or null' },
          { type: 'order_state[]', name: 'state', comment: 'added' },
          { type: 'number', name: 'user_id', keys: ['FK'] },
        ],
      },
      { label: 'public.users', attributes: [] },
      { label: 'public.totals (view, added)', attributes: [{ type: 'number', name: 'sum' }] },
    ],
    links: [{ label: 'user_id (removed)' }, { label: 'unnamed_columns' }],
  });
});

describe('a name that means something to the grammar', () => {
  test.each(['pk', 'FK', 'uk', 'end', 'one', 'to', 'style', 'class', 'subgraph', 'erDiagram', 'direction'])(
    '%s is a column and a table like another',
    async (name) => {
      const lines = renderDiagram({
        relations: [{ id: name, kind: 'table', columns: columns(name) }],
        links: [],
      });
      const { entities } = await parseDiagram(lines);
      expect(entities.map(({ label }) => label)).toEqual([name]);
      expect(entities[0]?.attributes[0]?.name.replace(/^_/, '')).toBe(name);
    },
  );

  test.each([
    ['direction TB', 'direction_TB'],
    ['__proto__', '＿＿proto＿＿'],
    ['100%', '100％'],
    ['say "hi"', 'say ＂hi＂'],
    ['a%%b', 'a％％b'],
    ['%%{init: {}}%%', '％％｛init: ｛｝｝％％'],
  ])('%s reads %s', async (id, label) => {
    const { entities } = await parseDiagram(
      renderDiagram({ relations: [{ id, kind: 'table', columns: columns('x') }], links: [] }),
    );
    expect(entities).toEqual([{ label, attributes: [{ type: 'number', name: 'x' }] }]);
  });

  test('of other letters stands beside a column, for old versions read ASCII alone', async () => {
    const { entities } = await parseDiagram(
      renderDiagram({ relations: [{ id: 't', kind: 'table', columns: columns('größe', '表') }], links: [] }),
    );
    expect(entities[0]?.attributes).toEqual([
      { type: 'number', name: 'gr_e', comment: 'named größe' },
      { type: 'number', name: 'unnamed', comment: 'named 表' },
    ]);
  });
});

describe('a diagram stays small', () => {
  const wide = (count: number): Diagram => ({
    relations: [
      {
        id: 'public.wide',
        kind: 'table',
        change: 'added',
        columns: columns(...Array.from({ length: count }, (_, index) => `c${index}`)),
      },
    ],
    links: [],
  });

  test.each([
    [11, 11, undefined],
    [12, 12, undefined],
    [13, 13, '1 of them'],
    [40, 13, '28 of them'],
  ])('of %i columns it has %i rows', async (count, rows, more) => {
    const { entities } = await parseDiagram(renderDiagram(wide(count)));
    expect(entities[0]?.attributes).toHaveLength(rows);
    expect(entities[0]?.attributes.at(-1)?.comment).toBe(more);
  });

  test('of more than three relations, only those that foreign keys join are drawn', async () => {
    const loose = (count: number): Diagram => ({
      relations: Array.from({ length: count }, (_, index) => ({
        id: `t${index}`,
        kind: 'table' as const,
        columns: [],
      })),
      links: [],
    });
    expect((await parseDiagram(renderDiagram(loose(3)))).entities).toHaveLength(3);
    expect(renderDiagram(loose(4))).toEqual([]);
    const joined = { ...loose(4), links: [{ from: 't0', to: 't3', name: 'fk', columns: ['a'] }] };
    const { entities } = await parseDiagram(renderDiagram(joined));
    expect(entities.map(({ label }) => label)).toEqual(['t0', 't3']);
  });
});

test('the parser that the tests ask refuses what its grammar has not', async () => {
  await expect(parseDiagram(['erDiagram', '  p0 {', '    number pk', '  }'])).rejects.toThrow(/Parse error/);
});
