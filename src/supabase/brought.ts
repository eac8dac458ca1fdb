// What an extension brings, by the names that any of its versions has. Loaded when somebody asks: the list is long.

import { EXTENSION_NAMES } from './extension-names.ts';
import { SUPABASE_EXTENSIONS } from './extensions.ts';

interface Brought {
  functions: ReadonlySet<string>;
  /** Types and relations. */
  objects: ReadonlySet<string>;
}

const words = (text: string): ReadonlySet<string> => new Set(text.split(' ').filter((word) => word !== ''));

const BROUGHT: ReadonlyMap<string, Brought> = new Map(
  EXTENSION_NAMES.trim()
    .split('\n')
    .map((line) => {
      const [extension = '', names = ''] = line.split(':');
      const [functions = '', objects = ''] = names.split('|');
      return [extension, { functions: words(functions), objects: words(objects) }];
    }),
);

/** Whether it is known what the extension brings, or that it brings nothing outside of a schema of its own. */
export const isKnownExtension = (name: string): boolean => SUPABASE_EXTENSIONS.has(name) || BROUGHT.has(name);

/** Whether one of the extensions, any when none are named, brings a type or a relation of this name. */
export const bringsObject = (name: string, extensions: Iterable<string> = BROUGHT.keys()): boolean =>
  [...extensions].some((extension) => BROUGHT.get(extension)?.objects.has(name));

/** Whether some version of the extension has a function of this name. */
export const bringsFunction = (name: string, extension: string): boolean =>
  BROUGHT.get(extension)?.functions.has(name) ?? false;

/** How many functions, types and relations the extension brings, by name, all of its versions together. */
export function countBrought(extension: string): number {
  const { functions, objects } = BROUGHT.get(extension) ?? { functions: new Set(), objects: new Set() };
  return functions.size + objects.size;
}
