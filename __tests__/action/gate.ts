// Checks by the whole Action: the steps of action.yml, and GitHub's API on this machine.

import { execFileSync } from 'node:child_process';
import { afterAll, beforeEach, expect } from '@jest/globals';
import { runHere } from '../cli/run-here.ts';
import { MIGRATION, SHOP } from '../cli/shop.ts';
import { type Job, type JobRun, runAction, TOKEN } from '../tools/composite-action.ts';
import { type EventKind, eventFixture } from '../tools/composite-events.ts';
import { checkout, NODE, programs } from '../tools/composite-folders.ts';
import { startGitHub } from '../tools/github-api.ts';
import type { ChangedFile } from '../tools/github-api-objects.ts';

const NUMBER = 7;
export const BUILT_IN = { 'reset-with': 'built-in' };

/** A column that the types do not have. */
export const DRIFTED_SHOP = {
  ...SHOP,
  [MIGRATION]: `${SHOP[MIGRATION]}alter table orders\n  add column total numeric;\n`,
};

export const github = await startGitHub();
afterAll(() => github.close());
beforeEach(() => {
  github.tokens.set(TOKEN, { login: 'github-actions[bot]', rights: 'write' });
  github.received.length = 0;
});

interface Gate extends Partial<Job> {
  /** Paths that the pull request touches. */
  touched?: (string | ChangedFile)[];
}

export const gitIn = (folder: string, ...args: string[]): string =>
  execFileSync('git', ['-c', 'user.name=Test', '-c', 'user.email=test@acme.example', ...args], {
    cwd: folder,
    encoding: 'utf8',
  }).trim();

/** A repository with one commit. */
export function committed(workspace: string): { workspace: string; commit: string } {
  gitIn(workspace, 'init', '--quiet');
  gitIn(workspace, 'add', '--all');
  gitIn(workspace, 'commit', '--quiet', '--message', 'All of it');
  return { workspace, commit: gitIn(workspace, 'rev-parse', 'HEAD') };
}

/** Runs the Action in a repository of these files, by an event of the repository that the server has. */
export async function gate(
  kind: EventKind,
  { workspace, commit }: { workspace: string; commit: string },
  { touched = [MIGRATION], ...job }: Gate = {},
): Promise<JobRun> {
  const files = touched.map((file) => (typeof file === 'string' ? { filename: file } : file));
  github.pulls.set(NUMBER, { number: NUMBER, headSha: commit, files, comments: [], isLocked: false });
  const ran = await runAction({
    isHere: true,
    workspace,
    event: eventFixture(kind, { headSha: commit, repository: 'acme/shop', number: NUMBER }),
    github: { api_url: github.url },
    path: [programs(NODE), '/usr/bin', '/bin'],
    ...job,
  });
  expect(github.problems).toEqual([]);
  expect(ran.log).not.toContain(TOKEN);
  return ran;
}

export const comments = (): string[] => github.pulls.get(NUMBER)?.comments.map(({ body }) => body) ?? [];
export const of = (ran: JobRun, level: string): JobRun['annotations'] =>
  ran.annotations.filter((one) => one.level === level);

/** Drift of a pull request is red, on its line, in the summary and in a comment, and the patch fixes it. */
export async function expectRedDrift(job: Gate, engine: object): Promise<void> {
  const repository = committed(checkout(DRIFTED_SHOP));
  const ran = await gate('pull_request', repository, job);
  expect(ran.conclusion).toBe('failure');
  expect(ran.outputs).toMatchObject({
    status: 'drifted',
    drifted: 'true',
    'drifted-tables': '["public.orders"]',
    'findings-count': '1',
  });
  expect(of(ran, 'error')).toContainEqual(
    expect.objectContaining({ file: MIGRATION, line: 3, message: expect.stringContaining('total') }),
  );
  expect(comments()).toEqual([ran.outputs['comment-body']?.trim()]);
  expect(comments()[0]).toContain(`/acme/shop/blob/${repository.commit}/${MIGRATION}#L3`);
  expect(ran.summary).toContain('`public.orders`');
  const report = JSON.parse(ran.written['report-json'] ?? '');
  expect(report).toMatchObject({ status: 'drifted', engine });

  execFileSync('git', ['apply', '-'], { cwd: repository.workspace, input: ran.written.patch ?? '' });
  expect((await runHere(['check', '--quiet'], { cwd: repository.workspace })).code).toBe(0);
  expect(gitIn(repository.workspace, 'status', '--porcelain')).toBe('M types.ts');
}
