import {
  NAMED_DATABASE,
  withConnection
} from "./chunk-Z35UIZ47.js";
import {
  declaredIn,
  endedIn,
  startWorker,
  structureOf
} from "./chunk-EB7I24RK.js";
import {
  findCli,
  startCli,
  variablesFor
} from "./chunk-A4UGP7BS.js";
import {
  maskingOf
} from "./chunk-G26GU4NY.js";
import {
  standsFor
} from "./chunk-5ZLBS6VB.js";
import "./chunk-CQJQNQWS.js";
import {
  leftOpenBy,
  openedBy,
  refusedCopy,
  refusedFile,
  refusedStatement,
  undoneReplay
} from "./chunk-ZUV7FCNZ.js";
import {
  catalogObjects,
  installedExtensions,
  knownObjects,
  recordedVersions,
  serverVersion
} from "./chunk-CK2GHEO7.js";
import {
  ROLES,
  fileOf
} from "./chunk-2F5BOPVJ.js";
import {
  removeAtExit,
  removeOnInterrupt
} from "./chunk-HYJR7I6B.js";
import "./chunk-J47V22OG.js";
import {
  splitStatements
} from "./chunk-VYQOUJSW.js";
import "./chunk-PHKX5COY.js";
import "./chunk-ZUCB7KWV.js";
import "./chunk-XOYFCOSZ.js";
import "./chunk-W7C5KHYQ.js";
import {
  NAMED_CLI,
  option,
  visible
} from "./chunk-WU3HVZMK.js";
import "./chunk-3WGEH7NJ.js";
import "./chunk-V526W2HQ.js";
import {
  EnvironmentError,
  UsageError,
  messageOf,
  perSurface
} from "./chunk-COC3XPBN.js";

// src/database/supabase-cli/failure.ts
var APPLYING = /^Applying migration (.+?)\.\.\.$/gm;
function refusalIn(stderr) {
  const [error, afterError] = parted(stderr, /^(?:ERROR|FATAL|PANIC): /m);
  const [state, afterState, message] = parted(afterError, / \(SQLSTATE ([0-9A-Z]{5})\)\n/);
  const [number, shown, detail] = parted(afterState, /^At statement: (\d+)\n/m);
  if (!error || !state || !number) return void 0;
  return { message, sqlState: state[1] ?? "", detail, number: Number(number[1]), shown };
}
function parted(text, mark) {
  const match = mark.exec(text);
  if (match === null) return [match, "", ""];
  return [match, text.slice(match.index + match[0].length), text.slice(0, match.index)];
}
var begunMigrations = (stderr) => [...stderr.matchAll(APPLYING)].map(([, file = ""]) => file);
function refusedMigration(stderr, migrations, cli, overheard) {
  const begun = begunMigrations(stderr);
  const script = migrations.find(({ file }) => file === begun.at(-1));
  const refusal = refusalIn(stderr);
  if (script === void 0 || refusal === void 0) return void 0;
  const error = {
    sqlState: refusal.sqlState,
    message: refusal.message,
    detail: refusal.detail.trim() || void 0,
    hint: isSame(overheard, refusal) ? overheard?.hint : void 0,
    position: pointedAt(refusal.shown, cli)
  };
  const statements = splitStatements(script.sql);
  const failing = statements[refusal.number];
  const failure = failing ? refusedStatement(script, failing, error) : refusedFile(script, statements.at(-1), error);
  return { ...failure, applied: begun.length - 1 };
}
var isSame = (error, said) => error?.sqlState === said.sqlState && error?.message === said.message;
var COUNTS_CHARACTERS = 3;
function pointedAt(shown, { major }) {
  const lines = shown.split("\n");
  const caret = lines.findIndex((line) => /^ *\^$/.test(line));
  if (caret < 1) return void 0;
  const lengthOf = (line) => major >= COUNTS_CHARACTERS ? [...line].length : Buffer.byteLength(line, "utf8");
  const above = lines.slice(0, caret - 1).reduce((sum, line) => sum + lengthOf(line) + 1, 0);
  return above + (lines[caret]?.length ?? 0);
}
var NO_REASON = /^(Target:|Confirmed by|Do you want to|Resetting |Applying |Skipping |Connecting to|Using |Try rerunning|Make sure your local IP|https?:|Generated TypeScript|Stopping|Starting|Recreating|Initialising|Restarting|Docker Desktop is a prerequisite|A new version|We recommend|WARN:)|^\s*$/;
var needsDocker = ({ stderr }) => /docker daemon|docker: not found|docker.{0,500}ENOENT/i.test(stderr);
var OF_CONFIG = /config\.toml|failed to (load|parse|read) config|Invalid TOML|Invalid config for|failed to read signing keys/i;
function cliFailure(shown, { code, signal, stderr, stdout }, cli, mask) {
  const said = `${stderr}
${stdout}`.split(/\r?\n/).filter((line) => !NO_REASON.test(line));
  const reason = mask(said.find((line) => !/^\d+(:| \|)|^\s*\^/.test(line)) ?? "it gave no reason").trimEnd().replace(/[.:]$/, "");
  const called = `\`${shown}\` (CLI ${cli.version})`;
  if (needsDocker({ stderr }))
    return new EnvironmentError({
      message: `${called} needs Docker, which does not answer: ${reason}.`,
      remedy: shown === "supabase gen types" ? "Start Docker, or update the CLI: newer ones generate types without it." : perSurface`Start Docker, or leave ${option("database")} out: the embedded database needs none.`
    });
  if (OF_CONFIG.test(reason))
    return new UsageError({
      message: `${called} refuses supabase/config.toml: ${reason}.`,
      remedy: perSurface`Change it as the CLI says, or name the release that it was written for with ${NAMED_CLI}.`
    });
  if (/failed to connect|connection (refused|timed out)|ECONNREFUSED/i.test(reason))
    return new EnvironmentError({
      message: `${called} could not reach the database: ${reason}.`,
      remedy: perSurface`Check that the database runs and that ${option("database")} names it.`
    });
  const end = signal === void 0 ? `ended with ${code}` : `was ended by ${signal}`;
  return new EnvironmentError({
    message: `${called} ${end}: ${visible(reason)}.`,
    remedy: perSurface`See what it said above; ${option("resetWith", "built-in")} does without it.`
  });
}

// src/database/supabase-cli/calls.ts
function cliCalls(project, { program, workdir: { directory, temporary }, seconds, secretUrl, log }) {
  const variables = variablesFor(project, process.env);
  const values = [...variables.values(), ...project.vault.secrets.map(({ value }) => value)];
  const hide = maskingOf(secretUrl, process.env, values);
  const mask = (line) => hide(line.replaceAll(directory, project.directory));
  const running = /* @__PURE__ */ new Set();
  let isOver = false;
  let finding;
  const cli = () => {
    finding ??= findCli(program, project.directory, temporary);
    return finding;
  };
  return {
    cli,
    run: async ({ args, shown }, { onLine = () => void 0, quiet, undoes } = {}) => {
      const tell = (line) => {
        onLine(line);
        if (!quiet) log(mask(line));
      };
      const { program: found } = await cli();
      if (isOver && !undoes) throw new Error(`${shown} would begin after the end`);
      const call = startCli({
        program: found,
        args,
        workdir: directory,
        temporary,
        shown,
        seconds,
        variables,
        onLine: tell
      });
      running.add(call);
      try {
        return await call.outcome;
      } finally {
        running.delete(call);
      }
    },
    failure: async ({ shown }, outcome) => cliFailure(shown, outcome, await cli(), mask),
    hasEnded: () => isOver,
    end: () => {
      isOver = true;
      for (const call of running) call.kill();
    }
  };
}

// src/database/supabase-cli/commands.ts
var NEW_TARGETS = 3;
function targetFlags({ major }, target) {
  if (target.kind === "url") return [`${major >= NEW_TARGETS ? "--remote" : "--db-url"}=${target.url}`];
  return major >= NEW_TARGETS ? [] : ["--local"];
}
var PLAIN = ["--agent", "no"];
var resetCommand = (cli, target) => ({
  args: ["db", "reset", ...targetFlags(cli, target), "--yes", "--no-seed", ...PLAIN],
  shown: "supabase db reset"
});
var typesCommand = (cli, target, { schemas, seconds }) => ({
  args: [
    "gen",
    "types",
    "--lang=typescript",
    ...targetFlags(cli, target),
    `--query-timeout=${seconds}s`,
    ...schemas.map((name) => `--schema=${name}`),
    ...PLAIN
  ],
  shown: "supabase gen types"
});
var STATUS = { args: ["status", "-o", "env", ...PLAIN], shown: "supabase status" };
var START = { args: ["db", "start", ...PLAIN], shown: "supabase db start" };
var STOP = { args: ["stop", "--no-backup", ...PLAIN], shown: "supabase stop" };

// src/database/supabase-cli/places.ts
function embeddedPlace({ config }, plan) {
  const { migrations } = plan;
  const worker = startWorker(plan, { listens: true });
  return {
    prepare: async () => {
      const { port } = await worker.ask({ method: "serve", avoidPort: config.port });
      const { postgresVersion } = await worker.ask({ method: "open" });
      const url = `postgresql://postgres:postgres@127.0.0.1:${port}/postgres?sslmode=disable`;
      return { target: { kind: "url", url }, postgresVersion };
    },
    runRoles: async (roles) => {
      const { outcome } = await worker.ask({ method: "replay", plan: { roles, migrations: [] } });
      return outcome.status === "replayed" ? void 0 : outcome;
    },
    refused: () => refusedCopy(migrations),
    refuseLack: () => void 0,
    takeOver: async () => (await worker.ask({ method: "takeOver" })).refusal,
    objects: async () => (await worker.ask({ method: "objects" })).objects,
    catalogObjects: async () => (await worker.ask({ method: "catalogObjects" })).built,
    extensions: async () => (await worker.ask({ method: "extensions" })).extensions,
    recordedVersions: async () => (await worker.ask({ method: "recordedVersions" })).versions,
    ...structureOf(worker),
    close: worker.close
  };
}
var questionsTo = (url, words = NAMED_DATABASE) => ({
  objects: () => withConnection(url, knownObjects, words),
  catalogObjects: () => withConnection(url, (session) => catalogObjects(session), words),
  extensions: () => withConnection(url, installedExtensions, words),
  recordedVersions: () => withConnection(url, recordedVersions, words),
  catalogue: async () => {
    const { readCatalogue } = await import("./catalogue-2XS2FEKR.js");
    return await withConnection(url, readCatalogue, words);
  },
  rehearse: async (statements) => {
    const { rehearse } = await import("./catalogue-2XS2FEKR.js");
    return await withConnection(url, (session) => rehearse(session, statements), words);
  },
  postgresVersion: () => withConnection(url, serverVersion, words)
});
function urlPlace(given, { config }) {
  const url = withoutTls(given);
  const { postgresVersion, ...questions } = questionsTo(url);
  return {
    ...questions,
    prepare: async () => {
      refuseOwnStack(url, config.port);
      await withConnection(url, refuseUsers);
      return { target: { kind: "url", url }, postgresVersion: await postgresVersion() };
    },
    runRoles: (roles) => withConnection(url, (session) => runRolesOnServer(session, roles)),
    refused: () => void 0,
    refuseLack: refusePlainServer,
    takeOver: async () => void 0,
    close: async () => void 0
  };
}
var LOOPBACK = /* @__PURE__ */ new Set(["localhost", "127.0.0.1", "[::1]"]);
function withoutTls(given) {
  const url = new URL(given);
  if (LOOPBACK.has(url.hostname) && !url.searchParams.has("sslmode"))
    url.searchParams.set("sslmode", "disable");
  return url.href;
}
function refuseOwnStack(given, port) {
  const url = new URL(given);
  if (!LOOPBACK.has(url.hostname) || Number(url.port || 5432) !== port) return;
  throw new UsageError({
    message: perSurface`The URL of ${option("database")} is on port ${port}, which is db.port of supabase/config.toml: the CLI takes it for the local stack.`,
    remedy: perSurface`Let the disposable database listen on another port, or use ${option("database", "local-stack")}.`
  });
}
var OF_THE_PLATFORM = /^(?:schema|role) "(auth|storage|realtime|extensions|vault|graphql|graphql_public|anon|authenticated|service_role|authenticator|supabase_admin)" does not exist$/;
function refusePlainServer({ message }) {
  if (!OF_THE_PLATFORM.test(message)) return;
  throw new EnvironmentError({
    message: perSurface`The database of ${option("database")} is no Supabase database: ${message}.`,
    remedy: perSurface`Name one of the image supabase/postgres, or leave ${option("database")} out: the embedded one has it all.`
  });
}
async function refuseUsers(session) {
  const { rows: tables } = await session.query(
    `select to_regclass('auth.users') is not null as found`
  );
  if (!tables[0]?.found) return;
  const { rows } = await session.query("select exists (select from auth.users) as found");
  if (!rows[0]?.found) return;
  throw new UsageError({
    message: perSurface`The database of ${option("database")} has rows in auth.users, and a reset would delete them with everything else.`,
    remedy: "Name a disposable database; if this is one, empty it first (`delete from auth.users`)."
  });
}
var DUPLICATE_OBJECT = "42710";
async function runRolesOnServer(session, roles) {
  const script = { file: ROLES, sql: roles };
  for (const statement of splitStatements(roles)) {
    const { error: error2 } = await session.run(statement.text);
    if (error2 && error2.sqlState !== DUPLICATE_OBJECT)
      return { ...refusedStatement(script, statement, error2), applied: 0 };
  }
  const { error } = await session.run("savepoint behind_roles");
  return error ? void 0 : undoneReplay(leftOpenBy([script]), { migrations: [] });
}

// src/database/supabase-cli/local-stack.ts
var DATABASE_URL = /^DB_URL="?([^"\s]+)"?$/m;
var STACK = {
  name: "The database of the local stack",
  remedy: "See `supabase status` and `docker ps`, and run again."
};
function localStackPlace({ config }, calls, complete) {
  let url = `postgresql://postgres:postgres@127.0.0.1:${config.port}/postgres?sslmode=disable`;
  const questions = () => questionsTo(url, STACK);
  let stop;
  const start2 = async () => {
    if (calls.hasEnded()) throw new Error("the run ended before the local stack was started");
    const ask = async () => {
      await calls.run(STOP, { undoes: true });
    };
    const takeBack = removeOnInterrupt(ask);
    stop = async () => {
      await ask();
      takeBack();
    };
    const outcome = await calls.run(START);
    if (outcome.code !== 0) throw await calls.failure(START, outcome);
  };
  let preparing;
  return {
    prepare: () => {
      const prepared = prepare();
      preparing = prepared;
      return prepared;
    },
    // The CLI runs roles.sql itself here.
    runRoles: async () => void 0,
    refused: () => void 0,
    refuseLack: () => void 0,
    takeOver: async () => void 0,
    objects: () => questions().objects(),
    catalogObjects: () => questions().catalogObjects(),
    extensions: () => questions().extensions(),
    recordedVersions: () => questions().recordedVersions(),
    catalogue: () => questions().catalogue(),
    rehearse: (statements) => questions().rehearse(statements),
    close: async () => {
      await preparing?.catch(() => void 0);
      await stop?.();
    }
  };
  async function prepare() {
    let status = await calls.run(STATUS, { quiet: true });
    if (status.code !== 0) {
      if (needsDocker(status)) throw await calls.failure(STATUS, status);
      await start2();
      status = await calls.run(STATUS, { quiet: true });
    }
    url = DATABASE_URL.exec(status.stdout)?.[1] ?? url;
    complete();
    return { target: { kind: "local" }, postgresVersion: await questions().postgresVersion() };
  }
}

// src/database/supabase-cli/workdir.ts
import {
  copyFileSync,
  cpSync,
  existsSync as existsSync2,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync as statSync2,
  symlinkSync,
  writeFileSync
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join as join2, relative as relative2, sep as sep2 } from "node:path";

// src/database/supabase-cli/named-paths.ts
import { existsSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, parse, relative, resolve, sep } from "node:path";
function namedPaths(texts, project) {
  const all = [...texts];
  const absolute = new Map(
    all.flatMap(([written, text]) => {
      const place = isAbsolute(text) ? placeWithin(project, text) : void 0;
      return place === void 0 ? [] : [[written, place]];
    })
  );
  const bases = [project, join(project, "supabase")];
  const relatives = all.flatMap(
    ([, text]) => isAbsolute(text) ? [] : bases.map((base) => resolve(base, text))
  );
  const found = [...absolute.values(), ...relatives.filter((path) => isWithin(path, project))].map(deepest);
  return {
    // A link that leads out of the project is one for the CLI as well.
    inside: [...new Set(found)].filter((path) => isWithin(realpathSync(path), project)),
    outside: [...new Set(relatives)].filter((path) => !isWithin(path, project) && isFile(path)),
    absolute
  };
}
function placeWithin(project, path) {
  const plain = resolve(path);
  const there = deepest(plain);
  const real = join(realpathSync(there), relative(there, plain));
  return [plain, real].find((one) => isWithin(one, project));
}
function deepest(path) {
  const { root } = parse(path);
  let found = root;
  for (const name of path.slice(root.length).split(sep)) {
    const next = join(found, name);
    if (!existsSync(next)) break;
    found = next;
  }
  return found;
}
function isFile(path) {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
function isWithin(path, folder) {
  const way = relative(folder, path);
  return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

// src/database/supabase-cli/workdir.ts
var WRITTEN = [".temp", ".branches"];
var RUN_BY_RESET = ["migrations", "roles.sql", "seed.sql"];
function makeWorkdir(project, texts = /* @__PURE__ */ new Map()) {
  let top;
  const remove = () => {
    if (top !== void 0) rmSync(top, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    top = mkdtempSync(join2(tmpdir(), "drift-gate-"));
    const takeBack = removeAtExit(remove);
    const { inside, outside, absolute } = namedPaths(texts, project);
    const root = commonFolder(dirname(project), outside.map(dirname));
    const [temporary, tree] = [join2(top, "run"), join2(top, "tree")];
    const directory = join2(tree, relative2(root, project) || "project");
    const [from, to] = [join2(project, "supabase"), join2(directory, "supabase")];
    mkdirSync(temporary);
    mkdirSync(to, { recursive: true });
    linkAll(project, directory, (name) => name !== "supabase");
    linkAll(from, to, (name) => ![...WRITTEN, ...RUN_BY_RESET].includes(name));
    for (const name of WRITTEN)
      if (existsSync2(join2(from, name))) cpSync(join2(from, name), join2(to, name), { recursive: true });
    for (const path of inside) if (!isRunByReset(path, project)) copyInto(project, directory, path);
    for (const path of outside) linkInto(root, tree, path);
    for (const [text, path] of absolute) absolute.set(text, join2(directory, relative2(project, path)));
    if (absolute.size > 0) rewriteTexts(join2(to, "config.toml"), absolute);
    return {
      directory,
      temporary,
      complete: () => linkAll(from, to, (name) => RUN_BY_RESET.includes(name)),
      remove: () => {
        takeBack();
        remove();
      }
    };
  } catch (cause) {
    remove();
    throw new EnvironmentError({
      message: `No folder could be made for the Supabase CLI to run in: ${messageOf(cause)}.`,
      remedy: "Make room in the folder for temporary files, or name another in the variable TMPDIR.",
      cause
    });
  }
}
function linkAll(from, to, isWanted) {
  for (const entry of readdirSync(from, { withFileTypes: true }).filter(({ name }) => isWanted(name)))
    link(join2(from, entry.name), join2(to, entry.name), entry.isDirectory());
}
function link(source, target, isFolder) {
  if (process.platform === "win32" && !isFolder) cpSync(source, target);
  else symlinkSync(source, target, "junction");
}
var isRunByReset = (path, project) => {
  const [top, name = ""] = relative2(project, path).split(sep2);
  return top === "supabase" && RUN_BY_RESET.includes(name);
};
function commonFolder(folder, others) {
  const isAbove = others.every((other) => isWithin(other, folder));
  return isAbove || dirname(folder) === folder ? folder : commonFolder(dirname(folder), others);
}
function copyInto(project, directory, path) {
  const way = relative2(project, path);
  const found = statSync2(path);
  if (found.isDirectory()) openFolder(project, directory, way);
  if (!found.isFile()) return;
  openFolder(project, directory, dirname(way));
  const target = join2(directory, way);
  rmSync(target, { force: true });
  copyFileSync(path, target);
}
function openFolder(project, directory, way) {
  if (way === "." || way === "") return;
  openFolder(project, directory, dirname(way));
  const target = join2(directory, way);
  if (!lstatSync(target).isSymbolicLink()) return;
  rmSync(target);
  mkdirSync(target);
  linkAll(join2(project, way), target, () => true);
}
function rewriteTexts(file, others) {
  const text = readFileSync(file, "utf8").replaceAll(/"[^"\\\n]*"|'[^'\n]*'/g, (quoted) => {
    const other = others.get(quoted.slice(1, -1));
    return other === void 0 ? quoted : JSON.stringify(other);
  });
  rmSync(file);
  writeFileSync(file, text);
}
function linkInto(root, tree, path) {
  const target = join2(tree, relative2(root, path));
  mkdirSync(dirname(target), { recursive: true });
  link(path, target, false);
}

// src/database/supabase-cli/shadow.ts
var cliShadowOf = (options) => (project, plan) => {
  const { config, variables } = project;
  const texts = new Map(config.texts.map((text) => [text, standsFor(text, variables)]));
  const workdir = makeWorkdir(project.directory, texts);
  const calls = cliCalls(project, {
    program: options.program,
    workdir,
    seconds: options.seconds,
    secretUrl: options.databaseUrl,
    log: options.log
  });
  const place = placeOf(options, project, plan, calls, workdir);
  return shadowOn(place, { calls, workdir, project, options, migrations: plan.migrations });
};
function placeOf({ database, databaseUrl }, project, plan, calls, workdir) {
  if (database === "local-stack") return localStackPlace(project, calls, workdir.complete);
  workdir.complete();
  return databaseUrl === void 0 ? embeddedPlace(project, plan) : urlPlace(databaseUrl, project);
}
function shadowOn(place, { calls, workdir, project, options, migrations }) {
  const starting = start(place, calls, project, options);
  starting.catch(() => void 0);
  return {
    postgresVersion: async () => (await starting).postgresVersion,
    replay: async (plan, onProgress) => {
      const { target } = await starting;
      const failure = plan.roles === void 0 ? void 0 : await place.runRoles(plan.roles);
      return failure ?? place.refused() ?? await reset(place, calls, { target, plan, onProgress });
    },
    objects: place.objects,
    catalogObjects: async () => withFiles(await place.catalogObjects(), await declaredIn(migrations)),
    extensions: place.extensions,
    generateTypes: async (schemas) => {
      const { target } = await starting;
      return await types(place, calls, { target, schemas, seconds: options.seconds });
    },
    catalogue: place.catalogue,
    rehearse: place.rehearse,
    close: async () => {
      calls.end();
      try {
        await place.close();
      } finally {
        workdir.remove();
      }
    }
  };
}
var withFiles = (built, declared) => built.map((object) => {
  const { kind, schema, name } = object;
  const created = declared.created(
    kind === "function" ? { kind, schema, name, args: [] } : { kind, schema, name }
  );
  return created ? { ...object, createdIn: created.location.file } : object;
});
async function start(place, calls, { config }, { onVersion }) {
  if (!config.migrationsEnabled)
    throw new UsageError({
      message: "supabase/config.toml disables db.migrations, so `supabase db reset` builds nothing.",
      remedy: perSurface`Enable them, or use ${option("resetWith", "built-in")}, which replays them all the same.`
    });
  onVersion((await calls.cli()).version);
  return await place.prepare();
}
async function reset(place, calls, { target, plan, onProgress }) {
  const cli = await calls.cli();
  const command = resetCommand(cli, target);
  let begun = 0;
  const outcome = await calls.run(command, {
    onLine: (line) => {
      begun += begunMigrations(line).length;
      onProgress(Math.max(0, begun - 1));
    }
  });
  const refusal = await place.takeOver().catch((cause) => {
    const last = plan.migrations[begun - 1];
    throw last === void 0 ? cause : endedIn(fileOf(last.file), cause);
  });
  if (outcome.code !== 0) {
    const refused = refusedMigration(outcome.stderr, plan.migrations, cli, refusal);
    if (refused === void 0) throw await calls.failure(command, outcome);
    place.refuseLack(refused);
    const leftOpen2 = openedBy(await unrecorded(place, plan.migrations.slice(0, refused.applied)));
    return leftOpen2.length === 0 ? refused : undoneReplay(leftOpen2, plan, refused);
  }
  const missing = await unrecorded(place, plan.migrations);
  if (missing.length === 0) return { status: "replayed", applied: plan.migrations.length };
  if (begun < plan.migrations.length) throw shortfall(missing.length, plan);
  const leftOpen = openedBy(missing);
  if (leftOpen.length > 0) return undoneReplay(leftOpen, plan);
  if (plan.migrations.some(({ sql }) => NAMES_HISTORY.test(sql)))
    return { status: "replayed", applied: plan.migrations.length };
  throw shortfall(missing.length, plan);
}
var NAMES_HISTORY = /schema_migrations/i;
async function unrecorded(place, files) {
  if (files.length === 0) return [];
  const recorded = new Set(await place.recordedVersions().catch(() => []));
  return files.filter(({ version }) => !recorded.has(version));
}
var shortfall = (missing, { migrations }) => new EnvironmentError({
  message: `\`supabase db reset\` ended without an error, but the history holds ${migrations.length - missing} of ${migrations.length} migrations.`,
  remedy: "See what it said above."
});
async function types(place, calls, { target, schemas, seconds }) {
  const cli = await calls.cli();
  const held = new Set(
    (await place.objects()).filter(({ kind }) => kind === "schema").map(({ name }) => name)
  );
  const existing = schemas.filter((name) => held.has(name));
  const command = typesCommand(cli, target, { schemas: publicFirst(existing, schemas), seconds });
  const outcome = await calls.run(command);
  await place.takeOver();
  if (outcome.code !== 0) throw await calls.failure(command, outcome);
  refuseNonsense(outcome.stdout, existing);
  return { text: outcome.stdout, generator: `supabase ${cli.version}` };
}
function publicFirst(existing, asked) {
  const named = existing.length > 0 ? existing : asked;
  return [...named].sort((a, b) => Number(b === "public") - Number(a === "public"));
}
function refuseNonsense(text, schemas) {
  const keys = new Set(
    [
      ...text.matchAll(/(?:"([^"\n]+)"|(?<![\p{ID_Continue}$])([\p{ID_Start}_$][\p{ID_Continue}$]*)): ?\{/gu)
    ].map(([, quoted, bare]) => quoted ?? bare)
  );
  const reason = !/^export (type|interface) Database\b/m.test(text) ? "holds no `Database` type" : schemas.filter((name) => !keys.has(name)).map((name) => `lacks schema \`${name}\`, which exists`)[0];
  if (reason === void 0) return;
  throw new EnvironmentError({
    message: `\`supabase gen types\` ended without an error, but what it gave ${reason}.`,
    remedy: perSurface`See what it said above; ${option("resetWith", "built-in")} does without it.`
  });
}
export {
  cliShadowOf
};
