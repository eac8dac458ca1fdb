// The pieces of SQL text that hide a semicolon, as the Supabase CLI (3.1) reads them: quotes, dollar quotes, comments.
// Each function takes the offset where a piece begins and gives the offset behind it.

const LINE_END = /[\n\r]/g;
const SPACES = ' \t\n\r\f\v';

export const isSpace = (character: string): boolean => character !== '' && SPACES.includes(character);

const isLineEnd = (character: string): boolean => character === '\n' || character === '\r';

const isWordUnit = (unit: number): boolean =>
  unit >= 128 ||
  (unit >= 97 && unit <= 122) ||
  (unit >= 65 && unit <= 90) ||
  (unit >= 48 && unit <= 57) ||
  unit === 95 ||
  unit === 36;

export const isWordAt = (sql: string, at: number): boolean =>
  at >= 0 && at < sql.length && isWordUnit(sql.charCodeAt(at));

function afterLineComment(sql: string, start: number): number {
  LINE_END.lastIndex = start;
  const end = LINE_END.exec(sql);
  return end === null ? sql.length : end.index + 1;
}

function afterBlockComment(sql: string, start: number): number {
  let depth = 1;
  let at = start + 2;
  while (at < sql.length && depth > 0) {
    const step = sql.startsWith('/*', at) ? 1 : sql.startsWith('*/', at) ? -1 : 0;
    depth += step;
    at += step === 0 ? 1 : 2;
  }
  return at;
}

function afterQuote(sql: string, start: number): number {
  const delimiter = sql.charAt(start);
  let at = start + 1;
  for (;;) {
    const end = sql.indexOf(delimiter, at);
    if (end < 0) return sql.length;
    if (sql.charAt(end + 1) !== delimiter) return end + 1;
    at = end + 2;
  }
}

/** An `E'…'` string and the parts that continue it on later lines; a backslash escapes one character. */
function afterEscapeString(sql: string, start: number): number {
  let at = start + 1;
  while (at < sql.length) {
    const character = sql.charAt(at);
    if (character === '\\') at += 2;
    else if (character !== "'") at += 1;
    else if (sql.charAt(at + 1) === "'") at += 2;
    else {
      const next = continuation(sql, at + 1);
      if (next === undefined) return at + 1;
      at = next + 1;
    }
  }
  return sql.length;
}

/** The quote that continues a string: strings that only white space with a line end (or comments) parts are one. */
function continuation(sql: string, start: number): number | undefined {
  let newline = false;
  let at = start;
  while (at < sql.length) {
    const character = sql.charAt(at);
    if (sql.startsWith('--', at)) {
      at = afterLineComment(sql, at);
      newline = true;
    } else if (isSpace(character)) {
      newline = newline || isLineEnd(character);
      at += 1;
    } else return newline && character === "'" ? at : undefined;
  }
  return undefined;
}

function afterDollar(sql: string, start: number): number {
  if (isWordAt(sql, start - 1)) return start + 1;
  let end = start + 1;
  while (isWordAt(sql, end) && sql.charAt(end) !== '$') end += 1;
  if (sql.charAt(end) !== '$') return end;
  const tag = sql.slice(start, end + 1);
  const close = sql.indexOf(tag, start + 1);
  return close < 0 ? sql.length : close + tag.length;
}

/** Behind leading white space, byte order mark and comments: the first word, or the end of the text. */
export function afterComments(text: string): number {
  let at = 0;
  while (at < text.length) {
    if (isSpace(text.charAt(at)) || text.charAt(at) === '\uFEFF') at += 1;
    else if (text.startsWith('--', at)) at = afterLineComment(text, at);
    else if (text.startsWith('/*', at)) at = afterBlockComment(text, at);
    else return at;
  }
  return at;
}

/** Behind a character that opens a quote, a comment, a dollar quote or an escape; `at` itself when it opens none. */
export function afterLiteral(sql: string, at: number): number {
  switch (sql.charAt(at)) {
    case "'":
      return /e/i.test(sql.charAt(at - 1)) && !isWordAt(sql, at - 2)
        ? afterEscapeString(sql, at)
        : afterQuote(sql, at);
    case '"':
      return afterQuote(sql, at);
    case '$':
      return afterDollar(sql, at);
    case '-':
      return sql.charAt(at + 1) === '-' ? afterLineComment(sql, at) : at;
    case '/':
      return sql.charAt(at + 1) === '*' ? afterBlockComment(sql, at) : at;
    default:
      return at;
  }
}
