// Which generator a file looks like: the fixtures of the projects, and files that were cut down, mended or are tiny.
// The files of the matrix are told in matrix/matrix.test.ts.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { skewOf, versionsOf } from '../../src/types/generator.ts';
import type { Generator } from '../../src/types/model.ts';
import { parseTypes } from '../../src/types/parse.ts';
import { readMatrix } from './matrix/matrix.ts';
import { database, table } from './texts.ts';

function generatorOf(text: string): Generator {
  const [first] = parseTypes(text, 'types.ts').schemas.values();
  if (first === undefined) throw new Error('no schema');
  return first.generator;
}
const looksLike = (text: string): string | undefined => versionsOf(generatorOf(text));

const cell = (generator: string): string =>
  readMatrix().find((one) => one.generator === generator && one.formatter === 'prettier')?.text ?? '';

/** As made by `__tests__/projects/generate-types.mjs`, which names the generator of each. */
const PROJECTS: [file: string, versions: string][] = [
  ['backoffice/src/lib/database.types.ts', '2.122 and later'],
  ['drifted/src/types/database.types.ts', '2.122 and later'],
  ['failing-replay/app/database.types.ts', '2.122 and later'],
  ['base-schema-drift/packages/types/src/supabase.ts', '2.122 and later'],
  ['monorepo/packages/db/src/types.gen.ts', '2.122 and later'],
  ['monorepo/apps/web/.generated/database.types.ts', '2.122 and later'],
  ['prettier-semicolons/types_db.ts', '2.52 to 2.117'],
  ['interface-types/src/types/supabase.ts', '2.19 and earlier'],
];

test.each(PROJECTS)('%s looks like supabase %s', (file, versions) => {
  const text = readFileSync(new URL(`../projects/${file}`, import.meta.url), 'utf8');
  expect(looksLike(text)).toBe(versions);
});

describe('a file that was cut down to its Database', () => {
  test.each([
    ['postgres-meta-0.84.2', '2.51 and earlier'],
    ['postgres-meta-0.91.6', '2.20 to 2.51'],
    ['postgres-meta-0.98.0', '2.52 to 2.117'],
    ['postgres-meta-0.99.0', '2.118 to 2.121'],
    ['supabase-3.1.0', '2.122 and later'],
  ])('%s still looks like supabase %s', (generator, versions) => {
    const text = cell(generator);
    const end = text.search(/^(type|export type) (PublicSchema|Tables|DatabaseWithoutInternals)\b/m);
    expect(end).toBeGreaterThan(1000);
    expect(looksLike(text.slice(0, end))).toBe(versions);
  });
});

describe('a file of two generators', () => {
  const rows = (count: number, column: string): string =>
    Array.from({ length: count }, (_, n) => table(`${column.length}_${n}`, { row: column })).join('');

  const mixed = (old: number, young: number): string =>
    database({ Tables: rows(old, 'meta: Json') + rows(young, 'meta: NonNullable<Json>') });

  test('may be by either', () => {
    expect(looksLike(mixed(5, 4))).toBe('2.121 and earlier');
    expect(looksLike(mixed(4, 5))).toBe('2.52 to 2.121');
  });

  test('looks like the one that wrote it when somebody edited a column of it', () => {
    expect(looksLike(mixed(5, 1))).toBe('2.117 and earlier');
    expect(looksLike(mixed(1, 5))).toBe('2.118 to 2.121');
  });

  test('looks like the one of its helper types when little else tells', () => {
    const text = `${database({ Tables: rows(1, 'meta: NonNullable<Json>') })}type PublicSchema = Database["public"]\n`;
    expect(looksLike(text)).toBe('2.19 and earlier');
  });
});

test('a file that says too little looks like no generator', () => {
  expect(looksLike(database({ Enums: 'e: "a"' }))).toBeUndefined();
  expect(looksLike(database({ Functions: 'f: { Args: { a: number }; Returns: number }' }))).toBeUndefined();
});

test('two generators are told apart only when their files could not be by the same one', () => {
  const [old, middle, wide, today, latest]: Generator[] = [
    { from: 0, to: 0 },
    { from: 2, to: 2 },
    { from: 1, to: 3 },
    { from: 3, to: 3 },
    { from: 4, to: 4 },
  ];
  if (!old || !middle || !wide || !today || !latest) throw new Error('five generators');
  expect(skewOf(middle, wide)).toBeUndefined();
  expect(skewOf({ from: 0, to: 4 }, today)).toBeUndefined();
  expect(skewOf(old, today)).toMatch(/2\.19 and earlier.*2\.118 to 2\.121.*`supabase@2\.118\.0`/);
  // Whoever is ahead is not told to go back.
  // What package.json says already is not advised again.
  for (const pinned of ['2.122.0', '2.122.7', '3.1.0', '3.10.2'])
    expect(skewOf(latest, today, pinned)).toMatch(
      /those of 2\.118 to 2\.121: compare with it by `--reset-with supabase-cli`\.$/,
    );
  expect(skewOf(latest, today, '2.121.3')).toBe(skewOf(latest, today));
  expect(skewOf(old, today, '2.120.0')).toMatch(
    /: generate them again with `supabase@2\.120\.0`, which package\.json names\.$/,
  );
  expect(skewOf(latest, today)).toMatch(/2\.122 and later.*2\.118 to 2\.121.*`supabase@3\.1\.0`/);
});
