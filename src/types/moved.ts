// An extension that is in another schema than the committed types have it in: one change, not one an object.

import type { ObjectId } from '../findings/object-id.ts';
import { groupBy } from '../match.ts';
import type { Move, ToldChange, TypeChange } from './change.ts';
import type { DatabaseTypes } from './model.ts';

/** An extension as the database has it. */
export interface KnownExtension {
  name: string;
  schema: string;
  /** Whether it is this extension, in any version, that brings the object, and no migration. */
  brings(object: ObjectId): boolean;
  /** So many objects that went from a schema have the names of the extension's by no accident. */
  atLeast: number;
}

const GONE = /^(relation|enum|composite-type|function)-removed$/;
const CAME = /^(relation|enum|composite-type|function)-added$/;

/** The changes with a move in the place of what went from a schema, and came to another, with an extension. */
export function withMoves(
  changes: readonly TypeChange[],
  extensions: readonly KnownExtension[],
  committed: DatabaseTypes,
): (TypeChange | Move)[] {
  const folded = new Map<TypeChange, Move>();
  const away = extensions.filter((extension) => !isAtHome(extension, committed));
  for (const { name, schema, brings, atLeast } of away) {
    const own = changes.filter((change) => !folded.has(change) && brings(change.object));
    const gone = own.filter(({ kind, object }) => GONE.test(kind) && schemaOf(object) !== schema);
    const came = own.filter(({ kind, object }) => CAME.test(kind) && schemaOf(object) === schema);
    for (const [committed, those] of groupBy(gone, ({ object }) => schemaOf(object))) {
      if (those.length < atLeast) continue;
      const all = [...those, ...came.filter((change) => !folded.has(change))];
      const object = { kind: 'extension', name } as const;
      const move: Move = { kind: 'extension-moved', object, committed, generated: schema, folded: all };
      for (const change of all) folded.set(change, move);
    }
  }
  return [...new Set(changes.map((change) => folded.get(change) ?? change))];
}

/** Whether the committed types hold something of the extension in the schema that it is in. */
function isAtHome({ schema, brings }: KnownExtension, { schemas }: DatabaseTypes): boolean {
  const types = schemas.get(schema);
  if (types === undefined) return false;
  const { relations, functions } = types;
  return (
    [...relations].some(([name, { kind }]) => brings({ kind, schema, name })) ||
    [...functions.keys()].some((name) => brings({ kind: 'function', schema, name, args: [] }))
  );
}

const schemaOf = (object: ObjectId): string => ('schema' in object ? object.schema : '');

/** What a move stands for, in words. */
export function wordsOfMove({ folded, committed, generated }: Move): string[] {
  const all = folded.filter(({ kind }) => GONE.test(kind)).map(({ object }) => object.name);
  const came = folded.length - all.length;
  // A view and the function behind it may share a name.
  const gone = [...new Set(all)];
  const names = gone.length <= SHOWN ? gone : [...gone.slice(0, SHOWN), `${gone.length - SHOWN} more`];
  return [
    `no longer in ${committed}: ${names.join(', ')}`,
    ...(came > 0 ? [`new in ${generated}: ${came} of its objects`] : []),
  ];
}

const SHOWN = 10;

/** Whether a change is a move. */
export const isMove = (change: ToldChange): change is Move => change.kind === 'extension-moved';
