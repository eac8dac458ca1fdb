// Text in columns: widths as a terminal shows them, where an emoji takes two and a combining accent none.

const WIDE =
  /\p{Emoji_Presentation}|\ufe0f|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

const graphemes = (text: string): string[] => Array.from(segmenter.segment(text), ({ segment }) => segment);

const ASCII = /^[ -~]*$/;

/** Wider than any terminal: how much wider is not worth the minutes that it takes to tell graphemes apart. */
const TOO_LONG = 10_000;

/** How many columns a text without escape sequences takes. */
export const displayWidth = (text: string): number =>
  text.length > TOO_LONG || ASCII.test(text)
    ? text.length
    : graphemes(text).reduce((width, character) => width + (WIDE.test(character) ? 2 : 1), 0);

/** At most so many columns, with an ellipsis where something was cut. */
export function truncated(text: string, width: number): string {
  if (displayWidth(text) <= width) return text;
  let kept = '';
  for (const character of graphemes(text)) {
    if (displayWidth(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

const LONGEST_LINE = 2000;

/** A line of code, which may be wider than any terminal but is not to flood it. */
export const clipped = (line: string): string =>
  line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)}… all in the JSON report` : line;

/** Words, code between backticks taken as one, and the spaces between them. */
const WORDS = /(?:`+[^`]*`+|[^ `]|`)+| +/g;

/** Breaks a sentence into lines at spaces. A word that is longer than a line stands whole on its own. */
export function wrapped(sentence: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  let gap = '';
  for (const word of sentence.match(WORDS) ?? []) {
    if (word.startsWith(' ')) {
      gap = word;
    } else if (line !== '' && displayWidth(line + gap + word) > width) {
      lines.push(line);
      line = word;
      gap = '';
    } else {
      line += gap + word;
      gap = '';
    }
  }
  return line === '' ? lines : [...lines, line];
}
