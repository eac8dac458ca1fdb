// The workflows of this repository and the examples that users copy, read as YAML.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { ROOT } from '../cli/run.ts';

export interface Step {
  name?: string;
  id?: string;
  if?: string;
  uses?: string;
  run?: string;
  env?: Record<string, unknown>;
  with?: Record<string, unknown>;
  'continue-on-error'?: boolean;
}

export interface Job {
  permissions?: Record<string, string>;
  'timeout-minutes'?: number;
  environment?: unknown;
  strategy?: { matrix?: Record<string, unknown> };
  steps: Step[];
}

export interface Workflow {
  name: string;
  on: Record<string, unknown>;
  permissions?: unknown;
  concurrency?: unknown;
  jobs: Record<string, Job>;
}

export interface WorkflowFile {
  /** From the repository's root. */
  file: string;
  text: string;
  workflow: Workflow;
}

export const readText = (file: string): string => readFileSync(`${ROOT}${file}`, 'utf8');

const asFile = (file: string): WorkflowFile => {
  const text = readText(file);
  return { file, text, workflow: parse(text) };
};

const filesIn = (folder: string): WorkflowFile[] =>
  readdirSync(`${ROOT}${folder}`)
    .filter((name) => name.endsWith('.yml'))
    .sort()
    .map((name) => asFile(`${folder}/${name}`));

export const WORKFLOWS: readonly WorkflowFile[] = filesIn('.github/workflows');
export const EXAMPLES: readonly WorkflowFile[] = filesIn('.github/examples');
export const ALL: readonly WorkflowFile[] = [...WORKFLOWS, ...EXAMPLES];

/** The inputs and outputs of action.yml. */
export interface ActionFile {
  inputs: Record<string, unknown>;
  outputs: Record<string, unknown>;
}

export function readAction(): ActionFile {
  if (!existsSync(`${ROOT}action.yml`)) throw new Error('There is no action.yml.');
  const action: ActionFile = parse(readText('action.yml'));
  return action;
}

export const stepsOf = ({ workflow }: WorkflowFile): Step[] =>
  Object.values(workflow.jobs).flatMap(({ steps }) => steps);

/** One step of a workflow, by its name. */
export function stepNamed(file: string, name: string): Step {
  const found = ALL.filter((one) => one.file === file)
    .flatMap(stepsOf)
    .find((step) => step.name === name);
  if (!found) throw new Error(`${file} has no step named ${name}.`);
  return found;
}
