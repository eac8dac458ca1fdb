// The marker survives whatever workflows, folders and people put into a key, and no text of a report poses as one.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  belowFirstLine,
  byAge,
  commentKey,
  markerLine,
  type PostMarker,
  readMarker,
} from '../../../src/github/sticky/marker.ts';

const MARKER: PostMarker = { key: 'CI#drift#apps/api', head: 'a'.repeat(40), run: 123, attempt: 2 };

/** Texts with the very characters that could break a comment of HTML. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({
    unit: fc.constantFrom('-', '>', '<', '!', ' ', '\n', '%', '#', '/', '=', 'é', '\0', '\u2028'),
  }),
);

const markers = fc.record({
  key: text,
  head: text,
  run: fc.integer({ min: 0, max: 999_999_999_999_999 }),
  attempt: fc.integer({ min: 0, max: 99_999 }),
});

describe('a marker', () => {
  test('is one hidden line that people can read too', () => {
    expect(markerLine(MARKER)).toBe(
      `<!-- supabase-drift-gate key=CI#drift#apps/api head=${'a'.repeat(40)} run=123 attempt=2 -->`,
    );
  });

  test('is read as it was written, whatever is in it, and nothing in it ends it', () => {
    fc.assert(
      fc.property(markers, text, (marker, below) => {
        const line = markerLine(marker);
        expect(line.slice(4, -3)).not.toMatch(/--|>|\s{2}|[\n\r]/);
        for (const end of ['\n', '\r\n']) expect(readMarker(`${line}${end}${below}`)).toEqual(marker);
        expect(readMarker(line)).toEqual(marker);
      }),
      { numRuns: 200 },
    );
  });

  test('of a text that is no Unicode is written all the same', () => {
    expect(readMarker(markerLine({ ...MARKER, key: 'a\uD800b' }))?.key).toBe('a\uFFFDb');
  });

  test('may get more fields in a later version', () => {
    expect(readMarker(markerLine(MARKER).replace(' -->', ' schema=2 -->'))).toEqual(MARKER);
  });

  test.each([
    ['in a line below', `Hello\n${markerLine(MARKER)}`],
    ['behind a space', ` ${markerLine(MARKER)}`],
    ['before more text', `${markerLine(MARKER)} Hello`],
    ['of another program', markerLine(MARKER).replace('supabase-drift-gate', 'other')],
    ['without its run', markerLine(MARKER).replace('run=123 ', '')],
    ['with a run that is no number', markerLine(MARKER).replace('123', '1e3')],
    ['with a broken escape', markerLine(MARKER).replace('CI', '%E0%A4%A')],
    ['of an empty text', ''],
  ])('is not seen %s', (_, body) => {
    expect(readMarker(body)).toBeUndefined();
  });

  test('leaves the text under it as it was', () => {
    expect(belowFirstLine(`${markerLine(MARKER)}\r\n# One\r\n\r\nTwo\r\n`)).toBe('# One\n\nTwo');
    expect(belowFirstLine(markerLine(MARKER))).toBe('');
  });
});

describe('a key', () => {
  const keyOf = (workflow: string, job: string, project: string): string =>
    commentKey({ workflow, job }, project);

  test('names the workflow, the job and the project', () => {
    expect(keyOf('CI', 'drift', 'apps/api')).toBe('CI#drift#apps/api');
  });

  test('is another for another workflow, job or project', () => {
    const names = fc.tuple(text, text, text);
    fc.assert(
      fc.property(names, names, (one, other) => {
        expect(keyOf(...one) === keyOf(...other)).toBe(one.join('\u0001') === other.join('\u0001'));
      }),
    );
    expect(keyOf('a#b', 'c', 'd')).not.toBe(keyOf('a', 'b#c', 'd'));
    expect(keyOf('a%23b', 'c', 'd')).not.toBe(keyOf('a#b', 'c', 'd'));
  });

  test('is what the input says, when it says something', () => {
    const run = { workflow: 'CI', job: 'drift' };
    expect(commentKey(run, '.', ' my key ')).toBe('my key');
    expect(commentKey(run, '.', '  ')).toBe('CI#drift#.');
  });
});

test('a rerun is newer than the first attempt, and older than a later run', () => {
  const ages: PostMarker[] = [
    { ...MARKER, run: 9, attempt: 1 },
    { ...MARKER, run: 9, attempt: 10 },
    { ...MARKER, run: 10, attempt: 1 },
  ];
  expect(ages.toReversed().toSorted(byAge)).toEqual(ages);
});
