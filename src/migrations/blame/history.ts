// The objects of a trace with the names that each has had: which one a name of today, or of the past, means.

import { KINDS, type KindRow } from '../../findings/kinds.ts';
import { type ObjectId, ownerOf } from '../../findings/object-id.ts';
import { groupBy } from '../../match.ts';
import type { CatalogueRow, Trace, TraceState } from './trace.ts';

/** An object and all that happened to it, in order. */
export interface TracedObject {
  catalogue: string;
  id: number;
  part: number;
  states: readonly TraceState[];
}

/** A time in which an object had a name. Events are places in the trace; -1 is before the first migration. */
export interface Stay {
  object: TracedObject;
  from: number;
  /** The object had another name before. */
  isRenamed: boolean;
  /** What took the name away; absent when the object has it in the end. */
  until?: number;
  /** The object itself went, and not only the name. */
  isDropped?: boolean;
}

/** A name of an object, within its schema or its owner. */
interface OwnStay extends Stay {
  name: string;
  /** The id of the schema, or of the owner of a part. */
  home: number;
}

export interface FullName {
  /** Empty for a column. */
  schema: string;
  name: string;
}

/** Where the rows of a catalogue say their name, and the id of what they are in. */
const NAMES: Record<string, { name: string; home?: string }> = {
  pg_class: { name: 'name', home: 'schema' },
  pg_attribute: { name: 'name' },
  pg_type: { name: 'name', home: 'schema' },
  pg_proc: { name: 'name', home: 'schema' },
  pg_constraint: { name: 'name', home: 'table' },
  pg_enum: { name: 'name', home: 'type' },
  pg_policy: { name: 'name', home: 'table' },
  pg_trigger: { name: 'name', home: 'table' },
  pg_rewrite: { name: 'name', home: 'table' },
  pg_namespace: { name: 'nspname' },
  pg_extension: { name: 'extname' },
  pg_publication: { name: 'pubname' },
  pg_foreign_server: { name: 'srvname' },
  pg_foreign_data_wrapper: { name: 'fdwname' },
};

export const numberOf = (facts: CatalogueRow | undefined, key: string): number => Number(facts?.[key] ?? 0);
export const textOf = (facts: CatalogueRow | undefined, key: string): string => String(facts?.[key] ?? '');
export const numbersOf = (facts: CatalogueRow | undefined, key: string): number[] => {
  const list = facts?.[key];
  return Array.isArray(list) ? list.map(Number) : [];
};

export class ObjectHistory {
  readonly #objects = new Map<string, TracedObject>();
  /** By catalogue and name, and by the id of what they are in as well. */
  readonly #stays: ReadonlyMap<string, readonly OwnStay[]>;
  readonly #staysAt: ReadonlyMap<string, readonly OwnStay[]>;
  /** By catalogue and the id of what they are in. */
  readonly #members: ReadonlyMap<string, readonly TracedObject[]>;

  /** Types by the id of their list type, and relations by that of their rows' type. */
  readonly #elements = new Map<number, TracedObject>();

  readonly #events: Trace['events'];

  constructor({ events, states }: Trace) {
    this.#events = events;
    const all = groupBy(states, (state) => keyOf(catalogueOf(state), state.id, state.part));
    for (const [key, own] of all) {
      const [first] = own;
      if (first === undefined) continue;
      const { id, part } = first;
      const catalogue = catalogueOf(first);
      const object = { catalogue, id, part, states: own };
      const array = numberOf(lastFacts(object), 'array');
      if (array !== 0) this.#elements.set(array, object);
      const rows = numberOf(lastFacts(object), 'rows');
      if (catalogue === 'pg_class' && rows !== 0) this.#elements.set(rows, object);
      this.#objects.set(key, object);
    }
    const objects = this.objects;
    const stays = objects.flatMap(ownStays);
    this.#stays = groupBy(stays, ({ object, name }) => `${object.catalogue} ${name}`);
    this.#staysAt = groupBy(stays, ({ object, home, name }) => `${object.catalogue} ${home} ${name}`);
    this.#members = groupBy(
      objects.filter((object) => homeOf(object) !== 0),
      (object) => `${object.catalogue} ${homeOf(object)}`,
    );
  }

  object(catalogue: string, id: number, part = 0): TracedObject | undefined {
    return this.#objects.get(keyOf(catalogue, id, part));
  }

  /** Whether it was a `create`, which may replace. */
  isCreation(event: number): boolean {
    return this.#events[event]?.tag.startsWith('CREATE') ?? false;
  }

  /** What a type id means, of what the migrations made: a type, alone or as a list, or a relation's rows. */
  typed(id: number): TracedObject | undefined {
    return this.object('pg_type', id) ?? this.#elements.get(id);
  }

  /** The objects of a catalogue that are, or were, in another object: columns of a relation, labels of an enum. */
  members(catalogue: string, home: number): readonly TracedObject[] {
    return this.#members.get(`${catalogue} ${home}`) ?? [];
  }

  /** The events that gave an object, or its schema, another name. */
  renamings(object: TracedObject): number[] {
    const home = this.object('pg_namespace', homeOf(object));
    return [object, ...(home ? [home] : [])]
      .flatMap((one) => ownStays(one).filter(({ isRenamed }) => isRenamed))
      .map(({ from }) => from);
  }

  /** The times in which an object had this name in a schema of that name, oldest first. */
  inSchema(catalogue: string, schema: string, name: string): Stay[] {
    return this.named('pg_namespace', schema)
      .flatMap((home) => this.#at(catalogue, home, name).flatMap((stay) => overlap(stay, home) ?? []))
      .sort(inOrder);
  }

  /** The times in which a part had this name while its owner had the one of `owners`. */
  inOwner(catalogue: string, owners: readonly Stay[], name: string): Stay[] {
    return owners
      .flatMap((owner) => this.#at(catalogue, owner, name).flatMap((stay) => within(stay, owner) ?? []))
      .sort(inOrder);
  }

  /** The times in which an object of a catalogue had this name, wherever it was. */
  named(catalogue: string, name: string): Stay[] {
    return [...(this.#stays.get(`${catalogue} ${name}`) ?? [])].sort(inOrder);
  }

  /** The relation that holds the attributes of a composite type. */
  relationOf(type: number): TracedObject | undefined {
    const found = this.#elements.get(type);
    return found?.catalogue === 'pg_class' ? found : undefined;
  }

  get objects(): readonly TracedObject[] {
    return [...this.#objects.values()];
  }

  /** The name of an object and its schema in the end, and those of before that no object has now, oldest first. */
  namesOf(object: TracedObject): { today: FullName; past: (FullName & { until: number })[] } {
    const all = ownStays(object).flatMap((stay) => {
      const schema = object.part > 0 ? undefined : this.object('pg_namespace', stay.home);
      const homes = schema ? ownStays(schema) : [];
      if (homes.length === 0) return [{ schema: '', name: stay.name, until: stay.until }];
      return homes.flatMap((home) => {
        const both = within(stay, home);
        return both ? [{ schema: home.name, name: stay.name, until: both.until }] : [];
      });
    });
    const today = all.at(-1) ?? { schema: '', name: '' };
    const past = all.flatMap(({ schema, name, until }) =>
      until === undefined || this.#isTaken(object, schema, name) ? [] : [{ schema, name, until }],
    );
    return { today: { schema: today.schema, name: today.name }, past };
  }

  #isTaken({ catalogue, id, part }: TracedObject, schema: string, name: string): boolean {
    const stays =
      part > 0
        ? (this.#staysAt.get(`${catalogue} ${id} ${name}`) ?? [])
        : this.inSchema(catalogue, schema, name);
    return stays.some(({ until }) => until === undefined);
  }

  #at(catalogue: string, { object }: Stay, name: string): readonly OwnStay[] {
    return this.#staysAt.get(`${catalogue} ${object.id} ${name}`) ?? [];
  }
}

const keyOf = (catalogue: string, id: number, part: number): string => `${catalogue} ${id} ${part}`;

/** A column has the catalogue of its relation in what PostgreSQL tells of commands. */
const catalogueOf = ({ catalogue, part }: TraceState): string =>
  catalogue === 'pg_class' && part > 0 ? 'pg_attribute' : catalogue;

const inOrder = (a: Stay, b: Stay): number =>
  (a.until ?? Number.POSITIVE_INFINITY) - (b.until ?? Number.POSITIVE_INFINITY) || a.from - b.from;

function nameIn({ catalogue, id, part }: TracedObject, facts: CatalogueRow): { name: string; home: number } {
  const { name, home } = NAMES[catalogue] ?? { name: 'name' };
  return { name: textOf(facts, name), home: part > 0 ? id : home ? numberOf(facts, home) : 0 };
}

const homeOf = (object: TracedObject): number => {
  const facts = object.states.find((state) => state.facts)?.facts;
  return facts ? nameIn(object, facts).home : 0;
};

/** The name of an object at the time of an event; its first one when it came later. */
export function nameAt(object: TracedObject | undefined, event = Number.POSITIVE_INFINITY): string {
  if (!object) return '';
  const known = object.states.filter(({ facts }) => facts);
  const state = known.findLast((one) => one.event <= event) ?? known[0];
  return state?.facts ? nameIn(object, state.facts).name : '';
}

/** The last facts that are known of an object. */
export const lastFacts = (object: TracedObject | undefined): CatalogueRow | undefined =>
  object?.states.findLast(({ facts }) => facts)?.facts;

export const isGone = ({ states }: TracedObject): boolean => states.some(({ dropped }) => dropped);

function ownStays(object: TracedObject): OwnStay[] {
  const stays: OwnStay[] = [];
  for (const { event, facts, dropped } of object.states) {
    const last = stays.at(-1);
    if (facts) {
      const named = nameIn(object, facts);
      if (last?.name === named.name && last.home === named.home) continue;
      if (last) last.until = event;
      stays.push({ object, ...named, from: event, isRenamed: last !== undefined });
    } else if (dropped) {
      const stay = last ?? { object, name: dropped.at(-1) ?? '', home: 0, from: -1, isRenamed: false };
      if (!last) stays.push(stay);
      Object.assign(stay, { until: event, isDropped: true });
    }
  }
  return stays;
}

/** The time in which an object had its name and its schema the other; the later of both gave it. */
function overlap(own: OwnStay, home: Stay): Stay | undefined {
  const both = within(own, home);
  if (!both || home.from <= own.from) return both;
  return { ...both, from: home.from, isRenamed: true };
}

/** The time in which a part had its name and its owner the other, counted from when the part got it. */
function within(own: OwnStay, owner: Stay): Stay | undefined {
  const [ownEnd, ownerEnd] = [own, owner].map(({ until }) => until ?? Number.POSITIVE_INFINITY);
  const [end, endOfOwner] = [ownEnd ?? 0, ownerEnd ?? 0];
  if (own.from >= endOfOwner || owner.from >= end) return undefined;
  const { object, from, isRenamed } = own;
  const first = end <= endOfOwner ? own : owner;
  return {
    object,
    from,
    isRenamed,
    ...(first.until !== undefined && { until: first.until, ...(first.isDropped && { isDropped: true }) }),
  };
}

/** What the trace knows of objects of this name. */
export function staysOf(history: ObjectHistory, id: ObjectId): Stay[] {
  const { catalogue }: KindRow = KINDS[id.kind];
  if (catalogue === undefined) return [];
  if (!('schema' in id)) return history.named(catalogue, id.name);
  const owner = ownerOf(id);
  return owner
    ? history.inOwner(catalogue, staysOf(history, owner), id.name)
    : history.inSchema(catalogue, id.schema, id.name);
}
