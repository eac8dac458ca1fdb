// Fits Markdown into a limit of bytes: cut at a line, with everything that is open closed behind it.

export interface Line {
  text: string;
  /** The lines that close what is open after this one. Absent: nothing is open. */
  close?: readonly string[];
  /** Not to be cut after, such as the first line of a table. */
  joined?: true;
  /** What begins here: a cut counts what it leaves out. */
  item?: 'object' | 'finding' | 'notice';
}

const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8');

const written = (lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

/**
 * The body's lines, then the tail's, in at most `budget` UTF-8 bytes. When they do not fit, the body is cut and
 * `note` says what was left out; when not even that fits, the tail goes too, and at last the note.
 */
export function withinBudget(
  body: readonly Line[],
  tail: readonly string[],
  budget: number,
  note: (leftOut: readonly Line[]) => readonly string[],
): string {
  const whole = written([...body.map(({ text }) => text), ...tail]);
  if (bytesOf(whole) <= budget) return whole;
  return (
    cut(body, budget, (leftOut) => [...note(leftOut), ...tail]) ??
    cut(body, budget, note) ??
    cut(body, budget, () => []) ??
    ''
  );
}

/** The longest beginning of the lines that fits together with its closing lines and what follows them. */
function cut(
  lines: readonly Line[],
  budget: number,
  after: (leftOut: readonly Line[]) => readonly string[],
): string | undefined {
  const sizes = lines.map(({ text }) => bytesOf(text) + 1);
  let size = sizes.reduce((sum, bytes) => sum + bytes, 0);
  for (let kept = lines.length - 1; kept > 0; kept--) {
    size -= sizes[kept] ?? 0;
    const last = lines[kept - 1];
    if (size > budget || last === undefined || last.joined) continue;
    const ending = written([...(last.close ?? []), ...after(lines.slice(kept))]);
    if (size + bytesOf(ending) <= budget)
      return written(lines.slice(0, kept).map(({ text }) => text)) + ending;
  }
  return undefined;
}
