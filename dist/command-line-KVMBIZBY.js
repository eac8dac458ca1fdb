import {
  CANNOT_CHECK,
  exitCodeOf,
  failedReport,
  progressOn,
  renderReport,
  run,
  withCommands,
  writeFailure
} from "./chunk-C4VQLZ5A.js";
import "./chunk-HD46L45G.js";
import "./chunk-EB7I24RK.js";
import {
  VERSION,
  codeOf,
  fileFailure,
  parseOptions,
  readSettings,
  repositoryPrefix,
  withSettings
} from "./chunk-LB2DLRCM.js";
import "./chunk-5ZLBS6VB.js";
import "./chunk-CQJQNQWS.js";
import {
  PROGRAM,
  asStarted
} from "./chunk-ECPXYDPS.js";
import "./chunk-2F5BOPVJ.js";
import "./chunk-RL6JJOTP.js";
import "./chunk-J47V22OG.js";
import "./chunk-VYQOUJSW.js";
import "./chunk-PHKX5COY.js";
import "./chunk-ZUCB7KWV.js";
import "./chunk-3W2CHIF6.js";
import "./chunk-QPAJDXSV.js";
import "./chunk-2PA7CMTC.js";
import "./chunk-L2727PVB.js";
import "./chunk-NRYCARYR.js";
import "./chunk-XOYFCOSZ.js";
import "./chunk-W7C5KHYQ.js";
import {
  FLAGS,
  FORMATS,
  HARMLESS,
  OPTIONS,
  keyOf,
  rowsOf,
  visible
} from "./chunk-WU3HVZMK.js";
import "./chunk-3WGEH7NJ.js";
import "./chunk-V526W2HQ.js";
import {
  UsageError,
  isKnownError
} from "./chunk-COC3XPBN.js";

// src/command-line.ts
import { Command, CommanderError } from "./vendor/commander.js";
import { createColors } from "./vendor/picocolors.js";
import * as v from "./vendor/valibot.js";
var COMMANDS = [
  {
    name: "init",
    description: "write a workflow, a configuration file and, where there are none, the types; then check",
    examples: [
      ["init --dry-run", "show what would be written, as a patch"],
      ["init", "write what is not there yet"]
    ]
  },
  {
    name: "check",
    description: "compare the committed types with what the migrations build",
    examples: [
      ["check", "is the project in this folder in sync?"],
      ["check --project apps/shop --fail-on breaking", "another project; fail on breaking changes only"],
      ["check --output sarif=drift.sarif", "write a report for code scanning as well"]
    ]
  },
  {
    name: "fix",
    description: "write what drifted into the committed types, and nothing else",
    examples: [
      ["fix --dry-run", "show what would be written, as a patch"],
      ["fix", "write it"]
    ]
  },
  {
    name: "audit",
    description: "compare the live database, the migrations and the committed types, three ways",
    examples: [
      ["audit", "the database that the variable SUPABASE_DB_URL names"],
      ["audit --environment production --inventory docs/inventory.md", "keep an inventory in a file"],
      ["audit --format html > audit.html", "make a page that you can share"]
    ]
  },
  {
    name: "accept",
    description: "write what was found into the baseline, with a reason, so that only new drift fails",
    examples: [
      ["accept --object 'public.legacy_*' --reason 'to be imported'", "accept the drift of some objects"],
      [`accept --live "$SUPABASE_DB_URL" --reason 'to be imported'`, "accept what an audit finds"],
      ["accept --prune", "remove the entries whose drift is gone"]
    ]
  }
];
var EXIT_CODES = [
  ["0", "in sync, or all drift is tolerated or accepted"],
  ["1", "drift, or a migration that fails"],
  ["2", "could not check: a bad option, a missing file, a database that does not answer"],
  ["130, 143", "interrupted: nothing was written"]
];
var colour = createColors().isColorSupported;
async function main(argv, around) {
  around.stdout.on("error", outputLost);
  let chosen;
  const isHelp = argv.some((word) => word === "--help" || word === "-h");
  const program = commandLine({ ...around, isHelp }, (command, given) => {
    chosen = async () => runCommand(command, optionsOf(command, withEnvironment(command, given)), around);
  });
  try {
    program.parse(argv);
    return chosen === void 0 ? 0 : await chosen();
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const command = program.commands.find((one) => one.name() === argv[2]);
    const known = error instanceof CommanderError ? unreadable(error, command) : error;
    if (!isKnownError(known)) throw known;
    return command === void 0 ? say(known, around) : await refuse(command, known, around);
  }
}
async function refuse(command, error, around) {
  const given = command.opts();
  const report = withCommands(
    failedReport(nameOf(command), parseOptions({}), error),
    around.program ?? PROGRAM
  );
  const outputs = v.safeParse(OPTIONS.output.value, given.output ?? []);
  for (const output of outputs.success ? outputs.output : [])
    if (output.file !== given.baseline) await writeFailure(report, output);
  return show(report, { format: FORMATS.find((one) => one === given.format) ?? "text" }, around);
}
function optionsOf(command, given) {
  parseOptions(given, "command-line", { command });
  const { given: all, settings } = withSettings(given, readSettings(command, given));
  return parseOptions(all, "command-line", { command, settings });
}
var nameOf = (command) => COMMANDS.find(({ name }) => name === command.name())?.name ?? "check";
function commandLine({ stdout, program: called = PROGRAM, isHelp }, chosen) {
  const program = new Command(called).description("Tells where Supabase migrations and the committed TypeScript types disagree.").version(VERSION).configureOutput({
    writeOut: (text) => stdout.write(text),
    outputError: () => void 0,
    writeErr: () => void 0
  }).exitOverride();
  for (const { name, description, examples } of COMMANDS) {
    const command = program.command(name).description(description);
    const settings = isHelp ? settingsHere(name) : [];
    for (const row of Object.values(FLAGS)) {
      if (row.flag === void 0 || !hasOption(name, row)) continue;
      const help = helpOf(
        row,
        settings.find(({ option }) => option === keyOf(row))
      );
      if (row.takes === "lines" || row.takes === "names")
        command.option(row.flag, help, (value, all = []) => [...all, value]);
      else command.option(row.flag, help);
    }
    command.addHelpText("after", endOfHelp(called, examples));
    command.action((given) => chosen(name, given));
  }
  return program;
}
var hasOption = (command, { only }) => only === void 0 || only.includes(command);
function settingsHere(command) {
  try {
    return withSettings({}, readSettings(command, {})).settings;
  } catch (error) {
    if (!isKnownError(error)) throw error;
    return [];
  }
}
function helpOf({ help = "", fallback, otherwise, takes }, setting) {
  const repeats = takes === "lines" || takes === "names" ? "; may be repeated" : "";
  const byDefault = otherwise ?? fallback;
  const shown = setting !== void 0 ? ` (default: ${visible([setting.value].flat().join(", "))}, from ${visible(setting.from)})` : byDefault === void 0 ? "" : ` (default: ${byDefault})`;
  return `${help}${repeats}${shown}`.replaceAll(/`|\*\*/g, "");
}
var endOfHelp = (called, examples) => [
  "",
  "Examples:",
  ...examples.flatMap(([line, does]) => [`  ${called} ${line}`, `      ${does}`]),
  "",
  "Exit codes:",
  ...EXIT_CODES.map(([exit, means]) => `  ${exit.padEnd(8)}  ${means}`)
].join("\n");
function withEnvironment(command, given) {
  const found = rowsOf(FLAGS).flatMap(([option, { variable }]) => {
    if (variable === void 0) return [];
    const value = process.env[variable.name] ?? "";
    delete process.env[variable.name];
    return variable.only.includes(command) && value.trim() !== "" ? [[option, value]] : [];
  });
  return { ...Object.fromEntries(found), ...given };
}
function unreadable({ code, message }, command) {
  const flag = /^error: (?:unknown )?option '(--[a-z-]+)/.exec(message)?.[1];
  const row = Object.values(FLAGS).find((one) => one.flag?.split(" ")[0] === flag);
  if (command !== void 0 && code === "commander.excessArguments") return tooMany(command);
  if (row !== void 0 && code === "commander.optionMissingArgument")
    return new UsageError({ message: `\`${flag}\` is given without a value.`, remedy: row.remedy });
  if (command !== void 0 && row?.only !== void 0 && !hasOption(nameOf(command), row))
    return ofOther(row.only, `${flag}`, command);
  if (row?.takes === "switch" && message.startsWith(`error: unknown option '${flag}=`))
    return new UsageError({ message: `\`${flag}\` takes no value.`, remedy: row.remedy });
  const sentence = withoutAddress(message).replace(/^error: /, "").replace(/(?<!\s)\s*\(Did you mean (.*)\?\)$/s, ", did you mean $1?").replace(/[.?]?$/, (end) => end || ".");
  return new UsageError({
    message: sentence.startsWith("(outputHelp)") ? "No command was given." : visible(sentence.slice(0, 1).toUpperCase() + sentence.slice(1)),
    remedy: "Run `drift-gate --help`, or `drift-gate check --help`, to see what there is."
  });
}
function tooMany(command) {
  const [given = ""] = command.args;
  const isShown = HARMLESS.test(given) || FOLDER.test(given);
  const name = `drift-gate ${command.name()}`;
  return new UsageError({
    message: `\`${name}\` takes no arguments${isShown ? `, but got \`${given}\`` : ""}.`,
    remedy: `If that is the folder of the project, run \`${name} --project ${isShown ? given : "DIR"}\`.`
  });
}
var FOLDER = /^[\w.-]*(\/[\w.-]+)+\/?$/;
var ofOther = (only, flag, command) => new UsageError({
  message: `\`${flag}\` is only for ${only.map((name) => `\`drift-gate ${name}\``).join(" and ")}.`,
  remedy: `Leave it out, or run \`drift-gate ${command.name()} --help\` to see what there is.`
});
function withoutAddress(message) {
  const [at, end] = [message.indexOf("://"), message.lastIndexOf("'")];
  if (at === -1 || end < at) return message;
  const start = message.slice(0, at).search(/(?<![^'=\s])[^'=\s]*$/);
  return `${message.slice(0, start)}\u2026${message.slice(end)}`;
}
async function runCommand(command, options, around) {
  const { stdout, stderr, ...others } = around;
  const progress = progressOn(stderr, options.quiet);
  const { dim } = createColors(colour && stderr.isTTY === true);
  const onCliLine = (line) => {
    if (stderr.isTTY) progress.clear();
    if (!options.quiet) stderr.write(`${dim(`supabase \u2502 ${line}`)}
`);
  };
  const { report, patch } = await run(command, options, {
    onProgress: progress.show,
    onCliLine,
    ...others
  }).finally(progress.clear);
  if (!options.dryRun || patch === void 0 || report.status === "failed")
    return show(report, options, around);
  stdout.write(patch);
  if (patch === "" && report.status === "drifted")
    stderr.write(renderReport("text", report, { colour: false, verbose: options.verbose }));
  return exitCodeOf(report);
}
function show(report, { format, verbose = false, project = "." }, { stdout, stderr }) {
  const stream = report.status === "failed" && format === "text" ? stderr : stdout;
  const page = {
    colour: colour && stream.isTTY === true,
    width: stream.columns ?? 100,
    verbose,
    prefix: repositoryPrefix(project)
  };
  stream.write(renderReport(format, report, page));
  return exitCodeOf(report);
}
function say({ message, remedy }, { stderr, program = PROGRAM }) {
  stderr.write(asStarted(`drift-gate: ${message}
  ${remedy}
`, program));
  return CANNOT_CHECK;
}
function outputLost(error) {
  if (codeOf(error) !== "EPIPE") throw fileFailure("write", "Standard output", error);
}
export {
  main
};
