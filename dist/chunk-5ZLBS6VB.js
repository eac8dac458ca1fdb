// src/project/environment.ts
function textsIn(value) {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
var FROM_ENVIRONMENT = /^env\((.*)\)$/;
var variableOf = (text) => FROM_ENVIRONMENT.exec(text)?.[1];
var variablesIn = (texts) => [
  ...new Set(texts.flatMap((text) => variableOf(text) ?? []))
];
function standsFor(text, variables) {
  const variable = variableOf(text);
  return variable === void 0 ? text : variables.get(variable) ?? "";
}
var isOfTheRunner = (name) => /^(ACTIONS|GITHUB|INPUT|RUNNER|DRIFT_GATE)_/i.test(name);
function environmentFiles(mode = "development") {
  const names = [`.env.${mode}.local`, ...mode === "test" ? [] : [".env.local"], `.env.${mode}`, ".env"];
  return ["", "supabase/"].flatMap((folder) => names.map((name) => folder + name));
}
var ENTRY = /^[ \t]*(?:export[ \t]+)?([\w.]+)[ \t]*[=:][ \t]*(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|([^\r\n]*))/gm;
function parseEnvironment(text) {
  const found = /* @__PURE__ */ new Map();
  const expanded = (value) => value.replace(
    /\\?\$\{?([A-Z0-9_]+)\}?/g,
    (whole, name) => whole.startsWith("\\") ? whole.slice(1) : found.get(name) ?? ""
  );
  for (const [, name = "", double, single, plain = ""] of text.matchAll(ENTRY))
    found.set(name, single ?? expanded(double === void 0 ? withoutComment(plain) : unescaped(double)));
  return found;
}
var ESCAPES = /* @__PURE__ */ new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["$", "\\$"]
]);
var unescaped = (text) => text.replace(/\\([\s\S])/g, (_, character) => ESCAPES.get(character) ?? character);
function withoutComment(text) {
  const comment = Math.max(text.lastIndexOf(" #"), text.lastIndexOf("	#"));
  return (comment < 0 ? text : text.slice(0, comment)).trim();
}
var ENCRYPTED = "encrypted:";
var isEncrypted = (text) => text.startsWith(ENCRYPTED);
function vaultOf(written, variables) {
  const vault = { secrets: [], unset: [] };
  for (const [name, text] of Object.entries(written)) {
    const variable = variableOf(text);
    const value = standsFor(text, variables);
    if (isEncrypted(value)) vault.unset.push({ name });
    else if (value !== "") vault.secrets.push({ name, value });
    else if (variable !== void 0) vault.unset.push({ name, variable });
  }
  return vault;
}

export {
  textsIn,
  variablesIn,
  standsFor,
  isOfTheRunner,
  environmentFiles,
  parseEnvironment,
  isEncrypted,
  vaultOf
};
