// The settings of a session that decide how names are looked up. Each file starts with Supabase's own.

import { strings } from './names.ts';
import type { Node, NodeOf } from './parse.ts';

export interface Settings {
  /** The schemas of `search_path`, in order; undefined when the file computes them. */
  path: readonly string[] | undefined;
  /** `check_function_bodies`, which a dump switches off. */
  checksBodies: boolean;
}

export const DEFAULT_SETTINGS: Settings = { path: ['public', 'extensions'], checksBodies: true };

/** The settings after a statement. */
export function settingsAfter(node: Node, settings: Settings): Settings {
  if ('VariableSetStmt' in node) return afterSet(node.VariableSetStmt, settings);
  if ('SelectStmt' in node) return afterSelect(node.SelectStmt, settings);
  if ('DiscardStmt' in node) return DEFAULT_SETTINGS;
  return settings;
}

/** The settings under which a function's body is looked at: those of its own SET clauses. */
export function settingsOf({ options = [] }: NodeOf<'CreateFunctionStmt'>, settings: Settings): Settings {
  let current = settings;
  for (const option of options) {
    const arg = 'DefElem' in option ? option.DefElem.arg : undefined;
    if (arg && 'VariableSetStmt' in arg) current = afterSet(arg.VariableSetStmt, current);
  }
  return current;
}

function afterSet({ kind, name, args }: NodeOf<'VariableSetStmt'>, settings: Settings): Settings {
  if (kind === 'VAR_RESET_ALL') return DEFAULT_SETTINGS;
  if (kind === 'VAR_SET_CURRENT') return settings;
  const texts = kind === 'VAR_SET_VALUE' ? (args ?? []).map(constant) : undefined;
  if (name === 'search_path') return { ...settings, path: texts ? pathOf(texts) : DEFAULT_SETTINGS.path };
  if (name === 'check_function_bodies') return { ...settings, checksBodies: !isOff(texts?.[0]) };
  return settings;
}

/** `select set_config('search_path', '', false)`. */
function afterSelect({ targetList = [] }: NodeOf<'SelectStmt'>, settings: Settings): Settings {
  let current = settings;
  for (const target of targetList) {
    const value = 'ResTarget' in target ? target.ResTarget.val : undefined;
    if (!(value && 'FuncCall' in value) || strings(value.FuncCall.funcname).at(-1) !== 'set_config') continue;
    const [name, text] = (value.FuncCall.args ?? []).map(constant);
    if (name === 'search_path')
      current = {
        ...current,
        path: text === undefined ? text : pathOf(text.split(',').map((one) => one.trim())),
      };
    else if (name === 'check_function_bodies') current = { ...current, checksBodies: !isOff(text) };
    else if (name === undefined) current = { ...current, path: undefined };
  }
  return current;
}

function constant(node: Node): string | undefined {
  return 'A_Const' in node ? node.A_Const.sval?.sval : undefined;
}

/** The schemas that can be told; `"$user"` has none in Supabase. */
function pathOf(texts: readonly (string | undefined)[]): string[] | undefined {
  const path: string[] = [];
  for (const text of texts) {
    if (text === undefined || text.includes(',')) return undefined;
    const schema = text.replaceAll('"', '');
    if (schema !== '' && schema !== '$user') path.push(schema);
  }
  return path;
}

const isOff = (text: string | undefined): boolean => /^(?:off|false|no|0)$/i.test(text ?? '');
