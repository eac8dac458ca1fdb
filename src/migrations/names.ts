// Names as SQL writes them, in syntax trees and in texts.

import type { Node, NodeOf } from './parse.ts';

/** A name that may carry a schema. */
export interface Name {
  schema: string | undefined;
  name: string;
}

const IDENTIFIER = '(?:"(?:[^"]|"")+"|[A-Za-z_\\u0080-\\uffff][\\w$\\u0080-\\uffff]*)';

/** The source of a pattern for one identifier, or two with a dot. */
export const QUALIFIED = `${IDENTIFIER}(?:\\s*\\.\\s*${IDENTIFIER})?`;

const WHOLE_NAME = new RegExp(`^\\s*${QUALIFIED}\\s*$`);
const EACH_IDENTIFIER = new RegExp(IDENTIFIER, 'g');

const unquoted = (identifier: string): string =>
  identifier.startsWith('"') ? identifier.slice(1, -1).replaceAll('""', '"') : identifier.toLowerCase();

/** The strings of a list of nodes, such as the parts of a dotted name. */
export function strings(nodes: readonly Node[] | undefined): string[] {
  return (nodes ?? []).flatMap((node) => ('String' in node ? [node.String.sval ?? ''] : []));
}

/** The name that the parts of a dotted name spell; a database before the schema is left out. */
export function nameOf(parts: readonly string[]): Name | undefined {
  const name = parts.at(-1);
  return name === undefined ? undefined : { schema: parts.at(-2), name };
}

export function rangeVarName({ schemaname, relname }: NodeOf<'RangeVar'>): Name {
  return { schema: schemaname, name: relname ?? '' };
}

/** Reads `orders`, `public."Orders"` as SQL does; undefined when the text is anything else. */
export function readName(text: string): Name | undefined {
  if (!WHOLE_NAME.test(text)) return undefined;
  return nameOf((text.match(EACH_IDENTIFIER) ?? []).map(unquoted));
}
