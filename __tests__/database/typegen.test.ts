// What our engine's release does otherwise than the CLI's, held against the CLI itself.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type EmbeddedDatabase, openEmbedded } from '../../src/database/embedded/engine.ts';
import { generateTypes } from '../../src/database/typegen.ts';
import { parseTypes } from '../../src/types/parse.ts';
import { CLI_3, runIn, serve } from '../tools/real-cli.ts';

/** Views of one schema on tables and views of others, whose foreign keys lead back, aside and nowhere. */
const SQL = `
create schema "hid)'den";
set search_path = "hid)'den", public;
create table public.organization (id bigint primary key, name text);
create table account (id bigint primary key, organization_id bigint not null references public.organization);
create table entry (id bigint primary key, account_id bigint references account,
                    organization_id bigint unique references public.organization);
create view entries as select * from entry;
create view public.accounts as select id, organization_id from account;
create view public.through_a_view as select id, account_id, organization_id from entries;
create materialized view public.stored as select id, account_id, organization_id from entry;
create view public.sessions as select id, user_id from auth.sessions;
create view public.users as select id, email from auth.users;
create table public.profiles (id uuid primary key references auth.users);`;

let db: EmbeddedDatabase;
const folder = mkdtempSync(path.join(tmpdir(), 'typegen-'));

beforeAll(async () => {
  db = await openEmbedded({ extensions: [] });
  await db.exec(SQL);
  mkdirSync(path.join(folder, 'supabase'));
  writeFileSync(path.join(folder, 'supabase/config.toml'), 'project_id = "views"\n');
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});

/** `relation.key -> referenced`, in order. */
function relationshipsOf(text: string): string[] {
  const relations = [...(parseTypes(text, 'types.ts').schemas.get('public')?.relations ?? [])];
  return relations
    .flatMap(([relation, { relationships }]) =>
      (relationships ?? []).map(
        (one) => `${relation}.${one.name} ${one.isOneToOne} -> ${one.referencedRelation}`,
      ),
    )
    .sort();
}

test('a view shows the foreign keys of tables in schemas that are not asked for, as with the real CLI', async () => {
  const ours = relationshipsOf(await generateTypes(db, ['public']));
  const { url, stop } = await serve(db);
  const args = ['gen', 'types', `--remote=${url}`, '--schema', 'public', '--agent', 'no'];
  const theirs = relationshipsOf(await runIn(folder, process.execPath, [CLI_3.script, ...args]));
  await stop();
  expect(ours).toContain('stored.entry_organization_id_fkey true -> organization');
  expect(ours).toEqual(theirs);
});

test('the foreign keys of schemas whose names have quotes and brackets are shown too', async () => {
  const ours = relationshipsOf(await generateTypes(db, ["hid)'den", 'public']));
  expect(ours).toContain('through_a_view.entry_organization_id_fkey true -> organization');
});
