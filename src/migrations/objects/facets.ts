// What an object is beside its definition, and who last said so: its comment, owner, row-level security, and what a role
// may do with it. An audit that finds one changed points there, not at where the object was made.

import { nameOf, strings } from '../names.ts';
import type { Node, NodeOf } from '../parse.ts';
import type { Stamp } from '../touch.ts';
import type { Relation } from './model.ts';
import type { Entity } from './names.ts';
import { namedPart } from './parts.ts';
import type { Scene } from './scene.ts';
import { rangeName } from './state.ts';

type ObjectType = NonNullable<NodeOf<'CommentStmt'>['objtype']>;
type Grant = NodeOf<'GrantStmt'>;

/** Remembers `comment on`, `alter … owner to`, `grant` and `revoke`. */
export function touchFacets(scene: Scene, node: Node): void {
  if ('CommentStmt' in node) {
    const { objtype, object } = node.CommentStmt;
    touchFacet(object && entityOf(scene, objtype, object), 'comment', scene.stamp('alter'));
  } else if ('AlterOwnerStmt' in node) {
    const { objectType, object } = node.AlterOwnerStmt;
    touchFacet(object && entityOf(scene, objectType, object), 'owner', scene.stamp('alter'));
  } else if ('GrantStmt' in node) {
    const facets = granteesOf(node.GrantStmt);
    for (const entity of grantedOn(scene, node.GrantStmt))
      for (const facet of facets) touchFacet(entity, facet, scene.stamp('alter'));
  }
}

/** What commands of `alter table` are about; the others are about parts, or the relation as a whole. */
const OF_COMMAND: Partial<Record<NonNullable<NodeOf<'AlterTableCmd'>['subtype']>, string>> = {
  AT_EnableRowSecurity: 'row-level security',
  AT_DisableRowSecurity: 'row-level security',
  AT_ForceRowSecurity: 'row-level security of the owner',
  AT_NoForceRowSecurity: 'row-level security of the owner',
  AT_ChangeOwner: 'owner',
  AT_ReplicaIdentity: 'replica identity',
  AT_SetRelOptions: 'options',
  AT_ResetRelOptions: 'options',
};

export function alterFacet(
  relation: Relation,
  { subtype, name = '' }: NodeOf<'AlterTableCmd'>,
  stamp: Stamp,
): void {
  const facet = subtype && OF_COMMAND[subtype];
  if (facet) touchFacet(relation, facet, stamp);
  else if (subtype === 'AT_ValidateConstraint')
    touchFacet(relation.constraints.get(name), 'validation', stamp);
}

function touchFacet(entity: Entity | undefined, facet: string, stamp: Stamp): void {
  entity?.facets.set(facet, stamp);
}

/** `grants to anon`; the role of all roles is `PUBLIC`. */
const granteesOf = ({ grantees = [] }: Grant): string[] =>
  grantees.flatMap((node) => ('RoleSpec' in node ? [`grants to ${node.RoleSpec.rolename ?? 'PUBLIC'}`] : []));

/** The objects of a grant that are known: those it names, or all of a schema. */
function grantedOn(scene: Scene, { targtype, objtype, objects = [] }: Grant): Entity[] {
  if (targtype === 'ACL_TARGET_OBJECT')
    return objects.flatMap((object) => entityOf(scene, objtype, object) ?? []);
  if (targtype !== 'ACL_TARGET_ALL_IN_SCHEMA') return [];
  return strings(objects).flatMap((name): Entity[] => {
    const schema = scene.state.schemas.get(name);
    if (objtype === 'OBJECT_TABLE') return schema?.relations.values() ?? [];
    return (objtype === 'OBJECT_SEQUENCE' ? schema?.parts.values() : schema?.routines.values()) ?? [];
  });
}

/** The object that a node names, when it is known. */
function entityOf(scene: Scene, type: ObjectType | undefined, node: Node): Entity | undefined {
  const { state, path } = scene;
  const words = wordsOf(node);
  const [name, owner] = [nameOf(words), nameOf(words.slice(0, -1))];
  const last = words.at(-1);
  if (!name || last === undefined) return undefined;
  switch (type) {
    case 'OBJECT_TABLE':
    case 'OBJECT_VIEW':
    case 'OBJECT_MATVIEW':
    case 'OBJECT_FOREIGN_TABLE':
      return state.relation(name, path);
    case 'OBJECT_COLUMN':
      return owner && state.relation(owner, path)?.columns.get(last);
    case 'OBJECT_TABCONSTRAINT':
      return owner && state.relation(owner, path)?.constraints.get(last);
    case 'OBJECT_FUNCTION':
    case 'OBJECT_PROCEDURE':
    case 'OBJECT_ROUTINE':
      return state.routine(name, path);
    case 'OBJECT_TYPE':
    case 'OBJECT_DOMAIN':
      return state.type(name, path);
    case 'OBJECT_SCHEMA':
      return state.schemas.get(last);
    default: {
      const slot = namedPart(scene, type, words);
      return slot?.shelf.get(slot.key);
    }
  }
}

/** The words of a dotted name, however the tree holds it. */
function wordsOf(node: Node): string[] {
  if ('List' in node) return strings(node.List.items);
  if ('ObjectWithArgs' in node) return strings(node.ObjectWithArgs.objname);
  if ('TypeName' in node) return strings(node.TypeName.names);
  if ('RangeVar' in node) {
    const { schema, name } = rangeName(node.RangeVar);
    return schema === undefined ? [name] : [schema, name];
  }
  return strings([node]);
}
