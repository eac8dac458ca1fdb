import {
  GENERATOR,
  generateTypes
} from "./chunk-RGBF4MPV.js";
import {
  firstLineAt,
  leftOpenBy,
  refusedFile,
  refusedStatement,
  undoneReplay,
  withoutCopyFromStdin
} from "./chunk-AKG6EBRD.js";
import {
  builtObjects,
  builtParts,
  knownObjects,
  recordedVersions,
  serverVersion
} from "./chunk-H2XG4PMC.js";
import {
  ROLES,
  SERVER_LIMIT,
  bundlesFor,
  fileOf,
  layVersions,
  limitFiles,
  startFailure
} from "./chunk-YXKBYMP6.js";
import {
  RULES
} from "./chunk-GSVH2RJZ.js";
import {
  named
} from "./chunk-H4QNX2DM.js";
import {
  visible
} from "./chunk-XFEMIPZ6.js";
import "./chunk-QDXR42BG.js";
import {
  executionSteps,
  firstWord,
  lineAndColumn,
  splitStatements
} from "./chunk-VD46WKPQ.js";
import "./chunk-PHKX5COY.js";
import "./chunk-ZUCB7KWV.js";
import {
  EnvironmentError,
  isKnownError,
  messageOf
} from "./chunk-HIMI4JHW.js";

// src/database/embedded.ts
import { readFile } from "node:fs/promises";
import { setFlagsFromString } from "node:v8";
import { PGlite } from "./vendor/electric-sql-pglite.js";
import pgTypes from "./vendor/pg-types.js";

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
  const text = (start2, end2) => ascii.decode(header.subarray(start2, end2)).replace(/\0.*$/s, "");
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

// src/database/session.ts
var DatabaseStopped = class extends Error {
  name = "DatabaseStopped";
};

// src/database/embedded.ts
var ASSETS = new URL(
  import.meta.url.endsWith(".ts") ? "../../dist/platform/" : "./platform/",
  import.meta.url
);
var NO_INITDB = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
async function openEmbedded(options) {
  try {
    return asSession(await start(options));
  } catch (error) {
    throw startFailure(error);
  }
}
async function start({ extensions, files: limit }) {
  setFlagsFromString("--liftoff-only");
  const asset = (name) => readFile(new URL(name, ASSETS));
  const [pgliteWasmModule, files, snapshot, bundles] = await Promise.all([
    asset("pglite.wasm").then((bytes) => WebAssembly.compile(bytes)),
    asset("pglite.data"),
    asset("snapshot.tar"),
    asset("extensions.json").then((json) => bundlesFor(extensions, json.toString("utf8")))
  ]);
  const pglite = await PGlite.create({
    pgliteWasmModule,
    initdbWasmModule: NO_INITDB,
    fsBundle: new Blob([files]),
    fs: filesOf(snapshot),
    startParams: startParams(PGlite.defaultStartParams),
    extensions: Object.fromEntries(
      bundles.map((file) => {
        const bundlePath = new URL(`extensions/${file}`, ASSETS);
        const name = file.replace(/\.tar\.gz$/, "");
        return [name, { name, setup: async () => ({ bundlePath }) }];
      })
    )
  });
  layVersions(extensions, pglite.Module.FS);
  limitFiles(pglite.Module.FS, limit);
  pglite.Module.FS.unlink("/dev/blob");
  return pglite;
}
var PAGES_A_MIB = 16;
var INITIAL_PAGES = 128 * PAGES_A_MIB;
async function shippedDigests() {
  const digests = JSON.parse(await readFile(new URL("modules.json", ASSETS), "utf8"));
  return Object.values(digests);
}
function filesOf(snapshot) {
  let server;
  return {
    init: async (pglite, emscriptenOpts) => {
      server = pglite;
      const maximum = SERVER_LIMIT * PAGES_A_MIB;
      const wasmMemory = new WebAssembly.Memory({ initial: Math.min(INITIAL_PAGES, maximum), maximum });
      return { emscriptenOpts: { ...emscriptenOpts, wasmMemory } };
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
  const parsers = parsersOfPg(pglite);
  return {
    pglite,
    run: (sql) => send(pglite, simpleQuery(sql), 1),
    runBatch: (statements) => send(pglite, pipeline(statements), statements.length),
    query: (sql) => pglite.query(sql, [], { parsers }),
    exec: async (sql) => {
      await pglite.exec(sql);
    },
    close: () => pglite.close()
  };
}
var LAST_READ = 4e3;
function parsersOfPg({ parsers }) {
  const types = /* @__PURE__ */ new Set([...Array(LAST_READ).keys(), ...Object.keys(parsers).map(Number)]);
  return Object.fromEntries([...types].map((type) => [type, pgTypes.getTypeParser(type)]));
}
var NO_TRANSACTION = "I";
async function send(pglite, bytes, atLeast) {
  const messages = await pglite.execProtocolStream(bytes, { throwOnError: false, syncToFs: false }).catch((cause) => {
    throw new DatabaseStopped(messageOf(cause), { cause });
  });
  const completed = messages.filter(({ name }) => name === "commandComplete" || name === "emptyQuery").length;
  const failure = messages.find((message2) => message2.name === "error");
  const ready = messages.find(({ name }) => name === "readyForQuery");
  if (ready === void 0 || failure === void 0 && completed < atLeast) {
    throw new DatabaseStopped("it gave no answer");
  }
  const isOpen = Reflect.get(ready, "status") !== NO_TRANSACTION;
  if (failure === void 0) return { completed, ...isOpen && { isOpen } };
  const field = (name) => {
    const value = Reflect.get(failure, name);
    return typeof value === "string" ? value : void 0;
  };
  return {
    completed,
    ...isOpen && { isOpen },
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
var RESET_SESSION = "reset all; set session authorization postgres; reset role";
var RECORD = "insert into supabase_migrations.schema_migrations(version, name, statements) values($1, $2, $3)";
async function replay(session, plan, onProgress) {
  const { outcome, open: open2 } = await runAll(session, plan, onProgress);
  await restoreSession(session);
  if (open2.length === 0) return outcome;
  const recorded = new Set(await recordedVersions(session).catch(() => []));
  const lost = open2.filter(({ history }) => history === void 0 || !recorded.has(history.version));
  if (lost.length === 0) return outcome;
  return undoneReplay(leftOpenBy(lost), plan, outcome.status === "failed" ? outcome : void 0);
}
async function restoreSession(session) {
  for (const statement of ["rollback", RESET_SESSION, "discard all"]) await session.run(statement);
}
async function runAll(session, { secrets = [], roles, migrations }, onProgress) {
  const open2 = [];
  for (const { name, value } of secrets)
    await must(
      session,
      `select vault.create_secret(${literal(value)}, ${literal(name)})`,
      "vault.create_secret"
    );
  if (roles !== void 0) {
    const script = { file: ROLES, sql: roles };
    const { failure, isOpen } = await runScript(session, script);
    if (failure) return { outcome: { ...failure, applied: 0 }, open: open2 };
    if (isOpen) return { outcome: { status: "replayed", applied: 0 }, open: [script] };
  }
  await must(session, CREATE_HISTORY);
  let applied = 0;
  for (const { file, version, name, sql } of migrations) {
    await must(session, RESET_SESSION);
    const script = { file, sql, history: { version, name } };
    const { failure, isOpen } = await runScript(session, script);
    if (failure) return { outcome: { ...failure, applied }, open: open2 };
    if (isOpen) open2.push(script);
    applied += 1;
    onProgress(applied);
  }
  return { outcome: { status: "replayed", applied }, open: open2 };
}
async function runScript(session, script) {
  const statements = splitStatements(script.sql);
  const steps = executionSteps(statements.map(withoutCopyFromStdin), script.sql);
  if (steps.at(-1)?.alone !== false) steps.push({ statements: [], alone: false });
  let isOpen = false;
  for (const [index, step] of steps.entries()) {
    const isLast = index === steps.length - 1;
    const record = isLast && script.history ? [recordOf(script.history, statements)] : [];
    const [only] = step.statements;
    const sent = step.alone && only ? session.run(only.text) : session.runBatch([...step.statements, ...record]);
    const { completed, error, ...state } = await sent.catch((cause) => {
      throw cause instanceof DatabaseStopped ? stoppedIn(script, step.statements, cause) : cause;
    });
    isOpen = state.isOpen === true;
    if (!error) continue;
    const failing = step.statements[completed];
    const failure = failing ? refusedStatement(script, failing, error) : refusedFile(script, statements.at(-1), error);
    return { failure };
  }
  return { isOpen };
}
function stoppedIn({ file, sql }, statements, { message: message2, cause }) {
  const [first] = statements;
  const word = first === void 0 ? 0 : first.start + firstWord(first.text);
  const location = { file: fileOf(file), ...lineAndColumn(sql, word) };
  const others = statements.length - 1;
  const which = others > 0 ? `this statement, or of one of the ${others} after it,` : "this statement";
  return new EnvironmentError({
    message: `The embedded database died of ${which} in ${named(location.file)}: ${visible(message2)}.`,
    remedy: RULES["embedded-cannot-replay"].remedy,
    cause,
    blocker: { rule: "embedded-cannot-replay", location, statement: firstLineAt(sql, word) }
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
async function must(session, sql, shown = sql) {
  const { error } = await session.run(sql);
  if (error) throw new Error(`${error.message} (${error.sqlState}) in: ${shown}`);
}
var literal = (text) => `e'${text.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;

// src/database/server.ts
var MAX_CONNECTIONS = 20;
var HOST = "127.0.0.1";
async function serveOnLoopback(pglite, avoid, listener2) {
  const { PGLiteSocketServer } = await import("./vendor/electric-sql-pglite-socket.js");
  const db = overheard(pglite, listener2);
  const listen = async () => {
    const server = new PGLiteSocketServer({ db, host: HOST, port: 0, maxConnections: MAX_CONNECTIONS });
    await server.start();
    return { port: Number(server.getServerConn().split(":").at(-1)), stop: () => server.stop() };
  };
  const first = await listen();
  if (first.port !== avoid) return first;
  const second = await listen();
  await first.stop();
  return second;
}
var overheard = (pglite, listener2) => new Proxy(pglite, {
  get(target, name) {
    if (name === "execProtocolRawStream") return streamOf(target, listener2);
    const value = Reflect.get(target, name, target);
    return typeof value === "function" ? value.bind(target) : value;
  }
});
var streamOf = (pglite, { onBreak, onRefusal }) => async (message2, options) => {
  let answer2 = [];
  const onRawData = (data) => {
    answer2 = [...answer2, data.slice()].slice(-LAST_PIECES);
    options?.onRawData(data);
  };
  try {
    await pglite.execProtocolRawStream(message2, { ...options, onRawData });
  } catch (cause) {
    onBreak(cause);
    throw cause;
  }
  const refusal2 = lastRefusal(Buffer.concat(answer2));
  if (refusal2) onRefusal(refusal2);
};
var LAST_PIECES = 4;
var ERROR_RESPONSE = /E[\s\S]{4}(S(?:ERROR|FATAL|PANIC)\0V[\s\S]*?)\0\0/g;
function lastRefusal(answer2) {
  const found = [...answer2.toString("latin1").matchAll(ERROR_RESPONSE)].at(-1)?.[1];
  if (found === void 0) return void 0;
  const fields = new Map(
    found.split("\0").map((field) => [field.charAt(0), Buffer.from(field.slice(1), "latin1").toString("utf8")])
  );
  return { sqlState: fields.get("C") ?? "", message: fields.get("M") ?? "", hint: fields.get("H") };
}

// src/database/walls.ts
import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { Socket } from "node:net";
function compileOnly(digests) {
  const shipped = new Set(digests);
  const { Module, compile, instantiate } = WebAssembly;
  const checked = (source) => {
    const bytes = copyOf(source);
    if (!isTrampoline(bytes) && !shipped.has(createHash("sha256").update(bytes).digest("hex")))
      throw new WebAssembly.CompileError("this WebAssembly is none that Drift Gate ships");
    return bytes;
  };
  const GuardedModule = new Proxy(Module, { construct: (target, [source]) => new target(checked(source)) });
  const refuseStream = () => Promise.reject(new WebAssembly.CompileError("WebAssembly is not compiled of a stream here"));
  fix(Module.prototype, { constructor: GuardedModule });
  fix(WebAssembly, {
    Module: GuardedModule,
    compile: async (source) => await compile(checked(source)),
    instantiate: async (source, imports) => await (source instanceof Module ? instantiate(source, imports) : instantiate(checked(source), imports)),
    compileStreaming: refuseStream,
    instantiateStreaming: refuseStream
  });
  fix(globalThis, { WebAssembly });
}
function copyOf(source) {
  if (source instanceof ArrayBuffer) return new Uint8Array(source.slice(0));
  if (!ArrayBuffer.isView(source)) throw new TypeError("WebAssembly is compiled of bytes");
  return new Uint8Array(new Uint8Array(source.buffer, source.byteOffset, source.byteLength));
}
function fix(target, values) {
  for (const [name, value] of Object.entries(values))
    Object.defineProperty(target, name, { value, writable: false, configurable: false });
}
var HEAD = [0, 97, 115, 109, 1, 0, 0, 0, 1];
var TAIL = [2, 7, 1, 1, 101, 1, 102, 0, 0, 7, 5, 1, 1, 102, 0, 0];
var FUNCTION_TYPE = 96;
var VALUE_TYPES = /* @__PURE__ */ new Set([127, 126, 125, 124, 111]);
var MOST_PARAMETERS = 100;
function isTrampoline(bytes) {
  const count = bytes[HEAD.length + 3] ?? 0;
  if (count > MOST_PARAMETERS) return false;
  const start2 = HEAD.length + 4;
  const parameters = [...bytes.subarray(start2, start2 + count)];
  const results = [...bytes.subarray(start2 + count + 1, bytes.length - TAIL.length)];
  if (results.length > 1 || ![...parameters, ...results].every((type2) => VALUE_TYPES.has(type2))) return false;
  const type = [1, FUNCTION_TYPE, count, ...parameters, results.length, ...results];
  const made = [...HEAD, type.length, ...type, ...TAIL];
  return made.length === bytes.length && made.every((byte, index) => byte === bytes[index]);
}
function withoutReach() {
  const nothing = () => {
    throw new Error("this process reaches no other one");
  };
  fix(Socket.prototype, { connect: nothing });
  fix(process, {
    kill: nothing,
    _kill: nothing,
    _debugProcess: nothing,
    // The loader of PGlite asks for the names of constants, by a call that the permission model refuses.
    binding: () => ({ fs: constants })
  });
}

// src/database/shadow-worker.ts
if (process.send === void 0) throw new Error("shadow-worker.ts runs as a process that shadow.ts starts");
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void 0);
process.on("disconnect", () => process.exit());
process.on("uncaughtException", (cause) => {
  process.send?.({ death: messageOf(cause) }, () => process.exit());
});
process.once("message", (input) => converse(open(input)));
var post = (message2) => void process.send?.(message2);
async function open({ extensions, walls }) {
  if (walls.onlyShippedModules) compileOnly(await shippedDigests());
  if (walls.confined) withoutReach();
  return await openEmbedded({ extensions });
}
function converse(opening) {
  let conversation = opening.catch(() => void 0);
  process.on("message", ({ id, request }) => {
    conversation = conversation.then(async () => {
      try {
        post({
          id,
          reply: await answer(await opening, request, (progress) => post({ id, progress }))
        });
      } catch (error) {
        post({
          id,
          error: {
            message: messageOf(error),
            ...isKnownError(error) && { remedy: error.remedy, blocker: error.blocker }
          }
        });
      }
    });
  });
}
async function answer(database, request, onProgress) {
  switch (request.method) {
    case "open":
      return { method: "open", postgresVersion: await serverVersion(database) };
    case "serve": {
      const { port: served } = await serveOnLoopback(database.pglite, request.avoidPort, listener);
      return { method: "serve", port: served };
    }
    case "takeOver":
      await restoreSession(database);
      return { method: "takeOver", ...refusal && { refusal } };
    case "recordedVersions":
      return { method: "recordedVersions", versions: await recordedVersions(database) };
    case "objects":
      return { method: "objects", objects: await knownObjects(database) };
    case "builtObjects":
      return { method: "builtObjects", built: await builtObjects(database, request.migrations) };
    case "builtParts":
      return { method: "builtParts", parts: await builtParts(database, request.migrations) };
    case "replay":
      return {
        method: "replay",
        outcome: await replay(database, request.plan, onProgress)
      };
    case "generateTypes":
      return {
        method: "generateTypes",
        text: await generateTypes(database, request.schemas),
        generator: GENERATOR
      };
    case "catalogue":
      return { method: "catalogue", catalogue: await (await reader(database)).readCatalogue(database) };
    case "rehearse":
      return {
        method: "rehearse",
        catalogue: await (await reader(database)).rehearse(database, request.statements)
      };
    default:
      return request;
  }
}
async function reader(database) {
  const loaded = await import("./catalogue-FSUPGRZT.js");
  await loaded.helpPlanner(database);
  return loaded;
}
var refusal;
var listener = {
  onBreak: end,
  onRefusal: (error) => {
    refusal = error;
  }
};
function end(cause) {
  setImmediate(() => {
    throw cause;
  });
}
