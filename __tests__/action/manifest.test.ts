// What action.yml promises: every input and output said, nothing spliced into a script, others' actions pinned.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readInputs } from '../../src/github/inputs.ts';
import { OPTIONS, rowsOf } from '../../src/options/table.ts';
import { ROOT } from '../cli/run.ts';
import { evaluate, expand, isTrue, type ManifestStep, parseManifest } from '../tools/composite-parser.ts';

const TEXT = readFileSync(join(ROOT, 'action.yml'), 'utf8');
const manifest = parseManifest(TEXT);
const { inputs, outputs, steps, branding } = manifest;

const github = { token: 'ghs_x' };

test('it has what the marketplace asks for', () => {
  expect(manifest.name).toBe('Supabase Drift Gate');
  expect(manifest.description.length).toBeGreaterThan(40);
  expect(manifest.description.length).toBeLessThanOrEqual(125);
  expect(branding).toEqual({ icon: 'database', color: 'green' });
});

describe('inputs', () => {
  test('are those that the program reads', () => {
    const names = rowsOf(OPTIONS).flatMap(([, { input }]) => input ?? []);
    expect(inputs.map(({ id }) => id)).toEqual(names);
  });

  test.each(inputs.map((input) => [input.id, input] as const))(
    '%s is said, and may be left out',
    (id, input) => {
      expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
      expect(input.description).toMatch(/^[A-Z`].{20,}\.$/);
      expect(input.isRequired).toBe(false);
      expect(input.fallback).toBeDefined();
    },
  );

  test('left out, they mean what the program takes for absent ones', () => {
    const given = inputs.map(
      ({ id, fallback }) => [id, expand(fallback ?? '', { github }, 'success')] as const,
    );
    const fromManifest = readInputs(JSON.stringify(Object.fromEntries(given)));
    expect(fromManifest).toEqual({ ...readInputs('{}'), token: github.token });
  });
});

describe('outputs', () => {
  test('are those that workflows are promised', () => {
    expect(outputs.map(({ id }) => id)).toEqual([
      'status',
      'drifted',
      'drifted-tables',
      'findings-count',
      'report-json',
      'report-markdown',
      'report-sarif',
      'report-html',
      'comment-body',
      'patch',
      'coverage',
      'inventory-changed',
      'issue-url',
    ]);
  });

  test.each(outputs.map((output) => [output.id, output] as const))(
    '%s is said, and comes from whichever step ran',
    (id, { description, value }) => {
      expect(description).toMatch(/.{20,}\.$/);
      const of = (step: string): string =>
        expand(value, { steps: { [step]: { outputs: { [id]: 'the value' } } } }, 'success');
      expect(of('run-posix')).toBe('the value');
      expect(of('run-windows')).toBe('the value');
    },
  );

  test('without an answer the status is that it failed, and the others are empty', () => {
    const values = outputs.map(({ id, value }) => [id, expand(value, { steps: {} }, 'failure')] as const);
    expect(values.filter(([, value]) => value !== '')).toEqual([['status', 'failed']]);
  });
});

describe('steps', () => {
  const scripts = steps.flatMap((step) => (step.run === undefined ? [] : [{ ...step, run: step.run }]));

  test('splice nothing into a script: inputs come through the environment, all of them', () => {
    expect(scripts.filter(({ run }) => typeof run.script !== 'string')).toEqual([]);
    const handing = scripts.filter(({ run }) => /dist\//.test(String(run.script)));
    expect(handing).toHaveLength(4);
    for (const { env } of handing) {
      const given = { types: 'a\nb', 'github-token': 'x', another: '`$(id)"' };
      const text = expand(env.DRIFT_GATE_INPUTS ?? '', { inputs: given }, 'success');
      expect(JSON.parse(text)).toEqual(given);
    }
  });

  test("others' actions are pinned to a commit, with their version beside it", () => {
    const used = steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses.action]));
    expect(used.map((action) => action.split('@')[0])).toEqual(['actions/setup-node', 'supabase/setup-cli']);
    for (const action of used) {
      expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
      expect(TEXT).toMatch(new RegExp(`uses: ${action} # v\\d+\\.\\d+\\.\\d+\n`));
    }
  });

  test('on each system those run that its shell can read, and no bash', () => {
    const chosenOn = (os: string): string[] =>
      scripts
        .filter(({ condition }) => isTrue(evaluate(condition, { runner: { os }, steps: {} }, 'success')))
        .map(({ id, run }) => `${id}: ${run.shell}`);
    const posix = ['node-posix: sh', 'setup-posix: sh', 'run-posix: sh'];
    expect(chosenOn('Linux')).toEqual(posix);
    expect(chosenOn('macOS')).toEqual(posix);
    expect(chosenOn('Windows')).toEqual(['node-windows: pwsh', 'setup-windows: pwsh', 'run-windows: pwsh']);
  });

  const twin = (id: string): ManifestStep | undefined => steps.find((step) => step.id === id);

  test.each(['setup', 'run'])(
    '%s does the same in both shells: only the syntax of variables differs',
    (name) => {
      const [posix, windows] = [twin(`${name}-posix`), twin(`${name}-windows`)];
      const script = String(posix?.run?.script).replace(/^exec /, '');
      expect(String(windows?.run?.script).replaceAll('$env:', '$')).toBe(script);
      expect(windows?.env).toEqual(posix?.env);
      expect(windows?.name).toBe(posix?.name);
    },
  );

  test('the two looks for Node ask it the same, and say it in the same words', () => {
    const parts = ['node-posix', 'node-windows'].map((id) => {
      const script = String(twin(id)?.run?.script);
      return [/node -e '([^']+)'/.exec(script)?.[1], /'(\w+=\w+)' >>/.exec(script)?.[1]];
    });
    expect(parts[0]).toEqual(parts[1]);
    expect(parts[0]).toEqual([expect.stringContaining('process.versions.node'), 'usable=true']);
  });
});
