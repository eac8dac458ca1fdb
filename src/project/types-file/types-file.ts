// What can be said of a types file before it is parsed: whether it is text at all or an error message that a
// redirect caught (equivalence A5), and which of several files is meant.

import { UsageError } from '../../errors.ts';
import { byText, groupBy } from '../../match.ts';
import { option } from '../../options/table.ts';
import { perSurface } from '../../surface.ts';
import { decodeText } from '../text/decode.ts';
import { stripLogLines } from './log-lines.ts';

/** A committed types file, read and freed of log lines. */
export interface TypesFile {
  /** Relative to the project's folder; `../` when it lies outside of it. */
  path: string;
  text: string;
  /** The line of the file that `text` begins at, when log lines stand before it. */
  firstLine?: number;
  /** Other files with the same text, line ends apart. */
  copies: string[];
}

export interface TypesCandidate {
  path: string;
  text: string;
  firstLine?: number;
}

/** One file as it was read: without log lines, and the numbers of those. */
export interface ReadTypes extends TypesCandidate {
  stripped: number[];
}

const GENERATE_TYPES = '`supabase gen types --local > FILE`';

/** Makes types of a file's bytes. Throws UsageError when they are no text, nothing, or an error message. */
export function readTypes(bytes: Uint8Array, path: string): ReadTypes {
  const whole = decodeText(bytes, path);
  const { text, firstLine, stripped } = stripLogLines(whole);
  refuseEmpty(text, whole, path);
  refuseErrorMessage(text, path);
  return { path, text, ...(firstLine !== undefined && { firstLine }), stripped };
}

/** Throws UsageError when the whole text is a JSON error message that stands where types should (A5.5). */
function refuseErrorMessage(text: string, path: string): void {
  const trimmed = text.trim();
  if (!trimmed.startsWith('{')) return;
  const said = jsonMessage(trimmed);
  if (said === undefined && !trimmed.startsWith('{"_tag"')) return;
  throw new UsageError({
    message: `${path} holds an error message of the Supabase CLI in place of types: ${said ?? 'it is cut off'}.`,
    remedy: `Restore the file from Git, or write it again with ${GENERATE_TYPES}, adding \`--agent no\`.`,
  });
}

/** Throws UsageError when nothing is left that could be types. `whole` is the text before log lines were taken off. */
function refuseEmpty(text: string, whole: string, path: string): void {
  if (text.trim() !== '') return;
  const what = whole.trim() === '' ? 'is empty' : 'holds only log lines of the Supabase CLI';
  throw new UsageError({
    message: `Types file ${path} ${what}.`,
    remedy: `Restore the file from Git, or write it again with ${GENERATE_TYPES}.`,
  });
}

/** What two copies of a file have in common: line ends and white space around the text say nothing. */
export const linesOf = (text: string): string => text.replaceAll('\r\n', '\n').trim();

/** Groups files with the same text, line ends apart; the first by name stands for its group. */
export function groupCopies(candidates: readonly TypesCandidate[]): TypesFile[] {
  const sorted = [...candidates].sort((a, b) => byText(a.path, b.path));
  const groups = groupBy(sorted, ({ text }) => linesOf(text));
  return [...groups.values()].flatMap(([first, ...others]) =>
    first === undefined ? [] : [{ ...placed(first), copies: others.map(({ path }) => path) }],
  );
}

const placed = ({ path, text, firstLine }: TypesCandidate): TypesCandidate => ({
  path,
  text,
  ...(firstLine !== undefined && { firstLine }),
});

/**
 * The generated types that a search found, grouped. Throws UsageError when there are none.
 * @param leftOut files that look like them, in words
 */
export function chooseTypes(
  candidates: readonly TypesCandidate[],
  searched: string,
  leftOut = '',
): TypesFile[] {
  const groups = groupCopies(candidates);
  if (groups.length === 0) throw noTypesFound(searched, leftOut);
  return groups;
}

export const noTypesFound = (searched: string, leftOut = ''): UsageError =>
  new UsageError({
    message: `No generated types were found in ${searched}: no TypeScript file, apart from those that .gitignore names, declares a \`Database\` with \`Tables\` and \`Row\`.${leftOut === '' ? '' : ` Left out: ${leftOut}.`}`,
    remedy: perSurface`Name the file with ${option('types', 'FILE')}, or create it from the migrations with \`drift-gate fix --types src/database.types.ts\` and commit it${{ 'command-line': '', action: '; `types: none` checks only that the migrations replay' }}.`,
  });

/** The paths of types files, those of their copies among them. */
export const pathsOf = (files: readonly TypesFile[]): string[] =>
  files.flatMap(({ path, copies }) => [path, ...copies]);

/** The question which of several files is meant. `inSync` are those that the answer would be green for. */
export function whichTypes(files: readonly TypesFile[], inSync: readonly TypesFile[]): UsageError {
  const known = inSync.length === 0 ? '' : `; in sync with the migrations: ${namedList(pathsOf(inSync))}`;
  return new UsageError({
    message: `Generated types were found in ${pathsOf(files).length} files that differ: ${namedList(pathsOf(files))}${known}.`,
    remedy: perSurface`Name the one to check with ${option('types', 'FILE')}, or delete the others.`,
  });
}

/** Names up to ten files of a list. */
export const namedList = (names: readonly string[]): string =>
  names.length <= 10 ? names.join(', ') : `${names.slice(0, 10).join(', ')} and ${names.length - 10} more`;

function jsonMessage(text: string): string | undefined {
  const value = parsedJson(text);
  const error = member(value, 'error');
  const said = [member(error, 'message'), member(value, 'message'), member(error, 'code'), error];
  return said.find((candidate) => typeof candidate === 'string')?.replace(/(?<![\s.])[\s.]+$/, '');
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const member = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null
    ? new Map<string, unknown>(Object.entries(value)).get(key)
    : undefined;
