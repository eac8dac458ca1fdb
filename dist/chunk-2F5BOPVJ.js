import {
  EnvironmentError,
  messageOf
} from "./chunk-COC3XPBN.js";

// src/migrations/migration.ts
var ROLES = "roles.sql";
var fileOf = (name) => name === ROLES ? `supabase/${name}` : `supabase/migrations/${name}`;

// src/database/platform/extension-versions.ts
var FOLDER = "/pglite/share/postgresql/extension";
var NAME = /"[^"]+"|[a-z_][\w$-]*/i;
var VERSION = /'[^']+'|"[^"]+"|[a-z_][\w$.-]*/i;
var ASKED = new RegExp(
  `\\b(?:create\\s+extension\\s+(?:if\\s+not\\s+exists\\s+)?(?<created>${NAME.source})[^;']{0,500}?\\sversion\\s+|alter\\s+extension\\s+(?<altered>${NAME.source})\\s+update\\s+to\\s+)(?<version>${VERSION.source})`,
  "gi"
);
function versionsAskedIn(texts) {
  const asked = [...texts].flatMap(
    (text) => [...text.matchAll(ASKED)].map(
      ({ groups }) => `${unquoted(groups?.created ?? groups?.altered ?? "")}=${unquoted(groups?.version ?? "")}`
    )
  );
  return [...new Set(asked)];
}
function layVersions(asked, files) {
  const present = new Set(files.readdir(FOLDER));
  for (const [name, version] of asked.map((one) => one.split("="))) {
    if (name === void 0 || version === void 0 || !isFileName(version)) continue;
    const known = [...present].some(
      (file) => file.startsWith(`${name}--`) && file.endsWith(`--${version}.sql`)
    );
    if (known || !present.has(`${name}.control`)) continue;
    const have = defaultVersion(files.readFile(`${FOLDER}/${name}.control`, { encoding: "utf8" }));
    if (have === void 0) continue;
    for (const [from, to] of [
      [have, version],
      [version, have]
    ])
      files.writeFile(`${FOLDER}/${name}--${from}--${to}.sql`, "");
  }
}
var isFileName = (version) => /^[\w.]+(-[\w.]+)*$/.test(version);
var defaultVersion = (control) => /^[ \t]*default_version[ \t]*=[ \t]*'([^']+)'/m.exec(control)?.[1];
var unquoted = (name) => /^["']/.test(name) ? name.slice(1, -1) : name.toLowerCase();

// src/database/platform/bundles.ts
var AT_HOME = "@home";
function bundlesFor(extensions, indexJson) {
  const { bundles, requires } = JSON.parse(indexJson);
  const files = /* @__PURE__ */ new Set();
  const queue = [...extensions];
  for (const wanted of queue) {
    const name = Object.hasOwn(bundles, wanted) ? wanted : wanted.replace(AT_HOME, "");
    const file = Object.hasOwn(bundles, name) ? bundles[name] : void 0;
    if (file === void 0 || files.has(file)) continue;
    files.add(file);
    queue.push(...Object.hasOwn(requires, name) ? requires[name] ?? [] : []);
  }
  return [...files];
}
var NAME2 = /"[^"]+"|'[^']+'|[a-z_][\w$-]*/i;
var CREATE_EXTENSION = new RegExp(
  `create\\s+extension\\s+(?:if\\s+not\\s+exists\\s+)?(?<name>${NAME2.source})(?<place>\\s+(?:with\\s+)?schema\\s)?`,
  "gi"
);
var ALTER_EXTENSION = new RegExp(`alter\\s+extension\\s+(?<name>${NAME2.source})`, "gi");
var CALLS_OF_PREINSTALLED = [
  ["uuid-ossp", /\buuid_(generate|ns|nil)/i],
  [
    "pgcrypto",
    /\b(crypt|gen_salt|digest|hmac|gen_random_bytes|encrypt(_iv)?|decrypt(_iv)?|armor|dearmor|pgp_\w+)"?\s*\(/i
  ]
];
function extensionsNamedIn(texts) {
  const all = [...texts];
  const namesPlace = /* @__PURE__ */ new Map();
  for (const text of all) {
    for (const { groups } of text.matchAll(CREATE_EXTENSION)) {
      const name = unquoted2(groups?.name ?? "");
      namesPlace.set(name, groups?.place !== void 0 || namesPlace.get(name) === true);
    }
    const altered = [...text.matchAll(ALTER_EXTENSION)].map(({ groups }) => unquoted2(groups?.name ?? ""));
    const called = CALLS_OF_PREINSTALLED.filter(([, call]) => call.test(text)).map(
      ([extension]) => extension
    );
    for (const name of [...altered, ...called]) if (!namesPlace.has(name)) namesPlace.set(name, true);
  }
  const names = [...namesPlace].map(([name, place]) => place ? name : name + AT_HOME);
  return [...names, ...versionsAskedIn(all)];
}
var unquoted2 = (name) => /^["']/.test(name) ? name.slice(1, -1) : name.toLowerCase();

// src/database/embedded/memory-limits.ts
import { totalmem } from "node:os";
var MIB = 2 ** 20;
var MACHINE = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);
var part = (share, most) => Math.min(most, Math.floor(MACHINE * share / MIB));
var HEAP_LIMIT = part(1 / 4, 4096);
var SERVER_LIMIT = Math.max(128, part(1 / 5, 2048));
var FILES_LIMIT = part(1 / 10, 1024);
var ANSWER_LIMIT = part(1 / 10, 1024);
var DISK_FULL = 51;
function limitFiles(files, limit = FILES_LIMIT) {
  const { file } = files.filesystems.MEMFS.ops_table ?? {};
  if (file === void 0) throw new Error("PGlite no longer keeps its files in MEMFS");
  let held = sizeOfAll(files);
  const grow = (node, wanted, act) => {
    const before = sizeOf(node);
    const isTooMuch = () => held + wanted - before > limit * MIB;
    if (wanted > before && isTooMuch()) held = sizeOfAll(files);
    if (wanted > before && isTooMuch()) throw new files.ErrnoError(DISK_FULL);
    const result = act();
    held += sizeOf(node) - before;
    return result;
  };
  const { setattr } = file.node;
  const { write, allocate } = file.stream;
  file.node.setattr = (node, attributes) => grow(node, attributes.size ?? 0, () => setattr(node, attributes));
  file.stream.allocate = (stream, offset, length) => grow(stream.node, offset + length, () => allocate(stream, offset, length));
  file.stream.write = (stream, buffer, offset, length, position, own) => grow(stream.node, position + length, () => write(stream, buffer, offset, length, position, own));
}
var sizeOf = ({ contents }) => contents instanceof Uint8Array ? contents.length : 0;
function sizeOfAll({ root, streams }) {
  const seen = /* @__PURE__ */ new Set();
  const visit = (node) => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.contents && !(node.contents instanceof Uint8Array)) Object.values(node.contents).forEach(visit);
  };
  visit(root);
  for (const stream of streams) if (stream) visit(stream.node);
  return [...seen].reduce((sum, node) => sum + sizeOf(node), 0);
}
var Sent = class {
  #bytes = 0;
  #limit;
  constructor(mib = ANSWER_LIMIT) {
    this.#limit = mib;
  }
  /** What was sent is kept no longer. */
  forget() {
    this.#bytes = 0;
  }
  /** Counts what the server will send, before PGlite does anything about it. From the limit on nothing goes out. */
  countOf(server) {
    const { addFunction, _pgl_set_rw_cbs: setCallbacks } = server;
    const callbacks = /* @__PURE__ */ new Map();
    server.addFunction = (callback, signature) => {
      const address = addFunction(callback, signature);
      callbacks.set(address, callback);
      return address;
    };
    server._pgl_set_rw_cbs = (read, write) => {
      const send = callbacks.get(write);
      if (send === void 0) throw new Error("PGlite no longer hears of the server by a function");
      const counted = (address, length) => {
        this.#bytes += length;
        this.check();
        return send(address, length);
      };
      setCallbacks(read, addFunction(counted, "iii"));
    };
  }
  /** Throws when more was sent than may be. PGlite catches what is thrown while a statement runs, so this is asked again. */
  check() {
    if (this.#bytes > this.#limit * MIB) throw new Error(`it sent more than ${this.#limit} MiB`);
  }
};

// src/database/embedded/start-failure.ts
var startFailure = (cause) => new EnvironmentError({
  message: `The embedded database did not start: ${messageOf(cause).replace(/\.$/, "")}.`,
  remedy: "Check that dist/ is whole (npm run build) and that 1 GiB of memory is free.",
  cause
});

export {
  ROLES,
  fileOf,
  layVersions,
  bundlesFor,
  extensionsNamedIn,
  HEAP_LIMIT,
  SERVER_LIMIT,
  limitFiles,
  Sent,
  startFailure
};
