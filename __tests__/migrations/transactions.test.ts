// Which statement began the transaction that a file leaves open, by its text. That one is open is for the server to say.

import { expect, test } from '@jest/globals';
import { splitStatements } from '../../src/migrations/split.ts';
import { unclosedBegin } from '../../src/migrations/transactions.ts';

test.each([
  ['begin; select 1', 'begin'],
  ['BEGIN WORK; select 1', 'BEGIN WORK'],
  ['start /* a */ transaction -- b\n; select 1', 'start /* a */ transaction -- b'],
  ['begin; commit; begin isolation level serializable; select 1', 'begin isolation level serializable'],
  ['select 1; commit; begin', 'begin'],
  ['begin; commit and chain; select 1', 'commit and chain'],
  ['begin; rollback and chain', 'rollback and chain'],
  ['begin; savepoint a; rollback to a; rollback work to savepoint a; release a', 'begin'],
  ["begin; commit prepared 'x'; rollback prepared 'x'", 'begin'],
  ['begin; create table ended (id int)', 'begin'],
  ['begin; select 1; start transaction', 'begin'],
  ['begin; commit; start transaction; begin; select 1', 'start transaction'],
  ['begin; commit and chain; start transaction; select 1', 'commit and chain'],
  ['begin; start transaction; rollback and chain; begin', 'rollback and chain'],
  ['begin; commit and chain; commit; start transaction; begin', 'start transaction'],
])('%s: %s', (sql, begin) => {
  expect(unclosedBegin(splitStatements(sql))?.text).toBe(begin);
});

test.each([
  'begin; commit',
  'begin; end',
  'begin; abort',
  'begin; rollback',
  'begin; commit work and no chain',
  "begin; prepare transaction 'x'",
  'do $$ begin perform 1; end $$; select 1',
  'create function f() returns int begin atomic select 1; end; select 1',
  "select 'begin;'; -- begin;",
  'commit',
  '',
])('%s: none', (sql) => {
  expect(unclosedBegin(splitStatements(sql))).toBeUndefined();
});
