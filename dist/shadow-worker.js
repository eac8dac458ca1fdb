import {
  afterComments,
  executionSteps,
  firstWord,
  lineAndColumn,
  splitStatements
} from "./chunk-4M7Q2GFY.js";
import {
  bundlesFor,
  startFailure
} from "./chunk-HRTYCDAK.js";
import {
  isKnownError,
  messageOf
} from "./chunk-VUI2CUCY.js";

// src/database/shadow-worker.ts
import { parentPort, workerData } from "node:worker_threads";

// src/database/embedded.ts
import { readFile } from "node:fs/promises";
import { setFlagsFromString } from "node:v8";
import { PGlite } from "./vendor/electric-sql-pglite.js";

// src/database/platform/snapshot-files.ts
var BLOCK = 512;
var REGULAR_FILE = 33206;
function unpack(tar, folder, files) {
  const made = /* @__PURE__ */ new Set();
  const ensure = (directory) => {
    if (made.has(directory)) return;
    if (directory !== folder) ensure(directory.slice(0, directory.lastIndexOf("/")));
    files.mkdir(directory);
    made.add(directory);
  };
  ensure(folder);
  for (let at = 0; at + BLOCK <= tar.length; ) {
    const { name, size, isFolder } = readHeader(tar.subarray(at, at + BLOCK));
    if (name === "") break;
    const path = `${folder}/${name}`;
    if (isFolder) ensure(path);
    else {
      ensure(path.slice(0, path.lastIndexOf("/")));
      const contents = tar.subarray(at + BLOCK, at + BLOCK + size);
      Object.assign(files.mknod(path, REGULAR_FILE, 0), { contents, usedBytes: size });
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}
var ascii = new TextDecoder("ascii");
function readHeader(header) {
  const text = (start2, end) => ascii.decode(header.subarray(start2, end)).replace(/\0.*$/s, "");
  const name = text(0, 100);
  return {
    name: name.replace(/^\/+|\/+$/g, ""),
    size: Number.parseInt(text(124, 136), 8) || 0,
    isFolder: text(156, 157) === "5" || name.endsWith("/")
  };
}

// src/database/platform/start.ts
var SETTINGS = {
  search_path: '"$user",public,extensions',
  wal_level: "logical",
  // PostgreSQL clears its buffers at the start; 128 MB of them, the default, take a fifth of it.
  shared_buffers: "32MB",
  // The CLI sets these on the local database; migrations read them with current_setting.
  "app.settings.jwt_exp": "3600",
  "app.settings.jwt_secret": "stand-in"
};
var startParams = (defaults) => [
  ...defaults,
  ...Object.entries(SETTINGS).flatMap(([name, value]) => ["-c", `${name}=${value}`])
];

// src/database/embedded.ts
var ASSETS = new URL(
  import.meta.url.endsWith(".ts") ? "../../dist/platform/" : "./platform/",
  import.meta.url
);
var NO_INITDB = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
async function openEmbedded(options) {
  try {
    return asSession(await start(options.extensions));
  } catch (error) {
    throw startFailure(error);
  }
}
async function start(extensions2) {
  setFlagsFromString("--liftoff-only");
  const asset = (name) => readFile(new URL(name, ASSETS));
  const [pgliteWasmModule, files, snapshot, bundles] = await Promise.all([
    asset("pglite.wasm").then((bytes) => WebAssembly.compile(bytes)),
    asset("pglite.data"),
    asset("snapshot.tar"),
    asset("extensions.json").then((json) => bundlesFor(extensions2, json.toString("utf8")))
  ]);
  return PGlite.create({
    pgliteWasmModule,
    initdbWasmModule: NO_INITDB,
    fsBundle: new Blob([files]),
    fs: filesOf(snapshot),
    startParams: startParams(PGlite.defaultStartParams),
    extensions: Object.fromEntries(
      bundles.map((file) => {
        const bundlePath = new URL(`extensions/${file}`, ASSETS);
        return [file, { name: file, setup: async () => ({ bundlePath }) }];
      })
    )
  });
}
function filesOf(snapshot) {
  let server;
  return {
    init: async (pglite, emscriptenOpts) => {
      server = pglite;
      return { emscriptenOpts };
    },
    initialSyncFs: async () => {
      if (server) unpack(snapshot, PGlite.paths.PGDATA, server.Module.FS);
    },
    syncToFs: async () => void 0,
    closeFs: async () => server?.Module.FS.quit(),
    dumpTar: () => Promise.reject(new Error("the shadow database is never dumped"))
  };
}
function asSession(pglite) {
  return {
    pglite,
    run: (sql) => run(pglite, sql),
    query: (sql) => pglite.query(sql),
    exec: async (sql) => {
      await pglite.exec(sql);
    },
    close: () => pglite.close()
  };
}
async function run(pglite, sql) {
  const messages = await pglite.execProtocolStream(simpleQuery(sql), {
    throwOnError: false,
    syncToFs: false
  });
  const completed = messages.filter((message) => message.name === "commandComplete").length;
  const failure = messages.find((message) => message.name === "error");
  if (failure === void 0) return { completed };
  const field = (name) => {
    const value = Reflect.get(failure, name);
    return typeof value === "string" ? value : void 0;
  };
  return {
    completed,
    error: {
      sqlState: field("code") ?? "XX000",
      message: field("message") ?? "the server gave no message",
      detail: field("detail"),
      hint: field("hint"),
      where: field("where"),
      position: Number(field("position") ?? 0) || void 0
    }
  };
}
function simpleQuery(sql) {
  const text = new TextEncoder().encode(sql);
  const message = new Uint8Array(text.length + 6);
  message[0] = 81;
  new DataView(message.buffer).setInt32(1, text.length + 5);
  message.set(text, 5);
  return message;
}

// src/database/replay.ts
var CREATE_HISTORY = `
set local lock_timeout = '4s';
create schema if not exists supabase_migrations;
create table if not exists supabase_migrations.schema_migrations (version text not null primary key);
alter table supabase_migrations.schema_migrations add column if not exists statements text[];
alter table supabase_migrations.schema_migrations add column if not exists name text;`;
var RESET_SESSION = ["reset all", "reset session authorization", "reset role"];
async function replay(session, plan, onProgress) {
  if (plan.roles !== void 0) {
    const failure = await runScript(session, { file: "roles.sql", sql: plan.roles });
    if (failure) return { ...failure, applied: 0 };
  }
  await must(session, CREATE_HISTORY);
  let applied = 0;
  for (const { file, version, name, sql } of plan.migrations) {
    const failure = await runScript(session, { file, sql, history: { version, name } });
    if (failure) return { ...failure, applied };
    applied += 1;
    onProgress(applied);
  }
  await must(session, RESET_SESSION.join(";"));
  return { status: "replayed", applied };
}
async function runScript(session, script) {
  const statements = splitStatements(script.sql);
  const steps = executionSteps(statements, script.sql);
  if (steps[0]?.alone !== false) steps.unshift({ statements: [], alone: false });
  if (steps.at(-1)?.alone !== false) steps.push({ statements: [], alone: false });
  const record = script.history && historyRow(script.history, statements);
  for (const [index, step] of steps.entries()) {
    const failure = await runStep(session, script, {
      before: index === 0 ? RESET_SESSION : [],
      statements: step.statements,
      behind: index === steps.length - 1 && record !== void 0 ? [record] : []
    });
    if (failure) return failure;
  }
  return void 0;
}
async function runStep(session, script, { before, statements, behind }) {
  const start2 = statements[0]?.start ?? 0;
  const last = statements.at(-1);
  const body = last === void 0 ? [] : [script.sql.slice(start2, last.start + last.text.length)];
  const lead = before.map((statement) => `${statement};
`).join("");
  const { completed, error } = await session.run(`${lead}${[...body, ...behind].join("\n;\n")}`);
  if (!error) return void 0;
  const own = statements.filter(({ text }) => afterComments(text) < text.length);
  const failing = own[completed - before.length];
  if (failing === void 0) return refusedRecord(script, error);
  const pointed = error.position === void 0 ? void 0 : { start: start2, position: error.position - lead.length };
  return refusedStatement(script, failing, pointed, error);
}
function refusedStatement({ file, sql }, failing, pointed, error) {
  const word = failing.start + firstWord(failing.text);
  const offset = pointed === void 0 ? word : offsetOfCharacter(sql, pointed.start, pointed.position);
  return {
    status: "failed",
    file,
    ...lineAndColumn(sql, offset),
    statement: (sql.slice(word).split(/\r?\n/, 1)[0] ?? "").trim(),
    ...serverWords(error)
  };
}
function refusedRecord({ file }, error) {
  const hint = error.sqlState === "42501" ? "The file ends under another role, which may not record it: end it with `reset role`." : void 0;
  return {
    status: "failed",
    file,
    line: 1,
    column: 1,
    statement: "",
    ...serverWords({ ...error, hint: hint ?? error.hint })
  };
}
function serverWords({
  sqlState,
  message,
  detail,
  hint
}) {
  return { sqlState, message, ...detail && { detail }, ...hint && { hint } };
}
function offsetOfCharacter(text, start2, position) {
  let offset = start2;
  for (let character = 1; character < position && offset < text.length; character++) {
    offset += (text.codePointAt(offset) ?? 0) > 65535 ? 2 : 1;
  }
  return offset;
}
function historyRow({ version, name }, statements) {
  const texts = statements.map(({ text }) => literal(text)).join(", ");
  return `insert into supabase_migrations.schema_migrations(version, name, statements) values (${literal(version)}, ${literal(name)}, array[${texts}]::pg_catalog.text[])`;
}
function literal(text) {
  let tag = "drift";
  while (text.includes(`$${tag}$`) || text.endsWith(`$${tag}`)) tag += "_";
  return `$${tag}$${text}$${tag}$`;
}
async function must(session, sql) {
  const { error } = await session.run(sql);
  if (error) throw new Error(`${error.message} (${error.sqlState}) in: ${sql}`);
}

// src/database/typegen.ts
import { generateTypescript, introspect, sortGeneratorMetadata } from "./vendor/supabase-postgrest-typegen.js";
var GENERATOR = "@supabase/postgrest-typegen 0.2.2";
async function generateTypes(session, schemas) {
  await helpPlanner(session);
  const metadata = await introspect(
    { query: (sql) => session.query(sql) },
    { includedSchemas: [...schemas] }
  );
  return await generateTypescript(sortGeneratorMetadata(metadata), {
    detectOneToOneRelationships: true,
    defaultSchema: schemas.includes("public") ? "public" : schemas[0] ?? "public",
    format: async (text) => text
  });
}
var MANY_COLUMNS = 8e3;
async function helpPlanner(session) {
  const { rows } = await session.query(
    `select count(*) > ${MANY_COLUMNS} as many from pg_catalog.pg_attribute`
  );
  if (rows[0]?.many) await session.run("analyze pg_catalog.pg_attribute, pg_catalog.pg_class");
}

// src/database/shadow-worker.ts
var port = parentPort;
if (!port) throw new Error("shadow-worker.ts runs as a worker thread");
var { extensions } = workerData;
var opening = openEmbedded({ extensions });
var post = (message) => port.postMessage(message);
var conversation = opening.catch(() => void 0);
port.on("message", ({ id, request }) => {
  conversation = conversation.then(async () => {
    try {
      post({
        id,
        reply: await answer(request, (progress) => post({ id, progress }))
      });
    } catch (error) {
      post({
        id,
        error: { message: messageOf(error), ...isKnownError(error) && { remedy: error.remedy } }
      });
    }
  });
});
function nowAndThen(total, tell) {
  let last = 0;
  return (done) => {
    if (done < total && performance.now() - last < 100) return;
    last = performance.now();
    tell(done);
  };
}
async function answer(request, onProgress) {
  const database = await opening;
  switch (request.method) {
    case "open": {
      const { rows } = await database.query("show server_version");
      return { method: "open", postgresVersion: rows[0]?.server_version ?? "unknown" };
    }
    case "objects": {
      const { rows } = await database.query(OBJECTS);
      return { method: "objects", objects: rows };
    }
    case "replay":
      return {
        method: "replay",
        outcome: await replay(database, request.plan, nowAndThen(request.plan.migrations.length, onProgress))
      };
    case "generateTypes":
      return {
        method: "generateTypes",
        text: await generateTypes(database, request.schemas),
        generator: GENERATOR
      };
    default:
      return request;
  }
}
var OBJECTS = `
select 'relation' as kind, n.nspname as schema, c.relname as name
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
union all
select 'type', n.nspname, t.typname
  from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
union all
select 'schema', n.nspname, n.nspname from pg_catalog.pg_namespace n`;
