// Types that generators write differently: of columns, attributes, arguments and results.

import { byText, matchByKey } from '../../match.ts';
import { isAssignable } from '../compatibility/assignable.ts';
import { isList, type Members, type Pair, sameType, type TypeFact } from '../model.ts';
import { always, type Entries, ERA, explain, type Schemas, type Skew, since } from './engine.ts';

/** Where a type stands. */
export interface TypeAt {
  schemas: Schemas;
  /** The database says that the type is one that generators learnt to write. */
  isLearnt?: boolean;
  /** The database has a row here. */
  isRow?: boolean;
  /** The database computes the column, and nobody has to give it. */
  isComputed?: boolean;
  /** The values that the database allows, when it says. */
  allowed?: readonly string[] | undefined;
  /** The project says that the type may be narrower. */
  mayBeNarrower?: boolean;
  /** A column of a view. */
  isOfView?: boolean;
  /** A row of a view, or a list of them. */
  isViewRow?: boolean;
}

const TYPES: Skew<TypeFact, TypeAt>[] = [
  {
    entry: 'A6.1',
    when: always,
    rewrite: (one, other, { allowed, mayBeNarrower }, side) =>
      side === 'committed' &&
      ((allowed && one.text === narrowed(other.text, allowed)) ||
        (mayBeNarrower && isNarrower(one.text, other.text)))
        ? { ...one, text: other.text }
        : one,
  },
  {
    entry: 'A3.10',
    when: since(ERA.exact),
    rewrite: (one, other, { isComputed }) =>
      isComputed && one.text === 'never' && other.text !== 'never' ? other : one,
  },
  {
    entry: 'A3.16',
    when: (one, other) => one.to >= ERA.sets && other.from <= ERA.sets,
    // Many other types are `unknown` to this day.
    rewrite: learnt('unknown', /^string$/, ({ isLearnt }) => isLearnt === true),
  },
  {
    entry: 'A3.16',
    when: since(ERA.rows),
    rewrite: learnt('unknown', /^Record<string, unknown>$/),
  },
  {
    entry: 'A3.7',
    when: (one, other) => one.to >= ERA.rows && other.from <= ERA.sets,
    rewrite: learnt('unknown', /^Database\[.*\["Row"\]$/, ({ isRow }) => isRow === true),
  },
  {
    entry: 'A3.16',
    when: since(ERA.sets),
    rewrite: learnt('unknown', /^\{ .*\}$/, ({ isRow }) => isRow === true),
  },
  {
    entry: 'A3.16',
    when: since(ERA.sets),
    rewrite: learnt('Record<string, unknown>', /^\{ .*\}$/, ({ isRow }) => isRow === true),
  },
  {
    entry: 'A3.9',
    when: since(ERA.exact),
    rewrite: (one, other) => (loose(one.text) === other.text ? { ...one, text: other.text } : one),
  },
  {
    entry: 'A3.11',
    when: since(ERA.views),
    // That JSON which is required is NonNullable<Json> then is no cause of its own.
    rewrite: (one, other, { isOfView }) =>
      isOfView && other.nullable && !one.nullable && isSameButForJson(one.text, other.text) ? other : one,
  },
];

const isNarrower = (one: string, other: string): boolean =>
  isAssignable(one, other) && !isAssignable(other, one);

/** What somebody writes for `string` or `number` who knows which values there are. */
export function narrowed(wide: string, allowed: readonly string[]): string | undefined {
  const literal = LITERALS[wide];
  return literal && [...new Set(allowed.map(literal))].sort(byText).join(' | ');
}

const LITERALS: Readonly<Record<string, (value: string) => string>> = {
  string: (value) => JSON.stringify(value),
  number: (value) => String(Number(value)),
};

const loose = (text: string): string => text.replaceAll('NonNullable<Json>', 'Json');

/** Whether two texts are the same but for how one of them writes required JSON (A3.9). */
export const isSameButForJson = (a: string, b: string): boolean =>
  a === b || loose(a) === b || a === loose(b);

/** Generators learnt to write `newer` for what they had called `older`, or a list of it. Null is no matter. */
function learnt(older: string, newer: RegExp, where: (at: TypeAt) => boolean = always) {
  return (one: TypeFact, other: TypeFact, at: TypeAt): TypeFact => {
    const { item, lists } = itemOf(one.text);
    const isOlder = other.text === older + '[]'.repeat(lists);
    return isOlder && newer.test(item) && where(at) ? other : one;
  };
}

/** `number` and 2 for `number[][]`. */
function itemOf(text: string): { item: string; lists: number } {
  let end = text.length;
  while (end > 1 && text.startsWith('[]', end - 2)) end -= 2;
  return { item: text.slice(0, end), lists: (text.length - end) / 2 };
}

/** The entries under which two types mean the same; undefined when they do not. */
export const typeSkew = (types: Pair<TypeFact>, at: TypeAt): Entries =>
  explain(TYPES, types, at, ({ committed, generated }) =>
    sameType(committed, generated) ? [] : rowSkew(committed, generated, at),
  );

/** Rows, or lists of rows, column by column, whether their columns are written out or named (A3.24). */
function rowSkew(
  committed: TypeFact,
  generated: TypeFact,
  { schemas, isLearnt, isViewRow }: TypeAt,
): Entries {
  const isOther = committed.nullable !== generated.nullable || isList(committed) !== isList(generated);
  if (!committed.row || !generated.row || isOther) return undefined;
  const at: TypeAt = { schemas, isLearnt: isLearnt === true, isOfView: isViewRow === true };
  return membersSkew({ committed: committed.row, generated: generated.row }, () => at);
}

/** The entries under which two objects have the same members; undefined when they do not. */
export function membersSkew(members: Pair<Members>, at: (name: string) => TypeAt): Entries {
  const { added, removed, both } = matchByKey(members.committed, members.generated);
  if (added.length > 0 || removed.length > 0) return undefined;
  const entries: Entries = [];
  for (const [name, { type: committed, optional }, { type: generated, optional: other }] of both) {
    const found = optional === other ? typeSkew({ committed, generated }, at(name)) : undefined;
    if (found === undefined) return undefined;
    entries.push(...found);
  }
  return entries;
}
