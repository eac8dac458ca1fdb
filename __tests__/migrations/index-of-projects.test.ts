import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { formatObjectId, type ObjectId } from '../../src/findings/object-id.ts';
import type { MigrationSource } from '../../src/migrations/migration.ts';
import { indexMigrations, type Touch } from '../../src/migrations/object-index.ts';
import { PROJECTS } from '../cli/run.ts';
import { type BuiltObject, buildCatalogue, namesOf } from './built-catalogue.ts';

/** Projects that replay from the first to the last file. */
const REPLAYABLE = [
  'backoffice',
  'drifted',
  'prettier-semicolons',
  'interface-types',
  'monorepo/apps/web',
  'dashboard-first/replayable',
];

function migrationsOf(project: string): MigrationSource[] {
  const folder = `${PROJECTS}/${project}/supabase/migrations`;
  return readdirSync(folder)
    .sort()
    .map((file) => ({
      file,
      version: file.split('_')[0] ?? '',
      name: file,
      sql: readFileSync(`${folder}/${file}`, 'utf8'),
    }));
}

describe.each(REPLAYABLE)('%s: the index and the catalogue after the replay', (project) => {
  test('tell the same relations, functions and enums, and of each object a line that speaks of it', async () => {
    const migrations = migrationsOf(project);
    const [index, built] = await Promise.all([indexMigrations(migrations), buildCatalogue(migrations)]);
    expect(built.failure).toBeUndefined();
    expect(index.refused).toEqual([]);
    expect(namesOf(index.relations)).toEqual(built.relations);
    expect(namesOf([...index.functions, ...index.enums])).toEqual(built.items);
    expect(built.objects.length).toBeGreaterThan(20);
    const wrong = built.objects.filter(
      ({ id, words }) => !isMadeInLoop(id) && !speaksOf(lineOf(index.blame(id), migrations), words),
    );
    expect(wrong.map(({ id }) => [formatObjectId(id), lineOf(index.blame(id), migrations)])).toEqual([]);
  });

  test('tell the same relations when the files end in CRLF, with a byte order mark', async () => {
    const plain = migrationsOf(project);
    const windows = plain.map((each) => ({ ...each, sql: `\uFEFF${each.sql.replaceAll('\n', '\r\n')}` }));
    const [mine, theirs] = await Promise.all([indexMigrations(windows), indexMigrations(plain)]);
    expect(mine.relations).toEqual(theirs.relations);
  });
});

/** Its tables stand in an array: no statement names the policy of one. */
const isMadeInLoop = (id: ObjectId): boolean => id.kind === 'policy' && id.name === 'Catalogue is readable';

function lineOf(touch: Touch | undefined, migrations: readonly MigrationSource[]): string | undefined {
  const sql = migrations.find(({ file }) => file === touch?.location.file)?.sql;
  return touch && sql?.split('\n')[touch.location.line - 1];
}

/** Labels stand in quotes, whose own quotes are doubled. */
const speaksOf = (line: string | undefined, words: BuiltObject['words']): boolean =>
  line !== undefined &&
  words.some((word) => line.replaceAll("''", "'").toLowerCase().includes(word.toLowerCase()));
