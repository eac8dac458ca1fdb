// What a change does to code that compiles against the committed types. What a query gives back may only grow
// narrower, what a caller hands in may only be asked for less: anything else breaks.

import type { Compatibility } from '../findings/finding.ts';
import type { ToldChange } from './change.ts';

export interface Grade {
  compatibility: Compatibility;
  reason: string;
}

const safe = (reason: string): Grade => ({ compatibility: 'safe', reason });
const dangerous = (reason: string): Grade => ({ compatibility: 'dangerous', reason });
const breaking = (reason: string): Grade => ({ compatibility: 'breaking', reason });

/** Grades a change, with the reason in words. */
export function gradeOf(change: ToldChange): Grade {
  switch (change.kind) {
    case 'schema-added':
    case 'relation-added':
    case 'enum-added':
    case 'composite-type-added':
    case 'function-added':
    case 'relationship-added':
      return safe('no code can use yet what its types do not name');
    case 'schema-removed':
    case 'relation-removed':
    case 'column-removed':
    case 'enum-removed':
    case 'composite-type-removed':
    case 'function-removed':
      return breaking('code that uses it compiles and fails when it runs');
    case 'relationship-removed':
      return breaking('embedding over it compiles and fails when it runs');
    case 'relation-renamed':
    case 'column-renamed':
      return breaking('code that uses the old name compiles and fails when it runs');
    case 'column-added':
      return change.insert === 'required'
        ? breaking('an insert that compiles leaves out what the database demands')
        : safe('inserts may leave it out, and reads ignore it');
    case 'column-type-changed':
      return gradeOfType(change);
    case 'column-optionality-changed':
      return gradeOfDemand(change);
    case 'enum-value-added':
      return dangerous('code that handles every value meets one that it does not know');
    case 'enum-value-removed':
      return breaking('code that writes it compiles and fails when it runs');
    case 'composite-type-changed':
      return breaking('values of it have other attributes than the code expects');
    case 'function-signature-changed':
      return change.committed === ''
        ? safe('every call that compiles still has its overload')
        : breaking('calls that compile do not fit the function');
    case 'relationship-changed':
    case 'relation-kind-changed':
      return dangerous('queries that compile may give another shape, or be refused');
    default:
      return change satisfies never;
  }
}

type ChangeOf<K extends ToldChange['kind']> = Extract<ToldChange, { kind: K }>;

function gradeOfType({ shapes, committed, generated }: ChangeOf<'column-type-changed'>): Grade {
  const reads = shapes.includes('Row');
  const writes = shapes.includes('Insert') || shapes.includes('Update');
  if (generated === `${committed} | null`) {
    return reads
      ? breaking('reads meet a null that the code does not expect')
      : safe('writes may hand in null now');
  }
  if (committed === `${generated} | null`) {
    return writes ? breaking('writes of null compile and are refused') : safe('reads meet no null any more');
  }
  return breaking('values have another type than the code expects');
}

function gradeOfDemand({ generated, committed }: ChangeOf<'column-optionality-changed'>): Grade {
  if (generated === 'required') return breaking('a write that compiles leaves out what the database demands');
  if (generated === 'absent') return breaking('a write that compiles names what the database does not take');
  return committed === 'required' || committed === 'absent'
    ? safe('every write that compiles is still taken')
    : dangerous('the database takes it differently');
}
