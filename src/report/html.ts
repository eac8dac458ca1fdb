// The report as one page that needs nothing else: no network, no server. It can be read without its script; the
// policy in its head lets run and paint what this program wrote, by hash, and nothing else.

import { createHash } from 'node:crypto';
import { VERSION } from '../version.ts';
import { verdictOf } from './headline.ts';
import { auditsSection } from './html/audits.ts';
import { diagramSection } from './html/diagram.ts';
import {
  baselineSection,
  baseSchemaSection,
  definitionsSection,
  noticesSection,
  notRunSection,
} from './html/notes.ts';
import { objectsSection } from './html/objects.ts';
import { numbersSection, placeOfReport, verdictSection } from './html/overview.ts';
import { anchorsOf, rowsOf } from './html/rows.ts';
import { SCRIPT } from './html/script.ts';
import { othersSection, stepsSection } from './html/steps.ts';
import { styleSheet } from './html/style.ts';
import { type Html, html, NOTHING, ours } from './html/template.ts';
import type { Report } from './report.ts';
import { phases } from './sentences.ts';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** A whole document of HTML. */
export function renderHtml(report: Report): string {
  const style = styleSheet();
  const policy = [
    "default-src 'none'",
    'img-src data:',
    `style-src ${hashOf(style)}`,
    `script-src ${hashOf(SCRIPT)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${titleOf(report)}</title><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer"><meta name="robots" content="noindex"><link rel="icon" href="data:,">
<style>${ours(style)}</style></head>
<body>${body(report)}
<script>${ours(SCRIPT)}</script></body></html>
`.markup;
}

const titleOf = (report: Report): string =>
  [verdictOf(report).status, placeOfReport(report), 'Supabase Drift Gate'].filter(Boolean).join(' · ');

function body(report: Report): Html {
  const rows = rowsOf(report);
  const anchors = anchorsOf(rows);
  const sections = [
    numbersSection(report, rows),
    notRunSection(report),
    baseSchemaSection(report, anchors),
    stepsSection(report),
    objectsSection(report, rows),
    othersSection(report),
    definitionsSection(report, rows),
    diagramSection(report, anchors),
    auditsSection(report),
    baselineSection(report, anchors),
    noticesSection(report),
  ].filter((section) => section !== NOTHING);
  return html`<a class="skip" href="#main">Skip to the report</a>
<header><p class="product"><b>Supabase Drift Gate</b> ${report.command}</p>${contents(sections)}</header>
<main id="main" tabindex="-1">${verdictSection(report)}
${sections}</main>
<footer><p>${['Supabase Drift Gate ', VERSION, ...phases(report).map((phase) => ` · ${phase}`)].join('')}</p><p id="said" class="unseen" role="status"></p></footer>`;
}

/** Links to the sections that there are, by their titles. */
function contents(sections: readonly Html[]): Html {
  const links = sections.flatMap(({ markup }) => {
    const [, id, title] = /^<section id="([a-z-]+)".*?<h2 [^>]*>([^<]*)<\/h2>/s.exec(markup) ?? [];
    return id === undefined || title === undefined
      ? []
      : [html`<li><a href="#${id}">${ours(title)}</a></li>`];
  });
  return links.length < 2 ? NOTHING : html`<nav aria-label="Sections"><ul>${links}</ul></nav>`;
}
