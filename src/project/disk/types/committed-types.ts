// Finds the committed types of a project and reads them: the files that the user named, or those that a search finds.

import { realpathSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { isKnownError, type KnownError, UsageError } from '../../../errors.ts';
import { option } from '../../../options/table.ts';
import { shellWord } from '../../../program.ts';
import { PLATFORM_SCHEMAS } from '../../../supabase/schemas.ts';
import { perSurface } from '../../../surface.ts';
import { type LeftOutTypes, leftOutWords } from '../../notices.ts';
import { declaredSchemas } from '../../types-file/generated-shape.ts';
import {
  chooseTypes,
  groupCopies,
  namedList,
  type ReadTypes,
  readTypes,
  type TypesFile,
} from '../../types-file/types-file.ts';
import { isThere, isWithin, kindOf, type Place, readWithin, realPathWithin, shownFrom } from '../boundary.ts';
import { leftOutTypes } from './left-out.ts';
import { searchTypes } from './search.ts';

/** Types files that were read, and what was made of them. */
export interface ChosenTypes {
  read: ReadTypes[];
  chosen: TypesFile[];
  /** Where they were searched for, when they were. */
  searched?: string;
  /** Why there are no types, or not all. */
  unreadable?: KnownError;
  /** Files that look like types and were not taken. */
  leftOut: LeftOutTypes[];
  /** The file to create. */
  creates?: string;
  /** Nothing is compared. */
  isNone?: true;
}

/**
 * What happens where there are no types: `refused`; `allowed`, an audit has the live database; `checked`, the migrations
 * are still replayed, unless types were lost; `created`, when the user names the file.
 */
export type WithoutTypes = 'refused' | 'allowed' | 'checked' | 'created';

/** `--types none`, unless there is a file of that name. */
export const isNone = (types: readonly string[], cwd: string): boolean =>
  types.length === 1 && types[0] === 'none' && !isThere(resolve(cwd, 'none'));

export const NO_TYPES: ChosenTypes = { read: [], chosen: [], leftOut: [], isNone: true };

/** Reads the types files that the user named; each that differs from the others is checked for itself. */
export function namedTypes(
  paths: readonly string[],
  { directory, root }: Place,
  cwd: string,
  without: WithoutTypes,
): ChosenTypes {
  const read = new Map<string, ReadTypes>();
  let unreadable: KnownError | undefined;
  for (const given of paths) {
    const path = [resolve(cwd, given), resolve(directory, given)].find(isThere);
    if (path === undefined) {
      const created = newTypes(given, { directory, root }, cwd);
      if (without !== 'created' || paths.length > 1) throw missing(given);
      return { read: [], chosen: [], leftOut: [], creates: created };
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

const missing = (given: string): UsageError =>
  new UsageError({
    message: `Types file ${given} does not exist.`,
    remedy: perSurface`Correct ${option('types')}, or create the file from the migrations with \`drift-gate fix --types ${shellWord(given)}\`.`,
  });

/** The path of a types file that is to be created: a wrong name must not make a second file. */
function newTypes(given: string, { directory, root }: Place, cwd: string): string {
  const bases = [resolve(cwd, given), resolve(directory, given)];
  const path = bases.find((one) => kindOf(dirname(one), given) === 'folder') ?? resolve(cwd, given);
  const refuse = (message: string, remedy: string): UsageError =>
    new UsageError({
      message: `Types file ${given} does not exist, and ${message}.`,
      remedy: perSurface`Correct ${option('types')}: ${remedy}.`,
    });
  const folder = dirname(path);
  if (!/\.[cm]?ts$/.test(path))
    throw refuse('is no TypeScript file by its name', 'name a file that ends in `.ts`');
  if (kindOf(folder, given) !== 'folder')
    throw refuse('its folder does not exist either', 'name a file in a folder that is there');
  if (!isWithin(realPathWithin(folder, root, given), realpathSync(root)))
    throw refuse('lies outside of the repository', 'name a file in the repository of the project');
  const { read } = searchedTypes({ directory, root }, 'allowed');
  if (read.length > 0)
    throw refuse(
      `the project has generated types in ${namedList(read.map((one) => one.path))}`,
      'name that file, or delete it first to have another one created',
    );
  return shownFrom(directory, path);
}

/** Types of Supabase's own schemas alone (`auth`, for example) are left out beside others: no migration answers for them. */
function ofProject(found: ReadTypes[]): ReadTypes[] {
  const own = found.filter(({ text }) => declaredSchemas(text).some((name) => !PLATFORM_SCHEMAS.has(name)));
  return own.length > 0 ? own : found;
}

/** Searches the project, then, when it has no types, the repository around it. */
export function searchedTypes({ directory, root }: Place, without: WithoutTypes): ChosenTypes {
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
  if (read.length === 0 && without === 'allowed') return { read, chosen: [], leftOut, searched };
  // Types that Git tracks and that are gone are among those left out.
  if (read.length === 0 && without === 'checked' && leftOut.length === 0) return { ...NO_TYPES, searched };
  return { read, chosen: chooseTypes(read, searched, leftOutWords(leftOut)), leftOut, searched };
}
