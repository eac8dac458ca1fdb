// One committed file against the generated text: which schemas count, what differs, and what is worth a notice.
// Commands load this file late, for it brings the TypeScript parser with it.

import type { Notice, ObjectCounts } from '../findings/notice.ts';
import { groupBy } from '../match.ts';
import type { EquivalenceEntry, TypeChange } from './change.ts';
import { diffTypes } from './diff.ts';
import { EQUIVALENCE_WORDS } from './equivalences.ts';
import type { DatabaseTypes, SchemaTypes } from './model.ts';

export { parseTypes } from './parse.ts';
export { findingOf } from './wording.ts';

/** Which schemas a comparison looks at. */
export interface SchemaChoice {
  /** Named by the user: these and no others. */
  named: readonly string[];
  /** What `supabase gen types` takes when nothing is named. */
  expected: readonly string[];
  platform: ReadonlySet<string>;
}

/** The schemas to generate for a committed file: those that it should have, and those that it has. */
export function schemasToGenerate(
  committed: DatabaseTypes,
  { named, expected, platform }: SchemaChoice,
): string[] {
  if (named.length > 0) return [...named];
  const own = [...new Set([...expected, ...committed.schemas.keys()])].filter((name) => !platform.has(name));
  return own.sort();
}

export interface Comparison {
  changes: TypeChange[];
  notices: Notice[];
}

/** Compares a committed file with generated types, in the schemas that were generated for it. */
export function compareTypes(
  committed: DatabaseTypes,
  generated: DatabaseTypes,
  choice: SchemaChoice,
): Comparison {
  const schemas = new Set(schemasToGenerate(committed, choice));
  const isEmpty = (name: string): boolean => {
    const facts = generated.schemas.get(name);
    return (
      facts !== undefined &&
      Object.values(facts).every((section: ReadonlyMap<string, unknown>) => section.size === 0)
    );
  };
  const missing = [...schemas].filter((name) => !committed.schemas.has(name) && isEmpty(name));
  for (const name of missing) schemas.delete(name);
  const diff = diffTypes(only(committed, schemas), only(generated, schemas));
  // Whether graphql_public is there depends on the image of the local stack, and says nothing (A4.3).
  const leftOut = [...committed.schemas.keys()].filter(
    (name) => !schemas.has(name) && name !== 'graphql_public' && !missing.includes(name),
  );
  return {
    changes: diff.changes,
    notices: [
      ...equivalenceNotices(diff.equivalences),
      ...(leftOut.length === 0 ? [] : [leftOutNotice(leftOut, choice)]),
    ],
  };
}

/** How many objects the types hold. */
export function countObjects({ schemas }: DatabaseTypes): ObjectCounts {
  const all = [...schemas.values()];
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

function equivalenceNotices(equivalences: readonly { entry: EquivalenceEntry }[]): Notice[] {
  return [...groupBy(equivalences, ({ entry }) => entry).values()].flatMap((group) =>
    group.slice(0, 1).map(({ entry }) => ({
      code: 'generators-differ',
      message: `Not drift: ${EQUIVALENCE_WORDS[entry]} (${entry}).`,
      count: group.length,
    })),
  );
}

function leftOutNotice(names: readonly string[], { named }: SchemaChoice): Notice {
  const list = names.join(', ');
  return {
    code: 'schemas-left-out',
    message:
      named.length > 0
        ? `The committed types also hold ${list}, which --schema did not name.`
        : `The committed types also hold ${list}: that belongs to Supabase and was left out; name it with --schema to compare it.`,
  };
}
