// The table of all objects. Each is a row, and a row under it that its name opens; the script filters and sorts. Roles
// are spelt out, for the style lays the rows out one by one, so that a thousand of them cost what the screen shows.

import { byText } from '../../match.ts';
import type { Report } from '../report.ts';
import { counted } from '../sentences.ts';
import { isOfLive } from '../verdicts.ts';
import { detailOf } from './detail.ts';
import { type Row, standingsOf } from './rows.ts';
import { type Html, html, NOTHING } from './template.ts';
import { STANDINGS } from './words.ts';

/** At most so many drifted objects are open from the start. */
const FEW = 3;

export function objectsSection(report: Report, rows: readonly Row[]): Html {
  if (rows.length === 0) return NOTHING;
  const isAudit = isOfLive(report);
  const drifted = rows.filter(({ isDrift }) => isDrift).length;
  const live = isAudit ? html`<th role="columnheader" scope="col" class="has">Live</th>` : NOTHING;
  const source =
    report.inventory?.gitFrom === 'static'
      ? ' What Git creates is read from the texts of the migrations.'
      : '';
  return html`<section id="objects" aria-labelledby="objects-title"><h2 id="objects-title">Objects</h2>
<p class="lead">${counted(rows.length, 'object')}, ${drifted === 0 ? 'none' : drifted} of them with drift.${source}</p>
${filters(rows)}
<table class="objects${isAudit ? '' : ' check'}" role="table"><caption class="unseen">Objects by source. A name opens what is known of it.</caption>
<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col" class="name">Object</th><th role="columnheader" scope="col" class="kind">Kind</th>${live}<th role="columnheader" scope="col" class="has">Git</th><th role="columnheader" scope="col" class="has">Types</th><th role="columnheader" scope="col" class="file">Created by</th><th role="columnheader" scope="col" class="standing">Verdict</th><th role="columnheader" scope="col" class="number">Findings</th></tr></thead>
${rows.map((row) => tableRow(row, isAudit, row.isDrift && drifted <= FEW))}
</table></section>`;
}

function filters(rows: readonly Row[]): Html {
  const kinds = [...new Set(rows.map(({ kind }) => kind))].sort(byText);
  const options = kinds.map((kind) => html`<option value="${kind}">${kind}</option>`);
  const verdicts = standingsOf(rows).map(
    ([standing, count]) => html`<option value="${standing}">${STANDINGS[standing].words} (${count})</option>`,
  );
  return html`<form id="filters" role="search" aria-label="Objects" hidden>
<label class="wide">Filter <kbd aria-hidden="true">/</kbd><input type="search" id="words" autocomplete="off" spellcheck="false" placeholder="name, file, finding" aria-keyshortcuts="/"></label>
<label>Verdict<select id="verdict"><option value="">all</option>${verdicts}</select></label>
<label>Kind<select id="kind"><option value="">all</option>${options}</select></label>
<label class="check"><input type="checkbox" id="drift"> Only drift</label>
<button type="button" id="clear">Clear</button>
<p id="shown" role="status" aria-live="polite"></p></form>`;
}

function tableRow(row: Row, isAudit: boolean, isOpen: boolean): Html {
  const { anchor, id, kind, object, standing, isDrift, findings, accepted } = row;
  const { words, tone } = STANDINGS[standing];
  const schemaEnd = /^(?:"(?:[^"]|"")*"|[^".]+)\./.exec(id)?.[0] ?? '';
  const count = findings.length + accepted.length;
  return html`<tbody role="rowgroup" data-kind="${kind}" data-verdict="${standing}"${isDrift ? html` data-drift` : NOTHING}><tr role="row"><th role="rowheader" scope="row" class="name"><details${isOpen ? html` open` : NOTHING}><summary id="${anchor}"><span class="schema">${schemaEnd}</span>${id.slice(schemaEnd.length)}</summary></details></th><td role="cell" class="kind">${kind}</td>${isAudit ? presence(object?.live) : NOTHING}${presence(gitOf(row, isAudit))}${presence(object?.types)}<td role="cell" class="file">${baseName(object?.file)}</td><td role="cell" class="standing"><span class="badge ${tone}">${words}</span></td><td role="cell" class="number">${count === 0 ? '' : count}</td></tr>
<tr role="row" class="detail"><td role="cell" colspan="${isAudit ? 8 : 7}">${detailOf(row)}</td></tr></tbody>
`;
}

/** A check lists what Git creates, and says no more of it. */
const gitOf = ({ object }: Row, isAudit: boolean): boolean | undefined =>
  isAudit || object === undefined ? object?.git : true;

function presence(has: boolean | undefined): Html {
  if (has === undefined) return html`<td role="cell" class="has"><span class="unseen">not known</span></td>`;
  return has
    ? html`<td role="cell" class="has yes"><span aria-hidden="true">✓</span><span class="unseen">yes</span></td>`
    : html`<td role="cell" class="has no"><span aria-hidden="true">–</span><span class="unseen">no</span></td>`;
}

const baseName = (file = ''): Html => {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return name === '' ? NOTHING : html`<span title="${file}">${name}</span>`;
};
