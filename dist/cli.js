#!/usr/bin/env node
import {
  endOnSignals
} from "./chunk-6Y7LAEY6.js";
import {
  PROGRAM,
  asStarted,
  shellWord
} from "./chunk-ECPXYDPS.js";
import {
  isKnownError
} from "./chunk-COC3XPBN.js";

// src/cli.ts
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

// src/started.ts
import path from "node:path";
var PACKAGE = "supabase-drift-gate";
var RUNNERS = {
  npm: { installed: "npx", fetched: "npx" },
  pnpm: { installed: "pnpm exec", fetched: "pnpm dlx" },
  yarn: { installed: "yarn", fetched: "yarn dlx" },
  bun: { installed: "bunx", fetched: "bunx" }
};
var FETCHED = /[\\/](_npx|dlx|dlx-[^\\/]+|bunx-[^\\/]+)[\\/]/;
function programOf({ file, called, cwd, agent = "" }) {
  const at = file.split(path.sep).indexOf("node_modules");
  if (at === -1 || !file.includes(`${path.sep}${PACKAGE}${path.sep}`)) return `node ${fileWord(called, cwd)}`;
  const runner = RUNNERS[agent.split("/")[0] ?? ""] ?? RUNNERS.npm;
  if (FETCHED.test(file)) return `${runner?.fetched} ${PACKAGE}`;
  const project = file.split(path.sep).slice(0, at).join(path.sep);
  const isOfProject = !path.relative(project, cwd).startsWith("..");
  return isOfProject ? `${runner?.installed} ${PACKAGE}` : nameOf(called);
}
var nameOf = (called) => {
  const name = path.basename(called).replace(/\.(js|cmd|ps1)$/, "");
  return name === PROGRAM ? PROGRAM : PACKAGE;
};
function fileWord(file, cwd) {
  const relative = path.relative(cwd, file);
  const shown = relative.length < file.length ? relative : file;
  if (path.sep === "/") return shellWord(shown);
  return /\s/.test(shown) ? `"${shown}"` : shown;
}

// src/cli.ts
var NEEDED = [20, 19];
process.on("uncaughtException", crash);
process.exitCode = isOldNode(process.versions.node) ? refuse() : await run();
async function run() {
  const { main } = await import("./command-line-KVMBIZBY.js");
  const { stdout, stderr } = process;
  return main(process.argv, { stdout, stderr, guard: endOnSignals, program: started() });
}
function started() {
  return programOf({
    file: realpathSync(fileURLToPath(import.meta.url)),
    called: process.argv[1] ?? "",
    cwd: process.cwd(),
    agent: process.env.npm_config_user_agent
  });
}
function isOldNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [neededMajor = 0, neededMinor = 0] = NEEDED;
  return major < neededMajor || major === neededMajor && minor < neededMinor;
}
function refuse() {
  process.stderr.write(
    `drift-gate: Node ${process.versions.node} is too old.
  Use Node ${NEEDED.join(".")} or later.
`
  );
  return 2;
}
function crash(error) {
  const words = isKnownError(error) ? asStarted(`drift-gate: ${error.message}
  ${error.remedy}`, started()) : error instanceof Error ? error.stack ?? error.message : String(error);
  process.stderr.write(`${words}
`);
  process.exit(2);
}
