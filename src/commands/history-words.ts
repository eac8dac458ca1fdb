// How a report tells what the migration history and the files disagree on.

import { type Finding, type Location, makeFinding } from '../findings/finding.ts';
import { repairHistory } from '../findings/linked-project.ts';
import type { Notice } from '../findings/notice.ts';
import { named } from '../findings/prose.ts';
import { fileOf, type MigrationSource } from '../migrations/migration.ts';
import { type Difference, statementWords } from '../migrations/same-meaning.ts';
import type { RecordedMigration } from '../ports.ts';
import { namedList } from '../project/types-file/types-file.ts';
import type { History } from '../report/report.ts';

/** How much of a statement a report shows: a file of inserts may be one of megabytes. */
const SHOWN = 2000;

const shortened = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

const facts = (ruleId: Finding['ruleId'], version: string) =>
  ({ ruleId, subject: { kind: 'migration', name: version }, salient: [version] }) as const;

const placeOf = ({ file }: MigrationSource, place = { line: 1, column: 1 }): Location => ({
  file: fileOf(file),
  line: place.line,
  column: place.column,
});

/**
 * @param twin the file that holds the same statements under a version that is not applied
 * @param squashed the file that older versions were probably squashed into
 */
export function unknownFinding(
  { version, name, statements = [] }: RecordedMigration,
  { twin, squashed }: { twin: MigrationSource | undefined; squashed: MigrationSource | undefined },
): Finding {
  const called = name ? ` (${named(name)})` : '';
  const told = `Version ${named(version)}${called} is applied to the live database, and no file has it`;
  // It is to be pasted into a shell, and the live database may hold anything for a version.
  const pasted = /^\w+$/.test(version) ? version : 'VERSION';
  const reverted = repairHistory('reverted', pasted);
  if (!twin)
    return makeFinding({
      ...facts('unknown-version', version),
      message: `${told}.`,
      ...(squashed &&
        version < squashed.version && {
          remedy: `If it was squashed into ${named(squashed.file)}, run ${reverted}; else bring the file back.`,
        }),
      ...(statements.length > 0 && { actual: shortened(statements.join(';\n')) }),
    });
  const right = twin.file.replace(/^[0-9]+/, () => version);
  return makeFinding({
    ...facts('unknown-version', version),
    location: placeOf(twin),
    message: `${told}; ${named(fileOf(twin.file))} has the same statements.`,
    remedy: `Rename the file to ${named(right)}; or run ${reverted} and ${repairHistory('applied', twin.version)}.`,
  });
}

/** @param isSquashed whether versions that no file has any more were probably squashed into it */
export function editedFinding(
  file: MigrationSource,
  { expected, actual }: Difference,
  isSquashed: boolean,
): Finding {
  const told = `${named(fileOf(file.file))} was edited after it was applied`;
  const line = `the statement on line ${expected?.line}`;
  const ran = actual === undefined ? 'never ran' : 'is not the one that ran';
  return makeFinding({
    ...facts('edited-version', file.version),
    // Who accepts one edit does not accept the next.
    salient: [file.version, statementWords(file.sql)],
    location: placeOf(file, expected),
    message: `${told}: ${expected ? `${line} ${ran}` : 'a statement that ran is gone from its end'}.`,
    ...(isSquashed && {
      remedy: `If older versions were squashed into it, run ${repairHistory('applied', file.version)}; else restore the file as it was applied.`,
    }),
    ...(expected && { expected: shortened(expected.text) }),
    ...(actual !== undefined && { actual: shortened(actual) }),
  });
}

export const outOfOrderFinding = (file: MigrationSource, newest: MigrationSource): Finding =>
  makeFinding({
    ...facts('out-of-order-version', file.version),
    location: placeOf(file),
    message: `${named(fileOf(file.file))} is not applied to the live database, and is older than ${named(newest.file)}, which is: \`supabase db push\` refuses it.`,
  });

/** @param unjudged how many applied migrations were recorded without their statements */
export function historyNotices({ isRecorded, pending }: History, unjudged: number): Notice[] {
  const notices: Notice[] = [];
  if (!isRecorded)
    notices.push({
      code: 'no-history',
      message:
        'The live database has no migration history (`supabase_migrations.schema_migrations`): every migration counts as applied.',
    });
  if (pending.length > 0)
    notices.push({
      code: 'pending-migrations',
      message: `Not applied to the live database yet, so not compared with it: ${namedList(pending)}.`,
      count: pending.length,
    });
  if (unjudged > 0)
    notices.push({
      code: 'history-without-statements',
      message: `The history has no statements of ${unjudged} applied ${unjudged === 1 ? 'migration' : 'migrations'}, as old releases of the CLI wrote it: whether a file was edited since can't be told.`,
      count: unjudged,
    });
  return notices;
}
