// The policies, on every workflow and example, and on one that breaks them all.

import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { POLICIES, pinsOf } from './policies.ts';
import { ALL, readAction, readText, stepsOf, type WorkflowFile } from './workflow-files.ts';

const BAD_TEXT = `
on:
  pull_request: { paths: [src/**] }
  pull_request_target:
  workflow_run: { workflows: [Other], types: [completed] }
permissions: write-all
jobs:
  one:
    permissions: { contents: write, id-token: write }
    timeout-minutes: 31
    steps:
      - uses: actions/checkout@v7
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1
      - run: echo "\${{ github.event.pull_request.title }}"
      - uses: actions/github-script@ed597411d8f924073f98dfc5c65a23a2325f34cd # v8.0.0
        with:
          script: core.info('\${{ github.head_ref }}')
      - run: echo ok
        env: { TOKEN: '\${{ secrets.TOKEN }}' }
      - uses: OWNER/supabase-drift-gate@v1
  two:
    steps: []
`;
const BAD: WorkflowFile = { file: 'bad.yml', text: BAD_TEXT, workflow: parse(BAD_TEXT) };

describe.each(Object.entries(POLICIES))('a workflow %s', (name, policy) => {
  test.each(ALL)('$file', (file) => {
    expect(policy(file)).toEqual([]);
  });

  test('and one that does otherwise is found', () => {
    expect({ name, found: policy(BAD).length > 0 }).toEqual({ name, found: true });
  });
});

test('an action is the same commit everywhere', () => {
  const pins = pinsOf([...ALL.map(({ text }) => text), readText('action.yml')]);
  expect([...pins].filter(([, commits]) => commits.size !== 1)).toEqual([]);
  expect(pins.size).toBeGreaterThan(5);
});

test('the action pins what it uses, and puts no expression into a shell', () => {
  const text = readText('action.yml');
  const action: WorkflowFile = {
    file: 'action.yml',
    text,
    workflow: { name: '', on: {}, jobs: { action: { steps: parse(text).runs.steps } } },
  };
  for (const name of ['pins what it uses by commit, with the version', 'puts no expression into code'])
    expect({ name, broken: POLICIES[name]?.(action) }).toEqual({ name, broken: [] });
});

describe('a step that uses the Action', () => {
  const { inputs, outputs } = readAction();
  const users = ALL.map((file) => ({
    file: file.file,
    text: file.text,
    steps: stepsOf(file).filter(({ uses }) => /^(\.\/|OWNER\/supabase-drift-gate@.*)$/.test(uses ?? '')),
  })).filter(({ steps }) => steps.length > 0);

  test('is there', () => {
    expect(users.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['.github/workflows/e2e.yml', '.github/examples/pull-request.yml']),
    );
  });

  test.each(users)('gives inputs and reads outputs that exist: $file', ({ text, steps }) => {
    const ids = new Set(steps.flatMap(({ id }) => id ?? []));
    const given = steps.flatMap((step) => Object.keys(step.with ?? {}));
    const read = [...text.matchAll(/\bsteps\.([\w-]+)\.outputs\.([\w-]+)/g)].flatMap(
      ([, id = '', name = '']) => (ids.has(id) ? [name] : []),
    );
    const expected = [...text.matchAll(/(?<!\{)"([a-z-]+)":/g)].map(([, name = '']) => name);
    expect(given.filter((name) => !Object.hasOwn(inputs, name))).toEqual([]);
    expect([...read, ...expected].filter((name) => !Object.hasOwn(outputs, name))).toEqual([]);
  });
});

test('the audit hands over the inventory that its second job proposes', () => {
  const [file] = ALL.filter((one) => one.file === '.github/examples/quarterly-audit.yml');
  const { audit, inventory } = file?.workflow.jobs ?? {};
  const path = audit?.steps.find(({ uses }) => uses?.startsWith('OWNER/'))?.with?.inventory;
  const artifact = audit?.steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact@'))?.with;
  const taken = inventory?.steps.find(({ uses }) => uses?.startsWith('actions/download-artifact@'))?.with;
  expect(artifact).toMatchObject({ name: taken?.name, path });
  expect(`${taken?.path}/${String(path).split('/').at(-1)}`).toBe(path);
  expect(inventory?.steps.at(-1)?.run).toContain(`git add ${path}`);
  expect(audit?.permissions).toEqual({ contents: 'read', issues: 'write' });
});

test('the comment for forks follows the workflow whose artifact it reads', () => {
  const [first, second] = ['pull-request.yml', 'fork-comment.yml'].map((name) =>
    ALL.find(({ file }) => file === `.github/examples/${name}`),
  );
  expect(second?.workflow.on.workflow_run).toMatchObject({ workflows: [first?.workflow.name] });
  const names = [first, second].map((file) =>
    (file ? stepsOf(file) : []).flatMap(({ with: { name, pattern } = {} }) => pattern ?? name ?? []),
  );
  expect(names).toEqual([['supabase-drift-patch', 'supabase-drift-comment'], ['supabase-drift-comment']]);
});
