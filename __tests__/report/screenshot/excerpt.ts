// The comment of the README: a few telling objects of the example project that drifted in every way.

import { owningObject } from '../../../src/findings/object-id.ts';
import { renderMarkdown } from '../../../src/report/markdown.ts';
import type { Report } from '../../../src/report/report.ts';

const OBJECTS = new Set(['parcels', 'drivers', 'parcel_status', 'routes'].map((name) => `public.${name}`));

const COMMIT = 'https://github.com/acme/parcels/blob/4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** The report as if nothing but a few of its objects had drifted. */
export function excerptOf(report: Report): Report {
  const findings = report.findings.filter(({ subject }) => OBJECTS.has(owningObject(subject)));
  const { diagram, ...rest } = report;
  if (diagram === undefined) throw new Error('The report has no diagram: build dist/ first');
  const links = diagram.links.filter(({ from }) => OBJECTS.has(from));
  const shown = new Set([...OBJECTS, ...links.map(({ to }) => to)]);
  const relations = diagram.relations.filter(({ id }) => shown.has(id));
  return { ...rest, findings, diagram: { relations, links } };
}

/** The comment as the Action posts it. */
export const commentOf = (report: Report, patch: string): string =>
  renderMarkdown(report, { linkTo: ({ file, line }) => `${COMMIT}/${file}#L${line}`, patch });
