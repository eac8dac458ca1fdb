import {
  LOCKFILES,
  PATH,
  SOURCE_FILE,
  VERSION,
  discoverProject,
  exact,
  parseOptions,
  pathsOf,
  projectFolder,
  repositoryPath,
  summaryOf
} from "./chunk-W7AS5QGC.js";
import {
  isDatabaseUrl,
  isSecret,
  passwordsOf,
  spellings
} from "./chunk-LX6ZEJ6O.js";
import {
  EnvironmentError,
  UsageError,
  messageOf
} from "./chunk-HIMI4JHW.js";

// src/github/inputs.ts
import * as v from "./vendor/valibot.js";

// src/github/input-refusals.ts
var REMEDIES = {
  mode: "Give `mode: check` or `mode: audit`, or leave it out for `check`.",
  "live-url": (
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's
    "Give the connection string of the session pooler, percent-encoded, as a secret: `live-url: ${{ secrets.SUPABASE_DB_URL }}`."
  ),
  "allow-writable-role": "Write `allow-writable-role: true`, or leave it out.",
  inventory: "Give the path of a Markdown file, `inventory: docs/database/inventory.md`.",
  issue: "Give `issue: on-drift` or `issue: never`.",
  "supabase-version": "Give a version of the Supabase CLI, `supabase-version: 3.1.0`, or leave it out: the lockfile of the project is asked.",
  comment: "Give `comment: on-drift`, `always` or `never`.",
  "comment-key": "Give a short name, that of the matrix entry say, or leave it out.",
  annotations: "Write `annotations: true` or `annotations: false`.",
  "skip-unchanged": "Write `skip-unchanged: true` or `skip-unchanged: false`.",
  "report-json": "Give the path of a file that nothing else is in, `report-json: drift.json`.",
  "report-markdown": "Give the path of a file that nothing else is in, `report-markdown: drift.md`.",
  "report-sarif": "Give the path of a file that nothing else is in, `report-sarif: drift.sarif`.",
  "report-html": "Give the path of a file that nothing else is in, `report-html: drift.html`."
};
var refused = (name, reason) => new UsageError({
  message: `Input \`${name}\` ${reason}.`,
  remedy: REMEDIES[name] ?? `Correct \`${name}\` in the workflow.`
});
var ofOtherMode = (name, mode, other) => new UsageError({
  message: `Input \`${name}\` is for \`mode: ${other}\` alone, and the mode is \`${mode}\`.`,
  remedy: `Leave \`${name}\` out, or give \`mode: ${other}\`.`
});
var withoutLiveUrl = () => new UsageError({
  message: "Input `live-url` is empty, so there is no live database to audit; no variable is taken for it.",
  remedy: `${REMEDIES["live-url"]} A job sees the secrets of an environment only when it names that, \`environment: production\`, and runs that forks and Dependabot start see none.`
});

// src/github/inputs.ts
var FLAG = v.pipe(
  v.picklist(["true", "false"], "is neither `true` nor `false`"),
  v.transform((text) => text === "true")
);
var LINES = v.pipe(
  v.string(),
  v.transform((text) => listOf(text, /\r?\n/))
);
var NAMES = v.pipe(
  v.string(),
  v.transform((text) => listOf(text, /\r?\n|,/))
);
var REPORT = v.pipe(
  PATH,
  v.check((path) => !SOURCE_FILE.test(path), "would overwrite a source file")
);
var VERSION2 = v.pipe(
  v.string(),
  v.transform((text) => text.replace(/^v(?=\d)/, "")),
  v.check((text) => text === "latest" || exact(text) === text, "is neither a version nor `latest`")
);
var TEXT = v.string();
var INPUTS = v.object({
  mode: v.optional(v.picklist(["check", "audit"], "is neither `check` nor `audit`"), "check"),
  "project-directory": v.optional(TEXT, "."),
  types: v.optional(LINES, ""),
  schemas: v.optional(NAMES, ""),
  database: v.optional(TEXT, "embedded"),
  "reset-with": v.optional(TEXT, "supabase-cli"),
  "confirm-with": v.optional(TEXT, "none"),
  "fail-on": v.optional(TEXT, "drift"),
  "supabase-version": v.optional(VERSION2),
  timeout: v.optional(TEXT),
  baseline: v.optional(TEXT),
  comment: v.optional(
    v.picklist(["on-drift", "always", "never"], "is neither `on-drift`, `always` nor `never`"),
    "on-drift"
  ),
  "comment-key": v.optional(
    v.pipe(
      TEXT,
      v.regex(/^[\p{L}\p{N} ./:@_-]{1,100}$/u, "is no short name of letters, digits and `. _ - / : @`")
    )
  ),
  "live-url": v.optional(TEXT),
  "live-ca": v.optional(TEXT),
  "live-timeout": v.optional(TEXT),
  "allow-writable-role": v.optional(FLAG, "false"),
  environment: v.optional(TEXT),
  inventory: v.optional(REPORT),
  issue: v.optional(v.picklist(["on-drift", "never"], "is neither `on-drift` nor `never`"), "on-drift"),
  annotations: v.optional(FLAG, "true"),
  "skip-unchanged": v.optional(FLAG, "true"),
  "report-json": v.optional(REPORT),
  "report-markdown": v.optional(REPORT),
  "report-sarif": v.optional(REPORT),
  "report-html": v.optional(REPORT),
  "github-token": v.optional(TEXT, "")
});
var INPUT_NAMES = Object.keys(INPUTS.entries);
var ONLY = {
  check: ["confirm-with", "fail-on", "comment", "comment-key", "skip-unchanged"],
  audit: ["live-url", "live-ca", "live-timeout", "allow-writable-role", "environment", "inventory", "issue"]
};
function readInputs(json) {
  const { success, output, issues } = v.safeParse(INPUTS, givenOf(json));
  if (!success) {
    const name = v.getDotPath(issues[0]) ?? "";
    throw refused(name, issues[0].message);
  }
  refuseOtherMode(output);
  const { timeout, "confirm-with": confirmWith, "supabase-version": supabaseVersion } = output;
  return {
    mode: output.mode,
    commentPolicy: output.comment,
    issuePolicy: output.issue,
    commentKey: output["comment-key"] ?? "",
    annotations: output.annotations,
    skipUnchanged: output["skip-unchanged"],
    token: output["github-token"],
    ...supabaseVersion !== void 0 && { supabaseVersion },
    options: {
      project: output["project-directory"],
      types: output.types,
      schema: output.schemas,
      database: output.database,
      resetWith: output["reset-with"],
      failOn: output["fail-on"],
      ...timeout !== void 0 && { timeout },
      ...confirmWith !== "none" && { confirmWith },
      ...output.baseline !== void 0 && { baseline: output.baseline },
      ...liveOptionsOf(output)
    },
    reports: reportsOf(output)
  };
}
function refuseOtherMode(given) {
  const [mode, other] = given.mode === "audit" ? ["audit", "check"] : ["check", "audit"];
  const byDefault = v.parse(INPUTS, {});
  const name = ONLY[other].find((one) => given[one] !== byDefault[one]);
  if (name !== void 0) throw ofOtherMode(name, mode, other);
}
var liveOptionsOf = ({
  "live-url": live,
  "live-ca": liveCa,
  "live-timeout": liveTimeout,
  "allow-writable-role": allowWritableRole,
  environment,
  inventory
}) => ({
  ...live !== void 0 && { live },
  ...liveCa !== void 0 && { liveCa },
  ...liveTimeout !== void 0 && { liveTimeout },
  ...allowWritableRole && { allowWritableRole },
  ...environment !== void 0 && { environment },
  ...inventory !== void 0 && { inventory }
});
function optionsOf(given) {
  try {
    return parseOptions(given);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const message = inputWords(error.message).replace(/^`/, "Input `");
    const remedy = message.startsWith("Input `live-url`") ? REMEDIES["live-url"] : inputWords(error.remedy);
    throw new UsageError({ message, remedy: remedy ?? "", cause: error });
  }
}
var needsCli = ({ options: { resetWith, database, confirmWith } }) => resetWith !== "built-in" || database !== "embedded" || confirmWith !== void 0;
var INPUT_OF = {
  project: "project-directory",
  schema: "schemas",
  live: "live-url",
  "supabase-cli": "supabase-version"
};
var inputWords = (text) => text.replace(/`--([a-z-]+)(?: ([^`]+))?`/g, (whole, flag, value) => {
  const name = INPUT_OF[flag] ?? flag;
  if (!Object.hasOwn(INPUTS.entries, name)) return whole;
  const given = name === "supabase-version" && value === "PATH" ? "VERSION" : value;
  return given === void 0 ? `\`${name}\`` : `\`${name}: ${given}\``;
});
function givenOf(json) {
  try {
    const given = v.parse(v.record(v.string(), v.string()), JSON.parse(json ?? ""));
    const pairs = Object.entries(given).map(([name, value]) => [name.toLowerCase(), value.trim()]);
    return Object.fromEntries(pairs.filter(([, value]) => value !== ""));
  } catch {
    throw new UsageError({
      message: "The inputs of the Action were not handed over: DRIFT_GATE_INPUTS is no JSON object of texts.",
      remedy: "Use the Action by its `action.yml`; where there is no GitHub Actions, use the command line."
    });
  }
}
function reportsOf(given) {
  const {
    "report-json": json,
    "report-markdown": markdown,
    "report-sarif": sarif,
    "report-html": html
  } = given;
  const names = ["inventory", "report-json", "report-markdown", "report-sarif", "report-html"];
  const files = /* @__PURE__ */ new Set();
  for (const name of names) {
    const file = given[name];
    if (file !== void 0 && files.has(file)) throw refused(name, "names the file of another report");
    if (file !== void 0) files.add(file);
  }
  return {
    ...json && { json },
    ...markdown && { markdown },
    ...sarif && { sarif },
    ...html && { html }
  };
}
var listOf = (text, separator) => text.split(separator).map((one) => one.trim()).filter((one) => one !== "");

// src/github/secrets.ts
var SHORTEST_NAME = 8;
function secretsIn(json) {
  const { "github-token": token = "", database = "", "live-url": live = "" } = givenOf(json);
  const isUrl = isDatabaseUrl(database) || /:\/\/|@/.test(database);
  const secrets = [token, ...isUrl ? partsOf(database) : [], ...partsOf(live)];
  return [...new Set(secrets)].filter((text) => text !== "");
}
var partsOf = (address) => [
  ...[address, ...passwordsOf(address), ...passwordWords(address)].filter(isSecret),
  ...namesOf(address)
];
var passwordWords = (address) => [...address.matchAll(/(?:^|\s)password\s*=\s*(?:'([^']*)'|(\S+))/gi)].map(
  ([, quoted, plain]) => quoted ?? plain ?? ""
);
function namesOf(url2) {
  const [, user = "", host = ""] = /^[^:]+:\/\/(?:([^:@/]*)(?::.*)?@)?\[?([^:/?#\]]*)/s.exec(url2) ?? [];
  return [
    // A pooler's user is `postgres.` and the project's reference.
    ...spellings([user]).filter((text) => text.length >= SHORTEST_NAME && /[^a-z_]/i.test(text)),
    .../[a-z]/i.test(host) && host.includes(".") && host.length >= SHORTEST_NAME ? [host] : []
  ];
}

// src/place.ts
import { existsSync as existsSync2 } from "node:fs";
import { readFile } from "node:fs/promises";
import { join as join2 } from "node:path";

// src/commands/untouched.ts
var READ = ["migrations", "config.toml", "roles.sql", ".env", ".env.local"].map(
  (name) => `supabase/${name}`
);
var WORKFLOWS = ".github/workflows";
function touches({ typesFiles, baseline }, changed, prefix) {
  const read = [
    WORKFLOWS,
    ...[...READ, ...pathsOf(typesFiles), baseline.path].map((path) => repositoryPath(prefix, path))
  ];
  return changed.some((path) => read.some((one) => isWithin(path, one) || isWithin(one, path)));
}
var isWithin = (path, folder) => `${spelled(path)}/`.startsWith(`${spelled(folder)}/`);
var spelled = (path) => path.normalize("NFC").toLowerCase();
var mayHideTypes = (path, isThere) => /(^|\/)\.gitignore$/.test(path) || /\.[mc]?ts$/.test(path) && (/types[^/]*$/i.test(path) || !isThere(path));
function untouchedReport(project, { schema, database, resetWith }) {
  const reason = "the pull request touches neither migrations, nor config.toml, nor the committed types";
  const message = `Not compared: ${reason}. Set \`skip-unchanged: false\` to compare all the same.`;
  return {
    schemaVersion: 1,
    command: "check",
    status: "in-sync",
    findings: [],
    notices: [...project.notices, { code: "nothing-touched", message }],
    notRun: [
      { part: "replay", reason },
      { part: "types", reason }
    ],
    project: summaryOf(project, schema),
    engine: { database, resetWith },
    timings: {}
  };
}

// src/files/links.ts
import { existsSync, realpathSync } from "node:fs";
import { join, resolve } from "node:path";
var isReachedByLink = (folder) => existsSync(folder) && realpathSync(folder) !== resolve(realpathSync("."), folder);
function hasLinks({ directory, migrations, typesFiles, baseline }) {
  const real = realpathSync(directory);
  const names = [
    "supabase/config.toml",
    "supabase/roles.sql",
    "supabase/migrations",
    ...migrations.map(({ file }) => `supabase/migrations/${file}`),
    ...pathsOf(typesFiles),
    baseline.path
  ];
  return names.map((name) => join(real, name)).some((path) => existsSync(path) && realpathSync(path) !== path);
}

// src/github/api.ts
import * as v2 from "./vendor/valibot.js";

// src/github/failure.ts
var ApiError = class extends Error {
  name = "ApiError";
  failure;
  constructor(failure) {
    super(`GitHub API: ${failure.kind}`);
    this.failure = failure;
  }
};
var UNSAID_WAIT_MS = 6e4;
var field = (value, key) => typeof value === "object" && value !== null ? Reflect.get(value, key) : void 0;
function failureOf(error, now, hide) {
  if (error instanceof ApiError) return error.failure;
  const name = field(error, "name");
  if (name === "GraphqlResponseError") return ofGraphql(error, now, hide);
  if (name !== "HttpError" && name !== "AbortError") return void 0;
  const response = field(error, "response");
  const status = field(response, "status");
  if (typeof status !== "number") return { kind: "no-answer", code: codeOf(error) };
  const said = oneLine(hide(saidBy(field(response, "data"))));
  return ofStatus(status, said, waitAsked(field(response, "headers"), said, status, now));
}
function ofStatus(status, said, waitMs) {
  if (waitMs !== void 0) return { kind: "rate-limited", waitMs };
  if (status >= 500) return { kind: "server-error", status };
  if (status === 401) return { kind: "unauthorized" };
  if (status === 403) return { kind: /\blocked\b/i.test(said) ? "locked" : "forbidden", said };
  if (status === 404) return { kind: "not-found" };
  if (status === 410) return { kind: "gone", said };
  if (status === 413 || status === 422 && /too long/i.test(said)) return { kind: "too-long", status, said };
  return { kind: "refused", status, said };
}
function ofGraphql(error, now, hide) {
  const said = oneLine(hide(messageOf(error)));
  const isLimit = /rate limit/i.test(said) || JSON.stringify(field(error, "errors"))?.includes("RATE_LIMITED");
  const waitMs = isLimit ? waitAsked(field(error, "headers"), said, 429, now) : void 0;
  return waitMs === void 0 ? { kind: "forbidden", said } : { kind: "rate-limited", waitMs };
}
function waitAsked(headers, said, status, now) {
  if (status !== 403 && status !== 429) return void 0;
  const after = field(headers, "retry-after");
  const isSpent = field(headers, "x-ratelimit-remaining") === "0";
  const isLimit = status === 429 || after !== void 0 || isSpent || /rate limit/i.test(said);
  if (!isLimit) return void 0;
  if (typeof after === "string" && /^\d+$/.test(after)) return Number(after) * 1e3;
  const reset = Number(field(headers, "x-ratelimit-reset"));
  return isSpent && reset > 0 ? Math.max(0, reset * 1e3 - now) : UNSAID_WAIT_MS;
}
function saidBy(data) {
  const message = field(data, "message");
  const errors = field(data, "errors");
  const details = (Array.isArray(errors) ? errors : []).map((error) => field(error, "message") ?? error);
  return [message, ...details].filter((text) => typeof text === "string").join(": ");
}
var LONGEST_SAID = 200;
var oneLine = (text) => text.replace(/[\s\p{Cc}]+/gu, " ").slice(0, LONGEST_SAID);
function codeOf(error) {
  for (let cause = error, depth = 0; cause !== void 0 && depth < 5; depth += 1) {
    const code = field(cause, "code");
    if (field(cause, "name") === "TimeoutError") return "timeout";
    if (typeof code === "string" && /^[A-Z_\d]+$/.test(code)) return code;
    cause = field(cause, "cause");
  }
  return "no connection";
}

// src/github/patience.ts
import { setTimeout as wait } from "node:timers/promises";
var PATIENCE = { tries: 3, tryMs: 2e4, waitMs: 6e4, totalMs: 12e4 };
var TIME = {
  now: Date.now,
  sleep: async (milliseconds) => {
    await wait(milliseconds);
  },
  chance: Math.random
};
var FIRST_BACKOFF_MS = 500;
function waitAfter(failure, tried, patience, chance) {
  if (tried >= patience.tries) return void 0;
  switch (failure.kind) {
    case "rate-limited":
      return failure.waitMs > patience.waitMs ? void 0 : failure.waitMs + chance * FIRST_BACKOFF_MS;
    case "server-error":
    case "no-answer":
    case "garbled":
      return FIRST_BACKOFF_MS * 2 ** (tried - 1) * (0.5 + chance);
    default:
      return void 0;
  }
}
var isUnsure = ({ kind }) => kind === "server-error" || kind === "no-answer" || kind === "garbled";

// src/github/attempt.ts
async function attempt(send, limits, findMade = async () => void 0) {
  const { time, patience, deadline } = limits;
  for (let tried = 1; ; tried += 1) {
    const left = deadline - time.now();
    if (left <= 0) throw new ApiError({ kind: "out-of-time" });
    const outcome = await once(send, Math.min(left, patience.tryMs), limits);
    if ("answer" in outcome) return outcome.answer;
    const { failure } = outcome;
    const wait2 = waitAfter(failure, tried, patience, time.chance());
    if (wait2 === void 0 || time.now() + wait2 >= deadline) throw new ApiError(failure);
    await time.sleep(wait2);
    const made = isUnsure(failure) ? await findMade() : void 0;
    if (made !== void 0) return made;
  }
}
async function once(send, milliseconds, { time, hide }) {
  try {
    return { answer: await send(AbortSignal.timeout(milliseconds)) };
  } catch (error) {
    const failure = failureOf(error, time.now(), hide);
    if (failure === void 0) throw error;
    return { failure };
  }
}

// src/github/wire.ts
var SILENT = { debug: () => {
}, info: () => {
}, warn: () => {
}, error: () => {
} };
var HEADERS = { "x-github-api-version": "2022-11-28" };
function wireOf(token, { apiUrl, repository }) {
  let loaded;
  const load = async () => {
    const { getOctokit } = await import("./vendor/actions-github.js");
    return getOctokit(token, {
      baseUrl: apiUrl,
      log: SILENT,
      userAgent: `supabase-drift-gate/${VERSION}`
    });
  };
  const octokit = () => {
    if (token === "") throw new ApiError({ kind: "no-token" });
    if (!/^[\x21-\x7e]+$/.test(token)) throw new ApiError({ kind: "malformed-token" });
    loaded ??= load();
    return loaded;
  };
  return {
    async send(method, path, parameters, signal) {
      const { request } = await octokit();
      const answer = await request(`${method} /repos/{owner}/{repo}${path}`, {
        ...parameters,
        owner: repository.owner,
        repo: repository.name,
        headers: HEADERS,
        request: { signal }
      });
      return answer.data;
    },
    async graphql(query, signal) {
      const { graphql } = await octokit();
      return graphql(query, { headers: HEADERS, request: { signal } });
    }
  };
}

// src/github/api.ts
function connect(token, run, time = TIME, patience = PATIENCE) {
  const secret = token.trim();
  const wire = wireOf(secret, run);
  const hide = (text) => secret === "" ? text : text.replaceAll(secret, "***");
  return {
    session(own) {
      const limits = { ...patience, ...own };
      return sessionOn(wire, { time, patience: limits, deadline: time.now() + limits.totalMs, hide });
    }
  };
}
var PER_PAGE = 100;
function sessionOn(wire, limits) {
  const ask = (method, path, parameters, shape) => async (signal) => shaped(await wire.send(method, path, parameters, signal), shape);
  const get = (path, parameters, shape) => attempt(ask("GET", path, parameters, shape), limits);
  let viewer;
  return {
    get,
    async list(path, parameters, item) {
      const found = [];
      for (let page = 1; ; page += 1) {
        const items = await get(path, { ...parameters, per_page: PER_PAGE, page }, v2.array(item));
        found.push(...items);
        if (items.length < PER_PAGE) return found;
      }
    },
    patch: (path, parameters, shape) => attempt(ask("PATCH", path, parameters, shape), limits),
    async delete(path, parameters) {
      try {
        await attempt(ask("DELETE", path, parameters, v2.unknown()), limits);
      } catch (error) {
        if (!(error instanceof ApiError && error.failure.kind === "not-found")) throw error;
      }
    },
    post: (path, parameters, shape, findMade) => attempt(ask("POST", path, parameters, shape), limits, findMade),
    viewer() {
      viewer ??= viewerOf(wire, limits);
      return viewer;
    }
  };
}
function shaped(data, shape) {
  const parsed3 = v2.safeParse(shape, data);
  if (!parsed3.success) throw new ApiError({ kind: "garbled" });
  return parsed3.output;
}
var Viewer = v2.object({ viewer: v2.object({ login: v2.string() }) });
var WORKFLOW = "github-actions[bot]";
async function viewerOf(wire, limits) {
  const ask = async (signal) => shaped(await wire.graphql("query { viewer { login } }", signal), Viewer);
  try {
    return (await attempt(ask, limits)).viewer.login;
  } catch (error) {
    const isRefused = error instanceof ApiError && ["forbidden", "not-found", "refused"].includes(error.failure.kind);
    if (isRefused) return WORKFLOW;
    throw error;
  }
}

// src/github/changed-files.ts
import * as v3 from "./vendor/valibot.js";
var MOST_FILES = 3e3;
var PATIENCE2 = { totalMs: 15e3, tryMs: 1e4 };
var Pull = v3.object({ changed_files: v3.number(), head: v3.object({ sha: v3.string() }) });
var File = v3.object({
  filename: v3.string(),
  previous_filename: v3.optional(v3.string()),
  /** Absent where GitHub shows none, for a large file for example. */
  patch: v3.optional(v3.string())
});
async function changedFilesOf(github, run) {
  const files = await filesOf(github, run);
  if (files === "too-many-files") return void 0;
  return files?.flatMap(
    ({ filename, previous_filename }) => previous_filename === void 0 ? [filename] : [filename, previous_filename]
  );
}
async function changeOf(github, run, path) {
  const files = await filesOf(github, run);
  return files === "too-many-files" ? files : files?.find((file) => file.filename === path || file.previous_filename === path);
}
async function filesOf(github, run) {
  if (run.pullRequest === void 0) return void 0;
  try {
    return await changedFiles(github.session(PATIENCE2), run.pullRequest.number, run.headSha);
  } catch (error) {
    if (error instanceof ApiError) return void 0;
    throw error;
  }
}
async function changedFiles(session, pullNumber, headSha) {
  const parameters = { pull_number: pullNumber };
  const pull = await session.get("/pulls/{pull_number}", parameters, Pull);
  if (pull.head.sha !== headSha) return void 0;
  if (pull.changed_files > MOST_FILES) return "too-many-files";
  const files = await session.list("/pulls/{pull_number}/files", parameters, File);
  return files.length === pull.changed_files ? files : void 0;
}

// src/github/checkout.ts
import { relative, resolve as resolve2, sep } from "node:path";
import { getExecOutput } from "./vendor/actions-exec.js";
async function readCheckout(directory, workspace) {
  const commit = await git(directory, "rev-parse", "HEAD");
  const prefix = await git(directory, "rev-parse", "--show-prefix");
  const foreign = await git(
    directory,
    "status",
    "--porcelain",
    "--ignored",
    "--",
    "supabase",
    ...THE_CLI_S_OWN
  );
  if (commit !== void 0 && prefix !== void 0) return { prefix, ...foreign === "" && { commit } };
  const path = relative(workspace ?? ".", resolve2(directory)).split(sep).join("/");
  return { prefix: path === "" || path.startsWith("..") ? "" : `${path}/` };
}
var THE_CLI_S_OWN = [":!supabase/.temp", ":!supabase/.branches"];
async function git(directory, ...question) {
  const settings = ["-c", "safe.directory=*", "-c", "safe.bareRepository=explicit", "--no-optional-locks"];
  const args = [...settings, "-C", resolve2(directory), ...question];
  try {
    const { exitCode, stdout } = await getExecOutput("git", args, { silent: true, ignoreReturnCode: true });
    return exitCode === 0 ? stdout.replace(/\r?\n$/, "") : void 0;
  } catch {
    return void 0;
  }
}

// src/github/event.ts
import * as v4 from "./vendor/valibot.js";
var COMMIT = v4.pipe(v4.string(), v4.regex(/^[0-9a-f]{40,64}$/));
var COUNT = v4.pipe(v4.union([v4.number(), v4.pipe(v4.string(), v4.regex(/^\d+$/), v4.transform(Number))]));
var NAME = v4.pipe(
  v4.string(),
  v4.regex(/^[^/\s]+\/[^/\s]+$/),
  v4.transform((text) => {
    const [owner = "", name = ""] = text.split("/");
    return { owner, name };
  })
);
var URL_BASE = v4.pipe(
  v4.string(),
  v4.url(),
  v4.transform((text) => text.replace(/(?<!\/)\/+$/, ""))
);
var ENVIRONMENT = v4.object({
  GITHUB_EVENT_NAME: v4.string(),
  GITHUB_REPOSITORY: NAME,
  GITHUB_SERVER_URL: v4.optional(URL_BASE, "https://github.com"),
  GITHUB_API_URL: v4.optional(URL_BASE, "https://api.github.com"),
  GITHUB_WORKFLOW: v4.optional(v4.string(), ""),
  GITHUB_JOB: v4.optional(v4.string(), ""),
  GITHUB_RUN_ID: COUNT,
  GITHUB_RUN_ATTEMPT: v4.optional(COUNT, 1),
  GITHUB_SHA: COMMIT,
  GITHUB_REF: v4.optional(v4.string(), "")
});
var REPOSITORY = v4.object({ full_name: NAME });
var BASE_REPOSITORY = v4.object({ full_name: NAME, default_branch: v4.optional(v4.string()) });
var PULL_REQUEST_EVENT = v4.object({
  pull_request: v4.object({
    number: v4.number(),
    head: v4.object({ sha: COMMIT, repo: v4.nullish(REPOSITORY) }),
    base: v4.object({ sha: COMMIT, ref: v4.optional(v4.string()), repo: BASE_REPOSITORY })
  })
});
var ANY_EVENT = v4.object({ repository: v4.object({ default_branch: v4.string() }) });
var HARMLESS = /* @__PURE__ */ new Set([
  "pull_request",
  "merge_group",
  "push",
  "schedule",
  "workflow_dispatch",
  "repository_dispatch",
  "release"
]);
function readRun(environment, payload, commit) {
  const known = parsed(ENVIRONMENT, environment);
  const { GITHUB_EVENT_NAME: event, GITHUB_SHA: sha } = known;
  if (!HARMLESS.has(event) && commit !== sha) throw notOurs(event);
  const pullRequest = event === "pull_request" ? pullRequestOf(parsed(PULL_REQUEST_EVENT, payload), { merge: sha, commit }) : void 0;
  return {
    event,
    repository: known.GITHUB_REPOSITORY,
    serverUrl: known.GITHUB_SERVER_URL,
    apiUrl: known.GITHUB_API_URL,
    workflow: known.GITHUB_WORKFLOW,
    job: known.GITHUB_JOB,
    runId: known.GITHUB_RUN_ID,
    runAttempt: known.GITHUB_RUN_ATTEMPT,
    headSha: pullRequest?.headSha ?? sha,
    isOnDefaultBranch: isOnDefaultBranch(known, payload),
    ...pullRequest && { pullRequest }
  };
}
function isOnDefaultBranch({ GITHUB_EVENT_NAME: event, GITHUB_REF: ref }, payload) {
  if (event === "schedule") return true;
  const { success, output } = v4.safeParse(ANY_EVENT, payload);
  return success && HARMLESS.has(event) && ref === `refs/heads/${output.repository.default_branch}`;
}
function refuseStrangers({ event, pullRequest }) {
  if (HARMLESS.has(event) && !pullRequest?.isFork) return;
  const what = pullRequest?.isFork ? "a pull request from a fork" : `a \`${event}\` workflow`;
  throw new UsageError({
    message: `The live database is not audited in ${what}: a stranger's files would run beside its address.`,
    remedy: "Audit by `on: schedule` and `workflow_dispatch`, as `.github/examples/quarterly-audit.yml` does; pull requests need `mode: check`."
  });
}
function pullRequestOf({ pull_request }, { merge, commit }) {
  const { number: number3, head, base } = pull_request;
  const headRepository = head.repo?.full_name;
  return {
    number: number3,
    headSha: head.sha,
    baseSha: base.sha,
    isFork: headRepository === void 0 || !isSame(headRepository, base.repo.full_name),
    isCheckedOut: commit === merge || commit === head.sha,
    isForDefaultBranch: base.ref !== void 0 && base.ref === base.repo.default_branch,
    ...headRepository && { headRepository }
  };
}
var isSame = (a, b) => a.owner === b.owner && a.name === b.name;
function parsed(schema, given) {
  const { success, output, issues } = v4.safeParse(schema, given);
  if (success) return output;
  const what = v4.getDotPath(issues[0]) ?? "all of it";
  throw new EnvironmentError({
    message: `What GitHub Actions says of this run can't be read: ${what} is missing or malformed.`,
    remedy: "Run the Action in a workflow of GitHub Actions; elsewhere use the command line."
  });
}
var notOurs = (event) => new UsageError({
  message: `In a \`${event}\` workflow the base branch must be checked out, and it can't be told that it is: migrations are code, and here a stranger's would run beside a token that can write.`,
  remedy: "Use `on: pull_request`, whose token is harmless; `.github/examples/fork-comment.yml` shows how the comment gets posted all the same."
});

// src/place.ts
var givenWith = (inputs, environment) => ({
  inputs,
  environment,
  isUntouched: environment.DRIFT_GATE_UNTOUCHED === "true",
  payload: () => readFile(environment.GITHUB_EVENT_PATH ?? "", "utf8").catch(() => "")
});
async function placeOf({ inputs: { options, token }, environment, payload }) {
  const { commit, prefix } = await readCheckout(projectFolder(options.project), environment.GITHUB_WORKSPACE);
  const run = readRun(environment, parsed2(await payload()), commit);
  return { run, github: connect(token, run), prefix };
}
function parsed2(payload) {
  try {
    return JSON.parse(payload);
  } catch (cause) {
    throw new EnvironmentError({
      message: "The payload of the event is no JSON.",
      remedy: "Run the Action in a workflow of GitHub Actions; elsewhere use the command line.",
      cause
    });
  }
}
async function isUntouched(given) {
  const { mode, skipUnchanged, options } = given.inputs;
  if (!skipUnchanged || mode === "audit") return false;
  const { run, github, prefix } = await placeOf(given);
  const { isCheckedOut = false, isForDefaultBranch = false } = run.pullRequest ?? {};
  if (!isCheckedOut || !isForDefaultBranch || isReachedByLink(options.project)) return false;
  const changed = await changedFilesOf(github, run);
  if (changed === void 0) return false;
  if (needsCli(given.inputs) && changed.some(isLockfile)) return false;
  const { types, baseline } = options;
  const project = discoverProject(options.project, { types, baseline });
  if (project.unreadableTypes) return false;
  const isThere = (path) => existsSync2(join2(project.directory, topFrom(prefix), path));
  if (types.length === 0 && changed.some((path) => mayHideTypes(path, isThere))) return false;
  return !hasLinks(project) && !touches(project, changed, prefix);
}
var isLockfile = (path) => LOCKFILES.some((name) => path === name || path.endsWith(`/${name}`));
var topFrom = (prefix) => prefix.replace(/[^/]+/g, "..");

export {
  ApiError,
  changeOf,
  withoutLiveUrl,
  readInputs,
  optionsOf,
  needsCli,
  inputWords,
  secretsIn,
  untouchedReport,
  refuseStrangers,
  givenWith,
  placeOf,
  isUntouched
};
