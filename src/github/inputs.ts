// The inputs of action.yml, as the one variable that it hands over: validated, and made into what a command takes.
// Errors name the input as the workflow writes it.

import * as v from 'valibot';
import { UsageError } from '../errors.ts';
import { ACTION_ONLY } from '../options/action-only.ts';
import { FLAGS } from '../options/flags.ts';
import { type Options, parseOptions, valuesOf } from '../options/options.ts';
import type { OptionRow } from '../options/row.ts';
import { type Setting, type SettingsFile, withSettings } from '../options/settings.ts';
import { OPTIONS, rowsOf } from '../options/table.ts';
import { fileOf } from '../options/values.ts';
import { perSurface } from '../surface.ts';

/** What `parseOptions` takes, with what is looked at before it judges. */
export type GivenOptions = v.InferOutput<typeof GIVEN>;

const GIVEN = v.looseObject({
  project: v.string(),
  types: v.optional(v.array(v.string()), []),
  database: v.string(),
  resetWith: v.string(),
  confirmWith: v.string(),
  baseline: v.exactOptional(v.string()),
  live: v.exactOptional(v.string()),
  environment: v.exactOptional(v.string()),
});

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
  /** What of these the configuration file gave. */
  settings: readonly Setting[];
  /** Where reports are wanted, as the workflow writes it. */
  reports: { json?: string; markdown?: string; sarif?: string; html?: string };
}

/**
 * @param json `${{ toJSON(inputs) }}`. Throws UsageError that names the input; a secret is never repeated in it.
 * @param file the configuration file, over which inputs win
 */
export function readInputs(json: string | undefined, file?: SettingsFile): ActionInputs {
  const texts = givenOf(json);
  const own = valuesOf(ACTION_ONLY, rawOf(ACTION_ONLY, texts), 'action');
  refuseOtherMode(own.mode, texts);
  refuseSharedFiles(texts);
  const { given, settings } = withSettings(rawOf(FLAGS, texts), file);
  const { mode, comment, issue, commentKey, annotations, skipUnchanged, githubToken, supabaseVersion } = own;
  return {
    mode,
    commentPolicy: comment,
    issuePolicy: issue,
    commentKey: commentKey ?? '',
    annotations,
    skipUnchanged,
    token: githubToken ?? '',
    ...(supabaseVersion !== undefined && { supabaseVersion }),
    options: v.parse(GIVEN, { ...INPUT_FALLBACKS, ...given }),
    settings,
    reports: {
      ...(own.reportJson !== undefined && { json: own.reportJson }),
      ...(own.reportMarkdown !== undefined && { markdown: own.reportMarkdown }),
      ...(own.reportSarif !== undefined && { sarif: own.reportSarif }),
      ...(own.reportHtml !== undefined && { html: own.reportHtml }),
    },
  };
}

/** `parseOptions`, whose errors speak of inputs. */
export const optionsOf = (
  { mode, settings, options }: ActionInputs,
  cli: { supabaseCli?: string } = {},
): Options => parseOptions({ ...options, ...cli }, 'action', { command: mode, settings });

/** Whether a run may start the Supabase CLI. */
export const needsCli = ({ options: { resetWith, database, confirmWith } }: ActionInputs): boolean =>
  resetWith !== 'built-in' || database !== 'embedded' || confirmWith !== 'none';

type Texts = Readonly<Record<string, string>>;

/** The inputs of a table that were given, by the names of its rows, as a command line would give them. */
const rawOf = (table: Readonly<Record<string, OptionRow>>, texts: Texts): Record<string, unknown> =>
  Object.fromEntries(
    rowsOf(table).flatMap(([name, row]) => {
      const text = textOf(row, texts);
      return text === undefined ? [] : [[name, rawValue(row, text)]];
    }),
  );

const textOf = ({ input }: OptionRow, texts: Texts): string | undefined =>
  input === undefined ? undefined : texts[input];

function rawValue({ takes }: OptionRow, text: string): unknown {
  switch (takes) {
    case undefined:
      return text;
    case 'switch':
      return text === 'true' || (text === 'false' ? false : text);
    case 'lines':
      return listOf(text, /\r?\n/);
    case 'names':
      return listOf(text, /\r?\n|,/);
    default:
      return takes satisfies never;
  }
}

const listOf = (text: string, separator: RegExp): string[] =>
  text
    .split(separator)
    .map((one) => one.trim())
    .filter((one) => one !== '');

const inputFallback = (row: OptionRow): string | boolean | undefined =>
  row.inputFallback ??
  (row.ofAudit === undefined ? row.fallback : undefined) ??
  (row.takes === 'switch' ? false : undefined);

const INPUT_FALLBACKS = Object.fromEntries(
  rowsOf(FLAGS).flatMap(([name, row]) => {
    const fallback = row.input === undefined ? undefined : inputFallback(row);
    return fallback === undefined ? [] : [[name, fallback]];
  }),
);

/** An input that means nothing in the other mode is refused there, or somebody would rely on it. */
function refuseOtherMode(mode: ActionInputs['mode'], texts: Texts): void {
  const other = mode === 'audit' ? 'check' : 'audit';
  for (const [, row] of rowsOf(OPTIONS)) {
    const text = textOf(row, texts);
    const isDefault = text === String(inputFallback(row));
    if (text === undefined || isDefault || (row.only ?? [mode]).includes(mode)) continue;
    throw new UsageError({
      message: `Input \`${row.input}\` is only for \`mode: ${other}\`, and the mode is \`${mode}\`.`,
      remedy: `Leave \`${row.input}\` out, or give \`mode: ${other}\`.`,
    });
  }
}

/** Each file holds one report, or the inventory. */
function refuseSharedFiles(texts: Texts): void {
  const files = new Set<string>();
  const { baseline, inventory, reportJson, reportMarkdown, reportSarif, reportHtml } = OPTIONS;
  const isBaseline = (file: string): boolean => file === pathOf(baseline, texts);
  for (const row of [inventory, reportJson, reportMarkdown, reportSarif, reportHtml]) {
    const file = pathOf(row, texts);
    if (file === undefined) continue;
    if (isBaseline(file) || files.has(file))
      throw new UsageError({
        message: isBaseline(file)
          ? `Input \`${row.input}\` would overwrite the baseline.`
          : `Input \`${row.input}\` names the file of another report.`,
        remedy: row.remedy,
      });
    files.add(file);
  }
}

function pathOf(row: OptionRow, texts: Texts): string | undefined {
  const text = textOf(row, texts);
  return text === undefined ? undefined : fileOf(text);
}

/** A job that can't see the secret gets an empty input, and an error that speaks of the address alone would not help. */
export const withoutLiveUrl = (): UsageError =>
  new UsageError({
    message: 'Input `live-url` is empty, so there is no live database to audit; no variable is taken for it.',
    remedy: perSurface`${OPTIONS.live.remedy} A job sees the secrets of an environment only when it names that, \`environment: production\`, and runs that forks and Dependabot start see none.`,
  });

/** Names in lower case, as the runner compares them; values without the space that YAML blocks end with. */
export function givenOf(json: string | undefined): Record<string, string> {
  try {
    const given = v.parse(v.record(v.string(), v.string()), JSON.parse(json ?? ''));
    const pairs = Object.entries(given).map(([name, value]) => [name.toLowerCase(), value.trim()] as const);
    // An input that is empty has its default: a workflow writes `${{ vars.NAME }}`, and the variable may be unset.
    return Object.fromEntries(pairs.filter(([, value]) => value !== ''));
  } catch {
    // What went wrong may repeat a value: no cause.
    throw new UsageError({
      message: 'The inputs of the Action were not handed over: DRIFT_GATE_INPUTS is no JSON object of texts.',
      remedy: 'Use the Action by its `action.yml`; where there is no GitHub Actions, use the command line.',
    });
  }
}
