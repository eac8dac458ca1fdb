// What a picture of an audit shows: the unmanaged relations with their columns, and the foreign keys among them and
// between them and those of Git.

import { isRelation } from '../findings/kinds.ts';
import { formatObjectId } from '../findings/object-id.ts';
import type { CatalogObject } from '../ports.ts';
import type { Diagram, DiagramLink, DiagramRelation } from '../report/diagram.ts';
import { type DatabaseTypes, type Relation, type Relationship, typeText } from '../types/model.ts';
import type { Sources } from './audit-sources.ts';
import { keyOf, keysOf } from './three-ways.ts';

interface Named {
  schema: string;
  name: string;
}

/** The diagram; undefined when no relation is unmanaged. `shapes`: the types of the live database. */
export function unmanagedDiagram({
  held,
  live: { built, shapes },
}: Pick<Sources, 'held' | 'live'>): Diagram | undefined {
  const inGit = keysOf([...held.applied, ...held.all]);
  const unmanaged = new Set(held.live.filter((one) => !inGit.has(keyOf(one)) && isRelation(one)).map(idOf));
  const all = [...shapes.schemas].flatMap(([schema, { relations }]) =>
    [...relations].map(([name, relation]) => ({ schema, name, relation })),
  );
  const targetOf = targets(built);
  const links = all
    .flatMap((one) => linksOf(one, targetOf, shapes))
    .filter(({ from, to }) => unmanaged.has(from) || unmanaged.has(to));
  const drawn = all.filter((one) => unmanaged.has(idOf(one))).map((one) => relationIn(one, links));
  if (drawn.length === 0) return undefined;
  const others = new Set(links.flatMap(({ from, to }) => [from, to]).filter((id) => !unmanaged.has(id)));
  return {
    relations: [...drawn, ...[...others].map((id) => ({ id, kind: 'table' as const, columns: [] }))],
    links,
  };
}

const idOf = ({ schema, name }: Named): string => formatObjectId({ kind: 'table', schema, name });

/** Types do not say in which schema a foreign key ends. */
function targets(built: readonly CatalogObject[]): (from: Named, key: string) => Named | undefined {
  const byKey = new Map(
    built.flatMap(({ schema, name, foreignKeys = [] }) =>
      foreignKeys.map((key) => [
        JSON.stringify([schema, name, key.name]),
        { schema: key.referencedSchema, name: key.referencedRelation },
      ]),
    ),
  );
  return ({ schema, name }, key) => byKey.get(JSON.stringify([schema, name, key]));
}

/** Generators repeat the foreign keys of a table for its views, and for views of what they lead to. */
function linksOf(
  one: Named & { relation: Relation },
  targetOf: ReturnType<typeof targets>,
  shapes: DatabaseTypes,
): DiagramLink[] {
  const isView = (to: Named): boolean =>
    shapes.schemas.get(to.schema)?.relations.get(to.name)?.kind === 'view';
  if (one.relation.kind === 'view') return [];
  return (one.relation.relationships ?? []).flatMap((key: Relationship) => {
    const to = targetOf(one, key.name);
    if (to === undefined || to.name !== key.referencedRelation || isView(to)) return [];
    return [
      {
        from: idOf(one),
        to: idOf(to),
        name: key.name,
        columns: [...key.columns],
        ...(key.isOneToOne && { isOneToOne: true as const }),
      },
    ];
  });
}

function relationIn(one: Named & { relation: Relation }, links: readonly DiagramLink[]): DiagramRelation {
  const keys = new Set(links.filter(({ from }) => from === idOf(one)).flatMap(({ columns }) => columns));
  return {
    id: idOf(one),
    kind: one.relation.kind,
    columns: [...(one.relation.shapes.Row ?? [])].map(([name, { type }]) => ({
      name,
      type: typeText(type),
      ...(keys.has(name) && { isKey: true as const }),
    })),
  };
}
