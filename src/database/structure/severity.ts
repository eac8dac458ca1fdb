// How bad a difference of structure is: one table, with a line of reason each. The first row that fits decides.

import type { Severity } from '../../findings/rules.ts';
import type { StructureChange } from '../../ports.ts';
import type { Fact } from '../pg-delta.ts';

type Ungraded = Omit<StructureChange, 'severity'>;

interface Row {
  because: string;
  severity: Severity;
  kinds?: readonly Ungraded['object']['kind'][];
  /** Of what is altered; the row holds for nothing else then. */
  facet?: RegExp;
  /** What the definition says. */
  text?: RegExp;
}

const SEVERITIES: readonly Row[] = [
  {
    severity: 'note',
    facet: /^line ends of /,
    because: 'Git or an editor made them, and few who wrote the text meant them',
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
    because: 'it decides about objects that are still to come',
  },
  {
    severity: 'error',
    facet: /^grants to (anon|authenticated|PUBLIC)$/,
    because: 'everybody with the key of the project may do more, or less',
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
    because: 'what is written from now on is the same',
  },
  {
    severity: 'warning',
    facet: /^(storage options|replica identity|index of the replica identity|persistence)$/,
    because: 'it changes how rows are kept, not which',
  },
  {
    severity: 'warning',
    kinds: ['publication', 'subscription'],
    because: 'it decides who is told of changes, not what they are',
  },
  { severity: 'warning', kinds: ['cron-job'], because: 'it runs beside what clients use' },
  {
    severity: 'warning',
    kinds: ['sequence', 'extension', 'collation', 'event-trigger', 'foreign-data-wrapper', 'foreign-server'],
    because: 'what clients use of it shows as a difference of its own',
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
