import {
  MARKDOWN_BUDGET,
  SUMMARY_BUDGET,
  annotationsOf,
  counted,
  exitCodeOf,
  failedReport,
  judged,
  linked,
  listed,
  progressOn,
  proseToMarkdown,
  refuseUnwritable,
  renderHtml,
  renderJson,
  renderMarkdown,
  renderReport,
  renderSarif,
  run,
  shortened,
  upperFirst,
  withCommands,
  withinBudget,
  writeReport,
  writesTogether
} from "./chunk-C4VQLZ5A.js";
import "./chunk-HD46L45G.js";
import "./chunk-EB7I24RK.js";
import {
  endOnSignals
} from "./chunk-6Y7LAEY6.js";
import {
  ApiError,
  bothNames,
  changedFiles,
  needsCli,
  optionsOf,
  readContext,
  refuseStrangers,
  untouchedReport,
  urlOfLine,
  urlOfRun,
  whenFailed,
  withoutLiveUrl
} from "./chunk-WA3V7CAK.js";
import {
  cliOnPath
} from "./chunk-A4UGP7BS.js";
import "./chunk-G26GU4NY.js";
import {
  BASELINE_FILE,
  PUBLISHED,
  SETTINGS_FILE,
  VERSION,
  discoverProject,
  namedList,
  repositoryPath
} from "./chunk-LB2DLRCM.js";
import "./chunk-5ZLBS6VB.js";
import "./chunk-CQJQNQWS.js";
import {
  PROGRAM
} from "./chunk-ECPXYDPS.js";
import "./chunk-2F5BOPVJ.js";
import "./chunk-HYJR7I6B.js";
import "./chunk-RL6JJOTP.js";
import "./chunk-J47V22OG.js";
import "./chunk-VYQOUJSW.js";
import "./chunk-PHKX5COY.js";
import "./chunk-ZUCB7KWV.js";
import "./chunk-3W2CHIF6.js";
import "./chunk-QPAJDXSV.js";
import "./chunk-2PA7CMTC.js";
import {
  formatObjectId,
  ownerOf
} from "./chunk-L2727PVB.js";
import "./chunk-NRYCARYR.js";
import {
  isRelation
} from "./chunk-XOYFCOSZ.js";
import {
  named
} from "./chunk-W7C5KHYQ.js";
import {
  visible
} from "./chunk-WU3HVZMK.js";
import {
  byText
} from "./chunk-3WGEH7NJ.js";
import "./chunk-V526W2HQ.js";
import {
  UsageError,
  isKnownError,
  messageOf
} from "./chunk-COC3XPBN.js";

// src/action.ts
import { setFailed } from "./vendor/actions-core.js";

// src/github/perform.ts
import { randomUUID } from "node:crypto";
import { setSecret } from "./vendor/actions-core.js";

// src/github/publish.ts
import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as core2 from "./vendor/actions-core.js";

// src/github/outputs.ts
var DRIFTED = { "in-sync": "false", drifted: "true", failed: "" };
var outputsOf = (report, { json = "", markdown = "", sarif = "", html = "", patch = "", isInventoryChanged }, commentBody) => ({
  status: report.status,
  drifted: DRIFTED[report.status],
  "drifted-tables": report.status === "failed" ? "" : JSON.stringify(driftedTables(report)),
  "findings-count": report.status === "failed" ? "" : String(report.findings.length),
  "report-json": json,
  "report-markdown": markdown,
  "report-sarif": sarif,
  "report-html": html,
  "comment-body": commentBody,
  patch,
  coverage: String(report.inventory?.coverage ?? ""),
  "inventory-changed": String(isInventoryChanged ?? "")
});
function driftedTables({ findings }) {
  const relations = findings.map(({ subject }) => ownerOf(subject) ?? subject).filter(isRelation);
  return [...new Set(relations.map(formatObjectId))].sort();
}

// src/github/posts.ts
import * as core from "./vendor/actions-core.js";

// src/github/judging-files.ts
import * as v from "./vendor/valibot.js";
var judgingFiles = ({ project, settings = [] }, settingsFile) => [
  {
    code: "baseline-changed",
    path: project.baseline ?? BASELINE_FILE,
    isThere: project.baseline !== void 0,
    holds: "the accepted drift",
    changed: entriesChanged
  },
  {
    code: "settings-changed",
    path: settingsFile ?? settings[0]?.from ?? SETTINGS_FILE,
    isThere: settingsFile !== void 0 || settings.length > 0,
    holds: "the settings of this check",
    changed: settingsChanged
  }
];
async function withFileChanges(report, { github, run: run2, prefix, settingsFile }) {
  if (run2.pullRequest === void 0) return report;
  const files = await changedFiles(github, run2);
  if (files === void 0) return report;
  const notices = judgingFiles(report, settingsFile).flatMap((judging) => {
    const { code, path, isThere, holds } = judging;
    if (files === "too-many-files")
      return isThere ? [
        {
          code,
          message: `GitHub does not list all files of this pull request: check whether it changes ${holds} in ${named(path)}.`
        }
      ] : [];
    const change = files.find((file) => bothNames(file).includes(repositoryPath(prefix, path)));
    if (change === void 0) return [];
    const verb = isThere ? "changes" : "removes";
    const what = judging.changed(change.patch ?? "");
    return [{ code, message: `This pull request ${verb} ${holds} in ${named(path)}: ${what}.` }];
  });
  return notices.length === 0 ? report : { ...report, notices: [...notices, ...report.notices] };
}
var changesJudgment = ({ notices }) => notices.some(({ code }) => code === "baseline-changed" || code === "settings-changed");
function settingsChanged(patch) {
  const lines = (sign) => changedLines(patch, sign).filter((line) => line !== "" && !line.startsWith("#"));
  const told = [
    ["adds", lines("+")],
    ["removes", lines("-")]
  ];
  const counts = told.flatMap(
    ([verb, some]) => some.length === 0 ? [] : [`${verb} ${namedList(some.map((line) => named(shortened(line, LONGEST_LINE))))}`]
  );
  return counts.length === 0 ? "review what changed" : `it ${counts.join(", and ")}`;
}
var LONGEST_LINE = 120;
var Entry = v.object({ object: v.string(), rule: v.string() });
function entriesChanged(patch) {
  const [added, removed] = [changedLines(patch, "+"), changedLines(patch, "-")];
  const counts = [
    ...entries(
      "adds",
      added.filter((line) => !removed.includes(line))
    ),
    ...entries(
      "removes",
      removed.filter((line) => !added.includes(line))
    )
  ];
  return counts.length === 0 ? "review what changed" : `it ${counts.join(", and ")}`;
}
var changedLines = (patch, sign) => patch.split("\n").filter((line) => line.startsWith(sign)).map((line) => line.slice(1).trim().replace(/,$/, ""));
function entries(verb, lines) {
  const found = lines.flatMap((line) => entryOf(line) ?? []);
  if (found.length === 0) return [];
  const names = found.map(({ object: object4, rule }) => `${named(object4)} (${named(rule)})`);
  return [`${verb} ${counted(found.length, "entry", "entries")}: ${namedList(names)}`];
}
function entryOf(line) {
  try {
    const { success, output } = v.safeParse(Entry, JSON.parse(line));
    return success ? output : void 0;
  } catch {
    return void 0;
  }
}

// src/github/result.ts
function markdownOf({ context, report, patch }, page = {}) {
  if ("problem" in context) return renderMarkdown(report, page);
  const { run: run2, prefix } = context;
  const linkTo = ({ file, line }) => urlOfLine(run2, repositoryPath(prefix, file), line);
  return renderMarkdown(report, {
    wholeAt: urlOfRun(run2),
    linkTo,
    ...patch && { patch, patchAt: PATCH },
    ...page
  });
}
var PATCH = "which the workflow may keep as the artifact `supabase-drift-patch`";
var withoutTimes = ({
  report: { audits: _, ...report },
  ...result
}) => ({
  ...result,
  report: { ...report, timings: {} }
});

// src/github/sticky/marker.ts
var markerOf = (key, { headSha, runId, runAttempt }) => ({ key, head: headSha, run: runId, attempt: runAttempt });
var markerLine = ({ key, head, run: run2, attempt }) => `<!-- supabase-drift-gate key=${encodeWord(key)} head=${encodeWord(head)} run=${run2} attempt=${attempt} -->`;
var withMarker = (marker, text) => `${markerLine(marker)}
${text}`;
function readMarker(text) {
  const [, fields = ""] = /^<!-- supabase-drift-gate((?: [a-z]+=\S*)+) -->(?:\r?\n|$)/.exec(text) ?? [];
  const values = new Map([...fields.matchAll(/ ([a-z]+)=(\S*)/g)].map(([, name, value]) => [name, value]));
  const key = decodeWord(values.get("key"));
  const head = decodeWord(values.get("head"));
  const run2 = wholeNumber(values.get("run"));
  const attempt = wholeNumber(values.get("attempt"));
  if (key === void 0 || head === void 0 || run2 === void 0 || attempt === void 0) return void 0;
  return { key, head, run: run2, attempt };
}
var wholeNumber = (value) => value !== void 0 && /^\d{1,15}$/.test(value) ? Number(value) : void 0;
var belowFirstLine = (text) => text.replaceAll("\r\n", "\n").replace(/^[^\n]*\n?/, "").trimEnd();
var byAge = (a, b) => a.run - b.run || a.attempt - b.attempt;
var commentKey = (run2, project, input = "") => input.trim() || keyOfParts([run2.workflow, run2.job, project]);
var issueKey = (project, environment = "") => keyOfParts(["audit", project, environment]);
var keyOfParts = (parts) => parts.map((part) => part.replace(/[%#]/g, encodeURIComponent)).join("#");
var encodeWord = (value) => encodeURIComponent(value.replace(new RegExp("\\p{Surrogate}", "gu"), "\uFFFD")).replaceAll("%2F", "/").replaceAll("%23", "#").replaceAll("--", "-%2D");
function decodeWord(value) {
  try {
    return value === void 0 ? void 0 : decodeURIComponent(value);
  } catch {
    return void 0;
  }
}

// src/github/sticky/sticky.ts
import * as v2 from "./vendor/valibot.js";

// src/github/api/refusal.ts
var READ_THE_SUMMARY = "Read the report in the summary of the job.";
var TRY_LATER = "Run the job again later; https://www.githubstatus.com shows whether GitHub has trouble.";
function refusalOf(failure, task, run2) {
  const [message, remedy] = refusalWords(failure, task, run2);
  return { message, remedy };
}
function refusalWords(failure, task, run2) {
  const { noun, off } = task;
  const refused = `GitHub refused ${noun}`;
  switch (failure.kind) {
    case "no-token":
      return [
        `There is no token to publish ${noun} with.`,
        `Leave the input \`github-token\` out, or set it to \`\${{ github.token }}\`.`
      ];
    case "malformed-token":
      return [
        `The token to publish ${noun} with contains a character that no token has.`,
        "Look for a space or a line break inside the input `github-token`, or leave the input out."
      ];
    case "unauthorized":
      return [
        `${refused}: the token is wrong or has expired (401).`,
        "Leave the input `github-token` out: the default, the token of the job, is valid as long as the job runs."
      ];
    case "forbidden":
      return forbidden(failure.said, task, run2);
    case "locked":
      return [
        `${refused}: the conversation is locked (403 ${failure.said}).`,
        `Unlock the conversation, or turn publishing off with \`${off}\`.`
      ];
    case "gone":
      return [
        `${refused}: it was deleted, or the repository has issues turned off (410 ${failure.said}).`,
        `Turn issues on in the settings of the repository, or turn publishing off with \`${off}\`.`
      ];
    case "not-found":
      return [
        `GitHub could not find where to put ${noun}, or hides it from this token (404).`,
        `Give the job permission to see it:
${permissionsYaml(task)}`
      ];
    case "too-long":
    case "refused":
      return [`${refused} (${failure.status} ${failure.said}).`, READ_THE_SUMMARY];
    case "rate-limited":
      return [
        `GitHub accepts no more requests with this token for ${Math.ceil(failure.waitMs / 1e3)} s, so ${noun} was not published.`,
        "Run the job again after that time."
      ];
    case "server-error":
      return [`GitHub failed while publishing ${noun} (${failure.status}).`, TRY_LATER];
    case "out-of-time":
      return [`GitHub took too long to publish ${noun}.`, TRY_LATER];
    case "no-answer":
      return [`No answer from GitHub while publishing ${noun} (${failure.code}).`, checkNetwork(run2)];
    case "garbled":
      return [`The answer about ${noun} did not come from the GitHub API.`, checkNetwork(run2)];
    default:
      return failure;
  }
}
function forbidden(said, task, run2) {
  const refused = `GitHub refused ${task.noun}`;
  if (run2.pullRequest?.isFork)
    return [
      `${refused}: the pull request comes from a fork, so the token is read-only (403 ${said}).`,
      "To get the comment anyway, let a second workflow post the output `comment-body`: copy `.github/examples/fork-comment.yml`."
    ];
  if (!/not accessible/i.test(said))
    return [
      `${refused} (403 ${said}).`,
      `If the job lacks a permission, give it these:
${permissionsYaml(task)}`
    ];
  return [
    `${refused}: the token lacks the permission \`${task.permission}\` (403 ${said}).`,
    `Give it to the job; without these lines, runs that Dependabot starts have a read-only token:
${permissionsYaml(task)}`
  ];
}
var checkNetwork = ({ apiUrl }) => `Check that the runner can reach ${apiUrl}, through its proxy if it has one. ${TRY_LATER}`;
var permissionsYaml = ({ permission }) => `permissions:
  contents: read
  ${permission}`;

// src/github/sticky/sticky.ts
async function publishSticky(github, publication) {
  const { run: run2, task, inBytes, shorterBytes } = publication;
  const session = github.session();
  try {
    const whole = await settle(session, inBytes(MARKDOWN_BUDGET)).catch(whenFailed(["too-long"], void 0));
    const { untold, ...outcome } = whole ?? await settle(session, inBytes(shorterBytes));
    const ofComment = { ...task, noun: `the comment under ${task.noun}` };
    return { ...outcome, ...untold && { untold: refusalOf(untold, ofComment, run2) } };
  } catch (error2) {
    if (!(error2 instanceof ApiError)) throw error2;
    return { status: "refused", ...refusalOf(error2.failure, task, run2) };
  }
}
var MOST_STEPS = 10;
async function settle(session, sticky) {
  let written;
  try {
    for (let taken = 0; taken < MOST_STEPS; taken += 1) {
      const step = nextStep(await ownPosts(session, sticky), sticky, written !== void 0);
      if (step.kind === "done") return settledAs(step, written);
      const isTakenOver = step.kind === "change" && byAge(step.post.marker, sticky.marker) === 0;
      const now = await takeStep(session, sticky, step);
      if (now) written = { ...written, ...now, ...isTakenOver && { isTakenOver } };
    }
  } catch (error2) {
    if (written === void 0 || !(error2 instanceof ApiError)) throw error2;
  }
  return written ?? { status: "unchanged" };
}
var settledAs = ({ status, url }, written) => ({
  ...written ?? { status },
  ...status === "superseded" && { status },
  ...url !== void 0 && { url }
});
function nextStep(own, sticky, hasWritten) {
  const { marker, creation } = sticky;
  const [kept, ...others] = own.toSorted((a, b) => a.id - b.id);
  if (kept === void 0)
    return creation && !hasWritten ? { kind: "create", change: creation } : { kind: "done", status: "not-wanted" };
  const isNewer = (post) => byAge(post.marker, marker) > 0;
  const isOurs = hasWritten && byAge(kept.marker, marker) === 0;
  const change = own.some(isNewer) ? "superseded" : isOurs ? "unchanged" : sticky.changeOf(kept);
  if (typeof change === "object") return { kind: "change", post: kept, change };
  const duplicate = others.find((post) => post.isOpen && !isNewer(post));
  if (duplicate) return { kind: "remove", duplicate, kept };
  return { kind: "done", status: change, url: kept.url };
}
var Answer = v2.pipe(
  v2.object({
    id: v2.number(),
    number: v2.optional(v2.number()),
    html_url: v2.string(),
    body: v2.nullish(v2.string(), ""),
    user: v2.nullable(v2.object({ login: v2.string() })),
    state: v2.optional(v2.string(), "open"),
    state_reason: v2.nullish(v2.string()),
    /** Set when the issue is a pull request. */
    pull_request: v2.optional(v2.unknown())
  }),
  v2.transform(({ id, number: number2 = id, html_url, body, state, ...issue }) => ({
    id: number2,
    url: html_url,
    body,
    isOpen: state === "open",
    isDeclined: state !== "open" && issue.state_reason === "not_planned",
    author: issue.user?.login,
    marker: issue.pull_request === void 0 ? readMarker(body) : void 0
  }))
);
async function ownPosts(session, { path, filter = {}, marker }) {
  const answers = await session.list(path, filter, Answer);
  const marked = answers.filter((answer) => answer.marker?.key === marker.key);
  if (marked.length === 0) return [];
  const login = await session.viewer();
  return marked.flatMap(
    ({ author, body, marker: own, ...post }) => own && author === login ? [{ ...post, marker: own, text: belowFirstLine(body) }] : []
  );
}
async function takeStep(session, sticky, step) {
  switch (step.kind) {
    case "create": {
      await sticky.prepare?.(session);
      const { status, fields } = step.change;
      const findMade = async () => (await ownPosts(session, sticky)).at(0);
      const { url } = await session.post(sticky.path, fields, Answer, findMade);
      return { status, url };
    }
    case "change":
      return applyChange(session, sticky, step.post, step.change);
    case "remove":
      if (sticky.closing) await applyChange(session, sticky, step.duplicate, sticky.closing(step.kept));
      else await session.delete(sticky.pathOf(step.duplicate.id));
      return void 0;
    default:
      return step;
  }
}
async function applyChange(session, { marker, pathOf }, post, { status, fields, comment }) {
  const path = pathOf(post.id);
  const isWritten = async () => {
    const now = await session.get(path, Answer);
    const isSame = now.marker && byAge(now.marker, post.marker) === 0 && now.isOpen === post.isOpen;
    if (isSame) await session.patch(path, fields, v2.object({}));
    return isSame ?? false;
  };
  if (!await isWritten().catch(whenFailed(["not-found", "gone"], false))) return void 0;
  const untold = comment && await addComment(session, `${path}/comments`, withMarker(marker, comment));
  return { status, url: post.url, ...untold && { untold } };
}
async function addComment(session, path, body) {
  const findMade = async () => (await session.list(path, {}, Answer)).find((one) => one.body.replaceAll("\r\n", "\n") === body);
  try {
    await session.post(path, { body }, v2.object({}), findMade);
    return void 0;
  } catch (error2) {
    if (error2 instanceof ApiError) return error2.failure;
    throw error2;
  }
}
var isUpToDate = (post, { marker }, text) => post.text === text && post.marker.head === marker.head;
var wellFormed = (text) => text.replace(new RegExp("\\p{Surrogate}|\\0", "gu"), "\uFFFD").replaceAll("\r\n", "\n").trimEnd();

// src/github/sticky/comment.ts
var TASK = { noun: "the comment", permission: "pull-requests: write", off: "comment: never" };
var SHORTER_BYTES = MARKDOWN_BUDGET / 2;
async function publishComment(github, request) {
  const { run: run2, key, text, isClean: isClean2, policy } = request;
  if (policy === "never" || run2.pullRequest === void 0) return { status: "not-wanted" };
  const { number: number2 } = run2.pullRequest;
  const isWanted = !isClean2 || policy === "always";
  return publishSticky(github, {
    run: run2,
    task: TASK,
    inBytes: (budget) => stickyComment(number2, markerOf(key, run2), { text: wellFormed(text(budget)), isWanted }),
    shorterBytes: SHORTER_BYTES
  });
}
function stickyComment(pullNumber, marker, { text, isWanted }) {
  const fields = { body: withMarker(marker, text) };
  return {
    marker,
    path: `/issues/${pullNumber}/comments`,
    pathOf: (id) => `/issues/comments/${id}`,
    ...isWanted && { creation: { status: "created", fields } },
    changeOf: (post) => isUpToDate(post, { marker }, text) ? "unchanged" : { status: "updated", fields }
  };
}

// src/github/sticky/issue.ts
import * as v3 from "./vendor/valibot.js";

// src/github/sticky/found.ts
var NOTHING = { entries: [], count: 0, notRun: [] };
var LIST_BYTES = 3e4;
var NAMED_BYTES = 1e4;
var byFingerprint = (a, b) => byText(a.fingerprint, b.fingerprint);
function foundOf(entries2, notRun) {
  const unique = [...new Map(entries2.map((entry) => [entry.fingerprint, entry])).values()];
  return { entries: unique.sort(byFingerprint), count: unique.length, notRun: [...new Set(notRun)].sort() };
}
function foundLine({ entries: entries2, count, notRun }) {
  const words = [];
  let bytes = 0;
  for (const { fingerprint, label } of entries2) {
    const whole = `${fingerprint}=${encodeWord(label)}`;
    const word = bytes + whole.length <= NAMED_BYTES ? whole : `${fingerprint}=`;
    bytes += word.length + 1;
    if (bytes > LIST_BYTES) break;
    words.push(word);
  }
  const head = `found of=${count} not-run=${notRun.map(encodeWord).join(",")}`;
  return `<!-- ${[head, ...words].join(" ")} -->`;
}
function readFound(line) {
  const [, count = "", notRun = "", words = ""] = /^<!-- found of=(\d{1,9}) not-run=(\S*)((?: [0-9a-f]{16}=\S*)*) -->$/.exec(line) ?? [];
  if (count === "") return NOTHING;
  const entries2 = [...words.matchAll(/ ([0-9a-f]{16})=(\S*)/g)].map(([, fingerprint = "", label]) => ({
    fingerprint,
    label: decodeWord(label) ?? ""
  }));
  return {
    entries: entries2,
    count: Math.max(Number(count), entries2.length),
    notRun: notRun.split(",").filter((part) => part !== "")
  };
}
var isCut = ({ entries: entries2, count }) => entries2.length < count;
var unlookedSince = (before, now) => before.count === 0 ? [] : now.notRun.filter((part) => !before.notRun.includes(part));
function newsOf(before, now) {
  const old = new Set(before.entries.map(({ fingerprint }) => fingerprint));
  const current = new Set(now.entries.map(({ fingerprint }) => fingerprint));
  const last = before.entries.at(-1)?.fingerprint ?? "";
  const unknown2 = now.entries.map(({ fingerprint }) => fingerprint).filter((one) => !old.has(one));
  const added = unknown2.filter((one) => !isCut(before) || one < last);
  const unlooked = unlookedSince(before, now);
  return {
    added,
    gone: unlooked.length > 0 ? [] : before.entries.filter(({ fingerprint }) => !current.has(fingerprint)),
    unsure: unknown2.length - added.length,
    unlooked
  };
}
function keptOf(before, now) {
  if (unlookedSince(before, now).length === 0) return now;
  const { entries: entries2 } = foundOf([...before.entries, ...now.entries], []);
  const unlisted = before.count - before.entries.length;
  return {
    entries: entries2,
    count: entries2.length + unlisted,
    notRun: before.notRun.filter((part) => now.notRun.includes(part))
  };
}

// src/github/sticky/news.ts
var clean = (runUrl) => `No drift any more: ${linked("a complete audit", runUrl)} found none. Closed.`;
var duplicateOf = ({ id }) => `Duplicate of #${id}: two audits ran at the same time.`;
function newsWords(before, audit) {
  const { added, gone, unsure, unlooked } = newsOf(before, audit.found);
  if (added.length + gone.length === 0) return void 0;
  const changes = [
    ...added.length > 0 ? [`${added.length} new`] : [],
    ...gone.length > 0 ? [`${gone.length} gone`] : []
  ];
  const total = counted(audit.found.count, "finding");
  return withinBytes([
    `**${upperFirst(listed(changes))}** in ${linked("the latest audit", audit.runUrl)}: ${total} now.`,
    ...titledList("New", sentencesOf(added, audit)),
    ...titledList(
      "Gone",
      gone.map(({ fingerprint, label }) => label || `finding ${fingerprint}`)
    ),
    ...unlooked.length > 0 ? ["", `Findings that are gone are not listed, because this audit skipped: ${listed(unlooked)}.`] : [],
    ...unsure > 0 ? ["", `Another ${counted(unsure, "finding")} may or may not be new: the earlier list was cut short.`] : []
  ]);
}
function reopened(before, audit, { isDeclined }) {
  const { found, runUrl } = audit;
  const link = linked("the latest audit", runUrl);
  if (isDeclined)
    return withinBytes([
      `**Reopened:** ${link} found more than this issue listed when it was closed as not planned.`,
      ...titledList("New", sentencesOf(newsOf(before, found).added, audit))
    ]);
  const fingerprints = found.entries.map(({ fingerprint }) => fingerprint);
  return withinBytes([
    `**Reopened:** ${link} found drift, ${counted(found.count, "finding")}.`,
    ...titledList("Found", sentencesOf(fingerprints, audit))
  ]);
}
function sentencesOf(fingerprints, { findings }) {
  const sentences = new Map(findings.map(({ fingerprint, sentence }) => [fingerprint, sentence]));
  return fingerprints.map((fingerprint) => sentences.get(fingerprint) ?? `finding ${fingerprint}`);
}
var LONGEST = 400;
var titledList = (title, items) => items.length === 0 ? [] : [
  "",
  `${title}:`,
  "",
  ...items.map((item) => `- ${proseToMarkdown(shortened(visible(item), LONGEST))}`)
];
var BYTES = 3e4;
function withinBytes(texts) {
  const lines = texts.map((text) => ({ text }));
  const more = (left) => ["", `\u2026 and ${counted(left.length, "more line")}.`];
  return withinBudget(lines, [], BYTES, more).trimEnd();
}

// src/github/sticky/issue.ts
var LABEL = "database-drift";
var TASK2 = { noun: "the issue", permission: "issues: write", off: "issue: never" };
var LONGEST_TITLE = 200;
async function publishIssue(github, request) {
  const { run: run2, key, findings, notRun, isFailed, policy } = request;
  if (policy === "never") return { status: "not-wanted" };
  if (isFailed || findings.length === 0 && notRun.length > 0) return { status: "left-alone" };
  const marker = markerOf(key, run2);
  const hidden = notRun.length > 0 ? LIST_BYTES : Buffer.byteLength(foundLine(foundOf(findings, notRun)));
  const ownBytes = Buffer.byteLength(markerLine(marker)) + hidden + 2;
  return publishSticky(github, {
    run: run2,
    task: TASK2,
    inBytes: (budget) => stickyIssue(marker, {
      ...request,
      runUrl: urlOfRun(run2),
      text: wellFormed(request.text(budget - ownBytes))
    }),
    shorterBytes: LIST_BYTES + 1e4
  });
}
function stickyIssue(marker, { title, text, findings, notRun, runUrl }) {
  const found = foundOf(findings, notRun);
  const isClean2 = findings.length === 0;
  const news = { found, findings, runUrl };
  const below = (before = NOTHING) => `${foundLine(keptOf(before, found))}
${text}`.trimEnd();
  const fields = {
    title: shortened(wellFormed(title), LONGEST_TITLE),
    body: withMarker(marker, below()),
    labels: [LABEL]
  };
  return {
    marker,
    path: "/issues",
    pathOf: (number2) => `/issues/${number2}`,
    filter: { labels: LABEL, state: "all", sort: "created", direction: "asc" },
    ...!isClean2 && { creation: { status: "opened", fields } },
    prepare: makeLabel,
    changeOf(post) {
      const before = readFound(post.text.split("\n", 1).join());
      const body = withMarker(marker, below(before));
      if (isClean2)
        return post.isOpen ? { status: "closed", fields: { body, ...CLOSED }, comment: clean(runUrl) } : "unchanged";
      if (post.isOpen) {
        if (isUpToDate(post, { marker }, below(before))) return "unchanged";
        const comment2 = newsWords(before, news);
        return { status: "updated", fields: { body }, ...comment2 !== void 0 && { comment: comment2 } };
      }
      if (post.isDeclined && newsOf(before, found).added.length === 0) return "left-closed";
      const comment = reopened(before, news, post);
      return { status: "reopened", fields: { body, state: "open", state_reason: "reopened" }, comment };
    },
    closing: (kept) => ({ status: "closed", fields: CLOSED, comment: duplicateOf(kept) })
  };
}
var CLOSED = { state: "closed", state_reason: "completed" };
async function makeLabel(session) {
  const label = {
    name: LABEL,
    color: "d93f0b",
    description: "The live database, Git and the committed types disagree"
  };
  try {
    await session.post("/labels", label, v3.object({}), async () => ({}));
  } catch (error2) {
    const isThere = error2 instanceof ApiError && error2.failure.kind === "refused" && error2.failure.status === 422;
    if (!isThere) throw error2;
  }
}

// src/github/posts.ts
async function publishPosts(result) {
  const { context, report } = result;
  if ("problem" in context) return;
  const { inputs, run: run2, github } = context;
  if (inputs.mode === "check") {
    const outcome = await publishComment(github, {
      run: run2,
      key: commentKeyOf(context),
      text: (budget) => markdownOf(withoutTimes(result), { budget }),
      isClean: isClean(report),
      policy: inputs.commentPolicy
    });
    logOutcome("comment", outcome, "Give each its own `comment-key`, for example the value of the matrix.");
  } else if (!run2.isOnDefaultBranch) {
    core.info(
      "No issue is opened or updated, because this is not the default branch. The report is in the summary."
    );
  } else {
    const outcome = await publishIssue(github, issueOf(result, context));
    if (outcome.status === "left-alone") core.warning(leftAlone(report));
    logOutcome("issue", outcome, "Give each database its own `environment`.");
    if (outcome.status !== "refused" && outcome.url !== void 0) core.setOutput("issue-url", outcome.url);
  }
}
function logOutcome(noun, outcome, remedyForShared) {
  if (outcome.status === "refused") {
    core.warning(`${outcome.message} ${outcome.remedy}`);
    return;
  }
  const { status, url, untold, isTakenOver } = outcome;
  if (untold) core.warning(`${untold.message} ${untold.remedy}`);
  if (isTakenOver)
    core.warning(
      `Another step or job of this run uses the same ${noun}, so its result was overwritten. ${remedyForShared}`
    );
  if (url !== void 0) core.info(`${upperFirst(noun)} ${status}: ${url}`);
}
function commentBodyOf(result) {
  const { context, report } = result;
  if ("problem" in context || context.inputs.mode === "audit") return "";
  if (isClean(report) && context.inputs.commentPolicy !== "always") return "";
  return withMarker(markerOf(commentKeyOf(context), context.run), markdownOf(withoutTimes(result)));
}
var commentKeyOf = ({ inputs, run: run2, prefix }) => commentKey(run2, prefix, inputs.commentKey);
var isClean = (report) => report.status !== "failed" && report.findings.length === 0 && !changesJudgment(report);
function issueOf(result, { inputs, run: run2, prefix }) {
  const { report } = result;
  const { environment = "" } = inputs.options;
  const whose = [environment, visible(prefix.replace(/\/$/, ""))].filter((part) => part !== "");
  return {
    run: run2,
    key: issueKey(prefix, environment),
    title: ["Database drift", ...whose].join(" \xB7 "),
    // Words, for the address of a run is another one each time.
    text: (budget) => markdownOf(withoutTimes(result), { budget, wholeAt: "the summary of the last audit" }),
    findings: report.findings.map((finding) => ({
      fingerprint: finding.fingerprint,
      label: auditLabel(finding),
      sentence: upperFirst(finding.message)
    })),
    notRun: report.notRun.map(({ part }) => part),
    isFailed: report.status === "failed",
    policy: inputs.issuePolicy
  };
}
var LONGEST_NAME = 120;
var auditLabel = ({ ruleId, subject, id }) => `${inWords(ruleId)}: ${inWords(subject.kind)} ${named(shortened(id, LONGEST_NAME))}`;
var inWords = (name) => name.replaceAll("-", " ");
function leftAlone({ status, notRun }) {
  const kept = "If there is an issue, it was left as it is, because this audit";
  if (status === "failed") return `${kept} could not check.`;
  const parts = notRun.map(({ part }) => part).join(", ");
  return `${kept} skipped: ${parts}. If everything it lists is settled, close it yourself; new drift reopens it.`;
}

// src/github/publish.ts
async function publish(result) {
  if (result.context.inputs?.annotations ?? true) annotate(result);
  const untouched = result.report.notices.find(({ code }) => code === "nothing-touched");
  if (untouched) core2.notice(untouched.message, { title: "Nothing to compare" });
  let written = result.written ?? {};
  await warnOnFailure("The files for later steps", async () => {
    written = await writeFiles(result);
  });
  await warnOnFailure("The outputs", async () => {
    const outputs = outputsOf(result.report, written, commentBodyOf(result));
    for (const [name, value] of Object.entries(outputs)) core2.setOutput(name, value);
  });
  await warnOnFailure("The step summary", async () => {
    await core2.summary.addRaw(markdownOf(result, { budget: SUMMARY_BUDGET }), true).write();
  });
  const post = result.context.inputs?.mode === "audit" ? "The issue" : "The comment";
  await warnOnFailure(post, () => publishPosts(result));
}
async function warnOnFailure(what, act) {
  try {
    await act();
  } catch (error2) {
    const remedy = isKnownError(error2) ? ` ${error2.remedy}` : "";
    core2.warning(
      `${what} could not be written: ${messageOf(error2)}${remedy} The check's result is not affected.`
    );
  }
}
function annotate({ context, report }) {
  const prefix = "problem" in context ? "" : context.prefix;
  for (const { level, message, title, file, line, column } of annotationsOf(report, prefix)) {
    const at = file === void 0 ? {} : { file, ...line && { startLine: line }, ...column && { startColumn: column } };
    const say = { error: core2.error, warning: core2.warning, notice: core2.notice }[level];
    say(message, { title, ...at });
  }
}
async function writeFiles({ report, patch, written = {} }) {
  const folder = await mkdtemp(join(process.env.RUNNER_TEMP ?? tmpdir(), "drift-gate-"));
  const json = written.json ?? join(folder, "report.json");
  if (written.json === void 0) await writeReport(json, renderJson(report));
  if (!patch) return { ...written, json };
  await writeReport(join(folder, "drift.patch"), patch);
  return { ...written, json, patch: join(folder, "drift.patch") };
}

// src/github/run-action.ts
import { readFile } from "node:fs/promises";
async function runAction(context, listener) {
  try {
    if ("problem" in context) throw context.problem;
    return await checked(context, listener);
  } catch (error2) {
    if (!isKnownError(error2)) throw error2;
    const report = failedReport(context.inputs?.mode ?? "check", context.options, error2);
    return { context, report: withCommands(report, listener.program ?? PROGRAM) };
  }
}
async function checked(context, listener) {
  const { inputs, options } = context;
  if (inputs.mode === "audit") refuseStrangers(context.run);
  if (inputs.mode === "audit" && inputs.options.live === void 0) throw withoutLiveUrl();
  for (const file of Object.values(inputs.reports)) await refuseUnwritable(file);
  const inventoryBefore = await readInventory(options);
  const ran = context.isUntouched ? unchecked(options) : await runMode(context, listener);
  const report = inputs.mode === "check" ? await withFileChanges(ran.report, context) : ran.report;
  const isInventoryChanged = await readInventory(options) !== inventoryBefore;
  const written = options.inventory === void 0 ? {} : { isInventoryChanged };
  return await withReports({ ...ran, context, report, written }, context);
}
function unchecked(options) {
  const { types, baseline, surface } = options;
  const project = discoverProject(options.project, { types, baseline, surface });
  return { report: judged(untouchedReport(project, options), options) };
}
var readInventory = async ({ inventory }) => inventory === void 0 ? void 0 : await readFile(inventory, "utf8").catch(() => void 0);
function runMode(context, listener) {
  const { mode } = context.inputs;
  const options = optionsOf(context.inputs, cliOf(context));
  const shown = { ...options, supabaseCli: void 0, resetWith: "built-in" };
  return run(mode, options, listener, { wantsPatch: mode === "check", shown });
}
function cliOf({ inputs, workspace }) {
  if (!needsCli(inputs)) return {};
  const program = cliOnPath(workspace);
  if (program !== void 0) return { supabaseCli: program };
  throw new UsageError({
    message: "The Supabase CLI is not on the path.",
    remedy: "Put it there with `supabase/setup-cli`, or set `reset-with: built-in`, which needs none."
  });
}
async function withReports(result, { inputs, prefix }) {
  const { report } = result;
  const { sarif, ...others } = inputs.reports;
  const wanted = { ...others, ...sarif && isComplete(report) && { sarif } };
  const { write, commit } = writesTogether();
  if (wanted.json) await writeReport(wanted.json, renderJson(report), write);
  if (wanted.markdown) await writeReport(wanted.markdown, markdownOf(result), write);
  if (wanted.sarif) await writeReport(wanted.sarif, renderSarif(report, { prefix }), write);
  if (wanted.html) await writeReport(wanted.html, renderHtml(report), write);
  await commit();
  return { ...result, written: { ...result.written, ...wanted } };
}
var isComplete = ({ status, notRun }) => status !== "failed" && notRun.every(({ part }) => part === "confirmation");

// src/github/perform.ts
async function perform(environment, around) {
  const context = await readContext(environment, setSecret);
  const result = await withoutCommands(() => runAndPrint(context, around));
  await publish(result);
  return exitCodeOf(result.report);
}
var stopWord;
async function withoutCommands(print) {
  stopWord = randomUUID();
  process.stdout.write(`::stop-commands::${stopWord}
`);
  const result = await print();
  allowCommands();
  return result;
}
function allowCommands() {
  if (stopWord !== void 0) process.stdout.write(`
::${stopWord}::
`);
  stopWord = void 0;
}
async function runAndPrint(context, around) {
  const { show } = progressOn(process.stdout, false);
  const result = await runAction(context, {
    onProgress: show,
    onCliLine: (line) => process.stdout.write(`supabase \u2502 ${line}
`),
    program: PUBLISHED ? `npx supabase-drift-gate@${VERSION}` : PROGRAM,
    ...around
  });
  const text = renderReport("text", result.report, { colour: true, width: 120, verbose: true });
  process.stdout.write(`
${text}`);
  return result;
}

// src/action.ts
process.on("uncaughtException", (error2) => {
  allowCommands();
  setFailed(`Could not check, because of a bug in Drift Gate: ${error2.stack ?? error2.message}`);
  process.exit(2);
});
process.exitCode = await perform(process.env, { guard: endOnSignals });
