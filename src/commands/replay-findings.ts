// What a replay that stopped says of the repository: the statement that failed, and, when a table or type is missing
// that nothing creates, every place of the whole folder that uses one.

import type { Project } from '../config/project.ts';
import { type Finding, makeFinding } from '../findings/finding.ts';
import { formatObjectId } from '../findings/object-id.ts';
import { named } from '../findings/prose.ts';
import { fileOf, type KnownObject } from '../migrations/migration.ts';
import type { ReplayFailure, ReplayPlan } from '../ports.ts';
import { detailsOf, refuseOwnLimits, refuseServerFailure, saidBeside } from './embedded-limits.ts';

/** What PostgreSQL says when a relation, a type or a schema is not there. Source: its manual, appendix A. */
const MISSING_OBJECT = new Set(['42P01', '42704', '3F000', '42883']);

/** A replay that stopped, of which project, and where. */
export interface StoppedReplay {
  project: Project;
  plan: ReplayPlan;
  failure: ReplayFailure;
  /** As reports name it. */
  database: string;
}

/**
 * Makes the findings of a failed replay.
 * @param knownObjects reads what the database held when the replay stopped
 * @throws EnvironmentError when it was the database that could not go on, not the migration
 */
export async function replayFindings(
  { project, plan, failure, database }: StoppedReplay,
  knownObjects: () => Promise<KnownObject[]>,
): Promise<Finding[]> {
  const isReference = database === 'local-stack';
  if (isReference) refuseServerFailure(failure);
  else refuseOwnLimits(failure, plan);
  const duplicates = duplicateFindings(project.duplicates);
  if (failure.sqlState === '23505' && failure.statement === '' && duplicates.length > 0) return duplicates;
  const missing = MISSING_OBJECT.has(failure.sqlState) ? await missingObjectFindings(plan, knownObjects) : [];
  return [...duplicates, failedStatement(failure, isReference), ...missing];
}

/** Versions that two files share: `supabase db reset` refuses the second. */
export function duplicateFindings(duplicates: Project['duplicates']): Finding[] {
  return duplicates.map(({ version, files }) => {
    const [first = '', second = ''] = files;
    return makeFinding({
      ruleId: 'duplicate-version',
      subject: { kind: 'file', name: fileOf(second) },
      location: { file: fileOf(second), line: 1 },
      message: `Version ${version} stands twice: ${named(first)} and ${named(second)}.`,
      salient: [version],
    });
  });
}

function failedStatement(failure: ReplayFailure, isReference: boolean): Finding {
  const { file, line, column, statement, sqlState, message } = failure;
  return makeFinding({
    ruleId: 'replay-failed',
    subject: { kind: 'file', name: fileOf(file) },
    location: { file: fileOf(file), line, column },
    message: `${named(fileOf(file))} fails at line ${line}, column ${column}: ${message} (SQLSTATE ${sqlState}).`,
    details: [...(statement ? [statement] : []), ...(isReference ? saidBeside(failure) : detailsOf(failure))],
    salient: [sqlState, message],
  });
}

async function missingObjectFindings(
  { migrations }: ReplayPlan,
  knownObjects: () => Promise<KnownObject[]>,
): Promise<Finding[]> {
  const { missingObjects } = await import('../migrations/references.ts');
  const missing = await missingObjects(migrations, await knownObjects());
  return missing.map(({ kind, schema, name, references, createdLater }) => {
    const [first] = references;
    const places = references.length === 1 ? 'place' : 'places';
    const subject = { kind: kind === 'type' ? 'composite-type' : 'table', schema, name } as const;
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
  });
}
