import {
  GENERATOR,
  generateTypes
} from "./chunk-RGBF4MPV.js";
import {
  firstLineAt,
  leftOpenBy,
  refusedFile,
  refusedStatement,
  undoneReplay,
  withoutCopyFromStdin
} from "./chunk-ZUV7FCNZ.js";
import {
  catalogObjects,
  installedExtensions,
  knownObjects,
  recordedVersions,
  serverVersion
} from "./chunk-CK2GHEO7.js";
import {
  ROLES,
  SERVER_LIMIT,
  Sent,
  bundlesFor,
  fileOf,
  layVersions,
  limitFiles,
  startFailure
} from "./chunk-2F5BOPVJ.js";
import {
  executionSteps,
  firstWord,
  splitStatements
} from "./chunk-VYQOUJSW.js";
import "./chunk-PHKX5COY.js";
import "./chunk-ZUCB7KWV.js";
import "./chunk-XOYFCOSZ.js";
import {
  named
} from "./chunk-W7C5KHYQ.js";
import {
  REPLAY_ELSEWHERE,
  visible
} from "./chunk-WU3HVZMK.js";
import "./chunk-3WGEH7NJ.js";
import {
  lineAndColumn
} from "./chunk-V526W2HQ.js";
import {
  EnvironmentError,
  isKnownError,
  messageOf
} from "./chunk-COC3XPBN.js";

// src/database/embedded/engine.ts
import { readFile } from "node:fs/promises";
import { setFlagsFromString } from "node:v8";
import { PGlite } from "./vendor/electric-sql-pglite.js";
import pgTypes from "./vendor/pg-types.js";

// src/database/platform/snapshot-files.ts
var BLOCK = 512;
var REGULAR_FILE = 33206;
function unpack(tar, folder, files) {
  const made = /* @__PURE__ */ new Set();
  const ensure = (directory) => {
    if (made.has(directory)) return;
    if (directory !== folder) ensure(directory.slice(0, directory.lastIndexOf("/")));
    files.mkdir(directory);
    made.add(directory);
  };
  ensure(folder);
  for (let at = 0; at + BLOCK <= tar.length; ) {
    const { name, size, isFolder } = readHeader(tar.subarray(at, at + BLOCK));
    if (name === "") break;
    const path = `${folder}/${name}`;
    if (isFolder) ensure(path);
    else {
      ensure(path.slice(0, path.lastIndexOf("/")));
      const contents = tar.subarray(at + BLOCK, at + BLOCK + size);
      Object.assign(files.mknod(path, REGULAR_FILE, 0), { contents, usedBytes: size });
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}
var ascii = new TextDecoder("ascii");
function readHeader(header) {
  const text = (start2, end) => ascii.decode(header.subarray(start2, end)).replace(/\0.*$/s, "");
  const name = text(0, 100);
  return {
    name: name.replace(/^\/+|\/+$/g, ""),
    size: Number.parseInt(text(124, 136), 8) || 0,
    isFolder: text(156, 157) === "5" || name.endsWith("/")
  };
}

// src/database/platform/start.ts
var SETTINGS = {
  search_path: '"$user",public,extensions',
  wal_level: "logical",
  // PostgreSQL clears its buffers at the start; 128 MB of them, the default, take a fifth of it.
  shared_buffers: "32MB",
  // The CLI sets these on the local database; migrations read them with current_setting.
  "app.settings.jwt_exp": "3600",
  "app.settings.jwt_secret": "stand-in"
};
var startParams = (defaults) => [
  ...defaults,
  ...Object.entries(SETTINGS).flatMap(([name, value]) => ["-c", `${name}=${value}`])
];

// src/database/session.ts
var DatabaseStopped = class extends Error {
  name = "DatabaseStopped";
};

// src/database/embedded/protocol.ts
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

// src/database/embedded/engine.ts
var ASSETS = new URL(
  import.meta.url.endsWith(".ts") ? "../../../dist/platform/" : "./platform/",
  import.meta.url
);
var NO_INITDB = new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
async function openEmbedded(options) {
  const sent = new Sent(options.answers);
  try {
    return asSession(await start(options, sent), sent);
  } catch (error) {
    throw startFailure(error);
  }
}
async function start({ extensions, files: limit }, sent) {
  setFlagsFromString("--liftoff-only");
  const asset = (name) => readFile(new URL(name, ASSETS));
  const [pgliteWasmModule, files, snapshot, bundles] = await Promise.all([
    asset("pglite.wasm").then((bytes) => WebAssembly.compile(bytes)),
    asset("pglite.data"),
    asset("snapshot.tar"),
    asset("extensions.json").then((json) => bundlesFor(extensions, json.toString("utf8")))
  ]);
  const pglite = await PGlite.create({
    pgliteWasmModule,
    initdbWasmModule: NO_INITDB,
    fsBundle: new Blob([files]),
    fs: filesOf(snapshot, sent),
    startParams: startParams(PGlite.defaultStartParams),
    extensions: Object.fromEntries(
      bundles.map((file) => {
        const bundlePath = new URL(`extensions/${file}`, ASSETS);
        const name = file.replace(/\.tar\.gz$/, "");
        return [name, { name, setup: async () => ({ bundlePath }) }];
      })
    )
  });
  layVersions(extensions, pglite.Module.FS);
  limitFiles(pglite.Module.FS, limit);
  pglite.Module.FS.unlink("/dev/blob");
  return pglite;
}
var PAGES_A_MIB = 16;
var INITIAL_PAGES = 128 * PAGES_A_MIB;
async function shippedDigests() {
  const digests = JSON.parse(await readFile(new URL("modules.json", ASSETS), "utf8"));
  return Object.values(digests);
}
function filesOf(snapshot, sent) {
  let server;
  return {
    init: async (pglite, emscriptenOpts) => {
      server = pglite;
      const maximum = SERVER_LIMIT * PAGES_A_MIB;
      const wasmMemory = new WebAssembly.Memory({ initial: Math.min(INITIAL_PAGES, maximum), maximum });
      const preRun = [...emscriptenOpts.preRun ?? [], (module) => sent.countOf(module)];
      return { emscriptenOpts: { ...emscriptenOpts, preRun, wasmMemory } };
    },
    initialSyncFs: async () => {
      if (server) unpack(snapshot, PGlite.paths.PGDATA, server.Module.FS);
    },
    syncToFs: async () => void 0,
    closeFs: async () => server?.Module.FS.quit(),
    dumpTar: () => Promise.reject(new Error("the shadow database is never dumped"))
  };
}
function asSession(pglite, sent) {
  const parsers = parsersOfPg(pglite);
  return {
    pglite,
    checkSent: () => sent.check(),
    run: (sql) => send(pglite, sent, simpleQuery(sql), 1),
    runBatch: (statements) => send(pglite, sent, pipeline(statements), statements.length),
    query: (sql) => {
      sent.forget();
      return pglite.query(sql, [], { parsers });
    },
    exec: async (sql) => {
      sent.forget();
      await pglite.exec(sql);
    },
    close: () => pglite.close()
  };
}
var LAST_READ = 4e3;
function parsersOfPg({ parsers }) {
  const types = /* @__PURE__ */ new Set([...Array(LAST_READ).keys(), ...Object.keys(parsers).map(Number)]);
  return Object.fromEntries([...types].map((type) => [type, pgTypes.getTypeParser(type)]));
}
var NO_TRANSACTION = "I";
async function send(pglite, sent, bytes, atLeast) {
  sent.forget();
  const messages = await pglite.execProtocolStream(bytes, { throwOnError: false, syncToFs: false }).finally(() => sent.check()).catch((cause) => {
    throw new DatabaseStopped(messageOf(cause), { cause });
  });
  const completed = messages.filter(({ name }) => name === "commandComplete" || name === "emptyQuery").length;
  const failure = messages.find((message2) => message2.name === "error");
  const ready = messages.find(({ name }) => name === "readyForQuery");
  if (ready === void 0 || failure === void 0 && completed < atLeast) {
    throw new DatabaseStopped("it gave no answer");
  }
  const isOpen = Reflect.get(ready, "status") !== NO_TRANSACTION;
  if (failure === void 0) return { completed, ...isOpen && { isOpen } };
  const field = (name) => {
    const value = Reflect.get(failure, name);
    return typeof value === "string" ? value : void 0;
  };
  return {
    completed,
    ...isOpen && { isOpen },
    error: {
      sqlState: field("code") ?? "XX000",
      message: field("message") ?? "the server gave no message",
      detail: field("detail"),
      hint: field("hint"),
      where: field("where"),
      position: Number(field("position") ?? 0) || void 0
    }
  };
}

// src/database/embedded/replay.ts
var CREATE_HISTORY = `
set local lock_timeout = '4s';
create schema if not exists supabase_migrations;
create table if not exists supabase_migrations.schema_migrations (version text not null primary key);
alter table supabase_migrations.schema_migrations add column if not exists statements text[];
alter table supabase_migrations.schema_migrations add column if not exists name text;`;
var RESET_SESSION = "reset all; set session authorization postgres; reset role";
var RECORD = "insert into supabase_migrations.schema_migrations(version, name, statements) values($1, $2, $3)";
async function replay(session, plan, onProgress, onFile) {
  const { outcome, open: open2 } = await runAll(session, plan, onProgress, onFile);
  await restoreSession(session);
  if (open2.length === 0) return outcome;
  const recorded = new Set(await recordedVersions(session).catch(() => []));
  const lost = open2.filter(({ history }) => history === void 0 || !recorded.has(history.version));
  if (lost.length === 0) return outcome;
  return undoneReplay(leftOpenBy(lost), plan, outcome.status === "failed" ? outcome : void 0);
}
async function restoreSession(session) {
  for (const statement of ["rollback", RESET_SESSION, "discard all"]) await session.run(statement);
}
async function nextId(session) {
  const next = `select pg_catalog.pg_nextoid('pg_class', 'oid', 'pg_class_oid_index')::int8::float8 as id`;
  const { rows } = await session.query(next).catch(() => ({ rows: [] }));
  return rows[0]?.id ?? 0;
}
async function runAll(session, { secrets = [], roles, migrations }, onProgress, onFile) {
  const open2 = [];
  for (const { name, value } of secrets)
    await must(
      session,
      `select vault.create_secret(${literal(value)}, ${literal(name)})`,
      "vault.create_secret"
    );
  if (roles !== void 0) {
    const script = { file: ROLES, sql: roles };
    const { failure, isOpen } = await runScript(session, script);
    if (failure) return { outcome: { ...failure, applied: 0 }, open: open2 };
    if (isOpen) return { outcome: { status: "replayed", applied: 0 }, open: [script] };
  }
  await must(session, CREATE_HISTORY);
  let applied = 0;
  for (const { file, version, name, sql } of migrations) {
    await must(session, RESET_SESSION);
    if (onFile) onFile({ file, id: await nextId(session) });
    const script = { file, sql, history: { version, name } };
    const { failure, isOpen } = await runScript(session, script);
    if (failure) return { outcome: { ...failure, applied }, open: open2 };
    if (isOpen) open2.push(script);
    applied += 1;
    onProgress(applied);
  }
  return { outcome: { status: "replayed", applied }, open: open2 };
}
async function runScript(session, script) {
  const statements = splitStatements(script.sql);
  const steps = executionSteps(statements.map(withoutCopyFromStdin), script.sql);
  if (steps.at(-1)?.alone !== false) steps.push({ statements: [], alone: false });
  let isOpen = false;
  for (const [index, step] of steps.entries()) {
    const isLast = index === steps.length - 1;
    const record = isLast && script.history ? [recordOf(script.history, statements)] : [];
    const [only] = step.statements;
    const at = (one) => `${script.file}:${one.start}`;
    const sent = step.alone && only ? session.run(only.text, at(only)) : session.runBatch([...step.statements.map((one) => ({ text: one.text, at: at(one) })), ...record]);
    const { completed, error, ...state } = await sent.catch((cause) => {
      throw cause instanceof DatabaseStopped ? stoppedIn(script, step.statements, cause) : cause;
    });
    isOpen = state.isOpen === true;
    if (!error) continue;
    const failing = step.statements[completed];
    const failure = failing ? refusedStatement(script, failing, error) : refusedFile(script, statements.at(-1), error);
    return { failure };
  }
  return { isOpen };
}
function stoppedIn({ file, sql }, statements, { message: message2, cause }) {
  const [first] = statements;
  const word = first === void 0 ? 0 : first.start + firstWord(first.text);
  const location = { file: fileOf(file), ...lineAndColumn(sql, word) };
  const others = statements.length - 1;
  const which = others > 0 ? `this statement, or of one of the ${others} after it,` : "this statement";
  return new EnvironmentError({
    message: `The embedded database died of ${which} in ${named(location.file)}: ${visible(message2)}.`,
    remedy: REPLAY_ELSEWHERE,
    cause,
    blocker: { rule: "embedded-cannot-replay", location, statement: firstLineAt(sql, word) }
  });
}
var recordOf = ({ version, name }, statements) => ({
  text: RECORD,
  parameters: [
    { type: TEXT, value: version },
    { type: TEXT, value: name },
    { type: TEXT_ARRAY, value: arrayValue(statements.map(({ text }) => text)) }
  ]
});
async function must(session, sql, shown = sql) {
  const { error } = await session.run(sql);
  if (error) throw new Error(`${error.message} (${error.sqlState}) in: ${shown}`);
}
var literal = (text) => `e'${text.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;

// src/database/embedded/server.ts
var MAX_CONNECTIONS = 20;
var HOST = "127.0.0.1";
async function serveOnLoopback(database, avoid, listener2) {
  const { PGLiteSocketServer } = await import("./vendor/electric-sql-pglite-socket.js");
  const db = overheard(database, listener2);
  const listen = async () => {
    const server = new PGLiteSocketServer({ db, host: HOST, port: 0, maxConnections: MAX_CONNECTIONS });
    await server.start();
    return { port: Number(server.getServerConn().split(":").at(-1)), stop: () => server.stop() };
  };
  const first = await listen();
  if (first.port !== avoid) return first;
  const second = await listen();
  await first.stop();
  return second;
}
var overheard = (database, listener2) => new Proxy(database.pglite, {
  get(target, name) {
    if (name === "execProtocolRawStream") return streamOf(database, listener2);
    const value = Reflect.get(target, name, target);
    return typeof value === "function" ? value.bind(target) : value;
  }
});
var streamOf = ({ pglite, checkSent }, { onBreak, onRefusal }) => async (message2, options) => {
  let answer2 = [];
  const onRawData = (data) => {
    answer2 = [...answer2, data.slice()].slice(-LAST_PIECES);
    options?.onRawData(data);
  };
  try {
    await pglite.execProtocolRawStream(message2, { ...options, onRawData }).finally(checkSent);
  } catch (cause) {
    onBreak(cause);
    throw cause;
  }
  const refusal2 = lastRefusal(Buffer.concat(answer2));
  if (refusal2) onRefusal(refusal2);
};
var LAST_PIECES = 4;
var ERROR_RESPONSE = /E[\s\S]{4}(S(?:ERROR|FATAL|PANIC)\0V[\s\S]*?)\0\0/g;
function lastRefusal(answer2) {
  const found = [...answer2.toString("latin1").matchAll(ERROR_RESPONSE)].at(-1)?.[1];
  if (found === void 0) return void 0;
  const fields = new Map(
    found.split("\0").map((field) => [field.charAt(0), Buffer.from(field.slice(1), "latin1").toString("utf8")])
  );
  return { sqlState: fields.get("C") ?? "", message: fields.get("M") ?? "", hint: fields.get("H") };
}

// src/database/embedded/trace.ts
var AT = "drift_gate.at";
var FACTS = {
  pg_class: `'name', relname, 'schema', relnamespace, 'kind', relkind, 'owner', relowner, 'row-level security', relrowsecurity,
    'forced', relforcerowsecurity, 'options', reloptions, 'rows', reltype, 'replica identity', relreplident, 'persistence', relpersistence, 'partition', pg_get_expr(relpartbound, oid),
    'sequence', (select to_jsonb(s) from pg_sequence s where seqrelid = oid)`,
  pg_attribute: `'name', attname, 'type', atttypid, 'modifier', atttypmod, 'not null', attnotnull, 'identity', attidentity,
    'generated', attgenerated, 'storage', attstorage, 'collation', attcollation, 'default',
    (select d.oid from pg_attrdef d where d.adrelid = attrelid and d.adnum = attnum)`,
  pg_constraint: `'name', conname, 'table', conrelid, 'kind', contype, 'valid', convalidated, 'deferrable', condeferrable,
    'columns', conkey, 'target', confrelid, 'target columns', confkey`,
  pg_type: `'name', typname, 'schema', typnamespace, 'not null', typnotnull, 'base', typbasetype, 'owner', typowner,
    'kind', typtype, 'default', typdefault, 'array', typarray`,
  pg_enum: `'name', enumlabel, 'type', enumtypid, 'order', enumsortorder`,
  pg_trigger: `'name', tgname, 'table', tgrelid, 'firing', tgenabled, 'function', tgfoid, 'events', tgtype, 'when', md5(tgqual)`,
  pg_rewrite: `'name', rulename, 'table', ev_class, 'firing', ev_enabled, 'definition', md5(ev_action)`,
  pg_policy: `'name', polname, 'table', polrelid, 'command', polcmd, 'mode', polpermissive, 'roles', polroles, 'using', polqual, 'check', polwithcheck`,
  pg_default_acl: `'name', defaclrole::regrole::text || coalesce(' in ' || (select nspname from pg_namespace n where n.oid = defaclnamespace), ''),
    'type', defaclobjtype, 'acl', defaclacl`,
  pg_proc: `'name', proname, 'schema', pronamespace, 'owner', proowner, 'types', coalesce(proallargtypes, proargtypes::oid[]),
    'names', proargnames, 'modes', proargmodes, 'defaults', pronargdefaults, 'returns', prorettype, 'set', proretset, 'rows', prorows,
    'body', md5(prosrc), 'settings', proconfig, 'volatility', provolatile, 'definer', prosecdef, 'language', prolang`
};
var factsOf = (catalogue, which) => `select number, '${catalogue}'::regclass, ${catalogue === "pg_attribute" ? "attrelid, attnum" : "oid, 0"}, jsonb_build_object(${FACTS[catalogue]})
    from ${catalogue} where ${which}`;
var WRITTEN = "(age(xmin) <= since and cmin::text::bigint > noted)";
var NOTED = "drift_gate.noted";
var SETTINGS2 = "set search_path = pg_catalog set plan_cache_mode = force_generic_plan set enable_seqscan = off";
var KEPT = ["pg_proc", "pg_constraint", "pg_trigger", "pg_rewrite", "pg_policy"];
var FIRST = '"!drift_gate_note"';
var INSTALL = `
create schema drift_gate;
create table drift_gate.events (number bigint generated always as identity primary key, at text, tag text, context text);
create table drift_gate.states (event bigint, catalogue oid, id oid, part int, facts jsonb, dropped text[]);
create table drift_gate.before as
  select 'pg_class'::regclass::oid as catalogue, oid as id, 0 as part from pg_class
  union all select 'pg_attribute'::regclass, attrelid, attnum from pg_attribute where attnum > 0
  union all select 'pg_extension'::regclass, oid, 0 from pg_extension
  union all select 'pg_publication'::regclass, oid, 0 from pg_publication
  union all select 'pg_default_acl'::regclass, oid, 0 from pg_default_acl;

create function drift_gate.add_event(tag text) returns bigint language plpgsql ${SETTINGS2} as $$
declare context text; added bigint;
begin
  get diagnostics context = pg_context;
  insert into drift_gate.events (at, tag, context)
  values (current_setting('${AT}', true), tag, regexp_replace(context, '^.*drift_gate\\.note\\w*\\(\\)[^\\n]*\\n?', ''))
  returning number into added;
  return added;
end $$;

create function drift_gate.command_of(event bigint) returns text language sql ${SETTINGS2} as
$$ select cmin::text from drift_gate.events where number = event $$;

create function drift_gate.noted() returns bigint language sql ${SETTINGS2} as
$$ select coalesce(nullif(current_setting('${NOTED}', true), ''), '-1')::bigint $$;

create function drift_gate.note_relations(number bigint, ids oid[], since int, noted bigint) returns void language plpgsql ${SETTINGS2} as $$
begin
  if exists (select from pg_class where oid = any (ids) and relhassubclass) then
    with recursive tree (id) as (
      select unnest(ids) union select inhrelid from pg_inherits join tree on inhparent = id)
    select array_agg(id) into ids from tree;
  end if;
  -- What belongs to a table moves with it, and a key is renamed by its index.
  ids := ids || array(select indrelid from pg_index where indexrelid = any (ids))
    || array(select objid from pg_depend where refclassid = 'pg_class'::regclass and refobjid = any (ids)
              and classid = 'pg_class'::regclass and deptype in ('a', 'i'))
    || array(select conindid from pg_constraint where conrelid = any (ids) and contype in ('p', 'u', 'x'));
  insert into drift_gate.states (event, catalogue, id, part, facts)
  ${factsOf("pg_class", `oid = any (ids) and (${WRITTEN} or relkind = 'S')`)}
  union all ${factsOf("pg_attribute", `attrelid = any (ids) and attnum > 0 and not attisdropped and ${WRITTEN}`)}
  union all ${factsOf("pg_constraint", `conrelid = any (ids) and ${WRITTEN}`)}
  union all ${factsOf("pg_trigger", `tgrelid = any (ids) and not tgisinternal and ${WRITTEN}`)}
  union all ${factsOf("pg_rewrite", `ev_class = any (ids) and ${WRITTEN}`)};
end $$;

create function drift_gate.note_object(number bigint, catalogue oid, object oid, since int, noted bigint) returns void language plpgsql ${SETTINGS2} as $$
begin
  case catalogue
    when 'pg_type'::regclass then
      insert into drift_gate.states (event, catalogue, id, part, facts)
      ${factsOf("pg_type", "oid = object")} union all ${factsOf("pg_enum", `enumtypid = object and ${WRITTEN}`)};
    ${KEPT.map(
  (one) => `when '${one}'::regclass then
      insert into drift_gate.states (event, catalogue, id, part, facts) ${factsOf(one, "oid = object")};`
).join("\n    ")}
    else
      execute format('insert into drift_gate.states (event, catalogue, id, part, facts)
        select $1, $2, oid, 0, to_jsonb(t) from %s t where oid = $3', catalogue::regclass) using number, catalogue, object;
  end case;
end $$;

create function drift_gate.note() returns event_trigger language plpgsql security definer ${SETTINGS2} as $$
declare number bigint; ids oid[]; since int; noted bigint := drift_gate.noted(); command record;
begin
  if tg_tag not in ('GRANT', 'REVOKE')
     and not exists (select from pg_event_trigger_ddl_commands() where not in_extension) then return; end if;
  since := age(pg_current_xact_id()::xid);
  number := drift_gate.add_event(tg_tag);
  perform set_config('${NOTED}', drift_gate.command_of(number), true);
  if tg_tag in ('COMMENT', 'SECURITY LABEL') then
    insert into drift_gate.states (event, catalogue, id, part)
    select number, classid, objid, objsubid from pg_event_trigger_ddl_commands();
    return;
  end if;
  if tg_tag = 'ALTER DEFAULT PRIVILEGES' then
    insert into drift_gate.states (event, catalogue, id, part, facts) ${factsOf("pg_default_acl", WRITTEN)};
    return;
  end if;
  select array_agg(id) into ids from (
    select objid from pg_event_trigger_ddl_commands() where classid = 'pg_class'::regclass and not in_extension
    union select typrelid from pg_event_trigger_ddl_commands() join pg_type t on t.oid = objid
     where classid = 'pg_type'::regclass and typrelid <> 0 and not in_extension) touched (id);
  if tg_tag = 'ALTER TABLE' and exists (select from pg_class where oid = any (ids) and relkind = 'p') then
    ids := ids || array(select oid from pg_class where relkind in ('r', 'p') and ${WRITTEN});
  end if;
  if ids is not null then perform drift_gate.note_relations(number, ids, since, noted); end if;
  for command in
    select distinct classid, objid from pg_event_trigger_ddl_commands()
     where not in_extension and classid <> 'pg_class'::regclass
  loop
    perform drift_gate.note_object(number, command.classid, command.objid, since, noted);
  end loop;
exception when others then null;
end $$;

create function drift_gate.note_dropped() returns event_trigger language plpgsql security definer ${SETTINGS2} as $$
declare number bigint;
begin
  number := drift_gate.add_event(tg_tag);
  insert into drift_gate.states (event, catalogue, id, part, dropped)
  select number, classid, objid, objsubid, address_names
    from pg_event_trigger_dropped_objects() where classid <> 'pg_attrdef'::regclass;
exception when others then null;
end $$;

create event trigger ${FIRST} on ddl_command_end execute function drift_gate.note();
create event trigger drift_gate_note_dropped on sql_drop execute function drift_gate.note_dropped();
alter event trigger ${FIRST} enable always;
alter event trigger drift_gate_note_dropped enable always;`;
var EVENTS = "select number::int, coalesce(at, '') as at, tag, context from drift_gate.events order by number";
var STATES = `
with ordered as (
  select *, lag(facts) over object as before, row_number() over object as turn from drift_gate.states
   where facts is not null window object as (partition by catalogue, id, part order by event)
), told as (
  select -1 as event, 'pg_namespace'::regclass::oid as catalogue, oid as id, 0 as part, jsonb_build_object('nspname', nspname) as facts,
         null::text[] as changed, null::text[] as dropped
    from pg_namespace n
   where not exists (select from drift_gate.states s where s.catalogue = 'pg_namespace'::regclass and s.id = n.oid)
  union all
  select -1, 'pg_class'::regclass, oid, 0, jsonb_build_object('name', relname, 'schema', relnamespace, 'kind', relkind, 'rows', reltype),
         null, null
    from pg_class c where relkind in ('r', 'p', 'v', 'm', 'f')
     and not exists (select from drift_gate.states s where s.catalogue = 'pg_class'::regclass and s.id = c.oid and s.part = 0)
  union all
  select o.event, o.catalogue, o.id, o.part, o.facts,
         case when o.turn > 1 then array(select key from jsonb_each(o.facts) where o.before -> key is distinct from value)
              when b.id is not null then array(select jsonb_object_keys(o.facts)) end, null
    from ordered o left join drift_gate.before b using (catalogue, id, part) where o.facts is distinct from o.before
  union all
  select event, catalogue, id, part, null, case when dropped is null then array['comment'] end, dropped
    from drift_gate.states where facts is null
)
select event::int, catalogue::regclass::text as catalogue, id::int8::float8 as id, part, facts, changed, dropped
  from told order by event`;
async function traced(session) {
  const { error } = await session.run(INSTALL);
  if (error) throw new Error(`${error.message} (${error.sqlState}) in the trace`);
  const announce = (at) => `set ${AT} = ${literal(at)}`;
  return {
    query: session.query,
    run: async (sql, at) => {
      if (at !== void 0) await session.run(announce(at));
      return await session.run(sql);
    },
    runBatch: async (statements) => {
      const sent = statements.flatMap(
        (one) => one.at === void 0 ? [one] : [{ text: announce(one.at) }, one]
      );
      const outcome = await session.runBatch(sent);
      return { ...outcome, completed: ownAmong(sent.slice(0, outcome.completed), statements) };
    }
  };
}
var ownAmong = (completed, statements) => completed.filter((one) => statements.includes(one)).length;
async function readTrace(session) {
  try {
    const events = await session.query(EVENTS);
    const states = await session.query(STATES);
    const places = new Map(events.rows.map(({ number }, place) => [number, place]));
    return {
      events: events.rows.map(eventOf),
      states: states.rows.map(({ event, facts, changed, dropped, ...row }) => ({
        ...row,
        event: places.get(event) ?? -1,
        ...facts && { facts },
        ...changed && { changed },
        ...dropped && { dropped }
      }))
    };
  } catch {
    return { events: [], states: [] };
  }
}
function eventOf({ at, tag, context }) {
  const [, file = "", offset = ""] = /^(.*):(\d+)$/s.exec(at) ?? [];
  return { file, offset: Number(offset), tag, context };
}

// src/database/embedded/walls.ts
import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { Socket } from "node:net";
function compileOnly(digests) {
  const shipped = new Set(digests);
  const { Module, compile, instantiate } = WebAssembly;
  const checked = (source) => {
    const bytes = copyOf(source);
    if (!isTrampoline(bytes) && !shipped.has(createHash("sha256").update(bytes).digest("hex")))
      throw new WebAssembly.CompileError("this WebAssembly is none that Drift Gate ships");
    return bytes;
  };
  const GuardedModule = new Proxy(Module, { construct: (target, [source]) => new target(checked(source)) });
  const refuseStream = () => Promise.reject(new WebAssembly.CompileError("WebAssembly is not compiled of a stream here"));
  fix(Module.prototype, { constructor: GuardedModule });
  fix(WebAssembly, {
    Module: GuardedModule,
    compile: async (source) => await compile(checked(source)),
    instantiate: async (source, imports) => await (source instanceof Module ? instantiate(source, imports) : instantiate(checked(source), imports)),
    compileStreaming: refuseStream,
    instantiateStreaming: refuseStream
  });
  fix(globalThis, { WebAssembly });
}
function copyOf(source) {
  if (source instanceof ArrayBuffer) return new Uint8Array(source.slice(0));
  if (!ArrayBuffer.isView(source)) throw new TypeError("WebAssembly is compiled of bytes");
  return new Uint8Array(new Uint8Array(source.buffer, source.byteOffset, source.byteLength));
}
function fix(target, values) {
  for (const [name, value] of Object.entries(values))
    Object.defineProperty(target, name, { value, writable: false, configurable: false });
}
var HEAD = [0, 97, 115, 109, 1, 0, 0, 0, 1];
var TAIL = [2, 7, 1, 1, 101, 1, 102, 0, 0, 7, 5, 1, 1, 102, 0, 0];
var FUNCTION_TYPE = 96;
var VALUE_TYPES = /* @__PURE__ */ new Set([127, 126, 125, 124, 111]);
var MOST_PARAMETERS = 100;
function isTrampoline(bytes) {
  const count = bytes[HEAD.length + 3] ?? 0;
  if (count > MOST_PARAMETERS) return false;
  const start2 = HEAD.length + 4;
  const parameters = [...bytes.subarray(start2, start2 + count)];
  const results = [...bytes.subarray(start2 + count + 1, bytes.length - TAIL.length)];
  if (results.length > 1 || ![...parameters, ...results].every((type2) => VALUE_TYPES.has(type2))) return false;
  const type = [1, FUNCTION_TYPE, count, ...parameters, results.length, ...results];
  const made = [...HEAD, type.length, ...type, ...TAIL];
  return made.length === bytes.length && made.every((byte, index) => byte === bytes[index]);
}
function withoutReach() {
  const nothing = () => {
    throw new Error("this process reaches no other one");
  };
  fix(Socket.prototype, { connect: nothing });
  fix(process, {
    kill: nothing,
    _kill: nothing,
    _debugProcess: nothing,
    // The loader of PGlite asks for the names of constants, by a call that the permission model refuses.
    binding: () => ({ fs: constants })
  });
}

// src/database/embedded/worker.ts
if (process.send === void 0) throw new Error("shadow-worker.ts runs as a process that shadow.ts starts");
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void 0);
process.on("disconnect", () => process.exit());
process.on("uncaughtException", die);
process.once("message", (input) => converse(open(input)));
var post = (message2) => void process.send?.(message2);
async function open({ extensions, walls }) {
  if (walls.onlyShippedModules) compileOnly(await shippedDigests());
  if (walls.confined) withoutReach();
  return await openEmbedded({ extensions });
}
function converse(opening) {
  let conversation = opening.catch(() => void 0);
  process.on("message", ({ id, request }) => {
    conversation = conversation.then(async () => {
      try {
        post({
          id,
          reply: await answer(await opening, request, (progress) => post({ id, progress }))
        });
      } catch (error) {
        post({
          id,
          error: {
            message: messageOf(error),
            ...isKnownError(error) && { remedy: error.words.remedy, blocker: error.blocker }
          }
        });
      }
    });
  });
}
async function answer(database, request, onProgress) {
  switch (request.method) {
    case "open":
      return { method: "open", postgresVersion: await serverVersion(database) };
    case "serve": {
      const { port: served } = await serveOnLoopback(database, request.avoidPort, listener);
      return { method: "serve", port: served };
    }
    case "takeOver":
      await restoreSession(database);
      return { method: "takeOver", ...refusal && { refusal } };
    case "recordedVersions":
      return { method: "recordedVersions", versions: await recordedVersions(database) };
    case "objects":
      return { method: "objects", objects: await knownObjects(database) };
    case "catalogObjects":
      return { method: "catalogObjects", built: await catalogObjects(database, firstIds) };
    case "extensions":
      return { method: "extensions", extensions: await installedExtensions(database) };
    case "replay": {
      const onFile = (first) => void firstIds.push(first);
      return { method: "replay", outcome: await replay(database, request.plan, onProgress, onFile) };
    }
    case "trace": {
      const { status } = await replay(await traced(database), request.plan, onProgress);
      const trace = await readTrace(database);
      return {
        method: "trace",
        trace: { ...trace, isWhole: status === "replayed" && trace.events.length > 0 }
      };
    }
    case "generateTypes":
      return {
        method: "generateTypes",
        text: await generateTypes(database, request.schemas),
        generator: GENERATOR
      };
    case "catalogue":
      return { method: "catalogue", catalogue: await (await reader(database)).readCatalogue(database) };
    case "rehearse":
      return {
        method: "rehearse",
        catalogue: await (await reader(database)).rehearse(database, request.statements)
      };
    default:
      return request;
  }
}
async function reader(database) {
  const loaded = await import("./catalogue-2XS2FEKR.js");
  await loaded.helpPlanner(database);
  return loaded;
}
var firstIds = [];
var refusal;
var listener = {
  onBreak: die,
  onRefusal: (error) => {
    refusal = error;
  }
};
function die(cause) {
  process.send?.({ death: messageOf(cause) }, () => process.exit());
}
