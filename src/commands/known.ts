// What the shadow database knows and no types file shows, as the comparison asks for it.

import { formatObjectId } from '../findings/object-id.ts';
import { fitsText } from '../findings/pattern.ts';
import { groupBy } from '../match.ts';
import type { CatalogObject } from '../ports.ts';
import type { KnownForeignKey, KnownObjects } from '../types/known-objects.ts';

/** The answers of a database that holds these objects, and of what generated its types: its name and version. */
export function knownOf(built: readonly CatalogObject[], generator: string): KnownObjects {
  const byName = groupBy(built, ({ schema, name }) => JSON.stringify([schema, name]));
  const keys = groupBy(built.flatMap(keysOf), (key) => key.name);
  const named = (schema: string, name: string): CatalogObject[] =>
    byName.get(JSON.stringify([schema, name])) ?? [];
  const functions = (schema: string, name: string): CatalogObject[] =>
    named(schema, name).filter(({ kind }) => kind === 'function');
  return {
    returnsOneRow: (schema, name) => isEvery(functions(schema, name), ({ returnsOneRow }) => returnsOneRow),
    extensionOf: (schema, name) => {
      const [first, ...others] = named(schema, name).map(({ extension }) => extension);
      return others.every((other) => other === first) ? first : undefined;
    },
    versionedBy: () => undefined,
    lateKind: (schema, name) => {
      const kinds = named(schema, name).map(({ kind }) => kind);
      if (kinds.includes('foreign-table')) return 'foreign table';
      return kinds.includes('materialized-view') ? 'materialized view' : undefined;
    },
    foreignKeys: (name) => keys.get(name) ?? [],
    inOutOrVariadic: (schema, name) =>
      functions(schema, name).flatMap(({ inOutOrVariadic }) => inOutOrVariadic ?? []),
    unnamedOverloads: (schema, name) =>
      functions(schema, name).filter(({ takesUnnamed }) => takesUnnamed).length,
    takesRow: (schema, name) => functions(schema, name).some(({ takesRow }) => takesRow),
    usesLearntType: (schema, name, column = '') =>
      named(schema, name).some(({ learntTypes }) => learntTypes?.includes(column)),
    isComputed: (schema, relation, column) =>
      named(schema, relation).some(({ computed }) => computed?.includes(column)),
    allowedValues: (schema, name, part) => {
      const [first, ...others] = named(schema, name)
        .filter(({ kind }) => kind !== 'composite-type' && kind !== 'enum')
        .map(({ allowedValues }) => allowedValues?.[part]?.toSorted());
      return others.every((other) => isSame(first, other)) ? first : undefined;
    },
    mayBeNarrower: () => false,
    isLateWritable: (schema, view) => named(schema, view).some(({ isLateWritable }) => isLateWritable),
    omitsHiddenKeys: omitsHiddenKeys(generator),
  };
}

/** With what the project lets be narrower in the committed types, by patterns. */
export const withNarrowed = (known: KnownObjects, patterns: readonly string[] = []): KnownObjects => ({
  ...known,
  mayBeNarrower: (schema, object, part) => {
    const id =
      part === ''
        ? formatObjectId({ kind: 'table', schema, name: object })
        : formatObjectId({ kind: 'column', schema, relation: object, name: part });
    return patterns.some((pattern) => fitsText(id, pattern));
  },
});

/** Measured: the CLI from 2.118 to 3.0 does, 3.1 no longer, and the built-in generator never. */
function omitsHiddenKeys(generator: string): boolean {
  const [, major, minor] = /^supabase (\d+)\.(\d+)\./.exec(generator)?.map(Number) ?? [];
  return (major === 2 && (minor ?? 0) >= 118) || (major === 3 && minor === 0);
}

const isSame = (a: readonly string[] | undefined, b: readonly string[] | undefined): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

const isEvery = <T>(all: readonly T[], is: (one: T) => true | undefined): boolean =>
  all.length > 0 && all.every(is);

const keysOf = ({
  schema,
  name: relation,
  foreignKeys = [],
}: CatalogObject): (KnownForeignKey & { name: string })[] =>
  foreignKeys.map((key) => ({ ...key, schema, relation }));
