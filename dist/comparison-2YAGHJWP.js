import {
  EXACT_ERA,
  changes,
  declaresNoDatabase,
  diffRelationships,
  eitherLearnt,
  equivalent,
  givesViewRow,
  hasLearnt,
  isGeneratedColumn,
  isList,
  memberOf,
  merge,
  parseTypes,
  plainProperties,
  readTree,
  rowOf,
  sameMembersUnder,
  sameRowUnder,
  sameTypeUnder,
  sameUnknownRow,
  sameViewColumnUnder,
  skewOf,
  takesOneRow,
  unionMembers,
  valueAt
} from "./chunk-BFY3MLDP.js";
import {
  SHAPES,
  isConflict,
  membersText,
  typeText
} from "./chunk-X244LZW4.js";
import {
  makeFinding
} from "./chunk-LLRS65AR.js";
import {
  formatObjectId
} from "./chunk-5MQOC3CF.js";
import "./chunk-GSVH2RJZ.js";
import {
  named
} from "./chunk-H4QNX2DM.js";
import "./chunk-XFEMIPZ6.js";
import {
  byText,
  groupBy,
  matchByKey
} from "./chunk-QDXR42BG.js";
import {
  UsageError
} from "./chunk-HIMI4JHW.js";

// src/types/diff-columns.ts
function diffColumns(at, committed, generated, schemas) {
  const generators = { committed: schemas.committed.generator, generated: schemas.generated.generator };
  const { shapes, entries } = comparableShapes(
    committed,
    generated,
    generators,
    schemas.known.isLateWritable(at.schema, at.relation)
  );
  const columns = matchByKey(columnsOf(committed, shapes), columnsOf(generated, shapes));
  const one = (kind, side, name) => isComputedField(at, name, side, schemas) ? equivalent(columnId(at, name), ["A3.8"]) : changes([
    {
      kind,
      object: columnId(at, name),
      type: typeText(columnsOf(side, shapes).get(name)?.type ?? { text: "unknown", nullable: false }),
      insert: demandOf(side.shapes.Insert?.get(name))
    }
  ]);
  return merge([
    equivalent({ kind: committed.kind, schema: at.schema, name: at.relation }, [
      ...entries,
      ...listsFields(committed, generated) ? ["A3.6"] : []
    ]),
    ...columns.added.map(([name]) => one("column-added", generated, name)),
    ...columns.removed.map(([name]) => one("column-removed", committed, name)),
    ...columns.both.map(
      ([name]) => diffColumn(
        columnId(at, name),
        name,
        { at, committed, generated, schemas, generators: generatorsOf(at, name, schemas) },
        shapes
      )
    )
  ]);
}
var listsFields = ({ computedFields: before }, { computedFields: after }) => before === void 0 !== (after === void 0) && (before ?? after ?? []).length > 0;
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
function comparableShapes(committed, generated, generators, isLate) {
  const isReadOnly = ({ kind, shapes }) => kind === "view" && !shapes.Insert && !shapes.Update;
  const learnt = isReadOnly(committed) && hasLearnt(generators.committed, generators.generated, EXACT_ERA) || isReadOnly(generated) && hasLearnt(generators.generated, generators.committed, EXACT_ERA);
  if (isReadOnly(committed) === isReadOnly(generated) || !learnt || !isLate)
    return { shapes: [...SHAPES], entries: [] };
  return { shapes: ["Row"], entries: ["A3.12"] };
}
var FIELD_ERAS = [1, 2, 3];
function isComputedField({ relation }, name, { shapes }, { committed, generated }) {
  if (shapes.Insert?.has(name) || shapes.Update?.has(name)) return false;
  const generators = { committed: committed.generator, generated: generated.generator };
  if (!FIELD_ERAS.some((era) => eitherLearnt(generators, era))) return false;
  const overloads = generated.functions.get(name) ?? [];
  const isRow = ({ type }) => type.text.endsWith('["Row"]');
  const named2 = [...overloads, ...committed.functions.get(name) ?? []].some(
    ({ args }) => [...args.values()].some(isRow)
  );
  return named2 && takesOneRow(overloads, relation);
}
var generatorsOf = ({ schema, relation }, name, schemas) => ({
  committed: schemas.committed.generator,
  generated: schemas.generated.generator,
  mayHaveLearnt: schemas.known.usesLearntType(schema, relation, name) || schemas.known.usesLearntType(schema, name)
});
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
function compareMember(shape, name, { at, committed: before, generated: after, generators, schemas }) {
  const committed = before.shapes[shape]?.get(name);
  const generated = after.shapes[shape]?.get(name);
  const demand = { shape, committed: demandOf(committed), generated: demandOf(generated) };
  if (!committed || !generated) return { entries: [], ...committed !== generated && { demand } };
  const isComputed = schemas.known.isComputed(at.schema, at.relation, name);
  if (shape !== "Row" && isComputed && isGeneratedColumn(committed, generated, generators))
    return { entries: ["A3.10"] };
  const same = shape === "Row" && before.kind === "view" ? sameViewColumnUnder : sameTypeUnder;
  const entries = same(committed.type, generated.type, generators) ?? (schemas.known.takesRow(at.schema, name) ? sameUnknownRow(committed.type, generated.type, generators) : void 0) ?? sameFieldUnder(name, committed.type, generated.type, generators, schemas);
  return {
    entries: entries ?? [],
    ...entries === void 0 && {
      type: { shape, committed: typeText(committed.type), generated: typeText(generated.type) }
    },
    ...demand.committed !== demand.generated && { demand }
  };
}
function sameFieldUnder(name, committed, generated, generators, { generated: schema }) {
  if (!givesViewRow(schema.functions.get(name), schema)) return void 0;
  return sameRowUnder(committed, generated, (a, b) => sameViewColumnUnder(a, b, generators));
}
var demandOf = (member) => member === void 0 ? "absent" : member.optional ? "optional" : "required";

// src/types/diff-functions.ts
function diffFunctions(schema, schemas, known) {
  const object = (name) => ({ kind: "function", schema, name, args: [] });
  const functions = matchByKey(schemas.committed.functions, schemas.generated.functions);
  const pair = (name, before, after) => diffOverloads(object(name), before, after, {
    returnsOneRow: known.returnsOneRow(schema, name),
    inOutOrVariadic: new Set(known.inOutOrVariadic(schema, name)),
    takesRow: known.takesRow(schema, name),
    isLate: (relation) => known.lateKind(schema, relation) !== void 0,
    unnamedOverloads: known.unnamedOverloads(schema, name),
    usesLearntType: known.usesLearntType(schema, name),
    schemas
  });
  return merge([
    ...functions.added.map(([name, overloads]) => pair(name, [], overloads)),
    ...functions.removed.map(([name, overloads]) => pair(name, overloads, [])),
    ...functions.both.map(([name, before, after]) => pair(name, before, after))
  ]);
}
function diffOverloads(object, committed, generated, known) {
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
    pair(
      (a, b) => signature(a) === signature(b) && givesSameSet(a, b, generatorsOf2(known)) ? [] : void 0
    )
  );
  const left = unequal.filter(pair((a, b) => sameOverloadUnder(a, b, { committed, generated, ...known })));
  if (left.length === 0 && right.length === 0) return equivalent(object, [...new Set(entries)]);
  if (areLeftOut({ left, right, committed, generated }, known))
    return equivalent(object, [...new Set(entries), "A3.28"]);
  if (generated.length === 0) {
    return changes([{ kind: "function-removed", object, signatures: committed.map(signature) }]);
  }
  if (committed.length === 0) {
    return changes([{ kind: "function-added", object, signatures: generated.map(signature) }]);
  }
  const isSetAlone = textOf(left) === textOf(right);
  const sides = { committed: textOf(left, isSetAlone), generated: textOf(right, isSetAlone) };
  const facts = {
    committed: { differing: left, all: committed },
    generated: { differing: right, all: generated }
  };
  return changes([{ kind: "function-signature-changed", object, ...sides, facts }]);
}
function areLeftOut({
  left,
  right,
  committed,
  generated
}, known) {
  if (left.length > 0 && right.length > 0) return false;
  const isUnnamed = ({ args }) => args.size === 1 && args.has("");
  const [extra, newer] = left.length > 0 ? [left, generated] : [right, committed];
  const by = generatorsOf2(known);
  const isKnowing = left.length > 0 ? hasLearnt(by.committed, by.generated, SETS_ERA) : hasLearnt(by.generated, by.committed, SETS_ERA);
  const room = known.unnamedOverloads - newer.filter(isUnnamed).length;
  return isKnowing && extra.length <= room && extra.every(isUnnamed);
}
function givesSameSet(a, b, { committed, generated }) {
  if (a.setof === b.setof || isConflict(a) || isConflict(b)) return true;
  if (a.setof === void 0) return committed.from < SETS_ERA;
  return b.setof === void 0 && generated.from < SETS_ERA;
}
function sameOverloadUnder(committed, generated, around) {
  if (!givesSameSet(committed, generated, generatorsOf2(around))) return void 0;
  const args = sameArgsUnder(committed.args, generated.args, around);
  const returns = sameReturnsUnder(committed, generated, around);
  return args && returns && [...args, ...returns];
}
var generatorsOf2 = ({ schemas, usesLearntType }) => ({
  committed: schemas.committed.generator,
  generated: schemas.generated.generator,
  mayHaveLearnt: usesLearntType
});
var SETS_ERA = 2;
function sameArgsUnder(committed, generated, around) {
  const { committed: left, generated: right } = generatorsOf2(around);
  const without = (args, older) => new Map([...args].filter(([name]) => older.has(name) || !around.inOutOrVariadic.has(name)));
  const before = right.to < SETS_ERA && left.to >= SETS_ERA ? without(committed, generated) : committed;
  const after = left.to < SETS_ERA && right.to >= SETS_ERA ? without(generated, committed) : generated;
  const sameType = (a, b) => sameTypeUnder(a, b, generatorsOf2(around)) ?? (around.takesRow ? sameUnknownRow(a, b, generatorsOf2(around)) : void 0);
  const same = sameMembersUnder(before, after, sameType);
  const isShorter = before.size < committed.size || after.size < generated.size;
  return same && (isShorter ? [...same, "A3.25"] : same);
}
function sameReturnsUnder(committed, generated, around) {
  const generators = generatorsOf2(around);
  const same = sameResultUnder(committed, generated, around) ?? sameOneRowUnder(committed, generated, around);
  if (same !== void 0) return same;
  if (isMarkedLater(committed, generated, generators)) return ["A3.14"];
  if (isMarkedLater(generated, committed, { committed: generators.generated, generated: generators.committed })) {
    return ["A3.14"];
  }
  const isOneOf = committed.merged && around.generated.some((one) => sameResultUnder(committed, one, around)) || generated.merged && around.committed.some((one) => sameResultUnder(one, generated, around));
  return isOneOf ? ["A3.13"] : void 0;
}
function sameResultUnder(committed, generated, around) {
  const generators = generatorsOf2(around);
  const isView = givesViewRow([committed, generated], around.schemas.generated);
  const isLate = [committed, generated].some((one) => around.isLate(rowOf(one)));
  return sameTypeUnder(committed.returns, generated.returns, generators) ?? (isLate ? sameUnknownRow(committed.returns, generated.returns, generators) : void 0) ?? (isView ? sameRowUnder(committed.returns, generated.returns, (a, b) => sameViewColumnUnder(a, b, generators)) : void 0);
}
function sameOneRowUnder(committed, generated, around) {
  const generators = generatorsOf2(around);
  if (isList(committed.returns) === isList(generated.returns)) return void 0;
  const [one, list] = isList(committed.returns) ? [generated, committed] : [committed, generated];
  const [oneBy, listBy] = isList(committed.returns) ? [generators.generated, generators.committed] : [generators.committed, generators.generated];
  const isToldSo = /isOneToOne: true; isSetofReturn: true/.test(one.setof ?? "") && list.setof === void 0;
  const isScalarEra = around.returnsOneRow && oneBy.from <= SETS_ERA && oneBy.to >= SETS_ERA;
  const isOlderList = (around.returnsOneRow || isToldSo) && hasLearnt(listBy, oneBy, SETS_ERA);
  if (!isScalarEra && !isOlderList) return void 0;
  const asList = (overload) => {
    const { returns } = overload;
    return isList(returns) ? overload : { ...overload, returns: { ...returns, text: `${returns.text}[]` } };
  };
  const same = sameResultUnder(asList(committed), asList(generated), around);
  return same && ["A3.15", ...same];
}
function isMarkedLater(older, newer, { committed, generated }) {
  if (!isConflict(newer) || isConflict(older)) return false;
  return hasLearnt(committed, generated, older.setof !== void 0 && older.args.has("") ? 4 : SETS_ERA);
}
var signature = ({ args, returns }) => `(${membersText(args).replace(/^\{ ?| ?\}$/g, "").replaceAll("; ", ", ")}) => ${typeText(returns)}`;
var textOf = (overloads, withSets = false) => overloads.map((one) => `${signature(one)}${withSets ? `, SetofOptions: ${one.setof ?? "none"}` : ""}`).sort(byText).join(" | ");

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
  isLateWritable: () => false,
  omitsHiddenKeys: false
};

// src/types/diff.ts
function diffTypes(committed, generated, known = NOTHING_KNOWN) {
  const schemas = matchByKey(committed.schemas, generated.schemas);
  return merge([
    changes(schemas.added.map(([name]) => ({ kind: "schema-added", object: { kind: "schema", name } }))),
    changes(schemas.removed.map(([name]) => ({ kind: "schema-removed", object: { kind: "schema", name } }))),
    ...schemas.both.map(([name, before, after]) => diffSchema(name, before, after, known))
  ]);
}
function diffSchema(schema, committed, generated, known) {
  const diff = merge([
    diffRelations(schema, committed, generated, known),
    diffEnums(schema, committed, generated),
    diffCompositeTypes(schema, committed, generated, known),
    diffFunctions(schema, { committed, generated }, known)
  ]);
  return withoutVersions(diff, extensionsMet(schema, committed, known), known);
}
function extensionsMet(schema, { relations, enums, compositeTypes, functions }, known) {
  const names = [relations, enums, compositeTypes, functions].flatMap((all) => [...all.keys()]);
  return new Set(names.flatMap((name) => known.extensionOf(schema, name) ?? []));
}
function withoutVersions(diff, met, known) {
  return merge([
    { changes: [], equivalences: diff.equivalences },
    ...diff.changes.map((change) => {
      const extension = known.versionedBy(change.object);
      const isOfVersion = extension !== void 0 && (!change.kind.endsWith("-added") || met.has(extension));
      return isOfVersion ? equivalent(change.object, ["A4.8"], extension) : changes([change]);
    })
  ]);
}
function diffRelations(schema, committed, generated, known) {
  const object = (name, { kind }) => ({ kind, schema, name });
  const relations = matchByKey(committed.relations, generated.relations);
  return merge([
    changes(relations.added.map(([name, one]) => addedRelation(object(name, one), { schema, name }, known))),
    changes(
      relations.removed.map(([name, one]) => ({ kind: "relation-removed", object: object(name, one) }))
    ),
    ...relations.both.map(
      ([name, before, after]) => before.kind === after.kind ? diffRelation({ schema, relation: name }, before, after, { committed, generated, known }) : changes([
        {
          kind: "relation-kind-changed",
          object: object(name, after),
          committed: before.kind,
          generated: after.kind,
          facts: { committed: before, generated: after }
        }
      ])
    )
  ]);
}
function addedRelation(object, { schema, name }, known) {
  const kind = known.lateKind(schema, name);
  const since = kind === "foreign table" ? "March 2024" : "March 2023";
  const hint = kind && `generators before ${since} left ${kind}s out: those types may only be older`;
  return { kind: "relation-added", object, ...hint !== void 0 && { hint } };
}
function diffRelation(at, committed, generated, schemas) {
  return merge([
    diffColumns(at, committed, generated, schemas),
    diffRelationships(at, committed.relationships, generated.relationships, schemas)
  ]);
}
function diffEnums(schema, committed, generated) {
  const enums = matchByKey(committed.enums, generated.enums);
  const object = (name) => ({ kind: "enum", schema, name });
  return merge([
    changes(enums.added.map(([name, labels]) => ({ kind: "enum-added", object: object(name), labels }))),
    changes(enums.removed.map(([name, labels]) => ({ kind: "enum-removed", object: object(name), labels }))),
    ...enums.both.map(([name, before, after]) => {
      const isReordered = isOtherOrder(committed.constants?.get(name), generated.constants?.get(name));
      return merge([
        diffLabels(schema, name, before, after),
        equivalent(object(name), isReordered ? ["A1.8"] : [])
      ]);
    })
  ]);
}
function isOtherOrder(committed = [], generated = []) {
  const text = (labels) => JSON.stringify(labels);
  return text(committed) !== text(generated) && text(committed.toSorted()) === text(generated.toSorted());
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
function diffCompositeTypes(schema, committed, generated, known) {
  const types = matchByKey(committed.compositeTypes, generated.compositeTypes);
  const generators = { committed: committed.generator, generated: generated.generator };
  const object = (name) => ({ kind: "composite-type", schema, name });
  return merge([
    changes(types.added.map(([name]) => ({ kind: "composite-type-added", object: object(name) }))),
    changes(types.removed.map(([name]) => ({ kind: "composite-type-removed", object: object(name) }))),
    ...types.both.map(([name, before, after]) => {
      const entries = sameMembersUnder(
        before,
        after,
        (a, b, attribute) => sameTypeUnder(a, b, { ...generators, mayHaveLearnt: known.usesLearntType(schema, name, attribute) })
      );
      if (entries !== void 0) return equivalent(object(name), [...new Set(entries)]);
      const sides = { committed: membersText(before), generated: membersText(after) };
      return changes([{ kind: "composite-type-changed", object: object(name), ...sides }]);
    })
  ]);
}

// src/types/equivalence-words.ts
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
  "A4.8": "objects of an extension, which differ by its version"
};

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
  return { schemas: mapped(types.schemas, (schema) => rewritten(schema, text)) };
}
var mapped = (map, change) => new Map([...map].map(([key, value]) => [key, change(value)]));
function rewritten(schema, text) {
  const type = (one) => ({
    ...one,
    text: text(one.text),
    ...one.row && { row: members(one.row) }
  });
  const members = (all) => mapped(all, (member) => ({ ...member, type: type(member.type) }));
  const relation = (one) => {
    const shapes = SHAPES.flatMap((shape) => {
      const columns = one.shapes[shape];
      return columns ? [[shape, members(columns)]] : [];
    });
    return { ...one, shapes: Object.fromEntries(shapes) };
  };
  return {
    ...schema,
    relations: mapped(schema.relations, relation),
    functions: mapped(
      schema.functions,
      (overloads) => overloads.map((one) => ({ ...one, args: members(one.args), returns: type(one.returns) }))
    ),
    compositeTypes: mapped(schema.compositeTypes, members)
  };
}

// src/types/moved.ts
var GONE = /^(relation|enum|composite-type|function)-removed$/;
var CAME = /^(relation|enum|composite-type|function)-added$/;
function withMoves(changes2, extensions, committed) {
  const folded = /* @__PURE__ */ new Map();
  const away = extensions.filter((extension) => !isAtHome(extension, committed));
  for (const { name, schema, brings, atLeast } of away) {
    const own = changes2.filter((change) => !folded.has(change) && brings(change.object));
    const gone = own.filter(({ kind, object }) => GONE.test(kind) && schemaOf(object) !== schema);
    const came = own.filter(({ kind, object }) => CAME.test(kind) && schemaOf(object) === schema);
    for (const [committed2, those] of groupBy(gone, ({ object }) => schemaOf(object))) {
      if (those.length < atLeast) continue;
      const all = [...those, ...came.filter((change) => !folded.has(change))];
      const object = { kind: "extension", name };
      const move = { kind: "extension-moved", object, committed: committed2, generated: schema, folded: all };
      for (const change of all) folded.set(change, move);
    }
  }
  return [...new Set(changes2.map((change) => folded.get(change) ?? change))];
}
function isAtHome({ schema, brings }, { schemas }) {
  const types = schemas.get(schema);
  if (types === void 0) return false;
  const { relations, functions } = types;
  return [...relations].some(([name, { kind }]) => brings({ kind, schema, name })) || [...functions.keys()].some((name) => brings({ kind: "function", schema, name, args: [] }));
}
var schemaOf = (object) => "schema" in object ? object.schema : "";
function wordsOfMove({ folded, committed, generated }) {
  const all = folded.filter(({ kind }) => GONE.test(kind)).map(({ object }) => object.name);
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

// src/types/assignable.ts
import { ts } from "./vendor/ts-morph.js";
var isAssignable = (from, to) => fits(parsed(from), parsed(to));
var isAssignableButForLabels = (from, to) => fits(parsed(from), parsed(to), gainsLabels);
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
  const text = textOf2(member);
  if (text === "Json") return ["json", "null"];
  if (text === "NonNullable<Json>") return ["json"];
  return [text === "null" ? "null" : member];
});
var textOf2 = (node) => node.getText().replace(/\s+/g, " ");
function memberFits(from, to, tolerance) {
  if (typeof to !== "string" && /^(unknown|any)$/.test(textOf2(to))) return true;
  if (typeof from === "string") return from === to;
  if (/^(never|any)$/.test(textOf2(from))) return true;
  if (to === "json") return isJson(from);
  if (to === "null") return false;
  if (textOf2(from) === textOf2(to)) return true;
  if (ts.isIntersectionTypeNode(to)) return to.types.every((part) => memberFits(from, part, tolerance));
  if (ts.isIntersectionTypeNode(from)) return from.types.some((part) => memberFits(part, to, tolerance));
  if (ts.isArrayTypeNode(from))
    return ts.isArrayTypeNode(to) && fits(from.elementType, to.elementType, tolerance);
  if (ts.isTypeLiteralNode(from)) return objectFits(from, to, tolerance);
  return primitiveOf(from) === textOf2(to);
}
var ENUM = /^Database\["[^"]*"\]\["Enums"\]\[/;
function primitiveOf(node) {
  const text = textOf2(node);
  if (ENUM.test(text)) return "string";
  if (!ts.isLiteralTypeNode(node)) return text;
  if (ts.isStringLiteralLike(node.literal)) return "string";
  return /^(true|false)$/.test(text) ? "boolean" : "number";
}
function objectFits(from, to, tolerance) {
  if (textOf2(to) === "Record<string, unknown>") return true;
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

// src/types/grades.ts
var graded = (compatibility) => (reason, [where, committed, generated]) => ({
  compatibility,
  reason,
  example: { in: where, committed, generated }
});
var safe = graded("safe");
var dangerous = graded("dangerous");
var breaking = graded("breaking");
var UNUSED = "no code can use yet what its types do not name";
var GONE2 = "code that uses it compiles and fails when it runs";
var OLD_NAME = "code that uses the old name compiles and fails when it runs";
var NEW_LABEL = "code that handles every value meets one that it does not know";
var TOTAL = "total: { Args: { id: number }; Returns: number }";
var TAXED = "total: { Args: { id: number; tax?: number }; Returns: number }";
var ORDERS = "{ Row: { id: number } }";
var CASES = {
  "schema-added": safe(UNUSED, ["Database", "", "audit: {}"]),
  "schema-removed": breaking(GONE2, ["Database", "audit: {}", ""]),
  "relation-added": safe(UNUSED, ["Tables", "", `orders: ${ORDERS}`]),
  "relation-removed": breaking(GONE2, ["Tables", `orders: ${ORDERS}`, ""]),
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
  "extension-moved": breaking(GONE2, ["Functions", TOTAL, ""]),
  "column-added": safe("inserts may leave it out, and reads ignore it", ["Row", "", "note: string | null"]),
  "column-added-required": breaking("an insert that compiles leaves out what the database demands", [
    "Insert",
    "",
    "note: string"
  ]),
  "column-removed": breaking(GONE2, ["Row", "note: string | null", ""]),
  "column-renamed": breaking(OLD_NAME, ["Row", "full_name: string", "name: string"]),
  "read-null-added": breaking("reads meet a null that the code does not expect", [
    "Row",
    "total: number",
    "total: number | null"
  ]),
  "read-json-null": safe("reads may meet null, which Json holds already", [
    "Row",
    "total: Json",
    "total: Json | null"
  ]),
  "read-null-removed": safe("reads meet no null any more", ["Row", "total: number | null", "total: number"]),
  "read-widened": breaking("reads meet values that the code does not expect", [
    "Row",
    "total: number",
    "total: number | string"
  ]),
  "read-label-added": dangerous(NEW_LABEL, ["Row", 'total: "open"', 'total: "open" | "paid"']),
  "read-narrowed": safe("reads meet fewer values than the code expects", [
    "Row",
    "total: number | string",
    "total: number"
  ]),
  "read-retyped": breaking("values have another type than the code expects", [
    "Row",
    "total: number",
    "total: string"
  ]),
  "read-made-optional": breaking("reads may miss it", ["Row", "total: number", "total?: number"]),
  "read-made-certain": safe("reads always have it now", ["Row", "total?: number", "total: number"]),
  "read-added": safe("reads may ask for it now", ["Row", "", "total: number"]),
  "read-absent": breaking("reads do not have it, only writes do", ["Row", "total: number", ""]),
  "write-null-added": safe("writes may hand in null now", [
    "Insert",
    "total: number",
    "total: number | null"
  ]),
  "write-null-removed": breaking("writes of null compile and are refused", [
    "Insert",
    "total: number | null",
    "total: number"
  ]),
  "write-json-null": breaking("writes of null compile, for Json holds it, and are refused", [
    "Insert",
    "total: Json | null",
    "total: Json"
  ]),
  "write-widened": safe("writes may hand in more than before", [
    "Insert",
    "total: number",
    "total: number | string"
  ]),
  "write-narrowed": breaking("writes of some values compile and are refused", [
    "Insert",
    "total: number | string",
    "total: number"
  ]),
  "write-retyped": breaking("writes hand in another type than the database takes", [
    "Insert",
    "total: number",
    "total: string"
  ]),
  "write-computed": breaking("the database computes it, so writes of it compile and are refused", [
    "Update",
    "total?: number",
    "total?: never"
  ]),
  "write-made-required": breaking("a write that compiles leaves out what the database demands", [
    "Insert",
    "total?: number",
    "total: number"
  ]),
  "write-made-optional": safe("every write that compiles is still taken", [
    "Insert",
    "total: number",
    "total?: number"
  ]),
  "write-absent": breaking("a write that compiles names what the database does not take", [
    "Insert",
    "total?: number",
    ""
  ]),
  "write-added": safe("writes may name it now", ["Update", "", "total?: number"]),
  "enum-added": safe(UNUSED, ["Enums", "", 'status: "open"']),
  "enum-removed": breaking(GONE2, ["Enums", 'status: "open"', ""]),
  "enum-value-added": dangerous(NEW_LABEL, ["Enums", 'status: "open"', 'status: "open" | "paid"']),
  "enum-value-removed": breaking("code that writes it compiles and fails when it runs", [
    "Enums",
    'status: "open" | "paid"',
    'status: "open"'
  ]),
  "composite-type-added": safe(UNUSED, ["CompositeTypes", "", "money: { amount: number | null }"]),
  "composite-type-removed": breaking(GONE2, ["CompositeTypes", "money: { amount: number | null }", ""]),
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
  "composite-type-changed": breaking("values of it have other attributes than the code expects", [
    "CompositeTypes",
    "money: { amount: number | null }",
    "money: { amount: string | null }"
  ]),
  "function-added": safe(UNUSED, ["Functions", "", TOTAL]),
  "function-removed": breaking(GONE2, ["Functions", TOTAL, ""]),
  "function-overload-added": safe("every call that compiles still has its overload", [
    "Functions",
    TOTAL,
    `${TOTAL} | { Args: { name: string }; Returns: number }`
  ]),
  "function-overload-rival": dangerous(
    "calls that leave out arguments may fit two overloads, and are refused",
    ["Functions", TOTAL, `${TOTAL} | { Args: { id: number; tax?: number }; Returns: number }`]
  ),
  "function-overload-merged": safe("every call that compiles fits another overload", [
    "Functions",
    `${TOTAL} | { Args: { id: number; tax?: number }; Returns: number }`,
    TAXED
  ]),
  "function-overload-removed": breaking("calls of an overload compile and fail when they run", [
    "Functions",
    `${TOTAL} | { Args: { name: string }; Returns: number }`,
    TOTAL
  ]),
  "function-ambiguous": breaking("no overload can be chosen any more, so calls are refused", [
    "Functions",
    TOTAL,
    'total: { Args: { id: number }; Returns: { error: true } & "Could not choose the best candidate function" }'
  ]),
  "function-argument-added": safe("calls may leave the new argument out", ["Functions", TOTAL, TAXED]),
  "function-argument-required": breaking("calls that compile leave out an argument that must be given", [
    "Functions",
    TAXED,
    "total: { Args: { id: number; tax: number }; Returns: number }"
  ]),
  "function-argument-optional": safe("calls may leave out an argument now", [
    "Functions",
    "total: { Args: { id: number; tax: number }; Returns: number }",
    TAXED
  ]),
  "function-argument-removed": breaking("calls that compile name an argument that is gone", [
    "Functions",
    "total: { Args: { id: number; tax: number }; Returns: number }",
    TOTAL
  ]),
  "function-argument-widened": safe("an argument takes all that calls hand in, and more", [
    "Functions",
    TOTAL,
    "total: { Args: { id: number | null }; Returns: number }"
  ]),
  "function-argument-retyped": breaking("calls that compile hand in what an argument does not take", [
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
  "relationship-removed": breaking("embedding over it compiles and fails when it runs", [
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

// src/types/worst.ts
var WORST_FIRST = ["breaking", "dangerous", "safe"];
function worstOf(cases) {
  const worst = WORST_FIRST.flatMap((grade) => cases.filter((id) => CASES[id].compatibility === grade))[0];
  if (worst === void 0) throw new Error("a change is at least one case");
  return worst;
}

// src/types/compatible-calls.ts
function caseOfOverloads({
  committed,
  generated
}) {
  const kept = generated.all.filter((overload) => !generated.differing.includes(overload));
  const unmet = new Set(generated.differing);
  const cases = committed.differing.flatMap((overload) => {
    if (kept.some((other) => isSafe(casesOfPair(overload, other)))) return ["function-overload-merged"];
    const partner = closestTo(overload, [...unmet]);
    if (partner === void 0) return ["function-overload-removed"];
    unmet.delete(partner);
    return casesOfPair(overload, partner);
  });
  const added = [...unmet].map(
    (overload) => committed.all.some((other) => mayBothFit(other.args, overload.args)) ? "function-overload-rival" : "function-overload-added"
  );
  return worstOf([...cases, ...added]);
}
var isSafe = (cases) => cases.every((id) => CASES[id].compatibility === "safe");
function closestTo(overload, others) {
  const costs = others.map((other) => {
    const cases = casesOfPair(overload, other);
    const broken = cases.filter((id) => CASES[id].compatibility === "breaking").length;
    return { other, cost: broken * 100 + cases.length };
  });
  return costs.sort((a, b) => a.cost - b.cost || byText(namesOf(a.other), namesOf(b.other)))[0]?.other;
}
var namesOf = ({ args }) => [...args.keys()].join();
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

// src/types/compatible-embedding.ts
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
var keyOf = ({ columns, referencedRelation, referencedColumns }) => JSON.stringify([columns, referencedRelation, referencedColumns]);
var textOf3 = (one) => `${one.name} ${keyOf(one)}`;
var isSameKey = (a, b) => keyOf(a) === keyOf(b) && (a.isOneToOne ?? b.isOneToOne) === (b.isOneToOne ?? a.isOneToOne);
function caseOfChanged(committed, generated) {
  const isStill = (fact) => committed.every((one) => generated.some((other) => fact(one) === fact(other)));
  if (!isStill(({ referencedRelation }) => referencedRelation)) return "relationship-redirected";
  return isStill(keyOf) ? "relationship-cardinality" : "relationship-columns";
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
      return caseOfOverloads(change.facts);
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
    salient: [
      ..."shapes" in change ? change.shapes : [],
      ...Object.values(sides),
      ...change.kind === "column-added" ? [change.insert] : [],
      ...change.kind === "extension-moved" ? change.folded.map(({ kind, object }) => `${kind} ${formatObjectId(object)}`).sort() : [],
      ...change.kind === "relation-kind-changed" ? Object.values(change.facts).map(columnsOf2) : []
    ]
  });
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
var code = (text) => text === "" ? "nothing" : named(text);
var sentenceOf = (change, database) => `${sentence(change, database)}.`;
function sentence(change, database) {
  const object = `${change.object.kind.replaceAll("-", " ")} ${code(formatObjectId(change.object))}`;
  switch (change.kind) {
    case "relation-renamed":
      return `${object} is still ${code(formatObjectId({ ...change.object, name: change.committed }))} ${IN_COMMITTED}`;
    case "column-renamed":
      return `${object} is still ${code(change.committed)} ${IN_COMMITTED}`;
    case "extension-moved":
      return `${object} is in schema ${code(change.committed)} ${IN_COMMITTED} but in schema ${code(change.generated)} ${database}`;
    case "column-type-changed":
    case "relation-kind-changed":
      return `${object} is ${code(change.committed)} ${IN_COMMITTED} but ${code(change.generated)} ${database}`;
    case "column-optionality-changed":
      return `${object} is ${change.committed} on ${change.shapes.join(" and ")} ${IN_COMMITTED} but ${change.generated} ${database}`;
    case "function-signature-changed":
    case "composite-type-changed":
    case "relationship-changed":
      return `${object} differs: ${code(change.committed)} ${IN_COMMITTED}, ${code(change.generated)} ${database}`;
    default:
      return change.kind.endsWith("-added") ? `${object} is ${database} but not ${IN_COMMITTED}` : `${object} is ${IN_COMMITTED} but not ${database}`;
  }
}

// src/types/positions.ts
import { ts as ts2 } from "./vendor/ts-morph.js";
function withPlaces({ path, text, firstLine = 1 }, changes2) {
  if (changes2.length === 0) return [];
  const tree = readTree(text, path);
  const own = ownNames(changes2);
  const lines = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  return changes2.map((change) => {
    const [first] = isMove(change) ? change.folded : [change];
    const start = nodeOf(tree, own((first ?? change).object), shapesOf(change)).getStart();
    const line = lines.findLastIndex((begin) => begin <= start);
    const before = text.slice(lines[line], start);
    return { change, place: { file: path, line: line + firstLine, column: [...before].length + 1 } };
  });
}
var shapesOf = (change) => "shapes" in change ? change.shapes : SHAPES;
function ownNames(changes2) {
  const key = (...names) => JSON.stringify(names);
  const relations = /* @__PURE__ */ new Map();
  const columns = /* @__PURE__ */ new Map();
  for (const { kind, object, ...sides } of changes2) {
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
  return ts2.isInterfaceDeclaration(database) ? database : database.parent;
}
function pathsTo(object, shapes) {
  switch (object.kind) {
    case "schema":
      return [[object.name]];
    case "table":
      return relationPaths(object, ["Tables", "Views"]);
    case "view":
    case "materialized-view":
      return relationPaths(object, ["Views", "Tables"]);
    case "column": {
      const relations = relationPaths({ schema: object.schema, name: object.relation }, ["Tables", "Views"]);
      const columns = shapes.flatMap(
        (shape) => relations.slice(0, 2).map((path) => [...path, shape, object.name])
      );
      return [...columns, ...relations];
    }
    case "relationship": {
      const relations = relationPaths({ schema: object.schema, name: object.relation }, ["Tables", "Views"]);
      return [...relations.slice(0, 2).map((path) => [...path, "Relationships"]), ...relations];
    }
    case "enum-value":
      return memberPaths(object.schema, "Enums", object.enum);
    case "enum":
      return memberPaths(object.schema, "Enums", object.name);
    case "composite-type":
      return memberPaths(object.schema, "CompositeTypes", object.name);
    case "function":
      return memberPaths(object.schema, "Functions", object.name);
    default:
      return "schema" in object ? [[object.schema]] : [];
  }
}
var memberPaths = (schema, section, name) => [
  [schema, section, name],
  [schema, section],
  [schema]
];
var relationPaths = ({ schema, name }, [own, other]) => [[schema, own, name], [schema, other, name], [schema, own], [schema]];
function partOf({ database }, object) {
  if (object.kind === "enum-value") {
    const labels = valueAt(database, [object.schema, "Enums", object.enum]);
    return labels && ts2.isTypeNode(labels) ? unionMembers(labels).find((label) => isText(label, object.name)) : void 0;
  }
  if (object.kind !== "relationship") return void 0;
  const lists = ["Tables", "Views"].map(
    (section) => valueAt(database, [object.schema, section, object.relation, "Relationships"])
  );
  return lists.flatMap((list) => list && ts2.isTupleTypeNode(list) ? [...list.elements] : []).flatMap((element) => memberOf(element, "foreignKeyName") ?? []).find(({ value }) => isText(value, object.name))?.node;
}
var isText = (node, text) => ts2.isLiteralTypeNode(node) && ts2.isStringLiteralLike(node.literal) && node.literal.text === text;

// src/types/rename-facts.ts
var SECTION = { table: "Tables", view: "Views" };
var pathText = (schema, kind, name) => `Database[${JSON.stringify(schema)}]["${SECTION[kind]}"][${JSON.stringify(name)}]`;
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

// src/types/rename-history.ts
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
var isRelation = (id) => /^(table|view|materialized-view)$/.test(id.kind);
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

// src/types/renamed.ts
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
  const finding = findingOf(change);
  if (isMove(change)) return { ...finding, details: wordsOfMove(change) };
  if (change.kind !== "relation-added" || change.hint === void 0) return finding;
  return { ...finding, details: [...finding.details ?? [], change.hint] };
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
      ...equivalenceNotices(diff.equivalences, committed, generated, choice.pinnedCli),
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
function equivalenceNotices(equivalences, committed, generated, pinnedCli) {
  const [before] = committed.schemas.values();
  const [after] = generated.schemas.values();
  const skew = before && after && skewOf(before.generator, after.generator, pinnedCli);
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
  return entry === "A1.8" ? "enum-order-differs" : "generators-differ";
}
function leftOutNotice(names, { named: named2 }) {
  const list = names.join(", ");
  return {
    code: "schemas-left-out",
    message: named2.length > 0 ? `The committed types also hold ${list}, which --schema did not name.` : `The committed types also hold ${list}: that belongs to Supabase and was left out; name it with --schema to compare it.`
  };
}
export {
  IN_DATABASE,
  compareTypes,
  countObjects,
  declaresNoDatabase,
  findingOf2 as findingOf,
  parseTypes,
  schemasToGenerate,
  sentenceOf,
  withMoves,
  withPlaces,
  withRenames
};
