// Which extension files a run needs. Each costs start-up time, so only what the migrations name is loaded.

import { versionsAskedIn } from './extension-versions.ts';

/** What the build writes beside the bundles. */
interface Index {
  /** The bundle that holds an extension. */
  bundles: Record<string, string>;
  /** Extensions that another one needs. */
  requires: Record<string, string[]>;
}

/** Marks an extension that is only ever created in its own schema. */
const AT_HOME = '@home';

/** The bundle files of the named extensions and of all that they require, each once. Unknown names have none. */
export function bundlesFor(extensions: readonly string[], indexJson: string): string[] {
  const { bundles, requires }: Index = JSON.parse(indexJson);
  const files = new Set<string>();
  const queue = [...extensions];
  for (const wanted of queue) {
    const name = Object.hasOwn(bundles, wanted) ? wanted : wanted.replace(AT_HOME, '');
    const file = Object.hasOwn(bundles, name) ? bundles[name] : undefined;
    if (file === undefined || files.has(file)) continue;
    files.add(file);
    queue.push(...(Object.hasOwn(requires, name) ? (requires[name] ?? []) : []));
  }
  return [...files];
}

const NAME = /"[^"]+"|'[^']+'|[a-z_][\w$-]*/i;
const CREATE_EXTENSION = new RegExp(
  `create\\s+extension\\s+(?:if\\s+not\\s+exists\\s+)?(?<name>${NAME.source})(?<place>\\s+(?:with\\s+)?schema\\s)?`,
  'gi',
);
const ALTER_EXTENSION = new RegExp(`alter\\s+extension\\s+(?<name>${NAME.source})`, 'gi');

/**
 * Functions of the extensions that every database has from the start. Their library is needed only when one is called.
 * Source: the extension scripts of PostgreSQL 17's contrib.
 */
const CALLS_OF_PREINSTALLED: [extension: string, call: RegExp][] = [
  ['uuid-ossp', /\buuid_(generate|ns|nil)/i],
  [
    'pgcrypto',
    /\b(crypt|gen_salt|digest|hmac|gen_random_bytes|encrypt(_iv)?|decrypt(_iv)?|armor|dearmor|pgp_\w+)"?\s*\(/i,
  ],
];

/**
 * The extensions that SQL texts create, alter or call, as far as their text shows. Those that own a schema accept
 * any other too, as on Supabase, unless no text names one: then PostgreSQL must find it in the control file.
 * A version that is asked for follows as `name=version`.
 */
export function extensionsNamedIn(texts: Iterable<string>): string[] {
  const all = [...texts];
  const namesPlace = new Map<string, boolean>();
  for (const text of all) {
    for (const { groups } of text.matchAll(CREATE_EXTENSION)) {
      const name = unquoted(groups?.name ?? '');
      namesPlace.set(name, groups?.place !== undefined || namesPlace.get(name) === true);
    }
    const altered = [...text.matchAll(ALTER_EXTENSION)].map(({ groups }) => unquoted(groups?.name ?? ''));
    const called = CALLS_OF_PREINSTALLED.filter(([, call]) => call.test(text)).map(
      ([extension]) => extension,
    );
    for (const name of [...altered, ...called]) if (!namesPlace.has(name)) namesPlace.set(name, true);
  }
  const names = [...namesPlace].map(([name, place]) => (place ? name : name + AT_HOME));
  return [...names, ...versionsAskedIn(all)];
}

const unquoted = (name: string): string => (/^["']/.test(name) ? name.slice(1, -1) : name.toLowerCase());
