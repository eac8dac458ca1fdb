// The options about the live database: where it is, how it is reached, and what an audit of it writes.

import * as v from 'valibot';
import { FILLED, type OptionWords, PATH } from './option-values.ts';

export const AUDIT_OPTIONS = {
  live: {
    flag: '--live <url>',
    description:
      'the postgresql:// URL of the live database, which is only read (default of audit: the variable SUPABASE_DB_URL)',
    only: ['audit', 'accept'],
    remedy: 'Give the connection string of the session pooler, percent-encoded, best as SUPABASE_DB_URL.',
  },
  liveCa: {
    flag: '--live-ca <file>',
    description: "certificate that the live database's must be signed with, Supabase's or another",
    only: ['audit', 'accept'],
    remedy:
      'Give the file that the dashboard offers under Database, Settings, SSL configuration, or leave `--live-ca` out.',
  },
  liveTimeout: {
    flag: '--live-timeout <seconds>',
    description: 'how long one statement may take in the live database',
    fallback: '60',
    only: ['audit', 'accept'],
    remedy: 'Give whole seconds from 1 to 3600, or leave `--live-timeout` out.',
  },
  allowWritableRole: {
    flag: '--allow-writable-role',
    description: 'audit with a role that could write; the session is read-only all the same',
    only: ['audit', 'accept'],
    remedy: 'Give `--allow-writable-role` alone, or leave it out.',
  },
  environment: {
    flag: '--environment <name>',
    description: 'what reports call the live database, production say',
    only: ['audit', 'accept'],
    remedy: 'Give a short name of letters, digits, spaces and `. _ / -`, or leave `--environment` out.',
  },
  inventory: {
    flag: '--inventory <file>',
    description:
      'Markdown file to keep the inventory and the audit history in, docs/database/inventory.md say',
    only: ['audit'],
    remedy: 'Give the path of a Markdown file, or leave `--inventory` out.',
  },
} as const satisfies Record<string, OptionWords>;

const WHOLE_SECONDS = v.pipe(
  v.string(),
  v.regex(/^[1-9]\d{0,3}$/, 'is no number of seconds'),
  v.transform(Number),
  v.maxValue(3600, 'is more than an hour'),
);

export const AUDIT_ENTRIES = {
  live: v.optional(FILLED),
  liveCa: v.optional(PATH),
  liveTimeout: v.optional(WHOLE_SECONDS, '60'),
  allowWritableRole: v.optional(v.boolean(), false),
  environment: v.optional(
    v.pipe(
      v.string(),
      // Some letters have no look of their own.
      v.regex(
        /^(?!.*\p{Default_Ignorable_Code_Point})[\p{L}\p{N}][\p{L}\p{N} ._/-]{0,49}$/u,
        'is no short name',
      ),
    ),
  ),
  inventory: v.optional(
    v.pipe(
      PATH,
      v.check((path) => /\.(md|markdown)$/i.test(path), 'names no Markdown file'),
    ),
  ),
};
