// Policies, triggers, rules, indexes, sequences, extensions and the like: of what has a name and no columns it is enough
// to know who last touched it. Each is kept as `kind name`: on its relation, in its schema, or in the database.

import { nameOf, strings } from '../names.ts';
import type { Node, NodeOf } from '../parse.ts';
import type { Action, Stamp } from '../touch.ts';
import { isRangeVar } from '../walk.ts';
import { indexName } from './constraints.ts';
import type { Relation } from './model.ts';
import { type Entity, type Names, partKey } from './names.ts';
import type { Scene } from './scene.ts';
import { rangeName } from './state.ts';
import { assumed } from './tables.ts';

/** Where a part is kept, or would be. */
interface Slot {
  shelf: Names<Entity>;
  key: string;
}

/** What makes or alters parts: the kind, and the fields of the part's name and of the relation that it is on. */
interface Maker {
  kind: string;
  name: string;
  on?: string;
  action: Action;
}

const onRelation = (kind: string, name: string, on: string): Maker => ({ kind, name, on, action: 'create' });
const inDatabase = (kind: string, name: string): Maker => ({ kind, name, action: 'create' });
const altering = (maker: Maker): Maker => ({ ...maker, action: 'alter' });

const POLICY = onRelation('policy', 'policy_name', 'table');
const EXTENSION = inDatabase('extension', 'extname');
const PUBLICATION = inDatabase('publication', 'pubname');
const SUBSCRIPTION = inDatabase('subscription', 'subname');
const EVENT_TRIGGER = inDatabase('event-trigger', 'trigname');
const WRAPPER = inDatabase('foreign-data-wrapper', 'fdwname');
const SERVER = inDatabase('foreign-server', 'servername');

const MAKERS: Record<string, Maker> = {
  CreatePolicyStmt: POLICY,
  AlterPolicyStmt: altering(POLICY),
  CreateTrigStmt: onRelation('trigger', 'trigname', 'relation'),
  RuleStmt: onRelation('rule', 'rulename', 'relation'),
  CreateSeqStmt: inDatabase('sequence', 'sequence'),
  AlterSeqStmt: altering(inDatabase('sequence', 'sequence')),
  CreateExtensionStmt: EXTENSION,
  AlterExtensionStmt: altering(EXTENSION),
  CreatePublicationStmt: PUBLICATION,
  AlterPublicationStmt: altering(PUBLICATION),
  CreateSubscriptionStmt: SUBSCRIPTION,
  AlterSubscriptionStmt: altering(SUBSCRIPTION),
  CreateEventTrigStmt: EVENT_TRIGGER,
  AlterEventTrigStmt: altering(EVENT_TRIGGER),
  CreateFdwStmt: WRAPPER,
  AlterFdwStmt: altering(WRAPPER),
  CreateForeignServerStmt: SERVER,
  AlterForeignServerStmt: altering(SERVER),
  CreateRoleStmt: inDatabase('role', 'role'),
};

type ObjectType = NonNullable<NodeOf<'DropStmt'>['removeType']>;

/** How statements about objects of any kind call those that are parts. */
const ON_RELATION: Partial<Record<ObjectType, string>> = {
  OBJECT_POLICY: 'policy',
  OBJECT_TRIGGER: 'trigger',
  OBJECT_RULE: 'rule',
};
const IN_DATABASE: Partial<Record<ObjectType, string>> = {
  OBJECT_EXTENSION: 'extension',
  OBJECT_PUBLICATION: 'publication',
  OBJECT_SUBSCRIPTION: 'subscription',
  OBJECT_EVENT_TRIGGER: 'event-trigger',
  OBJECT_FDW: 'foreign-data-wrapper',
  OBJECT_FOREIGN_SERVER: 'foreign-server',
  OBJECT_ROLE: 'role',
};

/** What a statement makes or alters, when that is a part. */
export function makePart(scene: Scene, node: Node): void {
  if ('IndexStmt' in node) createIndex(scene, node.IndexStmt);
  const [[tag, fields] = ['', undefined]] = Object.entries<unknown>(node);
  const maker = MAKERS[tag];
  if (!maker || typeof fields !== 'object' || fields === null) return;
  const values: Record<string, unknown> = { ...fields };
  const slot = slotOf(scene, maker, values);
  if (!slot) return;
  const isKept = values.if_not_exists === true || (scene.isGuarded && values.replace !== true);
  if (maker.action === 'alter') touchPart(slot, scene.stamp('alter'));
  else addPart(slot, scene.stamp('create'), isKept);
}

function slotOf(scene: Scene, { kind, name, on }: Maker, values: Record<string, unknown>): Slot | undefined {
  const [own, relation] = [values[name], on === undefined ? undefined : values[on]];
  if (isRangeVar(own)) return slotInSchema(scene, 'sequence', own) ?? newSequence(scene, own);
  if (typeof own !== 'string') return undefined;
  if (on === undefined) return { shelf: scene.state.parts, key: partKey(kind, own) };
  return isRangeVar(relation)
    ? { shelf: assumed(scene, relation).parts, key: partKey(kind, own) }
    : undefined;
}

/** @param isKept whether one that is there stays */
export function addPart({ shelf, key }: Slot, created: Stamp, isKept: boolean): void {
  if (!(shelf.get(key) && isKept)) shelf.add({ name: key, created, touch: created, facets: new Map() });
}

/** One that nothing made is assumed to be there. */
export function touchPart({ shelf, key }: Slot, stamp: Stamp): void {
  const part =
    shelf.get(key) ?? shelf.add({ name: key, created: undefined, touch: stamp, facets: new Map() });
  part.touch = stamp;
}

function createIndex(
  scene: Scene,
  { relation: rangeVar, idxname, indexParams, if_not_exists }: NodeOf<'IndexStmt'>,
): void {
  if (!rangeVar) return;
  const relation = assumed(scene, rangeVar);
  const isTaken = (name: string): boolean =>
    relation.home.relations.get(name) !== undefined ||
    slotInSchema(scene, 'index', { schemaname: relation.home.name, relname: name }) !== undefined;
  const name = idxname ?? indexName(relation, indexParams ?? [], isTaken);
  const isKept = if_not_exists === true || scene.isGuarded;
  if (!(isKept && isTaken(name)))
    addPart({ shelf: relation.parts, key: partKey('index', name) }, scene.stamp('create'), false);
}

type Named = Pick<NodeOf<'RangeVar'>, 'schemaname' | 'relname'>;

/** An index, and the sequence of a column, are kept with their table: they go and move with it. */
function slotInSchema(
  { state, path }: Scene,
  kind: string,
  { schemaname, relname = '' }: Named,
): Slot | undefined {
  const key = partKey(kind, relname);
  const shelves = state
    .searched(schemaname, path)
    .flatMap(({ parts, relations }) => [parts, ...relations.values().map((relation) => relation.parts)]);
  const shelf = shelves.find((parts) => parts.get(key));
  return shelf && { shelf, key };
}

const newSequence = ({ state, path }: Scene, rangeVar: NodeOf<'RangeVar'>): Slot => {
  const { schema, name } = rangeName(rangeVar);
  return { shelf: state.creationSchema(schema, path).parts, key: partKey('sequence', name) };
};

/** The part that the words of a statement mean: a dotted name, its last word being the part's own. */
export function namedPart(
  scene: Scene,
  type: ObjectType | undefined,
  words: readonly string[],
): Slot | undefined {
  if (type === undefined) return undefined;
  const name = words.at(-1) ?? '';
  const [inDatabaseKind, onRelationKind] = [IN_DATABASE[type], ON_RELATION[type]];
  if (inDatabaseKind) return { shelf: scene.state.parts, key: partKey(inDatabaseKind, name) };
  const schemaname = words.at(-2);
  const named: Named = { relname: name, ...(schemaname !== undefined && { schemaname }) };
  if (type === 'OBJECT_INDEX') return slotInSchema(scene, 'index', named);
  if (type === 'OBJECT_SEQUENCE') return slotInSchema(scene, 'sequence', named);
  const owner = nameOf(words.slice(0, -1));
  const relation = onRelationKind && owner ? scene.state.relation(owner, scene.path) : undefined;
  return relation && onRelationKind
    ? { shelf: relation.parts, key: partKey(onRelationKind, name) }
    : undefined;
}

const wordsOfObject = (object: Node): string[] =>
  'List' in object ? strings(object.List.items) : strings([object]);

export function dropPart(scene: Scene, type: ObjectType | undefined, object: Node, stamp: Stamp): void {
  const slot = namedPart(scene, type, wordsOfObject(object));
  const part = slot?.shelf.get(slot.key);
  if (slot && part) slot.shelf.end(part, stamp);
}

/** A statement about one that it names: `alter extension … set schema`. */
export function alterNamedPart(scene: Scene, type: ObjectType | undefined, object: Node, stamp: Stamp): void {
  const slot = namedPart(scene, type, wordsOfObject(object));
  if (slot) touchPart(slot, stamp);
}

const kindOf = ({ key }: Slot): string => key.slice(0, key.indexOf(' '));

/** `alter … rename to`, of a part. */
export function renamePart(scene: Scene, statement: NodeOf<'RenameStmt'>, stamp: Stamp): void {
  const { renameType, relation, object, subname, newname = '' } = statement;
  const { schema, name = '' } = relation ? rangeName(relation) : {};
  const own = relation
    ? [...(schema === undefined ? [] : [schema]), name]
    : object
      ? wordsOfObject(object)
      : [];
  const slot = namedPart(scene, renameType, subname === undefined ? own : [...own, subname]);
  const part = slot?.shelf.get(slot.key);
  if (slot && part) slot.shelf.rename(part, partKey(kindOf(slot), newname), stamp);
}

const SWITCHES = /^AT_(?:Enable|Disable)(?:Always|Replica)?(?<kind>Trig|Rule)$/;

/** A command of `alter table` that is about a part of the table. */
export function alterPart(
  relation: Relation,
  { subtype, name = '' }: NodeOf<'AlterTableCmd'>,
  stamp: Stamp,
): void {
  const kind = SWITCHES.exec(subtype ?? '')?.groups?.kind;
  if (kind)
    touchPart({ shelf: relation.parts, key: partKey(kind === 'Trig' ? 'trigger' : 'rule', name) }, stamp);
}
