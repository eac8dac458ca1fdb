// The step of the Action before its run: masks what no log may show, and tells the step after it which Supabase CLI
// to install. What is wrong with an input is left to the run, which reports it everywhere.

import { setOutput, setSecret } from '@actions/core';
import { cliOnPath } from './database/supabase-cli-find.ts';
import { isKnownError } from './errors.ts';
import { readInputs } from './github/inputs.ts';
import { secretsIn } from './github/secrets.ts';
import { whatToInstall } from './github/setup.ts';

const workspace = process.env.GITHUB_WORKSPACE ?? process.cwd();

try {
  const given = process.env.DRIFT_GATE_INPUTS;
  for (const secret of secretsIn(given)) setSecret(secret);
  const inputs = readInputs(given);
  const { version, because } = await whatToInstall(inputs, { workspace, present: cliOnPath(workspace) });
  process.stdout.write(`${because}\n`);
  setOutput('cli-version', version);
} catch (error) {
  if (!isKnownError(error)) throw error;
  process.stdout.write('Nothing is installed: an input cannot be read, as the next step says.\n');
  setOutput('cli-version', '');
}
