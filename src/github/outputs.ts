// The outputs of the Action: texts for machines, empty where there is nothing to say.

import { isRelation } from '../findings/kinds.ts';
import { formatObjectId, ownerOf } from '../findings/object-id.ts';
import type { Report, Status } from '../report/report.ts';

/** Paths of the files that were written for the steps that follow. */
export interface Written {
  json?: string;
  markdown?: string;
  sarif?: string;
  html?: string;
  patch?: string;
  /** Whether the file of `inventory` is not what it was; absent when none was asked for. */
  isInventoryChanged?: boolean;
}

const DRIFTED = { 'in-sync': 'false', drifted: 'true', failed: '' } as const satisfies Record<Status, string>;

export const outputsOf = (
  report: Report,
  { json = '', markdown = '', sarif = '', html = '', patch = '', isInventoryChanged }: Written,
  commentBody: string,
): Record<string, string> => ({
  status: report.status,
  drifted: DRIFTED[report.status],
  'drifted-tables': report.status === 'failed' ? '' : JSON.stringify(driftedTables(report)),
  'findings-count': report.status === 'failed' ? '' : String(report.findings.length),
  'report-json': json,
  'report-markdown': markdown,
  'report-sarif': sarif,
  'report-html': html,
  'comment-body': commentBody,
  patch,
  coverage: String(report.inventory?.coverage ?? ''),
  'inventory-changed': String(isInventoryChanged ?? ''),
});

/** Tables and views that a finding is about, or about a part of: `public.orders`, each once, sorted. */
function driftedTables({ findings }: Report): string[] {
  const relations = findings.map(({ subject }) => ownerOf(subject) ?? subject).filter(isRelation);
  return [...new Set(relations.map(formatObjectId))].sort();
}
