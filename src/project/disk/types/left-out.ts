// Types that a search does not find, though Git tracks them. A file that fits could be laid beside the real one, and the
// real one hidden: so whoever names no types is told of each that looks generated and was not compared, and why.

import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { isKnownError } from '../../../errors.ts';
import { byText } from '../../../match.ts';
import type { LeftOutTypes } from '../../notices.ts';
import { decodeText } from '../../text/decode.ts';
import {
  exportedFrom,
  holdsParts,
  looksGenerated,
  mentionsParts,
  withoutEscapes,
} from '../../types-file/generated-shape.ts';
import { readTypes } from '../../types-file/types-file.ts';
import { ancestorsOf, isWithin, shownFrom } from '../boundary.ts';
import { trackedFiles } from '../git/tracked.ts';
import {
  hasEscapes,
  isIgnoredFile,
  isNoSource,
  isOtherProject,
  isWorthReading,
  LARGEST_FILE,
  NAMED_LIKE_TYPES,
  TYPESCRIPT,
} from './search.ts';

/** A larger one is judged by its name. */
const LARGEST_READ = 64 * 1024 * 1024;

interface Searched {
  directory: string;
  root: string;
  /** The project has types, so that the repository around it was not searched. */
  isInsideAlone: boolean;
  /** Paths relative to the project. */
  taken: ReadonlySet<string>;
  /** Absolute paths of files that were read and have nothing of types. */
  others: ReadonlySet<string>;
}

/** The endings that TypeScript reads: a search takes those of `TYPESCRIPT` alone. */
const ANY_TYPESCRIPT = /\.[mc]?tsx?$/i;

/**
 * The tracked files that look generated and are none of those that were taken, by path relative to the project. None where
 * Git can't tell what it tracks.
 */
export function leftOutTypes(searched: Searched): LeftOutTypes[] {
  const { directory, root, taken, others } = searched;
  const files = [...new Set(trackedFiles(root))]
    .filter((path) => ANY_TYPESCRIPT.test(path))
    .map((path) => join(root, path));
  const known = new Set(files);
  const modules = new Set([...files, ...[...taken].map((path) => join(directory, path))].map(moduleOf));
  return files
    .filter((file) => !others.has(file))
    .flatMap((file): LeftOutTypes[] => {
      const path = shownFrom(directory, file);
      const why = taken.has(path) ? undefined : whyLeftOut(file, searched, { tracked: known, modules });
      return why === undefined ? [] : [{ path, why }];
    })
    .sort((a, b) => byText(a.path, b.path));
}

/** A file as an import may name it. */
const moduleOf = (file: string): string => file.replace(/(\.d)?\.[mc]?[jt]sx?$/i, '').replace(/\/index$/, '');

interface Known {
  /** Absolute paths. */
  tracked: ReadonlySet<string>;
  /** What of the repository an import may name. */
  modules: ReadonlySet<string>;
}

function whyLeftOut(file: string, searched: Searched, { tracked, modules }: Known): string | undefined {
  const target = targetOf(file);
  if (target !== undefined && !isWithin(target, searched.root))
    return NAMED_LIKE_TYPES.test(basename(file))
      ? 'it is a symbolic link that leads out of the repository'
      : undefined;
  // What it leads to is taken, or named for itself.
  if (
    target !== undefined &&
    (tracked.has(target) || searched.taken.has(shownFrom(searched.directory, target)))
  )
    return undefined;
  const entry = statSync(file, { throwIfNoEntry: false });
  // Reading a pipe would never end.
  if (entry !== undefined && !entry.isFile()) return undefined;
  const size = entry?.size ?? 0;
  if (size > LARGEST_FILE) return looksLarge(file, size) ? 'it is larger than 8 MiB' : undefined;
  const shape = shapeOf(file);
  if (shape === 'other') return whySourceIsUnknown(file, modules);
  if (target !== undefined) return 'it is a symbolic link, which is not searched';
  return whyUnsearched(file, searched) ?? WHY[shape];
}

/** Why a file that is named like types and passes on those of another file has none that can be looked at. */
function whySourceIsUnknown(file: string, modules: ReadonlySet<string>): string | undefined {
  if (!NAMED_LIKE_TYPES.test(basename(file))) return undefined;
  const source = exportedFrom(bytesOf(file).toString()).find(
    (path) => path.startsWith('.') && !modules.has(moduleOf(resolve(dirname(file), path))),
  );
  return source === undefined ? undefined : `it takes its types from ${source}, which Git does not track`;
}

/** Where a symbolic link leads; undefined for what is none, or leads nowhere. */
function targetOf(file: string): string | undefined {
  if (!lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()) return undefined;
  try {
    return realpathSync(file);
  } catch {
    return undefined;
  }
}

/** Why a file that was looked at was not taken. */
const WHY = {
  generated: "it holds schemas of Supabase's own alone",
  escaped: 'it writes names with escapes such as \\u0041',
  composed: 'its schemas are not written in one object type at the top level',
  ruined: 'it holds no types any more',
} as const;

/** Why a search does not reach a file. */
function whyUnsearched(file: string, { directory, root, isInsideAlone }: Searched): string | undefined {
  const folders = ancestorsOf(file).filter((folder) => isWithin(folder, root) && folder !== root);
  const noSource = folders.findLast((folder) => isNoSource(basename(folder)) && !isWithin(directory, folder));
  if (noSource !== undefined) return `it lies in ${shownFrom(root, noSource)}/, which is not searched`;
  const other = folders.find((folder) => isOtherProject(folder, directory));
  if (other !== undefined)
    return `it lies in ${shownFrom(root, other)}/, which is another project: it has supabase/migrations`;
  if (isIgnoredFile(file, root)) return 'a .gitignore names it';
  if (!TYPESCRIPT.test(file)) return `a search does not read files that end in ${extname(file)}`;
  return isInsideAlone && !isWithin(file, directory)
    ? 'it lies outside of the project, which has types of its own'
    : undefined;
}

function looksLarge(file: string, size: number): boolean {
  if (size > LARGEST_READ) return NAMED_LIKE_TYPES.test(basename(file));
  const bytes = bytesOf(file);
  if (!isWorthReading(bytes)) return false;
  try {
    return mentionsParts(decodeText(bytes, file));
  } catch (error) {
    if (!isKnownError(error)) throw error;
    return NAMED_LIKE_TYPES.test(basename(file));
  }
}

function shapeOf(file: string): keyof typeof WHY | 'other' {
  const bytes = bytesOf(file);
  const path = shownFrom(dirname(file), file);
  if (bytes.length === 0) return NAMED_LIKE_TYPES.test(path) ? 'ruined' : 'other';
  if (!isWorthReading(bytes)) return hasEscapes(bytes) && isHidden(bytes.toString()) ? 'escaped' : 'other';
  try {
    const { text } = readTypes(bytes, path);
    if (looksGenerated(text)) return 'generated';
    return holdsParts(text) ? 'composed' : isHidden(text) ? 'escaped' : 'other';
  } catch (error) {
    if (!isKnownError(error)) throw error;
    return 'ruined';
  }
}

/** Whether a text holds types once escapes are read. */
function isHidden(text: string): boolean {
  const plain = withoutEscapes(text);
  return plain !== text && (looksGenerated(plain) || holdsParts(plain));
}

/** Nothing of what can't be read, or is gone. */
function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
