import {
  nameOf,
  rangeVarName,
  readName,
  strings
} from "./chunk-J47V22OG.js";

// src/migrations/walk.ts
var relationUse = (rangeVar) => ({
  kind: "relation",
  ...rangeVarName(rangeVar),
  location: rangeVar.location
});
var ALIASES = /* @__PURE__ */ new Set(["lockedRels"]);
var TYPE_ELEMENTS = /* @__PURE__ */ new Set(["subtype", "stype"]);
var SEQUENCE_FUNCTIONS = /* @__PURE__ */ new Set(["nextval", "setval", "currval"]);
var isFields = (value) => typeof value === "object" && value !== null;
var isRangeVar = (value) => isFields(value) && "relname" in value && "relpersistence" in value;
var isTypeName = (value) => isFields(value) && Array.isArray(value.names) && "typemod" in value;
var isWithClause = (value) => isFields(value) && Array.isArray(value.ctes);
var isFuncCall = (value) => isFields(value) && Array.isArray(value.funcname) && "funcformat" in value;
var isTypeCast = (value) => isFields(value) && "arg" in value && isTypeName(value.typeName);
function usesIn(root) {
  const uses = [];
  const open = [{ value: root, ctes: /* @__PURE__ */ new Set() }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, ctes } = next;
    if (Array.isArray(value)) for (const item of value) open.push({ value: item, ctes });
    else if (isRangeVar(value)) {
      if (value.schemaname !== void 0 || !ctes.has(value.relname ?? "")) uses.push(relationUse(value));
    } else if (isTypeName(value)) uses.push(...typeUse(value));
    else if (isFields(value)) {
      uses.push(...regclassUse(value));
      const scope = openedScope(value, ctes, open);
      for (const [field, child] of Object.entries(value)) {
        if (ALIASES.has(field) || isWithClause(child) || isPlainElement(field, child)) continue;
        open.push({ value: child, ctes: scope });
      }
    }
  }
  return uses;
}
function openedScope(fields, outer, open) {
  const clause = fields.withClause;
  if (!isWithClause(clause)) return outer;
  const ctes = (clause.ctes ?? []).flatMap(
    (node) => "CommonTableExpr" in node ? [node.CommonTableExpr] : []
  );
  const all = /* @__PURE__ */ new Set([...outer, ...ctes.map(({ ctename }) => ctename ?? "")]);
  const seen = new Set(outer);
  for (const cte of ctes) {
    open.push({ value: cte, ctes: clause.recursive ? all : new Set(seen) });
    seen.add(cte.ctename ?? "");
  }
  return all;
}
var isPlainElement = (field, child) => field === "DefElem" && isFields(child) && isFields(child.arg) && "TypeName" in child.arg && !TYPE_ELEMENTS.has(String(child.defname));
function typeUse({ names, pct_type, location }) {
  const parts = strings(names);
  const name = nameOf(pct_type ? parts.slice(0, -1) : parts);
  return name ? [{ kind: pct_type ? "relation" : "type", ...name, location }] : [];
}
function regclassUse(value) {
  if (isTypeCast(value) && strings(value.typeName?.names).at(-1) === "regclass")
    return nameInString(value.arg);
  if (isFuncCall(value) && SEQUENCE_FUNCTIONS.has(strings(value.funcname).at(-1) ?? ""))
    return nameInString(value.args?.[0]);
  return [];
}
function nameInString(node) {
  if (!node || !("A_Const" in node)) return [];
  const text = node.A_Const.sval?.sval;
  const name = text === void 0 ? void 0 : readName(text);
  return name ? [{ kind: "relation", ...name, location: node.A_Const.location }] : [];
}

export {
  relationUse,
  isFuncCall,
  usesIn
};
