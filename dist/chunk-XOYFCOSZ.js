// src/findings/kinds.ts
var SECTIONS = ["Tables", "Views", "Functions", "Enums", "CompositeTypes"];
var KINDS = {
  table: { in: "schema", section: "Tables", catalogue: "pg_class", relkinds: ["r", "p"] },
  view: { in: "schema", section: "Views", catalogue: "pg_class", relkinds: ["v"] },
  "materialized-view": { in: "schema", section: "Views", catalogue: "pg_class", relkinds: ["m"] },
  "foreign-table": { in: "schema", section: "Tables", catalogue: "pg_class", relkinds: ["f"] },
  sequence: { in: "schema", catalogue: "pg_class" },
  index: { in: "schema", catalogue: "pg_class" },
  "composite-type": { in: "schema", section: "CompositeTypes", catalogue: "pg_type" },
  enum: { in: "schema", section: "Enums", catalogue: "pg_type" },
  domain: { in: "schema", catalogue: "pg_type" },
  "range-type": { in: "schema", catalogue: "pg_type" },
  function: { in: "schema", section: "Functions", catalogue: "pg_proc" },
  collation: { in: "schema" },
  column: { in: "relation", catalogue: "pg_attribute" },
  constraint: { in: "relation", catalogue: "pg_constraint" },
  relationship: { in: "relation", catalogue: "pg_constraint" },
  policy: { in: "relation", catalogue: "pg_policy" },
  trigger: { in: "relation", catalogue: "pg_trigger" },
  rule: { in: "relation", catalogue: "pg_rewrite" },
  "enum-value": { in: "enum", catalogue: "pg_enum" },
  schema: { in: "database", catalogue: "pg_namespace" },
  extension: { in: "database", catalogue: "pg_extension" },
  publication: { in: "database", catalogue: "pg_publication" },
  subscription: { in: "database" },
  role: { in: "database" },
  "event-trigger": { in: "database" },
  "foreign-data-wrapper": { in: "database", catalogue: "pg_foreign_data_wrapper" },
  "foreign-server": { in: "database", catalogue: "pg_foreign_server" },
  "default-privileges": { in: "database", catalogue: "pg_default_acl" },
  "cron-job": { in: "database" },
  migration: { in: "database" },
  file: { in: "database" }
};
var ROWS = Object.entries(KINDS).map(([kind, row]) => ({ kind, ...row }));
var RELATIONS = new Set(
  ROWS.filter(({ section }) => section === "Tables" || section === "Views").map(({ kind }) => kind)
);
var isRelation = (object) => RELATIONS.has(object.kind);
var RELKINDS = new Map(
  ROWS.filter(isRelation).flatMap(
    ({ kind, relkinds = [] }) => relkinds.map((letter) => [letter, kind])
  )
);
var relationOfRelkind = (letter) => RELKINDS.get(letter);
var RELATION_RELKINDS = [...RELKINDS.keys()].map((letter) => `'${letter}'`).join(", ");
var kindInWords = (kind) => kind.replaceAll("-", " ");

export {
  SECTIONS,
  KINDS,
  isRelation,
  relationOfRelkind,
  RELATION_RELKINDS,
  kindInWords
};
