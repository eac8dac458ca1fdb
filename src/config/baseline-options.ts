// The options about the baseline: where it is, and what `accept` writes into it.

import * as v from 'valibot';
import { isDay } from '../findings/baseline.ts';
import { FILLED, type OptionWords, PATH } from './option-values.ts';

export const BASELINE_OPTIONS = {
  baseline: {
    flag: '--baseline <file>',
    description: 'accepted findings (default: supabase/drift-baseline.json in the project)',
    remedy: 'Give the path of the baseline, or leave `--baseline` out.',
  },
  reason: {
    flag: '--reason <text>',
    description: 'why what was found is accepted',
    only: ['accept'],
    remedy: 'Say in a sentence why it is accepted; to remove stale entries, give `--prune` alone.',
  },
  owner: {
    flag: '--owner <name>',
    description: 'who answers for it',
    only: ['accept'],
    remedy: 'Name a person or a team, together with `--reason`, or leave `--owner` out.',
  },
  expires: {
    flag: '--expires <date>',
    description: 'the last day on which it is accepted, YYYY-MM-DD',
    only: ['accept'],
    remedy: 'Give today or a later day as YYYY-MM-DD, together with `--reason`, or leave `--expires` out.',
  },
  object: {
    flag: '--object <pattern>',
    description: 'accept what is found in these objects alone, public.legacy_*',
    repeatable: true,
    only: ['accept'],
    remedy:
      'Write objects as the report of `drift-gate check` does, `*` for any characters, or leave `--object` out.',
  },
  prune: {
    flag: '--prune',
    description: 'remove entries of the baseline whose finding is gone, and accept nothing',
    only: ['accept'],
    remedy: 'Give `--prune` without `--reason`, `--owner`, `--expires` and `--object`.',
  },
} as const satisfies Record<string, OptionWords>;

/** One line: what people read beside each finding. */
const SENTENCE = v.pipe(
  v.string(),
  v.transform((text) => text.replace(/\s+/g, ' ').trim()),
  v.nonEmpty('is empty'),
);

export const BASELINE_ENTRIES = {
  baseline: v.optional(PATH),
  reason: v.optional(SENTENCE),
  owner: v.optional(SENTENCE),
  expires: v.optional(v.pipe(v.string(), v.check(isDay, 'is no day like 2027-01-31'))),
  object: v.optional(v.array(FILLED), []),
  prune: v.optional(v.boolean(), false),
};

interface Acceptable {
  reason?: string | undefined;
  owner?: string | undefined;
  expires?: string | undefined;
  object: readonly string[];
}

/** Whether something is to be accepted. */
export const accepts = ({ reason, owner, expires, object }: Acceptable): boolean =>
  [reason, owner, expires, object[0]].some((value) => value !== undefined);
