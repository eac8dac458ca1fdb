// What to do: each remedy once, with the kinds of findings that it mends and the objects that it holds for, and the SQL that is suggested.

import type { Finding } from '../../findings/finding.ts';
import { owningObject } from '../../findings/object-id.ts';
import { byText, groupBy } from '../../match.ts';
import { scriptOf } from '../document/sql.ts';
import type { Report } from '../report.ts';
import { counted, gradeOf, groupByObject, titleOf, WORST_FIRST } from '../sentences.ts';
import { findingCard } from './detail.ts';
import type { Tone } from './palette.ts';
import { anchorOf, hasSchema } from './rows.ts';
import { copyable, type Html, html, ifAny, NOTHING, prose } from './template.ts';
import { GRADE_TONES } from './words.ts';

/** Up to so many objects are listed in the open. */
const FEW = 6;

export function stepsSection({ findings, repair, suggestion = [] }: Report): Html {
  const groups = [...groupBy(findings, ({ remedy }) => remedy).values()];
  const steps = groups.map((group) => step(group));
  const command =
    repair === undefined
      ? NOTHING
      : html`<p>What the types lack is repaired by:</p>${copyable(repair, 'command')}`;
  const sql = ifAny(
    suggestion,
    (all) => html`<details class="sql"><summary>Suggested SQL: ${counted(all.length, 'statement')}</summary>
<p>They would bring the migrations to the state of the live database. Read them before you make a migration of them.</p>
${copyable(scriptOf(all, '\n\n'), 'all suggested SQL')}</details>`,
  );
  return ifAny(
    steps,
    (all) =>
      html`<section id="steps" aria-labelledby="steps-title"><h2 id="steps-title">What to do</h2><ol class="steps">${all}</ol>${command}${sql}</section>`,
  );
}

function step(findings: readonly Finding[]): Html {
  const [first] = findings;
  if (first === undefined) return NOTHING;
  const kinds = [...groupBy(findings, titleOf).values()];
  const owners = groupByObject(findings)
    .flatMap((group) => group.findings.slice(0, 1))
    .sort((a, b) => byText(owningObject(a.subject), owningObject(b.subject)));
  const links = html`<ul class="links">${owners.map(objectLink)}</ul>`;
  const list =
    owners.length <= FEW
      ? links
      : html`<details><summary>${counted(owners.length, 'object')}</summary>${links}</details>`;
  return html`<li class="${toneOf(findings)}"><h3>${kinds.map(kindOf)}</h3><p>${prose(first.remedy)}</p>${list}</li>`;
}

/** A kind of finding, and how many there are. */
const kindOf = (findings: readonly Finding[]): Html =>
  ifAny(findings, ([first]) =>
    first === undefined
      ? NOTHING
      : html`<span class="${toneOf(findings)}">${titleOf(first)} <b class="count">${findings.length}</b></span>`,
  );

function toneOf(findings: readonly Finding[]): Tone {
  const grades = findings.map(gradeOf);
  return GRADE_TONES[WORST_FIRST.find((grade) => grades.includes(grade)) ?? 'error'];
}

function objectLink(finding: Finding): Html {
  const { subject } = finding;
  const id = owningObject(subject);
  return hasSchema(finding)
    ? html`<li><a href="#${anchorOf(subject.kind, id)}"><code>${id}</code></a></li>`
    : html`<li><code>${id}</code></li>`;
}

/** Findings about what has no schema, and so no row: extensions, roles, the history, files. */
export const othersSection = ({ findings }: Report): Html =>
  ifAny(
    findings.filter((finding) => !hasSchema(finding)),
    (
      others,
    ) => html`<section id="others" aria-labelledby="others-title"><h2 id="others-title">Findings beside the objects</h2>
${others.map((finding) => html`<div class="beside"><p class="subject"><b>${finding.subject.kind.replaceAll('-', ' ')}</b> <code>${finding.id}</code></p>${findingCard(finding)}</div>`)}</section>`,
  );
