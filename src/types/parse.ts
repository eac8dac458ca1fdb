// A types file, generated or committed, as facts. The file is parsed as TypeScript; nothing in it is run.

import { ts } from 'ts-morph';
import { UsageError } from '../errors.ts';
import { CURRENT, generatorOf } from './generator.ts';
import type { DatabaseTypes } from './model.ts';
import { parsed, parseNested } from './nesting.ts';
import { otherDatabase } from './other-database.ts';
import { isSchema, type ObjectNode, readConstants, readDatabase } from './read.ts';
import { withRows } from './rows.ts';

/**
 * Reads the `Database` type of a file.
 * @param path named in errors, never read
 * @param isCurrent whether the generator is known to be of September 2026 or later; otherwise the text tells
 * @throws UsageError when the text is not TypeScript, declares no generated `Database`, or holds something in it that
 *   no generator writes: what is not understood must not vanish from the comparison
 */
export function parseTypes(text: string, path: string, isCurrent = false): DatabaseTypes {
  const source = parseSource(text, path);
  const { name, node } = declarationOf(source, path);
  const generator = generatorOf(source, node, isCurrent ? CURRENT : 0);
  const notices = otherDatabase(source, name, path);
  return {
    schemas: withRows(readDatabase(node, generator, readConstants(source))),
    ...(notices.length > 0 && { notices }),
  };
}

/** What was parsed last, the oldest first: places are looked for in a file that was compared. */
const recent: { text: string; path: string; source: ts.SourceFile }[] = [];
const MOST_RECENT = 4;

/** Parses TypeScript; a file that breaks off or is something else is the user's mistake. */
export function parseSource(text: string, path: string): ts.SourceFile {
  const known = recent.find((one) => one.text === text && one.path === path);
  if (known) return known.source;
  const source = parseNested(text, path);
  const problem = syntaxErrors(source)[0];
  if (problem === undefined) {
    recent.push({ text, path, source });
    if (recent.length > MOST_RECENT) recent.shift();
    return source;
  }
  const { line } = source.getLineAndCharacterOfPosition(problem.start);
  if (problem.message.startsWith('Merge conflict marker'))
    throw new UsageError({
      message: `${path} has merge conflict markers (line ${line + 1}).`,
      remedy: 'Keep either side of the conflict, then run `drift-gate fix`.',
    });
  throw new UsageError({
    message: `${path} is not valid TypeScript: ${problem.message} (line ${line + 1}).`,
    remedy:
      'It may be cut off, or hold the output of a failed command: generate it again with `supabase gen types`.',
  });
}

/** TypeScript keeps the errors of a lone file in a field that its declarations leave out. */
function syntaxErrors(source: ts.SourceFile): { start: number; message: string }[] {
  const found: unknown = Reflect.get(source, 'parseDiagnostics');
  if (!Array.isArray(found)) return [];
  return found.map((diagnostic: ts.DiagnosticWithLocation) => ({
    start: diagnostic.start,
    message: ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ').replace(/\.$/, ''),
  }));
}

interface Candidate {
  name: string;
  node: ObjectNode;
}

function candidatesIn(source: ts.SourceFile): Candidate[] {
  return source.statements.flatMap((statement): Candidate[] => {
    if (ts.isInterfaceDeclaration(statement)) return [{ name: statement.name.text, node: statement }];
    const isObject = ts.isTypeAliasDeclaration(statement) && ts.isTypeLiteralNode(statement.type);
    return isObject ? [{ name: statement.name.text, node: statement.type }] : [];
  });
}

function chosenOf(candidates: readonly Candidate[]): Candidate | undefined {
  const databases = candidates.filter(({ node }) => node.members.some(isSchema));
  return (
    databases.find(({ name }) => name === 'Database') ??
    databases[0] ??
    candidates.find(({ name, node }) => name === 'Database' && node.members.length === 0)
  );
}

/**
 * Whether a text is TypeScript that declares no generated `Database`: a script that writes one, for example. One that
 * is nested too deep for the parser may declare it: `parseTypes` refuses that.
 */
export function declaresNoDatabase(text: string, path: string): boolean {
  // As generators write it: not worth parsing twice.
  if (/^export (type|interface) Database\b/m.test(text) && !text.includes('`')) return false;
  const source = parsed(text, path);
  if (source === undefined) return false;
  return syntaxErrors(source).length === 0 && chosenOf(candidatesIn(source)) === undefined;
}

/** The declaration that holds schemas: `Database` when there are several, for a wrapper has no body of its own. */
export function declarationOf(source: ts.SourceFile, path: string): Candidate {
  const candidates = candidatesIn(source);
  const found = chosenOf(candidates);
  if (found === undefined) {
    const named = candidates.find(({ name }) => name === 'Database')?.node.members ?? [];
    const alias = named.find(
      (member) => ts.isPropertySignature(member) && member.type && ts.isTypeReferenceNode(member.type),
    );
    if (alias?.name !== undefined)
      throw new UsageError({
        message: `Schema ${alias.name.getText()} of Database in ${path} is an alias of another type, which no generator writes.`,
        remedy:
          'Write the schema out in Database, as `supabase gen types` does, and add your own types under other names.',
      });
    throw new UsageError({
      message: `${path} declares no generated Database type.`,
      remedy: 'Name the file that `supabase gen types` wrote with --types FILE, not a wrapper around it.',
    });
  }
  const isMerged = candidates.filter(({ name }) => name === found.name).length > 1;
  if (isMerged || (ts.isInterfaceDeclaration(found.node) && found.node.heritageClauses)) {
    throw new UsageError({
      message: `${path} declares ${found.name} in more than one place, or extends another type with it.`,
      remedy: 'Keep what `supabase gen types` wrote in one declaration, and add to it under another name.',
    });
  }
  return found;
}
