import {
  GENERATOR,
  generateTypes
} from "./chunk-W3B4YDWN.js";
import {
  DatabaseStopped,
  RESET_SESSION,
  pipeline,
  replay,
  simpleQuery
} from "./chunk-J7SMRNDM.js";
import {
  builtObjects,
  builtParts,
  knownObjects,
  recordedVersions,
  serverVersion
} from "./chunk-EQA45GSX.js";
import {
  bundlesFor,
  layVersions,
  startFailure
} from "./chunk-DRCJF5BI.js";
import "./chunk-JV44P4EF.js";
import "./chunk-EBP6VQ2K.js";
import "./chunk-A6TUPFTR.js";
import "./chunk-GC345QKC.js";
import "./chunk-QDXR42BG.js";
import {
  isKnownError,
  messageOf
} from "./chunk-HIMI4JHW.js";

// src/database/shadow-worker.ts
import { parentPort, workerData } from "node:worker_threads";

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
  layVersions(extensions2, pglite.Module.FS);
  return pglite;
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
async function send(pglite, bytes, atLeast) {
  const messages = await pglite.execProtocolStream(bytes, { throwOnError: false, syncToFs: false }).catch((cause) => {
    throw new DatabaseStopped(messageOf(cause), { cause });
  });
  const completed = messages.filter(({ name }) => name === "commandComplete" || name === "emptyQuery").length;
  const failure = messages.find((message) => message.name === "error");
  const isReady = messages.some(({ name }) => name === "readyForQuery");
  if (!isReady || failure === void 0 && completed < atLeast) {
    throw new DatabaseStopped("it gave no answer");
  }
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
var streamOf = (pglite, { onBreak, onRefusal }) => async (message, options) => {
  let answer2 = [];
  const onRawData = (data) => {
    answer2 = [...answer2, data.slice()].slice(-LAST_PIECES);
    options?.onRawData(data);
  };
  try {
    await pglite.execProtocolRawStream(message, { ...options, onRawData });
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
        error: {
          message: messageOf(error),
          ...isKnownError(error) && { remedy: error.remedy, blocker: error.blocker }
        }
      });
    }
  });
});
async function answer(request, onProgress) {
  const database = await opening;
  switch (request.method) {
    case "open":
      return { method: "open", postgresVersion: await serverVersion(database) };
    case "serve": {
      const { port: served } = await serveOnLoopback(database.pglite, request.avoidPort, listener);
      return { method: "serve", port: served };
    }
    case "takeOver":
      await takeOver(database);
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
      return { method: "catalogue", catalogue: await (await reader()).readCatalogue(database) };
    case "rehearse":
      return {
        method: "rehearse",
        catalogue: await (await reader()).rehearse(database, request.statements)
      };
    default:
      return request;
  }
}
async function reader() {
  const loaded = await import("./catalogue-2J2FHYTW.js");
  await loaded.helpPlanner(await opening);
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
async function takeOver(database) {
  await database.run("rollback");
  await database.run(RESET_SESSION);
}
