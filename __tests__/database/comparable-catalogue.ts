// What differs between two releases of PostgreSQL that hold the same, taken out of the rows of catalogue-query.ts.
// Measured between 15.18 and 17.5: over seven projects nothing else differs.

export interface CatalogueRow {
  kind: string;
  name: string;
  definition: string;
}

/** The rows without what a release decides, sorted by code points. */
export function comparable(rows: readonly CatalogueRow[]): string[] {
  const relations = rows.filter(({ kind }) => kind === 'relation');
  const schemas = new Set(relations.map(({ name }) => name.slice(0, name.indexOf('.'))));
  return rows.map((row) => JSON.stringify({ ...row, definition: definitionOf(row, schemas) })).sort();
}

function definitionOf({ kind, definition }: CatalogueRow, schemas: ReadonlySet<string>): string {
  switch (kind) {
    case 'relation':
      return withoutMaintain(definition);
    case 'view':
      return withoutQualifiers(definition, schemas);
    default:
      return definition;
  }
}

/** PostgreSQL 17 has a privilege more, `maintain`, and `grant all` gives it: `postgres=arwdDxtm/postgres`. */
const withoutMaintain = (definition: string): string => definition.replace(/(=[a-zA-Z*]*)m\*?(?=\/)/g, '$1');

/** From 16 on a view of one table is told without the table's name before each column. Names of schemas stay. */
const withoutQualifiers = (definition: string, schemas: ReadonlySet<string>): string =>
  definition.replace(/(?<![\w".])([a-z_]\w*)\.(?=[a-z_"])/g, (whole, name: string) =>
    schemas.has(name) ? whole : '',
  );
