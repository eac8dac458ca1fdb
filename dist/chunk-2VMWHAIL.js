import {
  plainProperties,
  unionMembers
} from "./chunk-QHBQQH24.js";
import {
  isList,
  sameType
} from "./chunk-2PA7CMTC.js";
import {
  byText,
  matchByKey
} from "./chunk-3WGEH7NJ.js";

// src/types/compatibility/assignable.ts
import { ts } from "./vendor/ts-morph.js";
function remembered(ask) {
  const answers = /* @__PURE__ */ new Map();
  return (from, to) => {
    const key = JSON.stringify([from, to]);
    const answer = answers.get(key) ?? ask(from, to);
    answers.set(key, answer);
    return answer;
  };
}
var isAssignable = remembered((from, to) => fits(parsed(from), parsed(to)));
var isAssignableButForLabels = remembered((from, to) => fits(parsed(from), parsed(to), gainsLabels));
function parsed(text) {
  const source = ts.createSourceFile("type.ts", `type T = ${text}`, ts.ScriptTarget.Latest, true);
  const [alias] = source.statements;
  if (alias === void 0 || !ts.isTypeAliasDeclaration(alias)) throw new Error(`${text} is no type`);
  return alias.type;
}
var strict = () => false;
function fits(from, to, tolerance = strict) {
  const [given, wanted] = [membersOf(from), membersOf(to)];
  const isTolerant = tolerance(given, wanted);
  return given.every(
    (member) => isTolerant && labelOf(member) !== void 0 || wanted.some((other) => memberFits(member, other, tolerance))
  );
}
var labelOf = (member) => typeof member !== "string" && ts.isLiteralTypeNode(member) && ts.isStringLiteralLike(member.literal) ? member.literal.text : void 0;
var labelsOf = (members) => members.flatMap((member) => labelOf(member) ?? []);
var gainsLabels = (from, to) => {
  const given = new Set(labelsOf(from));
  const wanted = labelsOf(to);
  return wanted.length > 0 && wanted.every((label) => given.has(label));
};
var membersOf = (node) => unionMembers(node).flatMap((member) => {
  const text = textOf(member);
  if (text === "Json") return ["json", "null"];
  if (text === "NonNullable<Json>") return ["json"];
  return [text === "null" ? "null" : member];
});
var textOf = (node) => node.getText().replace(/\s+/g, " ");
function memberFits(from, to, tolerance) {
  if (typeof to !== "string" && /^(unknown|any)$/.test(textOf(to))) return true;
  if (typeof from === "string") return from === to;
  if (/^(never|any)$/.test(textOf(from))) return true;
  if (to === "json") return isJson(from);
  if (to === "null") return false;
  if (textOf(from) === textOf(to)) return true;
  if (ts.isIntersectionTypeNode(to)) return to.types.every((part) => memberFits(from, part, tolerance));
  if (ts.isIntersectionTypeNode(from)) return from.types.some((part) => memberFits(part, to, tolerance));
  if (ts.isArrayTypeNode(from))
    return ts.isArrayTypeNode(to) && fits(from.elementType, to.elementType, tolerance);
  if (ts.isTypeLiteralNode(from)) return objectFits(from, to, tolerance);
  return primitiveOf(from) === textOf(to);
}
var ENUM = /^Database\["[^"]*"\]\["Enums"\]\[/;
function primitiveOf(node) {
  const text = textOf(node);
  if (ENUM.test(text)) return "string";
  if (!ts.isLiteralTypeNode(node)) return text;
  if (ts.isStringLiteralLike(node.literal)) return "string";
  return /^(true|false)$/.test(text) ? "boolean" : "number";
}
function objectFits(from, to, tolerance) {
  if (textOf(to) === "Record<string, unknown>") return true;
  const [own, wanted] = [plainProperties(from), ts.isTypeLiteralNode(to) ? plainProperties(to) : void 0];
  if (!own || !wanted) return false;
  const byName = new Map(own.map((property) => [property.name, property]));
  const isStranger = own.length > 0 && !wanted.some(({ name }) => byName.has(name));
  if (isStranger && wanted.length > 0) return false;
  return wanted.every(({ name, type, optional }) => {
    const given = byName.get(name);
    if (given === void 0) return optional;
    return (optional || !given.optional) && fits(given.type, type, tolerance);
  });
}
function isJson(node) {
  if (ts.isArrayTypeNode(node)) return isJsonOrNull(node.elementType);
  if (!ts.isTypeLiteralNode(node)) return /^(string|number|boolean)$/.test(primitiveOf(node));
  return plainProperties(node)?.every(({ type }) => isJsonOrNull(type)) ?? false;
}
var isJsonOrNull = (node) => membersOf(node).every((member) => typeof member === "string" || isJson(member));

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
    rewrite: (one, other, { allowed, mayBeNarrower }, side) => side === "committed" && (allowed && one.text === narrowed(other.text, allowed) || mayBeNarrower && isNarrower(one.text, other.text)) ? { ...one, text: other.text } : one
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
var isNarrower = (one, other) => isAssignable(one, other) && !isAssignable(other, one);
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
  isAssignable,
  isAssignableButForLabels,
  narrowed,
  isSameButForJson,
  typeSkew,
  membersSkew
};
