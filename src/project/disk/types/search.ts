// Looks through a folder for generated types: TypeScript files that .gitignore does not name, told by a cheap
// textual test. Synchronous, since the shadow database cannot start before it is done and that is the faster way.

import { type Dirent, existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import ignore, { type Ignore } from 'ignore';
import { isKnownError } from '../../../errors.ts';
import { byText } from '../../../match.ts';
import { looksGenerated } from '../../types-file/generated-shape.ts';
import { type ReadTypes, readTypes } from '../../types-file/types-file.ts';
import { ancestorsOf, isWithin, shownFrom } from '../boundary.ts';
import { codeOf, fileFailure } from '../failure.ts';
import { withoutCostly } from './ignore-patterns.ts';

export interface Found {
  types: ReadTypes[];
  /** Why files that look as if they held types once do not hold any; worth telling when nothing else is found. */
  ruined: Error[];
  /** Absolute paths of files that were read and have nothing of types, nor of a way to hide them. */
  others: Set<string>;
}

export const LARGEST_FILE = 8 * 1024 * 1024;
export const TYPESCRIPT = /\.[mc]?ts$/;
export const NAMED_LIKE_TYPES = /(database|supabase|schema).*types|types.*(gen|database|supabase)/i;
const NOT_SOURCE: ReadonlySet<string> = new Set([
  'node_modules',
  'dist',
  'build',
  'out',
  'coverage',
  'target',
  'vendor',
]);

/** The rules of one .gitignore, which hold below its folder. */
interface Rules {
  folder: string;
  matcher: Ignore;
}

/**
 * Searches `start`, the project's folder or the repository around it, whose top is `root`. Paths come out
 * relative to `directory`, the project's folder, sorted. Other Supabase projects keep their types to themselves,
 * and a search from above leaves the project's own folder out.
 */
export function searchTypes(start: string, { root, directory }: { root: string; directory: string }): Found {
  const isLeftOut = (folder: string): boolean => folder === directory || isOtherProject(folder, directory);
  const found: Found = { types: [], ruined: [], others: new Set() };
  for (const file of typeScriptFiles(start, rulesAbove(start, root), isLeftOut)) {
    try {
      const types = generatedTypes(file, shownFrom(directory, file), found);
      if (types) found.types.push(types);
    } catch (error) {
      if (!isKnownError(error)) throw error;
      found.ruined.push(error);
    }
  }
  return found;
}

function generatedTypes(file: string, path: string, { others }: Found): ReadTypes | undefined {
  const bytes = bytesOf(file, path);
  if (bytes === undefined) return undefined;
  const mayHoldTypes = bytes.length === 0 ? NAMED_LIKE_TYPES.test(path) : isWorthReading(bytes);
  if (!mayHoldTypes && !hasEscapes(bytes) && !NAMED_LIKE_TYPES.test(path)) others.add(file);
  if (!mayHoldTypes) return undefined;
  const types = readTypes(bytes, path);
  return looksGenerated(types.text) ? types : undefined;
}

/** The bytes of a file that is not too large to be written by a generator. */
function bytesOf(file: string, path: string): Buffer | undefined {
  try {
    return statSync(file).size > LARGEST_FILE ? undefined : readFileSync(file);
  } catch (cause) {
    throw fileFailure('read', path, cause);
  }
}

/** Whether the bytes have the words of types, begin as JSON does, or as UTF-16 does. */
export const isWorthReading = (bytes: Buffer): boolean =>
  (bytes.includes('Tables') && bytes.includes('Row')) ||
  bytes[0] === 0x7b ||
  (bytes[0] === 0xff && bytes[1] === 0xfe) ||
  (bytes[0] === 0xfe && bytes[1] === 0xff);

/** Whether TypeScript may read other words in the bytes than they show. */
export const hasEscapes = (bytes: Buffer): boolean => bytes.includes('\\u') || bytes.includes('\\x');

function* typeScriptFiles(
  folder: string,
  above: readonly Rules[],
  isLeftOut: (folder: string) => boolean,
): Generator<string> {
  const rules = [...above, ...rulesOf(folder)];
  for (const entry of entriesOf(folder)) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const skipped = isNoSource(entry.name) || isLeftOut(path);
      if (!skipped && !isIgnored(rules, `${path}/`)) yield* typeScriptFiles(path, rules, isLeftOut);
    } else if (entry.isFile() && TYPESCRIPT.test(entry.name) && !isIgnored(rules, path)) yield path;
  }
}

/** Whether a folder of this name holds no code that people write. */
export const isNoSource = (name: string): boolean => name.startsWith('.') || NOT_SOURCE.has(name);

/** The entries of a folder by name; none when it may not be read, as a database's own files in a checkout. */
export function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => byText(a.name, b.name));
  } catch (cause) {
    if (codeOf(cause) === undefined) throw cause;
    return [];
  }
}

export const isOtherProject = (folder: string, directory: string): boolean =>
  !isWithin(directory, folder) && existsSync(join(folder, 'supabase', 'migrations'));

function rulesOf(folder: string): Rules[] {
  try {
    const patterns = readFileSync(join(folder, '.gitignore'), 'utf8');
    return [{ folder, matcher: ignore({ ignorecase: false }).add(withoutCostly(patterns)) }];
  } catch (cause) {
    if (codeOf(cause) === undefined) throw cause;
    return [];
  }
}

/** Whether a .gitignore between the root and a file names it, or a folder on the way. */
export function isIgnoredFile(file: string, root: string): boolean {
  const folders = ancestorsOf(file)
    .filter((folder) => isWithin(folder, root))
    .reverse();
  const rules = folders.flatMap(rulesOf);
  return [...folders.slice(1).map((folder) => `${folder}/`), file].some((path) =>
    isIgnored(
      rules.filter(({ folder }) => path.startsWith(`${folder}/`) && path !== `${folder}/`),
      path,
    ),
  );
}

/** The rules of the folders from the repository's root down to `start`, unless they ignore `start` itself. */
function rulesAbove(start: string, root: string): Rules[] {
  const folders = ancestorsOf(start).filter((folder) => isWithin(folder, root));
  const rules = folders.reverse().flatMap(rulesOf);
  return isIgnored(rules, `${start}/`) ? [] : rules;
}

/** The innermost .gitignore that has something to say decides, as in Git. */
function isIgnored(rules: readonly Rules[], path: string): boolean {
  for (const { folder, matcher } of rules.toReversed()) {
    const { ignored, unignored } = matcher.test(path.slice(folder.length + 1));
    if (ignored || unignored) return ignored;
  }
  return false;
}
