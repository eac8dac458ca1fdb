// What a list holds: the members of an object, relationships, labels; and where one more belongs among them.

import { ts } from 'ts-morph';
import { byText } from '../../match.ts';
import { readRelationships } from '../read.ts';
import { unionMembers } from '../type-text.ts';
import { asMember, elementsOf, isHolder } from './tree.ts';

export interface Item {
  node: ts.Node;
  /** As changes call it. */
  name?: string;
  /** What tells it apart, for relationships repeat their names. */
  key?: string;
}

export function itemsOf(node: ts.Node): Item[] {
  if (isHolder(node)) return elementsOf(node).map((one) => named(one, asMember(one)[0]?.name));
  if (ts.isTupleTypeNode(node)) return relationshipsOf(node);
  return labelsIn(node).map((one) => {
    const literal = ts.isLiteralTypeNode(one) ? one.literal : one;
    return named(one, ts.isStringLiteralLike(literal) ? literal.text : undefined);
  });
}

const named = (node: ts.Node, name?: string): Item => ({
  node,
  ...(name !== undefined && { name, key: name }),
});

function relationshipsOf(list: ts.TupleTypeNode): Item[] {
  const seen = new Map<string, number>();
  return readRelationships(list).map(({ isOneToOne: _, ...facts }, index) => {
    const text = JSON.stringify(facts);
    const count = seen.get(text) ?? 0;
    seen.set(text, count + 1);
    return { node: list.elements[index] ?? list, name: facts.name, key: `${text} ${count}` };
  });
}

function labelsIn(node: ts.Node): readonly ts.Node[] {
  if (ts.isArrayLiteralExpression(node)) return node.elements;
  if (!ts.isTypeNode(node)) return [];
  const isUnion = ts.isUnionTypeNode(node) || ts.isLiteralTypeNode(node) || ts.isParenthesizedTypeNode(node);
  return isUnion ? unionMembers(node) : [];
}

/**
 * Tells the index of the committed item that a new one belongs behind, -1 for none: by its place in the generated file
 * when both have one order, else where the alphabet wants it when the file is sorted, else behind its generated
 * neighbour.
 */
export function placing(
  committed: readonly Item[],
  generated: readonly Item[],
): (key: string | undefined) => number {
  const known = committed.flatMap(({ key }) => key ?? []);
  const wanted = generated.flatMap(({ key }) => key ?? []);
  const [isKnown, isWanted] = [new Set(known), new Set(wanted)];
  const common = wanted.filter((one) => isKnown.has(one));
  const inOrder = known.filter((one) => isWanted.has(one)).every((one, index) => one === common[index]);
  const order = inOrder
    ? undefined
    : ORDERS.find((compare) => known.every((one, i) => i === 0 || compare(known[i - 1] ?? '', one) <= 0));
  const behind = (one: string): number => committed.findLastIndex(({ key }) => key === one);
  return (name = '') => {
    if (order) return committed.findLastIndex(({ key }) => key !== undefined && order(key, name) < 0);
    const at = wanted.indexOf(name);
    const before = wanted.slice(0, at).findLast((one) => isKnown.has(one));
    if (before !== undefined) return behind(before);
    const after = wanted.slice(at + 1).find((one) => isKnown.has(one));
    return after === undefined ? committed.length - 1 : committed.findIndex(({ key }) => key === after) - 1;
  };
}

const ORDERS = [byText, new Intl.Collator('en').compare];
