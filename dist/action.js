import {
  SUMMARY_BUDGET,
  counted,
  exitCodeOf,
  failedReport,
  gradeOf,
  levelOf,
  linked,
  listed,
  progressOn,
  proseToMarkdown,
  refuseUnwritable,
  remediesOf,
  renderHtml,
  renderJson,
  renderMarkdown,
  renderReport,
  renderSarif,
  run,
  shortened,
  shownAt,
  titleOf,
  upperFirst,
  withinBudget,
  writeReport,
  writesTogether
} from "./chunk-OBTYTDJR.js";
import "./chunk-ZSABCB6M.js";
import "./chunk-HD46L45G.js";
import "./chunk-ORLUZEXF.js";
import {
  endOnSignals
} from "./chunk-6Y7LAEY6.js";
import {
  ApiError,
  changeOf,
  givenWith,
  inputWords,
  needsCli,
  optionsOf,
  placeOf,
  readInputs,
  refuseStrangers,
  secretsIn,
  untouchedReport,
  withoutLiveUrl
} from "./chunk-OPLO3ZPW.js";
import {
  cliOnPath
} from "./chunk-EKBXHG5Z.js";
import "./chunk-7KXGRCNB.js";
import {
  BASELINE_FILE,
  discoverProject,
  namedList,
  parseOptions,
  repositoryPath
} from "./chunk-DR5UBCCJ.js";
import "./chunk-LLRS65AR.js";
import {
  formatObjectId,
  ownerOf
} from "./chunk-5MQOC3CF.js";
import "./chunk-R33GQ55B.js";
import "./chunk-LX6ZEJ6O.js";
import "./chunk-UDFWES7G.js";
import "./chunk-GSVH2RJZ.js";
import {
  named
} from "./chunk-H4QNX2DM.js";
import {
  visible,
  visibleLines
} from "./chunk-XFEMIPZ6.js";
import {
  groupBy
} from "./chunk-EYYZ4LIQ.js";
import "./chunk-474KXQOH.js";
import "./chunk-3W2CHIF6.js";
import "./chunk-26BVDADO.js";
import "./chunk-VD46WKPQ.js";
import "./chunk-PHKX5COY.js";
import "./chunk-ZUCB7KWV.js";
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
  const told2 = new Set(shown.flatMap(({ findings }) => findings));
  return new Set(left.flatMap(({ findings }) => findings).filter((finding) => !told2.has(finding))).size;
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
  const told2 = findings.slice(0, MOST_SENTENCES).map(sentenceOf);
  const left = findings.length - told2.length;
  const telling = findings.filter(
    ({ compatibility }) => compatibility === void 0 || findings.length === 1
  );
  return [
    ...told2,
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

// src/github/baseline-change.ts
import * as v from "./vendor/valibot.js";
async function withBaselineChange(report, { github, run: run2, prefix }) {
  if (run2.pullRequest === void 0) return report;
  const { baseline = BASELINE_FILE } = report.project;
  const isThere = report.project.baseline !== void 0;
  const change = await changeOf(github, run2, repositoryPath(prefix, baseline));
  if (change === void 0 || change === "too-many-files" && !isThere) return report;
  const notice2 = {
    code: "baseline-changed",
    message: change === "too-many-files" ? `GitHub does not list all files of this pull request: look whether it changes ${named(baseline)}, the drift that is accepted.` : `This pull request ${isThere ? "changes" : "takes away"} ${named(baseline)}, the drift that is accepted: ${told(change.patch ?? "")}.`
  };
  return { ...report, notices: [notice2, ...report.notices] };
}
var changesBaseline = ({ notices }) => notices.some(({ code }) => code === "baseline-changed");
var Entry = v.object({ object: v.string(), rule: v.string() });
function told(patch) {
  const [added, removed] = [linesOf2(patch, "+"), linesOf2(patch, "-")];
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
  return counts.length === 0 ? "look at what it does to it" : `it ${counts.join(", and ")}`;
}
var linesOf2 = (patch, sign) => patch.split("\n").filter((line) => line.startsWith(sign)).map((line) => line.slice(1).trim().replace(/,$/, ""));
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

// src/github/marker.ts
var NAME = "supabase-drift-gate";
var markerLine = ({ key, head, run: run2, attempt: attempt2 }) => `<!-- ${NAME} key=${encodeWord(key)} head=${encodeWord(head)} run=${run2} attempt=${attempt2} -->`;
function readMarker(text) {
  const [, fields = ""] = /^<!-- supabase-drift-gate((?: [a-z]+=\S*)+) -->(?:\r?\n|$)/.exec(text) ?? [];
  const values = new Map([...fields.matchAll(/ ([a-z]+)=(\S*)/g)].map(([, name, value]) => [name, value]));
  const key = decodeWord(values.get("key"));
  const head = decodeWord(values.get("head"));
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
  return joined([run2.workflow, run2.job, project]);
}
var issueKey = (project, environment = "") => joined(["audit", project, environment]);
var joined = (parts) => parts.map((part) => part.replace(/[%#]/g, encodeURIComponent)).join("#");
var encodeWord = (value) => encodeURIComponent(value.replace(new RegExp("\\p{Surrogate}", "gu"), "\uFFFD")).replaceAll("%2F", "/").replaceAll("%23", "#").replaceAll("--", "-%2D");
function decodeWord(value) {
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
import * as v2 from "./vendor/valibot.js";
var Listed = v2.object({
  id: v2.number(),
  html_url: v2.string(),
  body: v2.optional(v2.string(), ""),
  user: v2.nullable(v2.object({ login: v2.string() }))
});
var Url = v2.pipe(
  v2.object({ html_url: v2.string() }),
  v2.transform(({ html_url }) => ({ url: html_url }))
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
        remedy: `Unlock the conversation, or turn publishing off with \`${task.off}\`.`
      };
    case "gone":
      return {
        message: `GitHub refused ${task.noun}: the place for it was deleted or is turned off (410 ${failure.said}).`,
        remedy: `Turn issues on in the settings of the repository, or turn publishing off with \`${task.off}\`.`
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
var TASK = { noun: "the comment", permission: "pull-requests: write", off: "comment: never" };
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
async function settle(thread, wanted, shortened2) {
  try {
    return await takeSteps(thread, wanted);
  } catch (error2) {
    const isTooLong = error2 instanceof ApiError && error2.failure.kind === "too-long";
    if (!isTooLong || shortened2 === void 0) throw error2;
    return await settle(thread, { ...wanted, text: shortened2() }, void 0);
  }
}
async function takeSteps(thread, wanted) {
  let written2;
  let isTakenOver = false;
  try {
    for (let taken = 0; taken < MOST_STEPS; taken += 1) {
      const step = nextStep(await thread.own(wanted.marker.key), wanted, written2 !== void 0);
      if (step.kind === "done") return { ...outcomeOf(step, written2), ...isTakenOver && { isTakenOver } };
      if (step.kind === "update" && written2 === void 0)
        isTakenOver = byAge(step.comment.marker, wanted.marker) === 0;
      written2 = await thread.take(step, wanted) ?? written2;
    }
  } catch (error2) {
    if (written2 === void 0 || !(error2 instanceof ApiError)) throw error2;
  }
  return written2 ?? { status: "unchanged" };
}
function outcomeOf({ status, url }, written2) {
  if (written2 === void 0 || status === "superseded")
    return url === void 0 ? { status } : { status, url };
  return { ...written2, ...url !== void 0 && { url } };
}
var wellFormed = (body) => body.replace(new RegExp("\\p{Surrogate}|\\0", "gu"), "\uFFFD").replaceAll("\r\n", "\n").trimEnd();
function shorter({ run: run2, body, shorten }) {
  if (shorten) return shorten(SHORTER_BYTES);
  const [verdict = ""] = body.trimStart().split("\n", 1);
  const heading = verdict.startsWith("#") && verdict.length <= LONGEST_HEADING ? verdict : "## Supabase Drift Gate";
  return `${heading}

The report is too long for a comment. [The run](${urlOfRun(run2)}) has the whole of it.`;
}

// src/github/issue-found.ts
var NOTHING = { entries: [], count: 0, notRun: [] };
var LIST_BYTES = 3e4;
var NAMED_BYTES = 1e4;
var byFingerprint = (a, b) => a.fingerprint < b.fingerprint ? -1 : Number(a.fingerprint > b.fingerprint);
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

// src/github/issue-step.ts
function nextStep2(own, wanted, hasWritten) {
  const [oldest, ...others] = own.toSorted((a, b) => a.number - b.number);
  if (oldest === void 0)
    return wanted.isClean || hasWritten ? { kind: "done", status: "not-wanted" } : { kind: "open" };
  const { url } = oldest;
  const isSuperseded = own.some(({ marker }) => byAge(marker, wanted.marker) > 0);
  const isOurs = hasWritten && byAge(oldest.marker, wanted.marker) === 0;
  const step = isSuperseded || isOurs ? void 0 : stepOn(oldest, wanted);
  if (step !== void 0 && step.kind !== "done") return step;
  const surplus = others.find(({ isOpen, marker }) => isOpen && byAge(marker, wanted.marker) <= 0);
  if (surplus) return { kind: "close-duplicate", issue: surplus, original: oldest };
  return step ?? { kind: "done", status: isSuperseded ? "superseded" : "unchanged", url };
}
function stepOn(issue2, wanted) {
  const { url, isOpen, isDeclined, found } = issue2;
  if (wanted.isClean) return isOpen ? { kind: "close", issue: issue2 } : { kind: "done", status: "unchanged", url };
  if (isOpen)
    return says2(issue2, wanted) ? { kind: "done", status: "unchanged", url } : { kind: "update", issue: issue2 };
  if (isDeclined && newsOf(found, wanted.found).added.length === 0)
    return { kind: "done", status: "left-closed", url };
  return { kind: "reopen", issue: issue2 };
}
var says2 = ({ marker, text, found }, wanted) => text === wanted.text && marker.head === wanted.marker.head && foundLine(found) === foundLine(keptOf(found, wanted.found));

// src/github/issue-thread.ts
import * as v3 from "./vendor/valibot.js";
var LABEL = "database-drift";
var Author = v3.nullable(v3.object({ login: v3.string() }));
var Issue = v3.object({
  number: v3.number(),
  html_url: v3.string(),
  state: v3.string(),
  state_reason: v3.nullish(v3.string()),
  body: v3.nullish(v3.string()),
  user: Author,
  /** Set when it is a pull request. */
  pull_request: v3.optional(v3.unknown())
});
var Comment = v3.object({ html_url: v3.string(), body: v3.optional(v3.string(), ""), user: Author });
var Anything = v3.object({});
var ALL = "/issues";
var ONE2 = "/issues/{issue_number}";
var COMMENTS = "/issues/{issue_number}/comments";
function issuesOf(session) {
  const own = async (key) => {
    const parameters = { labels: LABEL, state: "all", sort: "created", direction: "asc" };
    const marked = (await session.list(ALL, parameters, Issue)).flatMap((issue2) => {
      const marker = readMarker(issue2.body ?? "");
      return marker?.key === key && issue2.pull_request === void 0 ? [{ issue: issue2, marker }] : [];
    });
    if (marked.length === 0) return [];
    const login = await session.viewer();
    return marked.filter(({ issue: issue2 }) => issue2.user?.login === login).map(ownOf);
  };
  const open = async (wanted) => {
    await makeLabel(session);
    const issue2 = { title: wanted.title, body: bodyOf(wanted, NOTHING), labels: [LABEL] };
    const findMade = async () => {
      const [made] = await own(wanted.marker.key);
      return made && { html_url: made.url };
    };
    const { html_url: url } = await session.post(ALL, issue2, v3.object({ html_url: v3.string() }), findMade);
    return { status: "opened", url };
  };
  const change = async (issue2, changes) => {
    const which = { issue_number: issue2.number };
    try {
      const { body, state } = await session.get(ONE2, which, Issue);
      const marker = readMarker(body ?? "");
      if (marker === void 0 || byAge(marker, issue2.marker) !== 0) return false;
      if (state === "open" !== issue2.isOpen) return false;
      await session.patch(ONE2, { ...which, ...changes }, Anything);
      return true;
    } catch (error2) {
      const isGone = error2 instanceof ApiError && ["not-found", "gone"].includes(error2.failure.kind);
      if (isGone) return false;
      throw error2;
    }
  };
  return {
    own,
    async take(step, wanted, comment2) {
      if (step.kind === "open") return open(wanted);
      const { issue: issue2 } = step;
      if (!await change(issue2, changesOf(step, wanted))) return void 0;
      const untold = comment2 && await tell(session, issue2.number, wanted.marker, comment2);
      if (step.kind === "close-duplicate") return void 0;
      return { status: DONE[step.kind], url: issue2.url, ...untold && { untold } };
    }
  };
}
var DONE = { update: "updated", reopen: "reopened", close: "closed" };
function changesOf(step, wanted) {
  const body = bodyOf(wanted, step.issue.found);
  switch (step.kind) {
    case "update":
      return { body };
    case "reopen":
      return { body, state: "open", state_reason: "reopened" };
    case "close":
      return { body, state: "closed", state_reason: "completed" };
    case "close-duplicate":
      return { state: "closed", state_reason: "completed" };
    default:
      return step;
  }
}
var bodyOf = ({ marker, found, text }, before) => `${markerLine(marker)}
${foundLine(keptOf(before, found))}
${text}`;
function ownOf({ issue: issue2, marker }) {
  const below = textUnderMarker(issue2.body ?? "");
  const [line = ""] = below.split("\n", 1);
  return {
    number: issue2.number,
    url: issue2.html_url,
    isOpen: issue2.state === "open",
    isDeclined: issue2.state !== "open" && issue2.state_reason === "not_planned",
    marker,
    found: readFound(line),
    text: textUnderMarker(below)
  };
}
async function makeLabel(session) {
  const label = {
    name: LABEL,
    color: "d93f0b",
    description: "The live database, Git and the committed types disagree"
  };
  try {
    await session.post("/labels", label, Anything, async () => ({}));
  } catch (error2) {
    if (!(error2 instanceof ApiError && error2.failure.kind === "refused" && error2.failure.status === 422))
      throw error2;
  }
}
async function tell(session, number3, marker, comment2) {
  const parameters = { issue_number: number3 };
  const body = `${markerLine(marker)}
${comment2.trimEnd()}`;
  const findMade = async () => (await session.list(COMMENTS, parameters, Comment)).find(
    (one) => one.body.replaceAll("\r\n", "\n") === body
  );
  try {
    await session.post(COMMENTS, { ...parameters, body }, Comment, findMade);
    return void 0;
  } catch (error2) {
    if (error2 instanceof ApiError) return error2.failure;
    throw error2;
  }
}

// src/github/issue-words.ts
var BYTES = 3e4;
var LONGEST = 400;
function commentFor(step, found, sentences, runUrl) {
  switch (step.kind) {
    case "update":
      return newsWords(newsOf(step.issue.found, found), found, sentences, runUrl);
    case "reopen":
      return returned(step.issue, found, sentences, runUrl);
    case "close":
      return `No drift any more, as ${linked("a complete audit", runUrl)} found. Closed.
`;
    case "close-duplicate":
      return `Duplicate of #${step.original.number}: two audits ran at once.
`;
    default:
      return step;
  }
}
function newsWords(news, { count }, sentences, runUrl) {
  const { added, gone, unsure, unlooked } = news;
  if (added.length + gone.length === 0) return void 0;
  const changes = [
    ...added.length > 0 ? [`${added.length} new`] : [],
    ...gone.length > 0 ? [`${gone.length} gone`] : []
  ];
  return written([
    `**${upperFirst(listed(changes))}**, as ${linked("the audit", runUrl)} found: ${counted(count, "finding")} now.`,
    ...list("New", added.map(sentenceIn(sentences))),
    ...list(
      "Gone",
      gone.map(({ fingerprint, label }) => label || `finding ${fingerprint}`)
    ),
    ...unlooked.length > 0 ? ["", `What went away is not told, for this audit left out: ${listed(unlooked)}.`] : [],
    ...unsure > 0 ? [
      "",
      `Of ${counted(unsure, "more finding")} it is not known whether they are new: there were too many to note.`
    ] : []
  ]);
}
function returned({ isDeclined, found: before }, found, sentences, runUrl) {
  const all = found.entries.map(({ fingerprint }) => fingerprint);
  const audit = linked("the audit", runUrl);
  if (!isDeclined)
    return written([
      `**Reopened:** ${audit} found drift, ${counted(found.count, "finding")}.`,
      ...list("Found", all.map(sentenceIn(sentences)))
    ]);
  const { added } = newsOf(before, found);
  return written([
    `**Reopened:** ${audit} found more than this issue listed when it was closed as not planned.`,
    ...list("New", added.map(sentenceIn(sentences)))
  ]);
}
var sentenceIn = (sentences) => (fingerprint) => sentences.get(fingerprint) ?? `finding ${fingerprint}`;
var list = (title, items) => items.length === 0 ? [] : [
  "",
  `${title}:`,
  "",
  ...items.map((item) => `- ${proseToMarkdown(shortened(visible(item), LONGEST))}`)
];
function written(texts) {
  const lines = texts.map((text) => ({ text }));
  const more = (left) => ["", `\u2026 and ${counted(left.length, "more line")}.`];
  return withinBudget(lines, [], BYTES, more);
}

// src/github/issue.ts
var TASK2 = { noun: "the issue", permission: "issues: write", off: "issue: never" };
var COMMENT_TASK = { ...TASK2, noun: "the comment under the issue" };
var BODY_BYTES = 6e4;
var SHORTER_BYTES2 = LIST_BYTES + 1e4;
var MOST_STEPS2 = 10;
async function publishIssue(github, request) {
  const { run: run2, findings, notRun, isFailed, policy } = request;
  if (policy === "never") return { status: "not-wanted" };
  if (isFailed || findings.length === 0 && notRun.length > 0) return { status: "left-alone" };
  const thread = issuesOf(github.session());
  try {
    return await settle2(thread, request, [BODY_BYTES, SHORTER_BYTES2]);
  } catch (error2) {
    if (!(error2 instanceof ApiError)) throw error2;
    return { status: "refused", ...refusalOf(error2.failure, TASK2, run2) };
  }
}
async function settle2(thread, request, [budget = BODY_BYTES, ...shorter2]) {
  try {
    return await takeSteps2(thread, request, wantedOf(request, budget));
  } catch (error2) {
    const isTooLong = error2 instanceof ApiError && error2.failure.kind === "too-long";
    if (!isTooLong || shorter2.length === 0) throw error2;
    return await settle2(thread, request, shorter2);
  }
}
var LONGEST_TITLE = 200;
function wantedOf({ run: run2, key, title, text, findings, notRun }, budget) {
  const marker = markerOf(key, run2);
  const found = foundOf(
    findings.map(({ fingerprint, label }) => ({ fingerprint, label })),
    notRun
  );
  const hidden = notRun.length > 0 ? LIST_BYTES : Buffer.byteLength(foundLine(found));
  const left = budget - Buffer.byteLength(markerLine(marker)) - hidden - 2;
  return {
    marker,
    title: shortened(wellFormed2(title), LONGEST_TITLE),
    text: wellFormed2(text(left)),
    found,
    isClean: findings.length === 0
  };
}
async function takeSteps2(thread, { run: run2, findings }, wanted) {
  const sentences = new Map(findings.map(({ fingerprint, sentence }) => [fingerprint, sentence]));
  let written2;
  let isTakenOver = false;
  const outcome = (done) => ({
    ...outcomeOf2(done, written2, run2),
    ...isTakenOver && { isTakenOver }
  });
  try {
    for (let taken = 0; taken < MOST_STEPS2; taken += 1) {
      const step = nextStep2(await thread.own(wanted.marker.key), wanted, written2 !== void 0);
      if (step.kind === "done") return outcome(step);
      if (step.kind !== "open" && step.kind !== "close-duplicate" && written2 === void 0)
        isTakenOver = byAge(step.issue.marker, wanted.marker) === 0;
      const comment2 = step.kind === "open" ? void 0 : commentFor(step, wanted.found, sentences, urlOfRun(run2));
      written2 = await thread.take(step, wanted, comment2) ?? written2;
    }
  } catch (error2) {
    if (written2 === void 0 || !(error2 instanceof ApiError)) throw error2;
  }
  return outcome();
}
function outcomeOf2(done, written2, run2) {
  const url = done?.url ?? written2?.url;
  const status = written2 === void 0 || done?.status === "superseded" ? done?.status : written2.status;
  const untold = written2?.untold && refusalOf(written2.untold, COMMENT_TASK, run2);
  return {
    status: status ?? "unchanged",
    ...url !== void 0 && { url },
    ...untold && { untold }
  };
}
var wellFormed2 = (text) => text.replace(new RegExp("\\p{Surrogate}|\\0", "gu"), "\uFFFD").replaceAll("\r\n", "\n").trimEnd();

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

// src/github/issue-report.ts
function issueOf(verdict) {
  const { report, inputs, place } = verdict;
  const { environment = "" } = inputs.options;
  const whose = [environment, visible(place.prefix.replace(/\/$/, ""))].filter((part) => part !== "");
  return {
    run: place.run,
    key: issueKey(place.prefix, environment),
    title: ["Database drift", ...whose].join(" \xB7 "),
    text: (budget) => markdownOf({ ...verdict, report: lasting(report) }, { budget, wholeAt: WHOLE }),
    findings: report.findings.map((finding) => ({
      fingerprint: finding.fingerprint,
      label: labelOf(finding),
      sentence: upperFirst(finding.message)
    })),
    notRun: report.notRun.map(({ part }) => part),
    isFailed: report.status === "failed",
    policy: inputs.issuePolicy
  };
}
var WHOLE = "the summary of the last audit";
function lasting({ audits: _, ...report }) {
  return { ...report, timings: {} };
}
var LONGEST_NAME = 120;
var labelOf = ({ ruleId, subject, id }) => `${inWords(ruleId)}: ${inWords(subject.kind)} ${named(shortened(id, LONGEST_NAME))}`;
var inWords = (name) => name.replaceAll("-", " ");

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
var isRelation = ({ kind }) => kind === "table" || kind === "view" || kind === "materialized-view";

// src/judge.ts
import { readFile } from "node:fs/promises";

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
    if (inputs.mode === "audit") refuseStrangers(known.place.run);
    if (inputs.mode === "audit" && inputs.options.live === void 0) throw withoutLiveUrl();
    for (const file of Object.values(inputs.reports)) await refuseUnwritable(file);
    const before = await inventoryOf(known.options);
    const ran = given.isUntouched ? unchecked(known.options) : await ranOn(given, listener);
    const written2 = await inventoryWritten(known.options, before);
    const told2 = inputs.mode === "check" ? await withBaselineChange(ran.report, known.place) : ran.report;
    return await withReports({ ...known, ...ran, written: written2, report: inWordsOfInputs(told2) }, inputs);
  } catch (error2) {
    if (!isKnownError(error2)) throw error2;
    return { ...known, report: inWordsOfInputs(failedReport(inputs.mode, known.options, error2)) };
  }
}
function unchecked(options) {
  const project = discoverProject(options.project, { types: options.types, baseline: options.baseline });
  return { report: untouchedReport(project, options) };
}
function ranOn(given, listener) {
  const { mode } = given.inputs;
  const options = optionsOf({ ...given.inputs.options, ...cliOf(given) });
  const shown = { ...options, supabaseCli: void 0, resetWith: "built-in" };
  return run(mode, options, listener, { wantsPatch: mode === "check", shown });
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
  const { json, markdown, html } = reports;
  const sarif = isComplete(report) ? reports.sarif : void 0;
  const { write, commit } = writesTogether();
  if (json) await writeReport(json, renderJson(report), write);
  if (markdown) await writeReport(markdown, markdownOf(verdict), write);
  if (sarif) await writeReport(sarif, renderSarif(report, place && { prefix: place.prefix }), write);
  if (html) await writeReport(html, renderHtml(report), write);
  await commit();
  return {
    ...verdict,
    written: {
      ...verdict.written,
      ...json && { json },
      ...markdown && { markdown },
      ...sarif && { sarif },
      ...html && { html }
    }
  };
}
var inventoryOf = async ({ inventory }) => inventory === void 0 ? void 0 : await readFile(inventory, "utf8").catch(() => void 0);
var inventoryWritten = async (options, before) => options.inventory === void 0 ? {} : { isInventoryChanged: await inventoryOf(options) !== before };
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
  delete process.env.SUPABASE_DB_URL;
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
  process.stdout.write(
    `
${renderReport("text", verdict.report, { colour: true, width: 120, verbose: true })}`
  );
  return verdict;
}
async function publish(verdict) {
  const { report, inputs } = verdict;
  if (inputs?.annotations ?? true) annotate(verdict);
  const unlooked = report.notices.find(({ code }) => code === "nothing-touched");
  if (unlooked) core.notice(unlooked.message, { title: "Nothing to compare" });
  const text = markdownOf(verdict);
  let written2 = verdict.written ?? {};
  await attempt("The files for later steps", async () => {
    written2 = await writeFiles(verdict);
  });
  await attempt("The outputs", async () => {
    const outputs = outputsOf(report, written2, commentBodyOf(verdict, text));
    for (const [name, value] of Object.entries(outputs)) core.setOutput(name, value);
  });
  await attempt("The step summary", async () => {
    await core.summary.addRaw(markdownOf(verdict, { budget: SUMMARY_BUDGET }), true).write();
  });
  await attempt("The comment", () => comment(verdict, text));
  await attempt("The issue", () => issue(verdict));
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
  const written2 = { json: join(folder, "report.json"), ...asked };
  if (asked.json === void 0) await writeReport(join(folder, "report.json"), renderJson(report));
  if (!patch) return written2;
  await writeReport(join(folder, "drift.patch"), patch);
  return { ...written2, patch: join(folder, "drift.patch") };
}
function commentBodyOf({ report, inputs, place }, text) {
  if (inputs?.mode === "audit" || place === void 0 || isClean(report) && inputs?.commentPolicy !== "always")
    return "";
  return `${markerLine(markerOf(keyOf(inputs, place), place.run))}
${text}`;
}
var TAKEN_OVER = "The comment stood for another step or job of this run, and now shows the result of this one alone. Give each its own `comment-key`, the value of the matrix say.";
async function comment(verdict, body) {
  const { report, inputs, place } = verdict;
  if (inputs?.mode !== "check" || place === void 0) return;
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
var SHARED = "The issue stood for another step or job of this run, and now shows the result of this one alone. Give each database its own `environment`.";
async function issue({ inputs, place, ...verdict }) {
  if (inputs?.mode !== "audit" || place === void 0) return;
  if (!place.run.isOnDefaultBranch) {
    core.info("No issue is kept: this is not the default branch. The summary has the report.");
    return;
  }
  const outcome = await publishIssue(place.github, issueOf({ ...verdict, inputs, place }));
  if (outcome.status === "refused") return core.warning(`${outcome.message} ${outcome.remedy}`);
  const { status, url, untold, isTakenOver } = outcome;
  if (status === "left-alone") core.warning(leftAlone(verdict.report));
  if (untold) core.warning(`${untold.message} ${untold.remedy}`);
  if (isTakenOver) core.warning(SHARED);
  if (url === void 0) return;
  core.info(`Issue ${status}: ${url}`);
  core.setOutput("issue-url", url);
}
function leftAlone({ status, notRun }) {
  const kept = "The issue, if there is one, is left as it is: this audit";
  if (status === "failed") return `${kept} could not check.`;
  const parts = notRun.map(({ part }) => part).join(", ");
  return `${kept} left out ${parts}. Close it yourself if all that it lists is settled; new drift reopens it.`;
}
function isClean(report) {
  return report.status !== "failed" && report.findings.length === 0 && !changesBaseline(report);
}
function keyOf(inputs, { run: run2, prefix }) {
  return commentKey(run2, prefix, inputs?.commentKey);
}
