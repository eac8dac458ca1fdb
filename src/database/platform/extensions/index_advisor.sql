-- comment: Query index advisor (stand-in: it advises nothing)
-- version: 0.2.0
-- requires: hypopg
-- relocatable: true
-- source: supabase/index_advisor, index_advisor--0.2.0.sql

create function index_advisor(query text) returns table (
  startup_cost_before jsonb,
  startup_cost_after jsonb,
  total_cost_before jsonb,
  total_cost_after jsonb,
  index_statements text[],
  errors text[]
)
  language plpgsql
  as $$
begin
  index_statements := '{}';
  errors := array['index_advisor is a stand-in here and plans no query'];
  return next;
end
$$;
