// The migration history of the live database against the files: what is applied, pending, unknown, edited after it was
// applied, out of order. Versions are compared as text, as the CLI does.

import type { Finding } from '../findings/finding.ts';
import type { Notice } from '../findings/notice.ts';
import { byText } from '../match.ts';
import type { MigrationSource } from '../migrations/migration.ts';
import { type Difference, firstDifference, joined, statementWords } from '../migrations/same-meaning.ts';
import type { RecordedMigration } from '../ports.ts';
import type { Project } from '../project/project.ts';
import type { History } from '../report/report.ts';
import { editedFinding, historyNotices, outOfOrderFinding, unknownFinding } from './history-words.ts';
import { duplicateFindings } from './replay-findings.ts';

export interface HistoryResult {
  history: History;
  /** The files that the live database has, in the order of replay, each version once. */
  applied: MigrationSource[];
  /** Those that it has not, each version once. */
  pending: MigrationSource[];
  findings: Finding[];
  notices: Notice[];
}

/**
 * Holds the history against the files.
 * @param recorded undefined when the live database has no history: then every file counts as applied
 * @param migrations of the project, in the order of replay
 */
export async function historyOf(
  recorded: readonly RecordedMigration[] | undefined,
  migrations: readonly MigrationSource[],
  duplicates: Project['duplicates'],
): Promise<HistoryResult> {
  const files = onePerVersion(migrations, recorded ?? []);
  const rows = recorded ?? files.map(({ version }) => ({ version }));
  const { matches, unknown, absent } = paired(rows, files);
  const twins = twinsOf(unknown, absent);
  const edited = await editedFiles(matches);
  const newest = matches.at(-1)?.file;
  const moved = new Set(twins.values());
  const pending = absent.filter((file) => !moved.has(file));
  const squashed = squashedInto(files[0], unknown, edited);
  const late = pending.filter(({ version }) => newest !== undefined && byText(version, newest.version) < 0);
  const history: History = {
    isRecorded: recorded !== undefined,
    applied: files.length - pending.length,
    pending: versionsOf(pending),
    unknown: versionsOf(unknown),
    edited: versionsOf(edited.map(({ file }) => file)),
    outOfOrder: versionsOf(late),
  };
  const unjudged = recorded ? matches.filter(({ row }) => row.statements === undefined).length : 0;
  return {
    history,
    applied: files.filter((file) => !pending.includes(file)),
    pending,
    findings: [
      ...duplicateFindings(duplicates),
      ...unknown.map((row) => unknownFinding(row, { twin: twins.get(row), squashed })),
      ...edited.map(({ file, difference }) => editedFinding(file, difference, file === squashed)),
      ...late.flatMap((file) => (newest ? [outOfOrderFinding(file, newest)] : [])),
    ],
    notices: historyNotices(history, unjudged),
  };
}

const versionsOf = (all: readonly { version: string }[]): string[] => all.map(({ version }) => version);

/** A recorded version and its file. */
interface Match {
  row: RecordedMigration;
  file: MigrationSource;
}

/** In order of version, but for the files that are absent from the history. */
function paired(
  rows: readonly RecordedMigration[],
  files: readonly MigrationSource[],
): { matches: Match[]; unknown: RecordedMigration[]; absent: MigrationSource[] } {
  const byVersion = new Map(files.map((file) => [file.version, file]));
  const recorded = new Set(versionsOf(rows));
  const inOrder = [...rows].sort((a, b) => byText(a.version, b.version));
  return {
    matches: inOrder.flatMap((row) => {
      const file = byVersion.get(row.version);
      return file ? [{ row, file }] : [];
    }),
    unknown: inOrder.filter(({ version }) => !byVersion.has(version)),
    absent: files.filter(({ version }) => !recorded.has(version)),
  };
}

/** Of files with one version, the one that the history names, else the first. */
function onePerVersion(
  migrations: readonly MigrationSource[],
  recorded: readonly RecordedMigration[],
): MigrationSource[] {
  const names = new Map(recorded.map(({ version, name }) => [version, name]));
  const chosen = new Map<string, MigrationSource>();
  for (const file of migrations)
    if (!chosen.has(file.version) || names.get(file.version) === file.name) chosen.set(file.version, file);
  return migrations.filter((file) => chosen.get(file.version) === file);
}

/** The files that were applied under another version: their statements are those of an unknown one. */
function twinsOf(
  unknown: readonly RecordedMigration[],
  absent: readonly MigrationSource[],
): Map<RecordedMigration, MigrationSource> {
  if (unknown.length === 0) return new Map();
  const byWords = new Map(absent.map((file) => [statementWords(file.sql), file]));
  byWords.delete('');
  const twins = new Map<RecordedMigration, MigrationSource>();
  for (const row of unknown) {
    const words = statementWords(joined(row.statements ?? []));
    const file = byWords.get(words);
    if (file) twins.set(row, file);
    byWords.delete(words);
  }
  return twins;
}

interface Edited extends Match {
  difference: Difference;
}

async function editedFiles(matches: readonly Match[]): Promise<Edited[]> {
  const edited: Edited[] = [];
  for (const match of matches) {
    const { statements } = match.row;
    const difference = statements && (await firstDifference(match.file.sql, statements));
    if (difference) edited.push({ ...match, difference });
  }
  return edited;
}

/**
 * The file that `supabase migration squash` left: it has the newest of the versions that it replaces, and no older one
 * has a file.
 */
function squashedInto(
  oldest: MigrationSource | undefined,
  unknown: readonly RecordedMigration[],
  edited: readonly Edited[],
): MigrationSource | undefined {
  const isEdited = edited.some(({ file }) => file === oldest);
  const hasOlder = unknown.some(({ version }) => oldest !== undefined && version < oldest.version);
  return isEdited && hasOlder ? oldest : undefined;
}
