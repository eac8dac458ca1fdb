import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  applyBaseline,
  type Baseline,
  type BaselineEntry,
  baselineFindings,
} from '../../src/findings/baseline.ts';
import { type Finding, makeFinding } from '../../src/findings/finding.ts';
import { RULES } from '../../src/findings/rules.ts';
import { isDay } from '../../src/options/values.ts';
import { parseBaseline, serialiseBaseline } from '../../src/project/baseline-file.ts';

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

const everywhere = { today: '2026-06-15', isLookedAt: () => true, holdsFor: () => true };

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
    expect(applied).toEqual({
      active: [],
      accepted: [],
      stale: [],
      expired: [],
      former: [],
      unseen: entries,
    });
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
          ...everywhere,
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
