// The SQL scripts of extensions, and the names that they bring into the schema that an extension is created in. Scripts
// are read as text, of all versions and of the steps between them. What they only drop is of times long gone, when names
// were plain words, and is left out.

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';

export interface Script {
  extension: string;
  sql: string;
}

export interface Names {
  /** Functions, procedures and aggregates. */
  functions: Set<string>;
  /** Types, domains and relations. */
  objects: Set<string>;
}

/** `fuzzystrmatch` of `fuzzystrmatch--1.1--1.2.sql`. */
const extensionOf = (file: string): string | undefined => /([^/]+?)--[^/]*\.sql$/.exec(file)?.[1];

/** The scripts of a folder of installed extensions. */
export const scriptsIn = (folder: string): Script[] =>
  readdirSync(folder).flatMap((file) => {
    const extension = extensionOf(file);
    return extension === undefined ? [] : [{ extension, sql: readFileSync(path.join(folder, file), 'utf8') }];
  });

/** The scripts in the bundles that a package of PGlite carries. */
export const scriptsOfPackage = (folder: string): Script[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.tar.gz'))
    .flatMap((file) => [...filesIn(gunzipSync(readFileSync(path.join(folder, file))))])
    .flatMap(([file, sql]) => {
      const extension = extensionOf(file);
      return extension === undefined ? [] : [{ extension, sql }];
    });

function* filesIn(tar: Buffer): Generator<[name: string, text: string]> {
  for (let at = 0; at + 512 <= tar.length; ) {
    const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(tar.toString('ascii', at + 124, at + 136), 8) || 0;
    if (name.endsWith('.sql')) yield [name, tar.toString('utf8', at + 512, at + 512 + size)];
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

/** The scripts of all releases in a clone whose tag and path fit. */
export function scriptsInClone(
  folder: string,
  extension: string,
  { tags, files }: { tags: RegExp; files: RegExp },
): Script[] {
  const git = (...args: string[]): string =>
    execFileSync('git', ['-C', folder, ...args], { encoding: 'utf8', maxBuffer: 2 ** 28 });
  const list = (text: string): string[] => text.split('\n').filter((line) => line !== '');
  const blobs = list(git('tag'))
    .filter((tag) => tags.test(tag))
    .flatMap((tag) => list(git('ls-tree', '-r', tag)))
    .filter((line) => files.test(line.split('\t')[1] ?? ''))
    .map((line) => line.split(/\s/)[2] ?? '');
  return [...new Set(blobs)].map((blob) => ({ extension, sql: git('cat-file', 'blob', blob) }));
}

const NAME = '(?:@extschema@\\.)?("[^"]+"|[a-z_][\\w$]*)';
const FUNCTION = new RegExp(
  `\\bcreate(?:\\s+or\\s+replace)?\\s+(?:function|procedure|aggregate)\\s+${NAME}(?=\\s*\\()`,
  'gi',
);
const OBJECT = new RegExp(
  `\\bcreate(?:\\s+or\\s+replace)?(?:\\s+unlogged)?\\s+(?:type|domain|table|view|materialized\\s+view|foreign\\s+table)\\s+(?:if\\s+(?:not\\s+)?exists\\s+)?(?!if\\s)${NAME}(?![\\w$"]|\\s*\\.)`,
  'gi',
);

/** Notes what a script makes without naming a schema, or in that of the extension. */
export function noteNames(sql: string, names: Names): void {
  const plain = withoutTexts(sql);
  for (const [, name = ''] of plain.matchAll(FUNCTION)) names.functions.add(unquoted(name));
  for (const [, name = ''] of plain.matchAll(OBJECT)) names.objects.add(unquoted(name));
}

const unquoted = (name: string): string => (name.startsWith('"') ? name.slice(1, -1) : name.toLowerCase());

/** Takes out comments, lines for psql or a C preprocessor, strings and bodies: what stands in those is not carried out. */
const withoutTexts = (sql: string): string =>
  sql
    .replace(/^[\\#].*$/gm, '')
    .replace(/--.*|\/\*[\s\S]*?\*\/|\$(\w*)\$[\s\S]*?\$\1\$|'(?:[^']|'')*'/g, (text) =>
      /^(--|\/\*)/.test(text) ? ' ' : "''",
    );
