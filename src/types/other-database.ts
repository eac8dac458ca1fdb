// A file may export a `Database` beside the generated type that is compared. It may wrap that type; otherwise the code
// that imports `Database` uses types that nobody compared.

import { ts } from 'ts-morph';
import type { Notice } from '../findings/notice.ts';
import { named } from '../findings/prose.ts';

/**
 * A notice when the file exports or declares a `Database` that is not the compared type and does not refer to it.
 * @param compared the name of the type that is compared
 */
export function otherDatabase(source: ts.SourceFile, compared: string, path: string): Notice[] {
  const declarations = declarationsIn(source);
  const own = declarations.has('Database') ? [{ local: 'Database', isHere: true }] : [];
  const exported = exportedAsDatabase(source);
  const unrelated = (exported.length > 0 ? exported : own).find(
    ({ local, isHere }) => !isHere || !refersTo(local, compared, declarations),
  );
  if (unrelated === undefined) return [];
  const does =
    unrelated.local === 'Database' && unrelated.isHere
      ? 'declares `Database`'
      : `exports ${named(unrelated.local)} as \`Database\``;
  return [
    {
      code: 'other-database',
      message: `${named(path)} ${does}, which is not what was compared: ${named(compared)}. Keep the types that code imports in one declaration, or write \`Database\` in terms of ${named(compared)}.`,
    },
  ];
}

/** What `export { X as Database }` names, and whether this file has it. */
const exportedAsDatabase = (source: ts.SourceFile): { local: string; isHere: boolean }[] =>
  source.statements.filter(ts.isExportDeclaration).flatMap(({ exportClause, moduleSpecifier }) =>
    exportClause === undefined || !ts.isNamedExports(exportClause)
      ? []
      : exportClause.elements
          .filter(({ name }) => name.text === 'Database')
          .map(({ name, propertyName = name }) => ({
            local: propertyName.text,
            isHere: moduleSpecifier === undefined,
          })),
  );

/** Types that the file declares at its top level; an interface may have several declarations. */
function declarationsIn(source: ts.SourceFile): Map<string, ts.Node[]> {
  const found = new Map<string, ts.Node[]>();
  for (const statement of source.statements) {
    const isType =
      ts.isTypeAliasDeclaration(statement) ||
      ts.isInterfaceDeclaration(statement) ||
      ts.isClassDeclaration(statement) ||
      ts.isEnumDeclaration(statement) ||
      ts.isImportEqualsDeclaration(statement);
    if (!isType || statement.name === undefined) continue;
    const same = found.get(statement.name.text) ?? [];
    same.push(statement);
    found.set(statement.name.text, same);
  }
  return found;
}

/** Whether a type is the compared one or refers to it, be it by way of other types of the file. */
function refersTo(from: string, compared: string, declarations: ReadonlyMap<string, ts.Node[]>): boolean {
  // Spares a walk through a whole generated type.
  if (from === compared) return true;
  const seen = new Set([from]);
  // A set is walked to its end, what is added on the way included.
  for (const name of seen)
    for (const node of declarations.get(name) ?? []) for (const used of namesIn(node)) seen.add(used);
  return seen.has(compared);
}

/** The names of types that a declaration refers to. Found without recursion, since a class may be nested deep. */
function namesIn(declaration: ts.Node): string[] {
  const names: string[] = [];
  const open = [declaration];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const name = ts.isTypeReferenceNode(node)
      ? node.typeName
      : ts.isExpressionWithTypeArguments(node)
        ? node.expression
        : ts.isImportEqualsDeclaration(node)
          ? node.moduleReference
          : undefined;
    if (name !== undefined && ts.isIdentifier(name)) names.push(name.text);
    ts.forEachChild(node, (child) => void open.push(child));
  }
  return names;
}
