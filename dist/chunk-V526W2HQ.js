// src/locator.ts
var lineAndColumn = (text, offset) => locator(text)(offset);
function locator(text) {
  const starts = [text.startsWith("\uFEFF") ? 1 : 0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  const seconds = Array.from(text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g), ({ index }) => index + 1);
  return (offset) => {
    const line = countUpTo(starts, offset) || 1;
    const start = starts[line - 1] ?? 0;
    const pairs = countUpTo(seconds, offset - 1) - countUpTo(seconds, start);
    return { line, column: Math.max(offset - start, 0) - pairs + 1 };
  };
}
function countUpTo(numbers, most) {
  let low = 0;
  for (let high = numbers.length; low < high; ) {
    const middle = low + high >> 1;
    if ((numbers[middle] ?? 0) <= most) low = middle + 1;
    else high = middle;
  }
  return low;
}

export {
  lineAndColumn,
  locator
};
