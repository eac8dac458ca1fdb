// A small project for the command line to work on, and what every refusal of it has in common.

import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { JsonReport, Ran } from './run.ts';
import { runHere } from './run-here.ts';

const schemaOf = (table: string): string => `{
    Tables: {
      ${table}: { Row: { id: number }; Insert: { id: number }; Update: { id?: number }; Relationships: [] }
    }
    Views: { [_ in never]: never }
    Functions: { [_ in never]: never }
    Enums: { [_ in never]: never }
    CompositeTypes: { [_ in never]: never }
  }`;

/** Types of schemas that hold one table each, as the migration of SHOP makes `orders`. */
export const typesOf = (tables: Record<string, string>): string =>
  `export type Database = {\n${Object.entries(tables)
    .map(([schema, table]) => `  ${schema}: ${schemaOf(table)}\n`)
    .join('')}}\n`;

export const TYPES = typesOf({ public: 'orders' });
export const MIGRATION = 'supabase/migrations/20260101000000_orders.sql';

/** In sync. */
export const SHOP = {
  'supabase/config.toml': 'project_id = "shop"\n',
  [MIGRATION]: 'create table orders (id int primary key);\n',
  'types.ts': TYPES,
} as const;

/** The project without some of its files. */
export const shopWithout = (...left: readonly string[]): Record<string, string> =>
  Object.fromEntries(Object.entries(SHOP).filter(([path]) => !left.includes(path)));

/** One value for all that a folder holds: names, kinds, modes, times of change, contents. */
export function stateOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, name);
    const found = lstatSync(path);
    hash.update(JSON.stringify([name, found.mode, found.mtimeMs, found.size]));
    if (found.isSymbolicLink()) hash.update(readlinkSync(path));
    else if (found.isFile()) hash.update(readFileSync(path));
  }
  return hash.digest('hex');
}

/** The text report of a run that could not check, its lines joined again. */
const unwrapped = (text: string): string => text.replace(/(?<=\S)\n +(?!→)/g, ' ');

/** One sentence: one line, which ends once. */
const SENTENCE = /^(?!.*[.?!] [A-Z])[^\n]+[.?]$/;

export interface Refusal {
  message: string;
  remedy: string;
}

/** Runs `check` for people and `fix` for programs, which both must refuse in the same words and write nothing. */
export async function refusalOf(folder: string, args: readonly string[]): Promise<Refusal> {
  const before = stateOf(folder);
  const check = await runHere(['check', '--quiet', ...args], { cwd: folder });
  const fix = await runHere(['fix', '--quiet', ...args, '--format', 'json'], { cwd: folder });
  expect(stateOf(folder)).toBe(before);

  expect(fix).toMatchObject({ code: 2, stderr: '' });
  const report: JsonReport = JSON.parse(fix.stdout);
  expect(report).toMatchObject({ schemaVersion: 1, command: 'fix', status: 'failed', findings: [] });
  const { message, remedy } = report.failure ?? { message: '', remedy: '' };
  expect(message).toMatch(SENTENCE);
  expect(remedy).toMatch(/\S\.$/);
  expectRefusalText(check, { message, remedy });
  return { message, remedy };
}

/** The sentence and the remedy on standard error, and nothing else anywhere. */
export function expectRefusalText({ code, stdout, stderr }: Ran, { message, remedy }: Refusal): void {
  expect({ code, stdout, stderr: unwrapped(stderr) }).toEqual({
    code: 2,
    stdout: '',
    stderr: `! Could not check: ${message}\n\n  → ${remedy}\n`,
  });
}
