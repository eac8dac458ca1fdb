// Where a file begins a transaction that it does not end. Whether a transaction is open is for the server to say; the
// text tells at which statement.

import { afterComments } from './lexemes.ts';
import type { Statement } from './split.ts';

const BEGINS = /^(?:begin|start transaction)\b/;
const ENDS = /^(?:commit|end|abort|rollback|prepare transaction)\b/;

/** These end no transaction, or not the one that they are run in. */
const ENDS_NONE = /^rollback (?:(?:work|transaction) )?to\b|^(?:commit|rollback) prepared\b/;
const BEGINS_NEXT = /\band chain$/;

/** The statement that begins the transaction which is still open behind the last one. */
export function unclosedBegin(statements: readonly Statement[]): Statement | undefined {
  let open: Statement | undefined;
  for (const statement of statements) {
    const words = wordsOf(statement.text);
    // In an open transaction it is only a warning.
    if (BEGINS.test(words)) open ??= statement;
    else if (ENDS.test(words) && !ENDS_NONE.test(words))
      open = BEGINS_NEXT.test(words) ? statement : undefined;
  }
  return open;
}

/** No statement that controls transactions has more of them. */
const MOST_WORDS = 5;

/** The first words of a statement in lower case, without the comments between them. */
function wordsOf(text: string): string {
  const words: string[] = [];
  for (let at = afterComments(text); words.length < MOST_WORDS; ) {
    const [word] = /^\w+/.exec(text.slice(at, at + 64)) ?? [];
    if (word === undefined) break;
    words.push(word.toLowerCase());
    at += word.length;
    at += afterComments(text.slice(at));
  }
  return words.join(' ');
}
