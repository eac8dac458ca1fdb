// The values that a CHECK constraint allows, read from its expression as PostgreSQL prints it
// (pg_get_expr): `(status = ANY (ARRAY['draft'::text, 'paid'::text]))`.

/** A CHECK constraint: its expression, and how that names the column, or `VALUE` in a domain's. */
export interface Check {
  of: string;
  expression: string;
}

/**
 * The values that all constraints of one column or domain allow, each a text; undefined when none of them lists values.
 * One that demands something else, or is not understood, proves nothing.
 */
export function allowedValues(checks: readonly Check[]): string[] | undefined {
  const lists = checks.flatMap((check) => {
    const values = valuesIn(check);
    return values === undefined ? [] : [values];
  });
  const [first, ...others] = lists;
  return first && [...new Set(first)].filter((value) => others.every((list) => list.includes(value)));
}

/** Expressions that are longer are no list that somebody would write into a type. */
const LONGEST = 20_000;

function valuesIn({ of, expression }: Check): string[] | undefined {
  const tokens = expression.length > LONGEST ? [] : withoutCasts(tokensOf(expression));
  const reader = { of, tokens, at: 0 };
  const values = either(reader, 0);
  return reader.at === tokens.length ? values : undefined;
}

const TOKEN =
  /\s*(?:(E?'(?:[^']|'')*')|(-?\d[\d.]*(?:e[-+]?\d+)?)|("(?:[^"]|"")*"|[^\W\d]\w*)|(::|[()[\],=.])|(\S))/gy;

interface Token {
  kind: 'string' | 'number' | 'word' | 'sign' | 'other';
  text: string;
}

const tokensOf = (expression: string): Token[] =>
  [...expression.trimEnd().matchAll(TOKEN)].map(([, string, number, word, sign, other]): Token => {
    if (string !== undefined) return { kind: 'string', text: string };
    if (number !== undefined) return { kind: 'number', text: number };
    if (word !== undefined) return { kind: 'word', text: word };
    return sign === undefined ? { kind: 'other', text: other ?? '' } : { kind: 'sign', text: sign };
  });

/** The tokens without `::character varying(20)[]` and the like. */
function withoutCasts(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    if (tokens[at]?.text !== '::') {
      kept.push(...tokens.slice(at, at + 1));
      continue;
    }
    while (tokens[at + 1]?.kind === 'word' || tokens[at + 1]?.text === '.') at += 1;
    if (tokens[at + 1]?.text === '(' && tokens[at + 2]?.kind === 'number') at += 3;
    while (tokens[at + 1]?.text === '[' && tokens[at + 2]?.text === ']') at += 2;
  }
  return kept;
}

interface Reader {
  of: string;
  tokens: readonly Token[];
  at: number;
}

/** Deeper expressions are no list that somebody would write into a type. */
const DEEPEST = 50;

/** `a = 'x' OR a = 'y'`. */
function either(reader: Reader, depth: number): string[] | undefined {
  const values = one(reader, depth);
  while (values !== undefined && takes(reader, 'OR')) {
    const more = one(reader, depth);
    if (more === undefined) return undefined;
    values.push(...more);
  }
  return values;
}

/** A comparison, `a IS NULL`, or either of those in parentheses. */
function one(reader: Reader, depth: number): string[] | undefined {
  if (depth > DEEPEST) return undefined;
  const { at } = reader;
  const compared = comparison(reader);
  if (compared !== undefined) return compared;
  reader.at = at;
  if (!takes(reader, '(')) return undefined;
  const values = either(reader, depth + 1);
  return takes(reader, ')') ? values : undefined;
}

function comparison(reader: Reader): string[] | undefined {
  let open = 0;
  while (takes(reader, '(')) open += 1;
  if (!takes(reader, reader.of)) return undefined;
  while (open > 0 && takes(reader, ')')) open -= 1;
  if (open > 0) return undefined;
  if (takes(reader, 'IS')) return takes(reader, 'NULL') ? [] : undefined;
  if (!takes(reader, '=')) return undefined;
  return takes(reader, 'ANY') ? list(reader) : single(reader);
}

/** `(ARRAY['x', 'y'])`, with as many parentheses as there are. */
function list(reader: Reader): string[] | undefined {
  let open = 0;
  while (takes(reader, '(')) open += 1;
  if (!takes(reader, 'ARRAY') || !takes(reader, '[')) return undefined;
  const values: string[] = [];
  do {
    const value = single(reader);
    if (value === undefined) return undefined;
    values.push(...value);
  } while (takes(reader, ','));
  if (!takes(reader, ']')) return undefined;
  while (open > 0 && takes(reader, ')')) open -= 1;
  return open === 0 ? values : undefined;
}

function single(reader: Reader): string[] | undefined {
  let open = 0;
  while (takes(reader, '(')) open += 1;
  const token = reader.tokens[reader.at];
  // A string with escapes, E'…', is one that no type shows as it is.
  if (token === undefined || !/^('|-?\d)/.test(token.text)) return undefined;
  reader.at += 1;
  while (open > 0 && takes(reader, ')')) open -= 1;
  const value = token.kind === 'string' ? token.text.slice(1, -1).replaceAll("''", "'") : token.text;
  return open === 0 ? [value] : undefined;
}

function takes(reader: Reader, text: string): boolean {
  const isNext = reader.tokens[reader.at]?.text === text;
  if (isNext) reader.at += 1;
  return isNext;
}
