import { chmodSync, mkdirSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { UsageError } from '../../../src/errors.ts';
import { type DiscoverOptions, discoverProject } from '../../../src/project/disk/discover.ts';
import { mustChoose, type Project } from '../../../src/project/project.ts';
import { folderOf, PROJECT, typesOf } from './folder.ts';

const TYPES = typesOf('orders');

const discover = (cwd: string, options: DiscoverOptions & { project?: string } = {}): Project =>
  discoverProject(options.project ?? '.', { cwd, ...options });

const codes = ({ notices }: Project): string[] => notices.map(({ code }) => code);
const typesPaths = ({ typesFiles }: Project): string[] => typesFiles.map(({ path }) => path);

/** Acts as a user whom permissions hold, which they do not hold root. Nothing else runs meanwhile. */
function asUser<T>(act: () => T): T {
  const isRoot = process.geteuid?.() === 0;
  if (isRoot) process.seteuid?.(65_534);
  try {
    return act();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

/** The message of the usage error that a project is refused with; nothing may have been written. */
function refusal(folder: string, options: DiscoverOptions & { project?: string } = {}): string {
  const before = readdirSync(folder, { recursive: true });
  try {
    discover(folder, options);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    expect(error.remedy).toMatch(/\S.*\.$/);
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
    return error.message;
  }
  throw new Error('the project was taken');
}

describe('a project', () => {
  test('is read whole', () => {
    const folder = folderOf({
      ...PROJECT,
      'supabase/migrations/20260102000000_lines.sql': 'create table lines (id int);',
      'supabase/roles.sql': 'create role reporter;',
      'src/types.ts': TYPES,
    });
    expect(discover(folder)).toEqual({
      directory: folder,
      shownDirectory: '.',
      config: expect.objectContaining({ present: true }),
      variables: new Map(),
      vault: { secrets: [], unset: [] },
      migrations: [
        {
          file: '20260101000000_orders.sql',
          version: '20260101000000',
          name: 'orders',
          sql: 'create table orders (id int);\n',
        },
        expect.objectContaining({ file: '20260102000000_lines.sql' }),
      ],
      duplicates: [],
      roles: 'create role reporter;',
      typesFiles: [{ path: 'src/types.ts', text: TYPES, copies: [] }],
      typesSearched: 'the project',
      baseline: { path: 'supabase/drift-baseline.json' },
      notices: [],
    });
  });

  test('may be given by its supabase folder, from anywhere', () => {
    const folder = folderOf({
      'web/supabase/migrations/1_a.sql': 'select 1;',
      'web/types.ts': TYPES,
      'else/': '',
    });
    const project = discover(join(folder, 'else'), { project: '../web/supabase' });
    expect(project).toMatchObject({ directory: join(folder, 'web'), shownDirectory: '../web' });
  });

  test('is read where a folder below its migrations may not be read', () => {
    const closed = 'supabase/migrations/closed';
    const folder = folderOf({
      ...PROJECT,
      'supabase/migrations/old/a/1_a.sql': '',
      [`${closed}/1_b.sql`]: '',
    });
    chmodSync(folder, 0o755);
    chmodSync(join(folder, closed), 0o000);
    const { migrations, notices } = asUser(() => {
      expect(() => readdirSync(join(folder, closed))).toThrow('EACCES');
      return discover(folder, { withoutTypes: 'allowed' });
    });
    expect(migrations.map(({ file }) => file)).toEqual(['20260101000000_orders.sql']);
    expect(notices.map(({ message }) => message)).toEqual([
      '`supabase db reset` does not look into folders of supabase/migrations: `old/a/` (1 SQL file).',
    ]);
  });

  test('is refused where its migrations may not be read', () => {
    const folder = folderOf(PROJECT);
    chmodSync(folder, 0o755);
    chmodSync(join(folder, 'supabase/migrations'), 0o000);
    expect(() => asUser(() => discover(folder, { withoutTypes: 'allowed' }))).toThrow(
      'No permission to read supabase/migrations.',
    );
  });

  test('without config.toml is checked for public alone, with a notice', () => {
    const project = discover(folderOf({ 'supabase/migrations/1_a.sql': '', 'types.ts': TYPES }));
    expect(project.config).toMatchObject({ present: false, apiSchemas: [] });
    expect(codes(project)).toEqual(['no-config']);
  });

  test('has a notice for each oddity of its migrations and settings', () => {
    const project = discover(
      folderOf({
        'supabase/config.toml':
          '[api]\nschemas = "env(SCHEMAS)"\n[db]\nmajor_version = 15\n[db.migrations]\nenabled = false',
        'supabase/migrations/20260101_a.sql': '',
        'supabase/migrations/20260101000000_b.sql': '',
        'supabase/migrations/20260101000000_c.sql': '',
        'supabase/migrations/add_table.sql': '',
        'supabase/migrations/.gitkeep': '',
        'supabase/migrations/meta/1_x.sql': '',
        'types.ts': TYPES,
      }),
    );
    expect(codes(project)).toEqual([
      'other-postgres-version',
      'config-from-environment',
      'migrations-disabled',
      'skipped-migration',
      'migrations-in-folders',
      'mixed-prefixes',
    ]);
    expect(project.duplicates).toEqual([
      { version: '20260101000000', files: ['20260101000000_b.sql', '20260101000000_c.sql'] },
    ]);
  });

  test('with thirty skipped files has one notice, with the new names that they need', () => {
    const skipped = Array.from({ length: 30 }, (_, index) => `table_${index + 10}.sql`);
    const project = discover(
      folderOf({
        ...PROJECT,
        'types.ts': TYPES,
        ...Object.fromEntries(skipped.map((name) => [`supabase/migrations/${name}`, ''])),
        'supabase/migrations/old/1_a.sql': '',
      }),
      { today: '2026-06-30' },
    );
    expect(project.notices.map(({ message, count }) => [message, count])).toEqual([
      [
        expect.stringMatching(
          /^`supabase db reset` skips 30 SQL files of .*: `table_10\.sql` → `20260102000000_table_10\.sql`, .*`20260111000000_table_19\.sql` and 20 more\.$/,
        ),
        30,
      ],
      ['`supabase db reset` does not look into folders of supabase/migrations: `old/` (1 SQL file).', 1],
    ]);
  });

  test('is not looked through by links in its migrations, which may lead in circles', () => {
    const folder = folderOf({ ...PROJECT, 'types.ts': TYPES, 'supabase/migrations/old/1_a.sql': '' });
    symlinkSync('..', join(folder, 'supabase/migrations/old/again'));
    expect(codes(discover(folder))).toEqual(['migrations-in-folders']);
    expect(discover(folder).notices[0]?.count).toBe(1);
  });

  test.each([
    ['{ "devDependencies": { "supabase": "3.1.0" } }', '3.1.0'],
    ['{ "devDependencies": { "supabase": "^3.1.0" } }', undefined],
    ['{ "devDependencies": {} }', '2.9.0'],
  ])('has the Supabase CLI that the nearest package.json pins: %s', (text, pinned) => {
    const folder = folderOf({
      '.git/HEAD': '',
      'package.json': '{ "dependencies": { "supabase": "2.9.0" } }',
      'web/package.json': text,
      'web/supabase/migrations/1_a.sql': '',
      'web/types.ts': TYPES,
    });
    expect(discover(folder, { project: 'web' }).pinnedCli).toBe(pinned);
  });

  test('may have a migration of 5 MB', () => {
    const sql = `${"insert into t values ('é');\n".repeat(200_000)}`;
    const project = discover(folderOf({ 'supabase/migrations/1_a.sql': sql, 'types.ts': TYPES }));
    expect(project.migrations[0]?.sql).toBe(sql);
  });
});

describe('a project is refused', () => {
  test('that does not exist', () => {
    expect(refusal(folderOf({}), { project: 'nowhere' })).toBe('Folder nowhere does not exist.');
  });
  test('that is a file', () => {
    expect(refusal(folderOf({ 'a.txt': '' }), { project: 'a.txt' })).toBe('a.txt is a file, not a folder.');
  });
  test('without supabase/', () => {
    expect(refusal(folderOf({ supabase: 'a file' }))).toBe('There is no `supabase/` folder in `.`.');
  });
  test('without migrations', () => {
    const none = 'There are no migrations in supabase/migrations.';
    expect(refusal(folderOf({ 'supabase/': '' }))).toBe(none);
    expect(refusal(folderOf({ 'supabase/migrations/README.md': '' }))).toBe(none);
  });
  test('whose migrations the CLI would all skip, with their names', () => {
    expect(refusal(folderOf({ 'supabase/migrations/orders.sql': '' }))).toMatch(
      /runs: it skips 1 SQL file .* this name would run: `orders\.sql` → `\d{14}_orders\.sql`\.$/,
    );
  });
  test('whose migrations all lie in folders, with the reason', () => {
    const prisma = Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`supabase/migrations/${index + 10}_x/migration.sql`, '']),
    );
    expect(
      refusal(
        folderOf({ ...prisma, 'supabase/migrations/old/1_a.sql': '', 'supabase/migrations/old/2_b.sql': '' }),
      ),
    ).toBe(
      `There are no migrations in supabase/migrations that \`supabase db reset\` runs: it does not look into folders of supabase/migrations: ${Array.from({ length: 10 }, (_, index) => `\`${index + 10}_x/\` (1 SQL file)`).join(', ')} and 3 more.`,
    );
  });
  test('whose migrations are a file', () => {
    expect(refusal(folderOf({ 'supabase/migrations': '' }))).toMatch(
      /^supabase\/migrations leads through a file/,
    );
  });
  test('whose config.toml is not TOML', () => {
    const folder = folderOf({ ...PROJECT, 'supabase/config.toml': 'project_id = "a"\n[api\n' });
    expect(refusal(folder)).toMatch(/^supabase\/config\.toml is not TOML: line 2, /);
  });
  test.each(['supabase/migrations/2_b.sql', 'supabase/roles.sql', 'supabase/config.toml'])(
    'with a link that leads out of it: %s',
    (path) => {
      const folder = folderOf({ 'supabase/migrations/1_a.sql': '', 'types.ts': TYPES });
      symlinkSync(join(folderOf({ secret: 'x' }), 'secret'), join(folder, path));
      expect(refusal(folder)).toBe(`${path} is a symbolic link that leads out of the project.`);
    },
  );
  test('whose supabase folder is a link out of it', () => {
    const folder = folderOf({ 'types.ts': TYPES });
    symlinkSync(join(folderOf(PROJECT), 'supabase'), join(folder, 'supabase'));
    expect(refusal(folder)).toMatch(/leads out of the project/);
  });
  test('with a migration that links to nothing', () => {
    const folder = folderOf(PROJECT);
    symlinkSync('gone.sql', join(folder, 'supabase/migrations/2_b.sql'));
    expect(refusal(folder)).toBe('supabase/migrations/2_b.sql does not exist.');
  });
});

describe('types that are named', () => {
  test('are found from the current folder, else from the project', () => {
    const folder = folderOf({
      'web/supabase/migrations/1_a.sql': '',
      'web/src/types.ts': TYPES,
      'web/a.ts': typesOf('project'),
      'a.ts': typesOf('current'),
    });
    const project = discover(folder, { project: 'web', types: ['src/types.ts', 'a.ts'] });
    expect(typesPaths(project)).toEqual(['../a.ts', 'src/types.ts']);
  });

  test('are each checked when they differ, together when they are the same, once when named twice', () => {
    const folder = folderOf({ ...PROJECT, 'a.ts': TYPES, 'b.ts': TYPES, 'c.ts': typesOf('other') });
    const project = discover(folder, { types: ['c.ts', 'a.ts', './a.ts', 'b.ts'] });
    expect(project.typesFiles).toMatchObject([
      { path: 'a.ts', copies: ['b.ts'] },
      { path: 'c.ts', copies: [] },
    ]);
    expect(codes(project)).toEqual(['identical-copies']);
  });

  test('may be ignored by Git, and need not look generated', () => {
    const folder = folderOf({ ...PROJECT, '.gitignore': '*.ts', 'a.ts': 'type Database = Other;' });
    expect(typesPaths(discover(folder, { types: ['a.ts'] }))).toEqual(['a.ts']);
  });

  test.each([
    ['is empty', { 'a.ts': '\n' }, 'Types file a.ts is empty.'],
    ['is binary', { 'a.ts': Buffer.from([1, 0, 2]) }, 'a.ts, a types file, is not text: it holds NUL bytes.'],
    [
      'is an error message',
      { 'a.ts': '{"_tag":"Error","error":{"message":"Not linked."}}' },
      'a.ts holds an error message of the Supabase CLI in place of types: Not linked.',
    ],
  ])('that can not be read are told for later: a file %s', (_, files, message) => {
    const { unreadableTypes, typesFiles } = discover(folderOf({ ...PROJECT, ...files }), { types: ['a.ts'] });
    expect({ message: unreadableTypes?.message, typesFiles }).toEqual({ message, typesFiles: [] });
  });

  test.each([
    ['is missing', {}, 'Types file a.ts does not exist.'],
    ['is a folder', { 'a.ts/x': '' }, 'Types file a.ts is a folder, not a file.'],
  ])('are refused when a file %s', (_, files, message) => {
    expect(refusal(folderOf({ ...PROJECT, ...files }), { types: ['a.ts'] })).toBe(message);
  });

  test('are refused when a path goes through a file', () => {
    expect(refusal(folderOf({ ...PROJECT, 'a.ts': TYPES }), { types: ['a.ts/b.ts'] })).toBe(
      'Types file a.ts/b.ts leads through a file as if it were a folder.',
    );
  });

  test('are refused when a link leads out of the project, and taken when it stays inside', () => {
    const folder = folderOf({ ...PROJECT, 'gen/a.ts': TYPES });
    symlinkSync(join(folderOf({ 'x.ts': TYPES }), 'x.ts'), join(folder, 'out.ts'));
    symlinkSync('gen/a.ts', join(folder, 'in.ts'));
    expect(refusal(folder, { types: ['out.ts'] })).toBe(
      'Types file out.ts is a symbolic link that leads out of the project.',
    );
    expect(typesPaths(discover(folder, { types: ['in.ts'] }))).toEqual(['in.ts']);
  });

  test('may lie outside of the project when the user says so', () => {
    const outside = join(folderOf({ 'x.ts': TYPES }), 'x.ts');
    expect(discover(folderOf(PROJECT), { types: [outside] }).typesFiles).toHaveLength(1);
  });

  test('lose log lines, with a notice', () => {
    const folder = folderOf({ ...PROJECT, 'a.ts': `Connecting to db 5432\n${TYPES}` });
    const project = discover(folder, { types: ['a.ts'] });
    expect(project.typesFiles[0]?.text).toBe(TYPES);
    expect(project.notices).toEqual([
      {
        code: 'log-lines-in-types',
        message: 'a.ts has log lines of a command-line tool, left out here: line 1.',
        count: 1,
      },
    ]);
  });
});

describe('types that are searched for', () => {
  test('are generated ones, not a handwritten wrapper', () => {
    const folder = folderOf({
      ...PROJECT,
      'src/db.ts':
        "import type { Database as G } from './gen.d.ts';\nexport type Database = MergeDeep<G, { public: { Tables: { a: { Row: {} } } } }>;",
      'src/gen.d.ts': TYPES,
      'src/types.js': TYPES,
    });
    expect(typesPaths(discover(folder))).toEqual(['src/gen.d.ts']);
  });

  test('are found in UTF-16 and under a log line', () => {
    const utf16 = Buffer.from(`\uFEFF${TYPES}`, 'utf16le');
    expect(typesPaths(discover(folderOf({ ...PROJECT, 'a.mts': utf16 })))).toEqual(['a.mts']);
    expect(codes(discover(folderOf({ ...PROJECT, 'a.ts': `> x@1 y\n${TYPES}` })))).toEqual([
      'log-lines-in-types',
    ]);
  });

  test('that are identical are checked together', () => {
    const folder = folderOf({
      ...PROJECT,
      'src/types.ts': TYPES,
      'supabase/functions/_shared/types.ts': TYPES.replaceAll('\n', '\r\n'),
    });
    const project = discover(folder);
    expect(project.typesFiles).toMatchObject([
      { path: 'src/types.ts', copies: ['supabase/functions/_shared/types.ts'] },
    ]);
    expect(codes(project)).toEqual(['identical-copies']);
  });

  test('that differ are all taken, for the comparison to tell whether one must be chosen', () => {
    const folder = folderOf({ ...PROJECT, 'a.ts': TYPES, 'b/c.ts': typesOf('other') });
    expect(typesPaths(discover(folder))).toEqual(['a.ts', 'b/c.ts']);
    expect(mustChoose(discover(folder))).toBe(true);
    expect(mustChoose(discover(folder, { types: ['a.ts', 'b/c.ts'] }))).toBe(false);
  });

  test("of Supabase's own schemas are left out beside others", () => {
    const auth = typesOf('users').replace('public', 'auth');
    const folder = folderOf({ ...PROJECT, 'a.ts': TYPES, 'auth.ts': auth });
    expect(typesPaths(discover(folder))).toEqual(['a.ts']);
    expect(typesPaths(discover(folderOf({ ...PROJECT, 'auth.ts': auth })))).toEqual(['auth.ts']);
  });

  test.each([
    ['node_modules/x/types.ts'],
    ['dist/types.d.ts'],
    ['apps/web/build/types.d.ts'],
    ['.next/types.ts'],
    ['ignored/types.ts'],
    ['src/deep/local.ts'],
    ['examples/shop/types.ts'],
  ])('are not looked for in %s', (path) => {
    const folder = folderOf({
      ...PROJECT,
      '.gitignore': '/ignored/\n*.local.ts\n',
      'src/.gitignore': 'local.ts\n',
      'examples/shop/supabase/migrations/1_a.sql': '',
      [path]: TYPES,
    });
    expect(refusal(folder)).toMatch(/^No generated types were found in the project: /);
  });

  test('heed an exception that an inner .gitignore makes', () => {
    const folder = folderOf({
      ...PROJECT,
      '.gitignore': '*.gen.ts',
      'src/.gitignore': '!db.gen.ts',
      'src/db.gen.ts': TYPES,
      'src/other.gen.ts': typesOf('other'),
    });
    expect(typesPaths(discover(folder))).toEqual(['src/db.gen.ts']);
  });

  test('leave out a file of more than 8 MB, and a link', () => {
    const folder = folderOf({
      ...PROJECT,
      'big.ts': typesOf('big') + ' '.repeat(8 * 1024 * 1024),
      'a.ts': TYPES,
    });
    symlinkSync('a.ts', join(folder, 'b.ts'));
    expect(discover(folder).typesFiles).toMatchObject([{ path: 'a.ts', copies: [] }]);
  });

  test.each([
    ['{"_tag":"Error","error":{"message":"Not linked"}}', /error message of the Supabase CLI/],
    ['', /^Types file src\/database\.types\.ts is empty\.$/],
  ])('but only ruined ones are there: %j', (text, message) => {
    const ruined = { ...PROJECT, 'src/database.types.ts': text };
    expect(discover(folderOf(ruined)).unreadableTypes?.message).toMatch(message);
    expect(typesPaths(discover(folderOf({ ...ruined, 'src/other.ts': TYPES })))).toEqual(['src/other.ts']);
  });
});

test('SQL that is not UTF-8 is read as the CLI reads it, with a notice', () => {
  const project = discover(
    folderOf({
      ...PROJECT,
      'supabase/migrations/2_b.sql': Buffer.from('select 1;\n-- caf\xe9', 'latin1'),
      'supabase/migrations/3_c.sql': Buffer.from('\uFEFFselect 1', 'utf16le'),
      'types.ts': TYPES,
    }),
  );
  expect(project.migrations[1]?.sql).toBe('select 1;\n-- caf\uFFFD');
  expect(project.notices.filter(({ code }) => code === 'not-utf-8')).toEqual([
    {
      code: 'not-utf-8',
      message:
        'supabase/migrations/2_b.sql is not UTF-8: line 2 has bytes that are no character, which `supabase db reset` runs as U+FFFD.',
    },
  ]);
});

/** A project of one migration in a folder. */
const below = (folder: string): Record<string, string> => ({
  [`${folder}/supabase/migrations/20260101000000_a.sql`]: 'select 1;',
});

test.each([
  [
    { 'supabase/schemas/tables/a.sql': 'select 1;', 'supabase/schemas/b.sql': '' },
    'has 2 SQL files, which are',
  ],
  [{ 'supabase/schemas/b.sql': '', 'supabase/schemas/README.md': '' }, 'has 1 SQL file, which is'],
])('declarative schemas are not compared, and a notice says so', (files, words) => {
  const { notices } = discover(folderOf({ ...PROJECT, ...files }), { withoutTypes: 'allowed' });
  expect(notices).toContainEqual(
    expect.objectContaining({ code: 'declared-schemas', message: expect.stringContaining(words) }),
  );
  expect(codes(discover(folderOf(PROJECT), { withoutTypes: 'allowed' }))).not.toContain('declared-schemas');
});

describe('in a monorepo', () => {
  const MONOREPO = {
    '.git/HEAD': 'ref: refs/heads/main',
    '.gitignore': '/packages/db/generated/',
    'apps/web/supabase/migrations/1_a.sql': '',
    'apps/shop/supabase/migrations/1_a.sql': '',
    'apps/shop/types.ts': typesOf('shop'),
  };

  test('types may lie beside the project', () => {
    const folder = folderOf({ ...MONOREPO, 'packages/db/types.ts': TYPES });
    const project = discover(folder, { project: 'apps/web' });
    expect(project.shownDirectory).toBe('apps/web');
    expect(typesPaths(project)).toEqual(['../../packages/db/types.ts']);
  });

  test('types inside of the project go before those around it', () => {
    const folder = folderOf({
      ...MONOREPO,
      'packages/db/types.ts': typesOf('b'),
      'apps/web/types.ts': TYPES,
    });
    expect(typesPaths(discover(folder, { project: 'apps/web' }))).toEqual(['types.ts']);
  });

  test('the types of another project and ignored ones are no one else’s', () => {
    const folder = folderOf({ ...MONOREPO, 'packages/db/generated/types.ts': TYPES });
    expect(refusal(folder, { project: 'apps/web' })).toMatch(
      /^No generated types were found in the project and the repository around it: /,
    );
  });

  test.each(['pnpm-workspace.yaml', 'package.json'])('a workspace without Git is known by its %s', (file) => {
    const folder = folderOf({
      ...MONOREPO,
      [file]: '{ "workspaces": ["apps/*"] }',
      'packages/db/types.ts': TYPES,
    });
    rmSync(join(folder, '.git'), { recursive: true });
    expect(typesPaths(discover(folder, { project: 'apps/web' }))).toEqual(['../../packages/db/types.ts']);
  });

  test('a link may lead to another folder of the repository', () => {
    const folder = folderOf({ ...MONOREPO, 'packages/db/types.ts': TYPES });
    mkdirSync(join(folder, 'apps/web/src'));
    symlinkSync('../../../packages/db/types.ts', join(folder, 'apps/web/src/types.ts'));
    const project = discover(folder, { project: 'apps/web', types: ['src/types.ts'] });
    expect(typesPaths(project)).toEqual(['src/types.ts']);
  });

  test('a folder below a project means that project, and says so', () => {
    const folder = folderOf({ ...MONOREPO, 'apps/web/src/deep/': '' });
    const { directory, shownDirectory, notices } = discoverProject('.', {
      cwd: join(folder, 'apps/web/src/deep'),
      withoutTypes: 'allowed',
    });
    expect([directory, shownDirectory]).toEqual([realpathSync(join(folder, 'apps/web')), '../..']);
    expect(notices).toContainEqual({
      code: 'project-above',
      message: 'The project is in `../..`: there is no `supabase/` folder here.',
    });
  });

  test('a folder that is named and holds none is told where the nearest one above it is', () => {
    const folder = folderOf({ ...MONOREPO, 'apps/web/src/': '' });
    expect(() => discoverProject('src', { cwd: join(folder, 'apps/web') })).toThrow(
      expect.objectContaining({ remedy: 'Give `--project .`, where there is one.' }),
    );
  });

  test('the search ends at the repository', () => {
    const folder = folderOf({ ...PROJECT, 'inner/.git/HEAD': '', 'inner/src/': '' });
    expect(() => discoverProject('.', { cwd: join(folder, 'inner/src') })).toThrow(
      'There is no `supabase/` folder in `.`.',
    );
  });

  test('at the root of a monorepo every project below is named', () => {
    const folder = folderOf({
      '.git/HEAD': '',
      ...below('apps/web'),
      ...below('apps/my api'),
      ...below('packages/db/inner'),
      ...below('node_modules/other'),
      ...below('apps/web/examples/nested'),
      'packages/supabase/src/client.ts': '',
    });
    expect(() => discoverProject('.', { cwd: folder })).toThrow(
      expect.objectContaining({
        message:
          'There is no `supabase/` folder in `.`, but there are projects below it: `apps/my api`, `apps/web`, `packages/db/inner`.',
        remedy: "Name the one to look at, for example with `--project 'apps/my api'`.",
      }),
    );
  });

  test('a package that is called supabase is not taken for a project', () => {
    const folder = folderOf({
      ...PROJECT,
      '.git/HEAD': '',
      'packages/supabase/src/client.ts': '',
      'packages/shop/src/': '',
    });
    const discovering = (cwd: string) => () =>
      discoverProject('.', { cwd: join(folder, cwd), withoutTypes: 'allowed' });
    for (const [cwd, project] of [
      ['packages/shop', '../..'],
      ['packages/supabase', '../..'],
      ['packages/supabase/src', '../../..'],
    ] as const)
      expect(discovering(cwd)()).toMatchObject({ shownDirectory: project });
  });

  test('a project in an ignored folder is searched all the same', () => {
    const folder = folderOf({
      ...PROJECT,
      '.git/HEAD': '',
      '.gitignore': 'scratch/',
      'scratch/supabase/migrations/1_a.sql': '',
      'scratch/types.ts': TYPES,
    });
    expect(typesPaths(discover(folder, { project: 'scratch' }))).toEqual(['types.ts']);
  });
});

describe('a baseline', () => {
  test('that is a link is refused: no pull request would show that what it leads to changed', () => {
    const folder = folderOf({ ...PROJECT, 'src/types.ts': TYPES });
    symlinkSync('accepted.json', join(folder, 'supabase/drift-baseline.json'));
    expect(() => discover(folder)).toThrow('The baseline supabase/drift-baseline.json is a symbolic link.');
  });
});
