// Two or three runs that write at once, in every order that chance finds: the steps of each are decided from what it
// last saw, as over the network.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { nextStep, type OwnComment, type Wanted } from '../../src/github/comment-step.ts';
import type { Marker } from '../../src/github/marker.ts';

const markerOf = (run: number): Marker => ({ key: 'k', head: `head ${run}`, run, attempt: 1 });

const commentOf = (id: number, run: number): OwnComment => ({
  id,
  url: `#${id}`,
  marker: markerOf(run),
  text: `text of ${run}`,
});

const wantedOf = (run: number, changes: Partial<Wanted> = {}): Wanted => ({
  marker: markerOf(run),
  text: `text of ${run}`,
  isClean: false,
  policy: 'on-drift',
  ...changes,
});

/** One run: looks, then writes what it decided, until nothing is left to do. */
function* publishing(thread: { comments: OwnComment[]; lastId: number }, run: number): Generator<void> {
  const wanted = wantedOf(run);
  let hasWritten = false;
  for (let taken = 0; taken < 10; taken += 1) {
    const step = nextStep([...thread.comments], wanted, hasWritten);
    yield;
    if (step.kind === 'done') return;
    if (step.kind === 'create') {
      thread.lastId += 1;
      thread.comments.push(commentOf(thread.lastId, run));
    } else if (step.kind === 'update') {
      thread.comments = thread.comments.map((each) =>
        each.id === step.comment.id ? commentOf(each.id, run) : each,
      );
    } else thread.comments = thread.comments.filter(({ id }) => id !== step.id);
    hasWritten ||= step.kind !== 'delete';
    yield;
  }
  throw new Error(`Run ${run} never came to an end`);
}

interface Course {
  /** Runs that left a comment earlier. */
  before: number[];
  runs: number[];
  /** Which of the runs goes on next. */
  turns: number[];
}

function play({ before, runs, turns }: Course): OwnComment[] {
  const thread = { comments: before.map((run, index) => commentOf(index + 1, run)), lastId: before.length };
  const going = runs.map((run) => publishing(thread, run));
  for (const turn of turns) going[turn % going.length]?.next();
  for (const each of going) while (!each.next().done);
  return thread.comments;
}

const COURSE = {
  before: fc.constantFrom<number[][]>([], [1], [1, 1], [1, 2], [2, 1]),
  runs: fc.shuffledSubarray([3, 4, 5], { minLength: 2 }),
  turns: fc.array(fc.nat(5), { maxLength: 40 }),
};
const courses = fc.record(COURSE);

describe('runs that write at once', () => {
  test('leave one comment, the oldest, and it is of one of them', () => {
    fc.assert(
      fc.property(courses, (course) => {
        const left = play(course);
        expect(left.map(({ id }) => id)).toEqual([1]);
        expect(course.runs).toContain(left[0]?.marker.run);
      }),
      { numRuns: 500 },
    );
  });

  test('leave what the newest says, when they end one after another', () => {
    fc.assert(
      fc.property(courses, ({ before, runs }) => {
        expect(play({ before, runs, turns: [] })[0]?.marker.run).toBe(Math.max(...runs));
      }),
      { numRuns: 100 },
    );
  });

  // Three, or two over an older comment, can overwrite each other when one looked before the other wrote and writes
  // after that one looked again: GitHub has no write on a condition. `concurrency` in the workflow rules it out.
  test('leave what the newer of two says, in any order, where no comment was', () => {
    const pairs = fc.record({
      ...COURSE,
      before: fc.constant<number[]>([]),
      runs: fc.shuffledSubarray([3, 4], { minLength: 2 }),
    });
    fc.assert(
      fc.property(pairs, (course) => {
        expect(play(course)[0]?.marker.run).toBe(4);
      }),
      { numRuns: 500 },
    );
  });
});

describe('one run', () => {
  test.each<[string, OwnComment[], Partial<Wanted>, object]>([
    ['creates the first comment', [], {}, { kind: 'create' }],
    ['creates none when clean', [], { isClean: true }, { kind: 'done', status: 'not-wanted' }],
    ['creates one when clean, if always wanted', [], { isClean: true, policy: 'always' }, { kind: 'create' }],
    [
      'turns a comment to clean',
      [commentOf(5, 1)],
      { isClean: true },
      { kind: 'update', comment: { id: 5 } },
    ],
    ['leaves what it wrote', [commentOf(5, 3)], {}, { kind: 'done', status: 'unchanged', url: '#5' }],
    [
      'leaves what a newer run wrote',
      [commentOf(5, 4)],
      {},
      { kind: 'done', status: 'superseded', url: '#5' },
    ],
    ['removes what a race left', [commentOf(5, 3), commentOf(6, 2)], {}, { kind: 'delete', id: 6 }],
    [
      'keeps what a newer run has to move',
      [commentOf(5, 3), commentOf(6, 4)],
      {},
      { kind: 'done', status: 'superseded' },
    ],
  ])('%s', (_, own, changes, step) => {
    expect(nextStep(own, wantedOf(3, changes), false)).toMatchObject(step);
  });

  test('leaves the same text on the same head as it is, and writes it on another', () => {
    const comment = { ...commentOf(5, 1), text: 'text of 3' };
    expect(nextStep([comment], wantedOf(3), false)).toMatchObject({ kind: 'update', comment: { id: 5 } });
    const sameHead = { ...comment, marker: { ...comment.marker, head: 'head 3' } };
    expect(nextStep([sameHead], wantedOf(3), false)).toMatchObject({ status: 'unchanged' });
  });

  test('writes once beside another job of the same run that has its key', () => {
    const others = { ...commentOf(5, 3), text: 'of the other job' };
    expect(nextStep([others], wantedOf(3), false)).toMatchObject({ kind: 'update', comment: { id: 5 } });
    expect(nextStep([others], wantedOf(3), true)).toMatchObject({ kind: 'done' });
  });
});
