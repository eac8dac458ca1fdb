import {
  elementsOf,
  indentAt,
  isHolder,
  lineStart,
  membersOf,
  propertyName
} from "./chunk-QHBQQH24.js";
import {
  largest
} from "./chunk-3WGEH7NJ.js";

// src/types/edit/style.ts
import { ts } from "./vendor/ts-morph.js";
var FIXED = /^(Tables|Views|Functions|Enums|CompositeTypes|Row|Insert|Update|Relationships|Args|Returns|SetofOptions)$/;
function roleOf(node) {
  if (ts.isObjectLiteralExpression(node)) return "Constants";
  if (ts.isArrayLiteralExpression(node)) return "Constants[]";
  if (ts.isMappedTypeNode(node)) return "empty";
  const owner = ownerOf(node);
  if (owner === void 0) return "Database";
  if (ts.isTupleTypeNode(node.parent)) return `${owner.name}*`;
  if (FIXED.test(owner.name)) return owner.name;
  return `${ownerOf(owner.node.parent)?.name ?? "Database"}*`;
}
function ownerOf(node) {
  for (let at = node.parent; at !== void 0 && !ts.isStatement(at); at = at.parent) {
    if (ts.isPropertySignature(at) || ts.isPropertyAssignment(at))
      return { name: propertyName(at.name), node: at };
  }
  return void 0;
}
var isExpanded = (node) => {
  const first = isHolder(node) ? elementsOf(node)[0] : void 0;
  if (first === void 0 || !isHolder(node)) return node.getText().includes("\n");
  return node.getSourceFile().text.slice(elementsOf(node).pos, first.getStart()).includes("\n");
};
function learnStyle(tree) {
  const seen = survey(tree);
  const { text, nodes, objects, lists, unions } = seen;
  const width = learnWidth(seen);
  const rows = objects.filter((one) => roleOf(one) === "Row");
  return {
    raw: objects.some(sharesLines) && rows.every((row) => namesOf(row).every(ts.isStringLiteral)),
    eol: most(text.match(/\r?\n/g) ?? [], "\n"),
    quote: most(
      nodes.filter(ts.isStringLiteral).map((node) => node.getText().slice(0, 1)),
      '"'
    ),
    quotedKeys: learnQuotedKeys(objects),
    indent: most(objects.flatMap(indentStep), "  "),
    width,
    ...learnSeparators(seen),
    lastComma: most(
      lists.filter(isBroken).map(({ elements }) => elements.hasTrailingComma === true),
      true
    ),
    wrapsUnions: unions.some(isWrapped),
    layouts: learnLayouts(seen, width),
    emptySection: learnEmptySection(tree, nodes)
  };
}
function survey({ text, database, constants }) {
  const nodes = [];
  const visit = (node) => {
    nodes.push(node);
    ts.forEachChild(node, visit);
  };
  for (const root of [database, constants]) if (root) visit(root);
  const objects = nodes.filter(isHolder).filter((holder) => elementsOf(holder).length > 0);
  const isList = (node) => ts.isTupleTypeNode(node) || ts.isArrayLiteralExpression(node);
  return {
    text,
    nodes,
    objects,
    types: objects.filter((holder) => !ts.isObjectLiteralExpression(holder)),
    lists: nodes.filter(isList).filter(({ elements }) => elements.length > 0),
    unions: nodes.filter(ts.isUnionTypeNode)
  };
}
function most(values, fallback) {
  const counts = /* @__PURE__ */ new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const best = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === best)?.[0] ?? fallback;
}
var isBroken = (node) => node.getText().includes("\n");
function sharesLines(holder) {
  const [first, second] = elementsOf(holder);
  if (first === void 0 || second === void 0 || !isExpanded(holder)) return false;
  return !holder.getSourceFile().text.slice(first.end, second.getStart()).includes("\n");
}
function indentStep(holder) {
  const { text } = holder.getSourceFile();
  const first = elementsOf(holder)[0];
  if (first === void 0 || !isExpanded(holder)) return [];
  const [outer, inner] = [indentAt(text, holder.getStart()), indentAt(text, first.getStart())];
  return inner.startsWith(outer) && inner !== outer ? [inner.slice(outer.length)] : [];
}
var namesOf = (holder) => membersOf(holder).map(({ node }) => node.name);
var isPlainName = (name) => /^[\p{ID_Start}_$][\p{ID_Continue}$]*$/u.test(name);
function learnQuotedKeys(objects) {
  const isQuoted = (holder) => namesOf(holder).some((name) => ts.isStringLiteral(name) && isPlainName(name.text));
  const hasOdd = (holder) => membersOf(holder).some(({ name }) => !isPlainName(name));
  const plain = objects.filter((holder) => /^(Row|Insert|Update)$/.test(roleOf(holder)) && !hasOdd(holder));
  if (most(plain.map(isQuoted), false)) return "as-generated";
  return most(objects.filter(hasOdd).map(isQuoted), false) ? "consistent" : "as-needed";
}
var separatorOf = (element) => {
  const last = element.getText().at(-1);
  return last === ";" || last === "," ? last : "";
};
function learnSeparators({ types }) {
  const marksOf = (holders) => holders.map((one) => elementsOf(one).map(separatorOf));
  const flat = types.filter((one) => !isExpanded(one));
  const [broken, inline] = [marksOf(types.filter(isExpanded)), marksOf(flat)];
  const between = (all) => all.flatMap((marks) => marks.slice(0, -1));
  const endsIn = (all) => all.map((marks) => marks.at(-1) !== "");
  const separator = most(between(broken), broken[0]?.[0] ?? "");
  return {
    lines: { separator, last: most(endsIn(broken), separator !== "") },
    inline: {
      separator: most(
        between(inline).filter((mark) => mark !== ""),
        ";"
      ),
      last: most(endsIn(inline), false),
      padding: most(
        flat.map((one) => /^\{\S/.test(one.getText()) ? "" : " "),
        " "
      )
    }
  };
}
function isWrapped(union) {
  const { text } = union.getSourceFile();
  return text.slice(union.pos, union.getStart()).includes("\n") && text[union.getStart()] !== "|";
}
var WIDTHS = [80, 90, 100, 110, 120, 140, 160, 200];
function learnWidth({ text, objects, lists, unions }) {
  const lengths = [...objects, ...lists, ...unions].filter((node) => !isBroken(node)).map((node) => {
    const start = lineStart(text, node.getStart());
    const end = text.indexOf("\n", start);
    return columnsOf(text.slice(start, end === -1 ? void 0 : end).trimEnd());
  });
  const longest = largest(0, lengths);
  return WIDTHS.find((width) => width >= longest) ?? Number.POSITIVE_INFINITY;
}
var columnsOf = (text) => text.replaceAll("	", "  ").length;
function learnLayouts({ text, nodes, objects, lists }, width) {
  const seen = /* @__PURE__ */ new Map();
  for (const node of [...objects, ...lists, ...nodes.filter(ts.isMappedTypeNode)]) {
    const layout = isBroken(node) ? "expanded" : "fit";
    if (layout === "expanded" && !wouldFit(text, node, width)) continue;
    const role = roleOf(node);
    seen.set(role, !seen.has(role) || seen.get(role) === layout ? layout : void 0);
  }
  return new Map([...seen].flatMap(([role, layout]) => layout ? [[role, layout]] : []));
}
function wouldFit(text, node, width) {
  if (!isExpanded(node) || /[{[][^{[]*[{[]/s.test(node.getText())) return false;
  const before = text.slice(lineStart(text, node.getStart()), node.getStart());
  return columnsOf(before + node.getText().replace(/\s+/g, " ")) <= width;
}
function learnEmptySection({ database }, nodes) {
  if (nodes.some(ts.isMappedTypeNode)) return void 0;
  const sections = membersOf(database).flatMap((schema) => membersOf(schema.value));
  return sections.find(({ value }) => !isHolder(value) || elementsOf(value).length === 0)?.value.getText();
}

export {
  roleOf,
  isExpanded,
  learnStyle,
  isPlainName,
  columnsOf
};
