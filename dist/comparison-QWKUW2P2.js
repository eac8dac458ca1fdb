import {
  EQUIVALENCE_WORDS,
  changes,
  diffRelationships,
  equivalent,
  isGeneratedColumn,
  merge,
  sameMembersUnder,
  sameTypeUnder,
  sameViewColumnUnder
} from "./chunk-WLEITBUE.js";
import {
  SHAPES,
  membersText,
  parseTypes,
  typeText
} from "./chunk-IYGN3DMX.js";
import {
  formatObjectId,
  makeFinding,
  named
} from "./chunk-PDDEWVXZ.js";
import {
  byText,
  groupBy,
  matchByKey
} from "./chunk-CC5WXE67.js";
import {
  UsageError
} from "./chunk-DUT2HOCF.js";

// src/types/diff-columns.ts
function diffColumns(at, committed, generated, schemas) {
  const { shapes, entries } = comparableShapes(committed, generated);
  const columns = matchByKey(columnsOf(committed, shapes), columnsOf(generated, shapes));
  const one = (kind, side, name) => isComputedField(at, name, side, schemas) ? equivalent(columnId(at, name), ["A3.8"]) : changes([
    {
      kind,
      object: columnId(at, name),
      type: typeText(columnsOf(side, shapes).get(name)?.type ?? { text: "unknown", nullable: false }),
      insert: demandOf(side.shapes.Insert?.get(name))
    }
  ]);
  const current = { committed: schemas.committed.isCurrent, generated: schemas.generated.isCurrent };
  return merge([
    equivalent({ kind: committed.kind, schema: at.schema, name: at.relation }, entries),
    ...columns.added.map(([name]) => one("column-added", generated, name)),
    ...columns.removed.map(([name]) => one("column-removed", committed, name)),
    ...columns.both.map(
      ([name]) => diffColumn(columnId(at, name), name, { committed, generated, current }, shapes)
    )
  ]);
}
function columnsOf({ shapes }, compared) {
  const reversed = compared.toReversed();
  return new Map(reversed.flatMap((shape) => [...shapes[shape] ?? []]));
}
var columnId = ({ schema, relation }, name) => ({
  kind: "column",
  schema,
  relation,
  name
});
function comparableShapes(committed, generated) {
  const sameBlocks = SHAPES.every(
    (shape) => Boolean(committed.shapes[shape]) === Boolean(generated.shapes[shape])
  );
  if (sameBlocks || committed.kind === "table") return { shapes: [...SHAPES], entries: [] };
  const both = SHAPES.filter((shape) => committed.shapes[shape] && generated.shapes[shape]);
  return { shapes: both, entries: ["A3.12"] };
}
function isComputedField({ schema, relation }, name, { shapes }, { generated }) {
  if (shapes.Insert?.has(name) || shapes.Update?.has(name)) return false;
  const row = (kind) => `Database[${JSON.stringify(schema)}]["${kind}"][${JSON.stringify(relation)}]["Row"]`;
  return (generated.functions.get(name) ?? []).some(({ args }) => {
    const [only2, ...others] = args.values();
    return others.length === 0 && [row("Tables"), row("Views")].includes(only2?.type.text ?? "");
  });
}
function diffColumn(object, name, relations, shapes) {
  const compared = shapes.map((shape) => compareMember(shape, name, relations));
  const types = alike(compared.flatMap(({ type }) => type ?? []));
  const demands = alike(compared.flatMap(({ demand }) => demand ?? []));
  return merge([
    equivalent(object, [...new Set(compared.flatMap(({ entries }) => entries))]),
    changes(types.map((sides) => ({ kind: "column-type-changed", object, ...sides }))),
    changes(demands.map((sides) => ({ kind: "column-optionality-changed", object, ...sides })))
  ]);
}
function alike(differences) {
  const groups = groupBy(differences, ({ committed, generated }) => JSON.stringify([committed, generated]));
  return [...groups.values()].flatMap(
    (group) => group.slice(0, 1).map(({ committed, generated }) => ({ shapes: group.map(({ shape }) => shape), committed, generated }))
  );
}
function compareMember(shape, name, { committed: before, generated: after, current }) {
  const committed = before.shapes[shape]?.get(name);
  const generated = after.shapes[shape]?.get(name);
  const demand = { shape, committed: demandOf(committed), generated: demandOf(generated) };
  if (!committed || !generated) return { entries: [], ...committed !== generated && { demand } };
  if (shape !== "Row" && isGeneratedColumn(committed, generated, current)) return { entries: ["A3.10"] };
  const same = shape === "Row" && before.kind === "view" ? sameViewColumnUnder : sameTypeUnder;
  const entries = same(committed.type, generated.type, current);
  return {
    entries: entries ?? [],
    ...entries === void 0 && {
      type: { shape, committed: typeText(committed.type), generated: typeText(generated.type) }
    },
    ...demand.committed !== demand.generated && { demand }
  };
}
var demandOf = (member) => member === void 0 ? "absent" : member.optional ? "optional" : "required";

// src/types/diff-functions.ts
function diffFunctions(schema, schemas) {
  const object = (name) => ({ kind: "function", schema, name, args: [] });
  const functions = matchByKey(schemas.committed.functions, schemas.generated.functions);
  const whole = (kind) => ([name, overloads]) => changes([{ kind, object: object(name), signatures: overloads.map(signature) }]);
  return merge([
    ...functions.added.map(whole("function-added")),
    ...functions.removed.map(whole("function-removed")),
    ...functions.both.map(([name, before, after]) => diffOverloads(object(name), before, after, schemas))
  ]);
}
function diffOverloads(object, committed, generated, schemas) {
  const right = [...generated];
  const entries = [];
  const pair = (same) => (one) => {
    const index = right.findIndex((other) => same(one, other) !== void 0);
    const twin = right[index];
    if (twin === void 0) return true;
    entries.push(...same(one, twin) ?? []);
    right.splice(index, 1);
    return false;
  };
  const unequal = committed.filter(
    pair((a, b) => signature(a) === signature(b) ? setofEntries(a, b) : void 0)
  );
  const left = unequal.filter(pair((a, b) => sameOverloadUnder(a, b, { committed, generated, schemas })));
  if (left.length === 0 && right.length === 0) return equivalent(object, [...new Set(entries)]);
  return changes([
    { kind: "function-signature-changed", object, committed: textOf(left), generated: textOf(right) }
  ]);
}
var setofEntries = (a, b) => a.setof !== void 0 && b.setof !== void 0 && a.setof !== b.setof ? ["A3.5"] : [];
function sameOverloadUnder(committed, generated, around) {
  const current = currentOf(around);
  const args = sameMembersUnder(committed.args, generated.args, (a, b) => sameArgUnder(a, b, current));
  const returns = sameReturnsUnder(committed, generated, around);
  return args && returns && [...args, ...returns, ...setofEntries(committed, generated)];
}
var currentOf = ({ schemas }) => ({
  committed: schemas.committed.isCurrent,
  generated: schemas.generated.isCurrent
});
function sameArgUnder(committed, generated, current) {
  const same = sameTypeUnder(committed, generated, current);
  const isRow = [committed, generated].some(({ text }) => /\["Row"\](\[\])?$/.test(text));
  return isRow && same?.includes("A3.16") ? ["A3.7"] : same;
}
function sameReturnsUnder(committed, generated, around) {
  const current = currentOf(around);
  const same = sameTypeUnder(committed.returns, generated.returns, current) ?? sameRowUnder(committed, generated, around);
  if (same !== void 0) return same;
  if (isConflict(generated) && !isConflict(committed) && !current.committed) return ["A3.14"];
  if (isConflict(committed) && !isConflict(generated) && !current.generated) return ["A3.14"];
  const oneOf = (merged, others) => merged.merged === true && others.some(({ returns }) => sameTypeUnder(merged.returns, returns, current));
  return oneOf(committed, around.generated) || oneOf(generated, around.committed) ? ["A3.13"] : void 0;
}
function sameRowUnder(committed, generated, around) {
  const isList = ({ returns }) => returns.text.endsWith("[]");
  if (!committed.row || !generated.row || isList(committed) !== isList(generated)) return void 0;
  const current = currentOf(around);
  const to = /(?:^|\W)to: "((?:[^"\\]|\\.)*)"/.exec(generated.setof ?? committed.setof ?? "")?.[1] ?? "";
  const same = around.schemas.generated.relations.get(to)?.kind === "view" ? sameViewColumnUnder : sameTypeUnder;
  return sameMembersUnder(committed.row, generated.row, (a, b) => same(a, b, current));
}
var isConflict = ({ returns }) => returns.text.includes("{ error: true }");
var signature = ({ args, returns }) => `(${membersText(args).replace(/^\{ ?| ?\}$/g, "").replaceAll("; ", ", ")}) => ${typeText(returns)}`;
var textOf = (overloads) => overloads.map(signature).sort(byText).join(" | ");

// src/types/diff.ts
function diffTypes(committed, generated) {
  const schemas = matchByKey(committed.schemas, generated.schemas);
  return merge([
    changes(schemas.added.map(([name]) => ({ kind: "schema-added", object: { kind: "schema", name } }))),
    changes(schemas.removed.map(([name]) => ({ kind: "schema-removed", object: { kind: "schema", name } }))),
    ...schemas.both.map(([name, before, after]) => diffSchema(name, before, after))
  ]);
}
function diffSchema(schema, committed, generated) {
  return merge([
    diffRelations(schema, committed, generated),
    diffEnums(schema, committed.enums, generated.enums),
    diffCompositeTypes(schema, committed, generated),
    diffFunctions(schema, { committed, generated })
  ]);
}
function diffRelations(schema, committed, generated) {
  const object = (name, { kind }) => ({ kind, schema, name });
  const relations = matchByKey(committed.relations, generated.relations);
  return merge([
    changes(relations.added.map(([name, one]) => ({ kind: "relation-added", object: object(name, one) }))),
    changes(
      relations.removed.map(([name, one]) => ({ kind: "relation-removed", object: object(name, one) }))
    ),
    ...relations.both.map(
      ([name, before, after]) => before.kind === after.kind ? diffRelation({ schema, relation: name }, before, after, { committed, generated }) : changes([
        {
          kind: "relation-kind-changed",
          object: object(name, after),
          committed: before.kind,
          generated: after.kind
        }
      ])
    )
  ]);
}
function diffRelation(at, committed, generated, schemas) {
  return merge([
    diffColumns(at, committed, generated, schemas),
    diffRelationships(at, committed.relationships, generated.relationships, schemas)
  ]);
}
function diffEnums(schema, committed, generated) {
  const enums = matchByKey(committed, generated);
  const object = (name) => ({ kind: "enum", schema, name });
  return merge([
    changes(enums.added.map(([name, labels]) => ({ kind: "enum-added", object: object(name), labels }))),
    changes(enums.removed.map(([name, labels]) => ({ kind: "enum-removed", object: object(name), labels }))),
    ...enums.both.map(([name, before, after]) => diffLabels(schema, name, before, after))
  ]);
}
function diffLabels(schema, name, committed, generated) {
  const object = (label) => ({ kind: "enum-value", schema, enum: name, name: label });
  const [before, after] = [new Set(committed), new Set(generated)];
  const added = [...after].filter((label) => !before.has(label));
  const removed = [...before].filter((label) => !after.has(label));
  return changes([
    ...added.map((label) => ({ kind: "enum-value-added", object: object(label) })),
    ...removed.map((label) => ({ kind: "enum-value-removed", object: object(label) }))
  ]);
}
function diffCompositeTypes(schema, committed, generated) {
  const types = matchByKey(committed.compositeTypes, generated.compositeTypes);
  const current = { committed: committed.isCurrent, generated: generated.isCurrent };
  const object = (name) => ({ kind: "composite-type", schema, name });
  return merge([
    changes(types.added.map(([name]) => ({ kind: "composite-type-added", object: object(name) }))),
    changes(types.removed.map(([name]) => ({ kind: "composite-type-removed", object: object(name) }))),
    ...types.both.map(([name, before, after]) => {
      const entries = sameMembersUnder(before, after, (a, b) => sameTypeUnder(a, b, current));
      if (entries !== void 0) return equivalent(object(name), [...new Set(entries)]);
      const sides = { committed: membersText(before), generated: membersText(after) };
      return changes([{ kind: "composite-type-changed", object: object(name), ...sides }]);
    })
  ]);
}

// src/types/compatibility.ts
var safe = (reason) => ({ compatibility: "safe", reason });
var dangerous = (reason) => ({ compatibility: "dangerous", reason });
var breaking = (reason) => ({ compatibility: "breaking", reason });
function gradeOf(change) {
  switch (change.kind) {
    case "schema-added":
    case "relation-added":
    case "enum-added":
    case "composite-type-added":
    case "function-added":
    case "relationship-added":
      return safe("no code can use yet what its types do not name");
    case "schema-removed":
    case "relation-removed":
    case "column-removed":
    case "enum-removed":
    case "composite-type-removed":
    case "function-removed":
      return breaking("code that uses it compiles and fails when it runs");
    case "relationship-removed":
      return breaking("embedding over it compiles and fails when it runs");
    case "column-added":
      return change.insert === "required" ? breaking("an insert that compiles leaves out what the database demands") : safe("inserts may leave it out, and reads ignore it");
    case "column-type-changed":
      return gradeOfType(change);
    case "column-optionality-changed":
      return gradeOfDemand(change);
    case "enum-value-added":
      return dangerous("code that handles every value meets one that it does not know");
    case "enum-value-removed":
      return breaking("code that writes it compiles and fails when it runs");
    case "composite-type-changed":
      return breaking("values of it have other attributes than the code expects");
    case "function-signature-changed":
      return change.committed === "" ? safe("every call that compiles still has its overload") : breaking("calls that compile do not fit the function");
    case "relationship-changed":
    case "relation-kind-changed":
      return dangerous("queries that compile may give another shape, or be refused");
    default:
      return change;
  }
}
function gradeOfType({ shapes, committed, generated }) {
  const reads = shapes.includes("Row");
  const writes = shapes.includes("Insert") || shapes.includes("Update");
  if (generated === `${committed} | null`) {
    return reads ? breaking("reads meet a null that the code does not expect") : safe("writes may hand in null now");
  }
  if (committed === `${generated} | null`) {
    return writes ? breaking("writes of null compile and are refused") : safe("reads meet no null any more");
  }
  return breaking("values have another type than the code expects");
}
function gradeOfDemand({ generated, committed }) {
  if (generated === "required") return breaking("a write that compiles leaves out what the database demands");
  if (generated === "absent") return breaking("a write that compiles names what the database does not take");
  return committed === "required" || committed === "absent" ? safe("every write that compiles is still taken") : dangerous("the database takes it differently");
}

// src/types/wording.ts
var IN_COMMITTED = "in the committed types";
var IN_DATABASE = "in the database that the migrations build";
function findingOf(change) {
  const sides = sidesOf(change);
  return makeFinding({
    ruleId: change.kind,
    ...gradeOf(change),
    subject: change.object,
    message: `${sentence(change)}.`,
    ...sides,
    salient: [..."shapes" in change ? change.shapes : [], ...Object.values(sides)]
  });
}
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
var code = (text) => text === "" ? "nothing" : named(text);
function sentence(change) {
  const object = `${change.object.kind.replaceAll("-", " ")} ${code(formatObjectId(change.object))}`;
  switch (change.kind) {
    case "column-type-changed":
    case "relation-kind-changed":
      return `${object} is ${code(change.committed)} ${IN_COMMITTED} but ${code(change.generated)} ${IN_DATABASE}`;
    case "column-optionality-changed":
      return `${object} is ${change.committed} on ${change.shapes.join(" and ")} ${IN_COMMITTED} but ${change.generated} ${IN_DATABASE}`;
    case "function-signature-changed":
    case "composite-type-changed":
    case "relationship-changed":
      return `${object} differs: ${code(change.committed)} ${IN_COMMITTED}, ${code(change.generated)} ${IN_DATABASE}`;
    default:
      return change.kind.endsWith("-added") ? `${object} is ${IN_DATABASE} but not ${IN_COMMITTED}` : `${object} is ${IN_COMMITTED} but not ${IN_DATABASE}`;
  }
}

// src/types/comparison.ts
function schemasToCompare(committed, { named: named2, expected, platform }) {
  if (named2.length > 0) return [...named2];
  const own = /* @__PURE__ */ new Set([...expected, ...committed.schemas.keys()]);
  return [...own].filter((name) => !platform.has(name));
}
function schemasToGenerate(committed, choice) {
  const held = [...committed.schemas.keys()].filter((name) => choice.platform.has(name));
  return [.../* @__PURE__ */ new Set([...schemasToCompare(committed, choice), ...held])];
}
function compareTypes(committed, generated, choice) {
  const wanted = schemasToCompare(committed, choice);
  const nowhere = wanted.filter((name) => !committed.schemas.has(name) && !generated.schemas.has(name));
  if (choice.named.length > 0 && nowhere.length > 0) throw unknownSchemas(nowhere);
  const silent = wanted.filter(
    (name) => !committed.schemas.has(name) && isEmpty(generated.schemas.get(name))
  );
  const schemas = new Set(wanted.filter((name) => !silent.includes(name)));
  const diff = diffTypes(only(committed, schemas), only(generated, schemas));
  const leftOut = [...committed.schemas.keys()].filter(
    (name) => !schemas.has(name) && name !== "graphql_public"
  );
  return {
    changes: diff.changes,
    schemas: [...schemas],
    notices: [
      ...equivalenceNotices(diff.equivalences),
      ...leftOut.length === 0 ? [] : [leftOutNotice(leftOut, choice)],
      ...nowhere.map(nowhereNotice)
    ]
  };
}
var isEmpty = (schema) => schema === void 0 || schema.relations.size + schema.functions.size + schema.enums.size + schema.compositeTypes.size === 0;
function unknownSchemas(names) {
  const list = names.map(named).join(", ");
  return new UsageError({
    message: `${names.length === 1 ? "Schema" : "Schemas"} ${list}, named with --schema, ${names.length === 1 ? "is" : "are"} neither in the committed types nor in the database that the migrations build.`,
    remedy: "Correct --schema, or leave it out."
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
function equivalenceNotices(equivalences) {
  return [...groupBy(equivalences, ({ entry }) => entry).values()].flatMap(
    (group) => group.slice(0, 1).map(({ entry }) => ({
      code: "generators-differ",
      message: `Not drift: ${EQUIVALENCE_WORDS[entry]} (${entry}).`,
      count: group.length
    }))
  );
}
function leftOutNotice(names, { named: named2 }) {
  const list = names.join(", ");
  return {
    code: "schemas-left-out",
    message: named2.length > 0 ? `The committed types also hold ${list}, which --schema did not name.` : `The committed types also hold ${list}: that belongs to Supabase and was left out; name it with --schema to compare it.`
  };
}
export {
  compareTypes,
  countObjects,
  findingOf,
  parseTypes,
  schemasToGenerate
};
