// The parts of a document that belong to this program, each between two comments on lines of their own. Everything
// outside of them is somebody's text, and stays as it is to the byte.

import { UsageError } from '../../errors.ts';

/** Two parts a live database, so that people can write between them; of several, each has its own. */
export type Part = 'inventory' | 'audits';

/** `drift-gate:inventory`, `drift-gate:audits production`. */
export const partName = (part: Part, environment = ''): string =>
  `drift-gate:${part} ${environment.replace(/([^\p{L}\p{N} ._/-]|\p{Default_Ignorable_Code_Point})+/gu, '_')}`.trim();

interface Marker {
  name: string;
  isEnd: boolean;
  line: number;
  from: number;
  to: number;
}

/** Where the content of a part begins and ends. */
interface Place {
  from: number;
  to: number;
}

/** A line that begins as a marker does. */
const MARKER_LINE = /^[ \t\ufeff]*<!--[ \t]*(?:\/[ \t]*)?drift-gate:.*$/gm;
const MARKER =
  /^\s*<!--\s*(?:(\/)\s*)?(drift-gate:(?:inventory|audits)(?:[ \t][\p{L}\p{N} \t._/-]*)?)-->\s*$/u;

function markersOf(text: string): Marker[] {
  let line = 1;
  let from = 0;
  return Array.from(text.matchAll(MARKER_LINE), ({ 0: whole, index }) => {
    line += text.slice(from, index).split('\n').length - 1;
    from = index;
    const [, slash, name] = MARKER.exec(whole) ?? [];
    if (name === undefined) throw damaged(`line ${line} is no marker that this version knows`);
    return { name: name.trim(), isEnd: slash === '/', line, from: index, to: index + whole.length };
  });
}

/** The parts that a document has, by name. Throws UsageError when markers are missing, nested or there twice. */
function placesOf(text: string): Map<string, Place> {
  const places = new Map<string, Place>();
  let open: Marker | undefined;
  for (const marker of markersOf(text)) {
    const { name, isEnd, line } = marker;
    if (isEnd && open?.name !== name)
      throw damaged(`the end of \`${name}\` in line ${line} has no beginning before it`);
    if (!isEnd && open !== undefined)
      throw damaged(`\`${open.name}\` of line ${open.line} does not end before line ${line}`);
    if (!isEnd && places.has(name)) throw damaged(`\`${name}\` begins again in line ${line}`);
    if (isEnd && open !== undefined) places.set(name, { from: open.to, to: marker.from });
    open = isEnd ? undefined : marker;
  }
  if (open !== undefined) throw damaged(`\`${open.name}\` of line ${open.line} does not end`);
  return places;
}

const damaged = (what: string): UsageError =>
  new UsageError({
    message: `The markers of the inventory are damaged: ${what}. Nothing was written.`,
    remedy:
      'Fix each pair, `<!-- drift-gate:NAME -->` above and `<!-- /drift-gate:NAME -->` below, or delete both with what is between them.',
  });

/** Throws UsageError, as an update of the document would. */
export function refuseDamaged(text: string): void {
  placesOf(text);
}

const endOfLine = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n');

/** The lines of a part, without the empty ones around them; undefined when the document has no such part. */
export function contentOf(text: string, name: string): string[] | undefined {
  const place = placesOf(text).get(name);
  if (place === undefined) return undefined;
  const lines = text.slice(place.from, place.to).split(/\r?\n/);
  const isFilled = (line: string): boolean => line.trim() !== '';
  return lines.slice(Math.max(0, lines.findIndex(isFilled)), lines.findLastIndex(isFilled) + 1);
}

/** The document with other lines in a part. One that lacks the part gets it at its end, under a heading. */
export function withContent(
  text: string,
  { name, heading, lines }: { name: string; heading: string; lines: readonly string[] },
): string {
  const eol = endOfLine(text);
  const content = ['', '', ...lines, '', ''].join(eol);
  const place = placesOf(text).get(name);
  if (place !== undefined) return text.slice(0, place.from) + content + text.slice(place.to);
  const gap = text === '' ? '' : text.endsWith('\n') ? eol : eol + eol;
  return `${text}${gap}${heading}${eol}${eol}<!-- ${name} -->${content}<!-- /${name} -->${eol}`;
}
