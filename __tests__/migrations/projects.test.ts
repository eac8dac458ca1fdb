import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { replayTraced } from '../../src/database/embedded/shadow.ts';
import { formatObjectId, type ObjectId } from '../../src/findings/object-id.ts';
import { blameOf, type Touch } from '../../src/migrations/blame/blame.ts';
import { declaredIn } from '../../src/migrations/declared.ts';
import type { MigrationSource } from '../../src/migrations/migration.ts';
import { PROJECTS } from '../cli/run.ts';
import { buildCatalogue, type NamedObject, namesOf } from './built-catalogue.ts';

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

describe.each(REPLAYABLE)('%s: texts and trace, and the catalogue after the replay', (project) => {
  test('tell the same relations, functions and enums, and of each object a line that speaks of it', async () => {
    const migrations = migrationsOf(project);
    const [declared, built, trace] = await Promise.all([
      declaredIn(migrations),
      buildCatalogue(migrations),
      replayTraced({ migrations }),
    ]);
    expect([built.failure, trace.isWhole, declared.refused]).toEqual([undefined, true, []]);
    const named = (pattern: RegExp): string[] =>
      namesOf(
        declared.objects
          .filter(({ kind }) => pattern.test(kind))
          .map((one) => ({ ...one, kind: String(one.kind) })),
      );
    expect(named(/table$|view$/)).toEqual(built.relations);
    expect(named(/^(?:function|enum)$/)).toEqual(built.items);
    expect(built.objects.length).toBeGreaterThan(20);
    const blame = await blameOf(trace, migrations);
    const told = built.objects.map(({ id, words }) => ({
      id,
      words,
      // Of a function all that its row's columns do counts: the statement that made it names it.
      line: lineOf(blame.touch(id, id.kind === 'function' ? 'existence' : 'anything'), migrations),
    }));
    const wrong = told.filter(({ id, words, line }) => !isNotNamed(id) && !speaksOf(line, words));
    expect(wrong.map(({ id, line }) => [formatObjectId(id), line])).toEqual([]);
  });

  test('tell the same relations when the files end in CRLF, with a byte order mark', async () => {
    const plain = migrationsOf(project);
    const windows = plain.map((each) => ({ ...each, sql: `\uFEFF${each.sql.replaceAll('\n', '\r\n')}` }));
    const [mine, theirs] = await Promise.all([declaredIn(windows), declaredIn(plain)]);
    expect(mine.objects).toEqual(theirs.objects);
  });
});

/** Its tables stand in an array, so no statement names the policy of one; and a sequence moves with its table. */
const isNotNamed = (id: ObjectId): boolean =>
  (id.kind === 'policy' && id.name === 'Catalogue is readable') || id.kind === 'sequence';

function lineOf(touch: Touch | undefined, migrations: readonly MigrationSource[]): string | undefined {
  const sql = migrations.find(({ file }) => file === touch?.location.file)?.sql;
  return touch && sql?.split('\n')[touch.location.line - 1];
}

/** Labels stand in quotes, whose own quotes are doubled. */
const speaksOf = (line: string | undefined, words: NamedObject['words']): boolean =>
  line !== undefined &&
  words.some((word) => line.replaceAll("''", "'").toLowerCase().includes(word.toLowerCase()));
