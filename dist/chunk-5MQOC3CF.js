// src/findings/object-id.ts
var PLAIN_NAME = /^[\p{L}\p{N}_$ -]+$/u;
var quoted = (name) => PLAIN_NAME.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
function formatObjectId(id) {
  switch (id.kind) {
    case "schema":
    case "extension":
    case "role":
    case "publication":
    case "subscription":
    case "event-trigger":
    case "foreign-data-wrapper":
    case "foreign-server":
    case "cron-job":
    case "default-privileges":
      return quoted(id.name);
    case "migration":
    case "file":
      return id.name;
    case "column":
    case "constraint":
    case "trigger":
    case "policy":
    case "rule":
    case "relationship":
      return [id.schema, id.relation, id.name].map(quoted).join(".");
    case "enum-value":
      return [id.schema, id.enum, id.name].map(quoted).join(".");
    case "function":
      return `${quoted(id.schema)}.${quoted(id.name)}(${id.args.join(", ")})`;
    default:
      return [id.schema, id.name].map(quoted).join(".");
  }
}
function schemaOfText(text) {
  const inQuotes = /^"((?:[^"]|"")*)"/.exec(text)?.[1];
  return inQuotes === void 0 ? text.split(".")[0] ?? text : inQuotes.replaceAll('""', '"');
}
function ownerOf(id) {
  switch (id.kind) {
    case "column":
    case "constraint":
    case "trigger":
    case "policy":
    case "rule":
    case "relationship":
      return { kind: "table", schema: id.schema, name: id.relation };
    case "enum-value":
      return { kind: "enum", schema: id.schema, name: id.enum };
    default:
      return void 0;
  }
}
function owningObject(id) {
  if (id.kind === "function") return [id.schema, id.name].map(quoted).join(".");
  return formatObjectId(ownerOf(id) ?? id);
}

export {
  formatObjectId,
  schemaOfText,
  ownerOf,
  owningObject
};
