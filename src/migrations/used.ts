// Which relations and types a statement needs to exist when it runs, and on what condition it runs at all. When in
// doubt a use is omitted: a false one would accuse the user. So names of indexes are left out.

import { nameOf, strings } from './names.ts';
import type { Node, NodeOf } from './parse.ts';
import { relationUse, type Use, usesIn } from './walk.ts';

export interface Needs {
  uses: Use[];
  /** `if exists`: the statement does nothing unless this exists. */
  onlyIf?: Use;
  /** `if not exists`: the statement does nothing when this exists. */
  unless?: Use;
}

const NOTHING: Needs = { uses: [] };

const guarded = (target: NodeOf<'RangeVar'> | undefined, missingOk: boolean | undefined): Partial<Needs> =>
  target && missingOk ? { onlyIf: relationUse(target) } : {};

const unlessThere = (
  target: NodeOf<'RangeVar'> | undefined,
  ifNotExists: boolean | undefined,
): Partial<Needs> => (target && ifNotExists ? { unless: relationUse(target) } : {});

/** What must exist for a statement to succeed; what it creates itself may be among the uses. */
export function neededObjects(node: Node): Needs {
  if ('AlterTableStmt' in node) return alteredTable(node.AlterTableStmt);
  if ('RenameStmt' in node) return renamed(node.RenameStmt);
  if ('DropStmt' in node) return dropped(node.DropStmt);
  if ('CommentStmt' in node) return objects(node.CommentStmt.objtype, [node.CommentStmt.object]);
  if ('AlterOwnerStmt' in node) return objects(node.AlterOwnerStmt.objectType, [node.AlterOwnerStmt.object]);
  if ('GrantStmt' in node) return objects(node.GrantStmt.objtype, node.GrantStmt.objects ?? []);
  if ('AlterEnumStmt' in node) return { uses: named('type', strings(node.AlterEnumStmt.typeName)) };
  if ('AlterDomainStmt' in node)
    return { uses: [...named('type', strings(node.AlterDomainStmt.typeName)), ...usesIn(node)] };
  if ('AlterObjectSchemaStmt' in node) {
    const { relation, missing_ok, objectType, object } = node.AlterObjectSchemaStmt;
    const { uses } = objects(objectType, [object]);
    return { uses: [...uses, ...usesIn(relation)], ...guarded(relation, missing_ok) };
  }
  if ('AlterSeqStmt' in node) {
    const { sequence, missing_ok, options } = node.AlterSeqStmt;
    return { uses: [...usesIn(sequence), ...ownersIn(options)], ...guarded(sequence, missing_ok) };
  }
  if ('CreateSeqStmt' in node) {
    const { sequence, if_not_exists, options } = node.CreateSeqStmt;
    return { uses: ownersIn(options), ...unlessThere(sequence, if_not_exists) };
  }
  if ('CreateStmt' in node)
    return { uses: usesIn(node), ...unlessThere(node.CreateStmt.relation, node.CreateStmt.if_not_exists) };
  if ('CreateTableAsStmt' in node) {
    const { into, if_not_exists } = node.CreateTableAsStmt;
    return { uses: usesIn(node), ...unlessThere(into?.rel, if_not_exists) };
  }
  return isOpaque(node) ? NOTHING : { uses: usesIn(node) };
}

/** Statements whose names are indexes, constraints, remote tables, or not looked up at all. */
const isOpaque = (node: Node): boolean =>
  'ReindexStmt' in node ||
  'ConstraintsSetStmt' in node ||
  'ImportForeignSchemaStmt' in node ||
  'AlterObjectDependsStmt' in node ||
  'AlterExtensionContentsStmt' in node ||
  'SecLabelStmt' in node ||
  'DoStmt' in node ||
  'CreateSchemaStmt' in node;

function alteredTable({ relation, cmds, objtype, missing_ok }: NodeOf<'AlterTableStmt'>): Needs {
  if (objtype === 'OBJECT_INDEX') return NOTHING;
  const target = usesIn(relation);
  const uses = objtype === 'OBJECT_TYPE' ? target.map(asType) : target;
  return { uses: [...uses, ...usesIn(cmds)], ...guarded(relation, missing_ok) };
}

function renamed({ renameType, relationType, relation, object, missing_ok }: NodeOf<'RenameStmt'>): Needs {
  if (renameType === 'OBJECT_INDEX') return NOTHING;
  if (!relation) return missing_ok ? NOTHING : objects(renameType, [object]);
  const target = usesIn(relation);
  const uses = relationType === 'OBJECT_TYPE' ? target.map(asType) : target;
  return { uses, ...guarded(relation, missing_ok) };
}

function dropped({ removeType, objects: targets = [], missing_ok }: NodeOf<'DropStmt'>): Needs {
  return missing_ok ? NOTHING : objects(removeType, targets);
}

const asType = (use: Use): Use => ({ ...use, kind: 'type' });

const named = (kind: Use['kind'], parts: readonly string[]): Use[] => {
  const name = nameOf(parts);
  return name ? [{ kind, ...name, location: undefined }] : [];
};

/** The uses of an `on <kind> <name>` list: comments, grants, owners, drops. */
function objects(
  objectType: NodeOf<'CommentStmt'>['objtype'],
  targets: readonly (Node | undefined)[],
): Needs {
  const dotted = targets.flatMap((target) =>
    target && 'List' in target ? [strings(target.List.items)] : [],
  );
  switch (objectType) {
    case 'OBJECT_TABLE':
    case 'OBJECT_VIEW':
    case 'OBJECT_MATVIEW':
    case 'OBJECT_SEQUENCE':
    case 'OBJECT_FOREIGN_TABLE':
      return { uses: [...dotted.flatMap((parts) => named('relation', parts)), ...usesIn(targets)] };
    case 'OBJECT_COLUMN':
    case 'OBJECT_TABCONSTRAINT':
    case 'OBJECT_TRIGGER':
    case 'OBJECT_POLICY':
    case 'OBJECT_RULE':
      return { uses: dotted.flatMap((parts) => named('relation', parts.slice(0, -1))) };
    case 'OBJECT_TYPE':
    case 'OBJECT_DOMAIN':
      return { uses: [...dotted.flatMap((parts) => named('type', parts)), ...usesIn(targets)] };
    case 'OBJECT_FUNCTION':
    case 'OBJECT_PROCEDURE':
    case 'OBJECT_ROUTINE':
    case 'OBJECT_AGGREGATE':
      return { uses: usesIn(targets) };
    default:
      return NOTHING;
  }
}

/** `owned by orders.id` of a sequence. */
function ownersIn(options: readonly Node[] | undefined): Use[] {
  return (options ?? []).flatMap((option) => {
    if (!('DefElem' in option) || option.DefElem.defname !== 'owned_by') return [];
    const { arg } = option.DefElem;
    return arg && 'List' in arg ? named('relation', strings(arg.List.items).slice(0, -1)) : [];
  });
}
