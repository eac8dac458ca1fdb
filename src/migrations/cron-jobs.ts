// `select cron.schedule('name', …)`, `select cron.unschedule('name')`: the calls of pg_cron that name a job.

import { strings } from './names.ts';
import type { NodeOf } from './parse.ts';
import { isFuncCall } from './walk.ts';

export function cronCalls({
  targetList = [],
}: NodeOf<'SelectStmt'>): { verb: 'schedule' | 'unschedule'; name: string }[] {
  return targetList.flatMap((target) => {
    const value = 'ResTarget' in target ? target.ResTarget.val : undefined;
    const call = value && 'FuncCall' in value ? value.FuncCall : undefined;
    if (!isFuncCall(call)) return [];
    const [first] = call.args ?? [];
    const name = first && 'A_Const' in first ? first.A_Const.sval?.sval : undefined;
    const [schema, verb] = strings(call.funcname);
    if (schema !== 'cron' || name === undefined) return [];
    return verb === 'schedule' || verb === 'unschedule' ? [{ verb, name }] : [];
  });
}
