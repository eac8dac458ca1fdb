import {
  afterLiteral,
  firstWord,
  locator,
  splitStatements
} from "./chunk-WM5PPDCJ.js";
import {
  messageOf
} from "./chunk-DUT2HOCF.js";

// src/migrations/names.ts
var IDENTIFIER = '(?:"(?:[^"]|"")+"|[A-Za-z_\\u0080-\\uffff][\\w$\\u0080-\\uffff]*)';
var QUALIFIED = `${IDENTIFIER}(?:\\s*\\.\\s*${IDENTIFIER})?`;
var WHOLE_NAME = new RegExp(`^\\s*${QUALIFIED}\\s*$`);
var EACH_IDENTIFIER = new RegExp(IDENTIFIER, "g");
var unquoted = (identifier) => identifier.startsWith('"') ? identifier.slice(1, -1).replaceAll('""', '"') : identifier.toLowerCase();
function strings(nodes) {
  return (nodes ?? []).flatMap((node) => "String" in node ? [node.String.sval ?? ""] : []);
}
function nameOf(parts) {
  const name = parts.at(-1);
  return name === void 0 ? void 0 : { schema: parts.at(-2), name };
}
function rangeVarName({ schemaname, relname }) {
  return { schema: schemaname, name: relname ?? "" };
}
function readName(text) {
  if (!WHOLE_NAME.test(text)) return void 0;
  return nameOf((text.match(EACH_IDENTIFIER) ?? []).map(unquoted));
}

// src/migrations/parse.ts
import { loadModule, parseSync } from "./vendor/pgsql-parser.js";
async function parseMigration(sql) {
  await loadModule();
  const parsed = { statements: [], refused: [] };
  for (const source of splitStatements(sql)) {
    try {
      for (const raw of parseSync(source.text).stmts ?? []) {
        if (raw.stmt) parsed.statements.push(located(raw, raw.stmt, source));
      }
    } catch (error) {
      const offset = source.start + unitsOfCodePoints(source.text, cursorOf(error));
      parsed.refused.push({ message: messageOf(error), offset, source });
    }
  }
  return parsed;
}
function offsetOf(statement, location) {
  if (location === void 0 || location < 0) return statement.start;
  return statement.source.start + unitsOfBytes(statement.source.text, location);
}
function located(raw, node, source) {
  const from = unitsOfBytes(source.text, raw.stmt_location ?? 0);
  const text = raw.stmt_len ? source.text.slice(from, from + unitsOfBytes(source.text.slice(from), raw.stmt_len)) : source.text.slice(from);
  const start = source.start + from;
  return { node, start: start + firstWord(text), end: start + text.trimEnd().length, source };
}
function unitsOfBytes(text, bytes) {
  let units = 0;
  for (let seen = 0; seen < bytes && units < text.length; ) {
    const point = text.codePointAt(units) ?? 0;
    seen += point < 128 ? 1 : point < 2048 ? 2 : point < 65536 ? 3 : 4;
    units += point < 65536 ? 1 : 2;
  }
  return units;
}
function unitsOfCodePoints(text, points) {
  let units = 0;
  for (let seen = 0; seen < points && units < text.length; seen++) {
    units += (text.codePointAt(units) ?? 0) < 65536 ? 1 : 2;
  }
  return units;
}
function cursorOf(error) {
  if (!(error instanceof Error && "sqlDetails" in error)) return 0;
  const details = error.sqlDetails;
  const cursor = typeof details === "object" && details !== null && "cursorPosition" in details && details.cursorPosition;
  return typeof cursor === "number" ? cursor : 0;
}

// src/migrations/bodies.ts
function bodyOf(node) {
  if ("DoStmt" in node) return readBody(node.DoStmt.args);
  return "CreateFunctionStmt" in node ? readBody(node.CreateFunctionStmt.options) : void 0;
}
function readBody(options) {
  let language = "plpgsql";
  let text;
  for (const option of options ?? []) {
    if (!("DefElem" in option)) continue;
    const { defname, arg } = option.DefElem;
    const [value] = arg && "List" in arg ? strings(arg.List.items) : strings(arg && [arg]);
    if (defname === "language") language = (value ?? "").toLowerCase();
    if (defname === "as") text = value;
  }
  return text === void 0 ? void 0 : { language, text };
}
async function sqlBody(statement, create, body) {
  if (body.language !== "sql" || isPolymorphic(create)) return [];
  const { statements } = await parseMigration(body.text);
  const verbatim = statement.source.text.indexOf(body.text);
  return statements.filter(({ node }) => isQuery(node)).map((query) => inFile(query, statement, verbatim));
}
var isQuery = (node) => "SelectStmt" in node || "InsertStmt" in node || "UpdateStmt" in node || "DeleteStmt" in node || "MergeStmt" in node;
function isPolymorphic({ parameters = [] }) {
  return parameters.some((parameter) => {
    const type2 = "FunctionParameter" in parameter ? parameter.FunctionParameter.argType : void 0;
    return strings(type2?.names).at(-1)?.startsWith("any") ?? false;
  });
}
function inFile(query, outer, verbatim) {
  if (verbatim < 0)
    return { ...query, start: outer.start, end: outer.end, source: { text: "", start: outer.start } };
  const shift = outer.source.start + verbatim;
  const { text, start } = query.source;
  return {
    ...query,
    start: query.start + shift,
    end: query.end + shift,
    source: { text, start: start + shift }
  };
}
var ROW_TYPE = new RegExp(`(?<![\\w$\\u0080-\\uffff])(${QUALIFIED})\\s*%\\s*rowtype\\b`, "gi");
function rowTypes(body) {
  if (body.language !== "plpgsql") return [];
  return [...withoutLiterals(body.text).matchAll(ROW_TYPE)].flatMap(([, name = ""]) => {
    const read = readName(name);
    return read ? [{ kind: "relation", ...read, location: void 0 }] : [];
  });
}
function withoutLiterals(text) {
  const pieces = [];
  let start = 0;
  let at = 0;
  while (at < text.length) {
    const behind = afterLiteral(text, at);
    if (behind > at && text.charAt(at) !== '"') {
      pieces.push(text.slice(start, at), " ");
      start = behind;
    }
    at = Math.max(behind, at + 1);
  }
  pieces.push(text.slice(start));
  return pieces.join("");
}
var CREATION = /\bcreate\s+(?:or\s+replace\s+)?(?:(?:global|local|temp|temporary|unlogged|foreign|materialized|recursive)\s+)*(?:table|view|type|domain|sequence|schema)\s+(?:if\s+not\s+exists\s+)?([^\s(;]*)/gi;
var RENAMING = /\b(?:rename\s+to|alter\s+(?:table|view|type|sequence)(?:\s+if\s+exists)?(?=\s+\S+\s+set\s+schema\b)|into\s+temp(?:orary)?(?:\s+table)?)\s+([^\s(;']+)/gi;
function textualCreations(text) {
  const found = { created: [], prefixes: [], dynamic: false };
  for (const [, name = ""] of [...text.matchAll(CREATION), ...text.matchAll(RENAMING)]) {
    const read = readName(name.replace(/['|].*$/, ""));
    const placeholder = name.search(/%|'|\|/);
    if (placeholder < 0 && read) found.created.push(...anywhere(read.name));
    else {
      const prefix = name.slice(0, Math.max(placeholder, 0)).replaceAll('"', "").split(".").at(-1) ?? "";
      if (prefix === "") found.dynamic = true;
      else found.prefixes.push(prefix.toLowerCase());
    }
  }
  return found;
}
var anywhere = (name) => [{ kind: "relation", schema: void 0, name, anywhere: true }];
var quotedWords = (text) => [...text.matchAll(/'([A-Za-z_][\w.]*)'/g)].flatMap(([, word = ""]) => word.split("."));

// src/migrations/created.ts
function relation(rangeVar) {
  if (rangeVar === void 0) return [];
  const temporary = rangeVar.relpersistence === "t";
  return [{ kind: "relation", ...rangeVarName(rangeVar), ...temporary && { anywhere: true } }];
}
function type(names) {
  const name = nameOf(strings(names));
  return name ? [{ kind: "type", ...name }] : [];
}
var schema = (name) => name === void 0 ? [] : [{ kind: "schema", schema: void 0, name }];
function createdObjects(node) {
  if ("CreateStmt" in node) {
    const { relation: table, tableElts } = node.CreateStmt;
    return [...relation(table), ...namedSequences(tableElts)];
  }
  if ("AlterTableStmt" in node) {
    const cmds = (node.AlterTableStmt.cmds ?? []).flatMap(
      (cmd) => "AlterTableCmd" in cmd && cmd.AlterTableCmd.def ? [cmd.AlterTableCmd.def] : []
    );
    return namedSequences(cmds);
  }
  if ("CreateForeignTableStmt" in node) return relation(node.CreateForeignTableStmt.base?.relation);
  if ("ViewStmt" in node) return relation(node.ViewStmt.view);
  if ("CreateTableAsStmt" in node) return relation(node.CreateTableAsStmt.into?.rel);
  if ("SelectStmt" in node) return relation(node.SelectStmt.intoClause?.rel);
  if ("CreateSeqStmt" in node) return relation(node.CreateSeqStmt.sequence);
  if ("IndexStmt" in node) return index(node.IndexStmt);
  if ("CompositeTypeStmt" in node) return compositeType(node.CompositeTypeStmt.typevar);
  if ("CreateEnumStmt" in node) return type(node.CreateEnumStmt.typeName);
  if ("CreateDomainStmt" in node) return type(node.CreateDomainStmt.domainname);
  if ("CreateRangeStmt" in node) return rangeType(node.CreateRangeStmt);
  if ("DefineStmt" in node)
    return node.DefineStmt.kind === "OBJECT_TYPE" ? type(node.DefineStmt.defnames) : [];
  if ("CreateSchemaStmt" in node) return createdSchema(node.CreateSchemaStmt);
  if ("RenameStmt" in node) return renamed(node.RenameStmt);
  if ("AlterObjectSchemaStmt" in node) return moved(node.AlterObjectSchemaStmt);
  return [];
}
function namedSequences(elements) {
  return (elements ?? []).flatMap((element) => {
    if ("ColumnDef" in element) return namedSequences(element.ColumnDef.constraints);
    if (!("Constraint" in element)) return [];
    return (element.Constraint.options ?? []).flatMap((option) => {
      if (!("DefElem" in option) || option.DefElem.defname !== "sequence_name") return [];
      const { arg } = option.DefElem;
      const name = arg && "List" in arg ? nameOf(strings(arg.List.items)) : void 0;
      return name ? [{ kind: "relation", ...name }] : [];
    });
  });
}
function index({ idxname, relation: relation2 }) {
  return idxname === void 0 ? [] : [{ kind: "relation", schema: relation2?.schemaname, name: idxname }];
}
function compositeType(typevar) {
  return relation(typevar).flatMap((created) => [created, { ...created, kind: "type" }]);
}
function rangeType({ typeName, params = [] }) {
  const given = params.flatMap(
    (param) => "DefElem" in param && param.DefElem.defname === "multirange_type_name" && param.DefElem.arg ? [param.DefElem.arg] : []
  );
  const named2 = given.flatMap((arg) => "TypeName" in arg ? type(arg.TypeName.names) : []);
  return type(typeName).flatMap((range) => {
    const multirange = range.name.includes("range") ? range.name.replace("range", "multirange") : `${range.name}_multirange`;
    return [range, ...named2.length > 0 ? named2 : [{ ...range, name: multirange }]];
  });
}
function createdSchema({ schemaname, schemaElts = [], authrole }) {
  const name = schemaname ?? authrole?.rolename;
  const elements = schemaElts.flatMap(createdObjects).map((created) => ({ ...created, schema: created.schema ?? name }));
  return [...schema(name), ...elements];
}
function renamed(statement) {
  const { renameType, relation: target, object, newname = "" } = statement;
  switch (renameType) {
    case "OBJECT_TABLE":
    case "OBJECT_VIEW":
    case "OBJECT_MATVIEW":
    case "OBJECT_SEQUENCE":
    case "OBJECT_FOREIGN_TABLE":
    case "OBJECT_INDEX":
      return target ? inSchema({ kind: "relation", schema: target.schemaname, name: newname }) : [];
    case "OBJECT_TYPE":
    case "OBJECT_DOMAIN":
      return object && "List" in object ? inSchema({ kind: "type", schema: strings(object.List.items).at(-2), name: newname }) : [];
    case "OBJECT_SCHEMA":
      return schema(newname);
    default:
      return [];
  }
}
function moved({
  relation: target,
  object,
  objectType,
  newschema
}) {
  if (target) return [{ kind: "relation", schema: newschema, name: target.relname ?? "" }];
  if (objectType !== "OBJECT_TYPE" && objectType !== "OBJECT_DOMAIN") return [];
  return (object && "List" in object ? type(object.List.items) : []).map((created) => ({
    ...created,
    schema: newschema
  }));
}
var inSchema = (created) => [
  created.schema === void 0 ? { ...created, anywhere: true } : created
];

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
var PLATFORM_SCHEMAS = new Set(
  `information_schema auth storage realtime vault extensions graphql graphql_public net cron pgmq pgmq_public
  supabase_functions supabase_migrations pgsodium pgsodium_masks pgbouncer pgtle dbdev tiger tiger_data topology
  ag_catalog _realtime _analytics _supavisor`.split(/\s+/)
);
var EXTENSION_OBJECTS = {
  citext: "citext",
  cube: "cube",
  dblink: "dblink_pkey_results",
  hstore: "hstore ghstore",
  http: "http_header http_method http_request http_response",
  hypopg: "hypopg_list_indexes hypopg_hidden_indexes",
  intarray: "query_int intbig_gkey",
  isn: "ean13 isbn isbn13 ismn ismn13 issn issn13 upc",
  ltree: "ltree lquery ltxtquery ltree_gist",
  pg_trgm: "gtrgm",
  pgtap: "tap_funky _time_trial_type",
  postgis: "geometry geography box2d box3d box2df gidx spheroid geometry_dump valid_detail spatial_ref_sys geometry_columns geography_columns",
  postgis_raster: "raster rastbandarg addbandarg geomval raster_columns raster_overviews reclassarg summarystats unionarg agg_count agg_samealignment",
  seg: "seg",
  tablefunc: "tablefunc_crosstab_2 tablefunc_crosstab_3 tablefunc_crosstab_4",
  vector: "vector halfvec sparsevec",
  wrappers: "wrappers_fdw_stats"
};
var EXTENSIONS_WITHOUT_OBJECTS = new Set(
  `address_standardizer address_standardizer_data_us amcheck autoinc bloom btree_gin btree_gist dict_int dict_xsyn
  earthdistance fuzzystrmatch index_advisor insert_username lo moddatetime pageinspect pg_buffercache pg_cron
  pg_graphql pg_hashids pg_jsonschema pg_net pg_prewarm pg_repack pg_stat_monitor pg_stat_statements pg_surgery
  pg_tle pg_uuidv7 pg_walinspect pgaudit pgcrypto pgjwt pgmq pgroonga pgroonga_database pgrouting pgrowlocks
  pgsodium pgstattuple plcoffee plls plpgsql plpgsql_check plv8 postgis_sfcgal postgis_tiger_geocoder
  postgis_topology postgres_fdw refint rum sslinfo supabase-dbdev supabase_vault tcn timescaledb tsm_system_rows
  tsm_system_time unaccent uuid-ossp xml2`.split(/\s+/)
);
var EXTENSION_NAMES = new Set(Object.values(EXTENSION_OBJECTS).flatMap((names) => names.split(" ")));
var isKnownExtension = (name) => Object.hasOwn(EXTENSION_OBJECTS, name) || EXTENSIONS_WITHOUT_OBJECTS.has(name);
var isPlatformSchema = (schema2) => schema2.startsWith("pg_") || schema2.startsWith("_timescaledb") || PLATFORM_SCHEMAS.has(schema2);
var isExtensionName = (name) => EXTENSION_NAMES.has(name);
var isBuiltIn = (name) => name.startsWith("pg_") || BUILT_IN_TYPES.has(name);

// src/migrations/existing.ts
var SHARED_SCHEMAS = /* @__PURE__ */ new Set(["public", "extensions"]);
var Existing = class {
  /** Schema, then name, to the file that created it first; the empty text stands for the platform. */
  #relations = /* @__PURE__ */ new Map();
  #types = /* @__PURE__ */ new Map();
  #schemas = /* @__PURE__ */ new Set(["public"]);
  /** Names whose schema is not known. */
  #anywhere = /* @__PURE__ */ new Set();
  /** Beginnings of names that code makes up. */
  #prefixes = /* @__PURE__ */ new Set();
  /** Schemas whose content cannot be told from the migrations. */
  #openSchemas = /* @__PURE__ */ new Set();
  #hasUnknownExtension = false;
  #isDynamic = false;
  constructor(platform) {
    for (const { kind, schema: schema2, name } of platform) {
      if (kind === "schema") this.#schemas.add(name);
      else this.#note(kind, schema2, name, "");
    }
  }
  /** Adds what a statement of a file creates. */
  add(created, path, file) {
    const { kind, name } = created;
    const schema2 = created.schema ?? path?.[0];
    if (kind === "schema") this.#schemas.add(name);
    else if (created.anywhere || schema2 === void 0) this.#anywhere.add(name);
    else this.#note(kind, schema2, name, file);
  }
  addTextual({ created, prefixes, dynamic }) {
    for (const { name } of created) this.#anywhere.add(name);
    for (const prefix of prefixes) this.#prefixes.add(prefix);
    if (dynamic) this.#isDynamic = true;
  }
  /** Adds words that a statement hands to code which builds names, once there is such code. */
  addWords(words) {
    if (this.#isDynamic) for (const word of words()) this.#anywhere.add(word);
  }
  /** A schema took another's objects under a new name. */
  renameSchema(from, to) {
    for (const objects2 of [this.#relations, this.#types]) {
      const names = objects2.get(from);
      if (names) objects2.set(to, new Map([...names, ...objects2.get(to) ?? []]));
    }
    if (this.#openSchemas.has(from)) this.#openSchemas.add(to);
    this.#schemas.add(to);
  }
  addExtension({ extname = "", options = [] }) {
    this.#openSchemas.add(extname);
    for (const option of options) {
      if (!("DefElem" in option) || option.DefElem.defname !== "schema") continue;
      const { arg } = option.DefElem;
      const schema2 = arg && "String" in arg ? arg.String.sval : void 0;
      if (schema2 !== void 0 && !SHARED_SCHEMAS.has(schema2)) this.#openSchemas.add(schema2);
    }
    if (!isKnownExtension(extname)) this.#hasUnknownExtension = true;
  }
  openSchema(schema2) {
    if (schema2 !== void 0) this.#openSchemas.add(schema2);
  }
  /** The file that first created the object; a relation brings a type of its name. */
  creator(kind, schema2, name) {
    const relation2 = this.#relations.get(schema2)?.get(name);
    return kind === "relation" ? relation2 : relation2 ?? this.#types.get(schema2)?.get(name);
  }
  /** Whether what is used exists, or may exist for all that can be told. */
  has(use, path) {
    const { schema: schema2, name } = use;
    if (name === "" || this.#anywhere.has(name) || isExtensionName(name)) return true;
    if ([...this.#prefixes].some((prefix) => name.startsWith(prefix))) return true;
    if (this.#hasUnknownExtension && use.kind === "type") return true;
    if (schema2 !== void 0) return this.#isOpaque(schema2) || this.#holds(use, schema2);
    if (isBuiltIn(name) || path === void 0 || path.length === 0) return true;
    return path.some((each) => this.#openSchemas.has(each) || this.#holds(use, each));
  }
  /** Whether the migrations can't tell what the schema holds. */
  #isOpaque(schema2) {
    if (isPlatformSchema(schema2) || this.#openSchemas.has(schema2)) return true;
    return this.#hasUnknownExtension && !this.#schemas.has(schema2);
  }
  #holds({ kind, name }, schema2) {
    const relations = this.#relations.get(schema2);
    if (relations?.has(name) || kind === "relation" && isOwned(name, relations)) return true;
    if (kind === "relation") return false;
    const types = this.#types.get(schema2);
    const element = name.startsWith("_") ? name.slice(1) : name;
    return Boolean(types?.has(name) || types?.has(element) || relations?.has(element)) || isBuiltIn(element);
  }
  #note(kind, schema2, name, file) {
    const objects2 = kind === "relation" ? this.#relations : this.#types;
    const names = objects2.get(schema2) ?? /* @__PURE__ */ new Map();
    objects2.set(schema2, names);
    if (!names.has(name)) names.set(name, file);
  }
};
var CUT_LENGTH = 60;
function isOwned(name, relations) {
  if (!/_(?:seq|pkey|key|idx|fkey|excl)\d*$/.test(name)) return false;
  if (name.length >= CUT_LENGTH) return true;
  for (let end = name.indexOf("_", 1); end > 0; end = name.indexOf("_", end + 1)) {
    if (relations?.has(name.slice(0, end))) return true;
  }
  return false;
}

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
      current = { ...current, path: text === void 0 ? text : pathOf(text.split(/\s*,\s*/)) };
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
    const schema2 = text.replaceAll('"', "");
    if (schema2 !== "" && schema2 !== "$user") path.push(schema2);
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

// src/migrations/used.ts
var NOTHING = { uses: [] };
var guarded = (target, missingOk) => target && missingOk ? { onlyIf: relationUse(target) } : {};
var unlessThere = (target, ifNotExists) => target && ifNotExists ? { unless: relationUse(target) } : {};
function neededObjects(node) {
  if ("AlterTableStmt" in node) return alteredTable(node.AlterTableStmt);
  if ("RenameStmt" in node) return renamed2(node.RenameStmt);
  if ("DropStmt" in node) return dropped(node.DropStmt);
  if ("CommentStmt" in node) return objects(node.CommentStmt.objtype, [node.CommentStmt.object]);
  if ("AlterOwnerStmt" in node) return objects(node.AlterOwnerStmt.objectType, [node.AlterOwnerStmt.object]);
  if ("GrantStmt" in node) return objects(node.GrantStmt.objtype, node.GrantStmt.objects ?? []);
  if ("AlterEnumStmt" in node) return { uses: named("type", strings(node.AlterEnumStmt.typeName)) };
  if ("AlterDomainStmt" in node)
    return { uses: [...named("type", strings(node.AlterDomainStmt.typeName)), ...usesIn(node)] };
  if ("AlterObjectSchemaStmt" in node) {
    const { relation: relation2, missing_ok, objectType, object } = node.AlterObjectSchemaStmt;
    const { uses } = objects(objectType, [object]);
    return { uses: [...uses, ...usesIn(relation2)], ...guarded(relation2, missing_ok) };
  }
  if ("AlterSeqStmt" in node) {
    const { sequence, missing_ok, options } = node.AlterSeqStmt;
    return { uses: [...usesIn(sequence), ...ownersIn(options)], ...guarded(sequence, missing_ok) };
  }
  if ("CreateSeqStmt" in node) {
    const { sequence, if_not_exists, options } = node.CreateSeqStmt;
    return { uses: ownersIn(options), ...unlessThere(sequence, if_not_exists) };
  }
  if ("CreateStmt" in node)
    return { uses: usesIn(node), ...unlessThere(node.CreateStmt.relation, node.CreateStmt.if_not_exists) };
  if ("CreateTableAsStmt" in node) {
    const { into, if_not_exists } = node.CreateTableAsStmt;
    return { uses: usesIn(node), ...unlessThere(into?.rel, if_not_exists) };
  }
  return isOpaque(node) ? NOTHING : { uses: usesIn(node) };
}
var isOpaque = (node) => "ReindexStmt" in node || "ConstraintsSetStmt" in node || "ImportForeignSchemaStmt" in node || "AlterObjectDependsStmt" in node || "AlterExtensionContentsStmt" in node || "SecLabelStmt" in node || "DoStmt" in node || "CreateSchemaStmt" in node;
function alteredTable({ relation: relation2, cmds, objtype, missing_ok }) {
  if (objtype === "OBJECT_INDEX") return NOTHING;
  const target = usesIn(relation2);
  const uses = objtype === "OBJECT_TYPE" ? target.map(asType) : target;
  return { uses: [...uses, ...usesIn(cmds)], ...guarded(relation2, missing_ok) };
}
function renamed2({ renameType, relationType, relation: relation2, object, missing_ok }) {
  if (renameType === "OBJECT_INDEX") return NOTHING;
  if (!relation2) return missing_ok ? NOTHING : objects(renameType, [object]);
  const target = usesIn(relation2);
  const uses = relationType === "OBJECT_TYPE" ? target.map(asType) : target;
  return { uses, ...guarded(relation2, missing_ok) };
}
function dropped({ removeType, objects: targets = [], missing_ok }) {
  return missing_ok ? NOTHING : objects(removeType, targets);
}
var asType = (use) => ({ ...use, kind: "type" });
var named = (kind, parts) => {
  const name = nameOf(parts);
  return name ? [{ kind, ...name, location: void 0 }] : [];
};
function objects(objectType, targets) {
  const dotted = targets.flatMap(
    (target) => target && "List" in target ? [strings(target.List.items)] : []
  );
  switch (objectType) {
    case "OBJECT_TABLE":
    case "OBJECT_VIEW":
    case "OBJECT_MATVIEW":
    case "OBJECT_SEQUENCE":
    case "OBJECT_FOREIGN_TABLE":
      return { uses: [...dotted.flatMap((parts) => named("relation", parts)), ...usesIn(targets)] };
    case "OBJECT_COLUMN":
    case "OBJECT_TABCONSTRAINT":
    case "OBJECT_TRIGGER":
    case "OBJECT_POLICY":
    case "OBJECT_RULE":
      return { uses: dotted.flatMap((parts) => named("relation", parts.slice(0, -1))) };
    case "OBJECT_TYPE":
    case "OBJECT_DOMAIN":
      return { uses: [...dotted.flatMap((parts) => named("type", parts)), ...usesIn(targets)] };
    case "OBJECT_FUNCTION":
    case "OBJECT_PROCEDURE":
    case "OBJECT_ROUTINE":
    case "OBJECT_AGGREGATE":
      return { uses: usesIn(targets) };
    default:
      return NOTHING;
  }
}
function ownersIn(options) {
  return (options ?? []).flatMap((option) => {
    if (!("DefElem" in option) || option.DefElem.defname !== "owned_by") return [];
    const { arg } = option.DefElem;
    return arg && "List" in arg ? named("relation", strings(arg.List.items).slice(0, -1)) : [];
  });
}

// src/migrations/references.ts
async function missingObjects(migrations, platform) {
  const walk = { existing: new Existing(platform), missing: /* @__PURE__ */ new Map() };
  for (const migration of migrations) await walkFile(walk, migration);
  return [...walk.missing.values()].map((missing) => {
    const file = walk.existing.creator(missing.kind, missing.schema, missing.name);
    return file === void 0 ? missing : { ...missing, createdLater: { file } };
  });
}
async function walkFile(walk, migration) {
  const { statements, refused } = await parseMigration(migration.sql);
  for (const { source } of refused) walk.existing.addTextual(textualCreations(source.text));
  const locate = locator(migration.sql);
  let settings = DEFAULT_SETTINGS;
  for (const statement of statements) {
    settings = settingsAfter(statement.node, settings);
    await walkStatement(walk, statement, { migration, locate, settings });
  }
}
async function walkStatement(walk, statement, place) {
  const { existing } = walk;
  const { node } = statement;
  const { path } = place.settings;
  const { uses, onlyIf, unless } = neededObjects(node);
  if (onlyIf && !existing.has(onlyIf, path)) return;
  const isThere = unless !== void 0 && existing.has(unless, path);
  addCreated(existing, statement, place);
  if (!isThere) check(walk, statement, uses, place);
  if ("CreateFunctionStmt" in node && place.settings.checksBodies)
    await checkBody(walk, statement, node.CreateFunctionStmt, place);
  if ("CreateSchemaStmt" in node) checkElements(walk, statement, node.CreateSchemaStmt, place);
}
function addCreated(existing, { node, source }, place) {
  for (const created of createdObjects(node))
    existing.add(created, place.settings.path, place.migration.file);
  if ("CreateExtensionStmt" in node) existing.addExtension(node.CreateExtensionStmt);
  if ("ImportForeignSchemaStmt" in node) existing.openSchema(node.ImportForeignSchemaStmt.local_schema);
  if ("RenameStmt" in node && node.RenameStmt.renameType === "OBJECT_SCHEMA")
    existing.renameSchema(node.RenameStmt.subname ?? "", node.RenameStmt.newname ?? "");
  const body = bodyOf(node);
  if (body) existing.addTextual(textualCreations(body.text));
  if ("DoStmt" in node || "SelectStmt" in node || "CallStmt" in node)
    existing.addWords(() => quotedWords(source.text));
}
async function checkBody(walk, statement, create, place) {
  const body = bodyOf(statement.node);
  if (!body) return;
  const inside = { ...place, settings: settingsOf(create, place.settings) };
  check(walk, statement, rowTypes(body), inside);
  for (const query of await sqlBody(statement, create, body)) check(walk, query, usesIn(query.node), inside);
}
function checkElements(walk, statement, { schemaname, schemaElts = [] }, place) {
  const path = [schemaname, ...place.settings.path ?? []].filter((schema2) => schema2 !== void 0);
  const inside = { ...place, settings: { ...place.settings, path } };
  for (const element of schemaElts) check(walk, statement, neededObjects(element).uses, inside);
}
function check(walk, statement, uses, place) {
  const { path } = place.settings;
  const noted = /* @__PURE__ */ new Set();
  const inOrder = uses.filter((use) => !walk.existing.has(use, path)).sort(byLocation);
  for (const use of inOrder) {
    const schema2 = use.schema ?? (path?.includes("public") ? "public" : path?.[0] ?? "public");
    const key = JSON.stringify([schema2, use.name]);
    const missing = walk.missing.get(key) ?? { kind: use.kind, schema: schema2, name: use.name, references: [] };
    walk.missing.set(key, missing);
    if (use.kind === "relation") missing.kind = "relation";
    if (!noted.has(key)) missing.references.push(toReference(statement, use, place));
    noted.add(key);
  }
}
var byLocation = (a, b) => (a.location ?? 0) - (b.location ?? 0);
function toReference(statement, use, { migration, locate }) {
  const { line, column } = locate(offsetOf(statement, use.location));
  const [firstLine = ""] = migration.sql.slice(statement.start, statement.end).split(/\r?\n/, 1);
  return { file: migration.file, line, column, statement: firstLine.trim() };
}
export {
  missingObjects
};
