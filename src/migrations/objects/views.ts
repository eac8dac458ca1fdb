// Views, materialized views, `create table as` and `select into`: relations whose columns a query gives.

import { strings } from '../names.ts';
import type { Node, NodeOf } from '../parse.ts';
import { usesIn } from '../walk.ts';
import { newColumn, newRelation, type Relation, type RelationKind } from './model.ts';
import { outputColumns } from './queries.ts';
import { type Scene, stampAt } from './scene.ts';
import { rangeName, TEMPORARY } from './state.ts';
import { makeRelation } from './tables.ts';

export function createView(scene: Scene, { view, query, aliases, replace }: NodeOf<'ViewStmt'>): void {
  if (!view || !query) return;
  const sources = sourcesOf(scene, query);
  const name = rangeName(view);
  const isTemporary = [...sources].some(({ home }) => home.name === TEMPORARY);
  const home = scene.state.creationSchema(isTemporary ? TEMPORARY : name.schema, scene.path);
  const known = home.relations.get(name.name);
  const created = scene.stamp('create');
  const made = newRelation('view', home, name.name, { created });
  const relation = replace && known?.kind === 'view' ? known : home.relations.add(made);
  relation.touch = created;
  relation.columns = made.columns;
  standOn(relation, sources, query);
  addOutput(scene, relation, query, strings(aliases));
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
  const relation = makeRelation(scene, kind, into?.rel, ifNotExists);
  if (!relation || !query) return;
  if (kind === 'materialized-view') standOn(relation, sourcesOf(scene, query), query);
  addOutput(scene, relation, query, strings(into?.colNames));
}

function sourcesOf({ state, path }: Scene, query: Node): Set<Relation> {
  const uses = usesIn(query).filter(({ kind }) => kind === 'relation');
  return new Set(uses.flatMap((use) => state.relation(use, path) ?? []));
}

function standOn(relation: Relation, sources: ReadonlySet<Relation>, query: Node): void {
  relation.sources = sources;
  const mentions = wordsOf(query);
  if (mentions) relation.mentions = mentions;
  else delete relation.mentions;
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
    if (named !== undefined) relation.columns.add(newColumn(named, type, { created }));
  });
}

/** The words of the columns that a query names; undefined when a `*` takes all. */
function wordsOf(query: Node): Set<string> | undefined {
  const words = new Set<string>();
  const open: unknown[] = [query];
  while (open.length > 0) {
    const value = open.pop();
    if (Array.isArray(value)) for (const item of value) open.push(item);
    else if (typeof value === 'object' && value !== null) {
      if ('A_Star' in value) return undefined;
      if ('sval' in value && typeof value.sval === 'string') words.add(value.sval);
      for (const child of Object.values(value)) open.push(child);
    }
  }
  return words;
}
