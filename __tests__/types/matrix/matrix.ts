// The files of this folder as tests see them: a cell for each generator and formatter.

import { readFileSync } from 'node:fs';
import { type KnownObjects, NOTHING_KNOWN } from '../../../src/types/known-objects.ts';

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

/** What the catalogue says of schema.sql and the types can't tell; matrix.test.ts asks a database whether it is so. */
export const FACTS = {
  returnsOneRow: ['public.first_id', 'public.first_user', 'public.inviter', 'public.one_row'],
  inOutOrVariadic: ['public.split.a', 'public.sum_all.numbers'],
  isComputed: ['public.products.search', 'public.users.full_slug'],
  isLateWritable: ['public.with_trigger'],
  usesLearntType: [
    'public.orders.reserved_for',
    'public.orders.waited',
    'public.orders_of',
    'public.report',
    'public.same',
    'public.wait',
  ],
  takesUnnamed: [
    'public.age_meta',
    'public.full_name',
    'public.lone',
    'public.lone_number',
    'public.orders_of',
    'public.twofold',
  ],
  takesRow: [
    'billing.plan_of',
    'public.age_meta',
    'public.describe',
    'public.full_name',
    'public.initials',
    'public.inviter',
    'public.is_big',
    'public.orders_of',
  ],
};

const hasPart = (facts: readonly string[], schema: string, name: string, part?: string): boolean =>
  facts.includes([schema, name, ...(part === undefined ? [] : [part])].join('.'));

export const KNOWN: KnownObjects = {
  ...NOTHING_KNOWN,
  returnsOneRow: (schema, name) => FACTS.returnsOneRow.includes(`${schema}.${name}`),
  unnamedOverloads: (schema, name) => (FACTS.takesUnnamed.includes(`${schema}.${name}`) ? 1 : 0),
  takesRow: (schema, name) => FACTS.takesRow.includes(`${schema}.${name}`),
  usesLearntType: (schema, name, part) => hasPart(FACTS.usesLearntType, schema, name, part),
  isComputed: (schema, name, part) => hasPart(FACTS.isComputed, schema, name, part),
  isLateWritable: (schema, name) => hasPart(FACTS.isLateWritable, schema, name),
  inOutOrVariadic: (schema, name) =>
    FACTS.inOutOrVariadic.flatMap((argument) => {
      const [home, owner, own = ''] = argument.split('.');
      return home === schema && owner === name ? [own] : [];
    }),
};
