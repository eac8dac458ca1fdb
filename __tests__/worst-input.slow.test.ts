// A text of somebody else's takes time in proportion to its length: each reader gets a megabyte of what is worst for it.

import { describe, expect, test } from '@jest/globals';
import { isKnownError } from '../src/errors.ts';
import { JsonFault } from '../src/project/text/located-json.ts';
import { READERS, WORST } from './tools/worst-inputs.ts';

/** Of processor time, which other programs on the machine do not use up. */
const SECONDS = 2;
const TRIES = 4;

test('each reader has what is worst for it', () => {
  expect(Object.keys(READERS).filter((name) => WORST[name] === undefined)).toEqual([]);
});

describe.each(Object.entries(READERS))('%s', (name, read) => {
  test.each(WORST[name] ?? [])('%j, over and over', async (_, text) => {
    // A busy machine makes a processor slower as well: what takes too long may try again.
    let seconds = Number.POSITIVE_INFINITY;
    for (let time = 0; time < TRIES && seconds >= SECONDS; time += 1)
      seconds = await secondsOf(() => read(text()));
    expect(seconds).toBeLessThan(SECONDS);
  });
});

async function secondsOf(act: () => unknown): Promise<number> {
  const before = process.cpuUsage();
  await (async () => act())().catch((error: unknown) => {
    if (!isRefusal(error)) throw error;
  });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

/** Whether a reader says in its own words why it does not read a text; a stack that overflows does not. */
const isRefusal = (error: unknown): boolean => isKnownError(error) || error instanceof JsonFault;
