// Single-fact mutations of tables and views, and of their relationships.

import { ts } from 'ts-morph';
import type { ObjectId } from '../../src/findings/object-id.ts';
import { columnMutations } from './single-fact-columns.ts';
import {
  type Entry,
  entryIn,
  type Mutation,
  NEW_KEY,
  NEW_NAME,
  type Surroundings,
} from './single-fact-deeds.ts';
import {
  addMember,
  cut,
  isNullable,
  literalIn,
  type Property,
  propertiesOf,
  propertyOf,
  rename,
  replace,
} from './single-fact-nodes.ts';

type Kind = 'table' | 'view';

const SECTION = { table: 'Tables', view: 'Views' } as const;

export function relationMutations(at: Surroundings, kind: Kind): Mutation[] {
  const section = at.sections.get(SECTION[kind]);
  const other = at.sections.get(SECTION[kind === 'table' ? 'view' : 'table']);
  if (section === undefined) return [];
  const object = (name: string): ObjectId => ({ kind, schema: at.schema, name });
  const body = '{ Row: { id: number }; Insert: { id?: number }; Update: { id?: number }; Relationships: [] }';
  return [
    {
      what: `${kind}: add`,
      objects: [object(NEW_NAME)],
      edits: [addMember(section.type, `${NEW_KEY}: ${body}`)],
    },
    ...propertiesOf(section.type).flatMap((relation): Mutation[] => {
      const objects = [object(relation.name)];
      const member = `${relation.node.name.getText()}: ${relation.type.getText()}`;
      const moved = other && [cut(relation), addMember(other.type, member)];
      return [
        { what: `${kind}: drop`, objects, edits: [cut(relation)] },
        {
          what: `${kind}: rename`,
          objects: [...objects, object(NEW_NAME)],
          edits: [rename(relation, NEW_NAME)],
        },
        ...(moved ? [{ what: `${kind}: move to the other section`, objects, edits: moved } as const] : []),
        ...columnMutations(at, kind, relation),
        ...relationshipMutations(at, relation),
      ];
    }),
  ];
}

function relationshipMutations(at: Surroundings, relation: Property): Mutation[] {
  const tuple = propertyOf(relation.type, 'Relationships')?.type;
  if (!tuple || !ts.isTupleTypeNode(tuple)) return [];
  const object = (name: string): ObjectId => ({
    kind: 'relationship',
    schema: at.schema,
    relation: relation.name,
    name,
  });
  const rewritten = (elements: readonly string[]) => [replace(tuple, `[${elements.join(', ')}]`)];
  const texts = tuple.elements.map((element) => element.getText());
  // To a table of its own schema.
  const added = `{ foreignKeyName: ${NEW_KEY}; columns: ["zz"]; isOneToOne: false; referencedRelation: ${JSON.stringify(relation.name)}; referencedColumns: ["zz"] }`;
  return [
    {
      what: 'relationship: add',
      objects: [object(NEW_NAME)],
      edits: rewritten([...texts, added]),
    },
    ...tuple.elements.flatMap((element, index): Mutation[] => {
      const name = literalIn(propertyOf(element, 'foreignKeyName')?.type) ?? '';
      const objects = [object(name)];
      const entry = foreignEntry(at, element);
      const without = texts.filter((_, other) => other !== index);
      return [
        { what: 'relationship: drop', objects, entry, edits: rewritten(without) },
        { what: 'relationship: repeat', objects, entry, edits: rewritten([...texts, element.getText()]) },
        ...factMutations(element, object(name)),
        ...replaced(element, 'foreignKeyName', NEW_KEY).map(
          (edits): Mutation => ({
            what: 'relationship: rename',
            objects: [...objects, object(NEW_NAME)],
            entry,
            besides: [object(NEW_NAME)],
            edits,
          }),
        ),
      ];
    }),
  ];
}

/** A relationship to a table of another schema. */
function foreignEntry({ sections, generation }: Surroundings, element: ts.TypeNode): Entry | undefined {
  const target = literalIn(propertyOf(element, 'referencedRelation')?.type) ?? '';
  const isForeign = ['Tables', 'Views'].every((name) => !propertyOf(sections.get(name)?.type, target));
  return isForeign ? entryIn(generation, 'A3.17') : undefined;
}

function factMutations(element: ts.TypeNode, object: ObjectId): Mutation[] {
  const objects = [object];
  const mutation =
    (what: Mutation['what']) =>
    (edits: Mutation['edits']): Mutation => ({ what, objects, edits });
  const oneToOne = propertyOf(element, 'isOneToOne')?.type.getText() === 'true';
  return [
    ...replaced(element, 'columns', '["zz"]').map(mutation('relationship: change columns')),
    ...replaced(element, 'referencedRelation', NEW_KEY).map(
      mutation('relationship: change referenced relation'),
    ),
    ...replaced(element, 'referencedColumns', '["zz"]').map(
      mutation('relationship: change referenced columns'),
    ),
    ...replaced(element, 'isOneToOne', String(!oneToOne)).map(mutation('relationship: toggle one-to-one')),
  ];
}

/** The edits that give one fact another value; none when the file does not have the fact, or a generator lost it. */
function replaced(element: ts.TypeNode, fact: string, value: string): Mutation['edits'][] {
  const property = propertyOf(element, fact);
  return property && !isNullable(property.type) ? [[replace(property.type, value)]] : [];
}
