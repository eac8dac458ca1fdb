// Runs a composite action as GitHub's runner does (CompositeActionHandler.cs, ScriptHandler.cs): its file is read and
// its expressions are evaluated by GitHub's own code, its `run` steps are processes. `uses` steps are recorded, and do
// what the test says.

import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import { summary } from '@actions/core';
import { perform } from '../../src/github/perform.ts';
import { prepare } from '../../src/github/prepare.ts';
import { ROOT } from '../cli/run.ts';
import { asProcess } from './as-process.ts';
import {
  type Annotation,
  type CommandReader,
  commandReader,
  maskedBy,
  pairsOf,
} from './composite-commands.ts';
import type { Event } from './composite-events.ts';
import { actionOf } from './composite-folders.ts';
import {
  evaluate,
  expand,
  isTrue,
  type Manifest,
  type ManifestStep,
  parseManifest,
  type Status,
  type Template,
} from './composite-parser.ts';
import { KEPT } from './kept-databases.ts';

/** What a `uses` step does, in place of the action that it names. */
export interface Used {
  /** Folders that it puts on the path, the last one first. */
  path?: readonly string[];
  outputs?: Record<string, string>;
  isFailing?: boolean;
}

export interface Job {
  /** The folder that the repository is checked out in. */
  workspace: string;
  event: Event;
  /** What the workflow gives as `with:`. */
  inputs?: Record<string, string>;
  /** Windows' steps need PowerShell, which is not here. */
  os?: 'Linux' | 'macOS';
  /** Folders on the runner's path; those of this process when not given. */
  path?: readonly string[];
  /** The job's `env:`. */
  env?: Record<string, string>;
  /** More of the `github` context, or other values: `api_url`, `job`, `run_id`, `token`. */
  github?: Record<string, string>;
  /** Secrets that the runner knows before the job; the token is one. */
  secrets?: readonly string[];
  /** By the name of the action without its version, `actions/setup-node`. */
  uses?: Record<string, (given: Record<string, string>) => Used>;
  /** The action's own folder; by default a copy of this repository's, whose name holds a space. */
  action?: string;
  /** The steps have ended, and the files that they left in the runner's folder are still there. */
  onEnd?: (temp: string) => void;
  /** The entry points of the Action run in this process, from their sources. */
  isHere?: boolean;
  /** The process of a `run` step has started. */
  onStart?: (pid: number, step: string) => void;
}

export interface StepRun {
  id: string;
  name: string;
  /** Before and after `continue-on-error`. */
  outcome: Status | 'skipped';
  conclusion: Status | 'skipped';
  exitCode?: number;
  outputs: Record<string, string>;
  uses?: { action: string; with: Record<string, string> };
}

export interface JobRun {
  conclusion: Status;
  outputs: Record<string, string>;
  steps: StepRun[];
  /** As people see it: secrets replaced. */
  log: string;
  /** All that steps printed, commands and secrets as they were. */
  unmaskedLog: string;
  annotations: Annotation[];
  /** Step summaries, with secrets replaced as the runner does before it uploads them. */
  summary: string;
  unmaskedSummary: string;
  /** What the files hold whose paths are outputs: they go with the runner. */
  written: Record<string, string>;
  /** What steps left for the rest of the job. */
  left: { env: Record<string, string>; path: string[] };
}

/** The token that `github.token` is. */
export const TOKEN = 'ghs_T0kenOfTheRunner0000000000000000';

/** What belongs to a job while it runs. */
interface State {
  job: Job;
  action: string;
  folder: string;
  reader: CommandReader;
  github: Record<string, unknown>;
  runner: Record<string, string>;
  inputs: Record<string, string>;
  steps: Record<string, { outputs: Record<string, string>; outcome: string; conclusion: string }>;
  status: Status;
  env: Record<string, string>;
  path: string[];
  summaries: string[];
  runs: StepRun[];
}

/** Runs the action of `job.action` in a job that has nothing before it. */
export async function runAction(job: Job): Promise<JobRun> {
  const action = job.action ?? installedAction();
  const manifest = parseManifest(readFileSync(join(action, 'action.yml'), 'utf8'));
  const folder = mkdtempSync(join(tmpdir(), 'runner work '));
  try {
    const state = startOf(job, manifest, action, folder);
    for (const step of manifest.steps) await runStep(step, state);
    job.onEnd?.(join(folder, '_temp'));
    return resultOf(state, manifest);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function startOf(job: Job, manifest: Manifest, action: string, folder: string): State {
  const token = job.github?.token ?? TOKEN;
  const runner = {
    os: job.os ?? 'Linux',
    arch: 'X64',
    name: 'GitHub Actions 1',
    environment: 'github-hosted',
    temp: join(folder, '_temp'),
    tool_cache: join(folder, '_tool'),
    workspace: dirname(job.workspace),
  };
  for (const path of [runner.temp, runner.tool_cache]) mkdirSync(path);
  const eventPath = join(runner.temp, 'event.json');
  writeFileSync(eventPath, JSON.stringify(job.event.payload));
  const github = {
    ...job.event.github,
    actor: 'Codertocat',
    api_url: 'https://api.github.com',
    graphql_url: 'https://api.github.com/graphql',
    server_url: 'https://github.com',
    workflow: 'Supabase drift',
    job: 'drift',
    run_id: '7000000001',
    run_number: '12',
    run_attempt: '1',
    retention_days: '90',
    ...job.github,
    token,
    event: job.event.payload,
    event_path: eventPath,
    workspace: job.workspace,
    action_path: action,
    action: '__self',
    action_repository: 'owner/supabase-drift-gate',
    action_ref: 'v1',
  };
  const known = { github, runner, job: { status: 'success' }, strategy: {}, matrix: {} };
  const defaults = manifest.inputs.map(({ id, fallback }) => [id, expand(fallback ?? '', known, 'success')]);
  return {
    job,
    action,
    folder,
    reader: commandReader([token, ...(job.secrets ?? [])]),
    github,
    runner,
    inputs: { ...Object.fromEntries(defaults), ...job.inputs },
    steps: {},
    status: 'success',
    env: { ...job.env },
    path: [...(job.path ?? (process.env.PATH ?? '').split(delimiter))],
    summaries: [],
    runs: [],
  };
}

/** What expressions may ask. */
const contextsOf = ({ github, runner, inputs, steps, status, env }: State): Record<string, unknown> => ({
  github,
  runner,
  inputs,
  steps,
  env,
  job: { status },
  strategy: {},
  matrix: {},
});

const expandAll = (texts: Record<string, Template>, state: State): Record<string, string> =>
  Object.fromEntries(
    Object.entries(texts).map(([key, text]) => [key, expand(text, contextsOf(state), state.status)]),
  );

async function runStep(step: ManifestStep, state: State): Promise<void> {
  const { id, name } = step;
  const run: StepRun = { id, name, outcome: 'skipped', conclusion: 'skipped', outputs: {} };
  state.runs.push(run);
  if (isTrue(evaluate(step.condition, contextsOf(state), state.status))) {
    if (step.uses !== undefined) useAction(step.uses, run, state);
    if (step.run !== undefined) await runScript(step, step.run, run, state);
    const isForgiven = expand(step.continueOnError, contextsOf(state), state.status) === 'true';
    run.conclusion = isForgiven ? 'success' : run.outcome;
    if (run.conclusion === 'failure') state.status = 'failure';
  }
  const { outputs, outcome, conclusion } = run;
  state.steps[id] = { outputs, outcome, conclusion };
}

function useAction(
  { action, with: texts }: NonNullable<ManifestStep['uses']>,
  run: StepRun,
  state: State,
): void {
  const given = expandAll(texts, state);
  run.uses = { action, with: given };
  const {
    path = [],
    outputs = {},
    isFailing = false,
  } = state.job.uses?.[action.split('@')[0] ?? '']?.(given) ?? {};
  state.path.unshift(...[...path].reverse());
  run.outputs = outputs;
  run.outcome = isFailing ? 'failure' : 'success';
}

const FILES = ['output', 'env', 'path', 'step_summary', 'state'] as const;

/** How the runner calls the shells, and what it calls a script. */
const SHELLS: Record<string, { args: readonly string[]; extension: string }> = {
  bash: { args: ['--noprofile', '--norc', '-e', '-o', 'pipefail'], extension: 'sh' },
  sh: { args: ['-e'], extension: 'sh' },
};

async function runScript(
  step: ManifestStep,
  { script, shell, workingDirectory = '' }: NonNullable<ManifestStep['run']>,
  run: StepRun,
  state: State,
): Promise<void> {
  const contexts = contextsOf(state);
  const known = SHELLS[shell];
  if (known === undefined) throw new Error(`There is no ${shell} here`);
  const { temp = '' } = state.runner;
  const file = join(temp, `${randomUUID()}.${known.extension}`);
  const text = expand(script, contexts, state.status);
  writeFileSync(file, text);
  const files = Object.fromEntries(FILES.map((name) => [name, join(temp, `${name}_${randomUUID()}`)]));
  for (const path of Object.values(files)) writeFileSync(path, '');
  const env = { ...state.env, ...expandAll(step.env, state) };
  header(text, shell, env, state.reader);
  const started = {
    cwd: join(state.job.workspace, expand(workingDirectory, contexts, state.status)),
    env: { ...environmentOf(state, files), ...env },
    reader: state.reader,
    onStart: (pid: number) => state.job.onStart?.(pid, step.id),
  };
  const [, entry] = /^(?:exec )?node "\$GITHUB_ACTION_PATH\/dist\/(setup|action)\.js"\n?$/.exec(text) ?? [];
  run.exitCode =
    state.job.isHere && entry !== undefined
      ? await runEntryHere(entry, started)
      : await processOf(shell, [...known.args, file], started);
  run.outcome = run.exitCode === 0 ? 'success' : 'failure';
  const textIn = (name: (typeof FILES)[number]): string => readFileSync(files[name] ?? '', 'utf8');
  run.outputs = pairsOf(textIn('output'));
  Object.assign(state.env, pairsOf(textIn('env')));
  pairsOf(textIn('state'));
  for (const folder of textIn('path').split('\n').filter(Boolean)) state.path.unshift(folder);
  const summary = textIn('step_summary');
  if (Buffer.byteLength(summary) > 1024 * 1024) throw new Error('The step summary is over 1 MiB');
  state.summaries.push(summary);
}

/** What the runner prints before a step: its script, and the variables that the job and the step set. */
function header(script: string, shell: string, env: Record<string, string>, reader: CommandReader): void {
  const lines = [
    `##[group]Run ${script.trim().split('\n', 1)[0]}`,
    ...script.trimEnd().split('\n'),
    `shell: ${shell}`,
    ...(Object.keys(env).length === 0 ? [] : ['env:']),
    ...Object.entries(env).flatMap(([name, value]) => `  ${name}: ${value}`.split('\n')),
    '##[endgroup]',
  ];
  for (const line of lines) reader.print(line);
}

/** The variables that every step has; none of this process's own but what a machine gives. */
function environmentOf(state: State, files: Record<string, string>): Record<string, string> {
  const hidden = new Set(['token', 'event']);
  const ofGitHub = Object.entries({ ...state.github, ...files }).filter(([name]) => !hidden.has(name));
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    HOME: state.folder,
    LANG: 'C.UTF-8',
    PATH: state.path.join(delimiter),
    ...Object.fromEntries(ofGitHub.map(([name, value]) => [`GITHUB_${name.toUpperCase()}`, String(value)])),
    ...Object.fromEntries(
      Object.entries(state.runner).map(([name, value]) => [`RUNNER_${name.toUpperCase()}`, value]),
    ),
  };
}

interface Started {
  cwd: string;
  env: Record<string, string>;
  reader: CommandReader;
  onStart: (pid: number) => void;
}

/** Runs an entry point of the Action in this process, and gives its exit code. */
async function runEntryHere(entry: string, { cwd, env, reader }: Started): Promise<number> {
  const lines = lineReader(reader.read);
  // It remembers the file of the first run.
  Reflect.set(summary, '_filePath', undefined);
  const code = await asProcess({ cwd, env, onOutput: lines.add }, async () => {
    if (entry === 'action') return await perform(process.env, { guard: () => undefined, embedded: KEPT });
    await prepare(process.env);
    return 0;
  });
  lines.end();
  return code;
}

/** Runs a process, reads both of its streams as one log, and gives its exit code; a signal's is 128 and its number. */
function processOf(
  program: string,
  args: readonly string[],
  { cwd, env, reader, onStart }: Started,
): Promise<number> {
  return new Promise((resolve, reject) => {
    // The shell is the machine's, whatever path a test gives the step.
    const child = spawn(`/bin/${program}`, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    if (child.pid !== undefined) onStart(child.pid);
    for (const stream of [child.stdout, child.stderr]) {
      const lines = lineReader(reader.read);
      stream.setEncoding('utf8').on('data', lines.add);
      stream.on('end', lines.end);
    }
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(code ?? (signal === 'SIGKILL' ? 137 : 143)));
  });
}

/** Takes text in whatever pieces it comes, and hands it on in lines. */
function lineReader(read: (line: string) => void): { add(text: string): void; end(): void } {
  let rest = '';
  return {
    add: (text) => {
      const lines = (rest + text).split(/\r?\n/);
      rest = lines.pop() ?? '';
      lines.forEach(read);
    },
    end: () => {
      if (rest !== '') read(rest);
    },
  };
}

function resultOf(state: State, { outputs }: Manifest): JobRun {
  const { reader, status, runs, env, path, summaries } = state;
  const contexts = contextsOf(state);
  const unmaskedSummary = summaries.join('');
  const values = Object.fromEntries(outputs.map(({ id, value }) => [id, expand(value, contexts, status)]));
  return {
    conclusion: status,
    outputs: values,
    steps: runs,
    log: reader.masked(),
    unmaskedLog: reader.unmasked(),
    annotations: reader.annotations,
    summary: maskedBy(reader.masks, unmaskedSummary),
    unmaskedSummary,
    written: writtenAt(values),
    left: { env, path },
  };
}

const writtenAt = (outputs: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(outputs).flatMap(([id, value]) =>
      isAbsolute(value) && existsSync(value) ? [[id, readFileSync(value, 'utf8')]] : [],
    ),
  );

let installed: string | undefined;

/** The repository's action as a runner lays it out: files that a release has, in a folder whose name holds a space. */
export function installedAction(): string {
  installed ??= layOutAction({});
  return installed;
}

/** The same with other files in place of its own. */
export function layOutAction(others: Record<string, string>): string {
  const folder = actionOf({});
  layOut(join(ROOT, 'dist'), join(folder, 'dist'));
  for (const name of ['action.yml', 'package.json']) copyFileSync(join(ROOT, name), join(folder, name));
  for (const [path, text] of Object.entries(others)) {
    rmSync(join(folder, path), { force: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** Links where the file system can, for dist/ is large. */
function layOut(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) layOut(source, target);
    else
      try {
        linkSync(source, target);
      } catch {
        copyFileSync(source, target);
      }
  }
}
