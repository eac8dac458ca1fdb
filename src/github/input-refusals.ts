// What is said of an input that is refused: its name as the workflow writes it, and the next step. A value is never
// repeated.

import { UsageError } from '../errors.ts';

/** The next step when the value of an input is refused. */
export const REMEDIES: Partial<Record<string, string>> = {
  mode: 'Give `mode: check` or `mode: audit`, or leave it out for `check`.',
  'live-url':
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's
    'Give the connection string of the session pooler, percent-encoded, as a secret: `live-url: ${{ secrets.SUPABASE_DB_URL }}`.',
  'allow-writable-role': 'Write `allow-writable-role: true`, or leave it out.',
  inventory: 'Give the path of a Markdown file, `inventory: docs/database/inventory.md`.',
  issue: 'Give `issue: on-drift` or `issue: never`.',
  'supabase-version':
    'Give a version of the Supabase CLI, `supabase-version: 3.1.0`, or leave it out: the lockfile of the project is asked.',
  comment: 'Give `comment: on-drift`, `always` or `never`.',
  'comment-key': 'Give a short name, that of the matrix entry say, or leave it out.',
  annotations: 'Write `annotations: true` or `annotations: false`.',
  'skip-unchanged': 'Write `skip-unchanged: true` or `skip-unchanged: false`.',
  'report-json': 'Give the path of a file that nothing else is in, `report-json: drift.json`.',
  'report-markdown': 'Give the path of a file that nothing else is in, `report-markdown: drift.md`.',
  'report-sarif': 'Give the path of a file that nothing else is in, `report-sarif: drift.sarif`.',
  'report-html': 'Give the path of a file that nothing else is in, `report-html: drift.html`.',
};

export const refused = (name: string, reason: string): UsageError =>
  new UsageError({
    message: `Input \`${name}\` ${reason}.`,
    remedy: REMEDIES[name] ?? `Correct \`${name}\` in the workflow.`,
  });

export const ofOtherMode = (name: string, mode: string, other: string): UsageError =>
  new UsageError({
    message: `Input \`${name}\` is for \`mode: ${other}\` alone, and the mode is \`${mode}\`.`,
    remedy: `Leave \`${name}\` out, or give \`mode: ${other}\`.`,
  });

/** A job that can't see the secret gets an empty input, and an error that speaks of the address alone would not help. */
export const withoutLiveUrl = (): UsageError =>
  new UsageError({
    message: 'Input `live-url` is empty, so there is no live database to audit; no variable is taken for it.',
    remedy: `${REMEDIES['live-url']} A job sees the secrets of an environment only when it names that, \`environment: production\`, and runs that forks and Dependabot start see none.`,
  });
