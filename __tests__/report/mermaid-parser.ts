// The real Mermaid's parser, in this process: its script needs a browser to draw, and none to read.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import vm from 'node:vm';

interface Attribute {
  type: string;
  name: string;
  keys?: string[];
  comment?: string;
}

export interface ParsedDiagram {
  entities: { label: string; attributes: Attribute[] }[];
  links: { label: string }[];
}

interface Database {
  getEntities(): Map<string, { alias: string; label: string; attributes: Attribute[] }>;
  getRelationships(): { roleA: string }[];
}

interface Mermaid {
  parse(text: string): Promise<unknown>;
  mermaidAPI: { getDiagramFromText(text: string): Promise<{ type: string; db: Database }> };
}

function load(): Mermaid {
  const script = createRequire(import.meta.url).resolve('@mermaid-js/tiny');
  const globals = { console, setTimeout, clearTimeout, structuredClone, URL, TextEncoder, TextDecoder };
  const context = vm.createContext({ ...globals, queueMicrotask });
  vm.runInContext(readFileSync(script, 'utf8'), context, { filename: script });
  return context.mermaid;
}

let loaded: Mermaid | undefined;

/** What Mermaid understands of a diagram's lines. Throws what its grammar refuses. */
export async function parseDiagram(lines: readonly string[]): Promise<ParsedDiagram> {
  loaded ??= load();
  const text = lines.join('\n');
  await loaded.parse(text);
  const { type, db } = await loaded.mermaidAPI.getDiagramFromText(text);
  if (type !== 'er') throw new Error(`Not an entity diagram: ${type}`);
  return {
    entities: [...db.getEntities().values()].map(({ alias, label, attributes }) => ({
      label: alias || label,
      attributes: attributes.map(({ type, name, keys, comment }) => ({
        type,
        name,
        ...(keys?.length && { keys: [...keys] }),
        ...(comment && { comment }),
      })),
    })),
    links: db.getRelationships().map(({ roleA }) => ({ label: roleA })),
  };
}
