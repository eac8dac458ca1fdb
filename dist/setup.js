import {
  givenWith,
  isUntouched,
  needsCli,
  readInputs,
  secretsIn
} from "./chunk-OPLO3ZPW.js";
import {
  cliOnPath
} from "./chunk-EKBXHG5Z.js";
import "./chunk-7KXGRCNB.js";
import {
  LOCKFILES,
  cliVersionOf
} from "./chunk-DR5UBCCJ.js";
import "./chunk-LLRS65AR.js";
import "./chunk-5MQOC3CF.js";
import "./chunk-R33GQ55B.js";
import "./chunk-LX6ZEJ6O.js";
import "./chunk-GSVH2RJZ.js";
import "./chunk-H4QNX2DM.js";
import "./chunk-XFEMIPZ6.js";
import "./chunk-EYYZ4LIQ.js";
import "./chunk-474KXQOH.js";
import "./chunk-ZUCB7KWV.js";
import {
  isKnownError
} from "./chunk-HIMI4JHW.js";

// src/setup.ts
import { setOutput, setSecret } from "./vendor/actions-core.js";

// src/github/setup-lockfile.ts
import { readFileSync } from "node:fs";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
function lockedVersion(project, workspace2) {
  const start = resolve(workspace2, project);
  const asked = [];
  for (const folder of foldersUp(start, workspace2)) {
    asked.push(...askedIn(folder));
    for (const name of LOCKFILES) {
      const text = textOf(join(folder, name));
      if (text === void 0) continue;
      const version = cliVersionOf(name, text, { folder: slashes(relative(folder, start)), asked });
      if (version !== void 0) return { version, file: slashes(relative(workspace2, join(folder, name))) };
    }
  }
  return void 0;
}
var isWrittenFor2 = (project, workspace2) => /^[ \t]*\[[ \t]*inbucket[ \t]*\]/m.test(
  textOf(join(resolve(workspace2, project), "supabase/config.toml")) ?? ""
);
function foldersUp(start, workspace2) {
  const way = relative(workspace2, start);
  if (isAbsolute(way) || way === ".." || way.startsWith(`..${sep}`)) return [start];
  const folders = [start];
  for (let folder = start; relative(workspace2, folder) !== ""; ) {
    folder = dirname(folder);
    folders.push(folder);
  }
  return folders;
}
function askedIn(folder) {
  const text = textOf(join(folder, "package.json"));
  const found = text?.matchAll(/"supabase"\s*:\s*"([^"]+)"/g) ?? [];
  return [...found].map(([, range = ""]) => range);
}
function textOf(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return void 0;
  }
}
var slashes = (path) => path.replaceAll(sep, "/");

// src/github/setup-newest.ts
var TESTED_CLI = "3.1.0";
var LAST_2 = "2.122.1";
var LATEST = "https://github.com/supabase/cli/releases/latest";
var PATIENCE_MS = 1e4;
async function newestCli(address = LATEST) {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const { headers } = await fetch(address, { method: "HEAD", redirect: "manual", signal });
    return /\/releases\/tag\/v(3\.\d+\.\d+)$/.exec(headers.get("location") ?? "")?.[1];
  } catch {
    return void 0;
  }
}

// src/github/setup.ts
async function whatToInstall(inputs, { workspace: workspace2, present, newest = newestCli }) {
  if (!needsCli(inputs))
    return { version: "", because: "The built-in replay needs no Supabase CLI: nothing to install." };
  const { supabaseVersion, options } = inputs;
  if (supabaseVersion !== void 0)
    return {
      version: supabaseVersion,
      because: `Supabase CLI ${supabaseVersion}, as \`supabase-version\` says.`
    };
  if (present !== void 0)
    return { version: "", because: `The Supabase CLI on the path is used: ${present}.` };
  const locked = lockedVersion(options.project, workspace2);
  if (locked !== void 0)
    return { version: locked.version, because: `Supabase CLI ${locked.version}, as ${locked.file} says.` };
  if (isWrittenFor2(options.project, workspace2))
    return {
      version: LAST_2,
      because: `Supabase CLI ${LAST_2}: no lockfile of the project names one, and 3.x refuses the \`[inbucket]\` in its config.toml.`
    };
  const version = await newest();
  if (version !== void 0)
    return { version, because: `Supabase CLI ${version}, the newest: no lockfile of the project names one.` };
  return {
    version: TESTED_CLI,
    because: `Supabase CLI ${TESTED_CLI}, with which this release was tested: no lockfile of the project names one, and which 3.x is the newest can't be told.`
  };
}

// src/setup.ts
var workspace = process.env.GITHUB_WORKSPACE ?? process.cwd();
var given = process.env.DRIFT_GATE_INPUTS;
delete process.env.DRIFT_GATE_INPUTS;
delete process.env.SUPABASE_DB_URL;
try {
  for (const secret of secretsIn(given)) setSecret(secret);
  const inputs = readInputs(given);
  if (await isUntouched(givenWith(inputs, process.env))) {
    process.stdout.write("The pull request touches nothing that is compared.\n");
    setOutput("untouched", "true");
  } else {
    const { version, because } = await whatToInstall(inputs, { workspace, present: cliOnPath(workspace) });
    process.stdout.write(`${because}
`);
    setOutput("cli-version", version);
  }
} catch (error) {
  if (!isKnownError(error)) throw error;
  process.stdout.write("Nothing is installed: something is wrong, as the next step says.\n");
}
