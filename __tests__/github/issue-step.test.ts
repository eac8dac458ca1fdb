// Two or three audits that write at once, in every order that chance finds: the steps of each are decided from what it
// last saw, as over the network.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type Found,
  foundLine,
  foundOf,
  keptOf,
  NOTHING,
  newsOf,
  readFound,
} from '../../src/github/issue-found.ts';
import { nextStep, type OwnIssue, type WantedIssue } from '../../src/github/issue-step.ts';
import type { Marker } from '../../src/github/marker.ts';

const markerOf = (run: number): Marker => ({ key: 'k', head: `head ${run}`, run, attempt: 1 });
const foundBy = (run: number): Found =>
  foundOf([{ fingerprint: run.toString(16).padStart(16, '0'), label: `of ${run}` }], []);

const issueOf = (number: number, run: number, changes: Partial<OwnIssue> = {}): OwnIssue => ({
  number,
  url: `#${number}`,
  isOpen: true,
  isDeclined: false,
  marker: markerOf(run),
  found: foundBy(run),
  text: `text of ${run}`,
  ...changes,
});

const wantedOf = (run: number, isClean = false): WantedIssue => ({
  marker: markerOf(run),
  title: 'Drift',
  text: `text of ${run}`,
  found: isClean ? NOTHING : foundBy(run),
  isClean,
});

interface Repository {
  issues: OwnIssue[];
  lastNumber: number;
}

/** One audit: looks, then writes what it decided, until nothing is left to do. */
function* auditing(repository: Repository, run: number, isClean: boolean): Generator<void> {
  const wanted = wantedOf(run, isClean);
  const { marker, text, found } = wanted;
  let hasWritten = false;
  const change = (number: number, changes: Partial<OwnIssue>): void => {
    repository.issues = repository.issues.map((each) =>
      each.number === number ? { ...each, ...changes } : each,
    );
  };
  for (let taken = 0; taken < 10; taken += 1) {
    const step = nextStep([...repository.issues], wanted, hasWritten);
    yield;
    if (step.kind === 'done') return;
    if (step.kind === 'open') {
      repository.lastNumber += 1;
      repository.issues.push(issueOf(repository.lastNumber, run));
    } else if (step.kind === 'close-duplicate') change(step.issue.number, { isOpen: false });
    else change(step.issue.number, { marker, text, found, isOpen: step.kind !== 'close' });
    hasWritten ||= step.kind !== 'close-duplicate';
    yield;
  }
  throw new Error(`Run ${run} never came to an end`);
}

interface Course {
  /** Runs that left an issue earlier. */
  before: number[];
  runs: { run: number; isClean: boolean }[];
  /** Which of the runs goes on next. */
  turns: number[];
}

function play({ before, runs, turns }: Course): OwnIssue[] {
  const repository = {
    issues: before.map((run, index) => issueOf(index + 1, run)),
    lastNumber: before.length,
  };
  const going = runs.map(({ run, isClean }) => auditing(repository, run, isClean));
  for (const turn of turns) going[turn % going.length]?.next();
  for (const each of going) while (!each.next().done);
  return repository.issues;
}

const courses = ({ before, areClean }: { before: number[][]; areClean: boolean }): fc.Arbitrary<Course> =>
  fc.record({
    before: fc.constantFrom(...before),
    runs: fc
      .shuffledSubarray([3, 4, 5], { minLength: 2 })
      .chain((runs) =>
        fc.tuple(
          ...runs.map((run) =>
            fc.record({ run: fc.constant(run), isClean: areClean ? fc.boolean() : fc.constant(false) }),
          ),
        ),
      ),
    turns: fc.array(fc.nat(5), { maxLength: 40 }),
  });

const open = (issues: readonly OwnIssue[]): OwnIssue[] => issues.filter(({ isOpen }) => isOpen);
const LEFT = [[], [1], [1, 1], [1, 2], [2, 1]];

describe('audits that write at once', () => {
  test('leave one issue open, the oldest, and it is of one of them', () => {
    fc.assert(
      fc.property(courses({ before: LEFT, areClean: false }), (course) => {
        const left = open(play(course));
        expect(left.map(({ number }) => number)).toEqual([1]);
        expect(course.runs.map(({ run }) => run)).toContain(left[0]?.marker.run);
      }),
      { numRuns: 500 },
    );
  });

  test('leave at most the oldest open, whether they find drift or not', () => {
    fc.assert(
      fc.property(courses({ before: LEFT, areClean: true }), (course) => {
        expect(open(play(course)).filter(({ number }) => number !== 1)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('leave what the newest found, when they end one after another', () => {
    fc.assert(
      fc.property(courses({ before: [[1], [1, 2]], areClean: true }), (course) => {
        const runs = course.runs.toSorted((a, b) => a.run - b.run);
        const [issue] = play({ ...course, runs, turns: [] });
        expect(issue?.isOpen).toBe(!runs.at(-1)?.isClean);
      }),
      { numRuns: 200 },
    );
  });

  // With an older issue two can overwrite each other, as with comments: `concurrency` in the workflow rules it out.
  test('leave what the newer of two found, in any order, where no issue was', () => {
    const pairs = courses({ before: [[]], areClean: false }).filter(({ runs }) => runs.length === 2);
    fc.assert(
      fc.property(pairs, (course) => {
        const newest = Math.max(...course.runs.map(({ run }) => run));
        expect(open(play(course))[0]?.marker.run).toBe(newest);
      }),
      { numRuns: 500 },
    );
  });
});

describe('one audit', () => {
  const closed = { isOpen: false };
  const declined = { isOpen: false, isDeclined: true };
  test.each<[string, OwnIssue[], WantedIssue, object]>([
    ['opens the first issue', [], wantedOf(3), { kind: 'open' }],
    ['opens none when clean', [], wantedOf(3, true), { kind: 'done', status: 'not-wanted' }],
    ['closes it when clean', [issueOf(5, 1)], wantedOf(3, true), { kind: 'close' }],
    ['leaves a closed one when clean', [issueOf(5, 1, closed)], wantedOf(3, true), { kind: 'done' }],
    ['reopens one that was closed', [issueOf(5, 1, closed)], wantedOf(3), { kind: 'reopen' }],
    ['reopens a declined one for what is new', [issueOf(5, 1, declined)], wantedOf(3), { kind: 'reopen' }],
    [
      'leaves a declined one otherwise',
      [issueOf(5, 1, { ...declined, found: foundBy(3) })],
      wantedOf(3),
      { kind: 'done', status: 'left-closed' },
    ],
    ['closes what a race left', [issueOf(5, 3), issueOf(6, 2)], wantedOf(3), { kind: 'close-duplicate' }],
    ['leaves what it wrote', [issueOf(5, 3)], wantedOf(3), { kind: 'done', status: 'unchanged' }],
    ['leaves what a newer one wrote', [issueOf(5, 4)], wantedOf(3), { kind: 'done', status: 'superseded' }],
    [
      'keeps what a newer one has to move',
      [issueOf(5, 3), issueOf(6, 4)],
      wantedOf(3),
      { kind: 'done', status: 'superseded' },
    ],
  ])('%s', (_, own, wanted, step) => {
    expect(nextStep(own, wanted, false)).toMatchObject(step);
  });

  test('writes once beside another job of the same run that has its key', () => {
    const other = issueOf(5, 3, { text: 'of the other job' });
    expect(nextStep([other], wantedOf(3), false)).toMatchObject({ kind: 'update' });
    expect(nextStep([other], wantedOf(3), true)).toMatchObject({ kind: 'done' });
  });
});

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
