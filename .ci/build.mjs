// Builds dist/: our code, third-party code in files of its own (dist/vendor), and what the embedded database
// needs (dist/platform). Byte-stable: equal sources and lockfile give equal bytes on any machine.
// `node .ci/build.mjs code` leaves dist/platform alone.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { pageAssets } from './page-assets.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = path.join(root, 'dist');
const platform = path.join(dist, 'platform');
const modules = path.join(root, 'node_modules');
const cache = path.join(modules, '.cache/drift-gate');

/** Third-party packages that the product loads, and what is used of those that are CommonJS. */
const VENDOR = {
  '@actions/core':
    "export { error, info, notice, setFailed, setOutput, setSecret, summary, warning } from '@actions/core';",
  '@actions/exec': "export { getExecOutput } from '@actions/exec';",
  '@actions/github': "export { getOctokit } from '@actions/github';",
  '@electric-sql/pglite': "export { PGlite } from '@electric-sql/pglite';",
  '@electric-sql/pglite-socket': "export { PGLiteSocketServer } from '@electric-sql/pglite-socket';",
  // Its parts that load files and a second parser stay outside.
  '@supabase/pg-delta': `export { buildFactBase, deserializeSnapshot, diff, encodeId, serializeSnapshot } from '@supabase/pg-delta/core';
export { extract } from '@supabase/pg-delta/extract';
export { resolveProfile, supabaseProfile } from '@supabase/pg-delta/integrations';
export { plan } from '@supabase/pg-delta/plan';
export { filterDeltas, resolveView } from '@supabase/pg-delta/policy';
export { formatSqlStatements } from '@supabase/pg-delta/sql-format';`,
  '@supabase/postgrest-typegen':
    "export { introspect, generateTypescript, sortGeneratorMetadata } from '@supabase/postgrest-typegen';",
  // Of ts-morph the compiler alone is used: its own bundle of it loads in half the time of the whole.
  'ts-morph': "export { default as ts } from '@ts-morph/common/dist/typescript.js';",
  'pgsql-parser': "export { loadModule, parse, parseSync } from 'pgsql-parser';",
  commander: "export * from 'commander';",
  diff: "export * from 'diff';",
  ignore: "export { default } from 'ignore';",
  pg: "export { default } from 'pg';",
  'pg-types': "export { default } from 'pg-types';",
  picocolors: "export { default } from 'picocolors'; export { createColors } from 'picocolors';",
  'smol-toml': "export * from 'smol-toml';",
  valibot: "export * from 'valibot';",
};

const vendorFile = (name) => `vendor/${name.replace(/^@/, '').replace('/', '-')}.js`;

/** Lets CommonJS code inside an ES module find what Node gives it. */
const banner = {
  js: `import { createRequire as __createRequire } from 'node:module';
import { fileURLToPath as __fileURLToPath } from 'node:url';
const require = __createRequire(import.meta.url);
const __filename = __fileURLToPath(import.meta.url);
const __dirname = __fileURLToPath(new URL('.', import.meta.url));`,
};

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'esm',
  logLevel: 'warning',
  legalComments: 'none',
};

/**
 * What postgrest-typegen loads and this product does not use: a native formatter (what it prints is parsed here,
 * never read by people), and a library that builds validators of its metadata while it loads, for 0.5 s.
 */
const UNUSED = {
  oxfmt: 'export const format = async (_name, code) => ({ code, errors: [] });',
  arktype: 'export const type = new Proxy(function () {}, { get: () => type, apply: () => type });',
  // A faster driver in C, and sockets of another runtime: pg asks for them only where they are.
  'pg-native': 'export default undefined;',
  'pg-cloudflare': 'export default {};',
  // Tokens of OpenID, and an HTTP client of 400 KiB that asks for them.
  'oidc-utils.js': 'export class OidcClient {}',
};

const withoutUnused = {
  name: 'without-unused',
  setup(on) {
    on.onResolve(
      { filter: /^(oxfmt|arktype|pg-native|pg-cloudflare|\.\/oidc-utils\.js)$/ },
      ({ path: name }) => ({
        path: name.replace('./', ''),
        namespace: 'unused',
      }),
    );
    on.onLoad({ filter: /.*/, namespace: 'unused' }, ({ path: name }) => ({ contents: UNUSED[name] }));
  },
};

const vendorAsFiles = {
  name: 'vendor-as-files',
  setup(on) {
    on.onResolve({ filter: /^[^./]/ }, ({ path: name }) => {
      if (name.startsWith('node:')) return { path: name, external: true };
      const known = Object.keys(VENDOR).find((one) => name === one || name.startsWith(`${one}/`));
      if (known) return { path: `./${vendorFile(known)}`, external: true };
      throw new Error(`${name} is used in src/ and is not listed in VENDOR of .ci/build.mjs`);
    });
  },
};

async function buildVendor() {
  rmSync(path.join(dist, 'vendor'), { recursive: true, force: true });
  const files = ['node_modules/@electric-sql/pglite-postgis/dist/postgis.tar.gz'];
  for (const [name, contents] of Object.entries(VENDOR)) {
    const { metafile } = await build({
      ...common,
      stdin: { contents, resolveDir: root },
      outfile: path.join(dist, vendorFile(name)),
      minify: true,
      metafile: true,
      banner,
      plugins: [withoutUnused],
    });
    files.push(...Object.values(metafile.outputs).flatMap(({ inputs }) => Object.keys(inputs)));
  }
  cpSync(path.join(modules, 'libpg-query/wasm/libpg-query.wasm'), path.join(dist, 'vendor/libpg-query.wasm'));
  writeFileSync(path.join(dist, 'vendor/LICENSES.txt'), licences(files));
}

/** What the WebAssembly and the extension bundles of PGlite are made of, which its own package does not say. */
const INSIDE_PGLITE = `PostgreSQL 17.5 (platform/pglite.wasm, platform/pglite.data, most of platform/extensions)

PostgreSQL Database Management System
(also known as Postgres, formerly known as Postgres95)

Portions Copyright (c) 1996-2025, PostgreSQL Global Development Group
Portions Copyright (c) 1994, The Regents of the University of California

Permission to use, copy, modify, and distribute this software and its documentation for any purpose, without fee, and
without a written agreement is hereby granted, provided that the above copyright notice and this paragraph and the
following two paragraphs appear in all copies.

IN NO EVENT SHALL THE UNIVERSITY OF CALIFORNIA BE LIABLE TO ANY PARTY FOR DIRECT, INDIRECT, SPECIAL, INCIDENTAL, OR
CONSEQUENTIAL DAMAGES, INCLUDING LOST PROFITS, ARISING OUT OF THE USE OF THIS SOFTWARE AND ITS DOCUMENTATION, EVEN IF THE
UNIVERSITY OF CALIFORNIA HAS BEEN ADVISED OF THE POSSIBILITY OF SUCH DAMAGE.

THE UNIVERSITY OF CALIFORNIA SPECIFICALLY DISCLAIMS ANY WARRANTIES, INCLUDING, BUT NOT LIMITED TO, THE IMPLIED WARRANTIES
OF MERCHANTABILITY AND FITNESS FOR A PARTICULAR PURPOSE. THE SOFTWARE PROVIDED HEREUNDER IS ON AN "AS IS" BASIS, AND THE
UNIVERSITY OF CALIFORNIA HAS NO OBLIGATIONS TO PROVIDE MAINTENANCE, SUPPORT, UPDATES, ENHANCEMENTS, OR MODIFICATIONS.

${'-'.repeat(80)}

Extensions that PGlite carries (platform/extensions), each under its own licence: PostGIS, GPL-2.0-or-later
(https://postgis.net); pgvector, PostgreSQL; Apache AGE, Apache-2.0; pgTAP, PostgreSQL; pg_ivm, PostgreSQL; pg_hashids,
MIT; pg_uuidv7, MPL-2.0; pg_textsearch, PostgreSQL. They are separate files, loaded only when a migration names them.
Their sources, and those of their builds, are in https://github.com/electric-sql/pglite.
`;

/** The compiler is inside of @ts-morph/common, whose own licence does not say so. */
function insideTsMorph() {
  const code = readFileSync(path.join(modules, '@ts-morph/common/dist/typescript.js'), 'utf8');
  const version = /\bvar version = "([\d.]+)"/.exec(code)?.[1];
  if (version === undefined) throw new Error('@ts-morph/common no longer says which TypeScript it holds');
  const licence = readFileSync(path.join(modules, 'typescript/LICENSE'), 'utf8').trim();
  return `TypeScript ${version} (vendor/ts-morph.js)\n\n${licence}\n`;
}

/** The licence text of every package that has one of these files. `.ci/sbom.mjs` reads the names and versions. */
function licences(files) {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8'));
  const folders = files.flatMap((file) => /^.*node_modules\/(@[^/]+\/)?[^/]+/.exec(file)?.[0] ?? []);
  const texts = [...new Set(folders)].sort().map((folder) => {
    const { version, license } = packages[folder];
    const file = readdirSync(path.join(root, folder)).find((name) => /^licen[cs]e/i.test(name));
    const text = file
      ? readFileSync(path.join(root, folder, file), 'utf8').trim()
      : `Licence: ${license ?? 'see its repository'}`;
    return `${folder.replace('node_modules/', '')} ${version}\n\n${text}\n`;
  });
  return [INSIDE_PGLITE, insideTsMorph(), ...texts].join(`\n${'-'.repeat(80)}\n\n`).replaceAll('\r\n', '\n');
}

async function buildCode() {
  for (const name of existsSync(dist) ? readdirSync(dist) : []) {
    if (name !== 'vendor' && name !== 'platform') rmSync(path.join(dist, name), { recursive: true });
  }
  await build({
    ...common,
    entryPoints: {
      action: 'src/action.ts',
      cli: 'src/cli.ts',
      setup: 'src/setup.ts',
      'shadow-worker': 'src/database/embedded/worker.ts',
    },
    absWorkingDir: root,
    outdir: dist,
    splitting: true,
    chunkNames: '[name]-[hash]',
    plugins: [pageAssets, vendorAsFiles],
  });
  const { reportSchema } = await bundled('.ci/report-schema.ts');
  writeFileSync(path.join(dist, 'report.schema.json'), reportSchema(root));
}

/** Every extension bundle that PGlite carries, and one bundle for each stand-in. */
async function buildExtensions() {
  const folder = path.join(platform, 'extensions');
  mkdirSync(folder, { recursive: true });
  const bundles = {};
  const requires = {};
  for (const file of [
    ...readdirSync(path.join(modules, '@electric-sql/pglite/dist'))
      .filter((name) => name.endsWith('.tar.gz'))
      .map((name) => path.join(modules, '@electric-sql/pglite/dist', name)),
    path.join(modules, '@electric-sql/pglite-postgis/dist/postgis.tar.gz'),
  ]) {
    cpSync(file, path.join(folder, path.basename(file)));
    for (const [name, text] of controlFiles(gunzipSync(readFileSync(file)))) {
      bundles[name] = path.basename(file);
      requires[name] = (/^\s*requires\s*=\s*'([^']*)'/m.exec(text)?.[1] ?? '')
        .split(',')
        .map((word) => word.trim())
        .filter(Boolean);
    }
  }
  const { parseStandIn } = await bundled('src/database/platform/control.ts');
  const standIns = path.join(root, 'src/database/platform/extensions');
  for (const file of readdirSync(standIns)
    .filter((name) => name.endsWith('.sql'))
    .sort()) {
    const name = path.basename(file, '.sql');
    if (bundles[name]) throw new Error(`${name} is a real build in PGlite; its stand-in must go`);
    const parsed = parseStandIn(name, readFileSync(path.join(standIns, file), 'utf8'));
    const base = `share/postgresql/extension/${name}`;
    for (const [key, control] of [
      [name, parsed.control],
      [`${name}@home`, parsed.controlAtHome],
    ]) {
      if (control === undefined) continue;
      const tar = tarOf({ [`${base}.control`]: control, [`${base}--${parsed.version}.sql`]: parsed.script });
      bundles[key] = `${key}.tar.gz`;
      requires[key] = parsed.requires;
      writeFileSync(path.join(folder, bundles[key]), gzipSync(tar, { level: 0 }));
    }
  }
  const index = {
    bundles: sorted(bundles),
    requires: sorted(Object.fromEntries(Object.entries(requires).filter(([, list]) => list.length > 0))),
  };
  writeFileSync(path.join(platform, 'extensions.json'), `${JSON.stringify(index, null, 2)}\n`);
}

const sorted = (record) => Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

function* controlFiles(tar) {
  for (const [name, bytes] of filesIn(tar)) {
    const control = /([^/]+)\.control$/.exec(name);
    if (control) yield [control[1], bytes.toString('utf8')];
  }
}

function* filesIn(tar) {
  for (let at = 0; at + 512 <= tar.length; ) {
    const name = tar.toString('utf8', at, at + 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(tar.toString('ascii', at + 124, at + 136), 8) || 0;
    yield [name, tar.subarray(at + 512, at + 512 + size)];
    at += 512 + Math.ceil(size / 512) * 512;
  }
}

/**
 * Writes down what the embedded database may compile: the digest of the server and of each library that it or an
 * extension brings. Where a library lies in pglite.data, the code of PGlite says.
 */
function buildModules() {
  const server = readFileSync(path.join(platform, 'pglite.wasm'));
  const data = readFileSync(path.join(platform, 'pglite.data'));
  const folder = path.join(modules, '@electric-sql/pglite/dist');
  const code = readdirSync(folder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => readFileSync(path.join(folder, name), 'utf8'));
  const own = code.flatMap((text) => [
    ...text.matchAll(/filename:"([^"]+\.so)",start:([\d.e]+),end:([\d.e]+)/g),
  ]);
  if (own.length === 0) throw new Error('PGlite no longer says where its libraries lie');
  const bundles = readdirSync(path.join(platform, 'extensions'));
  const libraries = [
    ...own.map(([, name, start, end]) => [name, data.subarray(Number(start), Number(end))]),
    ...bundles.flatMap((file) =>
      [...filesIn(gunzipSync(readFileSync(path.join(platform, 'extensions', file))))]
        .filter(([name]) => name.endsWith('.so'))
        .map(([name, bytes]) => [`${file}/${name}`, bytes]),
    ),
  ];
  const digests = {};
  for (const [name, bytes] of [['pglite.wasm', server], ...libraries]) {
    if (bytes.toString('latin1', 0, 4) !== '\0asm') throw new Error(`${name} is no WebAssembly`);
    digests[name] = createHash('sha256').update(bytes).digest('hex');
  }
  const text = `${JSON.stringify(sorted(digests), null, 2)}\n`;
  writeFileSync(path.join(platform, 'modules.json'), text);
}

/** A tar of a few texts: owner, mode and time are constants. */
function tarOf(texts) {
  const blocks = [];
  for (const [name, text] of Object.entries(texts)) {
    const body = Buffer.from(text, 'utf8');
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write('0000644\0', 100);
    header.write('0000000\0', 108);
    header.write('0000000\0', 116);
    header.write(`${body.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write('00000000000\0', 136);
    header.write('        0', 148);
    header.write('ustar\x0000', 257);
    let sum = 0;
    for (const byte of header) sum += byte;
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    blocks.push(header, body, Buffer.alloc((512 - (body.length % 512)) % 512));
  }
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

async function bundled(source) {
  const outfile = path.join(cache, `${path.basename(source, '.ts')}.mjs`);
  await build({ ...common, entryPoints: [path.join(root, source)], outfile, packages: 'external' });
  return await import(outfile);
}

async function buildPlatform() {
  rmSync(platform, { recursive: true, force: true });
  mkdirSync(platform, { recursive: true });
  for (const name of ['pglite.wasm', 'pglite.data']) {
    cpSync(path.join(modules, '@electric-sql/pglite/dist', name), path.join(platform, name));
  }
  await buildExtensions();
  buildModules();
  const outfile = path.join(cache, 'snapshot.mjs');
  await build({
    ...common,
    entryPoints: [path.join(root, '.ci/snapshot.ts')],
    outfile,
    packages: 'external',
  });
  const made = spawnSync(process.execPath, [outfile, root, platform, path.join(platform, 'snapshot.tar')], {
    stdio: 'inherit',
  });
  if (made.status !== 0) process.exit(1);
}

if (process.argv[2] !== 'code') await buildPlatform();
if (process.argv[2] !== 'platform') {
  await buildVendor();
  await buildCode();
  const { settingsSchema } = await bundled('.ci/settings-schema.ts');
  writeFileSync(path.join(dist, 'drift-gate.schema.json'), `${JSON.stringify(settingsSchema(), null, 2)}\n`);
}
process.exit(0);
