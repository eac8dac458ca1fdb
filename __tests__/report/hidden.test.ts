// A value of `[db.vault]` is hidden in a report, and no patch is given that shows one.

import { expect, test } from '@jest/globals';
import { withoutSecrets } from '../../src/report/hidden.ts';
import { inSync } from './reports.ts';

const SECRET = 'ghp_canary_"123"';
const patch = (label: string): string => `+      leak: "${label}"\n`;
const report = { ...inSync, findings: [], schemas: [] };

test('a patch that shows a secret is left out, and that is said', () => {
  for (const shown of [SECRET, JSON.stringify(SECRET).slice(1, -1)]) {
    const told = withoutSecrets({ report, patch: patch(shown) }, [SECRET]);
    expect(told.patch).toBeUndefined();
    expect(told.report.notices.map(({ code }) => code)).toContain('no-patch');
    expect(JSON.stringify(told)).not.toContain('canary');
  }
});

test('a secret that is one of our own words changes no verdict', () => {
  const drifted = {
    ...report,
    status: 'drifted' as const,
    notices: [{ code: 'no-config' as const, message: 'drifted' }],
  };
  expect(withoutSecrets({ report: drifted }, ['drifted', 'no-config']).report).toMatchObject({
    status: 'drifted',
    notices: [{ code: 'no-config', message: '***' }],
  });
});

test.each([
  ['with lines that end otherwise', 'alphaSECRET\rbetaSECRET', 'betaSECRET'],
  ['in colour', '\u001b[31mredSECRET\u0007', 'redSECRET'],
  ['as a path', 'SECRET//with/slashes', '/tmp/SECRET/with/slashes'],
])('a secret %s is hidden', (_, secret, said) => {
  const failed = { ...report, failure: { message: `Not found: ${said}`, remedy: 'Look.' } };
  expect(withoutSecrets({ report: failed }, [secret]).report.failure?.message).not.toContain('SECRET');
});

test('any other patch stays as it is', () => {
  const told = withoutSecrets({ report, patch: patch('new') }, [SECRET]);
  expect(told).toEqual({ report, patch: patch('new') });
});
