// Which files of which public project say what an extension holds, at the version that our stand-in stands for.
// What only Rust code says is declared here by hand, with the file that says it.

export interface ExtensionSource {
  /** owner/name on GitHub. */
  repository: string;
  /** Tag or commit. */
  version: string;
  /** Its control file, where one is in the project. */
  control?: string;
  /** SQL files in the order in which they are run; a `*` stands for all files of a folder, by name. */
  files: string[];
  /** The schema that `@extschema@` means; `extensions` unless the real control file fixes another. */
  schema?: string;
  /** Functions whose body makes a view, and the call that makes it. */
  calls?: { keepBodiesOf: RegExp; sql: string };
  /** Whether relations are made in `do` blocks. */
  runsBlocks?: boolean;
  /** Declarations that the project makes in Rust or by a code generator, in SQL, and the files that were read for them. */
  declared?: { comes: 'first' | 'last'; files: string[]; sql: string };
  /** The only schemas that are taken, and why no others. */
  scope?: { schemas: string[]; why: string };
}

/** Foreign data wrappers of the feature all_fdws: the names of their structs, in snake case. */
const WRAPPERS =
  `airtable auth0 big_query click_house cognito duckdb firebase iceberg logflare mssql redis s3 s3_vectors
  stripe wasm`.split(/\s+/);

const stub = (name: string, args: string, returns: string): string =>
  `create function extensions.${name}(${args}) returns ${returns} language internal as 'int4in';`;

const POSTGRES = { repository: 'postgres/postgres', version: 'REL_17_5' };

export const SOURCES: Record<string, ExtensionSource> = {
  dblink: {
    ...POSTGRES,
    control: 'contrib/dblink/dblink.control',
    files: ['contrib/dblink/dblink--1.2.sql'],
  },
  http: {
    repository: 'pramsey/pgsql-http',
    version: 'v1.6.1',
    control: 'http.control',
    files: ['http--1.6.sql'],
  },
  hypopg: {
    repository: 'HypoPG/hypopg',
    version: '1.4.0',
    control: 'hypopg.control',
    files: ['hypopg--1.4.0.sql'],
  },
  index_advisor: {
    repository: 'supabase/index_advisor',
    version: 'ddb9b4e',
    control: 'index_advisor.control',
    files: ['index_advisor--0.2.0.sql'],
  },
  moddatetime: {
    ...POSTGRES,
    control: 'contrib/spi/moddatetime.control',
    files: ['contrib/spi/moddatetime--1.0.sql'],
  },
  pg_cron: {
    repository: 'citusdata/pg_cron',
    version: 'v1.6.4',
    control: 'pg_cron.control',
    files: [
      'pg_cron.sql',
      ...['1.0--1.1', '1.1--1.2', '1.2--1.3', '1.3--1.4', '1.4--1.4-1', '1.4-1--1.5', '1.5--1.6'].map(
        (step) => `pg_cron--${step}.sql`,
      ),
    ],
    schema: 'pg_catalog',
  },
  pg_graphql: {
    repository: 'supabase/pg_graphql',
    version: 'v1.5.11',
    control: 'pg_graphql.control',
    files: ['sql/schema_version.sql', 'sql/directives.sql', 'sql/raise_exception.sql', 'sql/resolve.sql'],
    schema: 'graphql',
    declared: {
      comes: 'first',
      files: ['src/lib.rs'],
      sql: `create schema if not exists graphql;
        create function graphql._internal_resolve(query text, variables jsonb default '{}',
          "operationName" text default null, extensions jsonb default null)
          returns jsonb language internal as 'int4in';`,
    },
  },
  pg_jsonschema: {
    repository: 'supabase/pg_jsonschema',
    version: 'v0.3.3',
    control: 'pg_jsonschema.control',
    files: [],
    declared: {
      comes: 'last',
      files: ['src/lib.rs'],
      sql: [
        stub('json_matches_schema', 'schema json, instance json', 'boolean'),
        stub('jsonb_matches_schema', 'schema json, instance jsonb', 'boolean'),
        stub('jsonschema_is_valid', 'schema json', 'boolean'),
        stub('jsonschema_validation_errors', 'schema json, instance json', 'text[]'),
      ].join('\n'),
    },
  },
  pg_net: {
    repository: 'supabase/pg_net',
    version: 'v0.20.0',
    control: 'pg_net.control.in',
    files: ['sql/pg_net.sql'],
  },
  pg_partman: {
    repository: 'pgpartman/pg_partman',
    version: 'v5.1.0',
    control: 'pg_partman.control',
    files: ['sql/types/*.sql', 'sql/tables/*.sql', 'sql/functions/*.sql', 'sql/procedures/*.sql'],
  },
  pg_repack: {
    repository: 'reorg/pg_repack',
    version: 'ver_1.5.2',
    control: 'lib/pg_repack.control.in',
    files: ['lib/pg_repack.sql.in'],
    runsBlocks: true,
  },
  pg_stat_monitor: {
    repository: 'percona/pg_stat_monitor',
    version: '2.1.1',
    control: 'pg_stat_monitor.control',
    files: ['pg_stat_monitor--2.0.sql', 'pg_stat_monitor--2.0--2.1.sql'],
    calls: { keepBodiesOf: /^pgsm_create_17_view$/, sql: 'select extensions.pgsm_create_17_view()' },
  },
  pg_stat_statements: {
    ...POSTGRES,
    control: 'contrib/pg_stat_statements/pg_stat_statements.control',
    files: ['1.4', '1.4--1.5', '1.5--1.6', '1.6--1.7', '1.7--1.8', '1.8--1.9', '1.9--1.10', '1.10--1.11'].map(
      (step) => `contrib/pg_stat_statements/pg_stat_statements--${step}.sql`,
    ),
  },
  pg_tle: {
    repository: 'aws/pg_tle',
    version: 'v1.4.0',
    control: 'pg_tle.control.in',
    files: ['1.1.1', '1.1.1--1.2.0', '1.2.0--1.3.0', '1.3.0--1.3.3', '1.3.3--1.3.4', '1.3.4--1.4.0'].map(
      (step) => `pg_tle--${step}.sql`,
    ),
    schema: 'pgtle',
  },
  pgaudit: {
    repository: 'pgaudit/pgaudit',
    version: '17.0',
    control: 'pgaudit.control',
    files: ['pgaudit--17.0.sql'],
  },
  pgjwt: {
    repository: 'michelp/pgjwt',
    version: 'f3d82fd',
    control: 'pgjwt.control',
    files: ['pgjwt--0.2.0.sql'],
  },
  pgmq: {
    repository: 'pgmq/pgmq',
    version: 'v1.5.1',
    control: 'pgmq-extension/pgmq.control',
    files: ['pgmq-extension/sql/pgmq.sql'],
    schema: 'pgmq',
  },
  pgroonga: {
    repository: 'pgroonga/pgroonga',
    version: '3.2.5',
    control: 'pgroonga.control',
    files: ['data/pgroonga.sql'],
    runsBlocks: true,
    // The block at the file's end names it; the handler is C.
    declared: {
      comes: 'first',
      files: [],
      sql: 'create access method pgroonga type index handler pg_catalog.brinhandler;',
    },
  },
  pgsodium: {
    repository: 'michelp/pgsodium',
    version: 'v3.1.8',
    control: 'pgsodium.control',
    files: [
      '1.0.0',
      ...`1.0.0 1.1.0 1.1.1 1.2.0 2.0.0 2.0.1 2.0.2 3.0.0 3.0.2 3.0.3 3.0.4 3.0.5 3.0.6 3.0.7 3.1.0 3.1.1 3.1.2 3.1.3
        3.1.4 3.1.5 3.1.6 3.1.7 3.1.8`
        .split(/\s+/)
        .flatMap((to, index, all) => (index === 0 ? [] : [`${all[index - 1]}--${to}`])),
    ].map((step) => `sql/pgsodium--${step}.sql`),
    schema: 'pgsodium',
  },
  plpgsql_check: {
    repository: 'okbob/plpgsql_check',
    version: 'v2.7.15',
    control: 'plpgsql_check.control',
    files: ['plpgsql_check--2.7.sql'],
  },
  rum: {
    repository: 'postgrespro/rum',
    version: '1.3.14',
    control: 'rum.control',
    files: ['rum--1.3.sql'],
  },
  // Its api_key defaults to a key, which stays out of here.
  'supabase-dbdev': {
    repository: 'supabase/dbdev',
    version: '3921491',
    files: [],
    declared: {
      comes: 'first',
      files: ['supabase/migrations/20231207073048_dbdev_supports_new_package_names.sql'],
      sql: `create schema dbdev;
        create function dbdev.install(package_name text, base_url text default 'https://api.database.dev/rest/v1/',
          api_key text default null) returns boolean language internal as 'int4in';`,
    },
  },
  supabase_vault: {
    repository: 'supabase/vault',
    version: 'v0.3.1',
    control: 'supabase_vault.control.in',
    files: ['sql/supabase_vault--0.3.0.sql', 'sql/supabase_vault--0.3.0--0.3.1.sql'],
    schema: 'vault',
  },
  timescaledb: {
    repository: 'timescale/timescaledb',
    version: '2.16.1',
    control: 'timescaledb.control.in',
    files: [
      ...'schemas types.pre types.functions types.post tables cache'
        .split(' ')
        .map((name) => `pre_install/${name}`),
      ...`hypertable chunk ddl_internal util_time util_internal_table_ddl chunk_constraint partitioning ddl_api
        ddl_triggers bookend time_bucket time_bucket_ng version size_utils histogram bgw_scheduler metadata views
        views_experimental gapfill maintenance_utils partialize_finalize restoring job_api policy_api policy_internal
        cagg_utils cagg_migrate job_stat_history_log_retention osm_api compression_defaults with_telemetry compat
        bgw_startup`.split(/\s+/),
    ].map((name) => `sql/${name}.sql`),
    scope: {
      schemas: ['extensions', 'timescaledb_information', 'timescaledb_experimental'],
      why: 'The schemas whose name begins with an underscore are the library’s own catalogue and its C functions.',
    },
  },
  wrappers: {
    repository: 'supabase/wrappers',
    version: 'v0.5.7',
    control: 'wrappers/wrappers.control',
    files: ['wrappers/sql/bootstrap.sql'],
    declared: {
      comes: 'last',
      files: [
        'wrappers/Cargo.toml',
        'supabase-wrappers-macros/src/lib.rs',
        'wrappers/src/fdw/s3vectors_fdw/s3vec.rs',
      ],
      sql: [
        ...WRAPPERS.flatMap((name) => [
          stub(`${name}_fdw_handler`, '', 'fdw_handler'),
          stub(`${name}_fdw_validator`, 'options text[], catalog oid', 'void'),
          stub(`${name}_fdw_meta`, '', 'table (name text, version text, author text, website text)'),
        ]),
        'create type extensions.s3vec;',
        stub('s3vec_in', 'input cstring', 'extensions.s3vec'),
        stub('s3vec_out', 'input extensions.s3vec', 'cstring'),
        'create type extensions.s3vec (input = extensions.s3vec_in, output = extensions.s3vec_out, storage = extended);',
        stub('s3vec_knn', '_left extensions.s3vec, _right extensions.s3vec', 'boolean'),
        stub('metadata_filter', '_left jsonb, _right jsonb', 'boolean'),
        stub('s3vec_distance', 's3vec extensions.s3vec', 'real'),
        'create operator extensions.<==> (function = extensions.s3vec_knn, leftarg = extensions.s3vec, rightarg = extensions.s3vec);',
        'create operator extensions.<==> (function = extensions.metadata_filter, leftarg = jsonb, rightarg = jsonb);',
      ].join('\n'),
    },
  },
};
