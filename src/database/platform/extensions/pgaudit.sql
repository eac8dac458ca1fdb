-- comment: provides auditing functionality (stand-in: nothing is audited)
-- version: 17.0
-- relocatable: true
-- source: pgaudit/pgaudit, pgaudit--17.0.sql at 17.0

create function pgaudit_ddl_command_end() returns event_trigger
  language plpgsql security definer
  as $$ begin end $$;

create function pgaudit_sql_drop() returns event_trigger
  language plpgsql security definer
  as $$ begin end $$;

create event trigger pgaudit_ddl_command_end on ddl_command_end
  execute function pgaudit_ddl_command_end();

create event trigger pgaudit_sql_drop on sql_drop
  execute function pgaudit_sql_drop();
