// Builds small types files for tests, in the shape that generators give them.

const EMPTY = '[_ in never]: never';

type Section = 'Tables' | 'Views' | 'Functions' | 'Enums' | 'CompositeTypes';

export function database(sections: Partial<Record<Section, string>>, schema = 'public'): string {
  const body = (['Tables', 'Views', 'Functions', 'Enums', 'CompositeTypes'] as const)
    .map((name) => `${name}: { ${sections[name] ?? EMPTY} }`)
    .join('\n');
  return `export type Json = string | null | { [key: string]: Json | undefined } | Json[]\nexport type Database = { ${schema}: { ${body} } }\n`;
}

interface Shapes {
  row: string;
  insert?: string;
  update?: string;
  relationships?: string;
}

export function table(
  name: string,
  { row, insert = row, update = insert, relationships = '[]' }: Shapes,
): string {
  return `${name}: { Row: { ${row} }; Insert: { ${insert} }; Update: { ${update} }; Relationships: ${relationships} }\n`;
}
