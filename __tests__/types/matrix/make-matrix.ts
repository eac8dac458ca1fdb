// Makes the files of this folder again: schema.sql through every generator that npm still gives, each raw and as three
// formatters leave it. Run: node .ci/run-ts.mjs __tests__/types/matrix/make-matrix.ts   (after `npm run build`)
//
// The tools are installed outside of package.json, at the versions below, in node_modules/.cache.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEmbedded } from '../../../src/database/embedded/engine.ts';
import { extensionsNamedIn } from '../../../src/database/platform/bundles.ts';
import { serve } from '../../tools/real-cli.ts';
import { SCHEMAS } from './matrix.ts';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/drift-gate-matrix', import.meta.url));

const POSTGRES_META = ['0.84.2', '0.91.6', '0.95.2', '0.98.0', '0.99.0'];
const SUPABASE = ['2.118.0', '2.122.1', '3.0.0', '3.1.0'];

/** How a formatter is installed and run: from standard input to standard output, with its own defaults. */
const FORMATTERS = [
  { name: 'prettier', spec: 'prettier@3.6.2', args: ['--stdin-filepath', 'types.ts'] },
  { name: 'biome', spec: '@biomejs/biome@2.6.8', args: ['format', '--stdin-file-path=types.ts'] },
  { name: 'oxfmt', spec: 'oxfmt@0.66.0', args: ['--stdin-filepath=types.ts'] },
];

async function main(): Promise<void> {
  const sql = await readFile(path.join(HERE, 'schema.sql'), 'utf8');
  const database = await openEmbedded({ extensions: extensionsNamedIn([sql]) });
  try {
    await database.exec(sql);
    const { url, stop } = await serve(database);
    try {
      await writeAll(await generateAll(url));
    } finally {
      await stop();
    }
  } finally {
    await database.close();
  }
}

async function generateAll(url: string): Promise<Map<string, string>> {
  const generated = new Map<string, string>();
  for (const version of POSTGRES_META)
    generated.set(`postgres-meta-${version}`, await postgresMeta(version, url));
  for (const version of SUPABASE) generated.set(`supabase-${version}`, await supabase(version, url));
  return generated;
}

async function postgresMeta(version: string, url: string): Promise<string> {
  const packages = await install(`@supabase/postgres-meta@${version}`);
  return run(process.execPath, ['dist/server/server.js'], {
    cwd: path.join(packages, '@supabase/postgres-meta'),
    env: {
      PG_META_DB_URL: url,
      PG_META_GENERATE_TYPES: 'typescript',
      PG_META_GENERATE_TYPES_INCLUDED_SCHEMAS: SCHEMAS.join(','),
      PG_META_GENERATE_TYPES_DETECT_ONE_TO_ONE_RELATIONSHIPS: 'true',
    },
  });
}

async function supabase(version: string, url: string): Promise<string> {
  const packages = await install(`supabase@${version}`);
  const target = version.startsWith('2.') ? ['--db-url', url] : [`--remote=${url}`];
  const cwd = await mkdtemp(path.join(tmpdir(), 'matrix-'));
  try {
    const schemas = SCHEMAS.flatMap((schema) => ['--schema', schema]);
    return await run(
      path.join(packages, '.bin/supabase'),
      ['gen', 'types', ...target, ...schemas, '--agent', 'no'],
      {
        cwd,
      },
    );
  } finally {
    await rm(cwd, { recursive: true, force: true });
  }
}

/** Writes each distinct text once, under the first name that has it; the manifest says which file every cell is. */
async function writeAll(generated: ReadonlyMap<string, string>): Promise<void> {
  const files = new Map<string, string>();
  const manifest: Record<string, string> = {};
  for (const [generator, raw] of generated) {
    if (!/^export type Database\b/m.test(raw))
      throw new Error(`${generator} wrote no types: ${raw.slice(0, 500)}`);
    const cells = new Map([['raw', raw]]);
    for (const { name, spec, args } of FORMATTERS) {
      const bin = path.join(await install(spec), '.bin', path.basename(spec.split('@').at(-2) ?? ''));
      cells.set(name, await run(bin, args, { cwd: CACHE, input: raw }));
    }
    for (const [formatter, text] of cells) {
      const name = `${generator}.${formatter}`;
      const file = files.get(text) ?? `${name}.ts.txt`;
      files.set(text, file);
      manifest[name] = file;
    }
  }
  for (const old of await readdir(HERE)) if (old.endsWith('.ts.txt')) await rm(path.join(HERE, old));
  for (const [text, file] of files) await writeFile(path.join(HERE, file), text);
  await writeFile(path.join(HERE, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  console.log(`${Object.keys(manifest).length} outputs, ${files.size} of them distinct`);
}

/** Installs a package that the project does not depend on, once, and gives its node_modules. */
async function install(spec: string): Promise<string> {
  const folder = path.join(CACHE, spec.replaceAll(/[^\w.]+/g, '-'));
  const done = path.join(folder, 'installed');
  if (!existsSync(done)) {
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'package.json'), '{ "private": true }');
    const flags = ['--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder];
    await run('npm', ['install', ...flags, spec], { cwd: folder });
    await writeFile(done, '');
  }
  return path.join(folder, 'node_modules');
}

interface Run {
  cwd: string;
  env?: Record<string, string>;
  input?: string;
}

/** Runs a program and gives its standard output; throws with its standard error when it fails. */
function run(command: string, args: readonly string[], { cwd, env = {}, input = '' }: Run): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env } });
    let [out, err] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(out);
      else reject(new Error(`${path.basename(command)} ${args[0]} ended with ${code}:\n${err}`));
    });
    child.stdin.end(input);
  });
}

await main();
