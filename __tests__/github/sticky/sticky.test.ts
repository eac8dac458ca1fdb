// Two or three runs that write at once, in every order that chance finds: the steps of each are decided from what it
// last saw, as over the network.

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { stickyComment } from '../../../src/github/sticky/comment.ts';
import { foundLine, foundOf } from '../../../src/github/sticky/found.ts';
import { stickyIssue } from '../../../src/github/sticky/issue.ts';
import { belowFirstLine, type PostMarker, readMarker } from '../../../src/github/sticky/marker.ts';
import { type Change, nextStep, type Post, type Sticky } from '../../../src/github/sticky/sticky.ts';

const markerOf = (run: number): PostMarker => ({ key: 'k', head: `head ${run}`, run, attempt: 1 });

/** What a run wants to be there. */
type Wish = (run: number, isClean?: boolean) => Sticky;

const comment: Wish = (run, isClean = false) =>
  stickyComment(7, markerOf(run), { text: `text of ${run}`, isWanted: !isClean });

const findingOf = (run: number) => ({
  fingerprint: run.toString(16).padStart(16, '0'),
  label: `of ${run}`,
  sentence: `Finding of ${run}`,
});

const issue: Wish = (run, isClean = false) =>
  stickyIssue(markerOf(run), {
    title: 'Drift',
    text: `text of ${run}`,
    findings: isClean ? [] : [findingOf(run)],
    notRun: [],
    runUrl: 'https://example.com',
  });

const textOf = { comment: (run: number) => `text of ${run}`, issue: (run: number) => issueText(run) };
const issueText = (run: number, found = run): string =>
  `${foundLine(foundOf([findingOf(found)], []))}\ntext of ${run}`;

const postOf = (id: number, run: number, changes: Partial<Post> = {}): Post => ({
  id,
  url: `#${id}`,
  isOpen: true,
  isDeclined: false,
  marker: markerOf(run),
  text: textOf.comment(run),
  ...changes,
});

const issueOf = (id: number, run: number, changes: Partial<Post> = {}): Post =>
  postOf(id, run, { text: issueText(run), ...changes });

/** A post as GitHub has it after a change. */
function changed(post: Post, { fields: { body, state } }: Change): Post {
  const marker = typeof body === 'string' ? readMarker(body) : undefined;
  return {
    ...post,
    ...(typeof body === 'string' && marker && { marker, text: belowFirstLine(body) }),
    ...(state !== undefined && { isOpen: state === 'open' }),
  };
}

interface Thread {
  posts: Post[];
  lastId: number;
}

/** One run: looks, then writes what it decided, until nothing is left to do. */
function* publishing(thread: Thread, sticky: Sticky): Generator<void> {
  const change = (id: number, by: Change): void => {
    thread.posts = thread.posts.map((post) => (post.id === id ? changed(post, by) : post));
  };
  let hasWritten = false;
  for (let taken = 0; taken < 10; taken += 1) {
    const step = nextStep([...thread.posts], sticky, hasWritten);
    yield;
    if (step.kind === 'done') return;
    if (step.kind === 'create') {
      thread.lastId += 1;
      thread.posts.push(changed(postOf(thread.lastId, 0), step.change));
    } else if (step.kind === 'change') change(step.post.id, step.change);
    else if (sticky.closing) change(step.duplicate.id, sticky.closing(step.kept));
    else thread.posts = thread.posts.filter(({ id }) => id !== step.duplicate.id);
    hasWritten ||= step.kind !== 'remove';
    yield;
  }
  throw new Error(`Run ${sticky.marker.run} never came to an end`);
}

interface Course {
  /** Runs that left a post earlier. */
  before: number[];
  runs: { run: number; isClean: boolean }[];
  /** Which of the runs goes on next. */
  turns: number[];
}

function play(kind: 'comment' | 'issue', { before, runs, turns }: Course): Post[] {
  const text = textOf[kind];
  const thread = {
    posts: before.map((run, index) => postOf(index + 1, run, { text: text(run) })),
    lastId: before.length,
  };
  const wish = kind === 'comment' ? comment : issue;
  const going = runs.map(({ run, isClean }) => publishing(thread, wish(run, isClean)));
  for (const turn of turns) going[turn % going.length]?.next();
  for (const each of going) while (!each.next().done);
  return thread.posts;
}

const LEFT = [[], [1], [1, 1], [1, 2], [2, 1]];

const courses = ({
  before = LEFT,
  runs = [3, 4, 5],
  areClean = false,
}: {
  before?: number[][];
  runs?: number[];
  areClean?: boolean;
}): fc.Arbitrary<Course> =>
  fc.record({
    before: fc.constantFrom(...before),
    runs: fc
      .shuffledSubarray(runs, { minLength: 2 })
      .chain((some) =>
        fc.tuple(
          ...some.map((run) =>
            fc.record({ run: fc.constant(run), isClean: areClean ? fc.boolean() : fc.constant(false) }),
          ),
        ),
      ),
    turns: fc.array(fc.nat(5), { maxLength: 40 }),
  });

const open = (posts: readonly Post[]): Post[] => posts.filter(({ isOpen }) => isOpen);
const newestOf = ({ runs }: Course): number => Math.max(...runs.map(({ run }) => run));

describe.each(['comment', 'issue'] as const)('runs that write one %s at once', (kind) => {
  test('leave one, the oldest, and it is of one of them', () => {
    fc.assert(
      fc.property(courses({}), (course) => {
        const left = open(play(kind, course));
        expect(left.map(({ id }) => id)).toEqual([1]);
        expect(course.runs.map(({ run }) => run)).toContain(left[0]?.marker.run);
      }),
      { numRuns: 500 },
    );
  });

  test('leave what the newest says, when they end one after another', () => {
    fc.assert(
      fc.property(courses({}), (course) => {
        expect(play(kind, { ...course, turns: [] })[0]?.marker.run).toBe(newestOf(course));
      }),
      { numRuns: 100 },
    );
  });

  // Three, or two over an older post, can overwrite each other when one looked before the other wrote and writes
  // after that one looked again: GitHub has no write on a condition. `concurrency` in the workflow rules it out.
  test('leave what the newer of two says, in any order, where none was', () => {
    fc.assert(
      fc.property(courses({ before: [[]], runs: [3, 4] }), (course) => {
        expect(open(play(kind, course))[0]?.marker.run).toBe(4);
      }),
      { numRuns: 500 },
    );
  });

  test('leave at most the oldest, whether they find drift or not', () => {
    fc.assert(
      fc.property(courses({ areClean: true }), (course) => {
        expect(open(play(kind, course)).filter(({ id }) => id !== 1)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});

test('audits that end one after another leave an issue open when the newest found drift', () => {
  fc.assert(
    fc.property(courses({ before: [[1], [1, 2]], areClean: true }), (course) => {
      const runs = course.runs.toSorted((a, b) => a.run - b.run);
      const [left] = play('issue', { ...course, runs, turns: [] });
      expect(left?.isOpen).toBe(!runs.at(-1)?.isClean);
    }),
    { numRuns: 200 },
  );
});

const update = { kind: 'change', post: { id: 5 }, change: { status: 'updated' } };
const done = (status: string) => ({ kind: 'done', status });

describe('one run', () => {
  const always = stickyComment(7, markerOf(3), { text: 'text of 3', isWanted: true });
  test.each<[string, Post[], Sticky, object]>([
    ['creates the first comment', [], comment(3), { kind: 'create' }],
    ['creates none when clean', [], comment(3, true), done('not-wanted')],
    ['creates one when clean, if always wanted', [], always, { kind: 'create' }],
    ['turns a comment to clean', [postOf(5, 1)], comment(3, true), update],
    ['leaves what it wrote', [postOf(5, 3)], comment(3), { ...done('unchanged'), url: '#5' }],
    ['leaves what a newer run wrote', [postOf(5, 4)], comment(3), { ...done('superseded'), url: '#5' }],
    [
      'removes what a race left',
      [postOf(5, 3), postOf(6, 2)],
      comment(3),
      { kind: 'remove', duplicate: { id: 6 }, kept: { id: 5 } },
    ],
    ['keeps what a newer run has to move', [postOf(5, 3), postOf(6, 4)], comment(3), done('superseded')],
  ])('%s', (_, own, sticky, step) => {
    expect(nextStep(own, sticky, false)).toMatchObject(step);
  });

  test('leaves the same text on the same head as it is, and writes it on another', () => {
    const post = postOf(5, 1, { text: 'text of 3' });
    expect(nextStep([post], comment(3), false)).toMatchObject(update);
    const sameHead = { ...post, marker: { ...post.marker, head: 'head 3' } };
    expect(nextStep([sameHead], comment(3), false)).toMatchObject(done('unchanged'));
  });

  test('writes once beside another job of the same run that has its key', () => {
    const ofOther = postOf(5, 3, { text: 'of the other job' });
    for (const sticky of [comment(3), issue(3)]) {
      expect(nextStep([ofOther], sticky, false)).toMatchObject(update);
      expect(nextStep([ofOther], sticky, true)).toMatchObject({ kind: 'done' });
    }
  });
});

describe('one audit', () => {
  const closed = { isOpen: false };
  const declined = { isOpen: false, isDeclined: true };
  const change = (status: string) => ({ kind: 'change', change: { status } });
  test.each<[string, Post[], Sticky, object]>([
    ['opens the first issue', [], issue(3), { kind: 'create', change: { status: 'opened' } }],
    ['opens none when clean', [], issue(3, true), done('not-wanted')],
    ['closes it when clean', [issueOf(5, 1)], issue(3, true), change('closed')],
    ['leaves a closed one when clean', [issueOf(5, 1, closed)], issue(3, true), done('unchanged')],
    ['reopens one that was closed', [issueOf(5, 1, closed)], issue(3), change('reopened')],
    ['reopens a declined one for what is new', [issueOf(5, 1, declined)], issue(3), change('reopened')],
    [
      'leaves a declined one otherwise',
      [issueOf(5, 1, { ...declined, text: issueText(1, 3) })],
      issue(3),
      done('left-closed'),
    ],
    ['closes what a race left', [issueOf(5, 3), issueOf(6, 2)], issue(3), { kind: 'remove' }],
    ['leaves what it wrote', [issueOf(5, 3)], issue(3), done('unchanged')],
    ['leaves what a newer one wrote', [issueOf(5, 4)], issue(3), done('superseded')],
    ['keeps what a newer one has to move', [issueOf(5, 3), issueOf(6, 4)], issue(3), done('superseded')],
  ])('%s', (_, own, sticky, step) => {
    expect(nextStep(own, sticky, false)).toMatchObject(step);
  });
});
