// What a comment under the issue says when it is written anew: what is new and what went away.

import { visible } from '../findings/visible.ts';
import { type Line, withinBudget } from '../report/markdown/budget.ts';
import { proseToMarkdown } from '../report/markdown/escape.ts';
import { linked } from '../report/markdown/spans.ts';
import { counted, listed, shortened, upperFirst } from '../report/sentences.ts';
import { type Found, type News, newsOf } from './issue-found.ts';
import type { IssueWrite, OwnIssue } from './issue-step.ts';

/** What an audit tells of each finding, a sentence by fingerprint. */
export type Sentences = ReadonlyMap<string, string>;

const BYTES = 30_000;
const LONGEST = 400;

/** The comment that goes with a step, without its marker; undefined when there is nothing to tell. */
export function commentFor(
  step: Exclude<IssueWrite, { kind: 'open' }>,
  found: Found,
  sentences: Sentences,
  runUrl: string,
): string | undefined {
  switch (step.kind) {
    case 'update':
      return newsWords(newsOf(step.issue.found, found), found, sentences, runUrl);
    case 'reopen':
      return returned(step.issue, found, sentences, runUrl);
    case 'close':
      return `No drift any more, as ${linked('a complete audit', runUrl)} found. Closed.\n`;
    case 'close-duplicate':
      return `Duplicate of #${step.original.number}: two audits ran at once.\n`;
    default:
      return step satisfies never;
  }
}

function newsWords(news: News, { count }: Found, sentences: Sentences, runUrl: string): string | undefined {
  const { added, gone, unsure, unlooked } = news;
  if (added.length + gone.length === 0) return undefined;
  const changes = [
    ...(added.length > 0 ? [`${added.length} new`] : []),
    ...(gone.length > 0 ? [`${gone.length} gone`] : []),
  ];
  return written([
    `**${upperFirst(listed(changes))}**, as ${linked('the audit', runUrl)} found: ${counted(count, 'finding')} now.`,
    ...list('New', added.map(sentenceIn(sentences))),
    ...list(
      'Gone',
      gone.map(({ fingerprint, label }) => label || `finding ${fingerprint}`),
    ),
    ...(unlooked.length > 0
      ? ['', `What went away is not told, for this audit left out: ${listed(unlooked)}.`]
      : []),
    ...(unsure > 0
      ? [
          '',
          `Of ${counted(unsure, 'more finding')} it is not known whether they are new: there were too many to note.`,
        ]
      : []),
  ]);
}

function returned(
  { isDeclined, found: before }: OwnIssue,
  found: Found,
  sentences: Sentences,
  runUrl: string,
): string {
  const all = found.entries.map(({ fingerprint }) => fingerprint);
  const audit = linked('the audit', runUrl);
  if (!isDeclined)
    return written([
      `**Reopened:** ${audit} found drift, ${counted(found.count, 'finding')}.`,
      ...list('Found', all.map(sentenceIn(sentences))),
    ]);
  const { added } = newsOf(before, found);
  return written([
    `**Reopened:** ${audit} found more than this issue listed when it was closed as not planned.`,
    ...list('New', added.map(sentenceIn(sentences))),
  ]);
}

const sentenceIn =
  (sentences: Sentences) =>
  (fingerprint: string): string =>
    sentences.get(fingerprint) ?? `finding ${fingerprint}`;

const list = (title: string, items: readonly string[]): string[] =>
  items.length === 0
    ? []
    : [
        '',
        `${title}:`,
        '',
        ...items.map((item) => `- ${proseToMarkdown(shortened(visible(item), LONGEST))}`),
      ];

function written(texts: readonly string[]): string {
  const lines = texts.map((text): Line => ({ text }));
  const more = (left: readonly Line[]): string[] => ['', `… and ${counted(left.length, 'more line')}.`];
  return withinBudget(lines, [], BYTES, more);
}
