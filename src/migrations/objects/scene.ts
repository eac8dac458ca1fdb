// One statement on its way into the simulated database: where it stands, and how names are looked up then.

import { afterComments } from '../lexemes.ts';
import { QUALIFIED } from '../names.ts';
import { type NodeOf, offsetOf, type ParsedStatement } from '../parse.ts';
import { elements } from '../pieces.ts';
import type { Action, Stamp } from '../touch.ts';
import type { SchemaState } from './state.ts';

export interface Scene {
  state: SchemaState;
  /** The schemas of `search_path`. */
  path: readonly string[];
  statement: ParsedStatement;
  /** It stands in a block that may catch its failure, or skip it when its object exists. */
  isGuarded: boolean;
  /** @param offset of the object's own part in the file; by default the statement's first word */
  stamp(action: Action, offset?: number): Stamp;
}

/** The stamp of a part of the tree that knows its place. */
export const stampAt = (scene: Scene, action: Action, location: number | undefined): Stamp =>
  scene.stamp(action, offsetOf(scene.statement, location));

/** The offsets in the file of `count` elements of a list in the statement, from a location on; undefined if in doubt. */
export function elementOffsets(scene: Scene, from: number, count: number): number[] | undefined {
  const { statement } = scene;
  const { text, start } = statement.source;
  const found = elements(text.slice(0, statement.end - start), from - start);
  if (found.length !== count) return undefined;
  return found.map((at) => start + at + afterComments(text.slice(at)));
}

/** Where the commands of an `alter table` begin in the file: the first behind the name, the others behind their commas. */
export function commandOffsets(
  scene: Scene,
  rangeVar: NodeOf<'RangeVar'>,
  count: number,
): number[] | undefined {
  const { source } = scene.statement;
  const at = offsetOf(scene.statement, rangeVar.location) - source.start;
  const [name = ''] = new RegExp(`^${QUALIFIED}(?:\\s*\\*)?`).exec(source.text.slice(at)) ?? [];
  if (name === '') return undefined;
  const from = at + name.length;
  return elementOffsets(scene, source.start + from + afterComments(source.text.slice(from)), count);
}
