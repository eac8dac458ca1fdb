// The one pairing loop of every diff: two maps with the same keys, side by side.

export interface Matched<T> {
  added: [key: string, generated: T][];
  removed: [key: string, committed: T][];
  both: [key: string, committed: T, generated: T][];
}

/** Pairs two maps by key. Keys come out in the order of the committed map, then of the generated one. */
export function matchByKey<T>(
  committed: ReadonlyMap<string, T>,
  generated: ReadonlyMap<string, T>,
): Matched<T> {
  const matched: Matched<T> = { added: [], removed: [], both: [] };
  for (const [key, before] of committed) {
    const after = generated.get(key);
    if (after === undefined) matched.removed.push([key, before]);
    else matched.both.push([key, before, after]);
  }
  for (const [key, after] of generated) if (!committed.has(key)) matched.added.push([key, after]);
  return matched;
}

/** Groups values by a key, keeping the order in which keys first occur. */
export function groupBy<T>(values: Iterable<T>, key: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group) group.push(value);
    else groups.set(key(value), [value]);
  }
  return groups;
}

/** The same keys with other values. */
export const mapValues = <T>(map: ReadonlyMap<string, T>, change: (value: T) => T): Map<string, T> =>
  new Map([...map].map(([key, value]) => [key, change(value)]));

/** The largest of numbers, or `least`. As arguments of one call, a hundred thousand of them end the program. */
export const largest = (least: number, numbers: readonly number[]): number =>
  numbers.reduce((most, number) => Math.max(most, number), least);

/** Compares by code unit, so that an order never depends on the locale of the machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const isSameList = (a: readonly string[], b: readonly string[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

/** Whether one name was meant by the other: another spelling, or at most two letters off. */
export function isNear(one: string, other: string): boolean {
  const [a, b] = [one, other].map((name) => name.toLowerCase().replace(/[-_ ]/g, ''));
  return a === b || a === b?.replace(/s$/, '') || (one.length > 4 && distance(one, other) <= 2);
}

/** How many letters must be put in, taken out or replaced. */
function distance(one: string, other: string): number {
  let row = Array.from({ length: one.length + 1 }, (_, index) => index);
  for (const [line, letter] of [...other.slice(0, LONGEST_NAME)].entries()) {
    const next = [line + 1];
    for (const [index, own] of [...one].entries())
      next.push(
        Math.min(
          (next[index] ?? 0) + 1,
          (row[index + 1] ?? 0) + 1,
          (row[index] ?? 0) + (own === letter ? 0 : 1),
        ),
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}

const LONGEST_NAME = 40;
