import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatObjectId, owningObject, schemaOfText } from '../../src/findings/object-id.ts';

describe('an object as text', () => {
  test('plain names stand bare', () => {
    expect(formatObjectId({ kind: 'column', schema: 'public', relation: 'orders', name: 'total' })).toBe(
      'public.orders.total',
    );
  });

  test('a name with a dot or a quote is quoted, so that two objects never read the same', () => {
    const inner = formatObjectId({ kind: 'column', schema: 'public', relation: 'a.b', name: 'c' });
    const outer = formatObjectId({ kind: 'column', schema: 'public', relation: 'a', name: 'b.c' });
    expect(inner).toBe('public."a.b".c');
    expect(outer).toBe('public.a."b.c"');
    expect(formatObjectId({ kind: 'table', schema: 'public', name: 'say "hi"' })).toBe('public."say ""hi"""');
  });

  test('overloads of a function are different objects of one name', () => {
    const area = { kind: 'function', schema: 'public', name: 'area', args: ['a integer'] } as const;
    expect(formatObjectId(area)).toBe('public.area(a integer)');
    expect(owningObject(area)).toBe('public.area');
  });

  test('begins with its schema, whatever that is called', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1 });
    fc.assert(
      fc.property(name, name, name, (schema, relation, column) => {
        const ids = [
          formatObjectId({ kind: 'column', schema, relation, name: column }),
          formatObjectId({ kind: 'table', schema, name: relation }),
          formatObjectId({ kind: 'function', schema, name: relation, args: [column] }),
          formatObjectId({ kind: 'schema', name: schema }),
        ];
        expect(ids.map(schemaOfText)).toEqual(ids.map(() => schema));
      }),
    );
  });
});
