// src/ending.ts
import { constants } from "node:os";
function endOnSignals(breakOff) {
  let isEnding = false;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, async () => {
      if (!isEnding) {
        isEnding = true;
        await breakOff();
      }
      process.exit(128 + constants.signals[signal]);
    });
}

export {
  endOnSignals
};
