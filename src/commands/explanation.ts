// From changes to findings: what was renamed is told as one, and each finding says which statement is behind it.
// Only a run with drift comes here: a clean one replays its migrations once.

import type { Finding } from '../findings/finding.ts';
import type { Notice } from '../findings/notice.ts';
import { quoteCode } from '../findings/prose.ts';
import { type Declarations, declaredIn } from '../migrations/declared.ts';
import { fileOf, type MigrationSource } from '../migrations/migration.ts';
import type { CatalogObject, ReplayPlan, ShadowDatabase } from '../ports.ts';
import type { Project } from '../project/project.ts';
import type { TypesFile } from '../project/types-file/types-file.ts';
import type { ToldChange, TypeChange } from '../types/change.ts';
import type { KnownExtension, KnownRename } from '../types/comparison.ts';
import type { DatabaseTypes } from '../types/model.ts';
import { aspectOf, type Evidence, withBlame } from './blame.ts';
import { extensionsIn } from './extension-versions.ts';

/** Loaded late: it brings the TypeScript parser with it. */
export type TypesModule = typeof import('../types/comparison.ts');

/** A committed file, as text and as facts. */
export interface CommittedTypes {
  file: TypesFile;
  types: DatabaseTypes;
}

/** The committed files of a project as facts. Throws UsageError when one can't be read, and as `parseTypes` does. */
export function committedIn(
  { typesFiles, unreadableTypes }: Pick<Project, 'typesFiles' | 'unreadableTypes'>,
  { parseTypes }: TypesModule,
): CommittedTypes[] {
  if (unreadableTypes) throw unreadableTypes;
  return typesFiles.map((file) => ({ file, types: parseTypes(file.text, file.path) }));
}

/**
 * The project without the files that a search took for types and that declare none when they are parsed: a script that
 * holds such a declaration as text, for example. A file that the user named stays.
 */
export function withoutOthers(project: Project, { declaresNoDatabase }: TypesModule): Project {
  if (project.typesSearched === undefined) return project;
  const typesFiles = project.typesFiles.filter(({ text, path }) => !declaresNoDatabase(text, path));
  return { ...project, typesFiles };
}

export interface Compared {
  plan: ReplayPlan;
  shadow: ShadowDatabase;
  types: TypesModule;
  compared: readonly (CommittedTypes & { changes: TypeChange[] })[];
  generated: DatabaseTypes;
  /** Compares facts with the generated ones, as every file was. */
  compare(committed: DatabaseTypes): { changes: TypeChange[] };
  built: readonly CatalogObject[];
  evidence: Evidence;
}

export interface Told {
  /** Those of all files, each once. */
  findings: Finding[];
  /** What is worth saying of the migrations. */
  notices: Notice[];
  /** The types files that have each finding, copies included, by its fingerprint. */
  foundIn: ReadonlyMap<string, readonly string[]>;
}

/** What the changes of all files come to. */
export async function explain(work: Compared): Promise<Told> {
  const { plan, shadow, types, compared, built } = work;
  const isAnyGone = compared.some(({ changes }) => changes.some(({ kind }) => kind.endsWith('-removed')));
  const extensions = isAnyGone
    ? await extensionsIn(await declaredIn(plan.migrations), await shadow.extensions())
    : [];
  const evidence = { ...work.evidence, extensions };
  const told = compared.map((one) => ({
    file: one.file,
    findings: types
      .withPlaces(one.file, toldChanges(work, one, evidence.blame.renames, extensions))
      .map(({ change, place }) => {
        const finding = withKey(types.findingOf(change), change, built);
        return { ...withBlame(finding, aspectOf(change, evidence), evidence), typesLocation: place };
      }),
  }));
  return {
    findings: withFiles(told),
    notices: evidence.declared ? unreadNotices(evidence.declared, plan.migrations) : [],
    foundIn: filesByFinding(told),
  };
}

/** A relationship that types no longer show, though its foreign key is there: what is gone in its place. */
function withKey(finding: Finding, change: ToldChange, built: readonly CatalogObject[]): Finding {
  if (change.kind !== 'relationship-removed' || change.object.kind !== 'relationship') return finding;
  const { schema, relation, name } = change.object;
  const key = built
    .find((one) => one.schema === schema && one.name === relation)
    ?.foreignKeys?.find((one) => one.name === name);
  if (!key) return finding;
  const gone = change.facts.committed.differing.map(({ referencedRelation }) => referencedRelation);
  const others = [...new Set(gone)].filter((one) => one !== key.referencedRelation);
  const id = quoteCode(finding.id);
  const message =
    others.length > 0
      ? `relationship ${id} leads to ${others.map(quoteCode).join(', ')} too in the committed types; its foreign key is in the database that the migrations build, but those can no longer be embedded through it.`
      : `relationship ${id} is in the committed types; its foreign key is in the database that the migrations build and leads to ${quoteCode(`${key.referencedSchema}.${key.referencedRelation}`)}, which generated types leave out.`;
  return { ...finding, message };
}

/** The changes with renamings and moves in the place of what they stand for. */
function toldChanges(
  { types, generated, compare }: Compared,
  { types: committed, changes }: Compared['compared'][number],
  renames: readonly KnownRename[],
  extensions: readonly KnownExtension[],
): ToldChange[] {
  const renamed = types.withRenames(committed, generated, renames);
  const others = renamed.changes.length === 0 ? changes : compare(renamed.committed).changes;
  const moved = types.withMoves(others, extensions, committed);
  return types.withFollowers([...renamed.changes, ...moved], { committed: renamed.committed, generated });
}

/** Statements that the database ran and the parser refuses, where only the texts tell what statements do. */
export const unreadNotices = ({ refused }: Declarations, applied: readonly MigrationSource[]): Notice[] =>
  refused
    .filter(({ location }) => applied.some(({ file }) => file === location.file))
    .map(({ location, message }) => ({
      code: 'unreadable-statement',
      message: `The SQL parser refuses ${fileOf(location.file)}:${location.line} (${message}), so no finding can name that statement.`,
    }));

interface FileFindings {
  file: TypesFile;
  findings: Finding[];
}

/** The types files that have each finding, by its fingerprint. */
export function filesByFinding(files: readonly FileFindings[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { file, findings } of files)
    for (const { fingerprint } of findings)
      found.set(fingerprint, [...(found.get(fingerprint) ?? []), file.path, ...file.copies]);
  return found;
}

function identities(
  key: 'covers' | 'former',
  ...findings: readonly (Finding | undefined)[]
): Partial<Finding> {
  const all = findings.flatMap((finding) => finding?.[key] ?? []);
  return all.length === 0 ? {} : { [key]: [...new Map(all.map((one) => [one.fingerprint, one])).values()] };
}

/** Findings of several files, each once; where the project has more than one file, a finding says which it is in. */
function withFiles(files: readonly FileFindings[]): Finding[] {
  if (files.length < 2) return files.flatMap(({ findings }) => findings);
  const merged = new Map<string, Finding>();
  for (const { file, findings } of files)
    for (const finding of findings) {
      const known = merged.get(finding.fingerprint);
      merged.set(finding.fingerprint, {
        ...(known ?? finding),
        // Not the same in every file.
        ...identities('covers', known, finding),
        ...identities('former', known, finding),
        details: [...new Set([...(known?.details ?? []), ...(finding.details ?? []), `in ${file.path}`])],
      });
    }
  return [...merged.values()];
}
