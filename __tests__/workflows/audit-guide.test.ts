// audit.md names what there is: every verdict, every finding, every option of an audit, and no others.

import { expect, test } from '@jest/globals';
import { isOfAudit, isRuleId, RULES } from '../../src/findings/rules.ts';
import { FLAGS } from '../../src/options/flags.ts';
import type { OptionRow } from '../../src/options/row.ts';
import { VERDICTS } from '../../src/report/verdicts.ts';
import { readText } from './workflow-files.ts';

const guide = readText('.github/docs/audit.md');

/** The first cells of the rows of the table that begins with a heading. */
function rowsOf(heading: string): string[][] {
  const [, table = ''] = guide.split(`\n| ${heading} |`);
  const rows = (table.split('\n\n')[0] ?? '').split('\n').slice(2);
  return rows.map((row) => row.split('|').map((cell) => cell.trim()));
}

test('every verdict stands there as reports word it and as JSON has it', () => {
  const rows = rowsOf('verdict').map(([, words, json]) => [words, json]);
  for (const [verdict, words] of Object.entries(VERDICTS))
    expect(rows).toContainEqual([words, `\`${verdict}\``]);
  expect(rows.map(([words]) => words)).toEqual([...Object.values(VERDICTS), 'pending']);
});

test('every finding of an audit stands there, and each that does is one', () => {
  const named = rowsOf('finding').flatMap(([, cell = '']) =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, id = '']) => id),
  );
  const ofAudit = Object.keys(RULES).filter((id) => isRuleId(id) && isOfAudit(id));
  expect(ofAudit.length).toBeGreaterThan(5);
  expect(named).toEqual(expect.arrayContaining(ofAudit));
  expect(named.filter((id) => !isRuleId(id))).toEqual([]);
});

test('every option of an audit is named, and each option that is named is one', () => {
  const rows = Object.values<OptionRow>(FLAGS);
  const flagOf = ({ flag = '' }: OptionRow): string => flag.split(' ')[0] ?? '';
  const ofAudit = rows.filter(({ only }) => only?.includes('audit'));
  expect(ofAudit.length).toBeGreaterThan(5);
  expect(ofAudit.filter((row) => !guide.includes(flagOf(row)))).toEqual([]);
  const known = new Set(rows.map(flagOf));
  const ofOthers = /(supabase|pg_dump) [^`\n]*|`--(remote|linked)`/g;
  const named = guide.replaceAll(ofOthers, '').match(/--[a-z][a-z-]+/g) ?? [];
  expect(named.length).toBeGreaterThan(8);
  expect(named.filter((flag) => !known.has(flag))).toEqual([]);
});
