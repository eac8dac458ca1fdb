import {
  columnsOf,
  isExpanded,
  isPlainName,
  learnStyle,
  roleOf
} from "./chunk-O22THKKZ.js";
import {
  isSameButForJson
} from "./chunk-2VMWHAIL.js";
import {
  CURRENT,
  asMember,
  elementsOf,
  generatorOf,
  indentAt,
  isBracketed,
  isHolder,
  lineStart,
  memberOf,
  membersOf,
  partsOf,
  readRelationships,
  readTree,
  typeFact,
  unionMembers,
  valueAt
} from "./chunk-QHBQQH24.js";
import {
  SHAPES,
  typeText
} from "./chunk-2PA7CMTC.js";
import {
  KINDS
} from "./chunk-XOYFCOSZ.js";
import "./chunk-W7C5KHYQ.js";
import "./chunk-WU3HVZMK.js";
import {
  byText,
  groupBy
} from "./chunk-3WGEH7NJ.js";
import "./chunk-COC3XPBN.js";

// src/types/edit/edit.ts
import { ts as ts7 } from "./vendor/ts-morph.js";

// src/types/edit/drift.ts
function driftOf(changes, trees) {
  const root = { below: /* @__PURE__ */ new Map() };
  for (const change of changes)
    for (const path of pathsTo(change, trees)) {
      let at = root;
      for (const name of path) {
        const next = at.below.get(name) ?? { below: /* @__PURE__ */ new Map() };
        at.below.set(name, next);
        at = next;
      }
      Object.assign(at, leafOf(change));
    }
  return root;
}
function leafOf({ kind }) {
  if (kind === "column-type-changed" || kind === "function-signature-changed") return { type: "always" };
  if (kind === "column-optionality-changed") return { optional: true };
  return { type: "unless-equivalent", optional: true };
}
function pathsTo(change, { committed, generated }) {
  const { object } = change;
  switch (object.kind) {
    case "schema":
      return [[object.name]];
    case "enum-value":
      return [[object.schema, "Enums", object.enum, object.name]];
    case "enum":
    case "function":
      return [[object.schema, KINDS[object.kind].section, object.name]];
    case "composite-type": {
      const path = [object.schema, "CompositeTypes", object.name];
      if (change.kind !== "composite-type-changed") return [path];
      const both = [committed, generated].flatMap(({ database }) => membersOf(valueAt(database, path)));
      return both.map(({ name }) => [...path, name]);
    }
    case "column":
    case "relationship": {
      const { schema, relation, name } = object;
      const isTable = valueAt(committed.database, [schema, "Tables", relation]) !== void 0;
      const shapes = "shapes" in change ? change.shapes : SHAPES;
      const parts = object.kind === "column" ? shapes : ["Relationships"];
      return parts.map((part) => [schema, isTable ? "Tables" : "Views", relation, part, name]);
    }
    default:
      return "schema" in object ? ["Tables", "Views"].map((section) => [object.schema, section, object.name]) : [];
  }
}
var ofConstants = ({ below }) => ({
  below: new Map(
    [...below].map(([schema, one]) => {
      const enums = one.below.get("Enums");
      return [schema, one.below.size === 0 ? one : { below: new Map(enums ? [["Enums", enums]] : []) }];
    })
  )
});

// src/types/edit/items.ts
import { ts } from "./vendor/ts-morph.js";
function itemsOf(node) {
  if (isHolder(node)) return elementsOf(node).map((one) => named(one, asMember(one)[0]?.name));
  if (ts.isTupleTypeNode(node)) return relationshipsOf(node);
  return labelsIn(node).map((one) => {
    const literal = ts.isLiteralTypeNode(one) ? one.literal : one;
    return named(one, ts.isStringLiteralLike(literal) ? literal.text : void 0);
  });
}
var named = (node, name) => ({
  node,
  ...name !== void 0 && { name, key: name }
});
function relationshipsOf(list) {
  const seen = /* @__PURE__ */ new Map();
  return readRelationships(list).map(({ isOneToOne: _, ...facts }, index) => {
    const text = JSON.stringify(facts);
    const count = seen.get(text) ?? 0;
    seen.set(text, count + 1);
    return { node: list.elements[index] ?? list, name: facts.name, key: `${text} ${count}` };
  });
}
function labelsIn(node) {
  if (ts.isArrayLiteralExpression(node)) return node.elements;
  if (!ts.isTypeNode(node)) return [];
  const isUnion = ts.isUnionTypeNode(node) || ts.isLiteralTypeNode(node) || ts.isParenthesizedTypeNode(node);
  return isUnion ? unionMembers(node) : [];
}
function placing(committed, generated) {
  const known = committed.flatMap(({ key }) => key ?? []);
  const wanted = generated.flatMap(({ key }) => key ?? []);
  const [isKnown, isWanted] = [new Set(known), new Set(wanted)];
  const common = wanted.filter((one) => isKnown.has(one));
  const inOrder = known.filter((one) => isWanted.has(one)).every((one, index) => one === common[index]);
  const order = inOrder ? void 0 : ORDERS.find((compare) => known.every((one, i) => i === 0 || compare(known[i - 1] ?? "", one) <= 0));
  const behind2 = (one) => committed.findLastIndex(({ key }) => key === one);
  return (name = "") => {
    if (order) return committed.findLastIndex(({ key }) => key !== void 0 && order(key, name) < 0);
    const at = wanted.indexOf(name);
    const before = wanted.slice(0, at).findLast((one) => isKnown.has(one));
    if (before !== void 0) return behind2(before);
    const after = wanted.slice(at + 1).find((one) => isKnown.has(one));
    return after === void 0 ? committed.length - 1 : committed.findIndex(({ key }) => key === after) - 1;
  };
}
var ORDERS = [byText, new Intl.Collator("en").compare];

// src/types/edit/json.ts
import { ts as ts3 } from "./vendor/ts-morph.js";

// src/types/edit/layout.ts
var choice = (unbroken, broken) => ({ unbroken, broken });
var group = (doc, breaks = false) => ({ group: doc, breaks: breaks || isBroken(doc) });
function isBroken(doc) {
  if (typeof doc === "string" || "broken" in doc) return false;
  if ("group" in doc) return doc.breaks;
  return "indented" in doc ? isBroken(doc.indented) : doc.some(isBroken);
}
function alignedByTab(indent) {
  let end = indent.length;
  while (indent.charAt(end - 1) === " ") end -= 1;
  return end === indent.length ? indent : `${indent.slice(0, end)}	`;
}
function laidOut(doc, page, place, isFlat = false) {
  if (typeof doc === "string") return doc;
  if ("broken" in doc) return isFlat ? doc.unbroken : doc.broken.replace("\n", page.eol + place.indent);
  if ("indented" in doc) {
    const indent = doc.by === "	" ? alignedByTab(place.indent) : place.indent;
    return laidOut(doc.indented, page, { ...place, indent: indent + doc.by }, isFlat);
  }
  if ("group" in doc) {
    const fits = () => place.column + columnsOf(flatText(doc.group)) + place.after <= page.width;
    return laidOut(doc.group, page, place, isFlat || !doc.breaks && fits());
  }
  let { column } = place;
  const texts = doc.map((part, index) => {
    const after = behind(doc, index, place.after);
    const text = laidOut(part, page, { ...place, column, after }, isFlat);
    const start = text.lastIndexOf("\n") + 1;
    column = (start === 0 ? column : 0) + columnsOf(text.slice(start));
    return text;
  });
  return texts.join("");
}
function behind(parts, index, after) {
  let columns = 0;
  for (let at = index + 1; at < parts.length; at += 1) {
    const part = parts[at] ?? "";
    const [text = "", ...rest] = (typeof part !== "string" && "broken" in part ? part.broken : flatText(part)).split("\n");
    columns += columnsOf(text);
    if (rest.length > 0) return columns;
  }
  return columns + after;
}
function flatText(doc) {
  if (typeof doc === "string") return doc;
  if ("broken" in doc) return doc.unbroken;
  if ("group" in doc) return flatText(doc.group);
  return "indented" in doc ? flatText(doc.indented) : doc.map(flatText).join("");
}

// src/types/edit/print.ts
import { ts as ts2 } from "./vendor/ts-morph.js";
var printMember = (hand, member, place) => laidOut(memberDoc(hand, member), hand.style, place);
var printValue = (hand, node, place, lead = " ") => laidOut(valueDoc(hand, node, lead), hand.style, place);
var printSome = (hand, like, some, place) => laidOut([" ", someDoc(hand, like, some)], hand.style, place);
function memberDoc(hand, { node, value }) {
  const optional = ts2.isPropertySignature(node) && node.questionToken !== void 0 ? "?" : "";
  return [`${keyText(hand.style, node)}${optional}:`, valueDoc(hand, value, " ")];
}
function valueDoc(hand, node, lead) {
  const members = ts2.isTypeNode(node) ? unionMembers(node) : [];
  const others = members.filter((one) => !/^(null|undefined)$/.test(one.getText()));
  const isHugged = others.length === 1 && others.every((one) => isHolder(one));
  if (members.length < 2 || isHugged) return [lead, nodeDoc(hand, node)];
  return unionDoc(
    hand.style,
    members.map((one) => nodeDoc(hand, one)),
    lead
  );
}
function unionDoc(style, members, lead) {
  const rest = members.flatMap((one, index) => [
    index === 0 ? "" : choice(" | ", "\n| "),
    { indented: one, by: "  " }
  ]);
  const union = style.wrapsUnions ? [choice(lead, "\n"), group([choice("", "| "), ...rest])] : [choice(lead, "\n| "), ...rest];
  return group({ indented: union, by: style.indent });
}
function nodeDoc(hand, node) {
  const doc = (one) => nodeDoc(hand, one);
  if (isBracketed(node)) return someDoc(hand, node, partsOf(node));
  if (ts2.isMappedTypeNode(node)) return mapDoc(hand.style, mapText(node));
  if (ts2.isParenthesizedTypeNode(node)) return doc(node.type);
  if (ts2.isUnionTypeNode(node)) return joined(unionMembers(node).map(doc), " | ");
  if (ts2.isIntersectionTypeNode(node))
    return joined(
      node.types.map((one) => operand(one, doc(one))),
      " & "
    );
  if (ts2.isArrayTypeNode(node)) return [operand(node.elementType, doc(node.elementType)), "[]"];
  if (ts2.isIndexedAccessTypeNode(node)) return [doc(node.objectType), "[", doc(node.indexType), "]"];
  if (ts2.isTypeReferenceNode(node)) {
    const own = node.typeName.getText();
    const name = own === hand.names.generated ? hand.names.committed : own;
    const args = node.typeArguments?.map((one) => valueDoc(hand, one, ""));
    return args ? [name, bracketsDoc(hand.style, "<>", args, listed(false))] : name;
  }
  if (ts2.isLiteralTypeNode(node)) return doc(node.literal);
  if (ts2.isStringLiteralLike(node)) return quoted(hand.style, node.text);
  return node.getText().replace(/\s+/g, " ");
}
var joined = (docs, mark) => docs.flatMap((one, index) => index === 0 ? [one] : [mark, one]);
function operand(node, doc) {
  if (ts2.isParenthesizedTypeNode(node)) return operand(node.type, doc);
  return ts2.isUnionTypeNode(node) || ts2.isIntersectionTypeNode(node) ? ["(", doc, ")"] : doc;
}
var listed = (last, padding = "") => ({
  lines: { separator: ",", last },
  inline: { separator: ",", last: false, padding }
});
function someDoc(hand, like, some) {
  const { style } = hand;
  const breaks = isExpandedIn(style, like);
  const commas = listed(style.lastComma, isHolder(like) ? style.inline.padding : "");
  if (!isHolder(like))
    return bracketsDoc(
      style,
      "[]",
      some.map((one) => valueDoc(hand, one, "")),
      commas,
      breaks
    );
  const members = some.flatMap(asMember).map((member) => memberDoc(hand, member));
  return bracketsDoc(style, "{}", members, ts2.isObjectLiteralExpression(like) ? commas : style, breaks);
}
function isExpandedIn(style, node) {
  const role = roleOf(node);
  const layout = style.layouts.get(role) ?? style.layouts.get(role.replace(/^(Row|Insert|Update)\*$/, "$1"));
  return layout === void 0 ? isHolder(node) && isExpanded(node) : layout === "expanded";
}
function bracketsDoc(style, [open = "", close = ""], parts, { lines, inline }, breaks = false) {
  if (parts.length === 0) return open + close;
  const mark = choice(`${inline.separator} `, `${lines.separator}
`);
  const inner = parts.flatMap((part, index) => index === 0 ? [part] : [mark, part]);
  const end = choice(
    (inline.last ? inline.separator : "") + inline.padding,
    `${lines.last ? lines.separator : ""}
`
  );
  return group(
    [open, { indented: [choice(inline.padding, "\n"), ...inner], by: style.indent }, end, close],
    breaks
  );
}
function mapDoc(style, inner = "[_ in never]: never") {
  const separator = style.lines.separator === ";" ? ";" : "";
  const marks = {
    lines: { separator, last: style.lines.last },
    inline: { ...style.inline, last: false }
  };
  return bracketsDoc(style, "{}", [inner], marks, style.layouts.get("empty") !== "fit");
}
var mapText = (node) => node.getText().replace(/^\{\s*|(?:[;,]|(?<!\s))\s*\}$/g, "").replace(/\s+/g, " ");
function keyText(style, { name, parent }) {
  if (ts2.isComputedPropertyName(name)) return name.getText();
  const isBare = style.quotedKeys === "as-generated" ? !ts2.isStringLiteral(name) : isPlainName(name.text);
  const siblings = style.quotedKeys === "consistent" ? membersOf(parent) : [];
  if (isBare && siblings.every((member) => isPlainName(member.name))) return name.text;
  return quoted(style, name.text);
}
function quoted({ quote }, value) {
  const count = (mark2) => value.split(mark2).length;
  const other = quote === '"' ? "'" : '"';
  const mark = count(quote) > count(other) ? other : quote;
  const inner = JSON.stringify(value).slice(1, -1).replaceAll('\\"', '"').replaceAll(mark, `\\${mark}`);
  return mark + inner + mark;
}

// src/types/edit/json.ts
function withJson(hand, edited, committed, generated) {
  const alias = generated.source.statements.filter(ts3.isTypeAliasDeclaration).find(({ name }) => name.text === "Json");
  if (!alias || namesJson(committed)) return edited;
  const after = readTree(edited, "the edited types");
  if (!namesJson(after)) return edited;
  const { database, source } = after;
  const statement = ts3.isInterfaceDeclaration(database) ? database : database.parent;
  const start = statement.getStart(source, true);
  const { eol } = hand.style;
  return `${edited.slice(0, start)}${declaration(hand, alias, source)}${eol}${eol}${edited.slice(start)}`;
}
var namesJson = ({ text, source }) => text.includes("Json") && holdsName(source);
var holdsName = (node) => ts3.isIdentifier(node) ? node.text === "Json" && !asMember(node.parent).some((one) => one.node.name === node) : ts3.forEachChild(node, (child) => holdsName(child) || void 0) ?? false;
function declaration(hand, alias, { statements }) {
  if (hand.style.raw) return alias.getText().replace(/\r?\n/g, hand.style.eol);
  const members = unionMembers(alias.type).map((one) => one.getText().replace(/\s+/g, " "));
  const isEnded = (one) => !ts3.isInterfaceDeclaration(one) && one.getText().endsWith(";");
  const union = laidOut(unionDoc(hand.style, members, " "), hand.style, { indent: "", column: 0, after: 0 });
  return `export type Json =${union}${statements.some(isEnded) ? ";" : ""}`;
}

// src/types/edit/list.ts
import { ts as ts5 } from "./vendor/ts-morph.js";

// src/types/edit/splice.ts
import { ts as ts4 } from "./vendor/ts-morph.js";
function listOf(parent) {
  const { text } = parent.getSourceFile();
  const isUnion = ts4.isUnionTypeNode(parent);
  const nodes = isUnion ? parent.types : partsOf(parent);
  const [open, close] = isUnion ? [parent.pos, parent.end] : [nodes.pos, parent.end - 1];
  let from = open;
  const items = nodes.map((node, index) => {
    const start = isUnion ? text.lastIndexOf("|", node.getStart()) : withCommentsAbove(text, node);
    const isMember = ts4.isTypeElement(node);
    const end = isMember && /[;,]/.test(text[node.end - 1] ?? "") ? node.end - 1 : node.end;
    const separatorEnd = isUnion || isMember ? node.end : commaEnd(text, node.end) ?? node.end;
    const isLastOfUnion = isUnion && index === nodes.length - 1;
    const tailEnd = isLastOfUnion ? node.end : withCommentsBehind(text, separatorEnd);
    const gap = text.slice(from, start);
    const cut = Math.max(gap.search(/\r?\n[^\n]*$/), 0);
    from = tailEnd;
    return {
      above: gap.slice(0, cut),
      lead: gap.slice(cut),
      start,
      end,
      separator: text.slice(end, separatorEnd),
      remarks: text.slice(separatorEnd, tailEnd),
      tailEnd
    };
  });
  return { text, open, close, items };
}
function commaEnd(text, from) {
  const behind2 = (mark, at) => {
    const found = text.indexOf(mark, at);
    return found === -1 ? text.length : found + mark.length;
  };
  for (let at = from; at < text.length; ) {
    if (text.startsWith("//", at)) at = behind2("\n", at);
    else if (text.startsWith("/*", at)) at = behind2("*/", at + 2);
    else if (/\s/.test(text.charAt(at))) at += 1;
    else return text.charAt(at) === "," ? at + 1 : void 0;
  }
  return void 0;
}
function withCommentsAbove(text, node) {
  let start = node.getStart();
  for (const comment of (ts4.getLeadingCommentRanges(text, node.pos) ?? []).reverse()) {
    if (text.slice(comment.end, start).split("\n").length > 2) break;
    start = comment.pos;
  }
  return start;
}
var withCommentsBehind = (text, position) => ts4.getTrailingCommentRanges(text, position)?.at(-1)?.end ?? position;
function layoutOf({ items }) {
  const [first, second] = items;
  if (first === void 0 || second === void 0) return void 0;
  return {
    first: first.lead,
    inner: second.lead,
    separator: markOf(first),
    last: markOf(items.at(-1)) !== ""
  };
}
var markOf = (item) => {
  const mark = item?.separator.at(-1);
  return mark === ";" || mark === "," ? mark : "";
};
function splice({ text, open, close, items }, removed, insert, layout) {
  const replacements = [];
  const left = removed.filter((one) => !one).length + insert.length;
  let [placed2, from, pending] = [0, open, items[0]?.above ?? ""];
  const flush = (end) => {
    if (text.slice(from, end) !== pending) replacements.push({ start: from, end, text: pending });
  };
  const insertAfter = (index) => {
    for (const one of insert.filter(({ after }) => after === index)) {
      const lead = placed2++ === 0 ? layout.first : layout.inner;
      const separator = placed2 < left || layout.last ? layout.separator : "";
      pending += afterComment(pending, lead) + one.text + separator;
    }
  };
  insertAfter(-1);
  for (const [index, item] of items.entries()) {
    const [isFirst, isLast] = [index === 0, index === items.length - 1];
    const above = isFirst ? "" : item.above;
    if (removed[index]) {
      if (above.trim() !== "" || !isLast) pending += above;
    } else {
      pending += above + afterComment(pending, leadIn(item, isFirst, placed2++ === 0, layout));
      flush(item.start);
      from = item.end;
      pending = separatorIn(item, placed2 < left, !isLast, layout) + item.remarks;
    }
    insertAfter(index);
  }
  pending += text.slice(items.at(-1)?.tailEnd ?? open, close);
  flush(close);
  return replacements;
}
function leadIn({ lead }, wasFirst, isFirst, { first, inner }) {
  const wanted = isFirst ? first : inner;
  const isKept = wasFirst === isFirst || /\n[ \t]/.test(lead) && /\n[ \t]/.test(wanted);
  return isKept ? lead : wanted;
}
function separatorIn({ separator }, isFollowed, wasFollowed, layout) {
  if (isFollowed) return separator || layout.separator;
  return wasFollowed && !layout.last ? separator.replace(/[;,]$/, "") : separator;
}
var afterComment = (before, lead) => before.slice(before.lastIndexOf("\n") + 1).includes("//") && !lead.includes("\n") ? `
${lead}` : lead;

// src/types/edit/value.ts
function replaceValue(hand, target, source) {
  if (hand.style.raw)
    return { start: target.getStart(), end: target.end, text: verbatim(hand, source.getText()) };
  return placed(target, printValue(hand, source, placeOf(target)));
}
function placed(target, text) {
  const before = target.getSourceFile().text.slice(target.pos, target.getStart());
  const startsBelow = /^\r?\n/.test(text);
  const value = text.trimStart();
  if (before.trim() !== "" || !startsBelow && !before.includes("\n"))
    return { start: target.getStart(), end: target.end, text: value };
  return { start: target.pos, end: target.end, text: startsBelow ? text : ` ${value}` };
}
function placeOf(target) {
  const { text } = target.getSourceFile();
  const indent = indentAt(text, target.pos);
  const start = target.parent.getStart();
  const isOwnLine = indent.length === start - lineStart(text, start);
  const before = text.slice(lineStart(text, target.pos), target.pos);
  const after = /[;,]/.test(text[target.end] ?? "") ? 1 : 0;
  return { indent, column: isOwnLine ? columnsOf(before) : ANYWHERE, after };
}
var ANYWHERE = Number.NEGATIVE_INFINITY;
function copyItem(hand, node, place) {
  if (hand.style.raw) return verbatim(hand, node.getText().replace(/[;,]$/, ""));
  const [member] = asMember(node);
  return member ? printMember(hand, member, place) : printValue(hand, node, place, "");
}
function verbatim({ style, names }, text) {
  const renamed = names.generated === names.committed ? text : text.replaceAll(`${names.generated}[`, `${names.committed}[`);
  return renamed.replace(/\r?\n/g, style.eol);
}

// src/types/edit/list.ts
function editList(hand, target, source, turnover, path) {
  const { items, wanted, removed, insert } = turnover;
  if (!removed.includes(true) && insert.length === 0) return [];
  const behind2 = placing(items, wanted);
  const insertions = (textOf) => insert.map((item) => ({ after: behind2(item.key), text: textOf(item) }));
  const isEmptied = !removed.includes(false);
  const isEnum = path.length === 3 && path[1] === "Enums" && !isHolder(target);
  if (isEnum && (isEmptied || !isLineEach(target))) {
    const labels = insertions(({ name = "" }) => quoted(hand.style, name));
    return [placed(target, labelsText(hand.style, target, turnover, labels))];
  }
  if (isEmptied || !isLined(target)) return [refill(hand, target, source, turnover, path)];
  const list = listOf(target);
  const layout = layoutOf(list) ?? usualLayout(hand.style, list, isLined(source) ? source : target);
  const place = placeIn(list, layout);
  const bar = ts5.isUnionTypeNode(target) ? "| " : "";
  return splice(
    list,
    removed,
    insertions(({ node }) => bar + copyItem(hand, node, place)),
    layout
  );
}
var isLined = (node) => isBracketed(node) || ts5.isUnionTypeNode(node);
function usualLayout(style, list, like) {
  const first = list.items[0]?.lead ?? "";
  if (ts5.isUnionTypeNode(like)) return { first, inner: first, separator: "", last: false };
  const generated = style.raw ? layoutOf(listOf(like)) : void 0;
  if (generated !== void 0) return { ...generated, first };
  const isType = isHolder(like) && !ts5.isObjectLiteralExpression(like);
  const { lines, inline } = isType ? style : listed(style.lastComma);
  const isBroken2 = first.includes("\n");
  const { separator, last } = isBroken2 ? lines : inline;
  return { first, inner: isBroken2 ? first : " ", separator, last };
}
function placeIn({ text, open }, { inner, separator }) {
  const after = separator.length;
  if (!inner.includes("\n")) return { indent: indentAt(text, open), column: ANYWHERE, after };
  const indent = inner.replace(/^\r?\n/, "");
  return { indent, column: columnsOf(indent), after };
}
function refill(hand, target, source, { wanted, insert }, path) {
  const { style } = hand;
  const place = placeOf(target);
  const isWhole = insert.length === wanted.length || !isBracketed(source);
  const nodes = insert.map(({ node }) => node);
  const text = () => {
    if (insert.length === 0) return emptyText(hand, target, source, path);
    if (isWhole && style.raw) return verbatim(hand, source.getText());
    return isWhole ? printValue(hand, source, place) : printSome(hand, source, nodes, place);
  };
  if (!ts5.isInterfaceDeclaration(target)) return placed(target, text());
  return { start: target.members.pos - 1, end: target.end, text: text().trimStart() };
}
function emptyText(hand, target, source, path) {
  const { style } = hand;
  if (ts5.isTupleTypeNode(target)) return "[]";
  if (style.raw && membersOf(source).length === 0) return verbatim(hand, source.getText());
  const isSection = path.length === 2 && !ts5.isObjectLiteralExpression(target);
  if (!isSection) return "{}";
  return style.emptySection ?? laidOut(mapDoc(style), style, placeOf(target));
}
function isLineEach(target) {
  if (!isLined(target)) return false;
  const list = listOf(target);
  if (!ts5.isUnionTypeNode(target)) return list.items[0]?.lead.includes("\n") ?? false;
  const { text, items } = list;
  return text[target.getStart()] === "|" && items.every(({ start }) => text.slice(lineStart(text, start), start).trim() === "");
}
function labelsText(style, target, { items, removed }, insert) {
  const added = (index) => insert.filter(({ after }) => after === index).map(({ text }) => text);
  const kept = items.map(({ node }, index) => removed[index] ? [] : [node.getText()]);
  const labels = [...added(-1), ...kept.flatMap((label, index) => [...label, ...added(index)])];
  const isArray = ts5.isArrayLiteralExpression(target);
  if (labels.length === 0) return isArray ? "[]" : "never";
  if (style.raw) return isArray ? `[${labels.join(", ")}]` : labels.join("|");
  const doc = isArray ? [" ", bracketsDoc(style, "[]", labels, listed(style.lastComma))] : unionDoc(style, labels, " ");
  return laidOut(doc, style, placeOf(target));
}

// src/types/edit/notation.ts
import { ts as ts6 } from "./vendor/ts-morph.js";
function inNotationOf(committed, generated) {
  const { text, database } = generated;
  const after = rewritten(notationOf(committed, generated), database, []);
  if (after === database.getText()) return generated;
  const whole = text.slice(0, database.getStart()) + after + text.slice(database.end);
  return readTree(whole, "the generated types");
}
var NO_ARGUMENTS = /\bArgs["']?\s*:\s*(never|\{\s*\}|Record<\s*(?:PropertyKey|string)\s*,\s*never\s*>)/;
function notationOf({ source, database }, generated) {
  const { to: own } = generatorOf(source, database);
  const { to: newest } = generatorOf(generated.source, generated.database, CURRENT);
  const body = database.getText();
  const says = (name) => new RegExp(`\\b${name}\\b`).test(body);
  const lists = says("ComputedFields") || !says("Row") && /\bComputedFields\b/.test(generated.text);
  return {
    database: generated.database,
    isLaterThan: (era) => own < era && era <= newest,
    lacks: (name) => says(name === "isOneToOne" ? "foreignKeyName" : "Row") && !says(name),
    listsFields: (relation) => {
      const kept = valueAt(database, relation);
      return kept === void 0 ? lists : memberOf(kept, "ComputedFields") !== void 0;
    },
    noArguments: NO_ARGUMENTS.exec(body)?.[1]
  };
}
function rewritten(notation, node, path) {
  const { text } = node.getSourceFile();
  let [result, from] = ["", node.getStart()];
  ts6.forEachChild(node, (child) => {
    const [member] = asMember(child);
    const below = member ? [...path, member.name] : path;
    const isGone = member !== void 0 && isLeftOut(notation, below);
    result += text.slice(from, isGone ? child.pos : child.getStart());
    if (!isGone) result += rewritten(notation, child, below);
    if (member && isRelation(path) && member.name === "Row") result += fieldsBehind(notation, child, path);
    from = child.end;
  });
  result += text.slice(from, node.end);
  if (!ts6.isTypeNode(node)) return result;
  const own = ts6.isTypeReferenceNode(node) ? referenceIn(notation, node, result, path) : result;
  return ts6.isPropertySignature(node.parent) ? valueIn(notation, node, own, path) : own;
}
var isRelation = ({ length, 1: section }) => length === 3 && (section === "Tables" || section === "Views");
function isLeftOut({ isLaterThan, lacks, database }, path) {
  const [schema = "", section, relation = "", part, name = ""] = path;
  if (section === "Functions") return path.length === 4 && part === "SetofOptions" && isLaterThan(2);
  if (!isRelation(path.slice(0, 3))) return false;
  if (path.length === 4) return (part === "ComputedFields" || part === "Relationships") && lacks(part);
  if (part === "Relationships") return name === "isOneToOne" && lacks(name);
  const kinds = part === "Row" && isLaterThan(3) ? fieldKinds(database, schema, relation, name) : [];
  return kinds.includes("named") && !kinds.includes("unnamed");
}
function fieldKinds(database, schema, relation, name) {
  const overloads = valueAt(database, [schema, "Functions", name]);
  const row = `[${JSON.stringify(relation)}]["Row"]`;
  return (overloads && ts6.isTypeNode(overloads) ? unionMembers(overloads) : []).map((overload) => membersOf(memberOf(overload, "Args")?.value)).filter(([first]) => first?.value.getText().replaceAll("'", '"').includes(row)).map(([first]) => first?.name === "" ? "unnamed" : "named");
}
function fieldsBehind({ database, listsFields }, row, path) {
  const [schema = "", , relation = ""] = path;
  if (!listsFields(path) || memberOf(row.parent, "ComputedFields")) return "";
  const names = membersOf(valueAt(row.parent, ["Row"])).map(({ name }) => name).filter((name) => fieldKinds(database, schema, relation, name).length > 0).map((name) => JSON.stringify(name));
  const separator = /[;,]?$/.exec(row.getText())?.[0] ?? "";
  return `
${indentAt(row.getSourceFile().text, row.getStart())}ComputedFields: ${names.join(" | ") || "never"}${separator}`;
}
function referenceIn({ isLaterThan, listsFields, noArguments }, { typeName, typeArguments }, text, path) {
  const [first, second] = typeArguments ?? [];
  const [name, of] = [typeName.getText(), first?.getText() ?? ""];
  if (name === "NonNullable" && of === "Json" && isLaterThan(3)) return of;
  const isField = name === "Omit" && second && accessPath(second).at(-1) === "ComputedFields";
  if (isField) return listsFields(accessPath(second).slice(0, -1)) ? text : of;
  const isNoArguments = name === "Record" && of === "PropertyKey" && path.length === 4;
  return (isNoArguments ? noArguments : void 0) ?? text;
}
function accessPath(node) {
  if (!ts6.isIndexedAccessTypeNode(node) || !ts6.isLiteralTypeNode(node.indexType)) return [];
  const { literal } = node.indexType;
  return ts6.isStringLiteralLike(literal) ? [...accessPath(node.objectType), literal.text] : [];
}
function valueIn(notation, node, text, path) {
  const { isLaterThan, listsFields, database } = notation;
  const [schema = "", section, object = "", part = "", name = ""] = path;
  const setof = section === "Functions" && part === "Returns" ? setofOf(node) : void 0;
  if (path.length === 4) return setof?.isOne && isLaterThan(2) ? `${text}[]` : text;
  if (path.length !== 5) return text;
  const isRow = part === "Args" && name !== "" && accessPath(node)[3] === "Row";
  if (isRow && listsFields(accessPath(node).slice(0, 3)))
    return `Omit<${text}, ${text.slice(0, -5)}ComputedFields${text.slice(-2)}>`;
  const isOfView = part === "Row" ? section === "Views" : isView(database, setof?.relation);
  if (isOfView && isLaterThan(4) && !mayBeNull(node))
    return `${text === "NonNullable<Json>" ? "Json" : text} | null`;
  if (node.kind !== ts6.SyntaxKind.NeverKeyword || !isLaterThan(3)) return text;
  const read = valueAt(database, [schema, "Tables", object, "Row", name]);
  return read && section === "Tables" && / \| null$/.test(read.getText()) ? read.getText() : text;
}
var mayBeNull = (node) => unionMembers(node).some((one) => /^(null|unknown|any)$/.test(one.getText()));
function setofOf(node) {
  const options = memberOf(node, "SetofOptions")?.value;
  if (options === void 0) return ts6.isStatement(node) ? void 0 : setofOf(node.parent);
  const says = (name) => memberOf(options, name)?.value.getText() ?? "";
  return {
    relation: says("to").slice(1, -1),
    isOne: says("isOneToOne") === "true" && says("isSetofReturn") === "true"
  };
}
var isView = (database, name = "") => membersOf(database).some(({ value }) => valueAt(value, ["Views", name]) !== void 0);

// src/types/edit/edit.ts
function editTypes(committed, generated, changes, path, notation = "committed") {
  if (changes.length === 0) return committed;
  const [before, given] = [readTree(committed, path), readTree(generated, "the generated types")];
  const after = notation === "committed" ? inNotationOf(before, given) : given;
  const names = { committed: before.databaseName, generated: after.databaseName };
  const hand = { style: learnStyle(before), names };
  const drift = driftOf(changes, { committed: before, generated: after });
  const edited = replaced(committed, [
    ...editsIn(hand, before.database, after.database, drift, []),
    ...before.constants && after.constants ? editsIn(hand, before.constants, after.constants, ofConstants(drift), []) : []
  ]);
  return withJson(hand, edited, before, after);
}
function editsIn(hand, target, source, { below }, path) {
  const isView2 = path.length === 3 && path[1] === "Views";
  const [items, wanted] = [itemsOf(target), itemsOf(source)];
  const drifted = ({ name }) => name !== void 0 && below.has(name);
  const pairs = pairsOf(items.filter(drifted), wanted.filter(drifted));
  const paired = new Set(pairs.flat());
  const isLone = (item) => !isView2 && drifted(item) && !paired.has(item);
  const turnover = { items, wanted, removed: items.map(isLone), insert: wanted.filter(isLone) };
  return [
    ...pairs.flatMap(
      ([own, twin]) => editsOf(hand, own.node, twin.node, below.get(own.name ?? "") ?? { below: /* @__PURE__ */ new Map() }, path)
    ),
    ...editList(hand, target, source, turnover, path)
  ];
}
function pairsOf(items, wanted) {
  const twins = new Map(wanted.map((one) => [one.key, one]));
  const keys = new Set(items.map(({ key }) => key));
  const others = groupBy(
    wanted.filter(({ key }) => !keys.has(key)),
    ({ name = "" }) => name
  );
  return items.flatMap((own) => {
    const twin = twins.get(own.key) ?? others.get(own.name ?? "")?.shift();
    return twin === void 0 ? [] : [[own, twin]];
  });
}
function editsOf(hand, own, twin, drift, path) {
  const [[old], [now]] = [asMember(own), asMember(twin)];
  if (!old || !now) return editsIn(hand, own, twin, factsOf(own, twin), path);
  if (drift.below.size > 0) return editsIn(hand, old.value, now.value, drift, [...path, old.name]);
  return [
    ...becomes(old.value, now.value, drift) ? [replaceValue(hand, old.value, now.value)] : [],
    ...drift.optional ? setOptional(old, now) : []
  ];
}
function factsOf(own, twin) {
  const names = membersOf(own).filter(({ name }) => memberOf(twin, name));
  return { below: new Map(names.map(({ name }) => [name, { below: /* @__PURE__ */ new Map(), type: "unless-equivalent" }])) };
}
function becomes(old, now, { type }) {
  if (!ts7.isTypeNode(old) || !ts7.isTypeNode(now)) return constantText(old) !== constantText(now);
  if (type !== "unless-equivalent") return type === "always";
  return !isSameButForJson(typeText(typeFact(old)), typeText(typeFact(now)));
}
function constantText(node) {
  if (ts7.isArrayLiteralExpression(node)) return JSON.stringify(node.elements.map(constantText));
  if (ts7.isStringLiteralLike(node)) return JSON.stringify(node.text);
  return JSON.stringify(membersOf(node).map(({ name, value }) => [name, constantText(value)]));
}
function setOptional({ node }, { node: wanted }) {
  if (!ts7.isPropertySignature(node) || !ts7.isPropertySignature(wanted)) return [];
  const mark = node.questionToken;
  if (mark === void 0 === (wanted.questionToken === void 0)) return [];
  if (mark === void 0) return [{ start: node.name.end, end: node.name.end, text: "?" }];
  return [{ start: mark.getStart(), end: mark.end, text: "" }];
}
function replaced(text, replacements) {
  const sorted = [...replacements].sort((a, b) => a.start - b.start || a.end - b.end);
  let [result, from] = ["", 0];
  for (const { start, end, text: inserted } of sorted) {
    if (start < from) throw new Error(`two edits of one place: ${JSON.stringify(text.slice(start, end))}`);
    result += text.slice(from, start) + inserted;
    from = end;
  }
  return result + text.slice(from);
}
export {
  editTypes
};
