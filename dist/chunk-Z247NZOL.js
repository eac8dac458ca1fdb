import {
  collectGarbage,
  extractOver,
  serializeSnapshot
} from "./chunk-K6CUPHRV.js";

// src/database/catalogue.ts
var ITS_TRANSACTION = /^(begin|commit|rollback)\b/i;
async function readCatalogue(session) {
  const undo = await beginReading(session);
  try {
    const { factBase, pgVersion, diagnostics } = await extractOver({
      query: async (sql) => ITS_TRANSACTION.test(sql) ? { rows: [] } : await session.query(withoutTemp(sql))
    });
    return {
      postgresVersion: pgVersion.split(" ")[0] ?? pgVersion,
      facts: serializeSnapshot(factBase, { pgVersion }),
      unread: diagnostics.flatMap(unreadOf)
    };
  } finally {
    collectGarbage();
    await session.run(undo);
  }
}
var withoutTemp = (sql) => sql.replace(/^SET LOCAL search_path TO 'pg_catalog'$/, "SET LOCAL search_path TO 'pg_catalog', 'pg_temp'");
async function helpPlanner(session) {
  const tables = [
    "class",
    "attribute",
    "attrdef",
    "depend",
    "constraint",
    "policy",
    "index",
    "rewrite",
    "type",
    "proc"
  ];
  await session.run(`analyze ${tables.map((name) => `pg_catalog.pg_${name}`).join(", ")}`);
}
async function rehearse(session, statements) {
  await session.run("begin");
  try {
    for (const statement of statements) {
      await session.run("savepoint drift_gate_statement");
      const { error } = await session.run(statement);
      await session.run(`${error ? "rollback to" : "release"} savepoint drift_gate_statement`);
    }
    return await readCatalogue(session);
  } finally {
    await session.run("rollback");
  }
}
function unreadOf({ code, message, context }) {
  if (code === "unmodeled_kind" && context !== void 0) {
    const samples = Array.isArray(context.samples) ? context.samples.map(String).join(", ") : "";
    return [`${context.kind}, ${context.count} of them (${samples})`];
  }
  return code === "intent-unkeyed" || code === "user-mapping-unreadable" ? [message] : [];
}
async function beginReading(session) {
  const { error } = await session.run("savepoint drift_gate_catalogue");
  if (error === void 0) return "rollback to savepoint drift_gate_catalogue";
  await session.run("begin isolation level repeatable read read only");
  return "rollback";
}

export {
  readCatalogue,
  helpPlanner,
  rehearse
};
