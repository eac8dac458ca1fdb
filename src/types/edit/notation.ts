// The generated types as the committed file's own generator would have written them, so that what is inserted stands
// in one notation with the rest. Numbers are entries of the catalogue of equivalences (.github/docs/equivalences.md).

import { ts } from 'ts-morph';
import { CURRENT, generatorOf } from '../generator.ts';
import type { Era } from '../model.ts';
import { unionMembers } from '../type-text.ts';
import { asMember, indentAt, memberOf, membersOf, type Path, readTree, type Tree, valueAt } from './tree.ts';

interface Notation {
  database: ts.Node;
  /** Whether the generated types may hold what generators write since an era, and the committed ones can't. */
  isLaterThan(era: Era): boolean;
  /** Whether the file has relations or relationships, and no member of a name in any of them. */
  lacks(name: 'ComputedFields' | 'Relationships' | 'isOneToOne'): boolean;
  /** Whether the relation at a path lists its computed fields once the file is edited (A3.6). */
  listsFields(relation: Path): boolean;
  /** What the file writes for a function without arguments (A3.4). */
  noArguments: string | undefined;
}

/** The generated types in the committed notation; the same tree when there is nothing to rewrite. */
export function inNotationOf(committed: Tree, generated: Tree): Tree {
  const { text, database } = generated;
  const after = rewritten(notationOf(committed, generated), database, []);
  if (after === database.getText()) return generated;
  const whole = text.slice(0, database.getStart()) + after + text.slice(database.end);
  return readTree(whole, 'the generated types');
}

const NO_ARGUMENTS = /\bArgs["']?\s*:\s*(never|\{\s*\}|Record<\s*(?:PropertyKey|string)\s*,\s*never\s*>)/;

function notationOf({ source, database }: Tree, generated: Tree): Notation {
  const { to: own } = generatorOf(source, database);
  const { to: newest } = generatorOf(generated.source, generated.database, CURRENT);
  const body = database.getText();
  const says = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(body);
  const lists = says('ComputedFields') || (!says('Row') && /\bComputedFields\b/.test(generated.text));
  return {
    database: generated.database,
    isLaterThan: (era) => own < era && era <= newest,
    lacks: (name) => says(name === 'isOneToOne' ? 'foreignKeyName' : 'Row') && !says(name),
    listsFields: (relation) => {
      const kept = valueAt(database, relation);
      return kept === undefined ? lists : memberOf(kept, 'ComputedFields') !== undefined;
    },
    noArguments: NO_ARGUMENTS.exec(body)?.[1],
  };
}

/** The text of a node, with members left out or added, and with its types in the notation. */
function rewritten(notation: Notation, node: ts.Node, path: Path): string {
  const { text } = node.getSourceFile();
  let [result, from] = ['', node.getStart()];
  ts.forEachChild(node, (child) => {
    const [member] = asMember(child);
    const below = member ? [...path, member.name] : path;
    const isGone = member !== undefined && isLeftOut(notation, below);
    result += text.slice(from, isGone ? child.pos : child.getStart());
    if (!isGone) result += rewritten(notation, child, below);
    if (member && isRelation(path) && member.name === 'Row') result += fieldsBehind(notation, child, path);
    from = child.end;
  });
  result += text.slice(from, node.end);
  if (!ts.isTypeNode(node)) return result;
  const own = ts.isTypeReferenceNode(node) ? referenceIn(notation, node, result, path) : result;
  return ts.isPropertySignature(node.parent) ? valueIn(notation, node, own, path) : own;
}

const isRelation = ({ length, 1: section }: Path): boolean =>
  length === 3 && (section === 'Tables' || section === 'Views');

function isLeftOut({ isLaterThan, lacks, database }: Notation, path: Path): boolean {
  const [schema = '', section, relation = '', part, name = ''] = path;
  if (section === 'Functions') return path.length === 4 && part === 'SetofOptions' && isLaterThan(2);
  if (!isRelation(path.slice(0, 3))) return false;
  if (path.length === 4) return (part === 'ComputedFields' || part === 'Relationships') && lacks(part);
  if (part === 'Relationships') return name === 'isOneToOne' && lacks(name);
  // Older generators showed only the fields whose function does not name its argument (A3.8).
  const kinds = part === 'Row' && isLaterThan(3) ? fieldKinds(database, schema, relation, name) : [];
  return kinds.includes('named') && !kinds.includes('unnamed');
}

/** How the functions that compute a field of a relation take its row: by a name or without. */
function fieldKinds(
  database: ts.Node,
  schema: string,
  relation: string,
  name: string,
): ('named' | 'unnamed')[] {
  const overloads = valueAt(database, [schema, 'Functions', name]);
  const row = `[${JSON.stringify(relation)}]["Row"]`;
  return (overloads && ts.isTypeNode(overloads) ? unionMembers(overloads) : [])
    .map((overload) => membersOf(memberOf(overload, 'Args')?.value))
    .filter(([first]) => first?.value.getText().replaceAll("'", '"').includes(row))
    .map(([first]) => (first?.name === '' ? 'unnamed' : 'named'));
}

/** The list of computed fields that older generators do not write, behind the row of a relation. */
function fieldsBehind({ database, listsFields }: Notation, row: ts.Node, path: Path): string {
  const [schema = '', , relation = ''] = path;
  if (!listsFields(path) || memberOf(row.parent, 'ComputedFields')) return '';
  const names = membersOf(valueAt(row.parent, ['Row']))
    .map(({ name }) => name)
    .filter((name) => fieldKinds(database, schema, relation, name).length > 0)
    .map((name) => JSON.stringify(name));
  const separator = /[;,]?$/.exec(row.getText())?.[0] ?? '';
  return `\n${indentAt(row.getSourceFile().text, row.getStart())}ComputedFields: ${names.join(' | ') || 'never'}${separator}`;
}

function referenceIn(
  { isLaterThan, listsFields, noArguments }: Notation,
  { typeName, typeArguments }: ts.TypeReferenceNode,
  text: string,
  path: Path,
): string {
  const [first, second] = typeArguments ?? [];
  const [name, of] = [typeName.getText(), first?.getText() ?? ''];
  if (name === 'NonNullable' && of === 'Json' && isLaterThan(3)) return of;
  const isField = name === 'Omit' && second && accessPath(second).at(-1) === 'ComputedFields';
  if (isField) return listsFields(accessPath(second).slice(0, -1)) ? text : of;
  const isNoArguments = name === 'Record' && of === 'PropertyKey' && path.length === 4;
  return (isNoArguments ? noArguments : undefined) ?? text;
}

/** `public`, `Tables`, `users`, `Row` of `Database["public"]["Tables"]["users"]["Row"]`. */
function accessPath(node: ts.TypeNode): string[] {
  if (!ts.isIndexedAccessTypeNode(node) || !ts.isLiteralTypeNode(node.indexType)) return [];
  const { literal } = node.indexType;
  return ts.isStringLiteralLike(literal) ? [...accessPath(node.objectType), literal.text] : [];
}

/** The type of a member: an argument, a column, what a function gives. */
function valueIn(notation: Notation, node: ts.TypeNode, text: string, path: Path): string {
  const { isLaterThan, listsFields, database } = notation;
  const [schema = '', section, object = '', part = '', name = ''] = path;
  const setof = section === 'Functions' && part === 'Returns' ? setofOf(node) : undefined;
  if (path.length === 4) return setof?.isOne && isLaterThan(2) ? `${text}[]` : text;
  if (path.length !== 5) return text;
  const isRow = part === 'Args' && name !== '' && accessPath(node)[3] === 'Row';
  if (isRow && listsFields(accessPath(node).slice(0, 3)))
    return `Omit<${text}, ${text.slice(0, -5)}ComputedFields${text.slice(-2)}>`;
  // Until October 2026 every column of a view might be null (A3.11).
  const isOfView = part === 'Row' ? section === 'Views' : isView(database, setof?.relation);
  if (isOfView && isLaterThan(4) && !mayBeNull(node))
    return `${text === 'NonNullable<Json>' ? 'Json' : text} | null`;
  if (node.kind !== ts.SyntaxKind.NeverKeyword || !isLaterThan(3)) return text;
  // An identity column has never been written; it is never null, either (A3.10).
  const read = valueAt(database, [schema, 'Tables', object, 'Row', name]);
  return read && section === 'Tables' && / \| null$/.test(read.getText()) ? read.getText() : text;
}

const mayBeNull = (node: ts.TypeNode): boolean =>
  unionMembers(node).some((one) => /^(null|unknown|any)$/.test(one.getText()));

/** What the overload around a type says of the rows that it gives. */
function setofOf(node: ts.Node): { relation: string; isOne: boolean } | undefined {
  const options = memberOf(node, 'SetofOptions')?.value;
  if (options === undefined) return ts.isStatement(node) ? undefined : setofOf(node.parent);
  const says = (name: string): string => memberOf(options, name)?.value.getText() ?? '';
  return {
    relation: says('to').slice(1, -1),
    isOne: says('isOneToOne') === 'true' && says('isSetofReturn') === 'true',
  };
}

const isView = (database: ts.Node, name = ''): boolean =>
  membersOf(database).some(({ value }) => valueAt(value, ['Views', name]) !== undefined);
