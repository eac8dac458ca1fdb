-- comment: HTTP client for PostgreSQL, allows web page retrieval inside the database (stand-in: nothing is sent, the response is null)
-- version: 1.6
-- relocatable: false
-- source: pramsey/pgsql-http, http--1.6.sql at v1.6.1

create domain @extschema@.http_method as text;
create domain @extschema@.content_type as text check (value ~ '^\S+\/\S+');

create type @extschema@.http_header as (field varchar, value varchar);
create type @extschema@.http_response as (
  status integer,
  content_type varchar,
  headers @extschema@.http_header[],
  content varchar
);
create type @extschema@.http_request as (
  method @extschema@.http_method,
  uri varchar,
  headers @extschema@.http_header[],
  content_type varchar,
  content varchar
);

create function @extschema@.http_set_curlopt(curlopt varchar, value varchar) returns boolean
  language plpgsql
  as $$ begin return true; end $$;

create function @extschema@.http_reset_curlopt() returns boolean
  language plpgsql
  as $$ begin return true; end $$;

create function @extschema@.http_list_curlopt() returns table (curlopt text, value text)
  language plpgsql
  as $$ begin end $$;

create function @extschema@.http_header(field varchar, value varchar) returns @extschema@.http_header
  language sql
  as $$ select row(field, value)::@extschema@.http_header $$;

create function @extschema@.http(request @extschema@.http_request) returns @extschema@.http_response
  language plpgsql
  as $$ begin return null; end $$;

create function @extschema@.http_get(uri varchar) returns @extschema@.http_response
  language sql
  as $$ select @extschema@.http(row('GET', uri, null, null, null)::@extschema@.http_request) $$;

create function @extschema@.http_post(uri varchar, content varchar, content_type varchar)
  returns @extschema@.http_response
  language sql
  as $$ select @extschema@.http(row('POST', uri, null, content_type, content)::@extschema@.http_request) $$;

create function @extschema@.http_put(uri varchar, content varchar, content_type varchar)
  returns @extschema@.http_response
  language sql
  as $$ select @extschema@.http(row('PUT', uri, null, content_type, content)::@extschema@.http_request) $$;

create function @extschema@.http_patch(uri varchar, content varchar, content_type varchar)
  returns @extschema@.http_response
  language sql
  as $$ select @extschema@.http(row('PATCH', uri, null, content_type, content)::@extschema@.http_request) $$;

create function @extschema@.http_delete(uri varchar) returns @extschema@.http_response
  language sql
  as $$ select @extschema@.http(row('DELETE', uri, null, null, null)::@extschema@.http_request) $$;

create function @extschema@.http_delete(uri varchar, content varchar, content_type varchar)
  returns @extschema@.http_response
  language sql
  as $$ select @extschema@.http(row('DELETE', uri, null, content_type, content)::@extschema@.http_request) $$;

create function @extschema@.http_head(uri varchar) returns @extschema@.http_response
  language sql
  as $$ select @extschema@.http(row('HEAD', uri, null, null, null)::@extschema@.http_request) $$;

create function @extschema@.urlencode(string bytea) returns text
  language plpgsql immutable strict
  as $$
begin
  return (
    select pg_catalog.string_agg(
             case
               when b.value between 48 and 57 or b.value between 65 and 90 or b.value between 97 and 122
                 or b.value in (45, 46, 95) then pg_catalog.chr(b.value)
               when b.value = 32 then '+'
               else '%' || pg_catalog.upper(pg_catalog.lpad(pg_catalog.to_hex(b.value), 2, '0'))
             end, '' order by b.at)
      from (
        select pg_catalog.get_byte(string, i) as value, i as at
          from pg_catalog.generate_series(0, pg_catalog.length(string) - 1) as i
      ) as b
  );
end
$$;

create function @extschema@.urlencode(string varchar) returns text
  language sql immutable strict
  as $$ select @extschema@.urlencode(pg_catalog.convert_to(string, 'UTF8')) $$;

create function @extschema@.urlencode(data jsonb) returns text
  language sql immutable strict
  as $$
  select pg_catalog.string_agg(
           @extschema@.urlencode(p.key::varchar) || '=' || @extschema@.urlencode(coalesce(p.value, '')::varchar), '&')
    from pg_catalog.jsonb_each_text(data) as p
$$;

create function @extschema@.http_get(uri varchar, data jsonb) returns @extschema@.http_response
  language sql
  as $$ select @extschema@.http_get((uri || '?' || @extschema@.urlencode(data))::varchar) $$;

create function @extschema@.http_post(uri varchar, data jsonb) returns @extschema@.http_response
  language sql
  as $$
  select @extschema@.http_post(uri, @extschema@.urlencode(data)::varchar, 'application/x-www-form-urlencoded'::varchar)
$$;

create function @extschema@.text_to_bytea(data text) returns bytea
  language sql immutable strict
  as $$ select pg_catalog.convert_to(data, pg_catalog.getdatabaseencoding()) $$;

create function @extschema@.bytea_to_text(data bytea) returns text
  language sql immutable strict
  as $$ select pg_catalog.convert_from(data, pg_catalog.getdatabaseencoding()) $$;
