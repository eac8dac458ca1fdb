// The commit that a checkout stands at.

import { resolve } from 'node:path';
import { enclosingRoot } from '../boundary.ts';
import { gitFolders, readGit } from './folders.ts';

const ABBREVIATED = 7;

/** The abbreviated commit of the repository around a folder; undefined where there is none, or it can't be told. */
export function commitOf(directory: string): string | undefined {
  const found = gitFolders(enclosingRoot(resolve(directory)));
  if (found === undefined) return undefined;
  const { git, common } = found;
  const head = readGit(git, 'HEAD').toString().trim();
  const ref = /^ref: (refs\/\S+)$/.exec(head)?.[1];
  const id = ref === undefined ? head : readGit(common, ref).toString().trim() || packed(common, ref);
  return /^[0-9a-f]{40,64}$/.test(id) ? id.slice(0, ABBREVIATED) : undefined;
}

function packed(common: string, ref: string): string {
  const lines = readGit(common, 'packed-refs').toString().split('\n');
  return lines.find((line) => line.endsWith(` ${ref}`))?.split(' ', 1)[0] ?? '';
}
