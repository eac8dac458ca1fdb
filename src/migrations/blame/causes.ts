// Which event of a trace made a difference: the one that added an object, changed what differs of it, or took it away.

import { type FunctionId, type ObjectId, ownerOf } from '../../findings/object-id.ts';
import { byText, isSameList } from '../../match.ts';
import type { Action } from '../touch.ts';
import {
  lastFacts,
  numberOf,
  numbersOf,
  type ObjectHistory,
  type Stay,
  staysOf,
  type TracedObject,
  textOf,
} from './history.ts';
import type { TraceState } from './trace.ts';

/**
 * What of an object differs: that it is there or not, the type or the optionality of a column, a facet that an audit
 * names, the relations that a foreign key is seen to lead to; or anything, which asks for the event that touched it last.
 */
export type Aspect =
  | 'existence'
  | 'type'
  | 'optionality'
  | 'anything'
  | { facet: string }
  | { through: readonly string[] };

export const isFacet = (aspect: Aspect): aspect is { facet: string } =>
  typeof aspect === 'object' && 'facet' in aspect;

export interface Cause {
  /** A place in the trace's events. */
  event: number;
  action: Action;
  /** The object that the event touched, which may be a part, or the owner, of what was asked for. */
  object: TracedObject;
}

/** The facts behind an aspect; undefined for all. */
function factsBehind(aspect: Aspect): ReadonlySet<string> | undefined {
  if (aspect === 'existence') return new Set();
  if (aspect === 'type') return TYPE;
  if (aspect === 'optionality') return OPTIONALITY;
  return isFacet(aspect) ? (FACETS[aspect.facet] ?? new Set()) : undefined;
}

const TYPE = new Set(['type', 'modifier', 'collation']);
const OPTIONALITY = new Set(['not null', 'default', 'identity', 'generated']);

/** The facts behind the facets that an audit names, by the words of database/structure. */
const FACETS: Record<string, ReadonlySet<string>> = {
  comment: new Set(['comment']),
  type: TYPE,
  nullability: new Set(['not null']),
  default: new Set(['default']),
  identity: new Set(['identity']),
  'generated expression': new Set(['generated', 'default']),
  owner: new Set(['owner', 'nspowner']),
  'row-level security': new Set(['row-level security']),
  'row-level security of the owner': new Set(['forced']),
  'replica identity': new Set(['replica identity']),
  persistence: new Set(['persistence']),
  'partition bound': new Set(['partition']),
  'parent table': new Set(['partition']),
  validation: new Set(['valid']),
  'storage options': new Set(['options']),
  definition: new Set(['definition', 'function', 'events', 'when']),
  body: new Set(['body']),
  arguments: new Set(['types', 'names', 'modes', 'defaults']),
  'return type': new Set(['returns', 'set']),
  settings: new Set(['settings']),
  language: new Set(['language']),
  volatility: new Set(['volatility']),
  security: new Set(['definer']),
  rows: new Set(['rows']),
  using: new Set(['using']),
  check: new Set(['check']),
  command: new Set(['command']),
  mode: new Set(['mode']),
  roles: new Set(['roles']),
  firing: new Set(['firing']),
};

/** The event behind a difference; undefined when no migration ever had the object, or changed the facet. */
export function causeOf(
  history: ObjectHistory,
  id: ObjectId,
  aspect: Aspect = 'anything',
): Cause | undefined {
  if (typeof aspect === 'object' && 'through' in aspect) return causeOfEmbedding(history, id, aspect.through);
  const stays = staysOf(history, id);
  if (id.kind === 'function') {
    const own = stays.length > 0 ? stays : withExtension(history, id);
    return causeOfFunction(history, ofOverload(own, id), aspect);
  }
  const stay = stays.findLast(({ until }) => until === undefined) ?? stays.at(-1);
  if (!stay) return causeOfUnnamed(history, id, aspect);
  if (stay.until !== undefined)
    return isFacet(aspect) ? undefined : (madeWithout(history, id, stay) ?? endOf(stay));
  const changes = [...changesOf(history, stay.object, aspect), ...followed(history, id, stay, aspect)];
  if (aspect === 'anything') changes.push(...beginOf(stay));
  const cause = latest(changes) ?? (aspect === 'type' ? latest(labelsOf(history, stay.object)) : undefined);
  return cause ?? (isFacet(aspect) ? undefined : latest(beginOf(stay)));
}

const latest = (causes: readonly (Cause | undefined)[]): Cause | undefined =>
  causes.reduce((last, one) => (one && (!last || one.event >= last.event) ? one : last), undefined);

/** What gave the object its name; nothing for what was there before the first migration. */
function beginOf({ object, from, isRenamed }: Stay): Cause[] {
  if (from < 0) return [];
  const state = object.states.find(({ event }) => event === from);
  return [{ event: from, action: isRenamed ? 'rename' : state?.changed ? 'alter' : 'create', object }];
}

const endOf = ({ object, until = -1, isDropped }: Stay): Cause => ({
  event: until,
  action: isDropped ? 'drop' : 'rename',
  object,
});

/** Where an owner was made anew without the part, that is what took it. */
function madeWithout(history: ObjectHistory, id: ObjectId, { until = -1 }: Stay): Cause | undefined {
  const owners = ownerStays(history, id);
  const owner = owners.at(-1);
  if (!owner || owner.until !== undefined || owner.from < until) return undefined;
  return latest(beginOf(owner));
}

function ownerStays(history: ObjectHistory, id: ObjectId): Stay[] {
  const owner = ownerOf(id);
  return owner ? staysOf(history, owner) : [];
}

/** The changes of an object's own facts. */
function changesOf(history: ObjectHistory, object: TracedObject, aspect: Aspect): Cause[] {
  const facts = factsBehind(aspect);
  const own = object.states.filter(({ event, changed }) => event >= 0 && changed && isAmong(changed, facts));
  const causes = own.map(
    ({ event }): Cause => ({ event, action: history.isCreation(event) ? 'create' : 'alter', object }),
  );
  return object.catalogue === 'pg_attribute' && (aspect === 'type' || aspect === 'anything')
    ? [...causes, ...typeNames(history, numberOf(lastFacts(object), 'type'), object)]
    : causes;
}

const isAmong = (changed: readonly string[], facts: ReadonlySet<string> | undefined): boolean =>
  facts === undefined
    ? changed.some((key) => key !== 'comment' && !NAMES.has(key))
    : changed.some((key) => facts.has(key));

/** A name is a matter of when an object got it. */
const NAMES = new Set(['name', 'schema', 'table']);

/** The renamings of a type: what uses it reads otherwise since. */
function typeNames(history: ObjectHistory, type: number, object: TracedObject): Cause[] {
  const typed = history.typed(type);
  return typed
    ? history.renamings(typed).map((event): Cause => ({ event, action: 'rename', object: typed ?? object }))
    : [];
}

/** What changes an object though no row of its own changes. */
function followed(history: ObjectHistory, id: ObjectId, { object, from }: Stay, aspect: Aspect): Cause[] {
  const isAny = aspect === 'anything';
  switch (id.kind) {
    case 'column':
      return isAny || aspect === 'optionality' ? domainOf(history, object) : [];
    case 'relationship':
    case 'constraint':
      return isAny ? namesOfKey(history, object, from) : [];
    case 'composite-type':
      return aspect === 'existence' ? [] : attributesOf(history, object.id);
    case 'view':
    case 'materialized-view':
      return [...queryOf(history, object, aspect), ...(isAny ? writersOf(history, object) : [])];
    default:
      return [];
  }
}

/** A view's query is a rule. */
const queryOf = (history: ObjectHistory, { id }: TracedObject, aspect: Aspect): Cause[] =>
  history.members('pg_rewrite', id).flatMap((rule) => changesOf(history, rule, aspect));

/** Triggers that make a view writable. */
const writersOf = (history: ObjectHistory, { id }: TracedObject): Cause[] =>
  history.members('pg_trigger', id).flatMap(comingAndGoing).map(altered);

const altered = (cause: Cause): Cause => ({ ...cause, action: 'alter' });

/** A domain's `not null` is its columns'. */
function domainOf(history: ObjectHistory, column: TracedObject): Cause[] {
  const typed = history.typed(numberOf(lastFacts(column), 'type'));
  if (!typed || textOf(lastFacts(typed), 'kind') !== 'd') return [];
  return changesOf(history, typed, 'optionality');
}

/** Types write out the labels of an enum that no exposed schema has. */
function labelsOf(history: ObjectHistory, column: TracedObject): Cause[] {
  if (column.catalogue !== 'pg_attribute') return [];
  const typed = history.typed(numberOf(lastFacts(column), 'type'));
  return (typed ? history.members('pg_enum', typed.id) : [])
    .flatMap((label) => [...comingAndGoing(label), ...changesOf(history, label, 'anything')])
    .filter(({ event }) => !history.isCreation(event))
    .map(altered);
}

/** The names of a key's columns and of what it points at, and whether its columns became unique. */
function namesOfKey(history: ObjectHistory, key: TracedObject, from: number): Cause[] {
  const facts = lastFacts(key);
  const [table, target] = [numberOf(facts, 'table'), numberOf(facts, 'target')];
  const columns = numbersOf(facts, 'columns');
  const named = [
    ...columns.map((part) => history.object('pg_attribute', table, part)),
    ...numbersOf(facts, 'target columns').map((part) => history.object('pg_attribute', target, part)),
    history.object('pg_class', target),
  ].flatMap((object) => object ?? []);
  const renamed = named.flatMap((object) =>
    history.renamings(object).map((event): Cause => ({ event, action: 'rename', object })),
  );
  const unique = history.members('pg_constraint', table).filter((other) => {
    const own = lastFacts(other);
    const isUnique = ['u', 'p'].includes(textOf(own, 'kind'));
    return isUnique && [...numbersOf(own, 'columns')].sort().join() === [...columns].sort().join();
  });
  return [...renamed, ...unique.flatMap(comingAndGoing).map(altered)].filter(({ event }) => event > from);
}

/** A composite type, and the row of a relation, is what its columns are. */
function attributesOf(history: ObjectHistory, type: number): Cause[] {
  const relation = history.relationOf(type);
  if (!relation) return [];
  return history
    .members('pg_attribute', relation.id)
    .flatMap((column) => [
      ...comingAndGoing(column).map(altered),
      ...changesOf(history, column, 'type'),
      ...changesOf(history, column, 'optionality'),
      ...history.renamings(column).map((event): Cause => ({ event, action: 'rename', object: column })),
    ]);
}

/** What made an object, and what dropped it. */
function comingAndGoing(object: TracedObject): Cause[] {
  const [first] = object.states;
  const gone = object.states.find(({ dropped }) => dropped);
  const cause = (state: TraceState | undefined, action: Action): Cause[] =>
    state && state.event >= 0 ? [{ event: state.event, action, object }] : [];
  return [...(first === gone ? [] : cause(first, 'create')), ...cause(gone, 'drop')];
}

/** The functions whose arguments have the names that tell an overload from others; all where it has none. */
const ofOverload = (stays: readonly Stay[], { parameters }: FunctionId): readonly Stay[] =>
  parameters ? stays.filter(({ object }) => isSameList(inputNames(object), parameters)) : stays;

/** The names of the arguments that a caller gives, in the order of an id; of those without a name, one. */
function inputNames(object: TracedObject): string[] {
  const { types, names, modes } = lastFacts(object) ?? {};
  if (!Array.isArray(types)) return [];
  const [named, moded]: unknown[][] = [names, modes].map((list) => (Array.isArray(list) ? list : []));
  const inputs = types.flatMap((_, index) =>
    /^[ibv]$/.test(String(moded?.[index] ?? 'i')) ? [String(named?.[index] ?? '')] : [],
  );
  return [...new Set(inputs)].sort(byText);
}

/** All functions of a name: what made, changed or took one, or what its arguments and its result are. */
function causeOfFunction(history: ObjectHistory, stays: readonly Stay[], aspect: Aspect): Cause | undefined {
  const present = stays.filter(({ until }) => until === undefined);
  if (isFacet(aspect)) return latest(present.flatMap(({ object }) => changesOf(history, object, aspect)));
  return latest(
    stays.flatMap((stay) =>
      stay.until === undefined
        ? [
            ...beginOf(stay),
            ...changesOf(history, stay.object, aspect),
            ...(aspect === 'existence' ? [] : signature(history, stay)),
          ]
        : [endOf(stay)],
    ),
  );
}

/** Functions that an extension brought are told only when they go with it. */
const withExtension = (history: ObjectHistory, { schema, name }: Extract<ObjectId, { kind: 'function' }>) =>
  history
    .named('pg_proc', name)
    .filter(({ object }) => object.states.every(({ facts, dropped }) => !facts && dropped?.[0] === schema));

/** What the types of arguments and result are called, and the columns of rows. */
function signature(history: ObjectHistory, { object }: Stay): Cause[] {
  const facts = lastFacts(object);
  const types = [...numbersOf(facts, 'types'), numberOf(facts, 'returns')];
  return types.flatMap((type) => [...typeNames(history, type, object), ...attributesOf(history, type)]);
}

/** What has no row of its own: a view's relationships, which are its tables', and computed fields. */
function causeOfUnnamed(history: ObjectHistory, id: ObjectId, aspect: Aspect): Cause | undefined {
  if (id.kind === 'relationship') return throughView(history, id);
  if (id.kind !== 'column') return undefined;
  const owners = history.inSchema('pg_class', id.schema, id.relation);
  const rows = new Set(owners.map(({ object }) => numberOf(lastFacts(object), 'rows')));
  const computed = history
    .named('pg_proc', id.name)
    .filter(({ object }) => rows.has(numbersOf(lastFacts(object), 'types')[0] ?? -1));
  return causeOfFunction(history, computed, aspect);
}

function throughView(
  history: ObjectHistory,
  { schema, relation, name }: Extract<ObjectId, { relation: string }>,
) {
  const owner = history.inSchema('pg_class', schema, relation).at(-1);
  if (!owner || !isView(owner.object)) return undefined;
  if (owner.until !== undefined) return endOf(owner);
  const keys = history.named('pg_constraint', name);
  return keys.length === 0
    ? undefined
    : latest([
        ...beginOf(owner),
        ...keys.flatMap((key) => (key.until === undefined ? beginOf(key) : [endOf(key)])),
      ]);
}

/**
 * A foreign key that is seen to lead to views over its table alone: what took such a view, else what brought the last
 * one, or the key. Where it leads to a table too, the key itself came or went.
 */
function causeOfEmbedding(
  history: ObjectHistory,
  id: ObjectId,
  through: readonly string[],
): Cause | undefined {
  const key = causeOf(history, id, 'existence');
  if (id.kind !== 'relationship') return key;
  const seen = through.map((name) => history.inSchema('pg_class', id.schema, name).at(-1));
  const views = seen.flatMap((stay) => (stay && isView(stay.object) ? [stay] : []));
  if (views.length === 0 || views.length < seen.length) return key;
  const gone = views.flatMap((stay) => (stay.until === undefined ? [] : [endOf(stay)]));
  return gone.length > 0 ? latest(gone) : latest([key, ...views.flatMap(beginOf)]);
}

const isView = (object: TracedObject): boolean => /^[vm]$/.test(textOf(lastFacts(object), 'kind'));

/** Whether the object is there in the end. */
export const isThere = (history: ObjectHistory, id: ObjectId): boolean =>
  staysOf(history, id).some(({ until }) => until === undefined);
