import { describe, expect, test } from '@jest/globals';
import { UsageError } from '../../src/errors.ts';
import { configWhenAbsent, defaultSchemas, listMigrations, parseConfig } from '../../src/project/project.ts';
import { PLATFORM_SCHEMAS } from '../../src/supabase/schemas.ts';

const config = (text: string) => parseConfig(text, 'supabase/config.toml');
const files = (names: string[]) => listMigrations(names).migrations.map(({ file }) => file);

describe('config.toml', () => {
  test('an empty file means the defaults of the CLI', () => {
    expect(config('')).toEqual({
      present: true,
      majorVersion: 17,
      port: 54322,
      apiSchemas: ['public', 'graphql_public'],
      migrationsEnabled: true,
      fromEnvironment: [],
      texts: [],
      vault: {},
    });
  });

  test('every setting that matters is read, and unknown ones are ignored', () => {
    const text = `
      project_id = "shop"
      [api]
      enabled = false
      schemas = ["api", "public"]
      extra_search_path = ["extensions"]
      [db]
      port = 5555
      major_version = 15
      [db.migrations]
      enabled = false
      [db.seed]
      enabled = false
      sql_paths = ["./seeds/*.sql"]
      [inbucket]
      enabled = true
      [next_year]
      feature = 2027-01-01
    `;
    expect(config(text)).toMatchObject({
      apiSchemas: ['api', 'public'],
      port: 5555,
      majorVersion: 15,
      migrationsEnabled: false,
    });
  });

  test('a value from the environment counts as left out, and is named', () => {
    const read = config(
      'project_id = "env(ID)"\n[api]\nschemas = ["env(SCHEMA)"]\n[studio]\nkey = "env(KEY)"',
    );
    expect(read).toMatchObject({
      apiSchemas: ['public', 'graphql_public'],
      fromEnvironment: ['api.schemas'],
    });
  });

  test('numbers and lists may be written as text, as for the CLI', () => {
    expect(config('[db]\nport = "5555"\n[api]\nschemas = "api, public"')).toMatchObject({
      port: 5555,
      apiSchemas: ['api', 'public'],
    });
  });

  test('what is not TOML is refused with its line, and without its text', () => {
    const parsing = () => config('[db]\nport = 1\npassword = hunter2 !');
    expect(parsing).toThrow(UsageError);
    expect(parsing).toThrow(/^supabase\/config\.toml is not TOML: line 3, column \d+: [^\n]+$/);
    expect(parsing).not.toThrow(/hunter2/);
  });

  test('a value of the wrong kind is refused with its key', () => {
    expect(() => config('[db]\nmajor_version = []')).toThrow(
      /^`db\.major_version` in supabase\/config\.toml is of the wrong kind/,
    );
  });

  test.each([
    ['[db.seed]\nenabled = "maybe"'],
    ['[db.seed]\nsql_paths = 3'],
    ['[api]\nenabled = 7\nextra_search_path = 1.5'],
    ['project_id = 7'],
    ['[db]\nport = []'],
  ])('a setting that decides nothing may be of any kind: %j', (text) => {
    expect(config(text)).toEqual({ ...config(''), texts: expect.any(Array) });
  });

  test('a table called __proto__ is no setting', () => {
    expect(config('[__proto__.api]\nschemas = ["evil"]\n[__proto__]\nx = 1').apiSchemas).toEqual([
      'public',
      'graphql_public',
    ]);
  });

  test.each([
    ['dotted keys', `${'a.'.repeat(20_000)}a = 1`],
    ['a table', `[${'a.'.repeat(20_000)}a]`],
    ['tables in tables', `a = ${'{ a = '.repeat(20_000)}1${' }'.repeat(20_000)}`],
    ['lists in lists', `a = ${'['.repeat(20_000)}${']'.repeat(20_000)}`],
  ])('20,000 %s in one another are refused in a sentence', (_, text) => {
    expect(() => config(text)).toThrow(UsageError);
    expect(() => config(text)).toThrow(/nest/);
    expect(config(`${'a.'.repeat(99)}a = 1`)).toEqual(config(''));
  });
});

describe('the schemas that types are generated of', () => {
  test('are public and those of the API, sorted, each once', () => {
    expect(defaultSchemas(config('[api]\nschemas = ["shop", "api", "public"]'))).toEqual([
      'api',
      'public',
      'shop',
    ]);
  });
  test('are public and graphql_public by default', () => {
    expect(defaultSchemas(config(''))).toEqual(['graphql_public', 'public']);
  });
  test('are public alone without a config.toml', () => {
    expect(defaultSchemas(configWhenAbsent())).toEqual(['public']);
  });
  test('never count public among the platform', () => {
    expect(PLATFORM_SCHEMAS.has('public')).toBe(false);
    expect(PLATFORM_SCHEMAS.has('auth')).toBe(true);
  });
});

describe('migrations', () => {
  test('are told apart into version and name', () => {
    expect(listMigrations(['20260101120000_create_orders.sql']).migrations).toEqual([
      { file: '20260101120000_create_orders.sql', version: '20260101120000', name: 'create_orders' },
    ]);
  });

  test('run in the order of their names as text, not of their numbers', () => {
    expect(files(['20250520_x.sql', '20250520123000_y.sql', '10_a.sql', '9_b.sql'])).toEqual([
      '10_a.sql',
      '20250520123000_y.sql',
      '20250520_x.sql',
      '9_b.sql',
    ]);
  });

  test('order names by bytes, where code units differ', () => {
    expect(files(['1_😀.sql', '1_\uFB01.sql'])).toEqual(['1_\uFB01.sql', '1_😀.sql']);
  });

  test('an SQL file of another name is skipped and said, other files and folders are passed over', () => {
    const { migrations, skipped } = listMigrations([
      '20260101-c0ffee.sql',
      'add_table.sql',
      '1_ok.SQL',
      'README.md',
      'meta/',
      '20260101000000_folder.sql/',
    ]);
    expect(migrations).toEqual([]);
    expect(skipped.map(({ file }) => file)).toEqual(['1_ok.SQL', '20260101-c0ffee.sql', 'add_table.sql']);
  });

  describe('a skipped file', () => {
    const renamed = (names: string[], today?: string) =>
      listMigrations(names, today).skipped.map(({ file, newName }) => [file, newName]);
    const [FIRST, THIRD] = ['20260201000000_a.sql', '20260203000000_c.sql'];

    test('has a name that keeps its place, dated between its neighbours', () => {
      expect(renamed([FIRST, THIRD, 'add_b.sql'])).toEqual([['add_b.sql', '20260204000000_add_b.sql']]);
      expect(renamed([FIRST, '20260202-b.sql', THIRD])).toEqual([['20260202-b.sql', '20260202_b.sql']]);
      expect(renamed([FIRST, '20260201000000.sql', '20260201_.SQL', THIRD])).toEqual([
        ['20260201000000.sql', '20260131000000_migration.sql'],
        ['20260201_.SQL', '20260201_migration.sql'],
      ]);
    });

    test('with a date in dashes, or what is no text in its name, gets one that runs', () => {
      expect(renamed(['2024-01-04_d.sql', '2024-02-01 e.sql', '2024-11-01\n_f.sql'])).toEqual([
        ['2024-01-04_d.sql', '20240104_d.sql'],
        ['2024-02-01 e.sql', '20240201_e.sql'],
        ['2024-11-01\n_f.sql', '20241101_f.sql'],
      ]);
    });

    test('is dated no later than today, when there is room', () => {
      expect(renamed([FIRST, 'b.sql', 'c.sql'], '2026-02-01')).toEqual([
        ['b.sql', '20260201010000_b.sql'],
        ['c.sql', '20260201020000_c.sql'],
      ]);
    });

    test('counts on where versions are plain numbers, and has no new name where none fits', () => {
      expect(renamed(['0001_a.sql', 'b.sql'])).toEqual([['b.sql', '0002_b.sql']]);
      expect(renamed(['9_a.sql', 'b.sql'])).toEqual([['b.sql', undefined]]);
    });

    test.each([
      [['a.sql', 'b.sql', 'c.SQL', '-d.sql', '1.sql', '2026-01-01.sql']],
      [
        [
          FIRST,
          THIRD,
          '20260203000000.sql',
          '20260203000000-x.sql',
          '20260203000000 y.sql',
          'z.sql',
          'ä.sql',
        ],
      ],
      [['20200101000000_init.sql', FIRST, '20260201000001_b.sql', '20260201000000c.sql']],
      [Array.from({ length: 30 }, (_, index) => `table_${index}.sql`)],
    ])('never changes places with another one: %j', (names) => {
      const before = listMigrations(names, '2026-06-30');
      const order = [...before.migrations, ...before.skipped]
        .map(({ file }) => file)
        .sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      const nameOf = new Map(before.skipped.map(({ file, newName }) => [file, newName ?? file]));
      const after = listMigrations(order.map((file) => nameOf.get(file) ?? file));
      const given = order.filter((file) => !before.skipped.some((one) => one.file === file && !one.newName));
      expect(after.migrations.map(({ file }) => file)).toEqual(given.map((file) => nameOf.get(file) ?? file));
      expect(after.duplicates).toEqual([]);
      expect(new Set(nameOf.values()).size).toBe(nameOf.size);
    });
  });

  test('SQL in folders is counted by folder', () => {
    expect(
      listMigrations([
        '1_a.sql',
        'old/',
        'old/1_x.sql',
        'old/2_y.SQL',
        'old/note.md',
        'meta/',
        'z/y/',
        'z/y/x.sql',
      ]),
    ).toMatchObject({
      migrations: [{ file: '1_a.sql' }],
      skipped: [],
      folders: [
        { folder: 'old/', files: 2 },
        { folder: 'z/y/', files: 1 },
      ],
    });
  });

  test('a name may be empty, and a rollback file is replayed like any other', () => {
    expect(files(['2_.sql', '1_orders_rollback.sql'])).toEqual(['1_orders_rollback.sql', '2_.sql']);
  });

  test('a first `init` from before December 2021 is skipped', () => {
    expect(listMigrations(['20210101000000_init.sql', '20260101000000_a.sql'])).toMatchObject({
      migrations: [{ file: '20260101000000_a.sql' }],
      skipped: [{ file: '20210101000000_init.sql' }],
    });
  });

  test.each([
    ['is newer', ['20211209000000_init.sql']],
    ['is not first', ['20200101000000_a.sql', '20210101000000_init.sql']],
    ['comes after a folder', ['.snapshots/', '20210101000000_init.sql']],
    ['has a shorter version', ['20210101_init.sql']],
  ])('an `init` that %s is kept', (_, names) => {
    expect(files(names)).toContain(names.at(-1));
  });

  test('versions that occur twice come out as data', () => {
    expect(listMigrations(['1_a.sql', '1_b.sql', '2_c.sql', '01_d.sql']).duplicates).toEqual([
      { version: '1', files: ['1_a.sql', '1_b.sql'] },
    ]);
  });

  test('versions of different lengths are noted, of the same length not', () => {
    expect(listMigrations(['20250520_x.sql', '20250520123000_y.sql']).mixedPrefixes).toBe(true);
    expect(listMigrations(['0001_x.sql', '0002_y.sql']).mixedPrefixes).toBe(false);
  });
});
