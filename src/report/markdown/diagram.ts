// As much of a diagram as GitHub draws: of a large one, what most foreign keys join.

import { type Diagram, renderDiagram } from '../diagram.ts';
import { counted } from '../sentences.ts';
import type { Line } from './budget.ts';
import { code, paragraph } from './lines.ts';

/** A quarter of a comment, and far below where Mermaid gives up (50,000 characters, 500 lines between entities). */
export const MOST_DIAGRAM_BYTES = 15_000;

/** Not folded: GitHub fails to draw what is hidden at first (mermaid-js/mermaid#3504). */
export function diagramLines(diagram: Diagram): Line[] {
  const shown = fitting(diagram);
  const drawn = renderDiagram(shown);
  if (drawn.length === 0) return [];
  const left = diagram.relations.length - shown.relations.length;
  const notes = [
    ...(shown.links.some(({ change }) => change === 'removed')
      ? ['a dotted line is a foreign key that is gone']
      : []),
    ...(left > 0 ? [`${counted(left, 'more relation')} left out to fit`] : []),
  ];
  return [
    ...code(drawn, 'mermaid'),
    ...(notes.length > 0 ? paragraph(`<sub>${notes.join('; ')}.</sub>`) : []),
  ];
}

/** As much of a diagram as there is room for: all of it, or without the columns that no link stands on, or of fewer relations. */
function fitting(diagram: Diagram): Diagram {
  if (fits(diagram)) return diagram;
  const ends = diagram.links.flatMap(({ from, to }) => [from, to]);
  const joins = new Map<string, number>();
  for (const id of ends) joins.set(id, (joins.get(id) ?? 0) + 1);
  const byJoins = diagram.relations
    .map((relation) => ({ ...relation, columns: relation.columns.filter(({ isKey }) => isKey) }))
    .sort((a, b) => (joins.get(b.id) ?? 0) - (joins.get(a.id) ?? 0));
  for (let count = byJoins.length; count > 0; count = Math.floor(count * 0.9)) {
    const kept = new Set(byJoins.slice(0, count).map(({ id }) => id));
    const cut = {
      relations: byJoins.slice(0, count),
      links: diagram.links.filter(({ from, to }) => kept.has(from) && kept.has(to)),
    };
    if (fits(cut)) return cut;
  }
  return { relations: [], links: [] };
}

const fits = (diagram: Diagram): boolean =>
  Buffer.byteLength(renderDiagram(diagram).join('\n')) <= MOST_DIAGRAM_BYTES;
