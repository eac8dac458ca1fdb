// How a connection to the live database is encrypted, and whom it trusts, from what the URL and `--live-ca` say.

import { X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ConnectionOptions } from 'node:tls';
import { UsageError } from '../../errors.ts';
import type { LiveUrl } from '../../options/live-url.ts';
import { option } from '../../options/table.ts';
import { perSurface } from '../../surface.ts';
import { codesOf } from './failure.ts';

/** Gives what Node's TLS takes; false for none. Throws UsageError when the certificate can't be read. */
export async function tlsOf({ sslMode, ca }: Pick<LiveUrl, 'sslMode' | 'ca'>): Promise<Tls> {
  const trusted = ca && { ca: await certificate(ca) };
  switch (sslMode) {
    case 'disable':
      return false;
    case 'prefer':
    case 'require':
      return { rejectUnauthorized: false };
    case 'verify-ca':
      return { ...trusted, checkServerIdentity: () => undefined };
    case 'verify-full':
      return { ...trusted };
    default:
      return sslMode satisfies never;
  }
}

/** Whether it is proved who answers, by an authority that signed the certificate. */
export const isVerified = (tls: Tls): boolean => tls !== false && tls.rejectUnauthorized !== false;

export type Tls = false | Pick<ConnectionOptions, 'ca' | 'rejectUnauthorized' | 'checkServerIdentity'>;

async function certificate({ file, namedBy }: NonNullable<LiveUrl['ca']>): Promise<string> {
  const refuse = (reason: string): UsageError =>
    new UsageError({
      message: perSurface`The certificate of ${namedBy === 'sslrootcert' ? '`sslrootcert`' : option('liveCa')} ${reason}.`,
      remedy:
        'Give the PEM file that the dashboard offers under Database, Settings, SSL configuration, or that of your own authority.',
    });
  const text = await readFile(file, 'utf8').catch((cause: unknown) => {
    const [code] = codesOf(cause);
    throw refuse(code === 'ENOENT' ? 'is not there' : `cannot be read (${code})`);
  });
  // Node passes over what it can't read among the trusted, and then trusts nobody.
  if (!isCertificate(text)) throw refuse('is no certificate in PEM form');
  return text;
}

function isCertificate(text: string): boolean {
  if (!text.includes('-----BEGIN CERTIFICATE-----')) return false;
  try {
    return new X509Certificate(text).subject !== undefined;
  } catch {
    return false;
  }
}
