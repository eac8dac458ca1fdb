// src/findings/visible.ts
var ACTING = String.raw`\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Cf}\p{Default_Ignorable_Code_Point}`;
var BLANK = String.raw`[\p{Zs}--\x20]\u{2800}`;
var HIDDEN = `[${ACTING}${BLANK}]`;
var IS_HIDDEN = new RegExp(HIDDEN, "v");
var EACH_HIDDEN = new RegExp(HIDDEN, "gv");
var ELEMENT = String.raw`\p{Emoji}(?:\p{Emoji_Modifier}|\u{fe0f}\u{20e3}?|[\u{e0020}-\u{e007e}]+\u{e007f})?`;
var SEQUENCE_OR_HIDDEN = new RegExp(String.raw`(${ELEMENT}(?:\u{200d}${ELEMENT})*)|${HIDDEN}`, "gv");
var RECOMMENDED = String.raw`\p{RGI_Emoji}`;
var IS_EMOJI = new RegExp(`^${RECOMMENDED}$`, "v");
var SHORT = /* @__PURE__ */ new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["	", "\\t"]
]);
function textEscape(character) {
  const digits = (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0");
  return SHORT.get(character) ?? (digits.length > 4 ? `\\u{${digits}}` : `\\u${digits}`);
}
var jsonEscape = (character) => character.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
function withEscapes(text, escaped) {
  if (!IS_HIDDEN.test(text)) return text;
  const shown = /* @__PURE__ */ new Map();
  return text.replace(SEQUENCE_OR_HIDDEN, (found, sequence) => {
    if (sequence === void 0) return escaped(found);
    const known = shown.get(sequence) ?? (IS_EMOJI.test(sequence) ? sequence : sequence.replace(EACH_HIDDEN, escaped));
    shown.set(sequence, known);
    return known;
  });
}
var visible = (text) => withEscapes(text, textEscape);
var visibleLines = (text) => text.split(/\r?\n/).map((line) => visible(line.replaceAll("	", "  ")));
var visibleJson = (json) => withEscapes(json, (character) => character === "\n" ? character : jsonEscape(character));

export {
  visible,
  visibleLines,
  visibleJson
};
