// Makes the snapshot of the embedded platform: initdb, the SQL of src/database/platform, the extensions that a
// Supabase database has from the start; then everything is shrunk and written as an uncompressed tar.
// Deterministic: clock and random numbers are replaced before PGlite loads, so equal sources give equal bytes.
// Run by build.mjs: node <bundle of this> ROOT ASSETS OUT.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';

freezeTheWorld();
// As in src/database/embedded/engine.ts: it runs for seconds, too short for optimised WebAssembly to pay.
setFlagsFromString('--liftoff-only');
const { PGlite } = await import('@electric-sql/pglite');
const { INITDB_PARAMS, startParams } = await import('../src/database/platform/start.ts');

const [root = '', assets = '', out = ''] = process.argv.slice(2);
const platform = path.join(root, 'src/database/platform');

/** Extensions that the platform's SQL creates. Their bundles must be on hand while the snapshot is made. */
const PREINSTALLED = ['uuid-ossp', 'pgcrypto', 'pg_stat_statements', 'supabase_vault'];

const bundles: Record<string, string> = JSON.parse(
  readFileSync(path.join(assets, 'extensions.json'), 'utf8'),
).bundles;
const extensions = Object.fromEntries(
  PREINSTALLED.map((name) => {
    const bundlePath = pathToFileURL(path.join(assets, 'extensions', bundles[name] ?? `missing-${name}`));
    return [name, { name, setup: async () => ({ bundlePath }) }];
  }),
);

const pg = await PGlite.create({
  initDbStartParams: [...INITDB_PARAMS],
  startParams: startParams(PGlite.defaultStartParams),
  extensions,
});
for (const file of readdirSync(platform)
  .filter((name) => name.endsWith('.sql'))
  .sort()) {
  try {
    await pg.exec(`reset all; reset role; ${readFileSync(path.join(platform, file), 'utf8')}`);
  } catch (error) {
    console.error(`${file}: ${error instanceof Error ? error.message : error}`);
    console.error(JSON.stringify(error, ['code', 'detail', 'hint', 'position', 'where']));
    process.exit(1);
  }
}
for (const statement of [
  'reset all; reset role',
  "update pg_database set datistemplate = false where datname in ('template0', 'template1')",
  'drop database template0',
  'drop database template1',
  'vacuum full freeze',
  'delete from pg_statistic',
  'vacuum full pg_statistic',
  'checkpoint',
  'select pg_switch_wal()',
  'checkpoint',
]) {
  await pg.exec(statement);
}
const current = (await pg.query<{ wal: string }>('select pg_walfile_name(pg_current_wal_lsn()) wal')).rows[0]
  ?.wal;
await pg.close();

const fs = pg.Module.FS;
const walFolder = '/pglite/data/pg_wal';
for (const name of fs.readdir(walFolder)) {
  if (/^[0-9A-F]{24}$/.test(name) && name !== current) fs.unlink(`${walFolder}/${name}`);
}
const tar = Buffer.from(await (await dump()).arrayBuffer());
writeFileSync(out, tar);
console.log(`snapshot ${(tar.length / 2 ** 20).toFixed(1)} MiB`);
process.exit(0);

async function dump(): Promise<Blob> {
  const filesystem: unknown = Reflect.get(pg, 'fs');
  if (!hasDumpTar(filesystem)) throw new Error('PGlite no longer offers fs.dumpTar');
  return await filesystem.dumpTar('snapshot', 'none');
}

function hasDumpTar(value: unknown): value is { dumpTar(name: string, compression: 'none'): Promise<Blob> } {
  return typeof value === 'object' && value !== null && 'dumpTar' in value;
}

function freezeTheWorld(): void {
  process.env.TZ = 'UTC';
  const instant = Date.UTC(2026, 0, 1);
  let tick = 0;
  globalThis.Date = new Proxy(Date, {
    construct: (target, given) => Reflect.construct(target, given.length === 0 ? [instant] : given),
    get: (target, key) => (key === 'now' ? () => instant : Reflect.get(target, key)),
  });
  performance.now = () => tick++ / 1000;
  // Two streams: how often others call Math.random must not change what the server draws.
  const stream = (): (() => number) => {
    let seed = 1;
    return () => {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      return (seed >>> 8) & 0xff;
    };
  };
  const chance = stream();
  const next = stream();
  Math.random = () => chance() / 256;
  crypto.getRandomValues = (array) => {
    if (array !== null) {
      const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
      for (let i = 0; i < bytes.length; i++) bytes[i] = next();
    }
    return array;
  };
}
