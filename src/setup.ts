// The step of the Action before its run: masks what no log may show, and says whether there is anything to look at, and
// which Supabase CLI to install for that. What is wrong with an input is left to the run, which reports it everywhere.

import { setOutput, setSecret } from '@actions/core';
import { cliOnPath } from './database/supabase-cli-find.ts';
import { isKnownError } from './errors.ts';
import { readInputs } from './github/inputs.ts';
import { secretsIn } from './github/secrets.ts';
import { whatToInstall } from './github/setup.ts';
import { givenWith, isUntouched } from './place.ts';

const workspace = process.env.GITHUB_WORKSPACE ?? process.cwd();

// Git, which is asked what is checked out, needs neither the token nor the address of a database.
const given = process.env.DRIFT_GATE_INPUTS;
delete process.env.DRIFT_GATE_INPUTS;
delete process.env.SUPABASE_DB_URL;

try {
  for (const secret of secretsIn(given)) setSecret(secret);
  const inputs = readInputs(given);
  if (await isUntouched(givenWith(inputs, process.env))) {
    process.stdout.write('The pull request touches nothing that is compared.\n');
    setOutput('untouched', 'true');
  } else {
    const { version, because } = await whatToInstall(inputs, { workspace, present: cliOnPath(workspace) });
    process.stdout.write(`${because}\n`);
    setOutput('cli-version', version);
  }
} catch (error) {
  if (!isKnownError(error)) throw error;
  process.stdout.write('Nothing is installed: something is wrong, as the next step says.\n');
}
