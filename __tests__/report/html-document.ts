// Reads a page of ours strictly: every `<` must begin a tag that is written as the renderer writes them.

export interface Tag {
  name: string;
  isEnd: boolean;
  /** A shape of a drawing that ends itself. */
  isWhole: boolean;
  attributes: ReadonlyMap<string, string>;
}

export interface HtmlDocument {
  tags: Tag[];
  /** The text between the tags, entities read, style and script left out. */
  text: string;
  style: string;
  script: string;
}

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?: [a-zA-Z0-9:-]+(?:="[^"]*")?)*)(\/?)>/g;
const ENTITIES: Record<string, string> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
};
const VOID = new Set(['meta', 'link', 'input']);

export const decoded = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => ENTITIES[entity] ?? entity);

function partOf(html: string, name: string): string {
  const [, text] = new RegExp(`<${name}>(.*?)</${name}>`, 's').exec(html) ?? [];
  return text ?? '';
}

/** Throws where a tag is not as it should be, or does not end where it should. */
export function readHtml(html: string): HtmlDocument {
  const [style, script] = [partOf(html, 'style'), partOf(html, 'script')];
  const rest = html.replace(`<style>${style}</style>`, '').replace(`<script>${script}</script>`, '');
  const [doctype = ''] = /^<!doctype html>/.exec(rest) ?? [];
  const body = rest.slice(doctype.length);
  const tags = Array.from(
    body.matchAll(TAG),
    ([, slash, name = '', attributes = '', end]): Tag => ({
      name,
      isEnd: slash === '/',
      isWhole: end === '/',
      attributes: new Map(
        Array.from(attributes.matchAll(/ ([a-zA-Z0-9:-]+)(?:="([^"]*)")?/g), ([, key = '', value = '']) => [
          key,
          decoded(value),
        ]),
      ),
    }),
  );
  const text = body.replace(TAG, '');
  if (doctype === '' || /[<>]/.test(text))
    throw new Error(`Not a tag: ${/.{0,80}[<>].{0,80}/s.exec(text)?.[0]}`);
  const open: string[] = [];
  for (const { name, isEnd, isWhole } of tags) {
    if (VOID.has(name) || isWhole) continue;
    if (!isEnd) open.push(name);
    else if (open.pop() !== name) throw new Error(`</${name}> ends nothing`);
  }
  if (open.length > 0) throw new Error(`Never ended: ${open.join(' ')}`);
  return { tags, text: decoded(text), style, script };
}
