// The table of kinds: what other modules derive from it.

import { expect, test } from '@jest/globals';
import {
  isRelation,
  KINDS,
  kindInWords,
  RELATION_RELKINDS,
  relationOfRelkind,
} from '../../src/findings/kinds.ts';

test('tables, views, materialized views and foreign tables are relations', () => {
  const relations = Object.keys(KINDS).filter((kind) => isRelation({ kind }));
  expect(relations).toEqual(['table', 'view', 'materialized-view', 'foreign-table']);
});

test('every relkind of a relation tells its kind, and no other does', () => {
  expect(RELATION_RELKINDS).toBe("'r', 'p', 'v', 'm', 'f'");
  const kinds = [...'rpvmfSicIt'].map(relationOfRelkind);
  expect(kinds.slice(0, 5)).toEqual(['table', 'table', 'view', 'materialized-view', 'foreign-table']);
  expect(kinds.slice(5)).toEqual([undefined, undefined, undefined, undefined, undefined]);
});

test('a kind reads without dashes', () => {
  expect(kindInWords('foreign-data-wrapper')).toBe('foreign data wrapper');
});
