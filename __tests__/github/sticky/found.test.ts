// The hidden list of an issue: what it keeps, and what two of them tell.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { foundLine, foundOf, keptOf, NOTHING, newsOf, readFound } from '../../../src/github/sticky/found.ts';

describe('the list of an issue', () => {
  const entries = fc.uniqueArray(
    fc.record({
      fingerprint: fc.nat({ max: 2 ** 31 }).map((value) => value.toString(16).padStart(16, '0')),
      label: fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.string({ unit: fc.constantFrom('-', '>', '<', '!', ' ', '\n', '=', '%', 'é', '\0') }),
      ),
    }),
    { selector: ({ fingerprint }) => fingerprint, maxLength: 30 },
  );
  const parts = fc.uniqueArray(fc.constantFrom('replay', 'structure', 'types'));

  test('is read as it was written, whatever is in it, and nothing in it ends it', () => {
    fc.assert(
      fc.property(entries, parts, (given, notRun) => {
        const line = foundLine(foundOf(given, notRun));
        expect(line.slice(4, -3)).not.toMatch(/--|>|[\n\r]/);
        const read = readFound(line);
        expect(read.entries.map(({ fingerprint }) => fingerprint)).toEqual(
          given.map(({ fingerprint }) => fingerprint).sort(),
        );
        expect(foundLine(read)).toBe(line);
        expect(read.notRun).toEqual([...notRun].sort());
      }),
      { numRuns: 300 },
    );
  });

  test('tells exactly what is new and what went away, and nothing of what was not looked at', () => {
    fc.assert(
      fc.property(entries, fc.array(fc.boolean()), parts, parts, (given, isOld, partsBefore, partsNow) => {
        const before = foundOf(
          given.filter((_, index) => isOld[index] ?? false),
          partsBefore,
        );
        const now = foundOf(
          given.filter((_, index) => !(isOld[index + 1] ?? false)),
          partsNow,
        );
        const [old, current] = [before, now].map((found) =>
          found.entries.map(({ fingerprint }) => fingerprint),
        );
        const news = newsOf(before, now);
        expect(news.added).toEqual(current?.filter((one) => !old?.includes(one)));
        const gone = old?.filter((one) => !current?.includes(one));
        const isComparable = partsNow.every((part) => partsBefore.includes(part));
        expect(news.gone.map(({ fingerprint }) => fingerprint)).toEqual(isComparable ? gone : []);
        const kept = keptOf(before, now).entries.map(({ fingerprint }) => fingerprint);
        const all = new Set([...(current ?? []), ...(isComparable ? [] : (old ?? []))]);
        expect(kept).toEqual([...all].sort());
      }),
      { numRuns: 300 },
    );
  });

  test.each(['', '<!-- found of=1 -->', '<!-- found of=x not-run= -->', '<!-- found of=1 not-run= zz=a -->'])(
    'that is %j is empty',
    (line) => {
      expect(readFound(line)).toEqual(NOTHING);
    },
  );
});
