// A types file with every second object gone, as the tests of `fix` take them out, and how much of what comes back is
// written otherwise than it was.

import { isHolder, type Member, membersOf, readTree } from '../../../src/types/edit/tree.ts';

/** Every second relation, function, enum and composite type of a file. */
export function halved(text: string): string {
  const { database } = readTree(text, 'halved.ts');
  const sections = membersOf(database).flatMap((schema) => membersOf(schema.value).map(({ value }) => value));
  let count = 0;
  const cuts = sections.filter(isHolder).flatMap((section) => {
    const members = membersOf(section);
    return members.flatMap((member, index) =>
      count++ % 2 === 1 || members.length === 1 ? [] : [cutOf(text, members, member, index)],
    );
  });
  return cuts.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
}

/** A member and the white space and separator before it; of the first one, those behind it. */
function cutOf(
  text: string,
  members: readonly Member[],
  { node, value }: Member,
  index: number,
): { start: number; end: number } {
  const [before, after] = [members[index - 1], members[index + 1]];
  if (before === undefined) return { start: node.getStart(), end: after?.node.getStart() ?? value.end };
  const isLast = after === undefined;
  const mark = /[;,]/.test(text[before.value.end] ?? '') ? 1 : 0;
  // A separator behind the last one stays, if there is one.
  const keepsMark = isLast && /[;,]/.test(text[value.end] ?? '');
  return {
    start: before.value.end + (isLast && !keepsMark ? 0 : mark),
    end: value.end + (!isLast || keepsMark ? mark : 0),
  };
}

/** How many lines of a text an original lacks; of equal lines each counts. */
export function foreignLines(original: string, text: string): number {
  const left = new Map<string, number>();
  for (const line of original.split('\n')) left.set(line, (left.get(line) ?? 0) + 1);
  return text.split('\n').filter((line) => {
    const count = left.get(line) ?? 0;
    left.set(line, count - 1);
    return count <= 0;
  }).length;
}
