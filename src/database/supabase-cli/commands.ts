// The calls of the Supabase CLI that a run makes, in the words of its release. Source: the helps of 2.118.0, 2.122.1
// and 3.1.0, and what they did when they were run.

import type { SupabaseCli } from './find.ts';
import type { CliCall } from './process.ts';

/** The database that a call is about. */
export type Target = { kind: 'url'; url: string } | { kind: 'local' };

export type CliCommand = Pick<CliCall, 'args' | 'shown'>;

/** From 3.0 on local is the default, and anything else is `--remote`. */
const NEW_TARGETS = 3;

function targetFlags({ major }: SupabaseCli, target: Target): string[] {
  if (target.kind === 'url') return [`${major >= NEW_TARGETS ? '--remote' : '--db-url'}=${target.url}`];
  return major >= NEW_TARGETS ? [] : ['--local'];
}

/** Without it the CLI talks to assistants, on standard output too. */
const PLAIN = ['--agent', 'no'];

export const resetCommand = (cli: SupabaseCli, target: Target): CliCommand => ({
  args: ['db', 'reset', ...targetFlags(cli, target), '--yes', '--no-seed', ...PLAIN],
  shown: 'supabase db reset',
});

/** Its own limit for a query, 15 seconds, is for small schemas: ours holds for the whole call. */
export const typesCommand = (
  cli: SupabaseCli,
  target: Target,
  { schemas, seconds }: { schemas: readonly string[]; seconds: number },
): CliCommand => ({
  args: [
    'gen',
    'types',
    '--lang=typescript',
    ...targetFlags(cli, target),
    `--query-timeout=${seconds}s`,
    ...schemas.map((name) => `--schema=${name}`),
    ...PLAIN,
  ],
  shown: 'supabase gen types',
});

export const STATUS: CliCommand = { args: ['status', '-o', 'env', ...PLAIN], shown: 'supabase status' };
export const START: CliCommand = { args: ['db', 'start', ...PLAIN], shown: 'supabase db start' };
export const STOP: CliCommand = { args: ['stop', '--no-backup', ...PLAIN], shown: 'supabase stop' };
