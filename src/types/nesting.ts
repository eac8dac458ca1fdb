// How deep types may be nested. What reads them calls itself for each level, and a stack that ends is no sentence. Of
// modifiers in a row the parser looks at all that follow, at each: a megabyte of `export ` takes it twenty minutes.

import { ts } from 'ts-morph';
import { UsageError } from '../errors.ts';

/** Generators write a tenth of it. */
export const DEEPEST = 200;

/** Nobody needs ten. */
const MOST_MODIFIERS = 500;

const MODIFIER =
  '(?:abstract|accessor|async|declare|export|override|private|protected|public|readonly|static)\\b';

/** A modifier before another one, or before a comment that may stand between them. */
const BEFORE_ANOTHER = new RegExp(`\\b${MODIFIER}(?=\\s*(?:/|${MODIFIER}))`, 'g');

/** Parses TypeScript. Throws UsageError when it is nested too deep for the parser, or for those who read its types. */
export function parseNested(text: string, path: string): ts.SourceFile {
  if (heapsModifiers(text))
    throw new UsageError({
      message: `${path} has more than ${MOST_MODIFIERS} words such as \`export\` in a row, which no generator writes.`,
      remedy: REMEDY,
    });
  const source = parsed(text, path);
  if (source === undefined) throw nestedTooDeep(path);
  const types = source.statements.filter(
    (statement) => ts.isTypeAliasDeclaration(statement) || ts.isInterfaceDeclaration(statement),
  );
  const deep = types.map(tooDeep).find((node) => node !== undefined);
  if (deep === undefined) return source;
  const { line } = source.getLineAndCharacterOfPosition(deep.getStart());
  throw nestedTooDeep(path, ` (line ${line + 1})`);
}

const heapsModifiers = (text: string): boolean => (text.match(BEFORE_ANOTHER)?.length ?? 0) > MOST_MODIFIERS;

/** Parses TypeScript; undefined when it is nested too deep for the parser, or has modifiers in a heap. */
export function parsed(text: string, path: string): ts.SourceFile | undefined {
  if (heapsModifiers(text)) return undefined;
  try {
    return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    return undefined;
  }
}

/** A node beyond the limit, found without recursion. */
function tooDeep(type: ts.Node): ts.Node | undefined {
  let level: ts.Node[] = [type];
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth += 1) {
    const next: ts.Node[] = [];
    for (const node of level) ts.forEachChild(node, (child) => void next.push(child));
    level = next;
  }
  return level[0];
}

const REMEDY = 'Generate the file again with `supabase gen types`, and keep other code in a file of its own.';

const nestedTooDeep = (path: string, where = ''): UsageError =>
  new UsageError({
    message: `${path} is nested more than ${DEEPEST} levels deep${where}, which no generator writes.`,
    remedy: REMEDY,
  });
