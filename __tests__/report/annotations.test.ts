// Annotations as GitHub takes them: few, the errors first, one a line, each a text that stands alone.

import { describe, expect, test } from '@jest/globals';
import { type Finding, makeFinding } from '../../src/findings/finding.ts';
import { RULES } from '../../src/findings/rules.ts';
import { visible } from '../../src/findings/visible.ts';
import {
  annotationsOf,
  MOST_CHARACTERS,
  MOST_OF_A_LEVEL,
  MOST_SENTENCES,
  SHOWN_OF_A_LEVEL,
} from '../../src/report/annotations.ts';
import type { Report } from '../../src/report/report.ts';
import {
  baseSchemaDrift,
  blamed,
  cannotReplay,
  failed,
  failedReplay,
  HOSTILE_NAMES,
  hostileReport,
  inSync,
  reportOf,
} from './reports.ts';

const MIGRATION = 'supabase/migrations/20260101000000_a.sql';
const TYPES = 'src/types/database.ts';

type Compatibility = 'breaking' | 'dangerous' | 'safe';

/** A finding at a line of a migration and, unless that is 0, at one of the types. */
const at = (line: number, typesLine = 0, compatibility: Compatibility = 'breaking'): Finding => ({
  ...makeFinding({
    ruleId: 'column-removed',
    compatibility,
    reason: 'code that uses it fails',
    subject: { kind: 'column', schema: 'public', relation: 'orders', name: `c${line}_${typesLine}` },
    location: { file: MIGRATION, line, column: 3 },
    message: `column \`public.orders.c${line}_${typesLine}\` is in the committed types but not in the database.`,
  }),
  ...(typesLine > 0 && { typesLocation: { file: TYPES, line: typesLine, column: 5 } }),
});

const drift = (findings: Finding[], rest: Partial<Report> = {}): Report =>
  reportOf({ status: 'drifted', findings, ...rest });

const places = (report: Report, prefix = ''): string[] =>
  annotationsOf(report, prefix).map(({ level, file, line }) => `${level} ${file}:${line}`);

test('an annotation stands alone: what, why and what to do, at its line', () => {
  const [first] = annotationsOf(blamed, '');
  expect(first).toEqual({
    level: 'error',
    title: 'Table or view was renamed',
    message: [
      'Table `public.orders` is still `public.purchases` in the committed types. Breaking: code that uses the old name still compiles, then fails at run time.',
      RULES['relation-renamed'].remedy,
    ].join('\n'),
    file: 'supabase/migrations/20260310090000_purchases_become_orders.sql',
    line: 1,
  });
});

test('nothing is annotated when all is in sync', () => {
  expect(annotationsOf(inSync, '')).toEqual([]);
});

test('lines of migrations come before lines of types', () => {
  expect(places(drift([at(1, 11), at(2, 12)]))).toEqual([
    `error ${MIGRATION}:1`,
    `error ${MIGRATION}:2`,
    `error ${TYPES}:11`,
    `error ${TYPES}:12`,
  ]);
});

test('what no statement is behind is at its line of the types, or at the first one', () => {
  const { location: _, ...unblamed } = at(1, 11);
  const { typesLocation: __, ...nowhere } = { ...at(2), location: undefined };
  const { location: ___, ...unplaced } = nowhere;
  expect(places(drift([unblamed, unplaced]))).toEqual([`error ${TYPES}:11`, `error ${TYPES}:1`]);
});

test('findings of one line are one annotation, as loud as the loudest, with each remedy once', () => {
  const findings = [
    at(1, 0, 'safe'),
    at(1, 1),
    { ...at(2), location: { file: MIGRATION, line: 1, column: 9 } },
  ];
  const [annotation, ...others] = annotationsOf(drift(findings, { failOn: 'breaking' }), '');
  expect(others.map(({ file }) => file)).toEqual([TYPES]);
  expect(annotation).toEqual({
    level: 'error',
    title: RULES['column-removed'].title,
    message: [
      'Column `public.orders.c1_0` is in the committed types but not in the database. Safe: code that uses it fails.',
      'Column `public.orders.c1_1` is in the committed types but not in the database. Breaking: code that uses it fails.',
      'Column `public.orders.c2_0` is in the committed types but not in the database. Breaking: code that uses it fails.',
      RULES['column-removed'].remedy,
    ].join('\n'),
    file: MIGRATION,
    line: 1,
  });
});

test('of several rules at a line the title names the first', () => {
  const [finding = at(1)] = failedReplay.findings;
  const [annotation] = annotationsOf(
    drift([at(14), { ...finding, location: { file: MIGRATION, line: 14 } }]),
    '',
  );
  expect(annotation?.title).toBe(`${RULES['column-removed'].title}, and 1 more`);
});

test.each([
  [undefined, ['error', 'error', 'error']],
  ['dangerous', ['error', 'error', 'notice']],
  ['breaking', ['error', 'warning', 'notice']],
  ['never', ['warning', 'warning', 'notice']],
] as const)('what fails the check at --fail-on %s is an error, errors first', (failOn, levels) => {
  const findings = [at(3, 0, 'safe'), at(2, 0, 'dangerous'), at(1, 0, 'breaking')];
  const annotations = annotationsOf(drift(findings, { ...(failOn && { failOn }) }), '');
  expect(annotations.map(({ level }) => level)).toEqual(levels);
});

test('what the baseline accepts is not annotated', () => {
  const accepted = [{ ...at(1), acceptance: { reason: 'goes in May', date: '2026-01-31' } }];
  expect(annotationsOf(drift([], { accepted }), '')).toEqual([]);
});

test('paths are those of the repository; what lies outside of it has none', () => {
  const [finding = at(1)] = [at(1, 2)];
  const below = (file: string): Report => drift([{ ...finding, typesLocation: { file, line: 2 } }]);
  expect(places(below('../../packages/db/types.ts'), 'apps/api/')).toEqual([
    `error apps/api/${MIGRATION}:1`,
    'error packages/db/types.ts:2',
  ]);
  expect(annotationsOf(below('../../../types.ts'), 'apps/api/')[1]).not.toHaveProperty('file');
});

describe('a run that could not check', () => {
  test('is an error at the statement that it failed on', () => {
    expect(annotationsOf(cannotReplay, 'api/')).toEqual([
      {
        level: 'error',
        title: 'Could not check',
        message: `${cannotReplay.failure?.message}\n${cannotReplay.failure?.remedy}`,
        file: 'api/supabase/migrations/20260301120000_orders.sql',
        line: 3,
        column: 1,
      },
    ]);
  });

  test('is an error without a place where there is none', () => {
    expect(annotationsOf(failed, '')).toEqual([
      {
        level: 'error',
        title: 'Could not check',
        message: `${failed.failure?.message}\n${failed.failure?.remedy}`,
      },
    ]);
  });
});

test('an audit that could not be made is called one', () => {
  expect(annotationsOf({ ...failed, command: 'audit' }, '')[0]?.title).toBe('Could not audit');
});

test('a migration that fails is told with its statement, a missing object with its uses', () => {
  expect(annotationsOf(failedReplay, '')[0]?.message).toContain(
    '\nalter table orders alter column totl type numeric(12, 2);',
  );
  expect(annotationsOf(baseSchemaDrift, '')[0]?.message).toContain(
    '\nsupabase/migrations/20260305090000_notes.sql:8',
  );
});

describe('limits', () => {
  const many = (count: number, compatibility: Compatibility = 'breaking'): Finding[] =>
    Array.from({ length: count }, (_, index) => at(index + 1, 0, compatibility));

  test('leave one annotation of each level to the rest of the step', () => {
    expect(SHOWN_OF_A_LEVEL).toBe(10);
    expect(MOST_OF_A_LEVEL).toBe(9);
  });

  test.each([
    [MOST_OF_A_LEVEL - 1, MOST_OF_A_LEVEL - 1, undefined],
    [MOST_OF_A_LEVEL, MOST_OF_A_LEVEL, undefined],
    [MOST_OF_A_LEVEL + 1, MOST_OF_A_LEVEL, '1 more finding like this has no annotation'],
    [MOST_OF_A_LEVEL + 31, MOST_OF_A_LEVEL, '31 more findings like this have no annotation'],
  ])('of %d lines %d are annotated, and the last says how many more there are', (count, shown, words) => {
    const annotations = annotationsOf(drift(many(count)), '');
    expect(annotations).toHaveLength(shown);
    const saying = annotations.filter(({ message }) =>
      message.includes('the summary of this run lists them all'),
    );
    expect(saying).toEqual(words === undefined ? [] : [annotations.at(-1)]);
    expect(annotations.at(-1)?.message).toContain(words ?? '');
  });

  test('hold for each level, and fifty for all of them', () => {
    const findings = [
      ...many(30, 'safe'),
      ...many(30, 'dangerous').map(moved(100)),
      ...many(30).map(moved(200)),
    ];
    const annotations = annotationsOf(drift(findings, { failOn: 'breaking' }), '');
    expect(annotations.map(({ level }) => level)).toEqual(
      ['error', 'warning', 'notice'].flatMap((level) => Array.from({ length: MOST_OF_A_LEVEL }, () => level)),
    );
    expect(annotations.length).toBeLessThanOrEqual(50);
    expect(annotations.filter(({ message }) => message.includes('21 more findings'))).toHaveLength(3);
  });

  const moved =
    (lines: number) =>
    (finding: Finding): Finding => ({
      ...finding,
      fingerprint: `${finding.fingerprint}${lines}`,
      location: { file: MIGRATION, line: (finding.location?.line ?? 0) + lines },
    });

  test('say nothing of lines of the types that only tell again what a migration was annotated with', () => {
    const findings = Array.from({ length: MOST_OF_A_LEVEL }, (_, index) => at(index + 1, index + 101));
    const annotations = annotationsOf(drift(findings), '');
    expect(annotations.map(({ file }) => file)).toEqual(findings.map(() => MIGRATION));
    expect(annotations.some(({ message }) => message.includes('more finding'))).toBe(false);
  });

  test.each([
    [MOST_SENTENCES - 1, MOST_SENTENCES - 1, undefined],
    [MOST_SENTENCES, MOST_SENTENCES, undefined],
    [MOST_SENTENCES + 1, MOST_SENTENCES, 'And 1 more.'],
  ])('of %d findings of a line %d are told', (count, told, words) => {
    const findings = many(count).map((finding) => ({ ...finding, location: { file: MIGRATION, line: 1 } }));
    const lines = annotationsOf(drift(findings), '')[0]?.message.split('\n') ?? [];
    expect(lines.filter((line) => line.startsWith('Column '))).toHaveLength(told);
    expect(lines.filter((line) => line.startsWith('And '))).toEqual(words === undefined ? [] : [words]);
    expect(lines.at(-1)).toBe(RULES['column-removed'].remedy);
  });

  test.each([
    [MOST_CHARACTERS - 1, false],
    [MOST_CHARACTERS, false],
    [MOST_CHARACTERS + 1, true],
  ])('a message of %d characters is cut: %s', (length, isCut) => {
    const remedy = RULES['column-removed'].remedy;
    const { reason: _, ...finding } = {
      ...at(1),
      message: `${'🧾'.repeat((length - remedy.length - 4) / 2)}..`,
    };
    const padded = finding.message.padEnd(length - remedy.length - 1, '.');
    const [annotation] = annotationsOf(drift([{ ...finding, message: padded }]), '');
    expect(annotation?.message).toHaveLength(isCut ? MOST_CHARACTERS : length);
    expect(annotation?.message.endsWith('…')).toBe(isCut);
  });

  test('what is cut is never half a character, and leaves room for what the last one says', () => {
    const long = { ...at(1), message: '🧾'.repeat(MOST_CHARACTERS) };
    const odd = { ...long, message: `.${long.message}` };
    for (const finding of [long, odd]) {
      const report = drift([...many(MOST_OF_A_LEVEL - 1).map(moved(50)), finding, at(99)]);
      const message = annotationsOf(report, '')[MOST_OF_A_LEVEL - 1]?.message ?? '';
      expect(message.length).toBeLessThanOrEqual(MOST_CHARACTERS);
      expect(message).toMatch(/🧾…\n\n1 more finding like this/u);
      expect(message).not.toMatch(/\p{Cs}/u);
    }
  });
});

describe('a hostile name', () => {
  test.each(HOSTILE_NAMES.map((name) => [JSON.stringify(name), name] as const))(
    '%s is told on one line, and shown',
    (_, name) => {
      const annotations = annotationsOf(hostileReport(name), '');
      expect(annotations.length).toBeGreaterThan(0);
      for (const { title, message, file = '' } of annotations) {
        expect(title + message.replaceAll('\n', '') + file).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e]/u);
        expect(title).not.toContain('\n');
      }
      expect(annotations.some(({ message }) => message.includes(visible(name)))).toBe(true);
    },
  );
});
