// The rules of the source tree, asserted rather than remembered: who may import whom, who uses which package, sizes.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from '@jest/globals';
import { ts } from 'ts-morph';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const SRC = path.join(ROOT, 'src');

/** The ladder, lowest rung first. A file imports from a lower rung or from its own folder. */
const LADDER: string[][] = [
  ['surface.ts', 'locator.ts', 'match.ts', 'program.ts', 'version.ts'],
  ['errors.ts'],
  ['options'],
  ['findings', 'supabase'],
  ['types', 'migrations', 'project', 'report'],
  ['ports.ts'],
  ['progress.ts', 'commands', 'database', 'project/disk'],
  ['run.ts', 'ending.ts', 'started.ts'],
  ['command-line.ts', 'github'],
  ['cli.ts', 'action.ts', 'setup.ts'],
];

/** The folders or files that alone may import a package. */
const ONLY_USERS: Record<string, RegExp> = {
  'ts-morph': /^types\//,
  'pgsql-parser': /^migrations\/parse\.ts$/,
  pg: /^database\/live\/connection\.ts$/,
  'pg-types': /^database\/embedded\/engine\.ts$/,
  '@electric-sql/pglite': /^database\/embedded\/engine\.ts$/,
  '@electric-sql/pglite-socket': /^database\/embedded\/server\.ts$/,
  '@supabase/pg-delta': /^database\/pg-delta\.ts$/,
  'node:net': /^database\/(live\/connection|embedded\/walls)\.ts$/,
  'node:tls': /^database\/live\/(connection|tls)\.ts$/,
  'node:http': /^$/,
  'node:https': /^$/,
  'node:http2': /^$/,
  'node:dgram': /^$/,
  'node:child_process': /^database\/(supabase-cli|embedded)\/process\.ts$/,
  '@supabase/postgrest-typegen': /^database\/typegen\.ts$/,
  '@actions/core': /^(action\.ts|setup\.ts|github\/)/,
  '@actions/exec': /^github\//,
  '@actions/github': /^github\//,
  'smol-toml': /^project\//,
  commander: /^command-line\.ts$/,
};

/** What rungs 0 to 5 may take from Node: values only, no file system, no clock, no environment. */
const PURE_NODE_MODULES = new Set(['node:crypto', 'node:path/posix']);

interface Source {
  file: string;
  lines: number;
  /** Imported files of src/, and imported packages. */
  files: string[];
  packages: string[];
  text: string;
}

const sources: Source[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll(path.sep, '/'))
  .filter((file) => file.endsWith('.ts'))
  .map(readSource);

function readSource(file: string): Source {
  const text = readFileSync(path.join(SRC, file), 'utf8');
  const names = ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  return {
    file,
    lines: text.split('\n').length - 1,
    files: names
      .filter((name) => name.startsWith('.'))
      .map((name) => path.posix.join(path.posix.dirname(file), name)),
    packages: names.filter((name) => !name.startsWith('.')).map(packageOf),
    text,
  };
}

/** `@scope/name` of `@scope/name/part`, `node:fs` of itself. */
function packageOf(name: string): string {
  if (name.startsWith('node:')) return name;
  const parts = name.split('/');
  return parts.slice(0, name.startsWith('@') ? 2 : 1).join('/');
}

/** The folder at the top of `src/`, or the file there. What touches the disk is a home of its own within `project/`. */
const homeOf = (file: string): string =>
  file.startsWith('project/disk/') ? 'project/disk' : (file.split('/')[0] ?? file);
const rungOf = (file: string): number => LADDER.findIndex((rung) => rung.includes(homeOf(file)));

test('there is something to look at, and every file stands on a rung', () => {
  expect(sources.length).toBeGreaterThan(40);
  expect(sources.filter(({ file }) => rungOf(file) === -1).map(({ file }) => file)).toEqual([]);
});

test('every import leads to a file', () => {
  const lost = sources.flatMap(({ file, files }) =>
    files
      .filter((name) => !existsSync(path.join(SRC, name)) && name !== 'database/shadow-worker.js')
      .map((name) => `${file} -> ${name}`),
  );
  expect(lost).toEqual([]);
});

test('a file imports only from a lower rung or from its own folder', () => {
  const climbs = sources.flatMap(({ file, files }) =>
    files
      .filter((name) => homeOf(name) !== homeOf(file) && rungOf(name) >= rungOf(file))
      .map((name) => `${file} -> ${name}`),
  );
  expect(climbs).toEqual([]);
});

test('no file imports itself by a detour', () => {
  const imports = new Map(sources.map(({ file, files }) => [file, files]));
  const cycles: string[] = [];
  const visit = (file: string, trail: string[]): void => {
    const at = trail.indexOf(file);
    if (at !== -1) cycles.push([...trail.slice(at), file].join(' -> '));
    else if (!done.has(file)) {
      for (const next of imports.get(file) ?? []) visit(next, [...trail, file]);
      done.add(file);
    }
  };
  const done = new Set<string>();
  for (const { file } of sources) visit(file, []);
  expect(cycles).toEqual([]);
});

describe('packages', () => {
  test.each(Object.entries(ONLY_USERS))('%s is used only where it may be', (name, allowed) => {
    const users = sources.filter(({ packages }) => packages.includes(name));
    expect(users.map(({ file }) => file).filter((file) => !allowed.test(file))).toEqual([]);
  });

  test('what talks to the network without one asks for the newest CLI', () => {
    const users = sources.filter(({ text }) => /\b(fetch\(|WebSocket\b|EventSource\b)/.test(text));
    expect(users.map(({ file }) => file)).toEqual(['github/which-cli.ts']);
  });

  test('each has an exact version, is bundled, so that installing needs no other, and is named with its reason', () => {
    const manifest: Record<string, Record<string, string>> = JSON.parse(
      readFileSync(path.join(ROOT, 'package.json'), 'utf8'),
    );
    expect(Object.keys(manifest).filter((key) => /dependencies$/i.test(key))).toEqual(['devDependencies']);
    const all = manifest.devDependencies ?? {};
    const used = new Set(
      sources.flatMap(({ packages }) => packages.filter((name) => !name.startsWith('node:'))),
    );
    expect([...used].filter((name) => all[name] === undefined)).toEqual([]);
    expect(Object.entries(all).filter(([, version]) => !/^(npm:[\w@/-]+@)?\d/.test(version))).toEqual([]);
    const contributing = readFileSync(path.join(ROOT, '.github/CONTRIBUTING.md'), 'utf8');
    expect(Object.keys(all).filter((name) => !contributing.includes(`\`${name}\``))).toEqual([]);
  });
});

describe('rungs 0 to 5', () => {
  const pure = sources.filter(({ file }) => rungOf(file) <= 5);

  test('do no input or output', () => {
    const impure = pure.flatMap(({ file, packages }) =>
      packages
        .filter((name) => name.startsWith('node:') && !PURE_NODE_MODULES.has(name))
        .map((name) => `${file}: ${name}`),
    );
    expect(impure).toEqual([]);
  });

  test('know no clock, no environment and no chance', () => {
    const knows = /\b(process\.|Date\.now|new Date\(\)|performance\.|Math\.random|fetch\()/;
    expect(pure.filter(({ text }) => knows.test(text)).map(({ file }) => file)).toEqual([]);
  });
});

test('only the entry points, one of which is that of the database, set the exit code or end the process', () => {
  const enders = sources.filter(({ text }) => /process\.exit/.test(text)).map(({ file }) => file);
  expect(
    enders.filter(
      (file) => !['cli.ts', 'action.ts', 'ending.ts', 'database/embedded/worker.ts'].includes(file),
    ),
  ).toEqual([]);
});

describe('sizes', () => {
  test('a file has at most 450 lines, and the middle one about 100', () => {
    const lines = sources.map((source) => source.lines).sort((a, b) => a - b);
    expect(sources.filter((source) => source.lines > 450).map(({ file }) => file)).toEqual([]);
    expect(lines[Math.floor(lines.length / 2)]).toBeLessThan(130);
  });

  test('a function has at most 60 lines', () => {
    const long: string[] = [];
    for (const { file, text } of sources) {
      const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
      const lineOf = (position: number): number => source.getLineAndCharacterOfPosition(position).line;
      const visit = (node: ts.Node): void => {
        if (ts.isFunctionLike(node) && lineOf(node.end) - lineOf(node.getStart()) >= 60) {
          long.push(`${file}:${lineOf(node.getStart()) + 1}`);
        }
        ts.forEachChild(node, visit);
      };
      visit(source);
    }
    expect(long).toEqual([]);
  });

  test('every file says at its head what it is', () => {
    const mute = sources.filter(({ text }) => !/^(#!.*\n)?\/\/ /.test(text));
    expect(mute.map(({ file }) => file)).toEqual([]);
  });
});

test('there is no `any` and no cast but `as const`', () => {
  const casts = sources.flatMap(({ file, text }) => {
    const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      const isCast = ts.isAsExpression(node) && node.type.getText() !== 'const';
      if (isCast || node.kind === ts.SyntaxKind.AnyKeyword || ts.isNonNullExpression(node)) {
        found.push(`${file}: ${node.getText().slice(0, 60)}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
  expect(casts).toEqual([]);
});
