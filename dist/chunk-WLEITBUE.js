import {
  sameType
} from "./chunk-IYGN3DMX.js";
import {
  groupBy,
  matchByKey
} from "./chunk-CC5WXE67.js";

// src/types/equivalences.ts
var EQUIVALENCE_WORDS = {
  "A3.3": "older generators wrote no Relationships",
  "A3.5": "generators describe set-returning functions (SetofOptions) differently",
  "A3.7": "older generators wrote a row-typed argument as unknown",
  "A3.8": "generators differ in whether computed fields stand in Row",
  "A3.9": "newer generators write a required JSON column as NonNullable<Json>",
  "A3.10": "newer generators write never for a generated column on Insert and Update",
  "A3.11": "generators differ in which columns of a view may be null",
  "A3.12": "generators differ in which views can be written",
  "A3.13": "generators of 2025 merged the overloads of a function and lost results",
  "A3.14": "newer generators mark overloads that PostgREST cannot choose between",
  "A3.16": "older generators know fewer types and write unknown",
  "A3.17": "older generators wrote relationships to other schemas"
};
var REWRITES = [
  { entry: "A3.9", rewrite: (text) => text.replaceAll("NonNullable<Json>", "Json") }
];
function sameTextUnder(committed, generated) {
  if (committed === generated) return [];
  const used = [];
  let [left, right] = [committed, generated];
  for (const { entry, rewrite } of REWRITES) {
    const [nextLeft, nextRight] = [rewrite(left), rewrite(right)];
    if (nextLeft !== left || nextRight !== right) used.push(entry);
    [left, right] = [nextLeft, nextRight];
  }
  return left === right ? used : void 0;
}
function sameTypeUnder(committed, generated, current) {
  if (sameType(committed, generated)) return [];
  if (!current.committed && hasLearnt(committed.text, generated.text)) return ["A3.16"];
  if (!current.generated && hasLearnt(generated.text, committed.text)) return ["A3.16"];
  return committed.nullable === generated.nullable ? sameTextUnder(committed.text, generated.text) : void 0;
}
var LEARNT = /^(string|undefined|Record<string, unknown>|Database\[.*\["Row"\])$/;
function hasLearnt(older, newer) {
  if (older.endsWith("[]") && newer.endsWith("[]")) return hasLearnt(older.slice(0, -2), newer.slice(0, -2));
  if (older === "Record<string, unknown>") return newer.startsWith("{ ");
  return older === "unknown" && LEARNT.test(newer);
}
function sameMembersUnder(committed, generated, same) {
  const { added, removed, both } = matchByKey(committed, generated);
  if (added.length > 0 || removed.length > 0) return void 0;
  const entries = [];
  for (const [, before, after] of both) {
    const found = before.optional === after.optional ? same(before.type, after.type) : void 0;
    if (found === void 0) return void 0;
    entries.push(...found);
  }
  return entries;
}
function sameViewColumnUnder(committed, generated, current) {
  const same = sameTypeUnder(committed, generated, current);
  if (same !== void 0) return same;
  const entries = sameTextUnder(committed.text, generated.text);
  return entries && ["A3.11", ...entries];
}
function isGeneratedColumn(committed, generated, current) {
  const isNever = ({ type }) => type.text === "never";
  if (!committed.optional || !generated.optional) return false;
  return isNever(generated) && !isNever(committed) && !current.committed || isNever(committed) && !isNever(generated) && !current.generated;
}

// src/types/change.ts
var changes = (list) => ({ changes: list, equivalences: [] });
var equivalent = (object, entries) => ({
  changes: [],
  equivalences: entries.map((entry) => ({ entry, object }))
});
var merge = (diffs) => ({
  changes: diffs.flatMap((diff) => diff.changes),
  equivalences: diffs.flatMap((diff) => diff.equivalences)
});

// src/types/diff-relationships.ts
function diffRelationships(at, committed, generated, schemas) {
  if (committed === void 0 || generated === void 0) {
    const table = { kind: "table", schema: at.schema, name: at.relation };
    return committed === generated ? merge([]) : equivalent(table, ["A3.3"]);
  }
  const { left, right } = withoutEqual(committed, generated);
  const removed = groupBy(left, ({ name }) => name);
  const added = groupBy(right, ({ name }) => name);
  return merge(
    [.../* @__PURE__ */ new Set([...removed.keys(), ...added.keys()])].map(
      (name) => diffNamed(
        { kind: "relationship", ...at, name },
        removed.get(name) ?? [],
        added.get(name) ?? [],
        schemas
      )
    )
  );
}
function diffNamed(object, committed, generated, schemas) {
  const sides = { committed: textOf(committed), generated: textOf(generated) };
  if (committed.length > 0 && generated.length > 0) {
    return changes([{ kind: "relationship-changed", object, ...sides }]);
  }
  const isForeign = [...committed, ...generated].every(
    ({ referencedRelation }) => !schemas.committed.relations.has(referencedRelation) && !schemas.generated.relations.has(referencedRelation)
  );
  if (isForeign) return equivalent(object, ["A3.17"]);
  return committed.length > 0 ? changes([{ kind: "relationship-removed", object, relationship: sides.committed }]) : changes([{ kind: "relationship-added", object, relationship: sides.generated }]);
}
function withoutEqual(committed, generated) {
  const unmatched = groupBy(generated, factsOf);
  const left = committed.filter((relationship) => {
    const alike = unmatched.get(factsOf(relationship)) ?? [];
    const twin = alike.findIndex((other) => isSameKind(relationship, other));
    if (twin !== -1) alike.splice(twin, 1);
    return twin === -1;
  });
  const rest = new Set([...unmatched.values()].flat());
  return { left, right: generated.filter((relationship) => rest.has(relationship)) };
}
var factsOf = ({ name, columns, referencedRelation, referencedColumns }) => JSON.stringify([name, columns, referencedRelation, referencedColumns]);
var isSameKind = (a, b) => a.isOneToOne === void 0 || b.isOneToOne === void 0 || a.isOneToOne === b.isOneToOne;
var textOf = (relationships) => relationships.map(
  ({ columns, referencedRelation, referencedColumns, isOneToOne }) => `(${columns.join(", ")}) -> ${referencedRelation}(${referencedColumns.join(", ")})${isOneToOne ? " one-to-one" : ""}`
).sort().join(" | ");

export {
  changes,
  equivalent,
  merge,
  EQUIVALENCE_WORDS,
  sameTextUnder,
  sameTypeUnder,
  sameMembersUnder,
  sameViewColumnUnder,
  isGeneratedColumn,
  diffRelationships,
  withoutEqual
};
