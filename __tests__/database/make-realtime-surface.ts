// Writes fixtures/realtime-surface.json: what the schema realtime holds, read from the service's own migrations.
//   node .ci/run-ts.mjs __tests__/database/make-realtime-surface.ts CLONE
// CLONE is a clone of supabase/realtime. The SQL that its Elixir migrations execute is run in order; the two tables
// that they describe in Elixir instead (messages, schema_migrations) are left out. No text of theirs is kept.

import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { openEmbedded } from '../../src/database/embedded/engine.ts';
import { inSchema, readSurface } from './surface.ts';

const [clone = '', version = 'HEAD'] = process.argv.slice(2);
const folder = 'lib/realtime/tenants/repo/migrations';
const git = (...args: string[]): string =>
  execFileSync('git', ['-C', clone, ...args], { encoding: 'utf8', maxBuffer: 2 ** 26 });

/** The texts that `execute` gets in the part of a migration that goes forward. */
function executed(elixir: string): string[] {
  const [forward = ''] = elixir.split(/def (?:down|rollback)/);
  const call = /execute\(?\s*(?:~[sS])?(?:"""([\s\S]*?)"""|"((?:[^"\\]|\\.)*)")/g;
  return [...forward.matchAll(call)].map(([, block, line]) =>
    (block ?? line ?? '').replace(/\\([\\"n])/g, (_, escaped) => (escaped === 'n' ? '\n' : escaped)),
  );
}

const db = await openEmbedded({ extensions: [] });
await db.exec(`
  drop schema realtime cascade;
  create schema realtime authorization supabase_admin;
  grant all on schema realtime to supabase_realtime_admin;
  set check_function_bodies = off;
`);
for (const file of git('ls-tree', '--name-only', version, `${folder}/`).trim().split('\n').sort()) {
  for (const statement of executed(git('show', `${version}:${file}`))) {
    const { error } = await db.run(statement);
    if (error) console.log(`${file}: ${error.message}`);
    await db.run('reset role; reset search_path');
  }
}
const { functions, relations, types } = await readSurface(db, inSchema('realtime'));
delete relations['table realtime.messages'];
const commit = git('rev-parse', version).trim();
const facts = { repository: 'supabase/realtime', version: commit, folder, functions, relations, types };
writeFileSync(
  new URL('./fixtures/realtime-surface.json', import.meta.url),
  `${JSON.stringify(facts, null, 1)}\n`,
);
process.exit(0);
