// What stands below the objects: the base schema that is missing, what the baseline accepts, what nobody looked at, notices.

import { RULES } from '../../findings/rules.ts';
import type { Report } from '../report.ts';
import { counted, noticeWords, placeOf, upperFirst } from '../sentences.ts';
import { definition } from './detail.ts';
import type { Row } from './rows.ts';
import { type Html, html, ifAny, NOTHING, prose } from './template.ts';

type Anchors = ReadonlyMap<string, string>;

const linked = (id: string, anchors: Anchors): Html => {
  const anchor = anchors.get(id);
  return anchor === undefined ? html`<code>${id}</code>` : html`<a href="#${anchor}"><code>${id}</code></a>`;
};

/** A table that scrolls by itself where it is too wide. */
const tableOf = (title: string, heads: readonly string[], rows: readonly (readonly Html[])[]): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table class="plain"><caption class="unseen">${title}</caption><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>
${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table></div>`;

export function baseSchemaSection({ baseSchema }: Report, anchors: Anchors): Html {
  if (baseSchema === undefined) return NOTHING;
  const { reason, required } = baseSchema;
  const rows = required.map(({ id, references, location }) => [
    linked(id, anchors),
    html`${references}`,
    html`<code>${placeOf(location)}</code>`,
  ]);
  return html`<section id="base" aria-labelledby="base-title"><h2 id="base-title">Base schema to bring into Git</h2>
<p>The migrations stand on a schema that none of them creates, so they can't be replayed: ${prose(reason)}</p>
<p>A migration dated before all others must create:</p>
${tableOf('What the base schema must hold', ['Object', 'Uses', 'First used at'], rows)}</section>`;
}

export function baselineSection({ accepted = [], stale = [] }: Report, anchors: Anchors): Html {
  if (accepted.length + stale.length === 0) return NOTHING;
  const acceptedRows = accepted.map(({ id, ruleId, acceptance: { reason, owner, date, expires } }) => [
    linked(id, anchors),
    html`${RULES[ruleId].title}`,
    html`${reason}`,
    html`${owner ?? '–'}`,
    html`${date}`,
    html`${expires ?? 'no end'}`,
  ]);
  const staleRows = stale.map(({ object, rule, reason, owner, date }) => [
    html`<code>${object}</code>`,
    html`${RULES[rule].title}`,
    html`${reason}`,
    html`${owner ?? '–'}`,
    html`${date}`,
  ]);
  const columns = ['Object', 'Drift', 'Reason', 'Owner', 'Accepted on'];
  return html`<section id="baseline" aria-labelledby="baseline-title"><h2 id="baseline-title">Baseline</h2>
${ifAny(acceptedRows, (rows) => html`<h3>${counted(rows.length, 'accepted finding')}</h3>${tableOf('Accepted findings', [...columns, 'Until'], rows)}`)}
${ifAny(staleRows, (rows) => html`<h3>${counted(rows.length, 'stale entry', 'stale entries')}</h3><p>What they accept is gone. ${prose(RULES['stale-baseline-entry'].remedy)}</p>${tableOf('Stale entries', columns, rows)}`)}</section>`;
}

export const notRunSection = ({ notRun }: Report): Html =>
  ifAny(
    notRun,
    (
      parts,
    ) => html`<section id="not-run" class="warned" aria-labelledby="not-run-title"><h2 id="not-run-title">Not checked</h2>
<dl>${parts.map(({ part, reason }) => html`<dt>${part}</dt><dd>${prose(upperFirst(reason))}</dd>`)}</dl></section>`,
  );

export const noticesSection = ({ notices }: Report): Html =>
  ifAny(
    notices,
    (all) => html`<section id="notices" aria-labelledby="notices-title"><h2 id="notices-title">Notices</h2>
<ul>${all.map((notice) => html`<li>${prose(noticeWords(notice))}</li>`)}</ul></section>`,
  );

/** Definitions of what has no row. */
export function definitionsSection({ definitions = [] }: Report, rows: readonly Row[]): Html {
  const shown = new Set(rows.flatMap((row) => row.definitions));
  return ifAny(
    definitions.filter((one) => !shown.has(one)),
    (
      all,
    ) => html`<section id="definitions" aria-labelledby="definitions-title"><h2 id="definitions-title">Further definitions</h2>
${all.map(definition)}</section>`,
  );
}
