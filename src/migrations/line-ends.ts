// Line ends: Git and editors change them, and between the words of SQL they say nothing. In a string they are data.

import { afterLiteral } from './lexemes.ts';

export const withPlainLineEnds = (text: string): string => text.replace(/\r\n?/g, '\n');

/** An SQL text with plain line ends, as in its strings they were. */
export function withPlainLineEndsOutsideStrings(sql: string): string {
  if (!sql.includes('\r')) return sql;
  let plain = '';
  let from = 0;
  for (let at = 0; at < sql.length; ) {
    const behind = afterLiteral(sql, at);
    if (behind > at && /['"$]/.test(sql.charAt(at))) {
      plain += withPlainLineEnds(sql.slice(from, at)) + sql.slice(at, behind);
      from = behind;
    }
    at = Math.max(behind, at + 1);
  }
  return plain + withPlainLineEnds(sql.slice(from));
}
