// An audit by the whole Action with the real Supabase CLI.

import { test } from '@jest/globals';
import { expectPermissionsTold } from './audited.ts';

test('without the right to write issues: the verdict, and the lines to add', () =>
  expectPermissionsTold('supabase-cli', { isHere: false }));
