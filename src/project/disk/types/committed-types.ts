// Finds the committed types of a project and reads them: the files that the user named, or those that a search finds.

import { resolve } from 'node:path';
import { isKnownError, type KnownError, UsageError } from '../../../errors.ts';
import { option } from '../../../options/table.ts';
import { PLATFORM_SCHEMAS } from '../../../supabase/schemas.ts';
import { perSurface } from '../../../surface.ts';
import { type LeftOutTypes, leftOutWords } from '../../notices.ts';
import { declaredSchemas } from '../../types-file/generated-shape.ts';
import {
  chooseTypes,
  groupCopies,
  type ReadTypes,
  readTypes,
  type TypesFile,
} from '../../types-file/types-file.ts';
import { isThere, type Place, readWithin, realPathWithin, shownFrom } from '../boundary.ts';
import { leftOutTypes } from './left-out.ts';
import { searchTypes } from './search.ts';

/** Types files that were read, and what was made of them. */
interface ChosenTypes {
  read: ReadTypes[];
  chosen: TypesFile[];
  /** Where they were searched for, when they were. */
  searched?: string;
  /** Why there are no types, or not all. */
  unreadable?: KnownError;
  /** Files that look like types and were not taken. */
  leftOut: LeftOutTypes[];
}

/** Reads the types files that the user named; each that differs from the others is checked for itself. */
export function namedTypes(paths: readonly string[], { directory, root }: Place, cwd: string): ChosenTypes {
  const read = new Map<string, ReadTypes>();
  let unreadable: KnownError | undefined;
  for (const given of paths) {
    const path = [resolve(cwd, given), resolve(directory, given)].find(isThere);
    if (path === undefined) {
      throw new UsageError({
        message: `Types file ${given} does not exist.`,
        remedy: perSurface`Correct ${option('types')}, or leave it out to have the file searched for.`,
      });
    }
    const bytes = readWithin(path, root, `Types file ${given}`);
    const place = realPathWithin(path, root, given);
    try {
      read.set(place, readTypes(bytes, shownFrom(directory, path)));
    } catch (error) {
      if (!isKnownError(error)) throw error;
      unreadable ??= error;
    }
  }
  const all = [...read.values()];
  return { read: all, chosen: groupCopies(all), leftOut: [], ...(unreadable && { unreadable }) };
}

/** Types of Supabase's own schemas alone (`auth`, for example) are left out beside others: no migration answers for them. */
function ofProject(found: ReadTypes[]): ReadTypes[] {
  const own = found.filter(({ text }) => declaredSchemas(text).some((name) => !PLATFORM_SCHEMAS.has(name)));
  return own.length > 0 ? own : found;
}

/** Searches the project, then, when it has no types, the repository around it. */
export function searchedTypes({ directory, root }: Place, mayLack: boolean): ChosenTypes {
  const inside = searchTypes(directory, { root, directory });
  const isAlone = inside.types.length > 0 || root === directory;
  const around = isAlone
    ? { types: [], ruined: [], others: new Set<string>() }
    : searchTypes(root, { root, directory });
  const read = ofProject([...inside.types, ...around.types]);
  const leftOut = leftOutTypes({
    directory,
    root,
    isInsideAlone: isAlone && root !== directory,
    taken: new Set(read.map(({ path }) => path)),
    others: new Set([...inside.others, ...around.others]),
  });
  const [ruined] = [...inside.ruined, ...around.ruined];
  if (read.length === 0 && ruined) {
    if (!isKnownError(ruined)) throw ruined;
    return { read, chosen: [], leftOut, unreadable: ruined };
  }
  const searched = root === directory ? 'the project' : 'the project and the repository around it';
  if (read.length === 0 && mayLack) return { read, chosen: [], leftOut, searched };
  return { read, chosen: chooseTypes(read, searched, leftOutWords(leftOut)), leftOut, searched };
}
