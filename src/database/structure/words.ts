// How the values of pg-delta's facts read.

import type { Fact, Payload } from '../pg-delta.ts';

export type Value = Payload[string];

/** What people call an attribute, and its values when they are no words themselves. */
export interface Attribute {
  facet: string;
  words?: (value: Value) => string | undefined;
}

export const named = (facet: string): Attribute => ({ facet });

export const either = (facet: string, yes: string, no: string): Attribute => ({
  facet,
  words: (value) => (value === true ? yes : no),
});

export const among = (facet: string, words: Record<string, string>): Attribute => ({
  facet,
  words: (value) => words[String(value)] ?? String(value),
});

export const isRecord = (value: Value): value is Payload =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function dotted(value: Value): string | undefined {
  return isRecord(value) ? Object.values(value).map(String).join('.') : undefined;
}

export function identity(value: Value): string | undefined {
  if (!isRecord(value)) return undefined;
  const options = isRecord(value.options) ? Object.entries(value.options) : [];
  const list = options.map(([name, option]) => `${name} ${option}`).join(', ');
  return `${value.generation === 'a' ? 'always' : 'by default'} (${[dotted(value.sequence), list].filter(Boolean).join('; ')})`;
}

/** The privileges of a grant, `SELECT, UPDATE with grant option`. */
export function grantWords(fact: Fact | undefined): string {
  const list = (attribute: string): string[] => {
    const value = fact?.payload[attribute];
    return Array.isArray(value) ? value.map(String) : [];
  };
  const grantable = new Set(list('grantable'));
  const words = list('privileges').map((name) => (grantable.has(name) ? `${name} with grant option` : name));
  return words.length > 0 ? words.join(', ') : 'none';
}
