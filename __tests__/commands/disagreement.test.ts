// When two databases agree on a project, and how it is told that they do not.

import { describe, expect, test } from '@jest/globals';
import { answeredInstead, differencesOf, disagreement, isNone } from '../../src/commands/disagreement.ts';
import { EnvironmentError } from '../../src/errors.ts';
import { type Finding, makeFinding } from '../../src/findings/finding.ts';
import { blamed, drifted, inSync } from '../report/reports.ts';

const failedAt = (line: number, message: string): Finding =>
  makeFinding({
    ruleId: 'replay-failed',
    subject: { kind: 'file', name: 'supabase/migrations/1_a.sql' },
    location: { file: 'supabase/migrations/1_a.sql', line, column: 3 },
    message: `fails: ${message}`,
    salient: ['42883', message],
  });

describe('two databases', () => {
  test('agree when both have the same findings, in whatever order and wherever blame points', () => {
    const elsewhere = drifted.findings.map((finding) => ({
      ...finding,
      location: { file: 'b.sql', line: 1 },
    }));
    expect(isNone(differencesOf(drifted.findings, elsewhere.toReversed()))).toBe(true);
  });

  test('agree on a migration that fails at one line, however each release words it', () => {
    const both = [failedAt(3, 'no such function'), failedAt(3, 'function f() does not exist')] as const;
    expect(isNone(differencesOf([both[0]], [both[1]]))).toBe(true);
    expect(isNone(differencesOf([both[0]], [failedAt(4, 'no such function')]))).toBe(false);
  });

  test('disagree on a type that each has otherwise, though the object is the same', () => {
    const [first] = drifted.findings;
    if (first === undefined) throw new Error('there is no finding to change');
    const other = makeFinding({ ...first, generated: 'boolean', salient: ['number', 'boolean'] });
    expect(differencesOf([first], [other])).toEqual({ embedded: [first], localStack: [other] });
  });
});

test('the sentence names the objects of each side, a few of many, and control characters as escapes', () => {
  const tables = Array.from({ length: 7 }, (_, index) =>
    makeFinding({
      ruleId: 'relation-added',
      subject: { kind: 'table', schema: 'public', name: `t${index}\u202e` },
      message: 'a table',
    }),
  );
  const differences = differencesOf(tables, blamed.findings.slice(0, 1));
  expect(disagreement(inSync.engine, blamed.engine, differences)).toEqual({
    code: 'databases-disagree',
    message:
      'The databases disagree, for only the embedded one (PostgreSQL 17.5) reports `public."t0\\u202e"`, `public."t1\\u202e"`, `public."t2\\u202e"`, `public."t3\\u202e"`, `public."t4\\u202e"` and 2 more, and only the local stack (PostgreSQL 17.5) reports `public.orders`: the answer of the local stack holds, and the difference is a fault of Drift Gate, so please report it with the JSON report.',
  });
});

test('two major versions of PostgreSQL may differ without a fault of ours', () => {
  const differences = differencesOf([], blamed.findings.slice(0, 1));
  const older = { ...blamed.engine, postgresVersion: '15.8' };
  expect(disagreement(inSync.engine, older, differences).message).toContain(
    'unless it is one of PostgreSQL itself',
  );
  expect(disagreement(inSync.engine, blamed.engine, differences).message).not.toContain('unless');
});

test('a database that gave no answer is no party to a disagreement, and its reason is told', () => {
  const error = new EnvironmentError({
    message: 'The embedded database cannot replay `a.sql`: no room.',
    remedy: 'Make room.',
  });
  expect(answeredInstead(error)).toEqual({
    code: 'answered-by-local-stack',
    message:
      'The embedded database cannot replay `a.sql`: no room, so the answer is that of the local stack.',
  });
});
