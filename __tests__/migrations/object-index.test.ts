import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type EmbeddedDatabase, openEmbedded } from '../../src/database/embedded.ts';
import { formatObjectId, type ObjectId } from '../../src/findings/object-id.ts';
import type { MigrationSource } from '../../src/migrations/migration.ts';
import { indexMigrations, type Touch } from '../../src/migrations/object-index.ts';
import {
  type BlameCase,
  FUNCTION_CASES,
  KEY_CASES,
  TABLE_CASES,
  TYPE_CASES,
  VIEW_CASES,
} from './blame-cases.ts';
import { BLOCK_CASES } from './block-cases.ts';
import { type BuiltCatalogue, catalogueOf, namesOf, schemasOf } from './built-catalogue.ts';
import { FACET_CASES, PART_CASES } from './part-cases.ts';

const CASES = [
  ...TABLE_CASES,
  ...KEY_CASES,
  ...VIEW_CASES,
  ...TYPE_CASES,
  ...FUNCTION_CASES,
  ...BLOCK_CASES,
  ...PART_CASES,
];

const migrations = (sql: string | string[]): MigrationSource[] =>
  [sql]
    .flat()
    .map((text, index) => ({ file: `${index + 1}_m.sql`, version: `${index + 1}`, name: 'm', sql: text }));

/** Reads `column public.t.id`. */
function objectOf(text: string): ObjectId {
  const [kind = '', rest = ''] = text.split(/ (.*)/s);
  const [schema = '', name = '', part = ''] = rest.split('.');
  switch (kind) {
    case 'schema':
      return { kind, name: schema };
    case 'table':
    case 'view':
    case 'materialized-view':
    case 'enum':
    case 'composite-type':
    case 'domain':
      return { kind, schema, name };
    case 'function':
      return { kind, schema, name, args: [] };
    case 'label':
      return { kind: 'enum-value', schema, enum: name, name: part };
    case 'index':
    case 'sequence':
      return { kind, schema, name };
    case 'extension':
    case 'publication':
    case 'event-trigger':
    case 'foreign-server':
    case 'foreign-data-wrapper':
    case 'cron-job':
    case 'default-privileges':
    case 'role':
      return { kind, name: rest };
    case 'column':
    case 'relationship':
    case 'constraint':
    case 'policy':
    case 'trigger':
    case 'rule':
      return { kind, schema, relation: name, name: part };
    default:
      throw new Error(`There is no kind ${kind}.`);
  }
}

/** The action, and the text from the blamed place on. */
function told(touch: Touch | undefined, files: readonly MigrationSource[]): string {
  if (!touch) return 'nothing';
  const { file, line, column = 1 } = touch.location;
  const lines = files.find((each) => each.file === file)?.sql.split('\n') ?? [];
  const [first = '', ...rest] = lines.slice(line - 1);
  return `${touch.action}: ${[[...first].slice(column - 1).join(''), ...rest].join('\n')}`;
}

describe('blame points at', () => {
  test.each(CASES)('$sentence', async ({ sql, blames }) => {
    const files = migrations(sql);
    const { blame, refused } = await indexMigrations(files);
    expect(refused).toEqual([]);
    const found = blames.map(([object, expected]) => [
      object,
      told(blame(objectOf(object)), files).slice(0, expected.length),
    ]);
    expect(found).toEqual(blames);
  });
});

describe('blame for what of an object was changed points at', () => {
  test.each(FACET_CASES)('$sentence', async ({ sql, blames }) => {
    const files = migrations(sql);
    const { lastSet } = await indexMigrations(files);
    const found = blames.map(([object, facet, expected]) => [
      object,
      facet,
      told(lastSet(objectOf(object), facet), files).slice(0, expected.length),
    ]);
    expect(found).toEqual(blames);
  });
});

describe('PostgreSQL agrees', () => {
  let database: EmbeddedDatabase;
  let platform: string[];
  beforeAll(async () => {
    database = await openEmbedded({ extensions: ['citext'] });
    platform = await schemasOf(database);
  });
  afterAll(() => database.close());

  /** What the catalogue holds after the migrations, none of which stays. */
  async function built(sql: string | string[]): Promise<BuiltCatalogue> {
    await database.exec('begin');
    try {
      for (const each of [sql].flat()) await database.exec(`${each}; reset all`);
      return await catalogueOf(database, platform);
    } finally {
      await database.exec('rollback');
    }
  }

  test.each(CASES)('on what there is after $sentence', async ({ sql, blames }: BlameCase) => {
    const { relations, functions, enums, blame } = await indexMigrations(migrations(sql));
    const catalogue = await built(sql);
    expect(namesOf(relations)).toEqual(catalogue.relations);
    expect(namesOf([...functions, ...enums])).toEqual(catalogue.items);
    const lost = catalogue.objects.filter(
      ({ id }) => id.kind !== 'function' && (blame(id)?.action ?? 'drop') === 'drop',
    );
    expect(lost).toEqual([]);
    const there = new Set(catalogue.objects.map(({ id }) => formatObjectId(id)));
    const gone = blames.filter(
      ([object, expected]) => !object.startsWith('function') && /^(?:drop|nothing)/.test(expected),
    );
    expect(gone.filter(([object]) => there.has(formatObjectId(objectOf(object))))).toEqual([]);
  });
});
