import {
  readCatalogue
} from "./chunk-Z247NZOL.js";
import "./chunk-K6CUPHRV.js";
import {
  asSession,
  openConnection
} from "./chunk-Z35UIZ47.js";
import "./chunk-G26GU4NY.js";
import "./chunk-CQJQNQWS.js";
import {
  GENERATOR,
  readTypes
} from "./chunk-RGBF4MPV.js";
import {
  catalogObjects,
  installedExtensions,
  serverVersion
} from "./chunk-CK2GHEO7.js";
import "./chunk-ZUCB7KWV.js";
import {
  RELATION_RELKINDS
} from "./chunk-XOYFCOSZ.js";
import {
  UNREADABLE,
  decoded,
  elsewhereOf,
  isDatabaseUrl,
  option,
  parsed,
  passwordsOf,
  spellings,
  visible
} from "./chunk-WU3HVZMK.js";
import {
  byText
} from "./chunk-3WGEH7NJ.js";
import {
  EnvironmentError,
  UsageError,
  messageOf,
  perSurface
} from "./chunk-COC3XPBN.js";

// src/options/live-url.ts
var SSL_MODES = ["disable", "prefer", "require", "verify-ca", "verify-full"];
var SUPABASE = "supabase\\.(co|com|net|in|red|green)\\.?$";
var POOLER = new RegExp(`\\.pooler\\.${SUPABASE}`, "i");
var DIRECT = new RegExp(`^db\\.[^.]+\\.${SUPABASE}`, "i");
var TRANSACTION_PORT = 6543;
var isDirectHost = (host) => DIRECT.test(host);
var SESSION_POOLER = "Take the connection string of the session pooler: in the dashboard, Connect, Session pooler, port 5432.";
var isTransactionPooler = ({ host, port }) => port === TRANSACTION_PORT && (POOLER.test(host) || isDirectHost(host));
var ENCODED = "Percent-encode the user and the password, for example `#` as %23 and `@` as %40.";
var NOT_TAKEN = ["port", "user", "password", "dbname", "sslcert", "sslkey", "requiressl"];
function readLiveUrl(text, ca) {
  const url = parsed(text);
  if (!isDatabaseUrl(text) || url === void 0 || url.hostname === "" || isMisread(url, text))
    return { fault: UNREADABLE, remedy: ENCODED };
  if (/\[(your-)?password\]/i.test(decoded(url.password)))
    return {
      fault: "has a URL with the words [YOUR-PASSWORD] in place of the password",
      remedy: "Put the password of the database in their place, percent-encoded."
    };
  const other = elsewhereOf(url) ?? NOT_TAKEN.find((name) => url.searchParams.has(name));
  if (other !== void 0)
    return {
      fault: `has a URL with the parameter \`${other}\`, which is not taken`,
      remedy: "Take it out; host, port, user, password and database stand before the `?`."
    };
  const host = decoded(url.hostname).replace(/^\[(.*)\]$/, "$1");
  const port = url.port === "" ? 5432 : Number(url.port);
  const tls = tlsOf(url.searchParams, host, ca);
  if ("fault" in tls) return tls;
  return {
    host,
    port,
    user: filled(url.username),
    password: filled(url.password),
    database: filled(url.pathname.slice(1)),
    options: url.searchParams.get("options") ?? void 0,
    ...tls
  };
}
var filled = (text) => text === "" ? void 0 : decoded(text);
var isMisread = ({ hash, username }, text) => hash !== "" || username === "" && text.includes("@");
var isLocal = (host) => /^(localhost|127(\.\d+){3}|::1)$/i.test(host) || host.startsWith("/");
function tlsOf(parameters, host, given) {
  const written = parameters.get("sslmode");
  const named = SSL_MODES.find((mode) => mode === written);
  if (written !== null && named === void 0)
    return {
      fault: "has a URL with an `sslmode` that is not known",
      remedy: `Write one of ${SSL_MODES.map((mode) => `\`${mode}\``).join(", ")}, or leave it out.`
    };
  if (given !== void 0) return verifiedBy(given, named);
  const root = parameters.get("sslrootcert");
  if (root === null) return withoutRoot(named ?? (isLocal(host) ? "disable" : "require"));
  if (root === "system") return { sslMode: "verify-full", ca: void 0 };
  const sslMode = named === void 0 || named === "require" ? "verify-ca" : named;
  return { sslMode, ca: { file: root, namedBy: "sslrootcert" } };
}
function verifiedBy(file, named) {
  if (named === "disable")
    return {
      fault: perSurface`has a URL with \`sslmode=disable\`, and ${option("liveCa")} was given`,
      remedy: "Take one of the two out."
    };
  return {
    sslMode: named === "verify-ca" ? "verify-ca" : "verify-full",
    ca: { file, namedBy: "--live-ca" }
  };
}
var withoutRoot = (sslMode) => sslMode === "verify-ca" ? {
  fault: "has a URL with `sslmode=verify-ca`, and no certificate to verify with",
  remedy: perSurface`Give the certificate by ${option("liveCa")}, or write \`sslmode=verify-full\`.`
} : { sslMode, ca: void 0 };

// src/database/live/failures.ts
var COPY_URL = "copy the connection string again from the dashboard under Connect";
var GIVE_CA = perSurface`Give the certificate of its authority by ${option("liveCa")}; the dashboard offers it under Database, Settings, SSL configuration.`;
var AGAIN = "Run again, when nobody changes the database.";
var REACHING = [
  {
    codes: /^(EAI_|ENOTFOUND$)/,
    blames: "url",
    message: "cannot be reached: the host of its URL is not known to DNS",
    remedy: `Correct the host, or ${COPY_URL}; a project that was paused or deleted has none.`
  },
  {
    codes: /^ECONNREFUSED$/,
    blames: "url",
    message: "refuses connections: nothing listens at the host and port of its URL",
    remedy: `Start the database, or correct the port, or ${COPY_URL}.`
  },
  {
    codes: /^(ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|EAFNOSUPPORT)$/,
    blames: "surroundings",
    message: "cannot be reached: this machine has no route to the host of its URL",
    remedy: `Check the network of this machine. ${SESSION_POOLER}`
  },
  {
    said: /^timeout expired$/,
    blames: "surroundings",
    message: "did not answer within 15 seconds",
    remedy: "Check the host and port of the URL, that the project is not paused, and that its network restrictions let this machine in."
  }
];
var ENCRYPTING = [
  {
    said: /server does not support SSL/,
    blames: "surroundings",
    message: "offers no TLS, and the connection is to be encrypted",
    remedy: "Switch TLS on in the server; append `sslmode=disable` to the URL only where the network is yours."
  },
  {
    codes: /^(CERT_HAS_EXPIRED|CERT_NOT_YET_VALID)$/,
    blames: "surroundings",
    message: "shows a certificate that has expired, or that does not hold yet",
    remedy: "Renew the certificate of the server, and look at the clock of this machine."
  },
  {
    codes: /^ERR_TLS_CERT_ALTNAME_INVALID$/,
    blames: "url",
    message: "shows a certificate that was made for another host than its URL names",
    remedy: "Name the host by the name that the certificate has, or write `sslmode=verify-ca` to verify the authority alone."
  },
  {
    codes: /^(SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_\w+|CERT_\w+|INVALID_CA|INVALID_PURPOSE)$/,
    blames: "surroundings",
    message: "shows a certificate that is signed by nobody who is trusted here",
    remedy: GIVE_CA
  },
  {
    codes: /^(ERR_SSL_\w+|ERR_TLS_\w+|EPROTO)$/,
    blames: "surroundings",
    message: "and this machine agree on no TLS",
    remedy: "Check that host and port of the URL are those of PostgreSQL or its pooler, and its release of TLS."
  },
  {
    said: /establishing an SSL connection/,
    blames: "url",
    message: "answers the request for TLS as no PostgreSQL does",
    remedy: `Check the port, or ${COPY_URL}.`
  },
  {
    said: /no encryption|SSL off|SSL (connection )?is required|SSL required|ESSLREQUIRED/i,
    blames: "url",
    message: "takes encrypted connections alone, and the URL forbids encryption",
    remedy: "Take `sslmode=disable` out of the URL, or write `sslmode=require`."
  }
];
var ENTERING = [
  {
    codes: /^ASKS_FOR_PASSWORD$/,
    blames: "surroundings",
    message: "asks for the password in clear text, and nothing proves that it is the one that the URL means: it was not told",
    remedy: perSurface`${GIVE_CA} Or let the server ask by SCRAM, as a Supabase project does: \`scram-sha-256\` in its pg_hba.conf.`
  },
  {
    said: /statement pooling mode/,
    blames: "url",
    message: "is behind a pooler in statement mode, which has no transactions",
    remedy: SESSION_POOLER
  },
  {
    said: /client password must be a string/,
    blames: "url",
    message: "asks for a password, and its URL holds none",
    remedy: "Write it as postgresql://USER:PASSWORD@HOST:PORT/DATABASE, percent-encoded."
  },
  {
    said: /ECIRCUITBREAKER|circuit breaker/i,
    blames: "surroundings",
    message: "lets nobody in for some minutes, after too many attempts with a wrong password",
    remedy: "Correct the password of the URL, wait some minutes, and run again."
  },
  {
    said: /tenant or user not found|\(ENOTFOUND\)|no tenant identifier|EINVALIDUSERINFO|user not found|no such user/i,
    blames: "url",
    message: "has a pooler that does not know the user of its URL",
    remedy: `Write the user of the pooler as ROLE.PROJECT, for example postgres.<ref>, with the host of the project's region: ${COPY_URL}.`
  },
  {
    said: /EADDRNOTALLOWED|not in tenant allow_list/i,
    blames: "surroundings",
    message: "lets nobody in from the address of this machine",
    remedy: "Allow the address in the dashboard under Database, Settings, Network restrictions, or run where it is allowed."
  },
  {
    said: /pg_hba/,
    blames: "surroundings",
    message: "lets this user in from nowhere, or not from the address of this machine",
    remedy: "Allow user and address in the pg_hba.conf of the server, or take another user."
  },
  {
    codes: /^(3D000|08P01)$/,
    said: /^(?!.*password).*database/i,
    blames: "url",
    message: "does not exist under the name that its URL has after the port",
    remedy: "Correct the name of the database; that of a Supabase project is `postgres`."
  },
  {
    codes: /^(28\w{3}|08P01|XX000)$/,
    said: /password|authentication|role .{0,99} does not exist|no PostgreSQL user name|not permitted to log in/i,
    blames: "url",
    message: "does not accept the user and the password of its URL",
    remedy: "Correct them: percent-encode the password, or reset it in the dashboard under Database, Settings; through the pooler the user is ROLE.PROJECT, for example postgres.<ref>."
  },
  {
    codes: /^(53300|XX000|08P01)$/,
    said: /too many|max client|EMAXCONN|EMAXPOOLS|slots are reserved|no more connections/i,
    blames: "surroundings",
    message: "has no connection left",
    remedy: "Run again when it is less busy, or give its session pooler a larger pool."
  },
  {
    codes: /^57P03$/,
    blames: "surroundings",
    message: "is starting or stopping",
    remedy: "Wait until it is up, and run again."
  }
];
var READING = [
  {
    codes: /^57014$/,
    said: /statement timeout/,
    blames: "surroundings",
    message: "took longer for one statement than it may",
    remedy: perSurface`Give it more seconds by ${option("liveTimeout")}, or run when it is less busy.`
  },
  {
    codes: /^(57014|40001)$/,
    blames: "surroundings",
    message: "broke off a statement of ours, as an administrator or a replica does",
    remedy: AGAIN
  },
  {
    codes: /^55P03$/,
    blames: "surroundings",
    message: "holds a lock on what is to be read, for example a migration that is running",
    remedy: AGAIN
  },
  {
    codes: /^42501$/,
    said: /row-level security/,
    blames: "surroundings",
    message: (said) => `would hide rows from the role of its URL: ${said}`,
    remedy: "Let the role see all rows, `alter role ROLE bypassrls`: rows that are hidden would count as missing."
  },
  {
    codes: /^42501$/,
    blames: "surroundings",
    message: (said) => `does not let the role of its URL read all that is compared: ${said}`,
    remedy: (said) => `Grant it: ${grantFor(said)}.`
  },
  {
    codes: /^25006$/,
    blames: "surroundings",
    message: (said) => `was asked to write, and refused: ${said}`,
    remedy: "Nothing was written. Report this, for no statement of an audit may write."
  },
  {
    codes: /^(42P01|42703|42704|42883|3F000)$/,
    blames: "surroundings",
    message: (said) => `was changed while it was read: ${said}`,
    remedy: AGAIN
  },
  {
    codes: /^XX000$/,
    said: /cache lookup failed|could not (open|find)|does not exist/i,
    blames: "surroundings",
    message: (said) => `was changed while it was read: ${said}`,
    remedy: AGAIN
  },
  {
    said: /Query read timeout/,
    blames: "surroundings",
    message: "fell silent while it was read",
    remedy: perSurface`Check the network, and run again; ${option("liveTimeout")} gives a statement more seconds.`
  },
  {
    codes: /^(57P0[125]|25P0[34]|08\w{3}|ECONNRESET|EPIPE|ETIMEDOUT|ECONNABORTED)$/,
    blames: "surroundings",
    message: "broke off the connection",
    remedy: "Run again; if it happens again, look at its log, and take the session pooler or a direct connection."
  },
  {
    said: /Connection terminated|not queryable|EDBHANDLEREXITED|DbHandler exited|connection to database closed/i,
    blames: "surroundings",
    message: "broke off the connection",
    remedy: "Run again; if it happens again, look at its log, and take the session pooler or a direct connection."
  }
];
var FAILURES = [...REACHING, ...ENCRYPTING, ...ENTERING, ...READING];
function grantFor(said) {
  const [, kind = "", name = ""] = /^permission denied for (\w+) (.+)$/.exec(said) ?? [];
  if (kind === "schema") return `\`grant usage on schema ${quoted(name)} to ROLE\``;
  if (/^(table|view|sequence|relation)$/.test(kind))
    return `\`grant select on ${quoted(name)} to ROLE\`, the name with its schema before it`;
  if (kind === "function") return `\`grant execute on function ${quoted(name)} to ROLE\`, with its arguments`;
  return "what the server names, to the role of the URL";
}
var quoted = (name) => /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`;

// src/database/live/failure.ts
function wordsFor(text, url) {
  const mask = maskOf(text, url);
  const needsIpv6 = isDirectHost(url.host) || url.host.includes(":");
  return (cause) => {
    const [codes, said] = [codesOf(cause), messageOf(cause)];
    if (needsIpv6 && (codes.some((code) => UNREACHABLE.test(code)) || /timeout expired/.test(said)))
      return inWords(NEEDS_IPV6, "");
    const known = FAILURES.find((failure) => fits(failure, codes, said));
    const shown = brief(visible(mask(said)).replace(/\.$/, ""));
    return inWords(known ?? unknown(codes), shown);
  };
}
var LONGEST = 500;
var brief = (text) => text.length > LONGEST ? `${text.slice(0, LONGEST)}\u2026` : text;
var UNREACHABLE = /^(ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|EAFNOSUPPORT|ENOTFOUND|EAI_AGAIN|ETIMEDOUT)$/;
var NEEDS_IPV6 = {
  blames: "url",
  message: "cannot be reached: the direct connection of a Supabase project needs IPv6, which runners of GitHub and many networks do not have",
  remedy: `${SESSION_POOLER} If this machine has IPv6, correct the project in the URL.`
};
var fits = ({ codes, said }, heardCodes, text) => (codes === void 0 || heardCodes.some((code) => codes.test(code))) && (said === void 0 || said.test(text));
function inWords({ blames, message, remedy }, said) {
  const words = {
    message: `The live database ${typeof message === "string" ? message : message(said)}.`,
    remedy: typeof remedy === "function" ? remedy(said) : remedy
  };
  return blames === "url" ? new UsageError(words) : new EnvironmentError(words);
}
var unknown = (codes) => {
  const state = codes.find((code) => /^[0-9A-Z]{5}$/.test(code));
  return {
    blames: "surroundings",
    message: (said) => state === void 0 ? `does not answer${codes[0] === void 0 ? "" : ` (${codes[0]})`}` : `refused a question: ${said} (SQLSTATE ${state})`,
    remedy: "Run again; its log, in the dashboard under Logs, Postgres, says more."
  };
};
function codesOf(cause) {
  const code = fieldOf(cause, "code");
  const parts = fieldOf(cause, "errors");
  return [
    ...typeof code === "string" ? [code] : [],
    ...Array.isArray(parts) ? parts.flatMap(codesOf) : []
  ];
}
var fieldOf = (value, name) => typeof value === "object" && value !== null ? Reflect.get(value, name) : void 0;
var MASK = "***";
function maskOf(text, { host, user = "", database = "" }) {
  const parts = [text, ...passwordsOf(text), ...spellings([host, user, ...user.split("."), database])].filter((part) => part !== "").sort((a, b) => b.length - a.length).map((part) => new RegExp(`(?<!\\w)${part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}(?!\\w)`, "g"));
  return (said) => parts.reduce((masked, part) => masked.replace(part, MASK), said);
}

// src/database/live/history.ts
var COLUMNS = `
select a.attname as name
  from pg_catalog.pg_attribute a
  join pg_catalog.pg_class c on c.oid = a.attrelid and c.relname = 'schema_migrations'
  join pg_catalog.pg_namespace n on n.oid = c.relnamespace and n.nspname = 'supabase_migrations'
 where a.attnum > 0 and not a.attisdropped`;
async function recordedMigrations(session) {
  const { rows: columns } = await session.query(COLUMNS);
  if (columns.length === 0) return void 0;
  const later = ["name", "statements"].filter((wanted) => columns.some(({ name }) => name === wanted));
  const { rows } = await session.query(
    `select ${["version", ...later].join(", ")} from supabase_migrations.schema_migrations`
  );
  return rows.map(({ version, name, statements }) => ({
    version,
    ...typeof name === "string" && { name },
    ...statements && { statements }
  })).sort((a, b) => byText(a.version, b.version));
}

// src/database/live/pooler.ts
var PATIENCE_MS = 5e3;
var OFTEN = 3;
async function movesSessions(session, another) {
  const process = await processOf(session);
  if (process === session.process) return false;
  const second = await another().catch(() => void 0);
  if (second === void 0) return false;
  try {
    await second.ask("begin read only");
    if (await soon(processOf(second)) === process) return true;
    for (let time = 0; time < OFTEN; time += 1) if (await processOf(session) !== process) return true;
    return false;
  } catch {
    return false;
  } finally {
    await second.end();
  }
}
async function processOf({ ask }) {
  const { rows } = await ask("select pg_catalog.pg_backend_pid() as process");
  const [row] = rows;
  return typeof row === "object" && row !== null ? Reflect.get(row, "process") : void 0;
}
function soon(answer) {
  let patience;
  const tired = new Promise((resolve) => {
    patience = setTimeout(() => resolve(void 0), PATIENCE_MS);
  });
  return Promise.race([answer, tired]).finally(() => clearTimeout(patience));
}

// src/database/live/role.ts
var POWERS = {
  superuser: () => "is a superuser",
  createrole: () => "may create roles",
  createdb: () => "may create databases",
  replication: () => "may replicate",
  member: (object) => `is a member of ${object}`,
  owner: (object) => `owns ${object}`,
  database: () => "may create schemas in the database",
  schema: (object) => `may create objects in schema ${object}`,
  relation: (object, privilege) => `may ${privilege} in ${object}`,
  sequence: (object) => `may advance sequence ${object}`
};
async function refuseWritableRole(session, mask) {
  const { rows } = await session.query(POWERS_OF_ROLE);
  const [found] = rows;
  if (found === void 0) return;
  const { power, object, privilege, through } = found;
  const shown = (text) => visible(mask(text));
  const as = through === "" ? "it" : `as ${shown(through)}, which it may become, it`;
  throw new UsageError({
    message: `The role of the live database's URL could write: ${as} ${POWERS[power](shown(object), privilege)}.`,
    remedy: perSurface`Audit with a role that can only read, as Drift Gate's \`.github/docs/audit.md\` makes one, or give ${option("allowWritableRole")}: the session is read-only all the same.`
  });
}
var list = (names) => names.map((name) => `'${name}'`).join(", ");
var WRITING_ROLES = ["pg_write_all_data", "pg_write_server_files", "pg_execute_server_program"];
var POWERS_OF_ROLE = `
with roles as (
  select *, case when rolname = session_user then '' else rolname::text end as through
    from pg_catalog.pg_roles where pg_catalog.pg_has_role(session_user, oid, 'member')
),
members as (select classid, objid from pg_catalog.pg_depend where deptype = 'e'),
schemas as (
  select oid, nspname from pg_catalog.pg_namespace
   where nspname !~ '^pg_(temp|toast)' and nspname not in ('pg_catalog', 'information_schema')
     and ('pg_namespace'::regclass, oid) not in (select classid, objid from members)
),
relations as (
  select c.oid, c.relkind, pg_catalog.format('%I.%I', n.nspname, c.relname) as name
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where n.nspname !~ '^pg_(temp|toast)' and n.nspname not in ('pg_catalog', 'information_schema')
     and ('pg_class'::regclass, c.oid) not in (select classid, objid from members)
),
powers as (
  select 'superuser' as power, '' as object, '' as privilege, through from roles where rolsuper
  union all select 'createrole', '', '', through from roles where rolcreaterole
  union all select 'createdb', '', '', through from roles where rolcreatedb
  union all select 'replication', '', '', through from roles where rolreplication
  union all select 'member', rolname::text, '', '' from roles where rolname in (${list(WRITING_ROLES)})
  union all
  select 'owner', case i.type when 'database' then 'a database' else i.type || ' ' || i.identity end, '', r.through
    from roles r
    join pg_catalog.pg_shdepend d on d.refclassid = 'pg_authid'::regclass and d.refobjid = r.oid and d.deptype = 'o'
     and d.dbid in (0, (select oid from pg_catalog.pg_database where datname = pg_catalog.current_database()))
     and d.classid not in ('pg_default_acl'::regclass, 'pg_user_mapping'::regclass)
     and (d.classid, d.objid) not in (select classid, objid from members)
    cross join lateral pg_catalog.pg_identify_object(d.classid, d.objid, d.objsubid) i
   where i.identity !~ '^pg_(temp|toast)'
  union all
  select 'database', '', '', through from roles
   where pg_catalog.has_database_privilege(oid, pg_catalog.current_database(), 'create')
  union all
  select 'schema', pg_catalog.quote_ident(s.nspname), '', r.through from roles r, schemas s
   where pg_catalog.has_schema_privilege(r.oid, s.oid, 'create')
  union all
  select 'relation', c.name, p.privilege, r.through
    from roles r, relations c, (values ('insert'), ('update'), ('delete'), ('truncate')) p(privilege)
   where c.relkind in (${RELATION_RELKINDS})
     and case when p.privilege in ('insert', 'update')
           then pg_catalog.has_any_column_privilege(r.oid, c.oid, p.privilege)
           else pg_catalog.has_table_privilege(r.oid, c.oid, p.privilege) end
  union all
  select 'sequence', c.name, '', r.through from roles r, relations c
   where c.relkind = 'S' and pg_catalog.has_sequence_privilege(r.oid, c.oid, 'usage, update')
)
select power, object, privilege, through from powers
 order by pg_catalog.array_position(array[${list(Object.keys(POWERS))}], power), through, object, privilege
 limit 1`;

// src/database/live/tables.ts
var REASONS = {
  relation: "is no plain table",
  children: "has tables that inherit from it",
  index: "has an index on an expression, or with a condition",
  statistics: "has statistics on an expression"
};
async function refuseTablesThatCall(session) {
  const { rows } = await session.query(TABLES_THAT_CALL);
  const [found] = rows;
  if (found === void 0) return;
  throw new UsageError({
    message: `Reading \`${visible(found.name)}\` could call functions of the live database, and an audit calls none: it ${REASONS[found.reason]}.`,
    remedy: "Make it the plain table again that the Supabase CLI, or the extension that it belongs to, made."
  });
}
var TABLES_THAT_CALL = `
with tables as (
  select c.oid, c.relkind, pg_catalog.format('%I.%I', n.nspname, c.relname) as name
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
   where (n.nspname = 'supabase_migrations' and c.relname = 'schema_migrations')
      or (n.nspname = 'cron' and c.relname = 'job'
          and exists (select from pg_catalog.pg_extension where extname = 'pg_cron'))
      or (c.relname = 'part_config'
          and n.oid in (select extnamespace from pg_catalog.pg_extension where extname = 'pg_partman'))
),
reasons as (
  select name, 'relation' as reason from tables where relkind <> 'r'
  union all
  select name, 'children' from tables where oid in (select inhparent from pg_catalog.pg_inherits)
  union all
  select name, 'index' from tables
   where oid in (select indrelid from pg_catalog.pg_index where indexprs is not null or indpred is not null)
  union all
  select name, 'statistics' from tables
   where oid in (select stxrelid from pg_catalog.pg_statistic_ext where 'e' = any (stxkind))
)
select name, reason from reasons order by name, reason limit 1`;

// src/database/live/tls.ts
import { X509Certificate } from "node:crypto";
import { readFile } from "node:fs/promises";
async function tlsOf2({ sslMode, ca }) {
  const trusted = ca && { ca: await certificate(ca) };
  switch (sslMode) {
    case "disable":
      return false;
    case "prefer":
    case "require":
      return { rejectUnauthorized: false };
    case "verify-ca":
      return { ...trusted, checkServerIdentity: () => void 0 };
    case "verify-full":
      return { ...trusted };
    default:
      return sslMode;
  }
}
var isVerified = (tls) => tls !== false && tls.rejectUnauthorized !== false;
async function certificate({ file, namedBy }) {
  const refuse = (reason) => new UsageError({
    message: perSurface`The certificate of ${namedBy === "sslrootcert" ? "`sslrootcert`" : option("liveCa")} ${reason}.`,
    remedy: "Give the PEM file that the dashboard offers under Database, Settings, SSL configuration, or that of your own authority."
  });
  const text = await readFile(file, "utf8").catch((cause) => {
    const [code] = codesOf(cause);
    throw refuse(code === "ENOENT" ? "is not there" : `cannot be read (${code})`);
  });
  if (!isCertificate(text)) throw refuse("is no certificate in PEM form");
  return text;
}
function isCertificate(text) {
  if (!text.includes("-----BEGIN CERTIFICATE-----")) return false;
  try {
    return new X509Certificate(text).subject !== void 0;
  } catch {
    return false;
  }
}

// src/database/live/live.ts
async function openLive(options) {
  const url = readLiveUrl(options.url, options.ca);
  if ("fault" in url)
    throw new UsageError({ message: perSurface`The live database ${url.fault}.`, remedy: url.remedy });
  const ssl = await tlsOf2(url);
  const inWords2 = wordsFor(options.url, url);
  const connect = () => connectTo(url, ssl, options.seconds);
  const connection = await connect().catch((cause) => {
    throw inWords2(cause);
  });
  try {
    const isShared = isTransactionPooler(url) || await movesSessions(connection, connect).catch(inWordsOf(inWords2));
    await connection.ask(beginning(options.seconds)).catch(inWordsOf(inWords2));
    const live = liveOn(connection, inWords2, isShared ? [SHARED] : []);
    await live.read(refuseTablesThatCall);
    if (!options.allowWritableRole)
      await live.read((session) => refuseWritableRole(session, maskOf(options.url, url)));
    return live.database;
  } catch (error) {
    await connection.end();
    throw error;
  }
}
var SILENCE_MS = 15e3;
async function connectTo(url, ssl, seconds) {
  const { host, port, user, password, database, options } = url;
  const whereabouts = {
    host,
    port,
    user,
    password,
    database,
    options,
    query_timeout: seconds * 1e3 + SILENCE_MS
  };
  const isKnownPeer = isLocal(host) || isVerified(ssl);
  try {
    return await openConnection({ ...whereabouts, ssl, isKnownPeer });
  } catch (cause) {
    if (url.sslMode !== "prefer" || !/does not support SSL/.test(messageOf(cause))) throw cause;
    return await openConnection({ ...whereabouts, ssl: false, isKnownPeer });
  }
}
var LOCK_MS = 1e4;
var IDLE_MINUTES = 30;
var beginning = (seconds) => `
begin isolation level repeatable read read only;
set local search_path = pg_catalog, pg_temp;
set local statement_timeout = '${seconds}s';
set local lock_timeout = '${Math.min(seconds * 500, LOCK_MS)}ms';
set local idle_in_transaction_session_timeout = '${IDLE_MINUTES}min';
set local row_security = off;
set local jit = off;
set local constraint_exclusion = off;
set local quote_all_identifiers = off;
set local timezone = 'UTC';
set local datestyle = 'ISO, MDY';
set local intervalstyle = 'postgres'`;
var PATH_OF_THE_CLI = '"$user", public, extensions';
var SHARED = {
  code: "transaction-pooler",
  message: "The live database was read through a pooler in transaction mode. The audit is one transaction, so it reads the same there; it holds one connection of the pool until it ends."
};
var inWordsOf = (inWords2) => (cause) => {
  throw inWords2(cause);
};
function liveOn(connection, inWords2, notices) {
  const read = readingOn(connection, inWords2);
  return {
    read,
    database: {
      notices,
      postgresVersion: () => read(serverVersion),
      history: () => read(recordedMigrations),
      catalogue: () => read(readCatalogue),
      catalogObjects: () => read(catalogObjects),
      extensions: () => read(installedExtensions),
      generateTypes: (schemas) => read(async (session) => ({
        text: await readTypes(session, schemas, PATH_OF_THE_CLI),
        generator: GENERATOR
      })),
      close: async () => {
        await connection.ask("rollback").catch(() => void 0);
        await connection.end();
      }
    }
  };
}
var SAVEPOINT = "drift_gate_reading";
function readingOn(connection, inWords2) {
  let last = Promise.resolve();
  return (use) => {
    const reading = last.then(async () => {
      let failed;
      const session = asSession(connection.ask, (cause) => {
        failed ??= inWords2(cause);
        return failed;
      });
      await session.query(`savepoint ${SAVEPOINT}`);
      try {
        const answer = await use(session);
        await session.query(`rollback to savepoint ${SAVEPOINT}`);
        return answer;
      } catch (error) {
        await session.run(`rollback to savepoint ${SAVEPOINT}`);
        throw failed ?? error;
      }
    });
    last = reading.catch(() => void 0);
    return reading;
  };
}
export {
  openLive
};
