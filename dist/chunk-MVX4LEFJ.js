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

// src/findings/rules.ts
var REGENERATE = "Run `drift-gate fix` and commit the types file; if the types are right, write the migration that is missing.";
var typesRule = (title) => ({
  title,
  severity: "error",
  remedy: REGENERATE,
  acceptable: true
});
var RULES = {
  "schema-added": typesRule("Schema is not in the committed types"),
  "schema-removed": typesRule(
    "Schema of the committed types is not in the database that the migrations build"
  ),
  "relation-added": typesRule("Table or view is not in the committed types"),
  "relation-removed": typesRule(
    "Table or view of the committed types is not in the database that the migrations build"
  ),
  "relation-renamed": typesRule("Table or view was renamed"),
  "relation-kind-changed": typesRule("Table became a view, or a view a table"),
  "column-added": typesRule("Column is not in the committed types"),
  "column-removed": typesRule(
    "Column of the committed types is not in the database that the migrations build"
  ),
  "column-renamed": typesRule("Column was renamed"),
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
  "embedded-cannot-replay": {
    title: "The embedded database cannot replay a migration",
    severity: "error",
    remedy: "Check this project with `--database local-stack` (needs Docker), or `--database URL` of a disposable Supabase database."
  },
  "duplicate-version": {
    title: "Two migrations have the same version",
    severity: "error",
    remedy: "Rename one of the files: `supabase db reset` refuses the second."
  },
  "stale-baseline-entry": {
    title: "Baseline accepts drift that is gone",
    severity: "error",
    remedy: "Run `drift-gate accept --prune` and commit the baseline: it only ever shrinks."
  },
  "expired-baseline-entry": {
    title: "Accepted drift has expired",
    severity: "error",
    remedy: "Mend the drift, or accept it again with `drift-gate accept --reason TEXT --expires DATE`."
  }
};
var isRuleId = (name) => Object.hasOwn(RULES, name);
function isAcceptable(ruleId) {
  const rule = RULES[ruleId];
  return rule.acceptable === true;
}

export {
  RULES,
  isRuleId,
  isAcceptable,
  visible,
  visibleLines,
  visibleJson,
  longestRun,
  quoteCode,
  named,
  parseProse
};
