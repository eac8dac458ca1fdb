// What `ignore` can't leave out, whatever the pattern.

import { expect, test } from '@jest/globals';
import { isIgnored } from '../../src/commands/ignored.ts';
import type { ObjectId } from '../../src/findings/object-id.ts';
import type { RuleId } from '../../src/findings/rules.ts';

const isLeftOut = (ruleId: RuleId, subject: ObjectId, id: string, pattern = '*'): boolean =>
  isIgnored({ ruleId, subject, id }, [pattern]);

const FILE: ObjectId = { kind: 'file', name: 'supabase/migrations/1_a.sql' };
const TABLE: ObjectId = { kind: 'table', schema: 'public', name: 'a' };

test.each<[RuleId, ObjectId, boolean]>([
  ['replay-failed', FILE, false],
  ['duplicate-version', FILE, false],
  ['open-transaction', FILE, false],
  ['stale-baseline-entry', FILE, false],
  ['expired-baseline-entry', FILE, false],
  ['edited-version', { kind: 'migration', name: '1' }, false],
  ['base-schema-drift', TABLE, false],
  ['relation-removed', TABLE, true],
  ['unmanaged', TABLE, true],
])('%s of %o: %s', (ruleId, subject, expected) => {
  expect(isLeftOut(ruleId, subject, subject.kind === 'table' ? 'public.a' : subject.name)).toBe(expected);
});
