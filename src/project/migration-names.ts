// The names that skipped migrations need, so that `supabase db reset` runs them where their names put them now.

import { byText, groupBy } from '../match.ts';

const MS_OF_STEPS = [86_400_000, 3_600_000, 60_000, 1000];

/**
 * The new name of each skipped file for which one fits between its neighbours, by its name of now.
 * @param migrations the names of those that run
 */
export function newNames(
  skipped: readonly string[],
  migrations: readonly string[],
  today: string | undefined,
): Map<string, string> {
  const kept = keptVersions(skipped, migrations);
  const others = skipped.filter((file) => !kept.has(file));
  return new Map([...kept, ...between(others, [...migrations, ...kept.values()], today)]);
}

/** A text that sorts by code unit as the name does by its bytes. */
const keyOf = (name: string): string => Buffer.from(name).toString('latin1');

/** Sorts by the bytes of names. */
export const sortedByBytes = <T>(items: readonly T[], nameOf: (item: T) => string): T[] =>
  items
    .map((item) => ({ item, key: keyOf(nameOf(item)) }))
    .sort((a, b) => byText(a.key, b.key))
    .map(({ item }) => item);

/** How many of sorted keys come before one. */
function countBefore(key: string, keys: readonly string[]): number {
  let [low, high] = [0, keys.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((keys[middle] ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

const LEADING = /^[^\p{L}\p{N}]+/u;

/** A day at the start of a name, with or without dashes, or another number that stands for itself. */
const VERSION = /^(?:([0-9]{4})-([0-9]{2})-([0-9]{2})(?![0-9])|([0-9]+)(?![-.]?[0-9]))/;

/** What a name says besides its version and its ending. */
const saying = (file: string): string =>
  file
    .replace(/\.sql$/i, '')
    .replace(VERSION, '')
    .replace(LEADING, '')
    .replace(/[\p{C}\p{Z}]+/gu, '_') || 'migration';

const named = (version: string, file: string): string => {
  const name = saying(file);
  // Under this name the CLI takes a first file for what an old release wrote.
  return `${version}_${name === 'init' ? 'initial' : name}.sql`;
};

function ownVersion(file: string): string | undefined {
  const [version, ...parts] = VERSION.exec(file) ?? [];
  return version === undefined ? undefined : named(parts.join(''), file);
}

const versionOf = (name: string): string => name.split('_', 1)[0] ?? '';

/** The new names that keep the version of the file, and with it the place among the others. */
function keptVersions(skipped: readonly string[], migrations: readonly string[]): Map<string, string> {
  const kept = new Map<string, string>();
  const versions = new Set(migrations.map(versionOf));
  const run = migrations.map(keyOf).sort(byText);
  const added: string[] = [];
  for (const file of skipped) {
    const own = ownVersion(file);
    if (own === undefined || versions.has(versionOf(own))) continue;
    // A day with dashes sorts before all without: where it belongs is where the day does.
    const [key, old] = [keyOf(own), keyOf(file.replace(VERSION, versionOf(own)))];
    if ([run, added].some((keys) => isAnyBetween(key, old, keys))) continue;
    kept.set(file, own);
    versions.add(versionOf(own));
    added.splice(countBefore(key, added), 0, key);
  }
  return kept;
}

/** Whether one of sorted keys is one of two, or lies between them. */
function isAnyBetween(a: string, b: string, keys: readonly string[]): boolean {
  const [first, last] = a < b ? [a, b] : [b, a];
  const next = keys[countBefore(first, keys)];
  return next !== undefined && next <= last;
}

/** Files without a version of their own, spread evenly over the time between the two migrations that they lie between. */
function between(
  files: readonly string[],
  others: readonly string[],
  today: string | undefined,
): [string, string][] {
  const names = sortedByBytes(others, (name) => name);
  const keys = names.map(keyOf);
  const placed = files.map((file) => ({ file, place: countBefore(keyOf(file), keys) }));
  return [...groupBy(placed, ({ place }) => String(place)).values()].flatMap((group) => {
    const place = group[0]?.place ?? 0;
    const versions = spread(group.length, names[place - 1], names[place], today);
    return group.flatMap(({ file }, index): [string, string][] => {
      const version = versions[index];
      return version === undefined ? [] : [[file, named(version, file)]];
    });
  });
}

/** So many versions after one name and before another; fewer where no more fit. */
function spread(
  count: number,
  after: string | undefined,
  before: string | undefined,
  today: string | undefined,
): string[] {
  const from = after === undefined ? undefined : timeOf(versionOf(after));
  if (after !== undefined && from === undefined)
    return before === undefined ? counting(versionOf(after), count) : [];
  const end = before === undefined ? undefined : timeOf(versionOf(before));
  if (before !== undefined && end === undefined) return [];
  const limit = end ?? (today === undefined ? Number.POSITIVE_INFINITY : Date.parse(`${today}T23:59:59Z`));
  const fits = (step: number): boolean => from === undefined || from + step * count < limit;
  const step = MS_OF_STEPS.find(fits) ?? (end === undefined ? 1000 : undefined);
  if (step === undefined || (from === undefined && limit === Number.POSITIVE_INFINITY)) return [];
  const first = from ?? startOfDay(limit) - step * (count + 1);
  return Array.from({ length: count }, (_, index) => stampOf(first + step * (index + 1)));
}

const startOfDay = (time: number): number => time - (time % 86_400_000);

/** Versions that are plain numbers go on counting, as long as they do not grow longer. */
function counting(version: string, count: number): string[] {
  const numbers = Array.from({ length: count }, (_, index) => String(BigInt(version) + BigInt(index + 1)));
  return numbers
    .map((number) => number.padStart(version.length, '0'))
    .filter(({ length }) => length === version.length);
}

/** The time that a version of 14 digits tells, UTC. */
function timeOf(version: string): number | undefined {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(version) ?? [];
  const time = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(time) ? undefined : time;
}

const stampOf = (time: number): string => new Date(time).toISOString().slice(0, 19).replace(/\D/g, '');
