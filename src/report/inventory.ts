// The inventory as a part of a Markdown document that people keep: counts, the three-way table and the audit history.

import type { Finding } from '../findings/finding.ts';
import { auditsOf, isSameState, withAudit } from './inventory/history.ts';
import { contentOf, partName, withContent } from './inventory/markers.ts';
import { stateLines } from './inventory/state.ts';
import { escapeMarkdown } from './markdown/escape.ts';
import type { AuditPoint, Inventory, Report } from './report.ts';
import { covered } from './verdicts.ts';

export interface Audited {
  /** `2026-01-19`, UTC. */
  date: string;
  /** Abbreviated; absent outside of a repository. */
  commit?: string;
}

const NEW_DOCUMENT = `# Database inventory

\`drift-gate audit --inventory\` keeps this file: each audit rewrites what is between its markers. The rest is yours.
`;

/**
 * The document with what an audit found, between its markers; what stands outside of them is untouched. An audit of the
 * same day that found the same changes nothing, and one that could not look neither.
 * @param before its text; undefined when there is none yet
 * @throws UsageError when its markers are damaged
 */
export function updateInventory(
  before: string | undefined,
  report: Report,
  audited: Audited,
): { text: string; audits: AuditPoint[] } {
  const { status, inventory, live } = report;
  const text = before ?? NEW_DOCUMENT;
  const [state, audits] = [partName('inventory', live?.environment), partName('audits', live?.environment)];
  const past = contentOf(text, audits) ?? [];
  if (status === 'failed' || inventory === undefined) return { text: before ?? '', audits: auditsOf(past) };

  const lines = stateLines(report, audited.date);
  const point = pointOf(report, inventory, audited);
  const shown = contentOf(text, state);
  if (shown !== undefined && reads(shown) === reads(lines) && isSameState(auditsOf(past).at(-1), point))
    return { text, audits: auditsOf(past) };

  const of = live?.environment === undefined ? '' : `: ${escapeMarkdown(live.environment)}`;
  const next = withAudit(past, point);
  const stated = withContent(text, { name: state, heading: `## Current state${of}`, lines });
  return {
    text: withContent(stated, { name: audits, heading: `## Audit history${of}`, lines: next }),
    audits: auditsOf(next),
  };
}

/** What a formatter does to a table changes nothing of what it says. */
const reads = (lines: readonly string[]): string => lines.join('').replace(/[\s-]+/g, '');

function pointOf(
  { findings, accepted = [] }: Report,
  inventory: Inventory,
  { date, commit }: Audited,
): AuditPoint {
  const { live } = covered(inventory);
  const { git, types } = inventory.byKind?.tables ?? inventory.counts;
  return {
    date,
    live,
    git,
    types,
    // Of no tables, none is missing in Git.
    coverage: live === 0 ? 100 : (inventory.coverage ?? 0),
    drift: [...findings, ...accepted].filter(isDrift).length,
    ...(commit !== undefined && { commit }),
  };
}

/** What the baseline itself is at fault with is no drift of the database. */
const isDrift = ({ ruleId }: Finding): boolean =>
  ruleId !== 'stale-baseline-entry' && ruleId !== 'expired-baseline-entry';
