// The options of every command, once: their words, their defaults and what they may be. Flags, action inputs and
// a configuration file are all made into the same value here. Nothing is read from the environment.

import * as v from 'valibot';
import { UsageError } from '../errors.ts';
import { FAIL_ON } from '../findings/fail-on.ts';
import { FORMATS } from '../formats.ts';
import { AUDIT_ENTRIES, AUDIT_OPTIONS } from './audit-options.ts';
import { accepts, BASELINE_ENTRIES, BASELINE_OPTIONS } from './baseline-options.ts';
import { areSame, faultOf, isDatabaseUrl } from './database-url.ts';
import { FILLED, type OptionWords, PATH } from './option-values.ts';

export type { OptionWords } from './option-values.ts';

export const OPTIONS = {
  project: {
    flag: '--project <dir>',
    description: 'folder that holds supabase/',
    fallback: '.',
    remedy: 'Give the folder that holds `supabase/`, or leave `--project` out to take the current one.',
  },
  types: {
    flag: '--types <file>',
    description: 'committed types file; searched for when not given',
    repeatable: true,
    remedy: 'Give the path of the file, or leave `--types` out to have it searched for.',
  },
  schema: {
    flag: '--schema <name>',
    description: 'schema to check; by default public and those of api.schemas in config.toml',
    repeatable: true,
    remedy: 'Give the name of a schema, or leave `--schema` out.',
  },
  database: {
    flag: '--database <where>',
    description:
      'where migrations are replayed: embedded, local-stack (Docker; it is reset), or the postgresql:// URL of a disposable database',
    fallback: 'embedded',
    remedy:
      'Leave `--database` out, for the embedded one needs nothing installed, or name a disposable database.',
  },
  resetWith: {
    flag: '--reset-with <what>',
    description:
      'what replays the migrations: built-in, or supabase-cli, the real `supabase db reset` and `supabase gen types`; the latter on another database than the embedded one',
    fallback: 'built-in',
    remedy:
      'Leave `--reset-with` out: the embedded database is reset by the built-in replay, others by the Supabase CLI.',
  },
  supabaseCli: {
    flag: '--supabase-cli <path>',
    description:
      'the Supabase CLI to run; searched for in node_modules/.bin, then on the path, when not given',
    remedy:
      'Give the path of the CLI together with `--reset-with supabase-cli` or `--confirm-with local-stack`, or leave it out.',
  },
  timeout: {
    flag: '--timeout <seconds>',
    description: 'how long one call of the Supabase CLI may take (default: 300, 600 on local-stack)',
    remedy:
      'Give whole seconds from 1 to 86400 together with `--reset-with supabase-cli` or `--confirm-with local-stack`, or leave it out.',
  },
  confirmWith: {
    flag: '--confirm-with <what>',
    description:
      'what is asked again before the check fails: none, or local-stack (Docker; it is reset), whose answer then holds',
    fallback: 'none',
    only: ['check'],
    remedy: 'Give `local-stack` together with the embedded database, or leave `--confirm-with` out.',
  },
  failOn: {
    flag: '--fail-on <level>',
    description: 'which drift ends with exit 1: drift, dangerous, breaking or never',
    fallback: 'drift',
    only: ['check'],
    remedy:
      'Give `drift` for any, `dangerous` or `breaking` for changes of that grade and worse, or `never`.',
  },
  ...BASELINE_OPTIONS,
  ...AUDIT_OPTIONS,
  format: {
    flag: '--format <format>',
    description: 'format on standard output: text, json, markdown, sarif or html',
    fallback: 'text',
    remedy: 'Give `text`, `json`, `markdown`, `sarif` or `html`.',
  },
  output: {
    flag: '--output <format=file>',
    description: 'write the report to a file too, json=report.json',
    repeatable: true,
    remedy: 'Write it as FORMAT=FILE, `--output json=report.json`, with text, json, markdown, sarif or html.',
  },
  quiet: {
    flag: '--quiet',
    description: 'no progress on standard error',
    remedy: 'Give `--quiet` alone, or leave it out.',
  },
  verbose: {
    flag: '--verbose',
    description: 'list the notices that change nothing, which the text report only counts',
    remedy: 'Give `--verbose` alone, or leave it out.',
  },
  dryRun: {
    flag: '--dry-run',
    description: 'print what would change as a unified diff, and write nothing',
    only: ['fix'],
    remedy: 'Give `--dry-run` alone, or leave it out.',
  },
} as const satisfies Record<string, OptionWords>;

export type OptionName = keyof typeof OPTIONS;

const DATABASE = v.pipe(
  v.string(),
  v.check(
    (text) => text === 'embedded' || text === 'local-stack' || isDatabaseUrl(text),
    'is neither `embedded`, `local-stack` nor a postgresql:// URL',
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    const fault = dataset.typed && isDatabaseUrl(dataset.value) ? faultOf(dataset.value) : undefined;
    if (fault !== undefined) addIssue({ message: fault });
  }),
);

const RESET_WITH = v.picklist(['built-in', 'supabase-cli'], 'is neither `built-in` nor `supabase-cli`');

const CONFIRM_WITH = v.picklist(['none', 'local-stack'], 'is neither `none` nor `local-stack`');

const SECONDS = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{0,4}$/, 'is no number of seconds'),
  v.transform(Number),
  v.maxValue(86_400, 'is more than a day'),
);

const LEVEL = v.picklist(FAIL_ON, 'is neither `drift`, `dangerous`, `breaking` nor `never`');

const FORMAT = v.picklist(FORMATS, 'is neither `text`, `json`, `markdown`, `sarif` nor `html`');

/** What a project is made of: a report in its place would be a loss. */
export const SOURCE_FILE = /\.([cm]?[jt]sx?|sql|toml)$|(^|[\\/])drift-baseline\.json$/i;

const OUTPUT = v.pipe(
  v.string(),
  v.regex(/^[^=]+=./s, 'is not of the form FORMAT=FILE'),
  v.transform((text) => ({
    format: text.slice(0, text.indexOf('=')),
    file: text.slice(text.indexOf('=') + 1),
  })),
  v.check(({ file }) => !SOURCE_FILE.test(file), 'would overwrite a source file'),
  v.object({
    format: v.picklist(
      FORMATS,
      'has a format that is neither `text`, `json`, `markdown`, `sarif` nor `html`',
    ),
    file: PATH,
  }),
);

const SCHEMA_NAMES = v.pipe(
  v.array(v.string()),
  v.transform((given) => given.flatMap((names) => names.split(','))),
  v.array(FILLED),
  v.transform((names) => [...new Set(names)]),
);

const OPTIONS_SCHEMA = v.strictObject({
  project: v.optional(PATH, '.'),
  types: v.optional(v.array(PATH), []),
  schema: v.optional(SCHEMA_NAMES, []),
  database: v.optional(DATABASE, 'embedded'),
  resetWith: v.optional(RESET_WITH),
  supabaseCli: v.optional(PATH),
  timeout: v.optional(SECONDS),
  confirmWith: v.optional(CONFIRM_WITH, 'none'),
  failOn: v.optional(LEVEL, 'drift'),
  ...BASELINE_ENTRIES,
  ...AUDIT_ENTRIES,
  format: v.optional(FORMAT, 'text'),
  output: v.optional(
    v.pipe(
      v.array(OUTPUT),
      v.check(
        (outputs) => new Set(outputs.map(({ file }) => file)).size === outputs.length,
        'names the same file twice',
      ),
    ),
    [],
  ),
  quiet: v.optional(v.boolean(), false),
  verbose: v.optional(v.boolean(), false),
  dryRun: v.optional(v.boolean(), false),
});

type Given = v.InferOutput<typeof OPTIONS_SCHEMA>;

/** What a command works with. Empty `types` means: search; empty `schema`: those that the CLI takes by default. */
export interface Options extends Omit<Given, 'database' | 'resetWith' | 'timeout' | 'live'> {
  /** As reports name it: a connection string is never part of it. */
  database: 'embedded' | 'local-stack' | 'url';
  databaseUrl: string | undefined;
  /** The live database; never part of a report. */
  liveUrl: string | undefined;
  resetWith: 'built-in' | 'supabase-cli';
  /** Seconds that one call of the CLI may take. */
  timeout: number;
  /** The same for a call that confirms. */
  confirmTimeout: number;
}

/**
 * Validates options as they came, keyed by `OptionName`, repeatable ones as arrays. Throws UsageError that names
 * the flag; a value is never repeated in it, since it may be a connection string.
 */
export function parseOptions(given: unknown): Options {
  const { success, output, issues } = v.safeParse(OPTIONS_SCHEMA, given);
  if (success) return complete(output);
  const [issue] = issues;
  const name = v.getDotPath(issue)?.split('.')[0] ?? '';
  if (!isOptionName(name)) {
    throw new UsageError({
      message: `There is no option \`${name}\`.`,
      remedy: '`drift-gate check --help` lists the options.',
    });
  }
  throw new UsageError({ message: `${flagOf(name)} ${reasonOf(issue)}.`, remedy: OPTIONS[name].remedy });
}

const SECONDS_BY_DEFAULT = 300;
const STACK_SECONDS = 600;

/** What options mean together. */
function complete(given: Given): Options {
  const { database: place, resetWith: how, confirmWith } = given;
  const database = place === 'embedded' || place === 'local-stack' ? place : 'url';
  const resetWith = how ?? (database === 'embedded' ? 'built-in' : 'supabase-cli');
  if (database !== 'embedded' && resetWith === 'built-in')
    throw conflict('resetWith', 'was given `built-in`, which resets the embedded database alone');
  if (database !== 'embedded' && confirmWith !== 'none')
    throw conflict(
      'confirmWith',
      'asks again what the embedded database says, and `--database` names another',
    );
  if (database === 'url' && given.live !== undefined && areSame(place, given.live))
    throw conflict('database', 'names the live database, and a reset would erase it');
  for (const name of ['supabaseCli', 'timeout'] as const)
    if (given[name] !== undefined && resetWith === 'built-in' && confirmWith === 'none')
      throw conflict(name, 'is about the Supabase CLI, which the built-in replay does not run');
  if (given.output.some(({ file }) => file === given.baseline))
    throw conflict('output', 'would overwrite the baseline');
  if (given.prune && accepts(given)) throw conflict('prune', 'accepts nothing, so it stands alone');
  const { live: liveUrl, ...others } = given;
  return {
    ...others,
    liveUrl,
    database,
    databaseUrl: database === 'url' ? place : undefined,
    resetWith,
    timeout: given.timeout ?? (database === 'local-stack' ? STACK_SECONDS : SECONDS_BY_DEFAULT),
    confirmTimeout: given.timeout ?? STACK_SECONDS,
  };
}

const conflict = (name: OptionName, reason: string): UsageError =>
  new UsageError({ message: `${flagOf(name)} ${reason}.`, remedy: OPTIONS[name].remedy });

const isOptionName = (name: string): name is OptionName => Object.hasOwn(OPTIONS, name);

const flagOf = (name: OptionName): string => `\`${OPTIONS[name].flag.split(' ')[0]}\``;

/** What this file says of a bad value; of a value of the wrong kind, valibot's own words would repeat it. */
const reasonOf = (issue: v.BaseIssue<unknown>): string =>
  issue.message.startsWith('Invalid ') ? 'has a value of the wrong kind' : issue.message;
