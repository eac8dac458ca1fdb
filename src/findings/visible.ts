// Untrusted text made harmless to look at. Object names come from whoever writes migrations: one that holds
// an ANSI escape, a newline or a right-to-left override must not repaint a terminal or forge a line of a report, and
// two names that look alike must not differ in what nobody sees.

/** What acts or has no look of its own: controls, lone surrogates, line separators, all that Unicode calls a format or ignorable. */
const ACTING = String.raw`\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Cf}\p{Default_Ignorable_Code_Point}`;

/** What looks like a space and is none: the other spaces, and the blank among the Braille patterns. */
const BLANK = String.raw`[\p{Zs}--\x20]\u{2800}`;

const HIDDEN = `[${ACTING}${BLANK}]`;
const IS_HIDDEN = new RegExp(HIDDEN, 'v');
const EACH_HIDDEN = new RegExp(HIDDEN, 'gv');

/** What an emoji may be made of: signs joined to one, each with what varies it. Source: Unicode's UTS #51, 1.4.9. */
const ELEMENT = String.raw`\p{Emoji}(?:\p{Emoji_Modifier}|\u{fe0f}\u{20e3}?|[\u{e0020}-\u{e007e}]+\u{e007f})?`;
const SEQUENCE_OR_HIDDEN = new RegExp(String.raw`(${ELEMENT}(?:\u{200d}${ELEMENT})*)|${HIDDEN}`, 'gv');

/** The emoji that Unicode recommends stay whole, with what joins and varies them: nothing else can hide in those. */
const RECOMMENDED = String.raw`\p{RGI_Emoji}`;
const IS_EMOJI = new RegExp(`^${RECOMMENDED}$`, 'v');

const SHORT = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** `\u202e`, and beyond four digits `\u{e0041}`. */
function textEscape(character: string): string {
  const digits = (character.codePointAt(0) ?? 0).toString(16).padStart(4, '0');
  return SHORT.get(character) ?? (digits.length > 4 ? `\\u{${digits}}` : `\\u${digits}`);
}

/** JSON knows no code points beyond four digits: those are two escapes. */
const jsonEscape = (character: string): string =>
  character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('');

function withEscapes(text: string, escaped: (character: string) => string): string {
  if (!IS_HIDDEN.test(text)) return text;
  const shown = new Map<string, string>();
  return text.replace(SEQUENCE_OR_HIDDEN, (found: string, sequence: string | undefined) => {
    if (sequence === undefined) return escaped(found);
    const known =
      shown.get(sequence) ?? (IS_EMOJI.test(sequence) ? sequence : sequence.replace(EACH_HIDDEN, escaped));
    shown.set(sequence, known);
    return known;
  });
}

/** The text on one line, each character that acts or hides shown as its escape: `\n`, `\u001b`, `\u202e`. */
export const visible = (text: string): string => withEscapes(text, textEscape);

/** Text that may span lines, such as a type: split at line ends, tabs as spaces, each line made visible. */
export const visibleLines = (text: string): string[] =>
  text.split(/\r?\n/).map((line) => visible(line.replaceAll('\t', '  ')));

/** The same for text that is JSON already: what is hidden becomes an escape that parses back to itself. */
export const visibleJson = (json: string): string =>
  withEscapes(json, (character) => (character === '\n' ? character : jsonEscape(character)));
