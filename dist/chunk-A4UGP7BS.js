import {
  SECRET_NAME
} from "./chunk-G26GU4NY.js";
import {
  isEncrypted,
  isOfTheRunner
} from "./chunk-5ZLBS6VB.js";
import {
  brokenOff,
  killAtExit
} from "./chunk-HYJR7I6B.js";
import {
  NAMED_CLI,
  option
} from "./chunk-WU3HVZMK.js";
import {
  EnvironmentError,
  UsageError,
  messageOf,
  perSurface
} from "./chunk-COC3XPBN.js";

// src/database/supabase-cli/environment.ts
var PASSED = /* @__PURE__ */ new Set([
  ...["PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LANGUAGE", "TZ", "TERM", "CI"],
  ...["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"],
  ...["SSL_CERT_FILE", "SSL_CERT_DIR", "NODE_EXTRA_CA_CERTS"],
  ...["CONTAINER_HOST", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "SSH_AUTH_SOCK"],
  // Of version managers, whose shims may stand for the CLI.
  ...["ASDF_DIR", "ASDF_DATA_DIR", "MISE_DATA_DIR", "VOLTA_HOME"],
  // Of Windows.
  ...["SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "OS", "NUMBER_OF_PROCESSORS"],
  ...[
    "PROCESSOR_ARCHITECTURE",
    "USERNAME",
    "USERPROFILE",
    "HOMEDRIVE",
    "HOMEPATH",
    "APPDATA",
    "LOCALAPPDATA"
  ],
  ...["PROGRAMDATA", "PROGRAMFILES", "PROGRAMFILES(X86)"]
]);
var FAMILIES = /^(LC|SUPABASE|DOCKER|BUN_JSC)_/;
var QUIET = {
  SUPABASE_NO_UPDATE_NOTIFIER: "1",
  SUPABASE_TELEMETRY_DISABLED: "1",
  NO_COLOR: "1"
};
var DECRYPTING = /^DOTENV_PRIVATE_KEY(_\w+)?$/;
function variablesFor({ config, variables }, environment) {
  const keys = [...config.texts, ...variables.values()].some(isEncrypted) ? Object.entries(environment).filter(([name]) => DECRYPTING.test(name)) : [];
  return new Map([...variables, ...keys.map(([name, value = ""]) => [name, value])]);
}
function cliEnvironment(ours, named) {
  const isNamed = new Set(named.filter((name) => !isOfTheRunner(name)));
  const passed = Object.entries(ours).flatMap(
    ([name, value]) => value !== void 0 && (isNamed.has(name) || isPassed(name.toUpperCase())) ? [[name, value]] : []
  );
  return { ...Object.fromEntries(passed), ...QUIET };
}
var isPassed = (name) => PASSED.has(name) || FAMILIES.test(name) && !SECRET_NAME.test(name);

// src/database/supabase-cli/process.ts
import { spawn, spawnSync } from "node:child_process";
var LAST_WORDS_MS = 1e3;
function startCli(call) {
  const isWindows = process.platform === "win32";
  const child = spawn(call.program, call.args, {
    cwd: call.temporary,
    env: environmentOf(call),
    stdio: ["ignore", "pipe", "pipe"],
    detached: !isWindows,
    windowsHide: true
  });
  const kill = () => killGroup(child, isWindows);
  return { outcome: outcomeOf(call, child, kill), kill };
}
var NONE = /* @__PURE__ */ new Map();
var environmentOf = ({ workdir, temporary, variables = NONE }) => ({
  ...cliEnvironment(process.env, [...variables.keys()]),
  SUPABASE_WORKDIR: workdir,
  TMPDIR: temporary,
  TEMP: temporary,
  TMP: temporary
});
function outcomeOf(call, child, kill) {
  const takeBack = killAtExit(kill);
  const isCleaningUp = brokenOff();
  return new Promise((resolve2, reject) => {
    let isLate = false;
    const limit = setTimeout(() => {
      isLate = true;
      kill();
    }, call.seconds * 1e3);
    const settle = (finish) => {
      clearTimeout(limit);
      takeBack();
      if (isCleaningUp || !brokenOff()) finish();
    };
    const out = collect(child.stdout);
    const err = collect(child.stderr, call.onLine);
    child.on("error", (cause) => settle(() => reject(notStarted(call, cause))));
    child.on("exit", () => {
      const streams = [child.stdout, child.stderr];
      setTimeout(() => streams.forEach((stream) => void stream?.destroy()), LAST_WORDS_MS).unref();
    });
    child.on(
      "close",
      (code, signal) => settle(() => {
        if (isLate) reject(tookTooLong(call));
        else
          resolve2({
            code: code ?? void 0,
            ...signal && { signal },
            stdout: out(),
            stderr: err()
          });
      })
    );
  });
}
function collect(stream, onLine = () => void 0) {
  const parts = [];
  let begun = "";
  const tell = (line) => {
    if (line.trim() !== "") onLine(line);
  };
  stream?.setEncoding("utf8");
  stream?.on("data", (text) => {
    parts.push(text);
    const lines = (begun + text).split(/\r\n|\n|\r/);
    begun = lines.pop() ?? "";
    lines.forEach(tell);
  });
  stream?.on("error", () => void 0);
  stream?.on("close", () => {
    tell(begun);
    begun = "";
  });
  return () => parts.join("");
}
function killGroup({ pid }, isWindows) {
  if (pid === void 0) return;
  try {
    if (isWindows) spawnSync("taskkill", ["/pid", String(pid), "/t", "/f"], { windowsHide: true });
    else process.kill(-pid, "SIGKILL");
  } catch {
  }
}
var notStarted = ({ program }, cause) => new EnvironmentError({
  message: `The Supabase CLI ${program} could not be started: ${messageOf(cause).replace(/^spawn \S+ /, "")}.`,
  remedy: perSurface`Install it again (\`npm install --save-dev supabase\`), or name another with ${NAMED_CLI}.`,
  cause
});
var tookTooLong = ({ shown, seconds }) => new EnvironmentError({
  message: `\`${shown}\` had not ended after ${seconds} ${seconds === 1 ? "second" : "seconds"}, and was stopped.`,
  remedy: perSurface`Look at what it said last, or give it more time with ${option("timeout", "SECONDS")}.`
});

// src/database/supabase-cli/find.ts
import { accessSync, constants, existsSync, realpathSync, statSync } from "node:fs";
import { delimiter, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
var OLDEST = [2, 118, 0];
var VERSION_SECONDS = 30;
async function findCli(named, directory, temporary) {
  const program = named === void 0 ? searchCli(directory) : namedCli(named);
  const asked = startCli({
    program,
    args: ["--version"],
    workdir: directory,
    temporary,
    shown: "supabase --version",
    seconds: VERSION_SECONDS
  });
  const { stdout } = await asked.outcome;
  const [version = "", ...parts] = /^(?:supabase )?(?:version )?v?(\d+)\.(\d+)\.(\d+)\b/m.exec(stdout.trim()) ?? [];
  if (version === "")
    throw new UsageError({
      message: `${program} is not the Supabase CLI: \`--version\` names no version.`,
      remedy: perSurface`Name the CLI with ${NAMED_CLI}.`
    });
  const numbers = parts.map(Number);
  if (isOlder(numbers, OLDEST))
    throw new EnvironmentError({
      message: `Supabase CLI ${numbers.join(".")} (${program}) is too old: ${OLDEST.join(".")} is the oldest that Drift Gate runs.`,
      remedy: perSurface`Update it (\`npm install --save-dev supabase\`), or use ${option("resetWith", "built-in")}, which needs none.`
    });
  return { program, version: numbers.join("."), major: numbers[0] ?? 0 };
}
function isOlder(version, than) {
  const at = than.findIndex((part, index) => part !== version[index]);
  return at !== -1 && (version[at] ?? 0) < (than[at] ?? 0);
}
function namedCli(given) {
  const path = resolve(given);
  if (!existsSync(path))
    throw new UsageError({
      message: `There is no Supabase CLI at ${given}.`,
      remedy: perSurface`Correct ${option("supabaseCli")}.`
    });
  if (!isProgram(path))
    throw new UsageError({
      message: `${given} is not a program that can be run.`,
      remedy: perSurface`Give ${option("supabaseCli")} the path of the CLI itself, for example \`node_modules/.bin/supabase\`.`
    });
  return path;
}
function searchCli(directory) {
  const found = [
    ...foldersUpToRepository(directory).flatMap(
      (folder) => NAMES.inModules.map((name) => join(folder, name))
    ),
    ...programsOnPath()
  ].find(isProgram);
  if (found !== void 0) return found;
  throw new UsageError({
    message: "The Supabase CLI was not found: neither in node_modules/.bin of the project nor on the path.",
    remedy: perSurface`Install it (\`npm install --save-dev supabase\`), or name it with ${NAMED_CLI}.`
  });
}
var POSIX = { onPath: "supabase", inModules: ["node_modules/.bin/supabase"] };
var WINDOWS = {
  onPath: "supabase.exe",
  inModules: ["x64", "arm64"].map((arch) => `node_modules/@supabase/cli-windows-${arch}/bin/supabase.exe`)
};
var NAMES = process.platform === "win32" ? WINDOWS : POSIX;
var programsOnPath = () => (process.env.PATH ?? "").split(delimiter).filter((folder) => isAbsolute(folder)).map((folder) => join(folder, NAMES.onPath));
function cliOnPath(checkout) {
  const outside = (program) => {
    const way = relative(realpathSync(checkout), realpathSync(dirname(program)));
    return way === ".." || way.startsWith(`..${sep}`) || isAbsolute(way);
  };
  return programsOnPath().find((program) => isProgram(program) && outside(program));
}
function foldersUpToRepository(directory) {
  const folders = [directory];
  for (let folder = directory; !existsSync(join(folder, ".git")); ) {
    const above = dirname(folder);
    if (above === folder) return [directory];
    folders.push(above);
    folder = above;
  }
  return folders;
}
function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

export {
  variablesFor,
  startCli,
  findCli,
  cliOnPath
};
