// The table of options: its rows, and what each surface calls them.

import { perSurface, type Surface, type SurfaceText } from '../surface.ts';
import { ACTION_ONLY } from './action-only.ts';
import { FLAGS } from './flags.ts';
import type { OptionRow } from './row.ts';

const { mode, ...others } = ACTION_ONLY;

/** The mode first, since what other inputs mean depends on it. */
export const OPTIONS = { mode, ...FLAGS, ...others };

export type OptionName = keyof typeof OPTIONS;

/** The rows of some options, with their names. */
export const rowsOf = (options: Readonly<Record<string, OptionRow>>): [string, OptionRow][] =>
  Object.entries(options);

/** Its key in the configuration file: the flag's name. */
export const keyOf = ({ flag = '' }: OptionRow): string => flag.split(' ')[0]?.slice(2) ?? '';

/** An option as code, with a value if one is meant: `--database local-stack`, in a workflow `database: local-stack`. */
export const option = (name: OptionName, value?: string): SurfaceText => ({
  'command-line': nameOn('command-line', OPTIONS[name], value),
  action: nameOn('action', OPTIONS[name], value),
});

export function nameOn(surface: Surface, row: OptionRow, value?: string): string {
  const { flag, input } = row;
  const asInput = flag === undefined || (surface === 'action' && input !== undefined);
  const name = asInput ? input : flag.split(' ')[0];
  return `\`${name}${value === undefined ? '' : `${asInput ? ':' : ''} ${value}`}\``;
}

/** A workflow chooses the Supabase CLI by version, a user by path. */
export const NAMED_CLI: SurfaceText = {
  'command-line': nameOn('command-line', OPTIONS.supabaseCli, 'PATH'),
  action: nameOn('action', OPTIONS.supabaseVersion, 'VERSION'),
};

/** The next step when the embedded database cannot replay a project. */
export const REPLAY_ELSEWHERE = perSurface`Check this project with ${option('database', 'local-stack')} (needs Docker), or ${option('database', 'URL')} of a disposable Supabase database.`;
