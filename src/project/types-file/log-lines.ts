// Log lines that a redirect caught into a types file (equivalence A5): known ones are taken off its two ends.

/** Lines that the Supabase CLI, Node and package managers print around generated types. None starts a TypeScript line. */
const LOG_LINES: readonly RegExp[] = [
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
  /^\[dotenv@\S+\] /,
];

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal are control characters
const COLOUR = /\u001b\[[0-9;]*m/g;

/**
 * Takes known log lines off the start and the end of a file, never out of its middle.
 * `stripped` numbers them as they stand in the file, from 1; `firstLine` is the one that the rest
 * begins at, when that is not the first.
 */
export function stripLogLines(text: string): { text: string; firstLine?: number; stripped: number[] } {
  const lines = text.split('\n');
  const numbered = lines.map((line, position) => ({
    line: line.replace(COLOUR, '').trim(),
    at: position + 1,
  }));
  const leading = logRun(numbered);
  const trailing = logRun(numbered.slice(leading.length).reverse());
  const kept = lines.slice(leading.length, lines.length - trailing.length);
  if (trailing.length > 0 && kept.length > 0) kept.push('');
  return {
    text: kept.join('\n'),
    ...(leading.length > 0 && { firstLine: leading.length + 1 }),
    stripped: [...leading, ...trailing.reverse()].filter(({ line }) => line !== '').map(({ at }) => at),
  };
}

/** The lines up to the last one of an unbroken run of log lines; blank lines do not break it. */
function logRun<T extends { line: string }>(numbered: readonly T[]): T[] {
  const isLog = ({ line }: T): boolean => LOG_LINES.some((pattern) => pattern.test(line));
  const end = numbered.findIndex((entry) => entry.line !== '' && !isLog(entry));
  const run = numbered.slice(0, end === -1 ? numbered.length : end);
  return run.slice(0, run.findLastIndex(isLog) + 1);
}
