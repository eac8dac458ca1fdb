// What options have in common: the words that each needs, and values that several take.

import * as v from 'valibot';

/** What an option is called, and what is said of it in `--help`, in errors and in the documentation. */
export interface OptionWords {
  /** As commander wants it, `--types <file>`. */
  flag: string;
  description: string;
  /** As shown in `--help`. */
  fallback?: string;
  /** It may be given several times. */
  repeatable?: true;
  /** The commands that have it, when not all have. */
  only?: readonly ('check' | 'fix' | 'accept' | 'audit')[];
  /** The next step when its value is refused. */
  remedy: string;
}

export const FILLED = v.pipe(v.string(), v.trim(), v.nonEmpty('names nothing'));

/** Errors and reports name paths, so a connection string that was put in the wrong place must not be one. */
export const PATH = v.pipe(
  FILLED,
  v.check((text) => !/[a-z0-9+.-]:\/\//i.test(text), 'was given a URL, not a path'),
);
