import {
  ERA,
  always,
  explain,
  isAssignable,
  isAssignableButForLabels,
  membersSkew,
  narrowed,
  since,
  typeSkew
} from "./chunk-2VMWHAIL.js";
import {
  declaresNoDatabase,
  givesViewRow,
  memberOf,
  membersOf,
  parseTypes,
  readTree,
  rowOf,
  skewOf,
  takesOneRow,
  unionMembers,
  valueAt
} from "./chunk-QHBQQH24.js";
import {
  fingerprintOf,
  makeFinding
} from "./chunk-QPAJDXSV.js";
import {
  SHAPES,
  isConflict,
  isList,
  isSameKind,
  membersText,
  otherSide,
  pairFrom,
  parametersOf,
  signature,
  typeText,
  withoutEqual
} from "./chunk-2PA7CMTC.js";
import {
  formatObjectId,
  owningObject
} from "./chunk-L2727PVB.js";
import "./chunk-NRYCARYR.js";
import {
  KINDS,
  isRelation,
  kindInWords
} from "./chunk-XOYFCOSZ.js";
import {
  named
} from "./chunk-W7C5KHYQ.js";
import {
  option
} from "./chunk-WU3HVZMK.js";
import {
  byText,
  groupBy,
  isSameList,
  mapValues,
  matchByKey
} from "./chunk-3WGEH7NJ.js";
import {
  locator
} from "./chunk-V526W2HQ.js";
import {
  UsageError,
  perSurface,
  textOn
} from "./chunk-COC3XPBN.js";

// src/types/change.ts
var notices = (object, entries) => [...new Set(entries)].map((entry) => ({ entry, object }));

// src/types/skew/relations.ts
var READ_ONLY = [
  {
    // Newer generators take views for writable that only triggers make so.
    entry: "A3.12",
    when: since(ERA.exact),
    rewrite: (one, other, { schemas: { known, schema }, relation }) => !one && other && known.isLateWritable(schema, relation) ? other : one
  }
];
var isReadOnly = ({ kind, shapes }) => kind === "view" && !shapes.Insert && !shapes.Update;
function comparableShapes({ committed, generated }, at) {
  const sides = { committed: isReadOnly(committed), generated: isReadOnly(generated) };
  const entries = explain(READ_ONLY, sides, at) ?? [];
  return { shapes: entries.length > 0 ? ["Row"] : SHAPES, entries };
}
var FIELD_LISTS = [
  {
    entry: "A3.6",
    when: always,
    rewrite: (one, other) => other === void 0 && one?.length ? other : one
  }
];
var fieldListSkew = ({ committed, generated }, at) => explain(FIELD_LISTS, { committed: committed.computedFields, generated: generated.computedFields }, at) ?? [];
var FIELDS = [
  {
    // In each of these eras, generators began to write more computed fields into Row.
    entry: "A3.8",
    when: (one, other) => [ERA.rows, ERA.sets, ERA.exact].some((era) => since(era)(one, other)),
    rewrite: (one, other, at) => isComputedField(one ?? other, at) ? other : one
  }
];
function isComputedField(holder, { schemas: { committed, generated }, relation, name }) {
  if (holder?.shapes.Insert?.has(name) || holder?.shapes.Update?.has(name)) return false;
  const overloads = generated.functions.get(name) ?? [];
  const isRow = ({ type }) => type.text.endsWith('["Row"]');
  const isNamed = [...overloads, ...committed.functions.get(name) ?? []].some(
    ({ args }) => [...args.values()].some(isRow)
  );
  return isNamed && takesOneRow(overloads, relation);
}
var loneColumnSkew = (holder, at) => explain(FIELDS, holder, at);
function columnSkew({ committed, generated }, kind, shape, { schemas, relation, name }) {
  const { known, schema } = schemas;
  const isOptional = committed.optional && generated.optional;
  return typeSkew(
    { committed: committed.type, generated: generated.type },
    {
      schemas,
      // A computed field is of the type of its function.
      isLearnt: known.usesLearntType(schema, relation, name) || known.usesLearntType(schema, name),
      isRow: known.takesRow(schema, name),
      isComputed: shape !== "Row" && isOptional && known.isComputed(schema, relation, name),
      allowed: known.allowedValues(schema, relation, name),
      mayBeNarrower: known.mayBeNarrower(schema, relation, name),
      isOfView: shape === "Row" && kind === "view",
      isViewRow: givesViewRow(schemas.generated.functions.get(name), schemas.generated)
    }
  );
}

// src/types/diff/columns.ts
function diffColumns(at, sides) {
  const { committed, generated } = sides;
  const { schema } = at.schemas;
  const { shapes, entries } = comparableShapes(sides, at);
  const columns = matchByKey(columnsOf(committed, shapes), columnsOf(generated, shapes));
  return [
    ...notices({ kind: committed.kind, schema, name: at.relation }, [
      ...entries,
      ...fieldListSkew(sides, at)
    ]),
    ...columns.added.flatMap((column) => loneColumn("column-added", column, generated, at)),
    ...columns.removed.flatMap((column) => loneColumn("column-removed", column, committed, at)),
    ...columns.both.flatMap(([name]) => diffColumn(name, sides, shapes, at))
  ];
}
function columnsOf({ shapes }, compared) {
  const reversed = compared.toReversed();
  return new Map(reversed.flatMap((shape) => [...shapes[shape] ?? []]));
}
var columnId = ({ schemas: { schema }, relation }, name) => ({
  kind: "column",
  schema,
  relation,
  name
});
function loneColumn(kind, [name, { type }], holder, at) {
  const object = columnId(at, name);
  const isAdded = kind === "column-added";
  const sides = { committed: isAdded ? void 0 : holder, generated: isAdded ? holder : void 0 };
  const entries = loneColumnSkew(sides, { ...at, name });
  if (entries) return notices(object, entries);
  return [{ kind, object, type: typeText(type), insert: demandOf(holder.shapes.Insert?.get(name)) }];
}
function diffColumn(name, { committed: before, generated: after }, shapes, at) {
  const object = columnId(at, name);
  const compared = shapes.map((shape) => {
    const [committed, generated] = [before.shapes[shape]?.get(name), after.shapes[shape]?.get(name)];
    const demand = { shape, committed: demandOf(committed), generated: demandOf(generated) };
    if (!committed || !generated) return { demand, entries: [] };
    const entries = columnSkew({ committed, generated }, before.kind, shape, { ...at, name });
    const type = { shape, committed: typeText(committed.type), generated: typeText(generated.type) };
    return entries ? { demand, entries } : { demand, entries: [], type };
  });
  const types = differing(compared.flatMap(({ type }) => type ?? []));
  const demands = differing(compared.map(({ demand }) => demand));
  return [
    ...notices(
      object,
      compared.flatMap(({ entries }) => entries)
    ),
    ...types.map(
      (sides) => ({
        kind: "column-type-changed",
        object,
        ...sides,
        ...narrowingHint(sides, { ...at, name })
      })
    ),
    ...demands.map((sides) => ({ kind: "column-optionality-changed", object, ...sides }))
  ];
}
function narrowingHint({ committed, generated }, { schemas: { known, schema }, relation, name }) {
  const allowed = /^["\d-]/.test(committed) && known.allowedValues(schema, relation, name);
  const wanted = allowed && narrowed(generated.replace(/ \| null$/, ""), allowed);
  return wanted ? { hint: `a CHECK constraint allows ${named(wanted)}: write that to keep the type narrow` } : {};
}
function differing(all) {
  const unequal = all.filter(({ committed, generated }) => committed !== generated);
  const groups = groupBy(unequal, ({ committed, generated }) => JSON.stringify([committed, generated]));
  return [...groups.values()].flatMap(
    (group) => group.slice(0, 1).map(({ committed, generated }) => ({ shapes: group.map(({ shape }) => shape), committed, generated }))
  );
}
var demandOf = (member) => member === void 0 ? "absent" : member.optional ? "optional" : "required";

// src/types/compatibility/cases.ts
var graded = (compatibility) => (reason, [where, committed, generated]) => ({
  compatibility,
  reason,
  example: { in: where, committed, generated }
});
var safe = graded("safe");
var dangerous = graded("dangerous");
var breaking = graded("breaking");
var UNUSED = "no code uses it yet, since its types lack it";
var GONE = "code that uses it still compiles, then fails at run time";
var OLD_NAME = "code that uses the old name still compiles, then fails at run time";
var NEW_LABEL = "code that handles every value may meet a new one";
var TOTAL = "total: { Args: { id: number }; Returns: number }";
var TAXED = "total: { Args: { id: number; tax?: number }; Returns: number }";
var ORDERS = "{ Row: { id: number } }";
var CASES = {
  "schema-added": safe(UNUSED, ["Database", "", "audit: {}"]),
  "schema-removed": breaking(GONE, ["Database", "audit: {}", ""]),
  "relation-added": safe(UNUSED, ["Tables", "", `orders: ${ORDERS}`]),
  "relation-removed": breaking(GONE, ["Tables", `orders: ${ORDERS}`, ""]),
  "relation-renamed": breaking(OLD_NAME, ["Tables", `purchases: ${ORDERS}`, `orders: ${ORDERS}`]),
  "relation-kind-compatible": dangerous("the columns fit, embedding and upserts may not", [
    "public",
    "Tables: { stats: { Row: { total: number } } }",
    "Views: { stats: { Row: { total: number } } }"
  ]),
  "relation-kind-incompatible": breaking("the columns, or the writes that are taken, do not fit the code", [
    "public",
    "Tables: { stats: { Row: { total: number } } }",
    "Views: { stats: { Row: { total: number | null } } }"
  ]),
  "extension-moved": breaking(GONE, ["Functions", TOTAL, ""]),
  "column-added": safe("inserts may leave it out, and reads ignore it", ["Row", "", "note: string | null"]),
  "column-added-required": breaking("inserts that compile now miss a required column", [
    "Insert",
    "",
    "note: string"
  ]),
  "column-removed": breaking(GONE, ["Row", "note: string | null", ""]),
  "column-renamed": breaking(OLD_NAME, ["Row", "full_name: string", "name: string"]),
  "read-null-added": breaking("reads may return null, which the code does not expect", [
    "Row",
    "total: number",
    "total: number | null"
  ]),
  "read-json-null": safe("reads may return null, which Json already includes", [
    "Row",
    "total: Json",
    "total: Json | null"
  ]),
  "read-null-removed": safe("reads no longer return null", ["Row", "total: number | null", "total: number"]),
  "read-widened": breaking("reads may return values that the code does not expect", [
    "Row",
    "total: number",
    "total: number | string"
  ]),
  "read-label-added": dangerous(NEW_LABEL, ["Row", 'total: "open"', 'total: "open" | "paid"']),
  "read-narrowed": safe("reads return fewer values than the code expects", [
    "Row",
    "total: number | string",
    "total: number"
  ]),
  "read-retyped": breaking("values have a different type than the code expects", [
    "Row",
    "total: number",
    "total: string"
  ]),
  "read-made-optional": breaking("reads may miss it", ["Row", "total: number", "total?: number"]),
  "read-made-certain": safe("reads always have it now", ["Row", "total?: number", "total: number"]),
  "read-added": safe("reads may ask for it now", ["Row", "", "total: number"]),
  "read-absent": breaking("reads do not have it, only writes do", ["Row", "total: number", ""]),
  "write-null-added": safe("writes may pass null now", ["Insert", "total: number", "total: number | null"]),
  "write-null-removed": breaking("writes of null still compile, then are rejected", [
    "Insert",
    "total: number | null",
    "total: number"
  ]),
  "write-json-null": breaking("writes of null still compile, since Json includes it, then are rejected", [
    "Insert",
    "total: Json | null",
    "total: Json"
  ]),
  "write-widened": safe("writes may pass more than before", [
    "Insert",
    "total: number",
    "total: number | string"
  ]),
  "write-narrowed": breaking("writes of some values still compile, then are rejected", [
    "Insert",
    "total: number | string",
    "total: number"
  ]),
  "write-retyped": breaking("writes pass a different type than the database takes", [
    "Insert",
    "total: number",
    "total: string"
  ]),
  "write-computed": breaking("the database computes it, so writes to it still compile, then are rejected", [
    "Update",
    "total?: number",
    "total?: never"
  ]),
  "write-made-required": breaking("writes that compile now miss a required column", [
    "Insert",
    "total?: number",
    "total: number"
  ]),
  "write-made-optional": safe("existing writes still work", ["Insert", "total: number", "total?: number"]),
  "write-absent": breaking("writes that compile set a column that the database rejects", [
    "Insert",
    "total?: number",
    ""
  ]),
  "write-added": safe("writes may set it now", ["Update", "", "total?: number"]),
  "enum-added": safe(UNUSED, ["Enums", "", 'status: "open"']),
  "enum-removed": breaking(GONE, ["Enums", 'status: "open"', ""]),
  "enum-value-added": dangerous(NEW_LABEL, ["Enums", 'status: "open"', 'status: "open" | "paid"']),
  "enum-value-removed": breaking("code that writes it still compiles, then fails at run time", [
    "Enums",
    'status: "open" | "paid"',
    'status: "open"'
  ]),
  "composite-type-added": safe(UNUSED, ["CompositeTypes", "", "money: { amount: number | null }"]),
  "composite-type-removed": breaking(GONE, ["CompositeTypes", "money: { amount: number | null }", ""]),
  "composite-type-extended": dangerous(
    "values that the code writes lack the new attribute, which is null then",
    [
      "CompositeTypes",
      "money: { amount: number | null }",
      "money: { amount: number | null; currency: string | null }"
    ]
  ),
  "composite-type-label-added": dangerous(NEW_LABEL, [
    "CompositeTypes",
    'money: { status: "open" | null }',
    'money: { status: "open" | "paid" | null }'
  ]),
  "composite-type-changed": breaking("values have different attributes than the code expects", [
    "CompositeTypes",
    "money: { amount: number | null }",
    "money: { amount: string | null }"
  ]),
  "function-added": safe(UNUSED, ["Functions", "", TOTAL]),
  "function-removed": breaking(GONE, ["Functions", TOTAL, ""]),
  "function-overload-added": safe("existing calls still match their overload", [
    "Functions",
    TOTAL,
    `${TOTAL} | { Args: { name: string }; Returns: number }`
  ]),
  "function-overload-rival": dangerous(
    "calls that leave out arguments may fit two overloads, and are refused",
    ["Functions", TOTAL, `${TOTAL} | { Args: { id: number; tax?: number }; Returns: number }`]
  ),
  "function-overload-merged": safe("existing calls match another overload", [
    "Functions",
    `${TOTAL} | { Args: { id: number; tax?: number }; Returns: number }`,
    TAXED
  ]),
  "function-overload-removed": breaking("calls of an overload still compile, then fail at run time", [
    "Functions",
    `${TOTAL} | { Args: { name: string }; Returns: number }`,
    TOTAL
  ]),
  "function-ambiguous": breaking("calls have become ambiguous and are rejected", [
    "Functions",
    TOTAL,
    'total: { Args: { id: number }; Returns: { error: true } & "Could not choose the best candidate function" }'
  ]),
  "function-argument-added": safe("calls may leave the new argument out", ["Functions", TOTAL, TAXED]),
  "function-argument-required": breaking("calls that compile now miss a required argument", [
    "Functions",
    TAXED,
    "total: { Args: { id: number; tax: number }; Returns: number }"
  ]),
  "function-argument-optional": safe("calls may leave out an argument now", [
    "Functions",
    "total: { Args: { id: number; tax: number }; Returns: number }",
    TAXED
  ]),
  "function-argument-removed": breaking("calls that compile pass an argument that is gone", [
    "Functions",
    "total: { Args: { id: number; tax: number }; Returns: number }",
    TOTAL
  ]),
  "function-argument-widened": safe("an argument takes all that calls pass, and more", [
    "Functions",
    TOTAL,
    "total: { Args: { id: number | null }; Returns: number }"
  ]),
  "function-argument-retyped": breaking("calls that compile pass a value that the argument does not take", [
    "Functions",
    TOTAL,
    "total: { Args: { id: string }; Returns: number }"
  ]),
  "function-result-narrowed": safe("results are all that the code expects", [
    "Functions",
    "total: { Args: never; Returns: { id: number }[] }",
    "total: { Args: never; Returns: { id: number; note: string }[] }"
  ]),
  "function-result-label-added": dangerous(NEW_LABEL, [
    "Functions",
    'total: { Args: never; Returns: "open" }',
    'total: { Args: never; Returns: "open" | "paid" }'
  ]),
  "function-result-retyped": breaking("results are not what the code expects", [
    "Functions",
    "total: { Args: never; Returns: number }",
    "total: { Args: never; Returns: string }"
  ]),
  "function-set-changed": dangerous("calls and results fit, embedding in the rows may not", [
    "Functions",
    'total: { Args: never; Returns: { id: number }[]; SetofOptions: { from: "*"; to: "orders"; isOneToOne: false } }',
    'total: { Args: never; Returns: { id: number }[]; SetofOptions: { from: "*"; to: "bills"; isOneToOne: false } }'
  ]),
  "relationship-added": safe(UNUSED, ["Relationships", "", "orders_user_fkey: user_id -> users.id"]),
  "relationship-rival": dangerous(
    "embedding that names the table alone fits two relationships, and is refused",
    [
      "Relationships",
      "orders_user_fkey: user_id -> users.id",
      "orders_user_fkey: user_id -> users.id, orders_payer_fkey: payer_id -> users.id"
    ]
  ),
  "relationship-removed": breaking("queries that embed over it still compile, then fail at run time", [
    "Relationships",
    "orders_user_fkey: user_id -> users.id",
    ""
  ]),
  "relationship-name-gone": dangerous(
    "embedding that names the foreign key fails; the same one has another name",
    ["Relationships", "orders_user_fkey: user_id -> users.id", "orders_customer_fkey: user_id -> users.id"]
  ),
  "relationship-redirected": breaking("it leads to another relation than queries embed", [
    "Relationships",
    "orders_user_fkey: user_id -> users.id",
    "orders_user_fkey: user_id -> members.id"
  ]),
  "relationship-cardinality": breaking(
    "embedding gives an object where the code expects a list, or the other way",
    [
      "Relationships",
      "orders_user_fkey: user_id -> users.id",
      "orders_user_fkey: user_id -> users.id one-to-one"
    ]
  ),
  "relationship-columns": dangerous(
    "embedding that names the column fails, other embedding joins other rows",
    ["Relationships", "orders_user_fkey: user_id -> users.id", "orders_user_fkey: payer_id -> users.id"]
  )
};

// src/types/compatibility/worst.ts
var WORST_FIRST = ["breaking", "dangerous", "safe"];
function worstOf(cases) {
  const worst = WORST_FIRST.flatMap((grade) => cases.filter((id) => CASES[id].compatibility === grade))[0];
  if (worst === void 0) throw new Error("a change is at least one case");
  return worst;
}

// src/types/compatibility/calls.ts
function caseOfOverload({ committed, generated }) {
  const [before, after] = [committed.own, generated.own];
  if (before && after) return worstOf(casesOfPair(before, after));
  if (before)
    return isTakenBy(generated.all, before) ? "function-overload-merged" : "function-overload-removed";
  return after && committed.all.some((other) => mayBothFit(other.args, after.args)) ? "function-overload-rival" : "function-overload-added";
}
var isTakenBy = (others, overload) => others.some((other) => isSafe(casesOfPair(overload, other)));
var isSafe = (cases) => cases.every((id) => CASES[id].compatibility === "safe");
function pairsOf(differing2, all) {
  const kept = all.generated.filter((overload) => !differing2.generated.includes(overload));
  const [before, after] = [inOrder(differing2.committed), inOrder(differing2.generated)];
  const isOnlyOne = all.committed.length === 1 && all.generated.length === 1;
  const candidates = before.flatMap((committed) => {
    const pairs = after.filter((generated) => isOnlyOne || sharesName(committed, generated)).map((generated) => ({ committed, generated, cost: costOf(committed, generated) }));
    return isTakenBy(kept, committed) ? pairs.filter(({ cost }) => cost < OTHER_ARGUMENTS) : pairs;
  }).sort((a, b) => a.cost - b.cost);
  const partners = /* @__PURE__ */ new Map();
  const met = /* @__PURE__ */ new Set();
  for (const { committed, generated } of candidates) {
    if (partners.has(committed) || met.has(generated)) continue;
    partners.set(committed, generated);
    met.add(generated);
  }
  return [
    ...before.map((committed) => {
      const generated = partners.get(committed);
      return generated ? { committed, generated } : { committed };
    }),
    ...after.filter((generated) => !met.has(generated)).map((generated) => ({ generated }))
  ];
}
var sharesName = (a, b) => a.args.size === 0 || b.args.size === 0 || [...a.args.keys()].some((name) => b.args.has(name));
var inOrder = (overloads) => overloads.toSorted((a, b) => byText(signature(a), signature(b)));
var OTHER_ARGUMENTS = 1e3;
function costOf(committed, generated) {
  const cases = casesOfPair(committed, generated);
  const broken = cases.filter((id) => CASES[id].compatibility === "breaking").length;
  const isSameCall = membersText(committed.args) === membersText(generated.args);
  return (isSameCall ? 0 : OTHER_ARGUMENTS) + broken * 100 + cases.length;
}
function casesOfPair(committed, generated) {
  const { added, removed, both } = matchByKey(committed.args, generated.args);
  const cases = [
    ...added.map(
      ([, { optional }]) => optional ? "function-argument-added" : "function-argument-required"
    ),
    ...removed.map(() => "function-argument-removed"),
    ...both.flatMap(([, before, after]) => casesOfArgument(before, after)),
    ...casesOfResult(committed, generated)
  ];
  return cases.length === 0 && committed.setof !== generated.setof ? ["function-set-changed"] : cases;
}
function casesOfArgument(committed, generated) {
  const [before, after] = [typeText(committed.type), typeText(generated.type)];
  const type = before === after ? [] : [isAssignable(before, after) ? "function-argument-widened" : "function-argument-retyped"];
  if (committed.optional === generated.optional) return type;
  return [...type, generated.optional ? "function-argument-optional" : "function-argument-required"];
}
function casesOfResult(committed, generated) {
  const [before, after] = [typeText(committed.returns), typeText(generated.returns)];
  if (before === after) return [];
  if (isConflict(generated)) return ["function-ambiguous"];
  if (isAssignable(after, before)) return ["function-result-narrowed"];
  return [
    isAssignableButForLabels(after, before) ? "function-result-label-added" : "function-result-retyped"
  ];
}
var mayBothFit = (one, other) => takes(one, other) && takes(other, one);
var takes = (one, other) => [...other].every(([name, { optional }]) => optional || one.has(name));

// src/types/skew/functions.ts
var ARGUMENTS = [
  {
    entry: "A3.25",
    // Only of a file that is surely older: in one that may be newer, the argument may be new.
    when: (one, other) => one.to >= ERA.sets && other.to < ERA.sets,
    rewrite: (one, other, { schemas: { known, schema }, name }) => {
      const lateArguments = known.inOutOrVariadic(schema, name);
      return new Map([...one].filter(([arg]) => other.has(arg) || !lateArguments.includes(arg)));
    }
  }
];
var RESULTS = [
  {
    // A set that says `rows 1` was always a list before October 2025. Newer options tell so of rows.
    entry: "A3.15",
    when: since(ERA.sets),
    rewrite: (one, other, at) => isList(other.returns) && saysOneRow(one, other, at) ? asList(one) : one
  },
  {
    // Then it was one value, and then one value only when it is a relation's row.
    entry: "A3.15",
    when: (one) => one.from <= ERA.sets && one.to >= ERA.sets,
    rewrite: (one, other, at) => isList(other.returns) && givesOneRow(at) ? asList(one) : one
  },
  {
    entry: "A3.14",
    when: since(ERA.sets),
    rewrite: (one, other) => isRowSet(other) ? one : unmarked(one, other)
  },
  {
    // Sets of a relation's rows, which can be embedded, were marked last.
    entry: "A3.14",
    when: since(ERA.views),
    rewrite: (one, other) => isRowSet(other) ? unmarked(one, other) : one
  },
  {
    // A merged entry has the result of its first overload: it must be the result of one of them.
    entry: "A3.13",
    when: always,
    rewrite: (one, other, at, side) => other.merged && at.all[side].some((each) => resultSkew(pairFrom(side, each, other), at)) ? { ...one, returns: other.returns } : one
  }
];
var givesOneRow = ({ schemas: { known, schema }, name }) => known.returnsOneRow(schema, name);
var saysOneRow = ({ setof = "" }, other, at) => givesOneRow(at) || /isOneToOne: true; isSetofReturn: true/.test(setof) && other.setof === void 0;
var asList = (one) => isList(one.returns) ? one : { ...one, returns: { ...one.returns, text: `${one.returns.text}[]` } };
var isRowSet = ({ setof, args }) => setof !== void 0 && args.has("");
var unmarked = (one, other) => isConflict(one) && !isConflict(other) ? { ...one, returns: other.returns } : one;
var WHOLE = [
  {
    // Of overloads of one argument without a name only older generators wrote all: as many as the database has.
    entry: "A3.28",
    when: since(ERA.sets),
    rewrite: (one, other, { schemas: { known, schema }, name, all }, side) => {
      const left = known.unnamedOverloads(schema, name) - all[side].filter(isUnnamed).length;
      return one.length === 0 && other.length <= left && other.every(isUnnamed) ? other : one;
    }
  }
];
var isUnnamed = ({ args }) => args.size === 1 && args.has("");
var overloadsSkew = (differing2, at) => explain(WHOLE, differing2, at);
function overloadSkew(overloads, at) {
  if (!isSameSet(overloads, at.schemas)) return void 0;
  const { known, schema } = at.schemas;
  const { committed, generated } = overloads;
  const argument = {
    schemas: at.schemas,
    isLearnt: known.usesLearntType(schema, at.name),
    isRow: known.takesRow(schema, at.name)
  };
  const inArguments = explain(
    ARGUMENTS,
    { committed: committed.args, generated: generated.args },
    at,
    (args) => membersSkew(args, (name) => ({
      ...argument,
      allowed: known.allowedValues(schema, at.name, name),
      mayBeNarrower: known.mayBeNarrower(schema, at.name, name)
    }))
  );
  const inResult = inArguments && explain(RESULTS, overloads, at, (pair) => resultSkew(pair, at));
  return inArguments && inResult && [...inArguments, ...inResult];
}
function isSameSet({ committed: a, generated: b }, { committed, generated }) {
  if (a.setof === b.setof || isConflict(a) || isConflict(b)) return true;
  if (a.setof === void 0) return committed.generator.from < ERA.sets;
  return b.setof === void 0 && generated.generator.from < ERA.sets;
}
function resultSkew({ committed, generated }, { schemas, name }) {
  const { known, schema } = schemas;
  const both = [committed, generated];
  return typeSkew(
    { committed: committed.returns, generated: generated.returns },
    {
      schemas,
      isLearnt: known.usesLearntType(schema, name),
      allowed: known.allowedValues(schema, name, ""),
      mayBeNarrower: known.mayBeNarrower(schema, name, ""),
      isRow: both.some((one) => known.lateKind(schema, rowOf(one)) !== void 0),
      isViewRow: givesViewRow(both, schemas.generated)
    }
  );
}

// src/types/diff/functions.ts
function diffFunctions(schemas) {
  const { added, removed, both } = matchByKey(schemas.committed.functions, schemas.generated.functions);
  return [
    ...added.flatMap(([name, generated]) => diffFunction(name, { committed: [], generated }, schemas)),
    ...removed.flatMap(([name, committed]) => diffFunction(name, { committed, generated: [] }, schemas)),
    ...both.flatMap(([name, committed, generated]) => diffFunction(name, { committed, generated }, schemas))
  ];
}
function diffFunction(name, all, schemas) {
  const object = { kind: "function", schema: schemas.schema, name, args: [] };
  const at = { schemas, name, all };
  const isEqual = (pair) => signature(pair.committed) === signature(pair.generated) && isSameSet(pair, schemas) ? [] : void 0;
  const unequal = withoutPairs(all, isEqual);
  const { entries, ...differing2 } = withoutPairs(unequal, (pair) => overloadSkew(pair, at));
  if (differing2.committed.length + differing2.generated.length === 0) return notices(object, entries);
  const inAll = overloadsSkew(differing2, at);
  if (inAll) return notices(object, [...entries, ...inAll]);
  const { committed, generated } = all;
  if (generated.length === 0)
    return [{ kind: "function-removed", object, signatures: committed.map(signature) }];
  if (committed.length === 0)
    return [{ kind: "function-added", object, signatures: generated.map(signature) }];
  const isOverloaded = committed.length > 1 || generated.length > 1;
  return pairsOf(differing2, all).map((pair) => {
    const one = pair.generated ?? pair.committed;
    return {
      kind: "function-signature-changed",
      object: isOverloaded && one ? { ...object, parameters: parametersOf(one) } : object,
      ...textsOf({ committed: listOf(pair.committed), generated: listOf(pair.generated) }),
      facts: {
        committed: { own: pair.committed, all: committed },
        generated: { own: pair.generated, all: generated }
      },
      ...isOverloaded && { former: textsOf(differing2) }
    };
  });
}
var listOf = (overload) => overload ? [overload] : [];
function withoutPairs({ committed, generated }, same) {
  const left = [...generated];
  const entries = [];
  const isLeft = (one) => {
    for (const [index, other] of left.entries()) {
      const found = same({ committed: one, generated: other });
      if (found === void 0) continue;
      entries.push(...found);
      left.splice(index, 1);
      return false;
    }
    return true;
  };
  return { committed: committed.filter(isLeft), generated: left, entries };
}
function textsOf({ committed, generated }) {
  const isSetAlone = textOf(committed, false) === textOf(generated, false);
  return { committed: textOf(committed, isSetAlone), generated: textOf(generated, isSetAlone) };
}
var textOf = (overloads, withSets) => overloads.map((one) => `${signature(one)}${withSets ? `, SetofOptions: ${one.setof ?? "none"}` : ""}`).sort(byText).join(" | ");

// src/types/skew/relationships.ts
var LISTS = [
  {
    // By a generator that wrote none at all, not one that lost those of a table.
    entry: "A3.3",
    when: (_one, other) => other.from === 0,
    rewrite: (one, other, { schemas }, side) => other === void 0 && hasNone(schemas[otherSide(side)]) ? other : one
  }
];
var hasNone = ({ relations }) => [...relations.values()].every(({ relationships }) => relationships === void 0);
var relationshipListSkew = (lists, schemas) => explain(LISTS, lists, { schemas });
var DIFFERING = [
  { entry: "A3.23", when: always, rewrite: (one, other, at) => areLostColumns(at) ? other : one },
  {
    entry: "A3.17",
    when: (one) => one.from === 0,
    rewrite: (one, other, at) => isAlone(one, other) && leadElsewhere(one, at) ? other : one
  },
  {
    entry: "A3.26",
    when: (_one, other) => other.from >= ERA.exact,
    rewrite: (one, other, at, side) => side === "generated" && isAlone(one, other) && isHidden(at) ? other : one
  },
  {
    // The generator of today is known; a view without the columns has lost them.
    entry: "A3.26",
    when: always,
    rewrite: (one, other, at, side) => side === "committed" && isAlone(one, other) && isHidden(at) && isLeftOut(one, at) ? other : one
  }
];
var relationshipsSkew = (differing2, at) => explain(DIFFERING, differing2, at);
var isAlone = (one, other) => one.length > 0 && other.length === 0;
function areLostColumns({ schemas, all }) {
  if (![...all.committed, ...all.generated].some(isWithoutColumns)) return false;
  const toTables = (list) => list.filter(
    ({ referencedRelation: to }) => [schemas.committed, schemas.generated].every(({ relations }) => relations.get(to)?.kind !== "view")
  );
  const [[before, ...more], [after, ...others]] = [toTables(all.committed), toTables(all.generated)];
  if (!before || !after || more.length + others.length > 0) return false;
  const isOfLost = losesAll(schemas.committed) || losesAll(schemas.generated);
  const mayLose = (one) => isOfLost || isWithoutColumns(one) || [...one.columns, ...one.referencedColumns].some((column) => column.includes("."));
  const isSame2 = before.referencedRelation === after.referencedRelation && isSameKind(before, after);
  return isSame2 && mayLose(before) && mayLose(after);
}
var isWithoutColumns = ({ columns, referencedColumns }) => columns.length === 0 || referencedColumns.length === 0;
function losesAll({ relations }) {
  const all = [...relations.values()].filter(({ kind }) => kind === "table").flatMap(({ relationships }) => relationships ?? []).filter(({ referencedRelation }) => relations.get(referencedRelation)?.kind === "table");
  return all.length > 0 && all.every(isWithoutColumns);
}
function leadElsewhere(list, { schemas, relation, name }) {
  const { schema, known, committed, generated } = schemas;
  const isForeign = ({ referencedRelation: to }) => !committed.relations.has(to) && !generated.relations.has(to);
  const leadsOut = (key) => key.schema === schema && key.relation === relation && key.referencedSchema !== schema;
  const keys = known.foreignKeys(name).filter(leadsOut);
  const isKnown = ({ referencedRelation: to }) => keys.some((key) => key.referencedRelation === to);
  return list.every(isForeign) || list.every(isKnown);
}
function isHidden({ schemas: { schema, known, generated }, relation, name }) {
  const keys = known.foreignKeys(name);
  const isView = generated.relations.get(relation)?.kind === "view";
  return isView && keys.length > 0 && keys.every((key) => key.schema !== schema);
}
function isLeftOut(list, { schemas: { known, generated }, relation }) {
  const row = generated.relations.get(relation)?.shapes.Row;
  return known.omitsHiddenKeys && list.every(({ columns }) => columns.every((column) => row?.has(column)));
}

// src/types/diff/relationships.ts
function diffRelationships({ schemas, relation }, { committed, generated }) {
  const { schema } = schemas;
  const lists = { committed: committed.relationships, generated: generated.relationships };
  const inLists = relationshipListSkew(lists, schemas);
  if (inLists) return notices({ kind: "table", schema, name: relation }, inLists);
  const own = { committed: lists.committed ?? [], generated: lists.generated ?? [] };
  const both = [...own.committed, ...own.generated];
  const around = {
    committed: { own: own.committed, back: backTo(relation, both, schemas.committed) },
    generated: { own: own.generated, back: backTo(relation, both, schemas.generated) }
  };
  const { left, right } = withoutEqual(own.committed, own.generated);
  const groups = { committed: groupBy(left, nameOf), generated: groupBy(right, nameOf) };
  return [.../* @__PURE__ */ new Set([...groups.committed.keys(), ...groups.generated.keys()])].flatMap(
    (name) => {
      const object = { kind: "relationship", schema, relation, name };
      const named2 = (list) => list.filter((one) => one.name === name);
      const all = { committed: named2(own.committed), generated: named2(own.generated) };
      const differing2 = {
        committed: groups.committed.get(name) ?? [],
        generated: groups.generated.get(name) ?? []
      };
      const entries = relationshipsSkew(differing2, { schemas, relation, name, all });
      if (entries) return notices(object, entries);
      const facts = {
        committed: { differing: differing2.committed, ...around.committed },
        generated: { differing: differing2.generated, ...around.generated }
      };
      return [changeOf(object, facts)];
    }
  );
}
var nameOf = ({ name }) => name;
function backTo(relation, own, { relations }) {
  const others = new Set(own.map(({ referencedRelation }) => referencedRelation));
  others.delete(relation);
  return [...others].flatMap(
    (other) => (relations.get(other)?.relationships ?? []).filter(({ referencedRelation }) => referencedRelation === relation).map((one) => ({ ...one, referencedRelation: other }))
  );
}
function changeOf(object, facts) {
  const committed = textOf2(facts.committed.differing);
  const generated = textOf2(facts.generated.differing);
  if (facts.generated.differing.length === 0)
    return { kind: "relationship-removed", object, relationship: committed, facts };
  if (facts.committed.differing.length === 0)
    return { kind: "relationship-added", object, relationship: generated, facts };
  return { kind: "relationship-changed", object, committed, generated, facts };
}
var textOf2 = (relationships) => relationships.map(
  ({ columns, referencedRelation, referencedColumns, isOneToOne }) => `(${columns.join(", ")}) -> ${referencedRelation}(${referencedColumns.join(", ")})${isOneToOne ? " one-to-one" : ""}`
).sort().join(" | ");

// src/types/known-objects.ts
var NOTHING_KNOWN = {
  returnsOneRow: () => false,
  extensionOf: () => void 0,
  versionedBy: () => void 0,
  lateKind: () => void 0,
  foreignKeys: () => [],
  inOutOrVariadic: () => [],
  unnamedOverloads: () => 0,
  takesRow: () => false,
  usesLearntType: () => false,
  isComputed: () => false,
  allowedValues: () => void 0,
  mayBeNarrower: () => false,
  isLateWritable: () => false,
  omitsHiddenKeys: false
};

// src/types/skew/extensions.ts
function withoutVersions(all, schemas) {
  const extensionOf = versions(schemas);
  const told = all.map((one) => ({ one, about: extensionOf(one) }));
  return [
    ...told.flatMap(({ one, about }) => about === void 0 ? [one] : []),
    ...told.flatMap(
      ({ one: { object }, about }) => about === void 0 ? [] : [{ entry: "A4.8", object, about }]
    )
  ];
}
function versions({ schema, committed, known }) {
  const { relations, enums, compositeTypes, functions } = committed;
  const names = [relations, enums, compositeTypes, functions].flatMap((all) => [...all.keys()]);
  const met = new Set(names.flatMap((name) => known.extensionOf(schema, name) ?? []));
  return (one) => {
    const extension = "entry" in one ? void 0 : known.versionedBy(one.object);
    const isNew = extension !== void 0 && "kind" in one && one.kind.endsWith("-added") && !met.has(extension);
    return isNew ? void 0 : extension;
  };
}

// src/types/diff.ts
function diffTypes(committed, generated, known = NOTHING_KNOWN) {
  const { added, removed, both } = matchByKey(committed.schemas, generated.schemas);
  const object = (name) => ({ kind: "schema", name });
  const all = [
    ...added.map(([name]) => ({ kind: "schema-added", object: object(name) })),
    ...removed.map(([name]) => ({ kind: "schema-removed", object: object(name) })),
    ...both.flatMap(
      ([schema, before, after]) => diffSchema({ schema, committed: before, generated: after, known })
    )
  ];
  return {
    changes: all.flatMap((one) => "entry" in one ? [] : [one]),
    equivalences: all.flatMap((one) => "entry" in one ? [one] : [])
  };
}
function diffSchema(schemas) {
  const all = [
    ...diffRelations(schemas),
    ...diffEnums(schemas),
    ...diffCompositeTypes(schemas),
    ...diffFunctions(schemas)
  ];
  return withoutVersions(all, schemas);
}
function diffRelations(schemas) {
  const { schema, committed, generated, known } = schemas;
  const object = (name, { kind }) => ({ kind, schema, name });
  const { added, removed, both } = matchByKey(committed.relations, generated.relations);
  return [
    ...added.map(([name, one]) => addedRelation(object(name, one), known.lateKind(schema, name))),
    ...removed.map(([name, one]) => ({ kind: "relation-removed", object: object(name, one) })),
    ...both.flatMap(([name, before, after]) => {
      const facts = { committed: before, generated: after };
      if (before.kind === after.kind) return diffRelation(name, facts, schemas);
      const kinds = { committed: before.kind, generated: after.kind };
      return [{ kind: "relation-kind-changed", object: object(name, after), ...kinds, facts }];
    })
  ];
}
function addedRelation(object, kind) {
  const since2 = kind === "foreign table" ? "March 2024" : "March 2023";
  const hint = kind && `generators before ${since2} left ${kind}s out: those types may only be older`;
  return { kind: "relation-added", object, ...hint !== void 0 && { hint } };
}
function diffRelation(relation, sides, schemas) {
  const at = { schemas, relation };
  return [...diffColumns(at, sides), ...diffRelationships(at, sides)];
}
function diffEnums({ schema, committed, generated }) {
  const { added, removed, both } = matchByKey(committed.enums, generated.enums);
  const object = (name) => ({ kind: "enum", schema, name });
  return [
    ...added.map(([name, labels]) => ({ kind: "enum-added", object: object(name), labels })),
    ...removed.map(([name, labels]) => ({ kind: "enum-removed", object: object(name), labels })),
    ...both.flatMap(([name, before, after]) => [
      ...diffLabels({ schema, enum: name }, new Set(before), new Set(after)),
      ...isOtherOrder(committed.constants?.get(name), generated.constants?.get(name)) ? notices(object(name), ["A1.8"]) : []
    ])
  ];
}
function diffLabels(at, before, after) {
  const object = (name) => ({ kind: "enum-value", ...at, name });
  const added = [...after].filter((label) => !before.has(label));
  const removed = [...before].filter((label) => !after.has(label));
  return [
    ...added.map((label) => ({ kind: "enum-value-added", object: object(label) })),
    ...removed.map((label) => ({ kind: "enum-value-removed", object: object(label) }))
  ];
}
function isOtherOrder(committed = [], generated = []) {
  const text = (labels) => JSON.stringify(labels);
  return text(committed) !== text(generated) && text(committed.toSorted()) === text(generated.toSorted());
}
function diffCompositeTypes(schemas) {
  const { schema, known } = schemas;
  const types = matchByKey(schemas.committed.compositeTypes, schemas.generated.compositeTypes);
  const object = (name) => ({ kind: "composite-type", schema, name });
  return [
    ...types.added.map(([name]) => ({ kind: "composite-type-added", object: object(name) })),
    ...types.removed.map(([name]) => ({ kind: "composite-type-removed", object: object(name) })),
    ...types.both.flatMap(([name, committed, generated]) => {
      const entries = membersSkew({ committed, generated }, (attribute) => ({
        schemas,
        isLearnt: known.usesLearntType(schema, name, attribute)
      }));
      if (entries) return notices(object(name), entries);
      const sides = { committed: membersText(committed), generated: membersText(generated) };
      return [{ kind: "composite-type-changed", object: object(name), ...sides }];
    })
  ];
}

// src/types/followers.ts
function withFollowers(changes, types) {
  const computing = functionsBehind(changes);
  const rows = changesOfRows(
    changes.filter((change) => !computing.has(change)),
    types
  );
  const followers = /* @__PURE__ */ new Map();
  const rest = changes.filter((change) => {
    const own = computing.get(change) ?? change;
    const leader = leaderOf(own, rows, types) ?? own;
    if (leader === change || !isFollower(change)) return true;
    followers.set(leader, [...followers.get(leader) ?? [], change]);
    return false;
  });
  return rest.map((change) => {
    const own = followers.get(change);
    return own ? { ...change, followers: own } : change;
  });
}
var keyOf = (...parts) => JSON.stringify(parts);
var isFollower = (change) => change.kind === "function-signature-changed" || change.kind in FUNCTION_OF;
var FUNCTION_OF = {
  "column-added": "function-added",
  "column-removed": "function-removed",
  "column-type-changed": "function-signature-changed"
};
function functionsBehind(changes) {
  const functions = groupBy(
    changes.filter(({ object }) => object.kind === "function"),
    ({ object }) => keyOf("schema" in object ? object.schema : "", object.name)
  );
  return new Map(
    changes.flatMap((change) => {
      const { object } = change;
      if (object.kind !== "column" || !isOfRowAlone(change)) return [];
      const own = functions.get(keyOf(object.schema, object.name))?.find((one) => one.kind === FUNCTION_OF[change.kind] && takesRowOf(one, object.relation));
      return own ? [[change, own]] : [];
    })
  );
}
function isOfRowAlone(change) {
  if ("insert" in change) return change.insert === "absent";
  return change.kind === "column-type-changed" && change.shapes.every((shape) => shape === "Row");
}
function leaderOf(change, rows, { committed, generated }) {
  if (change.kind !== "function-signature-changed" || change.object.kind !== "function") return void 0;
  const { schema } = change.object;
  const [before, after] = [committed.schemas.get(schema), generated.schemas.get(schema)];
  if (!before || !after) return void 0;
  const found = rows.get(rowsGivenBy(change.facts, { committed: before, generated: after }) ?? "") ?? [];
  return found.find(({ object }) => "schema" in object && object.schema === schema) ?? found[0];
}
function changesOfRows(changes, types) {
  const firsts = /* @__PURE__ */ new Map();
  const seen = /* @__PURE__ */ new Set();
  for (const change of changes) {
    if (change.object.kind !== "column" || !isOfRow(change)) continue;
    const { schema, relation } = change.object;
    if (seen.has(keyOf(schema, relation))) continue;
    seen.add(keyOf(schema, relation));
    const texts = [types.committed, types.generated].map(({ schemas }) => {
      const own = schemas.get(schema);
      const found = own?.relations.get(relation);
      return own && found && rowText(found, own);
    });
    firsts.set(change, keyOf(relation, ...texts));
  }
  return groupBy(firsts.keys(), (change) => firsts.get(change) ?? "");
}
var isOfRow = (change) => "shapes" in change ? change.shapes.includes("Row") : change.kind.startsWith("column-");
function rowsGivenBy({ committed, generated }, schemas) {
  const [before, after] = [committed.own, generated.own];
  if (!before || !after || callOf(before) !== callOf(after) || rowOf(after) === "") return void 0;
  return isSameSet({ committed: before, generated: after }, schemas) ? keyOf(rowOf(after), resultOf(before), resultOf(after)) : void 0;
}
var callOf = ({ args, returns }) => [membersText(args), isList(returns), returns.nullable].join(" ");
var resultOf = ({ returns: { row } }) => row && sorted(row);
var rowText = ({ shapes: { Row, Insert } }, { functions }) => Row && sorted(new Map([...Row].filter(([name]) => !functions.has(name) || Insert?.has(name))));
var sorted = (members) => JSON.stringify([...members].map(([name, { type }]) => [name, typeText(type)]).sort());
function takesRowOf(change, relation) {
  const texts = "signatures" in change ? change.signatures : "committed" in change ? [change.committed, change.generated] : [];
  return texts.some((text) => text.includes(`[${JSON.stringify(relation)}]["Row"]`));
}
var wordsOfFollowers = ({ object, followers = [] }) => followers.map((follower) => {
  const id = formatObjectId(follower.object);
  if (follower.kind === "function-signature-changed")
    return `function ${id} returns its rows and changes with it`;
  return object.kind === "function" ? `${id} is computed by it and changes with it` : `${id} is computed by a function that returns its rows and changes with it`;
});

// src/types/labels.ts
var NAMED_ENUM = /Database\[("(?:[^"\\]|\\.)*")\]\["Enums"\]\[("(?:[^"\\]|\\.)*")\](\[\])?/g;
function withLabels(types, other) {
  const hidden = [...types.schemas].filter(([name, { enums: enums2 }]) => !other.schemas.has(name) && enums2.size > 0);
  if (hidden.length === 0) return types;
  const enums = new Map(hidden.map(([name, schema]) => [name, schema.enums]));
  const text = (written) => written.replace(NAMED_ENUM, (whole, schema, name, list = "") => {
    const labels = enums.get(String(JSON.parse(schema)))?.get(String(JSON.parse(name)));
    if (labels === void 0) return whole;
    const union = labels.map((label) => JSON.stringify(label)).sort(byText).join(" | ");
    return list === "" || labels.length < 2 ? union + list : `(${union})${list}`;
  });
  return { schemas: mapValues(types.schemas, (schema) => rewritten(schema, text)) };
}
function rewritten(schema, text) {
  const type = (one) => ({
    ...one,
    text: text(one.text),
    ...one.row && { row: members(one.row) }
  });
  const members = (all) => mapValues(all, (member) => ({ ...member, type: type(member.type) }));
  const relation = (one) => {
    const shapes = SHAPES.flatMap((shape) => {
      const columns = one.shapes[shape];
      return columns ? [[shape, members(columns)]] : [];
    });
    return { ...one, shapes: Object.fromEntries(shapes) };
  };
  return {
    ...schema,
    relations: mapValues(schema.relations, relation),
    functions: mapValues(
      schema.functions,
      (overloads) => overloads.map((one) => ({ ...one, args: members(one.args), returns: type(one.returns) }))
    ),
    compositeTypes: mapValues(schema.compositeTypes, members)
  };
}

// src/types/moved.ts
var GONE2 = /^(relation|enum|composite-type|function)-removed$/;
var CAME = /^(relation|enum|composite-type|function)-added$/;
function withMoves(changes, extensions, committed) {
  const folded = /* @__PURE__ */ new Map();
  const away = extensions.filter((extension) => !isAtHome(extension, committed));
  for (const { name, schema, brings, atLeast } of away) {
    const own = changes.filter((change) => !folded.has(change) && brings(change.object));
    const gone = own.filter(({ kind, object }) => GONE2.test(kind) && schemaOf(object) !== schema);
    const came = own.filter(({ kind, object }) => CAME.test(kind) && schemaOf(object) === schema);
    for (const [committed2, those] of groupBy(gone, ({ object }) => schemaOf(object))) {
      if (those.length < atLeast) continue;
      const all = [...those, ...came.filter((change) => !folded.has(change))];
      const object = { kind: "extension", name };
      const move = { kind: "extension-moved", object, committed: committed2, generated: schema, folded: all };
      for (const change of all) folded.set(change, move);
    }
  }
  return [...new Set(changes.map((change) => folded.get(change) ?? change))];
}
function isAtHome({ schema, brings }, { schemas }) {
  const types = schemas.get(schema);
  if (types === void 0) return false;
  const { relations, functions } = types;
  return [...relations].some(([name, { kind }]) => brings({ kind, schema, name })) || [...functions.keys()].some((name) => brings({ kind: "function", schema, name, args: [] }));
}
var schemaOf = (object) => "schema" in object ? object.schema : "";
function wordsOfMove({ folded, committed, generated }) {
  const all = folded.filter(({ kind }) => GONE2.test(kind)).map(({ object }) => object.name);
  const came = folded.length - all.length;
  const gone = [...new Set(all)];
  const names = gone.length <= SHOWN ? gone : [...gone.slice(0, SHOWN), `${gone.length - SHOWN} more`];
  return [
    `no longer in ${committed}: ${names.join(", ")}`,
    ...came > 0 ? [`new in ${generated}: ${came} of its objects`] : []
  ];
}
var SHOWN = 10;
var isMove = (change) => change.kind === "extension-moved";

// src/types/skew/words.ts
var EQUIVALENCE_WORDS = {
  "A1.8": "the labels of an enum stand in another order in Constants",
  "A3.3": "older generators wrote no Relationships",
  "A3.6": "newer generators list the computed fields of a relation",
  "A3.7": "older generators wrote a row-typed argument as unknown",
  "A3.8": "generators differ in whether computed fields stand in Row",
  "A3.9": "newer generators write a required JSON column as NonNullable<Json>",
  "A3.10": "newer generators write never for a generated column on Insert and Update",
  "A3.11": "generators differ in which columns of a view may be null",
  "A3.12": "generators differ in which views can be written",
  "A3.13": "generators of 2025 merged the overloads of a function and lost results",
  "A3.14": "newer generators mark functions that PostgREST cannot choose or call",
  "A3.15": "generators differ in whether a function that returns one row gives a list",
  "A3.16": "older generators know fewer types and write unknown",
  "A3.17": "older generators wrote relationships to other schemas",
  "A3.23": "newer generators lose the columns of a relationship when a name has a dot in it or its schema needs quotes",
  "A3.25": "older generators left out INOUT and VARIADIC arguments",
  "A3.26": "generators of autumn 2026 left out relationships of views over tables of other schemas",
  "A3.28": "newer generators leave out functions of one argument without a name, which nothing can call",
  "A6.1": "types were narrowed by hand to the values that a CHECK constraint allows",
  "A4.8": "objects of an extension, which differ by its version"
};

// src/types/compatibility/embedding.ts
function caseOfRelationship({ kind, facts: { committed, generated } }) {
  switch (kind) {
    case "relationship-added":
      return generated.differing.some((added) => hasRival(added, committed, generated)) ? "relationship-rival" : "relationship-added";
    case "relationship-removed":
      return committed.differing.every((removed) => generated.own.some((one) => isSameKey(one, removed))) ? "relationship-name-gone" : "relationship-removed";
    case "relationship-changed":
      return caseOfChanged(committed.differing, generated.differing);
    default:
      return kind;
  }
}
function hasRival(added, committed, generated) {
  const after = [...generated.own, ...generated.back].map(textOf3);
  return [...committed.own, ...committed.back].some(
    (one) => one.referencedRelation === added.referencedRelation && after.includes(textOf3(one))
  );
}
var keyOf2 = ({ columns, referencedRelation, referencedColumns }) => JSON.stringify([columns, referencedRelation, referencedColumns]);
var textOf3 = (one) => `${one.name} ${keyOf2(one)}`;
var isSameKey = (a, b) => keyOf2(a) === keyOf2(b) && (a.isOneToOne ?? b.isOneToOne) === (b.isOneToOne ?? a.isOneToOne);
function caseOfChanged(committed, generated) {
  const isStill = (fact) => committed.every((one) => generated.some((other) => fact(one) === fact(other)));
  if (!isStill(({ referencedRelation }) => referencedRelation)) return "relationship-redirected";
  return isStill(keyOf2) ? "relationship-cardinality" : "relationship-columns";
}

// src/types/compatibility.ts
function gradeOf(change) {
  const { compatibility, reason } = CASES[caseOf(change)];
  return { compatibility, reason };
}
function caseOf(change) {
  switch (change.kind) {
    case "column-added":
      return change.insert === "required" ? "column-added-required" : "column-added";
    case "column-type-changed":
      return worstOf(change.shapes.map((shape) => caseOfType(shape, change)));
    case "column-optionality-changed":
      return worstOf(change.shapes.map((shape) => caseOfDemand(shape, change)));
    case "relation-kind-changed":
      return columnsFit(change.facts) ? "relation-kind-compatible" : "relation-kind-incompatible";
    case "composite-type-changed":
      return caseOfComposite(change);
    case "function-signature-changed":
      return caseOfOverload(change.facts);
    case "relationship-added":
    case "relationship-removed":
    case "relationship-changed":
      return caseOfRelationship(change);
    default:
      return change.kind;
  }
}
function caseOfComposite({ committed, generated }) {
  if (isAssignable(generated, committed)) return "composite-type-extended";
  return isAssignableButForLabels(generated, committed) ? "composite-type-label-added" : "composite-type-changed";
}
function caseOfType(shape, { committed, generated }) {
  const side = shape === "Row" ? "read" : "write";
  if (side === "write" && generated === "never") return "write-computed";
  if (isAssignable(generated, committed) && isAssignable(committed, generated)) {
    return caseOfJson(side, generated);
  }
  if (generated === `${committed} | null`) return `${side}-null-added`;
  if (committed === `${generated} | null`) return `${side}-null-removed`;
  if (isAssignable(generated, committed)) return `${side}-narrowed`;
  if (side === "read" && isAssignableButForLabels(generated, committed)) return "read-label-added";
  return isAssignable(committed, generated) ? `${side}-widened` : `${side}-retyped`;
}
var caseOfJson = (side, generated) => {
  if (side === "read") return "read-json-null";
  return generated.endsWith(" | null") ? "write-null-added" : "write-json-null";
};
var caseOfDemand = (shape, sides) => shape === "Row" ? caseOfRead(sides) : caseOfWrite(sides);
function caseOfRead({ committed, generated }) {
  if (generated === "absent") return "read-absent";
  if (committed === "absent") return "read-added";
  return generated === "optional" ? "read-made-optional" : "read-made-certain";
}
function caseOfWrite({ committed, generated }) {
  if (generated === "required") return "write-made-required";
  if (generated === "absent") return "write-absent";
  return committed === "absent" ? "write-added" : "write-made-optional";
}
var columnsFit = ({ committed, generated }) => SHAPES.every((shape) => {
  const [before, after] = [committed.shapes[shape], generated.shapes[shape]];
  if (before === void 0) return true;
  if (after === void 0) return false;
  return shape === "Row" ? membersFit(after, before) : writesFit(before, after);
});
var writesFit = (committed, generated) => [...committed.keys()].every((name) => generated.has(name)) && membersFit(committed, generated);
var membersFit = (from, to) => [...to].every(([name, wanted]) => {
  const given = from.get(name);
  if (given === void 0) return wanted.optional;
  const isThere = wanted.optional || !given.optional;
  return isThere && isAssignable(typeText(given.type), typeText(wanted.type));
});

// src/types/wording.ts
var IN_COMMITTED = "in the committed types";
var IN_DATABASE = "in the database that the migrations build";
function findingOf(change) {
  const sides = sidesOf(change);
  return makeFinding({
    ruleId: change.kind,
    ...gradeOf(change),
    subject: change.object,
    message: sentenceOf(change, IN_DATABASE),
    ...sides,
    ...formerOf(change),
    salient: [
      ..."shapes" in change ? change.shapes : [],
      ...Object.values(sides),
      ...change.kind === "column-added" ? [change.insert] : [],
      ...change.kind === "extension-moved" ? change.folded.map(({ kind, object }) => `${kind} ${formatObjectId(object)}`).sort() : [],
      ...change.kind === "relation-kind-changed" ? Object.values(change.facts).map(columnsOf2) : []
    ]
  });
}
function formerOf(change) {
  if (change.kind !== "function-signature-changed" || change.former === void 0) return {};
  const { kind: ruleId, former, object } = change;
  const id = formatObjectId({ ...object, parameters: void 0 });
  const fingerprint = fingerprintOf(ruleId, object.kind, id, Object.values(former));
  return { former: [{ ruleId, id, fingerprint }] };
}
var columnsOf2 = ({ shapes: { Row } }) => JSON.stringify([...Row ?? []].map(([name, { type }]) => [name, type.text]).sort());
function sidesOf(change) {
  if (change.kind === "column-optionality-changed") {
    const on = ` on ${change.shapes.join(" and ")}`;
    return { committed: change.committed + on, generated: change.generated + on };
  }
  if ("committed" in change) return { committed: change.committed, generated: change.generated };
  const text = ownText(change);
  if (text === void 0) return {};
  return change.kind.endsWith("-added") ? { generated: text } : { committed: text };
}
function ownText(change) {
  if ("type" in change) return change.type;
  if ("labels" in change) return change.labels.map((label) => JSON.stringify(label)).join(" | ");
  if ("signatures" in change) return change.signatures.join(" | ");
  return "relationship" in change ? change.relationship : void 0;
}
var sentenceOf = (change, database) => `${sentence(change, database)}.`;
function sentence(change, database) {
  const object = `${kindInWords(change.object.kind)} ${named(formatObjectId(change.object))}`;
  switch (change.kind) {
    case "relation-renamed":
      return `${object} is still ${named(formatObjectId({ ...change.object, name: change.committed }))} ${IN_COMMITTED}`;
    case "column-renamed":
      return `${object} is still ${named(change.committed)} ${IN_COMMITTED}`;
    case "extension-moved":
      return `${object} is in schema ${named(change.committed)} ${IN_COMMITTED} but in schema ${named(change.generated)} ${database}`;
    case "column-type-changed":
    case "relation-kind-changed":
      return `${object} is ${named(change.committed)} ${IN_COMMITTED} but ${named(change.generated)} ${database}`;
    case "column-optionality-changed":
      return `${object} is ${change.committed} on ${change.shapes.join(" and ")} ${IN_COMMITTED} but ${change.generated} ${database}`;
    case "function-signature-changed":
      if (change.committed === "")
        return `function ${named(owningObject(change.object))} has the overload ${named(change.generated)} ${database} but not ${IN_COMMITTED}`;
      if (change.generated === "")
        return `function ${named(owningObject(change.object))} has the overload ${named(change.committed)} ${IN_COMMITTED} but not ${database}`;
      return differs(object, change, database);
    case "composite-type-changed":
    case "relationship-changed":
      return differs(object, change, database);
    default:
      return change.kind.endsWith("-added") ? `${object} is ${database} but not ${IN_COMMITTED}` : `${object} is ${IN_COMMITTED} but not ${database}`;
  }
}
var differs = (object, { committed, generated }, database) => `${object} differs: ${named(committed)} ${IN_COMMITTED}, ${named(generated)} ${database}`;

// src/types/positions.ts
import { ts } from "./vendor/ts-morph.js";
function withPlaces({ path, text, firstLine = 1 }, changes) {
  if (changes.length === 0) return [];
  const tree = readTree(text, path);
  const own = ownNames(changes);
  const locate = locator(text);
  return changes.map((change) => {
    const [first] = isMove(change) ? change.folded : [change];
    const start = nodeOf(tree, own(objectOf(first ?? change)), shapesOf(change)).getStart();
    const { line, column } = locate(start);
    return { change, place: { file: path, line: line - 1 + firstLine, column } };
  });
}
function objectOf(change) {
  if (change.kind !== "function-signature-changed" || !change.object.parameters) return change.object;
  const { own } = change.facts.committed;
  return { ...change.object, parameters: own && parametersOf(own) };
}
var shapesOf = (change) => "shapes" in change ? change.shapes : SHAPES;
function ownNames(changes) {
  const key = (...names) => JSON.stringify(names);
  const relations = /* @__PURE__ */ new Map();
  const columns = /* @__PURE__ */ new Map();
  for (const { kind, object, ...sides } of changes) {
    if (!("committed" in sides) || !("schema" in object)) continue;
    const { committed } = sides;
    if (kind === "relation-renamed") relations.set(key(object.schema, object.name), committed);
    if (kind === "column-renamed" && "relation" in object)
      columns.set(key(object.schema, object.relation, object.name), committed);
  }
  return (object) => {
    if (object.kind === "table" || object.kind === "view")
      return { ...object, name: relations.get(key(object.schema, object.name)) ?? object.name };
    if (object.kind !== "column" && object.kind !== "relationship") return object;
    const { schema, relation, name } = object;
    const column = object.kind === "column" ? columns.get(key(schema, relation, name)) : void 0;
    return { ...object, relation: relations.get(key(schema, relation)) ?? relation, name: column ?? name };
  };
}
function nodeOf(tree, object, shapes) {
  const { database } = tree;
  const part = partOf(tree, object);
  if (part !== void 0) return part;
  for (const path of pathsTo(object, shapes)) {
    const member = memberOf(valueAt(database, path.slice(0, -1)), path.at(-1) ?? "");
    if (member !== void 0) return member.node;
  }
  return ts.isInterfaceDeclaration(database) ? database : database.parent;
}
function pathsTo(object, shapes) {
  switch (object.kind) {
    case "schema":
      return [[object.name]];
    case "table":
    case "view":
    case "materialized-view":
      return relationPaths(object, KINDS[object.kind].section);
    case "column": {
      const relations = relationPaths({ schema: object.schema, name: object.relation });
      const columns = shapes.flatMap(
        (shape) => relations.slice(0, 2).map((path) => [...path, shape, object.name])
      );
      return [...columns, ...relations];
    }
    case "relationship": {
      const relations = relationPaths({ schema: object.schema, name: object.relation });
      return [...relations.slice(0, 2).map((path) => [...path, "Relationships"]), ...relations];
    }
    case "enum-value":
      return memberPaths(object.schema, "Enums", object.enum);
    case "enum":
    case "composite-type":
    case "function":
      return memberPaths(object.schema, KINDS[object.kind].section, object.name);
    default:
      return "schema" in object ? [[object.schema]] : [];
  }
}
var memberPaths = (schema, section, name) => [
  [schema, section, name],
  [schema, section],
  [schema]
];
function relationPaths({ schema, name }, section = "Tables") {
  const other = section === "Tables" ? "Views" : "Tables";
  return [[schema, section, name], [schema, other, name], [schema, section], [schema]];
}
function partOf({ database }, object) {
  if (object.kind === "function") {
    const { parameters } = object;
    const overloads = valueAt(database, [object.schema, "Functions", object.name]);
    return parameters && alternativesIn(overloads).find((overload) => hasOverload(overload, parameters));
  }
  if (object.kind === "enum-value") {
    const labels = valueAt(database, [object.schema, "Enums", object.enum]);
    return labels && ts.isTypeNode(labels) ? unionMembers(labels).find((label) => isText(label, object.name)) : void 0;
  }
  if (object.kind !== "relationship") return void 0;
  const lists = ["Tables", "Views"].map(
    (section) => valueAt(database, [object.schema, section, object.relation, "Relationships"])
  );
  return lists.flatMap((list) => list && ts.isTupleTypeNode(list) ? [...list.elements] : []).flatMap((element) => memberOf(element, "foreignKeyName") ?? []).find(({ value }) => isText(value, object.name))?.node;
}
var alternativesIn = (node) => node && ts.isTypeNode(node) ? unionMembers(node) : [];
function hasOverload(overload, parameters) {
  const args = alternativesIn(memberOf(overload, "Args")?.value);
  const lists = args.length === 0 ? [[]] : args.map(
    (one) => membersOf(one).map(({ name }) => name).sort(byText)
  );
  return lists.some((names) => isSameList(names, parameters));
}
var isText = (node, text) => ts.isLiteralTypeNode(node) && ts.isStringLiteralLike(node.literal) && node.literal.text === text;

// src/types/rename/facts.ts
var pathText = (schema, kind, name) => `Database[${JSON.stringify(schema)}]["${KINDS[kind].section}"][${JSON.stringify(name)}]`;
function underNewNames(schema, names, retold) {
  const type = (fact) => ({
    ...fact,
    text: retold(fact.text),
    ...fact.row && { row: members(fact.row) }
  });
  const members = (own, columns) => new Map(
    [...own].map(([name, fact]) => [
      columns?.get(name) ?? name,
      { ...fact, type: type(fact.type) }
    ])
  );
  const overload = ({ args, returns, setof, ...rest }) => ({
    ...rest,
    args: members(args),
    returns: type(returns),
    ...setof !== void 0 && { setof: setofText(setof, names) }
  });
  return {
    ...schema,
    relations: new Map(
      [...schema.relations].map(([name, relation]) => [
        names.get(name)?.name ?? name,
        relationOf(relation, name, names, members)
      ])
    ),
    functions: new Map([...schema.functions].map(([name, overloads]) => [name, overloads.map(overload)])),
    compositeTypes: new Map([...schema.compositeTypes].map(([name, own]) => [name, members(own)]))
  };
}
function relationOf(relation, name, names, members) {
  const columns = names.get(name)?.columns;
  const shapes = SHAPES.flatMap((shape) => {
    const own = relation.shapes[shape];
    return own === void 0 ? [] : [[shape, members(own, columns)]];
  });
  const { relationships } = relation;
  return {
    ...relation,
    shapes: Object.fromEntries(shapes),
    ...relationships && { relationships: relationships.map((one) => relationshipOf(one, columns, names)) }
  };
}
function relationshipOf(relationship, columns, names) {
  const referenced = names.get(relationship.referencedRelation);
  return {
    ...relationship,
    columns: relationship.columns.map((name) => columns?.get(name) ?? name),
    referencedRelation: referenced?.name ?? relationship.referencedRelation,
    referencedColumns: relationship.referencedColumns.map((name) => referenced?.columns.get(name) ?? name)
  };
}
var setofText = (text, names) => text.replace(/\b(from|to): ("(?:[^"\\]|\\.)*")/g, (whole, key, name) => {
  const renamed = [...names].find(([old]) => JSON.stringify(old) === name)?.[1].name;
  return renamed === void 0 ? whole : `${key}: ${JSON.stringify(renamed)}`;
});

// src/types/rename/history.ts
function historiesOf(renames) {
  const histories = [];
  for (const { from, to } of renames) {
    if (from.kind === "column" && to.kind === "column" && from.schema === to.schema) {
      const history = ownerOf(histories, from, to);
      follow(history.columns, from.name, to.name, (names) => ({ names }));
    } else if (isRelation(from) && isRelation(to) && from.schema === to.schema) {
      const { schema } = from;
      const own = histories.filter((one) => one.schema === schema);
      const others = histories.filter((one) => one.schema !== schema);
      follow(own, from.name, to.name, (names) => ({ schema, names, columns: [] }));
      histories.splice(0, histories.length, ...others, ...own);
    }
  }
  return histories;
}
function follow(all, from, to, made) {
  const known = all.find(({ names }) => names.at(-1) === from);
  const displaced = all.findIndex(({ names }) => names.at(-1) === to);
  if (displaced !== -1) all.splice(displaced, 1);
  if (known) known.names.push(to);
  else all.push(made([from, to]));
}
function ownerOf(histories, from, to) {
  const own = histories.filter(({ schema }) => schema === from.schema);
  const known = own.find(({ names }) => names.at(-1) === from.relation) ?? own.find(({ names }) => names.at(-1) === to.relation);
  if (known) return known;
  const history = { schema: from.schema, names: [from.relation], columns: [] };
  histories.push(history);
  return history;
}

// src/types/rename.ts
function withRenames(committed, generated, renames) {
  const known = historiesOf(renames).flatMap((history) => {
    const before = committed.schemas.get(history.schema);
    const after = generated.schemas.get(history.schema);
    return before && after ? appliedOf(history, before, after) : [];
  });
  const applied = known.filter((one, index) => known.findIndex((other) => isSame(one, other)) === index);
  if (applied.length === 0) return { committed, changes: [] };
  const retold = (text) => applied.reduce(
    (sofar, { schema, kind, name, names }) => sofar.replaceAll(pathText(schema, kind, name), pathText(schema, kind, names.name)),
    text
  );
  const schemas = [...committed.schemas].map(([schema, types]) => {
    const own = applied.filter((one) => one.schema === schema);
    return [schema, underNewNames(types, new Map(own.map(({ name, names }) => [name, names])), retold)];
  });
  return { committed: { schemas: new Map(schemas) }, changes: applied.flatMap(changesOf) };
}
var isSame = (a, b) => a.schema === b.schema && a.name === b.name;
function appliedOf({ schema, names, columns }, committed, generated) {
  const isThere = { committed: has(committed.relations), generated: has(generated.relations) };
  const today = names.at(-1) ?? "";
  const name = isThere.committed(today) ? today : oldNameOf(names, isThere) ?? "";
  const [before, after] = [committed.relations.get(name), generated.relations.get(today)];
  if (before === void 0 || after === void 0 || before.kind !== after.kind) return [];
  const hasColumn = { committed: hasIn(before), generated: hasIn(after) };
  const renamed = columns.flatMap((column) => {
    const old = oldNameOf(column.names, hasColumn);
    return old === void 0 ? [] : [[old, column.names.at(-1) ?? ""]];
  });
  return name === today && renamed.length === 0 ? [] : [{ schema, kind: before.kind, name, names: { name: today, columns: new Map(renamed) } }];
}
var has = (all) => (name) => all.has(name);
var hasIn = ({ shapes }) => (name) => SHAPES.some((shape) => shapes[shape]?.has(name));
function oldNameOf(names, isThere) {
  const today = names.at(-1) ?? "";
  if (isThere.committed(today) || !isThere.generated(today)) return void 0;
  return names.findLast((name) => isThere.committed(name) && !isThere.generated(name));
}
function changesOf({ schema, kind, name, names }) {
  const relation = name === names.name ? [] : [
    {
      kind: "relation-renamed",
      object: { kind, schema, name: names.name },
      committed: name,
      generated: names.name
    }
  ];
  const columns = [...names.columns].map(
    ([committed, generated]) => ({
      kind: "column-renamed",
      object: { kind: "column", schema, relation: names.name, name: generated },
      committed,
      generated
    })
  );
  return [...relation, ...columns];
}

// src/types/comparison.ts
function findingOf2(change) {
  const finding = withFollowing(findingOf(change), change);
  if (isMove(change)) return { ...finding, details: wordsOfMove(change) };
  if (!("hint" in change) || change.hint === void 0) return finding;
  return { ...finding, details: [...finding.details ?? [], change.hint] };
}
function withFollowing(finding, change) {
  const { followers = [] } = change;
  if (followers.length === 0) return finding;
  const covers = followers.map(findingOf).flatMap(({ ruleId, id, fingerprint, former = [] }) => [{ ruleId, id, fingerprint }, ...former]);
  return { ...finding, covers, details: [...finding.details ?? [], ...wordsOfFollowers(change)] };
}
function schemasToCompare(committed, { named: named2, expected, platform }) {
  if (named2.length > 0) return [...named2];
  const own = /* @__PURE__ */ new Set([...expected, ...committed.schemas.keys()]);
  return [...own].filter((name) => !platform.has(name));
}
function schemasToGenerate(committed, choice) {
  return [.../* @__PURE__ */ new Set([...schemasToCompare(committed, choice), ...committed.schemas.keys()])];
}
function compareTypes(committed, generated, choice, known = NOTHING_KNOWN) {
  const wanted = schemasToCompare(committed, choice);
  const nowhere = wanted.filter((name) => !committed.schemas.has(name) && !generated.schemas.has(name));
  if (choice.named.length > 0 && nowhere.length > 0) throw unknownSchemas(nowhere);
  const silent = wanted.filter(
    (name) => !committed.schemas.has(name) && isEmpty(generated.schemas.get(name))
  );
  const schemas = new Set(wanted.filter((name) => !silent.includes(name)));
  const left = only(withLabels(committed, generated), schemas);
  const right = only(withLabels(generated, committed), schemas);
  const diff = diffTypes(left, right, known);
  const leftOut = [...committed.schemas.keys()].filter(
    (name) => !schemas.has(name) && name !== "graphql_public"
  );
  return {
    changes: diff.changes,
    schemas: [...schemas],
    notices: [
      ...committed.notices ?? [],
      ...equivalenceNotices(diff.equivalences, committed, generated, choice),
      ...leftOut.length === 0 ? [] : [leftOutNotice(leftOut, choice)],
      ...nowhere.map(nowhereNotice)
    ]
  };
}
var isEmpty = (schema) => schema === void 0 || schema.relations.size + schema.functions.size + schema.enums.size + schema.compositeTypes.size === 0;
function unknownSchemas(names) {
  const list = names.map(named).join(", ");
  return new UsageError({
    message: perSurface`${names.length === 1 ? "Schema" : "Schemas"} ${list}, named with ${option("schema")}, ${names.length === 1 ? "is" : "are"} neither in the committed types nor in the database that the migrations build.`,
    remedy: perSurface`Correct ${option("schema")}, or leave it out.`
  });
}
var nowhereNotice = (name) => ({
  code: "schema-not-found",
  message: `supabase/config.toml names schema ${named(name)}, which no migration creates and the committed types do not hold.`
});
function countObjects(types, names) {
  const all = [...only(types, new Set(names)).schemas.values()];
  const relations = all.flatMap((schema) => [...schema.relations.values()]);
  const sum = (size) => all.reduce((total, schema) => total + size(schema), 0);
  return {
    tables: relations.filter(({ kind }) => kind === "table").length,
    views: relations.filter(({ kind }) => kind === "view").length,
    enums: sum(({ enums }) => enums.size),
    compositeTypes: sum(({ compositeTypes }) => compositeTypes.size),
    functions: sum(({ functions }) => functions.size)
  };
}
var only = ({ schemas }, names) => ({
  schemas: new Map([...schemas].filter(([name]) => names.has(name)))
});
function equivalenceNotices(equivalences, committed, generated, { pinnedCli, surface }) {
  const [before] = committed.schemas.values();
  const [after] = generated.schemas.values();
  const skew = before && after && skewOf(before.generator, after.generator, pinnedCli, surface);
  const isByGenerator = equivalences.some(({ entry }) => entry.startsWith("A3."));
  const causes = groupBy(equivalences, ({ entry, about = "" }) => `${entry} ${about}`);
  return [
    ...skew !== void 0 && isByGenerator ? [{ code: "generator-versions-differ", message: skew }] : [],
    ...[...causes.values()].flatMap((group) => group.slice(0, 1).map((one) => causeNotice(one, group)))
  ];
}
function causeNotice({ entry, about }, group) {
  const objects = [...new Set(group.map(({ object }) => formatObjectId(object)))];
  const words = EQUIVALENCE_WORDS[entry] + (about === void 0 ? "" : `: ${named(about)}`);
  const names = about === void 0 ? "" : `, of which ${shortList(objects)}`;
  return { code: codeOf(entry), message: `Not drift: ${words}${names} (${entry}).`, count: objects.length };
}
var SHOWN2 = 10;
var shortList = (names) => [
  ...names.slice(0, SHOWN2).map(named),
  ...names.length > SHOWN2 ? [`${names.length - SHOWN2} more`] : []
].join(", ");
function codeOf(entry) {
  if (entry === "A4.8") return "extension-differs";
  if (entry === "A6.1") return "types-narrowed";
  return entry === "A1.8" ? "enum-order-differs" : "generators-differ";
}
function leftOutNotice(names, { named: named2, surface }) {
  const list = names.join(", ");
  const bySchema = textOn(surface ?? "command-line", option("schema"));
  return {
    code: "schemas-left-out",
    message: named2.length > 0 ? `The committed types also hold ${list}, which ${bySchema} did not name.` : `The committed types also hold ${list}: that belongs to Supabase and was left out; name it with ${bySchema} to compare it.`
  };
}
export {
  IN_DATABASE,
  compareTypes,
  countObjects,
  declaresNoDatabase,
  findingOf2 as findingOf,
  isMove,
  parseTypes,
  schemasToGenerate,
  sentenceOf,
  withFollowers,
  withMoves,
  withPlaces,
  withRenames,
  wordsOfMove
};
