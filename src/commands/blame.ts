// Who made what drifted: the statement that last touched it, or, where code made it, the file whose run did.

import type { Finding, Location } from '../findings/finding.ts';
import { type ObjectId, ownerOf } from '../findings/object-id.ts';
import { named } from '../findings/prose.ts';
import { fileOf, type MigrationSource } from '../migrations/migration.ts';
import type { ObjectIndex, Touch } from '../migrations/object-index.ts';
import type { BuiltObject, BuiltPart } from '../ports.ts';

/** What is known of the migrations and of what they built. */
export interface Evidence {
  /** In the order of replay. */
  migrations: readonly MigrationSource[];
  index: ObjectIndex;
  built: readonly BuiltObject[];
  parts: readonly BuiltPart[];
}

/** The finding with the place of what last touched its object, or with the words that none is known. */
export function withBlame(finding: Finding, evidence: Evidence): Finding {
  const { subject } = finding;
  const touch = touchOf(subject, evidence.index);
  const isRemoved = finding.ruleId.endsWith('-removed');
  if (touch === undefined) {
    const file = fileOfObject(subject, evidence);
    if (file !== undefined)
      return saying(finding, `came with the run of ${named(file)}; no statement names it`);
    return isRemoved
      ? saying(finding, 'in the committed types, in no migration: made outside Git, or never existed')
      : finding;
  }
  const later = laterRun(subject, touch, evidence);
  if (later !== undefined)
    return saying(finding, `last changed by the run of ${named(later)}; no statement there names it`);
  const located = { ...finding, location: inFolder(touch.location) };
  const isGone = isRemoved && !isThere(subject, evidence);
  return isGone && wasLeft(subject, touch) && !madeAnew(subject, touch, evidence)
    ? saying(located, 'no statement removes it after that: code that a migration runs did')
    : located;
}

const saying = (finding: Finding, words: string): Finding => ({
  ...finding,
  details: [...(finding.details ?? []), words],
});

export const inFolder = (location: Location): Location => ({
  ...location,
  file: fileOf(location.file),
});

/** Of a part that no statement names, such as a view's column: the statement that made its owner. */
function touchOf(subject: ObjectId, index: ObjectIndex): Touch | undefined {
  const owner = ownerOf(subject);
  return index.blame(subject) ?? (owner && index.blame(owner));
}

/** The file whose run brought what no statement names. */
function fileOfObject(subject: ObjectId, { built, parts }: Evidence): string | undefined {
  const file = (partOf(subject, parts) ?? wholeOf(ownerOf(subject) ?? subject, built))?.file;
  return file && fileOf(file);
}

/** The file whose run changed a part after the last statement that names it. */
function laterRun(subject: ObjectId, touch: Touch, { migrations, parts }: Evidence): string | undefined {
  const order = (file: string | undefined): number => migrations.findIndex((one) => one.file === file);
  const run = partOf(subject, parts)?.file;
  return order(run) > order(touch.location.file) && run ? fileOf(run) : undefined;
}

/** As far as the statements tell, the object is there after the last of them. */
const wasLeft = (subject: ObjectId, { action }: Touch): boolean =>
  subject.kind !== 'relationship' && (action === 'create' || action === 'alter');

/** A view's columns go when it is made anew: the statement that last did so is behind it. */
function madeAnew(subject: ObjectId, { location }: Touch, { built }: Evidence): boolean {
  const owner = ownerOf(subject);
  const whole = owner && wholeOf(owner, built);
  return whole !== undefined && /view$/.test(whole.kind) && whole.file === location.file;
}

const isThere = (subject: ObjectId, { built, parts }: Evidence): boolean =>
  ownerOf(subject) === undefined
    ? wholeOf(subject, built) !== undefined
    : partOf(subject, parts) !== undefined;

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
