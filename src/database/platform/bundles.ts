// Which extension files a run needs. Each costs start-up time, so only what the migrations name is loaded.

import * as v from 'valibot';

const Index = v.object({
  bundles: v.record(v.string(), v.string()),
  requires: v.record(v.string(), v.array(v.string())),
});

/** The bundle files of the named extensions and of all that they require, each once. Unknown names have none. */
export function bundlesFor(extensions: readonly string[], indexJson: string): string[] {
  const { bundles, requires } = v.parse(Index, JSON.parse(indexJson));
  const files = new Set<string>();
  const queue = [...extensions];
  for (const name of queue) {
    const file = bundles[name];
    if (file === undefined || files.has(file)) continue;
    files.add(file);
    queue.push(...(requires[name] ?? []));
  }
  return [...files];
}

const CREATE_EXTENSION =
  /create\s+extension\s+(?:if\s+not\s+exists\s+)?(?:"([^"]+)"|'([^']+)'|([a-z_][\w$-]*))/gi;

/**
 * Functions of the extensions that every database has from the start. Their library is needed only when one is called.
 * Source: the extension scripts of PostgreSQL 17's contrib.
 */
const CALLS_OF_PREINSTALLED: [extension: string, call: RegExp][] = [
  ['uuid-ossp', /\buuid_(generate|ns|nil)/i],
  [
    'pgcrypto',
    /\b(crypt|gen_salt|digest|hmac|gen_random_bytes|encrypt(_iv)?|decrypt(_iv)?|armor|dearmor|pgp_\w+)\s*\(/i,
  ],
];

/** The extensions that SQL texts create or call, as far as their text shows. */
export function extensionsNamedIn(texts: Iterable<string>): string[] {
  const named = new Set<string>();
  for (const text of texts) {
    for (const [, quoted, literal, bare] of text.matchAll(CREATE_EXTENSION)) {
      named.add(quoted ?? (literal ?? bare ?? '').toLowerCase());
    }
    for (const [extension, call] of CALLS_OF_PREINSTALLED) if (call.test(text)) named.add(extension);
  }
  return [...named];
}
