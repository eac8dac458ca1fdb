// What differs in line ends alone, as between a checkout on Windows and one elsewhere: no difference where they say
// nothing, and a note where they are data.

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readCatalogue, rehearse } from '../../../src/database/catalogue.ts';
import { type EmbeddedDatabase, openEmbedded } from '../../../src/database/embedded/engine.ts';
import { extensionsNamedIn } from '../../../src/database/platform/bundles.ts';
import { compareStructure } from '../../../src/database/structure/compare.ts';
import { formatObjectId } from '../../../src/findings/object-id.ts';
import type { Catalogue } from '../../../src/ports.ts';

/** The same statements with either line end; `LITERALS` have one in a string. */
const SILENT = `
create function public.plain(n int) returns int language plpgsql as $$
-- it's a comment
begin
  return n; -- and $1 another
end
$$;
create function public.query() returns text language sql as '
  select ''one''::text
';
create procedure public.step() language plpgsql as $$
begin
  perform 1;
end $$;
comment on function public.plain(int) is 'First line
second line';
comment on table public.t is 'First line
second line';
create view public.v as
  select id
    from public.t;
create policy own on public.t
  using (
    id > 0
  );
select cron.schedule('nightly', '0 3 * * *', 'select 1;
select 2');
`;
const TOLD = `
create trusted language foreign_tongue handler plpgsql_call_handler;
create function public.spoken() returns text language plpgsql as $$
begin
  return 'one
two';
end $$;
alter table public.t alter column note set default 'one
two';
alter table public.t add constraint short check (note <> 'one
two');
create policy spoken on public.t using (note = 'one
two');
create view public.w as select 'one
two' as words;
create function public.other() returns int language foreign_tongue as 'select
1';
`;
const BASE = `
create extension pg_cron;
create table public.t (id int, note text);
`;

let shadow: EmbeddedDatabase;
let base: Catalogue;
beforeAll(async () => {
  shadow = await openEmbedded({ extensions: extensionsNamedIn([BASE]) });
  await shadow.exec(BASE);
  base = await readCatalogue(shadow);
});
afterAll(() => shadow.close());

const after = (sql: string): Promise<Catalogue> => rehearse(shadow, [sql]);
const windows = (sql: string): string => sql.replaceAll('\n', '\r\n');
const never = (): Promise<Catalogue> => Promise.reject(new Error('nothing to rehearse'));

test.each([
  ['in Git', SILENT, windows(SILENT)],
  ['live', windows(SILENT), SILENT],
])('bodies, comments and jobs with plain line ends %s alone are the same', async (_, one, other) => {
  const [expected, actual] = [await after(one), await after(other)];
  expect(expected.facts).not.toBe(base.facts);
  expect(expected.facts).not.toBe(actual.facts);
  expect(await compareStructure(expected, actual, never)).toEqual({
    changes: [],
    statements: [],
    definitions: [],
    notices: [],
  });
});

test('a change beside the line ends is told as ever, and its text without them', async () => {
  const changed = SILENT.replace('return n;', 'return n + 1;');
  const { changes } = await compareStructure(await after(SILENT), await after(windows(changed)), never);
  expect(changes.map(({ facet, severity }) => [facet, severity])).toEqual([['body', 'error']]);
  expect(changes[0]?.actual).toBe(changes[0]?.expected?.replace('return n;', 'return n + 1;'));
});

test('line ends in strings are data: a note tells them, and how the lines end', async () => {
  const { changes } = await compareStructure(await after(TOLD), await after(windows(TOLD)), never);
  const told = changes.map(({ object, facet, severity, expected, actual }) =>
    [formatObjectId(object), facet, severity, expected, actual].join(', '),
  );
  expect(told).toEqual([
    'public.other(), line ends of the body, note, LF, CR LF',
    'public.spoken(), line ends of the body, note, LF, LF and CR LF',
    'public.t.note, line ends of the default, note, LF, CR LF',
    'public.t.short, line ends of the definition, note, LF, CR LF',
    'public.t.spoken, line ends of the using, note, LF, CR LF',
    'public.w, line ends of the definition, note, LF, CR LF',
  ]);
});
