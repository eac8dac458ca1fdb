// The head of the page: the verdict in words, what was compared with what, coverage, counts and the migration history.

import { named } from '../../findings/prose.ts';
import { isDone, isTolerated } from '../failing.ts';
import { verdictOf } from '../headline.ts';
import type { History, Inventory, Report } from '../report.ts';
import { comparison, placeOf, upperFirst } from '../sentences.ts';
import { byKindRows, coverageWords, isOfLive } from '../verdicts.ts';
import type { Tone } from './palette.ts';
import { type Row, standingsOf } from './rows.ts';
import { type Html, html, ifAny, lines, NOTHING, prose } from './template.ts';
import { STANDINGS } from './words.ts';

const LOOKS = {
  'in-sync': { mark: '✓', tone: 'green' },
  drifted: { mark: '✗', tone: 'red' },
  failed: { mark: '!', tone: 'amber' },
} as const satisfies Record<Report['status'], { mark: string; tone: Tone }>;

/** What the report is of, `production · apps/web`. */
export const placeOfReport = ({ live, project }: Report): string =>
  [
    ...(live?.environment ? [live.environment] : []),
    ...(project.directory === '.' ? [] : [project.directory]),
  ].join(' · ');

export function verdictSection(report: Report): Html {
  const { status, because } = verdictOf(report);
  const { mark, tone } = isDone(report)
    ? LOOKS['in-sync']
    : isTolerated(report)
      ? { mark: '~', tone: 'amber' }
      : LOOKS[report.status];
  const { directory } = report.project;
  const facts = [
    ...(directory === '.' ? [] : [named(directory)]),
    ...(report.status === 'failed' ? [] : comparison(report)),
  ];
  return html`<section class="verdict ${tone}" aria-labelledby="verdict-title"><span class="mark" aria-hidden="true">${mark}</span><div>
<h1 id="verdict-title">${prose(status)}</h1>${because.map((sentence) => html`<p>${prose(upperFirst(sentence))}</p>`)}${failureOf(report)}
<p class="against">${facts.map((fact) => html`<span>${prose(fact)}</span> `)}</p></div></section>`;
}

function failureOf({ failure }: Report): Html {
  if (failure === undefined) return NOTHING;
  const { location, rule, statement, remedy } = failure;
  const place = location
    ? html`<p class="place"><code>${placeOf(location)}</code> ${rule ?? ''}</p>`
    : NOTHING;
  const blocker = statement
    ? html`<pre tabindex="0" role="group" aria-label="Statement"><code>${lines(statement)}</code></pre>`
    : NOTHING;
  return html`${place}${blocker}<p class="remedy">${prose(remedy)}</p>`;
}

/** Numbers at a glance; nothing where there are none. */
export function numbersSection(report: Report, rows: readonly Row[]): Html {
  const { inventory, history } = report;
  const tiles = [
    ...(inventory?.coverage === undefined
      ? []
      : [coverageTile({ ...inventory, coverage: inventory.coverage })]),
    ...(history ? [historyTile(history)] : []),
    ...(inventory ? [countsTile(inventory, isOfLive(report))] : []),
  ];
  return ifAny(
    tiles,
    (
      all,
    ) => html`<section id="numbers" aria-labelledby="numbers-title"><h2 id="numbers-title">At a glance</h2>
<div class="tiles">${all}</div>${standingBar(rows)}</section>`,
  );
}

function coverageTile({ coverage, ...inventory }: Inventory & { coverage: number }): Html {
  return html`<div class="tile"><h3>Coverage</h3><p class="big">${coverage}<small> %</small></p>
<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label="Coverage: ${coverage} per cent"><rect class="rest" width="100" height="4"/><rect class="part" width="${Math.min(100, Math.max(0, coverage))}" height="4"/></svg>
<p>${coverageWords(inventory)}.</p></div>`;
}

function historyTile({ isRecorded, applied, pending, unknown, edited, outOfOrder }: History): Html {
  const kinds = [
    ['pending', pending, 'muted'],
    ['unknown', unknown, 'red'],
    ['edited', edited, 'red'],
    ['out of order', outOfOrder, 'red'],
  ] as const;
  const lists = kinds.map(([words, versions, tone]) =>
    ifAny(
      versions,
      (all) =>
        html`<details class="${tone}"><summary>${all.length} ${words}</summary><ul>${all.map((version) => html`<li><code>${version}</code></li>`)}</ul></details>`,
    ),
  );
  const none = isRecorded
    ? NOTHING
    : html`<p>The live database records no history: all files count as applied.</p>`;
  const still = kinds.filter(([, versions]) => versions.length === 0).map(([words]) => words);
  const rest = ifAny(still, (all) => html`<p>None ${all.join(', none ')}.</p>`);
  return html`<div class="tile"><h3>Migration history</h3><p class="big">${applied}<small> applied</small></p>${none}${lists}${rest}</div>`;
}

function countsTile(inventory: Inventory, isAudit: boolean): Html {
  const { counts, gitFrom } = inventory;
  const live = isAudit ? html`<th scope="col">Live</th>` : NOTHING;
  const git = gitFrom === 'static' ? 'Git, as written' : 'Git';
  const rows = inventory.byKind
    ? byKindRows(inventory)
    : [['Relations', ...(isAudit ? [counts.live ?? 0] : []), counts.git, counts.types] as const];
  const cells = (all: readonly number[]): Html[] => all.map((count) => html`<td>${count}</td>`);
  return html`<div class="tile"><h3>Objects by source</h3><table class="counts"><thead><tr><td></td>${live}<th scope="col">${git}</th><th scope="col">Types</th></tr></thead><tbody>
${rows.map(([kind, ...all]) => html`<tr><th scope="row">${kind}</th>${cells(all)}</tr>`)}</tbody></table></div>`;
}

/** How the objects divide, as a bar whose legend filters the table. */
function standingBar(rows: readonly Row[]): Html {
  const standings = standingsOf(rows);
  let from = 0;
  const parts = standings.map(([standing, count]) => {
    const width = (count / rows.length) * 1000;
    from += width;
    return html`<rect class="${STANDINGS[standing].tone}" x="${(from - width).toFixed(1)}" width="${Math.max(0, width - 2).toFixed(1)}" height="10"/>`;
  });
  const legend = standings.map(([standing, count]) => {
    const { words, meaning, tone } = STANDINGS[standing];
    return html`<li><a href="#objects" data-standing="${standing}"><i class="dot ${tone}"></i><b>${count}</b> ${words} <span>${meaning}</span></a></li>`;
  });
  return ifAny(
    legend,
    (
      all,
    ) => html`<svg class="stack" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>
<ul class="legend" aria-label="Objects by verdict">${all}</ul>`,
  );
}
