// Every case that a change can be, its grade and reason once. The grade is for code that compiled against the
// committed types and runs against the database that the migrations build. .github/docs/grades.md is made of this table.

import type { Compatibility } from '../../findings/finding.ts';
import type { Section } from '../../findings/kinds.ts';

/** A change as small as it can be, in the place of a types file where it stands. Either side may be empty. */
export interface Example {
  in: 'Database' | 'public' | 'Row' | 'Insert' | 'Update' | Section | 'Relationships';
  committed: string;
  generated: string;
}

export interface Case {
  compatibility: Compatibility;
  /** Half a sentence. */
  reason: string;
  example: Example;
}

type Sides = readonly [where: Example['in'], committed: string, generated: string];

const graded =
  (compatibility: Compatibility) =>
  (reason: string, [where, committed, generated]: Sides): Case => ({
    compatibility,
    reason,
    example: { in: where, committed, generated },
  });

const safe = graded('safe');
const dangerous = graded('dangerous');
const breaking = graded('breaking');

const UNUSED = 'no code uses it yet, since its types lack it';
const GONE = 'code that uses it still compiles, then fails at run time';
const OLD_NAME = 'code that uses the old name still compiles, then fails at run time';

const NEW_LABEL = 'code that handles every value may meet a new one';

const TOTAL = 'total: { Args: { id: number }; Returns: number }';
const TAXED = 'total: { Args: { id: number; tax?: number }; Returns: number }';
const ORDERS = '{ Row: { id: number } }';

export const CASES = {
  'schema-added': safe(UNUSED, ['Database', '', 'audit: {}']),
  'schema-removed': breaking(GONE, ['Database', 'audit: {}', '']),

  'relation-added': safe(UNUSED, ['Tables', '', `orders: ${ORDERS}`]),
  'relation-removed': breaking(GONE, ['Tables', `orders: ${ORDERS}`, '']),
  'relation-renamed': breaking(OLD_NAME, ['Tables', `purchases: ${ORDERS}`, `orders: ${ORDERS}`]),
  'relation-kind-compatible': dangerous('the columns fit, embedding and upserts may not', [
    'public',
    'Tables: { stats: { Row: { total: number } } }',
    'Views: { stats: { Row: { total: number } } }',
  ]),
  'relation-kind-incompatible': breaking('the columns, or the writes that are taken, do not fit the code', [
    'public',
    'Tables: { stats: { Row: { total: number } } }',
    'Views: { stats: { Row: { total: number | null } } }',
  ]),

  'extension-moved': breaking(GONE, ['Functions', TOTAL, '']),

  'column-added': safe('inserts may leave it out, and reads ignore it', ['Row', '', 'note: string | null']),
  'column-added-required': breaking('inserts that compile now miss a required column', [
    'Insert',
    '',
    'note: string',
  ]),
  'column-removed': breaking(GONE, ['Row', 'note: string | null', '']),
  'column-renamed': breaking(OLD_NAME, ['Row', 'full_name: string', 'name: string']),

  'read-null-added': breaking('reads may return null, which the code does not expect', [
    'Row',
    'total: number',
    'total: number | null',
  ]),
  'read-json-null': safe('reads may return null, which Json already includes', [
    'Row',
    'total: Json',
    'total: Json | null',
  ]),
  'read-null-removed': safe('reads no longer return null', ['Row', 'total: number | null', 'total: number']),
  'read-widened': breaking('reads may return values that the code does not expect', [
    'Row',
    'total: number',
    'total: number | string',
  ]),
  'read-label-added': dangerous(NEW_LABEL, ['Row', 'total: "open"', 'total: "open" | "paid"']),
  'read-narrowed': safe('reads return fewer values than the code expects', [
    'Row',
    'total: number | string',
    'total: number',
  ]),
  'read-retyped': breaking('values have a different type than the code expects', [
    'Row',
    'total: number',
    'total: string',
  ]),
  'read-made-optional': breaking('reads may miss it', ['Row', 'total: number', 'total?: number']),
  'read-made-certain': safe('reads always have it now', ['Row', 'total?: number', 'total: number']),
  'read-added': safe('reads may ask for it now', ['Row', '', 'total: number']),
  'read-absent': breaking('reads do not have it, only writes do', ['Row', 'total: number', '']),

  'write-null-added': safe('writes may pass null now', ['Insert', 'total: number', 'total: number | null']),
  'write-null-removed': breaking('writes of null still compile, then are rejected', [
    'Insert',
    'total: number | null',
    'total: number',
  ]),
  'write-json-null': breaking('writes of null still compile, since Json includes it, then are rejected', [
    'Insert',
    'total: Json | null',
    'total: Json',
  ]),
  'write-widened': safe('writes may pass more than before', [
    'Insert',
    'total: number',
    'total: number | string',
  ]),
  'write-narrowed': breaking('writes of some values still compile, then are rejected', [
    'Insert',
    'total: number | string',
    'total: number',
  ]),
  'write-retyped': breaking('writes pass a different type than the database takes', [
    'Insert',
    'total: number',
    'total: string',
  ]),
  'write-computed': breaking('the database computes it, so writes to it still compile, then are rejected', [
    'Update',
    'total?: number',
    'total?: never',
  ]),
  'write-made-required': breaking('writes that compile now miss a required column', [
    'Insert',
    'total?: number',
    'total: number',
  ]),
  'write-made-optional': safe('existing writes still work', ['Insert', 'total: number', 'total?: number']),
  'write-absent': breaking('writes that compile set a column that the database rejects', [
    'Insert',
    'total?: number',
    '',
  ]),
  'write-added': safe('writes may set it now', ['Update', '', 'total?: number']),

  'enum-added': safe(UNUSED, ['Enums', '', 'status: "open"']),
  'enum-removed': breaking(GONE, ['Enums', 'status: "open"', '']),
  'enum-value-added': dangerous(NEW_LABEL, ['Enums', 'status: "open"', 'status: "open" | "paid"']),
  'enum-value-removed': breaking('code that writes it still compiles, then fails at run time', [
    'Enums',
    'status: "open" | "paid"',
    'status: "open"',
  ]),

  'composite-type-added': safe(UNUSED, ['CompositeTypes', '', 'money: { amount: number | null }']),
  'composite-type-removed': breaking(GONE, ['CompositeTypes', 'money: { amount: number | null }', '']),
  'composite-type-extended': dangerous(
    'values that the code writes lack the new attribute, which is null then',
    [
      'CompositeTypes',
      'money: { amount: number | null }',
      'money: { amount: number | null; currency: string | null }',
    ],
  ),
  'composite-type-label-added': dangerous(NEW_LABEL, [
    'CompositeTypes',
    'money: { status: "open" | null }',
    'money: { status: "open" | "paid" | null }',
  ]),
  'composite-type-changed': breaking('values have different attributes than the code expects', [
    'CompositeTypes',
    'money: { amount: number | null }',
    'money: { amount: string | null }',
  ]),

  'function-added': safe(UNUSED, ['Functions', '', TOTAL]),
  'function-removed': breaking(GONE, ['Functions', TOTAL, '']),
  'function-overload-added': safe('existing calls still match their overload', [
    'Functions',
    TOTAL,
    `${TOTAL} | { Args: { name: string }; Returns: number }`,
  ]),
  'function-overload-rival': dangerous(
    'calls that leave out arguments may fit two overloads, and are refused',
    ['Functions', TOTAL, `${TOTAL} | { Args: { id: number; tax?: number }; Returns: number }`],
  ),
  'function-overload-merged': safe('existing calls match another overload', [
    'Functions',
    `${TOTAL} | { Args: { id: number; tax?: number }; Returns: number }`,
    TAXED,
  ]),
  'function-overload-removed': breaking('calls of an overload still compile, then fail at run time', [
    'Functions',
    `${TOTAL} | { Args: { name: string }; Returns: number }`,
    TOTAL,
  ]),
  'function-ambiguous': breaking('calls have become ambiguous and are rejected', [
    'Functions',
    TOTAL,
    'total: { Args: { id: number }; Returns: { error: true } & "Could not choose the best candidate function" }',
  ]),
  'function-argument-added': safe('calls may leave the new argument out', ['Functions', TOTAL, TAXED]),
  'function-argument-required': breaking('calls that compile now miss a required argument', [
    'Functions',
    TAXED,
    'total: { Args: { id: number; tax: number }; Returns: number }',
  ]),
  'function-argument-optional': safe('calls may leave out an argument now', [
    'Functions',
    'total: { Args: { id: number; tax: number }; Returns: number }',
    TAXED,
  ]),
  'function-argument-removed': breaking('calls that compile pass an argument that is gone', [
    'Functions',
    'total: { Args: { id: number; tax: number }; Returns: number }',
    TOTAL,
  ]),
  'function-argument-widened': safe('an argument takes all that calls pass, and more', [
    'Functions',
    TOTAL,
    'total: { Args: { id: number | null }; Returns: number }',
  ]),
  'function-argument-retyped': breaking('calls that compile pass a value that the argument does not take', [
    'Functions',
    TOTAL,
    'total: { Args: { id: string }; Returns: number }',
  ]),
  'function-result-narrowed': safe('results are all that the code expects', [
    'Functions',
    'total: { Args: never; Returns: { id: number }[] }',
    'total: { Args: never; Returns: { id: number; note: string }[] }',
  ]),
  'function-result-label-added': dangerous(NEW_LABEL, [
    'Functions',
    'total: { Args: never; Returns: "open" }',
    'total: { Args: never; Returns: "open" | "paid" }',
  ]),
  'function-result-retyped': breaking('results are not what the code expects', [
    'Functions',
    'total: { Args: never; Returns: number }',
    'total: { Args: never; Returns: string }',
  ]),
  'function-set-changed': dangerous('calls and results fit, embedding in the rows may not', [
    'Functions',
    'total: { Args: never; Returns: { id: number }[]; SetofOptions: { from: "*"; to: "orders"; isOneToOne: false } }',
    'total: { Args: never; Returns: { id: number }[]; SetofOptions: { from: "*"; to: "bills"; isOneToOne: false } }',
  ]),

  'relationship-added': safe(UNUSED, ['Relationships', '', 'orders_user_fkey: user_id -> users.id']),
  'relationship-rival': dangerous(
    'embedding that names the table alone fits two relationships, and is refused',
    [
      'Relationships',
      'orders_user_fkey: user_id -> users.id',
      'orders_user_fkey: user_id -> users.id, orders_payer_fkey: payer_id -> users.id',
    ],
  ),
  'relationship-removed': breaking('queries that embed over it still compile, then fail at run time', [
    'Relationships',
    'orders_user_fkey: user_id -> users.id',
    '',
  ]),
  'relationship-name-gone': dangerous(
    'embedding that names the foreign key fails; the same one has another name',
    ['Relationships', 'orders_user_fkey: user_id -> users.id', 'orders_customer_fkey: user_id -> users.id'],
  ),
  'relationship-redirected': breaking('it leads to another relation than queries embed', [
    'Relationships',
    'orders_user_fkey: user_id -> users.id',
    'orders_user_fkey: user_id -> members.id',
  ]),
  'relationship-cardinality': breaking(
    'embedding gives an object where the code expects a list, or the other way',
    [
      'Relationships',
      'orders_user_fkey: user_id -> users.id',
      'orders_user_fkey: user_id -> users.id one-to-one',
    ],
  ),
  'relationship-columns': dangerous(
    'embedding that names the column fails, other embedding joins other rows',
    ['Relationships', 'orders_user_fkey: user_id -> users.id', 'orders_user_fkey: payer_id -> users.id'],
  ),
} as const satisfies Record<string, Case>;

export type CaseId = keyof typeof CASES;
