-- Jobs that run every night.

create or replace function private.nightly()
returns void
language plpgsql
security definer
set search_path = ''
as $$
begin
  refresh materialized view public.sales_by_month;
  refresh materialized view billing.ageing;
  delete from private.invitations where expires_at < now() - interval '30 days' and accepted_at is null;
end;
$$;

select cron.schedule('backoffice-nightly', '15 3 * * *', $$ select private.nightly(); $$);
select cron.schedule('backoffice-audit-prune', '0 4 * * 0', $$ delete from private.audit_log where changed_at < now() - interval '400 days' $$);
