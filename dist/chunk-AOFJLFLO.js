import {
  areSame,
  faultOf,
  isDatabaseUrl
} from "./chunk-TBTZG2OD.js";
import {
  PLATFORM_SCHEMAS,
  configWhenAbsent,
  listMigrations,
  parseConfig
} from "./chunk-JV44P4EF.js";
import {
  makeFinding
} from "./chunk-7YTIUIN7.js";
import {
  RULES,
  isOfAudit,
  named
} from "./chunk-A6TUPFTR.js";
import {
  visible
} from "./chunk-GC345QKC.js";
import {
  byText,
  groupBy
} from "./chunk-QDXR42BG.js";
import {
  EnvironmentError,
  UsageError,
  isKnownError,
  messageOf
} from "./chunk-HIMI4JHW.js";

// src/formats.ts
var FORMATS = ["text", "json", "markdown", "sarif", "html"];

// src/config/options.ts
import * as v4 from "./vendor/valibot.js";

// src/findings/fail-on.ts
var FAIL_ON = ["drift", "dangerous", "breaking", "never"];

// src/config/audit-options.ts
import * as v2 from "./vendor/valibot.js";

// src/config/option-values.ts
import * as v from "./vendor/valibot.js";
var FILLED = v.pipe(v.string(), v.trim(), v.nonEmpty("names nothing"));
var PATH = v.pipe(
  FILLED,
  v.check((text) => !/[a-z][a-z0-9+.-]*:\/\//i.test(text), "was given a URL, not a path")
);

// src/config/audit-options.ts
var AUDIT_OPTIONS = {
  live: {
    flag: "--live <url>",
    description: "the postgresql:// URL of the live database, which is only read (default of audit: the variable SUPABASE_DB_URL)",
    only: ["audit", "accept"],
    remedy: "Give the connection string of the session pooler, percent-encoded, best as SUPABASE_DB_URL."
  },
  liveCa: {
    flag: "--live-ca <file>",
    description: "certificate that the live database's must be signed with, Supabase's or another",
    only: ["audit", "accept"],
    remedy: "Give the file that the dashboard offers under Database, Settings, SSL configuration, or leave `--live-ca` out."
  },
  liveTimeout: {
    flag: "--live-timeout <seconds>",
    description: "how long one statement may take in the live database",
    fallback: "60",
    only: ["audit", "accept"],
    remedy: "Give whole seconds from 1 to 3600, or leave `--live-timeout` out."
  },
  allowWritableRole: {
    flag: "--allow-writable-role",
    description: "audit with a role that could write; the session is read-only all the same",
    only: ["audit", "accept"],
    remedy: "Give `--allow-writable-role` alone, or leave it out."
  },
  environment: {
    flag: "--environment <name>",
    description: "what reports call the live database, production say",
    only: ["audit", "accept"],
    remedy: "Give a short name of letters, digits, spaces and `. _ / -`, or leave `--environment` out."
  },
  inventory: {
    flag: "--inventory <file>",
    description: "Markdown file to keep the inventory and the audit history in, docs/database/inventory.md say",
    only: ["audit"],
    remedy: "Give the path of a Markdown file, or leave `--inventory` out."
  }
};
var WHOLE_SECONDS = v2.pipe(
  v2.string(),
  v2.regex(/^[1-9]\d{0,3}$/, "is no number of seconds"),
  v2.transform(Number),
  v2.maxValue(3600, "is more than an hour")
);
var AUDIT_ENTRIES = {
  live: v2.optional(FILLED),
  liveCa: v2.optional(PATH),
  liveTimeout: v2.optional(WHOLE_SECONDS, "60"),
  allowWritableRole: v2.optional(v2.boolean(), false),
  environment: v2.optional(
    v2.pipe(v2.string(), v2.regex(/^[\p{L}\p{N}][\p{L}\p{N} ._/-]{0,49}$/u, "is no short name"))
  ),
  inventory: v2.optional(
    v2.pipe(
      PATH,
      v2.check((path) => /\.(md|markdown)$/i.test(path), "names no Markdown file")
    )
  )
};

// src/config/baseline-options.ts
import * as v3 from "./vendor/valibot.js";

// src/findings/baseline.ts
function isDay(text) {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
function applyBaseline(findings, { entries }, { today, isLookedAt, holdsFor }) {
  const byFinding = new Map(
    entries.map((entry) => [keyOf(entry.fingerprint, entry.rule, entry.object), entry])
  );
  const applied = { active: [], accepted: [], stale: [], expired: [], unseen: [] };
  const met = /* @__PURE__ */ new Set();
  for (const finding of findings) {
    const entry = byFinding.get(keyOf(finding.fingerprint, finding.ruleId, finding.id));
    if (entry !== void 0) met.add(entry);
    if (entry === void 0 || hasExpired(entry, today) || !holdsFor(entry, finding))
      applied.active.push(finding);
    else applied.accepted.push({ ...finding, acceptance: acceptanceOf(entry) });
    if (entry !== void 0 && hasExpired(entry, today)) applied.expired.push({ entry, finding });
  }
  for (const entry of entries)
    if (!met.has(entry)) (isLookedAt(entry) ? applied.stale : applied.unseen).push(entry);
  return applied;
}
var keyOf = (...identity) => JSON.stringify(identity);
var hasExpired = ({ expires }, today) => expires !== void 0 && expires < today;
function acceptanceOf({ reason, owner, date, expires }) {
  return { reason, ...owner !== void 0 && { owner }, date, ...expires !== void 0 && { expires } };
}
var acceptedWords = ({ date, owner, expires }) => [
  `accepted on ${date}`,
  ...owner === void 0 ? [] : [`by ${visible(owner)}`],
  ...expires === void 0 ? [] : [`until ${expires}`]
].join(" ");
var reasonWords = ({ reason }) => visible(reason).replace(/\.?$/, ".");
function baselineFindings({ stale, expired }, baseline) {
  const subject = { kind: "file", name: baseline.path };
  const locationOf = ({ fingerprint }) => ({
    file: baseline.path,
    line: baseline.lines.get(fingerprint) ?? 1
  });
  return [
    ...stale.map(
      (entry) => makeFinding({
        ruleId: "stale-baseline-entry",
        subject,
        location: locationOf(entry),
        remedy: remedyOf("stale-baseline-entry", entry),
        message: `${named(entry.object)} no longer has the drift ${named(entry.rule)} that was ${acceptedWords(entry)}: ${reasonWords(entry)}`,
        salient: [entry.fingerprint]
      })
    ),
    ...expired.map(
      ({ entry, finding: { compatibility } }) => makeFinding({
        ruleId: "expired-baseline-entry",
        // It weighs as much as the drift that it let pass.
        ...compatibility !== void 0 && { compatibility },
        subject,
        location: locationOf(entry),
        remedy: remedyOf("expired-baseline-entry", entry),
        message: `${named(entry.object)} has the drift ${named(entry.rule)} still, which was ${acceptedWords(entry)}: ${reasonWords(entry)}`,
        salient: [entry.fingerprint]
      })
    )
  ];
}
var remedyOf = (ruleId, { rule }) => isOfAudit(rule) ? RULES[ruleId].remedy.replace("drift-gate accept", `drift-gate accept ${AGAIN}`) : RULES[ruleId].remedy;
var AGAIN = '--live "$SUPABASE_DB_URL"';

// src/config/baseline-options.ts
var BASELINE_OPTIONS = {
  baseline: {
    flag: "--baseline <file>",
    description: "accepted findings (default: supabase/drift-baseline.json in the project)",
    remedy: "Give the path of the baseline, or leave `--baseline` out."
  },
  reason: {
    flag: "--reason <text>",
    description: "why what was found is accepted",
    only: ["accept"],
    remedy: "Say in a sentence why it is accepted; to remove stale entries, give `--prune` alone."
  },
  owner: {
    flag: "--owner <name>",
    description: "who answers for it",
    only: ["accept"],
    remedy: "Name a person or a team, together with `--reason`, or leave `--owner` out."
  },
  expires: {
    flag: "--expires <date>",
    description: "the last day on which it is accepted, YYYY-MM-DD",
    only: ["accept"],
    remedy: "Give today or a later day as YYYY-MM-DD, together with `--reason`, or leave `--expires` out."
  },
  object: {
    flag: "--object <pattern>",
    description: "accept what is found in these objects alone, public.legacy_*",
    repeatable: true,
    only: ["accept"],
    remedy: "Write objects as the report of `drift-gate check` does, `*` for any characters, or leave `--object` out."
  },
  prune: {
    flag: "--prune",
    description: "remove entries of the baseline whose finding is gone, and accept nothing",
    only: ["accept"],
    remedy: "Give `--prune` without `--reason`, `--owner`, `--expires` and `--object`."
  }
};
var SENTENCE = v3.pipe(
  v3.string(),
  v3.transform((text) => text.replace(/\s+/g, " ").trim()),
  v3.nonEmpty("is empty")
);
var BASELINE_ENTRIES = {
  baseline: v3.optional(PATH),
  reason: v3.optional(SENTENCE),
  owner: v3.optional(SENTENCE),
  expires: v3.optional(v3.pipe(v3.string(), v3.check(isDay, "is no day like 2027-01-31"))),
  object: v3.optional(v3.array(FILLED), []),
  prune: v3.optional(v3.boolean(), false)
};
var accepts = ({ reason, owner, expires, object: object2 }) => [reason, owner, expires, object2[0]].some((value) => value !== void 0);

// src/config/options.ts
var OPTIONS = {
  project: {
    flag: "--project <dir>",
    description: "folder that holds supabase/",
    fallback: ".",
    remedy: "Give the folder that holds `supabase/`, or leave `--project` out to take the current one."
  },
  types: {
    flag: "--types <file>",
    description: "committed types file; searched for when not given",
    repeatable: true,
    remedy: "Give the path of the file, or leave `--types` out to have it searched for."
  },
  schema: {
    flag: "--schema <name>",
    description: "schema to check; by default public and those of api.schemas in config.toml",
    repeatable: true,
    remedy: "Give the name of a schema, or leave `--schema` out."
  },
  database: {
    flag: "--database <where>",
    description: "where migrations are replayed: embedded, local-stack (Docker; it is reset), or the postgresql:// URL of a disposable database",
    fallback: "embedded",
    remedy: "Leave `--database` out, for the embedded one needs nothing installed, or name a disposable database."
  },
  resetWith: {
    flag: "--reset-with <what>",
    description: "what replays the migrations: built-in, or supabase-cli, the real `supabase db reset` and `supabase gen types`; the latter on another database than the embedded one",
    fallback: "built-in",
    remedy: "Leave `--reset-with` out: the embedded database is reset by the built-in replay, others by the Supabase CLI."
  },
  supabaseCli: {
    flag: "--supabase-cli <path>",
    description: "the Supabase CLI to run; searched for in node_modules/.bin, then on the path, when not given",
    remedy: "Give the path of the CLI together with `--reset-with supabase-cli` or `--confirm-with local-stack`, or leave it out."
  },
  timeout: {
    flag: "--timeout <seconds>",
    description: "how long one call of the Supabase CLI may take (default: 300, 600 on local-stack)",
    remedy: "Give whole seconds from 1 to 86400 together with `--reset-with supabase-cli` or `--confirm-with local-stack`, or leave it out."
  },
  confirmWith: {
    flag: "--confirm-with <what>",
    description: "what is asked again before the check fails: none, or local-stack (Docker; it is reset), whose answer then holds",
    fallback: "none",
    only: ["check"],
    remedy: "Give `local-stack` together with the embedded database, or leave `--confirm-with` out."
  },
  failOn: {
    flag: "--fail-on <level>",
    description: "which drift ends with exit 1: drift, dangerous, breaking or never",
    fallback: "drift",
    only: ["check"],
    remedy: "Give `drift` for any, `dangerous` or `breaking` for changes of that grade and worse, or `never`."
  },
  ...BASELINE_OPTIONS,
  ...AUDIT_OPTIONS,
  format: {
    flag: "--format <format>",
    description: "format on standard output: text, json, markdown, sarif or html",
    fallback: "text",
    remedy: "Give `text`, `json`, `markdown`, `sarif` or `html`."
  },
  output: {
    flag: "--output <format=file>",
    description: "write the report to a file too, json=report.json",
    repeatable: true,
    remedy: "Write it as FORMAT=FILE, `--output json=report.json`, with text, json, markdown, sarif or html."
  },
  quiet: {
    flag: "--quiet",
    description: "no progress on standard error",
    remedy: "Give `--quiet` alone, or leave it out."
  },
  dryRun: {
    flag: "--dry-run",
    description: "print what would change as a unified diff, and write nothing",
    only: ["fix"],
    remedy: "Give `--dry-run` alone, or leave it out."
  }
};
var DATABASE = v4.pipe(
  v4.string(),
  v4.check(
    (text) => text === "embedded" || text === "local-stack" || isDatabaseUrl(text),
    "is neither `embedded`, `local-stack` nor a postgresql:// URL"
  ),
  v4.rawCheck(({ dataset, addIssue }) => {
    const fault = dataset.typed && isDatabaseUrl(dataset.value) ? faultOf(dataset.value) : void 0;
    if (fault !== void 0) addIssue({ message: fault });
  })
);
var RESET_WITH = v4.picklist(["built-in", "supabase-cli"], "is neither `built-in` nor `supabase-cli`");
var CONFIRM_WITH = v4.picklist(["none", "local-stack"], "is neither `none` nor `local-stack`");
var SECONDS = v4.pipe(
  v4.string(),
  v4.regex(/^[1-9]\d{0,4}$/, "is no number of seconds"),
  v4.transform(Number),
  v4.maxValue(86400, "is more than a day")
);
var LEVEL = v4.picklist(FAIL_ON, "is neither `drift`, `dangerous`, `breaking` nor `never`");
var FORMAT = v4.picklist(FORMATS, "is neither `text`, `json`, `markdown`, `sarif` nor `html`");
var SOURCE_FILE = /\.([cm]?[jt]sx?|sql|toml)$|(^|[\\/])drift-baseline\.json$/i;
var OUTPUT = v4.pipe(
  v4.string(),
  v4.regex(/^[^=]+=./s, "is not of the form FORMAT=FILE"),
  v4.transform((text) => ({
    format: text.slice(0, text.indexOf("=")),
    file: text.slice(text.indexOf("=") + 1)
  })),
  v4.check(({ file }) => !SOURCE_FILE.test(file), "would overwrite a source file"),
  v4.object({
    format: v4.picklist(
      FORMATS,
      "has a format that is neither `text`, `json`, `markdown`, `sarif` nor `html`"
    ),
    file: PATH
  })
);
var SCHEMA_NAMES = v4.pipe(
  v4.array(v4.string()),
  v4.transform((given) => given.flatMap((names) => names.split(","))),
  v4.array(FILLED),
  v4.transform((names) => [...new Set(names)])
);
var OPTIONS_SCHEMA = v4.strictObject({
  project: v4.optional(PATH, "."),
  types: v4.optional(v4.array(PATH), []),
  schema: v4.optional(SCHEMA_NAMES, []),
  database: v4.optional(DATABASE, "embedded"),
  resetWith: v4.optional(RESET_WITH),
  supabaseCli: v4.optional(PATH),
  timeout: v4.optional(SECONDS),
  confirmWith: v4.optional(CONFIRM_WITH, "none"),
  failOn: v4.optional(LEVEL, "drift"),
  ...BASELINE_ENTRIES,
  ...AUDIT_ENTRIES,
  format: v4.optional(FORMAT, "text"),
  output: v4.optional(
    v4.pipe(
      v4.array(OUTPUT),
      v4.check(
        (outputs) => new Set(outputs.map(({ file }) => file)).size === outputs.length,
        "names the same file twice"
      )
    ),
    []
  ),
  quiet: v4.optional(v4.boolean(), false),
  dryRun: v4.optional(v4.boolean(), false)
});
function parseOptions(given) {
  const { success, output, issues } = v4.safeParse(OPTIONS_SCHEMA, given);
  if (success) return complete(output);
  const [issue] = issues;
  const name = v4.getDotPath(issue)?.split(".")[0] ?? "";
  if (!isOptionName(name)) {
    throw new UsageError({
      message: `There is no option \`${name}\`.`,
      remedy: "`drift-gate check --help` lists the options."
    });
  }
  throw new UsageError({ message: `${flagOf(name)} ${reasonOf(issue)}.`, remedy: OPTIONS[name].remedy });
}
var SECONDS_BY_DEFAULT = 300;
var STACK_SECONDS = 600;
function complete(given) {
  const { database: place, resetWith: how, confirmWith } = given;
  const database = place === "embedded" || place === "local-stack" ? place : "url";
  const resetWith = how ?? (database === "embedded" ? "built-in" : "supabase-cli");
  if (database !== "embedded" && resetWith === "built-in")
    throw conflict("resetWith", "was given `built-in`, which resets the embedded database alone");
  if (database !== "embedded" && confirmWith !== "none")
    throw conflict(
      "confirmWith",
      "asks again what the embedded database says, and `--database` names another"
    );
  if (database === "url" && given.live !== void 0 && areSame(place, given.live))
    throw conflict("database", "names the live database, and a reset would erase it");
  for (const name of ["supabaseCli", "timeout"])
    if (given[name] !== void 0 && resetWith === "built-in" && confirmWith === "none")
      throw conflict(name, "is about the Supabase CLI, which the built-in replay does not run");
  if (given.output.some(({ file }) => file === given.baseline))
    throw conflict("output", "would overwrite the baseline");
  if (given.prune && accepts(given)) throw conflict("prune", "accepts nothing, so it stands alone");
  const { live: liveUrl, ...others } = given;
  return {
    ...others,
    liveUrl,
    database,
    databaseUrl: database === "url" ? place : void 0,
    resetWith,
    timeout: given.timeout ?? (database === "local-stack" ? STACK_SECONDS : SECONDS_BY_DEFAULT),
    confirmTimeout: given.timeout ?? STACK_SECONDS
  };
}
var conflict = (name, reason) => new UsageError({ message: `${flagOf(name)} ${reason}.`, remedy: OPTIONS[name].remedy });
var isOptionName = (name) => Object.hasOwn(OPTIONS, name);
var flagOf = (name) => `\`${OPTIONS[name].flag.split(" ")[0]}\``;
var reasonOf = (issue) => issue.message.startsWith("Invalid ") ? "has a value of the wrong kind" : issue.message;

// src/files/failure.ts
function codeOf(error) {
  if (typeof error !== "object" || error === null || !("code" in error)) return void 0;
  return typeof error.code === "string" ? error.code : void 0;
}
function fileFailure(action, path, cause) {
  switch (codeOf(cause)) {
    case "ENOENT":
      return new UsageError({
        message: action === "read" ? `${path} does not exist.` : `${path} cannot be written: its folder does not exist.`,
        remedy: action === "read" ? "Correct the path." : "Create the folder, or name another file.",
        cause
      });
    case "ENOTDIR":
      return new UsageError({
        message: `${path} leads through a file as if it were a folder.`,
        remedy: "Correct the path.",
        cause
      });
    case "EISDIR":
      return new UsageError({ message: `${path} is a folder, not a file.`, remedy: "Name a file.", cause });
    case "ELOOP":
      return new UsageError({
        message: `${path} is a symbolic link that leads back to itself.`,
        remedy: "Replace the link by the file itself.",
        cause
      });
    case "ENAMETOOLONG":
      return new UsageError({ message: "A path is too long.", remedy: "Give a shorter path.", cause });
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return new EnvironmentError({
        message: `No permission to ${action} ${path}.`,
        remedy: `Run as a user who may ${action} it, or change its permissions.`,
        cause
      });
    case "ENOSPC":
    case "EDQUOT":
      return new EnvironmentError({
        message: `The disk is full: ${path} could not be written.`,
        remedy: "Free some space and run again.",
        cause
      });
    default:
      return new EnvironmentError({
        message: `${path} could not be ${action === "read" ? "read" : "written"}: ${codeOf(cause) ?? messageOf(cause)}.`,
        remedy: "Mend the file system, or name another file.",
        cause
      });
  }
}

// src/version.ts
var VERSION = "0.1.0";

// src/config/decode.ts
var startsWith = (bytes, ...mark) => mark.every((byte, position) => bytes[position] === byte);
function markedEncoding(bytes) {
  if (startsWith(bytes, 239, 187, 191)) return "utf-8";
  if (startsWith(bytes, 255, 254)) return "utf-16le";
  if (startsWith(bytes, 254, 255)) return "utf-16be";
  return void 0;
}
function decodeText(bytes, path, noun = "types file") {
  const encoding = markedEncoding(bytes);
  if (encoding === void 0 || encoding === "utf-8")
    return decodeUtf8(bytes, path, noun).replace(/^\uFEFF/, "");
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes("\0")) throw notText(path, noun);
  return text;
}
var PLACEHOLDERS = [
  {
    start: "\0GITCRYPT\0",
    what: "is encrypted with git-crypt",
    remedy: "Run `git-crypt unlock` in the checkout first."
  },
  {
    start: "version https://git-lfs.github.com/spec/",
    what: "is a pointer of Git LFS, not the file itself",
    remedy: "Run `git lfs pull` first; in a workflow, give `actions/checkout` the input `lfs: true`."
  }
];
function decodeUtf8(bytes, path, noun) {
  const placeholder = PLACEHOLDERS.find(({ start }) => startsWith(bytes, ...Buffer.from(start)));
  if (placeholder) {
    throw new UsageError({
      message: `${path}, a ${noun}, ${placeholder.what}.`,
      remedy: placeholder.remedy
    });
  }
  if (bytes.includes(0)) throw notText(path, noun);
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const [before = ""] = new TextDecoder("utf-8").decode(bytes).split("\uFFFD", 1);
    throw new UsageError({
      message: `${path}, a ${noun}, is not UTF-8: line ${before.split("\n").length} has bytes that are no character.`,
      remedy: `Save the ${noun} as UTF-8.`
    });
  }
}
function encodeLike(original, text) {
  const encoding = markedEncoding(original);
  if (encoding === void 0) return Buffer.from(text, "utf8");
  if (encoding === "utf-8") return Buffer.from(`\uFEFF${text}`, "utf8");
  const littleEndian = Buffer.from(`\uFEFF${text}`, "utf16le");
  return encoding === "utf-16le" ? littleEndian : littleEndian.swap16();
}
var notText = (path, noun) => new UsageError({
  message: `${path}, a ${noun}, is not text: it holds NUL bytes.`,
  remedy: `Name another file, or save the ${noun} as UTF-8 text.`
});

// src/files/boundary.ts
import { existsSync, lstatSync, readFileSync, realpathSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join, relative, resolve, sep } from "node:path";
function enclosingRoot(directory) {
  const folders = [directory, ...ancestorsOf(directory)].filter((folder) => folder !== homedir());
  const root = folders.find((folder) => existsSync(join(folder, ".git"))) ?? folders.find(isWorkspace);
  return root ?? directory;
}
function ancestorsOf(path) {
  const parent = dirname(path);
  return parent === path ? [] : [parent, ...ancestorsOf(parent)];
}
var isWithin = (path, folder) => path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
var shownFrom = (folder, path) => relative(folder, path).split(sep).join("/") || ".";
function isThere(path) {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== void 0;
  } catch {
    return true;
  }
}
function kindOf(path, shown) {
  try {
    const found = statSync(path, { throwIfNoEntry: false });
    if (!found) return void 0;
    return found.isFile() ? "file" : found.isDirectory() ? "folder" : "other";
  } catch (cause) {
    throw fileFailure("read", shown, cause);
  }
}
function realPathWithin(path, boundary, shown) {
  try {
    const real = realpathSync(path);
    const realBoundary = realpathSync(boundary);
    const starts = isWithin(resolve(path), boundary) || isWithin(realpathSync(dirname(path)), realBoundary);
    if (!starts || isWithin(real, realBoundary)) return real;
  } catch (cause) {
    throw fileFailure("read", shown, cause);
  }
  throw new UsageError({
    message: `${shown} is a symbolic link that leads out of the project.`,
    remedy: "Replace the link by the file itself."
  });
}
function readWithin(path, boundary, shown) {
  const real = realPathWithin(path, boundary, shown);
  if (kindOf(real, shown) === "other") {
    throw new UsageError({
      message: `${shown} is not a file but a device or a pipe.`,
      remedy: "Name a file."
    });
  }
  try {
    return readFileSync(real);
  } catch (cause) {
    throw fileFailure("read", shown, cause);
  }
}
function isWorkspace(folder) {
  if (existsSync(join(folder, "pnpm-workspace.yaml"))) return true;
  try {
    return readFileSync(join(folder, "package.json"), "utf8").includes('"workspaces"');
  } catch {
    return false;
  }
}

// src/findings/repository-path.ts
function repositoryPath(prefix, file) {
  const parts = [];
  for (const part of (prefix + file).split("/"))
    if (part === ".." && parts.length > 0 && parts.at(-1) !== "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  return parts.join("/");
}

// src/files/discover.ts
import { readdirSync as readdirSync2, realpathSync as realpathSync2 } from "node:fs";
import { basename, dirname as dirname2, join as join3, resolve as resolve2 } from "node:path";

// src/config/generated-shape.ts
var TOKEN = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\[\s\S])*`|[\p{ID_Start}_$][\p{ID_Continue}$]*|\S/gu;
var looksGenerated = (text) => generatedShapes(text).length > 0;
var declaredSchemas = (text) => generatedShapes(text).flatMap(
  ({ schemas }) => [...schemas].flatMap(([name, members]) => members.has("Tables") ? [name] : [])
);
function generatedShapes(text) {
  if (!text.includes("Tables") || !text.includes("Row")) return [];
  const tokens = (text.match(TOKEN) ?? []).filter(
    (token) => !token.startsWith("//") && !token.startsWith("/*")
  );
  return tokens.flatMap((_, position) => {
    const opening = openingBrace(tokens, position);
    const shape = opening === void 0 ? void 0 : shapeOf(tokens, opening);
    return shape !== void 0 && isGenerated(shape) ? [shape] : [];
  });
}
function openingBrace(tokens, position) {
  if (tokens[position] === "type" && tokens[position + 2] === "=" && tokens[position + 3] === "{")
    return position + 3;
  if (tokens[position] === "interface" && tokens[position + 2] === "{") return position + 2;
  return void 0;
}
function isGenerated({ schemas, hasRow, hasTable, closed }) {
  const hasSchema = [...schemas.values()].some(
    (members) => members.has("Tables") && (!closed || members.has("Views") && members.has("Functions"))
  );
  return hasSchema && (hasRow || !hasTable);
}
function shapeOf(tokens, opening) {
  const shape = { schemas: /* @__PURE__ */ new Map(), hasRow: false, hasTable: false, closed: false };
  const path = [];
  let key = "";
  for (let position = opening + 1; position < tokens.length; position++) {
    const token = tokens[position] ?? "";
    const next = tokens[position + 1];
    if (token === "{") path.push(key);
    else if (token === "}" && path.pop() === void 0) return { ...shape, closed: true };
    else if (next === ":" || next === "?" && tokens[position + 2] === ":") {
      key = token.replace(/^["'](.*)["']$/, "$1");
      noteMember(shape, path, key, tokens[position + 2] === "{");
    }
  }
  return shape;
}
function noteMember(shape, path, key, opens) {
  const [schema = "", kind, table] = path;
  if (path.length === 1 && (key !== "Tables" || opens))
    shape.schemas.set(schema, (shape.schemas.get(schema) ?? /* @__PURE__ */ new Set()).add(key));
  if (kind !== "Tables") return;
  if (path.length === 2 && key !== "]") shape.hasTable = true;
  if (path.length === 3 && table !== void 0 && key === "Row" && opens) shape.hasRow = true;
}

// src/config/log-lines.ts
var LOG_LINES = [
  /^Need to install the following packages:?/,
  /^supabase@\S+$/,
  /^Ok to proceed\? \(y\)/,
  /^A new version of Supabase CLI is available/,
  /^We recommend updating regularly for new features/,
  /^(Connecting to|Initialising login role|Using workdir|Using profile:|Target:|Selected project:|Linked to project)( |\.|$)/,
  /^Finished supabase /,
  /^Generated TypeScript is unformatted\./,
  /^--?[\w-]+ (isn't needed|is deprecated)/,
  /^Flag --[\w-]+ has been deprecated/,
  /^(WARN|WARNING|INFO|ERROR):? /,
  /^[│┌└├╭╰◇◆▲●■○✔✓]/u,
  /^\(node:\d+\) /,
  /^\(Use `node --trace-/,
  /^npm (warn|notice|info|error|err!)/i,
  /^> \S/,
  /^\$ \S/,
  /^yarn run v\d/,
  /^info Visit https:\/\/yarnpkg\.com/,
  /^✨? *Done in [\d.]+m?s/u,
  /^\[dotenv@\S+\] /
];
var COLOUR = /\u001b\[[0-9;]*m/g;
function stripLogLines(text) {
  const lines = text.split("\n");
  const numbered = lines.map((line, position) => ({
    line: line.replace(COLOUR, "").trim(),
    at: position + 1
  }));
  const leading = logRun(numbered);
  const trailing = logRun(numbered.slice(leading.length).reverse());
  const kept = lines.slice(leading.length, lines.length - trailing.length);
  if (trailing.length > 0 && kept.length > 0) kept.push("");
  return {
    text: kept.join("\n"),
    ...leading.length > 0 && { firstLine: leading.length + 1 },
    stripped: [...leading, ...trailing.reverse()].filter(({ line }) => line !== "").map(({ at }) => at)
  };
}
function logRun(numbered) {
  const isLog = ({ line }) => LOG_LINES.some((pattern) => pattern.test(line));
  const end = numbered.findIndex((entry) => entry.line !== "" && !isLog(entry));
  const run = numbered.slice(0, end === -1 ? numbered.length : end);
  return run.slice(0, run.findLastIndex(isLog) + 1);
}

// src/config/types-file.ts
var GENERATE_TYPES = "`supabase gen types --local > FILE`";
function readTypes(bytes, path) {
  const whole = decodeText(bytes, path);
  const { text, firstLine, stripped } = stripLogLines(whole);
  refuseEmpty(text, whole, path);
  refuseErrorMessage(text, path);
  return { path, text, ...firstLine !== void 0 && { firstLine }, stripped };
}
function refuseErrorMessage(text, path) {
  const trimmed = text.trim();
  if (!trimmed.startsWith("{")) return;
  const said = jsonMessage(trimmed);
  if (said === void 0 && !trimmed.startsWith('{"_tag"')) return;
  throw new UsageError({
    message: `${path} holds an error message of the Supabase CLI in place of types: ${said ?? "it is cut off"}.`,
    remedy: `Restore the file from Git, or write it again with ${GENERATE_TYPES}, adding \`--agent no\`.`
  });
}
function refuseEmpty(text, whole, path) {
  if (text.trim() !== "") return;
  const what = whole.trim() === "" ? "is empty" : "holds only log lines of the Supabase CLI";
  throw new UsageError({
    message: `Types file ${path} ${what}.`,
    remedy: `Restore the file from Git, or write it again with ${GENERATE_TYPES}.`
  });
}
var linesOf = (text) => text.replaceAll("\r\n", "\n").trim();
function groupCopies(candidates) {
  const sorted = [...candidates].sort((a, b) => byText(a.path, b.path));
  const groups = groupBy(sorted, ({ text }) => linesOf(text));
  return [...groups.values()].flatMap(
    ([first, ...others]) => first === void 0 ? [] : [{ ...placed(first), copies: others.map(({ path }) => path) }]
  );
}
var placed = ({ path, text, firstLine }) => ({
  path,
  text,
  ...firstLine !== void 0 && { firstLine }
});
function chooseTypes(candidates, searched) {
  const groups = groupCopies(candidates);
  if (groups.length === 0) {
    throw new UsageError({
      message: `No generated types were found in ${searched}: no TypeScript file, apart from those that .gitignore names, declares a \`Database\` with \`Tables\` and \`Row\`.`,
      remedy: `Name the file with \`--types FILE\`, or generate it with ${GENERATE_TYPES} and commit it.`
    });
  }
  return groups;
}
var pathsOf = (files) => files.flatMap(({ path, copies }) => [path, ...copies]);
function whichTypes(files, inSync) {
  const known = inSync.length === 0 ? "" : `; in sync with the migrations: ${namedList(pathsOf(inSync))}`;
  return new UsageError({
    message: `Generated types were found in ${pathsOf(files).length} files that differ: ${namedList(pathsOf(files))}${known}.`,
    remedy: "Name the one to check with `--types FILE`, or delete the others."
  });
}
var namedList = (names) => names.length <= 10 ? names.join(", ") : `${names.slice(0, 10).join(", ")} and ${names.length - 10} more`;
function jsonMessage(text) {
  const value = parsedJson(text);
  const error = member(value, "error");
  const said = [member(error, "message"), member(value, "message"), member(error, "code"), error];
  return said.find((candidate) => typeof candidate === "string")?.replace(/[\s.]+$/, "");
}
function parsedJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
var member = (value, key) => typeof value === "object" && value !== null ? new Map(Object.entries(value)).get(key) : void 0;

// src/config/project-notices.ts
var EMBEDDED_MAJOR_VERSION = 17;
function configNotices({
  present,
  majorVersion,
  fromEnvironment,
  migrationsEnabled
}) {
  const notices = [];
  if (!present)
    notices.push({
      code: "no-config",
      message: `There is no supabase/config.toml: schema public alone is checked, as \`supabase gen types\` does then.`
    });
  if (majorVersion !== EMBEDDED_MAJOR_VERSION)
    notices.push({
      code: "other-postgres-version",
      message: `supabase/config.toml asks for PostgreSQL ${majorVersion}: the migrations were replayed on ${EMBEDDED_MAJOR_VERSION}, the embedded one.`
    });
  if (fromEnvironment.length > 0)
    notices.push({
      code: "config-from-environment",
      message: `The environment sets ${fromEnvironment.join(", ")} in supabase/config.toml: the default was taken.`,
      count: fromEnvironment.length
    });
  if (!migrationsEnabled)
    notices.push({
      code: "migrations-disabled",
      message: `supabase/config.toml disables db.migrations: \`supabase db reset\` skips the migrations that were replayed here.`
    });
  return notices;
}
function migrationNotices({ skipped, mixedPrefixes }) {
  const notices = skipped.map(({ file, reason }) => ({
    code: "skipped-migration",
    message: `\`supabase db reset\` skips supabase/migrations/${file}: ${reason}.`
  }));
  if (mixedPrefixes)
    notices.push({
      code: "mixed-prefixes",
      message: "Migration versions are of different lengths: files run in the order of their names, not of their dates."
    });
  return notices;
}
function typesNotices({
  read,
  chosen
}) {
  const logged = read.filter(({ stripped }) => stripped.length > 0).map(({ path, stripped }) => ({
    code: "log-lines-in-types",
    message: `${path} has log lines of a command-line tool, left out here: ${stripped.length === 1 ? "line" : "lines"} ${namedList(stripped.map(String))}.`,
    count: stripped.length
  }));
  const copied = chosen.filter(({ copies }) => copies.length > 0).map(({ path, copies }) => ({
    code: "identical-copies",
    message: `${path} has identical copies, checked with it: ${namedList(copies)}.`,
    count: copies.length + 1
  }));
  return [...logged, ...copied];
}

// src/files/search.ts
import { existsSync as existsSync2, readdirSync, readFileSync as readFileSync2, statSync as statSync2 } from "node:fs";
import { join as join2 } from "node:path";
import ignore from "./vendor/ignore.js";
var LARGEST_FILE = 8 * 1024 * 1024;
var TYPESCRIPT = /\.[mc]?ts$/;
var NAMED_LIKE_TYPES = /(database|supabase|schema).*types|types.*(gen|database|supabase)/i;
var NOT_SOURCE = /* @__PURE__ */ new Set([
  "node_modules",
  "dist",
  "build",
  "out",
  "coverage",
  "target",
  "vendor"
]);
function searchTypes(start, { root, directory }) {
  const isLeftOut = (folder) => folder === directory || isOtherProject(folder, directory);
  const found = { types: [], ruined: [] };
  for (const file of typeScriptFiles(start, rulesAbove(start, root), isLeftOut)) {
    try {
      const types = generatedTypes(file, shownFrom(directory, file));
      if (types) found.types.push(types);
    } catch (error) {
      if (!isKnownError(error)) throw error;
      found.ruined.push(error);
    }
  }
  return found;
}
function generatedTypes(file, path) {
  const bytes = bytesOf(file, path);
  if (bytes === void 0) return void 0;
  const mayHoldTypes = bytes.length === 0 ? NAMED_LIKE_TYPES.test(path) : isWorthReading(bytes);
  if (!mayHoldTypes) return void 0;
  const types = readTypes(bytes, path);
  return looksGenerated(types.text) ? types : void 0;
}
function bytesOf(file, path) {
  try {
    return statSync2(file).size > LARGEST_FILE ? void 0 : readFileSync2(file);
  } catch (cause) {
    throw fileFailure("read", path, cause);
  }
}
var isWorthReading = (bytes) => bytes.includes("Tables") && bytes.includes("Row") || bytes[0] === 123 || bytes[0] === 255 && bytes[1] === 254;
function* typeScriptFiles(folder, above, isLeftOut) {
  const rules = [...above, ...rulesOf(folder)];
  for (const entry of entriesOf(folder)) {
    const path = join2(folder, entry.name);
    if (entry.isDirectory()) {
      const skipped = entry.name.startsWith(".") || NOT_SOURCE.has(entry.name) || isLeftOut(path);
      if (!skipped && !isIgnored(rules, `${path}/`)) yield* typeScriptFiles(path, rules, isLeftOut);
    } else if (entry.isFile() && TYPESCRIPT.test(entry.name) && !isIgnored(rules, path)) yield path;
  }
}
function entriesOf(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => byText(a.name, b.name));
  } catch (cause) {
    if (codeOf(cause) === void 0) throw cause;
    return [];
  }
}
var isOtherProject = (folder, directory) => !isWithin(directory, folder) && existsSync2(join2(folder, "supabase", "migrations"));
function rulesOf(folder) {
  try {
    const patterns = readFileSync2(join2(folder, ".gitignore"), "utf8");
    return [{ folder, matcher: ignore({ ignorecase: false }).add(patterns) }];
  } catch (cause) {
    if (codeOf(cause) === void 0) throw cause;
    return [];
  }
}
function rulesAbove(start, root) {
  const folders = ancestorsOf(start).filter((folder) => isWithin(folder, root));
  const rules = folders.reverse().flatMap(rulesOf);
  return isIgnored(rules, `${start}/`) ? [] : rules;
}
function isIgnored(rules, path) {
  for (const { folder, matcher } of rules.toReversed()) {
    const { ignored, unignored } = matcher.test(path.slice(folder.length + 1));
    if (ignored || unignored) return ignored;
  }
  return false;
}

// src/files/discover.ts
var CONFIG_FILE = "supabase/config.toml";
var ROLES_FILE = "supabase/roles.sql";
var BASELINE_FILE = "supabase/drift-baseline.json";
var MIGRATIONS_FOLDER = "supabase/migrations";
function discoverProject(directory, {
  types = [],
  cwd = process.cwd(),
  baseline,
  mayLackBaseline = false,
  mayLackTypes = false
} = {}) {
  const place = placeOf(directory, cwd);
  const config = readConfig(place);
  const list = readMigrationList(place);
  const migrations = list.migrations.map((migration) => ({
    ...migration,
    sql: readSql(place, `${MIGRATIONS_FOLDER}/${migration.file}`, "migration")
  }));
  const hasRoles = isThere(join3(place.directory, ROLES_FILE));
  const read = types.length === 0 ? searchedTypes(place, mayLackTypes) : namedTypes(types, place, cwd);
  return {
    directory: place.directory,
    shownDirectory: shownFrom(realpathSync2(cwd), place.directory),
    config,
    migrations,
    duplicates: list.duplicates,
    ...hasRoles ? { roles: readSql(place, ROLES_FILE, "file of roles") } : {},
    typesFiles: read.chosen,
    baseline: readBaseline(place, cwd, { named: baseline, mayLack: mayLackBaseline }),
    ...types.length === 0 && read.chosen.length > 1 && { mustChoose: true },
    notices: [...configNotices(config), ...migrationNotices(list), ...typesNotices(read)]
  };
}
function placeOf(given, cwd) {
  const path = resolve2(cwd, given);
  const kind = kindOf(path, given);
  if (kind === void 0)
    throw new UsageError({ message: `Folder ${given} does not exist.`, remedy: "Correct `--project`." });
  if (kind !== "folder") {
    throw new UsageError({
      message: `${given} is a file, not a folder.`,
      remedy: "Give `--project` the folder that holds `supabase/`."
    });
  }
  const directory = folderOf(path);
  if (directory === void 0) throw noSupabaseFolder(given, cwd);
  const real = realpathSync2(directory);
  return { directory: real, root: enclosingRoot(real) };
}
var folderOf = (path) => [path, ...basename(path) === "supabase" ? [dirname2(path)] : []].find(holdsSupabase);
var projectFolder = (given) => folderOf(resolve2(given)) ?? given;
var holdsSupabase = (folder) => kindOf(join3(folder, "supabase"), "supabase") === "folder";
function noSupabaseFolder(given, cwd) {
  const path = resolve2(cwd, given);
  const root = enclosingRoot(path);
  const above = ancestorsOf(path).find((folder) => isWithin(folder, root) && holdsSupabase(folder));
  return new UsageError({
    message: `There is no \`supabase/\` folder in \`${given}\`.`,
    remedy: above === void 0 ? "Give `--project` the folder that holds `supabase/`; `supabase init` creates one." : `Give \`--project ${shownFrom(cwd, above)}\`, where there is one.`
  });
}
function readConfig({ directory, root }) {
  const path = join3(directory, CONFIG_FILE);
  if (!isThere(path)) return configWhenAbsent();
  return parseConfig(
    decodeText(readWithin(path, root, CONFIG_FILE), CONFIG_FILE, "configuration"),
    CONFIG_FILE
  );
}
function readMigrationList(place) {
  const list = listMigrations(migrationNames(place));
  if (list.migrations.length > 0) return list;
  const skipped = list.skipped.map(({ file, reason }) => `${file}, ${reason}`);
  throw new UsageError({
    message: skipped.length === 0 ? `There are no migrations in ${MIGRATIONS_FOLDER}.` : `There are no migrations in ${MIGRATIONS_FOLDER} that \`supabase db reset\` runs: ${namedList(skipped)}.`,
    remedy: "Add one with `supabase migration new NAME`, or give `--project` another folder."
  });
}
function migrationNames({ directory, root }) {
  const folder = join3(directory, MIGRATIONS_FOLDER);
  if (!isThere(folder)) return [];
  const nameOf = (entry) => entry.isDirectory() ? `${entry.name}/` : entry.name;
  const real = realPathWithin(folder, root, MIGRATIONS_FOLDER);
  try {
    return readdirSync2(real, { withFileTypes: true }).map(nameOf);
  } catch (cause) {
    throw fileFailure("read", MIGRATIONS_FOLDER, cause);
  }
}
var readSql = ({ directory, root }, path, noun) => decodeUtf8(readWithin(join3(directory, path), root, path), path, noun);
function namedTypes(paths, { directory, root }, cwd) {
  const read = /* @__PURE__ */ new Map();
  for (const given of paths) {
    const path = [resolve2(cwd, given), resolve2(directory, given)].find(isThere);
    if (path === void 0) {
      throw new UsageError({
        message: `Types file ${given} does not exist.`,
        remedy: "Correct `--types`, or leave it out to have the file searched for."
      });
    }
    const bytes = readWithin(path, root, `Types file ${given}`);
    read.set(realPathWithin(path, root, given), readTypes(bytes, shownFrom(directory, path)));
  }
  return { read: [...read.values()], chosen: groupCopies([...read.values()]) };
}
function readBaseline({ directory, root }, cwd, { named: named2, mayLack }) {
  const places = named2 === void 0 ? [] : [resolve2(cwd, named2)];
  const path = [...places, resolve2(directory, named2 ?? BASELINE_FILE)].find(isThere);
  if (path !== void 0) {
    const shown = shownFrom(directory, path);
    return { path: shown, text: decodeText(readWithin(path, root, shown), shown, "baseline") };
  }
  if (named2 !== void 0 && !mayLack) {
    throw new UsageError({
      message: `The baseline ${named2} does not exist.`,
      remedy: "Correct `--baseline`, or leave it out; `drift-gate accept` makes one."
    });
  }
  return { path: named2 === void 0 ? BASELINE_FILE : shownFrom(directory, resolve2(cwd, named2)) };
}
function ofProject(found) {
  const own = found.filter(({ text }) => declaredSchemas(text).some((name) => !PLATFORM_SCHEMAS.has(name)));
  return own.length > 0 ? own : found;
}
function searchedTypes({ directory, root }, mayLack) {
  const inside = searchTypes(directory, { root, directory });
  const isAlone = inside.types.length > 0 || root === directory;
  const around = isAlone ? { types: [], ruined: [] } : searchTypes(root, { root, directory });
  const read = ofProject([...inside.types, ...around.types]);
  const [ruined] = [...inside.ruined, ...around.ruined];
  if (read.length === 0 && ruined) throw ruined;
  if (read.length === 0 && mayLack) return { read, chosen: [] };
  const searched = root === directory ? "the project" : "the project and the repository around it";
  return { read, chosen: chooseTypes(read, searched) };
}

// src/commands/summary.ts
var summaryOf = (project, schemas) => ({
  directory: project.shownDirectory,
  migrations: project.migrations.length,
  types: pathsOf(project.typesFiles),
  schemas: [...schemas]
});

export {
  FORMATS,
  PATH,
  isDay,
  applyBaseline,
  acceptedWords,
  baselineFindings,
  OPTIONS,
  SOURCE_FILE,
  parseOptions,
  decodeText,
  decodeUtf8,
  encodeLike,
  codeOf,
  fileFailure,
  enclosingRoot,
  shownFrom,
  isThere,
  realPathWithin,
  readWithin,
  repositoryPath,
  stripLogLines,
  linesOf,
  pathsOf,
  whichTypes,
  namedList,
  summaryOf,
  discoverProject,
  projectFolder,
  VERSION
};
