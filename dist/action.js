import {
  SUMMARY_BUDGET,
  counted,
  exitCodeOf,
  failedReport,
  gradeOf,
  levelOf,
  progressOn,
  refuseUnwritable,
  remediesOf,
  renderJson,
  renderMarkdown,
  renderReport,
  renderSarif,
  run,
  shownAt,
  titleOf,
  upperFirst,
  writeReport
} from "./chunk-PG5HFPZ2.js";
import "./chunk-HNZYEIWZ.js";
import {
  endOnSignals
} from "./chunk-CVQSVONP.js";
import {
  ApiError,
  givenWith,
  inputWords,
  needsCli,
  optionsOf,
  placeOf,
  readInputs,
  secretsIn,
  untouchedReport
} from "./chunk-ODFRBLPK.js";
import {
  cliOnPath
} from "./chunk-X2JZ4JX3.js";
import {
  discoverProject,
  parseOptions,
  repositoryPath
} from "./chunk-SCVCXEOJ.js";
import "./chunk-OIMGTWJM.js";
import "./chunk-DRCJF5BI.js";
import "./chunk-BIJNOB37.js";
import "./chunk-474KXQOH.js";
import "./chunk-X244LZW4.js";
import {
  formatObjectId,
  ownerOf
} from "./chunk-U2TDT6AJ.js";
import {
  visible,
  visibleLines
} from "./chunk-MVX4LEFJ.js";
import {
  groupBy
} from "./chunk-CC5WXE67.js";
import {
  UsageError,
  isKnownError,
  messageOf
} from "./chunk-HIMI4JHW.js";

// src/action.ts
import { randomUUID } from "node:crypto";
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as core from "./vendor/actions-core.js";

// src/github/annotations.ts
var SHOWN_OF_A_LEVEL = 10;
var MOST_OF_A_LEVEL = SHOWN_OF_A_LEVEL - 1;
var MOST_CHARACTERS = 4096;
var MOST_SENTENCES = 10;
var LEVELS = { error: "error", warning: "warning", note: "notice" };
function annotationsOf(report, prefix) {
  if (report.status === "failed") return [failureOf(report, prefix)];
  const lines = linesOf(report);
  return ["error", "warning", "note"].flatMap((level) => {
    const own = lines.filter((line) => line.level === level);
    const shown = own.slice(0, MOST_OF_A_LEVEL);
    const hidden = countHidden(shown, own.slice(MOST_OF_A_LEVEL));
    return shown.map(
      (line, index) => annotationOf(line, prefix, index === shown.length - 1 && hidden > 0 ? moreWords(hidden) : "")
    );
  });
}
function linesOf(report) {
  const { findings } = report;
  const spots = [
    ...findings.map((finding) => ({ finding, place: shownAt(finding, report) })),
    ...findings.flatMap(
      (finding) => finding.location && finding.typesLocation ? [{ finding, place: finding.typesLocation }] : []
    )
  ];
  return [...groupBy(spots, ({ place }) => `${place.line} ${place.file}`).values()].flatMap((own) => {
    const levels = own.map(({ finding }) => levelOf(finding, report));
    const level = levels.includes("error") ? "error" : levels.includes("warning") ? "warning" : "note";
    const places = own.map(({ place }) => place);
    return places.slice(0, 1).map(({ file, line, column }) => ({
      place: {
        file,
        line,
        ...column !== void 0 && places.every((one) => one.column === column) && { column }
      },
      findings: own.map(({ finding }) => finding),
      level
    }));
  });
}
function countHidden(shown, left) {
  const told = new Set(shown.flatMap(({ findings }) => findings));
  return new Set(left.flatMap(({ findings }) => findings).filter((finding) => !told.has(finding))).size;
}
var moreWords = (hidden) => `

${counted(hidden, "more finding")} like this ${hidden === 1 ? "has" : "have"} no annotation, for GitHub shows few: the summary of this run lists all.`;
function annotationOf({ place, findings, level }, prefix, more) {
  return {
    level: LEVELS[level],
    title: titleFor(findings),
    message: cut(messageFor(findings), MOST_CHARACTERS - more.length) + more,
    ...within(place, prefix)
  };
}
function titleFor(findings) {
  const [first = "", ...others] = new Set(findings.map(titleOf));
  return others.length === 0 ? first : `${first}, and ${others.length} more`;
}
function messageFor(findings) {
  const told = findings.slice(0, MOST_SENTENCES).map(sentenceOf);
  const left = findings.length - told.length;
  const telling = findings.filter(
    ({ compatibility }) => compatibility === void 0 || findings.length === 1
  );
  return [
    ...told,
    ...left > 0 ? [`And ${left} more.`] : [],
    ...remediesOf(findings),
    ...telling.flatMap(({ details = [] }) => details).map(visible)
  ].join("\n");
}
function sentenceOf(finding) {
  const why = finding.reason === void 0 ? "" : ` ${upperFirst(gradeOf(finding))}: ${finding.reason}.`;
  return visible(upperFirst(finding.message) + why);
}
function failureOf({ failure }, prefix) {
  const { message = "No reason was given.", remedy = "", location } = failure ?? {};
  return {
    level: "error",
    title: "Could not check",
    message: cut([...visibleLines(message), ...visibleLines(remedy)].join("\n").trim(), MOST_CHARACTERS),
    ...location && within(location, prefix)
  };
}
function within({ file, line, column }, prefix) {
  const path = repositoryPath(prefix, file);
  return path.startsWith("../") ? {} : { file: visible(path), line, ...column !== void 0 && { column } };
}
var cut = (text, most) => text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, "")}\u2026`;

// src/github/marker.ts
var NAME = "supabase-drift-gate";
var markerLine = ({ key, head, run: run2, attempt: attempt2 }) => `<!-- ${NAME} key=${encode(key)} head=${encode(head)} run=${run2} attempt=${attempt2} -->`;
function readMarker(text) {
  const [, fields = ""] = /^<!-- supabase-drift-gate((?: [a-z]+=\S*)+) -->(?:\r?\n|$)/.exec(text) ?? [];
  const values = new Map([...fields.matchAll(/ ([a-z]+)=(\S*)/g)].map(([, name, value]) => [name, value]));
  const key = decode(values.get("key"));
  const head = decode(values.get("head"));
  const run2 = numeral(values.get("run"));
  const attempt2 = numeral(values.get("attempt"));
  if (key === void 0 || head === void 0 || run2 === void 0 || attempt2 === void 0) return void 0;
  return { key, head, run: run2, attempt: attempt2 };
}
var textUnderMarker = (text) => text.replaceAll("\r\n", "\n").replace(/^[^\n]*\n?/, "").trimEnd();
var byAge = (a, b) => a.run - b.run || a.attempt - b.attempt;
var markerOf = (key, { headSha, runId, runAttempt }) => ({
  key,
  head: headSha,
  run: runId,
  attempt: runAttempt
});
function commentKey(run2, project, input = "") {
  if (input.trim() !== "") return input.trim();
  return [run2.workflow, run2.job, project].map((part) => part.replace(/[%#]/g, encodeURIComponent)).join("#");
}
var encode = (value) => encodeURIComponent(value.replace(new RegExp("\\p{Surrogate}", "gu"), "\uFFFD")).replaceAll("%2F", "/").replaceAll("%23", "#").replaceAll("--", "-%2D");
function decode(value) {
  try {
    return value === void 0 ? void 0 : decodeURIComponent(value);
  } catch {
    return void 0;
  }
}
var numeral = (value) => value !== void 0 && /^\d{1,15}$/.test(value) ? Number(value) : void 0;

// src/github/comment-step.ts
function nextStep(own, wanted, hasWritten) {
  const [oldest, ...others] = own.toSorted((a, b) => a.id - b.id);
  if (oldest === void 0) {
    const isWanted = !(wanted.isClean && wanted.policy === "on-drift") && !hasWritten;
    return isWanted ? { kind: "create" } : { kind: "done", status: "not-wanted" };
  }
  const isSuperseded = own.some(({ marker }) => byAge(marker, wanted.marker) > 0);
  if (!isSuperseded && !says(oldest, wanted, hasWritten)) return { kind: "update", comment: oldest };
  const surplus = others.find(({ marker }) => byAge(marker, wanted.marker) <= 0);
  if (surplus) return { kind: "delete", id: surplus.id };
  return { kind: "done", status: isSuperseded ? "superseded" : "unchanged", url: oldest.url };
}
function says({ marker, text }, wanted, hasWritten) {
  if (hasWritten && byAge(marker, wanted.marker) === 0) return true;
  return text === wanted.text && marker.head === wanted.marker.head;
}

// src/github/comment-thread.ts
import * as v from "./vendor/valibot.js";
var Listed = v.object({
  id: v.number(),
  html_url: v.string(),
  body: v.optional(v.string(), ""),
  user: v.nullable(v.object({ login: v.string() }))
});
var Url = v.pipe(
  v.object({ html_url: v.string() }),
  v.transform(({ html_url }) => ({ url: html_url }))
);
var OF_PULL = "/issues/{issue_number}/comments";
var ONE = "/issues/comments/{comment_id}";
function commentsOf(session, pullNumber) {
  const own = async (key) => {
    const comments = await session.list(OF_PULL, { issue_number: pullNumber }, Listed);
    const marked = comments.flatMap((comment2) => {
      const marker = readMarker(comment2.body);
      return marker?.key === key ? [{ ...comment2, marker }] : [];
    });
    if (marked.length === 0) return [];
    const login = await session.viewer();
    return marked.filter(({ user }) => user?.login === login).map(({ id, html_url, body, marker }) => ({ id, url: html_url, marker, text: textUnderMarker(body) }));
  };
  const create = async ({ marker, text }) => {
    const body = `${markerLine(marker)}
${text}`;
    const findMade = async () => (await own(marker.key)).at(0);
    const { url } = await session.post(OF_PULL, { issue_number: pullNumber, body }, Url, findMade);
    return { status: "created", url };
  };
  const update = async (comment2, { marker, text }) => {
    const body = `${markerLine(marker)}
${text}`;
    const which = { comment_id: comment2.id };
    try {
      const now = readMarker((await session.get(ONE, which, Listed)).body);
      if (now === void 0 || byAge(now, comment2.marker) !== 0) return void 0;
      const { url } = await session.patch(ONE, { ...which, body }, Url);
      return { status: "updated", url };
    } catch (error2) {
      if (error2 instanceof ApiError && error2.failure.kind === "not-found") return void 0;
      throw error2;
    }
  };
  return {
    own,
    async take(step, wanted) {
      switch (step.kind) {
        case "create":
          return create(wanted);
        case "update":
          return update(step.comment, wanted);
        case "delete":
          await session.delete(ONE, { comment_id: step.id });
          return void 0;
        default:
          return step;
      }
    }
  };
}

// src/github/refusal.ts
function refusalOf(failure, task, run2) {
  switch (failure.kind) {
    case "no-token":
    case "malformed-token":
    case "unauthorized":
      return badToken(failure, task);
    case "forbidden":
      return forbidden(failure, task, run2);
    case "locked":
    case "gone":
    case "not-found":
      return noPlace(failure, task);
    case "too-long":
    case "refused":
      return {
        message: `GitHub refused ${task.noun} (${failure.status} ${failure.said}).`,
        remedy: "Read the report in the summary of the job."
      };
    case "rate-limited":
    case "server-error":
    case "out-of-time":
      return busy(failure, task);
    case "no-answer":
    case "garbled":
      return unreachable(failure, task, run2);
    default:
      return failure;
  }
}
function badToken({ kind }, { noun }) {
  switch (kind) {
    case "no-token":
      return {
        message: `There is no token to publish ${noun} with.`,
        remedy: `Leave the input \`github-token\` out, or give it the value \`\${{ github.token }}\`.`
      };
    case "malformed-token":
      return {
        message: `The token to publish ${noun} with holds a character that no token has.`,
        remedy: "Look for a space or a line break inside the input `github-token`, or leave the input out."
      };
    case "unauthorized":
      return {
        message: `GitHub refused ${noun}: the token is wrong or has expired (401).`,
        remedy: "Leave the input `github-token` out: the token of the job, which is then used, lasts as long as it."
      };
    default:
      return kind;
  }
}
var permissionsYaml = ({ permission }) => `permissions:
  contents: read
  ${permission}`;
function forbidden({ said }, task, run2) {
  if (run2.pullRequest?.isFork) {
    return {
      message: `GitHub refused ${task.noun}: the pull request comes from a fork, so the token is read-only (403 ${said}).`,
      remedy: "To have it all the same, let a second workflow post the output `comment-body`: copy `.github/examples/fork-comment.yml`."
    };
  }
  if (!/not accessible/i.test(said)) {
    return {
      message: `GitHub refused ${task.noun} (403 ${said}).`,
      remedy: `If it is for want of a right, give the job these:
${permissionsYaml(task)}`
    };
  }
  return {
    message: `GitHub refused ${task.noun}: the token lacks the right \`${task.permission}\` (403 ${said}).`,
    remedy: `Give it to the job; runs that Dependabot starts have a read-only token without these lines:
${permissionsYaml(task)}`
  };
}
function noPlace(failure, task) {
  switch (failure.kind) {
    case "locked":
      return {
        message: `GitHub refused ${task.noun}: the conversation is locked (403 ${failure.said}).`,
        remedy: "Unlock the conversation, or turn publishing off with `comment: never`."
      };
    case "gone":
      return {
        message: `GitHub refused ${task.noun}: the place for it was deleted or is turned off (410 ${failure.said}).`,
        remedy: "Turn issues on in the settings of the repository, or turn publishing off with `comment: never`."
      };
    case "not-found":
      return {
        message: `GitHub does not know the place for ${task.noun}, or hides it from this token (404).`,
        remedy: `Give the job the right to see it:
${permissionsYaml(task)}`
      };
    default:
      return failure;
  }
}
var AGAIN = "Run the job again later; https://www.githubstatus.com tells whether GitHub has trouble.";
function busy(failure, { noun }) {
  switch (failure.kind) {
    case "rate-limited": {
      const wait = `${Math.ceil(failure.waitMs / 1e3)} s`;
      return {
        message: `GitHub takes no more requests with this token for ${wait}, so ${noun} was not published.`,
        remedy: "Run the job again after that time."
      };
    }
    case "server-error":
      return { message: `GitHub failed over ${noun} (${failure.status}).`, remedy: AGAIN };
    case "out-of-time":
      return { message: `GitHub took too long over ${noun}.`, remedy: AGAIN };
    default:
      return failure;
  }
}
function unreachable(failure, { noun }, { apiUrl }) {
  const remedy = `Check that the runner reaches ${apiUrl}, through its proxy if it has one. ${AGAIN}`;
  if (failure.kind === "no-answer") {
    return { message: `GitHub did not answer about ${noun} (${failure.code}).`, remedy };
  }
  return { message: `What answered about ${noun} was not the API of GitHub.`, remedy };
}

// src/github/run.ts
var urlOf = ({ serverUrl, repository: { owner, name } }) => `${serverUrl}/${owner}/${name}`;
var urlOfRun = (run2) => `${urlOf(run2)}/actions/runs/${run2.runId}/attempts/${run2.runAttempt}`;
var urlOfLine = (run2, path, line) => `${urlOf(run2)}/blob/${run2.headSha}/${path.split("/").map(encodeURIComponent).join("/")}#L${line}`;

// src/github/comment.ts
var TASK = { noun: "the comment", permission: "pull-requests: write" };
var SHORTER_BYTES = 3e4;
var MOST_STEPS = 10;
var LONGEST_HEADING = 300;
async function publishComment(github, request) {
  const { run: run2, key, body, isClean: isClean2, policy } = request;
  if (policy === "never" || run2.pullRequest === void 0) return { status: "not-wanted" };
  const thread = commentsOf(github.session(), run2.pullRequest.number);
  const wanted = { marker: markerOf(key, run2), text: wellFormed(body), isClean: isClean2, policy };
  try {
    return await settle(thread, wanted, () => wellFormed(shorter(request)));
  } catch (error2) {
    if (!(error2 instanceof ApiError)) throw error2;
    return { status: "refused", ...refusalOf(error2.failure, TASK, run2) };
  }
}
async function settle(thread, wanted, shortened) {
  try {
    return await takeSteps(thread, wanted);
  } catch (error2) {
    const isTooLong = error2 instanceof ApiError && error2.failure.kind === "too-long";
    if (!isTooLong || shortened === void 0) throw error2;
    return await settle(thread, { ...wanted, text: shortened() }, void 0);
  }
}
async function takeSteps(thread, wanted) {
  let written;
  let isTakenOver = false;
  try {
    for (let taken = 0; taken < MOST_STEPS; taken += 1) {
      const step = nextStep(await thread.own(wanted.marker.key), wanted, written !== void 0);
      if (step.kind === "done") return { ...outcomeOf(step, written), ...isTakenOver && { isTakenOver } };
      if (step.kind === "update" && written === void 0)
        isTakenOver = byAge(step.comment.marker, wanted.marker) === 0;
      written = await thread.take(step, wanted) ?? written;
    }
  } catch (error2) {
    if (written === void 0 || !(error2 instanceof ApiError)) throw error2;
  }
  return written ?? { status: "unchanged" };
}
function outcomeOf({ status, url }, written) {
  if (written === void 0 || status === "superseded")
    return url === void 0 ? { status } : { status, url };
  return { ...written, ...url !== void 0 && { url } };
}
var wellFormed = (body) => body.replace(new RegExp("\\p{Surrogate}|\\0", "gu"), "\uFFFD").replaceAll("\r\n", "\n").trimEnd();
function shorter({ run: run2, body, shorten }) {
  if (shorten) return shorten(SHORTER_BYTES);
  const [verdict = ""] = body.trimStart().split("\n", 1);
  const heading = verdict.startsWith("#") && verdict.length <= LONGEST_HEADING ? verdict : "## Supabase Drift Gate";
  return `${heading}

The report is too long for a comment. [The run](${urlOfRun(run2)}) has the whole of it.`;
}

// src/github/outputs.ts
var DRIFTED = { "in-sync": "false", drifted: "true", failed: "" };
var outputsOf = (report, { json = "", markdown = "", sarif = "", patch = "" }, commentBody) => ({
  status: report.status,
  drifted: DRIFTED[report.status],
  "drifted-tables": report.status === "failed" ? "" : JSON.stringify(driftedTables(report)),
  "findings-count": report.status === "failed" ? "" : String(report.findings.length),
  "report-json": json,
  "report-markdown": markdown,
  "report-sarif": sarif,
  "comment-body": commentBody,
  patch
});
function driftedTables({ findings }) {
  const relations = findings.map(({ subject }) => ownerOf(subject) ?? subject).filter(isRelation);
  return [...new Set(relations.map(formatObjectId))].sort();
}
var isRelation = ({ kind }) => kind === "table" || kind === "view" || kind === "materialized-view";

// src/github/verdict.ts
function markdownOf({ report, patch, place }, page = {}) {
  if (place === void 0) return renderMarkdown(report, page);
  const { run: run2, prefix } = place;
  const linkTo = ({ file, line }) => urlOfLine(run2, repositoryPath(prefix, file), line);
  return renderMarkdown(report, {
    wholeAt: urlOfRun(run2),
    linkTo,
    ...patch && { patch, patchAt: PATCH },
    ...page
  });
}
var PATCH = "which the workflow may keep as the artifact `supabase-drift-patch`";

// src/github/wording.ts
var inWordsOfInputs = (report) => ({
  ...report,
  findings: report.findings.map((finding) => ({ ...finding, remedy: inputWords(finding.remedy) })),
  notices: report.notices.map((notice2) => ({ ...notice2, message: inputWords(notice2.message) })),
  ...report.failure && {
    failure: {
      ...report.failure,
      message: inputWords(report.failure.message),
      remedy: inputWords(report.failure.remedy)
    }
  }
});

// src/judge.ts
async function judge(given, listener) {
  const { inputs } = given;
  const known = { inputs, options: parseOptions({}) };
  try {
    known.options = optionsOf(inputs.options);
    known.place = await placeOf(given);
    for (const file of Object.values(inputs.reports)) await refuseUnwritable(file);
    const ran = given.isUntouched ? unchecked(known.options) : await checked(given, listener);
    return await withReports({ ...known, ...ran, report: inWordsOfInputs(ran.report) }, inputs);
  } catch (error2) {
    if (!isKnownError(error2)) throw error2;
    return { ...known, report: inWordsOfInputs(failedReport("check", known.options, error2)) };
  }
}
function unchecked(options) {
  const project = discoverProject(options.project, { types: options.types, baseline: options.baseline });
  return { report: untouchedReport(project, options) };
}
function checked(given, listener) {
  const options = optionsOf({ ...given.inputs.options, ...cliOf(given) });
  const shown = { ...options, supabaseCli: void 0, resetWith: "built-in" };
  return run("check", options, listener, { wantsPatch: true, shown });
}
function cliOf({ inputs, environment }) {
  if (!needsCli(inputs)) return {};
  const program = cliOnPath(environment.GITHUB_WORKSPACE ?? ".");
  if (program !== void 0) return { supabaseCli: program };
  throw new UsageError({
    message: "The Supabase CLI is not on the path.",
    remedy: "Put it there with `supabase/setup-cli`, or set `reset-with: built-in`, which needs none."
  });
}
async function withReports(verdict, { reports }) {
  const { report, place } = verdict;
  const { json, markdown } = reports;
  const sarif = isComplete(report) ? reports.sarif : void 0;
  if (json) await writeReport(json, renderJson(report));
  if (markdown) await writeReport(markdown, markdownOf(verdict));
  if (sarif) await writeReport(sarif, renderSarif(report, place && { prefix: place.prefix }));
  return {
    ...verdict,
    written: { ...json && { json }, ...markdown && { markdown }, ...sarif && { sarif } }
  };
}
var isComplete = ({ status, notRun }) => status !== "failed" && notRun.every(({ part }) => part === "confirmation");

// src/action.ts
var withCommands = () => void 0;
process.on("uncaughtException", (error2) => {
  withCommands();
  core.setFailed(`Could not check, for a fault of Drift Gate itself: ${error2.stack ?? error2.message}`);
  process.exit(2);
});
process.exitCode = await main();
async function main() {
  const verdict = await verdictOn(process.env.DRIFT_GATE_INPUTS);
  await publish(verdict);
  return exitCodeOf(verdict.report);
}
async function verdictOn(given) {
  delete process.env.DRIFT_GATE_INPUTS;
  try {
    for (const secret of secretsIn(given)) core.setSecret(secret);
    const inputs = readInputs(given);
    return await withoutCommands(() => judgeAloud(inputs));
  } catch (error2) {
    if (!isKnownError(error2)) throw error2;
    const options = parseOptions({});
    return { options, report: failedReport("check", options, error2) };
  }
}
async function withoutCommands(print) {
  const word = randomUUID();
  process.stdout.write(`::stop-commands::${word}
`);
  withCommands = () => void process.stdout.write(`
::${word}::
`);
  const result = await print();
  withCommands();
  withCommands = () => void 0;
  return result;
}
async function judgeAloud(inputs) {
  const { show } = progressOn(process.stdout, false);
  const verdict = await judge(givenWith(inputs, process.env), {
    onProgress: show,
    onCliLine: (line) => process.stdout.write(`supabase \u2502 ${line}
`),
    guard: endOnSignals
  });
  process.stdout.write(`
${renderReport("text", verdict.report, { colour: true, width: 120 })}`);
  return verdict;
}
async function publish(verdict) {
  const { report, inputs } = verdict;
  if (inputs?.annotations ?? true) annotate(verdict);
  const unlooked = report.notices.find(({ code }) => code === "nothing-touched");
  if (unlooked) core.notice(unlooked.message, { title: "Nothing to compare" });
  const text = markdownOf(verdict);
  let written = verdict.written ?? {};
  await attempt("The files for later steps", async () => {
    written = await writeFiles(verdict);
  });
  await attempt("The outputs", async () => {
    const outputs = outputsOf(report, written, commentBodyOf(verdict, text));
    for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
  });
  await attempt("The step summary", async () => {
    await core.summary.addRaw(markdownOf(verdict, { budget: SUMMARY_BUDGET }), true).write();
  });
  await attempt("The comment", () => comment(verdict, text));
}
async function attempt(what, act) {
  try {
    await act();
  } catch (error2) {
    const remedy = isKnownError(error2) ? ` ${error2.remedy}` : "";
    core.warning(`${what} could not be written: ${messageOf(error2)}${remedy} The verdict stands.`);
  }
}
function annotate({ report, place }) {
  for (const { level, message, title, file, line, column } of annotationsOf(report, place?.prefix ?? "")) {
    const at = file === void 0 ? {} : { file, ...line && { startLine: line }, ...column && { startColumn: column } };
    const say = { error: core.error, warning: core.warning, notice: core.notice }[level];
    say(message, { title, ...at });
  }
}
async function writeFiles({ report, patch, written: asked = {} }) {
  const folder = await mkdtemp(join(process.env.RUNNER_TEMP ?? tmpdir(), "drift-gate-"));
  const written = { json: join(folder, "report.json"), ...asked };
  if (asked.json === void 0) await writeReport(join(folder, "report.json"), renderJson(report));
  if (!patch) return written;
  await writeReport(join(folder, "drift.patch"), patch);
  return { ...written, patch: join(folder, "drift.patch") };
}
function commentBodyOf({ report, inputs, place }, text) {
  if (place === void 0 || isClean(report) && inputs?.commentPolicy !== "always") return "";
  return `${markerLine(markerOf(keyOf(inputs, place), place.run))}
${text}`;
}
var TAKEN_OVER = "The comment stood for another step or job of this run, and now shows the result of this one alone. Give each its own `comment-key`, the value of the matrix say.";
async function comment(verdict, body) {
  const { report, inputs, place } = verdict;
  if (inputs === void 0 || place === void 0) return;
  const outcome = await publishComment(place.github, {
    run: place.run,
    key: keyOf(inputs, place),
    body,
    isClean: isClean(report),
    policy: inputs.commentPolicy,
    shorten: (budget) => markdownOf(verdict, { budget })
  });
  if (outcome.status === "refused") core.warning(`${outcome.message} ${outcome.remedy}`);
  else if (outcome.url) core.info(`Comment ${outcome.status}: ${outcome.url}`);
  if (outcome.status !== "refused" && outcome.isTakenOver) core.warning(TAKEN_OVER);
}
function isClean({ status, findings }) {
  return status !== "failed" && findings.length === 0;
}
function keyOf(inputs, { run: run2, prefix }) {
  return commentKey(run2, prefix, inputs?.commentKey);
}
