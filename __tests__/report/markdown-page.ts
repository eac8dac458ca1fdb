// Reads Markdown as GitHub would: a real CommonMark parser with tables, links found in bare text, and raw HTML.

import MarkdownIt from 'markdown-it';

const parser = new MarkdownIt({ html: true, linkify: true });
parser.linkify.set({ fuzzyLink: false });

const ENTITIES = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
]);

const decoded = (html: string): string =>
  html.replace(/&(?:#(\d+)|(\w+));/g, (all, code: string | undefined, name: string | undefined) =>
    code === undefined ? (ENTITIES.get(name ?? '') ?? all) : String.fromCodePoint(Number(code)),
  );

/** The text that a reader sees of a piece of HTML. */
export const textOf = (html: string): string => decoded(html.replace(/<[^>]*>/g, ''));

export const htmlOf = (markdown: string): string => parser.render(markdown);

/** The HTML of each cell of each row of all tables. */
export const rowsOf = (html: string): string[][] =>
  Array.from(html.matchAll(/<tr>(.*?)<\/tr>/gs), ([, row = '']) =>
    Array.from(row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs), ([, cell = '']) => cell),
  );

/** The names of all opening tags, and those of all closing tags, in order of occurrence. */
export const tagsOf = (html: string): { opened: string[]; closed: string[] } => ({
  opened: Array.from(html.matchAll(/<([a-z]\w*)/gi), ([, name = '']) => name.toLowerCase()),
  closed: Array.from(html.matchAll(/<\/([a-z]\w*)>/gi), ([, name = '']) => name.toLowerCase()),
});

/** The text of each code block, and whether the document ends inside one. */
export function fencesOf(markdown: string): { closed: boolean; contents: string[] } {
  const fences = parser.parse(markdown, {}).filter(({ type }) => type === 'fence');
  const lines = markdown.split('\n');
  const closed = fences.every(({ map, markup }) => lines[(map?.[1] ?? 0) - 1] === markup);
  return { closed, contents: fences.map(({ content }) => content) };
}
