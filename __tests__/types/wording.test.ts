// What tells findings of one object apart: a baseline that accepted one of them must not let a worse one pass.

import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/findings/finding.ts';
import { diffTypes } from '../../src/types/diff.ts';
import { parseTypes } from '../../src/types/parse.ts';
import { findingOf } from '../../src/types/wording.ts';
import { database, table } from './texts.ts';

const facts = (text: string) => parseTypes(text, 'types.ts', true);
const findings = (committed: string, generated: string): Finding[] =>
  diffTypes(facts(committed), facts(generated)).changes.map(findingOf);
const fingerprints = (committed: string, generated: string): string =>
  findings(committed, generated)
    .map(({ ruleId, fingerprint }) => `${ruleId} ${fingerprint}`)
    .join('\n');

const tables = (shapes: Parameters<typeof table>[1]): string => database({ Tables: table('t', shapes) });
const view = (row: string): string => database({ Views: `t: { Row: { ${row} }; Relationships: [] }` });

describe('the fingerprint of', () => {
  test('a column that is new is another one when inserts must give it', () => {
    const row = 'id: number; note: string';
    const before = tables({ row: 'id: number' });
    const optional = tables({ row, insert: 'id: number; note?: string' });
    expect(findings(before, optional)).toMatchObject([{ ruleId: 'column-added', compatibility: 'safe' }]);
    expect(findings(before, tables({ row }))).toMatchObject([
      { ruleId: 'column-added', compatibility: 'breaking' },
    ]);
    expect(fingerprints(before, optional)).not.toBe(fingerprints(before, tables({ row })));
  });

  test('a table that became a view is another one when the view loses or retypes a column', () => {
    const before = tables({ row: 'id: number; a: string' });
    const rows = ['id: number; a: string', 'id: number', 'id: number; a: number'];
    const found = rows.map((row) => fingerprints(before, view(row)));
    expect(found[0]).toMatch(/^relation-kind-changed \w+$/);
    expect(new Set(found).size).toBe(3);
  });

  test('a table that became a view is the same whatever order and nulls its columns have', () => {
    const before = tables({ row: 'id: number; a: string' });
    expect(fingerprints(before, view('a: string | null; id: number | null'))).toBe(
      fingerprints(before, view('id: number; a: string')),
    );
  });
});

describe('the sentence about', () => {
  const one = '{ Args: { a: number }; Returns: number }';
  const two = `${one} | { Args: { b: string }; Returns: string }`;
  const [before, after] = [one, two].map((overloads) => database({ Functions: `area: ${overloads}` }));

  test('an overload that only the database has names it', () => {
    expect(findings(before ?? '', after ?? '').map(({ message }) => message)).toEqual([
      'function `public.area` has the overload `(b: string) => string` in the database that the migrations build but not in the committed types.',
    ]);
  });

  test('an overload that only the committed types have names it', () => {
    expect(findings(after ?? '', before ?? '').map(({ message }) => message)).toEqual([
      'function `public.area` has the overload `(b: string) => string` in the committed types but not in the database that the migrations build.',
    ]);
  });
});
