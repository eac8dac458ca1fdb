// GitHub's own parser of action files and its own evaluator of expressions. Both import JSON as modules, which Node 20
// does not, so esbuild makes one file of them, once.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../cli/run.ts';

const ENTRY = `
export { convertActionTemplate, parseAction } from '@actions/workflow-parser/actions/index';
export { NoOperationTraceWriter } from '@actions/workflow-parser';
export { data, Evaluator, Lexer, Parser } from '@actions/expressions';
`;

interface Library {
  convertActionTemplate: typeof import('@actions/workflow-parser/actions/index').convertActionTemplate;
  parseAction: typeof import('@actions/workflow-parser/actions/index').parseAction;
  NoOperationTraceWriter: typeof import('@actions/workflow-parser').NoOperationTraceWriter;
  data: typeof import('@actions/expressions').data;
  Evaluator: typeof import('@actions/expressions').Evaluator;
  Lexer: typeof import('@actions/expressions').Lexer;
  Parser: typeof import('@actions/expressions').Parser;
}

const OPTIONS = {
  stdin: { contents: ENTRY, resolveDir: ROOT },
  bundle: true,
  platform: 'node',
  format: 'esm',
  external: ['yaml'],
  logLevel: 'error',
};

async function load(): Promise<Library> {
  const lock = readFileSync(join(ROOT, 'node_modules/@actions/workflow-parser/package.json'));
  const key = createHash('sha256').update(lock).update(JSON.stringify(OPTIONS)).digest('hex').slice(0, 12);
  const folder = join(ROOT, 'node_modules/.cache/drift-gate');
  const file = join(folder, `actions-${key}.mjs`);
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    const outfile = `${file}.${process.pid}`;
    // A process of its own: esbuild refuses the globals that jest gives.
    const script = `require('esbuild').buildSync(${JSON.stringify({ ...OPTIONS, outfile })})`;
    const built = spawnSync(process.execPath, ['-e', script], { cwd: ROOT, encoding: 'utf8' });
    if (built.status !== 0) throw new Error(`The parser of action files can't be bundled: ${built.stderr}`);
    renameSync(outfile, file);
  }
  return import(pathToFileURL(file).href);
}

const library = await load();

/** A text of an action file: as it is, or to be evaluated. */
export type Template = string | { expression: string };

export interface ManifestStep {
  id: string;
  name: string;
  /** As GitHub reads it: with `success()` where no status function is asked. */
  condition: string;
  continueOnError: Template;
  env: Record<string, Template>;
  run?: { script: Template; shell: string; workingDirectory?: Template };
  uses?: { action: string; with: Record<string, Template> };
}

export interface Manifest {
  name: string;
  description: string;
  inputs: { id: string; description: string; isRequired: boolean; fallback?: Template }[];
  outputs: { id: string; description: string; value: Template }[];
  steps: ManifestStep[];
  branding: { icon?: string; color?: string };
}

/** Reads a composite action's file. Throws with all that GitHub finds wrong in it. */
export function parseManifest(content: string): Manifest {
  const trace = new library.NoOperationTraceWriter();
  const { context, value } = library.parseAction({ name: 'action.yml', content }, trace);
  const template = value && library.convertActionTemplate(context, value);
  const faults = context.errors.getErrors().map(({ message }) => message);
  if (faults.length > 0 || value === undefined || template === undefined) throw new Error(faults.join('\n'));
  if (template.runs.using !== 'composite') throw new Error(`It runs ${template.runs.using}`);
  const written = listOf(mapOf(mapOf(plain(value)).runs).steps);
  const steps = template.runs.steps.map((step, index): ManifestStep => {
    const found = mapOf(written[index]);
    return {
      id: step.id,
      name: String(found.name ?? ''),
      condition: step.if?.expression ?? 'success()',
      continueOnError: textOf(found['continue-on-error'] ?? 'false'),
      env: textsOf(found.env),
      ...(found.run !== undefined && {
        run: {
          script: textOf(found.run),
          shell: String(found.shell),
          ...(found['working-directory'] !== undefined && {
            workingDirectory: textOf(found['working-directory']),
          }),
        },
      }),
      ...(found.uses !== undefined && { uses: { action: String(found.uses), with: textsOf(found.with) } }),
    };
  });
  return {
    name: template.name,
    description: template.description,
    inputs: (template.inputs ?? []).map(({ id, description = '', required = false, default: fallback }) => ({
      id,
      description,
      isRequired: required,
      ...(fallback !== undefined && { fallback: textOf(plain(fallback)) }),
    })),
    outputs: (template.outputs ?? []).map(({ id, description = '', value: output }) => ({
      id,
      description,
      value: output === undefined ? '' : textOf(plain(output)),
    })),
    steps,
    branding: template.branding ?? {},
  };
}

type Plain = string | { expression: string } | { list: Plain[] } | { map: Record<string, Plain> };

/** The parser's tokens, as it writes them itself, without what tells where they stand. */
function plain(token: unknown): Plain {
  const written: unknown = JSON.parse(JSON.stringify(token));
  return simple(written);
}

function simple(written: unknown): Plain {
  if (typeof written !== 'object' || written === null) return String(written ?? '');
  if ('expr' in written) return { expression: String(written.expr) };
  if ('seq' in written && Array.isArray(written.seq)) return { list: written.seq.map(simple) };
  if (!('map' in written) || !Array.isArray(written.map)) return { map: {} };
  const pairs = written.map.map(({ Key, Value }: { Key: unknown; Value: unknown }) => [
    String(Key),
    simple(Value),
  ]);
  return { map: Object.fromEntries(pairs) };
}

const mapOf = (value: Plain | undefined): Record<string, Plain> =>
  typeof value === 'object' && 'map' in value ? value.map : {};

const listOf = (value: Plain | undefined): Plain[] =>
  typeof value === 'object' && 'list' in value ? value.list : [];

function textOf(value: Plain): Template {
  if (typeof value === 'string' || 'expression' in value) return value;
  throw new Error('It is no text');
}

const textsOf = (value: Plain | undefined): Record<string, Template> =>
  Object.fromEntries(Object.entries(mapOf(value)).map(([key, text]) => [key, textOf(text)]));

/** How a job, or the action in it, went so far. */
export type Status = 'success' | 'failure';

/** Evaluates an expression to plain JSON, with the functions that ask for the status. */
export function evaluate(expression: string, contexts: Record<string, unknown>, status: Status): unknown {
  const { data, Evaluator, Lexer, Parser } = library;
  const answers = {
    success: status === 'success',
    failure: status === 'failure',
    always: true,
    cancelled: false,
  };
  const functions = Object.entries(answers).map(([name, answer]) => ({
    name,
    minArgs: 0,
    maxArgs: 0,
    call: () => new data.BooleanData(answer),
  }));
  const tree = new Parser(new Lexer(expression).lex().tokens, Object.keys(contexts), functions).parse();
  const known: InstanceType<typeof data.Dictionary> = JSON.parse(JSON.stringify(contexts), data.reviver);
  const byName = new Map(functions.map((one) => [one.name, one]));
  return JSON.parse(JSON.stringify(new Evaluator(tree, known, byName).evaluate(), data.replacer));
}

/** What a text becomes: GitHub writes null as nothing, and booleans and numbers as JSON does. */
export function expand(template: Template, contexts: Record<string, unknown>, status: Status): string {
  if (typeof template === 'string') return template;
  const value = evaluate(template.expression, contexts, status);
  return value === null ? '' : String(value);
}

/** Whether a value is true in an `if:`. */
export const isTrue = (value: unknown): boolean =>
  !(value === null || value === false || value === '' || value === 0);
