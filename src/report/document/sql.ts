// SQL as people read and copy it: a statement ends with a semicolon, and a table has a line a column.

const TOKENS = /"(?:[^"]|"")*"|'(?:[^']|'')*'|[(),]|[^"'(),]+|["']/g;

/** The first line of a table's or a type's definition, with what stands between its outer brackets on lines of its own. */
export function unfoldedSql(text: string): string {
  if (!/^create (?:[a-z]+ ){0,3}(?:table|type) /i.test(text)) return text;
  const end = text.indexOf('\n');
  const [first, rest] = end === -1 ? [text, ''] : [text.slice(0, end), text.slice(end)];
  return first.endsWith('(') ? text : inLines(first) + rest;
}

/** Breaks at the commas between the first brackets; what comes before and behind them stays. */
function inLines(statement: string): string {
  let text = '';
  let depth = 0;
  let isOver = false;
  let begins = false;
  for (const token of statement.match(TOKENS) ?? []) {
    if (token === ')') depth -= 1;
    const ends: boolean = token === ')' && depth === 0 && !isOver;
    text += ends ? '\n)' : begins ? `  ${token.trimStart()}` : token;
    if (token === '(') depth += 1;
    begins = (token === '(' || token === ',') && depth === 1 && !isOver;
    if (begins) text += '\n';
    isOver ||= ends;
  }
  return text;
}

/** Statements as a script that runs. */
export const scriptOf = (statements: readonly string[]): string =>
  statements.map((statement) => `${unfoldedSql(statement).replace(/(?<![\s;])[\s;]*$/, '')};`).join('\n');
