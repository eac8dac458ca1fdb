import {
  perSurface
} from "./chunk-COC3XPBN.js";

// src/findings/visible.ts
var ACTING = String.raw`\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Cf}\p{Default_Ignorable_Code_Point}`;
var BLANK = String.raw`[\p{Zs}--\x20]\u{2800}`;
var HIDDEN = `[${ACTING}${BLANK}]`;
var IS_HIDDEN = new RegExp(HIDDEN, "v");
var EACH_HIDDEN = new RegExp(HIDDEN, "gv");
var ELEMENT = String.raw`\p{Emoji}(?:\p{Emoji_Modifier}|\u{fe0f}\u{20e3}?|[\u{e0020}-\u{e007e}]+\u{e007f})?`;
var SEQUENCE_OR_HIDDEN = new RegExp(String.raw`(${ELEMENT}(?:\u{200d}${ELEMENT})*)|${HIDDEN}`, "gv");
var RECOMMENDED = String.raw`\p{RGI_Emoji}`;
var IS_EMOJI = new RegExp(`^${RECOMMENDED}$`, "v");
var SHORT = /* @__PURE__ */ new Map([
  ["\n", "\\n"],
  ["\r", "\\r"],
  ["	", "\\t"]
]);
function textEscape(character) {
  const digits = (character.codePointAt(0) ?? 0).toString(16).padStart(4, "0");
  return SHORT.get(character) ?? (digits.length > 4 ? `\\u{${digits}}` : `\\u${digits}`);
}
var jsonEscape = (character) => character.split("").map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`).join("");
function withEscapes(text, escaped) {
  if (!IS_HIDDEN.test(text)) return text;
  const shown = /* @__PURE__ */ new Map();
  return text.replace(SEQUENCE_OR_HIDDEN, (found, sequence) => {
    if (sequence === void 0) return escaped(found);
    const known = shown.get(sequence) ?? (IS_EMOJI.test(sequence) ? sequence : sequence.replace(EACH_HIDDEN, escaped));
    shown.set(sequence, known);
    return known;
  });
}
var visible = (text) => withEscapes(text, textEscape);
var visibleLines = (text) => text.split(/\r?\n/).map((line) => visible(line.replaceAll("	", "  ")));
var visibleJson = (json) => withEscapes(json, (character) => character === "\n" ? character : jsonEscape(character));

// src/options/values.ts
import { normalize } from "node:path/posix";
import * as v from "./vendor/valibot.js";

// src/options/database-url.ts
var HOSTED = /(^|\.)supabase\.(co|com|net|in|red|green)\.?$/i;
var SCHEME = /^postgres(ql)?:\/\//i;
var isDatabaseUrl = (text) => SCHEME.test(text);
function faultOf(text) {
  const url = parsed(text);
  if (url === void 0 || url.hostname === "") return UNREADABLE;
  if (elsewhereOf(url) !== void 0)
    return `has a URL with the parameter \`${elsewhereOf(url)}\`, which is not taken`;
  if (HOSTED.test(decoded(url.hostname)))
    return "names a database that Supabase hosts, and a reset would erase it";
  return void 0;
}
var UNREADABLE = "has a URL that cannot be read: it must be like postgresql://USER:PASSWORD@HOST:PORT/DATABASE, percent-encoded";
var elsewhereOf = ({ searchParams }) => ["host", "hostaddr", "service"].find((name) => searchParams.has(name));
function parsed(text) {
  try {
    return new URL(text);
  } catch {
    return void 0;
  }
}
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
function passwordsOf(url) {
  const [, written = ""] = /^[^:]+:\/\/[^:@/]*:(.*)@/s.exec(url) ?? [];
  const queried = [...url.matchAll(/[?&](?:ssl)?password=([^&#]*)/gi)].map(([, value = ""]) => value);
  return spellings([written, ...queried]);
}
var withoutCredentials = (text, mask) => text.includes("://") ? text.replace(/\S+/g, (word) => withoutUrls(word, mask)) : text;
function withoutUrls(word, mask) {
  let masked = "";
  let from = 0;
  for (const { 0: scheme, index } of word.matchAll(SCHEME_OF_ANY)) {
    if (index < from) continue;
    const [user] = USER.exec(word.slice(index + scheme.length)) ?? [];
    if (user === void 0) continue;
    const at = word.indexOf("@", index + scheme.length + user.length);
    if (at === -1) break;
    masked += word.slice(from, index) + mask;
    from = at + (REST.exec(word.slice(at))?.[0].length ?? 0);
  }
  return masked + word.slice(from);
}
var SCHEME_OF_ANY = /(?<![a-z0-9+.-])[a-z0-9+.-]+:\/\//gi;
var USER = /^[^/@:]*:/;
var REST = /^[^'"`]*/;
var spellings = (texts) => [
  ...new Set(texts.flatMap((text) => [text, decoded(text), encodeURIComponent(decoded(text))]))
];
var LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])\.?$/i;
function areSame(one, other) {
  const [a, b] = [placeOf(one), placeOf(other)];
  if (a === void 0 || b === void 0 || a.host !== b.host || a.port !== b.port) return false;
  return a.database === b.database || a.database === "" || b.database === "";
}
function placeOf(text) {
  const url = parsed(text);
  if (url === void 0) return void 0;
  const host = decoded(url.hostname).toLowerCase().replace(/\.$/, "");
  return {
    host: LOOPBACK.test(host) ? "localhost" : host,
    port: url.port || "5432",
    database: decoded(url.pathname.slice(1))
  };
}

// src/options/values.ts
var FORMATS = ["text", "json", "markdown", "html", "sarif", "gitlab", "github"];
var FAIL_ON = ["drift", "dangerous", "breaking", "never"];
var AUDIT_FAIL_ON = ["error", "warning", "note", "never"];
var HARMLESS = /^[\w.,+/-]{1,30}$/;
var either = (choices) => `${choices.slice(0, -1).join(", ")} or ${choices.slice(-1).join("")}`;
var oneOf = (choices) => v.picklist(choices, `use ${either(choices)}`);
var SWITCH = v.boolean("use true or false");
var FILLED = v.pipe(v.string(), v.trim(), v.nonEmpty("is empty"));
var SENTENCE = v.pipe(
  v.string(),
  v.transform((text) => text.replace(/\s+/g, " ").trim()),
  v.nonEmpty("is empty")
);
var PATH = v.pipe(
  FILLED,
  v.check((text) => !/[a-z0-9+.-]:\/\//i.test(text), "must be a path, not a URL")
);
var fileOf = (path) => normalize(path);
var PATHS = v.array(PATH);
var PATTERNS = v.array(FILLED);
var NAMES = v.pipe(
  v.array(v.string()),
  v.transform((given) => given.flatMap((names) => names.split(","))),
  v.array(FILLED),
  v.transform((names) => [...new Set(names)])
);
var seconds = (most) => ({
  most,
  value: v.pipe(
    v.string(),
    v.check(
      (text) => /^[1-9]\d{0,4}$/.test(text) && Number(text) <= most,
      `must be whole seconds from 1 to ${most}`
    ),
    v.transform(Number)
  )
});
function isDay(text) {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
var DAY = v.pipe(v.string(), v.check(isDay, "must be a date such as 2027-01-31"));
var DATABASE = v.pipe(
  v.string(),
  v.check(
    (text) => text === "embedded" || text === "local-stack" || isDatabaseUrl(text),
    "use embedded, local-stack or a postgresql:// URL"
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    const fault = dataset.typed && isDatabaseUrl(dataset.value) ? faultOf(dataset.value) : void 0;
    if (fault !== void 0) addIssue({ message: fault });
  })
);
var SOURCE_FILE = /\.([cm]?[jt]sx?|sql|toml)$|(^|[\\/])drift-baseline\.json$/i;
var REPORT_FILE = v.pipe(
  PATH,
  v.check((path) => !SOURCE_FILE.test(path), "would overwrite a source file")
);
var MARKDOWN_FILE = v.pipe(
  PATH,
  v.check((path) => /\.(md|markdown)$/i.test(path), "must be a Markdown file (.md)")
);
var OUTPUTS = v.pipe(
  v.array(
    v.pipe(
      v.string(),
      v.regex(/^[^=]+=./s, "must be FORMAT=FILE, such as json=report.json"),
      v.transform((text) => ({
        format: text.slice(0, text.indexOf("=")),
        file: text.slice(text.indexOf("=") + 1)
      })),
      v.object({
        format: v.picklist(FORMATS, ({ input }) => {
          const shown = typeof input === "string" && HARMLESS.test(input) ? `the unknown format ${input}` : "an unknown format";
          return `has ${shown}: use ${either(FORMATS)}`;
        }),
        file: REPORT_FILE
      })
    )
  ),
  v.check(
    (outputs) => new Set(outputs.map(({ file }) => fileOf(file))).size === outputs.length,
    "names the same file twice"
  )
);
var ENVIRONMENT_NAME = v.pipe(
  v.string(),
  v.regex(
    new RegExp("^(?!.*\\p{Default_Ignorable_Code_Point})[\\p{L}\\p{N}][\\p{L}\\p{N} ._/-]{0,49}$", "u"),
    "must be at most 50 letters, digits, spaces and `. _ / -`, and begin with a letter or digit"
  )
);
var COMMENT_KEY = v.pipe(
  v.string(),
  v.regex(/^[\p{L}\p{N} ./:@_-]{1,100}$/u, "must be at most 100 letters, digits, spaces and `. _ - / : @`")
);
var CLI_VERSION = v.pipe(
  v.string(),
  v.transform((text) => text.replace(/^v(?=\d)/, "")),
  v.regex(
    /^(latest|\d+\.\d+\.\d+(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?)$/,
    "must be a version such as 3.1.0, or latest"
  )
);

// src/options/flags.ts
var SWITCH_REMEDY = "Give it without a value, or leave it out.";
var FLAGS = {
  project: {
    flag: "--project <dir>",
    input: "project-directory",
    value: PATH,
    fallback: ".",
    help: "the folder that holds `supabase/`",
    inputHelp: "Folder that holds `supabase/`, relative to the repository.",
    remedy: "Give the folder that holds `supabase/`, or leave it out to take the current one.",
    repeat: "always"
  },
  config: {
    flag: "--config <file>",
    input: "config",
    value: PATH,
    otherwise: "`supabase/drift-gate.toml` in the project",
    help: "the configuration file, which may set the options that have a key",
    more: "See [what it holds](configuration.md).",
    inputHelp: "Configuration file, relative to the repository. Empty takes `supabase/drift-gate.toml` of the project, where there is one. What the workflow gives wins over it.",
    remedy: "Give the path of the configuration file, or leave it out.",
    repeat: "always"
  },
  types: {
    flag: "--types <file>",
    input: "types",
    configurable: true,
    isPath: true,
    takes: "lines",
    value: PATHS,
    otherwise: "searched for",
    example: '["src/database.types.ts"]',
    help: "the committed types file; `fix` creates it where there is none",
    more: "`--types none` compares no types: it checks only that the migrations replay. The search respects `.gitignore`. Of several files that differ, each must be in sync, or you are asked which one is meant; files that Git tracks, that look generated and were left out are named with the reason. A file may lie outside of the project.",
    inputHelp: "Committed types files, one a line, relative to the repository. Empty searches for them; `none` checks only that the migrations replay.",
    remedy: "Give the path of the file, or leave it out to have it searched for.",
    repeat: "always"
  },
  schema: {
    flag: "--schema <name>",
    input: "schemas",
    configurable: true,
    takes: "names",
    value: NAMES,
    otherwise: "`public`, those of `api.schemas` in config.toml, and those of the types file",
    example: '["public", "api"]',
    help: "the schema to compare",
    inputHelp: "Schemas to compare, one a line or separated by commas. Empty takes `public`, those of `api.schemas` in config.toml, and those of the types file.",
    remedy: "Give the name of a schema, or leave it out.",
    repeat: "always"
  },
  ignore: {
    flag: "--ignore <pattern>",
    input: "ignore",
    configurable: true,
    takes: "lines",
    value: PATTERNS,
    help: "schemas and objects whose drift is left out, for example `legacy` or `public.tmp_*`",
    more: "A migration that fails is never left out.",
    inputHelp: "Schemas and objects whose drift is left out, one a line, such as `legacy` or `public.tmp_*`. A migration that fails is never left out.",
    remedy: "Write the name of a schema, or an object as reports do, with `*` for any characters.",
    example: '["legacy", "public.tmp_*"]',
    repeat: "always"
  },
  narrowed: {
    flag: "--narrowed <pattern>",
    input: "narrowed",
    configurable: true,
    takes: "lines",
    value: PATTERNS,
    help: "columns, arguments and results whose types may be narrower in your file than generated, for example `public.orders.meta`",
    more: "A type that a CHECK constraint proves needs no pattern.",
    inputHelp: "Columns, arguments and results whose types may be narrower than generated, one a line, such as `public.orders.meta`.",
    remedy: "Write them as `schema.table.column` or `schema.function.argument`, with `*` for any characters.",
    example: '["public.orders.meta"]',
    repeat: "always"
  },
  baseline: {
    flag: "--baseline <file>",
    input: "baseline",
    configurable: true,
    isPath: true,
    value: PATH,
    otherwise: "`supabase/drift-baseline.json` in the project",
    example: '"supabase/drift-baseline.json"',
    help: "the file of accepted findings",
    more: "See [what it holds](baseline.md).",
    inputHelp: "File of accepted findings, which do not fail the check. Empty takes `supabase/drift-baseline.json` of the project, where there is one.",
    remedy: "Give the path of the baseline, or leave it out.",
    repeat: "always"
  },
  database: {
    flag: "--database <where>",
    input: "database",
    configurable: true,
    value: DATABASE,
    fallback: "embedded",
    example: '"embedded"',
    help: "where migrations are replayed: `embedded` (in the process), `local-stack` (Docker), or the postgresql:// URL of a disposable database",
    more: "The latter two are **reset**, always by the Supabase CLI.",
    inputHelp: "Where migrations are replayed. `embedded` needs nothing; `local-stack` is Docker; the postgresql:// URL of a disposable database, which is reset.",
    remedy: "Leave it out, since the embedded database needs nothing installed, or name a disposable database.",
    repeat: "always"
  },
  resetWith: {
    flag: "--reset-with <what>",
    input: "reset-with",
    configurable: true,
    value: oneOf(["built-in", "supabase-cli"]),
    inputFallback: "supabase-cli",
    otherwise: "`built-in`; `supabase-cli` on another database than the embedded one",
    example: '"built-in"',
    help: "what replays the migrations: `built-in`, or `supabase-cli`, the real `supabase db reset` and `supabase gen types`, 2.118 or later",
    inputHelp: "What replays the migrations. `supabase-cli` is the real `supabase db reset` and `supabase gen types`; `built-in` needs no CLI, on the embedded database alone.",
    remedy: "Leave it out: the built-in replay resets the embedded database, the Supabase CLI resets any other.",
    repeat: "always"
  },
  supabaseCli: {
    flag: "--supabase-cli <path>",
    value: PATH,
    otherwise: "searched for in node_modules/.bin, then on the path",
    help: "the Supabase CLI to run",
    remedy: "Give the path of the CLI together with `--reset-with supabase-cli` or `--confirm-with local-stack`, or leave it out.",
    repeat: "always"
  },
  timeout: {
    flag: "--timeout <seconds>",
    input: "timeout",
    configurable: true,
    ...seconds(86400),
    otherwise: "300, and 600 on `local-stack`",
    example: "600",
    help: "how long one call of the Supabase CLI may take",
    inputHelp: "Seconds that one call of the Supabase CLI may take. Empty for 300, and 600 on `local-stack`.",
    remedy: "Give whole seconds, and only where the Supabase CLI runs, or leave it out."
  },
  confirmWith: {
    flag: "--confirm-with <what>",
    input: "confirm-with",
    configurable: true,
    only: ["check"],
    value: oneOf(["none", "local-stack"]),
    fallback: "none",
    example: '"local-stack"',
    help: "what is asked again before the check fails: `none`, or `local-stack` (Docker), which is **reset** and whose answer then holds",
    more: "It is also asked when the embedded database cannot replay a migration. A difference between the two is reported.",
    inputHelp: "Where an answer that is not green is asked for again before it fails the check. `none`, or `local-stack`, which needs Docker.",
    remedy: "Give `local-stack` together with the embedded database, or leave it out."
  },
  failOn: {
    flag: "--fail-on <level>",
    input: "fail-on",
    configurable: true,
    only: ["check", "audit"],
    value: oneOf(FAIL_ON),
    fallback: "drift",
    ofAudit: { value: oneOf(AUDIT_FAIL_ON), fallback: "warning" },
    otherwise: "`drift`; `warning` for an audit",
    example: '"breaking"',
    help: "what ends with exit 1: of a check `drift`, `dangerous`, `breaking` or `never`; of an audit `error`, `warning`, `note` or `never`",
    more: "See [grades](grades.md).",
    inputHelp: "What fails it. For `check`, `drift` for any, `dangerous` or `breaking` for changes of that grade and worse, or `never`; empty for `drift`. For `audit`, `error`, `warning` or `note` for findings of that severity and worse, or `never`; empty for `warning`.",
    remedy: "For a check, give `drift` for any, `dangerous` or `breaking` for changes of that grade and worse, or `never`; for an audit, `error`, `warning` or `note` for findings of that severity and worse, or `never`."
  },
  reason: {
    flag: "--reason <text>",
    only: ["accept"],
    value: SENTENCE,
    help: "why the findings are accepted",
    remedy: "Say in a sentence why they are accepted; to remove stale entries, give `--prune` alone."
  },
  owner: {
    flag: "--owner <name>",
    only: ["accept"],
    value: SENTENCE,
    help: "the person or team that answers for it",
    remedy: "Name a person or a team, together with `--reason`, or leave it out."
  },
  expires: {
    flag: "--expires <date>",
    only: ["accept"],
    value: DAY,
    help: "the last day on which it is accepted, such as 2027-01-31",
    remedy: "Give today or a later day as YYYY-MM-DD, together with `--reason`, or leave it out."
  },
  object: {
    flag: "--object <pattern>",
    only: ["accept"],
    takes: "lines",
    value: PATTERNS,
    otherwise: "all that was found",
    help: "the objects whose findings are accepted, for example `public.legacy_*`",
    remedy: "Write objects as the report of `drift-gate check` does, `*` for any characters, or leave it out."
  },
  prune: {
    flag: "--prune",
    only: ["accept"],
    takes: "switch",
    value: SWITCH,
    help: "remove the stale entries of the baseline, and accept nothing",
    remedy: "Give `--prune` without `--reason`, `--owner`, `--expires` and `--object`."
  },
  live: {
    flag: "--live <url>",
    input: "live-url",
    only: ["audit", "accept"],
    variable: { name: "SUPABASE_DB_URL", only: ["audit"] },
    value: FILLED,
    secret: true,
    otherwise: "for `audit`, the variable `SUPABASE_DB_URL`",
    help: "the postgresql:// URL of the live database, which is only read",
    inputHelp: "Connection string of the live database, from a secret; a pooler's, best the session pooler's, for runners have no IPv6. No variable stands in for it.",
    remedy: {
      "command-line": "Give the connection string of the session pooler, percent-encoded, best as SUPABASE_DB_URL.",
      action: (
        // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's
        "Give the connection string of the session pooler, percent-encoded, as a secret: `live-url: ${{ secrets.SUPABASE_DB_URL }}`."
      )
    }
  },
  liveCa: {
    flag: "--live-ca <file>",
    input: "live-ca",
    configurable: true,
    isPath: true,
    only: ["audit", "accept"],
    value: PATH,
    example: '"supabase/prod-ca.crt"',
    help: "the CA certificate that must have signed the live database's certificate: Supabase's or another",
    more: "Without it the connection is encrypted, but who answers is not verified, and no password is sent in clear text.",
    inputHelp: "File with the CA certificate that must have signed the live database's certificate. Empty verifies nobody, though the connection is encrypted.",
    remedy: "Give the file that the dashboard offers under Database, Settings, SSL configuration, or leave it out.",
    repeat: "live"
  },
  liveTimeout: {
    flag: "--live-timeout <seconds>",
    input: "live-timeout",
    configurable: true,
    only: ["audit", "accept"],
    ...seconds(3600),
    fallback: "60",
    example: "120",
    help: "how long one statement may take in the live database",
    inputHelp: "Seconds that one statement may take in the live database.",
    remedy: "Give whole seconds from 1 to 3600, or leave it out."
  },
  allowWritableRole: {
    flag: "--allow-writable-role",
    input: "allow-writable-role",
    only: ["audit", "accept"],
    takes: "switch",
    value: SWITCH,
    help: "take a role that could write; the session is read-only all the same",
    inputHelp: "Whether a role that could write may be used, `true` or `false`; the session is read-only all the same.",
    remedy: { "command-line": SWITCH_REMEDY, action: "Write `allow-writable-role: true`, or leave it out." },
    repeat: "live"
  },
  environment: {
    flag: "--environment <name>",
    input: "environment",
    configurable: true,
    only: ["audit", "accept"],
    value: ENVIRONMENT_NAME,
    example: '"production"',
    help: "what reports call the live database, for example `production`",
    inputHelp: "What reports and the issue call the live database, such as production. Tells the issues of several databases apart.",
    remedy: "Give a short name, such as production, or leave it out."
  },
  inventory: {
    flag: "--inventory <file>",
    input: "inventory",
    configurable: true,
    isPath: true,
    only: ["audit"],
    value: MARKDOWN_FILE,
    example: '"docs/database/inventory.md"',
    help: "the Markdown file to keep the inventory and the history of audits in, between its markers, for example `docs/database/inventory.md`",
    inputHelp: "Markdown file that the inventory and the audit history are written into, relative to the repository. Empty writes none.",
    remedy: "Give the path of a Markdown file, such as docs/database/inventory.md, or leave it out."
  },
  format: {
    flag: "--format <format>",
    value: oneOf(FORMATS),
    fallback: "text",
    help: "the format on standard output: `text`, `json`, `markdown`, `html` (a page), `sarif` (code scanning), `gitlab` (Code Quality) or `github` (annotations of a step)",
    remedy: "Give `text`, `json`, `markdown`, `html`, `sarif`, `gitlab` or `github`."
  },
  output: {
    flag: "--output <format=file>",
    takes: "lines",
    value: OUTPUTS,
    help: "write the report to a file as well, for example `json=report.json`",
    remedy: "Write it as FORMAT=FILE, `--output json=report.json`, with text, json, markdown, html, sarif, gitlab or github."
  },
  quiet: {
    flag: "--quiet",
    takes: "switch",
    value: SWITCH,
    help: "no progress on standard error",
    remedy: SWITCH_REMEDY
  },
  verbose: {
    flag: "--verbose",
    takes: "switch",
    value: SWITCH,
    help: "list the notices that change nothing, which the text report only counts",
    remedy: SWITCH_REMEDY
  },
  dryRun: {
    flag: "--dry-run",
    only: ["fix", "init"],
    takes: "switch",
    value: SWITCH,
    help: "print what would change as a unified diff, and write nothing",
    remedy: SWITCH_REMEDY
  }
};

// src/options/action-only.ts
var REPORT_REMEDY = (file) => `Give the path of a file of its own, such as ${file}.`;
var ACTION_ONLY = {
  mode: {
    input: "mode",
    value: oneOf(["check", "audit"]),
    fallback: "check",
    inputHelp: "What to do. `check` compares the committed types with what the migrations build; `audit` compares both with the live database, which is only read.",
    remedy: "Give `mode: check` or `mode: audit`, or leave it out for `check`."
  },
  supabaseVersion: {
    input: "supabase-version",
    value: CLI_VERSION,
    inputHelp: "Supabase CLI to install, such as 3.1.0. Empty takes the one on the path, else the version in the project's lockfile, else the newest 3.x, or the last 2.x where config.toml is of its time.",
    remedy: "Give a version of the Supabase CLI, `supabase-version: 3.1.0`, or leave it out to take that of the project's lockfile."
  },
  comment: {
    input: "comment",
    only: ["check"],
    value: oneOf(["on-drift", "always", "never"]),
    fallback: "on-drift",
    inputHelp: "When a pull request gets a comment. `on-drift`, also when the pull request changes the baseline or the configuration file, `always` or `never`. Needs `pull-requests` write permission.",
    remedy: "Give `comment: on-drift`, `always` or `never`."
  },
  commentKey: {
    input: "comment-key",
    only: ["check"],
    value: COMMENT_KEY,
    inputHelp: "Tells the comments of several runs in one job, or of a matrix, apart.",
    remedy: "Give a short name, for example that of the matrix entry, or leave it out."
  },
  issue: {
    input: "issue",
    only: ["audit"],
    value: oneOf(["on-drift", "never"]),
    fallback: "on-drift",
    inputHelp: "When an issue is kept. `on-drift` or `never`. Needs `issues` write permission.",
    remedy: "Give `issue: on-drift` or `issue: never`."
  },
  annotations: {
    input: "annotations",
    takes: "switch",
    value: SWITCH,
    fallback: true,
    inputHelp: "Whether findings are shown on the lines of migrations and types, `true` or `false`.",
    remedy: "Write `annotations: true` or `annotations: false`."
  },
  skipUnchanged: {
    input: "skip-unchanged",
    only: ["check"],
    takes: "switch",
    value: SWITCH,
    fallback: true,
    inputHelp: "Whether a pull request that touches neither migrations, config.toml nor types passes at once, `true` or `false`.",
    remedy: "Write `skip-unchanged: true` or `skip-unchanged: false`."
  },
  reportJson: {
    input: "report-json",
    value: REPORT_FILE,
    inputHelp: "Path to write the JSON report to. Empty writes none.",
    remedy: REPORT_REMEDY("`report-json: drift.json`")
  },
  reportMarkdown: {
    input: "report-markdown",
    value: REPORT_FILE,
    inputHelp: "Path to write the Markdown report to. Empty writes none.",
    remedy: REPORT_REMEDY("`report-markdown: drift.md`")
  },
  reportSarif: {
    input: "report-sarif",
    value: REPORT_FILE,
    inputHelp: "Path to write the SARIF 2.1.0 report to, for code scanning. Empty writes none.",
    remedy: REPORT_REMEDY("`report-sarif: drift.sarif`")
  },
  reportHtml: {
    input: "report-html",
    value: REPORT_FILE,
    inputHelp: "Path to write the report to as one page of HTML. Empty writes none.",
    remedy: REPORT_REMEDY("`report-html: drift.html`")
  },
  githubToken: {
    input: "github-token",
    value: FILLED,
    secret: true,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of GitHub's
    expression: "${{ github.token }}",
    inputHelp: "Token that reads the pull request, and writes the comment or the issue.",
    remedy: "Leave `github-token` out: the token of the job is taken."
  }
};

// src/options/table.ts
var { mode, ...others } = ACTION_ONLY;
var OPTIONS = { mode, ...FLAGS, ...others };
var rowsOf = (options) => Object.entries(options);
var keyOf = ({ flag = "" }) => flag.split(" ")[0]?.slice(2) ?? "";
var option = (name, value) => ({
  "command-line": nameOn("command-line", OPTIONS[name], value),
  action: nameOn("action", OPTIONS[name], value)
});
function nameOn(surface, row, value) {
  const { flag, input } = row;
  const asInput = flag === void 0 || surface === "action" && input !== void 0;
  const name = asInput ? input : flag.split(" ")[0];
  return `\`${name}${value === void 0 ? "" : `${asInput ? ":" : ""} ${value}`}\``;
}
var NAMED_CLI = {
  "command-line": nameOn("command-line", OPTIONS.supabaseCli, "PATH"),
  action: nameOn("action", OPTIONS.supabaseVersion, "VERSION")
};
var REPLAY_ELSEWHERE = perSurface`Check this project with ${option("database", "local-stack")} (needs Docker), or ${option("database", "URL")} of a disposable Supabase database.`;

export {
  visible,
  visibleLines,
  visibleJson,
  isDatabaseUrl,
  UNREADABLE,
  elsewhereOf,
  parsed,
  decoded,
  passwordsOf,
  withoutCredentials,
  spellings,
  areSame,
  FORMATS,
  HARMLESS,
  fileOf,
  isDay,
  DAY,
  ACTION_ONLY,
  FLAGS,
  OPTIONS,
  rowsOf,
  keyOf,
  option,
  nameOn,
  NAMED_CLI,
  REPLAY_ELSEWHERE
};
