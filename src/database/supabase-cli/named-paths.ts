// What config.toml names of the project and beside it: each of its texts may be a path, from the project's folder or from
// `supabase/`, as the CLI reads it. Measured with 2.122.1 and 3.1.0.

import { existsSync, realpathSync, statSync } from 'node:fs';
import { isAbsolute, join, parse, relative, resolve, sep } from 'node:path';

export interface NamedPaths {
  /** What of the project is named; of what is not there, the deepest folder on the way. */
  inside: string[];
  /** Files beside the project that relative paths lead to. */
  outside: string[];
  /** Absolute paths into the project, as config.toml has them, and where they lead. */
  absolute: Map<string, string>;
}

/** @param texts what config.toml says, and what it stands for */
export function namedPaths(texts: ReadonlyMap<string, string>, project: string): NamedPaths {
  const all = [...texts];
  const absolute = new Map(
    all.flatMap(([written, text]): [string, string][] => {
      const place = isAbsolute(text) ? placeWithin(project, text) : undefined;
      return place === undefined ? [] : [[written, place]];
    }),
  );
  const bases = [project, join(project, 'supabase')];
  const relatives = all.flatMap(([, text]) =>
    isAbsolute(text) ? [] : bases.map((base) => resolve(base, text)),
  );
  const found = [...absolute.values(), ...relatives.filter((path) => isWithin(path, project))].map(deepest);
  return {
    // A link that leads out of the project is one for the CLI as well.
    inside: [...new Set(found)].filter((path) => isWithin(realpathSync(path), project)),
    outside: [...new Set(relatives)].filter((path) => !isWithin(path, project) && isFile(path)),
    absolute,
  };
}

/** Where in the project an absolute path leads, links on the way to it followed; undefined when it leads elsewhere. */
function placeWithin(project: string, path: string): string | undefined {
  const plain = resolve(path);
  const there = deepest(plain);
  const real = join(realpathSync(there), relative(there, plain));
  return [plain, real].find((one) => isWithin(one, project));
}

/** As far as a path leads to something. */
function deepest(path: string): string {
  const { root } = parse(path);
  let found = root;
  for (const name of path.slice(root.length).split(sep)) {
    const next = join(found, name);
    if (!existsSync(next)) break;
    found = next;
  }
  return found;
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

export function isWithin(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
