-- Never reached either: the file before it fails.
create index visits_site_id_idx on public.visits (site_id, visited_at desc);
