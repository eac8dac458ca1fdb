// The drifted relations as a Mermaid entity diagram. Its grammar has no escapes, and hosts run old versions of it:
// what a name may not hold is shown as a look-alike, and only what Mermaid 10 reads is written.

import { visible } from '../findings/visible.ts';

export type DiagramChange = 'added' | 'removed' | 'renamed' | 'changed';

interface Drifting {
  /** Absent: the same on both sides. */
  change?: DiagramChange;
  /** What the committed types have in its place: the old name, type or kind. */
  was?: string;
}

export interface DiagramColumn extends Drifting {
  name: string;
  /** As TypeScript text. */
  type: string;
  /** A link of the diagram stands on it. */
  isKey?: true;
}

/** A drifted relation, or one without columns that a link leads to. */
export interface DiagramRelation extends Drifting {
  /** `public.orders` */
  id: string;
  kind: 'table' | 'view';
  /** All of a relation that came or went; else those that drifted and those that links stand on. */
  columns: DiagramColumn[];
}

/** A foreign key, from the relation that has its columns. */
export interface DiagramLink {
  from: string;
  to: string;
  name: string;
  columns: string[];
  isOneToOne?: true;
  change?: 'added' | 'removed' | 'changed';
}

export interface Diagram {
  relations: DiagramRelation[];
  links: DiagramLink[];
}

const MOST_COLUMNS = 12;
const MOST_LOOSE = 3;
const LONGEST_NAME = 60;
const LONGEST_TYPE = 30;

/** The diagram as lines of Mermaid, without the fence around them; none when there is nothing to draw. */
export function renderDiagram({ relations: all, links }: Diagram): string[] {
  const relations = drawable(all, links);
  if (relations.length === 0) return [];
  const aliases = new Map(relations.map(({ id }, index) => [id, `p${index}`]));
  return [
    'erDiagram',
    ...relations.flatMap((relation) => entity(aliases.get(relation.id) ?? '', relation)),
    ...links.map((link) => connection(aliases.get(link.from) ?? '', aliases.get(link.to) ?? '', link)),
  ];
}

/** Mermaid puts what no link joins side by side, until nobody can read it: of many, only what is joined is drawn. */
function drawable(relations: readonly DiagramRelation[], links: readonly DiagramLink[]): DiagramRelation[] {
  const joined = new Set(links.flatMap(({ from, to }) => [from, to]));
  return relations.filter(({ id }) => relations.length <= MOST_LOOSE || joined.has(id));
}

function entity(alias: string, { id, kind, columns, change, was }: DiagramRelation): string[] {
  const marks = [...(kind === 'view' ? ['view'] : []), ...(change ? [deed(change, was)] : [])];
  const label = shown(marks.length === 0 ? id : `${id} (${marks.join(', ')})`);
  const head = `  ${alias}["${label}"]`;
  if (columns.length === 0) return [head];
  const more = columns.length - MOST_COLUMNS;
  return [
    `${head} {`,
    ...columns.slice(0, MOST_COLUMNS).map(attribute),
    ...(more > 0 ? [`    more columns "${more} of them"`] : []),
    '  }',
  ];
}

function attribute({ name, type, isKey, change, was }: DiagramColumn): string {
  const word = attributeWord(name, LONGEST_NAME);
  const comments = [
    ...(change ? [deed(change, was)] : []),
    ...(word === name ? [] : [`named ${name.slice(0, LONGEST_NAME)}`]),
  ];
  const key = isKey ? ' FK' : '';
  const comment = comments.length > 0 ? ` "${shown(comments.join(', '))}"` : '';
  return `    ${attributeWord(typeName(type), LONGEST_TYPE)} ${word}${key}${comment}`;
}

const deed = (change: DiagramChange, was: string | undefined): string =>
  was === undefined ? change : `was ${was.replaceAll(' | ', ' or ')}`;

function connection(from: string, to: string, { columns, name, isOneToOne, change }: DiagramLink): string {
  const line = change === 'removed' ? '..' : '--';
  const label = (columns.join(', ') || name) + (change ? ` (${change})` : '');
  return `  ${from} ${isOneToOne ? '|o' : '}o'}${line}|| ${to} : "${shown(label)}"`;
}

/** `order_status` of `Database["public"]["Enums"]["order_status"]`, `string_or_null` of `string | null`. */
const typeName = (type: string): string =>
  type.replace(/Database(?:\["[^"]*"\])+\["([^"]*)"\]/g, '$1').replace(/(?<!\s)\s*\|\s*/g, '_or_');

/** A word as every version of the grammar takes it: ASCII, no key's name, no underscores that Markdown would take away. */
function attributeWord(text: string, longest: number): string {
  const word = text
    .replace(/[^A-Za-z0-9_[\]]+/g, '_')
    .replace(/\[(?!\])|(?<!\[)\]/g, '_')
    .slice(0, longest)
    .replace(/^[^A-Za-z]+|_+$/g, '');
  return word === '' || /^(?:pk|fk|uk)(?!\w)/i.test(word) ? `_${word}`.replace(/^_$/, 'unnamed') : word;
}

/** Text between quotes: on one line, and nothing in it that Mermaid, or the Markdown that it reads in labels, acts on. */
const shown = (text: string): string =>
  shortened(visible(text))
    .replace(/[!"#$%&'*;<=>?@[\\\]^`{|}~]|(?<!\w)_+|_+(?!\w)|:(?=\/\/)|(?<=\bwww)\./gi, wide)
    .replace(/(direction)\s+(?=(?:TB|BT|RL|LR))/gi, '$1_');

const shortened = (text: string): string => {
  const characters = [...text];
  return characters.length <= LONGEST_NAME * 2 ? text : `${characters.slice(0, LONGEST_NAME * 2).join('')}…`;
};

/** The full-width forms of ASCII characters, which read the same and mean nothing. */
const wide = (characters: string): string =>
  characters.replace(/./g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
