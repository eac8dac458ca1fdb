// Single-fact mutations of functions. Whatever changes in one, the function is what must be named.

import { ts } from 'ts-morph';
import type { ObjectId } from '../../src/findings/object-id.ts';
import {
  type Entry,
  entryIn,
  type Generation,
  type Mutation,
  NEW_KEY,
  NEW_NAME,
  type Surroundings,
  type What,
} from './single-fact-deeds.ts';
import {
  addMember,
  alternativesOf,
  append,
  cut,
  type Edit,
  elementOf,
  literalIn,
  type Property,
  propertiesOf,
  propertyOf,
  rename,
  replace,
  toggleOptional,
} from './single-fact-nodes.ts';
import { isRow, retypes } from './single-fact-retypes.ts';

/** An edit inside of one function. */
interface Inside {
  what: What;
  edit: Edit;
  entry?: Entry | undefined;
}

export function functionMutations(at: Surroundings): Mutation[] {
  const section = at.sections.get('Functions');
  if (section === undefined) return [];
  const object = (name: string): ObjectId => ({ kind: 'function', schema: at.schema, name, args: [] });
  const member = `${NEW_KEY}: { Args: { a: string }; Returns: string }`;
  return [
    { what: 'function: add', objects: [object(NEW_NAME)], edits: [addMember(section.type, member)] },
    ...propertiesOf(section.type).flatMap((fn): Mutation[] => {
      const objects = [object(fn.name)];
      return [
        { what: 'function: drop', objects, edits: [cut(fn)] },
        {
          what: 'function: rename',
          objects: [...objects, object(NEW_NAME)],
          edits: [rename(fn, NEW_NAME)],
        },
        ...insideOf(at, fn).map(
          ({ what, edit, entry }): Mutation => ({
            what,
            objects,
            entry,
            edits: [edit],
          }),
        ),
      ];
    }),
  ];
}

function insideOf(at: Surroundings, { type }: Property): Inside[] {
  const overloads = alternativesOf(type);
  const added = `{ Args: { ${NEW_KEY}: string }; Returns: string }`;
  return [
    { what: 'overload: add', edit: append(type, ` | ${added}`) },
    ...droppedFrom(type),
    ...overloads.flatMap((overload): Inside[] => {
      const [args, returns] = [propertyOf(overload, 'Args')?.type, propertyOf(overload, 'Returns')?.type];
      return [
        { what: 'overload: repeat', edit: append(type, ` | ${overload.getText()}`) },
        // Generators of 2025 merged overloads into `Args: A | B`.
        ...(args ? droppedFrom(args) : []),
        ...(args ? alternativesOf(args).flatMap((one) => ofArguments(at, one)) : []),
        ...(returns ? ofResult(at, overload, returns) : []),
      ];
    }),
  ];
}

function droppedFrom(union: ts.TypeNode): Inside[] {
  const alternatives = alternativesOf(union);
  if (alternatives.length < 2) return [];
  return alternatives.map((dropped) => {
    const others = alternatives.filter((one) => one !== dropped);
    return {
      what: 'overload: drop',
      edit: replace(union, others.map((one) => one.getText()).join(' | ')),
    };
  });
}

function ofArguments({ generation }: Surroundings, args: ts.TypeNode): Inside[] {
  const all = propertiesOf(args);
  const none: Inside[] = [{ what: 'argument: drop all', edit: replace(args, 'never') }];
  return [
    { what: 'argument: add', edit: addMember(args, `${NEW_KEY}: string`) },
    { what: 'argument: add with default', edit: addMember(args, `${NEW_KEY}?: string`) },
    ...(all.length > 0 ? none : []),
    ...all.flatMap((argument): Inside[] => [
      { what: 'argument: drop', edit: cut(argument) },
      { what: 'argument: rename', edit: rename(argument, NEW_NAME) },
      { what: 'argument: toggle default', edit: toggleOptional(argument) },
      ...retypes(argument.type, generation).map(
        ({ deed, edit, entry }): Inside => ({
          what: `argument: ${deed}`,
          edit,
          entry: entry && isRow(argument.type) ? 'A3.7' : entry,
        }),
      ),
    ]),
  ];
}

function ofResult(
  { generation, sections }: Surroundings,
  overload: ts.TypeNode,
  returns: ts.TypeNode,
): Inside[] {
  // A mark stands in place of a result that PostgREST cannot give, and older generators write the result (A3.14).
  const isMark = /error: ?true/.test(returns.getText());
  const unmarked = isMark ? entryIn(generation, 'A3.14') : undefined;
  // Whether the result was a list is no fact of a mark, and generators differ in it.
  const results = retypes(returns, generation).filter(({ deed }) => !(isMark && deed === 'toggle list'));
  const target = literalIn(propertyOf(propertyOf(overload, 'SetofOptions')?.type, 'to')?.type);
  const isOfView = target !== undefined && propertyOf(sections.get('Views')?.type, target) !== undefined;
  const row = ts.isIntersectionTypeNode(returns) ? undefined : elementOf(returns);
  const columns = propertiesOf(row);
  const add: Inside[] =
    row && columns.length > 0
      ? [{ what: 'returned column: add', edit: addMember(row, `${NEW_KEY}: string`) }]
      : [];
  return [
    ...results.map(({ deed, edit, entry }): Inside => {
      const isPlain = deed === 'retype' || deed === 'make unknown';
      return { what: `result: ${deed}`, edit, entry: isPlain ? (unmarked ?? entry) : entry };
    }),
    ...add,
    ...columns.flatMap((column) => ofReturnedColumn(column, generation, isOfView)),
  ];
}

function ofReturnedColumn(column: Property, generation: Generation, isOfView: boolean): Inside[] {
  return [
    { what: 'returned column: drop', edit: cut(column) },
    { what: 'returned column: rename', edit: rename(column, NEW_NAME) },
    { what: 'returned column: toggle optional', edit: toggleOptional(column) },
    ...retypes(column.type, generation).map(({ deed, edit, entry }): Inside => {
      // As in the view itself, null is a guess.
      const isGuess = isOfView && deed === 'toggle null';
      return {
        what: `returned column: ${deed}`,
        edit,
        entry: isGuess ? entryIn(generation, 'A3.11') : entry,
      };
    }),
  ];
}
