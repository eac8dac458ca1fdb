// Which relations, types and schemas a statement brings into being, under which names.

import { type Name, nameOf, rangeVarName, strings } from './names.ts';
import type { Node, NodeOf } from './parse.ts';

export interface Created extends Name {
  kind: 'relation' | 'type' | 'schema';
  /** Its schema can't be told from the statement: a temporary table, or a rename of an unqualified name. */
  anywhere?: true;
}

type RangeVar = NodeOf<'RangeVar'>;

function relation(rangeVar: RangeVar | undefined): Created[] {
  if (rangeVar === undefined) return [];
  const temporary = rangeVar.relpersistence === 't';
  return [{ kind: 'relation', ...rangeVarName(rangeVar), ...(temporary && { anywhere: true }) }];
}

function type(names: readonly Node[] | undefined): Created[] {
  const name = nameOf(strings(names));
  return name ? [{ kind: 'type', ...name }] : [];
}

const schema = (name: string | undefined): Created[] =>
  name === undefined ? [] : [{ kind: 'schema', schema: undefined, name }];

/** What exists after the statement that may not have existed before, new names of old objects included. */
export function createdObjects(node: Node): Created[] {
  if ('CreateStmt' in node) {
    const { relation: table, tableElts } = node.CreateStmt;
    return [...relation(table), ...namedSequences(tableElts)];
  }
  if ('AlterTableStmt' in node) {
    const cmds = (node.AlterTableStmt.cmds ?? []).flatMap((cmd) =>
      'AlterTableCmd' in cmd && cmd.AlterTableCmd.def ? [cmd.AlterTableCmd.def] : [],
    );
    return namedSequences(cmds);
  }
  if ('CreateForeignTableStmt' in node) return relation(node.CreateForeignTableStmt.base?.relation);
  if ('ViewStmt' in node) return relation(node.ViewStmt.view);
  if ('CreateTableAsStmt' in node) return relation(node.CreateTableAsStmt.into?.rel);
  if ('SelectStmt' in node) return relation(node.SelectStmt.intoClause?.rel);
  if ('CreateSeqStmt' in node) return relation(node.CreateSeqStmt.sequence);
  if ('IndexStmt' in node) return index(node.IndexStmt);
  if ('CompositeTypeStmt' in node) return compositeType(node.CompositeTypeStmt.typevar);
  if ('CreateEnumStmt' in node) return type(node.CreateEnumStmt.typeName);
  if ('CreateDomainStmt' in node) return type(node.CreateDomainStmt.domainname);
  if ('CreateRangeStmt' in node) return rangeType(node.CreateRangeStmt);
  if ('DefineStmt' in node)
    return node.DefineStmt.kind === 'OBJECT_TYPE' ? type(node.DefineStmt.defnames) : [];
  if ('CreateSchemaStmt' in node) return createdSchema(node.CreateSchemaStmt);
  if ('RenameStmt' in node) return renamed(node.RenameStmt);
  if ('AlterObjectSchemaStmt' in node) return moved(node.AlterObjectSchemaStmt);
  return [];
}

/** The sequences of identity columns that have a name of their own: `as identity (sequence name …)`. */
function namedSequences(elements: readonly Node[] | undefined): Created[] {
  return (elements ?? []).flatMap((element) => {
    if ('ColumnDef' in element) return namedSequences(element.ColumnDef.constraints);
    if (!('Constraint' in element)) return [];
    return (element.Constraint.options ?? []).flatMap((option) => {
      if (!('DefElem' in option) || option.DefElem.defname !== 'sequence_name') return [];
      const { arg } = option.DefElem;
      const name = arg && 'List' in arg ? nameOf(strings(arg.List.items)) : undefined;
      return name ? [{ kind: 'relation', ...name }] : [];
    });
  });
}

function index({ idxname, relation }: NodeOf<'IndexStmt'>): Created[] {
  return idxname === undefined ? [] : [{ kind: 'relation', schema: relation?.schemaname, name: idxname }];
}

/** A composite type is a relation too, as far as `comment on column` can tell. */
function compositeType(typevar: RangeVar | undefined): Created[] {
  return relation(typevar).flatMap((created) => [created, { ...created, kind: 'type' }]);
}

/** A range type brings its multirange along, named as PostgreSQL names it. */
function rangeType({ typeName, params = [] }: NodeOf<'CreateRangeStmt'>): Created[] {
  const given = params.flatMap((param) =>
    'DefElem' in param && param.DefElem.defname === 'multirange_type_name' && param.DefElem.arg
      ? [param.DefElem.arg]
      : [],
  );
  const named = given.flatMap((arg) => ('TypeName' in arg ? type(arg.TypeName.names) : []));
  return type(typeName).flatMap((range) => {
    const multirange = range.name.includes('range')
      ? range.name.replace('range', 'multirange')
      : `${range.name}_multirange`;
    return [range, ...(named.length > 0 ? named : [{ ...range, name: multirange }])];
  });
}

function createdSchema({ schemaname, schemaElts = [], authrole }: NodeOf<'CreateSchemaStmt'>): Created[] {
  const name = schemaname ?? authrole?.rolename;
  const elements = schemaElts
    .flatMap(createdObjects)
    .map((created) => ({ ...created, schema: created.schema ?? name }));
  return [...schema(name), ...elements];
}

/** The new name, in the same schema. */
function renamed(statement: NodeOf<'RenameStmt'>): Created[] {
  const { renameType, relation: target, object, newname = '' } = statement;
  switch (renameType) {
    case 'OBJECT_TABLE':
    case 'OBJECT_VIEW':
    case 'OBJECT_MATVIEW':
    case 'OBJECT_SEQUENCE':
    case 'OBJECT_FOREIGN_TABLE':
    case 'OBJECT_INDEX':
      return target ? inSchema({ kind: 'relation', schema: target.schemaname, name: newname }) : [];
    case 'OBJECT_TYPE':
    case 'OBJECT_DOMAIN':
      return object && 'List' in object
        ? inSchema({ kind: 'type', schema: strings(object.List.items).at(-2), name: newname })
        : [];
    case 'OBJECT_SCHEMA':
      return schema(newname);
    default:
      return [];
  }
}

/** The same name, in the new schema. */
function moved({
  relation: target,
  object,
  objectType,
  newschema,
}: NodeOf<'AlterObjectSchemaStmt'>): Created[] {
  if (target) return [{ kind: 'relation', schema: newschema, name: target.relname ?? '' }];
  if (objectType !== 'OBJECT_TYPE' && objectType !== 'OBJECT_DOMAIN') return [];
  return (object && 'List' in object ? type(object.List.items) : []).map((created) => ({
    ...created,
    schema: newschema,
  }));
}

const inSchema = (created: Created): Created[] => [
  created.schema === undefined ? { ...created, anywhere: true } : created,
];
