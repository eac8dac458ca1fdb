// What a replay that stopped says of the repository: the statement that failed, and, when a table or type is missing
// that nothing creates, every place of the whole folder that uses one.

import { type Finding, makeFinding } from '../findings/finding.ts';
import { formatObjectId } from '../findings/object-id.ts';
import { named } from '../findings/prose.ts';
import { isNear } from '../match.ts';
import { fileOf, type KnownObject } from '../migrations/migration.ts';
import type { MissingObject } from '../migrations/references.ts';
import type { IncompleteReplay, OpenTransaction, ReplayFailure, ReplayPlan } from '../ports.ts';
import type { Project } from '../project/project.ts';
import { detailsOf, refuseOwnLimits, refuseServerFailure, saidBeside } from './embedded-limits.ts';
import { refuseUnset } from './unset-secrets.ts';

/** What PostgreSQL says when a relation, a type or a schema is not there. Source: its manual, appendix A. */
const MISSING_OBJECT = new Set(['42P01', '42704', '3F000', '42883']);

/** A replay that stopped, of which project, and where. */
export interface StoppedReplay {
  project: Project;
  plan: ReplayPlan;
  failure: IncompleteReplay;
  /** As reports name it. */
  database: string;
}

/** Why a replay stopped. */
export interface Stop {
  /** Versions that two files share. */
  duplicates: Finding[];
  /** Files that leave a transaction open. */
  leftOpen: Finding[];
  /** The statement that failed; absent when it was the second file of a version, and when none did. */
  failed?: Finding;
  /** What migrations use and nothing created before. */
  missing: MissingObject[];
}

/**
 * Says why a replay stopped.
 * @param knownObjects reads what the database held when the replay stopped
 * @throws EnvironmentError when it was the database that could not go on, not the migration
 */
export async function whyStopped(
  { project, plan, failure, database }: StoppedReplay,
  knownObjects: () => Promise<KnownObject[]>,
): Promise<Stop> {
  const leftOpen = (failure.leftOpen ?? []).map(openFinding);
  const duplicates = duplicateFindings(project.duplicates);
  if (failure.status === 'left-open') return { duplicates, leftOpen, missing: [] };
  const isReference = database === 'local-stack';
  if (isReference) refuseServerFailure(failure);
  else refuseOwnLimits(failure, plan);
  refuseUnset(project.vault.unset, plan, failure);
  if (failure.sqlState === '23505' && failure.statement === '' && duplicates.length > 0)
    return { duplicates, leftOpen, missing: [] };
  if (!MISSING_OBJECT.has(failure.sqlState))
    return { duplicates, leftOpen, failed: failedStatement(failure, isReference), missing: [] };
  const known = await knownObjects();
  const all = await missingIn(plan, known);
  const misspelt = all.filter(isNamedBy(failure)).flatMap((missing) => misspeltOf(missing, known));
  const missing = all.filter((one) => !misspelt.some((other) => other.missing === one));
  return { duplicates, leftOpen, failed: failedStatement(failure, isReference, misspelt[0]), missing };
}

/** A name that is used once, and the one that was meant. */
interface Misspelt {
  missing: MissingObject;
  meant: string;
}

/** Whether the failure is for want of this relation. */
const isNamedBy =
  ({ message }: ReplayFailure) =>
  ({ schema, name }: MissingObject): boolean =>
    [name, `${schema}.${name}`].some((one) => message === `relation "${one}" does not exist`);

function misspeltOf(missing: MissingObject, known: readonly KnownObject[]): Misspelt[] {
  const { kind, schema, name, references, createdLater } = missing;
  if (kind !== 'relation' || references.length > 1 || createdLater !== undefined) return [];
  const meant = known.find(
    (one) => one.kind === 'relation' && one.schema === schema && isNear(one.name, name),
  );
  return meant === undefined
    ? []
    : [{ missing, meant: formatObjectId({ kind: 'table', schema, name: meant.name }) }];
}

/** Makes the findings of a failed replay. Throws as `whyStopped` does. */
export async function replayFindings(
  stopped: StoppedReplay,
  knownObjects: () => Promise<KnownObject[]>,
): Promise<Finding[]> {
  const stop = await whyStopped(stopped, knownObjects);
  return [...stop.duplicates, ...stopFindings(stop)];
}

/** What a replay stopped for, beside versions that two files share. */
export const stopFindings = ({ leftOpen, failed, missing }: Stop): Finding[] => [
  ...leftOpen,
  ...(failed ? [failed] : []),
  ...missing.map(missingFinding),
];

/** Versions that two files share: `supabase db reset` refuses the second. */
export function duplicateFindings(duplicates: Project['duplicates']): Finding[] {
  return duplicates.map(({ version, files }) => {
    const [first = '', second = ''] = files;
    return makeFinding({
      ruleId: 'duplicate-version',
      subject: { kind: 'file', name: fileOf(second) },
      location: { file: fileOf(second), line: 1 },
      message: `Version ${version} is used by two files: ${named(first)} and ${named(second)}.`,
      salient: [version],
    });
  });
}

const openFinding = ({ file, line, column, statement }: OpenTransaction): Finding =>
  makeFinding({
    ruleId: 'open-transaction',
    subject: { kind: 'file', name: fileOf(file) },
    location: { file: fileOf(file), line, column },
    message: `${named(fileOf(file))} leaves a transaction open: what it and later files do is rolled back.`,
    details: [statement],
  });

function failedStatement(failure: ReplayFailure, isReference: boolean, misspelt?: Misspelt): Finding {
  const { file, statement, sqlState, message } = failure;
  const [use] = misspelt?.missing.references ?? [];
  const { line, column } = use?.file === file ? use : failure;
  const remedy = remedyOf(failure, misspelt);
  return makeFinding({
    ruleId: 'replay-failed',
    subject: { kind: 'file', name: fileOf(file) },
    location: { file: fileOf(file), line, column },
    ...(remedy !== undefined && { remedy }),
    message: `${named(fileOf(file))} fails at line ${line}, column ${column}: ${message} (SQLSTATE ${sqlState}).`,
    details: [...(statement ? [statement] : []), ...(isReference ? saidBeside(failure) : detailsOf(failure))],
    salient: [sqlState, message],
  });
}

/** What helps with this failure more than the rule's own words. */
function remedyOf({ statement }: ReplayFailure, misspelt: Misspelt | undefined): string | undefined {
  if (misspelt !== undefined)
    return `Did you mean ${named(misspelt.meant)}? If not, add a migration before it that creates what it needs.`;
  if (/^\\\w/.test(statement))
    return 'Remove the lines that begin with a backslash: they are commands of psql, which `pg_dump` writes, and no SQL.';
  return undefined;
}

async function missingIn(
  { migrations }: ReplayPlan,
  known: readonly KnownObject[],
): Promise<MissingObject[]> {
  const { missingObjects } = await import('../migrations/references.ts');
  return await missingObjects(migrations, known);
}

/** What a missing object is called: whether a relation is to be a table or a view, its uses do not say. */
export const missingSubject = ({ kind, schema, name }: MissingObject) =>
  ({ kind: kind === 'type' ? 'composite-type' : 'table', schema, name }) as const;

function missingFinding(missing: MissingObject): Finding {
  const { kind, references, createdLater } = missing;
  const [first] = references;
  const places = references.length === 1 ? 'place' : 'places';
  const subject = missingSubject(missing);
  return makeFinding({
    ruleId: 'base-schema-drift',
    subject,
    ...(first && { location: { file: fileOf(first.file), line: first.line, column: first.column } }),
    message: createdLater
      ? `${kind} ${named(formatObjectId(subject))} is used in ${references.length} ${places} before ${named(createdLater.file)} creates it.`
      : `${kind} ${named(formatObjectId(subject))} is used in ${references.length} ${places}, and no earlier migration creates it: its base schema was made outside Git.`,
    details: references.map(
      (reference) => `${fileOf(reference.file)}:${reference.line}: ${reference.statement}`,
    ),
  });
}
