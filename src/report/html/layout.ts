// Where the boxes of an entity diagram stand: what is referenced to the left of what refers to it, what refers to the
// same table one below the other, and what no link joins in a grid below. The same diagram always gives the same picture.

import { byText, groupBy } from '../../match.ts';
import type { Diagram, DiagramColumn, DiagramLink, DiagramRelation } from '../diagram.ts';

export const BOX_WIDTH = 256;
export const LINE = 18;
export const HEAD = 26;
const GAP = 12;
const CHANNEL = 84;
const MARGIN = 12;
const FEWEST_IN_ROW = 4;

/** A box shows the columns that tell something, up to so many, else the first few. */
const MOST_LINES = 8;
const FEW_LINES = 3;

export interface Box {
  relation: DiagramRelation;
  x: number;
  y: number;
  height: number;
  /** The columns that are drawn, and how many are not. */
  columns: DiagramColumn[];
  more: number;
}

export interface Layout {
  boxes: Box[];
  /** Links between boxes, by their places among them, with the line to draw. */
  links: { link: DiagramLink; from: number; to: number; path: string }[];
  width: number;
  height: number;
}

export function layoutOf({ relations, links: all }: Diagram): Layout {
  const ids = new Set(relations.map(({ id }) => id));
  const links = all.filter(({ from, to }) => ids.has(from) && ids.has(to));
  const joined = new Set(links.filter(({ from, to }) => from !== to).flatMap(({ from, to }) => [from, to]));
  const boxes = relations.map(boxOf).sort((a, b) => byText(a.relation.id, b.relation.id));
  const isJoined = ({ relation }: Box): boolean => joined.has(relation.id);
  const trees = boxes.filter(isJoined);
  const bottom = placeTrees(trees, links);
  const loose = boxes.filter((box) => !isJoined(box));
  const across = new Set(trees.map(({ x }) => x)).size;
  const end = placeGrid(loose, Math.max(FEWEST_IN_ROW, across), bottom);
  const places = new Map(boxes.map(({ relation }, index) => [relation.id, index]));
  return {
    boxes,
    links: links.flatMap((link) => drawn(link, boxes, places)),
    width: Math.max(0, ...boxes.map(({ x }) => x)) + BOX_WIDTH + MARGIN + CHANNEL / 2,
    height: end,
  };
}

function boxOf(relation: DiagramRelation): Box {
  const telling = relation.columns.filter(({ isKey, change }) => isKey || change !== undefined);
  const columns = (telling.length > 0 ? telling : relation.columns.slice(0, FEW_LINES)).slice(0, MOST_LINES);
  const more = relation.columns.length - columns.length;
  return { relation, x: 0, y: 0, height: HEAD + LINE * columns.length + 4, columns, more };
}

/** How long a chain of references leads from each relation; one that closes a circle is not followed. */
function ranksOf(boxes: readonly Box[], targets: ReadonlyMap<string, DiagramLink[]>): Map<string, number> {
  const ranks = new Map<string, number>();
  const rankOf = (id: string, trail: readonly string[]): number => {
    const known = ranks.get(id);
    if (known !== undefined) return known;
    const others = (targets.get(id) ?? []).filter(({ to }) => to !== id && !trail.includes(to));
    const rank = Math.max(-1, ...others.map(({ to }) => rankOf(to, [...trail, id]))) + 1;
    ranks.set(id, rank);
    return rank;
  };
  for (const { relation } of boxes) rankOf(relation.id, []);
  return ranks;
}

/**
 * Gives boxes their places: each stands right of all that it refers to, in one row with the nearest of these or below
 * that row. So the boxes are trees, one below the other. Returns where the next thing may stand.
 */
function placeTrees(boxes: readonly Box[], links: readonly DiagramLink[]): number {
  const targets = groupBy(links, ({ from }) => from);
  const ranks = ranksOf(boxes, targets);
  const parentOf = ({ relation: { id } }: Box): string =>
    (targets.get(id) ?? []).map(({ to }) => to).find((to) => ranks.get(to) === (ranks.get(id) ?? 0) - 1) ??
    '';
  const children = groupBy(boxes, parentOf);
  const place = (box: Box, rank: number, top: number): number => {
    box.x = MARGIN + rank * (BOX_WIDTH + CHANNEL);
    box.y = top;
    const own = children.get(box.relation.id) ?? [];
    const below = own.reduce((next, child) => place(child, rank + 1, next), top);
    return Math.max(below, top + box.height + GAP);
  };
  return (children.get('') ?? []).reduce((next, root) => place(root, 0, next), MARGIN);
}

/** Gives boxes places in rows of so many. Returns where they end. */
function placeGrid(boxes: readonly Box[], perRow: number, top: number): number {
  let y = top;
  for (let start = 0; start < boxes.length; start += perRow) {
    const row = boxes.slice(start, start + perRow);
    row.forEach((box, index) => {
      box.x = MARGIN + index * (BOX_WIDTH + GAP);
      box.y = y;
    });
    y += Math.max(...row.map(({ height }) => height)) + GAP;
  }
  return y;
}

/** A link from the line of its first column to the head of what it refers to. */
function drawn(
  link: DiagramLink,
  boxes: readonly Box[],
  places: ReadonlyMap<string, number>,
): Layout['links'] {
  const [from, to] = [places.get(link.from), places.get(link.to)];
  const [source, target] = [boxes[from ?? -1], boxes[to ?? -1]];
  if (from === undefined || to === undefined || source === undefined || target === undefined) return [];
  const line = source.columns.findIndex(({ name }) => name === link.columns[0]) + 1;
  const start = source.y + (line === 0 ? HEAD / 2 : HEAD + LINE * (line - 0.5));
  const end = target.y + HEAD / 2;
  const right = target.x + BOX_WIDTH;
  if (source.x > target.x) {
    const bend = Math.round((source.x - right) / 2);
    const path = `M${source.x} ${start}C${source.x - bend} ${start} ${right + bend} ${end} ${right} ${end}`;
    return [{ link, from, to, path }];
  }
  // Beside it or left of it: round the right of both.
  const out = Math.max(source.x + BOX_WIDTH, right) + CHANNEL / 2;
  const path = `M${source.x + BOX_WIDTH} ${start}C${out} ${start} ${out} ${end} ${right} ${end}`;
  return [{ link, from, to, path }];
}
