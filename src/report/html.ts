// The report as one page that needs nothing else: no network, no server. It can be read without its script; the
// policy in its head lets run and paint what this program wrote, by hash, and nothing else.

import { createHash } from 'node:crypto';
import { named } from '../findings/prose.ts';
import { VERSION } from '../version.ts';
import type { Block, Cell, Document, Item, Look, Section, SectionId, Span, Text } from './document/blocks.ts';
import { documentOf } from './document.ts';
import { auditsChart } from './html/chart.ts';
import { drawing } from './html/diagram.ts';
import { numbers } from './html/numbers.ts';
import { definition, findingBeside, objectsTable } from './html/objects.ts';
import STYLE from './html/page.css';
import SCRIPT from './html/page.js';
import {
  type Anchors,
  copyable,
  GRADE_TONES,
  type Html,
  html,
  ifAny,
  linked,
  NOTHING,
  ours,
  prose,
} from './html/template.ts';
import { anchorsOf, hasSchema, reportObjects, type Tone } from './objects.ts';
import type { Report } from './report.ts';
import { counted, placeOf, upperFirst } from './sentences.ts';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** A whole document of HTML. */
export function renderHtml(report: Report): string {
  const document = documentOf(report, 'html');
  const policy = [
    "default-src 'none'",
    'img-src data:',
    `style-src ${hashOf(STYLE)}`,
    `script-src ${hashOf(SCRIPT)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  const title = [document.status, ...document.where, 'Supabase Drift Gate'].join(' · ');
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex"><link rel="icon" href="data:,">
<style>${ours(STYLE)}</style></head>
<body>${body(report, document)}
<script>${ours(SCRIPT)}</script></body></html>
`.markup;
}

/** A section of the page, when it has something to show. */
interface Part {
  id: string;
  title: string;
  content: Html;
}

function body(report: Report, document: Document): Html {
  const objects = reportObjects(report);
  const anchors = anchorsOf(objects);
  const shown = new Set(objects.flatMap(({ definitions }) => definitions));
  const others = (report.definitions ?? []).filter((one) => !shown.has(one));
  const beside = report.findings.filter((finding) => !hasSchema(finding));
  const told = (...ids: SectionId[]): Part[] =>
    ids.flatMap((id) =>
      document.sections.filter((section) => section.id === id).map((section) => partOf(section, anchors)),
    );
  const parts: Part[] = [
    { id: 'numbers', title: 'At a glance', content: numbers(report, objects) },
    ...told('not-checked', 'warnings', 'base-schema', 'steps'),
    { id: 'objects', title: 'Objects', content: objectsTable(report, objects) },
    {
      id: 'others',
      title: 'Other findings',
      content: ifAny(beside, (all) => html`${all.map(findingBeside)}`),
    },
    {
      id: 'definitions',
      title: 'Further definitions',
      content: ifAny(others, (all) => html`${all.map(definition)}`),
    },
    ...told('diagram'),
    { id: 'audits', title: 'Drift over time', content: auditsChart(report) },
    ...told('suggestion', 'accepted', 'notices'),
  ].filter(({ content }) => content !== NOTHING);
  return html`<a class="skip" href="#main">Skip to the report</a>
<header><p class="product"><b>Supabase Drift Gate</b> ${report.command}</p>${contents(parts)}</header>
<main id="main" tabindex="-1">${verdict(document, report.project.directory, anchors)}
${parts.map(section)}</main>
<footer><p>${['Supabase Drift Gate ', VERSION, ...document.phases.map((phase) => ` · ${phase}`)].join('')}</p><p id="said" class="unseen" role="status"></p></footer>`;
}

const WARNED: ReadonlySet<string> = new Set(['not-checked', 'warnings']);

const section = ({ id, title, content }: Part): Html =>
  html`<section id="${id}"${WARNED.has(id) ? html` class="warned"` : NOTHING} aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2>
${content}</section>\n`;

const contents = (parts: readonly Part[]): Html =>
  parts.length < 2
    ? NOTHING
    : html`<nav aria-label="Sections"><ul>${parts.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}</ul></nav>`;

const LOOKS = {
  clean: { mark: '✓', tone: 'green' },
  passing: { mark: '~', tone: 'amber' },
  drifted: { mark: '✗', tone: 'red' },
  failed: { mark: '!', tone: 'amber' },
} as const satisfies Record<Look, { mark: string; tone: Tone }>;

function verdict(
  { look, status, because, sections, facts, notCompared }: Document,
  directory: string,
  anchors: Anchors,
): Html {
  const { mark, tone } = LOOKS[look];
  const reason = sections.filter(({ id }) => id === 'reason').flatMap(({ blocks }) => blocks);
  return html`<section class="verdict ${tone}" aria-labelledby="verdict-title"><span class="mark" aria-hidden="true">${mark}</span><div>
<h1 id="verdict-title">${prose(status)}</h1>${because.map((sentence) => html`<p>${prose(look === 'failed' ? sentence : upperFirst(sentence))}</p>`)}${reason.map((block) => blockHtml(block, '', anchors))}
<p class="against">${[...(directory === '.' ? [] : [named(directory)]), ...facts].map((fact) => html`<span>${prose(fact)}</span> `)}</p>${notCompared === undefined ? NOTHING : html`<p class="against">${notCompared}</p>`}</div></section>`;
}

function partOf({ id, title = '', isFolded, blocks }: Section, anchors: Anchors): Part {
  const all = html`${blocks.map((block) => blockHtml(block, title, anchors))}`;
  const isLong = isFolded && blocks.some(({ kind }) => kind === 'code');
  return {
    id,
    title,
    content: isLong ? html`<details><summary>Show the SQL</summary>${all}</details>` : all,
  };
}

function blockHtml(block: Block, title: string, anchors: Anchors): Html {
  switch (block.kind) {
    case 'paragraph':
      return html`<p>${textHtml(block.text, anchors)}</p>`;
    case 'legend':
      return html`<p class="lead">${block.meanings.map(([term, meaning]) => `${term}: ${meaning}`).join(' · ')}</p>`;
    case 'table':
      return tableHtml(block, title, anchors);
    case 'list':
      return block.items.some(({ about }) => about)
        ? html`<ol class="steps">${block.items.map((item) => stepHtml(item, anchors))}</ol>`
        : html`<ul>${block.items.map((item) => html`<li>${itemHtml(item, anchors)}</li>`)}</ul>`;
    case 'code':
      return copyable(block.lines.join('\n'), block.label);
    case 'repair': {
      const { command, words, otherwise } = block;
      return html`${words === undefined ? NOTHING : html`<p>${`${words}; ${otherwise}:`}</p>`}${copyable(command, 'command')}`;
    }
    case 'fold':
      return html`<details><summary>${textHtml(block.summary, anchors)}</summary>${block.blocks.map((one) => blockHtml(one, title, anchors))}</details>`;
    case 'diagram':
      return drawing(block.diagram, title, anchors);
    default:
      return block satisfies never;
  }
}

const itemHtml = ({ text, lines }: Item, anchors: Anchors): Html =>
  html`${textHtml(text, anchors)}${ifAny(lines, (all) => html`<ul>${all.map((line) => html`<li>${prose(line)}</li>`)}</ul>`)}`;

/** Up to so many objects are listed in the open. */
const FEW = 6;

/** A step under the kinds of findings that it is for, with the objects that it is about. */
function stepHtml(item: Item, anchors: Anchors): Html {
  const { kinds, objects } = item.about ?? { kinds: [], objects: [] };
  const links = html`<ul class="links">${objects.map((id) => html`<li>${linked(id, anchors)}</li>`)}</ul>`;
  const list =
    objects.length <= FEW
      ? links
      : html`<details><summary>${counted(objects.length, 'object')}</summary>${links}</details>`;
  const heads = kinds.map(
    ({ title, count, grade }) =>
      html`<span class="${GRADE_TONES[grade]}">${title} <b class="count">${count}</b></span>`,
  );
  return html`<li class="${GRADE_TONES[kinds[0]?.grade ?? 'error']}"><h3>${heads}</h3>${item.isRepaired ? NOTHING : html`<p>${itemHtml(item, anchors)}</p>`}${list}</li>`;
}

/** A table that scrolls by itself where it is too wide. */
const tableHtml = (
  { columns, rows }: Extract<Block, { kind: 'table' }>,
  title: string,
  anchors: Anchors,
): Html =>
  html`<div class="scroll" tabindex="0" role="region" aria-label="${title}"><table class="plain"><caption class="unseen">${title}</caption><thead><tr>${columns.map((column) => html`<th scope="col">${column.title}</th>`)}</tr></thead><tbody>
${rows.map((cells) => html`<tr>${cells.map((cell) => html`<td>${cellHtml(cell, anchors)}</td>`)}</tr>`)}</tbody></table></div>`;

const cellHtml = (cell: Cell, anchors: Anchors): Html =>
  'lines' in cell ? html`${cell.lines.map((line) => html`${prose(line)}<br>`)}` : textHtml(cell, anchors);

const textHtml = (text: Text, anchors: Anchors): Html => html`${text.map((span) => spanHtml(span, anchors))}`;

function spanHtml(span: Span, anchors: Anchors): Html {
  if (typeof span === 'string') return prose(span);
  if ('grade' in span)
    return html`<span class="grade ${GRADE_TONES[span.grade]}">${span.count === undefined ? '' : `${span.count} `}${span.grade}</span>`;
  if ('has' in span) return html`${span.has === undefined ? '' : span.has ? '✓' : '–'}`;
  if ('places' in span) return html`${span.places.map((place) => html`<code>${placeOf(place)}</code> `)}`;
  return html`${span.objects.map((id, index) => html`${index === 0 ? '' : ', '}${linked(id, anchors)}`)}`;
}
