// Where an audit's findings point: at the statement that set what was changed, not at where the object was made.

import { expect, test } from '@jest/globals';
import { auditFindings } from '../../src/commands/audit-findings.ts';
import { historyOf } from '../../src/commands/history.ts';
import type { ObjectId } from '../../src/findings/object-id.ts';
import { indexMigrations } from '../../src/migrations/object-index.ts';
import type { StructureChange } from '../../src/ports.ts';

const SQL = `create table t (id int primary key, note text);
alter table t enable row level security;
create policy p on t using (true);
grant select on t to anon;
comment on column t.note is 'N';
create index i on t (note);
drop policy p on t; create policy p on t using (false);
alter table t drop constraint t_pkey;`;

const RELATION = { schema: 'public', relation: 't' };
const TABLE: ObjectId = { kind: 'table', schema: 'public', name: 't' };

test.each<
  [kind: StructureChange['kind'], object: ObjectId, facet: string | undefined, line: number | undefined]
>([
  ['altered', TABLE, 'row-level security', 2],
  ['altered', TABLE, 'grants to anon', 4],
  ['altered', TABLE, 'grants to authenticated', 1],
  ['altered', { kind: 'policy', ...RELATION, name: 'p' }, 'using', 7],
  ['altered', { kind: 'column', ...RELATION, name: 'note' }, 'comment', 5],
  ['altered', { kind: 'column', ...RELATION, name: 'note' }, 'type', 1],
  ['missing', { kind: 'index', schema: 'public', name: 'i' }, undefined, 6],
  ['unmanaged', { kind: 'constraint', ...RELATION, name: 't_pkey' }, undefined, 8],
  ['unmanaged', { kind: 'trigger', ...RELATION, name: 'ghost' }, undefined, undefined],
])('%s: %j, %s, is told on line %s', async (kind, object, facet, line) => {
  const migrations = [{ file: '1_a.sql', version: '1', name: 'a', sql: SQL }];
  const change: StructureChange = { kind, object, parts: [], severity: 'error', ...(facet && { facet }) };
  const structure = { changes: [change], statements: [], definitions: [], notices: [] };
  const [finding, ...others] = auditFindings(
    {
      history: await historyOf(undefined, migrations, []),
      git: {
        from: 'replay',
        applied: [],
        all: [],
        built: [],
        parts: [],
        index: await indexMigrations(migrations),
        structure,
        postgresVersion: '17.5',
      },
      held: { live: [], applied: [], all: [] },
    },
    { findings: [] },
    [],
  );
  expect(finding?.location?.line).toBe(line);
  expect([finding?.ruleId, others]).toEqual([kind, []]);
});
