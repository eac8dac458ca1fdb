import {
  DEFAULT_SETTINGS,
  isBuiltIn,
  isFuncCall,
  isRangeVar,
  settingsAfter,
  usesIn
} from "./chunk-6WMR3DOD.js";
import {
  QUALIFIED,
  bodyOf,
  inFile,
  nameOf,
  offsetInFile,
  offsetOf,
  parseMigration,
  strings
} from "./chunk-26BVDADO.js";
import {
  locator,
  splitStatements
} from "./chunk-VD46WKPQ.js";
import {
  afterComments,
  afterLiteral,
  isWordAt
} from "./chunk-PHKX5COY.js";
import {
  isFilledByOthers
} from "./chunk-ZUCB7KWV.js";
import "./chunk-HIMI4JHW.js";

// src/migrations/touch.ts
function latest(...stamps) {
  let last;
  for (const stamp of stamps) if (stamp && (last === void 0 || stamp.order >= last.order)) last = stamp;
  return last;
}
var touchOf = ({ action, location, endLine }) => ({ action, location, endLine });

// src/migrations/objects/names.ts
var partKey = (kind, name) => `${kind} ${name}`;
var Names = class {
  #live = /* @__PURE__ */ new Map();
  #former = [];
  get(name) {
    return this.#live.get(name);
  }
  values() {
    return [...this.#live.values()];
  }
  former() {
    return this.#former;
  }
  holds(object) {
    return this.#live.get(object.name) === object;
  }
  /** Who has the name, then who had it, the latest first. */
  holders(name) {
    const live = this.#live.get(name);
    const former = this.#former.filter((each) => each.name === name).reverse();
    return [...live ? [{ object: live }] : [], ...former];
  }
  /** Adds an object; one that had the name has it no more. */
  add(object) {
    const holder = this.#live.get(object.name);
    if (holder && object.created) this.end(holder, object.created);
    this.#live.set(object.name, object);
    return object;
  }
  /** The name is an object's no more. */
  end(object, ended) {
    if (!this.holds(object)) return;
    this.#live.delete(object.name);
    this.#former.push({ name: object.name, object, ended });
  }
  /** Gives an object another name, or another place, or both. */
  rename(object, name, stamp, home = this) {
    this.end(object, stamp);
    const holder = home.get(name);
    if (holder) home.end(holder, stamp);
    object.name = name;
    object.touch = stamp;
    object.renamed = stamp;
    home.#live.set(name, object);
  }
};

// src/migrations/objects/answers.ts
function lastTouch(state, id) {
  return find(state, id)?.touch;
}
function lastSet(state, id, facet) {
  const found = find(state, id);
  return found?.isOver ? void 0 : found?.facets.get(facet);
}
function find(state, id) {
  switch (id.kind) {
    case "schema":
      return held(state.schemas.holders(id.name), itself);
    case "table":
    case "view":
    case "materialized-view":
    case "foreign-table":
      return inSchema(state, id.schema, ({ relations }) => held(relations.holders(id.name), inItsSchema));
    case "enum":
    case "composite-type":
    case "domain":
    case "range-type":
      return inSchema(state, id.schema, ({ types }) => held(types.holders(id.name), ofType));
    case "function":
      return inSchema(state, id.schema, ({ routines }) => held(routines.holders(id.name), ofRoutine));
    case "enum-value":
      return inSchema(
        state,
        id.schema,
        ({ types }) => partOf(types.holders(id.enum), ({ parts }) => held(parts.holders(id.name), itself))
      );
    case "column":
      return inSchema(
        state,
        id.schema,
        ({ relations }) => partOf(relations.holders(id.relation), (relation) => column(relation, id.name))
      );
    case "constraint":
    case "relationship":
      return inSchema(
        state,
        id.schema,
        ({ relations }) => partOf(relations.holders(id.relation), (relation) => constraint(state, relation, id.name))
      );
    case "policy":
    case "trigger":
    case "rule":
      return inSchema(
        state,
        id.schema,
        ({ relations }) => partOf(relations.holders(id.relation), ({ parts }) => part(parts, id))
      );
    case "index":
    case "sequence":
      return inSchema(
        state,
        id.schema,
        ({ parts, relations }) => anyOf([parts, ...relations.values().map((relation) => relation.parts)], id)
      );
    case "collation":
    case "migration":
    case "file":
      return void 0;
    default:
      return part(state.parts, id);
  }
}
var part = (parts, { kind, name }) => held(parts.holders(partKey(kind, name)), itself);
function anyOf(shelves, id) {
  const found = shelves.flatMap((shelf) => part(shelf, id) ?? []);
  return found.find(({ isOver }) => !isOver) ?? found.at(-1);
}
function held(holders, look) {
  for (const { object, ended } of holders) {
    const found = look(object);
    if (found && !ended) return found;
    if (found?.isOver) return found;
    if (found && ended && (found.created?.order ?? -1) <= ended.order)
      return { ...found, touch: ended, isOver: true };
  }
  return void 0;
}
var inSchema = (state, schema, look) => held(state.schemas.holders(schema), look);
function partOf(holders, look) {
  const found = held(holders, look);
  const [present] = holders;
  if (!found || !present || present.ended || look(present.object)) return found;
  return { ...found, touch: present.object.touch ?? found.touch };
}
var itself = ({ touch, created, facets }) => ({ touch, created, facets, isOver: false });
var inItsSchema = (object) => ({
  ...itself(object),
  touch: latest(object.touch, object.home.renamed)
});
var naming = (object) => [object.renamed, object.home.renamed];
function ofType(type) {
  const found = inItsSchema(type);
  if (type.kind !== "composite") return found;
  const parts = type.parts.values().map(({ touch }) => touch);
  return { ...found, touch: latest(found.touch, ...parts, ...type.parts.former().map(({ ended }) => ended)) };
}
function ofRoutine(routine) {
  const found = inItsSchema(routine);
  const types = [...routine.overloads.values()].flat();
  return { ...found, touch: latest(found.touch, ...types.flatMap(naming)) };
}
function column(relation, name) {
  const found = held(relation.columns.holders(name), ofColumn);
  return found ?? (relation.isOpen ? itself(relation) : void 0);
}
function ofColumn(column2) {
  const { type, source } = column2;
  const ofItsType = type ? [...naming(type), type.kind === "domain" ? type.touch : void 0] : [];
  return { ...itself(column2), touch: latest(column2.touch, ...ofItsType, source && ofColumn(source).touch) };
}
function constraint(state, relation, name) {
  const own = held(relation.constraints.holders(name), ofConstraint);
  if (own || relation.kind !== "view" && relation.kind !== "materialized-view") return own;
  const shown = state.relations().flatMap(({ constraints }) => held(constraints.holders(name), ofConstraint) ?? []);
  if (shown.length === 0) return void 0;
  return { ...itself(relation), touch: latest(relation.touch, ...shown.map(({ touch }) => touch)) };
}
function ofConstraint({ columns, target: target2, targetColumns: targetColumns2 = [], ...constraint2 }) {
  const names = [...columns, ...targetColumns2].map(({ renamed }) => renamed);
  const touch = latest(constraint2.touch, ...names, ...target2 ? naming(target2) : []);
  return { ...itself(constraint2), touch };
}

// src/migrations/objects/queries.ts
var UNKNOWN = [{ name: void 0 }];
function outputColumns(query, find2) {
  return columnsOfQuery(query, (rangeVar) => columnsOfRelation(find2(rangeVar)));
}
function columnsOfQuery(whole, find2) {
  let query = whole;
  let findHere = withCtes(query, find2);
  while (query.larg) {
    query = query.larg;
    findHere = withCtes(query, findHere);
  }
  if (query.valuesLists) return UNKNOWN;
  const from = /* @__PURE__ */ new Map();
  for (const item of query.fromClause ?? []) addItem(from, item, findHere);
  return (query.targetList ?? []).flatMap(
    (target2) => "ResTarget" in target2 ? columnsOfTarget(target2.ResTarget, from) : UNKNOWN
  );
}
function withCtes({ withClause }, find2) {
  if (!withClause) return find2;
  const ctes = /* @__PURE__ */ new Map();
  const findHere = (rangeVar) => (rangeVar.schemaname === void 0 ? ctes.get(rangeVar.relname ?? "") : void 0) ?? find2(rangeVar);
  for (const node of withClause.ctes ?? []) {
    if (!("CommonTableExpr" in node)) continue;
    const { ctename = "", ctequery, aliascolnames } = node.CommonTableExpr;
    const columns = aliascolnames ? UNKNOWN : withoutPlaces(ctequery, findHere);
    ctes.set(ctename, columns);
  }
  return findHere;
}
function withoutPlaces(query, find2) {
  if (!query || !("SelectStmt" in query)) return UNKNOWN;
  return columnsOfQuery(query.SelectStmt, find2).map(({ name, type }) => ({ name, type }));
}
function columnsOfRelation(relation) {
  if (!relation) return UNKNOWN;
  const known = relation.columns.values().map(({ name, type }) => ({ name, type }));
  return relation.isOpen ? [...known, ...UNKNOWN] : known;
}
function addItem(from, item, find2) {
  if ("RangeVar" in item) {
    const { alias, relname = "" } = item.RangeVar;
    from.set(alias?.aliasname ?? relname, alias?.colnames ? UNKNOWN : find2(item.RangeVar));
  } else if ("RangeSubselect" in item) {
    const { alias, subquery } = item.RangeSubselect;
    from.set(alias?.aliasname ?? "", alias?.colnames ? UNKNOWN : withoutPlaces(subquery, find2));
  } else if ("JoinExpr" in item) {
    for (const side of [item.JoinExpr.larg, item.JoinExpr.rarg]) if (side) addItem(from, side, find2);
  } else from.set(`function ${from.size}`, UNKNOWN);
}
function columnsOfTarget({ name, val, location }, from) {
  if (!val) return UNKNOWN;
  if ("ColumnRef" in val && val.ColumnRef.fields?.some((field) => "A_Star" in field)) {
    const alias = strings(val.ColumnRef.fields).at(-1);
    return alias === void 0 ? [...from.values()].flat() : from.get(alias) ?? UNKNOWN;
  }
  const own = name ?? nameOfValue(val);
  return [{ name: own, ...location !== void 0 && { location }, type: typeOfValue(val, from) }];
}
function nameOfValue(value) {
  if ("ColumnRef" in value) return strings(value.ColumnRef.fields).at(-1);
  if ("FuncCall" in value) return strings(value.FuncCall.funcname).at(-1);
  if ("CoalesceExpr" in value) return "coalesce";
  if ("TypeCast" in value) {
    const { arg, typeName } = value.TypeCast;
    return (arg && nameOfValue(arg)) ?? strings(typeName?.names).at(-1);
  }
  return void 0;
}
function columnsNamedIn(expression) {
  const found = [];
  const open = [expression];
  for (let value = open.shift(); value !== void 0; value = open.shift()) {
    if (typeof value !== "object" || value === null) continue;
    if (isColumnRef(value)) found.push(...strings(value.fields).slice(-1));
    open.push(...Object.values(value));
  }
  return found;
}
var isColumnRef = (value) => "fields" in value && Array.isArray(value.fields);
function typeOfValue(value, from) {
  if (!("ColumnRef" in value)) return void 0;
  const parts = strings(value.ColumnRef.fields);
  const [name, alias] = [parts.at(-1), parts.at(-2)];
  const sources = alias === void 0 ? [...from.values()] : [from.get(alias) ?? []];
  return sources.flat().find((column2) => column2.name === name)?.type;
}

// src/migrations/pieces.ts
function scan(text, from, visit) {
  for (let at = from; at < text.length; ) {
    const behind = afterLiteral(text, at);
    if (behind === at) {
      visit(text.charAt(at), at);
      at += 1;
    } else at = behind;
  }
}
function elements(text, from) {
  const starts = [from];
  let depth = 0;
  scan(text, from, (character, at) => {
    if (character === "(" || character === "[") depth += 1;
    else if (character === ")" || character === "]") depth -= 1;
    else if (character === "," && depth === 0) starts.push(at + 1);
  });
  return starts;
}
function stringLiterals(text) {
  const starts = [];
  for (let at = 0; at < text.length; ) {
    if (text.charAt(at) === "'") starts.push(at);
    at = Math.max(afterLiteral(text, at), at + 1);
  }
  return starts;
}

// src/migrations/objects/scene.ts
var stampAt = (scene, action, location) => scene.stamp(action, offsetOf(scene.statement, location));
function elementOffsets(scene, from, count) {
  const { statement } = scene;
  const { text, start } = statement.source;
  const found = elements(text.slice(0, statement.end - start), from - start);
  if (found.length !== count) return void 0;
  return found.map((at) => start + at + afterComments(text.slice(at)));
}
function commandOffsets(scene, rangeVar, count) {
  const { source } = scene.statement;
  const at = offsetOf(scene.statement, rangeVar.location) - source.start;
  const [name = ""] = new RegExp(`^${QUALIFIED}(?:\\s*\\*)?`).exec(source.text.slice(at)) ?? [];
  if (name === "") return void 0;
  const from = at + name.length;
  return elementOffsets(scene, source.start + from + afterComments(source.text.slice(from)), count);
}

// src/migrations/objects/model.ts
var newSchema = (name, { created }) => ({
  name,
  created,
  touch: created,
  facets: /* @__PURE__ */ new Map(),
  relations: new Names(),
  types: new Names(),
  routines: new Names(),
  parts: new Names()
});
var newRelation = (kind, home, name, { created }) => ({
  kind,
  home,
  name,
  created,
  touch: created,
  facets: /* @__PURE__ */ new Map(),
  columns: new Names(),
  constraints: new Names(),
  parts: new Names(),
  users: /* @__PURE__ */ new Set(),
  isOpen: created === void 0,
  parents: [],
  sources: /* @__PURE__ */ new Set()
});
var newColumn = (name, type, { created }) => ({
  name,
  type,
  created,
  touch: created,
  facets: /* @__PURE__ */ new Map()
});
var newType = (kind, home, name, { created }) => ({
  kind,
  home,
  name,
  created,
  touch: created,
  facets: /* @__PURE__ */ new Map(),
  users: /* @__PURE__ */ new Set(),
  parts: new Names()
});

// src/migrations/objects/state.ts
var TEMPORARY = "pg_temp";
var NOT_CREATED = { created: void 0 };
var SchemaState = class {
  schemas = new Names();
  /** Extensions, publications and what else has no schema, as `extension name`. */
  parts = new Names();
  /** The schema of that name; assumed when none was created. */
  schema(name) {
    return this.schemas.get(name) ?? this.schemas.add(newSchema(name, NOT_CREATED));
  }
  /** A session's end, as far as can be told: each file counts as one. */
  forgetTemporary() {
    const schema = this.schemas.get(TEMPORARY);
    if (schema) schema.relations = new Names();
  }
  /** Every relation of every schema. */
  relations() {
    return this.schemas.values().flatMap(({ relations }) => relations.values());
  }
  /** What inherits from a relation, or is a partition of it, at any depth. */
  children(relation) {
    const found = /* @__PURE__ */ new Set([relation]);
    for (const parent of found)
      for (const child of relationsOn(parent)) if (child.parents.includes(parent)) found.add(child);
    found.delete(relation);
    return [...found];
  }
  /** Where an object is made: without a schema of its own, in the first one of the path that there is. */
  creationSchema(schema, path) {
    const isThere = (name) => {
      const [holder, before] = this.schemas.holders(name);
      const isAssumed = holder?.ended === void 0 && holder?.object.created === void 0;
      const isKnown = holder !== void 0 && holder.ended === void 0 && !(isAssumed && before);
      return name === "public" || isFilledByOthers(name) || isKnown;
    };
    return this.schema(schema ?? path.find(isThere) ?? path[0] ?? "public");
  }
  /** The schemas that a name is looked up in, in order. */
  searched(schema, path) {
    const names = schema === void 0 ? [TEMPORARY, ...path] : [schema];
    return names.flatMap((name) => this.schemas.get(name) ?? []);
  }
  relation({ schema, name }, path) {
    return this.searched(schema, path).flatMap(({ relations }) => relations.get(name) ?? [])[0];
  }
  type({ schema, name }, path) {
    return this.searched(schema, path).flatMap(({ types }) => types.get(name) ?? [])[0];
  }
  routine({ schema, name }, path) {
    return this.searched(schema, path).flatMap(({ routines }) => routines.get(name) ?? [])[0];
  }
  /** The relation of that name, which is assumed to exist. */
  assumedRelation(name, path) {
    const known = this.relation(name, path);
    if (known) return known;
    const home = this.creationSchema(name.schema, path);
    return home.relations.add(newRelation("table", home, name.name, NOT_CREATED));
  }
};
var relationsOn = ({ users }) => [...users].flatMap((user) => "columns" in user && user.home.relations.holds(user) ? [user] : []);
function assumedColumn(relation, name) {
  return relation.columns.get(name) ?? relation.columns.add(newColumn(name, void 0, NOT_CREATED));
}
function rangeName({ schemaname, relname, relpersistence }) {
  return { schema: relpersistence === "t" ? TEMPORARY : schemaname, name: relname ?? "" };
}

// src/migrations/objects/constraints.ts
var NAME_BYTES = 63;
var encoder = new TextEncoder();
var bytes = (text) => encoder.encode(text).length;
function cut(text, limit) {
  const characters = [...text];
  while (bytes(characters.join("")) > limit) characters.pop();
  return characters.join("");
}
function objectName(table, columns, label) {
  const available = NAME_BYTES - bytes(label) - (columns === "" ? 1 : 2);
  let [first, second] = [bytes(table), bytes(columns)];
  while (first + second > available) {
    if (first > second) first -= 1;
    else second -= 1;
  }
  return [cut(table, first), ...columns === "" ? [] : [cut(columns, second)], label].join("_");
}
function indexName(relation, elements2, isTaken) {
  const columns = indexColumns(elements2).join("_");
  for (let pass = 0; ; pass++) {
    const name = objectName(relation.name, columns, pass === 0 ? "idx" : `idx${pass}`);
    if (!isTaken(name)) return name;
  }
}
var indexColumns = (elements2) => elements2.map((element) => {
  if (!("IndexElem" in element)) return "expr";
  const { name, expr } = element.IndexElem;
  return name ?? (expr && nameOfValue(expr)) ?? "expr";
});
function freeName(home, table, columns, label) {
  const relations = home.relations.values();
  for (let pass = 0; ; pass++) {
    const name = objectName(table, columns, pass === 0 ? label : `${label}${pass}`);
    if (!relations.some(({ constraints }) => constraints.get(name))) return name;
  }
}
var KINDS = {
  CONSTR_FOREIGN: { kind: "foreign", label: "fkey" },
  CONSTR_PRIMARY: { kind: "primary", label: "pkey" },
  CONSTR_UNIQUE: { kind: "unique", label: "key" },
  CONSTR_CHECK: { kind: "other", label: "check" },
  CONSTR_EXCLUSION: { kind: "other", label: "excl" }
};
function addConstraint(scene, relation, node, own) {
  const { contype = "", conname } = node;
  const known = KINDS[contype];
  if (!known && conname === void 0) return void 0;
  const { kind, label } = known ?? { kind: "other", label: "" };
  const names = own && kind !== "other" ? [own.name] : namesIn(node);
  const columns = names.flatMap(
    (name2) => kind === "other" ? relation.columns.get(name2) ?? [] : assumedColumn(relation, name2)
  );
  const isBare = kind === "primary" || label === "check" && names.length !== 1;
  const middle = isBare ? "" : names.join("_");
  const name = conname ?? freeName(relation.home, relation.name, middle, label);
  const created = stampAt(scene, "create", node.location);
  const constraint2 = { kind, name, columns, created, touch: created, facets: /* @__PURE__ */ new Map() };
  if (node.pktable) {
    constraint2.target = scene.state.assumedRelation(rangeName(node.pktable), scene.path);
    constraint2.target.users.add(relation);
    constraint2.targetColumns = targetColumns(constraint2.target, strings(node.pk_attrs));
  }
  relation.constraints.add(constraint2);
  touchOneToOne(relation, constraint2, created);
  return constraint2;
}
function namesIn({ keys, fk_attrs, raw_expr, exclusions = [] }) {
  const elements2 = exclusions.flatMap((node) => "List" in node ? node.List.items?.slice(0, 1) ?? [] : []);
  const listed = [...strings(keys), ...strings(fk_attrs), ...indexColumns(elements2)];
  return raw_expr ? [...new Set(columnsNamedIn(raw_expr))] : listed;
}
function targetColumns(target2, names) {
  if (names.length > 0) return names.map((name) => assumedColumn(target2, name));
  return target2.constraints.values().find(({ kind }) => kind === "primary")?.columns ?? [];
}
function touchOneToOne(relation, key, stamp) {
  if (key.kind !== "primary" && key.kind !== "unique") return;
  for (const constraint2 of relation.constraints.values())
    if (constraint2.kind === "foreign" && haveSameMembers(constraint2.columns, key.columns))
      constraint2.touch = { ...stamp, action: "alter" };
}
var haveSameMembers = (a, b) => a.length === b.length && a.every((column2) => b.includes(column2));

// src/migrations/objects/drops.ts
function dropSchema(state, schema, stamp) {
  for (const relation of schema.relations.values()) dropRelation(state, relation, stamp);
  for (const type of schema.types.values()) dropType(state, type, stamp);
  for (const routine of schema.routines.values()) schema.routines.end(routine, stamp);
  state.schemas.end(schema, stamp);
}
function dropRelation(state, relation, stamp) {
  if (!relation.home.relations.holds(relation)) return;
  relation.home.relations.end(relation, stamp);
  for (const other of relationsOn(relation)) {
    if (other.sources.has(relation) || other.parents.includes(relation)) dropRelation(state, other, stamp);
    else
      for (const constraint2 of other.constraints.values())
        if (constraint2.target === relation) other.constraints.end(constraint2, stamp);
  }
  dropUses(state, relation, stamp);
}
function dropType(state, type, stamp) {
  type.home.types.end(type, stamp);
  dropUses(state, type, stamp);
}
function dropUses(state, type, stamp) {
  for (const relation of relationsOn(type))
    for (const column2 of relation.columns.values())
      if (column2.type === type && !isView(relation)) dropColumn(state, relation, column2, stamp, true);
  for (const routine of type.users) {
    if ("columns" in routine) continue;
    for (const [signature, types] of routine.overloads) {
      if (!types.includes(type)) continue;
      routine.overloads.delete(signature);
      routine.touch = stamp;
    }
    if (routine.overloads.size === 0) routine.home.routines.end(routine, stamp);
  }
}
var isView = ({ kind }) => kind === "view" || kind === "materialized-view";
function dropColumn(state, relation, column2, stamp, cascades) {
  relation.columns.end(column2, stamp);
  for (const constraint2 of relation.constraints.values())
    if (constraint2.columns.includes(column2)) dropConstraint(relation, constraint2, stamp);
  for (const other of [relation, ...relationsOn(relation)]) {
    for (const constraint2 of other.constraints.values())
      if (constraint2.targetColumns?.includes(column2)) other.constraints.end(constraint2, stamp);
    for (const inherited of other.columns.values())
      if (inherited.source === column2) dropColumn(state, other, inherited, stamp, cascades);
    const shows = other.mentions === void 0 || other.mentions.has(column2.name);
    if (cascades && shows && other.sources.has(relation)) dropRelation(state, other, stamp);
  }
}
function dropConstraint(relation, constraint2, stamp) {
  relation.constraints.end(constraint2, stamp);
  touchOneToOne(relation, constraint2, stamp);
  if (constraint2.kind !== "primary" && constraint2.kind !== "unique") return;
  for (const other of relationsOn(relation))
    for (const foreign of other.constraints.values())
      if (foreign.target === relation && isSameKey(foreign, constraint2))
        other.constraints.end(foreign, stamp);
}
var isSameKey = ({ targetColumns: targetColumns2 = [] }, { columns }) => columns.length > 0 && targetColumns2.length === columns.length && columns.every((column2) => targetColumns2.includes(column2));

// src/migrations/objects/tables.ts
function relationToBe(scene, kind, rangeVar, ifNotExists) {
  if (!rangeVar) return void 0;
  const { schema, name } = rangeName(rangeVar);
  const home = scene.state.creationSchema(schema, scene.path);
  if (home.relations.get(name) && (ifNotExists || scene.isGuarded)) return void 0;
  return newRelation(kind, home, name, { created: scene.stamp("create") });
}
var assumed = ({ state, path }, rangeVar) => state.assumedRelation(rangeName(rangeVar), path);
function createTable(scene, create, kind = "table") {
  const table = relationToBe(scene, kind, create.relation, create.if_not_exists);
  if (!table) return;
  const created = scene.stamp("create");
  for (const parent of create.inhRelations ?? [])
    if ("RangeVar" in parent) inherit(table, assumed(scene, parent.RangeVar), created);
  if (create.ofTypename) copyColumns(table, typeOf(scene, create.ofTypename), created);
  const constraints = addColumns(scene, table, create.tableElts ?? []);
  table.home.relations.add(table);
  for (const [constraint2, own] of constraints) addConstraint(scene, table, constraint2, own);
}
function addColumns(scene, table, elements2) {
  const constraints = [];
  for (const element of elements2) {
    if ("TableLikeClause" in element) copyLike(scene, table, element.TableLikeClause);
    else if ("Constraint" in element) constraints.push([element.Constraint]);
    else if ("ColumnDef" in element) {
      const column2 = addColumn(scene, table, element.ColumnDef);
      for (const constraint2 of constraintsOf(element.ColumnDef)) constraints.push([constraint2, column2]);
    }
  }
  const isForeign = ([{ contype }]) => contype === "CONSTR_FOREIGN";
  return [...constraints.filter((each) => !isForeign(each)), ...constraints.filter(isForeign)];
}
function addColumn(scene, table, definition) {
  const { colname = "", typeName, location } = definition;
  const created = stampAt(scene, "create", location);
  const inherited = table.columns.get(colname)?.source;
  const type = typeName && typeOf(scene, typeName);
  type?.users.add(table);
  const column2 = newColumn(colname, type, { created });
  const identity = identityOf(definition);
  if (identity || SERIAL.test(strings(typeName?.names).join(".")))
    addSequence(table, colname, identity, created);
  return table.columns.add(inherited ? { ...column2, source: inherited } : column2);
}
var SERIAL = /^(?:(?:small|big)?serial|serial[248])$/;
var identityOf = (definition) => constraintsOf(definition).find(({ contype }) => contype === "CONSTR_IDENTITY");
function addSequence(table, column2, identity, created) {
  const given = (identity?.options ?? []).flatMap(
    (option) => "DefElem" in option && option.DefElem.defname === "sequence_name" ? [option.DefElem.arg] : []
  )[0];
  const named = given && "List" in given ? strings(given.List.items).at(-1) : void 0;
  const name = partKey("sequence", named ?? objectName(table.name, column2, "seq"));
  table.parts.add({ name, created, touch: created, facets: /* @__PURE__ */ new Map() });
}
var constraintsOf = ({ constraints = [] }) => constraints.flatMap((node) => "Constraint" in node ? [node.Constraint] : []);
function typeOf({ state, path }, { names }) {
  const name = nameOf(strings(names));
  if (!name || name.schema === void 0 && isBuiltIn(name.name)) return void 0;
  return state.type(name, path) ?? state.relation(name, path);
}
function inherit(table, parent, created) {
  if (isUnder(parent, table)) return;
  if (!table.parents.includes(parent)) table.parents.push(parent);
  parent.users.add(table);
  table.isOpen ||= parent.isOpen;
  for (const source of parent.columns.values()) {
    const own = table.columns.get(source.name);
    if (own) own.source = source;
    else inheritColumn(table, source, created);
  }
}
function isUnder(relation, other) {
  const above = /* @__PURE__ */ new Set([relation]);
  for (const each of above) for (const parent of each.parents) above.add(parent);
  return above.has(other);
}
function inheritColumn(table, source, created) {
  source.type?.users.add(table);
  table.columns.add({ ...newColumn(source.name, source.type, { created }), source });
}
function copyLike(scene, table, { relation }) {
  if (!relation) return;
  const name = rangeName(relation);
  const source = scene.state.relation(name, scene.path) ?? scene.state.type(name, scene.path);
  copyColumns(table, source, stampAt(scene, "create", relation.location));
}
function copyColumns(table, source, created) {
  if (source === void 0 || "isOpen" in source && source.isOpen) table.isOpen = true;
  if (source === void 0) return;
  const columns = "columns" in source ? source.columns : source.parts;
  for (const { name, type } of columns.values()) {
    type?.users.add(table);
    table.columns.add(newColumn(name, type, { created }));
  }
}

// src/migrations/objects/parts.ts
var onRelation = (kind, name, on) => ({ kind, name, on, action: "create" });
var inDatabase = (kind, name) => ({ kind, name, action: "create" });
var altering = (maker) => ({ ...maker, action: "alter" });
var POLICY = onRelation("policy", "policy_name", "table");
var EXTENSION = inDatabase("extension", "extname");
var PUBLICATION = inDatabase("publication", "pubname");
var SUBSCRIPTION = inDatabase("subscription", "subname");
var EVENT_TRIGGER = inDatabase("event-trigger", "trigname");
var WRAPPER = inDatabase("foreign-data-wrapper", "fdwname");
var SERVER = inDatabase("foreign-server", "servername");
var MAKERS = {
  CreatePolicyStmt: POLICY,
  AlterPolicyStmt: altering(POLICY),
  CreateTrigStmt: onRelation("trigger", "trigname", "relation"),
  RuleStmt: onRelation("rule", "rulename", "relation"),
  CreateSeqStmt: inDatabase("sequence", "sequence"),
  AlterSeqStmt: altering(inDatabase("sequence", "sequence")),
  CreateExtensionStmt: EXTENSION,
  AlterExtensionStmt: altering(EXTENSION),
  CreatePublicationStmt: PUBLICATION,
  AlterPublicationStmt: altering(PUBLICATION),
  CreateSubscriptionStmt: SUBSCRIPTION,
  AlterSubscriptionStmt: altering(SUBSCRIPTION),
  CreateEventTrigStmt: EVENT_TRIGGER,
  AlterEventTrigStmt: altering(EVENT_TRIGGER),
  CreateFdwStmt: WRAPPER,
  AlterFdwStmt: altering(WRAPPER),
  CreateForeignServerStmt: SERVER,
  AlterForeignServerStmt: altering(SERVER),
  CreateRoleStmt: inDatabase("role", "role")
};
var ON_RELATION = {
  OBJECT_POLICY: "policy",
  OBJECT_TRIGGER: "trigger",
  OBJECT_RULE: "rule"
};
var IN_DATABASE = {
  OBJECT_EXTENSION: "extension",
  OBJECT_PUBLICATION: "publication",
  OBJECT_SUBSCRIPTION: "subscription",
  OBJECT_EVENT_TRIGGER: "event-trigger",
  OBJECT_FDW: "foreign-data-wrapper",
  OBJECT_FOREIGN_SERVER: "foreign-server",
  OBJECT_ROLE: "role"
};
function makePart(scene, node) {
  if ("IndexStmt" in node) createIndex(scene, node.IndexStmt);
  const [[tag, fields] = ["", void 0]] = Object.entries(node);
  const maker = MAKERS[tag];
  if (!maker || typeof fields !== "object" || fields === null) return;
  const values = { ...fields };
  const slot = slotOf(scene, maker, values);
  if (!slot) return;
  const isKept = values.if_not_exists === true || scene.isGuarded && values.replace !== true;
  if (maker.action === "alter") touchPart(slot, scene.stamp("alter"));
  else addPart(slot, scene.stamp("create"), isKept);
}
function slotOf(scene, { kind, name, on }, values) {
  const [own, relation] = [values[name], on === void 0 ? void 0 : values[on]];
  if (isRangeVar(own)) return slotInSchema(scene, "sequence", own) ?? newSequence(scene, own);
  if (typeof own !== "string") return void 0;
  if (on === void 0) return { shelf: scene.state.parts, key: partKey(kind, own) };
  return isRangeVar(relation) ? { shelf: assumed(scene, relation).parts, key: partKey(kind, own) } : void 0;
}
function addPart({ shelf, key }, created, isKept) {
  if (!(shelf.get(key) && isKept)) shelf.add({ name: key, created, touch: created, facets: /* @__PURE__ */ new Map() });
}
function touchPart({ shelf, key }, stamp) {
  const part2 = shelf.get(key) ?? shelf.add({ name: key, created: void 0, touch: stamp, facets: /* @__PURE__ */ new Map() });
  part2.touch = stamp;
}
function createIndex(scene, { relation: rangeVar, idxname, indexParams, if_not_exists }) {
  if (!rangeVar) return;
  const relation = assumed(scene, rangeVar);
  const isTaken = (name2) => relation.home.relations.get(name2) !== void 0 || slotInSchema(scene, "index", { schemaname: relation.home.name, relname: name2 }) !== void 0;
  const name = idxname ?? indexName(relation, indexParams ?? [], isTaken);
  const isKept = if_not_exists === true || scene.isGuarded;
  if (!(isKept && isTaken(name)))
    addPart({ shelf: relation.parts, key: partKey("index", name) }, scene.stamp("create"), false);
}
function slotInSchema({ state, path }, kind, { schemaname, relname = "" }) {
  const key = partKey(kind, relname);
  const shelves = state.searched(schemaname, path).flatMap(({ parts, relations }) => [parts, ...relations.values().map((relation) => relation.parts)]);
  const shelf = shelves.find((parts) => parts.get(key));
  return shelf && { shelf, key };
}
var newSequence = ({ state, path }, rangeVar) => {
  const { schema, name } = rangeName(rangeVar);
  return { shelf: state.creationSchema(schema, path).parts, key: partKey("sequence", name) };
};
function namedPart(scene, type, words) {
  if (type === void 0) return void 0;
  const name = words.at(-1) ?? "";
  const [inDatabaseKind, onRelationKind] = [IN_DATABASE[type], ON_RELATION[type]];
  if (inDatabaseKind) return { shelf: scene.state.parts, key: partKey(inDatabaseKind, name) };
  const schemaname = words.at(-2);
  const named = { relname: name, ...schemaname !== void 0 && { schemaname } };
  if (type === "OBJECT_INDEX") return slotInSchema(scene, "index", named);
  if (type === "OBJECT_SEQUENCE") return slotInSchema(scene, "sequence", named);
  const owner = nameOf(words.slice(0, -1));
  const relation = onRelationKind && owner ? scene.state.relation(owner, scene.path) : void 0;
  return relation && onRelationKind ? { shelf: relation.parts, key: partKey(onRelationKind, name) } : void 0;
}
var wordsOfObject = (object) => "List" in object ? strings(object.List.items) : strings([object]);
function dropPart(scene, type, object, stamp) {
  const slot = namedPart(scene, type, wordsOfObject(object));
  const part2 = slot?.shelf.get(slot.key);
  if (slot && part2) slot.shelf.end(part2, stamp);
}
function alterNamedPart(scene, type, object, stamp) {
  const slot = namedPart(scene, type, wordsOfObject(object));
  if (slot) touchPart(slot, stamp);
}
var kindOf = ({ key }) => key.slice(0, key.indexOf(" "));
function renamePart(scene, statement, stamp) {
  const { renameType, relation, object, subname, newname = "" } = statement;
  const { schema, name = "" } = relation ? rangeName(relation) : {};
  const own = relation ? [...schema === void 0 ? [] : [schema], name] : object ? wordsOfObject(object) : [];
  const slot = namedPart(scene, renameType, subname === void 0 ? own : [...own, subname]);
  const part2 = slot?.shelf.get(slot.key);
  if (slot && part2) slot.shelf.rename(part2, partKey(kindOf(slot), newname), stamp);
}
var SWITCHES = /^AT_(?:Enable|Disable)(?:Always|Replica)?(?<kind>Trig|Rule)$/;
function alterPart(relation, { subtype, name = "" }, stamp) {
  const kind = SWITCHES.exec(subtype ?? "")?.groups?.kind;
  if (kind)
    touchPart({ shelf: relation.parts, key: partKey(kind === "Trig" ? "trigger" : "rule", name) }, stamp);
}

// src/migrations/objects/facets.ts
function touchFacets(scene, node) {
  if ("CommentStmt" in node) {
    const { objtype, object } = node.CommentStmt;
    touchFacet(object && entityOf(scene, objtype, object), "comment", scene.stamp("alter"));
  } else if ("AlterOwnerStmt" in node) {
    const { objectType, object } = node.AlterOwnerStmt;
    touchFacet(object && entityOf(scene, objectType, object), "owner", scene.stamp("alter"));
  } else if ("GrantStmt" in node) {
    const facets = granteesOf(node.GrantStmt);
    for (const entity of grantedOn(scene, node.GrantStmt))
      for (const facet of facets) touchFacet(entity, facet, scene.stamp("alter"));
  }
}
var OF_COMMAND = {
  AT_EnableRowSecurity: "row-level security",
  AT_DisableRowSecurity: "row-level security",
  AT_ForceRowSecurity: "row-level security of the owner",
  AT_NoForceRowSecurity: "row-level security of the owner",
  AT_ChangeOwner: "owner",
  AT_ReplicaIdentity: "replica identity",
  AT_SetRelOptions: "options",
  AT_ResetRelOptions: "options"
};
function alterFacet(relation, { subtype, name = "" }, stamp) {
  const facet = subtype && OF_COMMAND[subtype];
  if (facet) touchFacet(relation, facet, stamp);
  else if (subtype === "AT_ValidateConstraint")
    touchFacet(relation.constraints.get(name), "validation", stamp);
}
function touchFacet(entity, facet, stamp) {
  entity?.facets.set(facet, stamp);
}
var granteesOf = ({ grantees = [] }) => grantees.flatMap((node) => "RoleSpec" in node ? [`grants to ${node.RoleSpec.rolename ?? "PUBLIC"}`] : []);
function grantedOn(scene, { targtype, objtype, objects = [] }) {
  if (targtype === "ACL_TARGET_OBJECT")
    return objects.flatMap((object) => entityOf(scene, objtype, object) ?? []);
  if (targtype !== "ACL_TARGET_ALL_IN_SCHEMA") return [];
  return strings(objects).flatMap((name) => {
    const schema = scene.state.schemas.get(name);
    if (objtype === "OBJECT_TABLE") return schema?.relations.values() ?? [];
    return (objtype === "OBJECT_SEQUENCE" ? schema?.parts.values() : schema?.routines.values()) ?? [];
  });
}
function entityOf(scene, type, node) {
  const { state, path } = scene;
  const words = wordsOf(node);
  const [name, owner] = [nameOf(words), nameOf(words.slice(0, -1))];
  const last = words.at(-1);
  if (!name || last === void 0) return void 0;
  switch (type) {
    case "OBJECT_TABLE":
    case "OBJECT_VIEW":
    case "OBJECT_MATVIEW":
    case "OBJECT_FOREIGN_TABLE":
      return state.relation(name, path);
    case "OBJECT_COLUMN":
      return owner && state.relation(owner, path)?.columns.get(last);
    case "OBJECT_TABCONSTRAINT":
      return owner && state.relation(owner, path)?.constraints.get(last);
    case "OBJECT_FUNCTION":
    case "OBJECT_PROCEDURE":
    case "OBJECT_ROUTINE":
      return state.routine(name, path);
    case "OBJECT_TYPE":
    case "OBJECT_DOMAIN":
      return state.type(name, path);
    case "OBJECT_SCHEMA":
      return state.schemas.get(last);
    default: {
      const slot = namedPart(scene, type, words);
      return slot?.shelf.get(slot.key);
    }
  }
}
function wordsOf(node) {
  if ("List" in node) return strings(node.List.items);
  if ("ObjectWithArgs" in node) return strings(node.ObjectWithArgs.objname);
  if ("TypeName" in node) return strings(node.TypeName.names);
  if ("RangeVar" in node) {
    const { schema, name } = rangeName(node.RangeVar);
    return schema === void 0 ? [name] : [schema, name];
  }
  return strings([node]);
}

// src/migrations/objects/alter-table.ts
function alterTable(scene, statement) {
  const { relation: rangeVar, missing_ok, objtype } = statement;
  if (!rangeVar) return;
  if (objtype === "OBJECT_INDEX" || objtype === "OBJECT_SEQUENCE") {
    const { schema, name: name2 } = rangeName(rangeVar);
    const part2 = namedPart(scene, objtype, schema === void 0 ? [name2] : [schema, name2]);
    if (part2) touchPart(part2, scene.stamp("alter"));
    return;
  }
  const commands = (statement.cmds ?? []).flatMap(
    (cmd) => "AlterTableCmd" in cmd ? [cmd.AlterTableCmd] : []
  );
  const starts = commandOffsets(scene, rangeVar, commands.length);
  const apply = (visit) => commands.forEach((command, index) => {
    visit(command, (action) => scene.stamp(action, starts?.[index]));
  });
  if (objtype === "OBJECT_TYPE") {
    apply((command, stamp) => alterAttribute(scene, rangeVar, command, stamp));
    return;
  }
  const name = rangeName(rangeVar);
  const known = scene.state.relation(name, scene.path);
  if (!known && (missing_ok || scene.isGuarded)) return;
  const relation = known ?? scene.state.assumedRelation(name, scene.path);
  apply((command, stamp) => alterRelation(scene, relation, command, stamp));
}
function alterRelation(scene, relation, command, stamp) {
  const { subtype, name = "", def, behavior, missing_ok } = command;
  switch (subtype) {
    case "AT_AddColumn":
      if (def && "ColumnDef" in def) addColumnWithRest(scene, relation, def.ColumnDef, missing_ok);
      break;
    case "AT_DropColumn": {
      const isOptional = missing_ok || scene.isGuarded;
      const column2 = isOptional ? relation.columns.get(name) : assumedColumn(relation, name);
      if (column2) dropColumn(scene.state, relation, column2, stamp("drop"), behavior === "DROP_CASCADE");
      break;
    }
    case "AT_AlterColumnType":
      alterColumnType(scene, relation, command, stamp("alter"));
      break;
    case "AT_ColumnDefault":
    case "AT_DropNotNull":
    case "AT_SetNotNull":
    case "AT_SetExpression":
    case "AT_DropExpression":
    case "AT_SetIdentity":
    case "AT_DropIdentity":
      assumedColumn(relation, name).touch = stamp("alter");
      break;
    case "AT_AddIdentity":
      assumedColumn(relation, name).touch = stamp("alter");
      addSequence(relation, name, def && "Constraint" in def ? def.Constraint : void 0, stamp("create"));
      break;
    case "AT_AddConstraint":
      if (def && "Constraint" in def) addTableConstraint(scene, relation, def.Constraint, stamp("alter"));
      break;
    case "AT_DropConstraint": {
      const constraint2 = relation.constraints.get(name);
      if (constraint2) dropConstraint(relation, constraint2, stamp("drop"));
      break;
    }
    case "AT_AttachPartition":
    case "AT_DetachPartition":
    case "AT_AddInherit":
    case "AT_DropInherit":
      if (def) alterParents(scene, relation, subtype, def, stamp("alter"));
      break;
    default:
      alterPart(relation, command, stamp("alter"));
      alterFacet(relation, command, stamp("alter"));
  }
}
function alterColumnType(scene, relation, { name = "", def }, stamp) {
  const column2 = assumedColumn(relation, name);
  column2.touch = stamp;
  if (!(def && "ColumnDef" in def && def.ColumnDef.typeName)) return;
  column2.type = typeOf(scene, def.ColumnDef.typeName);
  column2.type?.users.add(relation);
}
function addColumnWithRest(scene, relation, definition, ifNotExists) {
  if (relation.columns.get(definition.colname ?? "")?.created && (ifNotExists || scene.isGuarded)) return;
  const column2 = addColumn(scene, relation, definition);
  for (const constraint2 of constraintsOf(definition)) addConstraint(scene, relation, constraint2, column2);
  for (const child of scene.state.children(relation)) {
    relation.users.add(child);
    if (column2.created) inheritColumn(child, column2, column2.created);
  }
}
function addTableConstraint(scene, relation, node, stamp) {
  if (node.conname !== void 0 && relation.constraints.get(node.conname) && scene.isGuarded) return;
  const constraint2 = addConstraint(scene, relation, node);
  if (constraint2?.kind === "primary") for (const column2 of constraint2.columns) column2.touch = stamp;
}
function alterParents(scene, relation, subtype, other, stamp) {
  if ("PartitionCmd" in other && other.PartitionCmd.name) {
    const child = assumed(scene, other.PartitionCmd.name);
    child.touch = stamp;
    if (subtype === "AT_AttachPartition") inherit(child, relation, stamp);
    else disinherit(child, relation);
  } else if ("RangeVar" in other) {
    const parent = assumed(scene, other.RangeVar);
    if (subtype === "AT_AddInherit") inherit(relation, parent, stamp);
    else disinherit(relation, parent);
  }
}
function disinherit(child, parent) {
  child.parents = child.parents.filter((each) => each !== parent);
  for (const column2 of child.columns.values())
    if (column2.source && parent.columns.holds(column2.source)) delete column2.source;
}
function alterAttribute(scene, rangeVar, { subtype, name = "", def, missing_ok }, stamp) {
  const parts = scene.state.type(rangeName(rangeVar), scene.path)?.parts;
  if (!parts) return;
  const part2 = parts.get(name);
  if (subtype === "AT_AddColumn" && def && "ColumnDef" in def)
    parts.add(newColumn(def.ColumnDef.colname ?? "", void 0, { created: stamp("create") }));
  else if (part2 && subtype === "AT_DropColumn") parts.end(part2, stamp("drop"));
  else if (part2) part2.touch = stamp("alter");
  else if (!missing_ok && name !== "") parts.add(newColumn(name, void 0, { created: stamp("alter") }));
}

// src/migrations/cron-jobs.ts
function cronCalls({
  targetList = []
}) {
  return targetList.flatMap((target2) => {
    const value = "ResTarget" in target2 ? target2.ResTarget.val : void 0;
    const call = value && "FuncCall" in value ? value.FuncCall : void 0;
    if (!isFuncCall(call)) return [];
    const [first] = call.args ?? [];
    const name = first && "A_Const" in first ? first.A_Const.sval?.sval : void 0;
    const [schema, verb] = strings(call.funcname);
    if (schema !== "cron" || name === void 0) return [];
    return verb === "schedule" || verb === "unschedule" ? [{ verb, name }] : [];
  });
}

// src/migrations/objects/of-database.ts
var OWN_ROLE = "postgres";
function touchDatabase(scene, node) {
  if ("SelectStmt" in node) scheduleJobs(scene, node.SelectStmt);
  else if ("AlterDefaultPrivilegesStmt" in node) {
    const [roles, schemas] = ["roles", "schemas"].map(
      (name) => namesOf(node.AlterDefaultPrivilegesStmt, name)
    );
    for (const role of roles ?? [OWN_ROLE])
      for (const place of schemas?.map((schema) => `${role} in ${schema}`) ?? [role])
        touchPart(partOf2(scene, "default-privileges", place), scene.stamp("alter"));
  }
}
var partOf2 = ({ state }, kind, name) => ({
  shelf: state.parts,
  key: partKey(kind, name)
});
function namesOf({ options = [] }, name) {
  const option = options.find((each) => "DefElem" in each && each.DefElem.defname === name);
  const arg = option && "DefElem" in option ? option.DefElem.arg : void 0;
  if (!arg || !("List" in arg)) return void 0;
  return (arg.List.items ?? []).flatMap(
    (item) => "RoleSpec" in item ? [item.RoleSpec.rolename ?? OWN_ROLE] : strings([item])
  );
}
function scheduleJobs(scene, select) {
  for (const { verb, name } of cronCalls(select)) {
    const slot = partOf2(scene, "cron-job", name);
    const job = slot.shelf.get(slot.key);
    if (verb === "schedule") addPart(slot, scene.stamp("create"), false);
    else if (job) slot.shelf.end(job, scene.stamp("drop"));
  }
}

// src/migrations/objects/routines.ts
var INPUT_MODES = /* @__PURE__ */ new Set([
  "FUNC_PARAM_IN",
  "FUNC_PARAM_INOUT",
  "FUNC_PARAM_VARIADIC",
  "FUNC_PARAM_DEFAULT"
]);
function createRoutine(scene, create) {
  const name = nameOf(strings(create.funcname));
  if (!name) return;
  const parameters = (create.parameters ?? []).flatMap(
    (node) => "FunctionParameter" in node ? [node.FunctionParameter] : []
  );
  const inputs = parameters.filter(({ mode = "" }) => INPUT_MODES.has(mode)).map(({ argType }) => argType);
  const signature = signatureOf(inputs);
  const named = [...parameters.map(({ argType }) => argType), create.returnType];
  const types = named.flatMap((type) => (type && typeOf(scene, type)) ?? []);
  const home = scene.state.creationSchema(name.schema, scene.path);
  const known = home.routines.get(name.name);
  if (known?.overloads.has(signature) && scene.isGuarded && !create.replace) return;
  addOverload(home, name.name, signature, types, scene.stamp("create"));
}
function addOverload(home, name, signature, types, created) {
  const made = {
    home,
    name,
    created,
    touch: created,
    facets: /* @__PURE__ */ new Map(),
    users: /* @__PURE__ */ new Set(),
    overloads: /* @__PURE__ */ new Map()
  };
  const routine = home.routines.get(name) ?? home.routines.add(made);
  for (const type of types) type.users.add(routine);
  routine.touch = created;
  routine.overloads.set(signature, types);
}
var signatureOf = (types) => types.map((type) => `${strings(type?.names).at(-1)}${(type?.arrayBounds ?? []).length > 0 ? "[]" : ""}`).join();
function target(scene, node) {
  if (!node || !("ObjectWithArgs" in node)) return void 0;
  const { objname, objargs = [], args_unspecified } = node.ObjectWithArgs;
  const name = nameOf(strings(objname));
  const routine = name && scene.state.routine(name, scene.path);
  if (!routine) return void 0;
  const signature = signatureOf(objargs.map((arg) => "TypeName" in arg ? arg.TypeName : void 0));
  const all = [...routine.overloads.keys()];
  return { routine, signatures: args_unspecified ? all : all.filter((each) => each === signature) };
}
function dropRoutine(scene, node, stamp) {
  const found = target(scene, node);
  if (!found) return;
  removeOverloads(found, stamp);
  if (found.routine.overloads.size > 0) return;
  for (const relation of relationsOn(found.routine))
    if (relation.sources.has(found.routine)) dropRelation(scene.state, relation, stamp);
}
function removeOverloads({ routine, signatures }, stamp) {
  if (signatures.length === 0) return;
  for (const signature of signatures) routine.overloads.delete(signature);
  routine.touch = stamp;
  if (routine.overloads.size === 0) routine.home.routines.end(routine, stamp);
}
function renameRoutine(scene, node, to) {
  const found = target(scene, node);
  if (!found || found.signatures.length === 0) return;
  const { routine, signatures } = found;
  const { name = routine.name, home = routine.home } = to;
  const stamp = scene.stamp("rename");
  const there = home.routines.get(name)?.overloads;
  if (scene.isGuarded && signatures.some((signature) => there?.has(signature))) return;
  const isWhole = signatures.length === routine.overloads.size && !home.routines.get(name);
  if (isWhole) {
    routine.home.routines.rename(routine, name, stamp, home.routines);
    routine.home = home;
    return;
  }
  for (const signature of signatures)
    addOverload(home, name, signature, routine.overloads.get(signature) ?? [], stamp);
  removeOverloads(found, stamp);
}

// src/migrations/objects/types.ts
function makeType(scene, kind, parts) {
  const name = nameOf(parts);
  if (!name) return void 0;
  const home = scene.state.creationSchema(name.schema, scene.path);
  if (home.types.get(name.name) && scene.isGuarded) return void 0;
  return home.types.add(newType(kind, home, name.name, { created: scene.stamp("create") }));
}
function createEnum(scene, { typeName, vals }) {
  const type = makeType(scene, "enum", strings(typeName));
  const labels = strings(vals);
  const { source } = scene.statement;
  const from = scene.statement.start - source.start;
  const places = stringLiterals(source.text.slice(from, scene.statement.end - source.start));
  const isSure = places.length === labels.length;
  labels.forEach((label, index) => {
    const offset = isSure ? scene.statement.start + (places[index] ?? 0) : void 0;
    type?.parts.add(newColumn(label, void 0, { created: scene.stamp("create", offset) }));
  });
}
function createComposite(scene, { typevar, coldeflist = [] }) {
  if (!typevar) return;
  const { schema, name } = rangeName(typevar);
  const type = makeType(scene, "composite", schema === void 0 ? [name] : [schema, name]);
  for (const node of coldeflist) {
    if (!("ColumnDef" in node)) continue;
    const { colname = "", location } = node.ColumnDef;
    type?.parts.add(newColumn(colname, void 0, { created: stampAt(scene, "create", location) }));
  }
}
var createDomain = (scene, { domainname }) => {
  makeType(scene, "domain", strings(domainname));
};
function createOther(scene, names) {
  makeType(scene, "other", strings(names));
}
function alterDomain(scene, { typeName }) {
  const type = namedType(scene, typeName);
  if (type) type.touch = scene.stamp("alter");
}
function alterEnum(scene, statement) {
  const { typeName, oldVal, newVal, skipIfNewValExists } = statement;
  const type = namedType(scene, typeName);
  if (!type || newVal === void 0) return;
  const created = scene.stamp("create");
  if (oldVal !== void 0) {
    const part2 = type.parts.get(oldVal) ?? type.parts.add(newColumn(oldVal, void 0, { created: void 0 }));
    type.parts.rename(part2, newVal, scene.stamp("rename"));
  } else if (!(type.parts.get(newVal) && (skipIfNewValExists || scene.isGuarded)))
    type.parts.add(newColumn(newVal, void 0, { created }));
}
function namedType(scene, names) {
  const name = nameOf(strings(names));
  if (!name) return void 0;
  const known = scene.state.type(name, scene.path);
  if (known) return known;
  const home = scene.state.creationSchema(name.schema, scene.path);
  return home.types.add(newType("other", home, name.name, { created: void 0 }));
}

// src/migrations/objects/renames.ts
function rename(scene, statement) {
  const { renameType, relation: rangeVar, object, subname = "", newname = "" } = statement;
  const [command] = (rangeVar && commandOffsets(scene, rangeVar, 1)) ?? [];
  const stamp = scene.stamp("rename", isOfPart(renameType) ? command : void 0);
  switch (renameType) {
    case "OBJECT_SCHEMA":
      if (!(scene.isGuarded && scene.state.schemas.get(newname)))
        scene.state.schemas.rename(scene.state.schema(subname), newname, stamp);
      break;
    case "OBJECT_TABLE":
    case "OBJECT_VIEW":
    case "OBJECT_MATVIEW":
    case "OBJECT_FOREIGN_TABLE": {
      const relation = relationOf(scene, statement);
      if (relation) move(scene, relation, ({ relations }) => relations, { name: newname });
      break;
    }
    case "OBJECT_COLUMN": {
      const relation = relationOf(scene, statement);
      if (relation) renameColumn(scene, relation, subname, newname, stamp);
      break;
    }
    case "OBJECT_ATTRIBUTE": {
      const type = rangeVar && scene.state.type(rangeName(rangeVar), scene.path);
      if (type) renamePart2(type.parts, subname, newname, stamp);
      break;
    }
    case "OBJECT_TABCONSTRAINT": {
      const relation = relationOf(scene, statement);
      if (relation) renamePart2(relation.constraints, subname, newname, stamp);
      break;
    }
    case "OBJECT_TYPE":
    case "OBJECT_DOMAIN": {
      const type = typeOfObject(scene, object);
      if (type) move(scene, type, ({ types }) => types, { name: newname });
      break;
    }
    case "OBJECT_FUNCTION":
    case "OBJECT_PROCEDURE":
    case "OBJECT_ROUTINE":
      renameRoutine(scene, object, { name: newname });
      break;
    default:
      renamePart(scene, statement, stamp);
      if (renameType === "OBJECT_INDEX" && rangeVar) renameKey(scene, rangeName(rangeVar), newname, stamp);
  }
}
function renameKey({ state, path }, { schema, name }, newname, stamp) {
  const relations = state.searched(schema, path).flatMap((each) => each.relations.values());
  const keyed = relations.find(({ constraints }) => constraints.get(name));
  if (keyed) renamePart2(keyed.constraints, name, newname, stamp);
}
var isOfPart = (kind) => kind === "OBJECT_COLUMN" || kind === "OBJECT_ATTRIBUTE" || kind === "OBJECT_TABCONSTRAINT";
function renamePart2(parts, from, to, stamp) {
  const part2 = parts.get(from);
  if (part2) parts.rename(part2, to, stamp);
}
function setSchema(scene, statement) {
  const { objectType, object, newschema = "" } = statement;
  const home = scene.state.schema(newschema);
  switch (objectType) {
    case "OBJECT_TABLE":
    case "OBJECT_VIEW":
    case "OBJECT_MATVIEW":
    case "OBJECT_FOREIGN_TABLE": {
      const relation = relationOf(scene, statement);
      if (relation) move(scene, relation, ({ relations }) => relations, { home });
      break;
    }
    case "OBJECT_TYPE":
    case "OBJECT_DOMAIN": {
      const type = typeOfObject(scene, object);
      if (type) move(scene, type, ({ types }) => types, { home });
      break;
    }
    case "OBJECT_FUNCTION":
    case "OBJECT_PROCEDURE":
    case "OBJECT_ROUTINE":
      renameRoutine(scene, object, { home });
      break;
    case "OBJECT_EXTENSION":
      if (object) alterNamedPart(scene, objectType, object, scene.stamp("alter"));
  }
}
function move(scene, object, shelf, to) {
  const { name = object.name, home = object.home } = to;
  if (scene.isGuarded && shelf(home).get(name)) return;
  shelf(object.home).rename(object, name, scene.stamp("rename"), shelf(home));
  object.home = home;
}
function relationOf(scene, { relation, missing_ok }) {
  if (!relation) return void 0;
  const name = rangeName(relation);
  const known = scene.state.relation(name, scene.path);
  return known ?? (missing_ok || scene.isGuarded ? void 0 : scene.state.assumedRelation(name, scene.path));
}
function typeOfObject(scene, object) {
  const names = object && "List" in object ? object.List.items : void 0;
  const name = nameOf(strings(names));
  if (!name || scene.isGuarded && !scene.state.type(name, scene.path)) return void 0;
  return namedType(scene, names);
}
function renameColumn(scene, relation, from, to, stamp) {
  if (scene.isGuarded && (!relation.columns.get(from) || relation.columns.get(to))) return;
  const column2 = assumedColumn(relation, from);
  relation.columns.rename(column2, to, stamp);
  for (const child of scene.state.children(relation)) {
    const inherited = child.columns.values().find((each) => isFrom(each, column2));
    if (inherited) child.columns.rename(inherited, to, stamp);
  }
}
var isFrom = ({ source }, column2) => source !== void 0 && (source === column2 || isFrom(source, column2));

// src/migrations/objects/views.ts
function createView(scene, { view, query, aliases, replace }) {
  if (!view || !query) return;
  const sources = sourcesOf(scene, query);
  const name = rangeName(view);
  const isTemporary = [...sources].some((source) => source.home.name === TEMPORARY);
  const home = scene.state.creationSchema(isTemporary ? TEMPORARY : name.schema, scene.path);
  const known = home.relations.get(name.name);
  if (known && !replace && scene.isGuarded) return;
  const created = scene.stamp("create");
  const isReplaced = replace && known?.kind === "view";
  const relation = isReplaced ? known : newRelation("view", home, name.name, { created });
  relation.touch = created;
  for (const column2 of relation.columns.values()) column2.touch = created;
  standOn(relation, sources, query);
  addOutput(scene, relation, query, strings(aliases));
  if (!isReplaced) home.relations.add(relation);
}
function createAs(scene, { into, query, objtype, if_not_exists }) {
  const isView2 = objtype === "OBJECT_MATVIEW";
  fill(scene, isView2 ? "materialized-view" : "table", into, query, if_not_exists);
}
function selectInto(scene, query) {
  if (query.intoClause) fill(scene, "table", query.intoClause, { SelectStmt: query });
}
function fill(scene, kind, into, query, ifNotExists) {
  const relation = relationToBe(scene, kind, into?.rel, ifNotExists);
  if (!relation || !query) return;
  if (kind === "materialized-view") standOn(relation, sourcesOf(scene, query), query);
  addOutput(scene, relation, query, strings(into?.colNames));
  relation.home.relations.add(relation);
}
function sourcesOf({ state, path }, query) {
  const uses = usesIn(query).filter(({ kind }) => kind === "relation");
  const called = read(query).called.flatMap((name) => state.routine(name, path) ?? []);
  return /* @__PURE__ */ new Set([...uses.flatMap((use) => state.relation(use, path) ?? []), ...called]);
}
function standOn(relation, sources, query) {
  relation.sources = sources;
  for (const source of sources) source.users.add(relation);
  const { words, takesAll } = read(query);
  if (takesAll) delete relation.mentions;
  else relation.mentions = words;
}
function addOutput(scene, relation, query, aliases) {
  const { state, path } = scene;
  const columns = "SelectStmt" in query ? outputColumns(query.SelectStmt, (rangeVar) => state.relation(rangeName(rangeVar), path)) : void 0;
  relation.isOpen = !columns?.every(({ name }) => name !== void 0);
  columns?.forEach(({ name, location, type }, index) => {
    const named = aliases[index] ?? name;
    const created = location === void 0 ? scene.stamp("create") : stampAt(scene, "create", location);
    type?.users.add(relation);
    const known = named === void 0 ? void 0 : relation.columns.get(named);
    if (known) Object.assign(known, { touch: created, type });
    else if (named !== void 0) relation.columns.add(newColumn(named, type, { created }));
  });
}
function read(query) {
  const found = { words: /* @__PURE__ */ new Set(), takesAll: false, called: [] };
  const open = [query];
  while (open.length > 0) {
    const value = open.pop();
    if (Array.isArray(value)) for (const item of value) open.push(item);
    else if (typeof value === "object" && value !== null) {
      if ("A_Star" in value) found.takesAll = true;
      if ("sval" in value && typeof value.sval === "string") found.words.add(value.sval);
      if (isFuncCall(value)) found.called.push(...[nameOf(strings(value.funcname)) ?? []].flat());
      for (const child of Object.values(value)) open.push(child);
    }
  }
  return found;
}

// src/migrations/objects/apply.ts
function applyStatement(scene, node) {
  makePart(scene, node);
  touchFacets(scene, node);
  touchDatabase(scene, node);
  if ("CreateStmt" in node) createTable(scene, node.CreateStmt);
  else if ("CreateForeignTableStmt" in node) {
    const { base } = node.CreateForeignTableStmt;
    if (base) createTable(scene, base, "foreign-table");
  } else if ("AlterTableStmt" in node) alterTable(scene, node.AlterTableStmt);
  else if ("ViewStmt" in node) createView(scene, node.ViewStmt);
  else if ("CreateTableAsStmt" in node) createAs(scene, node.CreateTableAsStmt);
  else if ("SelectStmt" in node) selectInto(scene, node.SelectStmt);
  else if ("CreateEnumStmt" in node) createEnum(scene, node.CreateEnumStmt);
  else if ("AlterEnumStmt" in node) alterEnum(scene, node.AlterEnumStmt);
  else if ("CompositeTypeStmt" in node) createComposite(scene, node.CompositeTypeStmt);
  else if ("CreateDomainStmt" in node) createDomain(scene, node.CreateDomainStmt);
  else if ("AlterDomainStmt" in node) alterDomain(scene, node.AlterDomainStmt);
  else if ("CreateRangeStmt" in node) createOther(scene, node.CreateRangeStmt.typeName);
  else if ("DefineStmt" in node) {
    if (node.DefineStmt.kind === "OBJECT_TYPE") createOther(scene, node.DefineStmt.defnames);
  } else if ("CreateFunctionStmt" in node) createRoutine(scene, node.CreateFunctionStmt);
  else if ("CreateSchemaStmt" in node) createSchema(scene, node.CreateSchemaStmt);
  else if ("RenameStmt" in node) rename(scene, node.RenameStmt);
  else if ("AlterObjectSchemaStmt" in node) setSchema(scene, node.AlterObjectSchemaStmt);
  else if ("DropStmt" in node) drop(scene, node.DropStmt);
  else if ("CreateTrigStmt" in node) touchView(scene, node.CreateTrigStmt.relation);
  else if ("RuleStmt" in node) touchView(scene, node.RuleStmt.relation);
}
function createSchema(scene, statement) {
  const { schemaname, authrole, schemaElts = [] } = statement;
  const name = schemaname ?? authrole?.rolename ?? "";
  const known = scene.state.schemas.get(name);
  if (known?.created && scene.isGuarded) return;
  const created = scene.stamp("create");
  if (!known) scene.state.schemas.add(newSchema(name, { created }));
  else if (!known.created) Object.assign(known, { created, touch: created });
  for (const element of schemaElts) applyStatement({ ...scene, path: [name, ...scene.path] }, element);
}
function touchView({ state, path, stamp }, rangeVar) {
  const view = rangeVar && state.relation({ schema: rangeVar.schemaname, name: rangeVar.relname ?? "" }, path);
  if (view?.kind === "view") view.touch = stamp("alter");
}
function drop(scene, { removeType, objects = [] }) {
  const offsets = elementOffsets(scene, scene.statement.start, objects.length);
  objects.forEach((object, index) => {
    dropObject(scene, removeType, object, scene.stamp("drop", offsets?.[index]));
  });
}
function dropObject(scene, kind, object, stamp) {
  const { state, path } = scene;
  switch (kind) {
    case "OBJECT_TABLE":
    case "OBJECT_VIEW":
    case "OBJECT_MATVIEW":
    case "OBJECT_FOREIGN_TABLE": {
      const name = "List" in object ? nameOf(strings(object.List.items)) : void 0;
      if (name) dropRelation(state, state.assumedRelation(name, path), stamp);
      break;
    }
    case "OBJECT_TYPE":
    case "OBJECT_DOMAIN": {
      const type = "TypeName" in object ? namedType(scene, object.TypeName.names) : void 0;
      if (type) dropType(state, type, stamp);
      break;
    }
    case "OBJECT_FUNCTION":
    case "OBJECT_PROCEDURE":
    case "OBJECT_ROUTINE":
      dropRoutine(scene, object, stamp);
      break;
    case "OBJECT_SCHEMA":
      if ("String" in object) dropSchema(state, state.schema(object.String.sval ?? ""), stamp);
      break;
    default:
      dropPart(scene, kind, object, stamp);
  }
}

// src/migrations/objects/renamings.ts
function renamings(state) {
  const found = [];
  for (const schema of state.schemas.values()) {
    for (const relation of schema.relations.values()) found.push(...ofRelation(state, relation));
    for (const type of schema.types.values()) if (type.kind === "enum") found.push(...ofEnum(state, type));
    for (const routine of schema.routines.values()) found.push(...ofRoutine2(state, routine));
  }
  return found.sort((a, b) => a.stamp.order - b.stamp.order);
}
function ofRelation(state, relation) {
  const kind = relation.kind === "foreign-table" ? "table" : relation.kind;
  const past = pastNames(state, relation, ({ relations }) => relations);
  const today = { schema: relation.home.name, name: relation.name };
  return [
    ...past.map(({ stamp, ...from }) => ({ from: { kind, ...from }, to: { kind, ...today }, stamp })),
    ...ofColumns(relation.columns, today, [today, ...past])
  ];
}
function ofColumns(columns, today, relations) {
  const column2 = ({ schema, name: relation }, name) => ({
    kind: "column",
    schema,
    relation,
    name
  });
  return columns.former().flatMap(({ name, object, ended: stamp }) => {
    if (stamp.action !== "rename" || !columns.holds(object) || columns.get(name)) return [];
    const to = column2(today, object.name);
    return relations.map((relation) => ({ from: column2(relation, name), to, stamp }));
  });
}
function ofEnum(state, type) {
  const to = { kind: "enum", schema: type.home.name, name: type.name };
  return pastNames(state, type, ({ types }) => types).map(({ schema, name, stamp }) => ({
    from: { kind: "enum", schema, name },
    to,
    stamp
  }));
}
function ofRoutine2(state, routine) {
  const to = { kind: "function", schema: routine.home.name, name: routine.name, args: [] };
  return pastNames(state, routine, ({ routines }) => routines).map(({ schema, name, stamp }) => ({
    from: { kind: "function", schema, name, args: [] },
    to,
    stamp
  }));
}
function pastNames(state, object, members) {
  const stays = state.schemas.values().flatMap((schema) => formerNames(members(schema), object).map((each) => ({ ...each, schema }))).sort((a, b) => a.ended.order - b.ended.order);
  const found = [];
  let since = object.created?.order ?? 0;
  for (const stay of [...stays, { name: object.name, schema: object.home, ended: void 0 }]) {
    for (const named of namesOf2(state, stay.schema)) {
      const stamp = earlier(stay.ended, named.ended);
      const isOver = stamp !== void 0 && stamp.order > Math.max(since, named.since);
      const holder = state.schemas.get(named.name);
      if (isOver && !(holder && members(holder).get(stay.name)))
        found.push({ schema: named.name, name: stay.name, stamp });
    }
    since = stay.ended?.order ?? since;
  }
  return found;
}
function namesOf2(state, schema) {
  const former = formerNames(state.schemas, schema).sort((a, b) => a.ended.order - b.ended.order);
  const starts = [0, ...former.map(({ ended }) => ended.order)];
  return [...former, { name: schema.name }].map((each, index) => ({ ...each, since: starts[index] ?? 0 }));
}
var earlier = (a, b) => a && b ? a.order < b.order ? a : b : a ?? b;
function formerNames(names, object) {
  return names.former().filter((each) => each.object === object && each.ended.action === "rename").map(({ name, ended }) => ({ name, ended }));
}

// src/migrations/static-blocks.ts
async function staticStatements(block) {
  const body = bodyOf(block.node);
  if (body?.language !== "plpgsql") return [];
  const start = offsetInFile(block, body.text);
  const found = [];
  for (const { text, offset } of staticTexts(body.text)) {
    const { statements } = await parseMigration(text);
    const place = start === void 0 || offset === void 0 ? void 0 : start + offset;
    found.push(...statements.map((statement) => inFile(statement, block, place)));
  }
  return found;
}
function staticTexts(body) {
  const found = [];
  let loops = 0;
  for (const { text, start } of splitStatements(body)) {
    let at = afterComments(text);
    for (let step = stepAt(text, at); step.behind > at; step = stepAt(text, at)) {
      loops += step.loops;
      at = step.behind;
    }
    if (loops > 0) continue;
    const verb = wordAt(text, at);
    if (DDL.has(verb)) found.push({ text: text.slice(at), offset: start + at });
    else if (verb === "execute") found.push(...constantOf(text, at + verb.length, start));
  }
  return found;
}
var DDL = /* @__PURE__ */ new Set(["create", "alter", "drop"]);
function wordAt(text, at) {
  let end = at;
  while (isWordAt(text, end)) end += 1;
  return text.slice(at, end).toLowerCase();
}
function stepAt(text, at) {
  const word = wordAt(text, at);
  const next = (behind, loops = 0) => ({
    behind: behind + afterComments(text.slice(behind)),
    loops
  });
  switch (word) {
    case "begin":
    case "else":
    case "exception":
      return next(at + word.length);
    case "loop":
      return next(at + word.length, 1);
    case "if":
    case "elsif":
    case "elseif":
    case "when":
    case "case":
      return next(behindWord(text, at + word.length, "then"));
    case "for":
    case "foreach":
    case "while":
      return next(behindWord(text, at + word.length, "loop"), 1);
    case "end": {
      const isLoop = wordAt(text, next(at + word.length).behind) === "loop";
      return { behind: text.length, loops: isLoop ? -1 : 0 };
    }
    default:
      return text.startsWith("<<", at) ? next(text.indexOf(">>", at) + 2) : { behind: at, loops: 0 };
  }
}
function behindWord(text, from, word) {
  let depth = 0;
  for (let at = from; at < text.length; ) {
    const behind = afterLiteral(text, at);
    const found = isWordAt(text, at - 1) ? "" : wordAt(text, at);
    if (behind > at) at = behind;
    else if (found !== "") {
      at += found.length;
      if (found === word && depth === 0) return at;
    } else {
      if (text.charAt(at) === "(") depth += 1;
      else if (text.charAt(at) === ")") depth -= 1;
      at += 1;
    }
  }
  return text.length;
}
function constantOf(text, from, start) {
  const at = from + afterComments(text.slice(from));
  const end = afterLiteral(text, at);
  if (end === at || afterComments(text.slice(end)) + end < text.length) return [];
  const [delimiter = ""] = /^(?:'|\$\w*\$)/.exec(text.slice(at)) ?? [];
  if (delimiter === "") return [];
  const inner = text.slice(at + delimiter.length, end - delimiter.length);
  const isDoubled = delimiter === "'" && inner.includes("''");
  return [
    {
      text: isDoubled ? inner.replaceAll("''", "'") : inner,
      offset: isDoubled ? void 0 : start + at + delimiter.length
    }
  ];
}

// src/migrations/object-index.ts
async function indexMigrations(migrations) {
  const walk = { state: new SchemaState(), turn: 0, refused: [] };
  for (const migration of migrations) await walkFile(walk, migration);
  const { state, refused } = walk;
  return {
    blame: (object) => told(lastTouch(state, object)),
    lastSet: (object, facet) => told(lastSet(state, object, facet)),
    renames: renamings(state).map(({ from, to, stamp }) => ({ from, to, touch: touchOf(stamp) })),
    relations: lasting(
      state,
      ({ relations }) => relations,
      ({ kind }) => kind
    ),
    functions: lasting(
      state,
      ({ routines }) => routines,
      () => "function"
    ),
    enums: lasting(
      state,
      ({ types }) => types,
      ({ kind }) => kind === "enum" ? kind : void 0
    ),
    refused
  };
}
function lasting({ schemas }, shelf, kindOf2) {
  const own = schemas.values().filter(({ name }) => name !== TEMPORARY);
  return own.flatMap(
    (schema) => shelf(schema).values().flatMap((object) => {
      const kind = kindOf2(object);
      const { name, created } = object;
      return created && kind ? [{ kind, schema: schema.name, name, created: touchOf(created) }] : [];
    })
  );
}
var told = (stamp) => stamp && touchOf(stamp);
async function walkFile(walk, { file, sql }) {
  const { statements, refused } = await parseMigration(sql);
  const locate = locator(sql);
  for (const { offset, message } of refused)
    walk.refused.push({ location: { file, ...locate(offset) }, message });
  let settings = DEFAULT_SETTINGS;
  const carryOut = (statement, isGuarded) => {
    walk.turn += 1;
    const order = walk.turn;
    const endLine = locate(Math.max(statement.end - 1, statement.start)).line;
    const stamp = (action, offset = statement.start) => ({
      action,
      location: { file, ...locate(offset) },
      endLine,
      order
    });
    const path = settings.path ?? DEFAULT_SETTINGS.path ?? [];
    applyStatement({ state: walk.state, path, statement, isGuarded, stamp }, statement.node);
  };
  for (const statement of statements) {
    settings = settingsAfter(statement.node, settings);
    if ("DoStmt" in statement.node)
      for (const inner of await staticStatements(statement)) carryOut(inner, true);
    else carryOut(statement, false);
  }
  walk.state.forgetTemporary();
}
export {
  indexMigrations
};
