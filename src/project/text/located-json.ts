// Reads JSON and remembers on which line each value stands, so that an error or a finding can point at it. JSON.parse
// keeps no places, and takes the last of two keys of one name without a word, as a merge gone wrong leaves them.

import { named } from '../../findings/prose.ts';

type Path = readonly (string | number)[];

export interface LocatedJson {
  value: unknown;
  /** The line, from 1, on which the value at a path begins; where there is none, what would hold it. */
  lineOf(path: Path): number;
}

/** Why a text is no JSON, as half a sentence, and the line, from 1. */
export class JsonFault extends Error {
  readonly line: number;
  constructor(message: string, line: number) {
    super(message);
    this.line = line;
  }
}

/** No file of ours is deeper, and one of brackets alone must not use up the stack. */
const DEEPEST = 64;

const LETTERS = String.raw`[^"\\\u0000-\u001f]*`;
const STRING = String.raw`"${LETTERS}(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})${LETTERS})*"`;
const NUMBER = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?(?![\w.])`;
const TOKEN = new RegExp(
  String.raw`[ \t\n\r]*(?:([{}[\],:]|${STRING}|${NUMBER}|(?:true|false|null)(?!\w)|$)|(\S{1,20}|.))`,
  'sy',
);

interface Token {
  /** As written; empty at the end of the text. */
  text: string;
  line: number;
}

interface Reading {
  tokens: readonly Token[];
  next: number;
  /** Lines by path, a JSON array each. */
  lines: Map<string, number>;
}

/**
 * Parses as JSON.parse does, but refuses a key that an object has twice, and nesting beyond all use.
 * @throws JsonFault
 */
export function readLocatedJson(text: string): LocatedJson {
  const reading: Reading = { tokens: tokensOf(text), next: 0, lines: new Map() };
  const value = readValue(reading, []);
  const after = take(reading);
  if (after.text !== '') throw unexpected(after);
  const lineOf = (path: Path): number =>
    reading.lines.get(JSON.stringify(path)) ?? (path.length === 0 ? 1 : lineOf(path.slice(0, -1)));
  return { value, lineOf };
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let line = 1;
  let from = 0;
  while (tokens.at(-1)?.text !== '') {
    TOKEN.lastIndex = from;
    const [whole = '', token, bad = ''] = TOKEN.exec(text) ?? [];
    from += whole.length;
    line += whole.split('\n').length - 1;
    if (token === undefined) throw unexpected({ text: bad, line });
    tokens.push({ text: token, line });
  }
  return tokens;
}

const unexpected = ({ text, line }: Token): JsonFault =>
  new JsonFault(text === '' ? 'the text ends too early' : `unexpected ${named(text)}`, line);

function take(reading: Reading): Token {
  const token = reading.tokens[reading.next] ?? { text: '', line: 1 };
  reading.next += 1;
  return token;
}

function expect(reading: Reading, ...texts: readonly string[]): string {
  const token = take(reading);
  if (!texts.includes(token.text)) throw unexpected(token);
  return token.text;
}

function readValue(reading: Reading, path: Path): unknown {
  const token = take(reading);
  reading.lines.set(JSON.stringify(path), token.line);
  if (path.length > DEEPEST) throw new JsonFault('values are nested too deep', token.line);
  if (token.text === '{') return readObject(reading, path);
  if (token.text === '[') return readArray(reading, path);
  if (/^[}\],:]?$/.test(token.text)) throw unexpected(token);
  return JSON.parse(token.text);
}

function readObject(reading: Reading, path: Path): Record<string, unknown> {
  const members = new Map<string, unknown>();
  if (isNext(reading, '}')) return {};
  do {
    const token = take(reading);
    if (!token.text.startsWith('"')) throw unexpected(token);
    const key: string = JSON.parse(token.text);
    if (members.has(key)) throw new JsonFault(`${named(key)} stands twice in one object`, token.line);
    expect(reading, ':');
    members.set(key, readValue(reading, [...path, key]));
  } while (expect(reading, ',', '}') === ',');
  return Object.fromEntries(members);
}

function readArray(reading: Reading, path: Path): unknown[] {
  const items: unknown[] = [];
  if (isNext(reading, ']')) return items;
  do items.push(readValue(reading, [...path, items.length]));
  while (expect(reading, ',', ']') === ',');
  return items;
}

/** Takes the token that ends an empty list or object. */
function isNext(reading: Reading, text: string): boolean {
  const isThere = reading.tokens[reading.next]?.text === text;
  if (isThere) reading.next += 1;
  return isThere;
}
