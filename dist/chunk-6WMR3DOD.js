import {
  nameOf,
  rangeVarName,
  readName,
  strings
} from "./chunk-26BVDADO.js";

// src/migrations/settings.ts
var DEFAULT_SETTINGS = { path: ["public", "extensions"], checksBodies: true };
function settingsAfter(node, settings) {
  if ("VariableSetStmt" in node) return afterSet(node.VariableSetStmt, settings);
  if ("SelectStmt" in node) return afterSelect(node.SelectStmt, settings);
  if ("DiscardStmt" in node) return DEFAULT_SETTINGS;
  return settings;
}
function settingsOf({ options = [] }, settings) {
  let current = settings;
  for (const option of options) {
    const arg = "DefElem" in option ? option.DefElem.arg : void 0;
    if (arg && "VariableSetStmt" in arg) current = afterSet(arg.VariableSetStmt, current);
  }
  return current;
}
function afterSet({ kind, name, args }, settings) {
  if (kind === "VAR_RESET_ALL") return DEFAULT_SETTINGS;
  if (kind === "VAR_SET_CURRENT") return settings;
  const texts = kind === "VAR_SET_VALUE" ? (args ?? []).map(constant) : void 0;
  if (name === "search_path") return { ...settings, path: texts ? pathOf(texts) : DEFAULT_SETTINGS.path };
  if (name === "check_function_bodies") return { ...settings, checksBodies: !isOff(texts?.[0]) };
  return settings;
}
function afterSelect({ targetList = [] }, settings) {
  let current = settings;
  for (const target of targetList) {
    const value = "ResTarget" in target ? target.ResTarget.val : void 0;
    if (!(value && "FuncCall" in value) || strings(value.FuncCall.funcname).at(-1) !== "set_config") continue;
    const [name, text] = (value.FuncCall.args ?? []).map(constant);
    if (name === "search_path")
      current = {
        ...current,
        path: text === void 0 ? text : pathOf(text.split(",").map((one) => one.trim()))
      };
    else if (name === "check_function_bodies") current = { ...current, checksBodies: !isOff(text) };
    else if (name === void 0) current = { ...current, path: void 0 };
  }
  return current;
}
function constant(node) {
  return "A_Const" in node ? node.A_Const.sval?.sval : void 0;
}
function pathOf(texts) {
  const path = [];
  for (const text of texts) {
    if (text === void 0 || text.includes(",")) return void 0;
    const schema = text.replaceAll('"', "");
    if (schema !== "" && schema !== "$user") path.push(schema);
  }
  return path;
}
var isOff = (text) => /^(?:off|false|no|0)$/i.test(text ?? "");

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

// src/migrations/known-names.ts
var BUILT_IN_TYPES = new Set(
  `aclitem any anyarray anycompatible anycompatiblearray anycompatiblemultirange anycompatiblenonarray
  anycompatiblerange anyelement anyenum anymultirange anynonarray anyrange bit bool box bpchar bytea char cid cidr
  circle cstring date datemultirange daterange event_trigger fdw_handler float4 float8 gtsvector index_am_handler inet
  int2 int2vector int4 int4multirange int4range int8 int8multirange int8range internal interval json jsonb jsonpath
  language_handler line lseg macaddr macaddr8 money name numeric nummultirange numrange oid oidvector path point
  polygon record refcursor regclass regcollation regconfig regdictionary regnamespace regoper regoperator regproc
  regprocedure regrole regtype smallserial serial bigserial serial2 serial4 serial8 table_am_handler text tid time
  timestamp timestamptz timetz trigger tsm_handler tsmultirange tsquery tsrange tstzmultirange tstzrange tsvector
  txid_snapshot unknown uuid varbit varchar void xid xid8 xml`.split(/\s+/)
);
var isBuiltIn = (name) => name.startsWith("pg_") || BUILT_IN_TYPES.has(name);

export {
  isBuiltIn,
  DEFAULT_SETTINGS,
  settingsAfter,
  settingsOf,
  relationUse,
  isRangeVar,
  isFuncCall,
  usesIn
};
