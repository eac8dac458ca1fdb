-- comment: RUM index access method (stand-in: the index holds ranges, and is used for no search)
-- version: 1.3
-- relocatable: true
-- source: postgrespro/rum, rum--1.3.sql at 1.3.14

-- An access method needs a handler in C: that of BRIN takes any type that can be compared. Options of the real one
-- (`with (attach = …, to = …)`) are refused, and so are its ordering operators in an operator class.
create function rumhandler(internal) returns index_am_handler
  language internal
  as 'brinhandler';

create access method rum type index handler rumhandler;

create type rum_distance_query as (query tsquery, method integer);

create function rum_ts_distance(tsvector, tsquery) returns real
  language sql immutable strict
  as $$ select 1 / nullif(pg_catalog.ts_rank($1, $2), 0) $$;

create function rum_ts_distance(tsvector, tsquery, integer) returns real
  language sql immutable strict
  as $$ select 1 / nullif(pg_catalog.ts_rank($1, $2, $3), 0) $$;

create function rum_ts_distance(tsvector, rum_distance_query) returns real
  language sql immutable strict
  as $$ select 1 / nullif(pg_catalog.ts_rank($1, ($2).query, ($2).method), 0) $$;

create function rum_ts_score(tsvector, tsquery) returns real
  language sql immutable strict
  as $$ select pg_catalog.ts_rank($1, $2) $$;

create function rum_ts_score(tsvector, tsquery, integer) returns real
  language sql immutable strict
  as $$ select pg_catalog.ts_rank($1, $2, $3) $$;

create function rum_ts_score(tsvector, rum_distance_query) returns real
  language sql immutable strict
  as $$ select pg_catalog.ts_rank($1, ($2).query, ($2).method) $$;

create function tsquery_to_distance_query(tsquery) returns rum_distance_query
  language sql immutable strict
  as $$ select $1, 0 $$;

create operator <=> (leftarg = tsvector, rightarg = tsquery, function = rum_ts_distance);
create operator <=> (leftarg = tsvector, rightarg = rum_distance_query, function = rum_ts_distance);

-- The distance of two values, by which a rum index can order: in both directions, or infinite in one of them.
do $$
declare
  t record;
begin
  for t in
    select *
      from (values
        ('int2', 'smallint', '$2::text::numeric - $1::text::numeric'),
        ('int4', 'integer', '$2::text::numeric - $1::text::numeric'),
        ('int8', 'bigint', '$2::text::numeric - $1::text::numeric'),
        ('float4', 'real', '$2::text::numeric - $1::text::numeric'),
        ('float8', 'double precision', '$2::text::numeric - $1::text::numeric'),
        ('money', 'money', '$2::numeric - $1::numeric'),
        ('oid', 'oid', '$2::text::numeric - $1::text::numeric'),
        ('timestamp', 'timestamp', 'extract(epoch from $2 - $1)'),
        ('timestamptz', 'timestamptz', 'extract(epoch from $2 - $1)')
      ) as v (name, type, difference)
  loop
    execute pg_catalog.format(
      'create function rum_%s_distance(%2$s, %2$s) returns double precision language sql immutable strict
         as $sql$ select pg_catalog.abs(%3$s)::double precision $sql$', t.name, t.type, t.difference);
    execute pg_catalog.format(
      'create function rum_%s_left_distance(%2$s, %2$s) returns double precision language sql immutable strict
         as $sql$ select case when $1 > $2 then double precision %4$L else (%3$s)::double precision end $sql$',
      t.name, t.type, t.difference, 'Infinity');
    execute pg_catalog.format(
      'create function rum_%s_right_distance(%2$s, %2$s) returns double precision language sql immutable strict
         as $sql$ select case when $1 < $2 then double precision %4$L else (-(%3$s))::double precision end $sql$',
      t.name, t.type, t.difference, 'Infinity');
    execute pg_catalog.format(
      'create operator <=| (leftarg = %1$s, rightarg = %1$s, function = rum_%2$s_left_distance)', t.type, t.name);
    execute pg_catalog.format(
      'create operator |=> (leftarg = %1$s, rightarg = %1$s, function = rum_%2$s_right_distance)', t.type, t.name);
  end loop;
end
$$;

-- Arrays: how much they share.
create function rum_anyarray_distance(anyarray, anyarray) returns double precision
  language sql immutable strict
  as $$
  select pg_catalog.sqrt(pg_catalog.cardinality($1) * pg_catalog.cardinality($2)) / nullif(count(*), 0)
    from pg_catalog.unnest($1) as a (element)
   where a.element = any ($2)
$$;

create function rum_anyarray_similar(anyarray, anyarray) returns boolean
  language sql immutable strict
  as $$
  select count(*) >= 0.5 * pg_catalog.sqrt(pg_catalog.cardinality($1) * pg_catalog.cardinality($2))
    from pg_catalog.unnest($1) as a (element)
   where a.element = any ($2)
$$;

create operator % (leftarg = anyarray, rightarg = anyarray, function = rum_anyarray_similar);
create operator <=> (leftarg = anyarray, rightarg = anyarray, function = rum_anyarray_distance);

create function rum_numeric_cmp(numeric, numeric) returns integer
  language internal immutable strict
  as 'numeric_cmp';

-- What only an index calls never runs here; its functions have their names and arguments, for generated types show
-- them. Each stands for a function of the server that reads no argument and gives null.
do $$
declare
  f record;
begin
  for f in
    with types (name, type) as (
      values ('bit', 'bit'), ('bytea', 'bytea'), ('char', '"char"'), ('cidr', 'cidr'), ('date', 'date'),
        ('float4', 'real'), ('float8', 'double precision'), ('inet', 'inet'), ('int2', 'smallint'), ('int4', 'integer'),
        ('int8', 'bigint'), ('interval', 'interval'), ('macaddr', 'macaddr'), ('money', 'money'), ('numeric', 'numeric'),
        ('oid', 'oid'), ('text', 'text'), ('time', 'time'), ('timestamp', 'timestamp'), ('timetz', 'timetz'),
        ('varbit', 'varbit')
    )
    select 'rum_' || name || '_compare_prefix' as name,
           pg_catalog.format('%1$s, %1$s, smallint, internal', type) as arguments,
           'integer' as result
      from types
    union all
    select 'rum_' || name || '_extract_value',
           type || case name when 'timestamp' then ', internal, internal, internal, internal' else ', internal' end,
           'internal'
      from types
    union all
    select 'rum_' || name || '_extract_query',
           type || ', internal, smallint, internal, internal'
             || case name when 'timestamp' then ', internal, internal' else '' end,
           'internal'
      from types
    union all
    select pg_catalog.format('rum_%s_config', name), 'internal', 'void'
      from pg_catalog.unnest(array[
        'anyarray', 'float4', 'float8', 'int2', 'int4', 'int8', 'money', 'oid', 'timestamp', 'tsvector'
      ]) as v (name)
    union all
    select pg_catalog.format('rum_%s_%s_distance', name, what),
           pg_catalog.format('%1$s, %1$s, smallint', type),
           'double precision'
      from (
        select * from types where name in ('float4', 'float8', 'int2', 'int4', 'int8', 'money', 'oid', 'timestamp')
        union all values ('timestamptz', 'timestamptz')
      ) as t,
           (values ('key'), ('outer')) as w (what)
     where (name, what) <> ('timestamptz', 'outer')
    union all
    select 'rum_' || v.name, pg_catalog.format('internal, smallint, %s, integer, internal, internal, internal, internal', type),
           'boolean'
      from (values
        ('anyarray_consistent', 'anyarray'), ('btree_consistent', 'internal'), ('timestamp_consistent', 'timestamp'),
        ('tsquery_addon_consistent', 'tsvector'), ('tsquery_consistent', 'tsvector'),
        ('tsquery_pre_consistent', 'tsvector')
      ) as v (name, type)
    union all
    select *
      from (values
        ('ruminv_tsvector_consistent', 'internal, smallint, tsvector, integer, internal, internal, internal, internal', 'boolean'),
        ('rum_anyarray_ordering', 'internal, smallint, anyarray, integer, internal, internal, internal, internal, internal', 'double precision'),
        ('rum_tsquery_distance', 'internal, smallint, tsvector, integer, internal, internal, internal, internal, internal', 'double precision'),
        ('rum_extract_anyarray', 'anyarray, internal, internal, internal, internal', 'internal'),
        ('rum_extract_anyarray_query', 'anyarray, internal, smallint, internal, internal, internal, internal', 'internal'),
        ('rum_extract_tsquery', 'tsquery, internal, smallint, internal, internal, internal, internal', 'internal'),
        ('rum_extract_tsquery_hash', 'tsquery, internal, smallint, internal, internal, internal, internal', 'internal'),
        ('rum_extract_tsvector', 'tsvector, internal, internal, internal, internal', 'internal'),
        ('rum_extract_tsvector_hash', 'tsvector, internal, internal, internal, internal', 'internal'),
        ('rum_ts_join_pos', 'internal, internal', 'bytea'),
        ('ruminv_extract_tsquery', 'tsquery, internal, internal, internal, internal', 'internal'),
        ('ruminv_extract_tsvector', 'tsvector, internal, smallint, internal, internal, internal, internal', 'internal'),
        ('ruminv_tsquery_config', 'internal', 'void')
      ) as v (name, arguments, result)
  loop
    execute pg_catalog.format(
      'create function %s(%s) returns %s language internal immutable strict as %L',
      f.name, f.arguments, f.result, 'pg_last_wal_receive_lsn');
  end loop;
end
$$;

create operator <=> (leftarg = timestamp, rightarg = timestamp, function = rum_timestamp_distance);
create operator <=> (leftarg = timestamptz, rightarg = timestamptz, function = rum_timestamptz_distance);
create operator <=> (leftarg = smallint, rightarg = smallint, function = rum_int2_distance);
create operator <=> (leftarg = integer, rightarg = integer, function = rum_int4_distance);
create operator <=> (leftarg = bigint, rightarg = bigint, function = rum_int8_distance);
create operator <=> (leftarg = real, rightarg = real, function = rum_float4_distance);
create operator <=> (leftarg = double precision, rightarg = double precision, function = rum_float8_distance);
create operator <=> (leftarg = money, rightarg = money, function = rum_money_distance);
create operator <=> (leftarg = oid, rightarg = oid, function = rum_oid_distance);

do $$
declare
  class record;
begin
  for class in
    select *
      from (values
        ('rum_tsvector_ops', 'tsvector', true),
        ('rum_tsvector_hash_ops', 'tsvector', false),
        ('rum_tsvector_addon_ops', 'tsvector', false),
        ('rum_tsvector_hash_addon_ops', 'tsvector', false),
        ('rum_tsquery_ops', 'tsquery', true),
        ('rum_anyarray_ops', 'anyarray', true),
        ('rum_int2_ops', 'smallint', true),
        ('rum_int4_ops', 'integer', true),
        ('rum_int8_ops', 'bigint', true),
        ('rum_float4_ops', 'real', true),
        ('rum_float8_ops', 'double precision', true),
        ('rum_money_ops', 'money', true),
        ('rum_oid_ops', 'oid', true),
        ('rum_timestamp_ops', 'timestamp', true),
        ('rum_timestamptz_ops', 'timestamptz', true),
        ('rum_time_ops', 'time', true),
        ('rum_timetz_ops', 'timetz', true),
        ('rum_date_ops', 'date', true),
        ('rum_interval_ops', 'interval', true),
        ('rum_macaddr_ops', 'macaddr', true),
        ('rum_inet_ops', 'inet', true),
        ('rum_cidr_ops', 'cidr', true),
        ('rum_text_ops', 'text', true),
        ('rum_varchar_ops', 'varchar', true),
        ('rum_char_ops', '"char"', true),
        ('rum_bytea_ops', 'bytea', true),
        ('rum_bit_ops', 'bit', true),
        ('rum_varbit_ops', 'varbit', true),
        ('rum_numeric_ops', 'numeric', true)
      ) as c (name, type, is_default)
  loop
    execute pg_catalog.format(
      'create operator class %I %s for type %s using rum as
         operator 1 pg_catalog.< %4$s, operator 2 pg_catalog.<= %4$s, operator 3 pg_catalog.= %4$s,
         operator 4 pg_catalog.>= %4$s, operator 5 pg_catalog.> %4$s,
         function 1 pg_catalog.brin_minmax_opcinfo(internal),
         function 2 pg_catalog.brin_minmax_add_value(internal, internal, internal, internal),
         function 3 pg_catalog.brin_minmax_consistent(internal, internal, internal),
         function 4 pg_catalog.brin_minmax_union(internal, internal, internal)',
      class.name,
      case when class.is_default then 'default' else '' end,
      class.type,
      case class.type when 'varchar' then '(text, text)' when 'cidr' then '(inet, inet)' else '' end);
  end loop;
end
$$;
