// Migrations whose answer hangs on what a reset does with them, for both resets: real-reset.slow.test.ts holds the
// built-in one against the real CLI, built-in-reset.test.ts has it alone.

import { expect } from '@jest/globals';
import { parseOptions } from '../../src/options/options.ts';
import { run } from '../../src/run.ts';
import { folderOf } from '../project/disk/folder.ts';
import { KEPT } from '../tools/kept-databases.ts';
import type { RealCli } from '../tools/real-cli.ts';
import { stateOf, TYPES } from './shop.ts';

export const file = (number: number): string => `supabase/migrations/2026010${number}000000_m.sql`;

/** A project of these migrations, in sync when they build the table `orders`. */
export const projectOf = (
  migrations: readonly (string | Uint8Array)[],
  files: Record<string, string> = {},
): string =>
  folderOf({
    'supabase/config.toml': 'project_id = "shop"\n',
    'types.ts': TYPES,
    ...Object.fromEntries(migrations.map((sql, index) => [file(index + 1), sql])),
    ...files,
  });

export interface Alone {
  /** What it said when it failed. */
  error?: string;
  tables: string[];
  /** How many migrations the history holds. */
  recorded: number;
}

export const CONFIG = 'supabase/config.toml';

/** A configuration that asks for more than the name of the project. */
export const configured = (more: string): Record<string, string> => ({
  [CONFIG]: `project_id = "shop"\n${more}\n`,
});

export const SILENT = {
  onProgress: () => undefined,
  onCliLine: () => undefined,
  guard: () => undefined,
  embedded: KEPT,
};

export interface Answer {
  status: string;
  failure?: string;
  findings: { rule: string; file?: string; line?: number; message: string }[];
  notRun: string[];
}

/** A check with the CLI, or with the built-in reset when none is named. It leaves the folder as it was. */
export async function answer(
  folder: string,
  cli?: RealCli,
  onCliLine: (line: string) => void = () => undefined,
): Promise<Answer> {
  const before = stateOf(folder);
  const options = {
    project: folder,
    ...(cli && { resetWith: 'supabase-cli', supabaseCli: cli.script }),
  };
  const { report } = await run('check', parseOptions(options), { ...SILENT, onCliLine });
  expect(stateOf(folder)).toBe(before);
  return {
    status: report.status,
    ...(report.failure && { failure: `${report.failure.message} ${report.failure.remedy}` }),
    findings: report.findings.map(({ ruleId, location, message }) => ({
      rule: ruleId,
      ...(location && { file: location.file, line: location.line }),
      message,
    })),
    notRun: report.notRun.map(({ part }) => part),
  };
}

export const ORDERS = 'create table public.orders (id int primary key);';

export const OPEN = (name: string, line: number) => ({
  rule: 'open-transaction',
  file: name,
  line,
  message: `\`${name}\` leaves a transaction open: what it and later files do is rolled back.`,
});

/** Migrations that open a transaction, what the CLI leaves of them, and what is found. */
export const OPENED: [string, string[], Alone, Answer['findings']][] = [
  [
    'begin',
    [`begin;\n${ORDERS}`, 'create table public.later ();'],
    { tables: [], recorded: 0 },
    [OPEN(file(1), 1)],
  ],
  [
    'commit and begin in the middle',
    ['create table public.first ();', `${ORDERS}\ncommit;\nbegin;\ncreate table public.lost ();`],
    { tables: ['first', 'orders'], recorded: 1 },
    [OPEN(file(2), 3)],
  ],
  [
    'commit and chain',
    [`begin;\n${ORDERS}\ncommit and chain;\ncreate table public.lost ();`],
    { tables: ['orders'], recorded: 0 },
    [OPEN(file(1), 3)],
  ],
  [
    'begin that a later file commits',
    ['begin;', `${ORDERS}\ncommit;`],
    { tables: ['orders'], recorded: 2 },
    [],
  ],
  ['rollback at the end', [`${ORDERS}\nrollback;`], { tables: ['orders'], recorded: 1 }, []],
];

export const REMOVES = 'delete from supabase_migrations.schema_migrations;';

/** Migrations that remove rows of the history, and how many are left. */
export const REMOVING: [string, string[], number][] = [
  ['of earlier files', [ORDERS, REMOVES], 1],
  ['of earlier files, before others', [ORDERS, REMOVES, 'select 1;'], 2],
];

export const FAILING = 'begin;\nalter table public.missing add column x int;\ncommit;';

export const SECRET = `do $$ begin
if not exists (select from vault.decrypted_secrets where name = 'my_secret') then raise 'no secret'; end if;
end $$;
${ORDERS}`;
export const LEAK = `do $$ begin
raise 'It is %', (select decrypted_secret from vault.decrypted_secrets where name = 'my_secret');
end $$;`;
export const VAULT = (value: string): Record<string, string> =>
  configured(`[db.vault]\nmy_secret = "${value}"`);

/** With a variable of ours while something runs. */
export async function withVariable<T>(name: string, value: string, use: () => Promise<T>): Promise<T> {
  process.env[name] = value;
  try {
    return await use();
  } finally {
    delete process.env[name];
  }
}

/** Where a secret of the vault comes from. */
export const SECRETS: [string, Record<string, string>][] = [
  ['written in config.toml', VAULT('plain')],
  ['from a .env file', { ...VAULT('env(MY_SECRET)'), 'supabase/.env.local': 'MY_SECRET=from a file\n' }],
];

export const utf16 = Buffer.from(`\uFEFF${ORDERS}\n`, 'utf16le');
/** How a server refuses a NUL byte. */
export const NUL = /insufficient data left in message|invalid message format/;

/** Bytes that no migration may hold, and the line of the first. */
export const UNREADABLE: [string, Buffer, number][] = [
  ['in UTF-16', utf16, 1],
  ['in UTF-16, high byte first', Buffer.from(utf16).swap16(), 1],
  ['in UTF-16 without a mark', utf16.subarray(2), 1],
  ['with a NUL byte in its second statement', Buffer.from(`${ORDERS}\nselect 'a\0b';`), 2],
  ['with a NUL byte at its end', Buffer.from(`${ORDERS}\n\0`), 2],
];

/** Bytes that are odd, and are read. */
export const READABLE: [string, Buffer][] = [
  ['with a byte order mark', Buffer.from(`\uFEFF${ORDERS}`)],
  ['with bytes that are no UTF-8', Buffer.from(`-- caf\xe9\n${ORDERS}`, 'latin1')],
];

export const copy = (megabytes: number): string =>
  `${ORDERS}\ncopy (select repeat('x', 1000000) from generate_series(1, ${megabytes})) to stdout;`;
