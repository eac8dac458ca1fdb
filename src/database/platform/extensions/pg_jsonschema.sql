-- comment: pg_jsonschema (stand-in: every document matches every schema)
-- version: 0.3.3
-- relocatable: false
-- source: supabase/pg_jsonschema, src/lib.rs at v0.3.3

-- Documents are not looked at: replaying a schema needs the functions, and a check constraint that lets rows pass.
create function @extschema@.json_matches_schema(schema json, instance json) returns boolean
  language sql immutable strict parallel safe
  as $$ select true $$;

create function @extschema@.jsonb_matches_schema(schema json, instance jsonb) returns boolean
  language sql immutable strict parallel safe
  as $$ select true $$;

create function @extschema@.jsonschema_is_valid(schema json) returns boolean
  language sql immutable strict parallel safe
  as $$ select true $$;

create function @extschema@.jsonschema_validation_errors(schema json, instance json) returns text[]
  language sql immutable strict parallel safe
  as $$ select '{}'::text[] $$;
