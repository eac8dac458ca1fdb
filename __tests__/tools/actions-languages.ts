// GitHub's own readers of workflows, actions and expressions. They import JSON as modules, which Node 20 refuses
// without an attribute, so they are bundled once into a cache and loaded from there.

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { ROOT } from '../cli/run.ts';

const ENTRY = `
export * as workflows from '@actions/workflow-parser';
export * as actions from '@actions/workflow-parser/actions/index';
export * as expressions from '@actions/expressions';
`;

export interface ActionsLanguages {
  /** parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter. */
  workflows: typeof import('@actions/workflow-parser');
  /** parseAction, convertActionTemplate. */
  actions: typeof import('@actions/workflow-parser/actions/index');
  /** Lexer, Parser, Evaluator, data. */
  expressions: typeof import('@actions/expressions');
}

const manifestOf = (name: string): Buffer => readFileSync(`${ROOT}node_modules/${name}/package.json`);

/** Loads the three; the first call on a machine bundles them, in about half a second. */
export async function loadActionsLanguages(): Promise<ActionsLanguages> {
  const key = createHash('sha256').update(ENTRY);
  for (const name of ['@actions/workflow-parser', '@actions/expressions']) key.update(manifestOf(name));
  const name = `actions-languages-${key.digest('hex').slice(0, 12)}.mjs`;
  const file = path.join(ROOT, 'node_modules/.cache/drift-gate', name);
  if (!existsSync(file)) await bundleTo(file);
  const loaded: ActionsLanguages = await import(pathToFileURL(file).href);
  return loaded;
}

/** Several test processes may come here at once: each writes a file of its own and moves it into place. */
async function bundleTo(file: string): Promise<void> {
  const own = `${file}.${process.pid}`;
  await build({
    stdin: { contents: ENTRY, resolveDir: ROOT, sourcefile: 'actions-languages.js' },
    outfile: own,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    // CommonJS, which asks for modules of Node in a way that a bundle of ES modules can't.
    external: ['yaml'],
    logLevel: 'warning',
  });
  renameSync(own, file);
}
