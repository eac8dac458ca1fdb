import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { UsageError } from '../../src/errors.ts';
import {
  applyBaseline,
  type Baseline,
  type BaselineEntry,
  baselineFindings,
  isDay,
} from '../../src/findings/baseline.ts';
import { parseBaseline, serialiseBaseline } from '../../src/findings/baseline-file.ts';
import { type Finding, makeFinding } from '../../src/findings/finding.ts';
import { RULES } from '../../src/findings/rules.ts';

const PATH = 'supabase/drift-baseline.json';

const added = (name: string, schema = 'public'): Finding =>
  makeFinding({
    ruleId: 'relation-added',
    compatibility: 'safe',
    subject: { kind: 'table', schema, name },
    message: `Table ${name} is new.`,
  });

const entryOf = ({ id, ruleId, fingerprint }: Finding, more: Partial<BaselineEntry> = {}): BaselineEntry => ({
  object: id,
  rule: ruleId,
  reason: 'made in the dashboard',
  date: '2026-01-31',
  fingerprint,
  ...more,
});

const baselineOf = (...entries: BaselineEntry[]): Baseline => parseBaseline(serialiseBaseline(entries), PATH);

const everywhere = { today: '2026-06-15', isLookedAt: () => true };

describe('findings held against a baseline', () => {
  const [a, b, c] = [added('a'), added('b'), added('c')];

  test('are accepted when they have an entry, active when not, and an entry without one is stale', () => {
    const { active, accepted, stale, expired, unseen } = applyBaseline(
      [a, b],
      baselineOf(entryOf(a, { owner: 'data' }), entryOf(c)),
      everywhere,
    );
    expect(active).toEqual([b]);
    expect(accepted).toEqual([
      { ...a, acceptance: { reason: 'made in the dashboard', owner: 'data', date: '2026-01-31' } },
    ]);
    expect(stale).toEqual([entryOf(c)]);
    expect([expired, unseen]).toEqual([[], []]);
  });

  test('are accepted on the last day that the entry names, and active on the next', () => {
    const baseline = baselineOf(entryOf(a, { expires: '2026-06-30' }));
    const on = (today: string) => applyBaseline([a], baseline, { ...everywhere, today });
    expect(on('2026-06-30')).toMatchObject({ active: [], accepted: [{ id: 'public.a' }], expired: [] });
    expect(on('2026-07-01')).toMatchObject({ active: [a], accepted: [], expired: [{ finding: a }] });
  });

  test('say nothing of an entry when nobody looked, be it expired or not', () => {
    const entries = [entryOf(a), entryOf(b, { expires: '2026-02-01' })];
    const applied = applyBaseline([], baselineOf(...entries), { ...everywhere, isLookedAt: () => false });
    expect(applied).toEqual({ active: [], accepted: [], stale: [], expired: [], unseen: entries });
  });

  test('are not accepted by an entry that tells people of another object or rule', () => {
    const lies = [
      baselineOf(entryOf(a, { object: 'public.harmless' })),
      baselineOf(entryOf(a, { rule: 'column-added' })),
    ];
    for (const baseline of lies)
      expect(applyBaseline([a], baseline, everywhere)).toMatchObject({ active: [a], accepted: [] });
  });

  test('part into active and accepted, and entries into met, stale and unseen: none is lost or counted twice', () => {
    const names = fc.uniqueArray(fc.constantFrom(...'abcdefgh'));
    fc.assert(
      fc.property(names, names, names, fc.boolean(), (found, accepted, looked, isLate) => {
        const findings = found.map((name) => added(name));
        const baseline = baselineOf(
          ...accepted.map((name) => entryOf(added(name), { expires: '2026-06-15' })),
        );
        const applied = applyBaseline(findings, baseline, {
          today: isLate ? '2026-06-16' : '2026-06-15',
          isLookedAt: ({ object }) => looked.includes(object.slice('public.'.length)),
        });
        const ids = (some: readonly { id: string }[]): string[] => some.map(({ id }) => id);
        expect([...ids(applied.active), ...ids(applied.accepted)].sort()).toEqual(ids(findings).sort());
        const met = accepted.filter((name) => found.includes(name));
        expect(applied.accepted).toHaveLength(isLate ? 0 : met.length);
        expect(applied.expired).toHaveLength(isLate ? met.length : 0);
        const objects = (some: readonly BaselineEntry[]): string[] => some.map(({ object }) => object).sort();
        const gone = accepted.filter((name) => !found.includes(name)).map((name) => `public.${name}`);
        expect([...objects(applied.stale), ...objects(applied.unseen)].sort()).toEqual(gone.sort());
        expect(objects(applied.stale).every((object) => looked.includes(object.slice(-1)))).toBe(true);
      }),
    );
  });
});

describe('what a baseline is at fault with', () => {
  test('is told at the line of the entry: when, by whom, until when and why it was accepted', () => {
    const [a, b] = [added('a'), added('b')];
    const baseline = baselineOf(
      entryOf(b, { owner: 'the data team', expires: '2026-02-28', reason: 'Import comes in May.' }),
      entryOf(a),
    );
    const findings = baselineFindings(applyBaseline([b], baseline, everywhere), baseline);
    expect(findings).toMatchObject([
      {
        ruleId: 'stale-baseline-entry',
        subject: { kind: 'file', name: PATH },
        location: { file: PATH, line: 4 },
        message:
          '`public.a` no longer has the drift `relation-added` that was accepted on 2026-01-31: made in the dashboard.',
        remedy: RULES['stale-baseline-entry'].remedy,
      },
      {
        ruleId: 'expired-baseline-entry',
        compatibility: 'safe',
        location: { file: PATH, line: 5 },
        message:
          '`public.b` has the drift `relation-added` still, which was accepted on 2026-01-31 by the data team until 2026-02-28: Import comes in May.',
      },
    ]);
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(2);
  });
});

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
    expect(serialiseBaseline([entryOf(added('b')), entryOf(added('a'), { owner: 'data' })])).toBe(
      [
        '{',
        '  "version": 1,',
        '  "accepted": [',
        `    { "object": "public.a", "rule": "relation-added", "reason": "made in the dashboard", "owner": "data", "date": "2026-01-31", "fingerprint": "${added('a').fingerprint}" },`,
        `    { "object": "public.b", "rule": "relation-added", "reason": "made in the dashboard", "date": "2026-01-31", "fingerprint": "${added('b').fingerprint}" }`,
        '  ]',
        '}',
        '',
      ].join('\n'),
    );
  });

  test('may be written as a formatter likes it, and keeps the line of each entry', () => {
    const formatted = JSON.stringify(
      JSON.parse(serialiseBaseline([entryOf(added('a')), entryOf(added('b'))])),
      null,
      4,
    );
    const { lines } = parseBaseline(`\r\n${formatted.replaceAll('\n', '\r\n')}`, PATH);
    expect([lines.get(added('a').fingerprint), lines.get(added('b').fingerprint)]).toEqual([5, 12]);
  });

  const good = entryOf(added('a'));
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
      withEntry({ ...good, because: 'x' }),
      'can not be read, line 2: there is no key `because`.',
    ],
    [
      'with a key twice',
      withEntry(good).replace('{"object"', '{"reason": "a", "object"'),
      'can not be read, line 2: it is not JSON: `reason` stands twice in one object.',
    ],
    [
      'without a reason',
      withEntry({ ...good, reason: undefined }),
      'can not be read, line 2: `reason` is missing.',
    ],
    [
      'with a blank reason',
      withEntry({ ...good, reason: ' \n' }),
      'can not be read, line 2: `reason` is empty.',
    ],
    [
      'with an owner of the wrong kind',
      withEntry({ ...good, owner: 1 }),
      'can not be read, line 2: `owner` is of the wrong kind.',
    ],
    [
      'with a day that there is not',
      withEntry({ ...good, expires: '2026-02-30' }),
      'can not be read, line 2: `expires` is no day like 2027-01-31.',
    ],
    [
      'with a rule that there is not',
      withEntry({ ...good, rule: 'constructor' }),
      'can not be read, line 2: `rule` is `constructor`, which is no rule.',
    ],
    [
      'with a failed replay',
      withEntry({ ...good, rule: 'replay-failed' }),
      'can not be read, line 2: `rule` is `replay-failed`, which can not be accepted.',
    ],
    [
      'with another fingerprint',
      withEntry({ ...good, fingerprint: 'ABC' }),
      'can not be read, line 2: `fingerprint` is no fingerprint: 16 hexadecimal digits.',
    ],
    [
      'with an entry that is none',
      '{"version": 1, "accepted": [\n\nnull]}',
      'can not be read, line 3: `accepted` is of the wrong kind.',
    ],
    [
      'with an entry twice',
      `{"version": 1, "accepted": [\n${JSON.stringify(good)},\n${JSON.stringify({ ...good, reason: 'another' })}]}`,
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

test('a day is one that there is', () => {
  expect(['2027-01-31', '2028-02-29'].map(isDay)).toEqual([true, true]);
  const none = [
    '2027-02-29',
    '2027-13-01',
    '2027-00-10',
    '2027-1-1',
    '27-01-01',
    '2027-01-31T00:00',
    '',
    ' 2027-01-31',
  ];
  expect(none.filter(isDay)).toEqual([]);
});
