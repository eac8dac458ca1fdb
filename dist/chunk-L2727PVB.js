// src/findings/object-id.ts
var PLAIN_NAME = /^[\p{L}\p{N}_$ -]+$/u;
var quoted = (name) => PLAIN_NAME.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
function formatObjectId(id) {
  if (id.kind === "migration" || id.kind === "file") return id.name;
  const text = namesOf(id).map(quoted).join(".");
  if (id.kind !== "function") return text;
  const args = id.parameters?.map((name) => `${quoted(name)}:`) ?? id.args;
  return `${text}(${args.join(", ")})`;
}
function namesOf(id) {
  if (!("schema" in id)) return [id.name];
  if ("relation" in id) return [id.schema, id.relation, id.name];
  return "enum" in id ? [id.schema, id.enum, id.name] : [id.schema, id.name];
}
function schemaOfText(text) {
  const inQuotes = /^"((?:[^"]|"")*)"/.exec(text)?.[1];
  return inQuotes === void 0 ? text.split(".")[0] ?? text : inQuotes.replaceAll('""', '"');
}
function ownerOf(id) {
  if ("relation" in id) return { kind: "table", schema: id.schema, name: id.relation };
  return "enum" in id ? { kind: "enum", schema: id.schema, name: id.enum } : void 0;
}
var owningObject = (id) => id.kind === "function" ? namesOf(id).map(quoted).join(".") : formatObjectId(ownerOf(id) ?? id);

export {
  formatObjectId,
  schemaOfText,
  ownerOf,
  owningObject
};
