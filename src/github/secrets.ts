// The parts of the inputs that no log may show. The runner replaces each masked text everywhere: in the log, in
// annotations, in the step summary. So a word that a report needs, for example a table's name, must not be one of them.

import { isSecret } from '../findings/secrets.ts';
import { isDatabaseUrl, passwordsOf, spellings } from '../options/database-url.ts';
import { givenOf } from './inputs.ts';

/** Masking a shorter text would tear words apart and protect nothing. */
const SHORTEST_NAME = 8;

/**
 * The token, the URLs of databases, their passwords in each spelling, and what else identifies a project: a host with a
 * domain, a user that is not a plain role. The port, the database's name and the hosts and roles that everybody has stay
 * readable.
 * @param json the inputs as they came, whatever is wrong with others of them
 */
export function secretsIn(json: string | undefined): string[] {
  const { 'github-token': token = '', database = '', 'live-url': live = '' } = givenOf(json);
  const isUrl = isDatabaseUrl(database) || /:\/\/|@/.test(database);
  const secrets = [token, ...(isUrl ? partsOf(database) : []), ...partsOf(live)];
  return [...new Set(secrets)].filter((text) => text !== '');
}

/** The whole, and what it gives away. */
const partsOf = (address: string): string[] => [
  ...[address, ...passwordsOf(address), ...passwordWords(address)].filter(isSecret),
  ...namesOf(address),
];

/** Of `host=… password=…`, which is no URL, and secret all the same. */
const passwordWords = (address: string): string[] =>
  [...address.matchAll(/(?:^|\s)password\s*=\s*(?:'([^']*)'|(\S+))/gi)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );

/** The user and the host, where they tell more than a role or a machine that every project has. */
function namesOf(url: string): string[] {
  const [, user = '', host = ''] = /^[^:]+:\/\/(?:([^:@/]*)(?::.*)?@)?\[?([^:/?#\]]*)/s.exec(url) ?? [];
  return [
    // A pooler's user is `postgres.` and the project's reference.
    ...spellings([user]).filter((text) => text.length >= SHORTEST_NAME && /[^a-z_]/i.test(text)),
    ...(/[a-z]/i.test(host) && host.includes('.') && host.length >= SHORTEST_NAME ? [host] : []),
  ];
}
