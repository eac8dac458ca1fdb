// Whatever reads a text that somebody else wrote, and what is worst for it: a megabyte each. A new reader is a line
// here, and what opens and does not close, or what is tried at each place and fails at the end, its inputs.

import ignore from 'ignore';
import { extensionsNamedIn } from '../../src/database/platform/bundles.ts';
import { versionsAskedIn } from '../../src/database/platform/extension-versions.ts';
import { facetsOfFunction } from '../../src/database/structure/function.ts';
import { cliFailure, refusedMigration } from '../../src/database/supabase-cli/failure.ts';
import { maskingOf } from '../../src/database/supabase-cli/mask.ts';
import { namedPaths } from '../../src/database/supabase-cli/named-paths.ts';
import { schemaOfText } from '../../src/findings/object-id.ts';
import { parseProse, quoteCode } from '../../src/findings/prose.ts';
import { visible, visibleLines } from '../../src/findings/visible.ts';
import { secretsIn } from '../../src/github/secrets.ts';
import { readFound } from '../../src/github/sticky/found.ts';
import { belowFirstLine, readMarker } from '../../src/github/sticky/marker.ts';
import { quotedWords, textualCreations } from '../../src/migrations/bodies.ts';
import { declaredIn } from '../../src/migrations/declared.ts';
import { withPlainLineEndsOutsideStrings } from '../../src/migrations/line-ends.ts';
import { readName } from '../../src/migrations/names.ts';
import { parseMigration } from '../../src/migrations/parse.ts';
import { firstDifference, statementWords } from '../../src/migrations/same-meaning.ts';
import { executionSteps, splitStatements } from '../../src/migrations/split.ts';
import { faultOf, passwordsOf } from '../../src/options/database-url.ts';
import { readLiveUrl } from '../../src/options/live-url.ts';
import { parseBaseline } from '../../src/project/baseline-file.ts';
import { cliVersionOf, LOCKFILES } from '../../src/project/cli-version.ts';
import { withoutCostly } from '../../src/project/disk/types/ignore-patterns.ts';
import { listMigrations, parseConfig } from '../../src/project/project.ts';
import { readLocatedJson } from '../../src/project/text/located-json.ts';
import {
  declaredSchemas,
  exportedFrom,
  holdsParts,
  looksGenerated,
  withoutEscapes,
} from '../../src/project/types-file/generated-shape.ts';
import { stripLogLines } from '../../src/project/types-file/log-lines.ts';
import { readTypes } from '../../src/project/types-file/types-file.ts';
import { unfolded } from '../../src/report/document/sides.ts';
import { unfoldedSql } from '../../src/report/document/sql.ts';
import { auditsOf, withAudit } from '../../src/report/inventory/history.ts';
import { contentOf } from '../../src/report/inventory/markers.ts';
import { codeSpan, escapeHtml, escapeMarkdown, proseToMarkdown } from '../../src/report/markdown/escape.ts';
import { unifiedDiff } from '../../src/report/patch.ts';
import { messageOf } from '../../src/report/sarif/message.ts';
import { wrapped } from '../../src/report/text/terminal.ts';
import { diffTypes } from '../../src/types/diff.ts';
import { editTypes } from '../../src/types/edit/edit.ts';
import { declaresNoDatabase, parseTypes } from '../../src/types/parse.ts';

export const MEGABYTE = 1024 * 1024;

/** A text over and over, up to a megabyte, between what comes before and what behind. */
export const filled = (piece: string, before = '', behind = ''): string =>
  before + piece.repeat(Math.floor(MEGABYTE / piece.length)) + behind;

const AUDIT = { date: '2026-01-01', live: 1, git: 1, types: 1, coverage: 100, drift: 0 };
const CLI = { program: 'supabase', version: '3.1.0', major: 3 };
const PLACE = { folder: 'a/b', asked: ['^3'] };
const source = (sql: string) => ({ file: '1_m.sql', version: '1', name: 'm', sql });

type Reader = (text: string) => unknown;

/** Edits types whose list of labels has a text behind its last label, and lacks a label. */
function fixed(text: string): string {
  const types = (labels: string, list: string): string => `export type Json = string
export type Database = { public: { Tables: { [_ in never]: never }; Views: { [_ in never]: never };
  Functions: { [_ in never]: never }; Enums: { mood: ${labels} }; CompositeTypes: { [_ in never]: never } } }
export const Constants = { public: { Enums: { mood: [${list}] } } } as const
`;
  const committed = types('"sad" | "ok"', `"sad", "ok" ${text}\n`);
  const generated = types('"sad" | "ok" | "glad"', '"sad", "ok", "glad"');
  const [before, after] = [parseTypes(committed, 'types.ts'), parseTypes(generated, 'generated.ts', true)];
  return editTypes(committed, generated, diffTypes(before, after).changes, 'types.ts');
}

/** By name. What a reader refuses, it has read. */
export const READERS: Readonly<Record<string, Reader>> = {
  'search for types': (text) => [
    looksGenerated(text),
    declaredSchemas(text),
    holdsParts(`Tables Views Functions Row Insert Update ${text}`),
    withoutEscapes(text),
    exportedFrom(text),
    declaresNoDatabase(text, 'a.ts'),
  ],
  'types file': (text) => readTypes(Buffer.from(text), 'types.ts'),
  types: (text) => parseTypes(text, 'types.ts'),
  fix: fixed,
  'log lines': stripLogLines,
  'config.toml': (text) => parseConfig(text, 'config.toml'),
  'paths in config.toml': (text) => namedPaths(new Map([[text, text]]), '/tmp'),
  'names of migrations': (text) => listMigrations(text.split('\n')),
  baseline: (text) => parseBaseline(text, 'baseline.json'),
  'located JSON': readLocatedJson,
  ...Object.fromEntries(LOCKFILES.map((name) => [name, (text: string) => cliVersionOf(name, text, PLACE)])),
  'URL of a database': (text) => [faultOf(text), passwordsOf(text)],
  'URL of the live database': (text) => readLiveUrl(text),
  'line of the CLI': maskingOf('postgresql://u:secret@h/d', { MY_TOKEN: 'canary-canary' }),
  'failure of the CLI': (text) => [
    refusedMigration(`Applying migration 1_m.sql...\n${text}`, [source('select 1')], CLI),
    cliFailure('supabase db reset', { code: 1, stderr: text, stdout: '' }, CLI, (line) => line),
  ],
  'extensions named': (text) => [extensionsNamedIn([text]), versionsAskedIn([text])],
  statements: (text) => executionSteps(splitStatements(text), text),
  'words of SQL': statementWords,
  'parsed SQL': parseMigration,
  'declared objects': (text) => declaredIn([source(text)]),
  'applied statements': (text) => firstDifference(text, [text.slice(1)]),
  'names in SQL': (text) => [textualCreations(text), quotedWords(text), readName(text)],
  'line ends': (text) => withPlainLineEndsOutsideStrings(`\r${text}`),
  'definition of a function': facetsOfFunction,
  prose: parseProse,
  'name as code': quoteCode,
  'visible text': (text) => [visible(text), visibleLines(text)],
  'schema of an object': schemaOfText,
  Markdown: (text) => [escapeMarkdown(text), codeSpan(text), proseToMarkdown(text), escapeHtml(text)],
  'SARIF message': (text) => messageOf([text], [{ words: text, id: 1 }]),
  terminal: (text) => wrapped(visible(text), 80),
  'unfolded type': unfolded,
  'unfolded SQL': (text) => unfoldedSql(`create table a (${text}`),
  'parts of an inventory': (text) => contentOf(text, 'drift-gate:inventory'),
  'history of audits': (text) => [auditsOf(text.split('\n')), withAudit(text.split('\n'), AUDIT)],
  'patterns of .gitignore': (text) =>
    ignore({ ignorecase: false })
      .add(withoutCostly(text))
      .test(`${'a/'.repeat(100)}${'a'.repeat(200)}bc`),
  patch: (text) => unifiedDiff('a', text, `${text.slice(0, 99)}\n${text.slice(99)}`),
  'marker of a comment': (text) => [readMarker(text), belowFirstLine(text)],
  'marker of an issue': readFound,
  'inputs of the Action': (text) => secretsIn(JSON.stringify({ database: text, 'live-url': text })),
};

const of = (...pieces: string[]): [label: string, text: () => string][] =>
  pieces.map((piece) => [piece, () => filled(piece)]);
const between = (before: string, piece: string, behind: string): [label: string, text: () => string] => [
  before + piece + behind,
  () => filled(piece, before, behind),
];

/** A megabyte of texts that differ by a number. */
const numbered = (label: string, pieceOf: (n: number) => string): [label: string, text: () => string] => [
  label,
  () => {
    const pieces: string[] = [];
    for (let [n, length] = [1e6, 0]; length < MEGABYTE; n += 1) {
      const piece = pieceOf(n);
      pieces.push(piece);
      length += piece.length;
    }
    return pieces.join('');
  },
];

/** What is worst, by the reader's name. */
export const WORST: Readonly<Record<string, readonly [label: string, text: () => string][]>> = {
  'search for types': [
    between('Tables Row ', '/* ', ''),
    between('Tables Row "', '\\"', ''),
    between('Tables Row `', '\\`', ''),
    between('Tables Row ', 'type X = {', ''),
    between('// `\ntype X = ', '(', ''),
    between('// `\nconst x = ', '[', ''),
    ...of('\\u{', '\\u{0', 'export ', "export * from '", 'export * from "a" '),
    between('\\u{', '0', ''),
  ],
  'types file': [between('{"message":"', '. ', 'x"}'), ...of('.', '\n')],
  types: [
    between('export type Database = ', '/* ', ''),
    between('export type Database = ', '(', ''),
    ...of('"\\', '// ', '{', '`${', 'export ', 'readonly/**/', 'private\n'),
    between('export type Database = ', 'static ', ''),
  ],
  fix: [between('', '/', ''), between('', '// x\n', ''), between('', '/* */', ''), between('', ' ', '')],
  'log lines': of('✨ ', '(node:1', '\u001b[', '\n', 'supabase@'),
  'config.toml': [...of('a = 1\n', '"\\', '[', "'''", '#'), between('a = "', 'env(', '"')],
  'paths in config.toml': [...of('/', '../', 'a/', '/a', './', '/tmp/..'), between('/tmp/', 'a', '')],
  'names of migrations': [
    ...of('1_', '1', '1_a.sql\n'),
    numbered(
      'a version without an underscore, between migrations',
      (n) => `${2 * n}-a.sql\n${2 * n + 1}_a.sql\n`,
    ),
    numbered('a name without a version, behind migrations', (n) => `a${n}.sql\n${n}_a.sql\n`),
    numbered('each kind', (n) => `${2 * n}-a.sql\n${2 * n + 1}_a.sql\n${2 * n}x/a.sql\na${n}.sql\n`),
    numbered('the version of a migration, between migrations', (n) => `${n}_a.sql\n${n}_b.SQL\n`),
  ],
  baseline: [...of('[', '{"a":', '<<<<<<<', '"\\"'), between('{"accepted": "', 'a\\n', '"}')],
  'located JSON': [...of('[', '[],', '"\\"', ' ', '1e', '-'), between('{"a":', '\n', '}')],
  'package-lock.json': of('{"a":', '"\\"'),
  'npm-shrinkwrap.json': of('[', '"a",'),
  'pnpm-lock.yaml': [...of('a:\n', ' ', 'a: ', "'a", '\n'), between('a:', ' ', '\u2028x')],
  'bun.lock': of('"\\"', ',', ', ', ',\n', '"'),
  'yarn.lock': [...of('a:\n', 'a:\n b\n', 'a:', ', ', 'supabase@'), between('a:\n', ' b\n', '')],
  'URL of a database': of('postgresql://:', ':password=', '&password=', ':@'),
  'URL of the live database': [
    between('postgresql://', '[password', ''),
    between('postgresql://u:p@h/d?', 'a&', ''),
  ],
  'line of the CLI': [
    ...of('a', 'a.', 'a://', 'a://a:', 'a://a:a@', '@', "a://a:a@'", '\u001b['),
    between('x://u:', 'p', '@h'),
  ],
  'failure of the CLI': [
    ...of(
      'ERROR: \n',
      'ERROR: \n (SQLSTATE 00000)\n',
      'Applying migration ',
      ' ',
      'Applying migration .',
      '^\n',
    ),
    between('ERROR: ', ' (SQLSTATE 00000)\n', '\nAt statement: 0\n'),
  ],
  'extensions named': of(
    'create extension a ',
    'create extension "',
    'create extension if not exists ',
    'alter extension a update to ',
    'create ',
    'pgp_',
  ),
  statements: of(
    '$a',
    '$a$ ',
    "e'' ",
    "e''\n",
    '/*',
    '--\n',
    '(',
    'begin atomic ',
    'begin ',
    'atomic',
    ';',
    '"',
    'begin atomic;end ',
  ),
  'words of SQL': of('+', '+-', '*+', '$', '/*', ';', '\u00e9', "e'\\"),
  'parsed SQL': of("select '';", '/*', '--\n', "'", '$a'),
  'declared objects': [
    ...of('create table a (b int);', 'alter table a add b int;', 'insert into a values (1);'),
    between('create table a (', 'b int,', 'c int)'),
    between('do $$ begin ', 'create table a (b int);', ' end $$'),
    between('create function a() returns int language sql as $$ ', 'select 1;', ' $$'),
    numbered('a column, of another table each', (n) => `alter table public.m${n} add column x int;`),
    numbered('a column less, of another table each', (n) => `alter table m${n} drop x;`),
    ...of('alter table a add check (b > 1);'),
    numbered(
      'an index, made and dropped by its name',
      (n) => `create index i${n} on a (b);drop index i${n - 1};`,
    ),
    numbered(
      'a function, dropped by its arguments',
      (n) => `create function f(a${n} int) returns int language sql as '';drop function f(int, int${n});`,
    ),
    numbered('a table that is made and dropped', (n) => `create table m${n}();drop table m${n - 1};`),
    between("select set_config('search_path', '", ' ', "', false)"),
    between('set search_path to ', 'a,', 'b'),
  ],
  'patterns of .gitignore': [
    ...of('**/a/', '*a', '*?', '[a-z]*', '?', ' ', '\\', '/', '**/a/**/a/b\n'),
    between('', '**/a/**/a/**/a/**/a/**/a/b\n', ''),
  ],
  patch: of('a', 'a\n', '\n', '\r'),
  'applied statements': of(';', '; ', "''", 'a;'),
  'names in SQL': of(
    'create ',
    'create table ',
    'create temp ',
    'alter table ',
    'alter table a ',
    'rename to ',
    "'a",
    'a.',
    '"',
    'into temp ',
  ),
  'line ends': of("'", '$', '\r', "'\r'", '/*', '"\r'),
  'definition of a function': of(
    ' LANGUAGE ',
    '\n LANGUAGE a\nAS $function$',
    '\nAS ',
    ' SET ',
    'IMMUTABLE ',
  ),
  prose: of('`', '``a`', '`a', '` ', '`\n', 'a`b``c```'),
  'name as code': [...of('`', ' ', ' a'), between(' ', 'a', '')],
  'visible text': of('\n', '\u202e', '\r', '\t', '\u{1f469}\u200d', '1\ufe0f'),
  'schema of an object': of('"', '""', '"a', 'a.'),
  Markdown: [...of('`', ' ', '`a ', '@', '#1', '1.', ':a', '\\'), between('', ' ', 'x')],
  'SARIF message': of('\\', '](', '`', '{', ' ', '@ '),
  terminal: of('`', 'a ', ' ', '`a', '\u00e9'),
  'unfolded type': [...of('"', '"\\"', '(', '{', '; ', ',', '"a'), between('{ ', ' ', '}')],
  'unfolded SQL': of('"', "'", '(', ',', '\\"', '"a', "e'"),
  'parts of an inventory': [
    ...of('<!-- drift-gate:inventory -->\n', '<!-- ', '<!--', '<!-- drift-gate:inventory ', '\n', ' '),
    between('<!--', ' ', 'x'),
    between('<!-- drift-gate:inventory', ' ', 'x'),
  ],
  'history of audits': of('- 2026-01-01: ', '```mermaid\n', '`', '\n', ' '),
  'marker of a comment': [
    ...of('<!-- '),
    between('<!-- supabase-drift-gate', ' a=b', ' --'),
    between('<!-- supabase-drift-gate a=', 'b', ''),
  ],
  'marker of an issue': [
    between('<!-- found of=1 not-run=a', ' 0123456789abcdef=a', ''),
    between('<!-- found of=1 not-run=', 'a', ''),
  ],
  'inputs of the Action': of('password=', "password='", ' password ', 'a://', '@', '/'),
};

/** What is tried on all of them while one looks for what is worst. */
export const PIECES = [
  'a',
  ' ',
  '\t',
  '\n',
  '\r',
  '\r\n',
  '"',
  "'",
  '`',
  '\\',
  '\\"',
  '"\\',
  '"\\"',
  "'\\'",
  '`\\`',
  '/',
  '/* ',
  '/*',
  '//',
  '//\n',
  '*/',
  '(',
  '[',
  '{',
  '{"a":',
  '[1,',
  '<!-- ',
  '-->',
  '<!-- drift-gate:',
  '<!-- drift-gate:inventory -->\n',
  '$',
  '$a',
  '$a$',
  "e'",
  "e''\n",
  '--\n',
  '-- ',
  ';',
  ';\n',
  '+',
  '-',
  '=',
  '::',
  ':',
  '.',
  ',',
  ', ',
  'a.',
  'a b ',
  'a\n',
  '@',
  '://',
  'a://',
  'a://a:',
  'a://a:a@',
  '_',
  '*',
  '|',
  ' | ',
  '#',
  '<',
  '>',
  '![',
  '](',
  'begin ',
  'begin atomic ',
  'end ',
  'create ',
  'create table ',
  'create extension a ',
  'alter table ',
  'type X = {',
  'Tables: { Row: {',
  'password=',
  'ERROR: \n',
  ' (SQLSTATE 00000)\n',
  'At statement: 0\n',
  'Applying migration ',
  ' LANGUAGE a',
  'Database["a"]',
  'Database["',
  'supabase@',
  ' a=b',
  '- 2026-01-01: ',
  '``',
  '` ``',
  '`a',
  'é',
  '\u{1f600}',
  '\u2028',
  '\ud800',
  '\0',
  '%',
  'a=',
  'a = ',
  '[a]\n',
  'a.a',
  '""',
  "''",
  '"a',
  '"a" ',
  'E\0',
];
