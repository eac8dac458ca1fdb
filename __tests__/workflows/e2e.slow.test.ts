// The end-to-end workflow, as far as it goes without GitHub: its jobs that need no Docker, step by step, with the built-in reset. `uses: ./` is
// the action itself, expressions are evaluated by GitHub's own code, and the steps between are run by bash.

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ROOT } from '../cli/run.ts';
import { runAction } from '../tools/composite-action.ts';
import { eventFixture } from '../tools/composite-events.ts';
import { evaluate } from '../tools/composite-parser.ts';
import { newFolder } from '../tools/folders.ts';
import { type Job, type Step, WORKFLOWS } from './workflow-files.ts';

const jobs = WORKFLOWS.find(({ file }) => file === '.github/workflows/e2e.yml')?.workflow.jobs ?? {};

/** The repository as far as the jobs look at it. */
function checkOut(): string {
  const workspace = newFolder();
  for (const part of ['__tests__/projects', '.ci/expect-outputs.mjs']) {
    mkdirSync(path.dirname(path.join(workspace, part)), { recursive: true });
    cpSync(path.join(ROOT, part), path.join(workspace, part), { recursive: true });
  }
  for (const args of [
    ['init', '--quiet'],
    ['add', '.'],
    ['commit', '--quiet', '--message', 'A checkout'],
  ])
    spawnSync('git', args, { cwd: workspace, env: { ...process.env, ...NOBODY } });
  return workspace;
}

const NOBODY = Object.fromEntries(
  ['AUTHOR', 'COMMITTER'].flatMap((who) => [
    [`GIT_${who}_NAME`, 'nobody'],
    [`GIT_${who}_EMAIL`, 'nobody@example.com'],
  ]),
);

interface StepAnswer {
  outputs: Record<string, string>;
  outcome: 'success' | 'failure';
}

interface Contexts extends Record<string, unknown> {
  matrix: Record<string, unknown>;
  steps: Record<string, StepAnswer>;
}

const expanded = (value: unknown, contexts: Contexts): string =>
  String(value).replace(/\$\{\{(.*?)\}\}/g, (_whole, expression: string) =>
    String(evaluate(expression.trim(), contexts, 'success') ?? ''),
  );

const allExpanded = (values: Record<string, unknown> = {}, contexts: Contexts): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, expanded(value, contexts)]));

/** Runs a step; undefined when there is nothing of it to run here. */
async function runStep(step: Step, workspace: string, contexts: Contexts): Promise<StepAnswer | undefined> {
  if (step.uses === './') {
    const { outputs, conclusion } = await runAction({
      isHere: true,
      workspace,
      event: eventFixture('workflow_dispatch'),
      // The real CLI is started in other tests; here it would take most of the time.
      inputs: { ...allExpanded(step.with, contexts), 'reset-with': 'built-in' },
      // The runner's own folder goes with its job, and here a step is a job.
      env: { RUNNER_TEMP: workspace },
    });
    return { outputs, outcome: conclusion };
  }
  if (step.run === undefined || /^(npm|gh) /.test(step.run)) return undefined;
  const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-e', '-o', 'pipefail', '-c', step.run], {
    cwd: workspace,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, ...allExpanded(step.env, contexts) },
  });
  return { outputs: { said: stdout + stderr }, outcome: status === 0 ? 'success' : 'failure' };
}

/** Gives each step that failed without leave, with what it said. */
async function runJob(job: Job): Promise<string[]> {
  const workspace = checkOut();
  const contexts: Contexts = { matrix: {}, steps: {} };
  const failed: string[] = [];
  for (const step of job.steps) {
    const answer = await runStep(step, workspace, contexts);
    if (answer && step.id) contexts.steps[step.id] = answer;
    if (answer?.outcome === 'failure' && step['continue-on-error'] !== true)
      failed.push(`${step.name ?? step.uses}: ${answer.outputs.said}`);
  }
  return failed;
}

describe('the end-to-end job', () => {
  test.each(['in-sync', 'drifted', 'cannot-check', 'spaces', 'container'])('%s ends well', async (id) => {
    const job = jobs[id];
    expect(job?.steps.filter(({ uses }) => uses === './').length).toBeGreaterThan(0);
    expect(job && (await runJob(job))).toEqual([]);
  });

  test('in-sync fails where nothing could be checked', async () => {
    const steps = (jobs['in-sync']?.steps ?? []).map((step) =>
      step.uses === './' ? { ...step, 'continue-on-error': true, with: { types: 'no/such.ts' } } : step,
    );
    expect(await runJob({ steps })).toEqual([
      expect.stringContaining('Output status is "failed", expected "in-sync"'),
    ]);
  });
});
