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

// src/findings/prose.ts
var SPAN = /(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)/g;
var longestRun = (text) => Math.max(0, ...Array.from(text.matchAll(/`+/g), ([run]) => run.length));
function quoteCode(name) {
  const fence = "`".repeat(longestRun(name) + 1);
  const padded = /^`|`$|^ .*[^ ].* $/.test(name) || name === "" ? ` ${name} ` : name;
  return `${fence}${padded}${fence}`;
}
var named = (name) => quoteCode(visible(name));
var unpadded = (text) => /^ .*[^ ].* $/.test(text) ? text.slice(1, -1) : text;
function parseProse(sentence) {
  const segments = [];
  let from = 0;
  for (const match of sentence.matchAll(SPAN)) {
    const before = sentence.slice(from, match.index);
    if (before) segments.push({ code: false, text: before, raw: before });
    segments.push({ code: true, text: unpadded(match[2] ?? ""), raw: match[0] });
    from = match.index + match[0].length;
  }
  const rest = sentence.slice(from);
  if (rest) segments.push({ code: false, text: rest, raw: rest });
  return segments;
}

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
function owningObject(id) {
  switch (id.kind) {
    case "column":
    case "constraint":
    case "trigger":
    case "policy":
    case "relationship":
      return [id.schema, id.relation].map(quoted).join(".");
    case "enum-value":
      return [id.schema, id.enum].map(quoted).join(".");
    case "function":
      return [id.schema, id.name].map(quoted).join(".");
    default:
      return formatObjectId(id);
  }
}

// src/findings/finding.ts
import { createHash } from "node:crypto";

// src/findings/rules.ts
var REGENERATE = "Run `drift-gate fix` and commit the types file; if the types are right, write the migration that is missing.";
var typesRule = (title) => ({ title, severity: "error", remedy: REGENERATE });
var RULES = {
  "schema-added": typesRule("Schema is not in the committed types"),
  "schema-removed": typesRule(
    "Schema of the committed types is not in the database that the migrations build"
  ),
  "relation-added": typesRule("Table or view is not in the committed types"),
  "relation-removed": typesRule(
    "Table or view of the committed types is not in the database that the migrations build"
  ),
  "relation-kind-changed": typesRule("Table became a view, or a view a table"),
  "column-added": typesRule("Column is not in the committed types"),
  "column-removed": typesRule(
    "Column of the committed types is not in the database that the migrations build"
  ),
  "column-type-changed": typesRule("Column has another type"),
  "column-optionality-changed": typesRule("Column may be left out, or must be given, differently"),
  "enum-added": typesRule("Enum is not in the committed types"),
  "enum-removed": typesRule("Enum of the committed types is not in the database that the migrations build"),
  "enum-value-added": typesRule("Enum value is not in the committed types"),
  "enum-value-removed": typesRule(
    "Enum value of the committed types is not in the database that the migrations build"
  ),
  "composite-type-added": typesRule("Composite type is not in the committed types"),
  "composite-type-removed": typesRule(
    "Composite type of the committed types is not in the database that the migrations build"
  ),
  "composite-type-changed": typesRule("Composite type has other attributes"),
  "function-added": typesRule("Function is not in the committed types"),
  "function-removed": typesRule(
    "Function of the committed types is not in the database that the migrations build"
  ),
  "function-signature-changed": typesRule("Function has other arguments or another result"),
  "relationship-added": typesRule("Relationship is not in the committed types"),
  "relationship-removed": typesRule(
    "Relationship of the committed types is not in the database that the migrations build"
  ),
  "relationship-changed": typesRule("Relationship differs"),
  "replay-failed": {
    title: "A migration fails when all are replayed on a clean database",
    severity: "error",
    remedy: "Mend the migration, or add one before it that creates what it needs; `supabase db reset` fails on it too."
  },
  "base-schema-drift": {
    title: "Migrations use an object that none of them creates",
    severity: "error",
    remedy: "Add a migration, dated before all others, that creates the object: its base schema was made outside Git."
  },
  "duplicate-version": {
    title: "Two migrations have the same version",
    severity: "error",
    remedy: "Rename one of the files: `supabase db reset` refuses the second."
  }
};

// src/findings/finding.ts
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
  owningObject,
  RULES,
  makeFinding,
  visible,
  visibleLines,
  visibleJson,
  longestRun,
  quoteCode,
  named,
  parseProse
};
