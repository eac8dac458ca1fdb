// The inputs of action.yml, as the one variable that it hands over: validated, and made into what a command takes.
// Errors name the input as the workflow writes it.

import * as v from 'valibot';
import { exact } from '../config/cli-version.ts';
import { PATH } from '../config/option-values.ts';
import { type Options, parseOptions, SOURCE_FILE } from '../config/options.ts';
import { UsageError } from '../errors.ts';
import { ofOtherMode, REMEDIES, refused } from './input-refusals.ts';

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
  live?: string;
  liveCa?: string;
  liveTimeout?: string;
  allowWritableRole?: boolean;
  environment?: string;
  inventory?: string;
}

export interface ActionInputs {
  mode: 'check' | 'audit';
  commentPolicy: 'on-drift' | 'always' | 'never';
  issuePolicy: 'on-drift' | 'never';
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
  reports: { json?: string; markdown?: string; sarif?: string; html?: string };
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
  mode: v.optional(v.picklist(['check', 'audit'], 'is neither `check` nor `audit`'), 'check'),
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
  'live-url': v.optional(TEXT),
  'live-ca': v.optional(TEXT),
  'live-timeout': v.optional(TEXT),
  'allow-writable-role': v.optional(FLAG, 'false'),
  environment: v.optional(TEXT),
  inventory: v.optional(REPORT),
  issue: v.optional(v.picklist(['on-drift', 'never'], 'is neither `on-drift` nor `never`'), 'on-drift'),
  annotations: v.optional(FLAG, 'true'),
  'skip-unchanged': v.optional(FLAG, 'true'),
  'report-json': v.optional(REPORT),
  'report-markdown': v.optional(REPORT),
  'report-sarif': v.optional(REPORT),
  'report-html': v.optional(REPORT),
  'github-token': v.optional(TEXT, ''),
});

export const INPUT_NAMES: readonly string[] = Object.keys(INPUTS.entries);

type Inputs = v.InferOutput<typeof INPUTS>;

/** The inputs that mean nothing in the other mode. There they are refused, or somebody would rely on them. */
const ONLY = {
  check: ['confirm-with', 'fail-on', 'comment', 'comment-key', 'skip-unchanged'],
  audit: ['live-url', 'live-ca', 'live-timeout', 'allow-writable-role', 'environment', 'inventory', 'issue'],
} as const satisfies Record<ActionInputs['mode'], readonly (keyof Inputs)[]>;

/** @param json `${{ toJSON(inputs) }}`. Throws UsageError that names the input and repeats no value. */
export function readInputs(json: string | undefined): ActionInputs {
  const { success, output, issues } = v.safeParse(INPUTS, givenOf(json));
  if (!success) {
    const name = v.getDotPath(issues[0]) ?? '';
    throw refused(name, issues[0].message);
  }
  refuseOtherMode(output);
  const { timeout, 'confirm-with': confirmWith, 'supabase-version': supabaseVersion } = output;
  return {
    mode: output.mode,
    commentPolicy: output.comment,
    issuePolicy: output.issue,
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
      ...(output.baseline !== undefined && { baseline: output.baseline }),
      ...liveOptionsOf(output),
    },
    reports: reportsOf(output),
  };
}

function refuseOtherMode(given: Inputs): void {
  const [mode, other] =
    given.mode === 'audit' ? (['audit', 'check'] as const) : (['check', 'audit'] as const);
  const byDefault = v.parse(INPUTS, {});
  const name = ONLY[other].find((one) => given[one] !== byDefault[one]);
  if (name !== undefined) throw ofOtherMode(name, mode, other);
}

const liveOptionsOf = ({
  'live-url': live,
  'live-ca': liveCa,
  'live-timeout': liveTimeout,
  'allow-writable-role': allowWritableRole,
  environment,
  inventory,
}: Inputs): Partial<GivenOptions> => ({
  ...(live !== undefined && { live }),
  ...(liveCa !== undefined && { liveCa }),
  ...(liveTimeout !== undefined && { liveTimeout }),
  ...(allowWritableRole && { allowWritableRole }),
  ...(environment !== undefined && { environment }),
  ...(inventory !== undefined && { inventory }),
});

/** `parseOptions`, whose errors speak of inputs. */
export function optionsOf(given: GivenOptions & { supabaseCli?: string }): Options {
  try {
    return parseOptions(given);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const message = inputWords(error.message).replace(/^`/, 'Input `');
    const remedy = message.startsWith('Input `live-url`') ? REMEDIES['live-url'] : inputWords(error.remedy);
    throw new UsageError({ message, remedy: remedy ?? '', cause: error });
  }
}

/** Whether a run may start the Supabase CLI. */
export const needsCli = ({ options: { resetWith, database, confirmWith } }: ActionInputs): boolean =>
  resetWith !== 'built-in' || database !== 'embedded' || confirmWith !== undefined;

/** Flags whose input has another name, or none: the CLI is chosen by version. */
const INPUT_OF: Readonly<Record<string, string>> = {
  project: 'project-directory',
  schema: 'schemas',
  live: 'live-url',
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

function reportsOf(given: Inputs): ActionInputs['reports'] {
  const {
    'report-json': json,
    'report-markdown': markdown,
    'report-sarif': sarif,
    'report-html': html,
  } = given;
  const names = ['inventory', 'report-json', 'report-markdown', 'report-sarif', 'report-html'] as const;
  const files = new Set<string>();
  for (const name of names) {
    const file = given[name];
    if (file !== undefined && files.has(file)) throw refused(name, 'names the file of another report');
    if (file !== undefined) files.add(file);
  }
  return {
    ...(json && { json }),
    ...(markdown && { markdown }),
    ...(sarif && { sarif }),
    ...(html && { html }),
  };
}

const listOf = (text: string, separator: RegExp): string[] =>
  text
    .split(separator)
    .map((one) => one.trim())
    .filter((one) => one !== '');
