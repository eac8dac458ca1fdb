import {
  groupBy
} from "./chunk-3WGEH7NJ.js";

// src/types/model.ts
var otherSide = (side) => side === "committed" ? "generated" : "committed";
var pairFrom = (side, one, other) => side === "committed" ? { committed: one, generated: other } : { committed: other, generated: one };
var SHAPES = ["Row", "Insert", "Update"];
var isConflict = ({ returns }) => returns.text.includes("{ error: true }");
var typeText = ({ text, nullable }) => nullable ? `${text} | null` : text;
var sameType = (a, b) => a.text === b.text && a.nullable === b.nullable;
var isList = ({ text }) => text.endsWith("[]");
function membersText(members) {
  const parts = [...members].map(([name, { type, optional }]) => {
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
    return `${key}${optional ? "?" : ""}: ${typeText(type)}`;
  });
  return parts.length === 0 ? "{}" : `{ ${parts.join("; ")} }`;
}
var signature = ({ args, returns }) => `(${membersText(args).replace(/^\{ ?| ?\}$/g, "").replaceAll("; ", ", ")}) => ${typeText(returns)}`;
var parametersOf = ({ args }) => [...args.keys()];
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

export {
  otherSide,
  pairFrom,
  SHAPES,
  isConflict,
  typeText,
  sameType,
  isList,
  membersText,
  signature,
  parametersOf,
  withoutEqual,
  isSameKind
};
