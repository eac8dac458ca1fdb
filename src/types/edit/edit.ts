// Carries changes out in a committed types file: texts in, text out. Ranges come from TypeScript's nodes; what is
// outside of them keeps every byte.

import { ts } from 'ts-morph';
import { groupBy } from '../../match.ts';
import type { TypeChange } from '../change.ts';
import { withJson } from './json.ts';
import { editLabels, isLabels } from './labels.ts';
import type { Replacement } from './list.ts';
import { editMembers } from './members.ts';
import { inNotationOf } from './notation.ts';
import { listOperations, type Operation, operationsOf, widened } from './operations.ts';
import type { Hand } from './print.ts';
import { editRelationships } from './relationships.ts';
import { learnStyle } from './style.ts';
import { type Member, memberOf, membersOf, readTree, valueAt } from './tree.ts';
import { replaceValue } from './value.ts';

/**
 * The committed text after the changes, which are taken from the generated text and written in the committed style.
 * @param changes of `diffTypes(committed, generated)`, all or some
 * @param path of the committed file, named in errors, never read
 * @param notation `generated` writes what a newer generator learnt as it stands there, not as the file's own would
 * @throws UsageError when a text is not TypeScript or declares no generated `Database`
 */
export function editTypes(
  committed: string,
  generated: string,
  changes: readonly TypeChange[],
  path: string,
  notation: 'committed' | 'generated' = 'committed',
): string {
  if (changes.length === 0) return committed;
  const [before, after] = [readTree(committed, path), readTree(generated, 'the generated types')];
  const trees = {
    committed: before,
    generated: notation === 'committed' ? inNotationOf(before, after) : after,
  };
  const names = { committed: trees.committed.databaseName, generated: trees.generated.databaseName };
  const hand = { style: learnStyle(trees.committed), names };
  const operations = operationsOf(changes, trees);
  const { constants } = trees.committed;
  const edited = replaced(committed, [
    ...editRoot(hand, operations, trees.committed.database, trees.generated.database),
    ...(constants
      ? editRoot(hand, operations.filter(isInConstants), constants, trees.generated.constants)
      : []),
  ]);
  return withJson(hand, edited, trees.committed, trees.generated);
}

/** `Constants` holds the labels of enums at run time, by schema. */
const isInConstants = ({ path }: Operation): boolean => path.length === 0 || path[1] === 'Enums';

function editRoot(
  hand: Hand,
  operations: readonly Operation[],
  root: ts.Node,
  generated: ts.Node | undefined,
): Replacement[] {
  const all = widened(operations, root);
  const related = groupBy(
    all.filter(({ kind }) => kind === 'relate'),
    ({ path }) => JSON.stringify(path),
  );
  return [
    ...listOperations(all).flatMap((list) => {
      const [target, source] = [valueAt(root, list.path), valueAt(generated, list.path)];
      if (target === undefined) return [];
      return isLabels(target, list)
        ? editLabels(hand, target, source, list)
        : editMembers(hand, target, source, list);
    }),
    ...[...related.values()].flatMap((group) => {
      const [target, source] = [
        valueAt(root, group[0]?.path ?? []),
        valueAt(generated, group[0]?.path ?? []),
      ];
      return editRelationships(
        hand,
        target,
        source,
        group.map(({ name }) => name),
      );
    }),
    ...all.flatMap((one) => {
      const [target, source] = [
        memberOf(valueAt(root, one.path), one.name),
        memberOf(valueAt(generated, one.path), one.name),
      ];
      if (target === undefined || source === undefined) return [];
      // Constants may hold what the types lack.
      const isStale = one.kind === 'insert' && !sameConstant(target.value, source.value);
      if (one.kind === 'retype' || isStale) return [replaceValue(hand, target.value, source.value)];
      return one.kind === 'set-optional' ? setOptional(target, one.optional) : [];
    }),
  ];
}

/** Whether two values of Constants hold the same labels. Types are another matter: those were compared before. */
function sameConstant(committed: ts.Node, generated: ts.Node): boolean {
  const labels = (node: ts.Node): unknown => {
    if (ts.isArrayLiteralExpression(node)) return node.elements.map(labels);
    if (ts.isStringLiteralLike(node)) return node.text;
    return Object.fromEntries(membersOf(node).map(({ name, value }) => [name, labels(value)]));
  };
  return JSON.stringify(labels(committed)) === JSON.stringify(labels(generated));
}

function setOptional({ node }: Member, optional: boolean): Replacement[] {
  if (!ts.isPropertySignature(node) || optional === (node.questionToken !== undefined)) return [];
  const mark = node.questionToken;
  if (mark === undefined) return [{ start: node.name.end, end: node.name.end, text: '?' }];
  return [{ start: mark.getStart(), end: mark.end, text: '' }];
}

function replaced(text: string, replacements: readonly Replacement[]): string {
  const sorted = [...replacements].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = '';
  let from = 0;
  for (const { start, end, text: inserted } of sorted) {
    if (start < from) throw new Error(`two edits of one place: ${JSON.stringify(text.slice(start, end))}`);
    result += text.slice(from, start) + inserted;
    from = end;
  }
  return result + text.slice(from);
}
