import {
  extensionsNamedIn,
  fileOf,
  startFailure
} from "./chunk-DRCJF5BI.js";
import {
  RULES,
  named
} from "./chunk-A6TUPFTR.js";
import {
  EnvironmentError
} from "./chunk-HIMI4JHW.js";

// src/database/shadow.ts
import { Worker } from "node:worker_threads";

// src/database/replay-watch.ts
var MINUTES_A_FILE = 10;
async function watched({ migrations }, { minutes, onProgress, end }, run) {
  const tell = nowAndThen(migrations.length, onProgress);
  let timer;
  const wait = (done) => {
    clearTimeout(timer);
    const file = migrations[done]?.file;
    if (file !== void 0) timer = setTimeout(() => end(neverEnds(fileOf(file), minutes)), minutes * 6e4);
  };
  wait(0);
  try {
    return await run((done) => {
      wait(done);
      tell(done);
    });
  } finally {
    clearTimeout(timer);
  }
}
function nowAndThen(total, tell) {
  let last = 0;
  return (done) => {
    if (done < total && performance.now() - last < 100) return;
    last = performance.now();
    tell(done);
  };
}
var neverEnds = (file, minutes) => ({
  message: `The embedded database ran ${named(file)} for ${minutes} minutes, and was stopped.`,
  remedy: RULES["embedded-cannot-replay"].remedy,
  blocker: { rule: "embedded-cannot-replay", location: { file, line: 1, column: 1 }, statement: "" }
});

// src/database/shadow.ts
var WORKER = new URL(
  import.meta.url.endsWith(".ts") ? "../../dist/shadow-worker.js" : "./shadow-worker.js",
  import.meta.url
);
var openShadow = (_project, plan, minutesAFile = MINUTES_A_FILE) => {
  const { migrations } = plan;
  const thread = startThread(plan);
  return {
    postgresVersion: async () => (await thread.ask({ method: "open" })).postgresVersion,
    replay: (asked, onProgress) => watched(
      asked,
      { minutes: minutesAFile, onProgress, end: thread.end },
      async (passed) => (await thread.ask({ method: "replay", plan: asked }, passed)).outcome
    ),
    objects: async () => (await thread.ask({ method: "objects" })).objects,
    builtObjects: async () => (await thread.ask({ method: "builtObjects", migrations })).built,
    builtParts: async () => (await thread.ask({ method: "builtParts", migrations })).parts,
    generateTypes: (schemas) => thread.ask({ method: "generateTypes", schemas }),
    ...structureOf(thread),
    close: thread.close
  };
};
var structureOf = (thread) => ({
  catalogue: async () => (await thread.ask({ method: "catalogue" })).catalogue,
  rehearse: async (statements) => (await thread.ask({ method: "rehearse", statements })).catalogue
});
function startThread({ roles = "", migrations }) {
  const workerData = {
    extensions: extensionsNamedIn([roles, ...migrations.map(({ sql }) => sql)])
  };
  const worker = new Worker(WORKER, { workerData });
  const waiting = /* @__PURE__ */ new Map();
  let lastId = 0;
  let isUp = false;
  let broken;
  const breakOff = (trouble) => {
    broken ??= trouble;
    for (const [id, settle] of waiting) settle({ id, error: broken });
  };
  const fail = (cause) => breakOff(isUp ? { message: cause.message } : wordsOf(startFailure(cause)));
  worker.on("message", (message) => {
    isUp = true;
    waiting.get(message.id)?.(message);
  });
  worker.on("error", fail);
  worker.on("exit", (code) => fail(new Error(`its thread ended with code ${code}`)));
  return {
    ask: (request, onProgress) => new Promise((resolve, reject) => {
      const id = ++lastId;
      const settle = (message) => {
        if ("progress" in message) {
          onProgress?.(message.progress);
          return;
        }
        waiting.delete(id);
        if ("error" in message) reject(databaseFailed(message.error));
        else if (answers(message.reply, request.method)) resolve(message.reply);
      };
      waiting.set(id, settle);
      if (broken) settle({ id, error: broken });
      else worker.postMessage({ id, request });
    }),
    end: (trouble) => {
      breakOff(trouble);
      worker.terminate().catch(() => void 0);
    },
    close: async () => {
      await worker.terminate();
    }
  };
}
var wordsOf = ({ message, remedy }) => ({
  message,
  remedy
});
var answers = (reply, method) => reply.method === method;
function databaseFailed({ message, remedy, blocker }) {
  return new EnvironmentError({
    message: remedy === void 0 ? `The embedded database stopped: ${message}.` : message,
    remedy: remedy ?? "Run again; if it stays, report it with the migrations that cause it.",
    ...blocker && { blocker }
  });
}

export {
  openShadow,
  structureOf,
  startThread
};
