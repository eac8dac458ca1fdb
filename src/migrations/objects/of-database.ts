// Parts of the database that calls and defaults make: jobs of pg_cron, and what roles get by default.

import { strings } from '../names.ts';
import type { Node, NodeOf } from '../parse.ts';
import { isFuncCall } from '../walk.ts';
import { partKey } from './names.ts';
import { addPart, touchPart } from './parts.ts';
import type { Scene } from './scene.ts';

/** Who runs migrations. */
const OWN_ROLE = 'postgres';

export function touchDatabase(scene: Scene, node: Node): void {
  if ('SelectStmt' in node) scheduleJobs(scene, node.SelectStmt);
  else if ('AlterDefaultPrivilegesStmt' in node) {
    const [roles, schemas] = ['roles', 'schemas'].map((name) =>
      namesOf(node.AlterDefaultPrivilegesStmt, name),
    );
    for (const role of roles ?? [OWN_ROLE])
      for (const place of schemas?.map((schema) => `${role} in ${schema}`) ?? [role])
        touchPart(partOf(scene, 'default-privileges', place), scene.stamp('alter'));
  }
}

const partOf = ({ state }: Scene, kind: string, name: string): Parameters<typeof touchPart>[0] => ({
  shelf: state.parts,
  key: partKey(kind, name),
});

function namesOf({ options = [] }: NodeOf<'AlterDefaultPrivilegesStmt'>, name: string): string[] | undefined {
  const option = options.find((each) => 'DefElem' in each && each.DefElem.defname === name);
  const arg = option && 'DefElem' in option ? option.DefElem.arg : undefined;
  if (!arg || !('List' in arg)) return undefined;
  return (arg.List.items ?? []).flatMap((item) =>
    'RoleSpec' in item ? [item.RoleSpec.rolename ?? OWN_ROLE] : strings([item]),
  );
}

/** `select cron.schedule('name', …)`, `select cron.unschedule('name')`. */
function scheduleJobs(scene: Scene, { targetList = [] }: NodeOf<'SelectStmt'>): void {
  for (const target of targetList) {
    const value = 'ResTarget' in target ? target.ResTarget.val : undefined;
    const call = value && 'FuncCall' in value ? value.FuncCall : undefined;
    if (!isFuncCall(call)) continue;
    const [first] = call.args ?? [];
    const name = first && 'A_Const' in first ? first.A_Const.sval?.sval : undefined;
    const [schema, deed] = strings(call.funcname);
    if (schema !== 'cron' || name === undefined) continue;
    const slot = partOf(scene, 'cron-job', name);
    const job = slot.shelf.get(slot.key);
    if (deed === 'schedule') addPart(slot, scene.stamp('create'), false);
    else if (deed === 'unschedule' && job) slot.shelf.end(job, scene.stamp('drop'));
  }
}
