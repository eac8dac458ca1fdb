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

export {
  matchByKey,
  groupBy,
  mapValues,
  largest,
  byText,
  isSameList
};
