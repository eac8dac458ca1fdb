// SQL that looks different and means the same: the white space, comments, case, line ends and dollar tags of a text,
// chosen by numbers. It reads the text by rules of its own, so that what it tests is not what it stands on.

/** Literals, comments and white space; the rest is words and signs. */
const PIECES =
  /(?<quoted>[eE]?'(?:[^'\\]|''|\\[\s\S])*'|"(?:[^"]|"")*")|(?<body>\$(?<tag>\w*)\$[\s\S]*?\$\k<tag>\$)|(?<gap>(?:\s|--[^\n]*\n?|\/\*[\s\S]*?\*\/)+)|(?<word>[A-Za-z_]\w*)|(?<rest>[\s\S])/g;

const GAPS = [
  ' ',
  '\n',
  '\t',
  '\n\n  ',
  ' -- a; "b" \'c\n',
  " /* a; $$ ' */ ",
  '\n/* a\n /* b */ */\n',
  ' \f',
];

/** Behind another word, code in dollars is a string like others. */
const BEFORE_A_BODY = new Set(['as', 'do']);

/** Gives one number after the other, again from the first. */
function cycle(numbers: readonly number[]): () => number {
  let at = 0;
  return () => numbers[at++ % numbers.length] ?? 0;
}

/** @param choices any numbers: the same give the same text */
export const reformatted = (sql: string, choices: readonly number[]): string =>
  written(sql, cycle(choices), ' ;\n;');

/** @param end how a statement may end: a block of PL/pgSQL has no empty ones */
function written(sql: string, next: () => number, end: string): string {
  let word = '';
  const pieces = [...sql.matchAll(PIECES)].map(({ 0: text, groups = {} }) => {
    const before = word;
    word = groups.word ?? (groups.gap ? word : '');
    if (groups.gap) return GAPS[next() % GAPS.length] ?? ' ';
    if (groups.word) return next() % 3 === 0 ? text.toUpperCase() : text;
    if (groups.body && BEFORE_A_BODY.has(before)) return rebodied(text, groups.tag ?? '', next);
    return text === ';' && next() % 4 === 0 ? end : text;
  });
  return pieces.join('');
}

function rebodied(text: string, tag: string, next: () => number): string {
  const inner = text.slice(tag.length + 2, -tag.length - 2);
  const other = `$t${next() % 10}_$`;
  return `${other}${written(inner, next, '\n;')}${other}`;
}

/** Where the words begin that are no gap, those of bodies included: what a mutation may change. */
export function wordPlaces(sql: string, offset = 0): number[] {
  return [...sql.matchAll(PIECES)].flatMap(({ 0: text, groups = {}, index }) => {
    const tag = groups.tag ?? '';
    if (groups.body)
      return wordPlaces(text.slice(tag.length + 2, -tag.length - 2), offset + index + tag.length + 2);
    return groups.word || groups.quoted ? [offset + index] : [];
  });
}
