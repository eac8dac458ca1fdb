// Parts of the database that calls and defaults make: jobs of pg_cron, and what roles get by default.

import { cronCalls } from '../cron-jobs.ts';
import { strings } from '../names.ts';
import type { Node, NodeOf } from '../parse.ts';
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

function scheduleJobs(scene: Scene, select: NodeOf<'SelectStmt'>): void {
  for (const { verb, name } of cronCalls(select)) {
    const slot = partOf(scene, 'cron-job', name);
    const job = slot.shelf.get(slot.key);
    if (verb === 'schedule') addPart(slot, scene.stamp('create'), false);
    else if (job) slot.shelf.end(job, scene.stamp('drop'));
  }
}
