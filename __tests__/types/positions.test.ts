// Where a change stands in the committed types file: at each object of real files, and at what an added one would
// stand in.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import type { ObjectId } from '../../src/findings/object-id.ts';
import { readTypes } from '../../src/project/types-file/types-file.ts';
import type { ToldChange } from '../../src/types/change.ts';
import { parseTypes } from '../../src/types/parse.ts';
import { withPlaces } from '../../src/types/positions.ts';
import { type JsonFinding, PROJECTS, runJson } from '../cli/run.ts';
import { readMatrix } from './matrix/matrix.ts';
import { database, table } from './texts.ts';

const removed = (object: ObjectId): ToldChange => ({ kind: 'composite-type-removed', object });

/** Every object of a file, and what its line begins with at its column. */
function objectsOf(text: string): { object: ObjectId; name: string }[] {
  const { schemas } = parseTypes(text, 'types.ts');
  return [...schemas].flatMap(([schema, { relations, enums, compositeTypes, functions }]) => [
    { object: { kind: 'schema', name: schema }, name: schema } as const,
    ...[...relations].flatMap(([relation, { kind, shapes, relationships = [] }]) => [
      { object: { kind, schema, name: relation }, name: relation },
      ...[...(shapes.Row?.keys() ?? [])].map((name) => ({
        object: { kind: 'column', schema, relation, name } as const,
        name,
      })),
      ...relationships.map(({ name }) => ({
        object: { kind: 'relationship', schema, relation, name } as const,
        name: `foreignKeyName: ${name}`,
      })),
    ]),
    ...[...enums].flatMap(([name, labels]) => [
      { object: { kind: 'enum', schema, name } as const, name },
      ...labels.map((label) => ({
        object: { kind: 'enum-value', schema, enum: name, name: label } as const,
        name: label,
      })),
    ]),
    ...[...compositeTypes.keys()].map((name) => ({
      object: { kind: 'composite-type', schema, name } as const,
      name,
    })),
    ...[...functions.keys()].map((name) => ({
      object: { kind: 'function', schema, name, args: [] } as const,
      name,
    })),
  ]);
}

const unquoted = (text: string): string => text.replace(/["'\\]/g, '');

/** What a file has at a place, quotes left out, up to the length of what is expected there. */
function wordsAt(text: string, { line, column = 0 }: { line: number; column?: number }, expected: string) {
  const at = [...(text.split('\n')[line - 1] ?? '')].slice(column - 1).join('');
  return unquoted(at).slice(0, unquoted(expected).length);
}

/** The oldest and the newest generator, each in all formats. */
const FILES = readMatrix().filter(({ generator }) => /-(0\.84\.2|3\.1\.0)$/.test(generator));

test.each(FILES)('each object of $generator by $formatter is at its own name', ({ text }) => {
  const objects = objectsOf(text);
  expect(objects.length).toBeGreaterThan(100);
  const places = withPlaces(
    { path: 'types.ts', text },
    objects.map(({ object }) => removed(object)),
  );
  const found = places.map(({ place }, index) => wordsAt(text, place, objects[index]?.name ?? ''));
  expect(found).toEqual(objects.map(({ name }) => unquoted(name)));
  // Two objects are never at one place.
  const distinct = (values: unknown[]): number => new Set(values.map((value) => JSON.stringify(value))).size;
  expect(distinct(places.map(({ place }) => place))).toBe(distinct(objects.map(({ object }) => object)));
});

describe('in the example project that drifted', () => {
  const { report } = runJson(['check', '--project', 'drifted']);
  const text = readFileSync(`${PROJECTS}/drifted/src/types/database.types.ts`, 'utf8');
  const added = report.findings.filter(({ ruleId }) => ruleId.endsWith('-added'));
  const others = report.findings.filter((finding) => !added.includes(finding));

  test('every finding has a place', () => {
    expect(report.findings.length).toBeGreaterThan(30);
    expect(report.findings.map(({ typesLocation }) => typesLocation?.file)).toEqual(
      report.findings.map(() => 'src/types/database.types.ts'),
    );
  });

  test.each(others.map((finding) => [finding.ruleId, finding.id, finding] as const))(
    '%s %s is at what the file says of it',
    (ruleId, _, { subject, committed = '', typesLocation = { line: 0 } }) => {
      const name = ruleId.endsWith('-renamed') ? committed : subject.name;
      const expected =
        subject.kind === 'relationship' ? `foreignKeyName: ${name}` : subject.parameters ? '{ Args:' : name;
      expect(wordsAt(text, typesLocation, expected)).toBe(expected);
    },
  );

  const owner = ({ subject }: JsonFinding): string =>
    ({
      schema: 'Database = ',
      table: 'Tables: ',
      view: 'Views: ',
      enum: 'Enums: ',
      'composite-type': 'CompositeTypes: ',
      function: 'Functions: ',
      relationship: 'Relationships: ',
    })[subject.kind] ?? `${subject.relation ?? subject.enum}: `;

  test.each(added.map((finding) => [finding.ruleId, finding.id, finding] as const))(
    '%s %s is at what it would stand in',
    (_, __, finding) => {
      const expected = owner(finding);
      const from = finding.subject.kind === 'schema' ? `export type ${expected}` : expected;
      expect(wordsAt(text, finding.typesLocation ?? { line: 0 }, from)).toBe(from);
    },
  );
});

describe('a change', () => {
  const text = database({ Tables: table('people', { row: 'id: number; full_name: string' }) });
  const words = (changes: ToldChange[]): string[] =>
    withPlaces({ path: 'types.ts', text }, changes).map(({ place }) => wordsAt(text, place, 'x'.repeat(9)));
  const column = (relation: string, name: string): ObjectId => ({
    kind: 'column',
    schema: 'public',
    relation,
    name,
  });
  const renamed: ToldChange[] = [
    {
      kind: 'relation-renamed',
      object: { kind: 'table', schema: 'public', name: 'users' },
      committed: 'people',
      generated: 'users',
    },
    {
      kind: 'column-renamed',
      object: column('users', 'name'),
      committed: 'full_name',
      generated: 'name',
    },
  ];

  test('of what was renamed is at the name that the file has', () => {
    const retyped: ToldChange = {
      kind: 'column-type-changed',
      object: column('users', 'name'),
      shapes: ['Insert'],
      committed: 'string',
      generated: 'number',
    };
    const lost = removed(column('users', 'id'));
    expect(words([...renamed, retyped, lost])).toEqual(['people: {', 'full_name', 'full_name', 'id: numbe']);
  });

  test('of one shape alone is at that shape', () => {
    const at = (shapes: ('Row' | 'Insert' | 'Update')[]): number | undefined =>
      withPlaces({ path: 'types.ts', text }, [
        {
          kind: 'column-optionality-changed',
          object: column('people', 'id'),
          shapes,
          committed: 'required',
          generated: 'optional',
        },
      ])[0]?.place.column;
    const columns = [at(['Row']), at(['Insert']), at(['Update'])];
    expect(columns).toEqual([...new Set(columns)].sort((a, b) => Number(a) - Number(b)));
    expect(at(['Insert', 'Update'])).toBe(at(['Insert']));
  });

  test('of a table that became a view is at the table', () => {
    expect(words([removed({ kind: 'view', schema: 'public', name: 'people' })])).toEqual(['people: {']);
  });

  test('in a schema that the file does not have is at the database type', () => {
    expect(words([removed({ kind: 'table', schema: 'other', name: 'people' })])).toEqual(['export ty']);
  });

  test('counts columns in characters, and lines from the start of the file, log lines included', () => {
    const odd = database({ Tables: table('"🧾 a"', { row: '"🧾": string; b: string' }) }).replaceAll(
      '\n',
      '\r\n',
    );
    const file = readTypes(Buffer.from(`Connecting to db 5432\r\n\r\n${odd}`), 'types.ts');
    const [found] = withPlaces(file, [removed(column('🧾 a', 'b'))]);
    const whole = `\n\n${odd}`;
    expect(wordsAt(whole, found?.place ?? { line: 0 }, 'b: string')).toBe('b: string');
  });

  test('behind a separator that TypeScript takes for the end of a line is where editors show it', () => {
    const odd = database({ Tables: table('people', { row: '"a\u2028b": string; gone: string' }) });
    const [found] = withPlaces({ path: 'types.ts', text: odd }, [removed(column('people', 'gone'))]);
    expect(wordsAt(odd, found?.place ?? { line: 0 }, 'gone')).toBe('gone');
  });

  test('parses nothing when there is none', () => {
    expect(withPlaces({ path: 'types.ts', text: 'no types {' }, [])).toEqual([]);
  });
});
