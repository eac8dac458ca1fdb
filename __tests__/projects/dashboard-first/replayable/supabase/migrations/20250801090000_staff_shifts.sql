alter table staging.staff_shifts set schema public;
drop schema staging cascade;
