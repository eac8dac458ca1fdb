-- comment: JSON Web Token API for Postgresql (stand-in: signs and verifies through pgcrypto)
-- version: 0.2.0
-- requires: pgcrypto
-- relocatable: false
-- source: michelp/pgjwt, pgjwt--0.2.0.sql

create function @extschema@.url_encode(data bytea) returns text
  language sql immutable
  as $$
  select pg_catalog.rtrim(pg_catalog.translate(pg_catalog.encode(data, 'base64'), e'+/\n', '-_'), '=')
$$;

create function @extschema@.url_decode(data text) returns bytea
  language sql immutable
  as $$
  select pg_catalog.decode(
    pg_catalog.translate(data, '-_', '+/') || pg_catalog.repeat('=', (4 - pg_catalog.length(data) % 4) % 4),
    'base64'
  )
$$;

create function @extschema@.algorithm_sign(signables text, secret text, algorithm text) returns text
  language plpgsql immutable
  as $$
declare
  digest text := case algorithm when 'HS256' then 'sha256' when 'HS384' then 'sha384' when 'HS512' then 'sha512' end;
begin
  if digest is null then
    raise exception 'Cannot use "%": No such hash algorithm', algorithm using errcode = 'invalid_parameter_value';
  end if;
  return @extschema@.url_encode(@extschema:pgcrypto@.hmac(signables, secret, digest));
end
$$;

create function @extschema@.sign(payload json, secret text, algorithm text default 'HS256') returns text
  language plpgsql immutable
  as $$
declare
  signables text :=
    @extschema@.url_encode(pg_catalog.convert_to('{"alg":"' || algorithm || '","typ":"JWT"}', 'utf8'))
    || '.' || @extschema@.url_encode(pg_catalog.convert_to(payload::text, 'utf8'));
begin
  return signables || '.' || @extschema@.algorithm_sign(signables, secret, algorithm);
end
$$;

create function @extschema@.try_cast_double(inp text) returns double precision
  language plpgsql immutable
  as $$
begin
  return inp::double precision;
exception
  when others then return null;
end
$$;

create function @extschema@.verify(token text, secret text, algorithm text default 'HS256')
  returns table (header json, payload json, valid boolean)
  language plpgsql immutable
  as $$
declare
  part text[] := pg_catalog.string_to_array(token, '.');
begin
  header := pg_catalog.convert_from(@extschema@.url_decode(part[1]), 'utf8');
  payload := pg_catalog.convert_from(@extschema@.url_decode(part[2]), 'utf8');
  valid := part[3] = @extschema@.algorithm_sign(part[1] || '.' || part[2], secret, algorithm)
    and pg_catalog.tstzrange(
      pg_catalog.to_timestamp(@extschema@.try_cast_double(payload ->> 'nbf')),
      pg_catalog.to_timestamp(@extschema@.try_cast_double(payload ->> 'exp'))
    ) @> current_timestamp;
  return next;
end
$$;
