import {
  HEAP_LIMIT,
  extensionsNamedIn,
  fileOf,
  startFailure
} from "./chunk-UDFWES7G.js";
import {
  RULES
} from "./chunk-GSVH2RJZ.js";
import {
  named
} from "./chunk-H4QNX2DM.js";
import {
  EnvironmentError,
  messageOf
} from "./chunk-HIMI4JHW.js";

// src/database/replay-watch.ts
var MINUTES_A_FILE = 10;
async function watched({ migrations }, { minutes, onProgress, end, ranOutOfMemory }, run) {
  const tell = nowAndThen(migrations.length, onProgress);
  let timer;
  let file;
  const wait = (done) => {
    clearTimeout(timer);
    file = migrations[done]?.file;
    if (file !== void 0) timer = setTimeout(end, minutes * 6e4, neverEnds(fileOf(file), minutes));
  };
  wait(0);
  try {
    return await run((done) => {
      wait(done);
      tell(done);
    });
  } catch (error) {
    if (file === void 0 || !ranOutOfMemory()) throw error;
    throw endedIn(fileOf(file), error);
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
var neverEnds = (file, minutes) => stoppedIn(file, `The embedded database ran ${named(file)} for ${minutes} minutes, and was stopped.`);
function endedIn(file, cause) {
  const memory = ", most likely for want of memory";
  const message = messageOf(cause);
  const how = message.replace(/\.$/, "").replace(memory, "");
  const why = message.includes(memory) ? memory : "";
  return new EnvironmentError({ ...stoppedIn(file, `${how} while it ran ${named(file)}${why}.`), cause });
}
var stoppedIn = (file, message) => ({
  message,
  remedy: RULES["embedded-cannot-replay"].remedy,
  blocker: { rule: "embedded-cannot-replay", location: { file, line: 1, column: 1 }, statement: "" }
});

// src/database/worker-process.ts
import { fork, spawn } from "node:child_process";
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
var WORKER = new URL(
  import.meta.url.endsWith(".ts") ? "../../dist/shadow-worker.js" : "./shadow-worker.js",
  import.meta.url
);
var ALL_WALLS = { noCodeFromText: true, onlyShippedModules: true, confined: true };
var STACK = 3900;
function startProcess({ walls, listens, heap = HEAP_LIMIT }) {
  const script = realpathSync(fileURLToPath(WORKER));
  const dist = realpathSync(fileURLToPath(new URL(".", WORKER)));
  refuseDebugger();
  const child = fork(script, {
    cwd: dist,
    env: walls.confined ? {} : process.env,
    execArgv: [
      "--no-warnings",
      `--max-old-space-size=${heap}`,
      ...process.platform === "win32" ? [] : [`--stack-size=${STACK}`],
      ...walls.noCodeFromText ? ["--disallow-code-generation-from-strings"] : [],
      ...walls.confined ? permissions(dist, listens) : []
    ],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"]
  });
  endWithThisOne(child);
  return child;
}
var OUT_OF_MEMORY = /out of memory|allocation failed|invalid (array|string) length|invalid size error/i;
var LAST_WORDS = 4096;
function endOf(child) {
  let said = "";
  child.stderr?.setEncoding("utf8").on("data", (text) => {
    said = (said + text).slice(-LAST_WORDS);
  });
  return new Promise((resolve) => {
    child.on("error", ({ message }) => resolve({ isOutOfMemory: false, words: message }));
    child.on("close", (code, signal) => {
      const isKilled = signal === "SIGKILL";
      const isOutOfMemory = isKilled || OUT_OF_MEMORY.test(said);
      resolve({ isOutOfMemory, isKilled, words: `its process ended with ${signal ?? `code ${code}`}` });
    });
  });
}
function permissions(dist, listens) {
  const known = (flag) => process.allowedNodeEnvironmentFlags.has(flag);
  return [
    known("--permission") ? "--permission" : "--experimental-permission",
    `--allow-fs-read=${dist}`,
    // Node looks there for what kind of module a file is.
    `--allow-fs-read=${fileURLToPath(new URL("../package.json", WORKER))}`,
    ...listens && known("--allow-net") ? ["--allow-net"] : []
  ];
}
function refuseDebugger() {
  if (!process.listeners("SIGUSR1").includes(ignore)) process.on("SIGUSR1", ignore);
}
var ignore = () => void 0;
function endWithThisOne(child) {
  if (process.platform === "win32" || child.pid === void 0) return;
  const script = 'trap "" HUP INT TERM; read -r line; kill -9 "$0"';
  const watcher = spawn("/bin/sh", ["-c", script, String(child.pid)], {
    env: {},
    stdio: ["pipe", "ignore", "ignore"]
  });
  watcher.on("error", ignore);
  watcher.stdin?.on("error", ignore);
  child.on("exit", () => watcher.kill("SIGKILL"));
}

// src/database/shadow.ts
var openShadow = (_project, plan, minutesAFile = MINUTES_A_FILE, options = {}) => {
  const { migrations } = plan;
  const worker = startWorker(plan, options);
  return {
    postgresVersion: async () => (await worker.ask({ method: "open" })).postgresVersion,
    replay: (asked, onProgress) => watched(
      asked,
      { minutes: minutesAFile, onProgress, ...worker },
      async (passed) => (await worker.ask({ method: "replay", plan: asked }, passed)).outcome
    ),
    objects: async () => (await worker.ask({ method: "objects" })).objects,
    builtObjects: async () => (await worker.ask({ method: "builtObjects", migrations })).built,
    builtParts: async () => (await worker.ask({ method: "builtParts", migrations })).parts,
    generateTypes: (schemas) => worker.ask({ method: "generateTypes", schemas }),
    ...structureOf(worker),
    close: worker.close
  };
};
var structureOf = (worker) => ({
  catalogue: async () => (await worker.ask({ method: "catalogue" })).catalogue,
  rehearse: async (statements) => (await worker.ask({ method: "rehearse", statements })).catalogue
});
function startWorker({ roles = "", migrations }, { walls = ALL_WALLS, listens = false, ...options } = {}) {
  const child = startProcess({ walls, listens, ...options });
  const waiting = /* @__PURE__ */ new Map();
  let lastId = 0;
  let isUp = false;
  let hasRunOut = false;
  let broken;
  const breakOff = (trouble) => {
    broken ??= trouble;
    for (const [id, settle] of waiting) settle({ id, error: broken });
  };
  const fail = (cause) => breakOff(isUp ? { message: cause.message } : wordsOf(startFailure(cause)));
  const send = (message) => {
    child.send(message, () => void 0);
  };
  child.on("message", (message) => {
    if ("death" in message) return fail(new Error(message.death));
    isUp = true;
    waiting.get(message.id)?.(message);
  });
  const ended = endOf(child).then(({ isOutOfMemory, isKilled, words }) => {
    hasRunOut = broken === void 0 && isOutOfMemory;
    if (hasRunOut) breakOff(isKilled ? KILLED : NO_MEMORY);
    else fail(new Error(words));
  });
  send({ extensions: extensionsNamedIn([roles, ...migrations.map(({ sql }) => sql)]), walls });
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
      else send({ id, request });
    }),
    end: (trouble) => {
      breakOff(trouble);
      child.kill("SIGKILL");
    },
    ranOutOfMemory: () => hasRunOut,
    close: async () => {
      child.kill("SIGKILL");
      await ended;
    }
  };
}
var NO_MEMORY = {
  message: "The embedded database ran out of memory.",
  remedy: RULES["embedded-cannot-replay"].remedy
};
var KILLED = {
  ...NO_MEMORY,
  message: "The embedded database was killed (SIGKILL), most likely for want of memory."
};
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
  endedIn,
  openShadow,
  structureOf,
  startWorker
};
