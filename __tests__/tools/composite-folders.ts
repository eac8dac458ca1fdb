// Folders that a job of a test needs: actions of their own, checkouts, and paths with nothing but what is put there.
// Each name holds a space.

import { chmodSync, cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ROOT } from '../cli/run.ts';
import { newFolder } from './folders.ts';

/** A checkout that holds these files; those of a project of ours when it is named. */
export function checkout(files: Record<string, string>, project?: string): string {
  const folder = join(newFolder('a checkout '), 'my repository');
  mkdirSync(folder);
  if (project !== undefined) cpSync(join(ROOT, '__tests__/projects', project), folder, { recursive: true });
  fill(folder, files);
  return folder;
}

/** An action that is made of these files. */
export function actionOf(files: Record<string, string>): string {
  const folder = newFolder('an action ');
  fill(folder, files);
  return folder;
}

function fill(folder: string, files: Record<string, string>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** A folder for the path: programs by name, each a script of sh, or the file that it links to. */
export function programs(scripts: Record<string, string | { link: string }>): string {
  const folder = newFolder('some programs ');
  for (const [name, script] of Object.entries(scripts)) {
    const file = join(folder, name);
    if (typeof script !== 'string') symlinkSync(script.link, file);
    else {
      writeFileSync(file, `#!/bin/sh\n${script}\n`);
      chmodSync(file, 0o755);
    }
  }
  return folder;
}

/** The Node that runs the tests. */
export const NODE = { node: { link: process.execPath } };
