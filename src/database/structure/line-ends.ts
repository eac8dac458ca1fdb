// Texts that differ only in line ends. Git and editors change these, so a function created from a checkout on Windows
// equals one from elsewhere. Inside a string they are data, and a difference there is reported as one in line ends.

import { withPlainLineEnds, withPlainLineEndsOutsideStrings } from '../../migrations/line-ends.ts';
import type { Fact } from '../pg-delta.ts';

/** Languages in which line ends outside of strings mean nothing. */
const FREE_LANGUAGES: readonly unknown[] = ['sql', 'plpgsql'];

/** The fact with plain line ends wherever they mean nothing. The server itself prints all other texts. */
export function withoutLineEnds(fact: Fact): Fact {
  const { id, payload } = fact;
  const rewrite = (attribute: string, plain: (text: string) => string): Fact => {
    const text = payload[attribute];
    return typeof text === 'string' && text.includes('\r')
      ? { ...fact, payload: { ...payload, [attribute]: plain(text) } }
      : fact;
  };
  switch (id.kind) {
    case 'comment':
      return rewrite('text', withPlainLineEnds);
    case 'function':
    case 'procedure':
      return FREE_LANGUAGES.includes(payload.language) ? rewrite('def', withPlainBody) : fact;
    case 'extensionIntent':
      return rewrite('command', withPlainLineEndsOutsideStrings);
    default:
      return fact;
  }
}

/** The body is between the dollar quotes at the end. */
function withPlainBody(definition: string): string {
  const opening = /\nAS (\$(?:function|procedure)\w*\$)/.exec(definition);
  if (opening === null) return definition;
  const [from, to] = [opening.index + opening[0].length, definition.lastIndexOf(opening[1] ?? '')];
  const body = withPlainLineEndsOutsideStrings(definition.slice(from, to));
  return definition.slice(0, from) + body + definition.slice(to);
}

/** The line ends of two texts that differ in nothing else; undefined for other texts. */
export function lineEndsOf(
  expected: string | undefined,
  actual: string | undefined,
): { expected: string; actual: string } | undefined {
  if (expected === undefined || actual === undefined || expected === actual) return undefined;
  if (withPlainLineEnds(expected) !== withPlainLineEnds(actual)) return undefined;
  return { expected: kindsIn(expected), actual: kindsIn(actual) };
}

const NAMES: ReadonlyMap<string, string> = new Map([
  ['\n', 'LF'],
  ['\r\n', 'CR LF'],
  ['\r', 'CR'],
]);

const kindsIn = (text: string): string =>
  [...new Set(text.match(/\r\n?|\n/g))].map((end) => NAMES.get(end)).join(' and ');
