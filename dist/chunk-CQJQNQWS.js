// src/findings/secrets.ts
var NO_SECRETS = /* @__PURE__ */ new Set([
  "postgres",
  "password",
  "supabase",
  "public",
  "root",
  "admin",
  "test",
  "true",
  "false",
  "localhost"
]);
var SHORTEST_SECRET = 4;
var isSecret = (text) => text.trim().length >= SHORTEST_SECRET && !NO_SECRETS.has(text.toLowerCase());
var MASK = "***";
var COLOUR = /\u001b\[[0-9;?]*[A-Za-z]/g;
var CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/;
function piecesOf(value) {
  const plain = value.replace(COLOUR, "");
  const lines = [value, plain, ...value.split(CONTROLS), ...plain.split(CONTROLS)];
  return lines.flatMap((line) => [line, line.replace(/\/{2,}/g, "/")]);
}
function hiding(values) {
  const spelled = values.flatMap(piecesOf).filter(isSecret).flatMap((value) => [value, value.trim(), JSON.stringify(value).slice(1, -1), escaped(value)]);
  const secrets = [...new Set(spelled)].sort((a, b) => b.length - a.length);
  return (text) => secrets.reduce((left, secret) => left.replaceAll(secret, MASK), text);
}
var escaped = (text) => text.replace(/[\\`*_{}[\]()<>#+\-.!|~]/g, "\\$&");

export {
  isSecret,
  MASK,
  hiding
};
