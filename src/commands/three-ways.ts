// Every object of the app, three ways: whether the live database has it, whether Git does and by which file, whether
// the committed types do; and what follows from that.

import type { Finding } from '../findings/finding.ts';
import { formatObjectId, type ObjectId, owningObject, schemaOfText } from '../findings/object-id.ts';
import { byText } from '../match.ts';
import type { Declarations } from '../migrations/declared.ts';
import { fileOf } from '../migrations/migration.ts';
import type { CatalogObject } from '../ports.ts';
import type {
  Inventory,
  InventoryItem,
  InventoryRelation,
  Report,
  SourceCounts,
  Verdict,
} from '../report/report.ts';
import { covered, isTable } from '../report/verdicts.ts';
import { PLATFORM_SCHEMAS } from '../supabase/schemas.ts';

/** A relation, a function or an enum that a source has. */
export type InventoriedObject = Pick<CatalogObject, 'schema' | 'name' | 'createdIn'> & {
  kind: InventoryRelation['kind'] | InventoryItem['kind'];
};

/** What of a database counts: composite types do not, nor what an extension brought. */
export const objectsIn = (catalogue: readonly CatalogObject[]): InventoriedObject[] =>
  catalogue.flatMap(({ kind, schema, name, createdIn, extension }): InventoriedObject[] =>
    kind === 'composite-type' || extension !== undefined
      ? []
      : [{ kind, schema, name, ...(createdIn !== undefined && { createdIn }) }],
  );

/** What the texts of migrations leave, for want of a replay. */
export const objectsDeclaredIn = ({ objects }: Declarations): InventoriedObject[] =>
  objects.flatMap(({ kind, schema, name, created }) =>
    kind === 'composite-type' || kind === 'domain' || kind === 'range-type' || PLATFORM_SCHEMAS.has(schema)
      ? []
      : [{ kind, schema, name, createdIn: created.location.file }],
  );

/** One key an object, be it a table here and a view there; all functions of a name are one. */
export const keyOf = ({ kind, schema, name }: Pick<InventoriedObject, 'kind' | 'schema' | 'name'>): string =>
  JSON.stringify([kind === 'function' || kind === 'enum' ? kind : 'relation', schema, name]);

export const keysOf = (held: readonly InventoriedObject[]): Set<string> => new Set(held.map(keyOf));

export const subjectOf = ({ kind, schema, name }: InventoriedObject): ObjectId =>
  kind === 'function' ? { kind, schema, name, args: [] } : { kind, schema, name };

/** What the sources have. */
export interface Sources {
  gitFrom: Inventory['gitFrom'];
  live: readonly InventoriedObject[];
  /** What the applied migrations leave, and what all of them do. */
  applied: readonly InventoriedObject[];
  all: readonly InventoriedObject[];
  /** What only the committed types have. */
  typesOnly: readonly InventoriedObject[];
  /** Undefined when they could not say. */
  typesHave(object: InventoriedObject): boolean | undefined;
}

/** The inventory of an audit; its verdicts are given when the baseline has been asked. */
export function threeWays({ gitFrom, live, applied, all, typesOnly, typesHave }: Sources): Inventory {
  const [isLive, isApplied, isInAll] = [keysOf(live), keysOf(applied), keysOf(all)];
  const files = new Map([...applied, ...all].map((one) => [keyOf(one), one.createdIn]));
  const objects = new Map(
    [...typesOnly, ...applied, ...all, ...live].map((one) => [keyOf(one), one] as const),
  );
  const rows = [...objects].map(([key, object]) => {
    const types = typesHave(object);
    const file = files.get(key);
    return {
      id: owningObject(subjectOf(object)),
      kind: object.kind,
      live: isLive.has(key),
      git: isApplied.has(key) || isInAll.has(key),
      ...(types !== undefined && { types }),
      ...(file !== undefined && { file: fileOf(file) }),
      ...(isInAll.has(key) && !isApplied.has(key) && { pending: true as const }),
    };
  });
  rows.sort((a, b) => byText(a.id, b.id) || byText(a.kind, b.kind));
  const relations = rows.flatMap(({ kind, ...row }): InventoryRelation[] =>
    kind === 'function' || kind === 'enum' ? [] : [{ ...row, kind }],
  );
  const items = rows.flatMap(({ kind, ...row }): InventoryItem[] =>
    kind === 'function' || kind === 'enum' ? [{ ...row, kind }] : [],
  );
  const tables = relations.filter(isTable);
  return {
    gitFrom,
    counts: countsOf(relations),
    coverage: coverageOf(relations),
    byKind: {
      tables: countsOf(tables),
      views: countsOf(relations.filter((one) => !isTable(one))),
      functions: countsOf(items.filter(({ kind }) => kind === 'function')),
      enums: countsOf(items.filter(({ kind }) => kind === 'enum')),
    },
    relations,
    items,
  };
}

type Row = Pick<InventoryRelation, 'id' | 'live' | 'git' | 'types' | 'pending'> & {
  kind: InventoriedObject['kind'];
};

const countsOf = (rows: readonly Row[]): SourceCounts => ({
  live: rows.filter(({ live }) => live).length,
  git: rows.filter(({ git }) => git).length,
  types: rows.filter(({ types }) => types).length,
});

/** Rounded down, so that 100 means all; of no table at all, all are there. */
function coverageOf(relations: InventoryRelation[]): number {
  const { live, both } = covered({ relations });
  return live === 0 ? 100 : Math.floor((both * 1000) / live) / 10;
}

/** The inventory with the verdict of each object, as the baseline leaves it. */
export function withVerdicts(
  inventory: Inventory,
  { findings, accepted = [] }: Pick<Report, 'findings' | 'accepted'>,
): Inventory {
  const external = idsOf(accepted, 'unmanaged');
  const failing = idsOf(findings, 'unmanaged');
  const outOfDate = idsOf([...findings, ...accepted], 'types-out-of-date');
  const judged = <T extends Row>(row: T): T & { verdict: Verdict } => ({
    ...row,
    verdict: verdictOf(row, {
      isExternal:
        !failing.has(labelOf(row)) && [labelOf(row), schemaLabel(row)].some((id) => external.has(id)),
      isOutOfDate: outOfDate.has(labelOf(row)),
    }),
  });
  const { relations, items, ...rest } = inventory;
  return { ...rest, relations: relations.map(judged), ...(items && { items: items.map(judged) }) };
}

function verdictOf(
  { live, git, pending }: Row,
  { isExternal, isOutOfDate }: { isExternal: boolean; isOutOfDate: boolean },
): Verdict {
  if (live && !git) return isExternal ? 'external' : 'base-schema-drift';
  // What is not applied yet is not live, and no drift.
  if (git && !live) return pending ? 'tracked' : 'not-live';
  return isOutOfDate || !live ? 'types-out-of-date' : 'tracked';
}

/** A function and a table may have one name. */
const labelOf = ({ kind, id }: Pick<Row, 'kind' | 'id'>): string =>
  `${kind === 'function' || kind === 'enum' ? kind : 'relation'} ${id}`;

const schemaLabel = ({ id }: Row): string =>
  `schema ${formatObjectId({ kind: 'schema', name: schemaOfText(id) })}`;

const LABELS: Partial<Record<ObjectId['kind'], string>> = {
  table: 'relation',
  view: 'relation',
  'materialized-view': 'relation',
  'foreign-table': 'relation',
  function: 'function',
  enum: 'enum',
  schema: 'schema',
};

const idsOf = (findings: readonly Finding[], rule: Finding['ruleId']): Set<string> =>
  new Set(
    findings
      .filter(({ ruleId }) => ruleId === rule)
      .map(({ subject }) => `${LABELS[subject.kind] ?? subject.kind} ${owningObject(subject)}`),
  );
