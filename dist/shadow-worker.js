import {
  executionSteps,
  firstWord,
  lineAndColumn,
  splitStatements
} from "./chunk-WM5PPDCJ.js";
import {
  bundlesFor,
  startFailure
} from "./chunk-MH5CAUYB.js";
import {
  EnvironmentError,
  isKnownError,
  messageOf
} from "./chunk-DUT2HOCF.js";

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

// src/database/protocol.ts
var TEXT = 25;
var TEXT_ARRAY = 1009;
var utf8 = new TextEncoder();
var int32 = (value) => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setInt32(0, value);
  return bytes;
};
var int16 = (value) => int32(value).subarray(2);
var cString = (text) => utf8.encode(`${text}\0`);
function joined(parts) {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
function message(letter, ...body) {
  const content = joined(body);
  return joined([utf8.encode(letter), int32(content.length + 4), content]);
}
var simpleQuery = (sql) => message("Q", cString(sql));
var pipeline = (statements) => joined([...statements.flatMap(parseBindExecute), message("S")]);
function parseBindExecute({ text, parameters = [] }) {
  const types = parameters.map(({ type }) => int32(type));
  const values = parameters.flatMap(({ value }) => {
    const bytes = utf8.encode(value);
    return [int32(bytes.length), bytes];
  });
  const unnamed = cString("");
  return [
    message("P", unnamed, cString(text), int16(types.length), ...types),
    message("B", unnamed, unnamed, int16(0), int16(parameters.length), ...values, int16(0)),
    message("E", unnamed, int32(0))
  ];
}
var arrayValue = (texts) => `{${texts.map((text) => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`).join(",")}}`;

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
    run: (sql) => send(pglite, simpleQuery(sql)),
    runBatch: (statements) => send(pglite, pipeline(statements)),
    query: (sql) => pglite.query(sql),
    exec: async (sql) => {
      await pglite.exec(sql);
    },
    close: () => pglite.close()
  };
}
async function send(pglite, bytes) {
  const messages = await pglite.execProtocolStream(bytes, { throwOnError: false, syncToFs: false });
  const completed = messages.filter(({ name }) => name === "commandComplete" || name === "emptyQuery").length;
  const failure = messages.find((message2) => message2.name === "error");
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

// src/database/replay.ts
var CREATE_HISTORY = `
set local lock_timeout = '4s';
create schema if not exists supabase_migrations;
create table if not exists supabase_migrations.schema_migrations (version text not null primary key);
alter table supabase_migrations.schema_migrations add column if not exists statements text[];
alter table supabase_migrations.schema_migrations add column if not exists name text;`;
var RESET_SESSION = "reset all; reset session authorization; reset role";
var RECORD = "insert into supabase_migrations.schema_migrations(version, name, statements) values($1, $2, $3)";
async function replay(session, plan, onProgress) {
  if (plan.roles !== void 0) {
    const failure = await runScript(session, { file: "roles.sql", sql: plan.roles });
    if (failure) return { ...failure, applied: 0 };
  }
  await must(session, CREATE_HISTORY);
  let applied = 0;
  for (const { file, version, name, sql } of plan.migrations) {
    await must(session, RESET_SESSION);
    const failure = await runScript(session, { file, sql, history: { version, name } });
    if (failure) return { ...failure, applied };
    applied += 1;
    onProgress(applied);
  }
  await must(session, RESET_SESSION);
  return { status: "replayed", applied };
}
async function runScript(session, script) {
  const statements = splitStatements(script.sql);
  refuseCopyFromStdin(script, statements);
  const steps = executionSteps(statements, script.sql);
  if (steps.at(-1)?.alone !== false) steps.push({ statements: [], alone: false });
  for (const [index, step] of steps.entries()) {
    const isLast = index === steps.length - 1;
    const record = isLast && script.history ? [recordOf(script.history, statements)] : [];
    const [only] = step.statements;
    const { completed, error } = step.alone && only ? await session.run(only.text) : await session.runBatch([...step.statements, ...record]);
    if (!error) continue;
    const failing = step.statements[completed];
    return failing ? refusedStatement(script, failing, error) : refusedFile(script, statements.at(-1), error);
  }
  return void 0;
}
var COPY_FROM_STDIN = /^copy\s[^;]*\sfrom\s+stdin\b/i;
function refuseCopyFromStdin({ file, sql }, statements) {
  const copy = statements.find(({ text }) => COPY_FROM_STDIN.test(text.slice(firstWord(text))));
  if (copy === void 0) return;
  const { line } = lineAndColumn(sql, copy.start + firstWord(copy.text));
  throw new EnvironmentError({
    message: `${file} cannot be replayed: COPY \u2026 FROM STDIN on line ${line} takes its rows from psql.`,
    remedy: "Write the rows as INSERT statements, or move them to supabase/seed.sql."
  });
}
var recordOf = ({ version, name }, statements) => ({
  text: RECORD,
  parameters: [
    { type: TEXT, value: version },
    { type: TEXT, value: name },
    { type: TEXT_ARRAY, value: arrayValue(statements.map(({ text }) => text)) }
  ]
});
function refusedStatement({ file, sql }, failing, error) {
  const word = failing.start + firstWord(failing.text);
  const offset = error.position === void 0 ? word : offsetOfCharacter(sql, failing.start, error.position);
  return {
    status: "failed",
    file,
    ...lineAndColumn(sql, offset),
    statement: (sql.slice(word).split(/\r?\n/, 1)[0] ?? "").trim(),
    ...serverWords(error)
  };
}
function refusedFile({ file, sql }, last, error) {
  const roleHint = error.sqlState === "42501" ? "The file ends under another role, which may not record it: end it with `reset role`." : "The database refuses the end of the file, where its transaction is committed and recorded.";
  const offset = last === void 0 ? 0 : last.start + firstWord(last.text);
  const words = serverWords({ ...error, hint: roleHint });
  return { status: "failed", file, ...lineAndColumn(sql, offset), statement: "", ...words };
}
function serverWords({
  sqlState,
  message: message2,
  detail,
  hint
}) {
  return { sqlState, message: message2, ...detail && { detail }, ...hint && { hint } };
}
function offsetOfCharacter(text, start2, position) {
  let offset = start2;
  for (let character = 1; character < position && offset < text.length; character++) {
    offset += (text.codePointAt(offset) ?? 0) > 65535 ? 2 : 1;
  }
  return offset;
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
var post = (message2) => port.postMessage(message2);
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
