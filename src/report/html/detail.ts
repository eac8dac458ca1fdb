// What the page tells of one object: its findings with their sides and remedies, what is accepted, its definitions.

import { type AcceptedFinding, acceptedWords } from '../../findings/baseline.ts';
import type { Finding } from '../../findings/finding.ts';
import { scriptOf, unfoldedSql } from '../document/sql.ts';
import type { Definition } from '../report.ts';
import { gradeOf, placeOf, titleOf, upperFirst } from '../sentences.ts';
import type { Row } from './rows.ts';
import { sideBySide } from './sides.ts';
import { copyable, type Html, html, ifAny, NOTHING, prose } from './template.ts';
import { GRADE_TONES, STANDINGS } from './words.ts';

export function detailOf(row: Row): Html {
  const { findings, accepted, definitions } = row;
  return html`${factsOf(row)}${findings.map((finding) => findingCard(finding))}${accepted.map(acceptedCard)}${definitions.map(definition)}`;
}

function factsOf({ standing, object }: Row): Html {
  const { words, meaning } = STANDINGS[standing];
  const created = object?.file
    ? html` Created by <code>${object.file}</code>${object.pending ? ', which is not applied yet' : ''}.`
    : NOTHING;
  return html`<p class="meaning"><b>${words}</b>: ${meaning}.${created}</p>`;
}

export function findingCard(finding: Finding, foot: Html = NOTHING): Html {
  const { message, reason, remedy, location, typesLocation, details, sql = [] } = finding;
  const grade = gradeOf(finding);
  const places = [location, typesLocation].flatMap((place) => (place ? [placeOf(place)] : []));
  const because = reason === undefined ? NOTHING : html`<p>${upperFirst(reason)}.</p>`;
  const statements = sql.length === 0 ? NOTHING : copyable(scriptOf(sql), 'suggested SQL');
  return html`<article class="finding ${GRADE_TONES[grade]}"><h3>${titleOf(finding)} <span class="grade">${grade}</span></h3>
<p class="message">${prose(upperFirst(message))}</p>${because}${ifAny(places, placesOf)}${ifAny(details, listOf)}${sidesOf(finding)}
<p class="remedy">${prose(remedy)}</p>${statements}${foot}</article>`;
}

const placesOf = (places: readonly string[]): Html =>
  html`<p class="place">${places.map((place) => html`<code>${place}</code> `)}</p>`;

/** So many lines stand in the open. */
const FEW = 8;

function listOf(details: readonly string[]): Html {
  const list = html`<ul class="details">${details.map((detail) => html`<li>${prose(detail)}</li>`)}</ul>`;
  return details.length <= FEW
    ? list
    : html`<details><summary>${details.length} parts</summary>${list}</details>`;
}

function acceptedCard({ acceptance, ...finding }: AcceptedFinding): Html {
  const words = upperFirst(acceptedWords(acceptance));
  return findingCard(finding, html`<p class="acceptance"><b>${words}</b>: ${acceptance.reason}</p>`);
}

function sidesOf({ committed, generated, expected, actual }: Finding): Html {
  const types =
    committed === undefined && generated === undefined
      ? NOTHING
      : sideBySide(
          { title: 'Committed types', text: committed },
          { title: 'Generated types', text: generated },
        );
  const databases =
    expected === undefined && actual === undefined
      ? NOTHING
      : sideBySide({ title: 'Migrations', text: expected }, { title: 'Live database', text: actual });
  return html`${types}${databases}`;
}

export const definition = ({ id, expected, actual }: Definition): Html =>
  html`<section class="definition"><h3>Definition of <code>${id}</code></h3>${sideBySide(
    { title: 'Migrations', text: expected && unfoldedSql(expected) },
    { title: 'Live database', text: actual && unfoldedSql(actual) },
  )}</section>`;
