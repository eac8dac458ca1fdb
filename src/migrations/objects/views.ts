// Views, materialized views, `create table as` and `select into`: relations whose columns a query gives.

import { type Name, nameOf, strings } from '../names.ts';
import type { Node, NodeOf } from '../parse.ts';
import { isFuncCall, usesIn } from '../walk.ts';
import { newColumn, newRelation, type Relation, type RelationKind, type Routine } from './model.ts';
import { outputColumns } from './queries.ts';
import { type Scene, stampAt } from './scene.ts';
import { rangeName, TEMPORARY } from './state.ts';
import { relationToBe } from './tables.ts';

export function createView(scene: Scene, { view, query, aliases, replace }: NodeOf<'ViewStmt'>): void {
  if (!view || !query) return;
  const sources = sourcesOf(scene, query);
  const name = rangeName(view);
  const isTemporary = [...sources].some((source) => source.home.name === TEMPORARY);
  const home = scene.state.creationSchema(isTemporary ? TEMPORARY : name.schema, scene.path);
  const known = home.relations.get(name.name);
  if (known && !replace && scene.isGuarded) return;
  const created = scene.stamp('create');
  const isReplaced = replace && known?.kind === 'view';
  const relation = isReplaced ? known : newRelation('view', home, name.name, { created });
  relation.touch = created;
  for (const column of relation.columns.values()) column.touch = created;
  standOn(relation, sources, query);
  addOutput(scene, relation, query, strings(aliases));
  if (!isReplaced) home.relations.add(relation);
}

/** `create materialized view`, `create table as`. */
export function createAs(
  scene: Scene,
  { into, query, objtype, if_not_exists }: NodeOf<'CreateTableAsStmt'>,
): void {
  const isView = objtype === 'OBJECT_MATVIEW';
  fill(scene, isView ? 'materialized-view' : 'table', into, query, if_not_exists);
}

export function selectInto(scene: Scene, query: NodeOf<'SelectStmt'>): void {
  if (query.intoClause) fill(scene, 'table', query.intoClause, { SelectStmt: query });
}

function fill(
  scene: Scene,
  kind: RelationKind,
  into: NodeOf<'IntoClause'> | undefined,
  query: Node | undefined,
  ifNotExists?: boolean,
): void {
  const relation = relationToBe(scene, kind, into?.rel, ifNotExists);
  if (!relation || !query) return;
  if (kind === 'materialized-view') standOn(relation, sourcesOf(scene, query), query);
  addOutput(scene, relation, query, strings(into?.colNames));
  relation.home.relations.add(relation);
}

/** The relations and functions that a query names. */
function sourcesOf({ state, path }: Scene, query: Node): Set<Relation | Routine> {
  const uses = usesIn(query).filter(({ kind }) => kind === 'relation');
  const called = read(query).called.flatMap((name) => state.routine(name, path) ?? []);
  return new Set([...uses.flatMap((use) => state.relation(use, path) ?? []), ...called]);
}

function standOn(relation: Relation, sources: Relation['sources'], query: Node): void {
  relation.sources = sources;
  for (const source of sources) source.users.add(relation);
  const { words, takesAll } = read(query);
  if (takesAll) delete relation.mentions;
  else relation.mentions = words;
}

function addOutput(scene: Scene, relation: Relation, query: Node, aliases: readonly string[]): void {
  const { state, path } = scene;
  const columns =
    'SelectStmt' in query
      ? outputColumns(query.SelectStmt, (rangeVar) => state.relation(rangeName(rangeVar), path))
      : undefined;
  relation.isOpen = !columns?.every(({ name }) => name !== undefined);
  columns?.forEach(({ name, location, type }, index) => {
    const named = aliases[index] ?? name;
    const created = location === undefined ? scene.stamp('create') : stampAt(scene, 'create', location);
    type?.users.add(relation);
    const known = named === undefined ? undefined : relation.columns.get(named);
    if (known) Object.assign(known, { touch: created, type });
    else if (named !== undefined) relation.columns.add(newColumn(named, type, { created }));
  });
}

interface Read {
  /** Words that may be columns. */
  words: Set<string>;
  /** Whether a `*` takes all columns of something. */
  takesAll: boolean;
  called: Name[];
}

function read(query: Node): Read {
  const found: Read = { words: new Set(), takesAll: false, called: [] };
  const open: unknown[] = [query];
  while (open.length > 0) {
    const value = open.pop();
    if (Array.isArray(value)) for (const item of value) open.push(item);
    else if (typeof value === 'object' && value !== null) {
      if ('A_Star' in value) found.takesAll = true;
      if ('sval' in value && typeof value.sval === 'string') found.words.add(value.sval);
      if (isFuncCall(value)) found.called.push(...[nameOf(strings(value.funcname)) ?? []].flat());
      for (const child of Object.values(value)) open.push(child);
    }
  }
  return found;
}
