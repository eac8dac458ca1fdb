create schema staging;
CREATE TABLE staging.import_files (id bigint primary key, name text);
create table staging.staff_shifts (
  id bigint generated always as identity primary key,
  employee_id uuid,
  starts_at timestamptz not null
);
create unlogged table public.import_rows (line integer primary key, payload jsonb);
CREATE TEMPORARY TABLE import_errors (line integer, reason text);
create temp table import_totals as select count(*) as rows from public.import_rows;
drop table import_errors, import_totals;
