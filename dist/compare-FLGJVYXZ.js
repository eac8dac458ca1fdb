import {
  buildFactBase,
  collectGarbage,
  deserializeSnapshot,
  diff,
  encodeId,
  filterDeltas,
  formatSqlStatements,
  plan,
  resolveProfile,
  resolveView,
  supabaseProfile
} from "./chunk-K6CUPHRV.js";
import {
  withPlainLineEnds,
  withPlainLineEndsOutsideStrings
} from "./chunk-HD46L45G.js";
import "./chunk-PHKX5COY.js";
import {
  PLATFORM_SCHEMAS
} from "./chunk-ZUCB7KWV.js";
import {
  formatObjectId
} from "./chunk-L2727PVB.js";
import {
  kindInWords
} from "./chunk-XOYFCOSZ.js";
import {
  byText,
  groupBy
} from "./chunk-3WGEH7NJ.js";
import {
  messageOf
} from "./chunk-COC3XPBN.js";

// src/database/structure/words.ts
var named = (facet) => ({ facet });
var either = (facet, yes, no) => ({
  facet,
  words: (value) => value === true ? yes : no
});
var among = (facet, words) => ({
  facet,
  words: (value) => words[String(value)] ?? String(value)
});
var isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function dotted(value) {
  return isRecord(value) ? Object.values(value).map(String).join(".") : void 0;
}
function identity(value) {
  if (!isRecord(value)) return void 0;
  const options = isRecord(value.options) ? Object.entries(value.options) : [];
  const list = options.map(([name, option]) => `${name} ${option}`).join(", ");
  return `${value.generation === "a" ? "always" : "by default"} (${[dotted(value.sequence), list].filter(Boolean).join("; ")})`;
}
function grantWords(fact) {
  const list = (attribute) => {
    const value = fact?.payload[attribute];
    return Array.isArray(value) ? value.map(String) : [];
  };
  const grantable = new Set(list("grantable"));
  const words = list("privileges").map((name) => grantable.has(name) ? `${name} with grant option` : name);
  return words.length > 0 ? words.join(", ") : "none";
}

// src/database/structure/kinds.ts
var FIRING = among("firing", {
  O: "enabled",
  D: "disabled",
  R: "enabled on replicas",
  A: "always enabled"
});
var DEFINITION = named("definition");
var STORAGE_OPTIONS = named("storage options");
var definition = ({ payload }) => String(payload.def);
var returned = ({ payload }) => wordsOf("function", "returnType", payload.returnType) ?? "";
var published = ({ id, payload }) => clauses([
  "published",
  wordsOf(id.kind, "columns", payload.columns),
  wordsOf(id.kind, "where", payload.where)
]);
var clauses = (parts) => parts.filter((part) => typeof part === "string").join(" ");
var RELATION = { isInSchema: true, isDefined: true, defaultPrivileges: "r" };
var ROUTINE = { object: "function", isInSchema: true, isDefined: true, defaultPrivileges: "f" };
var TYPE = { isInSchema: true, isDefined: true, defaultPrivileges: "T" };
var FACT_KINDS = {
  schema: { object: "schema", essence: () => "" },
  table: {
    object: "table",
    ...RELATION,
    written: ["partitionKey"],
    attributes: {
      persistence: among("persistence", { p: "permanent", u: "unlogged" }),
      rowSecurity: either("row-level security", "enabled", "disabled"),
      forceRowSecurity: either("row-level security of the owner", "forced", "not forced"),
      replicaIdentity: among("replica identity", { d: "default", n: "nothing", f: "full", i: "index" }),
      replicaIdentityIndex: named("index of the replica identity"),
      partitionKey: named("partition key"),
      partitionBound: named("partition bound"),
      parentTable: { facet: "parent table", words: dotted },
      reloptions: STORAGE_OPTIONS
    },
    essence: ({ payload }) => `row-level security ${wordsOf("table", "rowSecurity", payload.rowSecurity)}`
  },
  view: {
    object: "view",
    ...RELATION,
    written: ["def"],
    attributes: { def: DEFINITION, reloptions: named("options") },
    essence: () => ""
  },
  materializedView: {
    object: "materialized-view",
    ...RELATION,
    written: ["def"],
    attributes: { def: DEFINITION, reloptions: STORAGE_OPTIONS },
    essence: () => ""
  },
  foreignTable: { object: "foreign-table", ...RELATION },
  sequence: {
    object: "sequence",
    isInSchema: true,
    defaultPrivileges: "S",
    attributes: {
      dataType: named("type"),
      minValue: named("minimum"),
      maxValue: named("maximum"),
      cycle: either("at its end", "starts again", "fails"),
      ownedBy: { facet: "owning column", words: dotted }
    }
  },
  function: {
    ...ROUTINE,
    written: ["def", "argSignature"],
    attributes: {
      argSignature: named("arguments"),
      returnType: named("return type"),
      isWindow: either("kind", "window function", "function")
    },
    essence: returned
  },
  procedure: {
    ...ROUTINE,
    written: ["def", "argSignature"],
    attributes: { argSignature: named("arguments") },
    essence: returned
  },
  aggregate: {
    ...ROUTINE,
    essence: ({ payload }) => `by ${payload.sfunc} over ${payload.stype}`
  },
  type: TYPE,
  typeAttribute: { essence: ({ payload }) => String(payload.type) },
  domain: {
    object: "domain",
    ...TYPE,
    written: ["default"],
    attributes: { baseType: named("type"), notNull: either("nullability", "not null", "null") }
  },
  collation: { object: "collation", isInSchema: true },
  index: {
    object: "index",
    written: ["def"],
    attributes: { def: DEFINITION, valid: either("validity", "valid", "invalid") },
    essence: definition
  },
  column: {
    object: "column",
    written: ["generatedExpr"],
    attributes: {
      notNull: either("nullability", "not null", "null"),
      identity: { facet: "identity", words: identity },
      generatedExpr: named("generated expression")
    },
    essence: ({ id, payload }, facts) => {
      const expression = facts.childrenOf(id).find((child) => child.id.kind === "default")?.payload.expr;
      return clauses([
        String(payload.type),
        payload.notNull === true && "not null",
        expression !== void 0 && `default ${expression}`,
        payload.generatedExpr !== null && `generated always as (${payload.generatedExpr})`,
        isRecord(payload.identity) && `generated ${identity(payload.identity)?.split(" (")[0]} as identity`
      ]);
    }
  },
  default: {
    written: ["expr"],
    attributes: { expr: named("default") },
    essence: ({ payload }) => String(payload.expr)
  },
  constraint: {
    object: "constraint",
    written: ["def"],
    attributes: { def: DEFINITION, validated: either("validation", "validated", "not validated") },
    essence: definition
  },
  trigger: {
    object: "trigger",
    written: ["def"],
    attributes: { def: DEFINITION, enabled: FIRING },
    essence: definition
  },
  rule: {
    object: "rule",
    written: ["def"],
    attributes: { def: DEFINITION, enabled: FIRING },
    essence: definition
  },
  policy: {
    object: "policy",
    written: ["usingExpr", "checkExpr"],
    attributes: {
      cmd: among("command", { "*": "all", r: "select", a: "insert", w: "update", d: "delete" }),
      permissive: either("mode", "permissive", "restrictive"),
      usingExpr: named("using"),
      checkExpr: named("check")
    },
    essence: ({ payload }) => clauses([
      payload.permissive === false && "restrictive",
      `for ${wordsOf("policy", "cmd", payload.cmd)} to ${wordsOf("policy", "roles", payload.roles)}`,
      payload.usingExpr !== null && `using (${payload.usingExpr})`,
      payload.checkExpr !== null && `with check (${payload.checkExpr})`
    ])
  },
  eventTrigger: {
    object: "event-trigger",
    attributes: {
      enabled: FIRING,
      functionSchema: named("schema of the function"),
      functionName: named("function")
    }
  },
  publication: {
    object: "publication",
    attributes: {
      allTables: either("tables", "all", "named ones"),
      viaRoot: either("changes of partitions", "as of their root", "as their own"),
      publish: named("operations")
    }
  },
  publicationRel: { written: ["where"], essence: published },
  publicationSchema: { essence: published },
  subscription: { object: "subscription" },
  role: {
    object: "role",
    attributes: {
      superuser: either("superuser", "yes", "no"),
      inherit: either("inherits rights", "yes", "no"),
      createRole: either("may create roles", "yes", "no"),
      createDb: either("may create databases", "yes", "no"),
      login: either("may log in", "yes", "no"),
      replication: either("may replicate", "yes", "no"),
      bypassRls: either("bypasses row-level security", "yes", "no"),
      config: named("settings")
    },
    essence: ({ payload }) => Object.entries(payload).filter(([, value]) => value === true).map(([name]) => facetOf("role", name)).join(", ")
  },
  membership: {
    attributes: { admin: either("", "member with admin option", "member") },
    essence: ({ payload }) => wordsOf("membership", "admin", payload.admin) ?? ""
  },
  acl: { essence: grantWords },
  defaultPrivilege: { essence: grantWords },
  comment: { essence: ({ payload }) => String(payload.text) },
  securityLabel: {},
  extension: { object: "extension", essence: ({ payload }) => `in schema ${payload.schema}` },
  // A language that is not PostgreSQL's own comes with an extension.
  language: { object: "extension" },
  // A job of pg_cron.
  extensionIntent: {
    object: "cron-job",
    attributes: { active: either("state", "active", "paused"), username: named("user") }
  },
  fdw: { object: "foreign-data-wrapper" },
  server: { object: "foreign-server", attributes: { fdw: named("wrapper") } },
  userMapping: {}
};
var rowOf = (kind) => FACT_KINDS[kind];
var facetOf = (kind, attribute) => rowOf(kind).attributes?.[attribute]?.facet ?? attribute.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
function wordsOf(kind, attribute, value) {
  const words = rowOf(kind).attributes?.[attribute]?.words;
  if (value === void 0 || value === null) return void 0;
  if (words) return words(value);
  if (Array.isArray(value)) return value.length > 0 ? value.map(String).join(", ") : void 0;
  if (typeof value === "object") return JSON.stringify(value);
  if (typeof value === "boolean") return value ? "yes" : "no";
  return String(value);
}
function essenceOf(fact, facts) {
  const { kind } = fact.id;
  const { essence } = rowOf(kind);
  if (essence) return essence(fact, facts);
  return Object.entries(fact.payload).filter(([name]) => !name.startsWith("_") && name !== "variant").flatMap(([name, value]) => {
    const words = wordsOf(kind, name, value);
    return words === void 0 ? [] : [`${facetOf(kind, name)} ${words}`];
  }).join(", ");
}

// src/database/structure/causes.ts
function withoutConsequences(changes, sides) {
  const causes = indexed(changes);
  const followers = /* @__PURE__ */ new Map();
  for (const change of changes) {
    const cause = CAUSES.map((causeOf) => causeOf(change, causes, sides)).find(
      (found) => found !== void 0 && found !== change
    );
    if (cause) followers.set(cause, [...followers.get(cause) ?? [], change]);
  }
  const merged = new Set([...followers.values()].flat().filter((change) => !followers.has(change)));
  return changes.filter((change) => !merged.has(change)).map(
    (cause) => (followers.get(cause) ?? []).filter((one) => merged.has(one)).reduce(withConsequence, cause)
  );
}
var WORST = ["error", "warning", "note"];
function withConsequence({ change, facts }, follower) {
  const { object, facet } = follower.change;
  const line = `${facet === void 0 ? "" : `${facet} of `}${kindInWords(object.kind)} ${formatObjectId(object)}`;
  const severity = WORST.find((one) => one === change.severity || one === follower.change.severity);
  return {
    change: { ...change, parts: [...change.parts, line], severity: severity ?? change.severity },
    facts: [...facts, ...follower.facts]
  };
}
var keyOf = (id, facet) => `${encodeId(id)} ${facet}`;
function indexed(changes) {
  return new Map(
    changes.flatMap((change) => {
      const [head] = change.facts;
      return head ? [[keyOf(head.id, change.change.facet ?? ""), change]] : [];
    })
  );
}
var CAUSES = [byOwner, byDefaultPrivileges, byType];
function byOwner({ facts: [fact] }, causes) {
  if (fact?.id.kind !== "acl") return void 0;
  const owner = causes.get(keyOf(fact.id.target, "owner"));
  const { expected, actual } = owner?.change ?? {};
  return fact.id.grantee === expected || fact.id.grantee === actual ? owner : void 0;
}
function byDefaultPrivileges({ change, facts: [fact] }, causes) {
  if (fact?.id.kind !== "acl" || fact.id.column !== void 0 || !("schema" in fact.id.target))
    return void 0;
  const { grantee, target } = fact.id;
  return [target.schema ?? null, null].map(
    (schema) => [...causes.values()].find(
      ({ facts: [cause] }) => cause?.id.kind === "defaultPrivilege" && cause.id.grantee === grantee && cause.id.objtype === rowOf(target.kind).defaultPrivileges && cause.id.schema === schema
    )
  ).find((cause) => cause?.change.expected === change.expected && cause?.change.actual === change.actual);
}
function byType({ change, facts: [fact] }, causes, { expected }) {
  if (fact === void 0 || change.facet === void 0 || change.kind !== "altered") return void 0;
  const own = fact.id.kind === "column" ? [fact.id] : parentColumn(fact);
  const columns = [...own, ...expected.outgoingEdges(fact.id).map(({ to }) => to)];
  const cause = columns.map((id) => causes.get(keyOf(id, "type"))).find((found) => found !== void 0);
  if (change.facet === "identity") return cause;
  return change.facet !== "type" && withoutCasts(change.expected) === withoutCasts(change.actual) ? cause : void 0;
}
var parentColumn = ({ id, parent }) => id.kind === "default" && parent !== void 0 ? [parent] : [];
var CAST = /::(?:"[^"]*"|[\w.]+)(?: (?:varying|precision|with(?:out)? time zone))?(?:\([\d, ]*\))?(?:\[\])*/g;
var withoutCasts = (text) => (text ?? "").replace(CAST, "").replace(/[()\s']/g, "");

// src/database/structure/function.ts
function facetsOfFunction(definition2) {
  const [header = "", body = ""] = split(definition2);
  const after = / LANGUAGE \S+\n?([\s\S]*)$/.exec(header)?.[1] ?? "";
  const settings = after.split("\n").filter((line) => line.startsWith(" SET "));
  const words = after.split("\n").filter((line) => !line.startsWith(" SET ")).join(" ");
  const options = words.replace(/\b(IMMUTABLE|STABLE|SECURITY DEFINER)\b/g, "").trim();
  return /* @__PURE__ */ new Map([
    ["volatility", /\b(IMMUTABLE|STABLE)\b/.exec(words)?.[0].toLowerCase() ?? "volatile"],
    ["security", /\bSECURITY DEFINER\b/.test(words) ? "definer" : "invoker"],
    ["settings", settings.map((line) => line.replace(/^ SET /, "")).join("\n")],
    ["options", options.replace(/\s+/g, " ").toLowerCase()],
    ["body", body]
  ]);
}
function split(definition2) {
  const language = definition2.indexOf("\n LANGUAGE ");
  const body = /\n(?:AS |BEGIN ATOMIC|RETURN )/.exec(definition2.slice(language));
  if (language === -1 || body === null) return [definition2, ""];
  const at = language + body.index;
  const text = definition2.slice(at).trim();
  const quoted2 = /^AS (\$(?:function|procedure)\w*\$)([\s\S]*)\1$/.exec(text);
  return [definition2.slice(0, at), quoted2?.[2] ?? text];
}

// src/database/structure/groups.ts
function grouped(only, facts, isOfKept = () => false) {
  const among2 = new Map(only.map((fact) => [encodeId(fact.id), fact]));
  const groups = /* @__PURE__ */ new Map();
  for (const fact of only) {
    const head = headOf(fact, among2, facts, isOfKept);
    const key = encodeId(head.id);
    const group = groups.get(key) ?? { head, rest: [] };
    if (fact !== head) group.rest.push(fact);
    groups.set(key, group);
  }
  return [...groups.values()];
}
function headOf(fact, among2, facts, isOfKept) {
  const whole = wholesOf(fact, facts, isOfKept).find((id) => among2.has(id));
  const next = whole === void 0 ? void 0 : among2.get(whole);
  return next === void 0 || next === fact ? fact : headOf(next, among2, facts, isOfKept);
}
function wholesOf(fact, facts, isOfKept) {
  const parent = fact.parent === void 0 ? [] : [encodeId(fact.parent)];
  return [...parent, ...needsOf(fact, facts, isOfKept)];
}
function needsOf(fact, facts, isOfKept) {
  const { id, payload, parent } = fact;
  if (id.kind === "membership") {
    return [id.member, id.role].map((name) => encodeId({ kind: "role", name }));
  }
  if (id.kind === "sequence") {
    const owned = payload.ownedBy;
    if (typeof owned !== "object" || owned === null || Array.isArray(owned)) return [];
    const [schema, table, name] = [owned.schema, owned.table, owned.column].map(String);
    if (schema === void 0 || table === void 0 || name === void 0) return [];
    return [encodeId({ kind: "column", schema, table, name })];
  }
  if (id.kind !== "constraint" && id.kind !== "index") return [];
  const own = parent === void 0 ? "" : encodeId(parent);
  const isOwnColumn = (to) => to.kind === "column" && to.schema === id.schema && "table" in id && to.table === id.table;
  const isKept = payload.type === "f" && isOfKept(fact);
  return facts.outgoingEdges(id).filter(({ kind, to }) => kind === "depends" && ["column", "table", "constraint"].includes(to.kind)).filter(({ to }) => !isKept || isOwnColumn(to)).map(({ to }) => encodeId(to)).filter((to) => to !== own);
}

// src/database/structure/ids.ts
function objectFacetOf(id, facts) {
  switch (id.kind) {
    case "comment":
      return { object: objectFacetOf(id.target, facts).object, facet: "comment" };
    case "securityLabel":
      return { object: objectFacetOf(id.target, facts).object, facet: `security label of ${id.provider}` };
    case "acl":
      return { object: grantedOn(id, facts), facet: `grants to ${id.grantee}` };
    case "default":
      return {
        object: { kind: "column", schema: id.schema, relation: id.table, name: id.name },
        facet: "default"
      };
    case "typeAttribute":
      return {
        object: { kind: "composite-type", schema: id.schema, name: id.type },
        facet: `attribute ${id.name}`
      };
    case "publicationRel":
      return publication(id.publication, `table ${id.schema}.${id.table}`);
    case "publicationSchema":
      return publication(id.publication, `tables of schema ${id.schema}`);
    case "membership":
      return { object: { kind: "role", name: id.member }, facet: `membership in ${id.role}` };
    case "userMapping":
      return { object: { kind: "foreign-server", name: id.server }, facet: `user mapping for ${id.role}` };
    case "defaultPrivilege":
      return {
        object: {
          kind: "default-privileges",
          name: id.schema === null ? id.role : `${id.role} in ${id.schema}`
        },
        facet: `grants on ${GRANTED[id.objtype] ?? id.objtype} to ${id.grantee}`
      };
    case "column":
    case "constraint":
    case "trigger":
    case "policy":
    case "rule":
      return { object: { kind: id.kind, schema: id.schema, relation: id.table, name: id.name } };
    case "function":
    case "procedure":
    case "aggregate":
      return { object: { kind: "function", schema: id.schema, name: id.name, args: id.args } };
    case "type":
      return { object: { kind: variantOf(facts.get(id)), schema: id.schema, name: id.name } };
    case "extensionIntent":
      return { object: { kind: "cron-job", name: id.key } };
    default:
      return "schema" in id ? { object: { kind: FACT_KINDS[id.kind].object, schema: id.schema, name: id.name } } : { object: { kind: FACT_KINDS[id.kind].object, name: id.name } };
  }
}
var publication = (name, facet) => ({
  object: { kind: "publication", name },
  facet
});
var grantedOn = ({ target, column }, facts) => column !== void 0 && "schema" in target && "name" in target ? { kind: "column", schema: target.schema, relation: target.name, name: column } : objectFacetOf(target, facts).object;
var GRANTED = {
  r: "tables",
  S: "sequences",
  f: "functions",
  T: "types",
  n: "schemas",
  L: "large objects"
};
var TYPES = { enum: "enum", composite: "composite-type", range: "range-type" };
function variantOf(fact) {
  const variant = fact?.payload.variant;
  return variant === "composite" || variant === "range" ? TYPES[variant] : "enum";
}
function rootOf(fact, facts) {
  const parent = fact.parent && facts.get(fact.parent);
  return parent === void 0 || parent.id.kind === "schema" ? fact : rootOf(parent, facts);
}

// src/database/structure/line-ends.ts
var FREE_LANGUAGES = ["sql", "plpgsql"];
function withoutLineEnds(fact) {
  const { id, payload } = fact;
  const rewrite = (attribute, plain) => {
    const text = payload[attribute];
    return typeof text === "string" && text.includes("\r") ? { ...fact, payload: { ...payload, [attribute]: plain(text) } } : fact;
  };
  switch (id.kind) {
    case "comment":
      return rewrite("text", withPlainLineEnds);
    case "function":
    case "procedure":
      return FREE_LANGUAGES.includes(payload.language) ? rewrite("def", withPlainBody) : fact;
    case "extensionIntent":
      return rewrite("command", withPlainLineEndsOutsideStrings);
    default:
      return fact;
  }
}
function withPlainBody(definition2) {
  const opening = /\nAS (\$(?:function|procedure)\w*\$)/.exec(definition2);
  if (opening === null) return definition2;
  const [from, to] = [opening.index + opening[0].length, definition2.lastIndexOf(opening[1] ?? "")];
  const body = withPlainLineEndsOutsideStrings(definition2.slice(from, to));
  return definition2.slice(0, from) + body + definition2.slice(to);
}
function lineEndsOf(expected, actual) {
  if (expected === void 0 || actual === void 0 || expected === actual) return void 0;
  if (withPlainLineEnds(expected) !== withPlainLineEnds(actual)) return void 0;
  return { expected: kindsIn(expected), actual: kindsIn(actual) };
}
var NAMES = /* @__PURE__ */ new Map([
  ["\n", "LF"],
  ["\r\n", "CR LF"],
  ["\r", "CR"]
]);
var kindsIn = (text) => [...new Set(text.match(/\r\n?|\n/g))].map((end) => NAMES.get(end)).join(" and ");

// src/database/structure/severity.ts
var SEVERITIES = [
  {
    severity: "note",
    facet: /^line ends of /,
    because: "Git or an editor made them, hardly ever on purpose"
  },
  { severity: "note", facet: /^comment$/, because: "a comment changes nothing that the database does" },
  {
    severity: "error",
    kinds: ["table", "view", "materialized-view", "function"],
    facet: /^owner$/,
    because: "the owner passes row-level security, and views and functions run with its rights"
  },
  { severity: "note", facet: /^owner$/, because: "who owns it decides only who may change it" },
  {
    severity: "warning",
    kinds: ["default-privileges"],
    because: "they apply only to objects that are created later"
  },
  {
    severity: "error",
    facet: /^grants to (anon|authenticated|PUBLIC)$/,
    because: "everybody who has the API key may do more, or less"
  },
  { severity: "warning", facet: /^grants to /, because: "roles of the project itself may do more, or less" },
  {
    severity: "error",
    kinds: ["index"],
    text: /^CREATE UNIQUE /,
    because: "a unique index decides which rows there can be"
  },
  { severity: "warning", kinds: ["index"], because: "an index changes how fast, not what" },
  {
    severity: "warning",
    facet: /^(validation|validity)$/,
    because: "new rows are checked alike"
  },
  {
    severity: "warning",
    facet: /^(storage options|replica identity|index of the replica identity|persistence)$/,
    because: "it changes how rows are stored, not which rows there can be"
  },
  {
    severity: "warning",
    kinds: ["publication", "subscription"],
    because: "it decides who receives changes, not what they are"
  },
  { severity: "warning", kinds: ["cron-job"], because: "clients do not use it" },
  {
    severity: "warning",
    kinds: ["sequence", "extension", "collation", "event-trigger", "foreign-data-wrapper", "foreign-server"],
    because: "whatever clients use of it is a finding of its own"
  },
  { severity: "error", because: "it changes the shape of data, or who may see or change it" }
];
function severityOf({ object, facet }, { payload }) {
  const row = SEVERITIES.find(
    (one) => (one.kinds === void 0 || one.kinds.includes(object.kind)) && (one.facet === void 0 || facet !== void 0 && one.facet.test(facet)) && (one.text === void 0 || one.text.test(String(payload.def)))
  );
  return row?.severity ?? "error";
}

// src/database/structure/changes.ts
function changesOf(deltas, sides, whole) {
  const added = deltas.flatMap((delta) => delta.verb === "add" ? [delta.fact] : []);
  const removed = deltas.flatMap((delta) => delta.verb === "remove" ? [delta.fact] : []);
  const isOfKept = ({ parent }) => parent !== void 0 && sides.expected.has(parent);
  return [
    ...grouped(added, sides.actual, isOfKept).flatMap((group) => onOneSide(group, "unmanaged", sides)),
    ...grouped(removed, sides.expected).flatMap((group) => onOneSide(group, "missing", sides)),
    ...deltas.flatMap((delta) => delta.verb === "set" ? altered(delta, sides) : []),
    ...owners(whole, sides)
  ];
}
var inOrder = (a, b) => byText(formatObjectId(a.change.object), formatObjectId(b.change.object)) || byText(a.change.kind, b.change.kind) || byText(a.change.facet ?? "", b.change.facet ?? "");
function traced({ kind, object, facet, expected, actual, parts = [] }, subject, facts) {
  const change = {
    kind,
    object,
    ...facet !== void 0 && { facet },
    ...expected !== void 0 && { expected },
    ...actual !== void 0 && { actual },
    parts
  };
  return { change: { ...change, severity: severityOf(change, subject) }, facts };
}
function onOneSide(group, kind, { expected, actual }) {
  const { head, rest } = group;
  const facts = kind === "unmanaged" ? actual : expected;
  const about = objectFacetOf(head.id, facts);
  const all = [head, ...rest];
  if (about.facet === void 0) {
    const parts2 = [...linesOf(head, facts), ...partsOf(group, facts)];
    return [traced({ kind, ...about, parts: parts2 }, head, all)];
  }
  const words = oneLine(essenceOf(head, facts)) || "there";
  const none = isGrant(head.id) ? "none" : void 0;
  if (words === none) return [];
  const [before, after] = kind === "unmanaged" ? [none, words] : [words, none];
  const parts = partsOf(group, facts);
  return [traced({ kind: "altered", ...about, expected: before, actual: after, parts }, head, all)];
}
var isGrant = ({ kind }) => kind === "acl" || kind === "defaultPrivilege";
var oneLine = (text) => text.replace(/\s+/g, " ").trim();
function linesOf(fact, facts) {
  const values = fact.payload.values;
  if (fact.id.kind === "type" && Array.isArray(values)) return values.map((value) => `value ${value}`);
  const line = oneLine(essenceOf(fact, facts));
  return line === "" ? [] : [line];
}
function partsOf({ head, rest }, facts) {
  const isOwn = ({ parent }) => parent !== void 0 && encodeId(parent) === encodeId(head.id);
  const shown = head.id.kind === "schema" ? rest.filter((fact) => isOwn(fact) && !isGrant(fact.id)) : rest;
  return shown.filter((fact) => fact.id.kind !== "default" && !isOwnersDefault(fact)).map((fact) => {
    const { object, facet } = objectFacetOf(fact.id, facts);
    const name = `${kindInWords(object.kind)} ${object.name}`;
    const of = "target" in fact.id && !isOwn(fact) ? ` of ${name}` : "";
    return oneLine(`${facet ?? name}${of} ${essenceOf(fact, facts)}`);
  }).sort(byText);
}
function isOwnersDefault({ id, payload }) {
  const { _ownerDefault: given, privileges, grantable } = payload;
  return id.kind === "acl" && String(given) === String(privileges) && String(grantable) === "";
}
function altered(delta, sides) {
  const { id, attr } = delta;
  const fact = sides.actual.get(id);
  const before = sides.expected.get(id);
  if (fact === void 0 || before === void 0) return [];
  const about = objectFacetOf(id, sides.actual);
  const change = (facet2, expected, actual) => {
    const ends = lineEndsOf(expected, actual);
    const draft = ends ? { facet: `line ends of the ${facet2}`, ...ends } : { facet: facet2, expected, actual };
    return traced({ kind: "altered", object: about.object, ...draft }, fact, [fact]);
  };
  if (isGrant(id)) {
    return attr === "privileges" || delta.attr === firstDifference(before, fact) ? [change(about.facet ?? "grants", grantWords(before), grantWords(fact))] : [];
  }
  if (attr === "def" && (id.kind === "function" || id.kind === "procedure")) {
    return functionChanges(String(delta.from), String(delta.to), before, fact).map(
      ([facet2, from, to]) => change(facet2, from, to)
    );
  }
  if (attr === "values") return valueChanges(delta, fact, sides);
  if (attr === "type" && id.kind === "constraint") return [];
  const facet = about.facet ?? facetOf(id.kind, attr);
  return [change(facet, wordsOf(id.kind, attr, delta.from), wordsOf(id.kind, attr, delta.to))];
}
var firstDifference = (a, b) => ["privileges", "grantable"].find((name) => String(a.payload[name]) !== String(b.payload[name]));
function functionChanges(from, to, before, after) {
  const [a, b] = [facetsOfFunction(from), facetsOfFunction(to)];
  const differing = [...b.keys()].filter((facet) => a.get(facet) !== b.get(facet));
  if (differing.length > 0) {
    return differing.map((facet) => [facet, a.get(facet) || void 0, b.get(facet) || void 0]);
  }
  const hasOwnDelta = ["argSignature", "returnType", "language", "isWindow"].some(
    (name) => before.payload[name] !== after.payload[name]
  );
  return hasOwnDelta ? [] : [["definition", from, to]];
}
function valueChanges({ id, from, to }, fact, sides) {
  const { object } = objectFacetOf(id, sides.actual);
  if (!Array.isArray(from) || !Array.isArray(to) || object.kind !== "enum") return [];
  const [before, after] = [from.map(String), to.map(String)];
  const value = (name, kind) => traced({ kind, object: { kind: "enum-value", schema: object.schema, enum: object.name, name } }, fact, [
    fact
  ]);
  const common = (list, other) => list.filter((name) => other.includes(name)).join(", ");
  const [order, orderNow] = [common(before, after), common(after, before)];
  return [
    ...after.filter((name) => !before.includes(name)).map((name) => value(name, "unmanaged")),
    ...before.filter((name) => !after.includes(name)).map((name) => value(name, "missing")),
    ...order === orderNow ? [] : [
      traced(
        { kind: "altered", object, facet: "order of values", expected: order, actual: orderNow },
        fact,
        [fact]
      )
    ]
  ];
}
function owners({ expected, actual }, views) {
  return views.actual.facts().flatMap((fact) => {
    if (!views.expected.has(fact.id) || views.actual.isReferenceOnly(fact.id)) return [];
    const [before, after] = [ownerOf(fact.id, expected), ownerOf(fact.id, actual)];
    if (before === after) return [];
    const { object } = objectFacetOf(fact.id, actual);
    return [
      traced({ kind: "altered", object, facet: "owner", expected: before, actual: after }, fact, [fact])
    ];
  });
}
var ownerOf = (id, facts) => {
  const owner = facts.outgoingEdges(id).find(({ kind }) => kind === "owner")?.to;
  return owner !== void 0 && "name" in owner ? owner.name : void 0;
};

// src/database/structure/differing.ts
function differingPart({ expected, actual }) {
  const isSame = ({ id }) => expected.has(id) && actual.has(id) && expected.rollupOf(id) === actual.rollupOf(id);
  const kept = /* @__PURE__ */ new Set();
  for (const [side, other] of [
    [expected, actual],
    [actual, expected]
  ]) {
    const changed = side.facts().filter((fact) => !isSame(fact));
    const roots = [...changed, ...dependentsOf(changed, side, other)].map((fact) => rootOf(fact, side));
    for (const fact of needed(new Set(roots), side)) kept.add(fact);
  }
  const part = (facts) => within(
    facts,
    facts.facts().filter(({ id }) => kept.has(encodeId(id)))
  );
  return { expected: part(expected), actual: part(actual) };
}
function dependentsOf(changed, side, other) {
  const found = /* @__PURE__ */ new Map();
  const visit = (fact) => {
    for (const { from } of side.incomingEdges(fact.id)) {
      const dependent = side.get(from);
      if (dependent === void 0 || found.has(encodeId(from))) continue;
      found.set(encodeId(from), dependent);
      visit(dependent);
    }
  };
  for (const fact of changed) {
    const isItself = other.has(fact.id) && side.hashOf(fact.id) === other.hashOf(fact.id);
    if (!isItself) visit(fact);
  }
  return [...found.values()];
}
function needed(roots, facts) {
  const found = /* @__PURE__ */ new Set();
  const keep = (fact) => {
    if (fact === void 0 || found.has(encodeId(fact.id))) return;
    found.add(encodeId(fact.id));
    keep(fact.parent && facts.get(fact.parent));
    for (const { to } of facts.outgoingEdges(fact.id)) keep(facts.get(to));
  };
  for (const root of roots) for (const fact of contents(root, facts)) keep(fact);
  for (const fact of facts.facts()) if (fact.id.kind === "role") keep(fact);
  return found;
}
var contents = (fact, facts) => [
  fact,
  ...facts.childrenOf(fact.id).filter(({ id }) => fact.id.kind !== "schema" || "target" in id).flatMap((child) => contents(child, facts))
];
function within(facts, kept) {
  const ids = new Set(kept.map(({ id }) => encodeId(id)));
  const edges = facts.edges.filter(({ from, to }) => ids.has(encodeId(from)) && ids.has(encodeId(to)));
  return buildFactBase(kept, edges, facts.source);
}

// src/database/structure/policy.ts
var IN_SCHEMAS = [
  "schema",
  ...Object.entries(FACT_KINDS).flatMap(([kind, row]) => "isInSchema" in row ? [kind] : [])
];
var OF_SUPABASE = { id: supabaseProfile.id, ...supabaseProfile.policy };
var PLATFORM = [...OF_SUPABASE.assumedSchemas ?? []];
var PLATFORM_ROLES = ["pg_*", ...OF_SUPABASE.assumedRoles ?? []];
var POLICY = {
  ...OF_SUPABASE,
  filter: [
    { match: { all: [{ kind: "policy" }, { schema: ["storage", "realtime"] }] }, action: "include" },
    {
      match: {
        all: [{ kind: "table" }, { schema: "storage" }, { name: ["objects", "buckets"] }, { verb: "set" }]
      },
      action: "include"
    },
    {
      match: {
        all: [{ kind: "membership" }, { not: { idField: { field: "role", glob: PLATFORM_ROLES } } }]
      },
      action: "include"
    },
    {
      match: {
        all: [{ kind: IN_SCHEMAS }, { not: { any: [{ schema: PLATFORM }, { kind: "schema" }] } }]
      },
      action: "include"
    },
    { match: { all: [{ kind: "schema" }, { not: { name: PLATFORM } }] }, action: "include" },
    ...OF_SUPABASE.filter ?? []
  ]
};
async function planBetween(from, to) {
  const profile = { id: supabaseProfile.id, handlers: supabaseProfile.handlers };
  const { planOptions } = await Reflect.apply(resolveProfile, void 0, [void 0, profile]);
  return plan(from, to, { ...planOptions, policy: POLICY });
}

// src/database/structure/probes.ts
var quoted = (name) => `"${name.replaceAll('"', '""')}"`;
var inSchema = (schema, name) => `${quoted(schema)}.${quoted(name)}`;
var IDENTIFIER = '(?:"(?:[^"]|"")*"|[^\\s".(]+)';
var NAMED = new RegExp(
  `^(CREATE (?:OR REPLACE |UNIQUE |CONSTRAINT )?(?:INDEX|TRIGGER|RULE|FUNCTION|PROCEDURE) (?:${IDENTIFIER}\\.)?)${IDENTIFIER}`
);
function probeOf({ id, payload, parent }, name, facts) {
  switch (id.kind) {
    case "view":
      return { sql: `create view ${inSchema(id.schema, name)} as ${payload.def}`, id: { ...id, name } };
    case "materializedView": {
      const query = String(payload.def).replace(/;\s*$/, "");
      return {
        sql: `create materialized view ${inSchema(id.schema, name)} as ${query} with no data`,
        id: { ...id, name }
      };
    }
    case "index":
    case "trigger":
    case "rule":
    case "function":
    case "procedure":
      return { sql: String(payload.def).replace(NAMED, `$1${name}`), id: { ...id, name } };
    case "constraint": {
      const owner = parent?.kind === "domain" ? "domain" : "table";
      const sql = `alter ${owner} ${inSchema(id.schema, id.table)} add constraint ${name} ${payload.def}`;
      return { sql, id: { ...id, name } };
    }
    case "policy": {
      const using = payload.usingExpr === null ? "" : ` using (${payload.usingExpr})`;
      const check = payload.checkExpr === null ? "" : ` with check (${payload.checkExpr})`;
      const command = wordsOf("policy", "cmd", payload.cmd);
      const sql = `create policy ${name} on ${inSchema(id.schema, id.table)} for ${command}${using}${check}`;
      return { sql, id: { ...id, name } };
    }
    default:
      return probeOfValue({ id, payload }, name, facts);
  }
}
function probeOfValue({ id, payload }, name, facts) {
  switch (id.kind) {
    case "default":
    case "column": {
      const type = facts.get({ ...id, kind: "column" })?.payload.type;
      const clause = id.kind === "column" ? `generated always as (${payload.generatedExpr}) stored` : `default ${payload.expr}`;
      const sql = `alter table ${inSchema(id.schema, id.table)} add column ${name} ${type} ${clause}`;
      return { sql, id: { ...id, name } };
    }
    case "domain":
      return {
        sql: `create domain ${inSchema(id.schema, name)} as ${payload.baseType} default ${payload.default}`,
        id: { ...id, name }
      };
    case "table":
      return {
        sql: `create table ${inSchema(id.schema, name)} (like ${inSchema(id.schema, id.name)}) partition by ${payload.partitionKey}`,
        id: { ...id, name }
      };
    case "publicationRel":
      return {
        sql: `create publication ${name} for table ${inSchema(id.schema, id.table)} where ${payload.where}`,
        id: { ...id, publication: name }
      };
    default:
      return void 0;
  }
}
function writtenOf({ id }, name, facts) {
  const fact = facts.getByEncoded(encodeId(id));
  if (fact === void 0) return void 0;
  return Object.fromEntries(
    (rowOf(id.kind).written ?? []).map((attribute) => [
      attribute,
      String(fact.payload[attribute] ?? "").replaceAll(name, "")
    ])
  );
}

// src/database/structure/level.ts
async function leveled(expected, actual, rehearse) {
  const both = differingPart(byRules(expected, actual));
  collectGarbage();
  if (major(expected) === major(actual)) return both;
  const views = { expected: resolveView(both.expected, POLICY), actual: resolveView(both.actual, POLICY) };
  return { ...both, actual: await rewrittenBy(rehearse, both, views) };
}
function byRules(...catalogues) {
  const [expected, actual] = [factsOf(catalogues[0]), factsOf(catalogues[1])];
  const unreadable = new Set(
    [...expected.diagnostics, ...actual.diagnostics].flatMap(
      ({ code, subject }) => code === "user-mapping-unreadable" && subject ? [encodeId(subject)] : []
    )
  );
  const majors = catalogues.map(major);
  const rules = [
    ...ALWAYS,
    ...BETWEEN.filter(({ since }) => since > Math.min(...majors) && since <= Math.max(...majors))
  ];
  collectGarbage();
  const level = (facts, other) => rewritten(facts, (fact) => {
    if (unreadable.has(encodeId(fact.id))) return void 0;
    return rules.reduce((kept, { rule }) => kept && rule(kept, facts, other), fact);
  });
  return { expected: level(expected, actual), actual: level(actual, expected) };
}
var major = ({ postgresVersion }) => Number.parseInt(postgresVersion, 10);
var factsOf = ({ facts }) => deserializeSnapshot(facts).factBase;
function rewritten(facts, rewrite) {
  const gone = /* @__PURE__ */ new Set();
  const kept = [];
  const isGone = (fact) => {
    const parent = fact.parent && facts.get(fact.parent);
    return gone.has(encodeId(fact.id)) || parent !== void 0 && isGone(parent);
  };
  for (const fact of facts.facts()) {
    const next = rewrite(fact);
    if (next === void 0) gone.add(encodeId(fact.id));
    else kept.push(next);
  }
  const left = gone.size === 0 ? kept : kept.filter((fact) => !isGone(fact));
  return within(facts, left);
}
var isExtensions = (fact, facts) => fact !== void 0 && (fact.id.kind === "extension" || facts.outgoingEdges(fact.id).some(({ kind }) => kind === "memberOfExtension"));
var ALWAYS = [
  { rule: withoutLineEnds },
  // Comments and grants of an extension's objects come with its version, and the stand-ins have others.
  {
    rule: (fact, facts, other) => {
      if (!("target" in fact.id)) return fact;
      const isOfExtension = isExtensions(facts.get(fact.id.target), facts);
      if (fact.id.kind === "comment") return isOfExtension ? void 0 : fact;
      return isOfExtension && !other.has(fact.id.target) ? void 0 : fact;
    }
  },
  // `not null` is an attribute of the column or domain; newer servers list it as a constraint as well.
  { rule: (fact) => fact.id.kind === "constraint" && fact.payload.type === "n" ? void 0 : fact },
  // Whether an extension can be moved depends on its version.
  {
    rule: (fact, _facts, other) => {
      const { relocatable } = other.get(fact.id)?.payload ?? {};
      const isEither = fact.payload.relocatable === true || relocatable === true;
      return fact.id.kind === "extension" ? { ...fact, payload: { ...fact.payload, relocatable: isEither } } : fact;
    }
  },
  // A job names the database that it was made in. A project has only one, whatever it is called.
  {
    rule: (fact) => fact.id.kind === "extensionIntent" ? { ...fact, payload: { ...fact.payload, database: "postgres" } } : fact
  }
];
var BETWEEN = [
  // A role that creates another one becomes its member with admin option.
  {
    since: 16,
    rule: (fact) => fact.id.kind === "membership" && fact.id.member === "postgres" ? void 0 : fact
  },
  { since: 17, rule: withoutMaintain }
];
function withoutMaintain(fact) {
  const { privileges } = fact.payload;
  if (!Array.isArray(privileges) || !privileges.includes("MAINTAIN")) return fact;
  const payload = Object.fromEntries(
    Object.entries(fact.payload).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.filter((one) => one !== "MAINTAIN") : value
    ])
  );
  return privileges.length === 1 ? void 0 : { ...fact, payload };
}
async function rewrittenBy(rehearse, both, views) {
  const doubtful = views.actual.facts().flatMap((actual) => {
    const expected = views.expected.get(actual.id);
    const differs = (rowOf(actual.id.kind).written ?? []).some(
      (attribute) => expected?.payload[attribute] !== actual.payload[attribute]
    );
    const isOurs = !views.actual.isReferenceOnly(actual.id);
    return expected !== void 0 && differs && isOurs ? [{ expected, actual }] : [];
  });
  const probes = doubtful.map(({ expected, actual }, index) => {
    const names = [`drift_gate_expected_${index}`, `drift_gate_actual_${index}`];
    return {
      names,
      expected: probeOf(expected, names[0], both.expected),
      actual: probeOf(actual, names[1], both.expected)
    };
  });
  const statements = probes.flatMap(
    ({ expected, actual }) => expected && actual ? [expected.sql, actual.sql] : []
  );
  if (statements.length === 0) return both.actual;
  const rehearsed = factsOf(await rehearse(["set local search_path to pg_catalog", ...statements]));
  const same = /* @__PURE__ */ new Map();
  for (const [index, { names, ...probe }] of probes.entries()) {
    const pair = doubtful[index];
    if (!pair || !probe.expected || !probe.actual) continue;
    const written = writtenOf(probe.expected, names[0], rehearsed);
    const isSame = JSON.stringify(written) === JSON.stringify(writtenOf(probe.actual, names[1], rehearsed));
    if (written !== void 0 && isSame) same.set(encodeId(pair.actual.id), pair.expected);
  }
  return rewritten(both.actual, (fact) => {
    const expected = same.get(encodeId(fact.id));
    if (expected === void 0) return fact;
    const texts = (rowOf(fact.id.kind).written ?? []).map((attribute) => [
      attribute,
      expected.payload[attribute]
    ]);
    return { ...fact, payload: { ...fact.payload, ...Object.fromEntries(texts) } };
  });
}

// src/database/structure/sql.ts
async function statementsOf({ expected, actual }, changes) {
  if (changes.length === 0) return { statements: [], notices: [] };
  try {
    const { actions, preamble } = await planBetween(expected, actual);
    const places = /* @__PURE__ */ new Map();
    for (const [index, { facts }] of changes.entries()) {
      for (const { id } of facts) places.set(encodeId(id), [...places.get(encodeId(id)) ?? [], index]);
    }
    const settings = preamble.map(({ name, value }) => ({ sql: `set ${name} to ${value}`, of: [] }));
    const texts = formatted(actions);
    const statements = actions.map((action, index) => ({
      sql: texts[index] ?? action.sql,
      of: changesIn(action, places)
    }));
    return { statements: [...settings, ...statements], notices: [] };
  } catch (error) {
    return { statements: [], notices: [`There are no statements to suggest: ${messageOf(error)}`] };
  }
}
var formatted = (actions) => formatSqlStatements(
  actions.map(({ sql }) => sql.replace(/;\s*$/, "")),
  { alignColumns: false, alignKeyValues: false, maxWidth: 110 }
);
function changesIn({ produces, destroys, consumes }, places) {
  const among2 = (ids) => ids.flatMap((id) => places.get(encodeId(id)) ?? []);
  const grants = consumes.flatMap(
    (target) => consumes.flatMap(
      (role) => role.kind === "role" && target.kind !== "role" ? [{ kind: "acl", target, grantee: role.name }] : []
    )
  );
  const found = [
    [...produces, ...destroys],
    [...consumes.filter(({ kind }) => kind === "acl"), ...grants],
    consumes.slice(0, 1),
    consumes
  ].map(among2);
  return [...new Set(found.find((list) => list.length > 0))].sort((a, b) => a - b);
}
async function definitionsOf(sides, views, changes) {
  const facts = changes.flatMap((change) => change.facts);
  try {
    const expected = await definitionsIn(sides.expected, rootsOf(facts, views.expected));
    const actual = await definitionsIn(sides.actual, rootsOf(facts, views.actual));
    const ids = [.../* @__PURE__ */ new Set([...expected.keys(), ...actual.keys()])].sort(byText);
    const definitions = ids.map((id) => {
      const [before, after] = [expected.get(id), actual.get(id)];
      return {
        id,
        ...before !== void 0 && { expected: before },
        ...after !== void 0 && { actual: after }
      };
    });
    return { definitions, notices: [] };
  } catch (error) {
    return { definitions: [], notices: [`There are no definitions to show: ${messageOf(error)}`] };
  }
}
function rootsOf(changed, view) {
  const roots = changed.flatMap(({ id }) => {
    const fact = view.get(id) ?? ("target" in id ? view.get(id.target) : void 0);
    const root = fact && rootOf(fact, view);
    return root && isDefined(root.id) && !view.isReferenceOnly(root.id) ? [root] : [];
  });
  return new Map(roots.map((root) => [encodeId(root.id), root]));
}
var isDefined = (id) => rowOf(id.kind).isDefined === true && "schema" in id && !PLATFORM_SCHEMAS.has(id.schema ?? "");
async function definitionsIn(facts, roots) {
  if (roots.size === 0) return /* @__PURE__ */ new Map();
  const ids = needed(new Set(roots.values()), facts);
  const around = within(
    facts,
    facts.facts().filter(({ id }) => ids.has(encodeId(id)))
  );
  const { actions } = await planBetween(without(around, roots), around);
  const isOf = ({ produces, consumes }) => {
    const subject = produces[0] ?? consumes[0];
    const made = subject && facts.get(subject);
    return made ? encodeId(rootOf(made, facts).id) : "";
  };
  const texts = groupBy(actions, isOf);
  return new Map(
    [...roots].flatMap(([key, root]) => {
      const made = texts.get(key);
      const sql = made && formatted(made).map((text) => `${text};`);
      return sql ? [[formatObjectId(objectFacetOf(root.id, facts).object), sql.join("\n")]] : [];
    })
  );
}
var without = (facts, roots) => within(
  facts,
  facts.facts().filter((fact) => !roots.has(encodeId(rootOf(fact, facts).id)))
);

// src/database/structure/compare.ts
var compareStructure = async (expected, actual, rehearse) => {
  const sides = await leveled(expected, actual, rehearse);
  const views = { expected: resolveView(sides.expected, POLICY), actual: resolveView(sides.actual, POLICY) };
  const deltas = diff(views.expected, views.actual);
  const { kept } = filterDeltas(deltas, POLICY, views.expected, views.actual);
  const changes = withoutConsequences(changesOf(kept, views, sides), sides).sort(inOrder);
  const { statements, notices } = await statementsOf(sides, changes);
  const defined = await definitionsOf(sides, views, changes);
  return {
    changes: changes.map(({ change }) => change),
    statements,
    definitions: defined.definitions,
    notices: [
      ...notices,
      ...defined.notices,
      ...unread(expected.unread, "the database that the migrations build"),
      ...unread(actual.unread, "the live database")
    ]
  };
};
var unread = (words, where) => words.length === 0 ? [] : [`Not compared, in ${where}: ${words.join("; ")}.`];
export {
  compareStructure
};
