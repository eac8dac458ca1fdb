// Whether a project's files are where their names say. GitHub lists a change under the name that a link leads to.

import { existsSync, realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Project } from '../project.ts';
import { pathsOf } from '../types-file/types-file.ts';

/** Whether a link is on the way to a folder from here. */
export const isReachedByLink = (folder: string): boolean =>
  existsSync(folder) && realpathSync(folder) !== resolve(realpathSync('.'), folder);

/** Whether one of the files that a comparison reads is reached by a symbolic link. */
export function hasLinks({ directory, migrations, typesFiles, baseline }: Project): boolean {
  const real = realpathSync(directory);
  const names = [
    'supabase/config.toml',
    'supabase/roles.sql',
    'supabase/migrations',
    ...migrations.map(({ file }) => `supabase/migrations/${file}`),
    ...pathsOf(typesFiles),
    baseline.path,
  ];
  return names
    .map((name) => join(real, name))
    .some((path) => existsSync(path) && realpathSync(path) !== path);
}
