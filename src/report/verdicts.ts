// What an audit says of where objects stand: the words of verdicts, counts and coverage.

import type { History, Inventory, InventoryRelation, Report, SourceCounts, Verdict } from './report.ts';
import { counted, listed } from './sentences.ts';

export const VERDICTS = {
  tracked: 'tracked',
  'base-schema-drift': 'base-schema drift',
  'not-live': 'not live',
  'types-out-of-date': 'types out of date',
  external: 'external (accepted)',
} as const satisfies Record<Verdict, string>;

export const isTable = ({ kind }: InventoryRelation): boolean => kind === 'table' || kind === 'foreign-table';

/** How many tables are live, and how many of them Git has. */
export function covered({ relations }: Pick<Inventory, 'relations'>): { live: number; both: number } {
  const live = relations.filter((relation) => relation.live && isTable(relation));
  return { live: live.length, both: live.filter(({ git }) => git).length };
}

/** `30 of 101 tables are reproducible from Git (29.7 %)`; what only the texts of migrations say is not called that. */
export function coverageWords(inventory: Inventory): string {
  const { live, both } = covered(inventory);
  if (live === 0) return 'The live database has no tables';
  const told = inventory.gitFrom === 'replay' ? 'reproducible from Git' : 'created by migrations';
  const percent = inventory.coverage === undefined ? '' : ` (${inventory.coverage} %)`;
  return `${both} of ${counted(live, 'table')} ${both === 1 ? 'is' : 'are'} ${told}${percent}`;
}

/** `37 migrations are applied, 2 pending and 1 unknown`. */
function historyWords({ isRecorded, applied, pending, unknown, edited, outOfOrder }: History): string {
  const migrations = `${counted(applied, 'migration')} ${applied === 1 ? 'is' : 'are'} applied`;
  if (!isRecorded) return `The live database has no migration history, so every migration counts as applied`;
  const parts = [
    [pending, 'pending'],
    [unknown, 'unknown'],
    [edited, 'edited since'],
    [outOfOrder, 'out of order'],
  ] as const;
  const told = parts.flatMap(([versions, word]) =>
    versions.length > 0 ? [`${versions.length} ${word}`] : [],
  );
  return listed([migrations, ...told]);
}

/** How many tables, views, functions and enums each source has: live, Git, types. */
export const byKindRows = (inventory: Inventory | undefined): [kind: string, ...counts: number[]][] => {
  const { byKind } = inventory ?? {};
  if (byKind === undefined) return [];
  const { tables, views, functions, enums } = byKind;
  const row = (kind: string, { live = 0, git, types }: SourceCounts): [string, ...number[]] => [
    kind,
    live,
    git,
    types,
  ];
  return [row('Tables', tables), row('Views', views), row('Functions', functions), row('Enums', enums)];
};

/** Whether a report is about the live database: that of an audit, or of drift accepted after one. */
export const isOfLive = ({ command, live }: Report): boolean => command === 'audit' || live !== undefined;

/** The facts of an audit that stand under its verdict, a sentence each without its full stop; of a check, none. */
export function auditFacts(report: Report): string[] {
  const { inventory, history } = report;
  if (!isOfLive(report)) return [];
  return [
    ...(inventory === undefined ? [] : [coverageWords(inventory)]),
    ...(history === undefined ? [] : [historyWords(history)]),
  ];
}
