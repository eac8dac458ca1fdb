// One committed file against the generated text: which schemas count, what differs, and what is worth a notice.
// Commands load this file late, for it brings the TypeScript parser with it.

import { UsageError } from '../errors.ts';
import type { Finding } from '../findings/finding.ts';
import type { Notice, NoticeCode, ObjectCounts } from '../findings/notice.ts';
import { formatObjectId } from '../findings/object-id.ts';
import { named } from '../findings/prose.ts';
import { groupBy } from '../match.ts';
import { option } from '../options/table.ts';
import { perSurface, type Surface, textOn } from '../surface.ts';
import type { Equivalence, ToldChange, TypeChange } from './change.ts';
import { diffTypes } from './diff.ts';
import { wordsOfFollowers } from './followers.ts';
import { skewOf } from './generator.ts';
import { type KnownObjects, NOTHING_KNOWN } from './known-objects.ts';
import { withLabels } from './labels.ts';
import type { DatabaseTypes, SchemaTypes } from './model.ts';
import { isMove, wordsOfMove } from './moved.ts';
import { EQUIVALENCE_WORDS, type EquivalenceEntry } from './skew/words.ts';
import { findingOf as plainFindingOf } from './wording.ts';

export { withFollowers } from './followers.ts';
export { isMove, type KnownExtension, withMoves, wordsOfMove } from './moved.ts';
export { declaresNoDatabase, parseTypes } from './parse.ts';
export { withPlaces } from './positions.ts';
export { type KnownRename, withRenames } from './rename.ts';
export { IN_DATABASE, sentenceOf } from './wording.ts';

/** The finding of a change, with what is known of its object beside the types. */
export function findingOf(change: ToldChange): Finding {
  const finding = withFollowing(plainFindingOf(change), change);
  if (isMove(change)) return { ...finding, details: wordsOfMove(change) };
  if (!('hint' in change) || change.hint === undefined) return finding;
  return { ...finding, details: [...(finding.details ?? []), change.hint] };
}

/** The finding stands for what follows from its change: an entry of a baseline for one of those is not stale. */
function withFollowing(finding: Finding, change: ToldChange): Finding {
  const { followers = [] } = change;
  if (followers.length === 0) return finding;
  const covers = followers
    .map(plainFindingOf)
    .flatMap(({ ruleId, id, fingerprint, former = [] }) => [{ ruleId, id, fingerprint }, ...former]);
  return { ...finding, covers, details: [...(finding.details ?? []), ...wordsOfFollowers(change)] };
}

/** Which schemas a comparison looks at. */
export interface SchemaChoice {
  /** Named by the user: these and no others. */
  named: readonly string[];
  /** What `supabase gen types` takes when nothing is named. */
  expected: readonly string[];
  platform: ReadonlySet<string>;
  /** The version of the Supabase CLI that the project has chosen, `3.1.0`. */
  pinnedCli?: string;
  /** Where the notices are shown; the command line when not told. */
  surface?: Surface;
}

/** The schemas to compare for a committed file: those that it should have, and those of its own that it has. */
function schemasToCompare(committed: DatabaseTypes, { named, expected, platform }: SchemaChoice): string[] {
  if (named.length > 0) return [...named];
  const own = new Set([...expected, ...committed.schemas.keys()]);
  return [...own].filter((name) => !platform.has(name));
}

/** The schemas to generate for it: those that are not compared are named by the types of those that are. */
export function schemasToGenerate(committed: DatabaseTypes, choice: SchemaChoice): string[] {
  return [...new Set([...schemasToCompare(committed, choice), ...committed.schemas.keys()])];
}

export interface Comparison {
  changes: TypeChange[];
  notices: Notice[];
  /** The schemas that were compared. */
  schemas: string[];
}

/**
 * Compares a committed file with generated types.
 * @param known what the database tells that the types were generated of
 * @throws UsageError when a schema that the user named is on neither side
 */
export function compareTypes(
  committed: DatabaseTypes,
  generated: DatabaseTypes,
  choice: SchemaChoice,
  known: KnownObjects = NOTHING_KNOWN,
): Comparison {
  const wanted = schemasToCompare(committed, choice);
  const nowhere = wanted.filter((name) => !committed.schemas.has(name) && !generated.schemas.has(name));
  if (choice.named.length > 0 && nowhere.length > 0) throw unknownSchemas(nowhere);
  // A schema that is empty on one side and not there on the other says the same on both.
  const silent = wanted.filter(
    (name) => !committed.schemas.has(name) && isEmpty(generated.schemas.get(name)),
  );
  const schemas = new Set(wanted.filter((name) => !silent.includes(name)));
  const left = only(withLabels(committed, generated), schemas);
  const right = only(withLabels(generated, committed), schemas);
  const diff = diffTypes(left, right, known);
  // Whether graphql_public is there depends on the image of the local stack, and says nothing (A4.3).
  const leftOut = [...committed.schemas.keys()].filter(
    (name) => !schemas.has(name) && name !== 'graphql_public',
  );
  return {
    changes: diff.changes,
    schemas: [...schemas],
    notices: [
      ...(committed.notices ?? []),
      ...equivalenceNotices(diff.equivalences, committed, generated, choice),
      ...(leftOut.length === 0 ? [] : [leftOutNotice(leftOut, choice)]),
      ...nowhere.map(nowhereNotice),
    ],
  };
}

const isEmpty = (schema: SchemaTypes | undefined): boolean =>
  schema === undefined ||
  schema.relations.size + schema.functions.size + schema.enums.size + schema.compositeTypes.size === 0;

function unknownSchemas(names: readonly string[]): UsageError {
  const list = names.map(named).join(', ');
  return new UsageError({
    message: perSurface`${names.length === 1 ? 'Schema' : 'Schemas'} ${list}, named with ${option('schema')}, ${names.length === 1 ? 'is' : 'are'} neither in the committed types nor in the database that the migrations build.`,
    remedy: perSurface`Correct ${option('schema')}, or leave it out.`,
  });
}

const nowhereNotice = (name: string): Notice => ({
  code: 'schema-not-found',
  message: `supabase/config.toml names schema ${named(name)}, which no migration creates and the committed types do not hold.`,
});

/** How many objects the types hold in the named schemas. */
export function countObjects(types: DatabaseTypes, names: readonly string[]): ObjectCounts {
  const all = [...only(types, new Set(names)).schemas.values()];
  const relations = all.flatMap((schema) => [...schema.relations.values()]);
  const sum = (size: (schema: SchemaTypes) => number): number =>
    all.reduce((total, schema) => total + size(schema), 0);
  return {
    tables: relations.filter(({ kind }) => kind === 'table').length,
    views: relations.filter(({ kind }) => kind === 'view').length,
    enums: sum(({ enums }) => enums.size),
    compositeTypes: sum(({ compositeTypes }) => compositeTypes.size),
    functions: sum(({ functions }) => functions.size),
  };
}

const only = ({ schemas }: DatabaseTypes, names: ReadonlySet<string>): DatabaseTypes => ({
  schemas: new Map([...schemas].filter(([name]) => names.has(name))),
});

/** One notice a cause, and one on the generators when they are behind any. */
function equivalenceNotices(
  equivalences: readonly Equivalence[],
  committed: DatabaseTypes,
  generated: DatabaseTypes,
  { pinnedCli, surface }: SchemaChoice,
): Notice[] {
  const [before] = committed.schemas.values();
  const [after] = generated.schemas.values();
  const skew = before && after && skewOf(before.generator, after.generator, pinnedCli, surface);
  const isByGenerator = equivalences.some(({ entry }) => entry.startsWith('A3.'));
  const causes = groupBy(equivalences, ({ entry, about = '' }) => `${entry} ${about}`);
  return [
    ...(skew !== undefined && isByGenerator
      ? [{ code: 'generator-versions-differ' as const, message: skew }]
      : []),
    ...[...causes.values()].flatMap((group) => group.slice(0, 1).map((one) => causeNotice(one, group))),
  ];
}

function causeNotice({ entry, about }: Equivalence, group: readonly Equivalence[]): Notice {
  const objects = [...new Set(group.map(({ object }) => formatObjectId(object)))];
  const words = EQUIVALENCE_WORDS[entry] + (about === undefined ? '' : `: ${named(about)}`);
  // That these are the extension's is told by their names: whoever knows better is to see them.
  const names = about === undefined ? '' : `, of which ${shortList(objects)}`;
  return { code: codeOf(entry), message: `Not drift: ${words}${names} (${entry}).`, count: objects.length };
}

const SHOWN = 10;

const shortList = (names: readonly string[]): string =>
  [
    ...names.slice(0, SHOWN).map(named),
    ...(names.length > SHOWN ? [`${names.length - SHOWN} more`] : []),
  ].join(', ');

function codeOf(entry: EquivalenceEntry): NoticeCode {
  if (entry === 'A4.8') return 'extension-differs';
  if (entry === 'A6.1') return 'types-narrowed';
  return entry === 'A1.8' ? 'enum-order-differs' : 'generators-differ';
}

function leftOutNotice(names: readonly string[], { named, surface }: SchemaChoice): Notice {
  const list = names.join(', ');
  const bySchema = textOn(surface ?? 'command-line', option('schema'));
  return {
    code: 'schemas-left-out',
    message:
      named.length > 0
        ? `The committed types also hold ${list}, which ${bySchema} did not name.`
        : `The committed types also hold ${list}: that belongs to Supabase and was left out; name it with ${bySchema} to compare it.`,
  };
}
