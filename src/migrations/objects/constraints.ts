// Constraints, and the names that PostgreSQL gives those that have none of their own: `<table>_<columns>_fkey`.

import { strings } from '../names.ts';
import type { Node, NodeOf } from '../parse.ts';
import type { Stamp } from '../touch.ts';
import type { Column, Constraint, Relation, Schema } from './model.ts';
import { columnsNamedIn, nameOfValue } from './queries.ts';
import { type Scene, stampAt } from './scene.ts';
import { assumedColumn, rangeName } from './state.ts';

/** NAMEDATALEN - 1: longer names are cut, in bytes. */
const NAME_BYTES = 63;

const encoder = new TextEncoder();
const bytes = (text: string): number => encoder.encode(text).length;

/** The longest beginning of a text that has at most so many bytes. */
function cut(text: string, limit: number): string {
  const characters = [...text];
  while (bytes(characters.join('')) > limit) characters.pop();
  return characters.join('');
}

/** `<table>_<columns>_<label>`, cut as PostgreSQL 17 cuts it (makeObjectName in indexcmds.c). */
export function objectName(table: string, columns: string, label: string): string {
  const available = NAME_BYTES - bytes(label) - (columns === '' ? 1 : 2);
  let [first, second] = [bytes(table), bytes(columns)];
  while (first + second > available) {
    if (first > second) first -= 1;
    else second -= 1;
  }
  return [cut(table, first), ...(columns === '' ? [] : [cut(columns, second)]), label].join('_');
}

/** `<table>_<columns>_idx`, the first that is free. An expression is named as a column of a query is. */
export function indexName(
  relation: Relation,
  elements: readonly Node[],
  isTaken: (name: string) => boolean,
): string {
  const columns = indexColumns(elements).join('_');
  for (let pass = 0; ; pass++) {
    const name = objectName(relation.name, columns, pass === 0 ? 'idx' : `idx${pass}`);
    if (!isTaken(name)) return name;
  }
}

const indexColumns = (elements: readonly Node[]): string[] =>
  elements.map((element) => {
    if (!('IndexElem' in element)) return 'expr';
    const { name, expr } = element.IndexElem;
    return name ?? (expr && nameOfValue(expr)) ?? 'expr';
  });

/** The first such name that no constraint of the schema has: `…_fkey`, `…_fkey1`, … */
function freeName(home: Schema, table: string, columns: string, label: string): string {
  const relations = home.relations.values();
  for (let pass = 0; ; pass++) {
    const name = objectName(table, columns, pass === 0 ? label : `${label}${pass}`);
    if (!relations.some(({ constraints }) => constraints.get(name))) return name;
  }
}

const KINDS: Record<string, { kind: Constraint['kind']; label: string }> = {
  CONSTR_FOREIGN: { kind: 'foreign', label: 'fkey' },
  CONSTR_PRIMARY: { kind: 'primary', label: 'pkey' },
  CONSTR_UNIQUE: { kind: 'unique', label: 'key' },
  CONSTR_CHECK: { kind: 'other', label: 'check' },
  CONSTR_EXCLUSION: { kind: 'other', label: 'excl' },
};

/** Adds a constraint, of a column when it stands with one. What only a column has, such as `not null`, is none. */
export function addConstraint(
  scene: Scene,
  relation: Relation,
  node: NodeOf<'Constraint'>,
  own?: Column,
): Constraint | undefined {
  const { contype = '', conname } = node;
  const known = KINDS[contype];
  if (!known && conname === undefined) return undefined;
  const { kind, label } = known ?? { kind: 'other', label: '' };
  const names = own && kind !== 'other' ? [own.name] : namesIn(node);
  const columns = names.flatMap((name) =>
    kind === 'other' ? (relation.columns.get(name) ?? []) : assumedColumn(relation, name),
  );
  // A check is named after its column when it has just one.
  const isBare = kind === 'primary' || (label === 'check' && names.length !== 1);
  const middle = isBare ? '' : names.join('_');
  const name = conname ?? freeName(relation.home, relation.name, middle, label);
  const created = stampAt(scene, 'create', node.location);
  const constraint: Constraint = { kind, name, columns, created, touch: created, facets: new Map() };
  if (node.pktable) {
    constraint.target = scene.state.assumedRelation(rangeName(node.pktable), scene.path);
    constraint.target.users.add(relation);
    constraint.targetColumns = targetColumns(constraint.target, strings(node.pk_attrs));
  }
  relation.constraints.add(constraint);
  touchOneToOne(relation, constraint, created);
  return constraint;
}

/** The columns of a constraint: those that it lists, or that its expressions name. */
function namesIn({ keys, fk_attrs, raw_expr, exclusions = [] }: NodeOf<'Constraint'>): string[] {
  const elements = exclusions.flatMap((node) => ('List' in node ? (node.List.items?.slice(0, 1) ?? []) : []));
  const listed = [...strings(keys), ...strings(fk_attrs), ...indexColumns(elements)];
  return raw_expr ? [...new Set(columnsNamedIn(raw_expr))] : listed;
}

/** The columns that a foreign key points at: those of the primary key when it names none. */
function targetColumns(target: Relation, names: readonly string[]): readonly Column[] {
  if (names.length > 0) return names.map((name) => assumedColumn(target, name));
  return target.constraints.values().find(({ kind }) => kind === 'primary')?.columns ?? [];
}

/** A key on the very columns of a foreign key makes the relationship one-to-one, and its end unmakes it. */
export function touchOneToOne(relation: Relation, key: Constraint, stamp: Stamp): void {
  if (key.kind !== 'primary' && key.kind !== 'unique') return;
  for (const constraint of relation.constraints.values())
    if (constraint.kind === 'foreign' && haveSameMembers(constraint.columns, key.columns))
      constraint.touch = { ...stamp, action: 'alter' };
}

const haveSameMembers = (a: readonly Column[], b: readonly Column[]): boolean =>
  a.length === b.length && a.every((column) => b.includes(column));
