import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { JsonFault, readLocatedJson } from '../../src/project/text/located-json.ts';

/** The value that a reader gives, or that it refused. */
function outcome(read: () => unknown): unknown {
  try {
    return { value: read() };
  } catch (error) {
    if (error instanceof JsonFault || error instanceof SyntaxError) return 'refused';
    throw error;
  }
}

const faultOf = (text: string): unknown => {
  try {
    return readLocatedJson(text).value;
  } catch (error) {
    return error instanceof JsonFault ? [error.line, error.message] : error;
  }
};

describe('JSON with places', () => {
  test('is read as JSON.parse reads it, however it is indented', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.nat(3), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(readLocatedJson(text).value).toEqual(JSON.parse(text));
      }),
    );
  });

  test('is refused where JSON.parse refuses it: valid text with a few characters changed', () => {
    const character = fc.constantFrom(...'{}[],:"\\/tn01.-e+u \n\tx\u0001\u007f');
    fc.assert(
      fc.property(
        fc.jsonValue({ maxDepth: 3 }),
        fc.array(fc.tuple(fc.nat(), fc.nat(2), character), { minLength: 1, maxLength: 3 }),
        (value, edits) => {
          const text = edits.reduce((before, [place, removed, inserted]) => {
            const at = place % (before.length + 1);
            return before.slice(0, at) + inserted + before.slice(at + removed);
          }, JSON.stringify(value));
          const mine = outcome(() => readLocatedJson(text).value);
          // JSON.parse takes a key twice; ours does not.
          if (mine === 'refused' && /stands twice/.test(String(faultOf(text)))) return;
          expect(mine).toEqual(outcome(() => JSON.parse(text)));
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('knows the line of each value; what is not there is where it would be', () => {
    const { lineOf } = readLocatedJson('\n{\n  "a": [\n    1,\n    { "b": "two\\nlines" }],\r\n"c":\n\n{}}');
    expect([lineOf([]), lineOf(['a']), lineOf(['a', 0]), lineOf(['a', 1, 'b']), lineOf(['c'])]).toEqual([
      2, 3, 4, 5, 8,
    ]);
    expect([lineOf(['a', 1, 'missing']), lineOf(['nowhere', 'at', 'all'])]).toEqual([5, 2]);
  });

  test.each([
    ['', [1, 'the text ends too early']],
    ['{\n"a": 1,\n}', [3, 'unexpected `}`']],
    ['{\n"a": 1\n"b": 2 }', [3, 'unexpected `"b"`']],
    ['[1\n2]', [2, 'unexpected `2`']],
    ['{}\n\n<html>', [3, 'unexpected `<html>`']],
    ['{"a": 1,\n "a": 2}', [2, '`a` stands twice in one object']],
    ['{"\u001b[31m', [1, 'unexpected `"\\u001b[31m`']],
    ['['.repeat(100_000), [1, 'values are nested too deep']],
  ])('%.20j is refused with its line', (text, fault) => {
    expect(faultOf(text)).toEqual(fault);
  });

  test('takes a key that objects have by nature for a key like others', () => {
    const { value } = readLocatedJson('{"__proto__": 1, "constructor": 2}');
    expect(Object.entries(value ?? {})).toEqual([
      ['__proto__', 1],
      ['constructor', 2],
    ]);
  });
});
