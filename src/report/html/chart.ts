// Drift over time: a line drawn from the audits, and its numbers as a table.

import type { AuditPoint, Report } from '../report.ts';
import { counted } from '../sentences.ts';
import { type Html, html, NOTHING } from './template.ts';

const WIDTH = 760;
const HEIGHT = 220;
const LEFT = 44;
const RIGHT = 24;
const TOP = 24;
const BOTTOM = 34;

/** Dates that fit under the line. */
const MOST_DATES = 8;

/** Values that can be read beside their points. */
const MOST_VALUES = 16;

export function auditsChart({ audits = [] }: Report): Html {
  if (audits.length === 0) return NOTHING;
  const isDrawn = audits.length > 1;
  return html`${isDrawn ? chart(audits) : NOTHING}
<details${isDrawn ? NOTHING : html` open`}><summary>${counted(audits.length, 'audit')} in numbers</summary>${numbers(audits)}</details>`;
}

function chart(audits: readonly AuditPoint[]): Html {
  const ticks = ticksOf(Math.max(...audits.map(({ drift }) => drift)));
  const top = Math.max(1, ...ticks);
  const xOf = (index: number): number =>
    Math.round(LEFT + (index * (WIDTH - LEFT - RIGHT)) / Math.max(1, audits.length - 1));
  const yOf = (drift: number): number =>
    Math.round(HEIGHT - BOTTOM - (drift / top) * (HEIGHT - TOP - BOTTOM));
  const points = audits.map(({ drift }, index) => `${xOf(index)},${yOf(drift)}`);
  const every = Math.ceil(audits.length / MOST_DATES);
  const isDated = (index: number): boolean => (audits.length - 1 - index) % every === 0;
  const grid = ticks.map(
    (tick) =>
      html`<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${yOf(tick)}" y2="${yOf(tick)}"/><text class="tick" x="${LEFT - 8}" y="${yOf(tick) + 4}" text-anchor="end">${tick}</text>`,
  );
  const dates = audits.map(({ date }, index) =>
    isDated(index)
      ? html`<text class="tick" x="${xOf(index)}" y="${HEIGHT - 10}" text-anchor="${anchorAt(index, audits.length)}">${date}</text>`
      : NOTHING,
  );
  const dots = audits.map(({ date, drift }, index) => {
    const value =
      audits.length <= MOST_VALUES
        ? html`<text class="value" x="${xOf(index)}" y="${yOf(drift) - 10}" text-anchor="middle">${drift}</text>`
        : NOTHING;
    return html`<circle cx="${xOf(index)}" cy="${yOf(drift)}" r="4"><title>${date}: ${counted(drift, 'finding')}</title></circle>${value}`;
  });
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Drift over time, drawn"><svg class="chart" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${summary(audits)}">
${grid}${dates}<polygon class="area" points="${xOf(0)},${yOf(0)} ${points.join(' ')} ${xOf(audits.length - 1)},${yOf(0)}"/><polyline class="trend" points="${points.join(' ')}"/>${dots}</svg></div>`;
}

/** Up to five round numbers from nothing to at least the highest. */
function ticksOf(highest: number): number[] {
  const rough = Math.max(1, highest / 4);
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5, 10].find((factor) => factor * power >= rough) ?? 10);
  return Array.from({ length: Math.ceil(highest / step) + 1 }, (_, index) => index * step);
}

const anchorAt = (index: number, length: number): 'start' | 'middle' | 'end' =>
  index === 0 ? 'start' : index === length - 1 ? 'end' : 'middle';

function summary(audits: readonly AuditPoint[]): string {
  const [first, last] = [audits[0], audits.at(-1)];
  if (first === undefined || last === undefined) return '';
  return `${counted(first.drift, 'finding')} on ${first.date}, ${last.drift} on ${last.date}; the numbers of all audits are in the table below.`;
}

const numbers = (audits: readonly AuditPoint[]): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="Audits in numbers"><table class="plain"><caption class="unseen">Tables by source, coverage and findings of each audit</caption>
<thead><tr><th scope="col">Date</th><th scope="col">Findings</th><th scope="col">Live tables</th><th scope="col">In Git</th><th scope="col">In types</th><th scope="col">Coverage</th><th scope="col">Commit</th></tr></thead><tbody>
${[...audits].reverse().map(({ date, drift, live, git, types, coverage, commit }) => html`<tr><th scope="row">${date}</th><td>${drift}</td><td>${live}</td><td>${git}</td><td>${types}</td><td>${coverage} %</td><td><code>${commit ?? ''}</code></td></tr>`)}</tbody></table></div>`;
