// Faults of words and places that a first run met, each with its right answer: B9 to B12 and B17.

import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { folderOf } from '../project/disk/folder.ts';
import { runHere, runJsonHere } from './run-here.ts';
import { MIGRATION, SHOP, TYPES } from './shop.ts';

const LATER = 'supabase/migrations/20260201000000_later.sql';
const below = (files: Record<string, string>, folder: string): Record<string, string> =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [`${folder}/${path}`, text]));

test.each(['.', 'apps/web'])(
  'paths of reports for machines begin at the root of the repository, from %s',
  async (cwd) => {
    const drifted = { ...SHOP, [MIGRATION]: `${SHOP[MIGRATION]}alter table orders add column total int;\n` };
    const folder = folderOf(below(drifted, 'apps/web'));
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    const project = cwd === '.' ? 'apps/web' : '.';
    const shown = async (format: string): Promise<string> => {
      const args = ['check', '--quiet', '--project', project, '--format', format];
      return (await runHere(args, { cwd: join(folder, cwd) })).stdout;
    };
    expect(await shown('sarif')).toContain(`"uri": "apps/web/${MIGRATION}"`);
    expect(await shown('gitlab')).toContain(`"path": "apps/web/${MIGRATION}"`);
    expect(await shown('github')).toContain(`file=apps/web/${MIGRATION}`);
  },
);

test('merge conflict markers are named, with the way out', async () => {
  const text = `<<<<<<< HEAD\n${TYPES}=======\n${TYPES}>>>>>>> other\n`;
  const { code, report } = await runJsonHere(['check', '--types', 'types.ts'], {
    cwd: folderOf({ ...SHOP, 'types.ts': text }),
  });
  expect([code, report.failure]).toMatchObject([
    2,
    {
      message: 'types.ts has merge conflict markers (line 1).',
      remedy: 'Keep either side of the conflict, then run `drift-gate fix`.',
    },
  ]);
});

const failing = (sql: string) => runJsonHere(['check'], { cwd: folderOf({ ...SHOP, [LATER]: sql }) });

test('a misspelt table is one finding, at its name, with the one that was meant', async () => {
  const { report } = await failing('create table items (id int, o int references public.ordes (id));\n');
  expect(report.findings).toMatchObject([
    {
      ruleId: 'replay-failed',
      location: { line: 1, column: 46 },
      remedy: 'Did you mean `public.orders`? If not, add a migration before it that creates what it needs.',
    },
  ]);
});

test('a name that is like no other, or is used twice, is base-schema drift', async () => {
  const rulesOf = async (sql: string): Promise<string[]> =>
    (await failing(sql)).report.findings.map(({ ruleId }) => ruleId);
  const both = ['replay-failed', 'base-schema-drift'];
  expect(await rulesOf('create table items (id int, o int references public.customers (id));\n')).toEqual(
    both,
  );
  expect(
    await rulesOf(
      'create table a (o int references ordes (id)); create table b (o int references ordes (id));\n',
    ),
  ).toEqual(both);
});

test('a name that another statement misspells stays base-schema drift', async () => {
  const { report } = await failing(
    'alter table users add column a int;\ncreate table b (o int references ordes (id));\n',
  );
  expect(report.findings.map(({ ruleId, id }) => [ruleId, id])).toEqual([
    ['replay-failed', LATER],
    ['base-schema-drift', 'public.users'],
    ['base-schema-drift', 'public.ordes'],
  ]);
});

test('a command of psql, which pg_dump writes, is named as such', async () => {
  const { report } = await failing('\\restrict abc\ncreate table items (id int);\n');
  expect(report.findings).toMatchObject([
    { ruleId: 'replay-failed', remedy: expect.stringContaining('begin with a backslash') },
  ]);
});

test('a Database whose schema is an alias is refused for that', async () => {
  const [, schema = ''] = /public: (\{[\s\S]*\n {2}\})/.exec(TYPES) ?? [];
  const text = `type Schema0 = ${schema};\nexport interface Database { public: Schema0 }\n`;
  const { code, report } = await runJsonHere(['check', '--types', 'types.ts'], {
    cwd: folderOf({ ...SHOP, 'types.ts': text }),
  });
  expect([code, report.failure?.message]).toEqual([
    2,
    'Schema public of Database in types.ts is an alias of another type, which no generator writes.',
  ]);
});
