import {
  byText
} from "./chunk-CC5WXE67.js";
import {
  UsageError
} from "./chunk-DUT2HOCF.js";

// src/types/parse.ts
import { ts as ts3 } from "./vendor/ts-morph.js";

// src/types/read.ts
import { ts as ts2 } from "./vendor/ts-morph.js";

// src/types/model.ts
var SHAPES = ["Row", "Insert", "Update"];
var typeText = ({ text, nullable }) => nullable ? `${text} | null` : text;
var sameType = (a, b) => a.text === b.text && a.nullable === b.nullable;
function membersText(members) {
  const parts = [...members].map(([name, { type, optional }]) => {
    const key = /^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name);
    return `${key}${optional ? "?" : ""}: ${typeText(type)}`;
  });
  return parts.length === 0 ? "{}" : `{ ${parts.join("; ")} }`;
}

// src/types/type-text.ts
import { ts } from "./vendor/ts-morph.js";
function typeFact(node) {
  const members = unionMembers(node);
  const rest = members.filter((member) => !isNull(member));
  if (rest.length === 0) return { text: "null", nullable: false };
  const text = joined(rest);
  return { text, nullable: rest.length < members.length && text !== "unknown" && text !== "any" };
}
function memberFacts(properties) {
  const facts = properties.map(({ name, type, optional }) => [
    name,
    { type: typeFact(type), optional }
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
var joined = (members) => [...new Set(members.map(canonical))].sort(byText).join(" | ");
function canonical(node) {
  if (ts.isParenthesizedTypeNode(node)) return canonical(node.type);
  if (ts.isUnionTypeNode(node)) return joined(unionMembers(node));
  if (ts.isIntersectionTypeNode(node)) return node.types.map(canonical).sort(byText).join(" & ");
  if (ts.isArrayTypeNode(node)) return arrayOf(node.elementType);
  if (ts.isTupleTypeNode(node)) return `[${node.elements.map(canonical).join(", ")}]`;
  if (isEmptyMap(node)) return "{}";
  if (ts.isTypeLiteralNode(node)) {
    const properties = plainProperties(node);
    return properties ? membersText(memberFacts(properties)) : ownText(node);
  }
  if (ts.isIndexedAccessTypeNode(node)) return databasePath(node);
  if (ts.isLiteralTypeNode(node)) return literalText(node.literal);
  if (ts.isTypeReferenceNode(node)) return reference(node);
  return ownText(node);
}
var ownText = (node) => node.getText().replace(/\s+/g, " ");
function arrayOf(element) {
  const [only, ...others] = unionMembers(element);
  const text = typeText(typeFact(element));
  const compound = others.length > 0 || only !== void 0 && ts.isIntersectionTypeNode(only);
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
  return args.length === 0 ? name : `${name}<${args.map((arg) => typeText(typeFact(arg))).join(", ")}>`;
}

// src/types/read.ts
var SECTIONS = ["Tables", "Views", "Functions", "Enums", "CompositeTypes"];
var INTERNAL = /^__internal_?supabase$/i;
function isSchema(member) {
  if (!ts2.isPropertySignature(member) || !member.type || INTERNAL.test(propertyName(member.name)))
    return false;
  const names = ts2.isTypeLiteralNode(member.type) ? plainProperties(member.type) ?? [] : [];
  return names.some(({ name }) => SECTIONS.some((section) => section === name));
}
function readDatabase(database, isCurrent) {
  const schemas = propertiesOf(database).filter(({ name }) => !INTERNAL.test(name));
  return { schemas: new Map(schemas.map(({ name, type }) => [name, readSchema(type, isCurrent)])) };
}
function readSchema(schema, isCurrent) {
  const sections = named(schema, SECTIONS);
  const entries = (section, read) => objectOf(sections.get(section)).map(({ name, type }) => [name, read(type)]);
  return {
    isCurrent,
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
  const parts = named(relation, PARTS);
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
  if (!ts2.isTupleTypeNode(list)) throw notUnderstood(list);
  return list.elements.map((element) => {
    const facts = named(element, RELATIONSHIP);
    const text = (name) => stringsIn(facts.get(name));
    const oneToOne = facts.get("isOneToOne");
    if (oneToOne && !/^(true|false)$/.test(oneToOne.getText())) throw notUnderstood(oneToOne);
    return {
      name: text("foreignKeyName")[0] ?? "",
      columns: text("columns"),
      referencedRelation: text("referencedRelation")[0] ?? "",
      referencedColumns: text("referencedColumns"),
      ...oneToOne && { isOneToOne: oneToOne.getText() === "true" }
    };
  });
}
function stringsIn(node) {
  if (node === void 0) return [];
  if (ts2.isTupleTypeNode(node)) return node.elements.flatMap(stringsIn);
  if (ts2.isLiteralTypeNode(node) && ts2.isStringLiteralLike(node.literal)) return [node.literal.text];
  throw notUnderstood(node);
}
var readLabels = (type) => type.kind === ts2.SyntaxKind.NeverKeyword ? [] : unionMembers(type).flatMap(stringsIn);
var OVERLOAD = ["Args", "Returns", "SetofOptions"];
var MERGED = { merged: true };
function readOverloads(type) {
  return unionMembers(type).flatMap((overload) => {
    const facts = named(overload, OVERLOAD);
    const returns = facts.get("Returns");
    if (returns === void 0) throw notUnderstood(overload);
    const setof = facts.get("SetofOptions");
    const args = facts.get("Args");
    const alternatives = args === void 0 ? [[]] : unionMembers(args).map(argumentsOf);
    const row = rowOf(returns);
    return alternatives.map((alternative) => ({
      args: memberFacts(alternative),
      returns: typeFact(returns),
      ...row && { row },
      ...setof && { setof: typeFact(setof).text },
      ...alternatives.length > 1 && MERGED
    }));
  }).sort((a, b) => byText(a.returns.text, b.returns.text));
}
var argumentsOf = (type) => type.kind === ts2.SyntaxKind.NeverKeyword ? [] : objectOf(type);
function rowOf(returns) {
  const row = ts2.isArrayTypeNode(returns) ? returns.elementType : returns;
  const properties = ts2.isTypeLiteralNode(row) ? plainProperties(row) : void 0;
  return properties && memberFacts(properties);
}
function named(type, names) {
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
  if (ts2.isParenthesizedTypeNode(type)) return objectOf(type.type);
  if (ts2.isTypeLiteralNode(type)) return propertiesOf(type);
  throw notUnderstood(type);
}
function propertiesOf(node) {
  const properties = plainProperties(node);
  if (properties) return properties;
  const seen = /* @__PURE__ */ new Set();
  const odd = node.members.find((member) => {
    if (!ts2.isPropertySignature(member) || !member.type) return true;
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

// src/types/parse.ts
function parseTypes(text, path, isCurrent = looksCurrent(text)) {
  return readDatabase(findDatabase(parseSource(text, path), path), isCurrent);
}
var looksCurrent = (text) => /\bNonNullable<Json>|\bComputedFields\b/.test(text);
function parseSource(text, path) {
  const source = ts3.createSourceFile(path, text, ts3.ScriptTarget.Latest, true, ts3.ScriptKind.TS);
  const problem = syntaxErrors(source)[0];
  if (problem === void 0) return source;
  const { line } = source.getLineAndCharacterOfPosition(problem.start);
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
    message: ts3.flattenDiagnosticMessageText(diagnostic.messageText, " ").replace(/\.$/, "")
  }));
}
function findDatabase(source, path) {
  const candidates = [];
  for (const statement of source.statements) {
    if (ts3.isInterfaceDeclaration(statement)) candidates.push({ name: statement.name.text, node: statement });
    if (ts3.isTypeAliasDeclaration(statement) && ts3.isTypeLiteralNode(statement.type)) {
      candidates.push({ name: statement.name.text, node: statement.type });
    }
  }
  const databases = candidates.filter(({ node }) => node.members.some(isSchema));
  const found = databases.find(({ name }) => name === "Database") ?? databases[0] ?? candidates.find(({ name, node }) => name === "Database" && node.members.length === 0);
  if (found === void 0) {
    throw new UsageError({
      message: `${path} declares no generated Database type.`,
      remedy: "Name the file that `supabase gen types` wrote with --types FILE, not a wrapper around it."
    });
  }
  const isMerged = candidates.filter(({ name }) => name === found.name).length > 1;
  if (isMerged || ts3.isInterfaceDeclaration(found.node) && found.node.heritageClauses) {
    throw new UsageError({
      message: `${path} declares ${found.name} in more than one place, or extends another type with it.`,
      remedy: "Keep what `supabase gen types` wrote in one declaration, and add to it under another name."
    });
  }
  return found.node;
}

export {
  SHAPES,
  typeText,
  sameType,
  membersText,
  typeFact,
  memberFacts,
  plainProperties,
  propertyName,
  unionMembers,
  readRelationships,
  parseTypes,
  parseSource,
  findDatabase
};
