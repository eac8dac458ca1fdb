import {
  REPLAY_ELSEWHERE
} from "./chunk-WU3HVZMK.js";
import {
  textOn
} from "./chunk-COC3XPBN.js";

// src/findings/linked-project.ts
var repairHistory = (status, version) => `\`supabase migration repair --linked --status ${status} ${version}\``;
var FETCH_MIGRATIONS = "`supabase migration fetch --linked`";
var PUSH_ALL = "`supabase db push --linked --include-all`";

// src/findings/rules.ts
var REGENERATE = "Run `drift-gate fix` and commit the types file; if the types are right, write the missing migration.";
var typesRule = (title, remedy = REGENERATE) => ({
  title,
  severity: "error",
  remedy,
  acceptable: true
});
var SCHEMA_REMEDY = `${REGENERATE} To leave the schema out, name the others with \`schema\`, or put it into \`ignore\`.`;
var auditRule = (title, remedy) => ({
  title,
  severity: "error",
  remedy,
  acceptable: true,
  audit: true
});
var RULES = {
  "schema-added": typesRule("Schema is in your migrations but not in your types", SCHEMA_REMEDY),
  "schema-removed": typesRule("Schema is in your types but not in your migrations", SCHEMA_REMEDY),
  "relation-added": typesRule("Table or view is in your migrations but not in your types"),
  "relation-removed": typesRule("Table or view is in your types but not in your migrations"),
  "relation-renamed": typesRule("Table or view was renamed"),
  "relation-kind-changed": typesRule("Table became a view, or a view became a table"),
  "column-added": typesRule("Column is in your migrations but not in your types"),
  "column-removed": typesRule("Column is in your types but not in your migrations"),
  "column-renamed": typesRule("Column was renamed"),
  "column-type-changed": typesRule("Column has a different type"),
  "column-optionality-changed": typesRule("Column became optional or required"),
  "enum-added": typesRule("Enum is in your migrations but not in your types"),
  "enum-removed": typesRule("Enum is in your types but not in your migrations"),
  "enum-value-added": typesRule("Enum value is in your migrations but not in your types"),
  "enum-value-removed": typesRule("Enum value is in your types but not in your migrations"),
  "composite-type-added": typesRule("Composite type is in your migrations but not in your types"),
  "composite-type-removed": typesRule("Composite type is in your types but not in your migrations"),
  "composite-type-changed": typesRule("Composite type has different attributes"),
  "function-added": typesRule("Function is in your migrations but not in your types"),
  "function-removed": typesRule("Function is in your types but not in your migrations"),
  "function-signature-changed": typesRule("Function has different arguments or a different result"),
  "relationship-added": typesRule("Relationship is in your migrations but not in your types"),
  "relationship-removed": typesRule("Relationship is in your types but not in your migrations"),
  "relationship-changed": typesRule("Relationship differs"),
  "extension-moved": typesRule("Extension is in a different schema than in your types"),
  "replay-failed": {
    title: "A migration fails on a clean database",
    severity: "error",
    remedy: "Fix the migration, or add one before it that creates what it needs; `supabase db reset` fails on it too."
  },
  "base-schema-drift": {
    title: "Migrations use an object that none of them creates",
    severity: "error",
    remedy: "Add a migration, dated before all others, that creates the object: its base schema was made outside Git."
  },
  "open-transaction": {
    title: "A migration leaves a transaction open",
    severity: "error",
    remedy: "Add the `commit` that is missing, or remove the `begin`: `supabase db reset` runs a file without one in a transaction of its own."
  },
  "embedded-cannot-replay": {
    title: "The embedded database cannot replay a migration",
    severity: "error",
    remedy: textOn("command-line", REPLAY_ELSEWHERE)
  },
  "duplicate-version": {
    title: "Two migrations have the same version",
    severity: "error",
    remedy: "Rename one of the files: `supabase db reset` refuses the second."
  },
  unmanaged: auditRule(
    "Object is live but not in your migrations",
    `Write a migration that creates it, mark it as applied with ${repairHistory("applied", "VERSION")}, and commit it; or drop it from the live database; or accept it with \`drift-gate accept --live URL\`.`
  ),
  missing: auditRule(
    "Object is in your migrations but not live",
    "Create it in the live database again, or write a migration that drops it."
  ),
  altered: auditRule(
    "Object differs between the live database and the migrations",
    `Write a migration that makes the same change and mark it as applied with ${repairHistory("applied", "VERSION")}; or undo the change in the live database.`
  ),
  "types-out-of-date": auditRule(
    "Committed types fit neither the live database nor the migrations",
    "Run `drift-gate fix` and commit the types file."
  ),
  "unknown-version": auditRule(
    "Applied migration has no file",
    `Bring the file back with ${FETCH_MIGRATIONS}; or, if its work was undone, run ${repairHistory("reverted", "VERSION")}.`
  ),
  "edited-version": auditRule(
    "Migration was edited after it was applied",
    "Restore the file as it was applied, and put the change into a new migration."
  ),
  "out-of-order-version": auditRule(
    "Pending migration is older than an applied one",
    `Rename the file with a newer version, or apply it with ${PUSH_ALL}.`
  ),
  "stale-baseline-entry": {
    title: "Stale baseline entry",
    severity: "error",
    remedy: "Run `drift-gate accept --prune` and commit the baseline: it only ever shrinks."
  },
  "expired-baseline-entry": {
    title: "Expired baseline entry",
    severity: "error",
    remedy: "Fix the drift, or accept it again with `drift-gate accept --reason TEXT --expires DATE`."
  }
};
var isRuleId = (name) => Object.hasOwn(RULES, name);
function isAcceptable(ruleId) {
  const rule = RULES[ruleId];
  return rule.acceptable === true;
}
function isOfAudit(ruleId) {
  const rule = RULES[ruleId];
  return rule.audit === true;
}

export {
  repairHistory,
  RULES,
  isRuleId,
  isAcceptable,
  isOfAudit
};
