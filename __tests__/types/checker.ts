// What the TypeScript compiler says of two types files: whether code that compiled against the committed one fits the
// generated one. Reads may only grow narrower, writes and calls may only be asked for less.

import { Project, ts } from 'ts-morph';

const RULES = `
type Not<Name extends keyof any, T> = T extends { [K in Name]: infer Value } ? Value : never
type Own<A, B> = Exclude<keyof A, keyof B>
type Given<A> = [A] extends [never] ? {} : string extends keyof A ? {} : A
type Reads<C, G> = [G] extends [C] ? true : false
type Writes<C, G> = [C] extends [G] ? ([Own<C, G>] extends [never] ? true : false) : false

type Shape<Name extends string, C, G, Fits> = Name extends keyof C ? (Name extends keyof G ? Fits : false) : true
type All<T> = [Exclude<T, true>] extends [never] ? true : false

export type Columns<C, G> = All<
  | Shape<'Row', C, G, Reads<Not<'Row', C>, Not<'Row', G>>>
  | Shape<'Insert', C, G, Writes<Not<'Insert', C>, Not<'Insert', G>>>
  | Shape<'Update', C, G, Writes<Not<'Update', C>, Not<'Update', G>>>
>
/** Every relationship that code can embed over is still there. */
export type Embedding<C, G> = Not<'Relationships', C> extends infer Before extends readonly unknown[]
  ? Not<'Relationships', G> extends infer After extends readonly unknown[]
    ? [Before[number]] extends [After[number]] ? true : false
    : false
  : false
export type Both<C, G> = All<Reads<C, G> | Reads<G, C>>
/** Every overload that code can call fits one of those that there are. */
export type Calls<C, G> = [C extends unknown ? (true extends Takes<C, G> ? never : C) : never] extends [never] ? true : false
type Takes<C, G> = G extends unknown
  ? Not<'Returns', G> extends { error: true }
    ? Reads<C, G>
    : All<Writes<Given<Not<'Args', C>>, Given<Not<'Args', G>>> | Reads<Not<'Returns', C>, Not<'Returns', G>>>
  : never
`;

const QUESTION = `import type { Both, Calls, Columns, Embedding } from './rules'
type At<T, Name extends string> = Name extends keyof T ? T[Name] : 'nothing'
type Rules<C, G> = { Both: Both<C, G>; Calls: Calls<C, G>; Columns: Columns<C, G>; Embedding: Embedding<C, G> }
type Answer<C, G, Rule extends keyof Rules<C, G>> =
  [C] extends ['nothing'] ? true : [G] extends ['nothing'] ? false : Rules<C, G>[Rule]`;

export type Rule = 'Columns' | 'Embedding' | 'Both' | 'Calls';

export interface Question {
  committed: string;
  generated: string;
  rule: Rule;
  /** Where the object stands on each side, by member: `public`, `Tables`, `orders`. */
  path: readonly string[];
  /** Where it stands in the generated types, when that is elsewhere. */
  to?: readonly string[];
}

/** The compiler's answer to each question; false where an object is not there any more. */
export function answersOf(questions: readonly Question[]): boolean[] {
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: { strict: true, target: ts.ScriptTarget.ES2022, types: [], lib: ['lib.es5.d.ts'] },
  });
  project.createSourceFile('rules.ts', RULES);
  const modules = new Map<string, string>();
  const moduleOf = (text: string): string => {
    const known = modules.get(text) ?? `types${modules.size}`;
    if (!modules.has(text)) project.createSourceFile(`${known}.ts`, text);
    modules.set(text, known);
    return known;
  };
  const at = (side: string, names: readonly string[]): string =>
    names.reduce((type, name) => `At<${type}, ${JSON.stringify(name)}>`, side);
  const asked = questions.map(
    ({ committed, generated, rule, path, to = path }, index) =>
      `export type Q${index} = Answer<${at(moduleOf(committed), path)}, ${at(moduleOf(generated), to)}, '${rule}'>`,
  );
  const imports = [...modules.values()].map((name) => `import type { Database as ${name} } from './${name}'`);
  const file = project.createSourceFile('questions.ts', [...imports, QUESTION, ...asked].join('\n'));
  const checker = project.getTypeChecker().compilerObject;
  return file.getTypeAliases().flatMap((alias) => {
    if (!alias.isExported()) return [];
    const answer = checker.typeToString(checker.getTypeAtLocation(alias.compilerNode));
    if (answer !== 'true' && answer !== 'false')
      throw new Error(`${answer} is no answer to ${alias.getText()}`);
    return [answer === 'true'];
  });
}

/** For each of some pairs of types, whether a value of the first does where the second is expected. */
export function assignments(
  pairs: readonly (readonly [from: string, to: string])[],
  prelude: string,
): boolean[] {
  const project = new Project({ useInMemoryFileSystem: true, compilerOptions: { strict: true } });
  const names = new Map<string, number>();
  for (const text of pairs.flat()) if (!names.has(text)) names.set(text, names.size);
  const aliases = [...names].map(([text, index]) => `export type T${index} = ${text}`).join('\n');
  const file = project.createSourceFile('types.ts', `${prelude}\n${aliases}`);
  const checker = project.getTypeChecker().compilerObject;
  const typeOf = (text: string): ts.Type =>
    checker.getTypeAtLocation(file.getTypeAliasOrThrow(`T${names.get(text)}`).compilerNode);
  return pairs.map(([from, to]) => checker.isTypeAssignableTo(typeOf(from), typeOf(to)));
}

/** What the compiler says against texts, each a module of its own: which one, its line, what. */
export function problemsOf(texts: readonly string[]): string[] {
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: { strict: true, target: ts.ScriptTarget.ES2022, types: [], lib: ['lib.es5.d.ts'] },
  });
  for (const [index, text] of texts.entries()) project.createSourceFile(`text${index}.ts`, text);
  return project
    .getPreEmitDiagnostics()
    .map((one) =>
      [
        one.getSourceFile()?.getBaseName(),
        one.getLineNumber(),
        ts.flattenDiagnosticMessageText(one.compilerObject.messageText, ' '),
      ].join(':'),
    );
}
