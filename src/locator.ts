// Lines and columns of offsets in a text of a file.

/** Line and column of an offset, both from 1; columns count code points, and a byte order mark has none. */
export const lineAndColumn = (text: string, offset: number): { line: number; column: number } =>
  locator(text)(offset);

/** `lineAndColumn` for many offsets of one file: its lines are found once. */
export function locator(text: string): (offset: number) => { line: number; column: number } {
  const starts = [text.startsWith('\uFEFF') ? 1 : 0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  // Of characters that are two units, the second.
  const seconds = Array.from(text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g), ({ index }) => index + 1);
  return (offset) => {
    const line = countUpTo(starts, offset) || 1;
    const start = starts[line - 1] ?? 0;
    const pairs = countUpTo(seconds, offset - 1) - countUpTo(seconds, start);
    return { line, column: Math.max(offset - start, 0) - pairs + 1 };
  };
}

/** How many of the numbers, which are in order, are at most as large as one. */
function countUpTo(numbers: readonly number[], most: number): number {
  let low = 0;
  for (let high = numbers.length; low < high; ) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}
