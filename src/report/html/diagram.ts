// The entity diagram as a drawing of ours, whose boxes lead to their objects, and as a table for who can't see it.

import { visible } from '../../findings/visible.ts';
import type { Diagram, DiagramColumn, DiagramLink } from '../diagram.ts';
import { counted } from '../sentences.ts';
import { truncated } from '../text/terminal.ts';
import { BOX_WIDTH, type Box, HEAD, type Layout, LINE, layoutOf } from './layout.ts';
import { type Anchors, type Html, html, ifAny, linked, NOTHING } from './template.ts';

/** Characters that a box has room for. */
const ROOM = 33;
const TITLE_ROOM = 29;

export function drawing(diagram: Diagram, title: string, anchors: Anchors): Html {
  const layout = layoutOf(diagram);
  const boxes = layout.boxes.map((box, index) => entity(box, index, anchors));
  return html`<p class="lead">${counted(diagram.relations.length, 'relation')} and ${counted(diagram.links.length, 'foreign key')}. An arrow leads to what is referenced; a dashed box has not drifted; +2 stands for two columns that are not drawn. Below is the same as text.</p>
<div class="scroll drawing" tabindex="0" role="region" aria-label="${title}, drawn"><svg width="${layout.width}" height="${layout.height}" viewBox="0 0 ${layout.width} ${layout.height}" role="group" aria-label="${title}">
<defs><marker id="arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>
<g aria-hidden="true">${layout.links.map(connection)}</g>
${boxes}</svg></div>
<details><summary>The diagram as text</summary>${asText(diagram, anchors)}</details>`;
}

const connection = ({ link, from, to, path }: Layout['links'][number]): Html =>
  html`<path class="link ${link.change ?? ''}" data-ends="${from} ${to}" d="${path}" marker-end="url(#arrow)"><title>${linkWords(link)}</title></path>`;

const linkWords = ({ from, columns, to, change }: DiagramLink): string =>
  `${from} (${columns.join(', ')}) references ${to}${change === undefined ? '' : `, ${change}`}`;

function entity({ relation, x, y, height, columns, more }: Box, index: number, anchors: Anchors): Html {
  const { id, kind, change } = relation;
  const isNeighbour = relation.columns.length === 0 && change === undefined;
  const lines = columns.map(
    (column, at) => html`<text x="10" y="${HEAD + LINE * at + 14}">${columnWords(column)}</text>`,
  );
  const rest =
    more === 0
      ? NOTHING
      : html`<text class="more" x="${BOX_WIDTH - 10}" y="18" text-anchor="end">+${more}</text>`;
  const shape = html`<title>${kind} ${id}${change === undefined ? '' : `, ${change}`}, ${counted(relation.columns.length, 'column')}</title><rect width="${BOX_WIDTH}" height="${height}" rx="6"/><text class="title" x="10" y="18">${truncated(visible(id), TITLE_ROOM)}</text>${lines}${rest}`;
  const box = html`<g class="entity ${change ?? (isNeighbour ? 'neighbour' : '')}" data-box="${index}" transform="translate(${x} ${y})">${shape}</g>\n`;
  const anchor = anchors.get(visible(id));
  return anchor === undefined ? box : html`<a href="#${anchor}">${box}</a>`;
}

const columnWords = ({ name, type, change, was }: DiagramColumn): string =>
  truncated(
    visible(
      [name, type, ...(change === undefined ? [] : [was === undefined ? change : `was ${was}`])].join('  '),
    ),
    ROOM,
  );

function asText({ relations, links }: Diagram, anchors: Anchors): Html {
  const rows = relations.map(({ id, columns, change }) => {
    const own = links.filter(({ from }) => from === id);
    return html`<tr><th scope="row">${linked(id, anchors)}${change === undefined ? '' : ` ${change}`}</th><td>${ifAny(columns, columnList)}</td><td>${ifAny(own, linkList)}</td></tr>`;
  });
  return html`<table class="plain"><caption class="unseen">Relations of the diagram</caption><thead><tr><th scope="col">Relation</th><th scope="col">Columns</th><th scope="col">References</th></tr></thead><tbody>
${rows}</tbody></table>`;
}

const columnList = (columns: readonly DiagramColumn[]): Html =>
  html`<ul>${columns.map(({ name, type, change, was }) => html`<li><code>${name}</code> ${type}${change === undefined ? '' : `, ${change}`}${was === undefined ? '' : `, was ${was}`}</li>`)}</ul>`;

const linkList = (links: readonly DiagramLink[]): Html =>
  html`<ul>${links.map(({ to, columns, change }) => html`<li><code>${to}</code> by ${columns.join(', ')}${change === undefined ? '' : `, ${change}`}</li>`)}</ul>`;
