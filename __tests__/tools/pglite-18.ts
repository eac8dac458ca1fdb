// A database of PostgreSQL 18 with the platform in it: PGlite's next release, for which no snapshot is built. The platform
// is run into it from its sources, as .ci/snapshot.ts does.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pgTypes from 'pg-types';
import { PGlite } from 'pglite-18';
import { pgcrypto } from 'pglite-18/contrib/pgcrypto';
import { uuid_ossp } from 'pglite-18/contrib/uuid_ossp';
import { startParams } from '../../src/database/platform/start.ts';
import type { Session } from '../../src/database/session.ts';
import { messageOf } from '../../src/errors.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PLATFORM = path.join(ROOT, 'src/database/platform');

/** Our stand-ins are SQL alone, and so fit any release. */
const standIn = (name: string) => ({
  name,
  setup: async () => ({
    bundlePath: pathToFileURL(path.join(ROOT, `dist/platform/extensions/${name}.tar.gz`)),
  }),
});

/** Starts one; the caller closes it. */
export async function openPglite18(): Promise<Pick<Session, 'run' | 'query'> & { close(): Promise<void> }> {
  const pglite = await PGlite.create({
    startParams: startParams(PGlite.defaultStartParams),
    extensions: {
      uuid_ossp,
      pgcrypto,
      pg_stat_statements: standIn('pg_stat_statements'),
      supabase_vault: standIn('supabase_vault'),
      pg_cron: standIn('pg_cron'),
    },
  });
  const files = readdirSync(PLATFORM).filter((name) => name.endsWith('.sql'));
  for (const file of files.sort()) {
    await pglite.exec(`reset all; reset role; ${readFileSync(path.join(PLATFORM, file), 'utf8')}`);
  }
  await pglite.exec('reset all; reset role');
  const types = [...Array(4000).keys(), ...Object.keys(pglite.parsers).map(Number)];
  const parsers = Object.fromEntries(types.map((type) => [type, pgTypes.getTypeParser(type)]));
  return {
    run: (sql) =>
      pglite.exec(sql).then(
        () => ({ completed: 1 }),
        (error: unknown) => ({
          completed: 0,
          error: { sqlState: sqlStateOf(error), message: messageOf(error) },
        }),
      ),
    query: (sql) => pglite.query(sql, [], { parsers }),
    close: () => pglite.close(),
  };
}

const sqlStateOf = (error: unknown): string =>
  typeof error === 'object' && error !== null ? String(Reflect.get(error, 'code')) : 'XX000';
