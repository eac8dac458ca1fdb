// Names that no migration has to create: PostgreSQL's own types, Supabase's schemas, what extensions bring.

/** Types of pg_catalog under the names that may be written without their schema. Source: PostgreSQL 17, pg_type. */
const BUILT_IN_TYPES = new Set(
  `aclitem any anyarray anycompatible anycompatiblearray anycompatiblemultirange anycompatiblenonarray
  anycompatiblerange anyelement anyenum anymultirange anynonarray anyrange bit bool box bpchar bytea char cid cidr
  circle cstring date datemultirange daterange event_trigger fdw_handler float4 float8 gtsvector index_am_handler inet
  int2 int2vector int4 int4multirange int4range int8 int8multirange int8range internal interval json jsonb jsonpath
  language_handler line lseg macaddr macaddr8 money name numeric nummultirange numrange oid oidvector path point
  polygon record refcursor regclass regcollation regconfig regdictionary regnamespace regoper regoperator regproc
  regprocedure regrole regtype smallserial serial bigserial serial2 serial4 serial8 table_am_handler text tid time
  timestamp timestamptz timetz trigger tsm_handler tsmultirange tsquery tsrange tstzmultirange tstzrange tsvector
  txid_snapshot unknown uuid varbit varchar void xid xid8 xml`.split(/\s+/),
);

/** Schemas that Supabase or PostgreSQL fills: what lacks there is no base schema of the user's. */
const PLATFORM_SCHEMAS = new Set(
  `information_schema auth storage realtime vault extensions graphql graphql_public net cron pgmq pgmq_public
  supabase_functions supabase_migrations pgsodium pgsodium_masks pgbouncer pgtle dbdev tiger tiger_data topology
  ag_catalog repack timescaledb_experimental timescaledb_information _realtime _analytics _supavisor`.split(
    /\s+/,
  ),
);

/** The relations and types of the extensions that Supabase offers; those with a schema of their own have none here. */
const EXTENSION_OBJECTS: Record<string, string> = {
  citext: 'citext',
  cube: 'cube',
  dblink: 'dblink_pkey_results',
  hstore: 'hstore ghstore',
  http: 'http_header http_method http_request http_response',
  hypopg: 'hypopg_list_indexes hypopg_hidden_indexes',
  intarray: 'query_int intbig_gkey',
  isn: 'ean13 isbn isbn13 ismn ismn13 issn issn13 upc',
  ltree: 'ltree lquery ltxtquery ltree_gist',
  pg_partman: 'part_config part_config_sub table_privs check_default_table',
  pg_trgm: 'gtrgm',
  pgroonga:
    'pgroonga_condition pgroonga_full_text_search_condition pgroonga_full_text_search_condition_with_scorers',
  pgtap: 'tap_funky _time_trial_type',
  postgis:
    'geometry geography box2d box3d box2df gidx spheroid geometry_dump valid_detail spatial_ref_sys geometry_columns geography_columns',
  postgis_raster:
    'raster rastbandarg addbandarg geomval raster_columns raster_overviews reclassarg summarystats unionarg agg_count agg_samealignment',
  rum: 'rum_distance_query',
  seg: 'seg',
  tablefunc: 'tablefunc_crosstab_2 tablefunc_crosstab_3 tablefunc_crosstab_4',
  vector: 'vector halfvec sparsevec',
  wrappers: 'wrappers_fdw_stats s3vec',
};

/** Extensions that bring no relation or type outside a schema of their own. */
const EXTENSIONS_WITHOUT_OBJECTS = new Set(
  `address_standardizer address_standardizer_data_us amcheck autoinc bloom btree_gin btree_gist dict_int dict_xsyn
  earthdistance fuzzystrmatch index_advisor insert_username lo moddatetime pageinspect pg_buffercache pg_cron
  pg_graphql pg_hashids pg_jsonschema pg_net pg_prewarm pg_repack pg_stat_monitor pg_stat_statements pg_surgery
  pg_tle pg_uuidv7 pg_walinspect pgaudit pgcrypto pgjwt pgmq pgroonga_database pgrouting pgrowlocks
  pgsodium pgstattuple plcoffee plls plpgsql plpgsql_check plv8 postgis_sfcgal postgis_tiger_geocoder
  postgis_topology postgres_fdw refint sslinfo supabase-dbdev supabase_vault tcn timescaledb tsm_system_rows
  tsm_system_time unaccent uuid-ossp xml2`.split(/\s+/),
);

const EXTENSION_NAMES = new Set(Object.values(EXTENSION_OBJECTS).flatMap((names) => names.split(' ')));

export const isKnownExtension = (name: string): boolean =>
  Object.hasOwn(EXTENSION_OBJECTS, name) || EXTENSIONS_WITHOUT_OBJECTS.has(name);

/** Whether objects of a schema are Supabase's or PostgreSQL's to create. */
export const isPlatformSchema = (schema: string): boolean =>
  schema.startsWith('pg_') || schema.startsWith('_timescaledb') || PLATFORM_SCHEMAS.has(schema);

/** Whether an extension brings an object of this name, whatever its schema. */
export const isExtensionName = (name: string): boolean => EXTENSION_NAMES.has(name);

/** Whether an unqualified name is PostgreSQL's own. */
export const isBuiltIn = (name: string): boolean => name.startsWith('pg_') || BUILT_IN_TYPES.has(name);
