// Enums with their labels, composite types with their attributes, domains and ranges.

import { nameOf, strings } from '../names.ts';
import type { Node, NodeOf } from '../parse.ts';
import { stringLiterals } from '../pieces.ts';
import { newColumn, newType, type Type } from './model.ts';
import { type Scene, stampAt } from './scene.ts';
import { rangeName } from './state.ts';

/** A type under a new name; undefined when the name is taken and the statement then does nothing. */
function makeType(scene: Scene, kind: Type['kind'], parts: readonly string[]): Type | undefined {
  const name = nameOf(parts);
  if (!name) return undefined;
  const home = scene.state.creationSchema(name.schema, scene.path);
  if (home.types.get(name.name) && scene.isGuarded) return undefined;
  return home.types.add(newType(kind, home, name.name, { created: scene.stamp('create') }));
}

export function createEnum(scene: Scene, { typeName, vals }: NodeOf<'CreateEnumStmt'>): void {
  const type = makeType(scene, 'enum', strings(typeName));
  const labels = strings(vals);
  const { source } = scene.statement;
  const from = scene.statement.start - source.start;
  const places = stringLiterals(source.text.slice(from, scene.statement.end - source.start));
  const isSure = places.length === labels.length;
  labels.forEach((label, index) => {
    const offset = isSure ? scene.statement.start + (places[index] ?? 0) : undefined;
    type?.parts.add(newColumn(label, undefined, { created: scene.stamp('create', offset) }));
  });
}

export function createComposite(
  scene: Scene,
  { typevar, coldeflist = [] }: NodeOf<'CompositeTypeStmt'>,
): void {
  if (!typevar) return;
  const { schema, name } = rangeName(typevar);
  const type = makeType(scene, 'composite', schema === undefined ? [name] : [schema, name]);
  for (const node of coldeflist) {
    if (!('ColumnDef' in node)) continue;
    const { colname = '', location } = node.ColumnDef;
    type?.parts.add(newColumn(colname, undefined, { created: stampAt(scene, 'create', location) }));
  }
}

export const createDomain = (scene: Scene, { domainname }: NodeOf<'CreateDomainStmt'>): void => {
  makeType(scene, 'domain', strings(domainname));
};

/** Ranges, and what `create type` makes of functions. */
export function createOther(scene: Scene, names: readonly Node[] | undefined): void {
  makeType(scene, 'other', strings(names));
}

/** A domain's `not null` is its columns'. */
export function alterDomain(scene: Scene, { typeName }: NodeOf<'AlterDomainStmt'>): void {
  const type = namedType(scene, typeName);
  if (type) type.touch = scene.stamp('alter');
}

/** `alter type … add value`, `rename value`. */
export function alterEnum(scene: Scene, statement: NodeOf<'AlterEnumStmt'>): void {
  const { typeName, oldVal, newVal, skipIfNewValExists } = statement;
  const type = namedType(scene, typeName);
  if (!type || newVal === undefined) return;
  const created = scene.stamp('create');
  if (oldVal !== undefined) {
    const part =
      type.parts.get(oldVal) ?? type.parts.add(newColumn(oldVal, undefined, { created: undefined }));
    type.parts.rename(part, newVal, scene.stamp('rename'));
  } else if (!(type.parts.get(newVal) && (skipIfNewValExists || scene.isGuarded)))
    type.parts.add(newColumn(newVal, undefined, { created }));
}

/** The type of that name, which is assumed to exist. */
export function namedType(scene: Scene, names: readonly Node[] | undefined): Type | undefined {
  const name = nameOf(strings(names));
  if (!name) return undefined;
  const known = scene.state.type(name, scene.path);
  if (known) return known;
  const home = scene.state.creationSchema(name.schema, scene.path);
  return home.types.add(newType('other', home, name.name, { created: undefined }));
}
