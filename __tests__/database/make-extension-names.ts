// Writes src/supabase/extension-names.ts: the names that any version of an extension brings into the schema that it is
// created in.
//   node .ci/run-ts.mjs __tests__/database/make-extension-names.ts CLONES INSTALLED
// CLONES holds a clone, bare or not, of each repository below at `owner+name/repo`; INSTALLED is the folder of extensions
// of a native PostgreSQL 15 with PostGIS. PostgreSQL's own extensions come from there and from PGlite 17 and 18. Names
// alone are carried over.

import { readFileSync, writeFileSync } from 'node:fs';
import * as v from 'valibot';
import {
  type Names,
  noteNames,
  type Script,
  scriptsIn,
  scriptsInClone,
  scriptsOfPackage,
} from './extension-scripts.ts';
import { ExtensionFacts } from './surface.ts';

const target = new URL('../../src/supabase/extension-names.ts', import.meta.url);
const root = (path: string): string => new URL(`../../${path}`, import.meta.url).pathname;
const [clones = '', installed = ''] = process.argv.slice(2);

const POSTGIS = { repository: 'postgis/postgis', tags: /^3\.\d+\.0(alpha1)?$/ };

/** The releases to read, and their scripts. */
const CLONES: Record<string, { repository: string; tags: RegExp; files: RegExp }> = {
  address_standardizer: {
    ...POSTGIS,
    files: /^extensions\/address_standardizer\/(sql\/)?[^/]*functions[^/]*\.sql(\.in)?$/,
  },
  http: { repository: 'pramsey/pgsql-http', tags: /^v/, files: /^http--.*\.sql$/ },
  hypopg: { repository: 'HypoPG/hypopg', tags: /^\d/, files: /^hypopg--.*\.sql$/ },
  pg_hashids: { repository: 'iCyberon/pg_hashids', tags: /^v/, files: /^pg_hashids--.*\.sql$/ },
  pg_partman: {
    repository: 'pgpartman/pg_partman',
    tags: /^v[345]\.\d+\.0$/,
    files: /^sql\/(types|tables|functions|procedures|views)\//,
  },
  pg_stat_monitor: {
    repository: 'percona/pg_stat_monitor',
    tags: /^[12]\.\d+\.\d+$/,
    files: /^pg_stat_monitor--.*\.sql(\.in)?$/,
  },
  pgaudit: { repository: 'pgaudit/pgaudit', tags: /^\d+\.\d+(\.\d+)?$/, files: /^pgaudit--.*\.sql$/ },
  pgjwt: { repository: 'michelp/pgjwt', tags: /./, files: /^pgjwt--.*\.sql$/ },
  pgroonga: {
    repository: 'pgroonga/pgroonga',
    tags: /^[234]\.\d+\.\d+$/,
    files: /^data\/pgroonga(--.*)?\.sql$/,
  },
  pgtap: { repository: 'theory/pgtap', tags: /^v1/, files: /^sql\/pgtap[^/]*\.sql(\.in)?$/ },
  plpgsql_check: { repository: 'okbob/plpgsql_check', tags: /^v2/, files: /^plpgsql_check--.*\.sql$/ },
  plv8: { repository: 'plv8/plv8', tags: /^v[23]/, files: /^plv8[^/]*\.sql(\.common|\.in)?$/ },
  postgis: { ...POSTGIS, files: /^postgis\/(?!sfcgal|legacy)[^/]*\.sql\.in$/ },
  postgis_raster: { ...POSTGIS, files: /^raster\/rt_pg\/(?!rtpostgis_legacy)[^/]*\.sql\.in$/ },
  postgis_sfcgal: { ...POSTGIS, files: /^(postgis|sfcgal)\/sfcgal[^/]*\.sql\.in$/ },
  rum: { repository: 'postgrespro/rum', tags: /^1/, files: /^rum(--.*|_init)\.sql$/ },
  timescaledb: { repository: 'timescale/timescaledb', tags: /^2\.\d+\.0$/, files: /^sql\/[^/]*\.sql$/ },
  vector: { repository: 'pgvector/pgvector', tags: /^v/, files: /^(vector|sql\/vector)(--.*)?\.sql$/ },
};

const scripts: Script[] = [
  ...scriptsIn(installed),
  ...scriptsOfPackage(root('node_modules/@electric-sql/pglite/dist')),
  ...scriptsOfPackage(root('node_modules/@electric-sql/pglite-postgis/dist')),
  ...scriptsOfPackage(root('node_modules/pglite-18/dist')),
  ...Object.entries(CLONES).flatMap(([extension, { repository, ...which }]) =>
    scriptsInClone(`${clones}/${repository.replace('/', '+')}/repo`, extension, which),
  ),
];

/** They fill a schema of their own, whose tables have names such as `state`; or are parts of another, under its names. */
const LEFT_OUT = new Set(['pgtap-core', 'pgtap-schema', 'postgis_tiger_geocoder', 'postgis_topology']);

const all = new Map<string, Names>();
const namesOf = (extension: string): Names => {
  const known = all.get(extension) ?? { functions: new Set(), objects: new Set() };
  all.set(extension, known);
  return known;
};
for (const { extension, sql } of scripts) if (!LEFT_OUT.has(extension)) noteNames(sql, namesOf(extension));

// What our stand-ins stand for, at one version each.
const facts = v.parse(
  v.record(v.string(), ExtensionFacts),
  JSON.parse(readFileSync(new URL('fixtures/extension-surface.json', import.meta.url), 'utf8')),
);
const inExtensions = (text: string): string | undefined => /\bextensions\."?([\w$]+)"?/.exec(text)?.[1];
for (const [extension, { functions, relations, types }] of Object.entries(facts)) {
  const names = namesOf(extension);
  for (const text of functions) names.functions.add(inExtensions(text.replace(/\(.*/s, '')) ?? '');
  for (const text of [...Object.keys(relations), ...Object.keys(types)])
    names.objects.add(inExtensions(text) ?? '');
}

const listed = (names: ReadonlySet<string>): string =>
  [...names]
    .filter((name) => /^[\w$]+$/.test(name))
    .sort()
    .join(' ');
const lines = [...all]
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([extension, { functions, objects }]) => [extension, listed(functions), listed(objects)])
  .map(([extension, functions, objects]) =>
    `${extension}: ${functions} | ${objects}`.replace(/ +/g, ' ').trim(),
  );

writeFileSync(
  target,
  `// The names that any version of an extension brings into the schema that it is created in: functions, then types and
// relations. Made by __tests__/database/make-extension-names.ts, which names the sources.

export const EXTENSION_NAMES = \`
${lines.join('\n')}
\`;
`,
);
console.log(`${lines.length} extensions, ${lines.join('\n').length} bytes`);
