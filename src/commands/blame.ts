// Who made what drifted: the statement that last touched it, or, where code made it, the file whose run did.

import type { Finding, Location } from '../findings/finding.ts';
import { type ObjectId, ownerOf } from '../findings/object-id.ts';
import { named } from '../findings/prose.ts';
import type { MigrationSource } from '../migrations/migration.ts';
import type { ObjectIndex, Touch } from '../migrations/object-index.ts';
import type { BuiltObject, BuiltPart } from '../ports.ts';

export const MIGRATIONS_FOLDER = 'supabase/migrations';

/** What is known of the migrations and of what they built. */
export interface Evidence {
  /** In the order of replay. */
  migrations: readonly MigrationSource[];
  index: ObjectIndex;
  built: readonly BuiltObject[];
  parts: readonly BuiltPart[];
}

/** A statement that is put together when it runs: nothing in the text names what it makes. */
const DYNAMIC = /\bexecute\b(?!\s+(function|procedure|on)\b)/i;

/** The finding with the place of what last touched its object, or with the words that none is known. */
export function withBlame(finding: Finding, evidence: Evidence): Finding {
  const touch = touchOf(finding.subject, evidence.index);
  const run = runOf(finding.subject, touch, evidence);
  if (run !== undefined)
    return saying(
      finding,
      `made by code that ${named(`${MIGRATIONS_FOLDER}/${run}`)} runs, not by a statement in it`,
    );
  if (touch !== undefined) return { ...finding, location: inFolder(touch.location) };
  return finding.ruleId.endsWith('-removed')
    ? saying(finding, 'in the committed types, in no migration: made outside Git, or never existed')
    : finding;
}

const saying = (finding: Finding, words: string): Finding => ({
  ...finding,
  details: [...(finding.details ?? []), words],
});

const inFolder = (location: Location): Location => ({
  ...location,
  file: `${MIGRATIONS_FOLDER}/${location.file}`,
});

/** Of a part that no statement names, such as a view's column: the statement that made its owner. */
function touchOf(subject: ObjectId, index: ObjectIndex): Touch | undefined {
  const owner = ownerOf(subject);
  return index.blame(subject) ?? (owner && index.blame(owner));
}

/** The file whose run brought what no statement names, or changed a part after the last statement that does. */
function runOf(subject: ObjectId, touch: Touch | undefined, evidence: Evidence): string | undefined {
  const part = partOf(subject, evidence.parts)?.file;
  if (touch === undefined) return part ?? wholeOf(ownerOf(subject) ?? subject, evidence.built)?.file;
  const order = (file: string | undefined): number =>
    evidence.migrations.findIndex((one) => one.file === file);
  const later = order(part) > order(touch.location.file) ? evidence.migrations[order(part)] : undefined;
  return later && DYNAMIC.test(later.sql) ? later.file : undefined;
}

function partOf(subject: ObjectId, parts: readonly BuiltPart[]): BuiltPart | undefined {
  const owner = ownerOf(subject);
  if (owner === undefined || !('schema' in owner)) return undefined;
  return parts.find(
    (part) =>
      part.kind === subject.kind &&
      part.schema === owner.schema &&
      part.owner === owner.name &&
      part.name === subject.name,
  );
}

const wholeOf = (object: ObjectId, built: readonly BuiltObject[]): BuiltObject | undefined =>
  'schema' in object
    ? built.find(({ schema, name }) => schema === object.schema && name === object.name)
    : undefined;
