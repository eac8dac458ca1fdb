import {
  CANNOT_CHECK,
  exitCodeOf,
  failedReport,
  progressOn,
  renderReport,
  run
} from "./chunk-OBTYTDJR.js";
import "./chunk-ZSABCB6M.js";
import "./chunk-HD46L45G.js";
import "./chunk-ORLUZEXF.js";
import {
  FORMATS,
  OPTIONS,
  VERSION,
  codeOf,
  fileFailure,
  parseOptions
} from "./chunk-DR5UBCCJ.js";
import "./chunk-LLRS65AR.js";
import "./chunk-5MQOC3CF.js";
import "./chunk-R33GQ55B.js";
import "./chunk-LX6ZEJ6O.js";
import "./chunk-UDFWES7G.js";
import "./chunk-GSVH2RJZ.js";
import "./chunk-H4QNX2DM.js";
import {
  visible
} from "./chunk-XFEMIPZ6.js";
import "./chunk-EYYZ4LIQ.js";
import "./chunk-3W2CHIF6.js";
import "./chunk-26BVDADO.js";
import "./chunk-VD46WKPQ.js";
import "./chunk-PHKX5COY.js";
import "./chunk-ZUCB7KWV.js";
import {
  UsageError,
  isKnownError
} from "./chunk-HIMI4JHW.js";

// src/command-line.ts
import { Command, CommanderError } from "./vendor/commander.js";
import { createColors } from "./vendor/picocolors.js";
var COMMANDS = [
  ["check", "compare the committed types with what the migrations build"],
  ["fix", "write what drifted into the committed types, and nothing else"],
  ["audit", "compare the live database, the migrations and the committed types, three ways"],
  ["accept", "write what was found into the baseline, with a reason, so that only new drift fails"]
];
var colour = createColors().isColorSupported;
var dim = (text) => createColors(colour && process.stderr.isTTY === true).dim(text);
async function main(argv, guard) {
  process.stdout.on("error", outputLost);
  let chosen;
  const program = commandLine((command, given) => {
    chosen = () => runCommand(command, parseOptions(withEnvironment(command, given)), guard);
  });
  try {
    program.parse(argv);
    return chosen === void 0 ? 0 : await chosen();
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    const known = error instanceof CommanderError ? unreadable(error) : error;
    if (!isKnownError(known)) throw known;
    const command = COMMANDS.find(([name]) => name === argv[2])?.[0];
    if (command === void 0) return say(known);
    const given = program.commands.find((one) => one.name() === command)?.opts().format;
    const format = FORMATS.find((one) => one === given) ?? "text";
    return show(failedReport(command, parseOptions({}), known), { format });
  }
}
function commandLine(chosen) {
  const program = new Command("drift-gate").description("Tells where Supabase migrations and the committed TypeScript types disagree.").version(VERSION).configureOutput({ outputError: () => void 0, writeErr: () => void 0 }).exitOverride();
  for (const [name, description] of COMMANDS) {
    const command = program.command(name).description(description);
    for (const option of Object.values(OPTIONS)) {
      if (option.only !== void 0 && !option.only.includes(name)) continue;
      const text = option.fallback === void 0 ? option.description : `${option.description} (default: ${option.fallback})`;
      if (option.repeatable)
        command.option(option.flag, text, (value, all = []) => [...all, value]);
      else command.option(option.flag, text);
    }
    command.action((given) => chosen(name, given));
  }
  return program;
}
function withEnvironment(command, given) {
  const live = process.env.SUPABASE_DB_URL;
  delete process.env.SUPABASE_DB_URL;
  return command !== "audit" || live === void 0 || live.trim() === "" ? given : { live, ...given };
}
function unreadable({ message }) {
  const sentence = withoutAddress(message).replace(/^error: /, "").replace(/ for '\w+'\. Expected/, ": expected").replace(/(?<!\s)\s*\(Did you mean (.*)\?\)$/s, ", did you mean $1?").replace(/[.?]?$/, (end) => end || ".");
  return new UsageError({
    message: sentence.startsWith("(outputHelp)") ? "No command was given." : visible(sentence.slice(0, 1).toUpperCase() + sentence.slice(1)),
    remedy: "Run `drift-gate --help`, or `drift-gate check --help`, to see what there is."
  });
}
function withoutAddress(message) {
  const [at, end] = [message.indexOf("://"), message.lastIndexOf("'")];
  if (at === -1 || end < at) return message;
  const start = message.slice(0, at).search(/(?<![^'=\s])[^'=\s]*$/);
  return `${message.slice(0, start)}\u2026${message.slice(end)}`;
}
async function runCommand(command, options, guard) {
  const progress = progressOn(process.stderr, options.quiet);
  const onCliLine = (line) => {
    if (process.stderr.isTTY) progress.clear();
    if (!options.quiet) process.stderr.write(`${dim(`supabase \u2502 ${line}`)}
`);
  };
  const { report, patch } = await run(command, options, {
    onProgress: progress.show,
    onCliLine,
    guard
  }).finally(progress.clear);
  if (!options.dryRun || patch === void 0 || report.status === "failed") return show(report, options);
  process.stdout.write(patch);
  if (patch === "" && report.status === "drifted")
    process.stderr.write(renderReport("text", report, { colour: false, verbose: options.verbose }));
  return exitCodeOf(report);
}
function show(report, { format, verbose = false }) {
  const stream = report.status === "failed" && format === "text" ? process.stderr : process.stdout;
  const page = { colour: colour && stream.isTTY === true, width: stream.columns ?? 100, verbose };
  stream.write(renderReport(format, report, page));
  return exitCodeOf(report);
}
function say({ message, remedy }) {
  process.stderr.write(`drift-gate: ${message}
  ${remedy}
`);
  return CANNOT_CHECK;
}
function outputLost(error) {
  if (codeOf(error) !== "EPIPE") throw fileFailure("write", "Standard output", error);
}
export {
  main
};
