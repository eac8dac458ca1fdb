// The outputs of the Action: texts for machines, empty where there is nothing to say.

import { ownerOf } from '../findings/object-id.ts';
import { formatObjectId, type ObjectId } from '../findings/object-id.ts';
import type { Report, Status } from '../report/report.ts';

/** Files that were written for the steps that follow. */
export interface Written {
  reportJson?: string;
  patch?: string;
}

const DRIFTED = { 'in-sync': 'false', drifted: 'true', failed: '' } as const satisfies Record<Status, string>;

export const outputsOf = (
  report: Report,
  { reportJson = '', patch = '' }: Written,
  commentBody: string,
): Record<string, string> => ({
  status: report.status,
  drifted: DRIFTED[report.status],
  'drifted-tables': JSON.stringify(driftedTables(report)),
  'findings-count': report.status === 'failed' ? '' : String(report.findings.length),
  'report-json': reportJson,
  'comment-body': commentBody,
  patch,
});

/** Tables and views that a finding is about, or about a part of: `public.orders`, each once, sorted. */
function driftedTables({ findings }: Report): string[] {
  const relations = findings.map(({ subject }) => ownerOf(subject) ?? subject).filter(isRelation);
  return [...new Set(relations.map(formatObjectId))].sort();
}

const isRelation = ({ kind }: ObjectId): boolean =>
  kind === 'table' || kind === 'view' || kind === 'materialized-view';
