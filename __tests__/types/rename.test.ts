import { describe, expect, test } from '@jest/globals';
import { formatObjectId, type ObjectId } from '../../src/findings/object-id.ts';
import { diffTypes } from '../../src/types/diff.ts';
import { parseTypes } from '../../src/types/parse.ts';
import { type KnownRename, withRenames } from '../../src/types/rename.ts';
import { findingOf } from '../../src/types/wording.ts';
import { GENERATED } from './styles.ts';
import { database, table } from './texts.ts';

const relation = (from: string, to: string, kind: 'table' | 'view' = 'table'): KnownRename => ({
  from: { kind, schema: 'public', name: from },
  to: { kind, schema: 'public', name: to },
});

/** `purchases.total` to `purchases.amount`. */
const column = (from: string, to: string): KnownRename => ({ from: columnId(from), to: columnId(to) });

const columnId = (text: string): ObjectId => {
  const [of = '', name = ''] = text.split('.');
  return { kind: 'column', schema: 'public', relation: of, name };
};

/** What is told of two texts, given the renames, as `kind id`. */
function told(committed: string, generated: string, renames: readonly KnownRename[]): string[] {
  const [before, after] = [committed, generated].map((text) => parseTypes(text, 'types.ts', true));
  if (!before || !after) throw new Error('two texts are two files');
  const renamed = withRenames(before, after, renames);
  return [...renamed.changes, ...diffTypes(renamed.committed, after).changes]
    .map(({ kind, object }) => `${kind} ${formatObjectId(object)}`)
    .sort();
}

const tables = (...names: string[]): string =>
  database({ Tables: names.map((name) => table(name, { row: 'id: number' })).join('') });

const columns = (row: string): string => database({ Tables: table('orders', { row }) });

describe('a rename', () => {
  test('of a table is one change', () => {
    expect(told(tables('purchases'), tables('orders'), [relation('purchases', 'orders')])).toEqual([
      'relation-renamed public.orders',
    ]);
    expect(told(tables('purchases'), tables('orders'), [])).toEqual([
      'relation-added public.orders',
      'relation-removed public.purchases',
    ]);
  });

  test('of a column is one change, in every shape', () => {
    const rename = column('orders.full_name', 'orders.name');
    expect(told(columns('full_name: string'), columns('name: string'), [rename])).toEqual([
      'column-renamed public.orders.name',
    ]);
  });

  test('leaves what else changed to be told', () => {
    const before = database({ Tables: table('purchases', { row: 'id: number; total: number' }) });
    const after = database({ Tables: table('orders', { row: 'id: number; amount: string; note: string' }) });
    expect(
      told(before, after, [relation('purchases', 'orders'), column('orders.total', 'orders.amount')]),
    ).toEqual([
      'column-added public.orders.note',
      'column-renamed public.orders.amount',
      'column-type-changed public.orders.amount',
      'relation-renamed public.orders',
    ]);
  });

  test.each([
    ['before its table', [column('purchases.a', 'purchases.b'), relation('purchases', 'orders')]],
    ['after its table', [relation('purchases', 'orders'), column('orders.a', 'orders.b')]],
    [
      'told from its oldest name to its newest',
      [column('purchases.a', 'orders.b'), relation('purchases', 'orders')],
    ],
    [
      'and its table the other way round',
      [relation('purchases', 'orders'), column('purchases.a', 'orders.b')],
    ],
  ])('of a column %s is followed', (_, renames) => {
    const before = database({ Tables: table('purchases', { row: 'a: number' }) });
    const after = database({ Tables: table('orders', { row: 'b: number' }) });
    expect(told(before, after, renames)).toEqual([
      'column-renamed public.orders.b',
      'relation-renamed public.orders',
    ]);
  });

  test('reaches every place that names the relation or the column', () => {
    const types = (name: string, id: string): string =>
      database({
        Tables:
          table(name, {
            row: `${id}: number; parent: number`,
            relationships: `[{ foreignKeyName: "k"; columns: ["parent"]; isOneToOne: false; referencedRelation: "${name}"; referencedColumns: ["${id}"] }]`,
          }) +
          table('lines', {
            row: 'of: number',
            relationships: `[{ foreignKeyName: "l"; columns: ["of"]; isOneToOne: false; referencedRelation: "${name}"; referencedColumns: ["${id}"] }]`,
          }),
        Functions: `total: { Args: { o: Database["public"]["Tables"]["${name}"]["Row"] }; Returns: number[]; SetofOptions: { from: "${name}"; to: "${name}"; isOneToOne: false } }`,
        CompositeTypes: `pair: { o: Database["public"]["Tables"]["${name}"]["Row"] | null }`,
      });
    const renames = [relation('purchases', 'orders'), column('orders.id', 'orders.number')];
    const [before, after] = [types('purchases', 'id'), types('orders', 'number')];
    expect(told(before, after, renames)).toEqual([
      'column-renamed public.orders.number',
      'relation-renamed public.orders',
    ]);
    const { equivalences } = diffTypes(
      withRenames(parseTypes(before, 'b.ts', true), parseTypes(after, 'a.ts', true), renames).committed,
      parseTypes(after, 'a.ts', true),
    );
    expect(equivalences).toEqual([]);
  });
});

describe('in a schema as generators write it', () => {
  const schema = parseTypes(GENERATED, 'types.ts', true).schemas.get('public');
  const relations = [...(schema?.relations ?? [])].map(([name, { kind }]) => [name, kind] as const);

  test('there are tables and views', () => {
    expect(new Set(relations.map(([, kind]) => kind))).toEqual(new Set(['table', 'view']));
  });

  test.each(relations)('%s is one change, wherever its name stands', (name, kind) => {
    const committed = GENERATED.replaceAll(`"${name}"`, '"old name"');
    expect(committed).not.toBe(GENERATED);
    expect(told(committed, GENERATED, [relation('old name', name, kind)])).toEqual([
      `relation-renamed public.${name}`,
    ]);
  });
});

describe('names that went through several renames', () => {
  const CHAIN = [relation('a', 'b'), relation('b', 'c'), relation('c', 'd')];

  test.each(['a', 'b', 'c'])('are followed from %s, wherever the committed types stopped', (name) => {
    expect(told(tables(name), tables('d'), CHAIN)).toEqual(['relation-renamed public.d']);
  });

  test('are in sync once the committed types have the last one', () => {
    expect(told(tables('d'), tables('d'), CHAIN)).toEqual([]);
  });

  test('may come back to the first', () => {
    expect(told(tables('a'), tables('a'), [relation('a', 'b'), relation('b', 'a')])).toEqual([]);
  });

  test('are no rename of what has taken an old name since', () => {
    const renames = [relation('a', 'b')];
    expect(told(tables('a'), tables('a', 'b'), renames)).toEqual(['relation-added public.b']);
    expect(told(tables('a', 'b'), tables('b'), renames)).toEqual(['relation-removed public.a']);
  });

  test('stand for the first relation that had it, when two had it', () => {
    const renames = [relation('a', 'b'), relation('a', 'c')];
    expect(told(tables('a'), tables('b', 'c'), renames)).toEqual([
      'relation-added public.c',
      'relation-renamed public.b',
    ]);
  });
});

describe('what is no rename', () => {
  const SWAP = [relation('a', 'swap'), relation('b', 'a'), relation('swap', 'b')];
  const two = (a: string, b: string): string =>
    database({ Tables: table('a', { row: a }) + table('b', { row: b }) });

  test('a swap leaves both names where they were, so that types in sync stay so', () => {
    expect(told(two('x: number', 'y: number'), two('x: number', 'y: number'), SWAP)).toEqual([]);
    expect(told(two('x: number', 'y: number'), two('y: number', 'x: number'), SWAP)).toEqual([
      'column-added public.a.y',
      'column-added public.b.x',
      'column-removed public.a.x',
      'column-removed public.b.y',
    ]);
  });

  test('a table whose new name is a view', () => {
    const after = database({ Views: 'orders: { Row: { id: number } }' });
    expect(told(tables('purchases'), after, [relation('purchases', 'orders')])).toEqual([
      'relation-added public.orders',
      'relation-removed public.purchases',
    ]);
  });

  test('another schema, and another kind of object', () => {
    const move = {
      from: { kind: 'table', schema: 'old', name: 'a' },
      to: { kind: 'table', schema: 'public', name: 'b' },
    } as const;
    const label = {
      from: { kind: 'enum', schema: 'public', name: 'a' },
      to: { kind: 'enum', schema: 'public', name: 'b' },
    } as const;
    expect(told(tables('a'), tables('b'), [move, label])).toEqual([
      'relation-added public.b',
      'relation-removed public.a',
    ]);
  });
});

describe('the words', () => {
  const message = (text: string, committed: string, generated: string, rename: KnownRename) => {
    const facts = (one: string) => parseTypes(one, 'types.ts', true);
    const { changes } = withRenames(facts(committed), facts(generated), [rename]);
    expect(changes.map((change) => findingOf(change).message)).toEqual([text]);
    return changes.map(findingOf)[0];
  };

  test('name a table by both names, in full', () => {
    const finding = message(
      'table `public.orders` is still `public.purchases` in the committed types.',
      tables('purchases'),
      tables('orders'),
      relation('purchases', 'orders'),
    );
    expect(finding).toMatchObject({ committed: 'purchases', generated: 'orders', compatibility: 'breaking' });
  });

  test('name a column by both names', () => {
    message(
      'column `public.orders.name` is still `full_name` in the committed types.',
      columns('full_name: string'),
      columns('name: string'),
      column('orders.full_name', 'orders.name'),
    );
  });
});
