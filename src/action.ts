// The entry point of the Action.

import { setFailed } from '@actions/core';
import { endOnSignals } from './ending.ts';
import { allowCommands, perform } from './github/perform.ts';

process.on('uncaughtException', (error) => {
  allowCommands();
  setFailed(`Could not check, because of a bug in Drift Gate: ${error.stack ?? error.message}`);
  process.exit(2);
});
process.exitCode = await perform(process.env, { guard: endOnSignals });
