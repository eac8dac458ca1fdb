// src/findings/visible.ts
var HIDDEN = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
var SHORT = /* @__PURE__ */ new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["	", "\\t"]
]);
var unicodeEscape = (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
var visible = (text) => text.replace(HIDDEN, (character) => SHORT.get(character) ?? unicodeEscape(character));
var visibleLines = (text) => text.split(/\r?\n/).map((line) => visible(line.replaceAll("	", "  ")));
var visibleJson = (json) => json.replace(HIDDEN, (character) => character === "\n" ? character : unicodeEscape(character));

export {
  visible,
  visibleLines,
  visibleJson
};
