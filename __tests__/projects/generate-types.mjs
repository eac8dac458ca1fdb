// Makes the committed types of the projects here, each with the generator that its team would have used.
// Run: node __tests__/projects/generate-types.mjs [project…]   (after `npm run build`, which makes the snapshot)
//
// The real CLI resets the embedded database over a loopback socket; then the CLI, or a released postgres-meta,
// writes the types. Nothing is written by hand; a file is replaced only by a valid one.

import { spawn } from 'node:child_process';
import { access, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { build } from 'esbuild';

const HERE = path.dirname(fileURLToPath(import.meta.url));
const ROOT = path.resolve(HERE, '../..');
const CACHE = path.join(ROOT, 'node_modules/.cache/drift-gate-projects');

/**
 * What is made for whom.
 * - through: the last migration that the types know; those after it are the drift
 * - schemas: `api.schemas` at that time, when config.toml says otherwise now
 * - dashboard: SQL that the live database has and no migration has, run before the migrations
 * - since: such SQL that is run after them
 */
const PROJECTS = [
  { name: 'backoffice', types: ['src/lib/database.types.ts'] },
  {
    name: 'drifted',
    through: '20260105091000',
    schemas: ['public', 'graphql_public', 'legacy'],
    types: ['src/types/database.types.ts'],
  },
  { name: 'failing-replay', through: '20260205093000', types: ['app/database.types.ts'] },
  {
    name: 'base-schema-drift',
    dashboard: 'made-in-the-dashboard.sql',
    types: ['packages/types/src/supabase.ts'],
  },
  ...['replayable', 'unreplayable'].map((app) => ({
    name: 'dashboard-first',
    app,
    dashboard: 'base-schema.sql',
    since: 'changed-in-the-dashboard.sql',
    // As the hosted service writes it: laid out in lines, which counting with `sed` needs.
    generator: 'postgres-meta 0.98.0',
    postgrest: '13.0.5',
    types: [`${app}/packages/types/src/supabase.ts`],
  })),
  {
    name: 'prettier-semicolons',
    generator: 'postgres-meta 0.98.0',
    // Made with --linked, which knows the version of PostgREST.
    postgrest: '13.0.5',
    rewrite: [prettier],
    types: ['types_db.ts'],
  },
  {
    name: 'interface-types',
    generator: 'postgres-meta 0.84.2',
    rewrite: [interfaceForm, tabs, windowsLineEnds],
    types: ['src/types/supabase.ts'],
  },
  {
    name: 'monorepo',
    app: 'apps/web',
    types: ['packages/db/src/types.gen.ts', 'apps/mobile/src/lib/types.gen.ts'],
  },
  {
    name: 'monorepo',
    app: 'apps/web',
    through: '20251004060000',
    types: ['apps/web/.generated/database.types.ts'],
  },
];

async function main(names) {
  const unknown = names.filter((name) => !PROJECTS.some((project) => project.name === name));
  if (unknown.length > 0) throw new Error(`no such project: ${unknown.join(', ')}`);
  const { openEmbedded, extensionsNamedIn } = await importDatabase();
  for (const project of PROJECTS) {
    if (names.length > 0 && !names.includes(project.name)) continue;
    const copy = await copyAtThatTime(project);
    try {
      const sql = await Promise.all(copy.migrations.map((file) => readFile(file, 'utf8')));
      const database = await openEmbedded({ extensions: extensionsNamedIn(sql) });
      await generate(project, copy, database.pglite).finally(() => database.close());
    } finally {
      await rm(copy.directory, { recursive: true, force: true });
    }
  }
}

async function generate(project, copy, pglite) {
  const server = new PGLiteSocketServer({ db: pglite, host: '127.0.0.1', port: 0, maxConnections: 20 });
  await server.start();
  const url = `postgresql://postgres:postgres@${server.getServerConn()}/postgres?sslmode=disable`;
  try {
    await supabase(copy, ['db', 'reset', `--remote=${url}`, '--yes', '--no-seed']);
    const text =
      project.generator === undefined
        ? await supabase(copy, ['gen', 'types', `--remote=${url}`])
        : await postgresMeta(project, copy, url);
    validate(text, copy.schemas);
    for (const file of project.types) await writeTypes(project, file, text);
  } finally {
    await server.stop();
  }
}

/** The project's `supabase/` in a temporary folder, as it was when its types were made. */
async function copyAtThatTime({ name, app = '.', through, schemas, dashboard, since }) {
  const project = path.join(HERE, name);
  const directory = await mkdtemp(path.join(tmpdir(), `drift-gate-${name}-`));
  const folder = path.join(directory, 'supabase/migrations');
  await cp(path.join(project, app, 'supabase'), path.join(directory, 'supabase'), { recursive: true });
  for (const file of await readdir(folder)) {
    if (through !== undefined && file.slice(0, 14) > through) await rm(path.join(folder, file));
  }
  if (dashboard) await cp(path.join(project, dashboard), path.join(folder, '20000101000000_dashboard.sql'));
  if (since) await cp(path.join(project, since), path.join(folder, '29991231000000_dashboard.sql'));
  const config = path.join(directory, 'supabase/config.toml');
  const toml = await readFile(config, 'utf8');
  const then = schemas ? toml.replace(/^schemas = .*$/m, `schemas = ${JSON.stringify(schemas)}`) : toml;
  await writeFile(config, then);
  return {
    directory,
    migrations: (await readdir(folder)).map((file) => path.join(folder, file)),
    schemas: JSON.parse(/^schemas = (.*)$/m.exec(then)[1]),
  };
}

/** The embedded database, bundled from the sources so that this script needs no build of our own code. */
async function importDatabase() {
  const database = path.join(ROOT, 'src/database');
  const outfile = path.join(CACHE, 'database.mjs');
  await build({
    stdin: {
      contents: `export { openEmbedded } from './embedded.ts';
                 export { extensionsNamedIn } from './platform/bundles.ts';`,
      resolveDir: database,
    },
    // The database finds its snapshot from where its source lies.
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(path.join(database, 'embedded.ts')).href) },
    outfile,
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}

const supabase = ({ directory }, args) =>
  run(path.join(ROOT, 'node_modules/.bin/supabase'), [...args, '--agent', 'no'], { cwd: directory });

async function postgresMeta({ generator, postgrest }, { schemas }, url) {
  const [, version] = generator.split(' ');
  const packages = await install(`@supabase/postgres-meta@${version}`);
  const home = path.join(packages, '@supabase/postgres-meta');
  return run(process.execPath, ['dist/server/server.js'], {
    cwd: home,
    env: {
      PG_META_DB_URL: url,
      PG_META_GENERATE_TYPES: 'typescript',
      PG_META_GENERATE_TYPES_INCLUDED_SCHEMAS: schemas.join(','),
      PG_META_GENERATE_TYPES_DETECT_ONE_TO_ONE_RELATIONSHIPS: 'true',
      ...(postgrest && { PG_META_POSTGREST_VERSION: postgrest }),
    },
  });
}

/** Installs a package that the project does not depend on, once, and gives its node_modules. */
async function install(spec) {
  const folder = path.join(CACHE, spec.replaceAll(/[^\w.]+/g, '-'));
  const done = path.join(folder, 'installed');
  const isThere = await access(done).then(
    () => true,
    () => false,
  );
  if (!isThere) {
    await mkdir(folder, { recursive: true });
    await writeFile(path.join(folder, 'package.json'), '{ "private": true }');
    await run(
      'npm',
      ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--prefix', folder, spec],
      {},
    );
    await writeFile(done, '');
  }
  return path.join(folder, 'node_modules');
}

/** Generators end with exit 0 on nonsense: what they wrote must declare `Database` and every schema. */
function validate(text, schemas) {
  if (!/^export (type|interface) Database\b/m.test(text))
    throw new Error(`not a types file: ${text.slice(0, 200)}`);
  const missing = schemas.filter((schema) => !new RegExp(`(^\\s*|,)"?${schema}"?: \\{`, 'm').test(text));
  if (missing.length > 0) throw new Error(`the types lack the schemas ${missing.join(', ')}`);
}

async function writeTypes({ name, rewrite = [] }, file, generated) {
  const target = path.join(HERE, name, file);
  let text = generated;
  for (const step of rewrite) text = await step(text, target);
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(`${target}.new`, text);
  await rename(`${target}.new`, target);
  console.log(`${name}: ${file}, ${Buffer.byteLength(text)} bytes`);
}

/** As a team's `prettier --write` leaves it, by the .prettierrc of the project. */
async function prettier(text, target) {
  const bin = path.join(await install('prettier@3.6.2'), '.bin/prettier');
  return run(bin, ['--stdin-filepath', target], { cwd: path.dirname(target), input: text });
}

/** The form of the generators before February 2024. */
function interfaceForm(text) {
  return text.replace('export type Database = {', 'export interface Database {');
}

function tabs(text) {
  return text.replaceAll(/^(?: {2})+/gm, (indent) => '\t'.repeat(indent.length / 2));
}

function windowsLineEnds(text) {
  return text.replaceAll('\n', '\r\n');
}

/** Runs a program and gives its standard output; throws with its standard error when it fails. */
function run(command, args, { cwd, env = {}, input = '' }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...process.env, ...env } });
    const output = { stdout: '', stderr: '' };
    for (const stream of ['stdout', 'stderr']) {
      child[stream].setEncoding('utf8').on('data', (text) => {
        output[stream] += text;
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(output.stdout);
      else reject(new Error(`${path.basename(command)} ${args[0]} ended with ${code}:\n${output.stderr}`));
    });
    child.stdin.end(input);
  });
}

await main(process.argv.slice(2));
