// What the simulated database answers: who last touched an object, under a name of today or of the past.

import type { ObjectId } from '../../findings/object-id.ts';
import { latest, type Stamp } from '../touch.ts';
import type { Column, Constraint, Relation, Routine, Schema, Type } from './model.ts';
import { type Entity, type Holder, type Names, partKey } from './names.ts';
import type { SchemaState } from './state.ts';

/** An object under the name that was asked for. */
interface Found {
  /** Absent when nothing touched it. */
  touch: Stamp | undefined;
  /** It has the name no more; the touch is what took it. */
  isOver: boolean;
  /** What created it. */
  created: Stamp | undefined;
  facets: Entity['facets'];
}

/** The stamp of the statement that last touched an object; of a name of the past, of the one that took it away. */
export function lastTouch(state: SchemaState, id: ObjectId): Stamp | undefined {
  return find(state, id)?.touch;
}

/** The stamp of the statement that last set a facet of an object that there is, its `comment` say. */
export function lastSet(state: SchemaState, id: ObjectId, facet: string): Stamp | undefined {
  const found = find(state, id);
  return found?.isOver ? undefined : found?.facets.get(facet);
}

function find(state: SchemaState, id: ObjectId): Found | undefined {
  switch (id.kind) {
    case 'schema':
      return held(state.schemas.holders(id.name), itself);
    case 'table':
    case 'view':
    case 'materialized-view':
    case 'foreign-table':
      return inSchema(state, id.schema, ({ relations }) => held(relations.holders(id.name), inItsSchema));
    case 'enum':
    case 'composite-type':
    case 'domain':
    case 'range-type':
      return inSchema(state, id.schema, ({ types }) => held(types.holders(id.name), ofType));
    case 'function':
      return inSchema(state, id.schema, ({ routines }) => held(routines.holders(id.name), ofRoutine));
    case 'enum-value':
      return inSchema(state, id.schema, ({ types }) =>
        partOf(types.holders(id.enum), ({ parts }) => held(parts.holders(id.name), itself)),
      );
    case 'column':
      return inSchema(state, id.schema, ({ relations }) =>
        partOf(relations.holders(id.relation), (relation) => column(relation, id.name)),
      );
    case 'constraint':
    case 'relationship':
      return inSchema(state, id.schema, ({ relations }) =>
        partOf(relations.holders(id.relation), (relation) => constraint(state, relation, id.name)),
      );
    case 'policy':
    case 'trigger':
    case 'rule':
      return inSchema(state, id.schema, ({ relations }) =>
        partOf(relations.holders(id.relation), ({ parts }) => part(parts, id)),
      );
    case 'index':
    case 'sequence':
      return inSchema(state, id.schema, ({ parts, relations }) =>
        anyOf([parts, ...relations.values().map((relation) => relation.parts)], id),
      );
    case 'collation':
    case 'migration':
    case 'file':
      return undefined;
    default:
      return part(state.parts, id);
  }
}

const part = (parts: Names<Entity>, { kind, name }: ObjectId): Found | undefined =>
  held(parts.holders(partKey(kind, name)), itself);

/** The one that there is, else the last one that was. */
function anyOf(shelves: readonly Names<Entity>[], id: ObjectId): Found | undefined {
  const found = shelves.flatMap((shelf) => part(shelf, id) ?? []);
  return found.find(({ isOver }) => !isOver) ?? found.at(-1);
}

/** Looks with each holder of a name, the present one first. */
function held<T>(holders: readonly Holder<T>[], look: (object: T) => Found | undefined): Found | undefined {
  for (const { object, ended } of holders) {
    const found = look(object);
    if (found && !ended) return found;
    if (found?.isOver) return found;
    // What came into a schema or a table after it was renamed was never known under its old name.
    if (found && ended && (found.created?.order ?? -1) <= ended.order)
      return { ...found, touch: ended, isOver: true };
  }
  return undefined;
}

const inSchema = (
  state: SchemaState,
  schema: string,
  look: (schema: Schema) => Found | undefined,
): Found | undefined => held(state.schemas.holders(schema), look);

/** A part of a relation or an enum. When one was made anew without the part, that is where it went. */
function partOf<T extends Entity>(
  holders: readonly Holder<T>[],
  look: (whole: T) => Found | undefined,
): Found | undefined {
  const found = held(holders, look);
  const [present] = holders;
  if (!found || !present || present.ended || look(present.object)) return found;
  return { ...found, touch: present.object.touch ?? found.touch };
}

const itself = ({ touch, created, facets }: Entity): Found => ({ touch, created, facets, isOver: false });

const inItsSchema = (object: Relation | Type | Routine): Found => ({
  ...itself(object),
  touch: latest(object.touch, object.home.renamed),
});

const naming = (object: Relation | Type): (Stamp | undefined)[] => [object.renamed, object.home.renamed];

/** A composite type is what its attributes are. */
function ofType(type: Type): Found {
  const found = inItsSchema(type);
  if (type.kind !== 'composite') return found;
  const parts = type.parts.values().map(({ touch }) => touch);
  return { ...found, touch: latest(found.touch, ...parts, ...type.parts.former().map(({ ended }) => ended)) };
}

/** A function's signature names types. */
function ofRoutine(routine: Routine): Found {
  const found = inItsSchema(routine);
  const types = [...routine.overloads.values()].flat();
  return { ...found, touch: latest(found.touch, ...types.flatMap(naming)) };
}

/** A relation that may have columns which no statement spells out answers for them itself. */
function column(relation: Relation, name: string): Found | undefined {
  const found = held(relation.columns.holders(name), ofColumn);
  return found ?? (relation.isOpen ? itself(relation) : undefined);
}

function ofColumn(column: Column): Found {
  const { type, source } = column;
  // A domain's `not null` is its columns'.
  const ofItsType = type ? [...naming(type), type.kind === 'domain' ? type.touch : undefined] : [];
  return { ...itself(column), touch: latest(column.touch, ...ofItsType, source && ofColumn(source).touch) };
}

/** A view shows the foreign keys of the tables that it stands on. */
function constraint(state: SchemaState, relation: Relation, name: string): Found | undefined {
  const own = held(relation.constraints.holders(name), ofConstraint);
  if (own || (relation.kind !== 'view' && relation.kind !== 'materialized-view')) return own;
  const shown = state
    .relations()
    .flatMap(({ constraints }) => held(constraints.holders(name), ofConstraint) ?? []);
  if (shown.length === 0) return undefined;
  return { ...itself(relation), touch: latest(relation.touch, ...shown.map(({ touch }) => touch)) };
}

/** A relationship names its columns, and the table and columns that it points at. */
function ofConstraint({ columns, target, targetColumns = [], ...constraint }: Constraint): Found {
  const names = [...columns, ...targetColumns].map(({ renamed }) => renamed);
  const touch = latest(constraint.touch, ...names, ...(target ? naming(target) : []));
  return { ...itself(constraint), touch };
}
