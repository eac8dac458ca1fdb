// The options that only the Action has.

import type { OptionRow } from './row.ts';
import { CLI_VERSION, COMMENT_KEY, FILLED, oneOf, REPORT_FILE, SWITCH } from './values.ts';

const REPORT_REMEDY = (file: string): string => `Give the path of a file of its own, such as ${file}.`;

export const ACTION_ONLY = {
  mode: {
    input: 'mode',
    value: oneOf(['check', 'audit']),
    fallback: 'check',
    inputHelp:
      'What to do. `check` compares the committed types with what the migrations build; `audit` compares both with the live database, which is only read.',
    remedy: 'Give `mode: check` or `mode: audit`, or leave it out for `check`.',
  },
  supabaseVersion: {
    input: 'supabase-version',
    value: CLI_VERSION,
    inputHelp:
      "Supabase CLI to install, such as 3.1.0. Empty takes the one on the path, else the version in the project's lockfile, else the newest 3.x, or the last 2.x where config.toml is of its time.",
    remedy:
      "Give a version of the Supabase CLI, `supabase-version: 3.1.0`, or leave it out to take that of the project's lockfile.",
  },
  comment: {
    input: 'comment',
    only: ['check'],
    value: oneOf(['on-drift', 'always', 'never']),
    fallback: 'on-drift',
    inputHelp:
      'When a pull request gets a comment. `on-drift`, also when the pull request changes the baseline or the configuration file, `always` or `never`. Needs `pull-requests` write permission.',
    remedy: 'Give `comment: on-drift`, `always` or `never`.',
  },
  commentKey: {
    input: 'comment-key',
    only: ['check'],
    value: COMMENT_KEY,
    inputHelp: 'Tells the comments of several runs in one job, or of a matrix, apart.',
    remedy: 'Give a short name, for example that of the matrix entry, or leave it out.',
  },
  issue: {
    input: 'issue',
    only: ['audit'],
    value: oneOf(['on-drift', 'never']),
    fallback: 'on-drift',
    inputHelp: 'When an issue is kept. `on-drift` or `never`. Needs `issues` write permission.',
    remedy: 'Give `issue: on-drift` or `issue: never`.',
  },
  annotations: {
    input: 'annotations',
    takes: 'switch',
    value: SWITCH,
    fallback: true,
    inputHelp: 'Whether findings are shown on the lines of migrations and types, `true` or `false`.',
    remedy: 'Write `annotations: true` or `annotations: false`.',
  },
  skipUnchanged: {
    input: 'skip-unchanged',
    only: ['check'],
    takes: 'switch',
    value: SWITCH,
    fallback: true,
    inputHelp:
      'Whether a pull request that touches neither migrations, config.toml nor types passes at once, `true` or `false`.',
    remedy: 'Write `skip-unchanged: true` or `skip-unchanged: false`.',
  },
  reportJson: {
    input: 'report-json',
    value: REPORT_FILE,
    inputHelp: 'Path to write the JSON report to. Empty writes none.',
    remedy: REPORT_REMEDY('`report-json: drift.json`'),
  },
  reportMarkdown: {
    input: 'report-markdown',
    value: REPORT_FILE,
    inputHelp: 'Path to write the Markdown report to. Empty writes none.',
    remedy: REPORT_REMEDY('`report-markdown: drift.md`'),
  },
  reportSarif: {
    input: 'report-sarif',
    value: REPORT_FILE,
    inputHelp: 'Path to write the SARIF 2.1.0 report to, for code scanning. Empty writes none.',
    remedy: REPORT_REMEDY('`report-sarif: drift.sarif`'),
  },
  reportHtml: {
    input: 'report-html',
    value: REPORT_FILE,
    inputHelp: 'Path to write the report to as one page of HTML. Empty writes none.',
    remedy: REPORT_REMEDY('`report-html: drift.html`'),
  },
  githubToken: {
    input: 'github-token',
    value: FILLED,
    secret: true,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's
    expression: '${{ github.token }}',
    inputHelp: 'Token that reads the pull request, and writes the comment or the issue.',
    remedy: 'Leave `github-token` out: the token of the job is taken.',
  },
} as const satisfies Record<string, OptionRow>;
