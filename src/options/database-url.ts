// The URL of a disposable database, as far as it can be judged without asking it. What these functions say never
// repeats it.

/** Hosts of databases that Supabase runs: a reset would erase a deployed project. */
const HOSTED = /(^|\.)supabase\.(co|com|net|in|red|green)\.?$/i;

const SCHEME = /^postgres(ql)?:\/\//i;

export const isDatabaseUrl = (text: string): boolean => SCHEME.test(text);

/** What is wrong with a URL, as the end of a sentence; undefined when nothing is. */
export function faultOf(text: string): string | undefined {
  const url = parsed(text);
  if (url === undefined || url.hostname === '') return UNREADABLE;
  if (elsewhereOf(url) !== undefined)
    return `has a URL with the parameter \`${elsewhereOf(url)}\`, which is not taken`;
  if (HOSTED.test(decoded(url.hostname)))
    return 'names a database that Supabase hosts, and a reset would erase it';
  return undefined;
}

export const UNREADABLE =
  'has a URL that cannot be read: it must be like postgresql://USER:PASSWORD@HOST:PORT/DATABASE, percent-encoded';

/** A parameter that names another host than the one that is looked at. */
export const elsewhereOf = ({ searchParams }: URL): string | undefined =>
  ['host', 'hostaddr', 'service'].find((name) => searchParams.has(name));

export function parsed(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}

/** A part of a URL as it is meant; as it is written when it is not percent-encoded. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The password of a URL, and those of its parameters: each as written, as meant, and as encoded anew. */
export function passwordsOf(url: string): string[] {
  const [, written = ''] = /^[^:]+:\/\/[^:@/]*:(.*)@/s.exec(url) ?? [];
  const queried = [...url.matchAll(/[?&](?:ssl)?password=([^&#]*)/gi)].map(([, value = '']) => value);
  return spellings([written, ...queried]);
}

/** A text with a mask in place of each URL that holds a user and a password. */
export const withoutCredentials = (text: string, mask: string): string =>
  text.includes('://') ? text.replace(/\S+/g, (word) => withoutUrls(word, mask)) : text;

/** A word may hold several, and what quotes them. */
function withoutUrls(word: string, mask: string): string {
  let masked = '';
  let from = 0;
  for (const { 0: scheme, index } of word.matchAll(SCHEME_OF_ANY)) {
    if (index < from) continue;
    const [user] = USER.exec(word.slice(index + scheme.length)) ?? [];
    if (user === undefined) continue;
    const at = word.indexOf('@', index + scheme.length + user.length);
    // Where no @ follows this URL, none follows those behind it either.
    if (at === -1) break;
    masked += word.slice(from, index) + mask;
    from = at + (REST.exec(word.slice(at))?.[0].length ?? 0);
  }
  return masked + word.slice(from);
}

const SCHEME_OF_ANY = /(?<![a-z0-9+.-])[a-z0-9+.-]+:\/\//gi;
const USER = /^[^/@:]*:/;
const REST = /^[^'"`]*/;

/** Texts of a URL as written, as meant, and as encoded anew, each once. */
export const spellings = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => [text, decoded(text), encodeURIComponent(decoded(text))])),
];

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])\.?$/i;

/** Whether two URLs lead to one database, as far as their texts tell; of one that names none, that it is any. */
export function areSame(one: string, other: string): boolean {
  const [a, b] = [placeOf(one), placeOf(other)];
  if (a === undefined || b === undefined || a.host !== b.host || a.port !== b.port) return false;
  return a.database === b.database || a.database === '' || b.database === '';
}

function placeOf(text: string): { host: string; port: string; database: string } | undefined {
  const url = parsed(text);
  if (url === undefined) return undefined;
  const host = decoded(url.hostname).toLowerCase().replace(/\.$/, '');
  return {
    host: LOOPBACK.test(host) ? 'localhost' : host,
    port: url.port || '5432',
    database: decoded(url.pathname.slice(1)),
  };
}
