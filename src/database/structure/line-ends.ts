// Texts that differ in line ends alone. Git and editors change these, so a function that was made from a checkout on
// Windows is the same as one from elsewhere; in a string they are data, and what differs there is told as that.

import { withPlainLineEnds, withPlainLineEndsOutsideStrings } from '../../migrations/line-ends.ts';
import type { Fact } from '../pg-delta.ts';

/** Languages whose line ends say nothing outside of strings. */
const FREE_LANGUAGES: readonly unknown[] = ['sql', 'plpgsql'];

/** The fact with plain line ends wherever they say nothing. All else that has a text is written by the server. */
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

/** The body is what stands between dollar quotes, up to the end. */
function withPlainBody(definition: string): string {
  const opening = /\nAS (\$(?:function|procedure)\w*\$)/.exec(definition);
  if (opening === null) return definition;
  const [from, to] = [opening.index + opening[0].length, definition.lastIndexOf(opening[1] ?? '')];
  const body = withPlainLineEndsOutsideStrings(definition.slice(from, to));
  return definition.slice(0, from) + body + definition.slice(to);
}

/** How the lines of two texts end that differ in nothing else; undefined of others. */
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
