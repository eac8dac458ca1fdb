// Composite actions' files and the expressions in them, read and evaluated by GitHub's own code.

import { loadActionsLanguages } from './actions-languages.ts';

const { workflows, actions, expressions } = await loadActionsLanguages();

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
  const trace = new workflows.NoOperationTraceWriter();
  const { context, value } = actions.parseAction({ name: 'action.yml', content }, trace);
  const template = value && actions.convertActionTemplate(context, value);
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
  const { data, Evaluator, Lexer, Parser } = expressions;
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
