// The commit that a checkout stands at, read from the files of Git: no program is needed, and none is run.

import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { enclosingRoot } from './boundary.ts';

const ABBREVIATED = 7;

/** The abbreviated commit of the repository around a folder; undefined where there is none, or it can't be told. */
export function commitOf(directory: string): string | undefined {
  const root = enclosingRoot(resolve(directory));
  // Of a linked work tree, `.git` is a file that names its folder, whose references are those of the main one.
  const link = /^gitdir: (.+)$/m.exec(read(join(root, '.git')))?.[1];
  const git = link === undefined ? join(root, '.git') : resolve(root, link);
  const common = resolve(git, read(join(git, 'commondir')).trim() || '.');
  const head = read(join(git, 'HEAD')).trim();
  const ref = /^ref: (\S+)$/.exec(head)?.[1];
  const id = ref === undefined ? head : read(join(common, ref)).trim() || packed(common, ref);
  return /^[0-9a-f]{40,64}$/.test(id) ? id.slice(0, ABBREVIATED) : undefined;
}

function packed(common: string, ref: string): string {
  const lines = read(join(common, 'packed-refs')).split('\n');
  return lines.find((line) => line.endsWith(` ${ref}`))?.split(' ', 1)[0] ?? '';
}

/** A file's text; empty when it can't be read, a folder say. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
