// Code inside strings: the bodies of functions and of `do` blocks. A body in SQL is parsed, for PostgreSQL checks it
// when the function is created; one in PL/pgSQL is bound late and is only searched for what its text gives away.

import type { Created } from './created.ts';
import { afterLiteral } from './lexemes.ts';
import { QUALIFIED, readName, strings } from './names.ts';
import { type Node, type NodeOf, type ParsedStatement, parseMigration } from './parse.ts';
import type { Use } from './walk.ts';

export interface Body {
  language: string;
  text: string;
}

/** What code in a string may create, read from its text: names, beginnings of names, or "anything". */
export interface TextualCreations {
  created: Created[];
  /** `create table logs_%s`: what the names begin with. */
  prefixes: string[];
  /** It builds whole names, so that its words in quotes may become some. */
  dynamic: boolean;
}

/** The body of a function or of a `do` block; undefined for one written in C or as `begin atomic`. */
export function bodyOf(node: Node): Body | undefined {
  if ('DoStmt' in node) return readBody(node.DoStmt.args);
  return 'CreateFunctionStmt' in node ? readBody(node.CreateFunctionStmt.options) : undefined;
}

function readBody(options: readonly Node[] | undefined): Body | undefined {
  let language = 'plpgsql';
  let text: string | undefined;
  for (const option of options ?? []) {
    if (!('DefElem' in option)) continue;
    const { defname, arg } = option.DefElem;
    const [value] = arg && 'List' in arg ? strings(arg.List.items) : strings(arg && [arg]);
    if (defname === 'language') language = (value ?? '').toLowerCase();
    if (defname === 'as') text = value;
  }
  return text === undefined ? undefined : { language, text };
}

/**
 * The queries of a function in SQL, with their places in the file. None when PostgreSQL does not analyse them at
 * creation: utility statements, or arguments of polymorphic types.
 */
export async function sqlBody(
  statement: ParsedStatement,
  create: NodeOf<'CreateFunctionStmt'>,
  body: Body,
): Promise<ParsedStatement[]> {
  if (body.language !== 'sql' || isPolymorphic(create)) return [];
  const { statements } = await parseMigration(body.text);
  const offset = offsetInFile(statement, body.text);
  return statements.filter(({ node }) => isQuery(node)).map((query) => inFile(query, statement, offset));
}

const isQuery = (node: Node): boolean =>
  'SelectStmt' in node ||
  'InsertStmt' in node ||
  'UpdateStmt' in node ||
  'DeleteStmt' in node ||
  'MergeStmt' in node;

function isPolymorphic({ parameters = [] }: NodeOf<'CreateFunctionStmt'>): boolean {
  return parameters.some((parameter) => {
    const type = 'FunctionParameter' in parameter ? parameter.FunctionParameter.argType : undefined;
    return strings(type?.names).at(-1)?.startsWith('any') ?? false;
  });
}

/** Where a text that a statement quotes begins in the file; undefined when its quotes are doubled. */
export function offsetInFile(outer: ParsedStatement, quoted: string): number | undefined {
  const verbatim = outer.source.text.indexOf(quoted);
  return verbatim < 0 ? undefined : outer.source.start + verbatim;
}

/** Moves a statement of a quoted text to its place in the file; one without a place stays where the outer one is. */
export function inFile(
  inner: ParsedStatement,
  outer: ParsedStatement,
  offset: number | undefined,
): ParsedStatement {
  if (offset === undefined)
    return { ...inner, start: outer.start, end: outer.end, source: { text: '', start: outer.start } };
  const { text, start } = inner.source;
  return {
    ...inner,
    start: inner.start + offset,
    end: inner.end + offset,
    source: { text, start: start + offset },
  };
}

const ROW_TYPE = new RegExp(`(?<![\\w$\\u0080-\\uffff])(${QUALIFIED})\\s*%\\s*rowtype\\b`, 'gi');

/** The relations of `%rowtype` in PL/pgSQL, which must exist when the function is created. */
export function rowTypes(body: Body): Use[] {
  if (body.language !== 'plpgsql') return [];
  return [...withoutLiterals(body.text).matchAll(ROW_TYPE)].flatMap(([, name = '']) => {
    const read = readName(name);
    return read ? [{ kind: 'relation', ...read, location: undefined }] : [];
  });
}

/** A text whose strings and comments are blank; quoted identifiers stay. */
function withoutLiterals(text: string): string {
  const pieces: string[] = [];
  let start = 0;
  let at = 0;
  while (at < text.length) {
    const behind = afterLiteral(text, at);
    if (behind > at && text.charAt(at) !== '"') {
      pieces.push(text.slice(start, at), ' ');
      start = behind;
    }
    at = Math.max(behind, at + 1);
  }
  pieces.push(text.slice(start));
  return pieces.join('');
}

const CREATION =
  /\bcreate\s+(?:or\s+replace\s+)?(?:(?:global|local|temp|temporary|unlogged|foreign|materialized|recursive)\s+)*(?:table|view|type|domain|sequence|schema)\s+(?:if\s+not\s+exists\s+)?([^\s(;]*)/gi;
const RENAMING =
  /\b(?:rename\s+to|alter\s+(?:table|view|type|sequence)(?:\s+if\s+exists)?(?=\s+\S+\s+set\s+schema\b)|into\s+temp(?:orary)?(?:\s+table)?)\s+([^\s(;']+)/gi;

/** What the text of a body, or of a statement that does not parse, says that it creates. */
export function textualCreations(text: string): TextualCreations {
  const found: TextualCreations = { created: [], prefixes: [], dynamic: false };
  for (const [, name = ''] of [...text.matchAll(CREATION), ...text.matchAll(RENAMING)]) {
    const read = readName(name.replace(/['|].*$/s, ''));
    const placeholder = name.search(/%|'|\|/);
    if (placeholder < 0 && read) found.created.push(...anywhere(read.name));
    else {
      const prefix = name.slice(0, Math.max(placeholder, 0)).replaceAll('"', '').split('.').at(-1) ?? '';
      if (prefix === '') found.dynamic = true;
      else found.prefixes.push(prefix.toLowerCase());
    }
  }
  return found;
}

const anywhere = (name: string): Created[] => [{ kind: 'relation', schema: undefined, name, anywhere: true }];

/** The words that stand in quotes in a text: what a dynamic statement may make names of. */
export const quotedWords = (text: string): string[] =>
  [...text.matchAll(/'([A-Za-z_][\w.]*)'/g)].flatMap(([, word = '']) => word.split('.'));
