// The files of this folder as tests see them: a cell for each generator and formatter.

import { readFileSync } from 'node:fs';

/** The schemas of schema.sql. */
export const SCHEMAS = ['public', 'billing', 'odd-names'];

export interface Cell {
  /** `postgres-meta-0.84.2`, `supabase-3.1.0` */
  generator: string;
  /** `raw`, or the formatter that went over it. */
  formatter: string;
  /** Cells of the same file are byte for byte the same. */
  file: string;
  text: string;
}

export function readMatrix(): Cell[] {
  const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
  const manifest: unknown = JSON.parse(read('manifest.json'));
  return Object.entries(manifest ?? {}).map(([name, file]) => ({
    generator: name.slice(0, name.lastIndexOf('.')),
    formatter: name.slice(name.lastIndexOf('.') + 1),
    file: String(file),
    text: read(String(file)),
  }));
}
