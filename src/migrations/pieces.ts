// Places inside a statement that its tree does not tell: the elements of a list, and the labels of an enum.

import { afterLiteral } from './lexemes.ts';

/** Calls back with each character that is in no literal and no comment. Gives up with the text. */
function scan(text: string, from: number, visit: (character: string, at: number) => void): void {
  for (let at = from; at < text.length; ) {
    const behind = afterLiteral(text, at);
    if (behind === at) {
      visit(text.charAt(at), at);
      at += 1;
    } else at = behind;
  }
}

/** Where the elements of a list begin that runs from an offset to the end of the text. */
export function elements(text: string, from: number): number[] {
  const starts = [from];
  let depth = 0;
  scan(text, from, (character, at) => {
    if (character === '(' || character === '[') depth += 1;
    else if (character === ')' || character === ']') depth -= 1;
    else if (character === ',' && depth === 0) starts.push(at + 1);
  });
  return starts;
}

/** Where the string literals of a text begin. */
export function stringLiterals(text: string): number[] {
  const starts: number[] = [];
  for (let at = 0; at < text.length; ) {
    if (text.charAt(at) === "'") starts.push(at);
    at = Math.max(afterLiteral(text, at), at + 1);
  }
  return starts;
}
