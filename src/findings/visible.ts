// Untrusted text made harmless to look at. Object names come from whoever writes migrations: one that holds
// an ANSI escape, a newline or a right-to-left override must not repaint a terminal or forge a line of a report.

/** Controls, lone surrogates, line separators, bidirectional and invisible formatting; not the joiner of emoji. */
const HIDDEN =
  /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;

const SHORT = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

const unicodeEscape = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

/** The text on one line, each character that acts or hides shown as its escape: `\n`, `\u001b`, `\u202e`. */
export const visible = (text: string): string =>
  text.replace(HIDDEN, (character) => SHORT.get(character) ?? unicodeEscape(character));

/** Text that may span lines, such as a type: split at line ends, tabs as spaces, each line made visible. */
export const visibleLines = (text: string): string[] =>
  text.split(/\r?\n/).map((line) => visible(line.replaceAll('\t', '  ')));

/** The same for text that is JSON already: what is hidden becomes an escape that parses back to itself. */
export const visibleJson = (json: string): string =>
  json.replace(HIDDEN, (character) => (character === '\n' ? character : unicodeEscape(character)));
