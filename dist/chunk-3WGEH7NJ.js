// src/match.ts
function matchByKey(committed, generated) {
  const matched = { added: [], removed: [], both: [] };
  for (const [key, before] of committed) {
    const after = generated.get(key);
    if (after === void 0) matched.removed.push([key, before]);
    else matched.both.push([key, before, after]);
  }
  for (const [key, after] of generated) if (!committed.has(key)) matched.added.push([key, after]);
  return matched;
}
function groupBy(values, key) {
  const groups = /* @__PURE__ */ new Map();
  for (const value of values) {
    const group = groups.get(key(value));
    if (group) group.push(value);
    else groups.set(key(value), [value]);
  }
  return groups;
}
var mapValues = (map, change) => new Map([...map].map(([key, value]) => [key, change(value)]));
var largest = (least, numbers) => numbers.reduce((most, number) => Math.max(most, number), least);
var byText = (a, b) => a < b ? -1 : a > b ? 1 : 0;
var isSameList = (a, b) => JSON.stringify(a) === JSON.stringify(b);
function isNear(one, other) {
  const [a, b] = [one, other].map((name) => name.toLowerCase().replace(/[-_ ]/g, ""));
  return a === b || a === b?.replace(/s$/, "") || one.length > 4 && distance(one, other) <= 2;
}
function distance(one, other) {
  let row = Array.from({ length: one.length + 1 }, (_, index) => index);
  for (const [line, letter] of [...other.slice(0, LONGEST_NAME)].entries()) {
    const next = [line + 1];
    for (const [index, own] of [...one].entries())
      next.push(
        Math.min(
          (next[index] ?? 0) + 1,
          (row[index + 1] ?? 0) + 1,
          (row[index] ?? 0) + (own === letter ? 0 : 1)
        )
      );
    row = next;
  }
  return row.at(-1) ?? 0;
}
var LONGEST_NAME = 40;

export {
  matchByKey,
  groupBy,
  mapValues,
  largest,
  byText,
  isSameList,
  isNear
};
