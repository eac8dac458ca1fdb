// The words of an SQL text as PostgreSQL reads them: white space and comments are gone, unquoted names are in small
// letters. Two texts of the same words mean the same.

import { afterLiteral, isSpace, isWordAt } from './lexemes.ts';

/** PostgreSQL refuses longer ones. */
const OPERATOR = /::|:=|\.\.|[-+*/<>=~!@#%^&|`?]{1,64}/y;
/** An operator with one of these may end in a sign; in any other, the sign is of what follows. */
const MAY_END_IN_SIGN = /[~!@#%^&|`?]/;
/** The first character always stays. */
const SIGNS_AT_END = /(?<=^.|[^-+])[-+]+$/s;

const isComment = (text: string, at: number): boolean =>
  text.startsWith('--', at) || text.startsWith('/*', at);

const inSmallLetters = (word: string): string => word.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/** In order. Strings, quoted names and dollar quotes are one word each, as written. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (let at = 0; at < text.length; ) {
    const behind = afterLiteral(text, at);
    if (behind > at) {
      if (!isComment(text, at)) words.push(text.slice(at, behind));
      at = behind;
    } else if (isWordAt(text, at) && text.charAt(at) !== '\uFEFF') {
      const end = wordEnd(text, at);
      words.push(inSmallLetters(text.slice(at, end)));
      at = end;
    } else if (isSpace(text.charAt(at)) || text.charAt(at) === '\uFEFF') at += 1;
    else {
      const operator = operatorAt(text, at);
      words.push(operator);
      at += operator.length;
    }
  }
  return words;
}

function wordEnd(text: string, start: number): number {
  let end = start;
  while (isWordAt(text, end)) end += 1;
  return end;
}

/** The longest operator that begins there, cut at a comment; else the one character. */
function operatorAt(text: string, at: number): string {
  OPERATOR.lastIndex = at;
  let [operator = text.charAt(at)] = OPERATOR.exec(text) ?? [];
  const comment = /--|\/\*/.exec(operator);
  if (comment) operator = operator.slice(0, comment.index);
  return MAY_END_IN_SIGN.test(operator) ? operator : operator.replace(SIGNS_AT_END, '');
}
