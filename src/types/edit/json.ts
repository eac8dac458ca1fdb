// The type `Json`, for a file that had no use for it until now and so may declare none.

import { ts } from 'ts-morph';
import { unionMembers } from '../type-text.ts';
import { laidOut } from './layout.ts';
import { type Hand, unionDoc } from './print.ts';
import { asMember, readTree, type Tree } from './tree.ts';

/** The edited text with the generated declaration of `Json` before its database type, if it needs one. */
export function withJson(hand: Hand, edited: string, committed: Tree, generated: Tree): string {
  const alias = generated.source.statements
    .filter(ts.isTypeAliasDeclaration)
    .find(({ name }) => name.text === 'Json');
  if (!alias || namesJson(committed)) return edited;
  const after = readTree(edited, 'the edited types');
  if (!namesJson(after)) return edited;
  const { database, source } = after;
  const statement = ts.isInterfaceDeclaration(database) ? database : database.parent;
  const start = statement.getStart(source, true);
  const { eol } = hand.style;
  return `${edited.slice(0, start)}${declaration(hand, alias, source)}${eol}${eol}${edited.slice(start)}`;
}

/** Whether a file declares, imports or uses the type; a remark, a label or a table of that name is none of it. */
const namesJson = ({ text, source }: Tree): boolean => text.includes('Json') && holdsName(source);

const holdsName = (node: ts.Node): boolean =>
  ts.isIdentifier(node)
    ? node.text === 'Json' && !asMember(node.parent).some((one) => one.node.name === node)
    : (ts.forEachChild(node, (child) => holdsName(child) || undefined) ?? false);

function declaration(hand: Hand, alias: ts.TypeAliasDeclaration, { statements }: ts.SourceFile): string {
  if (hand.style.raw) return alias.getText().replace(/\r?\n/g, hand.style.eol);
  const members = unionMembers(alias.type).map((one) => one.getText().replace(/\s+/g, ' '));
  const isEnded = (one: ts.Statement): boolean =>
    !ts.isInterfaceDeclaration(one) && one.getText().endsWith(';');
  const union = laidOut(unionDoc(hand.style, members, ' '), hand.style, { indent: '', column: 0, after: 0 });
  return `export type Json =${union}${statements.some(isEnded) ? ';' : ''}`;
}
