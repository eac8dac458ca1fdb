// Patterns that name objects as reports do, `*` for any characters; the name of a schema names all that is in it.

import type { Finding } from './finding.ts';
import { formatObjectId, owningObject, schemaOfText } from './object-id.ts';
import { visible } from './visible.ts';

/** Whether a pattern fits a finding's object, the object that this is a part of, or its schema. */
export function fits({ id, subject }: Pick<Finding, 'id' | 'subject'>, pattern: string): boolean {
  const schema = 'schema' in subject ? [schemaText(subject.schema)] : [];
  return [id, owningObject(subject), ...schema].some((text) => isLike(text, pattern));
}

/** The same of an object as text alone. */
export const fitsText = (object: string, pattern: string): boolean =>
  [pattern, `${pattern}.*`, `${pattern}(*`].some((one) => isLike(object, one)) ||
  (object.includes('.') && isLike(schemaText(schemaOfText(object)), pattern));

const schemaText = (name: string): string => formatObjectId({ kind: 'schema', name });

const isLike = (text: string, pattern: string): boolean =>
  [text, visible(text)].some((one) => matches(one, pattern));

/** Each part between stars is found behind the one before; the first and the last stand at the ends. */
function matches(text: string, pattern: string): boolean {
  const [first = '', ...others] = pattern.split('*');
  const last = others.pop();
  if (last === undefined) return text === pattern;
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const part of others) {
    const at = text.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return text.length - last.length >= from && text.endsWith(last);
}
