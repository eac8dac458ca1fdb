// src/ending.ts
import { constants } from "node:os";
var breakOffs = /* @__PURE__ */ new Set();
function endOnSignals(breakOff) {
  if (breakOff) breakOffs.add(breakOff);
  for (const signal of SIGNALS) if (!process.listeners(signal).includes(end)) process.on(signal, end);
}
var SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];
var isEnding = false;
async function end(signal) {
  if (!isEnding) {
    isEnding = true;
    await Promise.allSettled([...breakOffs].map((breakOff) => breakOff()));
  }
  process.once("exit", () => {
    for (const each of SIGNALS) process.off(each, end);
  });
  process.exit(128 + constants.signals[signal]);
}

export {
  endOnSignals
};
