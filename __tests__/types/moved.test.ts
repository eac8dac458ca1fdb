// An extension in another schema: one change for all that went with it, and nothing else in it.

import { expect, test } from '@jest/globals';
import { formatObjectId } from '../../src/findings/object-id.ts';
import { findingOf } from '../../src/types/comparison.ts';
import { diffTypes } from '../../src/types/diff.ts';
import { type KnownExtension, withMoves } from '../../src/types/moved.ts';
import { parseTypes } from '../../src/types/parse.ts';
import { table } from './texts.ts';

const TRGM: KnownExtension = {
  name: 'pg_trgm',
  schema: 'extensions',
  brings: ({ kind, name }) => kind === 'function' && /^(show|similar)/.test(name),
  atLeast: 1,
};
const IN_API = { ...TRGM, schema: 'api' };

const schemaOf = (names: readonly string[]): string =>
  `{ Tables: { ${table('show_of_hands', { row: 'id: number' })} }; Views: {}; Functions: { ${names
    .map((name) => `${name}: { Args: { a: string }; Returns: number };`)
    .join(' ')} } }`;
const fn = (...names: string[]): string => `export type Database = { public: ${schemaOf(names)} }\n`;
const withApi = (text: string, ...names: string[]): string =>
  text.replace(/ \}\n$/, `; api: ${schemaOf(names)} }\n`);

function told(committed: string, generated: string, extensions: KnownExtension[]): string[] {
  const [before, after] = [parseTypes(committed, 'a.ts', true), parseTypes(generated, 'b.ts', true)];
  return withMoves(diffTypes(before, after).changes, extensions, before).map((change) => {
    const sides = 'committed' in change ? ` ${change.committed} ${change.generated}` : '';
    return `${change.kind} ${formatObjectId(change.object)}${change.kind === 'extension-moved' ? sides : ''}`;
  });
}

test('is one change with both schemas, beside what the extension does not bring', () => {
  expect(told(fn('show_limit', 'similarity', 'own'), fn(), [TRGM])).toEqual([
    'extension-moved pg_trgm public extensions',
    'function-removed public.own()',
  ]);
});

test('is told with what came to a schema that is exposed too', () => {
  const [committed, generated] = [withApi(fn('show_limit')), withApi(fn(), 'show_limit', 'own')];
  expect(told(committed, generated, [IN_API])).toEqual([
    'extension-moved pg_trgm public api',
    'function-added api.own()',
  ]);
});

test('is no move when nothing went, or it went from the schema that the extension is in', () => {
  expect(told(fn(), fn('show_limit'), [TRGM])).toEqual(['function-added public.show_limit()']);
  expect(told(fn('show_limit'), fn(), [{ ...TRGM, schema: 'public' }])).toEqual([
    'function-removed public.show_limit()',
  ]);
  expect(told(withApi(fn()), withApi(fn(), 'show_limit'), [IN_API])).toEqual([
    'function-added api.show_limit()',
  ]);
});

test('is no move when the types have it where it is: what went has the name by accident', () => {
  const [committed, generated] = [withApi(fn('show_limit'), 'show_trgm'), withApi(fn(), 'show_trgm')];
  expect(told(committed, generated, [IN_API])).toEqual(['function-removed public.show_limit()']);
});

test('of one that no migration names takes three objects', () => {
  const there = { ...TRGM, atLeast: 3 };
  expect(told(fn('show_limit', 'similarity'), fn(), [there])).toEqual([
    'function-removed public.show_limit()',
    'function-removed public.similarity()',
  ]);
  expect(told(fn('show_limit', 'show_trgm', 'similarity'), fn(), [there])).toEqual([
    'extension-moved pg_trgm public extensions',
  ]);
});

test('is a breaking finding that names the extension, both schemas and the first of its objects', () => {
  const names = Array.from({ length: 12 }, (_, index) => `show_${index}`);
  const [before, after] = [parseTypes(fn(...names), 'a.ts', true), parseTypes(fn(), 'b.ts', true)];
  const [move] = withMoves(diffTypes(before, after).changes, [TRGM], before);
  const finding = move && findingOf(move);
  expect(finding).toMatchObject({
    ruleId: 'extension-moved',
    id: 'pg_trgm',
    compatibility: 'breaking',
    committed: 'public',
    generated: 'extensions',
    message:
      'extension `pg_trgm` is in schema `public` in the committed types but in schema `extensions` in the database that the migrations build.',
  });
  expect(finding?.details).toEqual([
    'no longer in public: show_0, show_1, show_2, show_3, show_4, show_5, show_6, show_7, show_8, show_9, 2 more',
  ]);
});

test('is another finding when something else went with it, so that what was accepted does not hide it', () => {
  const fingerprint = (...names: string[]): string | undefined => {
    const [before, after] = [parseTypes(fn(...names), 'a.ts', true), parseTypes(fn(), 'b.ts', true)];
    const [move] = withMoves(diffTypes(before, after).changes, [TRGM], before);
    return move && findingOf(move).fingerprint;
  };
  expect(fingerprint('show_limit')).toBe(fingerprint('show_limit'));
  expect(fingerprint('show_limit')).not.toBe(fingerprint('show_limit', 'similarity'));
});
