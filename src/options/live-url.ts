// The URL of the live database, as far as it can be judged without asking it. What is said of it never repeats it.

import { perSurface, type SurfaceText } from '../surface.ts';
import { decoded, elsewhereOf, isDatabaseUrl, parsed, UNREADABLE } from './database-url.ts';
import { option } from './table.ts';

const SSL_MODES = ['disable', 'prefer', 'require', 'verify-ca', 'verify-full'] as const;

/** As libpq means them. */
export type SslMode = (typeof SSL_MODES)[number];

export interface LiveUrl {
  host: string;
  port: number;
  user: string | undefined;
  password: string | undefined;
  database: string | undefined;
  /** What the server, or a pooler, is given when the session starts. */
  options: string | undefined;
  sslMode: SslMode;
  /** The certificate that the server's must be signed with, and what named it. */
  ca: { file: string; namedBy: '--live-ca' | 'sslrootcert' } | undefined;
}

/** What is wrong with a URL, as the end of a sentence, and the next step. */
export interface UrlFault {
  fault: SurfaceText;
  remedy: SurfaceText;
}

const SUPABASE = 'supabase\\.(co|com|net|in|red|green)\\.?$';
const POOLER = new RegExp(`\\.pooler\\.${SUPABASE}`, 'i');
const DIRECT = new RegExp(`^db\\.[^.]+\\.${SUPABASE}`, 'i');
const TRANSACTION_PORT = 6543;

/** The host that only machines with IPv6 reach, unless the project pays for an IPv4 address. */
export const isDirectHost = (host: string): boolean => DIRECT.test(host);

export const SESSION_POOLER =
  'Take the connection string of the session pooler: in the dashboard, Connect, Session pooler, port 5432.';

/** Whether it names the pooler of a Supabase project that gives a server's connection to each transaction. */
export const isTransactionPooler = ({ host, port }: Pick<LiveUrl, 'host' | 'port'>): boolean =>
  port === TRANSACTION_PORT && (POOLER.test(host) || isDirectHost(host));

const ENCODED = 'Percent-encode the user and the password, for example `#` as %23 and `@` as %40.';

/** Parameters whose meaning is not taken, and which must not be passed over. */
const NOT_TAKEN = ['port', 'user', 'password', 'dbname', 'sslcert', 'sslkey', 'requiressl'];

/**
 * Reads a URL.
 * @param ca path of the certificate of `--live-ca`
 */
export function readLiveUrl(text: string, ca?: string): LiveUrl | UrlFault {
  const url = parsed(text);
  if (!isDatabaseUrl(text) || url === undefined || url.hostname === '' || isMisread(url, text))
    return { fault: UNREADABLE, remedy: ENCODED };
  if (/\[(your-)?password\]/i.test(decoded(url.password)))
    return {
      fault: 'has a URL with the words [YOUR-PASSWORD] in place of the password',
      remedy: 'Put the password of the database in their place, percent-encoded.',
    };
  const other = elsewhereOf(url) ?? NOT_TAKEN.find((name) => url.searchParams.has(name));
  if (other !== undefined)
    return {
      fault: `has a URL with the parameter \`${other}\`, which is not taken`,
      remedy: 'Take it out; host, port, user, password and database stand before the `?`.',
    };
  const host = decoded(url.hostname).replace(/^\[(.*)\]$/, '$1');
  const port = url.port === '' ? 5432 : Number(url.port);
  const tls = tlsOf(url.searchParams, host, ca);
  if ('fault' in tls) return tls;
  return {
    host,
    port,
    user: filled(url.username),
    password: filled(url.password),
    database: filled(url.pathname.slice(1)),
    options: url.searchParams.get('options') ?? undefined,
    ...tls,
  };
}

const filled = (text: string): string | undefined => (text === '' ? undefined : decoded(text));

/** A `#`, `?` or `/` in the password ends the part that it stands in: what is left looks like a host. */
const isMisread = ({ hash, username }: URL, text: string): boolean =>
  hash !== '' || (username === '' && text.includes('@'));

/** A host that no network lies before. */
export const isLocal = (host: string): boolean =>
  /^(localhost|127(\.\d+){3}|::1)$/i.test(host) || host.startsWith('/');

type Tls = Pick<LiveUrl, 'sslMode' | 'ca'>;

function tlsOf(parameters: URLSearchParams, host: string, given: string | undefined): Tls | UrlFault {
  const written = parameters.get('sslmode');
  const named = SSL_MODES.find((mode) => mode === written);
  if (written !== null && named === undefined)
    return {
      fault: 'has a URL with an `sslmode` that is not known',
      remedy: `Write one of ${SSL_MODES.map((mode) => `\`${mode}\``).join(', ')}, or leave it out.`,
    };
  if (given !== undefined) return verifiedBy(given, named);
  const root = parameters.get('sslrootcert');
  if (root === null) return withoutRoot(named ?? (isLocal(host) ? 'disable' : 'require'));
  if (root === 'system') return { sslMode: 'verify-full', ca: undefined };
  // So libpq does for the sake of old URLs.
  const sslMode = named === undefined || named === 'require' ? 'verify-ca' : named;
  return { sslMode, ca: { file: root, namedBy: 'sslrootcert' } };
}

function verifiedBy(file: string, named: SslMode | undefined): Tls | UrlFault {
  if (named === 'disable')
    return {
      fault: perSurface`has a URL with \`sslmode=disable\`, and ${option('liveCa')} was given`,
      remedy: 'Take one of the two out.',
    };
  return {
    sslMode: named === 'verify-ca' ? 'verify-ca' : 'verify-full',
    ca: { file, namedBy: '--live-ca' },
  };
}

const withoutRoot = (sslMode: SslMode): Tls | UrlFault =>
  sslMode === 'verify-ca'
    ? {
        fault: 'has a URL with `sslmode=verify-ca`, and no certificate to verify with',
        remedy: perSurface`Give the certificate by ${option('liveCa')}, or write \`sslmode=verify-full\`.`,
      }
    : { sslMode, ca: undefined };
