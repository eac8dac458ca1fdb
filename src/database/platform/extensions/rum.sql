-- comment: RUM index access method (stand-in: the index holds ranges, and is used for no search)
-- version: 1.3
-- relocatable: true
-- source: postgrespro/rum, rum_init.sql and its update scripts to 1.3

-- An access method needs a handler in C: that of BRIN takes any type that can be compared. Options of the real one
-- (`with (attach = …, to = …)`) are refused, and so are its ordering operators in an operator class.
create access method rum type index handler pg_catalog.brinhandler;

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

-- The distance of two values, by which a rum index can order.
do $$
declare
  type_name text;
begin
  foreach type_name in array array['smallint', 'integer', 'bigint', 'real', 'double precision', 'money', 'oid'] loop
    execute pg_catalog.format(
      'create function rum_%s_distance(%2$s, %2$s) returns double precision language sql immutable strict'
      ' as ''select pg_catalog.abs($1::text::numeric - $2::text::numeric)::double precision''',
      case type_name when 'smallint' then 'int2' when 'integer' then 'int4' when 'bigint' then 'int8'
        when 'real' then 'float4' when 'double precision' then 'float8' else type_name end, type_name);
  end loop;
  foreach type_name in array array['timestamp', 'timestamptz'] loop
    execute pg_catalog.format(
      'create function rum_%s_distance(%1$s, %1$s) returns double precision language sql immutable strict'
      ' as ''select pg_catalog.abs(extract(epoch from $1 - $2))::double precision''', type_name);
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
