// Grades against what the TypeScript compiler says of the same types: a change is safe if, and only if, code that
// compiled against the committed types fits the generated ones. Where a grade is 'dangerous', the compiler is not
// the last word, and .github/docs/grades.md says what it says.

import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ts } from 'ts-morph';
import { type ObjectId, owningObject } from '../../src/findings/object-id.ts';
import { groupBy } from '../../src/match.ts';
import type { ToldChange } from '../../src/types/change.ts';
import { isAssignable } from '../../src/types/compatibility/assignable.ts';
import { CASES, type CaseId } from '../../src/types/compatibility/cases.ts';
import { worstOf } from '../../src/types/compatibility/worst.ts';
import { caseOf } from '../../src/types/compatibility.ts';
import { diffTypes } from '../../src/types/diff.ts';
import { type DatabaseTypes, typeText } from '../../src/types/model.ts';
import { withMoves } from '../../src/types/moved.ts';
import { parseTypes } from '../../src/types/parse.ts';
import { withRenames } from '../../src/types/rename.ts';
import { typeFact } from '../../src/types/type-text.ts';
import { findingOf } from '../../src/types/wording.ts';
import { answersOf, assignments, type Question, type Rule } from './checker.ts';
import { fileOf, IDS, questionOf } from './grade-examples.ts';
import { mutate } from './mutations.ts';
import { GENERATED } from './styles.ts';
import { database, table } from './texts.ts';

/** As by a generator of today, so that no difference passes for one of generators. */
function facts(text: string): DatabaseTypes {
  const types = PARSED.get(text) ?? parseTypes(text, 'types.ts', true);
  PARSED.set(text, types);
  return types;
}
const PARSED = new Map<string, DatabaseTypes>();

const FITS = new Map(
  answersOf(IDS.map(questionOf)).map((answer, index): [CaseId | undefined, boolean] => [IDS[index], answer]),
);

const RENAMES: Partial<Record<CaseId, { from: ObjectId; to: ObjectId }>> = {
  'relation-renamed': {
    from: { kind: 'table', schema: 'public', name: 'purchases' },
    to: { kind: 'table', schema: 'public', name: 'orders' },
  },
  'column-renamed': {
    from: { kind: 'column', schema: 'public', relation: 'orders', name: 'full_name' },
    to: { kind: 'column', schema: 'public', relation: 'orders', name: 'name' },
  },
};

function changesOf(id: CaseId): ToldChange[] {
  const [committed, generated] = [facts(fileOf(id, 'committed')), facts(fileOf(id, 'generated'))];
  const rename = RENAMES[id];
  const renamed = withRenames(committed, generated, rename ? [rename] : []);
  const extensions = id === 'extension-moved' ? [EXTENSION] : [];
  return [
    ...renamed.changes,
    ...withMoves(diffTypes(renamed.committed, generated).changes, extensions, committed),
  ];
}

const EXTENSION = { name: 'an_extension', schema: 'extensions', brings: () => true, atLeast: 1 };

/** What only the database knows: it refuses a null that the compiler lets pass. */
const UNSEEN: CaseId[] = ['write-json-null'];

describe('each case of the table', () => {
  test.each(IDS)('%s is what its example is graded as', (id) => {
    expect(worstOf(changesOf(id).map(caseOf))).toBe(id);
  });

  test.each(IDS.filter((id) => CASES[id].compatibility !== 'dangerous' && !UNSEEN.includes(id)))(
    '%s is safe if, and only if, the compiler lets code of the committed types meet the generated ones',
    (id) => {
      expect(FITS.get(id)).toBe(CASES[id].compatibility === 'safe');
    },
  );
});

describe('the types that generators write', () => {
  const TYPES = [
    ...['string', 'number', 'boolean', 'unknown', 'never', 'undefined', 'Json', 'NonNullable<Json>', 'null'],
    ...['string | null', 'number | string', 'Json | null', 'NonNullable<Json> | null', 'unknown[]', 'Json[]'],
    ...[
      'string[]',
      '(string | null)[]',
      'number[][]',
      '(number | string)[]',
      '"a"',
      '"a" | "b"',
      'true',
      '1',
    ],
    ...[
      '{ a: string }',
      '{ a: string | null }',
      '{ a?: string }',
      '{ a: string; b?: number }',
      '{ a: Json }',
    ],
    ...['{ a: { b: number } }[]', '{ a: { b: number | null } }[]', '{ c: null }'],
    ...['{ error: true }', 'Date', 'Date | null', '{ a: Date }'],
    ...['Database["public"]["Enums"]["mood"]', 'Database["public"]["Enums"]["mood"] | null'],
    ...['Database["public"]["Enums"]["mood"][]'],
  ];
  const PRELUDE = `export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]
    export type Database = { public: { Enums: { mood: "sad" | "ok" }; Tables: { t: { Row: { id: number } } } } }`;
  const pairs = TYPES.flatMap((from) => TYPES.map((to) => [from, to] as const));
  const canonical = (text: string): string => {
    const source = ts.createSourceFile('t.ts', `type T = ${text}`, ts.ScriptTarget.Latest, true);
    const [alias] = source.statements;
    if (!alias || !ts.isTypeAliasDeclaration(alias)) throw new Error(text);
    return typeText(typeFact(alias.type));
  };

  test('fit each other as the compiler says', () => {
    const answers = assignments(pairs, PRELUDE);
    const wrong = pairs.filter(
      ([from, to], index) => isAssignable(canonical(from), canonical(to)) !== answers[index],
    );
    expect(wrong).toEqual([]);
    expect(answers.filter(Boolean).length).toBeGreaterThan(TYPES.length * 3);
  });
});

describe('random changes', () => {
  const SEED = Number(process.env.GRADES_SEED ?? 20261122);
  const RUNS = Number(process.env.GRADES_RUNS ?? 100);
  const TYPES = [
    'string',
    'number',
    'number | string',
    '"a"',
    'Json',
    'string[]',
    '{ a: string; b: number }',
  ];
  const type = fc
    .tuple(fc.constantFrom(...TYPES, '{ a: string }', 'Record<string, unknown>'), fc.boolean())
    .map(([text, isNullable]) => (isNullable ? `${text} | null` : text));
  const member = fc.tuple(fc.constantFrom('', '?'), type);
  const members = fc.dictionary(fc.constantFrom('a', 'b', 'c'), member, { noNullPrototype: true });
  const textOf = (named: Record<string, [string, string]>): string =>
    Object.entries(named)
      .map(([name, [mark, text]]) => `${name}${mark}: ${text}`)
      .join('; ');

  const tables = fc
    .record({ row: members, insert: members, update: members })
    .map(({ row, insert, update }) => ({ row: textOf(row), insert: textOf(insert), update: textOf(update) }))
    .map((shapes) => database({ Tables: table('t', shapes) }));
  const overload = fc
    .tuple(members, type)
    .map(
      ([args, returns]) =>
        `{ Args: ${textOf(args) === '' ? 'never' : `{ ${textOf(args)} }`}; Returns: ${returns} }`,
    );
  const functions = fc
    .uniqueArray(overload, { minLength: 1, maxLength: 3 })
    .map((overloads) => database({ Functions: `t: ${overloads.join(' | ')}` }));
  const composites = fc
    .dictionary(fc.constantFrom('a', 'b', 'c'), type, { minKeys: 1, noNullPrototype: true })
    .map((attributes) => Object.entries(attributes).map(([name, text]) => `${name}: ${text}`))
    .map((attributes) => database({ CompositeTypes: `t: { ${attributes.join('; ')} }` }));
  const enums = fc
    .uniqueArray(fc.constantFrom('"x"', '"y"', '"z"'), { minLength: 1 })
    .map((labels) => database({ Enums: `t: ${labels.join(' | ')}` }));

  test.each([
    ['the columns of a table', tables],
    ['the overloads of a function', functions],
    ['the attributes of a composite type', composites],
    ['the labels of an enum', enums],
  ])('of %s are graded as the compiler says', (_, files) => {
    const pairs = fc.sample(fc.tuple(files, files), { seed: SEED, numRuns: RUNS });
    const { right, wrong } = judged(pairs);
    expect(wrong).toEqual([]);
    expect(right).toBeGreaterThan(RUNS / 3);
  });

  test('of a schema as generators write it are graded as the compiler says', () => {
    const numbers = Array.from(
      { length: 22 * 4 },
      (_, index) => [index % 22, index * 7919, index * 104729] as const,
    );
    const pairs = numbers.flatMap((three): Pair[] => {
      const mutated = mutate(GENERATED, three);
      return mutated === undefined
        ? []
        : [
            [mutated.text, GENERATED],
            [GENERATED, mutated.text],
          ];
    });
    const { right, wrong } = judged(pairs);
    expect(wrong).toEqual([]);
    expect(right).toBeGreaterThan(120);
  });
});

type Pair = readonly [committed: string, generated: string];

interface Graded extends Question {
  /** What the grades of the object's changes say, each as the compiler said it of the case's example. */
  fits: boolean;
  cases: CaseId[];
  told: string[];
}

/** Grades every object that differs, and asks the compiler of each. */
function judged(pairs: readonly Pair[]): { right: number; wrong: unknown[] } {
  const questions = pairs.flatMap(gradedObjects);
  const answers = answersOf(questions);
  const wrong = questions.filter(({ fits }, index) => fits !== answers[index]);
  const shown = wrong.map(({ path, cases, fits, told }) => ({ path: path.join('.'), cases, fits, told }));
  return { right: questions.length - wrong.length, wrong: shown };
}

function gradedObjects([committed, generated]: Pair): Graded[] {
  const [before, after] = [facts(committed), facts(generated)];
  const { changes, equivalences } = diffTypes(before, after);
  // What generators write differently is no change of the schema, whatever the compiler says.
  const excused = new Set(equivalences.map(({ object }) => owningObject(object)));
  const asked = changes
    .filter(({ object }) => !excused.has(owningObject(object)))
    .map((change) => ({
      id: caseOf(change),
      told: findingOf(change).message,
      rule: ruleOf(change.object),
      path: pathOf(change.object, before),
      to: pathOf(change.object, after),
    }));
  return [...groupBy(asked, ({ rule, path }) => `${rule} ${path.join('.')}`).values()].flatMap((group) => {
    const cases = group.map(({ id }) => id);
    const fits = cases.every((id) => FITS.get(id));
    const told = group.map((one) => one.told);
    return group
      .slice(0, 1)
      .map(({ rule, path, to }) => ({ committed, generated, rule, path, to, cases, fits, told }));
  });
}

function ruleOf({ kind }: ObjectId): Rule {
  if (kind === 'relationship') return 'Embedding';
  if (kind === 'function') return 'Calls';
  return kind === 'column' || kind === 'table' || kind === 'view' ? 'Columns' : 'Both';
}

/** Where an object, or the one that owns it, stands in the Database type. */
function pathOf(id: ObjectId, types: DatabaseTypes): string[] {
  const relation = (schema: string, name: string): string[] => {
    const kind = types.schemas.get(schema)?.relations.get(name)?.kind;
    return [schema, kind === 'view' ? 'Views' : 'Tables', name];
  };
  if (id.kind === 'schema') return [id.name];
  if ('relation' in id) return relation(id.schema, id.relation);
  if (id.kind === 'enum-value') return [id.schema, 'Enums', id.enum];
  if (id.kind === 'enum') return [id.schema, 'Enums', id.name];
  if (id.kind === 'function') return [id.schema, 'Functions', id.name];
  if (id.kind === 'composite-type') return [id.schema, 'CompositeTypes', id.name];
  if ('schema' in id) return relation(id.schema, id.name);
  throw new Error(`types files hold no ${id.kind}`);
}

describe('a label more of an enum that the types write out, whose schema is not exposed, is graded as one of an exposed enum', () => {
  const gradesOf = (committed: string, generated: string): string[] => {
    const { changes } = diffTypes(facts(committed), facts(generated));
    return changes.map((change) => findingOf(change).compatibility ?? '');
  };
  const row = (type: string): string => database({ Tables: table('t', { row: `mood: ${type}` }) });
  const result = (type: string): string => database({ Functions: `f: { Args: never; Returns: ${type} }` });
  const argument = (type: string): string =>
    database({ Functions: `f: { Args: { mood: ${type} }; Returns: number }` });
  const composite = (type: string): string => database({ CompositeTypes: `c: { mood: ${type} }` });
  const exposed = (labels: string): string => database({ Enums: `mood: ${labels}` });

  test.each([
    ['of the exposed enum itself', exposed, '"a" | "b"', '"a" | "b" | "c"', 'dangerous'],
    ['in a column', row, '"a" | "b"', '"a" | "b" | "c"', 'dangerous'],
    ['in a column that may be null', row, '"a" | null', '"a" | "b" | null', 'dangerous'],
    ['in a list', row, '("a" | "b")[]', '("a" | "b" | "c")[]', 'dangerous'],
    ['in a result', result, '"a"', '"a" | "b"', 'dangerous'],
    ['in rows of a result', result, '{ mood: "a" | "b" }[]', '{ mood: "a" | "b" | "c" }[]', 'dangerous'],
    ['in an argument', argument, '"a"', '"a" | "b"', 'safe'],
    ['in an attribute', composite, '"a" | null', '"a" | "b" | null', 'dangerous'],
  ])('%s', (_, textOf, committed, generated, grade) => {
    expect(gradesOf(textOf(committed), textOf(generated))).toEqual([grade]);
  });

  test.each([
    ['a label that went', result, '"a" | "b"', '"b" | "c"'],
    ['a label that went from a column', row, '"a" | "b"', '"a"'],
    ['a null beside it', row, '"a"', '"a" | "b" | null'],
    ['another type beside it', row, '"a"', '"a" | number'],
    ['a text that became an enum, and more', result, 'number', '"a" | number'],
  ])('but not %s', (_, textOf, committed, generated) => {
    expect(gradesOf(textOf(committed), textOf(generated))).toEqual(['breaking']);
  });
});

describe('the page about grades', () => {
  const PAGE = new URL('../../.github/docs/grades.md', import.meta.url);
  const SECTIONS: [title: string, cases: RegExp][] = [
    ['Schemas, extensions, tables and views', /^(schema|relation|extension)-/],
    ['Columns', /^(column|read|write)-/],
    ['Enums and composite types', /^(enum|composite-type)-/],
    ['Functions', /^function-/],
    ['Relationships', /^relationship-/],
  ];
  const code = (text: string): string => (text === '' ? '' : `\`${text.replaceAll('|', '\\|')}\``);
  const row = (id: CaseId): string => {
    const { compatibility, reason, example } = CASES[id];
    const sides = [code(example.committed) || 'nothing', code(example.generated) || 'nothing'].join(' → ');
    return `| ${id} | ${compatibility} | ${reason} | ${example.in}: ${sides} | ${FITS.get(id) ? 'fits' : 'does not fit'} |`;
  };
  /** The page with the table of each section as the program has it. */
  const written = (page: string): string =>
    SECTIONS.reduce((sofar, [title, cases]) => {
      const rows = IDS.filter((id) => cases.test(id)).map((id) => `${row(id)}\n`);
      const table = new RegExp(`(\n## ${title}\n\n.*\n\\| --- .*\n)(?:\\| .*\n)*`);
      return sofar.replace(table, (_, head: string) => head + rows.join(''));
    }, page);

  test('has a row for every case, as it is graded, and no other', () => {
    const page = readFileSync(PAGE, 'utf8');
    if (process.env.UPDATE_GOLDEN === '1') writeFileSync(PAGE, written(page));
    expect(readFileSync(PAGE, 'utf8')).toBe(written(page));
    const rows = page.split('\n').filter((line) => /^\| [a-z-]+ \| (safe|dangerous|breaking) \|/.test(line));
    expect(rows.map((line) => line.split(' | ')[0]?.slice(2))).toEqual(IDS);
  });
});
