// A long type on one line, broken into a line a member, so that a diff shows the members that differ.

const LONGEST_LINE = 72;

/** What lies deeper is not indented any more. */
const DEEPEST = 40;

/** Strings, what opens and closes, what separates, and all between. */
const TOKENS = /"(?:[^"\\]|\\.)*"?|[{}();,]|[^"{}();,]+/g;

/** Types on one line that is too long, with members and arguments on lines of their own; others as they are. */
export function unfolded(type: string): string {
  if (type.length <= LONGEST_LINE || type.includes('\n')) return type;
  const lines: string[] = [];
  let line = '';
  let isEmpty = true;
  let depth = 0;
  const end = (): void => {
    if (!isEmpty) lines.push(line.trimEnd());
    line = '  '.repeat(Math.min(depth, DEEPEST));
    isEmpty = true;
  };
  for (const token of type.match(TOKENS) ?? []) {
    const closes = token === '}' || token === ')';
    const opens = token === '{' || token === '(';
    if (closes || opens) depth = Math.max(0, depth + (opens ? 1 : -1));
    if (closes) end();
    line += isEmpty ? token.trimStart() : token;
    isEmpty &&= token.trim() === '';
    if (opens || token === ';' || token === ',') end();
  }
  end();
  return lines.join('\n');
}
