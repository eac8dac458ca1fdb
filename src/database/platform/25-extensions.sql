-- Extensions that every new project has before its first migration. pg_graphql is off since April 2026.
-- pg_stat_statements and supabase_vault are stand-ins (extensions/*.sql), the others are the real ones.

set role supabase_admin;

create extension "uuid-ossp" with schema extensions;
create extension pgcrypto with schema extensions;
create extension pg_stat_statements with schema extensions;
create extension supabase_vault with schema vault;

reset role;
