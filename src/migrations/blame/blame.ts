// Blame: the place of the statement that made a difference, and the renames that migrations carried out.

import type { ObjectId } from '../../findings/object-id.ts';
import type { MigrationSource } from '../migration.ts';
import { loadParser } from '../parse.ts';
import type { Touch } from '../touch.ts';
import { type Aspect, type Cause, causeOf, isFacet, isThere } from './causes.ts';
import {
  lastFacts,
  nameAt,
  numberOf,
  numbersOf,
  ObjectHistory,
  type TracedObject,
  textOf,
} from './history.ts';
import { grantsOf, mentionOf } from './named-in-text.ts';
import { placeIn, type Sought } from './place.ts';
import { type Rename, renamesOf } from './renames.ts';
import { locationOf, statementsOf } from './statement.ts';
import type { Trace } from './trace.ts';

export type { Touch } from '../touch.ts';
export { type Aspect, isFacet } from './causes.ts';
export type { Rename } from './renames.ts';

export interface Blame {
  /** The statement that made a difference; undefined when no migration ever had the object. */
  touch(object: ObjectId, aspect?: Aspect): Touch | undefined;
  /** Whether the object is there after the last migration. */
  isThere(object: ObjectId): boolean;
  /** Of relations, columns, functions and enums, for every earlier name. */
  renames: readonly Rename[];
}

/** Reads a trace of the given files. */
export async function blameOf(trace: Trace, migrations: readonly MigrationSource[]): Promise<Blame> {
  await loadParser();
  const history = new ObjectHistory(trace);
  const behind = statementsOf(trace, migrations);
  const grantOn = grantsOf(trace, history, behind);
  const touchOf = ({ event, action, object }: Cause, aspect: Aspect): Touch | undefined => {
    const found = behind(event);
    if (!found) return undefined;
    const { statement, base, start } = found;
    const facet = isFacet(aspect) ? aspect : {};
    const place = statement && placeIn(statement, { ...soughtIn(history, object, event), ...facet });
    return { action, ...locationOf(found, base === undefined || place === undefined ? start : base + place) };
  };
  return {
    touch: (object, aspect = 'anything') => {
      const cause = causeOf(history, object, aspect);
      if (cause) return touchOf(cause, aspect);
      const grant = isFacet(aspect) ? grantOn(object, aspect.facet) : undefined;
      if (grant) return { action: 'alter', ...locationOf(grant, grant.start) };
      const mention = mentionOf(migrations, object);
      return mention && { action: mention.action, ...locationOf(mention, mention.start) };
    },
    isThere: (object) => isThere(history, object),
    renames: renamesOf(history),
  };
}

/** What is looked for in a statement: the object under the names that it had when the statement ran. */
function soughtIn(history: ObjectHistory, object: TracedObject, event: number): Sought {
  const { catalogue, id, part } = object;
  const facts = lastFacts(object);
  const owner = (other: TracedObject | undefined): { owner?: string } =>
    other ? { owner: nameAt(other, event) } : {};
  const column = (table: number, number: number): string[] => {
    const found = history.object('pg_attribute', table, number);
    return found ? [nameAt(found, event)] : [];
  };
  const sought = { catalogue, name: nameAt(object, event) };
  if (part > 0) return { ...sought, ...owner(history.object('pg_class', id)) };
  if (catalogue === 'pg_enum')
    return { ...sought, ...owner(history.object('pg_type', numberOf(facts, 'type'))) };
  if (catalogue !== 'pg_constraint') return sought;
  const table = numberOf(facts, 'table');
  return {
    ...sought,
    ...owner(history.object('pg_class', table)),
    kind: textOf(facts, 'kind'),
    columns: numbersOf(facts, 'columns').flatMap((number) => column(table, number)),
  };
}
