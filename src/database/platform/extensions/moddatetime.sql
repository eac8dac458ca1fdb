-- comment: functions for tracking last modification time (stand-in: sets the column, as the real one does)
-- version: 1.0
-- relocatable: true
-- source: postgres/postgres, contrib/spi/moddatetime--1.0.sql and moddatetime.c

create function moddatetime() returns trigger
  language plpgsql
  as $$
begin
  if tg_level <> 'ROW' then
    raise exception 'moddatetime: must be fired for row';
  end if;
  if tg_when <> 'BEFORE' then
    raise exception 'moddatetime: must be fired before event';
  end if;
  if tg_op <> 'UPDATE' then
    raise exception 'moddatetime: can only be fired for UPDATE';
  end if;
  if tg_nargs <> 1 then
    raise exception 'moddatetime (%): A single argument was expected', tg_table_name;
  end if;
  if not (pg_catalog.to_jsonb(new) ? tg_argv[0]) then
    raise exception '"%" has no attribute "%"', tg_table_name, tg_argv[0] using errcode = 'triggered_action_exception';
  end if;
  return pg_catalog.jsonb_populate_record(new, pg_catalog.jsonb_build_object(tg_argv[0], pg_catalog.now()));
end
$$;
