import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { UsageError } from '../../src/errors.ts';
import type { BaselineEntry } from '../../src/findings/baseline.ts';
import { parseBaseline, serialiseBaseline } from '../../src/project/baseline-file.ts';

const PATH = 'supabase/drift-baseline.json';

const entryOf = (object: string, fingerprint: string): BaselineEntry => ({
  object,
  rule: 'relation-added',
  reason: 'made in the dashboard',
  date: '2026-01-31',
  fingerprint,
});
const A = entryOf('public.a', '00000000000000aa');
const B = entryOf('public.b', '00000000000000bb');

describe('a baseline as a file', () => {
  const text = fc.string({ unit: 'binary', minLength: 1 }).filter((one) => /\S/.test(one));
  const day = fc
    .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  const rule = fc.constantFrom('relation-added', 'column-removed', 'enum-value-added' as const);
  const entry = fc.record(
    {
      object: text,
      rule,
      reason: text,
      owner: text,
      date: day,
      expires: day,
      types: fc.array(text),
      fingerprint: fc.stringMatching(/^[\da-f]{16}$/),
    },
    { requiredKeys: ['object', 'rule', 'reason', 'date', 'fingerprint'] },
  );
  const entries = fc.uniqueArray(entry, { selector: ({ fingerprint }) => fingerprint });

  test('holds what was written, whatever names and reasons hold, in one order whoever wrote first', () => {
    fc.assert(
      fc.property(entries, fc.nat(), (all, turn) => {
        const written = serialiseBaseline(all);
        expect(serialiseBaseline([...all.slice(turn % 7), ...all.slice(0, turn % 7)].reverse())).toBe(
          written,
        );
        const { entries: read, lines } = parseBaseline(written, PATH);
        expect(serialiseBaseline(read)).toBe(written);
        expect(new Set(read.map((one) => JSON.stringify(one)))).toEqual(
          new Set(all.map((one) => JSON.stringify(orderedLike(read, one)))),
        );
        const rows = written.split('\n');
        expect(rows).toHaveLength(all.length === 0 ? 5 : all.length + 6);
        for (const { fingerprint } of all)
          expect(rows[(lines.get(fingerprint) ?? 0) - 1]).toContain(fingerprint);
      }),
    );
  });

  /** The entry with its keys in the order of those that were read. */
  const orderedLike = (read: readonly BaselineEntry[], { fingerprint, ...rest }: BaselineEntry): unknown => {
    const keys = Object.keys(read.find((one) => one.fingerprint === fingerprint) ?? {});
    const all: Record<string, unknown> = { ...rest, fingerprint };
    return Object.fromEntries(keys.map((key) => [key, all[key]]));
  };

  test('has one line an entry, so that each reviews and merges for itself', () => {
    expect(serialiseBaseline([B, { ...A, owner: 'data' }])).toBe(
      [
        '{',
        '  "version": 1,',
        '  "accepted": [',
        `    { "object": "public.a", "rule": "relation-added", "reason": "made in the dashboard", "owner": "data", "date": "2026-01-31", "fingerprint": "${A.fingerprint}" },`,
        `    { "object": "public.b", "rule": "relation-added", "reason": "made in the dashboard", "date": "2026-01-31", "fingerprint": "${B.fingerprint}" }`,
        '  ]',
        '}',
        '',
      ].join('\n'),
    );
  });

  test('may be written as a formatter likes it, and keeps the line of each entry', () => {
    const formatted = JSON.stringify(JSON.parse(serialiseBaseline([A, B])), null, 4);
    const { lines } = parseBaseline(`\r\n${formatted.replaceAll('\n', '\r\n')}`, PATH);
    expect([lines.get(A.fingerprint), lines.get(B.fingerprint)]).toEqual([5, 12]);
  });

  const withEntry = (one: object): string => `{"version": 1, "accepted": [\n${JSON.stringify(one)}\n]}`;

  test.each<[what: string, text: string, message: string]>([
    ['empty', '', 'can not be read, line 1: it is not JSON: the text ends too early.'],
    [
      'a text',
      '""',
      'can not be read, line 1: it is no baseline: an object with `version` and `accepted` was expected.',
    ],
    [
      'cut off',
      '{"version": 1,\n"accepted": [\n',
      'can not be read, line 3: it is not JSON: the text ends too early.',
    ],
    [
      'of another version',
      '{\n"version": 2, "accepted": []}',
      'can not be read, line 2: `version` is not 1, the only version that there is.',
    ],
    ['without entries', '{"version": 1}', 'can not be read, line 1: `accepted` is missing.'],
    [
      'with a key that there is not',
      withEntry({ ...A, because: 'x' }),
      'can not be read, line 2: there is no key `because`.',
    ],
    [
      'with a key twice',
      withEntry(A).replace('{"object"', '{"reason": "a", "object"'),
      'can not be read, line 2: it is not JSON: `reason` stands twice in one object.',
    ],
    [
      'without a reason',
      withEntry({ ...A, reason: undefined }),
      'can not be read, line 2: `reason` is missing.',
    ],
    [
      'with a blank reason',
      withEntry({ ...A, reason: ' \n' }),
      'can not be read, line 2: `reason` is empty.',
    ],
    [
      'with an owner of the wrong kind',
      withEntry({ ...A, owner: 1 }),
      'can not be read, line 2: `owner` is of the wrong kind.',
    ],
    [
      'with a day that there is not',
      withEntry({ ...A, expires: '2026-02-30' }),
      'can not be read, line 2: `expires` must be a date such as 2027-01-31.',
    ],
    [
      'with a rule that there is not',
      withEntry({ ...A, rule: 'constructor' }),
      'can not be read, line 2: `rule` is `constructor`, which is no rule.',
    ],
    [
      'with a failed replay',
      withEntry({ ...A, rule: 'replay-failed' }),
      'can not be read, line 2: `rule` is `replay-failed`, which can not be accepted.',
    ],
    [
      'with another fingerprint',
      withEntry({ ...A, fingerprint: 'ABC' }),
      'can not be read, line 2: `fingerprint` is no fingerprint: 16 hexadecimal digits.',
    ],
    [
      'with an entry that is none',
      '{"version": 1, "accepted": [\n\nnull]}',
      'can not be read, line 3: `accepted` is of the wrong kind.',
    ],
    [
      'with an entry twice',
      `{"version": 1, "accepted": [\n${JSON.stringify(A)},\n${JSON.stringify({ ...A, reason: 'another' })}]}`,
      'accepts the same finding twice, on lines 2 and 3.',
    ],
    [
      'in the middle of a merge',
      `{"version": 1, "accepted": [\n<<<<<<< HEAD\n=======\n>>>>>>> theirs\n]}`,
      'holds a conflict of a merge, line 2.',
    ],
  ])('that is broken is refused with its line and what to do: %s', (_, broken, message) => {
    let error: unknown;
    try {
      parseBaseline(broken, PATH);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(UsageError);
    expect(error).toMatchObject({
      message: `The baseline \`${PATH}\` ${message}`,
      remedy: expect.stringMatching(/^[A-Z].*\.$/),
    });
  });
});
