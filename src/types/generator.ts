// Which generator a types file looks like, by what only some of them write. Signs vote, for a file may have been cut
// down or edited by hand; one that `drift-gate fix` mended is by two generators, and both leave their mark.

import { ts } from 'ts-morph';
import { groupBy } from '../match.ts';
import { option } from '../options/table.ts';
import { type Surface, textOn } from '../surface.ts';
import type { Era, Generator } from './model.ts';
import { SHAPES } from './model.ts';
import { propertiesAt, unionMembers } from './type-text.ts';

/**
 * The eras of generators, oldest first, as one schema through nine of them shows (`__tests__/types/matrix`), with the
 * versions of the npm package `supabase` that carry them. Those before 2.118 take the generator from a container
 * image, so that their borders are known to a few releases only. `pin` is a version of the era that npm still gives.
 */
export const ERAS = [
  { since: '2024', first: undefined, last: '2.19', pin: '2.12.1' },
  { since: 'March 2025', first: '2.20', last: '2.51', pin: '2.51.0' },
  { since: 'October 2025', first: '2.52', last: '2.117', pin: '2.117.0' },
  { since: 'September 2026', first: '2.118', last: '2.121', pin: '2.118.0' },
  { since: 'October 2026', first: '2.122', last: undefined, pin: '3.1.0' },
] as const;

const ALL: readonly Era[] = [0, 1, 2, 3, 4];

/** The era of the engine that is built in, and of every later one. */
export const CURRENT: Era = 3;

const ANY: Generator = { from: 0, to: 4 };

/** The eras that write a sign. Numbers are entries of the catalogue of equivalences. */
const SIGNS = {
  // Helper types and the list of labels (A3.18, A3.19); each counts like many members, for no tool edits them.
  publicSchema: { eras: [0], weight: 20 },
  defaultSchema: { eras: [1, 2, 3, 4], weight: 20 },
  noRelationships: { eras: [0], weight: 1 },
  unknownOrNull: { eras: [0, 1], weight: 1 },
  mergedOverloads: { eras: [1], weight: 1 },
  noArgumentsAsNever: { eras: [2], weight: 1 },
  noArgumentsAsRecord: { eras: [0, 1, 3, 4], weight: 1 },
  setofOptions: { eras: [2, 3, 4], weight: 1 },
  conflict: { eras: [2, 3, 4], weight: 1 },
  looseJson: { eras: [0, 1, 2], weight: 1 },
  exactJson: { eras: [3, 4], weight: 1 },
  neverWritten: { eras: [3, 4], weight: 1 },
  unnamedColumns: { eras: [3, 4], weight: 1 },
  noComputedFields: { eras: [0, 1, 2, 3], weight: 1 },
  computedFields: { eras: [4], weight: 1 },
} as const satisfies Record<string, { eras: readonly Era[]; weight: number }>;

type Sign = keyof typeof SIGNS;

/**
 * The eras that most of a file's signs agree on, and those of signs that disagree too often to be a slip.
 * @param atLeast an era that the file is known not to be older than
 */
export function generatorOf(
  source: ts.SourceFile,
  database: ts.TypeLiteralNode | ts.InterfaceDeclaration,
  atLeast: Era = 0,
): Generator {
  const weights = weigh([...helperSigns(source), ...schemaSigns(database)]);
  const possible = ALL.filter((era) => era >= atLeast);
  const votes = (era: Era): number =>
    weights.reduce((sum, { eras, weight }) => sum + (eras.includes(era) ? weight : 0), 0);
  const most = Math.max(...possible.map(votes));
  const best = possible.filter((era) => votes(era) === most);
  const total = weights.reduce((sum, { weight }) => sum + weight, 0);
  const marks = weights
    .filter(
      ({ eras, weight }) => !best.some((era) => eras.includes(era)) && weight >= Math.max(SLIP, total / 20),
    )
    .map(({ eras }) => nearest(eras, best));
  const all = [...best, ...marks.filter((era) => era >= atLeast)].sort();
  return { from: all[0] ?? ANY.from, to: all.at(-1) ?? ANY.to };
}

/** So many signs may be one column that somebody edited. */
const SLIP = 6;

/** The era of a sign that is nearest to those of the file. */
const nearest = (eras: readonly Era[], best: readonly Era[]): Era => {
  const [first = 0] = best;
  return [...eras].sort((a, b) => Math.abs(a - first) - Math.abs(b - first))[0] ?? first;
};

const weigh = (signs: readonly Sign[]): { eras: readonly Era[]; weight: number }[] =>
  [...groupBy(signs, (sign) => sign).values()].flatMap((group) =>
    group.slice(0, 1).map((sign) => ({ eras: SIGNS[sign].eras, weight: SIGNS[sign].weight * group.length })),
  );

/** `2.20 to 2.51`; undefined when a file says too little. */
export function versionsOf({ from, to }: Generator): string | undefined {
  if (from === ANY.from && to === ANY.to) return undefined;
  const [{ first }, { last }] = [ERAS[from], ERAS[to]];
  if (first === undefined) return `${last} and earlier`;
  return last === undefined ? `${first} and later` : `${first} to ${last}`;
}

/**
 * A sentence on two files of different generators; undefined when they may be by the same one.
 * @param pinned the version of the CLI that the project has chosen: what it follows already is not advised again
 */
export function skewOf(
  committed: Generator,
  generated: Generator,
  pinned?: string,
  surface: Surface = 'command-line',
): string | undefined {
  const [before, after] = [versionsOf(committed), versionsOf(generated)];
  const mayBeSame = committed.from <= generated.to && generated.from <= committed.to;
  if (before === undefined || after === undefined || mayBeSame) return undefined;
  const isCommittedNewer = committed.from > generated.to;
  const era = isCommittedNewer ? committed.to : generated.to;
  const isPinned = pinned !== undefined && isOf(pinned, era);
  const pin = isPinned
    ? isCommittedNewer
      ? []
      : [`generate them again with \`supabase@${pinned}\`, which package.json names`]
    : [`pin one version, \`supabase@${ERAS[era].pin}\`, in package.json and CI`];
  const realReset = textOn(surface, option('resetWith', 'supabase-cli'));
  const compare = isCommittedNewer ? [`compare with it by ${realReset}`] : [];
  const next = [...pin, ...compare].join(', and ');
  return `The committed types look like those of supabase ${before}, the generated ones like those of ${after}: ${next}.`;
}

/** Whether a version, `3.1.0`, is of an era. */
function isOf(version: string, era: Era): boolean {
  const { first, last } = ERAS[era];
  return (first === undefined || isUpTo(first, version)) && (last === undefined || isUpTo(version, last));
}

/** By the parts that both have: `2.51` is as new as `2.51.7`. */
function isUpTo(version: string, limit: string): boolean {
  const [parts, limits] = [version, limit].map((text) => text.split('.').map(Number));
  for (const [index, part] of (parts ?? []).entries()) {
    const most = limits?.[index];
    if (most === undefined || part !== most) return most === undefined || part < most;
  }
  return true;
}

function helperSigns(source: ts.SourceFile): Sign[] {
  const names = new Set(
    source.statements.flatMap((statement) => {
      if (ts.isTypeAliasDeclaration(statement)) return [statement.name.text];
      if (!ts.isVariableStatement(statement)) return [];
      return statement.declarationList.declarations.map(({ name }) => name.getText());
    }),
  );
  return [
    ...(names.has('PublicSchema') ? ['publicSchema' as const] : []),
    ...(['DefaultSchema', 'DatabaseWithoutInternals', 'Constants'].some((name) => names.has(name))
      ? ['defaultSchema' as const]
      : []),
  ];
}

function schemaSigns(database: ts.TypeLiteralNode | ts.InterfaceDeclaration): Sign[] {
  return propertiesAt(database).flatMap(({ type: schema }) => [
    ...propertiesAt(schema, 'Tables').flatMap(({ type }) => [...relationSigns(type), ...tableSigns(type)]),
    ...propertiesAt(schema, 'Views').flatMap(({ type }) => relationSigns(type)),
    ...propertiesAt(schema, 'Functions').flatMap(({ type }) => unionMembers(type).flatMap(overloadSigns)),
  ]);
}

function relationSigns(relation: ts.TypeNode): Sign[] {
  const parts = propertiesAt(relation);
  const has = (name: string): boolean => parts.some((part) => part.name === name);
  const text = relation.getText();
  return [
    has('ComputedFields') ? 'computedFields' : 'noComputedFields',
    ...(has('Relationships') ? [] : ['noRelationships' as const]),
    ...(/\bcolumns["']?\s*:\s*null\b/.test(text) ? ['unnamedColumns' as const] : []),
    ...typeSigns(text),
  ];
}

/** What the shapes of a table tell: a view's columns may be null by nobody's wish. */
function tableSigns(table: ts.TypeNode): Sign[] {
  const isLoose = ({ type }: { type: ts.TypeNode }): boolean => type.getText() === 'Json';
  const isNever = ({ type, optional }: { type: ts.TypeNode; optional: boolean }): boolean =>
    optional && type.kind === ts.SyntaxKind.NeverKeyword;
  const row = new Map(propertiesAt(table, 'Row').map(({ name, type }) => [name, type]));
  // An identity column is `never` by every generator: only one that may be null is surely computed.
  const isComputed = ({ name }: { name: string }): boolean => /\bnull$/.test(row.get(name)?.getText() ?? '');
  return [
    ...SHAPES.flatMap((shape) =>
      propertiesAt(table, shape)
        .filter(isLoose)
        .map(() => 'looseJson' as const),
    ),
    ...propertiesAt(table, 'Insert')
      .filter((column) => isNever(column) && isComputed(column))
      .map(() => 'neverWritten' as const),
  ];
}

const NO_ARGUMENTS = /^Record\s*<\s*PropertyKey\s*,\s*never\s*>$/;

function overloadSigns(overload: ts.TypeNode): Sign[] {
  const parts = new Map(propertiesAt(overload).map(({ name, type }) => [name, type]));
  const args = parts.get('Args');
  const signs: Sign[] = typeSigns(overload.getText());
  if (args?.kind === ts.SyntaxKind.NeverKeyword) signs.push('noArgumentsAsNever');
  if (args && NO_ARGUMENTS.test(args.getText())) signs.push('noArgumentsAsRecord');
  if (args && unionMembers(args).length > 1) signs.push('mergedOverloads');
  if (parts.has('SetofOptions')) signs.push('setofOptions');
  if (/\berror["']?\s*:\s*true\b/.test(parts.get('Returns')?.getText() ?? '')) signs.push('conflict');
  return signs;
}

const typeSigns = (text: string): Sign[] => [
  ...[...text.matchAll(/\bunknown\s*\|\s*null\b/g)].map(() => 'unknownOrNull' as const),
  ...[...text.matchAll(/\bNonNullable\s*<\s*Json\s*>/g)].map(() => 'exactJson' as const),
];
