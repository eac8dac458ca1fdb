// Renames that the migrations tell of, carried out in the committed facts before they are compared: what was renamed
// is then one change, not one object that went and another that came.

import type { Renaming } from './change.ts';
import type { DatabaseTypes, Relation, SchemaTypes } from './model.ts';
import { SHAPES } from './model.ts';
import { type NewNames, pathText, underNewNames } from './rename/facts.ts';
import { type History, historiesOf, type KnownRename } from './rename/history.ts';

export type { KnownRename } from './rename/history.ts';

/**
 * The committed facts under the names of today, and a change for each rename that applies: its old name is in the
 * committed types alone, its new one in the generated types alone, and both are tables, or both views. Two names that
 * both sides have, as after a swap, tell nothing and are left alone.
 * @param renames in the order in which the migrations do them
 */
export function withRenames(
  committed: DatabaseTypes,
  generated: DatabaseTypes,
  renames: readonly KnownRename[],
): { committed: DatabaseTypes; changes: Renaming[] } {
  const known = historiesOf(renames).flatMap((history) => {
    const before = committed.schemas.get(history.schema);
    const after = generated.schemas.get(history.schema);
    return before && after ? appliedOf(history, before, after) : [];
  });
  // A name that two relations had, one after the other, stands for the first.
  const applied = known.filter((one, index) => known.findIndex((other) => isSame(one, other)) === index);
  if (applied.length === 0) return { committed, changes: [] };
  const retold = (text: string): string =>
    applied.reduce(
      (sofar, { schema, kind, name, names }) =>
        sofar.replaceAll(pathText(schema, kind, name), pathText(schema, kind, names.name)),
      text,
    );
  const schemas = [...committed.schemas].map(([schema, types]): [string, SchemaTypes] => {
    const own = applied.filter((one) => one.schema === schema);
    return [schema, underNewNames(types, new Map(own.map(({ name, names }) => [name, names])), retold)];
  });
  return { committed: { schemas: new Map(schemas) }, changes: applied.flatMap(changesOf) };
}

/** A relation of the committed types that has another name today, or columns that have. */
interface Applied {
  schema: string;
  kind: Relation['kind'];
  /** In the committed types. */
  name: string;
  names: NewNames;
}

const isSame = (a: Applied, b: Applied): boolean => a.schema === b.schema && a.name === b.name;

function appliedOf(
  { schema, names, columns }: History,
  committed: SchemaTypes,
  generated: SchemaTypes,
): Applied[] {
  const isThere = { committed: has(committed.relations), generated: has(generated.relations) };
  const today = names.at(-1) ?? '';
  const name = isThere.committed(today) ? today : (oldNameOf(names, isThere) ?? '');
  const [before, after] = [committed.relations.get(name), generated.relations.get(today)];
  if (before === undefined || after === undefined || before.kind !== after.kind) return [];
  const hasColumn = { committed: hasIn(before), generated: hasIn(after) };
  const renamed = columns.flatMap((column): [string, string][] => {
    const old = oldNameOf(column.names, hasColumn);
    return old === undefined ? [] : [[old, column.names.at(-1) ?? '']];
  });
  return name === today && renamed.length === 0
    ? []
    : [{ schema, kind: before.kind, name, names: { name: today, columns: new Map(renamed) } }];
}

const has =
  (all: ReadonlyMap<string, unknown>) =>
  (name: string): boolean =>
    all.has(name);

const hasIn =
  ({ shapes }: Relation) =>
  (name: string): boolean =>
    SHAPES.some((shape) => shapes[shape]?.has(name));

interface Sides {
  committed: (name: string) => boolean;
  generated: (name: string) => boolean;
}

/** The name that the committed types still use for what has the last one today. */
function oldNameOf(names: readonly string[], isThere: Sides): string | undefined {
  const today = names.at(-1) ?? '';
  if (isThere.committed(today) || !isThere.generated(today)) return undefined;
  return names.findLast((name) => isThere.committed(name) && !isThere.generated(name));
}

function changesOf({ schema, kind, name, names }: Applied): Renaming[] {
  const relation: Renaming[] =
    name === names.name
      ? []
      : [
          {
            kind: 'relation-renamed',
            object: { kind, schema, name: names.name },
            committed: name,
            generated: names.name,
          },
        ];
  const columns = [...names.columns].map(
    ([committed, generated]): Renaming => ({
      kind: 'column-renamed',
      object: { kind: 'column', schema, relation: names.name, name: generated },
      committed,
      generated,
    }),
  );
  return [...relation, ...columns];
}
