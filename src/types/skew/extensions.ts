// What an extension brings in one version and not in another (A4.8): only of a change can the database tell it.

import type { Difference } from '../change.ts';
import type { Schemas } from './engine.ts';

/** The differences with notices, which come last, in the place of changes that an extension's version makes. */
export function withoutVersions(all: readonly Difference[], schemas: Schemas): Difference[] {
  const extensionOf = versions(schemas);
  const told = all.map((one) => ({ one, about: extensionOf(one) }));
  return [
    ...told.flatMap(({ one, about }) => (about === undefined ? [one] : [])),
    ...told.flatMap(({ one: { object }, about }) =>
      about === undefined ? [] : [{ entry: 'A4.8', object, about } as const],
    ),
  ];
}

/** Tells the extension whose version makes a difference; undefined when it is one of the schemas. */
function versions({ schema, committed, known }: Schemas): (one: Difference) => string | undefined {
  const { relations, enums, compositeTypes, functions } = committed;
  const names = [relations, enums, compositeTypes, functions].flatMap((all) => [...all.keys()]);
  const met = new Set(names.flatMap((name) => known.extensionOf(schema, name) ?? []));
  return (one) => {
    const extension = 'entry' in one ? undefined : known.versionedBy(one.object);
    // One that the committed types know nothing of is new.
    const isNew =
      extension !== undefined && 'kind' in one && one.kind.endsWith('-added') && !met.has(extension);
    return isNew ? undefined : extension;
  };
}
