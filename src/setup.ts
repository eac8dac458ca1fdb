// The entry point of the step before the run of the Action.

import { prepare } from './github/prepare.ts';

await prepare(process.env);
