// The comments under the issue of an audit: what is new and what is gone.

import { visible } from '../../findings/visible.ts';
import { type Line, withinBudget } from '../../report/markdown/budget.ts';
import { proseToMarkdown } from '../../report/markdown/escape.ts';
import { linked } from '../../report/markdown/spans.ts';
import { counted, listed, shortened, upperFirst } from '../../report/sentences.ts';
import { type AuditedFinding, type FoundList, newsOf } from './found.ts';

/** What an audit found, in the form that comments tell of it. */
interface Audit {
  found: FoundList;
  findings: readonly AuditedFinding[];
  runUrl: string;
}

export const clean = (runUrl: string): string =>
  `No drift any more: ${linked('a complete audit', runUrl)} found none. Closed.`;

export const duplicateOf = ({ id }: { id: number }): string =>
  `Duplicate of #${id}: two audits ran at the same time.`;

/** Undefined when there is nothing to tell. */
export function newsWords(before: FoundList, audit: Audit): string | undefined {
  const { added, gone, unsure, unlooked } = newsOf(before, audit.found);
  if (added.length + gone.length === 0) return undefined;
  const changes = [
    ...(added.length > 0 ? [`${added.length} new`] : []),
    ...(gone.length > 0 ? [`${gone.length} gone`] : []),
  ];
  const total = counted(audit.found.count, 'finding');
  return withinBytes([
    `**${upperFirst(listed(changes))}** in ${linked('the latest audit', audit.runUrl)}: ${total} now.`,
    ...titledList('New', sentencesOf(added, audit)),
    ...titledList(
      'Gone',
      gone.map(({ fingerprint, label }) => label || `finding ${fingerprint}`),
    ),
    ...(unlooked.length > 0
      ? ['', `Findings that are gone are not listed, because this audit skipped: ${listed(unlooked)}.`]
      : []),
    ...(unsure > 0
      ? ['', `Another ${counted(unsure, 'finding')} may or may not be new: the earlier list was cut short.`]
      : []),
  ]);
}

export function reopened(before: FoundList, audit: Audit, { isDeclined }: { isDeclined: boolean }): string {
  const { found, runUrl } = audit;
  const link = linked('the latest audit', runUrl);
  if (isDeclined)
    return withinBytes([
      `**Reopened:** ${link} found more than this issue listed when it was closed as not planned.`,
      ...titledList('New', sentencesOf(newsOf(before, found).added, audit)),
    ]);
  const fingerprints = found.entries.map(({ fingerprint }) => fingerprint);
  return withinBytes([
    `**Reopened:** ${link} found drift, ${counted(found.count, 'finding')}.`,
    ...titledList('Found', sentencesOf(fingerprints, audit)),
  ]);
}

function sentencesOf(fingerprints: readonly string[], { findings }: Audit): string[] {
  const sentences = new Map(findings.map(({ fingerprint, sentence }) => [fingerprint, sentence]));
  return fingerprints.map((fingerprint) => sentences.get(fingerprint) ?? `finding ${fingerprint}`);
}

const LONGEST = 400;

const titledList = (title: string, items: readonly string[]): string[] =>
  items.length === 0
    ? []
    : [
        '',
        `${title}:`,
        '',
        ...items.map((item) => `- ${proseToMarkdown(shortened(visible(item), LONGEST))}`),
      ];

const BYTES = 30_000;

function withinBytes(texts: readonly string[]): string {
  const lines = texts.map((text): Line => ({ text }));
  const more = (left: readonly Line[]): string[] => ['', `… and ${counted(left.length, 'more line')}.`];
  return withinBudget(lines, [], BYTES, more).trimEnd();
}
