// Blocks as lines of Markdown. Each begins with an empty line, and says how a cut leaves it closed.

import type { Column } from '../document/blocks.ts';
import type { Line } from './budget.ts';
import { type Fence, fenced } from './escape.ts';

export const plain = (text: string): Line => ({ text });

/** A paragraph behind an empty line. */
export const paragraph = (text: string): Line[] => [plain(''), plain(text)];

/** A heading with what follows it, which it is not to be cut from. */
export const headed = (title: string, lines: readonly Line[]): Line[] =>
  lines.length === 0
    ? []
    : [plain(''), { text: `### ${title}`, joined: true }, { text: '', joined: true }, ...lines.slice(1)];

/** A folded block: what a reader sees of it is HTML, what lies in it Markdown. */
export function folded(summary: string, content: readonly Line[]): Line[] {
  const close = ['', '</details>'];
  return [
    plain(''),
    { text: '<details>', joined: true },
    { text: `<summary>${summary}</summary>`, joined: true },
    { text: '', joined: true },
    ...content.slice(1).map((line) => ({ ...line, close: [...(line.close ?? []), ...close] })),
    { text: '', close: ['</details>'] },
    plain('</details>'),
  ];
}

/** A code block that a cut leaves closed. */
export const cuttable = ({ open, close }: Fence, lines: readonly string[]): Line[] => [
  plain(''),
  { text: open, close: [close], joined: true },
  ...lines.map((text) => ({ text, close: [close] })),
  plain(close),
];

/** A code block that is cut as a whole or not at all. */
export function code(lines: readonly string[], language: string): Line[] {
  const block = fenced(lines, language).map((text): Line => ({ text, joined: true }));
  return [plain(''), ...block.slice(0, -1), ...block.slice(-1).map(({ text }) => plain(text))];
}

export const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

export const tableOf = (columns: readonly Column[], rows: readonly Line[]): Line[] => [
  plain(''),
  { text: row(columns.map(({ title }) => title)), joined: true },
  { text: row(columns.map(({ isNumber }) => (isNumber ? '---:' : '---'))), joined: true },
  ...rows,
];
