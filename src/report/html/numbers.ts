// Numbers at a glance: coverage, migration history, objects by source, and how many objects stand where.

import { countsByStanding, type ReportObject, STANDINGS } from '../objects.ts';
import type { History, Inventory, Report } from '../report.ts';
import { upperFirst } from '../sentences.ts';
import { byKindRows, coverageWords, isOfLive } from '../verdicts.ts';
import { type Html, html, ifAny, NOTHING } from './template.ts';

/** Tiles and a bar; nothing where there are no numbers. */
export function numbers(report: Report, objects: readonly ReportObject[]): Html {
  const { inventory, history } = report;
  const tiles = [
    ...(inventory?.coverage === undefined
      ? []
      : [coverageTile({ ...inventory, coverage: inventory.coverage })]),
    ...(history ? [historyTile(history)] : []),
    ...(inventory ? [countsTile(inventory, report)] : []),
  ];
  return ifAny(tiles, (all) => html`<div class="tiles">${all}</div>${standingBar(objects)}`);
}

const coverageTile = ({ coverage, ...inventory }: Inventory & { coverage: number }): Html =>
  html`<div class="tile"><h3>Coverage</h3><p class="big">${coverage}<small> %</small></p>
<svg class="bar" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label="Coverage: ${coverage} per cent"><rect class="rest" width="100" height="4"/><rect class="part" width="${Math.min(100, Math.max(0, coverage))}" height="4"/></svg>
<p>${coverageWords(inventory)}.</p></div>`;

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
  const empty = kinds.filter(([, versions]) => versions.length === 0).map(([words]) => words);
  const rest = ifAny(empty, (all) => html`<p>None ${all.join(', none ')}.</p>`);
  return html`<div class="tile"><h3>Migration history</h3><p class="big">${applied}<small> applied</small></p>${none}${lists}${rest}</div>`;
}

function countsTile(inventory: Inventory, { findings, accepted = [], ...report }: Report): Html {
  const isAudit = isOfLive({ ...report, findings });
  const live = isAudit ? html`<th scope="col">Live</th>` : NOTHING;
  const git = inventory.gitFrom === 'static' ? 'Git, as written' : 'Git';
  const { counts, byKind } = inventory;
  // Those that the types alone have are no objects of a check's inventory, but findings.
  const inTypesAlone = [...findings, ...accepted].filter(
    ({ ruleId }) => ruleId === 'relation-removed',
  ).length;
  const relations = [...(isAudit ? [counts.live ?? 0] : []), counts.git, counts.types + inTypesAlone];
  const rows = byKind ? byKindRows(inventory) : [['Relations', ...relations] as const];
  return html`<div class="tile"><h3>Objects by source</h3><table class="counts"><thead><tr><td></td>${live}<th scope="col">${git}</th><th scope="col">Types</th></tr></thead><tbody>
${rows.map(([kind, ...all]) => html`<tr><th scope="row">${kind}</th>${all.map((count) => html`<td>${count}</td>`)}</tr>`)}</tbody></table></div>`;
}

/** How the objects divide, as a bar whose legend filters the table. */
function standingBar(objects: readonly ReportObject[]): Html {
  const standings = countsByStanding(objects);
  let from = 0;
  const parts = standings.map(([standing, count]) => {
    const width = (count / objects.length) * 1000;
    from += width;
    return html`<rect class="${STANDINGS[standing].tone}" x="${(from - width).toFixed(1)}" width="${Math.max(0, width - 2).toFixed(1)}" height="10"/>`;
  });
  const legend = standings.map(([standing, count]) => {
    const { words, meaning, tone } = STANDINGS[standing];
    return html`<li><a href="#objects" data-standing="${standing}"><i class="dot ${tone}"></i><b>${count}</b> ${upperFirst(words)} <span>${meaning}</span></a></li>`;
  });
  return ifAny(
    legend,
    (
      all,
    ) => html`<svg class="stack" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>
<ul class="legend" aria-label="Objects by verdict">${all}</ul>`,
  );
}
