// Which changed files make a pull request worth looking at. A change that is missed would be a false green.

import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { touches, untouchedReport } from '../../src/commands/untouched.ts';
import { parseOptions } from '../../src/options/options.ts';
import { discoverProject } from '../../src/project/disk/discover.ts';
import { hasLinks } from '../../src/project/disk/links.ts';
import { exitCodeOf } from '../../src/report/failing.ts';

const made: string[] = [];
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true });
});

/** A small project in a repository of its own. */
function projectIn(): string {
  const folder = mkdtempSync(join(tmpdir(), 'untouched-'));
  made.push(folder);
  for (const name of ['.git', 'supabase/migrations', 'src'])
    mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, 'supabase/config.toml'), 'project_id = "a"\n');
  writeFileSync(join(folder, 'supabase/migrations/20260101000000_a.sql'), 'create table a (id int);\n');
  const types =
    'export type Database = { public: { Tables: { [_ in never]: never }; Views: { [_ in never]: never }; Functions: { [_ in never]: never }; Enums: { [_ in never]: never }; CompositeTypes: { [_ in never]: never } } }\n';
  writeFileSync(join(folder, 'src/database.types.ts'), types);
  return folder;
}

const projectOf = (folder: string) =>
  discoverProject(folder, { types: [join(folder, 'src/database.types.ts')] });

describe('a project in a folder of its repository', () => {
  const project = projectOf(projectIn());

  test.each([
    'apps/api/supabase/migrations/20260101000000_a.sql',
    'apps/api/supabase/migrations/2027/deep.sql',
    'apps/api/supabase/config.toml',
    'apps/api/supabase/roles.sql',
    'apps/api/supabase/drift-baseline.json',
    'apps/api/src/database.types.ts',
    // A submodule is listed under its own name.
    'apps/api/supabase/migrations',
    'apps/api/supabase',
    'apps/api',
    // On file systems that take both for one.
    'apps/API/supabase/Migrations/20260101000000_a.sql',
    // How it is compared.
    '.github/workflows/supabase-drift.yml',
  ])('is touched by %s', (path) => {
    expect(touches(project, ['README.md', path], 'apps/api/')).toBe(true);
  });

  test.each([
    'supabase/migrations/20260101000000_a.sql',
    'apps/web/supabase/migrations/20260101000000_a.sql',
    'apps/api/supabase/functions/hello/index.ts',
    'apps/api/supabase/migrations-old/a.sql',
    'apps/api/supabase/config.toml.bak',
    'apps/api/src/index.ts',
    'apps/ap',
  ])('is not touched by %s', (path) => {
    expect(touches(project, [path], 'apps/api/')).toBe(false);
  });

  test('types outside of its folder count where they lie', () => {
    const away = {
      ...project,
      typesFiles: project.typesFiles.map((file) => ({ ...file, path: '../../types/db.ts' })),
    };
    expect(touches(away, ['types/db.ts'], 'apps/api/')).toBe(true);
    expect(touches(away, ['apps/api/types/db.ts'], 'apps/api/')).toBe(false);
  });
});

describe('files behind links', () => {
  test.each([
    'supabase',
    'supabase/migrations',
    'supabase/migrations/20260101000000_a.sql',
    'src',
    'src/database.types.ts',
  ])('%s as a link is told, for GitHub lists changes elsewhere then', (name) => {
    const folder = projectIn();
    expect(hasLinks(projectOf(folder))).toBe(false);
    renameSync(join(folder, name), join(folder, 'elsewhere'));
    symlinkSync(join(folder, 'elsewhere'), join(folder, name));
    expect(hasLinks(projectOf(folder))).toBe(true);
  });
});

test('the quick answer is in sync, exits 0, and says that nobody looked', () => {
  const report = untouchedReport(projectOf(projectIn()), parseOptions({}));
  expect(exitCodeOf(report)).toBe(0);
  expect(report).toMatchObject({ status: 'in-sync', findings: [], notices: [{ code: 'nothing-touched' }] });
  expect(report.notRun.map(({ part }) => part)).toEqual(['replay', 'types']);
});
