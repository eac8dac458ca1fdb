import {
  asMember,
  elementsOf,
  indentAt,
  isHolder,
  lineStart,
  memberFacts,
  memberOf,
  membersOf,
  plainProperties,
  propertyName,
  readRelationships,
  readTree,
  sameTextUnder,
  typeFact,
  unionMembers,
  valueAt,
  withoutEqual
} from "./chunk-BFY3MLDP.js";
import {
  SHAPES,
  typeText
} from "./chunk-X244LZW4.js";
import "./chunk-H4QNX2DM.js";
import "./chunk-XFEMIPZ6.js";
import {
  byText,
  groupBy
} from "./chunk-QDXR42BG.js";
import "./chunk-HIMI4JHW.js";

// src/types/edit.ts
import { ts as ts8 } from "./vendor/ts-morph.js";

// src/types/edit-labels.ts
import { ts as ts5 } from "./vendor/ts-morph.js";

// src/types/edit-list.ts
import { ts } from "./vendor/ts-morph.js";
function listOf(nodes, parent) {
  const text = parent.getSourceFile().text;
  const items = nodes.map((node) => {
    const start = withCommentsAbove(text, node);
    if (ts.isTypeElement(node)) {
      const end = /[;,]/.test(text[node.end - 1] ?? "") ? node.end - 1 : node.end;
      return { start, end, separatorEnd: node.end, tailEnd: withCommentsBehind(text, node.end) };
    }
    const separatorEnd = commaEnd(text, node.end) ?? node.end;
    return { start, end: node.end, separatorEnd, tailEnd: withCommentsBehind(text, separatorEnd) };
  });
  return { text, open: nodes.pos, close: parent.end - 1, items };
}
function commaEnd(text, from) {
  const behind = (mark, at) => {
    const found = text.indexOf(mark, at);
    return found === -1 ? text.length : found + mark.length;
  };
  for (let at = from; at < text.length; ) {
    if (text.startsWith("//", at)) at = behind("\n", at);
    else if (text.startsWith("/*", at)) at = behind("*/", at + 2);
    else if (/\s/.test(text.charAt(at))) at += 1;
    else return text.charAt(at) === "," ? at + 1 : void 0;
  }
  return void 0;
}
function barsOf(union) {
  const text = union.getSourceFile().text;
  const items = union.types.map((node, index) => {
    const start = text.lastIndexOf("|", node.getStart());
    const isLast = index === union.types.length - 1;
    return {
      start,
      end: node.end,
      separatorEnd: node.end,
      tailEnd: isLast ? node.end : withCommentsBehind(text, node.end)
    };
  });
  return { text, open: union.pos, close: union.end, items };
}
function withCommentsAbove(text, node) {
  let start = node.getStart();
  for (const comment of (ts.getLeadingCommentRanges(text, node.pos) ?? []).reverse()) {
    if (text.slice(comment.end, start).split("\n").length > 2) break;
    start = comment.pos;
  }
  return start;
}
var withCommentsBehind = (text, position) => ts.getTrailingCommentRanges(text, position)?.at(-1)?.end ?? position;
function leadOf({ text, open, items }, index) {
  const whole = text.slice(items[index - 1]?.tailEnd ?? open, items[index]?.start ?? open);
  const cut = Math.max(whole.search(/\r?\n[^\n]*$/), 0);
  return { above: whole.slice(0, cut), lead: whole.slice(cut) };
}
function layoutOf(list) {
  const [first, ...others] = list.items;
  if (first === void 0 || others.length === 0) return void 0;
  const last = list.items.at(-1);
  return {
    first: leadOf(list, 0).lead,
    inner: leadOf(list, 1).lead,
    separator: separatorOf(list, first),
    last: last !== void 0 && separatorOf(list, last) !== ""
  };
}
var firstLead = (list) => leadOf(list, 0).lead;
var separatorOf = ({ text }, { end, separatorEnd }) => {
  const mark = text.slice(end, separatorEnd).at(-1);
  return mark === ";" || mark === "," ? mark : "";
};
function editList(list, remove, insert, layout) {
  const { text, items } = list;
  const replacements = [];
  const left = items.length - remove.size + insert.length;
  let placed2 = 0;
  let from = list.open;
  let pending = leadOf(list, 0).above;
  const add = (one) => {
    const lead = placed2++ === 0 ? layout.first : layout.inner;
    pending += afterComment(pending, lead) + one + (placed2 < left || layout.last ? layout.separator : "");
  };
  const flush = (to) => {
    if (text.slice(from, to) !== pending) replacements.push({ start: from, end: to, text: pending });
  };
  const insertAfter = (index) => {
    for (const { after, text: text2 } of insert) if (after === index) add(text2);
  };
  insertAfter(-1);
  for (const [index, item] of items.entries()) {
    const { lead, ...rest } = leadOf(list, index);
    const above = index === 0 ? "" : rest.above;
    if (remove.has(index)) {
      if (above.trim() !== "" || index < items.length - 1) pending += above;
    } else {
      pending += above + afterComment(pending, ownLead(lead, index === 0, placed2++ === 0, layout));
      flush(item.start);
      from = item.end;
      pending = tailOf(list, item, placed2 < left, index < items.length - 1, layout);
    }
    insertAfter(index);
  }
  pending += text.slice(items.at(-1)?.tailEnd ?? list.open, list.close);
  flush(list.close);
  return replacements;
}
function ownLead(lead, wasFirst, isFirst, { first, inner }) {
  if (wasFirst === isFirst) return lead;
  const wanted = isFirst ? first : inner;
  return /\n[ \t]/.test(lead) && /\n[ \t]/.test(wanted) ? lead : wanted;
}
function tailOf({ text }, item, isFollowed, wasFollowed, layout) {
  const [own, comments] = [
    text.slice(item.end, item.separatorEnd),
    text.slice(item.separatorEnd, item.tailEnd)
  ];
  if (isFollowed && own === "") return layout.separator + comments;
  if (!isFollowed && wasFollowed && !layout.last) return own.replace(/[;,]$/, "") + comments;
  return own + comments;
}
var afterComment = (before, lead) => before.slice(before.lastIndexOf("\n") + 1).includes("//") && !lead.includes("\n") ? `
${lead}` : lead;
function placeFor(name, committed, generated) {
  const known = committed.filter((one) => one !== void 0);
  const common = generated.filter((one) => known.includes(one));
  const inOrder = known.filter((one) => common.includes(one)).every((one, index) => one === common[index]);
  const order = inOrder ? void 0 : ORDERS.find((compare) => known.every((one, i) => i === 0 || compare(known[i - 1] ?? "", one) <= 0));
  if (order !== void 0) return committed.findLastIndex((one) => one !== void 0 && order(one, name) < 0);
  const at = generated.indexOf(name);
  const before = generated.slice(0, at).findLast((one) => known.includes(one));
  if (before !== void 0) return committed.lastIndexOf(before);
  const after = generated.slice(at + 1).find((one) => known.includes(one));
  return after === void 0 ? committed.length - 1 : committed.indexOf(after) - 1;
}
var ORDERS = [byText, new Intl.Collator("en").compare];

// src/types/edit-members.ts
import { ts as ts4 } from "./vendor/ts-morph.js";

// src/types/edit-print.ts
import { ts as ts3 } from "./vendor/ts-morph.js";

// src/types/edit-style.ts
import { ts as ts2 } from "./vendor/ts-morph.js";
var FIXED = new Set(
  "Tables Views Functions Enums CompositeTypes Row Insert Update Relationships Args Returns SetofOptions".split(
    " "
  )
);
function roleOf(node) {
  if (ts2.isObjectLiteralExpression(node)) return "Constants";
  if (ts2.isArrayLiteralExpression(node)) return "Constants[]";
  if (ts2.isMappedTypeNode(node)) return "empty";
  const owner = ownerOf(node);
  if (owner === void 0) return "Database";
  if (ts2.isTupleTypeNode(node.parent)) return `${owner.name}*`;
  if (FIXED.has(owner.name)) return owner.name;
  return `${ownerOf(owner.node.parent)?.name ?? "Database"}*`;
}
function ownerOf(node) {
  for (let at = node.parent; at !== void 0 && !ts2.isStatement(at); at = at.parent) {
    if (ts2.isPropertySignature(at) || ts2.isPropertyAssignment(at))
      return { name: propertyName(at.name), node: at };
  }
  return void 0;
}
var isExpanded = (node) => {
  const text = node.getSourceFile().text;
  const first = isHolder(node) ? elementsOf(node)[0] : void 0;
  if (first !== void 0 && isHolder(node))
    return text.slice(elementsOf(node).pos, first.getStart()).includes("\n");
  return node.getText().includes("\n");
};
function learnStyle(tree) {
  const seen = survey(tree);
  const objects = seen.objects.filter((holder) => elementsOf(holder).length > 0);
  const eol = most(tree.text.match(/\r?\n/g) ?? [], "\n") === "\r\n" ? "\r\n" : "\n";
  const indent = most(
    seen.objects.flatMap((holder) => indentStep(tree.text, holder)),
    "  "
  );
  const width = learnWidth(tree.text, seen);
  return {
    raw: objects.some(sharesLines) && objects.filter((one) => roleOf(one) === "Row").every(hasQuotedNames),
    eol,
    quote: most(
      seen.strings.map((node) => node.getText()[0]),
      '"'
    ) === "'" ? "'" : '"',
    quotedKeys: learnQuotedKeys(objects),
    indent,
    width,
    lines: learnLines(objects.filter(isExpanded)),
    inline: learnInline(objects.filter((holder) => !isExpanded(holder))),
    lastComma: most(seen.lists.filter((list) => list.getText().includes("\n")).map(endsInComma), true),
    wrapsUnions: seen.unions.some(isWrapped),
    layouts: learnLayouts(tree.text, [...objects, ...seen.lists, ...seen.maps], width),
    emptySection: learnEmptySection(tree, seen.maps)
  };
}
function survey({ database, constants }) {
  const seen = { objects: [], maps: [], lists: [], unions: [], strings: [] };
  const visit = (node) => {
    if (isHolder(node)) seen.objects.push(node);
    if (ts2.isMappedTypeNode(node)) seen.maps.push(node);
    if (ts2.isTupleTypeNode(node) || ts2.isArrayLiteralExpression(node)) {
      if (node.elements.length > 0) seen.lists.push(node);
    }
    if (ts2.isUnionTypeNode(node)) seen.unions.push(node);
    if (ts2.isStringLiteral(node)) seen.strings.push(node);
    ts2.forEachChild(node, visit);
  };
  visit(database);
  if (constants !== void 0) visit(constants);
  return seen;
}
function most(values, fallback) {
  const counts = /* @__PURE__ */ new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce(
    (best, one) => one[1] > best[1] ? one : best,
    [fallback, 0]
  )[0];
}
function sharesLines(holder) {
  const text = holder.getSourceFile().text;
  const [first, second] = elementsOf(holder);
  return first !== void 0 && second !== void 0 && isExpanded(holder) && !text.slice(first.end, second.getStart()).includes("\n");
}
function indentStep(text, holder) {
  const first = elementsOf(holder)[0];
  if (first === void 0 || !isExpanded(holder)) return [];
  const [outer, inner] = [indentAt(text, holder.getStart()), indentAt(text, first.getStart())];
  return inner.startsWith(outer) && inner !== outer ? [inner.slice(outer.length)] : [];
}
var namesOf = (holder) => membersOf(holder).map(({ node }) => node.name);
var hasQuotedNames = (holder) => namesOf(holder).every(ts2.isStringLiteral);
var isPlainName = (name) => /^[A-Za-z_$][\w$]*$/.test(name);
function learnQuotedKeys(objects) {
  const shapes = objects.filter((holder) => /^(Row|Insert|Update)$/.test(roleOf(holder)));
  const isQuoted = (holder) => namesOf(holder).some((name) => ts2.isStringLiteral(name) && isPlainName(name.text));
  const hasOdd = (holder) => membersOf(holder).some(({ name }) => !isPlainName(name));
  const plain = shapes.filter((holder) => !hasOdd(holder));
  if (most(plain.map(isQuoted), false)) return "as-generated";
  return most(objects.filter(hasOdd).map(isQuoted), false) ? "consistent" : "as-needed";
}
var separatorOf2 = (element) => {
  const last = element.getText().at(-1);
  return last === ";" || last === "," ? last : "";
};
var isType = (holder) => !ts2.isObjectLiteralExpression(holder);
function learnLines(expanded) {
  const types = expanded.filter(isType).map((holder) => elementsOf(holder).map(separatorOf2));
  const separator = most(
    types.flatMap((separators) => separators.slice(0, -1)),
    types[0]?.[0] ?? ""
  );
  const last = types.map((separators) => separators.at(-1) !== "");
  return { separator, last: most(last, separator !== "") };
}
function learnInline(flat) {
  const types = flat.filter(isType);
  const separators = types.map((holder) => elementsOf(holder).map(separatorOf2));
  const padded = types.map((holder) => /^\{\S/.test(holder.getText()) ? "" : " ");
  return {
    separator: most(
      separators.flatMap((all) => all.slice(0, -1)).filter((mark) => mark !== ""),
      ";"
    ),
    last: most(
      separators.map((all) => all.at(-1) !== ""),
      false
    ),
    padding: most(padded, " ")
  };
}
var endsInComma = (list) => list.elements.hasTrailingComma === true;
function isWrapped(union) {
  const text = union.getSourceFile().text;
  return text.slice(union.pos, union.getStart()).includes("\n") && text[union.getStart()] !== "|";
}
var WIDTHS = [80, 90, 100, 110, 120, 140, 160, 200];
function learnWidth(text, { objects, lists, unions }) {
  const longest = [...objects, ...lists, ...unions].filter((node) => !node.getText().includes("\n")).map((node) => columnsOf(text.slice(lineStart(text, node.getStart())).split(/\r?\n/, 1)[0] ?? "")).reduce((a, b) => Math.max(a, b), 0);
  return WIDTHS.find((width) => width >= longest) ?? Number.POSITIVE_INFINITY;
}
var columnsOf = (text) => text.replaceAll("	", "  ").length;
function learnLayouts(text, nodes, width) {
  const seen = /* @__PURE__ */ new Map();
  for (const node of nodes) {
    const source = node.getText();
    const layout = source.includes("\n") ? "expanded" : "fit";
    if (layout === "expanded" && !wouldFit(text, node, width)) continue;
    seen.set(roleOf(node), (seen.get(roleOf(node)) ?? /* @__PURE__ */ new Set()).add(layout));
  }
  return new Map(
    [...seen].flatMap(
      ([role, layouts]) => layouts.size === 1 ? [...layouts].map((one) => [role, one]) : []
    )
  );
}
function wouldFit(text, node, width) {
  if (!isExpanded(node) || /[{[][^{[]*[{[]/s.test(node.getText())) return false;
  const before = text.slice(lineStart(text, node.getStart()), node.getStart());
  return columnsOf(before + node.getText().replace(/\s+/g, " ")) <= width;
}
function learnEmptySection({ database }, maps) {
  if (maps.length > 0) return void 0;
  const sections = membersOf(database).flatMap((schema) => membersOf(schema.value));
  const empty = sections.map(({ value }) => value).find((value) => !isHolder(value) || elementsOf(value).length === 0);
  return empty?.getText();
}

// src/types/edit-print.ts
var isList = (node) => ts3.isTupleTypeNode(node) || ts3.isArrayLiteralExpression(node);
var partsOf = (node) => isHolder(node) ? elementsOf(node) : node.elements;
function printMember(hand, { node, value }, place) {
  const name = nameAndColon(hand, node);
  const text = printValue(hand, value, { ...place, column: place.column + name.length + 1 });
  return /^\r?\n/.test(text) ? name + text : `${name} ${text}`;
}
function printValue(hand, node, place) {
  const flat = flatText(hand, node);
  if (!mustBreak(hand.style, node) && fits(hand, flat, place)) return flat;
  return brokenText(hand, node, place);
}
var fits = ({ style }, text, { column, after }) => column + columnsOf(text) + after <= style.width;
function mustBreak(style, node) {
  if (ts3.isMappedTypeNode(node)) return style.layouts.get(roleOf(node)) !== "fit";
  if ((isHolder(node) || isList(node)) && partsOf(node).length > 0 && isExpandedIn(style, node)) return true;
  return ts3.forEachChild(node, (child) => mustBreak(style, child) || void 0) ?? false;
}
function isExpandedIn(style, node) {
  const role = roleOf(node);
  const layout = style.layouts.get(role) ?? style.layouts.get(role.replace(/^(Row|Insert|Update)\*$/, "$1"));
  return layout === void 0 ? isHolder(node) && isExpanded(node) : layout === "expanded";
}
function flatText(hand, node) {
  const flat = (one) => flatText(hand, one);
  const { padding } = hand.style.inline;
  if (isHolder(node) || isList(node)) return flatSome(hand, node, partsOf(node));
  if (ts3.isMappedTypeNode(node)) return `{${padding}${mapText(node)}${padding}}`;
  if (ts3.isParenthesizedTypeNode(node)) return flat(node.type);
  if (ts3.isUnionTypeNode(node)) return unionMembers(node).map(flat).join(" | ");
  if (ts3.isIntersectionTypeNode(node)) return node.types.map((one) => operand(one, flat(one))).join(" & ");
  if (ts3.isArrayTypeNode(node)) return `${operand(node.elementType, flat(node.elementType))}[]`;
  if (ts3.isIndexedAccessTypeNode(node)) return `${flat(node.objectType)}[${flat(node.indexType)}]`;
  if (ts3.isTypeReferenceNode(node)) {
    const args = (node.typeArguments ?? []).map(flat);
    return `${nameText(hand, node)}${args.length === 0 ? "" : `<${args.join(", ")}>`}`;
  }
  if (ts3.isLiteralTypeNode(node)) return flat(node.literal);
  if (ts3.isStringLiteralLike(node)) return quoted(hand.style, node.text);
  return node.getText().replace(/\s+/g, " ");
}
function printSome(hand, like, some, place) {
  if (some.length === 0) return isHolder(like) ? "{}" : "[]";
  const flat = flatSome(hand, like, some);
  const breaks = isExpandedIn(hand.style, like) || some.some((one) => mustBreak(hand.style, one));
  return !breaks && fits(hand, flat, place) ? flat : brokenSome(hand, like, some, place);
}
function flatSome(hand, like, some) {
  if (!isHolder(like)) return `[${some.map((one) => flatText(hand, one)).join(", ")}]`;
  if (some.length === 0) return "{}";
  const { padding, ...style } = hand.style.inline;
  const { separator, last } = ts3.isObjectLiteralExpression(like) ? { separator: ",", last: false } : style;
  const parts = some.flatMap(asMember).map(({ node, value }) => `${nameAndColon(hand, node)} ${flatText(hand, value)}`);
  return `{${padding}${parts.join(`${separator} `)}${last ? separator : ""}${padding}}`;
}
function brokenSome(hand, like, some, place) {
  if (!isHolder(like)) {
    const elements = some.map((one) => (at) => printValue(hand, one, at));
    return bracketed(hand, ["[", "]"], elements, place, { separator: ",", last: hand.style.lastComma });
  }
  const members = some.flatMap(asMember).map((member) => (at) => printMember(hand, member, at));
  const lines = ts3.isObjectLiteralExpression(like) ? { separator: ",", last: hand.style.lastComma } : hand.style.lines;
  return members.length === 0 ? "{}" : bracketed(hand, ["{", "}"], members, place, lines);
}
var operand = (node, text) => {
  if (ts3.isParenthesizedTypeNode(node)) return operand(node.type, text);
  return ts3.isUnionTypeNode(node) || ts3.isIntersectionTypeNode(node) ? `(${text})` : text;
};
var nameText = ({ names }, node) => {
  const name = node.typeName.getText();
  return name === names.generated ? names.committed : name;
};
var mapText = (node) => node.getText().replace(/^\{\s*|(?:[;,]|(?<!\s))\s*\}$/g, "").replace(/\s+/g, " ");
function brokenText(hand, node, place) {
  if (ts3.isParenthesizedTypeNode(node)) return brokenText(hand, node.type, place);
  if (isHolder(node) || isList(node)) return brokenSome(hand, node, partsOf(node), place);
  if (ts3.isMappedTypeNode(node)) return brokenMap(hand, mapText(node), place);
  if (ts3.isUnionTypeNode(node)) return brokenUnion(hand, node, place);
  if (ts3.isIntersectionTypeNode(node)) {
    return node.types.map((one) => operand(one, isHolder(one) ? brokenText(hand, one, place) : flatText(hand, one))).join(" & ");
  }
  if (ts3.isArrayTypeNode(node)) return `${operand(node.elementType, arrayElement(hand, node, place))}[]`;
  if (ts3.isTypeReferenceNode(node) && node.typeArguments) {
    const args = node.typeArguments.map((one) => (at) => printValue(hand, one, at));
    return nameText(hand, node) + bracketed(hand, ["<", ">"], args, place, { separator: ",", last: false });
  }
  return flatText(hand, node);
}
function brokenMap(hand, inner, place) {
  const { separator, last } = hand.style.lines;
  const lines = { separator: separator === ";" ? ";" : "", last };
  return bracketed(hand, ["{", "}"], [() => inner], place, lines);
}
var arrayElement = (hand, { elementType }, place) => isHolder(elementType) ? brokenText(hand, elementType, place) : flatText(hand, elementType);
function bracketed({ style }, [open, close], parts, place, { separator, last }) {
  const indent = place.indent + style.indent;
  const lines = parts.map((part, index) => {
    const end = index < parts.length - 1 || last ? separator : "";
    return `${indent}${part({ indent, column: columnsOf(indent), after: end.length })}${end}`;
  });
  return [open, ...lines, `${place.close ?? place.indent}${close}`].join(style.eol);
}
function brokenUnion(hand, node, place) {
  const members = unionMembers(node);
  const [object, ...others] = members.filter((one) => isHolder(one));
  const rest = members.filter((one) => one !== object);
  if (object !== void 0 && others.length === 0 && rest.every((one) => /^(null|undefined)$/.test(one.getText()))) {
    return members.map((one) => one === object ? brokenText(hand, one, place) : flatText(hand, one)).join(" | ");
  }
  return brokenParts(
    hand,
    members.map((one) => (at) => printValue(hand, one, at)),
    place
  );
}
function brokenParts({ style }, parts, place) {
  const indent = place.indent + style.indent;
  const inner = style.indent.includes("	") ? { indent: `${indent}	`, close: `${indent}  ` } : { indent: `${indent}  ` };
  const texts = parts.map((part) => part({ ...inner, column: columnsOf(indent) + 2, after: 0 }));
  const wrapped = indent + texts.join(" | ");
  const isShort = !wrapped.includes("\n") && columnsOf(wrapped) + place.after <= style.width;
  if (style.wrapsUnions && isShort) return style.eol + wrapped;
  return texts.map((text) => `${style.eol}${indent}| ${text}`).join("");
}
function nameAndColon({ style }, node) {
  const optional = ts3.isPropertySignature(node) && node.questionToken !== void 0 ? "?" : "";
  return `${keyText(style, node)}${optional}:`;
}
function keyText(style, { name, parent }) {
  if (ts3.isComputedPropertyName(name)) return name.getText();
  const isBare = style.quotedKeys === "as-generated" ? !ts3.isStringLiteral(name) : isPlainName(name.text);
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

// src/types/edit-value.ts
function replaceValue(hand, target, source) {
  const text = copyValue(hand, source, placeOf(target));
  return hand.style.raw ? { start: target.getStart(), end: target.end, text } : placed(target, text);
}
function placed(target, text) {
  const before = target.getSourceFile().text.slice(target.pos, target.getStart());
  const startsBelow = /^\r?\n/.test(text);
  if (before.trim() !== "" || !startsBelow && !before.includes("\n")) {
    return { start: target.getStart(), end: target.end, text: text.trimStart() };
  }
  return { start: target.pos, end: target.end, text: startsBelow ? text : ` ${text}` };
}
function placeOf(target) {
  const { text } = target.getSourceFile();
  const before = text.slice(lineStart(text, target.pos), target.pos);
  const isOwnLine = indentAt(text, target.pos).length === startColumn(target.parent);
  const after = /[;,]/.test(text[target.end] ?? "") ? 1 : 0;
  return { indent: indentAt(text, target.pos), column: isOwnLine ? columnsOf(before) + 1 : ANYWHERE, after };
}
var ANYWHERE = Number.NEGATIVE_INFINITY;
var startColumn = (node) => {
  const start = node.getStart();
  return start - lineStart(node.getSourceFile().text, start);
};
var copyValue = (hand, source, place) => hand.style.raw ? verbatim(hand, source.getText()) : printValue(hand, source, place);
var copyMember = (hand, member, place) => hand.style.raw ? verbatim(hand, member.node.getText().replace(/[;,]$/, "")) : printMember(hand, member, place);
function verbatim({ style, names }, text) {
  const renamed = names.generated === names.committed ? text : text.replaceAll(`${names.generated}[`, `${names.committed}[`);
  return renamed.replace(/\r?\n/g, style.eol);
}

// src/types/edit-members.ts
function editMembers(hand, target, source, operation) {
  const elements = isHolder(target) ? [...elementsOf(target)] : [];
  const names = elements.map((element) => asMember(element)[0]?.name);
  const remove = new Set(
    elements.flatMap(
      (_, i) => operation.remove.includes(names[i] ?? "") && names[i] !== void 0 ? [i] : []
    )
  );
  const insert = membersOf(source).filter(
    ({ name }) => operation.insert.includes(name) && !names.includes(name)
  );
  if (remove.size === 0 && insert.length === 0) return [];
  if (!isHolder(target) || elements.length === remove.size)
    return [refill(hand, target, source, insert, operation.path)];
  const list = listOf(elementsOf(target), target);
  const layout = layoutOf(list) ?? usualLayout(hand.style, list, isHolder(source) ? source : target);
  const place = placeIn(list, layout);
  const generated = membersOf(source).map(({ name }) => name);
  const insertions = insert.map(
    (member) => ({
      after: placeFor(member.name, names, generated),
      text: copyMember(hand, member, place)
    })
  );
  return editList(list, remove, insertions, layout);
}
function usualLayout(style, list, like) {
  const first = firstLead(list);
  const generated = style.raw ? layoutOf(listOf(isHolder(like) ? elementsOf(like) : like.elements, like)) : void 0;
  if (generated !== void 0) return { ...generated, first };
  const isType2 = isHolder(like) && !ts4.isObjectLiteralExpression(like);
  const commas = { separator: ",", last: style.lastComma };
  if (first.includes("\n")) return { first, inner: first, ...isType2 ? style.lines : commas };
  const { separator, last } = isType2 ? style.inline : { ...commas, last: false };
  return { first, inner: " ", separator, last };
}
function placeIn({ text, open }, { inner, separator }) {
  const after = separator.length;
  if (!inner.includes("\n")) return { indent: indentAt(text, open), column: ANYWHERE, after };
  const indent = inner.replace(/^\r?\n/, "");
  return { indent, column: columnsOf(indent), after };
}
function refill(hand, target, source, insert, path) {
  const place = placeOf(target);
  const text = insert.length === 0 ? emptyText(hand, target, source, path) : insert.length === membersOf(source).length && source !== void 0 ? copyValue(hand, source, place) : isHolder(source) ? printSome(
    hand,
    source,
    insert.map(({ node }) => node),
    place
  ) : "{}";
  if (!ts4.isInterfaceDeclaration(target)) return placed(target, text);
  return { start: target.members.pos - 1, end: target.end, text };
}
var EMPTY_MAP = "[_ in never]: never";
function emptyText(hand, target, source, path) {
  const { style } = hand;
  if (style.raw && source !== void 0 && membersOf(source).length === 0)
    return copyValue(hand, source, placeOf(target));
  const isSection = path.length === 2 && !ts4.isObjectLiteralExpression(target);
  if (!isSection) return "{}";
  if (style.emptySection !== void 0) return style.emptySection;
  if (style.layouts.get("empty") === "fit")
    return `{${style.inline.padding}${EMPTY_MAP}${style.inline.padding}}`;
  return brokenMap(hand, EMPTY_MAP, placeOf(target));
}

// src/types/edit-labels.ts
var isLabels = (target, { path }) => path.length === 3 && path[1] === "Enums" && !isHolder(target);
function editLabels(hand, target, source, operation) {
  const nodes = labelNodes(target);
  const [labels, generated] = [nodes.map(labelOf), labelNodes(source).flatMap((node) => labelOf(node) ?? [])];
  const remove = new Set(
    labels.flatMap((label, i) => label !== void 0 && operation.remove.includes(label) ? [i] : [])
  );
  const insert = generated.filter((label) => operation.insert.includes(label) && !labels.includes(label)).map(
    (label) => ({ after: placeFor(label, labels, generated), text: quoted(hand.style, label) })
  );
  if (remove.size === 0 && insert.length === 0) return [];
  if (nodes.length - remove.size + insert.length > 0 && isLineEach(target))
    return editLines(hand, target, remove, insert);
  const kept = (index, node) => remove.has(index) ? [] : [node.getText()];
  const inserted = (index) => insert.filter(({ after }) => after === index).map(({ text }) => text);
  const parts = [
    ...inserted(-1),
    ...nodes.flatMap((node, index) => [...kept(index, node), ...inserted(index)])
  ];
  return [placed(target, rewritten(hand, target, parts))];
}
function labelNodes(node) {
  if (node === void 0) return [];
  if (ts5.isArrayLiteralExpression(node)) return node.elements;
  return ts5.isTypeNode(node) ? unionMembers(node).filter((one) => one.kind !== ts5.SyntaxKind.NeverKeyword) : [];
}
function labelOf(node) {
  const literal = ts5.isLiteralTypeNode(node) ? node.literal : node;
  return ts5.isStringLiteralLike(literal) ? literal.text : void 0;
}
function isLineEach(target) {
  const text = target.getSourceFile().text;
  if (ts5.isArrayLiteralExpression(target))
    return target.elements.length > 0 && firstLead(listOf(target.elements, target)).includes("\n");
  if (!ts5.isUnionTypeNode(target) || text[target.getStart()] !== "|") return false;
  return barsOf(target).items.every(({ start }) => text.slice(lineStart(text, start), start).trim() === "");
}
function editLines(hand, target, remove, insert) {
  if (ts5.isArrayLiteralExpression(target)) {
    const list2 = listOf(target.elements, target);
    return editList(list2, remove, insert, layoutOf(list2) ?? usualLayout(hand.style, list2, target));
  }
  const list = barsOf(target);
  const first = firstLead(list);
  const bars = insert.map(({ after, text }) => ({ after, text: `| ${text}` }));
  return editList(list, remove, bars, { first, inner: first, separator: "", last: false });
}
function rewritten(hand, target, parts) {
  const isArray = ts5.isArrayLiteralExpression(target);
  const joined = parts.join(joiner(hand, target));
  const flat = isArray ? `[${joined}]` : joined || "never";
  const place = placeOf(target);
  if (hand.style.raw || place.column + columnsOf(flat) + place.after <= hand.style.width) return flat;
  const printers = parts.map((part) => () => part);
  if (!isArray) return brokenParts(hand, printers, place);
  return bracketed(hand, ["[", "]"], printers, place, { separator: ",", last: hand.style.lastComma });
}
function joiner({ style }, target) {
  const usual = ts5.isArrayLiteralExpression(target) ? ", " : style.raw ? "|" : " | ";
  const [first, second] = labelNodes(target);
  const between = first && second ? target.getSourceFile().text.slice(first.end, second.getStart()) : usual;
  return between.includes("\n") ? usual : between;
}

// src/types/edit-operations.ts
import { ts as ts6 } from "./vendor/ts-morph.js";
function operationsOf(changes, trees) {
  return distinct(changes.flatMap((change) => operations(change, trees)));
}
var distinct = (all) => [
  ...new Map(all.map((one) => [JSON.stringify(one), one])).values()
];
function widened(all, root) {
  const widen = (one) => {
    const last = one.path.at(-1);
    if (one.kind !== "insert" || last === void 0 || valueAt(root, one.path) !== void 0) return one;
    return widen({ kind: "insert", path: one.path.slice(0, -1), name: last });
  };
  return distinct(all.map(widen));
}
function listOperations(all) {
  const lists = all.filter(({ kind }) => kind === "insert" || kind === "remove");
  return [...groupBy(lists, ({ path }) => JSON.stringify(path)).values()].map((group) => {
    const names = (kind) => group.filter((one) => one.kind === kind).map(({ name }) => name);
    return { path: group[0]?.path ?? [], insert: names("insert"), remove: names("remove") };
  });
}
function operations(change, trees) {
  const { object } = change;
  const schema = "schema" in object ? object.schema : "";
  const inSection = (kind, section) => [
    { kind, path: [schema, section], name: object.name }
  ];
  switch (change.kind) {
    case "schema-added":
    case "schema-removed":
      return [{ kind: change.kind === "schema-added" ? "insert" : "remove", path: [], name: object.name }];
    case "relation-added":
    case "enum-added":
    case "composite-type-added":
    case "function-added":
      return inSection("insert", sectionOf(object.kind));
    case "relation-removed":
    case "enum-removed":
    case "composite-type-removed":
    case "function-removed":
      return inSection("remove", sectionOf(object.kind));
    case "relation-kind-changed":
      return [
        ...inSection("remove", sectionOf(change.committed)),
        ...inSection("insert", sectionOf(change.generated))
      ];
    case "column-added":
      return addColumn(relationPath(change, trees), object.name, trees);
    case "column-removed":
      return removeColumn(relationPath(change, trees), object.name, trees);
    case "column-type-changed": {
      const path = relationPath(change, trees);
      return change.shapes.map((shape) => ({ kind: "retype", path: [...path, shape], name: object.name }));
    }
    case "column-optionality-changed": {
      const path = relationPath(change, trees);
      return change.shapes.map((shape) => demand([...path, shape], object.name, change));
    }
    case "enum-value-added":
    case "enum-value-removed": {
      const kind = change.kind === "enum-value-added" ? "insert" : "remove";
      const name = object.kind === "enum-value" ? object.enum : "";
      return [{ kind, path: [schema, "Enums", name], name: object.name }];
    }
    case "composite-type-changed":
      return changeMembers([schema, "CompositeTypes", object.name], trees);
    case "function-signature-changed":
      return inSection("retype", "Functions");
    case "relationship-added":
    case "relationship-removed":
    case "relationship-changed":
      return [{ kind: "relate", path: [...relationPath(change, trees), "Relationships"], name: object.name }];
    default:
      return change;
  }
}
function sectionOf(kind) {
  switch (kind) {
    case "table":
      return "Tables";
    case "enum":
      return "Enums";
    case "composite-type":
      return "CompositeTypes";
    case "function":
      return "Functions";
    default:
      return "Views";
  }
}
function relationPath({ object }, { committed }) {
  if (!("relation" in object)) return [];
  const { schema, relation } = object;
  const isTable = valueAt(committed.database, [schema, "Tables", relation]) !== void 0;
  return [schema, isTable ? "Tables" : "Views", relation];
}
function addColumn(relation, name, { committed, generated }) {
  const isView = relation[1] === "Views";
  return SHAPES.flatMap((shape) => {
    const path = [...relation, shape];
    const [before, after] = [valueAt(committed.database, path), valueAt(generated.database, path)];
    if (isView && (before === void 0 || after === void 0)) return [];
    const [has, wants] = [memberOf(before, name), memberOf(after, name)];
    if (has && wants) return become(path, name, { committed, generated });
    if (wants) return [{ kind: "insert", path, name }];
    return has ? [{ kind: "remove", path, name }] : [];
  });
}
var removeColumn = (relation, name, { committed }) => SHAPES.map((shape) => [...relation, shape]).filter((path) => memberOf(valueAt(committed.database, path), name)).map((path) => ({ kind: "remove", path, name }));
function demand(path, name, { committed, generated }) {
  if (generated === "absent") return { kind: "remove", path, name };
  if (committed === "absent") return { kind: "insert", path, name };
  return { kind: "set-optional", path, name, optional: generated === "optional" };
}
function changeMembers(path, trees) {
  const names = (tree) => membersOf(valueAt(tree.database, path)).map(({ name }) => name);
  const [before, after] = [names(trees.committed), names(trees.generated)];
  return [
    ...before.filter((name) => !after.includes(name)).map((name) => ({ kind: "remove", path, name })),
    ...after.filter((name) => !before.includes(name)).map((name) => ({ kind: "insert", path, name })),
    ...before.filter((name) => after.includes(name)).flatMap((name) => become(path, name, trees))
  ];
}
function become(path, name, { committed, generated }) {
  const [before, after] = [factAt(committed, path, name), factAt(generated, path, name)];
  if (before === void 0 || after === void 0) return [];
  const sameType = sameTextUnder(typeText(before.type), typeText(after.type)) !== void 0;
  return [
    ...sameType ? [] : [{ kind: "retype", path, name }],
    ...before.optional === after.optional ? [] : [{ kind: "set-optional", path, name, optional: after.optional }]
  ];
}
function factAt(tree, path, name) {
  const node = valueAt(tree.database, path);
  return isHolder(node) && !ts6.isObjectLiteralExpression(node) ? memberFacts(plainProperties(node) ?? []).get(name) : void 0;
}

// src/types/edit-relationships.ts
import { ts as ts7 } from "./vendor/ts-morph.js";
function editRelationships(hand, target, source, names) {
  if (!target || !source || !ts7.isTupleTypeNode(target) || !ts7.isTupleTypeNode(source)) return [];
  const [committed, generated] = [relationshipsOf(target), relationshipsOf(source)];
  const replacements = [];
  const remove = /* @__PURE__ */ new Set();
  const insert = [];
  for (const name of names) {
    const named = (list) => list.map(({ facts }) => facts).filter((one) => one.name === name);
    const unequal = withoutEqual(named(committed), named(generated));
    const left = committed.filter(({ facts }) => unequal.left.includes(facts));
    const right = generated.filter(({ facts }) => unequal.right.includes(facts));
    const pairs = Math.min(left.length, right.length);
    left.slice(0, pairs).forEach((one, index) => {
      const twin = right[index];
      if (twin !== void 0) replacements.push(...editFacts(hand, one.node, twin.node));
    });
    for (const one of left.slice(pairs)) remove.add(one.index);
    insert.push(...right.slice(pairs));
  }
  return [...replacements, ...editElements(hand, target, source, remove, insert)];
}
function relationshipsOf(list) {
  const facts = readRelationships(list);
  return list.elements.filter(ts7.isTypeLiteralNode).flatMap((node, nth) => {
    const one = facts[nth];
    if (one === void 0) return [];
    const { isOneToOne: _, ...identity } = one;
    return [{ index: list.elements.indexOf(node), node, facts: one, key: JSON.stringify(identity) }];
  });
}
var editFacts = (hand, target, source) => membersOf(target).flatMap(({ name, value }) => {
  const wanted = memberOf(source, name)?.value;
  if (!wanted || !ts7.isTypeNode(wanted) || !ts7.isTypeNode(value)) return [];
  return typeFact(wanted).text === typeFact(value).text ? [] : [replaceValue(hand, value, wanted)];
});
function editElements(hand, target, source, remove, insert) {
  if (remove.size === 0 && insert.length === 0) return [];
  if (target.elements.length === remove.size) {
    const isAll = insert.length === source.elements.length;
    const nodes = insert.map(({ node }) => node);
    return [
      placed(
        target,
        isAll ? copyValue(hand, source, placeOf(target)) : printSome(hand, source, nodes, placeOf(target))
      )
    ];
  }
  const list = listOf(target.elements, target);
  const layout = layoutOf(list) ?? usualLayout(hand.style, list, source);
  const committed = target.elements.map(
    (node) => relationshipsOf(target).find((one) => one.node === node)?.key
  );
  const generated = relationshipsOf(source).map(({ key }) => key);
  const insertions = insert.map(
    ({ key, node }) => ({
      after: placeFor(key, committed, generated),
      text: copyValue(hand, node, placeIn(list, layout))
    })
  );
  return editList(list, remove, insertions, layout);
}

// src/types/edit.ts
function editTypes(committed, generated, changes, path) {
  if (changes.length === 0) return committed;
  const trees = {
    committed: readTree(committed, path),
    generated: readTree(generated, "the generated types")
  };
  const names = { committed: trees.committed.databaseName, generated: trees.generated.databaseName };
  const hand = { style: learnStyle(trees.committed), names };
  const operations2 = operationsOf(changes, trees);
  const { constants } = trees.committed;
  return replaced(committed, [
    ...editRoot(hand, operations2, trees.committed.database, trees.generated.database),
    ...constants ? editRoot(hand, operations2.filter(isInConstants), constants, trees.generated.constants) : []
  ]);
}
var isInConstants = ({ path }) => path.length === 0 || path[1] === "Enums";
function editRoot(hand, operations2, root, generated) {
  const all = widened(operations2, root);
  const related = groupBy(
    all.filter(({ kind }) => kind === "relate"),
    ({ path }) => JSON.stringify(path)
  );
  return [
    ...listOperations(all).flatMap((list) => {
      const [target, source] = [valueAt(root, list.path), valueAt(generated, list.path)];
      if (target === void 0) return [];
      return isLabels(target, list) ? editLabels(hand, target, source, list) : editMembers(hand, target, source, list);
    }),
    ...[...related.values()].flatMap((group) => {
      const [target, source] = [
        valueAt(root, group[0]?.path ?? []),
        valueAt(generated, group[0]?.path ?? [])
      ];
      return editRelationships(
        hand,
        target,
        source,
        group.map(({ name }) => name)
      );
    }),
    ...all.flatMap((one) => {
      const [target, source] = [
        memberOf(valueAt(root, one.path), one.name),
        memberOf(valueAt(generated, one.path), one.name)
      ];
      if (target === void 0 || source === void 0) return [];
      const isStale = one.kind === "insert" && !sameConstant(target.value, source.value);
      if (one.kind === "retype" || isStale) return [replaceValue(hand, target.value, source.value)];
      return one.kind === "set-optional" ? setOptional(target, one.optional) : [];
    })
  ];
}
function sameConstant(committed, generated) {
  const labels = (node) => {
    if (ts8.isArrayLiteralExpression(node)) return node.elements.map(labels);
    if (ts8.isStringLiteralLike(node)) return node.text;
    return Object.fromEntries(membersOf(node).map(({ name, value }) => [name, labels(value)]));
  };
  return JSON.stringify(labels(committed)) === JSON.stringify(labels(generated));
}
function setOptional({ node }, optional) {
  if (!ts8.isPropertySignature(node) || optional === (node.questionToken !== void 0)) return [];
  const mark = node.questionToken;
  if (mark === void 0) return [{ start: node.name.end, end: node.name.end, text: "?" }];
  return [{ start: mark.getStart(), end: mark.end, text: "" }];
}
function replaced(text, replacements) {
  const sorted = [...replacements].sort((a, b) => a.start - b.start || a.end - b.end);
  let result = "";
  let from = 0;
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
