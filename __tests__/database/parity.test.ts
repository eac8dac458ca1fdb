import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type EmbeddedDatabase, openEmbedded } from '../../src/database/embedded.ts';
import { extensionsNamedIn } from '../../src/database/platform/bundles.ts';
import { replay } from '../../src/database/replay.ts';
import { generateTypes } from '../../src/database/typegen.ts';
import type { MigrationSource } from '../../src/migrations/migration.ts';
import { diffTypes } from '../../src/types/diff.ts';
import { parseTypes } from '../../src/types/parse.ts';
import { PROJECTS } from '../cli/run.ts';
import { resetAndGenerate, serve } from '../tools/real-cli.ts';
import { CATALOGUE } from './catalogue-query.ts';

/** Projects that replay from the first to the last file. */
const REPLAYABLE = ['backoffice', 'drifted', 'prettier-semicolons', 'interface-types', 'monorepo/apps/web'];

function migrationsOf(project: string): MigrationSource[] {
  const folder = `${PROJECTS}/${project}/supabase/migrations`;
  return readdirSync(folder)
    .sort()
    .map((file) => ({
      file,
      version: file.split('_')[0] ?? '',
      name: file.replace(/^\d+_/, '').replace(/\.sql$/, ''),
      sql: readFileSync(`${folder}/${file}`, 'utf8'),
    }));
}

describe.each(REPLAYABLE)('%s: the built-in replay and the real `supabase db reset`', (project) => {
  let ours: EmbeddedDatabase;
  let theirs: EmbeddedDatabase;
  let theirTypes: string;

  beforeAll(async () => {
    const migrations = migrationsOf(project);
    const extensions = extensionsNamedIn(migrations.map(({ sql }) => sql));
    ours = await openEmbedded({ extensions });
    theirs = await openEmbedded({ extensions });
    const outcome = await replay(ours, { migrations }, () => undefined);
    expect(outcome.status).toBe('replayed');
    const served = await serve(theirs);
    theirTypes = await resetAndGenerate(`${PROJECTS}/${project}`, served.url);
    await served.stop();
  });
  afterAll(async () => {
    await ours.close();
    await theirs.close();
  });

  test('record the same history, statement by statement', async () => {
    const history =
      'select version, name, statements from supabase_migrations.schema_migrations order by version';
    expect((await ours.query(history)).rows).toEqual((await theirs.query(history)).rows);
  });

  test('leave the same catalogue', async () => {
    const [mine, real] = [(await ours.query(CATALOGUE)).rows, (await theirs.query(CATALOGUE)).rows];
    expect(mine.length).toBeGreaterThan(50);
    expect(mine).toEqual(real);
  });

  test('give the same types, object by object', async () => {
    const real = parseTypes(theirTypes, 'theirs.ts');
    const mine = parseTypes(await generateTypes(ours, [...real.schemas.keys()]), 'ours.ts');
    expect(diffTypes(real, mine).changes).toEqual([]);
  });
});
