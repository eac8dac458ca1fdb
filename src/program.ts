// What the program is called in the commands that it prints. Texts say `drift-gate fix`; what a user sees says how this
// program was started, so that the command can be run as it stands.

/** The name in texts, and where no other is known. */
export const PROGRAM = 'drift-gate';

/** Ours, at the start of a text or of a part that is code. */
const COMMAND = new RegExp(`(?<=^|\`)${PROGRAM} (?=[a-z-])`, 'g');

/** The text with commands as the program was started. */
export const asStarted = (text: string, program: string): string =>
  text.replace(COMMAND, () => `${program} `);

/** A word as shells take it. */
export const shellWord = (word: string): string =>
  /^[\w./:@=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
