import {
  isList,
  sameType
} from "./chunk-AF65SLES.js";
import {
  byText,
  matchByKey
} from "./chunk-N2WS3RPW.js";

// src/types/skew/engine.ts
function explain(rows, pair, at, compare = identical) {
  const asTheyAre = compare(pair);
  if (asTheyAre !== void 0) return asTheyAre;
  for (const { entry, when, rewrite } of rows) {
    for (const [one, other] of DIRECTIONS) {
      if (!when(at.schemas[one].generator, at.schemas[other].generator)) continue;
      const rest = compare({ ...pair, [one]: rewrite(pair[one], pair[other], at, one) });
      if (rest !== void 0) return [entry, ...rest];
    }
  }
  return void 0;
}
var DIRECTIONS = [
  ["generated", "committed"],
  ["committed", "generated"]
];
var identical = ({ committed, generated }) => committed === generated ? [] : void 0;
var always = () => true;
var since = (era) => (one, other) => other.from < era && one.to >= era;
var ERA = {
  /** … to name composite types and rows, and to write records. */
  rows: 1,
  /** … to tell overloads, sets and INOUT arguments as they are. */
  sets: 2,
  /** … to write `NonNullable<Json>`, and `never` for columns that are computed. */
  exact: 3,
  /** … to infer which columns of a view can't be null. */
  views: 4
};

// src/types/skew/types.ts
var TYPES = [
  {
    entry: "A6.1",
    when: always,
    rewrite: (one, other, { allowed }, side) => side === "committed" && allowed && one.text === narrowed(other.text, allowed) ? { ...one, text: other.text } : one
  },
  {
    entry: "A3.10",
    when: since(ERA.exact),
    rewrite: (one, other, { isComputed }) => isComputed && one.text === "never" && other.text !== "never" ? other : one
  },
  {
    entry: "A3.16",
    when: (one, other) => one.to >= ERA.sets && other.from <= ERA.sets,
    // Many other types are `unknown` to this day.
    rewrite: learnt("unknown", /^string$/, ({ isLearnt }) => isLearnt === true)
  },
  {
    entry: "A3.16",
    when: since(ERA.rows),
    rewrite: learnt("unknown", /^Record<string, unknown>$/)
  },
  {
    entry: "A3.7",
    when: (one, other) => one.to >= ERA.rows && other.from <= ERA.sets,
    rewrite: learnt("unknown", /^Database\[.*\["Row"\]$/, ({ isRow }) => isRow === true)
  },
  {
    entry: "A3.16",
    when: since(ERA.sets),
    rewrite: learnt("unknown", /^\{ .*\}$/, ({ isRow }) => isRow === true)
  },
  {
    entry: "A3.16",
    when: since(ERA.sets),
    rewrite: learnt("Record<string, unknown>", /^\{ .*\}$/, ({ isRow }) => isRow === true)
  },
  {
    entry: "A3.9",
    when: since(ERA.exact),
    rewrite: (one, other) => loose(one.text) === other.text ? { ...one, text: other.text } : one
  },
  {
    entry: "A3.11",
    when: since(ERA.views),
    // That JSON which is required is NonNullable<Json> then is no cause of its own.
    rewrite: (one, other, { isOfView }) => isOfView && other.nullable && !one.nullable && isSameButForJson(one.text, other.text) ? other : one
  }
];
function narrowed(wide, allowed) {
  const literal = LITERALS[wide];
  return literal && [...new Set(allowed.map(literal))].sort(byText).join(" | ");
}
var LITERALS = {
  string: (value) => JSON.stringify(value),
  number: (value) => String(Number(value))
};
var loose = (text) => text.replaceAll("NonNullable<Json>", "Json");
var isSameButForJson = (a, b) => a === b || loose(a) === b || a === loose(b);
function learnt(older, newer, where = always) {
  return (one, other, at) => {
    const { item, lists } = itemOf(one.text);
    const isOlder = other.text === older + "[]".repeat(lists);
    return isOlder && newer.test(item) && where(at) ? other : one;
  };
}
function itemOf(text) {
  let end = text.length;
  while (end > 1 && text.startsWith("[]", end - 2)) end -= 2;
  return { item: text.slice(0, end), lists: (text.length - end) / 2 };
}
var typeSkew = (types, at) => explain(
  TYPES,
  types,
  at,
  ({ committed, generated }) => sameType(committed, generated) ? [] : rowSkew(committed, generated, at)
);
function rowSkew(committed, generated, { schemas, isLearnt, isViewRow }) {
  const isOther = committed.nullable !== generated.nullable || isList(committed) !== isList(generated);
  if (!committed.row || !generated.row || isOther) return void 0;
  const at = { schemas, isLearnt: isLearnt === true, isOfView: isViewRow === true };
  return membersSkew({ committed: committed.row, generated: generated.row }, () => at);
}
function membersSkew(members, at) {
  const { added, removed, both } = matchByKey(members.committed, members.generated);
  if (added.length > 0 || removed.length > 0) return void 0;
  const entries = [];
  for (const [name, { type: committed, optional }, { type: generated, optional: other }] of both) {
    const found = optional === other ? typeSkew({ committed, generated }, at(name)) : void 0;
    if (found === void 0) return void 0;
    entries.push(...found);
  }
  return entries;
}

export {
  explain,
  always,
  since,
  ERA,
  narrowed,
  isSameButForJson,
  typeSkew,
  membersSkew
};
