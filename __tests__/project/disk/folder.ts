// A real folder for one test, made of a table of paths and texts, and removed afterwards.

import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach } from '@jest/globals';

const made: string[] = [];

afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** Writes files by their paths, and empty folders for paths that end in `/`. Returns the folder. */
export function folderOf(files: Record<string, string | Uint8Array>): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'drift-gate-')));
  made.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, `${path}x`)), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Generated types of one table. */
export const typesOf = (table: string): string => `export type Database = {
  public: {
    Tables: { ${table}: { Row: { id: number }; Insert: { id?: number }; Update: { id?: number }; Relationships: [] } }
    Views: { [_ in never]: never }
    Functions: { [_ in never]: never }
    Enums: { [_ in never]: never }
  }
}
`;

/** A project with one migration. */
export const PROJECT = {
  'supabase/config.toml': 'project_id = "shop"\n',
  'supabase/migrations/20260101000000_orders.sql': 'create table orders (id int);\n',
};
