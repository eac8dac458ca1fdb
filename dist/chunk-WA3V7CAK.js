import {
  LOCKFILES,
  SETTINGS_FILE,
  VERSION,
  discoverProject,
  parseOptions,
  pathsOf,
  projectFolder,
  readSettings,
  repositoryPath,
  summaryOf,
  valuesOf,
  withSettings
} from "./chunk-LB2DLRCM.js";
import {
  isSecret
} from "./chunk-CQJQNQWS.js";
import {
  ACTION_ONLY,
  FLAGS,
  OPTIONS,
  fileOf,
  isDatabaseUrl,
  passwordsOf,
  rowsOf,
  spellings
} from "./chunk-WU3HVZMK.js";
import {
  EnvironmentError,
  UsageError,
  isKnownError,
  messageOf,
  perSurface
} from "./chunk-COC3XPBN.js";

// src/github/context.ts
import { readFile } from "node:fs/promises";

// src/github/api/client.ts
import * as v from "./vendor/valibot.js";

// src/github/api/attempt.ts
import { setTimeout as wait } from "node:timers/promises";

// src/github/api/failure.ts
var ApiError = class extends Error {
  name = "ApiError";
  failure;
  constructor(failure) {
    super(`GitHub API: ${failure.kind}`);
    this.failure = failure;
  }
};
var whenFailed = (kinds, value) => (error) => {
  if (error instanceof ApiError && kinds.includes(error.failure.kind)) return value;
  throw error;
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
  if (typeof status !== "number") return { kind: "no-answer", code: systemCodeOf(error) };
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
function systemCodeOf(error) {
  for (let cause = error, depth = 0; cause !== void 0 && depth < 5; depth += 1) {
    const code = field(cause, "code");
    if (field(cause, "name") === "TimeoutError") return "timeout";
    if (typeof code === "string" && /^[A-Z_\d]+$/.test(code)) return code;
    cause = field(cause, "cause");
  }
  return "no connection";
}

// src/github/api/attempt.ts
var PATIENCE = { tries: 3, tryMs: 2e4, waitMs: 6e4, totalMs: 12e4 };
var TIME = {
  now: Date.now,
  sleep: async (milliseconds) => {
    await wait(milliseconds);
  },
  chance: Math.random
};
async function attempt(send, { time, patience, deadline, hide }, findMade = async () => void 0) {
  for (let tried = 1; ; tried += 1) {
    const left = deadline - time.now();
    if (left <= 0) throw new ApiError({ kind: "out-of-time" });
    try {
      return await send(AbortSignal.timeout(Math.min(left, patience.tryMs)));
    } catch (error) {
      const failure = failureOf(error, time.now(), hide);
      if (failure === void 0) throw error;
      const pause = waitAfter(failure, tried, patience, time.chance());
      if (pause === void 0 || time.now() + pause >= deadline) throw new ApiError(failure);
      await time.sleep(pause);
      const made = failure.kind === "rate-limited" ? void 0 : await findMade();
      if (made !== void 0) return made;
    }
  }
}
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

// src/github/api/client.ts
function connect(token, run, time = TIME) {
  const secret = token.trim();
  const octokit = octokitOf(secret, run);
  const hide = (text) => secret === "" ? text : text.replaceAll(secret, "***");
  return {
    session(own) {
      const patience = { ...PATIENCE, ...own };
      const limits = { time, patience, deadline: time.now() + patience.totalMs, hide };
      return sessionOn(octokit, run, limits);
    }
  };
}
var SILENT = { debug: () => {
}, info: () => {
}, warn: () => {
}, error: () => {
} };
var HEADERS = { "x-github-api-version": "2022-11-28" };
function octokitOf(token, { apiUrl }) {
  const load = async () => {
    const { getOctokit } = await import("./vendor/actions-github.js");
    return getOctokit(token, {
      baseUrl: apiUrl,
      log: SILENT,
      userAgent: `supabase-drift-gate/${VERSION}`
    });
  };
  let loaded;
  return async () => {
    if (token === "") throw new ApiError({ kind: "no-token" });
    if (!/^[\x21-\x7e]+$/.test(token)) throw new ApiError({ kind: "malformed-token" });
    loaded ??= load();
    return await loaded;
  };
}
var PER_PAGE = 100;
function sessionOn(octokit, { repository }, limits) {
  const ask = (method, path, parameters, shape) => async (signal) => {
    const { request } = await octokit();
    const answer = await request(`${method} /repos/${repository}${path}`, {
      ...parameters,
      headers: HEADERS,
      request: { signal }
    });
    return shaped(answer.data, shape);
  };
  const askViewer = async (signal) => {
    const { graphql } = await octokit();
    const answer = await graphql("query { viewer { login } }", { headers: HEADERS, request: { signal } });
    return shaped(answer, Viewer).viewer.login;
  };
  let viewer;
  return {
    get: (path, shape) => attempt(ask("GET", path, {}, shape), limits),
    async list(path, parameters, item) {
      const found = [];
      for (let page = 1; ; page += 1) {
        const query = { ...parameters, per_page: PER_PAGE, page };
        const items = await attempt(ask("GET", path, query, v.array(item)), limits);
        found.push(...items);
        if (items.length < PER_PAGE) return found;
      }
    },
    patch: (path, parameters, shape) => attempt(ask("PATCH", path, parameters, shape), limits),
    async delete(path) {
      await attempt(ask("DELETE", path, {}, v.unknown()), limits).catch(whenFailed(["not-found"], void 0));
    },
    post: (path, parameters, shape, findMade) => attempt(ask("POST", path, parameters, shape), limits, findMade),
    viewer() {
      viewer ??= attempt(askViewer, limits).catch(
        whenFailed(["forbidden", "not-found", "refused"], WORKFLOW)
      );
      return viewer;
    }
  };
}
function shaped(data, shape) {
  const parsed2 = v.safeParse(shape, data);
  if (!parsed2.success) throw new ApiError({ kind: "garbled" });
  return parsed2.output;
}
var Viewer = v.object({ viewer: v.object({ login: v.string() }) });
var WORKFLOW = "github-actions[bot]";

// src/github/checkout.ts
import { relative, resolve, sep } from "node:path";
import { getExecOutput } from "./vendor/actions-exec.js";
async function readCheckout(directory, workspace) {
  const commit = await git(directory, "rev-parse", "HEAD");
  const prefix = await git(directory, "rev-parse", "--show-prefix");
  const foreign = await git(directory, "status", "--porcelain", "--ignored", "--", "supabase", ...CLI_FILES);
  if (commit !== void 0 && prefix !== void 0) return { prefix, ...foreign === "" && { commit } };
  const path = relative(workspace ?? ".", resolve(directory)).split(sep).join("/");
  return { prefix: path === "" || path.startsWith("..") ? "" : `${path}/` };
}
var CLI_FILES = [":!supabase/.temp", ":!supabase/.branches"];
async function git(directory, ...question) {
  const settings = ["-c", "safe.directory=*", "-c", "safe.bareRepository=explicit", "--no-optional-locks"];
  const args = [...settings, "-C", resolve(directory), ...question];
  try {
    const { exitCode, stdout } = await getExecOutput("git", args, { silent: true, ignoreReturnCode: true });
    return exitCode === 0 ? stdout.replace(/\r?\n$/, "") : void 0;
  } catch {
    return void 0;
  }
}

// src/github/event.ts
import * as v2 from "./vendor/valibot.js";
var COMMIT = v2.pipe(v2.string(), v2.regex(/^[0-9a-f]{40,64}$/));
var COUNT = v2.union([v2.number(), v2.pipe(v2.string(), v2.regex(/^\d+$/), v2.transform(Number))]);
var NAME = v2.pipe(v2.string(), v2.regex(/^[\w.-]+\/[\w.-]+$/));
var URL_BASE = v2.pipe(
  v2.string(),
  v2.url(),
  v2.transform((text) => text.replace(/(?<!\/)\/+$/, ""))
);
var ENVIRONMENT = v2.object({
  GITHUB_EVENT_NAME: v2.string(),
  GITHUB_REPOSITORY: NAME,
  GITHUB_SERVER_URL: v2.optional(URL_BASE, "https://github.com"),
  GITHUB_API_URL: v2.optional(URL_BASE, "https://api.github.com"),
  GITHUB_WORKFLOW: v2.optional(v2.string(), ""),
  GITHUB_JOB: v2.optional(v2.string(), ""),
  GITHUB_RUN_ID: COUNT,
  GITHUB_RUN_ATTEMPT: v2.optional(COUNT, 1),
  GITHUB_SHA: COMMIT,
  GITHUB_REF: v2.optional(v2.string(), "")
});
var REPOSITORY = v2.object({ full_name: NAME, default_branch: v2.optional(v2.string()) });
var PULL_REQUEST_EVENT = v2.object({
  pull_request: v2.object({
    number: v2.number(),
    head: v2.object({ sha: COMMIT, repo: v2.nullish(REPOSITORY) }),
    base: v2.object({ ref: v2.optional(v2.string()), repo: REPOSITORY })
  })
});
var ANY_EVENT = v2.object({ repository: v2.object({ default_branch: v2.string() }) });
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
  const { success, output } = v2.safeParse(ANY_EVENT, payload);
  return success && HARMLESS.has(event) && ref === `refs/heads/${output.repository.default_branch}`;
}
function refuseStrangers({ event, pullRequest }) {
  if (HARMLESS.has(event) && !pullRequest?.isFork) return;
  const what = pullRequest?.isFork ? "a pull request from a fork" : `a \`${event}\` workflow`;
  throw new UsageError({
    message: `An audit can't run in ${what}: a stranger's files would run next to the address of the live database.`,
    remedy: "Run audits on `schedule` or `workflow_dispatch`, as `.github/examples/quarterly-audit.yml` does. For pull requests, use `mode: check`."
  });
}
function pullRequestOf({ pull_request }, { merge, commit }) {
  const { number: number3, head, base } = pull_request;
  return {
    number: number3,
    headSha: head.sha,
    isFork: head.repo?.full_name !== base.repo.full_name,
    isCheckedOut: commit === merge || commit === head.sha,
    isForDefaultBranch: base.ref !== void 0 && base.ref === base.repo.default_branch
  };
}
function parsed(schema, given) {
  const { success, output, issues } = v2.safeParse(schema, given);
  if (success) return output;
  const what = v2.getDotPath(issues[0]) ?? "everything";
  throw new EnvironmentError({
    message: `This run can't be read from its environment and event: ${what} is missing or malformed.`,
    remedy: "Run the Action in a GitHub Actions workflow; elsewhere, use the command line."
  });
}
var notOurs = (event) => new UsageError({
  message: `A \`${event}\` workflow must check out the base branch, and it is not certain that this one did: migrations are code, and a stranger's would run next to a token that can write.`,
  remedy: "Use `on: pull_request`, whose token is harmless; `.github/examples/fork-comment.yml` shows how to post the comment anyway."
});
var urlOfRun = (run) => `${run.serverUrl}/${run.repository}/actions/runs/${run.runId}/attempts/${run.runAttempt}`;
var urlOfLine = (run, path, line) => `${run.serverUrl}/${run.repository}/blob/${run.headSha}/${path.split("/").map(encodeURIComponent).join("/")}#L${line}`;

// src/github/inputs.ts
import * as v3 from "./vendor/valibot.js";
var GIVEN = v3.looseObject({
  project: v3.string(),
  types: v3.optional(v3.array(v3.string()), []),
  database: v3.string(),
  resetWith: v3.string(),
  confirmWith: v3.string(),
  baseline: v3.exactOptional(v3.string()),
  live: v3.exactOptional(v3.string()),
  environment: v3.exactOptional(v3.string())
});
function readInputs(json, file) {
  const texts = givenOf(json);
  const own = valuesOf(ACTION_ONLY, rawOf(ACTION_ONLY, texts), "action");
  refuseOtherMode(own.mode, texts);
  refuseSharedFiles(texts);
  const { given, settings } = withSettings(rawOf(FLAGS, texts), file);
  const { mode, comment, issue, commentKey, annotations, skipUnchanged, githubToken, supabaseVersion } = own;
  return {
    mode,
    commentPolicy: comment,
    issuePolicy: issue,
    commentKey: commentKey ?? "",
    annotations,
    skipUnchanged,
    token: githubToken ?? "",
    ...supabaseVersion !== void 0 && { supabaseVersion },
    options: v3.parse(GIVEN, { ...INPUT_FALLBACKS, ...given }),
    settings,
    reports: {
      ...own.reportJson !== void 0 && { json: own.reportJson },
      ...own.reportMarkdown !== void 0 && { markdown: own.reportMarkdown },
      ...own.reportSarif !== void 0 && { sarif: own.reportSarif },
      ...own.reportHtml !== void 0 && { html: own.reportHtml }
    }
  };
}
var optionsOf = ({ mode, settings, options }, cli = {}) => parseOptions({ ...options, ...cli }, "action", { command: mode, settings });
var needsCli = ({ options: { resetWith, database, confirmWith } }) => resetWith !== "built-in" || database !== "embedded" || confirmWith !== "none";
var rawOf = (table, texts) => Object.fromEntries(
  rowsOf(table).flatMap(([name, row]) => {
    const text = textOf(row, texts);
    return text === void 0 ? [] : [[name, rawValue(row, text)]];
  })
);
var textOf = ({ input }, texts) => input === void 0 ? void 0 : texts[input];
function rawValue({ takes }, text) {
  switch (takes) {
    case void 0:
      return text;
    case "switch":
      return text === "true" || (text === "false" ? false : text);
    case "lines":
      return listOf(text, /\r?\n/);
    case "names":
      return listOf(text, /\r?\n|,/);
    default:
      return takes;
  }
}
var listOf = (text, separator) => text.split(separator).map((one) => one.trim()).filter((one) => one !== "");
var inputFallback = (row) => row.inputFallback ?? (row.ofAudit === void 0 ? row.fallback : void 0) ?? (row.takes === "switch" ? false : void 0);
var INPUT_FALLBACKS = Object.fromEntries(
  rowsOf(FLAGS).flatMap(([name, row]) => {
    const fallback = row.input === void 0 ? void 0 : inputFallback(row);
    return fallback === void 0 ? [] : [[name, fallback]];
  })
);
function refuseOtherMode(mode, texts) {
  const other = mode === "audit" ? "check" : "audit";
  for (const [, row] of rowsOf(OPTIONS)) {
    const text = textOf(row, texts);
    const isDefault = text === String(inputFallback(row));
    if (text === void 0 || isDefault || (row.only ?? [mode]).includes(mode)) continue;
    throw new UsageError({
      message: `Input \`${row.input}\` is only for \`mode: ${other}\`, and the mode is \`${mode}\`.`,
      remedy: `Leave \`${row.input}\` out, or give \`mode: ${other}\`.`
    });
  }
}
function refuseSharedFiles(texts) {
  const files = /* @__PURE__ */ new Set();
  const { baseline, inventory, reportJson, reportMarkdown, reportSarif, reportHtml } = OPTIONS;
  const isBaseline = (file) => file === pathOf(baseline, texts);
  for (const row of [inventory, reportJson, reportMarkdown, reportSarif, reportHtml]) {
    const file = pathOf(row, texts);
    if (file === void 0) continue;
    if (isBaseline(file) || files.has(file))
      throw new UsageError({
        message: isBaseline(file) ? `Input \`${row.input}\` would overwrite the baseline.` : `Input \`${row.input}\` names the file of another report.`,
        remedy: row.remedy
      });
    files.add(file);
  }
}
function pathOf(row, texts) {
  const text = textOf(row, texts);
  return text === void 0 ? void 0 : fileOf(text);
}
var withoutLiveUrl = () => new UsageError({
  message: "Input `live-url` is empty, so there is no live database to audit; no variable is taken for it.",
  remedy: perSurface`${OPTIONS.live.remedy} A job sees the secrets of an environment only when it names that, \`environment: production\`, and runs that forks and Dependabot start see none.`
});
function givenOf(json) {
  try {
    const given = v3.parse(v3.record(v3.string(), v3.string()), JSON.parse(json ?? ""));
    const pairs = Object.entries(given).map(([name, value]) => [name.toLowerCase(), value.trim()]);
    return Object.fromEntries(pairs.filter(([, value]) => value !== ""));
  } catch {
    throw new UsageError({
      message: "The inputs of the Action were not handed over: DRIFT_GATE_INPUTS is no JSON object of texts.",
      remedy: "Use the Action by its `action.yml`; where there is no GitHub Actions, use the command line."
    });
  }
}

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

// src/github/context.ts
async function readContext(environment, mask) {
  const given = environment.DRIFT_GATE_INPUTS;
  delete environment.DRIFT_GATE_INPUTS;
  delete environment.SUPABASE_DB_URL;
  const known = { options: parseOptions({}, "action") };
  try {
    for (const secret of secretsIn(given)) mask(secret);
    const alone = readInputs(given);
    known.inputs = alone;
    known.options = optionsOf(alone);
    const file = readSettings(alone.mode, alone.options);
    const inputs = readInputs(given, file);
    known.inputs = inputs;
    const options = optionsOf(inputs);
    known.options = options;
    const workspace = environment.GITHUB_WORKSPACE ?? process.cwd();
    const { commit, prefix } = await readCheckout(projectFolder(inputs.options.project), workspace);
    const run = readRun(environment, await payloadAt(environment.GITHUB_EVENT_PATH), commit);
    const isUntouched2 = environment.DRIFT_GATE_UNTOUCHED === "true";
    const github = connect(inputs.token, run);
    return { inputs, options, run, github, prefix, settingsFile: file?.path, workspace, isUntouched: isUntouched2 };
  } catch (error) {
    if (!isKnownError(error)) throw error;
    return { ...known, problem: error };
  }
}
async function payloadAt(path = "") {
  const text = await readFile(path, "utf8").catch(() => "");
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new EnvironmentError({
      message: "The payload of the event is not JSON.",
      remedy: "Run the Action in a GitHub Actions workflow; elsewhere, use the command line.",
      cause
    });
  }
}

// src/github/changed-files.ts
import { existsSync as existsSync2 } from "node:fs";
import { join as join2 } from "node:path";
import * as v4 from "./vendor/valibot.js";

// src/commands/untouched.ts
var READ = ["migrations", "config.toml", "roles.sql", ".env", ".env.local"].map(
  (name) => `supabase/${name}`
);
var WORKFLOWS = ".github/workflows";
function touches({ typesFiles, baseline }, changed, prefix, settingsFile = SETTINGS_FILE) {
  const read = [
    WORKFLOWS,
    ...[...READ, ...pathsOf(typesFiles), baseline.path, settingsFile].map(
      (path) => repositoryPath(prefix, path)
    )
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

// src/project/disk/links.ts
import { existsSync, realpathSync } from "node:fs";
import { join, resolve as resolve2 } from "node:path";
var isReachedByLink = (folder) => existsSync(folder) && realpathSync(folder) !== resolve2(realpathSync("."), folder);
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

// src/github/changed-files.ts
async function isUntouched({
  inputs,
  run,
  github,
  prefix,
  settingsFile
}) {
  const { mode, skipUnchanged, options } = inputs;
  if (!skipUnchanged || mode === "audit") return false;
  const { isCheckedOut = false, isForDefaultBranch = false } = run.pullRequest ?? {};
  if (!isCheckedOut || !isForDefaultBranch || isReachedByLink(options.project)) return false;
  const files = await changedFiles(github, run);
  if (files === void 0 || files === "too-many-files") return false;
  const changed = files.flatMap(bothNames);
  if (needsCli(inputs) && changed.some(isLockfile)) return false;
  const { types, baseline } = options;
  const project = discoverProject(options.project, { types, baseline });
  if (project.unreadableTypes) return false;
  const top = prefix.replace(/[^/]+/g, "..");
  const isThere = (path) => existsSync2(join2(project.directory, top, path));
  if (types.length === 0 && changed.some((path) => mayHideTypes(path, isThere))) return false;
  return !hasLinks(project) && !touches(project, changed, prefix, settingsFile);
}
var isLockfile = (path) => LOCKFILES.some((name) => path === name || path.endsWith(`/${name}`));
var PATIENCE2 = { totalMs: 15e3, tryMs: 1e4 };
var MOST_FILES = 3e3;
var Pull = v4.object({ changed_files: v4.number(), head: v4.object({ sha: v4.string() }) });
var File = v4.object({
  filename: v4.string(),
  previous_filename: v4.optional(v4.string()),
  /** Absent where GitHub shows none, for a large file for example. */
  patch: v4.optional(v4.string())
});
async function changedFiles(github, { pullRequest, headSha }) {
  if (pullRequest === void 0) return void 0;
  const path = `/pulls/${pullRequest.number}`;
  const session = github.session(PATIENCE2);
  try {
    const pull = await session.get(path, Pull);
    if (pull.head.sha !== headSha) return void 0;
    if (pull.changed_files > MOST_FILES) return "too-many-files";
    const files = await session.list(`${path}/files`, {}, File);
    return files.length === pull.changed_files ? files : void 0;
  } catch (error) {
    if (error instanceof ApiError) return void 0;
    throw error;
  }
}
var bothNames = ({ filename, previous_filename }) => previous_filename === void 0 ? [filename] : [filename, previous_filename];

export {
  ApiError,
  whenFailed,
  refuseStrangers,
  urlOfRun,
  urlOfLine,
  optionsOf,
  needsCli,
  withoutLiveUrl,
  readContext,
  untouchedReport,
  isUntouched,
  changedFiles,
  bothNames
};
