// Types that a search does not find, though Git tracks them. A file that fits could be laid beside the real one, and the
// real one hidden: so whoever names no types is told of each that looks generated and was not compared, and why.

import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { looksGenerated } from '../config/generated-shape.ts';
import type { LeftOutTypes } from '../config/project-notices.ts';
import { readTypes } from '../config/types-file.ts';
import { isKnownError } from '../errors.ts';
import { byText } from '../match.ts';
import { ancestorsOf, isWithin, shownFrom } from './boundary.ts';
import {
  isIgnoredFile,
  isNoSource,
  isOtherProject,
  isWorthReading,
  LARGEST_FILE,
  NAMED_LIKE_TYPES,
  TYPESCRIPT,
} from './search.ts';
import { trackedFiles } from './tracked.ts';

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

/**
 * The tracked files that look generated and are none of those that were taken, by path relative to the project. None where
 * Git can't tell what it tracks.
 */
export function leftOutTypes(searched: Searched): LeftOutTypes[] {
  const { directory, root, taken, others } = searched;
  return [...new Set(trackedFiles(root))]
    .filter((path) => TYPESCRIPT.test(path))
    .map((path) => join(root, path))
    .filter((file) => !others.has(file))
    .flatMap((file): LeftOutTypes[] => {
      const path = shownFrom(directory, file);
      const why = taken.has(path) ? undefined : whyLeftOut(file, searched);
      return why === undefined ? [] : [{ path, why }];
    })
    .sort((a, b) => byText(a.path, b.path));
}

function whyLeftOut(file: string, searched: Searched): string | undefined {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LARGEST_FILE) return looksLarge(file, size) ? 'it is larger than 8 MiB' : undefined;
  const shape = shapeOf(file);
  return shape === 'other' ? undefined : (whyUnsearched(file, searched) ?? WHY[shape]);
}

/** Why a file that was looked at was not taken. */
const WHY = {
  generated: "it holds schemas of Supabase's own alone",
  composed: 'its `Database` is not written as one object type',
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
  return isInsideAlone && !isWithin(file, directory)
    ? 'it lies outside of the project, which has types of its own'
    : undefined;
}

function looksLarge(file: string, size: number): boolean {
  if (size > LARGEST_READ) return NAMED_LIKE_TYPES.test(basename(file));
  const bytes = bytesOf(file);
  return isWorthReading(bytes) && bytes.includes('Database');
}

/** All that a generator writes of a schema, in whatever it is put. */
const PARTS = ['Tables', 'Views', 'Functions', 'Row', 'Insert', 'Update'].map(
  (name) => new RegExp(String.raw`\b${name}["']?\s*:`),
);

/** At the start of a line: a script that writes types has it inside of a text. */
const DECLARATION = /^[ \t]*(export[ \t]+)?(declare[ \t]+)?(type|interface)[ \t]+Database\b/m;

function shapeOf(file: string): keyof typeof WHY | 'other' {
  const bytes = bytesOf(file);
  const path = shownFrom(dirname(file), file);
  if (bytes.length === 0) return NAMED_LIKE_TYPES.test(path) ? 'ruined' : 'other';
  if (!isWorthReading(bytes)) return 'other';
  try {
    const { text } = readTypes(bytes, path);
    if (looksGenerated(text)) return 'generated';
    return DECLARATION.test(text) && PARTS.every((part) => part.test(text)) ? 'composed' : 'other';
  } catch (error) {
    if (!isKnownError(error)) throw error;
    return 'ruined';
  }
}

/** Nothing of what can't be read, or is gone. */
function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
}
