import {
  SHAPES,
  membersText,
  typeText
} from "./chunk-2PA7CMTC.js";
import {
  SECTIONS
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
  mapValues
} from "./chunk-3WGEH7NJ.js";
import {
  UsageError,
  textOn
} from "./chunk-COC3XPBN.js";

// src/types/type-text.ts
import { ts } from "./vendor/ts-morph.js";
function typeFact(node) {
  const [only, ...others] = unionMembers(node).filter((member) => !isNull(member));
  const row = only && others.length === 0 ? rowOf(only) : void 0;
  return { ...textFact(node), ...row && { row } };
}
function textFact(node) {
  const members = unionMembers(node);
  const rest = members.filter((member) => !isNull(member));
  if (rest.length === 0) return { text: "null", nullable: false };
  const text = joined(rest);
  const nullable = rest.length < members.length && text !== "unknown" && text !== "any";
  return { text, nullable };
}
function rowOf(node) {
  const row = ts.isArrayTypeNode(node) ? node.elementType : node;
  const properties = ts.isTypeLiteralNode(row) ? plainProperties(row) : void 0;
  return properties && memberFacts(properties);
}
function memberFacts(properties, factOf = typeFact) {
  const facts = properties.map(({ name, type, optional }) => [
    name,
    { type: factOf(type), optional }
  ]);
  return new Map(facts.sort(([a], [b]) => byText(a, b)));
}
function plainProperties(node) {
  const properties = node.members.flatMap(
    (member) => ts.isPropertySignature(member) && member.type ? [{ name: propertyName(member.name), type: member.type, optional: member.questionToken !== void 0 }] : []
  );
  const names = new Set(properties.map(({ name }) => name));
  return names.size === node.members.length ? properties : void 0;
}
function propertiesAt(node, name) {
  if (node === void 0) return [];
  const isObject = ts.isTypeLiteralNode(node) || ts.isInterfaceDeclaration(node);
  const properties = isObject ? plainProperties(node) ?? [] : [];
  if (name === void 0) return properties;
  return propertiesAt(properties.find((property) => property.name === name)?.type);
}
function propertyName(name) {
  if (!ts.isComputedPropertyName(name)) return name.text;
  return ts.isStringLiteralLike(name.expression) ? name.expression.text : name.getText();
}
function unionMembers(node) {
  if (ts.isParenthesizedTypeNode(node)) return unionMembers(node.type);
  if (ts.isUnionTypeNode(node)) return node.types.flatMap(unionMembers);
  return [node];
}
function isEmptyMap(node) {
  if (ts.isMappedTypeNode(node)) {
    return node.typeParameter.constraint?.kind === ts.SyntaxKind.NeverKeyword;
  }
  if (!ts.isTypeReferenceNode(node) || node.typeName.getText() !== "Record") return false;
  const [key, value] = node.typeArguments ?? [];
  return /^(string|PropertyKey|never)$/.test(key?.getText() ?? "") && value?.kind === ts.SyntaxKind.NeverKeyword;
}
var isNull = (node) => ts.isLiteralTypeNode(node) && node.literal.kind === ts.SyntaxKind.NullKeyword;
function joined(members) {
  const texts = [...new Set(members.map(canonical))].sort(byText);
  const lists = texts.filter((text) => LABELS.test(text));
  const [list] = lists;
  const isLabels = lists.length === 1 && texts.every((text) => text === list || LABEL.test(text));
  if (list === void 0 || !isLabels || texts.length < 2) return texts.join(" | ");
  const labels = texts.map((text) => text === list ? text.slice(0, -2) : text).sort(byText);
  return `(${labels.join(" | ")})[]`;
}
var LABEL = /^"(?:[^"\\]|\\.)*"$/;
var LABELS = /^"(?:[^"\\]|\\.)*"\[\]$/;
function canonical(node) {
  if (ts.isParenthesizedTypeNode(node)) return canonical(node.type);
  if (ts.isUnionTypeNode(node)) return joined(unionMembers(node));
  if (ts.isIntersectionTypeNode(node)) return intersection(node.types.map(canonical));
  if (ts.isArrayTypeNode(node)) return arrayOf(node.elementType);
  if (ts.isTupleTypeNode(node)) return `[${node.elements.map(canonical).join(", ")}]`;
  if (isEmptyMap(node)) return "{}";
  if (ts.isTypeLiteralNode(node)) {
    const properties = plainProperties(node);
    return properties ? membersText(memberFacts(properties, textFact)) : ownText(node);
  }
  if (ts.isIndexedAccessTypeNode(node)) return databasePath(node);
  if (ts.isLiteralTypeNode(node)) return literalText(node.literal);
  if (ts.isTypeReferenceNode(node)) return reference(node);
  return ownText(node);
}
var MARK = "{ error: true }";
function intersection(members) {
  const texts = members.includes(MARK) ? members.map((text) => text.replace(/\[\]$/, "")) : members;
  return [...texts].sort(byText).join(" & ");
}
var ownText = (node) => node.getText().replace(/\s+/g, " ");
function arrayOf(element) {
  const [only, ...others] = unionMembers(element);
  const text = typeText(textFact(element));
  const compound = others.length > 0 || only !== void 0 && ts.isIntersectionTypeNode(only);
  if (text.includes(MARK)) return text;
  return compound && text !== "unknown" ? `(${text})[]` : `${text}[]`;
}
var CONFLICT = "Could not choose the best candidate function between: ";
function literalText(literal) {
  if (!ts.isStringLiteralLike(literal)) return literal.getText();
  const [, candidates, rest] = new RegExp(`^${CONFLICT}(.*?)(\\. Try .*)$`, "s").exec(literal.text) ?? [];
  if (candidates === void 0) return JSON.stringify(literal.text);
  const sorted = candidates.split(/, (?=[^,()]*\()/).sort(byText);
  return JSON.stringify(`${CONFLICT}${sorted.join(", ")}${rest}`);
}
function databasePath({ objectType, indexType }) {
  const object = ts.isIndexedAccessTypeNode(objectType) ? databasePath(objectType) : "Database";
  return `${object}[${canonical(indexType)}]`;
}
function reference(node) {
  const name = node.typeName.getText();
  const args = node.typeArguments ?? ts.factory.createNodeArray();
  const [first, second] = args;
  if (name === "Array" && first) return arrayOf(first);
  if (name === "Omit" && first && second && /\["ComputedFields"\]$/.test(canonical(second)))
    return canonical(first);
  return args.length === 0 ? name : `${name}<${args.map((arg) => typeText(textFact(arg))).join(", ")}>`;
}

// src/types/generator.ts
import { ts as ts2 } from "./vendor/ts-morph.js";
var ERAS = [
  { since: "2024", first: void 0, last: "2.19", pin: "2.12.1" },
  { since: "March 2025", first: "2.20", last: "2.51", pin: "2.51.0" },
  { since: "October 2025", first: "2.52", last: "2.117", pin: "2.117.0" },
  { since: "September 2026", first: "2.118", last: "2.121", pin: "2.118.0" },
  { since: "October 2026", first: "2.122", last: void 0, pin: "3.1.0" }
];
var ALL = [0, 1, 2, 3, 4];
var CURRENT = 3;
var ANY = { from: 0, to: 4 };
var SIGNS = {
  // Helper types and the list of labels (A3.18, A3.19); each counts like many members, for no tool edits them.
  publicSchema: { eras: [0], weight: 20 },
  defaultSchema: { eras: [1, 2, 3, 4], weight: 20 },
  noRelationships: { eras: [0], weight: 1 },
  unknownOrNull: { eras: [0, 1], weight: 1 },
  mergedOverloads: { eras: [1], weight: 1 },
  noArgumentsAsNever: { eras: [2], weight: 1 },
  noArgumentsAsRecord: { eras: [0, 1, 3, 4], weight: 1 },
  setofOptions: { eras: [2, 3, 4], weight: 1 },
  conflict: { eras: [2, 3, 4], weight: 1 },
  looseJson: { eras: [0, 1, 2], weight: 1 },
  exactJson: { eras: [3, 4], weight: 1 },
  neverWritten: { eras: [3, 4], weight: 1 },
  unnamedColumns: { eras: [3, 4], weight: 1 },
  noComputedFields: { eras: [0, 1, 2, 3], weight: 1 },
  computedFields: { eras: [4], weight: 1 }
};
function generatorOf(source, database, atLeast = 0) {
  const weights = weigh([...helperSigns(source), ...schemaSigns(database)]);
  const possible = ALL.filter((era) => era >= atLeast);
  const votes = (era) => weights.reduce((sum, { eras, weight }) => sum + (eras.includes(era) ? weight : 0), 0);
  const most = Math.max(...possible.map(votes));
  const best = possible.filter((era) => votes(era) === most);
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  const marks = weights.filter(
    ({ eras, weight }) => !best.some((era) => eras.includes(era)) && weight >= Math.max(SLIP, total / 20)
  ).map(({ eras }) => nearest(eras, best));
  const all = [...best, ...marks.filter((era) => era >= atLeast)].sort();
  return { from: all[0] ?? ANY.from, to: all.at(-1) ?? ANY.to };
}
var SLIP = 6;
var nearest = (eras, best) => {
  const [first = 0] = best;
  return [...eras].sort((a, b) => Math.abs(a - first) - Math.abs(b - first))[0] ?? first;
};
var weigh = (signs) => [...groupBy(signs, (sign) => sign).values()].flatMap(
  (group) => group.slice(0, 1).map((sign) => ({ eras: SIGNS[sign].eras, weight: SIGNS[sign].weight * group.length }))
);
function versionsOf({ from, to }) {
  if (from === ANY.from && to === ANY.to) return void 0;
  const [{ first }, { last }] = [ERAS[from], ERAS[to]];
  if (first === void 0) return `${last} and earlier`;
  return last === void 0 ? `${first} and later` : `${first} to ${last}`;
}
function skewOf(committed, generated, pinned, surface = "command-line") {
  const [before, after] = [versionsOf(committed), versionsOf(generated)];
  const mayBeSame = committed.from <= generated.to && generated.from <= committed.to;
  if (before === void 0 || after === void 0 || mayBeSame) return void 0;
  const isCommittedNewer = committed.from > generated.to;
  const era = isCommittedNewer ? committed.to : generated.to;
  const isPinned = pinned !== void 0 && isOf(pinned, era);
  const pin = isPinned ? isCommittedNewer ? [] : [`generate them again with \`supabase@${pinned}\`, which package.json names`] : [`pin one version, \`supabase@${ERAS[era].pin}\`, in package.json and CI`];
  const realReset = textOn(surface, option("resetWith", "supabase-cli"));
  const compare = isCommittedNewer ? [`compare with it by ${realReset}`] : [];
  const next = [...pin, ...compare].join(", and ");
  return `The committed types look like those of supabase ${before}, the generated ones like those of ${after}: ${next}.`;
}
function isOf(version, era) {
  const { first, last } = ERAS[era];
  return (first === void 0 || isUpTo(first, version)) && (last === void 0 || isUpTo(version, last));
}
function isUpTo(version, limit) {
  const [parts, limits] = [version, limit].map((text) => text.split(".").map(Number));
  for (const [index, part] of (parts ?? []).entries()) {
    const most = limits?.[index];
    if (most === void 0 || part !== most) return most === void 0 || part < most;
  }
  return true;
}
function helperSigns(source) {
  const names = new Set(
    source.statements.flatMap((statement) => {
      if (ts2.isTypeAliasDeclaration(statement)) return [statement.name.text];
      if (!ts2.isVariableStatement(statement)) return [];
      return statement.declarationList.declarations.map(({ name }) => name.getText());
    })
  );
  return [
    ...names.has("PublicSchema") ? ["publicSchema"] : [],
    ...["DefaultSchema", "DatabaseWithoutInternals", "Constants"].some((name) => names.has(name)) ? ["defaultSchema"] : []
  ];
}
function schemaSigns(database) {
  return propertiesAt(database).flatMap(({ type: schema }) => [
    ...propertiesAt(schema, "Tables").flatMap(({ type }) => [...relationSigns(type), ...tableSigns(type)]),
    ...propertiesAt(schema, "Views").flatMap(({ type }) => relationSigns(type)),
    ...propertiesAt(schema, "Functions").flatMap(({ type }) => unionMembers(type).flatMap(overloadSigns))
  ]);
}
function relationSigns(relation) {
  const parts = propertiesAt(relation);
  const has = (name) => parts.some((part) => part.name === name);
  const text = relation.getText();
  return [
    has("ComputedFields") ? "computedFields" : "noComputedFields",
    ...has("Relationships") ? [] : ["noRelationships"],
    .../\bcolumns["']?\s*:\s*null\b/.test(text) ? ["unnamedColumns"] : [],
    ...typeSigns(text)
  ];
}
function tableSigns(table) {
  const isLoose = ({ type }) => type.getText() === "Json";
  const isNever = ({ type, optional }) => optional && type.kind === ts2.SyntaxKind.NeverKeyword;
  const row = new Map(propertiesAt(table, "Row").map(({ name, type }) => [name, type]));
  const isComputed = ({ name }) => /\bnull$/.test(row.get(name)?.getText() ?? "");
  return [
    ...SHAPES.flatMap(
      (shape) => propertiesAt(table, shape).filter(isLoose).map(() => "looseJson")
    ),
    ...propertiesAt(table, "Insert").filter((column) => isNever(column) && isComputed(column)).map(() => "neverWritten")
  ];
}
var NO_ARGUMENTS = /^Record\s*<\s*PropertyKey\s*,\s*never\s*>$/;
function overloadSigns(overload) {
  const parts = new Map(propertiesAt(overload).map(({ name, type }) => [name, type]));
  const args = parts.get("Args");
  const signs = typeSigns(overload.getText());
  if (args?.kind === ts2.SyntaxKind.NeverKeyword) signs.push("noArgumentsAsNever");
  if (args && NO_ARGUMENTS.test(args.getText())) signs.push("noArgumentsAsRecord");
  if (args && unionMembers(args).length > 1) signs.push("mergedOverloads");
  if (parts.has("SetofOptions")) signs.push("setofOptions");
  if (/\berror["']?\s*:\s*true\b/.test(parts.get("Returns")?.getText() ?? "")) signs.push("conflict");
  return signs;
}
var typeSigns = (text) => [
  ...[...text.matchAll(/\bunknown\s*\|\s*null\b/g)].map(() => "unknownOrNull"),
  ...[...text.matchAll(/\bNonNullable\s*<\s*Json\s*>/g)].map(() => "exactJson")
];

// src/types/parse.ts
import { ts as ts6 } from "./vendor/ts-morph.js";

// src/types/nesting.ts
import { ts as ts3 } from "./vendor/ts-morph.js";
var DEEPEST = 200;
var MOST_MODIFIERS = 500;
var MODIFIER = "(?:abstract|accessor|async|declare|export|override|private|protected|public|readonly|static)\\b";
var BEFORE_ANOTHER = new RegExp(`\\b${MODIFIER}(?=\\s*(?:/|${MODIFIER}))`, "g");
function parseNested(text, path) {
  if (heapsModifiers(text))
    throw new UsageError({
      message: `${path} has more than ${MOST_MODIFIERS} words such as \`export\` in a row, which no generator writes.`,
      remedy: REMEDY
    });
  const source = parsed(text, path);
  if (source === void 0) throw nestedTooDeep(path);
  const types = source.statements.filter(
    (statement) => ts3.isTypeAliasDeclaration(statement) || ts3.isInterfaceDeclaration(statement)
  );
  const deep = types.map(tooDeep).find((node) => node !== void 0);
  if (deep === void 0) return source;
  const { line } = source.getLineAndCharacterOfPosition(deep.getStart());
  throw nestedTooDeep(path, ` (line ${line + 1})`);
}
var heapsModifiers = (text) => (text.match(BEFORE_ANOTHER)?.length ?? 0) > MOST_MODIFIERS;
function parsed(text, path) {
  if (heapsModifiers(text)) return void 0;
  try {
    return ts3.createSourceFile(path, text, ts3.ScriptTarget.Latest, true, ts3.ScriptKind.TS);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return void 0;
  }
}
function tooDeep(type) {
  let level = [type];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
    const next = [];
    for (const node of level) ts3.forEachChild(node, (child) => void next.push(child));
    level = next;
  }
  return level[0];
}
var REMEDY = "Generate the file again with `supabase gen types`, and keep other code in a file of its own.";
var nestedTooDeep = (path, where = "") => new UsageError({
  message: `${path} is nested more than ${DEEPEST} levels deep${where}, which no generator writes.`,
  remedy: REMEDY
});

// src/types/other-database.ts
import { ts as ts4 } from "./vendor/ts-morph.js";
function otherDatabase(source, compared, path) {
  const declarations = declarationsIn(source);
  const own = declarations.has("Database") ? [{ local: "Database", isHere: true }] : [];
  const exported = exportedAsDatabase(source);
  const unrelated = (exported.length > 0 ? exported : own).find(
    ({ local, isHere }) => !isHere || !refersTo(local, compared, declarations)
  );
  if (unrelated === void 0) return [];
  const does = unrelated.local === "Database" && unrelated.isHere ? "declares `Database`" : `exports ${named(unrelated.local)} as \`Database\``;
  return [
    {
      code: "other-database",
      message: `${named(path)} ${does}, which is not what was compared: ${named(compared)}. Keep the types that code imports in one declaration, or write \`Database\` in terms of ${named(compared)}.`
    }
  ];
}
var exportedAsDatabase = (source) => source.statements.filter(ts4.isExportDeclaration).flatMap(
  ({ exportClause, moduleSpecifier }) => exportClause === void 0 || !ts4.isNamedExports(exportClause) ? [] : exportClause.elements.filter(({ name }) => name.text === "Database").map(({ name, propertyName: propertyName2 = name }) => ({
    local: propertyName2.text,
    isHere: moduleSpecifier === void 0
  }))
);
function declarationsIn(source) {
  const found = /* @__PURE__ */ new Map();
  for (const statement of source.statements) {
    const isType = ts4.isTypeAliasDeclaration(statement) || ts4.isInterfaceDeclaration(statement) || ts4.isClassDeclaration(statement) || ts4.isEnumDeclaration(statement) || ts4.isImportEqualsDeclaration(statement);
    if (!isType || statement.name === void 0) continue;
    const same = found.get(statement.name.text) ?? [];
    same.push(statement);
    found.set(statement.name.text, same);
  }
  return found;
}
function refersTo(from, compared, declarations) {
  if (from === compared) return true;
  const seen = /* @__PURE__ */ new Set([from]);
  for (const name of seen)
    for (const node of declarations.get(name) ?? []) for (const used of namesIn(node)) seen.add(used);
  return seen.has(compared);
}
function namesIn(declaration) {
  const names = [];
  const open = [declaration];
  for (let node = open.pop(); node !== void 0; node = open.pop()) {
    const name = ts4.isTypeReferenceNode(node) ? node.typeName : ts4.isExpressionWithTypeArguments(node) ? node.expression : ts4.isImportEqualsDeclaration(node) ? node.moduleReference : void 0;
    if (name !== void 0 && ts4.isIdentifier(name)) names.push(name.text);
    ts4.forEachChild(node, (child) => void open.push(child));
  }
  return names;
}

// src/types/read.ts
import { ts as ts5 } from "./vendor/ts-morph.js";
var INTERNAL = /^__internal_?supabase$/i;
function isSchema(member) {
  if (!ts5.isPropertySignature(member) || !member.type || INTERNAL.test(propertyName(member.name)))
    return false;
  const names = ts5.isTypeLiteralNode(member.type) ? plainProperties(member.type) ?? [] : [];
  return names.some(({ name }) => SECTIONS.some((section) => section === name));
}
function readDatabase(database, generator, constants) {
  const schemas = propertiesOf(database).filter(({ name }) => !INTERNAL.test(name));
  return new Map(
    schemas.map(({ name, type }) => {
      const labels = constants.get(name);
      return [name, { generator, ...labels && { constants: labels }, ...readSchema(type) }];
    })
  );
}
function readSchema(schema) {
  const sections = named2(schema, SECTIONS);
  const entries = (section, read) => objectOf(sections.get(section)).map(({ name, type }) => [name, read(type)]);
  return {
    relations: new Map([
      ...entries("Tables", (type) => readRelation("table", type)),
      ...entries("Views", (type) => readRelation("view", type))
    ]),
    functions: new Map(entries("Functions", readOverloads)),
    enums: new Map(entries("Enums", readLabels)),
    compositeTypes: new Map(entries("CompositeTypes", (type) => memberFacts(objectOf(type))))
  };
}
var PARTS = [...SHAPES, "Relationships", "ComputedFields"];
function readRelation(kind, relation) {
  const parts = named2(relation, PARTS);
  const shapes = {};
  for (const shape of SHAPES) {
    const type = parts.get(shape);
    if (type) shapes[shape] = memberFacts(objectOf(type));
  }
  const relationships = parts.get("Relationships");
  const computed = parts.get("ComputedFields");
  return {
    kind,
    shapes,
    ...relationships && { relationships: readRelationships(relationships) },
    ...computed && { computedFields: readLabels(computed) }
  };
}
var RELATIONSHIP = [
  "foreignKeyName",
  "columns",
  "isOneToOne",
  "referencedRelation",
  "referencedColumns"
];
function readRelationships(list) {
  if (!ts5.isTupleTypeNode(list)) throw notUnderstood(list);
  return list.elements.map((element) => {
    const facts = named2(element, RELATIONSHIP);
    const text = (name) => stringsIn(facts.get(name));
    const lost = (name) => facts.get(name)?.getText() === "null";
    const oneToOne = facts.get("isOneToOne");
    if (oneToOne && !/^(true|false)$/.test(oneToOne.getText())) throw notUnderstood(oneToOne);
    return {
      name: text("foreignKeyName")[0] ?? "",
      columns: lost("columns") ? [] : text("columns"),
      referencedRelation: text("referencedRelation")[0] ?? "",
      referencedColumns: lost("referencedColumns") ? [] : text("referencedColumns"),
      ...oneToOne && { isOneToOne: oneToOne.getText() === "true" }
    };
  });
}
function stringsIn(node) {
  if (node === void 0) return [];
  if (ts5.isTupleTypeNode(node)) return node.elements.flatMap(stringsIn);
  if (ts5.isLiteralTypeNode(node) && ts5.isStringLiteralLike(node.literal)) return [node.literal.text];
  throw notUnderstood(node);
}
var readLabels = (type) => type.kind === ts5.SyntaxKind.NeverKeyword ? [] : unionMembers(type).flatMap(stringsIn);
var OVERLOAD = ["Args", "Returns", "SetofOptions"];
var MERGED = { merged: true };
function readOverloads(type) {
  return unionMembers(type).flatMap((overload) => {
    const facts = named2(overload, OVERLOAD);
    const returns = facts.get("Returns");
    if (returns === void 0) throw notUnderstood(overload);
    const setof = facts.get("SetofOptions");
    const args = facts.get("Args");
    const alternatives = args === void 0 ? [[]] : unionMembers(args).map(argumentsOf);
    return alternatives.map((alternative) => ({
      args: memberFacts(alternative),
      returns: typeFact(returns),
      ...setof && { setof: typeFact(setof).text },
      ...alternatives.length > 1 && MERGED
    }));
  }).sort((a, b) => byText(a.returns.text, b.returns.text));
}
var argumentsOf = (type) => type.kind === ts5.SyntaxKind.NeverKeyword ? [] : objectOf(type);
function named2(type, names) {
  return new Map(
    objectOf(type).map((property) => {
      const name = names.find((one) => one === property.name);
      if (name === void 0) throw notUnderstood(property.type.parent);
      return [name, property.type];
    })
  );
}
function objectOf(type) {
  if (type === void 0 || isEmptyMap(type)) return [];
  if (ts5.isParenthesizedTypeNode(type)) return objectOf(type.type);
  if (ts5.isTypeLiteralNode(type)) return propertiesOf(type);
  throw notUnderstood(type);
}
function propertiesOf(node) {
  const properties = plainProperties(node);
  if (properties) return properties;
  const seen = /* @__PURE__ */ new Set();
  const odd = node.members.find((member) => {
    if (!ts5.isPropertySignature(member) || !member.type) return true;
    const name = propertyName(member.name);
    return seen.has(name) || !seen.add(name);
  });
  throw notUnderstood(odd ?? node);
}
function notUnderstood(node) {
  const source = node.getSourceFile();
  const { line } = source.getLineAndCharacterOfPosition(node.getStart());
  const text = node.getText().replace(/\s+/g, " ");
  return new UsageError({
    message: `${source.fileName} holds something in its Database type that no generator writes, so it cannot be compared: \`${text.slice(0, 80)}${text.length > 80 ? "\u2026" : ""}\` (line ${line + 1}).`,
    remedy: "Generate the file again with `supabase gen types`, and keep your own types outside of Database."
  });
}
function constantsIn(source) {
  const declarations = source.statements.flatMap(
    (statement) => ts5.isVariableStatement(statement) ? statement.declarationList.declarations : []
  );
  return unwrapped(declarations.find(({ name }) => name.getText() === "Constants")?.initializer);
}
function readConstants(source) {
  return new Map(
    valuesIn(constantsIn(source)).map(([schema, sections]) => {
      const enums = valuesIn(sections).find(([section]) => section === "Enums")?.[1];
      return [schema, new Map(valuesIn(enums).map(([name, labels]) => [name, labelsIn(labels)]))];
    })
  );
}
function unwrapped(node) {
  const isWrapped = node && (ts5.isAsExpression(node) || ts5.isSatisfiesExpression(node) || ts5.isParenthesizedExpression(node));
  return isWrapped ? unwrapped(node.expression) : node;
}
function valuesIn(node) {
  const object = unwrapped(node);
  if (!object || !ts5.isObjectLiteralExpression(object)) return [];
  return object.properties.flatMap(
    (property) => ts5.isPropertyAssignment(property) ? [[propertyName(property.name), property.initializer]] : []
  );
}
function labelsIn(node) {
  const list = unwrapped(node);
  if (!list || !ts5.isArrayLiteralExpression(list)) return [];
  return list.elements.flatMap((label) => ts5.isStringLiteralLike(label) ? [label.text] : []);
}

// src/types/rows.ts
var NAMED_ROW = /^Database\[("(?:[^"\\]|\\.)*")\]\["(?:Tables|Views)"\]\[("(?:[^"\\]|\\.)*")\]\["Row"\](?:\[\])?$/;
function withRows(schemas) {
  return new Map(
    [...schemas].map(([name, schema]) => [
      name,
      {
        ...schema,
        relations: mapValues(schema.relations, (relation) => withFields(relation, schemas)),
        functions: mapValues(
          schema.functions,
          (overloads) => overloads.map((one) => ({ ...one, returns: withRow(one.returns, schemas) }))
        )
      }
    ])
  );
}
function withFields(relation, schemas) {
  const { Row } = relation.shapes;
  if (Row === void 0 || ![...Row.values()].some(({ type }) => NAMED_ROW.test(type.text))) return relation;
  const row = mapValues(Row, (member) => ({ ...member, type: withRow(member.type, schemas) }));
  return { ...relation, shapes: { ...relation.shapes, Row: row } };
}
function withRow(type, schemas) {
  const [, schema, relation] = NAMED_ROW.exec(type.text) ?? [];
  if (schema === void 0 || relation === void 0) return type;
  const name = JSON.parse(relation);
  const home = schemas.get(String(JSON.parse(schema)));
  const row = home && rowWithoutFields(String(name), home);
  return row ? { ...type, row } : type;
}
function rowWithoutFields(name, { relations, functions }) {
  const shapes = relations.get(name)?.shapes;
  if (shapes?.Row === void 0) return void 0;
  const { Row, Insert, Update } = shapes;
  const isField = (column) => !Insert?.has(column) && !Update?.has(column) && takesOneRow(functions.get(column), name);
  return new Map([...Row].filter(([column]) => !isField(column)));
}
function takesOneRow(overloads, relation) {
  const row = `[${JSON.stringify(relation)}]["Row"]`;
  return (overloads ?? []).some(({ args }) => {
    const [only, ...others] = args.values();
    return others.length === 0 && only !== void 0 && (only.type.text === "unknown" || only.type.text.endsWith(row));
  });
}
function givesViewRow(overloads, { relations }) {
  return (overloads ?? []).some((one) => relations.get(rowOf2(one))?.kind === "view");
}
var rowOf2 = ({ setof = "" }) => String(JSON.parse(/(?:^|\W)to: ("(?:[^"\\]|\\.)*")/.exec(setof)?.[1] ?? '""'));

// src/types/parse.ts
function parseTypes(text, path, isCurrent = false) {
  const source = parseSource(text, path);
  const { name, node } = declarationOf(source, path);
  const generator = generatorOf(source, node, isCurrent ? CURRENT : 0);
  const notices = otherDatabase(source, name, path);
  return {
    schemas: withRows(readDatabase(node, generator, readConstants(source))),
    ...notices.length > 0 && { notices }
  };
}
var recent = [];
var MOST_RECENT = 4;
function parseSource(text, path) {
  const known = recent.find((one) => one.text === text && one.path === path);
  if (known) return known.source;
  const source = parseNested(text, path);
  const problem = syntaxErrors(source)[0];
  if (problem === void 0) {
    recent.push({ text, path, source });
    if (recent.length > MOST_RECENT) recent.shift();
    return source;
  }
  const { line } = source.getLineAndCharacterOfPosition(problem.start);
  if (problem.message.startsWith("Merge conflict marker"))
    throw new UsageError({
      message: `${path} has merge conflict markers (line ${line + 1}).`,
      remedy: "Keep either side of the conflict, then run `drift-gate fix`."
    });
  throw new UsageError({
    message: `${path} is not valid TypeScript: ${problem.message} (line ${line + 1}).`,
    remedy: "It may be cut off, or hold the output of a failed command: generate it again with `supabase gen types`."
  });
}
function syntaxErrors(source) {
  const found = Reflect.get(source, "parseDiagnostics");
  if (!Array.isArray(found)) return [];
  return found.map((diagnostic) => ({
    start: diagnostic.start,
    message: ts6.flattenDiagnosticMessageText(diagnostic.messageText, " ").replace(/\.$/, "")
  }));
}
function candidatesIn(source) {
  return source.statements.flatMap((statement) => {
    if (ts6.isInterfaceDeclaration(statement)) return [{ name: statement.name.text, node: statement }];
    const isObject = ts6.isTypeAliasDeclaration(statement) && ts6.isTypeLiteralNode(statement.type);
    return isObject ? [{ name: statement.name.text, node: statement.type }] : [];
  });
}
function chosenOf(candidates) {
  const databases = candidates.filter(({ node }) => node.members.some(isSchema));
  return databases.find(({ name }) => name === "Database") ?? databases[0] ?? candidates.find(({ name, node }) => name === "Database" && node.members.length === 0);
}
function declaresNoDatabase(text, path) {
  if (/^export (type|interface) Database\b/m.test(text) && !text.includes("`")) return false;
  const source = parsed(text, path);
  if (source === void 0) return false;
  return syntaxErrors(source).length === 0 && chosenOf(candidatesIn(source)) === void 0;
}
function declarationOf(source, path) {
  const candidates = candidatesIn(source);
  const found = chosenOf(candidates);
  if (found === void 0) {
    const named3 = candidates.find(({ name }) => name === "Database")?.node.members ?? [];
    const alias = named3.find(
      (member) => ts6.isPropertySignature(member) && member.type && ts6.isTypeReferenceNode(member.type)
    );
    if (alias?.name !== void 0)
      throw new UsageError({
        message: `Schema ${alias.name.getText()} of Database in ${path} is an alias of another type, which no generator writes.`,
        remedy: "Write the schema out in Database, as `supabase gen types` does, and add your own types under other names."
      });
    throw new UsageError({
      message: `${path} declares no generated Database type.`,
      remedy: "Name the file that `supabase gen types` wrote with --types FILE, not a wrapper around it."
    });
  }
  const isMerged = candidates.filter(({ name }) => name === found.name).length > 1;
  if (isMerged || ts6.isInterfaceDeclaration(found.node) && found.node.heritageClauses) {
    throw new UsageError({
      message: `${path} declares ${found.name} in more than one place, or extends another type with it.`,
      remedy: "Keep what `supabase gen types` wrote in one declaration, and add to it under another name."
    });
  }
  return found;
}

// src/types/edit/tree.ts
import { ts as ts7 } from "./vendor/ts-morph.js";
function readTree(text, path) {
  const source = parseSource(text, path);
  const { name: databaseName, node: database } = declarationOf(source, path);
  const value = constantsIn(source);
  const constants = value && ts7.isObjectLiteralExpression(value) ? value : void 0;
  return { text, source, database, databaseName, constants };
}
var isHolder = (node) => node !== void 0 && (ts7.isTypeLiteralNode(node) || ts7.isInterfaceDeclaration(node) || ts7.isObjectLiteralExpression(node));
var elementsOf = (holder) => ts7.isObjectLiteralExpression(holder) ? holder.properties : holder.members;
var isBracketed = (node) => isHolder(node) || ts7.isTupleTypeNode(node) || ts7.isArrayLiteralExpression(node);
var partsOf = (node) => isHolder(node) ? elementsOf(node) : node.elements;
function asMember(node) {
  const isMember = ts7.isPropertySignature(node) || ts7.isPropertyAssignment(node);
  const value = isMember ? ts7.isPropertySignature(node) ? node.type : node.initializer : void 0;
  return isMember && value ? [{ name: propertyName(node.name), node, value }] : [];
}
var membersOf = (node) => isHolder(node) ? [...elementsOf(node)].flatMap(asMember) : [];
var INDEX = /* @__PURE__ */ new WeakMap();
function memberOf(node, name) {
  if (node === void 0) return void 0;
  const entries = () => membersOf(node).map((one) => [one.name, one]);
  const members = INDEX.get(node) ?? new Map(entries().reverse());
  INDEX.set(node, members);
  return members.get(name);
}
var valueAt = (root, path) => path.reduce((node, name) => memberOf(node, name)?.value, root);
var lineStart = (text, position) => text.lastIndexOf("\n", position - 1) + 1;
var indentAt = (text, position) => /^[ \t]*/.exec(text.slice(lineStart(text, position)))?.[0] ?? "";

export {
  takesOneRow,
  givesViewRow,
  rowOf2 as rowOf,
  typeFact,
  plainProperties,
  propertyName,
  unionMembers,
  CURRENT,
  generatorOf,
  skewOf,
  readRelationships,
  parseTypes,
  declaresNoDatabase,
  readTree,
  isHolder,
  elementsOf,
  isBracketed,
  partsOf,
  asMember,
  membersOf,
  memberOf,
  valueAt,
  lineStart,
  indentAt
};
