// What the values of options may be. A message is the end of a sentence that begins with the option's name; one that
// begins with "use" says what may stand in place of a wrong value.

import { normalize } from 'node:path/posix';
import * as v from 'valibot';
import { faultOf, isDatabaseUrl } from './database-url.ts';

/** The formats of a report. */
export const FORMATS = ['text', 'json', 'markdown', 'html', 'sarif', 'gitlab', 'github'] as const;
export type Format = (typeof FORMATS)[number];

/** The levels of `--fail-on`. */
export const FAIL_ON = ['drift', 'dangerous', 'breaking', 'never'] as const;

/** The same of an audit: findings of that severity and worse. */
export const AUDIT_FAIL_ON = ['error', 'warning', 'note', 'never'] as const;

/** What ends with exit 1. */
export type FailOn = (typeof FAIL_ON | typeof AUDIT_FAIL_ON)[number];

/** A value that can't be a connection string, a password in one, or a token: messages may show it. */
export const HARMLESS = /^[\w.,+/-]{1,30}$/;

const either = (choices: readonly string[]): string =>
  `${choices.slice(0, -1).join(', ')} or ${choices.slice(-1).join('')}`;

export const oneOf = <const Choices extends readonly string[]>(choices: Choices) =>
  v.picklist(choices, `use ${either(choices)}`);

export const SWITCH = v.boolean('use true or false');

export const FILLED = v.pipe(v.string(), v.trim(), v.nonEmpty('is empty'));

/** One line. */
export const SENTENCE = v.pipe(
  v.string(),
  v.transform((text) => text.replace(/\s+/g, ' ').trim()),
  v.nonEmpty('is empty'),
);

/** Errors and reports name paths, so a connection string that was put in the wrong place must not be one. */
export const PATH = v.pipe(
  FILLED,
  v.check((text) => !/[a-z0-9+.-]:\/\//i.test(text), 'must be a path, not a URL'),
);

/** A path in the one way of writing it that tells whether another text names the same file. */
export const fileOf = (path: string): string => normalize(path);

export const PATHS = v.array(PATH);

export const PATTERNS = v.array(FILLED);

export const NAMES = v.pipe(
  v.array(v.string()),
  v.transform((given) => given.flatMap((names) => names.split(','))),
  v.array(FILLED),
  v.transform((names) => [...new Set(names)]),
);

/** Whole seconds, as text. */
export const seconds = (most: number) => ({
  most,
  value: v.pipe(
    v.string(),
    v.check(
      (text) => /^[1-9]\d{0,4}$/.test(text) && Number(text) <= most,
      `must be whole seconds from 1 to ${most}`,
    ),
    v.transform(Number),
  ),
});

/** Whether a text is a day of the calendar, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

export const DAY = v.pipe(v.string(), v.check(isDay, 'must be a date such as 2027-01-31'));

export const DATABASE = v.pipe(
  v.string(),
  v.check(
    (text) => text === 'embedded' || text === 'local-stack' || isDatabaseUrl(text),
    'use embedded, local-stack or a postgresql:// URL',
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    const fault = dataset.typed && isDatabaseUrl(dataset.value) ? faultOf(dataset.value) : undefined;
    if (fault !== undefined) addIssue({ message: fault });
  }),
);

/** What a project is made of: a report written over it would be a loss. */
const SOURCE_FILE = /\.([cm]?[jt]sx?|sql|toml)$|(^|[\\/])drift-baseline\.json$/i;

export const REPORT_FILE = v.pipe(
  PATH,
  v.check((path) => !SOURCE_FILE.test(path), 'would overwrite a source file'),
);

export const MARKDOWN_FILE = v.pipe(
  PATH,
  v.check((path) => /\.(md|markdown)$/i.test(path), 'must be a Markdown file (.md)'),
);

/** `json=report.json`, any number of them. */
export const OUTPUTS = v.pipe(
  v.array(
    v.pipe(
      v.string(),
      v.regex(/^[^=]+=./s, 'must be FORMAT=FILE, such as json=report.json'),
      v.transform((text) => ({
        format: text.slice(0, text.indexOf('=')),
        file: text.slice(text.indexOf('=') + 1),
      })),
      v.object({
        format: v.picklist(FORMATS, ({ input }) => {
          const shown =
            typeof input === 'string' && HARMLESS.test(input)
              ? `the unknown format ${input}`
              : 'an unknown format';
          return `has ${shown}: use ${either(FORMATS)}`;
        }),
        file: REPORT_FILE,
      }),
    ),
  ),
  v.check(
    (outputs) => new Set(outputs.map(({ file }) => fileOf(file))).size === outputs.length,
    'names the same file twice',
  ),
);

/** What reports call a database. Some letters have no look of their own. */
export const ENVIRONMENT_NAME = v.pipe(
  v.string(),
  v.regex(
    /^(?!.*\p{Default_Ignorable_Code_Point})[\p{L}\p{N}][\p{L}\p{N} ._/-]{0,49}$/u,
    'must be at most 50 letters, digits, spaces and `. _ / -`, and begin with a letter or digit',
  ),
);

export const COMMENT_KEY = v.pipe(
  v.string(),
  v.regex(/^[\p{L}\p{N} ./:@_-]{1,100}$/u, 'must be at most 100 letters, digits, spaces and `. _ - / : @`'),
);

/** A version of the Supabase CLI, without the `v` that some write before it. */
export const CLI_VERSION = v.pipe(
  v.string(),
  v.transform((text) => text.replace(/^v(?=\d)/, '')),
  v.regex(
    /^(latest|\d+\.\d+\.\d+(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?)$/,
    'must be a version such as 3.1.0, or latest',
  ),
);
