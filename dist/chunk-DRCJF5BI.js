import {
  EnvironmentError,
  messageOf
} from "./chunk-HIMI4JHW.js";

// src/migrations/migration.ts
var fileOf = (name) => name === "roles.sql" ? `supabase/${name}` : `supabase/migrations/${name}`;

// src/database/platform/extension-versions.ts
var FOLDER = "/pglite/share/postgresql/extension";
var NAME = /"[^"]+"|[a-z_][\w$-]*/i;
var VERSION = /'[^']+'|"[^"]+"|[a-z_][\w$.-]*/i;
var ASKED = new RegExp(
  `\\b(?:create\\s+extension\\s+(?:if\\s+not\\s+exists\\s+)?(?<created>${NAME.source})[^;']*?\\sversion\\s+|alter\\s+extension\\s+(?<altered>${NAME.source})\\s+update\\s+to\\s+)(?<version>${VERSION.source})`,
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
var defaultVersion = (control) => /^\s*default_version\s*=\s*'([^']+)'/m.exec(control)?.[1];
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

// src/database/start-failure.ts
var startFailure = (cause) => new EnvironmentError({
  message: `The embedded database did not start: ${messageOf(cause).replace(/\.$/, "")}.`,
  remedy: "Check that dist/ is whole (npm run build) and that 1 GiB of memory is free.",
  cause
});

export {
  fileOf,
  layVersions,
  bundlesFor,
  extensionsNamedIn,
  startFailure
};
