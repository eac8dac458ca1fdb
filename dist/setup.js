import {
  isUntouched,
  needsCli,
  readContext
} from "./chunk-WA3V7CAK.js";
import {
  cliOnPath
} from "./chunk-A4UGP7BS.js";
import "./chunk-G26GU4NY.js";
import {
  isWrittenFor2,
  lockedCli
} from "./chunk-LB2DLRCM.js";
import "./chunk-5ZLBS6VB.js";
import "./chunk-CQJQNQWS.js";
import "./chunk-ECPXYDPS.js";
import "./chunk-HYJR7I6B.js";
import "./chunk-ZUCB7KWV.js";
import "./chunk-NRYCARYR.js";
import "./chunk-W7C5KHYQ.js";
import "./chunk-WU3HVZMK.js";
import "./chunk-3WGEH7NJ.js";
import {
  isKnownError
} from "./chunk-COC3XPBN.js";

// src/github/prepare.ts
import { setOutput, setSecret } from "./vendor/actions-core.js";

// src/github/which-cli.ts
import { resolve } from "node:path";
async function whichCli(inputs, workspace, present, newest = newestCli) {
  const install = (version2, why) => ({
    version: version2,
    because: `Supabase CLI ${version2}${why}.`
  });
  if (!needsCli(inputs))
    return { version: "", because: "The built-in replay needs no Supabase CLI, so none is installed." };
  const { supabaseVersion, options } = inputs;
  if (supabaseVersion !== void 0) return install(supabaseVersion, ", as `supabase-version` says");
  if (present !== void 0)
    return { version: "", because: `Using the Supabase CLI on the path: ${present}.` };
  const root = resolve(workspace);
  const project = resolve(root, options.project);
  const locked = lockedCli(project, root);
  if (locked !== void 0) return install(locked.version, `, as ${locked.file} says`);
  const unlocked = "the project has no lockfile that names one";
  if (isWrittenFor2(project))
    return install(LAST_2, `: ${unlocked}, and 3.x rejects the \`[inbucket]\` in its config.toml`);
  const version = await newest();
  if (version !== void 0) return install(version, `, the newest release: ${unlocked}`);
  return install(
    TESTED_CLI,
    `, which this release was tested with: ${unlocked}, and GitHub did not say which 3.x release is the newest`
  );
}
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

// src/github/prepare.ts
async function prepare(environment) {
  try {
    const context = await readContext(environment, setSecret);
    if ("problem" in context) throw context.problem;
    const { inputs, workspace } = context;
    if (await isUntouched(context)) {
      process.stdout.write("The pull request touches nothing that is compared.\n");
      setOutput("untouched", "true");
    } else {
      const { version, because } = await whichCli(inputs, workspace, cliOnPath(workspace));
      process.stdout.write(`${because}
`);
      setOutput("cli-version", version);
    }
  } catch (error) {
    if (!isKnownError(error)) throw error;
    process.stdout.write("Nothing is installed because of a problem, which the next step reports.\n");
  }
}

// src/setup.ts
await prepare(process.env);
