// Versions that migrations name and the embedded database does not have, in the database itself.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type EmbeddedDatabase, openEmbedded } from '../../src/database/embedded/engine.ts';
import { extensionsNamedIn } from '../../src/database/platform/bundles.ts';
import { versionsAskedIn } from '../../src/database/platform/extension-versions.ts';

const PULLED = `create extension if not exists "pgmq" with schema "pgmq" version '1.4.4';
create extension if not exists "citext" with schema "public" version '1.4';
create extension ltree version "0.9-beta";`;
const LATER = `alter extension pgmq update to '1.4.5'; alter extension "ltree" update;`;

let db: EmbeddedDatabase;

beforeAll(async () => {
  db = await openEmbedded({ extensions: extensionsNamedIn([PULLED, LATER]) });
});
afterAll(() => db.close());

const versions = async (): Promise<unknown[]> =>
  (
    await db.query(`select extname as name, extversion as version from pg_extension
                     where extname in ('pgmq', 'citext', 'ltree') order by 1`)
  ).rows;

test('are created, updated and brought back to what there is', async () => {
  await db.exec(`create schema pgmq; ${PULLED}`);
  expect(await versions()).toEqual([
    { name: 'citext', version: '1.4' },
    { name: 'ltree', version: '0.9-beta' },
    { name: 'pgmq', version: '1.4.4' },
  ]);
  await db.exec(LATER);
  expect(await versions()).toEqual([
    { name: 'citext', version: '1.4' },
    { name: 'ltree', version: '1.3' },
    { name: 'pgmq', version: '1.4.5' },
  ]);
});

test('are refused when no migration names them', async () => {
  await expect(db.exec(`alter extension pgmq update to '9.9'`)).rejects.toThrow(
    'extension "pgmq" has no update path from version "1.4.5" to version "9.9"',
  );
});

test('are those of extensions, not of the words around them', () => {
  expect(versionsAskedIn([`${PULLED}\n${LATER}`])).toEqual([
    'pgmq=1.4.4',
    'citext=1.4',
    'ltree=0.9-beta',
    'pgmq=1.4.5',
  ]);
  expect(versionsAskedIn(['create extension pgmq; select version from x;', 'create extension http'])).toEqual(
    [],
  );
});
