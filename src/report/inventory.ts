// The inventory as a part of a Markdown document that people keep: counts, the three-way table and the audit history.

import type { AuditPoint, Report } from './report.ts';

export interface Audited {
  /** `2026-01-19`, UTC. */
  date: string;
  /** Abbreviated; absent outside of a repository. */
  commit?: string;
}

/**
 * The document with what an audit found, between its markers; what stands outside of them is untouched.
 * @param before its text; undefined when there is none yet
 * @throws UsageError when its markers are damaged
 */
export function updateInventory(
  before: string | undefined,
  _report: Report,
  _audited: Audited,
): { text: string; audits: AuditPoint[] } {
  return { text: before ?? '', audits: [] };
}
