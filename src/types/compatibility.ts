// What a change does to code that compiles against the committed types: which case of cases.ts it is. What a query
// gives back may only grow narrower, what a caller hands in may only be asked for less.

import type { Compatibility } from '../findings/finding.ts';
import type { Demand, ToldChange } from './change.ts';
import { isAssignable, isAssignableButForLabels } from './compatibility/assignable.ts';
import { caseOfOverload } from './compatibility/calls.ts';
import { CASES, type CaseId } from './compatibility/cases.ts';
import { caseOfRelationship } from './compatibility/embedding.ts';
import { worstOf } from './compatibility/worst.ts';
import { type Members, type Pair, type Relation, SHAPES, type Shape, typeText } from './model.ts';

export interface Grade {
  compatibility: Compatibility;
  reason: string;
}

/** Grades a change, with the reason in words. */
export function gradeOf(change: ToldChange): Grade {
  const { compatibility, reason } = CASES[caseOf(change)];
  return { compatibility, reason };
}

/** The case that a change is; of a change in several shapes, the worst. */
export function caseOf(change: ToldChange): CaseId {
  switch (change.kind) {
    case 'column-added':
      return change.insert === 'required' ? 'column-added-required' : 'column-added';
    case 'column-type-changed':
      return worstOf(change.shapes.map((shape) => caseOfType(shape, change)));
    case 'column-optionality-changed':
      return worstOf(change.shapes.map((shape) => caseOfDemand(shape, change)));
    case 'relation-kind-changed':
      return columnsFit(change.facts) ? 'relation-kind-compatible' : 'relation-kind-incompatible';
    case 'composite-type-changed':
      return caseOfComposite(change);
    case 'function-signature-changed':
      return caseOfOverload(change.facts);
    case 'relationship-added':
    case 'relationship-removed':
    case 'relationship-changed':
      return caseOfRelationship(change);
    default:
      return change.kind;
  }
}

function caseOfComposite({ committed, generated }: Pair<string>): CaseId {
  if (isAssignable(generated, committed)) return 'composite-type-extended';
  return isAssignableButForLabels(generated, committed)
    ? 'composite-type-label-added'
    : 'composite-type-changed';
}

function caseOfType(shape: Shape, { committed, generated }: Pair<string>): CaseId {
  const side = shape === 'Row' ? 'read' : 'write';
  if (side === 'write' && generated === 'never') return 'write-computed';
  if (isAssignable(generated, committed) && isAssignable(committed, generated)) {
    return caseOfJson(side, generated);
  }
  if (generated === `${committed} | null`) return `${side}-null-added`;
  if (committed === `${generated} | null`) return `${side}-null-removed`;
  if (isAssignable(generated, committed)) return `${side}-narrowed`;
  if (side === 'read' && isAssignableButForLabels(generated, committed)) return 'read-label-added';
  return isAssignable(committed, generated) ? `${side}-widened` : `${side}-retyped`;
}

/** Types that the compiler holds for the same differ in a null that `Json` has in it, which a column may refuse. */
const caseOfJson = (side: 'read' | 'write', generated: string): CaseId => {
  if (side === 'read') return 'read-json-null';
  return generated.endsWith(' | null') ? 'write-null-added' : 'write-json-null';
};

const caseOfDemand = (shape: Shape, sides: Pair<Demand>): CaseId =>
  shape === 'Row' ? caseOfRead(sides) : caseOfWrite(sides);

function caseOfRead({ committed, generated }: Pair<Demand>): CaseId {
  if (generated === 'absent') return 'read-absent';
  if (committed === 'absent') return 'read-added';
  return generated === 'optional' ? 'read-made-optional' : 'read-made-certain';
}

function caseOfWrite({ committed, generated }: Pair<Demand>): CaseId {
  if (generated === 'required') return 'write-made-required';
  if (generated === 'absent') return 'write-absent';
  return committed === 'absent' ? 'write-added' : 'write-made-optional';
}

/** Whether reads and writes of a relation still fit after it became a view, or a table. */
const columnsFit = ({ committed, generated }: Pair<Relation>): boolean =>
  SHAPES.every((shape) => {
    const [before, after] = [committed.shapes[shape], generated.shapes[shape]];
    if (before === undefined) return true;
    if (after === undefined) return false;
    return shape === 'Row' ? membersFit(after, before) : writesFit(before, after);
  });

const writesFit = (committed: Members, generated: Members): boolean =>
  [...committed.keys()].every((name) => generated.has(name)) && membersFit(committed, generated);

/** Whether an object with the members `from` does where one with the members `to` is expected. */
const membersFit = (from: Members, to: Members): boolean =>
  [...to].every(([name, wanted]) => {
    const given = from.get(name);
    if (given === undefined) return wanted.optional;
    const isThere = wanted.optional || !given.optional;
    return isThere && isAssignable(typeText(given.type), typeText(wanted.type));
  });
