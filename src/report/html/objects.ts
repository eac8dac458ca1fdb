// The table of all objects. Each is a row, and a row under it that its name opens; the script filters and sorts. Roles
// are spelt out, for the style lays the rows out one by one, so that a thousand of them cost what the screen shows.

import { acceptedWords } from '../../findings/baseline.ts';
import type { Finding } from '../../findings/finding.ts';
import { byText } from '../../match.ts';
import { scriptOf, unfoldedSql } from '../document/sql.ts';
import { countsByStanding, type ReportObject, STANDINGS } from '../objects.ts';
import type { Definition, Report } from '../report.ts';
import { counted, gradeOf, placeOf, titleOf, upperFirst } from '../sentences.ts';
import { isOfLive } from '../verdicts.ts';
import { sideBySide } from './sides.ts';
import { copyable, GRADE_TONES, type Html, html, ifAny, NOTHING, prose } from './template.ts';

/** At most so many drifted objects are open from the start, and details listed in the open. */
const FEW_DRIFTED = 3;
const FEW_DETAILS = 8;

export function objectsTable(report: Report, objects: readonly ReportObject[]): Html {
  if (objects.length === 0) return NOTHING;
  const isAudit = isOfLive(report);
  const drifted = objects.filter(({ isDrift }) => isDrift).length;
  const heads = [
    'Object',
    'Kind',
    ...(isAudit ? ['Live'] : []),
    'Git',
    'Types',
    'Created by',
    'Verdict',
    'Findings',
  ];
  const source =
    report.inventory?.gitFrom === 'static'
      ? ' What Git creates is read from the texts of the migrations.'
      : '';
  return html`<p class="lead">${counted(objects.length, 'object')}, ${drifted === 0 ? 'none' : drifted} of them with drift.${source}</p>
${filters(objects)}
<table class="objects${isAudit ? '' : ' check'}" role="table"><caption class="unseen">Objects by source. A name opens what is known of it.</caption>
<thead role="rowgroup"><tr role="row">${heads.map((head) => html`<th role="columnheader" scope="col" class="${CLASSES[head] ?? ''}">${head}</th>`)}</tr></thead>
${objects.map((object) => rows(object, isAudit, object.isDrift && drifted <= FEW_DRIFTED))}
</table>`;
}

const CLASSES: Readonly<Record<string, string>> = {
  Object: 'name',
  Kind: 'kind',
  Live: 'has',
  Git: 'has',
  Types: 'has',
  'Created by': 'file',
  Verdict: 'standing',
  Findings: 'number',
};

function filters(objects: readonly ReportObject[]): Html {
  const kinds = [...new Set(objects.map(({ kind }) => kind))].sort(byText);
  const verdicts = countsByStanding(objects).map(
    ([standing, count]) =>
      html`<option value="${standing}">${upperFirst(STANDINGS[standing].words)} (${count})</option>`,
  );
  return html`<form id="filters" role="search" aria-label="Objects" hidden>
<label class="wide">Filter <kbd aria-hidden="true">/</kbd><input type="search" id="words" autocomplete="off" spellcheck="false" placeholder="name, file, finding" aria-keyshortcuts="/"></label>
<label>Verdict<select id="verdict"><option value="">all</option>${verdicts}</select></label>
<label>Kind<select id="kind"><option value="">all</option>${kinds.map((kind) => html`<option value="${kind}">${kind}</option>`)}</select></label>
<label class="check"><input type="checkbox" id="drift"> Only drift</label>
<button type="button" id="clear">Clear</button>
<p id="shown" role="status" aria-live="polite"></p></form>`;
}

function rows(object: ReportObject, isAudit: boolean, isOpen: boolean): Html {
  const { anchor, id, kind, listed, standing, isDrift, findings, accepted } = object;
  const { words, tone } = STANDINGS[standing];
  const schemaEnd = /^(?:"(?:[^"]|"")*"|[^".]+)\./.exec(id)?.[0] ?? '';
  const count = findings.length + accepted.length;
  // A check lists what Git creates, and says no more of it.
  const git = isAudit || listed === undefined ? listed?.git : true;
  const file = listed?.file ?? '';
  return html`<tbody role="rowgroup" data-kind="${kind}" data-verdict="${standing}"${isDrift ? html` data-drift` : NOTHING}><tr role="row"><th role="rowheader" scope="row" class="name"><details${isOpen ? html` open` : NOTHING}><summary id="${anchor}"><span class="schema">${schemaEnd}</span>${id.slice(schemaEnd.length)}</summary></details></th><td role="cell" class="kind">${kind}</td>${isAudit ? presence(listed?.live) : NOTHING}${presence(git)}${presence(listed?.types)}<td role="cell" class="file">${file === '' ? NOTHING : html`<span title="${file}">${file.slice(file.lastIndexOf('/') + 1)}</span>`}</td><td role="cell" class="standing"><span class="badge ${tone}">${upperFirst(words)}</span></td><td role="cell" class="number">${count === 0 ? '' : count}</td></tr>
<tr role="row" class="detail"><td role="cell" colspan="${isAudit ? 8 : 7}">${detail(object)}</td></tr></tbody>
`;
}

function presence(has: boolean | undefined): Html {
  if (has === undefined) return html`<td role="cell" class="has"><span class="unseen">not known</span></td>`;
  const [look, sign, word] = has ? ['yes', '✓', 'yes'] : ['no', '–', 'no'];
  return html`<td role="cell" class="has ${look}"><span aria-hidden="true">${sign}</span><span class="unseen">${word}</span></td>`;
}

/** What is known of one object: its findings with their sides and remedies, what is accepted, its definitions. */
function detail({ standing, listed, findings, accepted, definitions }: ReportObject): Html {
  const { words, meaning } = STANDINGS[standing];
  const created = listed?.file
    ? html` Created by <code>${listed.file}</code>${listed.pending ? ', which is not applied yet' : ''}.`
    : NOTHING;
  const acceptedCards = accepted.map(({ acceptance, ...finding }) =>
    findingCard(
      finding,
      html`<p class="acceptance"><b>${upperFirst(acceptedWords(acceptance))}</b>: ${acceptance.reason}</p>`,
    ),
  );
  return html`<p class="meaning"><b>${upperFirst(words)}</b>: ${meaning}.${created}</p>${findings.map((finding) => findingCard(finding))}${acceptedCards}${definitions.map(definition)}`;
}

function findingCard(finding: Finding, foot: Html = NOTHING): Html {
  const { message, reason, remedy, location, typesLocation, details, sql = [] } = finding;
  const { committed, generated, expected, actual } = finding;
  const grade = gradeOf(finding);
  const places = [location, typesLocation].flatMap((place) =>
    place ? [html`<code>${placeOf(place)}</code> `] : [],
  );
  return html`<article class="finding ${GRADE_TONES[grade]}"><h3>${titleOf(finding)} <span class="grade">${grade}</span></h3>
<p class="message">${prose(upperFirst(message))}</p>${reason === undefined ? NOTHING : html`<p>${upperFirst(reason)}.</p>`}${ifAny(places, (all) => html`<p class="place">${all}</p>`)}${ifAny(details, detailList)}${sideBySide(['Committed types', committed], ['Generated types', generated])}${sideBySide(['Migrations', expected], ['Live database', actual])}
<p class="remedy">${prose(remedy)}</p>${sql.length === 0 ? NOTHING : copyable(scriptOf(sql), 'suggested SQL')}${foot}</article>`;
}

function detailList(details: readonly string[]): Html {
  const list = html`<ul class="details">${details.map((one) => html`<li>${prose(one)}</li>`)}</ul>`;
  return details.length <= FEW_DETAILS
    ? list
    : html`<details><summary>${details.length} parts</summary>${list}</details>`;
}

export const definition = ({ id, expected, actual }: Definition): Html =>
  html`<section class="definition"><h3>Definition of <code>${id}</code></h3>${sideBySide(
    ['Migrations', expected && unfoldedSql(expected)],
    ['Live database', actual && unfoldedSql(actual)],
  )}</section>`;

/** A finding about what has no schema, and so no row: an extension, a role, the history, a file. */
export const findingBeside = (finding: Finding): Html =>
  html`<div class="beside"><p class="subject"><b>${finding.subject.kind.replaceAll('-', ' ')}</b> <code>${finding.id}</code></p>${findingCard(finding)}</div>`;
