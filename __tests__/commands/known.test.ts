// What is known of the generator itself, by its name and version.

import { expect, test } from '@jest/globals';
import { knownOf } from '../../src/commands/known.ts';

test.each([
  ['supabase 2.117.9', false],
  ['supabase 2.118.0', true],
  ['supabase 2.122.1', true],
  ['supabase 3.0.0', true],
  ['supabase 3.1.0', false],
  ['@supabase/postgrest-typegen 0.2.2', false],
])('%s leaves out relationships of views over other schemas: %s', (generator, omits) => {
  expect(knownOf([], generator).omitsHiddenKeys).toBe(omits);
});
