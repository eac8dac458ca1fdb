// Tells a generated `Database` from a handwritten wrapper, by words and braces alone: a project's files are
// searched before anything is parsed. Whether the file is sound is for the parser of `types/` to say.

const WORD = /[\p{ID_Start}_$][\p{ID_Continue}$]*|\S/gu;

/** What one object type holds, as far as it can be seen without a parser. */
interface Shape {
  /** The members of each member: `public` → Tables, Views, Functions. */
  schemas: Map<string, Set<string>>;
  /** Some table writes its `Row` out. */
  hasRow: boolean;
  /** Some `Tables` has a member at all. */
  hasTable: boolean;
  /** The closing brace was there; a file cut in the middle has none. */
  closed: boolean;
  /** The position of the last token that belongs to it. */
  end: number;
}

/**
 * Whether the text declares a generated `Database`, under whatever name: an object type or an interface that
 * has a schema with Tables, Views and Functions, and writes out the rows. `MergeDeep<Generated, …>`, an
 * `extends`, an object of overrides, or `Tables: Generated['public']['Tables']` is a handwritten wrapper.
 */
export const looksGenerated = (text: string): boolean => generatedShapes(text).length > 0;

/** The schemas of the generated `Database` types that the text declares; `__InternalSupabase` is none. */
export const declaredSchemas = (text: string): string[] =>
  generatedShapes(text).flatMap(({ schemas }) =>
    [...schemas].flatMap(([name, members]) => (members.has('Tables') ? [name] : [])),
  );

/** What a generator writes of a schema, in whatever it is put. */
const PARTS = ['Tables', 'Views', 'Functions', 'Row', 'Insert', 'Update'];

/** Whether the text has the words of them all. */
export const mentionsParts = (text: string): boolean => PARTS.every((part) => text.includes(part));

/**
 * Whether the text holds all that a generator writes of a schema, under whatever name and in whatever type: as an
 * argument of `Omit<…>` or in a namespace, for example. Its rows stand in `Tables`, or are written out.
 */
export function holdsParts(text: string): boolean {
  if (!mentionsParts(text)) return false;
  const tokens = tokensOf(text);
  const found = new Set<string>();
  const writtenOut = new Set<string>();
  const path: string[] = [];
  let key = '';
  let tablesOpen = 0;
  let hasRowInTables = false;
  for (const [position, token] of tokens.entries()) {
    if (token === '{') {
      path.push(key);
      if (key === 'Tables') tablesOpen += 1;
      key = '';
    } else if (token === '}') {
      if (path.pop() === 'Tables') tablesOpen -= 1;
    } else {
      const colon = position + (tokens[position + 1] === '?' ? 2 : 1);
      if (tokens[colon] !== ':') continue;
      key = nameOf(token);
      found.add(key);
      if (tokens[colon + 1] === '{') writtenOut.add(key);
      if (key === 'Row' && tablesOpen > 0) hasRowInTables = true;
    }
  }
  const isWrittenOut = ['Row', 'Insert', 'Update'].every((part) => writtenOut.has(part));
  return PARTS.every((part) => found.has(part)) && (hasRowInTables || isWrittenOut);
}

/** The text with the characters that escapes stand for: TypeScript takes `\\u0054ables` for `Tables`. */
export const withoutEscapes = (text: string): string =>
  text.replaceAll(
    /\\(?:u\{([\da-f]+)\}|u([\da-f]{4})|x([\da-f]{2}))/gi,
    (written: string, braced?: string, four?: string, two?: string) => {
      const code = Number.parseInt(braced ?? four ?? two ?? '', 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : written;
    },
  );

/** Where a text takes from what it exports: `./a` of `export * from './a'`. */
export function exportedFrom(text: string): string[] {
  const tokens = tokensOf(text);
  let isExport = false;
  return tokens.flatMap((token, position) => {
    const next = tokens[position + 1] ?? '';
    if (token === 'export' || token === 'import') isExport = token === 'export';
    return token === 'from' && isExport && /^["']./.test(next) ? [nameOf(next)] : [];
  });
}

/** A key without its quotes. */
const nameOf = (token: string): string => token.replace(/^["'](.*)["']$/, '$1');

function generatedShapes(text: string): Shape[] {
  if (!text.includes('Tables') || !text.includes('Row')) return [];
  const tokens = tokensOf(text);
  const shapes: Shape[] = [];
  for (let position = 0; position < tokens.length; position += 1) {
    position = namespaceEnd(tokens, position) ?? position;
    const opening = openingBrace(tokens, position);
    if (opening === undefined) continue;
    const shape = shapeOf(tokens, opening);
    if (isGenerated(shape)) shapes.push(shape);
    // Nothing is declared inside of a type.
    position = shape.end;
  }
  return shapes;
}

/** Words, strings and signs, without comments. What opens and is never closed is a sign. */
function tokensOf(text: string): string[] {
  const tokens: string[] = [];
  // Up to where a quote of a kind is known to have no end.
  const openUntil = new Map<string, number>();
  const lastCommentEnd = text.lastIndexOf('*/');
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    const [word] = match;
    const { index } = match;
    if (text.startsWith('//', index)) WORD.lastIndex = endOf(text, '\n', index);
    else if (text.startsWith('/*', index) && lastCommentEnd >= index + 2)
      WORD.lastIndex = text.indexOf('*/', index + 2) + 2;
    else if (!'"\'`'.includes(word) || index < (openUntil.get(word) ?? 0)) tokens.push(word);
    else {
      const { end, isClosed } = stringEnd(text, index);
      if (isClosed) WORD.lastIndex = end;
      else openUntil.set(word, end);
      tokens.push(isClosed ? text.slice(index, end) : word);
    }
  }
  return tokens;
}

const endOf = (text: string, mark: string, from: number): number => {
  const at = text.indexOf(mark, from);
  return at === -1 ? text.length : at;
};

/** Where a string ends, or its line when it has no end there; a template may span lines. */
function stringEnd(text: string, start: number): { end: number; isClosed: boolean } {
  const quote = text.charAt(start);
  for (let at = start + 1; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (character === quote) return { end: at + 1, isClosed: true };
    if (character === '\n' && quote !== '`') return { end: at, isClosed: false };
    if (character === '\\') at += 1;
  }
  return { end: text.length, isClosed: false };
}

/** Where the body of a declaration that starts here opens: `type X = {`, `interface X {`, `interface X<T> {` not. */
function openingBrace(tokens: readonly string[], position: number): number | undefined {
  if (tokens[position] === 'type' && tokens[position + 2] === '=' && tokens[position + 3] === '{')
    return position + 3;
  if (tokens[position] === 'interface' && tokens[position + 2] === '{') return position + 2;
  return undefined;
}

/** Where a namespace that starts here ends: what it declares is not the file's own `Database`. */
function namespaceEnd(tokens: readonly string[], position: number): number | undefined {
  if (tokens[position] !== 'namespace' && tokens[position] !== 'module') return undefined;
  let opening = position + 1;
  if (!/^[\p{ID_Start}_$"']/u.test(tokens[opening] ?? '')) return undefined;
  while (tokens[opening + 1] === '.') opening += 2;
  opening += 1;
  if (tokens[opening] !== '{') return undefined;
  let depth = 0;
  for (let at = opening; at < tokens.length; at += 1) {
    if (tokens[at] === '{') depth += 1;
    else if (tokens[at] === '}') depth -= 1;
    if (depth === 0) return at;
  }
  return tokens.length;
}

function isGenerated({ schemas, hasRow, hasTable, closed }: Shape): boolean {
  const hasSchema = [...schemas.values()].some(
    (members) => members.has('Tables') && (!closed || (members.has('Views') && members.has('Functions'))),
  );
  return hasSchema && (hasRow || !hasTable);
}

function shapeOf(tokens: readonly string[], opening: number): Shape {
  const shape: Shape = {
    schemas: new Map(),
    hasRow: false,
    hasTable: false,
    closed: false,
    end: tokens.length,
  };
  const path: string[] = [];
  let key = '';
  for (let position = opening + 1; position < tokens.length; position++) {
    const token = tokens[position] ?? '';
    const next = tokens[position + 1];
    if (token === '{') path.push(key);
    else if (token === '}' && path.pop() === undefined) return { ...shape, closed: true, end: position };
    else if (next === ':' || (next === '?' && tokens[position + 2] === ':')) {
      key = nameOf(token);
      noteMember(shape, path, key, tokens[position + 2] === '{');
    }
  }
  return shape;
}

/** Writes a member down where it counts: `public` · `Tables: {` · a table · `Row: {`. */
function noteMember(shape: Shape, path: readonly string[], key: string, opens: boolean): void {
  const [schema = '', kind, table] = path;
  if (path.length === 1 && (key !== 'Tables' || opens))
    shape.schemas.set(schema, (shape.schemas.get(schema) ?? new Set()).add(key));
  if (kind !== 'Tables') return;
  if (path.length === 2 && key !== ']') shape.hasTable = true;
  if (path.length === 3 && table !== undefined && key === 'Row' && opens) shape.hasRow = true;
}
