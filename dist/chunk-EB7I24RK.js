import {
  HEAP_LIMIT,
  extensionsNamedIn,
  fileOf,
  startFailure
} from "./chunk-2F5BOPVJ.js";
import {
  DEFAULT_SETTINGS,
  bodyOf,
  inFile,
  nameOf,
  offsetInFile,
  parseMigration,
  rangeVarName,
  settingsAfter,
  strings
} from "./chunk-J47V22OG.js";
import {
  splitStatements
} from "./chunk-VYQOUJSW.js";
import {
  afterComments,
  afterLiteral,
  isWordAt
} from "./chunk-PHKX5COY.js";
import {
  PLATFORM_SCHEMAS
} from "./chunk-ZUCB7KWV.js";
import {
  named
} from "./chunk-W7C5KHYQ.js";
import {
  REPLAY_ELSEWHERE
} from "./chunk-WU3HVZMK.js";
import {
  locator
} from "./chunk-V526W2HQ.js";
import {
  EnvironmentError,
  messageOf
} from "./chunk-COC3XPBN.js";

// src/migrations/static-blocks.ts
async function staticStatements(block) {
  const body = bodyOf(block.node);
  if (body?.language !== "plpgsql") return [];
  const start = offsetInFile(block, body.text);
  const found = [];
  for (const { text, offset } of staticTexts(body.text)) {
    const { statements } = await parseMigration(text);
    const place = start === void 0 || offset === void 0 ? void 0 : start + offset;
    found.push(...statements.map((statement) => inFile(statement, block, place)));
  }
  return found;
}
function staticTexts(body) {
  const found = [];
  let loops = 0;
  for (const { text, start } of splitStatements(body)) {
    let at = afterComments(text);
    for (let step = stepAt(text, at); step.behind > at; step = stepAt(text, at)) {
      loops += step.loops;
      at = step.behind;
    }
    if (loops > 0) continue;
    const verb = wordAt(text, at);
    if (DDL.has(verb)) found.push({ text: text.slice(at), offset: start + at });
    else if (verb === "execute") found.push(...constantOf(text, at + verb.length, start));
  }
  return found;
}
var DDL = /* @__PURE__ */ new Set(["create", "alter", "drop"]);
function wordAt(text, at) {
  let end = at;
  while (isWordAt(text, end)) end += 1;
  return text.slice(at, end).toLowerCase();
}
function stepAt(text, at) {
  const word = wordAt(text, at);
  const next = (behind, loops = 0) => ({
    behind: behind + afterComments(text.slice(behind)),
    loops
  });
  switch (word) {
    case "begin":
    case "else":
    case "exception":
      return next(at + word.length);
    case "loop":
      return next(at + word.length, 1);
    case "if":
    case "elsif":
    case "elseif":
    case "when":
    case "case":
      return next(behindWord(text, at + word.length, "then"));
    case "for":
    case "foreach":
    case "while":
      return next(behindWord(text, at + word.length, "loop"), 1);
    case "end": {
      const isLoop = wordAt(text, next(at + word.length).behind) === "loop";
      return { behind: text.length, loops: isLoop ? -1 : 0 };
    }
    default:
      return text.startsWith("<<", at) ? next(text.indexOf(">>", at) + 2) : { behind: at, loops: 0 };
  }
}
function behindWord(text, from, word) {
  let depth = 0;
  for (let at = from; at < text.length; ) {
    const behind = afterLiteral(text, at);
    const found = isWordAt(text, at - 1) ? "" : wordAt(text, at);
    if (behind > at) at = behind;
    else if (found !== "") {
      at += found.length;
      if (found === word && depth === 0) return at;
    } else {
      if (text.charAt(at) === "(") depth += 1;
      else if (text.charAt(at) === ")") depth -= 1;
      at += 1;
    }
  }
  return text.length;
}
function constantOf(text, from, start) {
  const at = from + afterComments(text.slice(from));
  const end = afterLiteral(text, at);
  if (end === at || afterComments(text.slice(end)) + end < text.length) return [];
  const [delimiter = ""] = /^(?:'|\$\w*\$)/.exec(text.slice(at)) ?? [];
  if (delimiter === "") return [];
  const inner = text.slice(at + delimiter.length, end - delimiter.length);
  const isDoubled = delimiter === "'" && inner.includes("''");
  return [
    {
      text: isDoubled ? inner.replaceAll("''", "'") : inner,
      offset: isDoubled ? void 0 : start + at + delimiter.length
    }
  ];
}

// src/migrations/declared.ts
async function declaredIn(migrations) {
  const reader = new DeclarationReader();
  for (const migration of migrations) await reader.read(migration);
  return reader;
}
var RELATION_KINDS = /^OBJECT_(?:TABLE|VIEW|MATVIEW|FOREIGN_TABLE)$/;
var FUNCTION_KINDS = /^OBJECT_(?:FUNCTION|PROCEDURE|ROUTINE|AGGREGATE)$/;
var TYPE_KINDS = /^OBJECT_(?:TYPE|DOMAIN)$/;
var spaceOf = (kind) => kind === "function" ? kind : /type$|^enum$|^domain$/.test(kind) ? "type" : "relation";
var keyOf = (space, ...names) => JSON.stringify([space, ...names]);
function keyOfId(id) {
  switch (id.kind) {
    case "extension":
      return keyOf("extension", id.name);
    case "column":
      return keyOf("column", id.schema, id.relation, id.name);
    case "function":
      return keyOf("function", id.schema, id.name);
    case "enum":
    case "composite-type":
    case "domain":
    case "range-type":
      return keyOf("type", id.schema, id.name);
    case "table":
    case "view":
    case "materialized-view":
    case "foreign-table":
      return keyOf("relation", id.schema, id.name);
    default:
      return "";
  }
}
var DeclarationReader = class {
  refused = [];
  earlierNames = [];
  /** By name, then by the types of the arguments, which only functions have. */
  #there = /* @__PURE__ */ new Map();
  #schemas = /* @__PURE__ */ new Set(["public", ...PLATFORM_SCHEMAS]);
  #touches = /* @__PURE__ */ new Map();
  #path = [];
  /** The place of the statement that is read. */
  #touch = () => {
    throw new Error("no statement is being read");
  };
  get objects() {
    return [...this.#there.values()].flatMap((overloads) => [...overloads.values()]);
  }
  touch(id) {
    return this.#touches.get(keyOfId(id));
  }
  created(id) {
    const [first] = this.#there.get(keyOfId(id))?.values() ?? [];
    return first?.created;
  }
  async read({ file, sql }) {
    const { statements, refused } = await parseMigration(sql);
    const locate = locator(sql);
    for (const { offset, message } of refused)
      this.refused.push({ location: { file, ...locate(offset) }, message });
    let settings = DEFAULT_SETTINGS;
    const follow = ({ node, start, end }, isGuarded) => {
      const path = settings.path ?? DEFAULT_SETTINGS.path ?? [];
      this.#path = path.filter((schema) => this.#schemas.has(schema));
      this.#touch = (action) => ({
        action,
        location: { file, ...locate(start) },
        endLine: locate(Math.max(end - 1, start)).line
      });
      this.#follow(node, isGuarded);
    };
    for (const statement of statements) {
      settings = settingsAfter(statement.node, settings);
      if ("DoStmt" in statement.node)
        for (const inner of await staticStatements(statement)) follow(inner, true);
      else follow(statement, false);
    }
  }
  /** @param isGuarded code runs it, which looks before whether the object is there */
  #follow(node, isGuarded) {
    if ("CreateStmt" in node) this.#relation("table", node.CreateStmt.relation);
    else if ("CreateForeignTableStmt" in node)
      this.#relation("foreign-table", node.CreateForeignTableStmt.base?.relation);
    else if ("ViewStmt" in node) this.#relation("view", node.ViewStmt.view);
    else if ("CreateTableAsStmt" in node) {
      const { objtype, into } = node.CreateTableAsStmt;
      this.#relation(objtype === "OBJECT_MATVIEW" ? "materialized-view" : "table", into?.rel);
    } else if ("SelectStmt" in node) this.#relation("table", node.SelectStmt.intoClause?.rel);
    else if ("CreateFunctionStmt" in node)
      this.#create(
        "function",
        nameOf(strings(node.CreateFunctionStmt.funcname)),
        parametersOf(node.CreateFunctionStmt)
      );
    else if ("CreateEnumStmt" in node) this.#create("enum", nameOf(strings(node.CreateEnumStmt.typeName)));
    else if ("CreateDomainStmt" in node)
      this.#create("domain", nameOf(strings(node.CreateDomainStmt.domainname)));
    else if ("CreateRangeStmt" in node)
      this.#create("range-type", nameOf(strings(node.CreateRangeStmt.typeName)));
    else if ("CompositeTypeStmt" in node && node.CompositeTypeStmt.typevar)
      this.#create("composite-type", rangeVarName(node.CompositeTypeStmt.typevar));
    else if ("DefineStmt" in node) this.#define(node.DefineStmt);
    else if ("CreateExtensionStmt" in node)
      this.#touches.set(keyOf("extension", node.CreateExtensionStmt.extname ?? ""), this.#touch("create"));
    else if ("CreateSchemaStmt" in node) this.#schema(node.CreateSchemaStmt);
    else if ("RenameStmt" in node) this.#rename(node.RenameStmt);
    else if ("AlterObjectSchemaStmt" in node) this.#move(node.AlterObjectSchemaStmt);
    else if ("AlterTableStmt" in node) this.#alterColumns(node.AlterTableStmt);
    else if ("DropStmt" in node && !isGuarded) this.#drop(node.DropStmt);
  }
  #relation(kind, target) {
    if (target && target.relpersistence !== "t") this.#create(kind, rangeVarName(target));
  }
  #define({ kind, defnames }) {
    if (kind === "OBJECT_AGGREGATE") this.#create("function", nameOf(strings(defnames)));
    if (kind === "OBJECT_TYPE") this.#create("composite-type", nameOf(strings(defnames)));
  }
  #schema({ schemaname, authrole, schemaElts = [] }) {
    const path = this.#path;
    const schema = schemaname ?? authrole?.rolename ?? "";
    this.#schemas.add(schema);
    this.#path = [schema];
    for (const element of schemaElts) this.#follow(element, false);
    this.#path = path;
  }
  /** One that is there stays as it is: the statement replaces it, or does nothing. */
  #create(kind, target, args = "") {
    if (!target) return;
    const { schema = this.#path[0] ?? "", name } = target;
    const key = keyOf(spaceOf(kind), schema, name);
    const overloads = this.#there.get(key) ?? /* @__PURE__ */ new Map();
    if (overloads.has(args)) return;
    const created = this.#touch("create");
    this.#there.set(key, overloads.set(args, { kind, schema, name, created }));
    this.#touches.set(key, created);
  }
  /** Where a name without a schema leads to. */
  #schemaOf(space, { schema, name }) {
    return schema ?? this.#path.find((one) => this.#there.has(keyOf(space, one, name))) ?? this.#path[0] ?? "";
  }
  /** @param args of one overload; undefined for all that have the name */
  #dropObject(space, target, args) {
    const key = keyOf(space, this.#schemaOf(space, target), target.name);
    this.#take(key, args);
    this.#touches.set(key, this.#touch("drop"));
  }
  /** What has the name, and no longer does. */
  #take(key, args) {
    const there = this.#there.get(key) ?? /* @__PURE__ */ new Map();
    const taken = args === void 0 ? [...there] : [...there].filter(([own]) => own === args);
    for (const [own] of taken) there.delete(own);
    if (there.size === 0) this.#there.delete(key);
    return new Map(taken);
  }
  #drop({ removeType = "OBJECT_TABLE", objects = [] }) {
    const space = targetSpace(removeType);
    for (const object of objects) {
      if (removeType === "OBJECT_SCHEMA")
        this.#dropSchema("String" in object ? object.String.sval ?? "" : "");
      else if (removeType === "OBJECT_EXTENSION" && "String" in object)
        this.#touches.set(keyOf("extension", object.String.sval ?? ""), this.#touch("drop"));
      const target = space && nameIn(object);
      if (target) this.#dropObject(space, target, argumentsIn(object));
    }
  }
  #dropSchema(schema) {
    for (const { kind, ...object } of this.objects)
      if (object.schema === schema) this.#dropObject(spaceOf(kind), object);
  }
  /** Nothing where the new name is taken: the statement failed. */
  #takeName(space, from, to, args) {
    const [key, newKey] = [keyOf(space, from.schema, from.name), keyOf(space, to.schema, to.name)];
    if (space !== "function" && this.#there.has(newKey)) return;
    const touch = this.#touch("rename");
    this.#touches.set(key, touch);
    this.#touches.set(newKey, touch);
    const moved = this.#take(key, args);
    const there = this.#there.get(newKey) ?? /* @__PURE__ */ new Map();
    for (const [own, object] of moved) {
      const { kind } = object;
      there.set(own, { ...object, ...to });
      this.earlierNames.push(kind === "function" ? { kind, ...from, args: [] } : { kind, ...from });
    }
    if (there.size > 0) this.#there.set(newKey, there);
  }
  #rename({
    renameType = "OBJECT_TABLE",
    relationType,
    relation,
    object,
    subname = "",
    newname = ""
  }) {
    if (renameType === "OBJECT_SCHEMA") {
      this.#schemas.add(newname);
      for (const { kind, schema: schema2, name } of this.objects)
        if (schema2 === subname) this.#takeName(spaceOf(kind), { schema: schema2, name }, { schema: newname, name });
      return;
    }
    if (renameType === "OBJECT_COLUMN" && relation) {
      const { name } = rangeVarName(relation);
      const schema2 = this.#schemaOf("relation", rangeVarName(relation));
      for (const column of [subname, newname])
        this.#touches.set(keyOf("column", schema2, name, column), this.#touch("rename"));
      return;
    }
    const space = targetSpace(renameType);
    const target = relation ? rangeVarName(relation) : object && nameIn(object);
    if (!space || !target || relationType === "OBJECT_TYPE") return;
    const schema = this.#schemaOf(space, target);
    this.#takeName(
      space,
      { schema, name: target.name },
      { schema, name: newname },
      object && argumentsIn(object)
    );
  }
  #move({
    objectType = "OBJECT_TABLE",
    relation,
    object,
    newschema = ""
  }) {
    const space = targetSpace(objectType);
    const target = relation ? rangeVarName(relation) : object && nameIn(object);
    if (!space || !target) return;
    const { name } = target;
    this.#takeName(
      space,
      { schema: this.#schemaOf(space, target), name },
      { schema: newschema, name },
      object && argumentsIn(object)
    );
  }
  #alterColumns({ relation, cmds = [] }) {
    if (!relation) return;
    const target = rangeVarName(relation);
    for (const cmd of cmds) {
      if (!("AlterTableCmd" in cmd)) continue;
      const { name, def } = cmd.AlterTableCmd;
      const column = def && "ColumnDef" in def && name === void 0 ? def.ColumnDef.colname : name;
      if (column === void 0) continue;
      const key = keyOf("column", this.#schemaOf("relation", target), target.name, column);
      this.#touches.set(key, this.#touch("alter"));
    }
  }
};
function targetSpace(objectType) {
  if (RELATION_KINDS.test(objectType)) return "relation";
  if (FUNCTION_KINDS.test(objectType)) return "function";
  return TYPE_KINDS.test(objectType) ? "type" : void 0;
}
var parametersOf = ({ parameters = [] }) => typesOf(
  parameters.flatMap((one) => {
    const { argType = void 0, mode = "FUNC_PARAM_DEFAULT" } = "FunctionParameter" in one ? one.FunctionParameter : {};
    return argType && !/OUT$|TABLE$/.test(mode.replace("INOUT", "")) ? [argType] : [];
  })
);
function argumentsIn(object) {
  if (!("ObjectWithArgs" in object) || object.ObjectWithArgs.args_unspecified) return void 0;
  const { objargs = [] } = object.ObjectWithArgs;
  return typesOf(objargs.flatMap((one) => "TypeName" in one ? [one.TypeName] : []));
}
var typesOf = (types) => types.map(({ names, arrayBounds = [] }) => `${strings(names).at(-1)}${"[]".repeat(arrayBounds.length)}`).join();
function nameIn(object) {
  if ("List" in object) return nameOf(strings(object.List.items));
  if ("ObjectWithArgs" in object) return nameOf(strings(object.ObjectWithArgs.objname));
  return "TypeName" in object ? nameOf(strings(object.TypeName.names)) : void 0;
}

// src/database/embedded/replay-watch.ts
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
  remedy: REPLAY_ELSEWHERE,
  blocker: { rule: "embedded-cannot-replay", location: { file, line: 1, column: 1 }, statement: "" }
});

// src/database/embedded/process.ts
import { fork, spawn } from "node:child_process";
import { realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
var WORKER = new URL(
  import.meta.url.endsWith(".ts") ? "../../../dist/shadow-worker.js" : "./shadow-worker.js",
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

// src/database/embedded/shadow.ts
var openShadow = (_project, plan, minutesAFile = MINUTES_A_FILE, options = {}) => {
  const worker = startWorker(plan, options);
  return {
    postgresVersion: async () => (await worker.ask({ method: "open" })).postgresVersion,
    replay: (asked, onProgress) => watched(
      asked,
      { minutes: minutesAFile, onProgress, ...worker },
      async (passed) => (await worker.ask({ method: "replay", plan: asked }, passed)).outcome
    ),
    objects: async () => (await worker.ask({ method: "objects" })).objects,
    catalogObjects: async () => (await worker.ask({ method: "catalogObjects" })).built,
    extensions: async () => (await worker.ask({ method: "extensions" })).extensions,
    generateTypes: (schemas) => worker.ask({ method: "generateTypes", schemas }),
    ...structureOf(worker),
    close: worker.close
  };
};
async function replayTraced(plan, minutes = MINUTES_A_FILE) {
  const worker = startWorker(plan);
  try {
    const { trace } = await watched(
      plan,
      { minutes, onProgress: () => void 0, ...worker },
      (passed) => worker.ask({ method: "trace", plan }, passed)
    );
    return trace;
  } catch {
    return { isWhole: false, events: [], states: [] };
  } finally {
    await worker.close();
  }
}
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
  remedy: REPLAY_ELSEWHERE
};
var KILLED = {
  ...NO_MEMORY,
  message: "The embedded database was killed (SIGKILL), most likely for want of memory."
};
var wordsOf = ({ message, words: { remedy } }) => ({ message, remedy });
var answers = (reply, method) => reply.method === method;
function databaseFailed({ message, remedy, blocker }) {
  return new EnvironmentError({
    message: remedy === void 0 ? `The embedded database stopped: ${message}.` : message,
    remedy: remedy ?? "Run again; if it stays, report it with the migrations that cause it.",
    ...blocker && { blocker }
  });
}

export {
  declaredIn,
  endedIn,
  openShadow,
  replayTraced,
  structureOf,
  startWorker
};
