// The inputs of action.yml, as the one variable that it hands over: validated, and made into what a command takes.
// Errors name the input as the workflow writes it.

import * as v from 'valibot';
import { exact } from '../config/cli-version.ts';
import { PATH } from '../config/option-values.ts';
import { type Options, parseOptions, SOURCE_FILE } from '../config/options.ts';
import { UsageError } from '../errors.ts';

/** What `parseOptions` takes, as far as inputs give it. */
export interface GivenOptions {
  project: string;
  types: string[];
  schema: string[];
  database: string;
  resetWith: string;
  failOn: string;
  timeout?: string;
  confirmWith?: string;
  baseline?: string;
}

export interface ActionInputs {
  mode: 'check';
  commentPolicy: 'on-drift' | 'always' | 'never';
  /** Tells comments of one job apart; empty when it needs not. */
  commentKey: string;
  annotations: boolean;
  /** Answer at once when a pull request touches nothing that is compared. */
  skipUnchanged: boolean;
  /** Empty when there is none. */
  token: string;
  /** What of the Supabase CLI is to be installed: a version, or `latest`; absent when the Action chooses. */
  supabaseVersion?: string;
  options: GivenOptions;
  /** Where reports are wanted, as the workflow writes it. */
  reports: { json?: string; markdown?: string; sarif?: string };
}

const FLAG = v.pipe(
  v.picklist(['true', 'false'], 'is neither `true` nor `false`'),
  v.transform((text) => text === 'true'),
);

const LINES = v.pipe(
  v.string(),
  v.transform((text) => listOf(text, /\r?\n/)),
);

const NAMES = v.pipe(
  v.string(),
  v.transform((text) => listOf(text, /\r?\n|,/)),
);

const REPORT = v.pipe(
  PATH,
  v.check((path) => !SOURCE_FILE.test(path), 'would overwrite a source file'),
);

const VERSION = v.pipe(
  v.string(),
  v.transform((text) => text.replace(/^v(?=\d)/, '')),
  v.check((text) => text === 'latest' || exact(text) === text, 'is neither a version nor `latest`'),
);

/** Anything: the options know better. */
const TEXT = v.string();

/** An input that is absent or empty has its default: a workflow writes `${{ vars.NAME }}`, and the variable may be unset. */
const INPUTS = v.object({
  mode: v.optional(v.picklist(['check'], 'is not `check`, the only mode there is'), 'check'),
  'project-directory': v.optional(TEXT, '.'),
  types: v.optional(LINES, ''),
  schemas: v.optional(NAMES, ''),
  database: v.optional(TEXT, 'embedded'),
  'reset-with': v.optional(TEXT, 'supabase-cli'),
  'confirm-with': v.optional(TEXT, 'none'),
  'fail-on': v.optional(TEXT, 'drift'),
  'supabase-version': v.optional(VERSION),
  timeout: v.optional(TEXT),
  baseline: v.optional(TEXT),
  comment: v.optional(
    v.picklist(['on-drift', 'always', 'never'], 'is neither `on-drift`, `always` nor `never`'),
    'on-drift',
  ),
  'comment-key': v.optional(
    v.pipe(
      TEXT,
      v.regex(/^[\p{L}\p{N} ./:@_-]{1,100}$/u, 'is no short name of letters, digits and `. _ - / : @`'),
    ),
  ),
  annotations: v.optional(FLAG, 'true'),
  'skip-unchanged': v.optional(FLAG, 'true'),
  'report-json': v.optional(REPORT),
  'report-markdown': v.optional(REPORT),
  'report-sarif': v.optional(REPORT),
  'github-token': v.optional(TEXT, ''),
});

export const INPUT_NAMES: readonly string[] = Object.keys(INPUTS.entries);

/** The next step when the value of an input is refused. */
const REMEDIES: Partial<Record<string, string>> = {
  mode: 'Give `mode: check`, or leave it out.',
  'supabase-version':
    'Give a version of the Supabase CLI, `supabase-version: 3.1.0`, or leave it out: the lockfile of the project is asked.',
  comment: 'Give `comment: on-drift`, `always` or `never`.',
  'comment-key': 'Give a short name, that of the matrix entry say, or leave it out.',
  annotations: 'Write `annotations: true` or `annotations: false`.',
  'skip-unchanged': 'Write `skip-unchanged: true` or `skip-unchanged: false`.',
  'report-json': 'Give the path of a file that nothing else is in, `report-json: drift.json`.',
  'report-markdown': 'Give the path of a file that nothing else is in, `report-markdown: drift.md`.',
  'report-sarif': 'Give the path of a file that nothing else is in, `report-sarif: drift.sarif`.',
};

/** @param json `${{ toJSON(inputs) }}`. Throws UsageError that names the input and repeats no value. */
export function readInputs(json: string | undefined): ActionInputs {
  const { success, output, issues } = v.safeParse(INPUTS, givenOf(json));
  if (!success) {
    const name = v.getDotPath(issues[0]) ?? '';
    throw refused(name, issues[0].message);
  }
  const reports = reportsOf(output);
  const confirmWith = output['confirm-with'];
  const { baseline, timeout, 'supabase-version': supabaseVersion } = output;
  return {
    mode: output.mode,
    commentPolicy: output.comment,
    commentKey: output['comment-key'] ?? '',
    annotations: output.annotations,
    skipUnchanged: output['skip-unchanged'],
    token: output['github-token'],
    ...(supabaseVersion !== undefined && { supabaseVersion }),
    options: {
      project: output['project-directory'],
      types: output.types,
      schema: output.schemas,
      database: output.database,
      resetWith: output['reset-with'],
      failOn: output['fail-on'],
      ...(timeout !== undefined && { timeout }),
      ...(confirmWith !== 'none' && { confirmWith }),
      ...(baseline !== undefined && { baseline }),
    },
    reports,
  };
}

/** `parseOptions`, whose errors speak of inputs. */
export function optionsOf(given: GivenOptions & { supabaseCli?: string }): Options {
  try {
    return parseOptions(given);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const message = inputWords(error.message).replace(/^`/, 'Input `');
    throw new UsageError({ message, remedy: inputWords(error.remedy), cause: error });
  }
}

/** Whether a run may start the Supabase CLI. */
export const needsCli = ({ options: { resetWith, database, confirmWith } }: ActionInputs): boolean =>
  resetWith !== 'built-in' || database !== 'embedded' || confirmWith !== undefined;

/** Flags whose input has another name, or none: the CLI is chosen by version. */
const INPUT_OF: Readonly<Record<string, string>> = {
  project: 'project-directory',
  schema: 'schemas',
  'supabase-cli': 'supabase-version',
};

/** Words of the command line, said of a workflow: `--database local-stack` is `database: local-stack`. */
export const inputWords = (text: string): string =>
  text.replace(/`--([a-z-]+)(?: ([^`]+))?`/g, (whole, flag: string, value?: string) => {
    const name = INPUT_OF[flag] ?? flag;
    if (!Object.hasOwn(INPUTS.entries, name)) return whole;
    const given = name === 'supabase-version' && value === 'PATH' ? 'VERSION' : value;
    return given === undefined ? `\`${name}\`` : `\`${name}: ${given}\``;
  });

/** Names in lower case, as the runner compares them; values without the space that YAML blocks end with. */
export function givenOf(json: string | undefined): Record<string, string> {
  try {
    const given = v.parse(v.record(v.string(), v.string()), JSON.parse(json ?? ''));
    const pairs = Object.entries(given).map(([name, value]) => [name.toLowerCase(), value.trim()] as const);
    return Object.fromEntries(pairs.filter(([, value]) => value !== ''));
  } catch {
    // What went wrong may repeat a value: no cause.
    throw new UsageError({
      message: 'The inputs of the Action were not handed over: DRIFT_GATE_INPUTS is no JSON object of texts.',
      remedy: 'Use the Action by its `action.yml`; where there is no GitHub Actions, use the command line.',
    });
  }
}

function reportsOf(given: v.InferOutput<typeof INPUTS>): ActionInputs['reports'] {
  const { 'report-json': json, 'report-markdown': markdown, 'report-sarif': sarif } = given;
  const files = [json, markdown, sarif].filter((file) => file !== undefined);
  if (new Set(files).size < files.length)
    throw refused(
      sarif === json || sarif === markdown ? 'report-sarif' : 'report-markdown',
      'names the file of another report',
    );
  return { ...(json && { json }), ...(markdown && { markdown }), ...(sarif && { sarif }) };
}

const refused = (name: string, reason: string): UsageError =>
  new UsageError({
    message: `Input \`${name}\` ${reason}.`,
    remedy: REMEDIES[name] ?? `Correct \`${name}\` in the workflow.`,
  });

const listOf = (text: string, separator: RegExp): string[] =>
  text
    .split(separator)
    .map((one) => one.trim())
    .filter((one) => one !== '');
