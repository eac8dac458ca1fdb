// Whether a value of one type does where another is expected, by TypeScript's rules for what generators write. Types
// that only the whole program could resolve are compared by name; what is not understood fits nothing but itself.

import { ts } from 'ts-morph';
import { plainProperties, unionMembers } from '../type-text.ts';

/** Large drift asks of the same few types again and again. */
function remembered(ask: (from: string, to: string) => boolean): (from: string, to: string) => boolean {
  const answers = new Map<string, boolean>();
  return (from, to) => {
    const key = JSON.stringify([from, to]);
    const answer = answers.get(key) ?? ask(from, to);
    answers.set(key, answer);
    return answer;
  };
}

/** Whether a value of type `from` may be used as `to`; both in the canonical text of type-text.ts. */
export const isAssignable = remembered((from, to) => fits(parsed(from), parsed(to)));

/**
 * Whether it may but for labels that `from` has more of. Only enums are unions of strings: those of a schema that the
 * types do not show are written out.
 */
export const isAssignableButForLabels = remembered((from, to) => fits(parsed(from), parsed(to), gainsLabels));

function parsed(text: string): ts.TypeNode {
  const source = ts.createSourceFile('type.ts', `type T = ${text}`, ts.ScriptTarget.Latest, true);
  const [alias] = source.statements;
  if (alias === undefined || !ts.isTypeAliasDeclaration(alias)) throw new Error(`${text} is no type`);
  return alias.type;
}

/** Whether members that fit nothing else are passed over where one union is expected and another is given. */
type Tolerance = (from: readonly Member[], to: readonly Member[]) => boolean;
const strict: Tolerance = () => false;

function fits(from: ts.TypeNode, to: ts.TypeNode, tolerance = strict): boolean {
  const [given, wanted] = [membersOf(from), membersOf(to)];
  const isTolerant = tolerance(given, wanted);
  return given.every(
    (member) =>
      (isTolerant && labelOf(member) !== undefined) ||
      wanted.some((other) => memberFits(member, other, tolerance)),
  );
}

const labelOf = (member: Member): string | undefined =>
  typeof member !== 'string' && ts.isLiteralTypeNode(member) && ts.isStringLiteralLike(member.literal)
    ? member.literal.text
    : undefined;

const labelsOf = (members: readonly Member[]): string[] => members.flatMap((member) => labelOf(member) ?? []);

const gainsLabels: Tolerance = (from, to) => {
  const given = new Set(labelsOf(from));
  const wanted = labelsOf(to);
  return wanted.length > 0 && wanted.every((label) => given.has(label));
};

type Member = ts.TypeNode | 'null' | 'json';

/** The members of a union. `Json` is `null` and the rest of it, which is `NonNullable<Json>`. */
const membersOf = (node: ts.TypeNode): Member[] =>
  unionMembers(node).flatMap((member): Member[] => {
    const text = textOf(member);
    if (text === 'Json') return ['json', 'null'];
    if (text === 'NonNullable<Json>') return ['json'];
    return [text === 'null' ? 'null' : member];
  });

const textOf = (node: ts.Node): string => node.getText().replace(/\s+/g, ' ');

function memberFits(from: Member, to: Member, tolerance: Tolerance): boolean {
  if (typeof to !== 'string' && /^(unknown|any)$/.test(textOf(to))) return true;
  if (typeof from === 'string') return from === to;
  if (/^(never|any)$/.test(textOf(from))) return true;
  if (to === 'json') return isJson(from);
  if (to === 'null') return false;
  if (textOf(from) === textOf(to)) return true;
  if (ts.isIntersectionTypeNode(to)) return to.types.every((part) => memberFits(from, part, tolerance));
  if (ts.isIntersectionTypeNode(from)) return from.types.some((part) => memberFits(part, to, tolerance));
  if (ts.isArrayTypeNode(from))
    return ts.isArrayTypeNode(to) && fits(from.elementType, to.elementType, tolerance);
  if (ts.isTypeLiteralNode(from)) return objectFits(from, to, tolerance);
  return primitiveOf(from) === textOf(to);
}

const ENUM = /^Database\["[^"]*"\]\["Enums"\]\[/;

/** What a literal or a label of an enum is: `string` of `"a"`. */
function primitiveOf(node: ts.TypeNode): string {
  const text = textOf(node);
  if (ENUM.test(text)) return 'string';
  if (!ts.isLiteralTypeNode(node)) return text;
  if (ts.isStringLiteralLike(node.literal)) return 'string';
  return /^(true|false)$/.test(text) ? 'boolean' : 'number';
}

function objectFits(from: ts.TypeLiteralNode, to: ts.TypeNode, tolerance: Tolerance): boolean {
  if (textOf(to) === 'Record<string, unknown>') return true;
  const [own, wanted] = [plainProperties(from), ts.isTypeLiteralNode(to) ? plainProperties(to) : undefined];
  if (!own || !wanted) return false;
  const byName = new Map(own.map((property) => [property.name, property]));
  // An object shares nothing with one whose members are all optional: the compiler takes that for a mistake.
  const isStranger = own.length > 0 && !wanted.some(({ name }) => byName.has(name));
  if (isStranger && wanted.length > 0) return false;
  return wanted.every(({ name, type, optional }) => {
    const given = byName.get(name);
    if (given === undefined) return optional;
    return (optional || !given.optional) && fits(given.type, type, tolerance);
  });
}

function isJson(node: ts.TypeNode): boolean {
  if (ts.isArrayTypeNode(node)) return isJsonOrNull(node.elementType);
  if (!ts.isTypeLiteralNode(node)) return /^(string|number|boolean)$/.test(primitiveOf(node));
  return plainProperties(node)?.every(({ type }) => isJsonOrNull(type)) ?? false;
}

const isJsonOrNull = (node: ts.TypeNode): boolean =>
  membersOf(node).every((member) => typeof member === 'string' || isJson(member));
