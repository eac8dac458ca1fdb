// A local stack without Docker: the CLI's questions about containers are answered by a script, while `db reset` and
// `gen types` are the real CLI's, on a database that is served on a loopback port.

import { openEmbedded } from '../../src/database/embedded/engine.ts';
import { CLI_3, fakeCli } from './cli-runs.ts';
import { serve } from './real-cli.ts';

export interface Stack {
  /** To be given as `--supabase-cli`. */
  program: string;
  /** The calls so far, their first two words. */
  calls(): string[];
}

/**
 * The CLI of a stack that runs.
 * @param lines shell that goes before the script's own, to have a call fail
 */
export function stackCli(url: string, lines = ''): Stack {
  const reset = `exec '${CLI_3}' db reset --remote='${url}' --yes --no-seed --agent no`;
  const types = `exec '${CLI_3}' gen types --remote='${url}' --schema=public --agent no`;
  const { program, calls } = fakeCli(`${lines}
case "$1 $2" in
"--version ") echo 3.1.0;;
"status -o") echo 'DB_URL="${url}"';;
"db reset") ${reset};;
"gen types") ${types};;
esac`);
  return { program, calls: () => calls().map((call) => call.split(' ').slice(0, 2).join(' ')) };
}

/** A stack on PGlite with our platform, where `sql` ran before anything else: what a stack has beside the migrations. */
export async function startStack(sql: string): Promise<{ url: string; stop(): Promise<void> }> {
  const database = await openEmbedded({ extensions: [] });
  await database.exec(sql);
  const { url, stop } = await serve(database);
  return {
    url,
    stop: async () => {
      await stop();
      await database.close();
    },
  };
}
