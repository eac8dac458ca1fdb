// The step of the Action before its run: masks what no log may show, and says whether there is anything to look at, and
// which Supabase CLI to install for that. What is wrong with an input is left to the run, which reports it everywhere.

import { setOutput, setSecret } from '@actions/core';
import { cliOnPath } from '../database/supabase-cli/find.ts';
import { isKnownError } from '../errors.ts';
import { isUntouched } from './changed-files.ts';
import { readContext } from './context.ts';
import { whichCli } from './which-cli.ts';

export async function prepare(environment: NodeJS.ProcessEnv): Promise<void> {
  try {
    const context = await readContext(environment, setSecret);
    if ('problem' in context) throw context.problem;
    const { inputs, workspace } = context;
    if (await isUntouched(context)) {
      process.stdout.write('The pull request touches nothing that is compared.\n');
      setOutput('untouched', 'true');
    } else {
      const { version, because } = await whichCli(inputs, workspace, cliOnPath(workspace));
      process.stdout.write(`${because}\n`);
      setOutput('cli-version', version);
    }
  } catch (error) {
    if (!isKnownError(error)) throw error;
    process.stdout.write('Nothing is installed because of a problem, which the next step reports.\n');
  }
}
