// `audit`: what is in the live database and not in Git, and the other way round, and do the committed types fit them?

import { EnvironmentError } from '../errors.ts';
import type { CompareStructure, OpenLive } from '../ports.ts';
import type { Checked, CheckOptions, CheckPorts } from './check.ts';

export interface AuditPorts extends CheckPorts {
  openLive: OpenLive;
  compareStructure: CompareStructure;
}

export interface AuditOptions extends CheckOptions {
  /** What reports call the live database. */
  environment?: string | undefined;
}

/** Compares and reports. Throws UsageError and EnvironmentError when it could not look. */
export async function audit(_options: AuditOptions, _ports: AuditPorts): Promise<Checked> {
  throw new EnvironmentError({ message: 'There is no audit yet.', remedy: 'Use `drift-gate check`.' });
}
