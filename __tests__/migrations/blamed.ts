// All cases of blame, and how they write objects and places.

import type { ObjectId } from '../../src/findings/object-id.ts';
import type { MigrationSource } from '../../src/migrations/migration.ts';
import type { Touch } from '../../src/migrations/touch.ts';
import { FUNCTION_CASES, KEY_CASES, TABLE_CASES, TYPE_CASES, VIEW_CASES } from './blame-cases.ts';
import { BLOCK_CASES } from './block-cases.ts';
import { PART_CASES } from './part-cases.ts';

export const CASES = [
  ...TABLE_CASES,
  ...KEY_CASES,
  ...VIEW_CASES,
  ...TYPE_CASES,
  ...FUNCTION_CASES,
  ...BLOCK_CASES,
  ...PART_CASES,
];

/** Reads `column public.t.id`. */
export function objectOf(text: string): ObjectId {
  const [kind = '', rest = ''] = text.split(/ (.*)/s);
  const [schema = '', name = '', part = ''] = rest.split('.');
  switch (kind) {
    case 'schema':
      return { kind, name: schema };
    case 'table':
    case 'view':
    case 'materialized-view':
    case 'enum':
    case 'composite-type':
    case 'domain':
      return { kind, schema, name };
    case 'function':
      return { kind, schema, name, args: [] };
    case 'label':
      return { kind: 'enum-value', schema, enum: name, name: part };
    case 'index':
    case 'sequence':
      return { kind, schema, name };
    case 'extension':
    case 'publication':
    case 'event-trigger':
    case 'foreign-server':
    case 'foreign-data-wrapper':
    case 'cron-job':
    case 'default-privileges':
    case 'role':
      return { kind, name: rest };
    case 'column':
    case 'relationship':
    case 'constraint':
    case 'policy':
    case 'trigger':
    case 'rule':
      return { kind, schema, relation: name, name: part };
    default:
      throw new Error(`There is no kind ${kind}.`);
  }
}

/** The action, and the text from the blamed place on. */
export function told(touch: Touch | undefined, files: readonly MigrationSource[]): string {
  if (!touch) return 'nothing';
  const { file, line, column = 1 } = touch.location;
  const lines = files.find((each) => each.file === file)?.sql.split('\n') ?? [];
  const [first = '', ...rest] = lines.slice(line - 1);
  return `${touch.action}: ${[[...first].slice(column - 1).join(''), ...rest].join('\n')}`;
}
