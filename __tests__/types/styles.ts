// One schema in the styles that teams keep their types in. The fixtures are what @supabase/postgrest-typegen 0.2.2
// generated of it, and what oxfmt and Prettier made of that; other styles are derived from them here.

import { readFileSync } from 'node:fs';
import { type Member, membersOf, readTree, valueAt } from '../../src/types/edit/tree.ts';

const SECTIONS = ['Tables', 'Views', 'Functions', 'Enums', 'CompositeTypes'];
const SHAPES = ['Row', 'Insert', 'Update'];

const fixture = (name: string): string =>
  readFileSync(new URL(`fixtures/${name}.ts.txt`, import.meta.url), 'utf8');

/** As generated, with no formatter after it. */
export const GENERATED = fixture('raw');

const prettier = fixture('prettier');
const oxfmt = fixture('oxfmt');

/** Commas for semicolons, which a mapped type may not have. */
const COMMAS = inDatabase(prettier, (body) =>
  body.replaceAll('in never]: never;', 'in never]: never').replaceAll(';', ','),
);

/** Files in sync with the generated one. */
export const STYLES: Record<string, string> = {
  'the text of the generator': GENERATED,
  oxfmt,
  Prettier: prettier,
  'Prettier, single quotes, no semicolons, tabs, 100 columns': fixture('prettier-single-tabs'),
  'Prettier, 4 spaces, 120 columns, names quoted as generated': fixture('prettier-wide-preserve'),
  'Prettier, names quoted consistently': fixture('prettier-consistent'),
  'an interface': prettier.replace('export type Database = {', 'export interface Database {'),
  'Windows line ends and a byte order mark': `\uFEFF${oxfmt.replaceAll('\n', '\r\n')}`,
  'another name': oxfmt.replaceAll(/\bDatabase\b/g, 'DB'),
  commas: COMMAS,
  'commas, none after the last': withoutLastCommas(COMMAS),
  'a line for each relation and function': oneLineEach(prettier),
};

/** Kept by hand: the other way round, with remarks behind and above members. */
export const HAND_KEPT = inDatabase(reversed(prettier), remarked);

function inDatabase(text: string, change: (body: string) => string): string {
  const [before = '', body = '', after = ''] = text.split(
    /(?<=export type Database = \{\n)|(?=^\};\n\ntype DatabaseWithoutInternals)/m,
  );
  return before + change(body) + after;
}

function withoutLastCommas(text: string): string {
  return text.replaceAll(/,(?=\n\s*[}\]])/g, '');
}

/** The members of each section, by section. */
function sectionsOf(text: string): Member[][] {
  const { database } = readTree(text, 'styles.ts');
  return membersOf(database).flatMap(({ name }) =>
    SECTIONS.map((section) => membersOf(valueAt(database, [name, section]))),
  );
}

/** Each relation, function and type on one line. */
function oneLineEach(text: string): string {
  return sectionsOf(text)
    .flat()
    .reverse()
    .reduce((result, { node, value }) => {
      const line = text
        .slice(node.getStart(), value.end)
        .replaceAll(/\s+/g, ' ')
        .replaceAll('; }', ' }')
        .replaceAll('[ {', '[{')
        .replaceAll('}, ]', '}]')
        .replaceAll(': | ', ': ');
      return result.slice(0, node.getStart()) + line + result.slice(value.end);
    }, text);
}

/** Turns the order of columns round, then that of tables and all else in a section. */
function reversed(text: string): string {
  const columns = reversedLists(text, (sections) =>
    sections.flat().flatMap(({ value }) => SHAPES.map((shape) => membersOf(valueAt(value, [shape])))),
  );
  return reversedLists(columns, (sections) => sections);
}

function reversedLists(text: string, pick: (sections: Member[][]) => Member[][]): string {
  return pick(sectionsOf(text)).reduceRight((result, list) => {
    const blocks = list.map(({ node, value }) => ({
      start: text.lastIndexOf('\n', node.getStart()) + 1,
      end: text.indexOf('\n', value.end) + 1,
    }));
    const turned = blocks.map(({ start, end }) => text.slice(start, end)).reverse();
    const [start, end] = [blocks[0]?.start ?? 0, blocks.at(-1)?.end ?? 0];
    return result.slice(0, start) + turned.join('') + result.slice(end);
  }, text);
}

function remarked(body: string): string {
  let line = 0;
  return body.replaceAll(/^( {6,})(\w+\??: .*[;{])$/gm, (member, indent: string) => {
    line += 1;
    if (line % 5 === 0 && member.endsWith(';')) return `${member} // remark ${line}`;
    return line % 7 === 0 ? `${indent}/** Remark ${line}. */\n${member}` : member;
  });
}
