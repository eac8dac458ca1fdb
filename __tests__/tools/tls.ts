// Certificates of an authority of our own, by the openssl of the machine.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const openssl =
  spawnSync('openssl', ['version']).status === 0 ? {} : { missing: 'there is no openssl on the path' };

export interface Certificates {
  folder: string;
  /** The authority's, and that of an authority that signed nothing. */
  ca: string;
  otherCa: string;
  key: string;
  /** For `localhost`, by the authority; and one that has expired. */
  server: string;
  expired: string;
}

/** Makes them in a folder of their own. The caller removes it. */
export function makeCertificates(): Certificates & { remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'drift-gate-tls-'));
  const file = (name: string): string => path.join(folder, name);
  const run = (...args: string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  };
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  for (const name of ['ca', 'other'])
    run('req', '-x509', ...newKey, '-keyout', `${name}.key`, '-out', `${name}.crt`, '-subj', `/CN=${name}`);
  run('req', ...newKey, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=localhost');
  writeFileSync(file('names'), 'subjectAltName=DNS:localhost');
  const sign = ['x509', '-req', '-in', 'server.csr', '-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial'];
  for (const [name = '', days = ''] of [
    ['server', '2'],
    ['expired', '-1'],
  ])
    run(...sign, '-extfile', 'names', '-days', days, '-out', `${name}.crt`);
  return {
    folder,
    ca: file('ca.crt'),
    otherCa: file('other.crt'),
    key: file('server.key'),
    server: file('server.crt'),
    expired: file('expired.crt'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
