// Audits of the projects whose audit differs from those of audit.test.ts only in how their types are written.

import { test } from '@jest/globals';
import { expectAllTracked } from './tracked.ts';

test.each(['monorepo/apps/web', 'prettier-semicolons'])(
  'an untouched clone of %s is in sync, and its inventory says that all is tracked',
  expectAllTracked,
);
