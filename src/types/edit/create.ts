// A types file where there is none: what the generator gives, with its types laid out as the Supabase CLI lays them out.
// The printer of edits does that, for all that an empty file lacks.

import { isPlainName } from './style.ts';
import { membersOf, readTree } from './tree.ts';

const SECTIONS = ['Tables', 'Views', 'Functions', 'Enums', 'CompositeTypes'];

/** The generated text with nothing in its schemas: edits fill it. */
export function emptied(generated: string): string {
  const { text, database, constants } = readTree(generated.trimStart(), 'the generated types');
  const names = membersOf(database).map(({ name }) => (isPlainName(name) ? name : JSON.stringify(name)));
  const parts = [
    { node: database, text: `{\n${names.map(emptySchema).join('')}}` },
    ...(constants
      ? [
          {
            node: constants,
            text: `{\n${names.map((name) => `  ${name}: {\n    Enums: {},\n  },\n`).join('')}}`,
          },
        ]
      : []),
  ].sort((a, b) => b.node.getStart() - a.node.getStart());
  return parts.reduce(
    (left, part) => left.slice(0, part.node.getStart()) + part.text + left.slice(part.node.end),
    text,
  );
}

const emptySchema = (name: string): string =>
  `  ${name}: {\n${SECTIONS.map((section) => `    ${section}: {\n      [_ in never]: never\n    }\n`).join('')}  }\n`;
