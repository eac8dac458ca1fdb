import {
  fileOf
} from "./chunk-DRCJF5BI.js";
import {
  PLATFORM_SCHEMAS
} from "./chunk-BIJNOB37.js";
import {
  executionSteps,
  firstWord,
  lineAndColumn,
  splitStatements
} from "./chunk-PS455CN6.js";
import {
  RULES,
  named,
  visible
} from "./chunk-MVX4LEFJ.js";
import {
  byText
} from "./chunk-CC5WXE67.js";
import {
  EnvironmentError
} from "./chunk-HIMI4JHW.js";

// src/database/built-objects.ts
async function builtObjects(session, migrations) {
  const fileOf2 = await runs(session, migrations);
  const { rows } = await session.query(OBJECTS);
  return rows.map(
    ({ kind, schema, name, xid, facts }) => ({ kind, schema, name, ...fileOf2(xid), ...facts })
  ).sort((a, b) => byText(a.schema, b.schema) || byText(a.name, b.name));
}
async function builtParts(session, migrations) {
  const fileOf2 = await runs(session, migrations);
  const { rows } = await session.query(PARTS);
  return rows.map(({ kind, schema, owner, name, xid }) => ({ kind, schema, owner, name, ...fileOf2(xid) }));
}
async function runs(session, migrations) {
  const { rows } = await session.query(HISTORY);
  const xids = new Map(rows.map(({ version, xid }) => [version, xid]));
  const began = xids.get("") ?? Number.POSITIVE_INFINITY;
  const all = migrations.flatMap(({ file, version, sql }) => {
    const xid = xids.get(version);
    return xid === void 0 ? [] : [{ file, xid, sql }];
  });
  return (xid) => {
    if (xid <= began) return void 0;
    const next = all.findIndex((run2) => run2.xid >= xid);
    const [before, after] = next === -1 ? [all.at(-1), void 0] : [all[next - 1], all[next]];
    if (after?.xid === xid) return { file: after.file };
    const isStep = after !== void 0 && hasSteps(after);
    if (isStep && before !== void 0 && hasInner(before)) return void 0;
    const run = isStep ? after : before;
    return run && { file: run.file };
  };
}
var hasInner = ({ sql }) => /\b(exception|savepoint)\b/i.test(sql);
var hasSteps = ({ sql }) => executionSteps(splitStatements(sql), sql).some(({ alone }) => alone);
var HISTORY = `
select version, xmin::text::float8 as xid from supabase_migrations.schema_migrations
union all
select '', xmin::text::float8 from pg_catalog.pg_class where oid = 'supabase_migrations.schema_migrations'::regclass`;
var OWN_SCHEMAS = `
select oid, nspname from pg_catalog.pg_namespace
 where nspname !~ '^pg_' and nspname not in (${["information_schema", ...PLATFORM_SCHEMAS].map((name) => `'${name}'`).join(", ")})`;
var OBJECTS = `
with recursive own as (${OWN_SCHEMAS}),
learnt as (
  select oid from pg_catalog.pg_type where typname in ('interval', 'citext', 'vector')
  union
  select t.oid from learnt l
    join pg_catalog.pg_type t on t.typbasetype = l.oid or (t.typelem = l.oid and t.typcategory = 'A')
),
columns as (
  select attrelid,
         array_agg(attname::text order by attname) filter (where atttypid in (select oid from learnt)) as learnt,
         array_agg(attname::text order by attname) filter (where attgenerated <> '') as computed
    from pg_catalog.pg_attribute where attnum > 0 and not attisdropped group by attrelid
),
keys as (
  select k.conrelid, jsonb_agg(jsonb_build_object('name', k.conname, 'referencedSchema', r.nspname,
                               'referencedRelation', f.relname) order by k.conname) as keys
    from pg_catalog.pg_constraint k
    join pg_catalog.pg_class f on f.oid = k.confrelid
    join pg_catalog.pg_namespace r on r.oid = f.relnamespace
   where k.contype = 'f' group by k.conrelid
),
members as (
  select d.classid, d.objid, e.extname
    from pg_catalog.pg_depend d join pg_catalog.pg_extension e on e.oid = d.refobjid where d.deptype = 'e'
)
select case c.relkind when 'v' then 'view' when 'm' then 'materialized-view' when 'f' then 'foreign-table'
         when 'c' then 'composite-type' else 'table' end as kind,
       n.nspname as schema, c.relname as name, coalesce(a.xmin, t.xmin)::text::float8 as xid,
       jsonb_strip_nulls(jsonb_build_object(
         'extension', m.extname,
         'partitionOf', (select i.inhparent::text from pg_catalog.pg_inherits i
                          where i.inhrelid = c.oid and c.relispartition),
         'foreignKeys', k.keys,
         'learntTypes', s.learnt,
         'computed', s.computed,
         'isLateWritable', nullif(c.relkind = 'v' and (pg_relation_is_updatable(c.oid, true) & 12) <> 0
                                  and (pg_relation_is_updatable(c.oid, false) & 20) <> 20, false))) as facts
  from own n
  join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relkind in ('r', 'p', 'v', 'm', 'f', 'c')
  left join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attname = 'tableoid'
  left join pg_catalog.pg_type t on t.oid = c.reltype
  left join columns s on s.attrelid = c.oid
  left join keys k on k.conrelid = c.oid
  left join members m on m.classid = 'pg_class'::regclass and m.objid = c.oid
union all
select 'function', n.nspname, p.proname, p.xmin::text::float8,
       jsonb_strip_nulls(jsonb_build_object(
         'extension', m.extname,
         'returnsOneRow', nullif(p.proretset and p.prorows = 1, false),
         'takesUnnamed', nullif(p.pronargs = 1 and coalesce(p.proargnames[1], '') = '', false),
         'takesRow', nullif(exists (select from pg_catalog.pg_type r
                                     where r.oid = any (p.proargtypes) and r.typtype = 'c'), false),
         'inOutOrVariadic', (select array_agg(p.proargnames[i] order by i)
                               from generate_subscripts(p.proargmodes, 1) i where p.proargmodes[i] in ('b', 'v')),
         'learntTypes', case when exists (
           select from unnest(coalesce(p.proallargtypes, p.proargtypes::oid[]) || p.prorettype) u(type)
             left join pg_catalog.pg_type t on t.oid = u.type
             left join columns s on s.attrelid = t.typrelid
            where u.type in (select oid from learnt) or s.learnt is not null) then array[''] end))
  from own n
  join pg_catalog.pg_proc p on p.pronamespace = n.oid
  left join members m on m.classid = 'pg_proc'::regclass and m.objid = p.oid
union all
select 'enum', n.nspname, t.typname, t.xmin::text::float8,
       jsonb_strip_nulls(jsonb_build_object('extension', m.extname))
  from own n
  join pg_catalog.pg_type t on t.typnamespace = n.oid and t.typtype = 'e'
  left join members m on m.classid = 'pg_type'::regclass and m.objid = t.oid`;
var PARTS = `
with own as (${OWN_SCHEMAS})
select 'column' as kind, n.nspname as schema, c.relname as owner, a.attname as name, a.xmin::text::float8 as xid
  from own n
  join pg_catalog.pg_class c on c.relnamespace = n.oid and c.relkind in ('r', 'p', 'v', 'm', 'f')
  join pg_catalog.pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
union all
select 'relationship', n.nspname, c.relname, k.conname, k.xmin::text::float8
  from own n
  join pg_catalog.pg_class c on c.relnamespace = n.oid
  join pg_catalog.pg_constraint k on k.conrelid = c.oid and k.contype = 'f'
union all
select 'enum-value', n.nspname, t.typname, l.enumlabel, l.xmin::text::float8
  from own n
  join pg_catalog.pg_type t on t.typnamespace = n.oid
  join pg_catalog.pg_enum l on l.enumtypid = t.oid`;

// src/database/objects.ts
var OBJECTS2 = `
select 'relation' as kind, n.nspname as schema, c.relname as name
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
union all
select 'type', n.nspname, t.typname
  from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
union all
select 'schema', n.nspname, n.nspname from pg_catalog.pg_namespace n`;
async function knownObjects(session) {
  const { rows } = await session.query(OBJECTS2);
  return rows;
}
async function serverVersion(session) {
  const { rows } = await session.query("show server_version");
  return rows[0]?.server_version.split(" ")[0] ?? "unknown";
}
async function recordedVersions(session) {
  const { rows } = await session.query(
    "select version from supabase_migrations.schema_migrations order by version"
  );
  return rows.map(({ version }) => version);
}

// src/database/protocol.ts
var TEXT = 25;
var TEXT_ARRAY = 1009;
var utf8 = new TextEncoder();
var int32 = (value) => {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setInt32(0, value);
  return bytes;
};
var int16 = (value) => int32(value).subarray(2);
var cString = (text) => utf8.encode(`${text}\0`);
function joined(parts) {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
function message(letter, ...body) {
  const content = joined(body);
  return joined([utf8.encode(letter), int32(content.length + 4), content]);
}
var simpleQuery = (sql) => message("Q", cString(sql));
var pipeline = (statements) => joined([...statements.flatMap(parseBindExecute), message("S")]);
function parseBindExecute({ text, parameters = [] }) {
  const types = parameters.map(({ type }) => int32(type));
  const values = parameters.flatMap(({ value }) => {
    const bytes = utf8.encode(value);
    return [int32(bytes.length), bytes];
  });
  const unnamed = cString("");
  return [
    message("P", unnamed, cString(text), int16(types.length), ...types),
    message("B", unnamed, unnamed, int16(0), int16(parameters.length), ...values, int16(0)),
    message("E", unnamed, int32(0))
  ];
}
var arrayValue = (texts) => `{${texts.map((text) => `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`).join(",")}}`;

// src/database/session.ts
var DatabaseStopped = class extends Error {
  name = "DatabaseStopped";
};

// src/database/replay.ts
var CREATE_HISTORY = `
set local lock_timeout = '4s';
create schema if not exists supabase_migrations;
create table if not exists supabase_migrations.schema_migrations (version text not null primary key);
alter table supabase_migrations.schema_migrations add column if not exists statements text[];
alter table supabase_migrations.schema_migrations add column if not exists name text;`;
var RESET_SESSION = "reset all; reset session authorization; reset role";
var RECORD = "insert into supabase_migrations.schema_migrations(version, name, statements) values($1, $2, $3)";
async function replay(session, plan, onProgress) {
  if (plan.roles !== void 0) {
    const failure = await runScript(session, { file: "roles.sql", sql: plan.roles });
    if (failure) return { ...failure, applied: 0 };
  }
  await must(session, CREATE_HISTORY);
  let applied = 0;
  for (const { file, version, name, sql } of plan.migrations) {
    await must(session, RESET_SESSION);
    const failure = await runScript(session, { file, sql, history: { version, name } });
    if (failure) return { ...failure, applied };
    applied += 1;
    onProgress(applied);
  }
  await must(session, RESET_SESSION);
  return { status: "replayed", applied };
}
async function runScript(session, script) {
  const statements = splitStatements(script.sql);
  const steps = executionSteps(statements.map(withoutCopyFromStdin), script.sql);
  if (steps.at(-1)?.alone !== false) steps.push({ statements: [], alone: false });
  for (const [index, step] of steps.entries()) {
    const isLast = index === steps.length - 1;
    const record = isLast && script.history ? [recordOf(script.history, statements)] : [];
    const [only] = step.statements;
    const sent = step.alone && only ? session.run(only.text) : session.runBatch([...step.statements, ...record]);
    const { completed, error } = await sent.catch((cause) => {
      throw cause instanceof DatabaseStopped ? stoppedIn(script, step.statements, cause) : cause;
    });
    if (!error) continue;
    const failing = step.statements[completed];
    return failing ? refusedStatement(script, failing, error) : refusedFile(script, statements.at(-1), error);
  }
  return void 0;
}
var COPY_FROM_STDIN = /^copy\s[^;]*\sfrom\s+stdin\b/i;
var COPY_REFUSAL = {
  sqlState: "08P01",
  message: "unexpected message type 0x50 during COPY from stdin",
  hint: "Only psql sends the rows of COPY \u2026 FROM STDIN: write them as INSERT statements, or move them to supabase/seed.sql."
};
var REFUSE_COPY = `do $refused$ begin raise sqlstate '${COPY_REFUSAL.sqlState}' using
  message = '${COPY_REFUSAL.message}', hint = '${COPY_REFUSAL.hint}'; end $refused$`;
function withoutCopyFromStdin(statement) {
  const word = firstWord(statement.text);
  if (!COPY_FROM_STDIN.test(statement.text.slice(word))) return statement;
  return { ...statement, text: statement.text.slice(0, word) + REFUSE_COPY };
}
function refusedCopy(migrations) {
  for (const [applied, { file, sql }] of migrations.entries()) {
    const copy = splitStatements(sql).find((statement) => withoutCopyFromStdin(statement) !== statement);
    if (copy) return { ...refusedStatement({ file, sql }, copy, COPY_REFUSAL), applied };
  }
  return void 0;
}
function stoppedIn({ file, sql }, statements, { message: message2, cause }) {
  const [first] = statements;
  const word = first === void 0 ? 0 : first.start + firstWord(first.text);
  const location = { file: fileOf(file), ...lineAndColumn(sql, word) };
  const others = statements.length - 1;
  const which = others > 0 ? `this statement, or of one of the ${others} after it,` : "this statement";
  return new EnvironmentError({
    message: `The embedded database died of ${which} in ${named(location.file)}: ${visible(message2)}.`,
    remedy: RULES["embedded-cannot-replay"].remedy,
    cause,
    blocker: { rule: "embedded-cannot-replay", location, statement: firstLineAt(sql, word) }
  });
}
var firstLineAt = (sql, offset) => (sql.slice(offset).split(/\r?\n/, 1)[0] ?? "").trim();
var recordOf = ({ version, name }, statements) => ({
  text: RECORD,
  parameters: [
    { type: TEXT, value: version },
    { type: TEXT, value: name },
    { type: TEXT_ARRAY, value: arrayValue(statements.map(({ text }) => text)) }
  ]
});
function refusedStatement({ file, sql }, failing, error) {
  const word = failing.start + firstWord(failing.text);
  const offset = error.position === void 0 ? word : offsetOfCharacter(sql, failing.start, error.position);
  return {
    status: "failed",
    file,
    ...lineAndColumn(sql, offset),
    statement: firstLineAt(sql, word),
    ...serverWords(error)
  };
}
function refusedFile({ file, sql }, last, error) {
  const roleHint = error.sqlState === "42501" ? "The file ends under another role, which may not record it: end it with `reset role`." : "The database refuses the end of the file, where its transaction is committed and recorded.";
  const offset = last === void 0 ? 0 : last.start + firstWord(last.text);
  const words = serverWords({ ...error, hint: roleHint });
  return { status: "failed", file, ...lineAndColumn(sql, offset), statement: "", ...words };
}
function serverWords({
  sqlState,
  message: message2,
  detail,
  hint
}) {
  return { sqlState, message: message2, ...detail && { detail }, ...hint && { hint } };
}
function offsetOfCharacter(text, start, position) {
  let offset = start;
  for (let character = 1; character < position && offset < text.length; character++) {
    offset += (text.codePointAt(offset) ?? 0) > 65535 ? 2 : 1;
  }
  return offset;
}
async function must(session, sql) {
  const { error } = await session.run(sql);
  if (error) throw new Error(`${error.message} (${error.sqlState}) in: ${sql}`);
}

export {
  builtObjects,
  builtParts,
  knownObjects,
  serverVersion,
  recordedVersions,
  simpleQuery,
  pipeline,
  DatabaseStopped,
  RESET_SESSION,
  replay,
  refusedCopy,
  refusedStatement,
  refusedFile
};
