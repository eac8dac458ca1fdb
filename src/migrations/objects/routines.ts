// Functions and procedures. Those of one name are told as one, as the generated types name them; which of them are
// left is kept by the types of their arguments.

import { nameOf, strings } from '../names.ts';
import type { Node, NodeOf } from '../parse.ts';
import type { Stamp } from '../touch.ts';
import { dropRelation } from './drops.ts';
import type { AnyType, Routine, Schema } from './model.ts';
import type { Scene } from './scene.ts';
import { relationsOn } from './state.ts';
import { typeOf } from './tables.ts';

const INPUT_MODES = new Set([
  'FUNC_PARAM_IN',
  'FUNC_PARAM_INOUT',
  'FUNC_PARAM_VARIADIC',
  'FUNC_PARAM_DEFAULT',
]);

export function createRoutine(scene: Scene, create: NodeOf<'CreateFunctionStmt'>): void {
  const name = nameOf(strings(create.funcname));
  if (!name) return;
  const parameters = (create.parameters ?? []).flatMap((node) =>
    'FunctionParameter' in node ? [node.FunctionParameter] : [],
  );
  const inputs = parameters.filter(({ mode = '' }) => INPUT_MODES.has(mode)).map(({ argType }) => argType);
  const signature = signatureOf(inputs);
  const named = [...parameters.map(({ argType }) => argType), create.returnType];
  const types = named.flatMap((type) => (type && typeOf(scene, type)) ?? []);
  const home = scene.state.creationSchema(name.schema, scene.path);
  const known = home.routines.get(name.name);
  if (known?.overloads.has(signature) && scene.isGuarded && !create.replace) return;
  addOverload(home, name.name, signature, types, scene.stamp('create'));
}

function addOverload(
  home: Schema,
  name: string,
  signature: string,
  types: readonly AnyType[],
  created: Stamp,
): void {
  const made: Routine = {
    home,
    name,
    created,
    touch: created,
    facets: new Map(),
    users: new Set(),
    overloads: new Map(),
  };
  const routine = home.routines.get(name) ?? home.routines.add(made);
  for (const type of types) type.users.add(routine);
  routine.touch = created;
  routine.overloads.set(signature, types);
}

/** The types of the arguments, by their last names: `int4,text[]`. */
const signatureOf = (types: readonly (NodeOf<'TypeName'> | undefined)[]): string =>
  types
    .map((type) => `${strings(type?.names).at(-1)}${(type?.arrayBounds ?? []).length > 0 ? '[]' : ''}`)
    .join();

interface Target {
  routine: Routine;
  /** The overloads that are meant. */
  signatures: readonly string[];
}

/** What `drop function`, `alter function` mean. */
function target(scene: Scene, node: Node | undefined): Target | undefined {
  if (!node || !('ObjectWithArgs' in node)) return undefined;
  const { objname, objargs = [], args_unspecified } = node.ObjectWithArgs;
  const name = nameOf(strings(objname));
  const routine = name && scene.state.routine(name, scene.path);
  if (!routine) return undefined;
  const signature = signatureOf(objargs.map((arg) => ('TypeName' in arg ? arg.TypeName : undefined)));
  const all = [...routine.overloads.keys()];
  return { routine, signatures: args_unspecified ? all : all.filter((each) => each === signature) };
}

/** With the views that call it. */
export function dropRoutine(scene: Scene, node: Node, stamp: Stamp): void {
  const found = target(scene, node);
  if (!found) return;
  removeOverloads(found, stamp);
  if (found.routine.overloads.size > 0) return;
  for (const relation of relationsOn(found.routine))
    if (relation.sources.has(found.routine)) dropRelation(scene.state, relation, stamp);
}

function removeOverloads({ routine, signatures }: Target, stamp: Stamp): void {
  if (signatures.length === 0) return;
  for (const signature of signatures) routine.overloads.delete(signature);
  routine.touch = stamp;
  if (routine.overloads.size === 0) routine.home.routines.end(routine, stamp);
}

/** Renames or moves; of several overloads one may go and leave the others. */
export function renameRoutine(
  scene: Scene,
  node: Node | undefined,
  to: { name?: string | undefined; home?: Schema },
): void {
  const found = target(scene, node);
  if (!found || found.signatures.length === 0) return;
  const { routine, signatures } = found;
  const { name = routine.name, home = routine.home } = to;
  const stamp = scene.stamp('rename');
  const there = home.routines.get(name)?.overloads;
  if (scene.isGuarded && signatures.some((signature) => there?.has(signature))) return;
  const isWhole = signatures.length === routine.overloads.size && !home.routines.get(name);
  if (isWhole) {
    routine.home.routines.rename(routine, name, stamp, home.routines);
    routine.home = home;
    return;
  }
  for (const signature of signatures)
    addOverload(home, name, signature, routine.overloads.get(signature) ?? [], stamp);
  removeOverloads(found, stamp);
}
