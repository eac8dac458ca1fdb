import {
  relationUse,
  usesIn
} from "./chunk-RL6JJOTP.js";
import {
  DEFAULT_SETTINGS,
  bodyOf,
  nameOf,
  offsetOf,
  parseMigration,
  quotedWords,
  rangeVarName,
  rowTypes,
  settingsAfter,
  settingsOf,
  sqlBody,
  strings,
  textualCreations
} from "./chunk-J47V22OG.js";
import "./chunk-VYQOUJSW.js";
import "./chunk-PHKX5COY.js";
import {
  isFilledByOthers
} from "./chunk-ZUCB7KWV.js";
import {
  bringsObject,
  isKnownExtension
} from "./chunk-RPGCAQ7V.js";
import "./chunk-3W2CHIF6.js";
import {
  locator
} from "./chunk-V526W2HQ.js";
import "./chunk-COC3XPBN.js";

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
  #extensions = /* @__PURE__ */ new Set();
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
    this.#extensions.add(extname);
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
    if (name === "" || this.#anywhere.has(name) || this.#comesWithExtension(use)) return true;
    if ([...this.#prefixes].some((prefix) => name.startsWith(prefix))) return true;
    if (this.#hasUnknownExtension && use.kind === "type") return true;
    if (schema2 !== void 0) return this.#isOpaque(schema2) || this.#holds(use, schema2);
    if (isBuiltIn(name) || path === void 0 || path.length === 0) return true;
    return path.some((each) => this.#openSchemas.has(each) || this.#holds(use, each));
  }
  /** A type may be of an extension that is there already; a relation's name, such as `histogram`, is too plain to tell. */
  #comesWithExtension({ kind, name }) {
    return bringsObject(name, kind === "type" ? void 0 : this.#extensions);
  }
  /** Whether the migrations can't tell what the schema holds. */
  #isOpaque(schema2) {
    if (isFilledByOthers(schema2) || this.#openSchemas.has(schema2)) return true;
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
