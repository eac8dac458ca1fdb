// The live database on a native PostgreSQL, with what only a real server has: roles with passwords, TLS, several
// sessions, locks, a log of every statement, a pooler before it.

import { chmodSync, chownSync, copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import pg from 'pg';
import { type LiveOptions, openLive } from '../../src/database/live/live.ts';
import { isKnownError, type KnownError } from '../../src/errors.ts';
import type { LiveDatabase } from '../../src/ports.ts';
import {
  findNativePostgres,
  type Installation,
  type NativeServer,
  startNative,
} from '../tools/native-postgres.ts';
import { type Pooler, pgbouncer, startPgbouncer } from '../tools/pgbouncer.ts';
import { makeCertificates, openssl } from '../tools/tls.ts';

/** As the guide makes it, and its grants alone. */
const GUIDE = readFileSync(new URL('../../.github/docs/audit.md', import.meta.url), 'utf8');
const [, THE_ROLE = ''] = /^## The role\n([\s\S]*?)^## /m.exec(GUIDE) ?? [];
const AUDIT_ROLE = [...THE_ROLE.matchAll(/^```sql\n([\s\S]*?)^```$/gm)].map(([, sql]) => sql).join('');
const GRANTS = AUDIT_ROLE.replaceAll(/^(?!grant ).*$/gm, '');

const PASSWORD = 'canary-s3cret';
const DATABASE = 'canary_base';

/** `postgres` needs no password, `sealed` encryption, `plain` sends its password itself, everybody else proves it. */
const HBA = `host all postgres 127.0.0.1/32 trust
hostnossl all sealed 127.0.0.1/32 reject
host all plain 127.0.0.1/32 password
host all all 127.0.0.1/32 scram-sha-256
`;

const SETUP = `
create extension pg_cron;
create schema supabase_migrations;
create table supabase_migrations.schema_migrations (version text primary key, statements text[], name text);
insert into supabase_migrations.schema_migrations values ('2', '{select 2,"select ''2,''"}', 'second'), ('10', null, null);
create table public.organization (id bigint generated always as identity primary key, name text not null);
create table public.entry (id bigint primary key, organization_id bigint references public.organization, at interval);
alter table public.entry enable row level security;
create policy everybody on public.entry using (true);
create view public.entries as select id, organization_id from public.entry;
create type public.mood as enum ('sad', 'glad');
create function public.moods() returns setof public.mood language sql as 'select null::public.mood';
grant select on public.organization to anon;
select cron.schedule('nightly', '0 3 * * *', 'select 1');
create role sealed login password '${PASSWORD}';
create role plain login password '${PASSWORD}';
`;

const native = findNativePostgres();
const missing = [native, openssl].flatMap((one) => ('missing' in one ? [one.missing] : []))[0];

if (missing !== undefined || 'missing' in native) {
  describe('a native live database', () => {
    test.skip(`was not asked: ${missing}`, () => undefined);
  });
} else {
  describe(`a live database that is a native PostgreSQL ${native.major}`, () => askNative(native));
}

function askNative(installation: Installation): void {
  let server: NativeServer;
  let admin: pg.Client;
  /** Of `postgres`. */
  let url: string;
  const certificates = makeCertificates();
  const opened: LiveDatabase[] = [];

  const open = async (options: Partial<LiveOptions> = {}): Promise<LiveDatabase> => {
    const live = await openLive({ url, seconds: 60, allowWritableRole: true, ...options });
    opened.push(live);
    return live;
  };
  const as = (
    user: string,
    { password = PASSWORD, database = DATABASE, host = '127.0.0.1', query = 'sslmode=disable' } = {},
  ): string => `postgresql://${user}:${password}@${host}:${new URL(url).port}/${database}?${query}`;

  /** What is said of a failure; no part of the URL may be in it. */
  const refusal = async (promise: Promise<unknown>, given = url): Promise<KnownError> => {
    const error = await promise.then(
      () => undefined,
      (cause: unknown) => cause,
    );
    if (!isKnownError(error)) throw new Error(`not refused in words: ${error}`);
    const { username, password, hostname, port, pathname } = new URL(given);
    for (const part of [password, hostname, port, pathname.slice(1), `${username}@`].filter(
      (one) => one !== '',
    ))
      expect(`${error.message} ${error.remedy}`).not.toMatch(new RegExp(`(?<!\\w)${part}(?!\\w)`));
    return error;
  };
  const refusalToOpen = (given: string, options: Partial<LiveOptions> = {}): Promise<KnownError> =>
    refusal(open({ url: given, ...options }), given);

  /** Waits for what the server says; it does it at that moment. */
  const isLogged = async (from: number, words: RegExp): Promise<void> => {
    while (!words.test(server.log().slice(from))) await new Promise((resolve) => setTimeout(resolve, 50));
    await new Promise((resolve) => setTimeout(resolve, 100));
  };

  const placeCertificate = async (file: string): Promise<void> => {
    const placed = path.join(certificates.folder, 'placed.crt');
    copyFileSync(file, placed);
    const from = server.log().length;
    await admin.query('select pg_reload_conf()');
    await isLogged(from, /reloading configuration files/);
  };

  beforeAll(async () => {
    server = await startNative(installation);
    url = server.createDatabase(DATABASE);
    admin = new pg.Client({ connectionString: url });
    await admin.connect();
    await admin.query(SETUP);
    await admin.query(AUDIT_ROLE.replace('a long random one', PASSWORD));
    const { rows } = await admin.query('show hba_file');
    writeFileSync(rows[0].hba_file, HBA);
    const { user } = installation;
    chmodSync(certificates.key, 0o600);
    if (user) for (const file of [certificates.folder, certificates.key]) chownSync(file, user.uid, user.gid);
    copyFileSync(certificates.server, path.join(certificates.folder, 'placed.crt'));
    await admin.query(`alter system set ssl_cert_file = '${certificates.folder}/placed.crt'`);
    await admin.query(`alter system set ssl_key_file = '${certificates.key}'`);
    await admin.query('alter system set ssl = on');
    await admin.query("alter system set log_statement = 'all'");
    await placeCertificate(certificates.server);
  });
  afterEach(async () => {
    for (const live of opened.splice(0)) await live.close();
  });
  afterAll(async () => {
    await admin.end();
    await server.stop();
    certificates.remove();
  });

  describe('reading', () => {
    test('gives the history in order of version, with names and statements where it has them', async () => {
      expect(await (await open()).history()).toEqual([
        { version: '10' },
        { version: '2', name: 'second', statements: ['select 2', "select '2,'"] },
      ]);
    });

    test('as the role of the guide gives what a superuser reads', async () => {
      const [mine, theirs] = [await open({ url: as('drift_audit'), allowWritableRole: false }), await open()];
      const read = async (live: LiveDatabase) => ({
        version: await live.postgresVersion(),
        history: await live.history(),
        catalogue: await live.catalogue(),
        built: await live.catalogObjects(),
        types: await live.generateTypes(['public']),
      });
      const ours = await read(mine);
      expect(ours).toEqual(await read(theirs));
      expect(ours.catalogue.facts).toContain('nightly');
      expect(ours.types.text).toContain('"organization_id": number | null');
      expect(ours.built.map(({ name }) => name)).toContain('moods');
      expect(ours.version).toMatch(new RegExp(`^${installation.major}\\.`));
    });

    test('sees one moment, whatever another session does meanwhile', async () => {
      const live = await open();
      await live.history();
      await admin.query(
        "create table public.later (id int); insert into supabase_migrations.schema_migrations values ('3')",
      );
      const names = (await live.catalogObjects()).map(({ name }) => name);
      const { facts } = await live.catalogue();
      const { text } = await live.generateTypes(['public']);
      const versions = (await live.history())?.map(({ version }) => version);
      await admin.query(
        "drop table public.later; delete from supabase_migrations.schema_migrations where version = '3'",
      );
      expect(versions).toEqual(['10', '2']);
      expect([names.includes('later'), facts.includes('later'), text.includes('later')]).toEqual([
        false,
        false,
        false,
      ]);
    });

    test('can be asked for everything at once', async () => {
      const live = await open();
      const answers = await Promise.all([
        live.catalogue(),
        live.history(),
        live.catalogObjects(),
        live.generateTypes(['public']),
        live.postgresVersion(),
      ]);
      expect(answers.every((answer) => answer !== undefined)).toBe(true);
    });

    test('leaves no lock behind that a deployment would wait for', async () => {
      const live = await open();
      await live.history();
      await live.catalogue();
      await live.generateTypes(['public']);
      await admin.query(
        "begin; set local lock_timeout = '1s'; alter table supabase_migrations.schema_migrations add column extra text; alter table public.entry add column extra text; rollback",
      );
    });

    test('runs no statement that could write, and all of them in one read-only transaction', async () => {
      await admin.query("select 'the log begins here'");
      const from = server.log().length;
      const live = await open({ url: as('drift_audit') });
      await Promise.all([
        live.catalogue(),
        live.history(),
        live.catalogObjects(),
        live.generateTypes(['public']),
      ]);
      await live.close();
      await admin.query("select 'the log ends here'");
      await isLogged(from, /the log ends here/);
      const statements = server
        .log()
        .slice(from)
        .split(/^(?=\d{4}-)/m)
        .flatMap((entry) => {
          const [, text] = /LOG: {2}(?:statement|execute [^:]*): ([\s\S]*)/.exec(entry) ?? [];
          return text === undefined || text.includes('the log') ? [] : [text.trim()];
        });
      expect(statements.length).toBeGreaterThan(20);
      const [first = '', ...rest] = statements.filter(
        (text) => !/^select pg_catalog.pg_backend_pid/.test(text),
      );
      expect(first).toMatch(/^begin isolation level repeatable read read only;\s+set local /);
      expect(statements.filter((text) => /(^|;)\s*set (?!local )/i.test(text))).toEqual([]);
      expect(rest.pop()).toBe('rollback');
      const harmless = /^(select|with|show|(rollback to )?savepoint|set local search_path)\b/i;
      expect(rest.filter((text) => !harmless.test(text.replace(/^(\s|--.*\n)+/, '')))).toEqual([]);
    });
  });

  describe('a role that could write', () => {
    const role = async (sql: string): Promise<KnownError> => {
      await admin.query(
        `drop role if exists canary_role; create role canary_role login password '${PASSWORD}'; ${sql}`,
      );
      try {
        return await refusalToOpen(as('canary_role'), { allowWritableRole: false });
      } finally {
        await admin.query('drop owned by canary_role cascade; drop role canary_role');
      }
    };
    const powers: [string, string, string][] = [
      ['is a superuser', 'alter role canary_role superuser', 'it is a superuser'],
      ['may create roles', 'alter role canary_role createrole', 'it may create roles'],
      ['may create databases', 'alter role canary_role createdb', 'it may create databases'],
      ['replicates', 'alter role canary_role replication', 'it may replicate'],
      [
        'writes by a role of the server',
        'grant pg_write_all_data to canary_role',
        'it is a member of pg_write_all_data',
      ],
      [
        'owns a table',
        'create table public.owned (id int); alter table public.owned owner to canary_role',
        'it owns table public.owned',
      ],
      [
        'owns a function',
        "create function public.owned() returns int language sql as 'select 1'; alter function public.owned() owner to canary_role",
        'it owns function public.owned()',
      ],
      ['may insert', 'grant insert on public.entry to canary_role', 'it may insert in public.entry'],
      [
        'may update a column',
        'grant update (at) on public.entry to canary_role',
        'it may update in public.entry',
      ],
      ['may delete', 'grant delete on public.entries to canary_role', 'it may delete in public.entries'],
      ['may truncate', 'grant truncate on public.entry to canary_role', 'it may truncate in public.entry'],
      [
        'may advance a sequence',
        'grant usage on sequence public.organization_id_seq to canary_role',
        'it may advance sequence public.organization_id_seq',
      ],
      [
        'may create in a schema',
        'grant create on schema public to canary_role',
        'it may create objects in schema public',
      ],
      [
        'may create schemas',
        `grant create on database ${DATABASE} to canary_role`,
        'it may create schemas in the database',
      ],
      [
        'may become one that may',
        'alter role canary_role noinherit; create role canary_group; grant insert on public.entry to canary_group; grant canary_group to canary_role',
        'as canary_group, which it may become, it may insert in public.entry',
      ],
    ];
    test.each(powers)('is refused when it %s', async (_, sql, words) => {
      const error = await role(sql);
      expect(error.name).toBe('UsageError');
      expect(error.message).toBe(`The role of the live database's URL could write: ${words}.`);
      expect(error.remedy).toContain('--allow-writable-role');
    });

    test('is taken when that is asked for, and the session is read-only all the same', async () => {
      await admin.query("select 'the log begins here'");
      const from = server.log().length;
      const live = await open({ allowWritableRole: true });
      await live.history();
      await live.close();
      await isLogged(from, /rollback/);
      expect(server.log().slice(from)).toMatch(
        /statement:\s+begin isolation level repeatable read read only;/,
      );
    });

    test('one that owns the tables of an extension alone is none', async () => {
      await admin.query('grant delete on cron.job_run_details to drift_audit');
      await open({ url: as('drift_audit'), allowWritableRole: false });
    });
  });

  describe('TLS', () => {
    const on = (host: string, query = ''): string => as('drift_audit', { host, query });
    test.each([
      ['verified by --live-ca', 'localhost', '', { ca: certificates.ca }],
      ['required, whoever signed', '127.0.0.1', 'sslmode=require', {}],
      ['preferred', '127.0.0.1', 'sslmode=prefer', {}],
      [
        'verified by its authority alone',
        '127.0.0.1',
        `sslmode=verify-ca&sslrootcert=${certificates.ca}`,
        {},
      ],
      [
        'verified by the certificate of the URL',
        'localhost',
        `sslmode=verify-full&sslrootcert=${certificates.ca}`,
        {},
      ],
    ])('is used: %s', async (_, host, query, options) => {
      await open({ url: on(host, query), ...options });
      const { rows } = await admin.query(
        "select s.ssl from pg_stat_ssl s join pg_stat_activity a using (pid) where a.usename = 'drift_audit' order by a.backend_start desc limit 1",
      );
      expect(rows).toEqual([{ ssl: true }]);
    });

    test.each([
      [
        'signed by another',
        'localhost',
        'sslmode=require',
        { ca: certificates.otherCa },
        /signed by nobody who is trusted/,
        /--live-ca/,
      ],
      [
        'signed by nobody that Node knows',
        'localhost',
        'sslmode=verify-full',
        {},
        /signed by nobody who is trusted/,
        /--live-ca/,
      ],
      ['for another host', '127.0.0.1', '', { ca: certificates.ca }, /made for another host/, /verify-ca/],
    ])('a certificate %s is refused', async (_, host, query, options, message, remedy) => {
      const error = await refusalToOpen(on(host, query), options);
      expect(error.message).toMatch(message);
      expect(error.remedy).toMatch(remedy);
    });

    test('a certificate that has expired is refused', async () => {
      await placeCertificate(certificates.expired);
      const error = await refusalToOpen(on('localhost'), { ca: certificates.ca });
      await placeCertificate(certificates.server);
      expect(error.message).toMatch(/certificate that has expired/);
    });

    test('that the server does not offer is told, and done without where it is only preferred', async () => {
      const switchTls = async (to: string): Promise<void> => {
        await admin.query(`alter system set ssl = ${to}`);
        await placeCertificate(certificates.server);
      };
      await switchTls('off');
      const error = await refusalToOpen(on('127.0.0.1', 'sslmode=require'));
      const live = await open({ url: on('127.0.0.1', 'sslmode=prefer') });
      const history = await live.history();
      await switchTls('on');
      expect(error.message).toMatch(/offers no TLS/);
      expect(error.remedy).toMatch(/sslmode=disable/);
      expect(history).toHaveLength(2);
    });

    test('that the server asks for and the URL forbids is told', async () => {
      const error = await refusalToOpen(as('sealed', { query: 'sslmode=disable' }));
      expect(error.message).toMatch(/encrypted connections alone/);
      expect(error.remedy).toMatch(/sslmode=require/);
    });
  });

  describe('a password that the server asks for in clear text', () => {
    // Linux and macOS take it for this machine; to the program it is an address as any other.
    const ELSEWHERE = '0.0.0.0';
    test.each([
      ['not encrypted', 'sslmode=disable'],
      ['encrypted, by whoever', 'sslmode=require'],
      ['encrypted if possible', 'sslmode=prefer'],
    ])('is withheld where the connection is %s', async (_, sslmode) => {
      const error = await refusalToOpen(as('plain', { host: ELSEWHERE, query: sslmode }));
      expect(error.message).toMatch(/asks for the password in clear text.*it was not told/);
      expect(error.remedy).toMatch(/--live-ca/);
    });

    test('is told to a server whose certificate is verified, and to one on this machine', async () => {
      const verified = `sslmode=verify-ca&sslrootcert=${certificates.ca}`;
      await open({ url: as('plain', { host: ELSEWHERE, query: verified }) });
      await open({ url: as('plain', { query: 'sslmode=disable' }) });
      const wrong = as('plain', { host: ELSEWHERE, query: verified, password: 'canary-wrong' });
      expect((await refusalToOpen(wrong)).message).toMatch(/does not accept the user and the password/);
    });
  });

  describe('at the door', () => {
    test('a wrong password is told', async () => {
      const error = await refusalToOpen(as('drift_audit', { password: 'canary-wrong' }));
      expect(error.name).toBe('UsageError');
      expect(error.message).toBe('The live database does not accept the user and the password of its URL.');
      expect(error.remedy).toMatch(/percent-encode.*postgres\.<ref>/);
    });

    test('a password that is not there is told', async () => {
      const error = await refusalToOpen(
        `postgresql://drift_audit@127.0.0.1:${new URL(url).port}/${DATABASE}`,
      );
      expect(error.message).toMatch(/asks for a password, and its URL holds none/);
    });

    test('a database that is not there is told', async () => {
      const error = await refusalToOpen(as('drift_audit', { database: 'canary_other' }));
      expect(error.message).toMatch(/does not exist under the name/);
    });

    test('a user that is not there is told', async () => {
      const error = await refusalToOpen(as('canary_nobody'));
      expect(error.message).toMatch(/does not accept the user/);
    });

    test('that there are too many connections is told', async () => {
      await admin.query('alter role drift_audit connection limit 0');
      const error = await refusalToOpen(as('drift_audit'));
      await admin.query('alter role drift_audit connection limit -1');
      expect(error.message).toMatch(/has no connection left/);
    });
  });

  describe('while it is read', () => {
    const lastSession =
      "(select pid from pg_stat_activity where usename = 'drift_audit' order by backend_start desc limit 1)";

    test('a session that an administrator ends is told, also when nobody asked', async () => {
      const live = await open({ url: as('drift_audit') });
      await admin.query(`select pg_terminate_backend(${lastSession})`);
      await new Promise((resolve) => setTimeout(resolve, 200));
      const error = await refusal(live.catalogue());
      expect(error.message).toBe('The live database broke off the connection.');
      expect(error.remedy).toMatch(/^Run again/);
      expect((await refusal(live.history())).message).toBe(error.message);
    });

    test('a session that ends in the midst of a question is told', async () => {
      const live = await open({ url: as('drift_audit') });
      const reading = refusal(live.catalogue());
      await admin.query(`select pg_terminate_backend(${lastSession})`);
      expect((await reading).message).toBe('The live database broke off the connection.');
    });

    test('a statement that takes too long is told, with the option, and ends nothing else', async () => {
      const live = await open({ url: as('drift_audit'), seconds: 1 });
      const { rows } = await admin.query(lastSession);
      let isRunning = true;
      const reading = refusal(live.catalogue()).finally(() => {
        isRunning = false;
      });
      // Its process stands still for longer than a statement may take.
      while (isRunning) {
        process.kill(rows[0].pid, 'SIGSTOP');
        await new Promise((resolve) => setTimeout(resolve, 1200));
        process.kill(rows[0].pid, 'SIGCONT');
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      const error = await reading;
      expect(error.message).toBe('The live database took longer for one statement than it may.');
      expect(error.remedy).toMatch(/--live-timeout/);
      expect(await live.postgresVersion()).toMatch(new RegExp(`^${installation.major}\\.`));
    });

    test('a lock that a deployment holds is told, and is no reason to wait for long', async () => {
      await admin.query('begin; lock table supabase_migrations.schema_migrations');
      const live = await open({ url: as('drift_audit'), seconds: 1 });
      const error = await refusal(live.history());
      await admin.query('rollback');
      expect(error.message).toMatch(/holds a lock on what is to be read/);
      expect(error.remedy).toMatch(/^Run again/);
      expect(await live.history()).toHaveLength(2);
    });

    test('what the role may not read is told with the grant, and is not taken for no history', async () => {
      await admin.query('revoke select on supabase_migrations.schema_migrations from drift_audit');
      const table = await refusal((await open({ url: as('drift_audit') })).history());
      await admin.query('revoke usage on schema supabase_migrations from drift_audit');
      const schema = await refusal((await open({ url: as('drift_audit') })).history());
      await admin.query(GRANTS);
      expect(table.message).toMatch(/permission denied for table schema_migrations/);
      expect(table.remedy).toMatch(/grant select on schema_migrations to ROLE/);
      expect(schema.message).toMatch(/permission denied for schema supabase_migrations/);
      expect(schema.remedy).toMatch(/grant usage on schema supabase_migrations to ROLE/);
    });

    test('rows that security policies would hide are told, and are not taken for none', async () => {
      await admin.query('alter role drift_audit nobypassrls');
      const error = await refusal((await open({ url: as('drift_audit') })).catalogue());
      await admin.query('alter role drift_audit bypassrls');
      expect(error.message).toMatch(/would hide rows.*"job"/);
      expect(error.remedy).toMatch(/bypassrls/);
    });

    test('a table that is dropped while it is read is told as a change', async () => {
      await admin.query(`
        create table public.fleeting (id int primary key, n int default 7 check (n > 0));
        create index on public.fleeting (n);
        create policy positive on public.fleeting using (n > 1)`);
      const live = await open({ url: as('drift_audit') });
      await live.history();
      await admin.query('drop table public.fleeting');
      const error = await refusal(live.catalogue());
      expect(error.message).toMatch(/was changed while it was read: cache lookup failed/);
      expect(error.remedy).toMatch(/^Run again/);
    });
  });

  if ('missing' in pgbouncer) test.skip(`no pooler was asked: ${pgbouncer.missing}`, () => undefined);
  else
    describe('behind pgbouncer', () => {
      let pooler: Pooler;
      beforeAll(async () => {
        pooler = await startPgbouncer(url, installation.user);
      });
      afterAll(() => pooler.stop());

      const clientOf = async (connectionString: string): Promise<pg.Client> => {
        const client = new pg.Client({ connectionString });
        await client.connect();
        return client;
      };
      const everything = async (live: LiveDatabase): Promise<unknown> => {
        const read = await Promise.all([
          live.postgresVersion(),
          live.history(),
          live.catalogue(),
          live.catalogObjects(),
          live.generateTypes(['public']),
        ]);
        await live.close();
        return read;
      };

      test('the transaction mode gives what a direct connection gives, while others use the pool', async () => {
        const direct = await open();
        expect(direct.notices).toEqual([]);
        const expected = await everything(direct);
        const other = await clientOf(pooler.transaction);
        let isReading = true;
        const traffic = (async () => {
          while (isReading) {
            await other.query("begin; select set_config('search_path', 'nowhere', true)");
            await other.query('commit');
          }
        })();
        const live = await open({ url: pooler.transaction });
        const read = await everything(live);
        isReading = false;
        await traffic;
        await other.end();
        expect(read).toEqual(expected);
      });

      test('the transaction mode is told in a notice, and left as it was: no setting, no prepared statement, no lock stays', async () => {
        const state = async (): Promise<unknown[]> => {
          const client = await clientOf(pooler.transaction);
          const { rows } = await client.query(
            `select name, setting from pg_settings where source = 'session' and name <> 'application_name'
             union all select 'prepared', name from pg_prepared_statements
             union all select 'lock', mode from pg_locks where pid <> pg_backend_pid() and locktype = 'relation'`,
          );
          await client.end();
          return rows;
        };
        const before = await state();
        const live = await open({ url: pooler.transaction });
        // Others that use the pool at that moment may hide what it does.
        expect(live.notices.map(({ code }) => code)).toEqual(['transaction-pooler']);
        await everything(live);
        expect(await state()).toEqual(before);
      });

      test('temporary tables that somebody left on the connection are not taken for the catalogue', async () => {
        const expected = await everything(await open());
        // At the same time, so that each connection of the pool gets its own.
        const clients = await Promise.all([1, 2, 3, 4].map(() => clientOf(pooler.transaction)));
        const tables = ['pg_class', 'pg_type', 'pg_namespace'].map((name) => `create temp table ${name} ();`);
        for (const client of clients) await client.query(`begin; ${tables.join(' ')}`);
        for (const client of clients) await client.query('commit').then(() => client.end());
        const read = await everything(await open({ url: pooler.transaction }));
        expect(read).toEqual(expected);
      });

      test('the statement mode is refused, with the session pooler as the remedy', async () => {
        const error = await refusalToOpen(pooler.statement);
        expect(error.name).toBe('UsageError');
        expect(error.message).toMatch(/pooler in statement mode/);
        expect(error.remedy).toMatch(/session pooler/);
      });

      test('the session mode is taken', async () => {
        const live = await open({ url: pooler.session });
        expect(await live.history()).toHaveLength(2);
        expect(live.notices).toEqual([]);
        await live.close();
      });

      test('a database that the pooler does not know is told', async () => {
        const error = await refusalToOpen(pooler.session.replace('by_session', 'canary_lost'));
        expect(error.message).toMatch(/does not exist under the name/);
      });
    });
}
