// Where an audit's findings point: at the statement that set what was changed, not at where the object was made.

import { beforeAll, expect, test } from '@jest/globals';
import { auditFindings } from '../../src/commands/audit-findings.ts';
import { type Evidence, evidenceOf } from '../../src/commands/blame.ts';
import { historyOf } from '../../src/commands/history.ts';
import { replayTraced } from '../../src/database/embedded/shadow.ts';
import type { Finding } from '../../src/findings/finding.ts';
import type { ObjectId } from '../../src/findings/object-id.ts';
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

const migrations = [{ file: '1_a.sql', version: '1', name: 'a', sql: SQL }];

let evidence: Evidence;
beforeAll(async () => {
  evidence = await evidenceOf({ migrations }, [], replayTraced);
});

const placedAt = async (change: StructureChange): Promise<Finding[]> =>
  auditFindings(
    {
      history: await historyOf(undefined, migrations, []),
      git: {
        from: 'replay',
        applied: [],
        all: [],
        built: [],
        evidence,
        structure: { changes: [change], statements: [], definitions: [], notices: [] },
        postgresVersion: '17.5',
      },
      held: { live: [], applied: [], all: [] },
    },
    { findings: [] },
    [],
  );

test.each([
  ['grants to anon', 'grants to anon on table `public.t` are `SELECT` in'],
  ['storage options', 'storage options of table `public.t` are `SELECT` in'],
  ['row-level security', 'row-level security of table `public.t` is `SELECT` in'],
])('the sentence of %s is English', async (facet, sentence) => {
  const sides = { facet, expected: 'SELECT', actual: 'none' };
  const [finding] = await placedAt({
    kind: 'altered',
    object: TABLE,
    parts: [],
    severity: 'error',
    ...sides,
  });
  expect(finding?.message.startsWith(sentence)).toBe(true);
});

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
  const [finding, ...others] = await placedAt({
    kind,
    object,
    parts: [],
    severity: 'error',
    ...(facet && { facet }),
  });
  expect(finding?.location?.line).toBe(line);
  expect([finding?.ruleId, others]).toEqual([kind, []]);
});
