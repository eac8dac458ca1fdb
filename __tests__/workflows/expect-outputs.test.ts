// The script that the end-to-end workflow holds outputs with: it must be able to say no.

import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';
import { ROOT } from '../cli/run.ts';

const OUTPUTS = {
  status: 'drifted',
  drifted: 'true',
  'drifted-tables': '["public.a","public.b"]',
  patch: '',
};

function hold(expected: object, outputs: object = OUTPUTS): { code: number | null; stdout: string } {
  const { status, stdout } = spawnSync(process.execPath, [`${ROOT}.ci/expect-outputs.mjs`], {
    encoding: 'utf8',
    env: { OUTPUTS: JSON.stringify(outputs), EXPECTED: JSON.stringify(expected) },
  });
  return { code: status, stdout };
}

describe('outputs', () => {
  test('that are as expected end well', () => {
    const expected = {
      status: 'drifted',
      drifted: true,
      'drifted-tables': ['public.a', 'public.b'],
      patch: '',
    };
    expect(hold(expected)).toEqual({ code: 0, stdout: '4 of 4 outputs are as expected.\n' });
  });

  test.each([
    [{ status: 'in-sync' }, 'Output status is "drifted", expected "in-sync".'],
    [{ 'drifted-tables': ['public.a'] }, 'Output drifted-tables is'],
    [{ patch: true }, 'Output patch is "", expected true.'],
    [{ 'no-such': 'x' }, 'Output no-such is undefined, expected "x".'],
    [{ 'no-such': [] }, 'Output no-such is undefined, expected [].'],
    [{ status: 'drifted', drifted: 'false' }, 'Output drifted is "true", expected "false".'],
  ])('that are not as expected fail: %j', (expected, said) => {
    const { code, stdout } = hold(expected);
    expect({ code, stdout }).toEqual({ code: 1, stdout: expect.stringContaining(`::error::${said}`) });
  });

  test('of which nothing is expected are no answer', () => {
    expect(hold({}).code).toBe(1);
  });
});
