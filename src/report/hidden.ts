// A report without the values of secrets: what a database says of a statement, or a definition, may repeat one.

import { hiding } from '../findings/secrets.ts';
import type { Report } from './report.ts';

export function withoutSecrets(report: Report, secrets: readonly string[]): Report {
  const hide = hiding(secrets);
  const json = JSON.stringify(report);
  if (hide(json) === json) return report;
  return JSON.parse(json, (_, value: unknown) => (typeof value === 'string' ? hide(value) : value));
}
