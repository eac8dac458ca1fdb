// Carries changes out in a committed types file: texts in, text out. Both trees are walked together; ranges come from
// TypeScript's nodes, and what is outside of them keeps every byte.

import { ts } from 'ts-morph';
import { groupBy } from '../../match.ts';
import type { TypeChange } from '../change.ts';
import { typeText } from '../model.ts';
import { isSameButForJson } from '../skew/types.ts';
import { typeFact } from '../type-text.ts';
import { type Drift, driftOf, ofConstants } from './drift.ts';
import { type Item, itemsOf } from './items.ts';
import { withJson } from './json.ts';
import { editList } from './list.ts';
import { inNotationOf } from './notation.ts';
import type { Hand } from './print.ts';
import type { Replacement } from './splice.ts';
import { learnStyle } from './style.ts';
import { asMember, type Member, memberOf, membersOf, type Path, readTree } from './tree.ts';
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
  const [before, given] = [readTree(committed, path), readTree(generated, 'the generated types')];
  const after = notation === 'committed' ? inNotationOf(before, given) : given;
  const names = { committed: before.databaseName, generated: after.databaseName };
  const hand = { style: learnStyle(before), names };
  const drift = driftOf(changes, { committed: before, generated: after });
  const edited = replaced(committed, [
    ...editsIn(hand, before.database, after.database, drift, []),
    ...(before.constants && after.constants
      ? editsIn(hand, before.constants, after.constants, ofConstants(drift), [])
      : []),
  ]);
  return withJson(hand, edited, before, after);
}

/** The edits that a list needs, an object or another: what drifted in it comes, goes, or becomes the generated one. */
function editsIn(hand: Hand, target: ts.Node, source: ts.Node, { below }: Drift, path: Path): Replacement[] {
  // A view that can't be written by one generator is no drift (A3.12).
  const isView = path.length === 3 && path[1] === 'Views';
  const [items, wanted] = [itemsOf(target), itemsOf(source)];
  const drifted = ({ name }: Item): boolean => name !== undefined && below.has(name);
  const pairs = pairsOf(items.filter(drifted), wanted.filter(drifted));
  const paired = new Set(pairs.flat());
  const isLone = (item: Item): boolean => !isView && drifted(item) && !paired.has(item);
  const turnover = { items, wanted, removed: items.map(isLone), insert: wanted.filter(isLone) };
  return [
    ...pairs.flatMap(([own, twin]) =>
      editsOf(hand, own.node, twin.node, below.get(own.name ?? '') ?? { below: new Map() }, path),
    ),
    ...editList(hand, target, source, turnover, path),
  ];
}

/** Items that are one in both files; of relationships also those of one name whose facts differ. */
function pairsOf(items: readonly Item[], wanted: readonly Item[]): [Item, Item][] {
  const twins = new Map(wanted.map((one) => [one.key, one]));
  const keys = new Set(items.map(({ key }) => key));
  const others = groupBy(
    wanted.filter(({ key }) => !keys.has(key)),
    ({ name = '' }) => name,
  );
  return items.flatMap((own): [Item, Item][] => {
    const twin = twins.get(own.key) ?? others.get(own.name ?? '')?.shift();
    return twin === undefined ? [] : [[own, twin]];
  });
}

/** The edits of one item that both files have. */
function editsOf(hand: Hand, own: ts.Node, twin: ts.Node, drift: Drift, path: Path): Replacement[] {
  const [[old], [now]] = [asMember(own), asMember(twin)];
  if (!old || !now) return editsIn(hand, own, twin, factsOf(own, twin), path);
  if (drift.below.size > 0) return editsIn(hand, old.value, now.value, drift, [...path, old.name]);
  return [
    ...(becomes(old.value, now.value, drift) ? [replaceValue(hand, old.value, now.value)] : []),
    ...(drift.optional ? setOptional(old, now) : []),
  ];
}

/** What may differ in a relationship. What older generators did not write stays unwritten (A3.3). */
function factsOf(own: ts.Node, twin: ts.Node): Drift {
  const names = membersOf(own).filter(({ name }) => memberOf(twin, name));
  return { below: new Map(names.map(({ name }) => [name, { below: new Map(), type: 'unless-equivalent' }])) };
}

function becomes(old: ts.Node, now: ts.Node, { type }: Drift): boolean {
  // Constants may hold what the types lack.
  if (!ts.isTypeNode(old) || !ts.isTypeNode(now)) return constantText(old) !== constantText(now);
  if (type !== 'unless-equivalent') return type === 'always';
  return !isSameButForJson(typeText(typeFact(old)), typeText(typeFact(now)));
}

/** A value of Constants without its layout and its quotes. */
function constantText(node: ts.Node): string {
  if (ts.isArrayLiteralExpression(node)) return JSON.stringify(node.elements.map(constantText));
  if (ts.isStringLiteralLike(node)) return JSON.stringify(node.text);
  return JSON.stringify(membersOf(node).map(({ name, value }) => [name, constantText(value)]));
}

function setOptional({ node }: Member, { node: wanted }: Member): Replacement[] {
  if (!ts.isPropertySignature(node) || !ts.isPropertySignature(wanted)) return [];
  const mark = node.questionToken;
  if ((mark === undefined) === (wanted.questionToken === undefined)) return [];
  if (mark === undefined) return [{ start: node.name.end, end: node.name.end, text: '?' }];
  return [{ start: mark.getStart(), end: mark.end, text: '' }];
}

function replaced(text: string, replacements: readonly Replacement[]): string {
  const sorted = [...replacements].sort((a, b) => a.start - b.start || a.end - b.end);
  let [result, from] = ['', 0];
  for (const { start, end, text: inserted } of sorted) {
    if (start < from) throw new Error(`two edits of one place: ${JSON.stringify(text.slice(start, end))}`);
    result += text.slice(from, start) + inserted;
    from = end;
  }
  return result + text.slice(from);
}
