// The version of the Supabase CLI that a project has chosen, read from the lockfile of its package manager. What npm,
// pnpm, Bun and Yarn write was taken from files that they wrote themselves.

import * as v from 'valibot';

/** In the order in which they are asked where a folder holds several. */
export const LOCKFILES = [
  'package-lock.json',
  'npm-shrinkwrap.json',
  'pnpm-lock.yaml',
  'bun.lock',
  'yarn.lock',
] as const;
export type LockfileName = (typeof LOCKFILES)[number];

/** Where the project stands in what a lockfile covers. */
export interface Place {
  /** Its folder, relative to the lockfile's and with slashes; empty for the same. */
  folder: string;
  /** What package.json files ask for as `supabase`, from the project's folder upwards. */
  asked: readonly string[];
}

/** `3.1.0`, or undefined when the lockfile names none, several that can't be told apart, or can't be read. */
export function cliVersionOf(name: LockfileName, text: string, place: Place): string | undefined {
  const folders = foldersUp(place.folder);
  switch (name) {
    case 'package-lock.json':
    case 'npm-shrinkwrap.json':
      return exact(ofNpm(text, folders));
    case 'pnpm-lock.yaml':
      return exact(ofPnpm(text, folders));
    case 'bun.lock':
      return exact(ofBun(text, folders));
    case 'yarn.lock':
      return exact(ofYarn(text, place.asked));
    default:
      return name satisfies never;
  }
}

const RELEASE = /^(\d+\.\d+\.\d+(?:-[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?)(?:$|[(_+])/;

/** A version without what pnpm adds of peers; anything else, a link or an alias, is none. */
export const exact = (text: string | undefined): string | undefined => RELEASE.exec(text ?? '')?.[1];

/** `a/b`, `a` and the empty one, of `a/b`. */
function foldersUp(folder: string): string[] {
  const parts = folder.split('/').filter((part) => part !== '');
  return [...parts.keys(), parts.length].reverse().map((length) => parts.slice(0, length).join('/'));
}

const firstOf = <Key, Value>(
  keys: readonly Key[],
  find: (key: Key) => Value | undefined,
): Value | undefined => {
  for (const key of keys) {
    const found = find(key);
    if (found !== undefined) return found;
  }
  return undefined;
};

const ENTRIES = v.record(v.string(), v.object({ version: v.optional(v.string()) }));
const NPM = v.object({ packages: v.optional(ENTRIES), dependencies: v.optional(ENTRIES) });

/** Versions 2 and 3 list packages by folder, version 1 by name. */
function ofNpm(text: string, folders: readonly string[]): string | undefined {
  const lock = parsed(NPM, text);
  const inFolder = (folder: string): string | undefined =>
    lock?.packages?.[`${folder}${folder === '' ? '' : '/'}node_modules/supabase`]?.version;
  return firstOf(folders, inFolder) ?? lock?.dependencies?.supabase?.version;
}

const BUN = v.object({
  workspaces: v.record(v.string(), v.object({ name: v.optional(v.string()) })),
  packages: v.record(v.string(), v.looseTuple([v.string()])),
});

/** JSON with commas at ends. A workspace's own version stands under the workspace's name. */
function ofBun(text: string, folders: readonly string[]): string | undefined {
  const strict = text.replace(/("(?:[^"\\]|\\.)*"?)|,(?=\s*[}\]])/g, (_, literal: string = '') => literal);
  const lock = parsed(BUN, strict);
  const names = folders.flatMap((folder) => lock?.workspaces[folder]?.name ?? []);
  const keys = [...names.map((name) => `${name}/supabase`), 'supabase'];
  return firstOf(keys, (key) => lock?.packages[key]?.[0])?.replace(/^supabase@/, '');
}

const YAML_LINE = /^( *)(?:'([^']+)'|"([^"]+)"|([^\s'"#:][^:]*)):(?: +([^ ].*)?)?$/;

/** Which workspace has which version: under its folder, or at the top where there is one alone (before pnpm 9). */
function ofPnpm(text: string, folders: readonly string[]): string | undefined {
  const versions = new Map<string, string>();
  const trail: { indent: number; key: string }[] = [];
  for (const line of text.split(/\r?\n/)) {
    const [, space = '', ...rest] = YAML_LINE.exec(line) ?? [];
    const key = rest.slice(0, 3).find((one) => one !== undefined);
    if (key === undefined) continue;
    while ((trail.at(-1)?.indent ?? -1) >= space.length) trail.pop();
    trail.push({ indent: space.length, key });
    const folder = workspaceOf(trail.map((one) => one.key));
    const value = rest[3]?.replace(/^(['"])(.*)\1$/, '$2');
    if (folder !== undefined && value !== undefined && !versions.has(folder)) versions.set(folder, value);
  }
  return firstOf(folders, (folder) => versions.get(folder));
}

/** The workspace whose version of the CLI stands at a place of the file; the value may be a version, or hold one. */
function workspaceOf(path: readonly string[]): string | undefined {
  const [first, folder = '', ...below] = path;
  const [kind, ...rest] = first === 'importers' ? below : path;
  const isVersion =
    /^(dev|optional)?dependencies$/i.test(kind ?? '') && /^supabase(,version)?$/.test(`${rest}`);
  if (!isVersion) return undefined;
  return first === 'importers' && folder !== '.' ? folder : '';
}

const YARN_ENTRY = /^(?!#)(\S.*):\r?\n(?: .*\r?\n)*? {2}version:? "?([^"\s]+)"?/gm;

/** Version 1 and Berry alike: `supabase@^3, supabase@^3.1:`, then the version that both mean. */
function ofYarn(text: string, asked: readonly string[]): string | undefined {
  const byRange = new Map<string, string>();
  for (const [, head = '', version = ''] of text.matchAll(YARN_ENTRY))
    for (const one of head.replaceAll('"', '').split(/, */)) {
      const range = /^supabase@(?:npm:)?(.*)$/.exec(one)?.[1];
      if (range !== undefined) byRange.set(range, version);
    }
  const [only, ...others] = new Set(byRange.values());
  if (others.length === 0) return only;
  return firstOf(asked, (range) => byRange.get(range.replace(/^npm:/, '')));
}

function parsed<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
): v.InferOutput<Schema> | undefined {
  try {
    const { success, output } = v.safeParse(schema, JSON.parse(text));
    return success ? output : undefined;
  } catch {
    return undefined;
  }
}
