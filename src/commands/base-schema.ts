// Migrations that stand on a schema which is not in Git: what one dated before all others must hold. The live database
// tells such a replay from one that fails for another reason, where the migrations alone could not.

import type { Notice } from '../findings/notice.ts';
import { formatObjectId } from '../findings/object-id.ts';
import { named } from '../findings/prose.ts';
import type { Declarations } from '../migrations/declared.ts';
import { fileOf } from '../migrations/migration.ts';
import type { MissingObject } from '../migrations/references.ts';
import type { CatalogObject, IncompleteReplay, ReplayFailure } from '../ports.ts';
import type { BaseSchema } from '../report/report.ts';
import { listedUpTo } from '../report/sentences.ts';
import { missingSubject, type Stop } from './replay-findings.ts';
import {
  type InventoriedObject,
  keyOf,
  keysOf,
  objectsDeclaredIn,
  objectsIn,
  subjectOf,
} from './three-ways.ts';

export interface Standing {
  baseSchema: BaseSchema;
  notices: Notice[];
}

/**
 * What the migrations stand on, if that is why their replay stopped.
 * @param built of the live database
 */
export function standingOf(
  { failed, missing }: Stop,
  failure: IncompleteReplay,
  built: readonly CatalogObject[],
  declared: Declarations,
): Standing | undefined {
  if (failure.status === 'left-open') return undefined;
  const needed = missing.filter(({ createdLater }) => createdLater === undefined);
  const required =
    needed.length > 0
      ? needed.map(requiredOf)
      : onlyLive(failure, objectsIn(built), objectsDeclaredIn(declared));
  const live = new Set([
    ...built.map(({ schema, name }) => formatObjectId({ kind: 'table', schema, name })),
    ...objectsIn(built).map(idOf),
    ...built.map(({ schema }) => formatObjectId({ kind: 'schema', name: schema })),
    // One that a migration renamed is live under its later name.
    ...declared.earlierNames.map(formatObjectId),
  ]);
  // What the live database never had is a mistake in a migration, not a base schema.
  if (failed === undefined || !required.some(({ id }) => live.has(id))) return undefined;
  const late = missing.filter(({ createdLater }) => createdLater !== undefined);
  return {
    baseSchema: { reason: failed.message, required },
    notices: [...nowhereNotice(required.filter(({ id }) => !live.has(id))), ...late.map(lateNotice)],
  };
}

function requiredOf(missing: MissingObject): BaseSchema['required'][number] {
  const [{ file, line, column } = { file: '', line: 1, column: 1 }] = missing.references;
  return {
    id: formatObjectId(missingSubject(missing)),
    references: missing.references.length,
    location: { file: fileOf(file), line, column },
  };
}

/** As the server says that something is missing. Functions and schemas are not among what the texts are searched for. */
const IS_MISSING = /^(?:relation|type|function|schema) "?([^"()]+)"?(?:\(.*\))? does not exist$/;

/** The one object that a replay stopped at, when the live database has it and no migration makes it. */
function onlyLive(
  { message, file, line, column }: ReplayFailure,
  live: readonly InventoriedObject[],
  inTexts: readonly InventoriedObject[],
): BaseSchema['required'] {
  const name = IS_MISSING.exec(message)?.[1];
  const inGit = keysOf(inTexts);
  const found = live.find(
    (one) => (one.name === name || `${one.schema}.${one.name}` === name) && !inGit.has(keyOf(one)),
  );
  const isSchema = message.startsWith('schema ') && live.some(({ schema }) => schema === name);
  const id = isSchema && name !== undefined ? formatObjectId({ kind: 'schema', name }) : found && idOf(found);
  return id === undefined ? [] : [{ id, references: 1, location: { file: fileOf(file), line, column } }];
}

const idOf = (one: InventoriedObject): string => formatObjectId(subjectOf(one));

function nowhereNotice(lacking: readonly { id: string }[]): Notice[] {
  if (lacking.length === 0) return [];
  const list = listedUpTo(
    10,
    lacking.map(({ id }) => named(id)),
  );
  const [uses, lacks] = lacking.length === 1 ? ['is', 'lacks it'] : ['are', 'lacks them'];
  const message = `${list} ${uses} used by migrations that create nothing of the name, and the live database ${lacks} too.`;
  return [{ code: 'required-nowhere', message, count: lacking.length }];
}

const lateNotice = (missing: MissingObject): Notice => ({
  code: 'created-too-late',
  message: `${named(formatObjectId(missingSubject(missing)))} is used before ${named(missing.createdLater?.file ?? '')} creates it: a replay stops there too.`,
});
