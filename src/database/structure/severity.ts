// How severe a structural difference is: the first row that matches decides.

import type { Severity } from '../../findings/rules.ts';
import type { StructureChange } from '../../ports.ts';
import type { Fact } from '../pg-delta.ts';

type Ungraded = Omit<StructureChange, 'severity'>;

interface Row {
  because: string;
  severity: Severity;
  kinds?: readonly Ungraded['object']['kind'][];
  /** The facet that differs; such a row matches altered objects only. */
  facet?: RegExp;
  /** What the definition must match. */
  text?: RegExp;
}

const SEVERITIES: readonly Row[] = [
  {
    severity: 'note',
    facet: /^line ends of /,
    because: 'Git or an editor made them, hardly ever on purpose',
  },
  { severity: 'note', facet: /^comment$/, because: 'a comment changes nothing that the database does' },
  {
    severity: 'error',
    kinds: ['table', 'view', 'materialized-view', 'function'],
    facet: /^owner$/,
    because: 'the owner passes row-level security, and views and functions run with its rights',
  },
  { severity: 'note', facet: /^owner$/, because: 'who owns it decides only who may change it' },
  {
    severity: 'warning',
    kinds: ['default-privileges'],
    because: 'they apply only to objects that are created later',
  },
  {
    severity: 'error',
    facet: /^grants to (anon|authenticated|PUBLIC)$/,
    because: 'everybody who has the API key may do more, or less',
  },
  { severity: 'warning', facet: /^grants to /, because: 'roles of the project itself may do more, or less' },
  {
    severity: 'error',
    kinds: ['index'],
    text: /^CREATE UNIQUE /,
    because: 'a unique index decides which rows there can be',
  },
  { severity: 'warning', kinds: ['index'], because: 'an index changes how fast, not what' },
  {
    severity: 'warning',
    facet: /^(validation|validity)$/,
    because: 'new rows are checked alike',
  },
  {
    severity: 'warning',
    facet: /^(storage options|replica identity|index of the replica identity|persistence)$/,
    because: 'it changes how rows are stored, not which rows there can be',
  },
  {
    severity: 'warning',
    kinds: ['publication', 'subscription'],
    because: 'it decides who receives changes, not what they are',
  },
  { severity: 'warning', kinds: ['cron-job'], because: 'clients do not use it' },
  {
    severity: 'warning',
    kinds: ['sequence', 'extension', 'collation', 'event-trigger', 'foreign-data-wrapper', 'foreign-server'],
    because: 'whatever clients use of it is a finding of its own',
  },
  { severity: 'error', because: 'it changes the shape of data, or who may see or change it' },
];

export function severityOf({ object, facet }: Ungraded, { payload }: Fact): Severity {
  const row = SEVERITIES.find(
    (one) =>
      (one.kinds === undefined || one.kinds.includes(object.kind)) &&
      (one.facet === undefined || (facet !== undefined && one.facet.test(facet))) &&
      (one.text === undefined || one.text.test(String(payload.def))),
  );
  return row?.severity ?? 'error';
}
