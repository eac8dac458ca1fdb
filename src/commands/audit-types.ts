// The committed types in an audit: a type may fit the live database or what the migrations build. One that fits neither
// is a finding of its own; where those two differ, that is told already.

import type { Finding } from '../findings/finding.ts';
import type { Notice } from '../findings/notice.ts';
import { type ObjectId, ownerOf } from '../findings/object-id.ts';
import { groupBy } from '../match.ts';
import { mustChoose } from '../project/project.ts';
import { whichTypes } from '../project/types-file/types-file.ts';
import type { Move, TypeChange } from '../types/change.ts';
import type { DatabaseTypes, SchemaTypes } from '../types/model.ts';
import type { Generated } from './audit-live.ts';
import type { Sources } from './audit-sources.ts';
import { type Misfit, misfitFinding } from './audit-types-words.ts';
import { type CommittedTypes, filesByFinding } from './explanation.ts';
import { withNarrowed } from './known.ts';
import { type InventoriedObject, keyOf, keysOf, objectsIn } from './three-ways.ts';

export interface TypesAnswer {
  findings: Finding[];
  notices: Notice[];
  /** The types files that have each finding, by its fingerprint. */
  foundIn: Map<string, string[]>;
  /** The schemas that were compared. */
  schemas: string[];
  /** What only the committed types have. */
  only: InventoriedObject[];
  /** Undefined when they could not say. */
  have(object: InventoriedObject): boolean | undefined;
}

/** What the committed types are held against. */
type TypesWork = Omit<Sources, 'history' | 'held'>;

/** Compares each committed file with both sides. Throws UsageError as `check` does when the user must choose a file. */
export function compareWithBoth(work: TypesWork): TypesAnswer {
  const { project, committed } = work;
  const compared = committed.map((one) => ({ ...one, ...compareFile(work, one) }));
  if (mustChoose(project)) {
    const inSync = compared.filter(({ findings }) => findings.length === 0).map(({ file }) => file);
    if (inSync.length < compared.length) throw whichTypes(project.typesFiles, inSync);
  }
  const findings = compared.flatMap((one) =>
    committed.length < 2 ? one.findings : one.findings.map((finding) => saidIn(finding, one.file.path)),
  );
  const schemas = [...new Set(compared.flatMap((one) => one.schemas))].sort();
  return {
    findings: [...new Map(findings.map((finding) => [finding.fingerprint, finding])).values()],
    notices: compared.flatMap(({ notices }) => notices),
    foundIn: filesByFinding(compared),
    schemas,
    only: onlyInTypes(work, schemas),
    have: (object) => haveOf(work, schemas, object),
  };
}

const saidIn = (finding: Finding, path: string): Finding => ({
  ...finding,
  details: [...(finding.details ?? []), `in ${path}`],
});

type AuditedChange = TypeChange | Move;

/** What a committed file differs in from one side, by what the change is of. */
interface Differences {
  changes: readonly AuditedChange[];
  of: ReadonlyMap<string, readonly AuditedChange[]>;
}

function compareFile(work: TypesWork, { file, types: own }: CommittedTypes) {
  const { types, live, git, choice } = work;
  const compare = (side: Generated, other: Generated | undefined) => {
    const there = withEmpty(side.types, other?.types, choice.named);
    const { changes, ...told } = types.compareTypes(
      own,
      there,
      choice,
      withNarrowed(side.known, work.narrowed),
    );
    return { ...told, changes: types.withMoves(changes, side.extensions, own) };
  };
  const toLive = compare(live.generated, git.generated);
  const toGit = git.generated && compare(git.generated, live.generated);
  const [fromLive, fromGit] = [differences(toLive.changes), toGit && differences(toGit.changes)];
  const places = new Map(
    types
      .withPlaces(file, [...fromLive.changes, ...(fromGit?.changes ?? [])])
      .map(({ change, place }) => [change, place] as const),
  );
  const keys = [...new Set([...fromLive.of.keys(), ...(fromGit?.of.keys() ?? [])])];
  const misfits = keys.filter(
    (key) => differs(fromLive, key) && (fromGit ? differs(fromGit, key) : isMisfitByTexts(work, own, key)),
  );
  return {
    findings: misfits.map((key) => {
      const both = { live: fromLive.of.get(key) ?? [], git: fromGit?.of.get(key) ?? [] };
      const [first] = [...both.live, ...both.git];
      const place = first && places.get(first);
      const finding = misfitFinding(misfitOf(work, own, key), both, types);
      return { ...finding, ...(place && { typesLocation: place }) };
    }),
    schemas: [...new Set([...toLive.schemas, ...(toGit?.schemas ?? [])])],
    notices: [...toLive.notices, ...(toGit?.notices ?? [])],
  };
}

/** A schema that the user named and only the other side has is there, and empty. */
function withEmpty(
  side: DatabaseTypes,
  other: DatabaseTypes | undefined,
  names: readonly string[],
): DatabaseTypes {
  const schemas = new Map(side.schemas);
  for (const name of names) {
    const there = other?.schemas.get(name);
    if (there && !schemas.has(name)) schemas.set(name, emptied(there));
  }
  return { schemas };
}

const emptied = ({ generator }: SchemaTypes): SchemaTypes => ({
  generator,
  relations: new Map(),
  functions: new Map(),
  enums: new Map(),
  compositeTypes: new Map(),
});

const differences = (changes: readonly AuditedChange[]): Differences => ({
  changes,
  of: groupBy(changes, ({ object }) => keyOfObject(ownerOf(object) ?? object)),
});

/** The key of a relation, a function or an enum is that of the three ways. */
function keyOfObject(object: ObjectId): string {
  const schema = 'schema' in object ? object.schema : '';
  switch (object.kind) {
    case 'table':
    case 'view':
    case 'materialized-view':
    case 'function':
    case 'enum':
      return keyOf({ kind: object.kind, schema, name: object.name });
    default:
      return JSON.stringify([object.kind, schema, object.name]);
  }
}

function partsOfKey(key: string): { kind: string; schema: string; name: string } {
  const [kind, schema, name]: string[] = JSON.parse(key);
  return { kind: kind ?? '', schema: schema ?? '', name: name ?? '' };
}

/** Whether a side differs in an object, or lacks or alone has the whole schema. */
const differs = ({ of }: Differences, key: string): boolean =>
  of.has(key) || of.has(JSON.stringify(['schema', '', partsOfKey(key).schema]));

/**
 * Without a replay only the names are known of what Git has. An object that both databases may have differently is
 * then judged by the live one alone.
 */
function isMisfitByTexts({ live, git }: TypesWork, own: DatabaseTypes, key: string): boolean {
  const { kind, schema, name } = partsOfKey(key);
  if (kind === 'extension') return true;
  const inGit = kind === 'schema' ? git.all.some((one) => one.schema === name) : keysOf(git.all).has(key);
  const inLive =
    kind === 'schema'
      ? live.built.some((one) => one.schema === name)
      : sideHas(live.generated.types, { kind, schema, name });
  return (inGit && inLive) || inGit !== sideHas(own, { kind, schema, name });
}

function sideHas(
  { schemas }: DatabaseTypes,
  { kind, schema, name }: { kind: string; schema: string; name: string },
): boolean {
  const there = schemas.get(kind === 'schema' ? name : schema);
  switch (kind) {
    case 'schema':
      return there !== undefined;
    case 'function':
      return there?.functions.has(name) ?? false;
    case 'enum':
      return there?.enums.has(name) ?? false;
    case 'composite-type':
      return there?.compositeTypes.has(name) ?? false;
    default:
      return there?.relations.has(name) ?? false;
  }
}

function misfitOf({ live, git }: TypesWork, own: DatabaseTypes, key: string): Misfit {
  const object = partsOfKey(key);
  const inTexts = keysOf(git.all).has(key);
  const sides = [own, live.generated.types, ...(git.generated ? [git.generated.types] : [])];
  const isView = sides.some(
    ({ schemas }) => schemas.get(object.schema)?.relations.get(object.name)?.kind === 'view',
  );
  return {
    subject: subjectOf(object, isView),
    isInTypes: sideHas(own, object),
    isInLive: sideHas(live.generated.types, object),
    isInGit: git.generated ? sideHas(git.generated.types, object) : inTexts,
    isReplayed: git.generated !== undefined,
  };
}

function subjectOf({ kind, schema, name }: ReturnType<typeof partsOfKey>, isView: boolean): ObjectId {
  switch (kind) {
    case 'schema':
      return { kind, name };
    case 'function':
      return { kind, schema, name, args: [] };
    case 'enum':
    case 'composite-type':
      return { kind, schema, name };
    default:
      return { kind: isView ? 'view' : 'table', schema, name };
  }
}

/** Relations, functions and enums of the committed types that no other side knows, not even as an extension's. */
function onlyInTypes({ committed, live, git }: TypesWork, schemas: readonly string[]): InventoriedObject[] {
  const known = keysOf([...objectsIn(live.built), ...git.applied, ...git.all]);
  const isShown = (one: InventoriedObject): boolean =>
    sideHas(live.generated.types, one) || (git.generated !== undefined && sideHas(git.generated.types, one));
  return committed
    .flatMap(({ types }) => [...types.schemas])
    .filter(([schema]) => schemas.includes(schema))
    .flatMap(([schema, { relations, functions, enums }]): InventoriedObject[] => [
      ...[...relations].map(([name, { kind }]) => ({ kind, schema, name })),
      ...[...functions.keys()].map((name) => ({ kind: 'function' as const, schema, name })),
      ...[...enums.keys()].map((name) => ({ kind: 'enum' as const, schema, name })),
    ])
    .filter((one) => !known.has(keyOf(one)) && !isShown(one));
}

/** Generators leave functions out that no client can call, those of triggers say: then types can't tell. */
function haveOf(
  { committed, live, git }: TypesWork,
  schemas: readonly string[],
  object: InventoriedObject,
): boolean | undefined {
  if (!schemas.includes(object.schema)) return undefined;
  if (committed.some(({ types }) => sideHas(types, object))) return true;
  const isShown =
    sideHas(live.generated.types, object) ||
    (git.generated !== undefined && sideHas(git.generated.types, object));
  return object.kind === 'function' && !isShown ? undefined : false;
}
