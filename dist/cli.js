#!/usr/bin/env node
import {
  endOnSignals
} from "./chunk-6Y7LAEY6.js";
import {
  isKnownError
} from "./chunk-RKDYPPBI.js";

// src/cli.ts
var NEEDED = [20, 19];
process.on("uncaughtException", crash);
process.exitCode = isOldNode(process.versions.node) ? refuse() : await run();
async function run() {
  const { main } = await import("./command-line-6GDZWSYS.js");
  return main(process.argv, endOnSignals);
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
  const words = isKnownError(error) ? `drift-gate: ${error.message}
  ${error.remedy}` : error instanceof Error ? error.stack ?? error.message : String(error);
  process.stderr.write(`${words}
`);
  process.exit(2);
}
