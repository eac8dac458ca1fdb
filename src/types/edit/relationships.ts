// The relationships of one relation: elements of a list, told apart by their facts, for names may repeat.

import { ts } from 'ts-morph';
import { withoutEqual } from '../diff-relationships.ts';
import type { Relationship } from '../model.ts';
import { readRelationships } from '../read.ts';
import { typeFact } from '../type-text.ts';
import { editList, type Insertion, layoutOf, listOf, placeFor, type Replacement } from './list.ts';
import { placeIn, usualLayout } from './members.ts';
import { type Hand, printSome } from './print.ts';
import { memberOf, membersOf } from './tree.ts';
import { copyValue, placed, placeOf, replaceValue } from './value.ts';

/** Makes the relationships of the given names the generated ones. */
export function editRelationships(
  hand: Hand,
  target: ts.Node | undefined,
  source: ts.Node | undefined,
  names: readonly string[],
): Replacement[] {
  if (!target || !source || !ts.isTupleTypeNode(target) || !ts.isTupleTypeNode(source)) return [];
  const [committed, generated] = [relationshipsOf(target), relationshipsOf(source)];
  const replacements: Replacement[] = [];
  const remove = new Set<number>();
  const insert: Related[] = [];
  for (const name of names) {
    const named = (list: readonly Related[]): Relationship[] =>
      list.map(({ facts }) => facts).filter((one) => one.name === name);
    const unequal = withoutEqual(named(committed), named(generated));
    const left = committed.filter(({ facts }) => unequal.left.includes(facts));
    const right = generated.filter(({ facts }) => unequal.right.includes(facts));
    const pairs = Math.min(left.length, right.length);
    left.slice(0, pairs).forEach((one, index) => {
      const twin = right[index];
      if (twin !== undefined) replacements.push(...editFacts(hand, one.node, twin.node));
    });
    for (const one of left.slice(pairs)) remove.add(one.index);
    insert.push(...right.slice(pairs));
  }
  return [...replacements, ...editElements(hand, target, source, remove, insert)];
}

interface Related {
  index: number;
  node: ts.TypeLiteralNode;
  facts: Relationship;
  key: string;
}

function relationshipsOf(list: ts.TupleTypeNode): Related[] {
  const facts = readRelationships(list);
  return list.elements.filter(ts.isTypeLiteralNode).flatMap((node, nth) => {
    const one = facts[nth];
    if (one === undefined) return [];
    const { isOneToOne: _, ...identity } = one;
    return [{ index: list.elements.indexOf(node), node, facts: one, key: JSON.stringify(identity) }];
  });
}

/** The facts of one relationship that differ. What older generators did not write stays unwritten (A3.3). */
const editFacts = (hand: Hand, target: ts.TypeLiteralNode, source: ts.TypeLiteralNode): Replacement[] =>
  membersOf(target).flatMap(({ name, value }) => {
    const wanted = memberOf(source, name)?.value;
    if (!wanted || !ts.isTypeNode(wanted) || !ts.isTypeNode(value)) return [];
    return typeFact(wanted).text === typeFact(value).text ? [] : [replaceValue(hand, value, wanted)];
  });

function editElements(
  hand: Hand,
  target: ts.TupleTypeNode,
  source: ts.TupleTypeNode,
  remove: ReadonlySet<number>,
  insert: readonly Related[],
): Replacement[] {
  if (remove.size === 0 && insert.length === 0) return [];
  if (target.elements.length === remove.size) {
    const isAll = insert.length === source.elements.length;
    const nodes = insert.map(({ node }) => node);
    return [
      placed(
        target,
        isAll ? copyValue(hand, source, placeOf(target)) : printSome(hand, source, nodes, placeOf(target)),
      ),
    ];
  }
  const list = listOf(target.elements, target);
  const layout = layoutOf(list) ?? usualLayout(hand.style, list, source);
  const committed = target.elements.map(
    (node) => relationshipsOf(target).find((one) => one.node === node)?.key,
  );
  const generated = relationshipsOf(source).map(({ key }) => key);
  const insertions = insert.map(
    ({ key, node }): Insertion => ({
      after: placeFor(key, committed, generated),
      text: copyValue(hand, node, placeIn(list, layout)),
    }),
  );
  return editList(list, remove, insertions, layout);
}
