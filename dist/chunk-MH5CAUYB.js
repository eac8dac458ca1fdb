import {
  EnvironmentError,
  messageOf
} from "./chunk-DUT2HOCF.js";

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
var NAME = /"[^"]+"|'[^']+'|[a-z_][\w$-]*/i;
var CREATE_EXTENSION = new RegExp(
  `create\\s+extension\\s+(?:if\\s+not\\s+exists\\s+)?(?<name>${NAME.source})(?<place>\\s+(?:with\\s+)?schema\\s)?`,
  "gi"
);
var ALTER_EXTENSION = new RegExp(`alter\\s+extension\\s+(?<name>${NAME.source})`, "gi");
var CALLS_OF_PREINSTALLED = [
  ["uuid-ossp", /\buuid_(generate|ns|nil)/i],
  [
    "pgcrypto",
    /\b(crypt|gen_salt|digest|hmac|gen_random_bytes|encrypt(_iv)?|decrypt(_iv)?|armor|dearmor|pgp_\w+)"?\s*\(/i
  ]
];
function extensionsNamedIn(texts) {
  const namesPlace = /* @__PURE__ */ new Map();
  for (const text of texts) {
    for (const { groups } of text.matchAll(CREATE_EXTENSION)) {
      const name = unquoted(groups?.name ?? "");
      namesPlace.set(name, groups?.place !== void 0 || namesPlace.get(name) === true);
    }
    const altered = [...text.matchAll(ALTER_EXTENSION)].map(({ groups }) => unquoted(groups?.name ?? ""));
    const called = CALLS_OF_PREINSTALLED.filter(([, call]) => call.test(text)).map(
      ([extension]) => extension
    );
    for (const name of [...altered, ...called]) if (!namesPlace.has(name)) namesPlace.set(name, true);
  }
  return [...namesPlace].map(([name, place]) => place ? name : name + AT_HOME);
}
var unquoted = (name) => /^["']/.test(name) ? name.slice(1, -1) : name.toLowerCase();

// src/database/start-failure.ts
var startFailure = (cause) => new EnvironmentError({
  message: `The embedded database did not start: ${messageOf(cause).replace(/\.$/, "")}.`,
  remedy: "Check that dist/ is whole (npm run build) and that 1 GiB of memory is free.",
  cause
});

export {
  bundlesFor,
  extensionsNamedIn,
  startFailure
};
