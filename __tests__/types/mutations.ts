// Random drift for property tests: takes a types file that is in sync out of step, one small mutation at a time.
// Text is cut and pasted here without the code under test; only nodes are found with it.

import { ts } from 'ts-morph';
import { isHolder, type Member, membersOf, readTree, type Tree, valueAt } from '../../src/types/edit/tree.ts';

export type Path = readonly string[];

export interface Mutated {
  text: string;
  /** What was done, for people who read a failure. */
  what: string;
  /** Members that the mutation touched, by path in the Database type. */
  paths: Path[];
}

interface Target {
  path: Path;
  member: Member;
  siblings: readonly Member[];
}

type Mutation = (tree: Tree, pick: Pick) => Mutated | undefined;

/** Chooses one of some values. */
type Pick = <T>(values: readonly T[]) => T | undefined;

/** Applies one mutation, chosen by three numbers; undefined when it has nothing to act on. */
export function mutate(
  text: string,
  [kind, first, second]: readonly [number, number, number],
): Mutated | undefined {
  const numbers = [first, second, first ^ second, first + second];
  let drawn = 0;
  const pick: Pick = (values) => values[(numbers[drawn++ % numbers.length] ?? 0) % values.length];
  return MUTATIONS[kind % MUTATIONS.length]?.(readTree(text, 'mutated.ts'), pick);
}

const SECTIONS = ['Tables', 'Views', 'Functions', 'Enums', 'CompositeTypes'];
const SHAPES = ['Row', 'Insert', 'Update'];

const targetsAt = (tree: Tree, path: Path): Target[] => {
  const siblings = membersOf(valueAt(tree.database, path));
  return siblings.map((member) => ({ path: [...path, member.name], member, siblings }));
};

const schemasOf = (tree: Tree): Target[] =>
  targetsAt(tree, []).filter(({ member }) => isHolder(member.value));

const entriesOf = (tree: Tree, sections: readonly string[] = SECTIONS): Target[] =>
  schemasOf(tree).flatMap(({ path }) => sections.flatMap((section) => targetsAt(tree, [...path, section])));

/** Columns of a row that are no computed fields, which are equal whether they are there or not. */
const columnsOf = (tree: Tree, sections: readonly string[] = ['Tables', 'Views']): Target[] =>
  entriesOf(tree, sections)
    .flatMap(({ path }) => targetsAt(tree, [...path, 'Row']))
    .filter(({ path: [schema = ''], member }) => !valueAt(tree.database, [schema, 'Functions', member.name]))
    .filter(({ member }) => !['display_name', 'customer_of'].includes(member.name));

const attributesOf = (tree: Tree): Target[] =>
  entriesOf(tree, ['CompositeTypes']).flatMap(({ path }) => targetsAt(tree, path));

/** The same column in all shapes that have it. */
const inShapes = (tree: Tree, { path, member }: Target): Target[] =>
  SHAPES.flatMap((shape) => targetsAt(tree, [...path.slice(0, 3), shape])).filter(
    (one) => one.member.name === member.name,
  );

const MUTATIONS: readonly Mutation[] = [
  (tree, pick) => dropAll(tree, single(pick(entriesOf(tree)))),
  (tree, pick) => dropAll(tree, single(pick(attributesOf(tree)))),
  (tree, pick) => dropColumn(tree, pick(columnsOf(tree))),
  (tree, pick) => dropColumn(tree, pick(columnsOf(tree))),
  (tree, pick) =>
    dropAll(tree, single(pick(schemasOf(tree).filter(({ member }) => member.name !== 'public')))),
  (tree, pick) => copyAll(tree, single(pick(entriesOf(tree)))),
  (tree, pick) => copyAll(tree, single(pick(attributesOf(tree)))),
  (tree, pick) => copyColumn(tree, pick(columnsOf(tree))),
  (tree, pick) => copyAll(tree, single(pick(schemasOf(tree)))),
  (tree, pick) => renameAll(tree, single(pick([...entriesOf(tree), ...attributesOf(tree)]))),
  (tree, pick) => renameColumn(tree, pick(columnsOf(tree))),
  (tree, pick) =>
    retype(tree, pick(retypable(tree)), pick(['boolean', '{ a: 1 }', 'Date | null', '{ b: 2 }[]'])),
  (tree, pick) => toggleNull(tree, pick(retypable(tree).filter(({ path }) => path[1] !== 'Views'))),
  (tree, pick) =>
    toggleOptional(
      tree,
      pick(retypable(tree).filter(({ path }) => path[1] === 'Tables' && path[3] !== 'Row')),
    ),
  (tree, pick) =>
    retype(tree, pick(entriesOf(tree, ['Functions'])), '{ Args: { odd: string }; Returns: boolean }'),
  (tree, pick) => dropOverload(tree, pick(entriesOf(tree, ['Functions']))),
  (tree, pick) =>
    changeLabels(tree, pick(entriesOf(tree, ['Enums'])), pick(['drop', 'add', 'both', 'rename'])),
  (tree, pick) =>
    changeLabels(tree, pick(entriesOf(tree, ['Enums'])), pick(['drop', 'add', 'both', 'rename'])),
  (tree, pick) => dropRelationship(tree, pick(relationshipsOf(tree))),
  (tree, pick) => copyRelationship(tree, pick(relationshipsOf(tree))),
  (tree, pick) => changeRelationship(tree, pick(relationshipsOf(tree))),
  (tree, pick) => moveRelation(tree, pick(entriesOf(tree, ['Tables', 'Views']))),
];

const single = (target: Target | undefined): Target[] => (target ? [target] : []);

/** Columns whose type means something: `unknown` and `never` equal others, by the catalogue of equivalences. */
const retypable = (tree: Tree): Target[] =>
  [...columnsOf(tree).flatMap((one) => inShapes(tree, one)), ...attributesOf(tree)].filter(
    ({ member }) => !/^(unknown|never|null)\b/.test(member.value.getText()),
  );

function dropColumn(tree: Tree, column: Target | undefined): Mutated | undefined {
  return column && column.siblings.length > 1 ? dropAll(tree, inShapes(tree, column)) : undefined;
}

const copyColumn = (tree: Tree, column: Target | undefined): Mutated | undefined =>
  column && copyAll(tree, inShapes(tree, column));

const renameColumn = (tree: Tree, column: Target | undefined): Mutated | undefined =>
  column && renameAll(tree, inShapes(tree, column));

interface Cut {
  start: number;
  end: number;
  text: string;
}

function cut(text: string, cuts: readonly Cut[]): string {
  let result = text;
  for (const { start, end, text: inserted } of [...cuts].sort((a, b) => b.start - a.start)) {
    result = result.slice(0, start) + inserted + result.slice(end);
  }
  return result;
}

const done = (tree: Tree, what: string, cuts: readonly Cut[], paths: Path[]): Mutated | undefined =>
  cuts.length === 0
    ? undefined
    : {
        text: cut(tree.text, cuts),
        what: `${what} ${paths.map((path) => path.join('.')).join(', ')}`,
        paths,
      };

function dropAll(tree: Tree, targets: readonly Target[]): Mutated | undefined {
  const cuts = targets.map((target) => {
    if (target.siblings.length > 1) return removal(tree.text, target.siblings, target.member);
    const empty = emptySection(tree);
    const { parent } = target.member.node;
    return target.path.length === 3 && empty
      ? { start: parent.getStart(), end: parent.end, text: empty }
      : undefined;
  });
  if (cuts.some((one) => one === undefined)) return undefined;
  return done(
    tree,
    'drop',
    cuts.flatMap((one) => one ?? []),
    targets.map(({ path }) => path),
  );
}

const emptySection = (tree: Tree): string | undefined =>
  schemasOf(tree)
    .flatMap(({ member }) => membersOf(member.value))
    .find(({ value }) => ts.isMappedTypeNode(value))
    ?.value.getText();

const withSeparator = (text: string, end: number): number => (/[;,]/.test(text[end] ?? '') ? end + 1 : end);

/** The lines of a member that has them to itself. */
function linesOf(text: string, { node, value }: Member): { start: number; end: number } | undefined {
  const start = text.lastIndexOf('\n', node.getStart()) + 1;
  const end = text.indexOf('\n', withSeparator(text, value.end)) + 1;
  const isAlone =
    text.slice(start, node.getStart()).trim() === '' &&
    /^[;,]?\s*(\/\/.*)?\s*$/.test(text.slice(value.end, end));
  return isAlone ? { start, end } : undefined;
}

const indentOf = (text: string, { node }: Member): string =>
  text.slice(text.lastIndexOf('\n', node.getStart()) + 1, node.getStart());

function removal(text: string, siblings: readonly Member[], member: Member): Cut {
  const index = siblings.indexOf(member);
  const [before, after] = [siblings[index - 1], siblings[index + 1]];
  const lines = linesOf(text, member);
  if (
    lines &&
    (!after || indentOf(text, after) === indentOf(text, member)) &&
    (after !== undefined || /[;,]/.test(text[member.value.end] ?? '') || text[before?.value.end ?? 0] !== ',')
  ) {
    return { ...lines, text: '' };
  }
  if (after) return { start: member.node.getStart(), end: after.node.getStart(), text: '' };
  return { start: before?.value.end ?? member.node.pos, end: member.value.end, text: '' };
}

let copies = 0;

/** Pastes a copy of each target behind it, under another name. */
function copyAll(tree: Tree, targets: readonly Target[]): Mutated | undefined {
  // Of one member alone, nobody can tell how the file goes on after it.
  if (targets.some(({ siblings }) => siblings.length < 2)) return undefined;
  const isRaw = tree.text.includes('},{\n');
  const name = `zz_copy_${copies++ % 97}`;
  const cuts = targets.map(({ member }): Cut => {
    const lines = linesOf(tree.text, member);
    const end = lines ? lines.end : member.value.end;
    const start = lines ? lines.start : member.node.getStart();
    const nameStart = member.node.name.getStart() - start;
    const whole = tree.text.slice(start, end);
    const renamed =
      whole.slice(0, nameStart) +
      requoted(member, name) +
      whole.slice(nameStart + member.node.name.getText().length);
    if (!lines)
      return { start: end, end, text: `${separatorIn(tree.text, member)}${isRaw ? '' : ' '}${renamed}` };
    const isLast =
      !/[;,]/.test(tree.text[member.value.end] ?? '') && tree.text.slice(0, start).trimEnd().endsWith(',');
    return isLast
      ? { start, end: start, text: renamed.replace(/(\r?\n)$/, ',$1') }
      : { start: end, end, text: renamed };
  });
  return done(
    tree,
    'copy',
    cuts,
    targets.flatMap(({ path }) => [[...path.slice(0, -1), name]]),
  );
}

const separatorIn = (text: string, { node }: Member): string =>
  membersOf(node.parent)
    .map(({ value }) => text[value.end] ?? '')
    .find((mark) => /[;,]/.test(mark)) ?? ',';

/** A new name, in quotes where the file has quotes round names that need none. */
const requoted = ({ node }: Member, name: string): string => {
  const mark = node.name.getText()[0];
  if (mark !== '"' && mark !== "'") return name;
  const names = membersOf(node.parent).map((member) => member.node.name);
  const isUsual = names.some((one) => ts.isStringLiteral(one) && /^\w+$/.test(one.text));
  return isUsual ? mark + name + mark : name;
};

function renameAll(tree: Tree, targets: readonly Target[]): Mutated | undefined {
  const name = `m_renamed_${copies++ % 97}`;
  const cuts = targets.map(({ member }): Cut => {
    const { name: node } = member.node;
    return { start: node.getStart(), end: node.end, text: requoted(member, name) };
  });
  return done(
    tree,
    'rename',
    cuts,
    targets.flatMap(({ path }) => [path, [...path.slice(0, -1), name]]),
  );
}

function retype(tree: Tree, target: Target | undefined, type = 'boolean'): Mutated | undefined {
  if (!target || target.member.value.getText() === type) return undefined;
  const { value } = target.member;
  return done(
    tree,
    `retype to ${type}`,
    [{ start: value.getStart(), end: value.end, text: type }],
    [target.path],
  );
}

function toggleNull(tree: Tree, target: Target | undefined): Mutated | undefined {
  if (!target) return undefined;
  const { value } = target.member;
  const text = value.getText();
  if (text.includes('\n') || target.member.value.getText().includes('=>')) return undefined;
  const toggled = / \| null$/.test(text) ? text.replace(/ \| null$/, '') : `${text} | null`;
  return done(
    tree,
    'toggle null',
    [{ start: value.getStart(), end: value.end, text: toggled }],
    [target.path],
  );
}

function toggleOptional(tree: Tree, target: Target | undefined): Mutated | undefined {
  if (!target || !ts.isPropertySignature(target.member.node)) return undefined;
  const { name, questionToken } = target.member.node;
  const edit = { start: name.end, end: questionToken?.end ?? name.end, text: questionToken ? '' : '?' };
  return done(tree, 'toggle optional', [edit], [target.path]);
}

function dropOverload(tree: Tree, target: Target | undefined): Mutated | undefined {
  const value = target?.member.value;
  const [first] = value && ts.isUnionTypeNode(value) ? value.types : [];
  if (!target || !value || !first) return undefined;
  return done(
    tree,
    'drop overloads of',
    [{ start: value.getStart(), end: value.end, text: first.getText() }],
    [target.path],
  );
}

/** In the types and in Constants, as a generator would have left both. */
function changeLabels(tree: Tree, target: Target | undefined, how = 'drop'): Mutated | undefined {
  if (!target) return undefined;
  const { value } = target.member;
  const [schema = '', , name = ''] = target.path;
  const list = valueAt(tree.constants, [schema, 'Enums', name]);
  // A line that a formatter would have broken is not what a generator leaves.
  if (tree.text.split('\n').some((line) => line.includes(name) && line.length > 70)) return undefined;
  const union = ts.isUnionTypeNode(value) ? [...value.types] : [value];
  const elements = list && ts.isArrayLiteralExpression(list) ? [...list.elements] : [];
  const cuts = [union, elements].flatMap((nodes) => {
    const isBars = nodes === union && tree.text[value.getStart()] === '|';
    return nodes.length < 2 || isBars ? [] : labelCuts(nodes, how);
  });
  return union.length < 2 ? undefined : done(tree, `${how} labels of`, cuts, [target.path]);
}

function labelCuts(nodes: readonly ts.Node[], how: string): Cut[] {
  const [first, second] = nodes;
  const last = nodes.at(-1);
  if (
    !first ||
    !second ||
    !last ||
    first.getSourceFile().text.slice(first.end, second.getStart()).includes('\n')
  )
    return [];
  const between = first.getSourceFile().text.slice(first.end, second.getStart());
  const mark = first.getText()[0] ?? '"';
  const drop = { start: first.getStart(), end: second.getStart(), text: '' };
  const add = { start: last.end, end: last.end, text: `${between}${mark}z${mark}` };
  if (how === 'rename') return [{ start: first.getStart(), end: first.end, text: `${mark}y${mark}` }];
  return [...(how === 'add' ? [] : [drop]), ...(how === 'drop' ? [] : [add])];
}

interface Related {
  path: Path;
  list: ts.TupleTypeNode;
  index: number;
}

const relationshipsOf = (tree: Tree): Related[] =>
  entriesOf(tree, ['Tables', 'Views']).flatMap(({ path }) => {
    const at = [...path, 'Relationships'];
    const list = valueAt(tree.database, at);
    return list && ts.isTupleTypeNode(list)
      ? list.elements.map((_, index) => ({ path: at, list, index }))
      : [];
  });

function dropRelationship(tree: Tree, related: Related | undefined): Mutated | undefined {
  const element = related?.list.elements[related.index];
  if (!related || !element) return undefined;
  const { list, index, path } = related;
  const [before, after] = [list.elements[index - 1], list.elements[index + 1]];
  if (!before && !after)
    return done(tree, 'drop', [{ start: list.getStart(), end: list.end, text: '[]' }], [path]);
  if (after)
    return done(tree, 'drop', [{ start: element.getStart(), end: after.getStart(), text: '' }], [path]);
  return done(tree, 'drop', [{ start: before?.end ?? 0, end: element.end, text: '' }], [path]);
}

function copyRelationship(tree: Tree, related: Related | undefined): Mutated | undefined {
  const element = related?.list.elements[related.index];
  if (!related || !element) return undefined;
  const text = element.getText().replace(/(foreignKeyName: .)/, '$1zz_');
  const { elements } = related.list;
  const isRaw = tree.text.includes('},{\n');
  const lead = isRaw ? '' : tree.text.slice(elements.pos, elements[0]?.getStart());
  const edit = { start: element.end, end: element.end, text: `,${lead}${text}` };
  return done(tree, 'copy a relationship in', [edit], [related.path]);
}

function changeRelationship(tree: Tree, related: Related | undefined): Mutated | undefined {
  const fact = membersOf(related?.list.elements[related.index]).find(
    ({ name }) => name === 'isOneToOne',
  )?.value;
  if (!related || !fact) return undefined;
  const edit = { start: fact.getStart(), end: fact.end, text: fact.getText() === 'true' ? 'false' : 'true' };
  return done(tree, 'change a relationship in', [edit], [related.path]);
}

/** A table becomes a view, or the other way round. */
function moveRelation(tree: Tree, target: Target | undefined): Mutated | undefined {
  if (!target) return undefined;
  const [schema = '', section, name = ''] = target.path;
  const other = section === 'Tables' ? 'Views' : 'Tables';
  // Back again is another order, which is no drift.
  if ((section === 'Views') !== ['active_customers', 'customer_stats', 'order_totals'].includes(name))
    return undefined;
  const anchor = targetsAt(tree, [schema, other])[0];
  if (!anchor || target.siblings.length < 2) return undefined;
  const own = linesOf(tree.text, target.member) ?? {
    start: target.member.node.getStart(),
    end: target.member.value.end,
  };
  const to = linesOf(tree.text, anchor.member)?.start ?? anchor.member.node.getStart();
  const isRaw =
    linesOf(tree.text, target.member) === undefined || linesOf(tree.text, anchor.member) === undefined;
  const { node, value } = target.member;
  const end = withSeparator(tree.text, value.end);
  const isComma = /: (string|number),\n/.test(tree.text);
  const mark = isRaw || (isComma && end === value.end) ? ',' : '';
  const moved = tree.text.slice(isRaw ? node.getStart() : own.start, isRaw ? value.end : end) + mark;
  const text = isRaw ? moved : moved + tree.text.slice(end, own.end);
  const cuts = [removal(tree.text, target.siblings, target.member), { start: to, end: to, text }];
  return done(tree, 'move', cuts, [target.path, [schema, other, name]]);
}

/** The lines of a text but for those of the members at the given paths, with the remarks right above them. */
export function linesWithout(text: string, paths: readonly Path[]): string {
  const tree = readTree(text, 'mutated.ts');
  const lines = text.split('\n');
  const lineOf = (position: number): number => tree.source.getLineAndCharacterOfPosition(position).line;
  const dropped = new Set(lines.flatMap((line, index) => (line.includes('[_ in never]') ? [index] : [])));
  for (const path of paths) {
    for (const root of [tree.database, tree.constants]) {
      const member = membersOf(valueAt(root, path.slice(0, -1))).find(({ name }) => name === path.at(-1));
      if (member === undefined) continue;
      let first = lineOf(member.node.getStart());
      while (/^\s*\/\*\*/.test(lines[first - 1] ?? '')) first -= 1;
      for (let line = first; line <= lineOf(member.value.end); line += 1) dropped.add(line);
    }
  }
  return lines.filter((_, index) => !dropped.has(index)).join('\n');
}
