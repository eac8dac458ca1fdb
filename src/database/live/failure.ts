// Words for whatever keeps us out of the live database, or breaks off the reading of it. None of them repeats the URL
// or a part of it, and what a server says is passed on only with the URL's parts masked.

import { EnvironmentError, type KnownError, messageOf, UsageError } from '../../errors.ts';
import { visible } from '../../findings/visible.ts';
import { passwordsOf, spellings } from '../../options/database-url.ts';
import { isDirectHost, type LiveUrl, SESSION_POOLER } from '../../options/live-url.ts';
import { FAILURES, type Failure } from './failures.ts';

export type InWords = (cause: unknown) => KnownError;

/** Makes what puts causes into words. */
export function wordsFor(text: string, url: LiveUrl): InWords {
  const mask = maskOf(text, url);
  const needsIpv6 = isDirectHost(url.host) || url.host.includes(':');
  return (cause) => {
    const [codes, said] = [codesOf(cause), messageOf(cause)];
    if (needsIpv6 && (codes.some((code) => UNREACHABLE.test(code)) || /timeout expired/.test(said)))
      return inWords(NEEDS_IPV6, '');
    const known = FAILURES.find((failure) => fits(failure, codes, said));
    const shown = brief(visible(mask(said)).replace(/\.$/, ''));
    return inWords(known ?? unknown(codes), shown);
  };
}

/** A server may say anything, at any length. */
const LONGEST = 500;
const brief = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

const UNREACHABLE = /^(ENETUNREACH|EHOSTUNREACH|EADDRNOTAVAIL|EAFNOSUPPORT|ENOTFOUND|EAI_AGAIN|ETIMEDOUT)$/;

const NEEDS_IPV6: Omit<Failure, 'codes'> = {
  blames: 'url',
  message:
    'cannot be reached: the direct connection of a Supabase project needs IPv6, which runners of GitHub and many networks do not have',
  remedy: `${SESSION_POOLER} If this machine has IPv6, correct the project in the URL.`,
};

const fits = ({ codes, said }: Failure, heardCodes: readonly string[], text: string): boolean =>
  (codes === undefined || heardCodes.some((code) => codes.test(code))) &&
  (said === undefined || said.test(text));

function inWords({ blames, message, remedy }: Omit<Failure, 'codes'>, said: string): KnownError {
  const words = {
    message: `The live database ${typeof message === 'string' ? message : message(said)}.`,
    remedy: typeof remedy === 'function' ? remedy(said) : remedy,
  };
  return blames === 'url' ? new UsageError(words) : new EnvironmentError(words);
}

/** A code of the server's is told with its words; those of anything else may hold an address. */
const unknown = (codes: readonly string[]): Failure => {
  const state = codes.find((code) => /^[0-9A-Z]{5}$/.test(code));
  return {
    blames: 'surroundings',
    message: (said) =>
      state === undefined
        ? `does not answer${codes[0] === undefined ? '' : ` (${codes[0]})`}`
        : `refused a question: ${said} (SQLSTATE ${state})`,
    remedy: 'Run again; its log, in the dashboard under Logs, Postgres, says more.',
  };
};

/** Codes of what was thrown, and of what it consists of: a name with several addresses fails once for each. */
export function codesOf(cause: unknown): string[] {
  const code = fieldOf(cause, 'code');
  const parts = fieldOf(cause, 'errors');
  return [
    ...(typeof code === 'string' ? [code] : []),
    ...(Array.isArray(parts) ? parts.flatMap(codesOf) : []),
  ];
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;

const MASK = '***';

/** Masks the parts of a URL in a text, where they stand as words. */
export function maskOf(text: string, { host, user = '', database = '' }: LiveUrl): (said: string) => string {
  const parts = [text, ...passwordsOf(text), ...spellings([host, user, ...user.split('.'), database])]
    .filter((part) => part !== '')
    .sort((a, b) => b.length - a.length)
    .map((part) => new RegExp(`(?<!\\w)${part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?!\\w)`, 'g'));
  return (said) => parts.reduce((masked, part) => masked.replace(part, MASK), said);
}
