// One schema through nine generators and three formatters: whichever two of the files stand against each other, they
// are in sync, and every difference of generators is told once.

import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type EmbeddedDatabase, openEmbedded } from '../../../src/database/embedded/engine.ts';
import { extensionsNamedIn } from '../../../src/database/platform/bundles.ts';
import { generateTypes } from '../../../src/database/typegen.ts';
import { formatObjectId } from '../../../src/findings/object-id.ts';
import { compareTypes } from '../../../src/types/comparison.ts';
import { diffTypes } from '../../../src/types/diff.ts';
import { versionsOf } from '../../../src/types/generator.ts';
import type { DatabaseTypes } from '../../../src/types/model.ts';
import { parseTypes } from '../../../src/types/parse.ts';
import { type Cell, FACTS, KNOWN, readMatrix, SCHEMAS } from './matrix.ts';
import { NOTICES } from './notices.ts';

const CELLS = readMatrix();
const GENERATORS = [...new Set(CELLS.map(({ generator }) => generator))];
const nameOf = ({ generator, formatter }: Cell): string => `${generator}.${formatter}`;

const parsed = new Map<string, DatabaseTypes>();
/** Nothing is said of who made a file: the text must tell. */
function typesOf({ file, text }: Cell): DatabaseTypes {
  const types = parsed.get(file) ?? parseTypes(text, file);
  parsed.set(file, types);
  return types;
}

/** The supabase versions that each generator's files look like. */
const LOOKS_LIKE: Record<string, string> = {
  'postgres-meta-0.84.2': '2.19 and earlier',
  'postgres-meta-0.91.6': '2.20 to 2.51',
  'postgres-meta-0.95.2': '2.52 to 2.117',
  'postgres-meta-0.98.0': '2.52 to 2.117',
  'postgres-meta-0.99.0': '2.118 to 2.121',
  'supabase-2.118.0': '2.118 to 2.121',
  'supabase-2.122.1': '2.122 and later',
  'supabase-3.0.0': '2.122 and later',
  'supabase-3.1.0': '2.122 and later',
};

test('the matrix has every generator, each raw and by three formatters, and no file without a cell', () => {
  expect(GENERATORS).toEqual(Object.keys(LOOKS_LIKE));
  expect(CELLS).toHaveLength(36);
  const files = readdirSync(new URL('.', import.meta.url)).filter((file) => file.endsWith('.ts.txt'));
  expect([...new Set(CELLS.map(({ file }) => file))].sort()).toEqual(files.sort());
});

test('a file tells its generator, however it is formatted', () => {
  const told = CELLS.map((cell) => {
    const [first] = typesOf(cell).schemas.values();
    return [nameOf(cell), first && versionsOf(first.generator)];
  });
  expect(told).toEqual(CELLS.map((cell) => [nameOf(cell), LOOKS_LIKE[cell.generator]]));
});

test('every generator writes partitions, so that one which the committed types lack is drift (A4.9)', () => {
  const lacking = CELLS.filter((cell) => {
    const relations = typesOf(cell).schemas.get('public')?.relations;
    return !relations?.has('events_2026_10') || !relations.has('events_2026_11');
  });
  expect(lacking.map(nameOf)).toEqual([]);
});

/** Cells that are byte for byte the same stand against others once. */
const DISTINCT = CELLS.filter(({ file }, index) => CELLS.findIndex((cell) => cell.file === file) === index);
const CHOICE = { named: [], expected: SCHEMAS, platform: new Set<string>() };

test.each(DISTINCT.map(nameOf))(
  '%s, committed, is in sync with every file, with one notice a cause and one on the generators',
  (name) => {
    const before = DISTINCT.find((cell) => nameOf(cell) === name);
    if (before === undefined) throw new Error(name);
    for (const after of DISTINCT) {
      const { changes, notices } = compareTypes(typesOf(before), typesOf(after), CHOICE, KNOWN);
      const drift = changes.map(({ kind, object }) => `${kind} ${formatObjectId(object)}`);
      expect({ against: nameOf(after), drift }).toEqual({ against: nameOf(after), drift: [] });
      expect(new Set(notices.map(({ message }) => message)).size).toBe(notices.length);
      const skew = notices.filter(({ code }) => code === 'generator-versions-differ');
      const differ = LOOKS_LIKE[before.generator] !== LOOKS_LIKE[after.generator];
      expect(skew).toHaveLength(differ ? 1 : 0);
      if (before.generator === after.generator) expect(notices).toEqual([]);
    }
  },
);

test.each(GENERATORS)('%s, committed, gives exactly the notices that are known of each pair', (generator) => {
  for (const before of DISTINCT.filter((cell) => cell.generator === generator)) {
    for (const after of DISTINCT) {
      const { notices } = compareTypes(typesOf(before), typesOf(after), CHOICE, KNOWN);
      const told = notices.flatMap(({ message, count }) => {
        const entry = /\((A[\d.]+)\)\.$/.exec(message)?.[1];
        return entry === undefined ? [] : [`${entry}×${count}`];
      });
      const pair = [before.generator, after.generator];
      const known = NOTICES[pair.join(' ')] ?? NOTICES[pair.toReversed().join(' ')] ?? '';
      expect({ against: nameOf(after), told: told.join(' ') }).toEqual({
        against: nameOf(after),
        told: known,
      });
    }
  }
});

describe('the schema of the matrix', () => {
  let database: EmbeddedDatabase;
  beforeAll(async () => {
    const sql = readFileSync(new URL('schema.sql', import.meta.url), 'utf8');
    database = await openEmbedded({ extensions: extensionsNamedIn([sql]) });
    await database.exec(sql);
  });
  afterAll(() => database.close());

  test('is in sync with every file, as the product generates it today', async () => {
    const text = await generateTypes(database, SCHEMAS);
    const generated = parseTypes(text, 'the generated types', true);
    for (const cell of CELLS) {
      const { changes } = diffTypes(typesOf(cell), generated, KNOWN);
      expect([nameOf(cell), changes]).toEqual([nameOf(cell), []]);
    }
  });

  test('has the facts that the files do not tell', async () => {
    const query = async (sql: string): Promise<unknown[]> =>
      (await database.query(sql)).rows.map((row) => Object.values(Object(row))[0]);
    const home = `from pg_proc p join pg_namespace n on n.oid = pronamespace
                  where nspname in (${SCHEMAS.map((schema) => `'${schema}'`).join(', ')})`;
    expect(
      await query(`select nspname || '.' || proname ${home} and proretset and prorows = 1 order by 1`),
    ).toEqual(FACTS.returnsOneRow);
    expect(
      await query(
        `select nspname || '.' || proname ${home} and pronargs = 1 and proargnames is null order by 1`,
      ),
    ).toEqual(FACTS.takesUnnamed);
    expect(
      await query(`select nspname || '.' || proname ${home}
        and exists (select from pg_type t where t.oid = any (proargtypes) and typtype = 'c') order by 1`),
    ).toEqual(FACTS.takesRow);
    expect(
      await query(`select nspname || '.' || proname || '.' || argument
        from (select nspname, proname, unnest(proargnames) argument, unnest(proargmodes) mode ${home}) all_arguments
        where mode in ('b', 'v') order by 1`),
    ).toEqual(FACTS.inOutOrVariadic);
    const schemas = SCHEMAS.map((schema) => `'${schema}'`).join(', ');
    const columns = `from pg_attribute a join pg_class c on c.oid = attrelid join pg_namespace n on n.oid = relnamespace
                     where nspname in (${schemas}) and relkind = 'r'`;
    const column = "nspname || '.' || relname || '.' || attname";
    const intervals = "('interval'::regtype, 'interval[]'::regtype)";
    expect(await query(`select ${column} ${columns} and attgenerated <> '' order by 1`)).toEqual(
      FACTS.isComputed,
    );
    expect(
      await query(`select ${column} as name ${columns} and atttypid in ${intervals}
        union select nspname || '.' || proname ${home} and exists (
          select from unnest(coalesce(proallargtypes, proargtypes::oid[]) || prorettype) type
            where type in ${intervals} or type = 'public.orders'::regtype) order by 1`),
    ).toEqual([...FACTS.usesLearntType].sort());
    expect(
      await query(`select nspname || '.' || relname from pg_class c join pg_namespace n on n.oid = relnamespace
        where nspname in (${schemas}) and relkind = 'v' and pg_relation_is_updatable(c.oid, true) & 12 <> 0
          and pg_relation_is_updatable(c.oid, false) & 20 <> 20 order by 1`),
    ).toEqual(FACTS.isLateWritable);
  });
});
