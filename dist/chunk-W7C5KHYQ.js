import {
  visible
} from "./chunk-WU3HVZMK.js";

// src/findings/prose.ts
function longestRun(text) {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}
function quoteCode(name) {
  const fence = "`".repeat(longestRun(name) + 1);
  const padded = /^`|`$/.test(name) || isPadded(name) || name === "" ? ` ${name} ` : name;
  return `${fence}${padded}${fence}`;
}
var named = (name) => quoteCode(visible(name));
var isPadded = (text) => text.startsWith(" ") && text.endsWith(" ") && /[^ ]/.test(text) && !LINE_END.test(text);
var LINE_END = /[\n\r\u2028\u2029]/;
var unpadded = (text) => isPadded(text) ? text.slice(1, -1) : text;
function parseProse(sentence) {
  const segments = [];
  let from = 0;
  for (const [start, end, length] of spansOf(sentence)) {
    const before = sentence.slice(from, start);
    if (before) segments.push({ code: false, text: before, raw: before });
    const text = unpadded(sentence.slice(start + length, end - length));
    segments.push({ code: true, text, raw: sentence.slice(start, end) });
    from = end;
  }
  const rest = sentence.slice(from);
  if (rest) segments.push({ code: false, text: rest, raw: rest });
  return segments;
}
function* spansOf(sentence) {
  const runs = Array.from(sentence.matchAll(/`+/g), ({ 0: run, index }) => ({
    at: index,
    length: run.length
  }));
  const closing = nextOfLength(runs);
  let lineEnd = -1;
  for (let index = 0; index < runs.length; ) {
    const run = runs[index];
    const closer = closing[index];
    const end = closer === void 0 ? void 0 : runs[closer];
    index += 1;
    if (run === void 0 || end === void 0 || closer === void 0) continue;
    if (lineEnd < run.at) lineEnd = nextLineEnd(sentence, run.at);
    if (lineEnd < end.at) continue;
    yield [run.at, end.at + end.length, run.length];
    index = closer + 1;
  }
}
function nextOfLength(runs) {
  const next = /* @__PURE__ */ new Map();
  const found = [];
  for (let index = runs.length - 1; index >= 0; index -= 1) {
    const length = runs[index]?.length ?? 0;
    found[index] = next.get(length);
    next.set(length, index);
  }
  return found;
}
function nextLineEnd(text, from) {
  const at = text.slice(from).search(LINE_END);
  return at === -1 ? text.length : from + at;
}

export {
  longestRun,
  quoteCode,
  named,
  parseProse
};
