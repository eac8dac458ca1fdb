// The report for a terminal: the verdict, the objects at a glance, each change, and at the very end what to run.
// Colour only paints: without it the same characters stand in the same places.

import { named } from '../findings/prose.ts';
import { visible } from '../findings/visible.ts';
import { RULES_PAGE } from '../version.ts';
import type { Block, Document, Item, Look, Section, Text } from './document/blocks.ts';
import { documentOf } from './document.ts';
import type { Report } from './report.ts';
import { counted, lowerFirst, placeOf } from './sentences.ts';
import { gradePaint, INDENT, type Page, type Paint, pageOf, placed, prose } from './text/page.ts';
import { spanToText, tableLines } from './text/table.ts';
import { clipped, wrapped } from './text/terminal.ts';

export interface TextOptions {
  colour: boolean;
  /** Columns of the terminal; 100 when it is not known. */
  width?: number;
  /** Whether to list the notices that change nothing; otherwise they are only counted. */
  verbose?: boolean;
}

const MOST_CODE_LINES = 40;
const MOST_SUB_LINES = 6;

/** The report as lines for a terminal of that many columns; ends with a newline. */
export function renderText(report: Report, { colour, width = 100, verbose = false }: TextOptions): string {
  const page = pageOf(colour, width);
  const document = documentOf(report, 'text');
  const paragraphs = [
    headline(page, document),
    ...document.sections
      .filter(({ id }) => id !== 'steps')
      .flatMap((section) => sectionLines(page, section, verbose)),
    foundation(page, document, report.findings.length > 0),
    ...stepLines(page, document.sections.find(({ id }) => id === 'steps')?.blocks ?? []),
  ];
  return `${paragraphs.flatMap((lines) => (lines.length > 0 ? [lines.join('\n')] : [])).join('\n\n')}\n`;
}

function headline(page: Page, { look, status, because }: Document): string[] {
  const { bold, green, yellow, red } = page.colours;
  const { mark, paint } = {
    clean: { mark: '✓', paint: green },
    passing: { mark: '~', paint: yellow },
    drifted: { mark: '✗', paint: red },
    failed: { mark: '!', paint: yellow },
  }[look satisfies Look];
  const hanging = ' '.repeat(status.length + 4);
  const [first = '', ...rest] = because.flatMap((line) => wrapped(line, page.width - hanging.length));
  return [
    `${paint(mark)} ${bold(paint(status))}: ${prose(page, first)}`,
    ...rest.map((line) => hanging + prose(page, line)),
  ];
}

/** A section as groups of lines, each parted from the next by an empty line; its title stands on the first. */
function sectionLines(page: Page, { title, blocks }: Section, verbose: boolean): string[][] {
  const groups = blocks.flatMap((block) => blockLines(page, block, verbose));
  const isTitled = title !== undefined && blocks.some(({ kind }) => kind !== 'fold');
  const [first = [], ...rest] = groups;
  if (!isTitled || first.length === 0) return groups;
  return [[page.colours.bold(title), ...first], ...rest];
}

function blockLines(page: Page, block: Block, verbose: boolean): string[][] {
  const { bold } = page.colours;
  switch (block.kind) {
    case 'paragraph':
      return [textLines(page, block.text, 2)];
    case 'legend':
      return [block.meanings.flatMap(([term, meaning]) => dimmed(page, `${term}: ${meaning}`))];
    case 'table':
      return block.rows.length < (block.fewest ?? 1) ? [] : [tableLines(page, block)];
    case 'list':
      return listLines(page, block.items, verbose);
    case 'code':
      return [codeLines(page, block.lines, block.language === 'diff')];
    case 'fold': {
      if (block.isTold) return [];
      const inner = block.blocks.flatMap((one) => blockLines(page, one, verbose)).flat();
      return [[bold(block.summary.map((span) => spanToText(span, String)).join('')), ...inner]];
    }
    case 'repair':
    case 'diagram':
      return [];
    default:
      return block satisfies never;
  }
}

/** What to do: each step behind an arrow, and the command by itself. */
function stepLines(page: Page, blocks: readonly Block[]): string[][] {
  const { cyan, dim, bold } = page.colours;
  const sentences = blocks.flatMap((block) => {
    if (block.kind === 'repair')
      return block.words === undefined ? [] : [`${block.words}; ${block.otherwise}:`];
    return block.kind === 'list' ? block.items.filter(({ isRepaired }) => !isRepaired).map(stepWords) : [];
  });
  const commands = blocks.flatMap((block) => (block.kind === 'repair' ? [block.command] : []));
  return [
    sentences.flatMap((sentence) =>
      wrapped(sentence, page.width - 4).map(
        (line, index) => `${INDENT}${index === 0 ? cyan('→') : ' '} ${prose(page, line)}`,
      ),
    ),
    commands.map((command) => `${INDENT}${dim('$')} ${bold(visible(command))}`),
  ];
}

const stepWords = ({ lead, text }: Item): string =>
  lead === undefined ? plainText(text) : `${lead}: ${lowerFirst(plainText(text))}`;

/** A list; the items that change nothing are a line with their count. */
function listLines(page: Page, items: readonly Item[], verbose: boolean): string[][] {
  const { dim } = page.colours;
  const shown = items.filter(({ isQuiet }) => verbose || !isQuiet);
  const quiet = items.length - shown.length;
  const counting = `${counted(quiet, 'notice')} that ${quiet === 1 ? 'changes' : 'change'} nothing: \`--verbose\` lists ${quiet === 1 ? 'it' : 'them'}.`;
  return [
    shown.flatMap(({ text, lines = [] }) => {
      const [first = '', ...rest] = textLines(page, text, 4);
      return [`${INDENT}${dim('-')} ${first.slice(4)}`, ...rest, ...subLines(page, lines)];
    }),
    quiet === 0 ? [] : [INDENT + dim(counting)],
  ];
}

/** A text, its grade painted, its places behind it; one that begins with a place stays on one line. */
function textLines(page: Page, text: Text, indent: number): string[] {
  const [first] = text;
  const places = text.flatMap((span) => (typeof span === 'object' && 'places' in span ? span.places : []));
  const place = places.map(placeOf).join(', ');
  const words = plainText(text.filter((span) => typeof span !== 'object' || !('places' in span)));
  if (typeof first === 'object' && 'places' in first)
    return [' '.repeat(indent) + page.colours.cyan(place) + prose(page, clipped(words))];
  const lines = placed(page, words.replace(/ · $/, ''), place, indent);
  if (typeof first !== 'object' || !('grade' in first)) return lines;
  return lines.map((line, index) =>
    index === 0 ? line.replace(first.grade, gradePaint(page, first.grade)) : line,
  );
}

const plainText = (text: Text): string => text.map((span) => spanToText(span, named)).join('');

function codeLines({ colours }: Page, lines: readonly string[], isDiff: boolean): string[] {
  const { green, red, dim } = colours;
  const paintOf = (line: string): Paint =>
    !isDiff
      ? String
      : line.startsWith('+')
        ? green
        : line.startsWith('-')
          ? red
          : /^[!~]/.test(line)
            ? String
            : dim;
  const more = lines.length - MOST_CODE_LINES;
  return [
    ...lines
      .slice(0, MOST_CODE_LINES)
      .map((line) => `${INDENT}${INDENT}${paintOf(line)(clipped(line))}`.trimEnd()),
    ...(more > 0 ? [dim(`${INDENT}${INDENT}… ${more} more lines, all in the JSON report`)] : []),
  ];
}

/** The lines of an item: the first few tell which it is. */
function subLines({ colours }: Page, lines: readonly string[]): string[] {
  const more = lines.length - MOST_SUB_LINES;
  return [
    ...lines.slice(0, MOST_SUB_LINES).map(visible),
    ...(more > 0 ? [`… ${more} more, all in the JSON report`] : []),
  ].map((line) => `${INDENT}${INDENT}${colours.dim('│')} ${clipped(line)}`);
}

/** What was compared, with what, and how long each phase took. */
function foundation(page: Page, { facts, phases }: Document, hasFindings: boolean): string[] {
  const meaning = hasFindings ? [`What the findings mean: ${RULES_PAGE}`] : [];
  return [...(facts.length > 0 ? [facts.join(' · ')] : []), phases.join(' · '), ...meaning].flatMap((line) =>
    dimmed(page, line),
  );
}

const dimmed = ({ colours, width }: Page, sentence: string): string[] =>
  wrapped(sentence, width - INDENT.length).map((line) => colours.dim(INDENT + line));
