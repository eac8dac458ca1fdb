-- Makes a table when somebody calls it, which no migration does.
create function public.archive_movements(year integer) returns void language plpgsql set search_path = '' as $$
begin
  create table if not exists public.archived_movements (
    id bigint primary key,
    quantity integer
  );
  execute format('CREATE TABLE public.archived_movements_%s (like public.archived_movements)', year);
end
$$;

create function public.touch_updated_at() returns trigger language plpgsql set search_path = '' as $$
begin
  new.updated_at = now();
  return new;
end
$$;
create trigger quotes_touch before update on public.quotes for each row execute function public.touch_updated_at();
