import {
  RULES
} from "./chunk-MVX4LEFJ.js";

// src/findings/object-id.ts
var PLAIN_NAME = /^[\p{L}\p{N}_$ -]+$/u;
var quoted = (name) => PLAIN_NAME.test(name) ? name : `"${name.replaceAll('"', '""')}"`;
function formatObjectId(id) {
  switch (id.kind) {
    case "schema":
    case "extension":
    case "role":
      return quoted(id.name);
    case "file":
      return id.name;
    case "column":
    case "constraint":
    case "trigger":
    case "policy":
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

// src/findings/finding.ts
import { createHash } from "node:crypto";
function makeFinding({ salient = [], remedy, ...facts }) {
  const id = formatObjectId(facts.subject);
  const identity = JSON.stringify([facts.ruleId, facts.subject.kind, id, ...salient]);
  return {
    ...facts,
    id,
    severity: RULES[facts.ruleId].severity,
    remedy: remedy ?? RULES[facts.ruleId].remedy,
    fingerprint: createHash("sha256").update(identity).digest("hex").slice(0, 16)
  };
}

export {
  formatObjectId,
  schemaOfText,
  ownerOf,
  owningObject,
  makeFinding
};
