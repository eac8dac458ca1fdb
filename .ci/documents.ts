// The parts of documents that the table of options gives, between markers. Run by `npm run docs`, which writes them;
// a test holds that what is committed is what this gives.

import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isRuleId, RULES, type Rule, type RuleId } from '../src/findings/rules.ts';
import { FLAGS } from '../src/options/flags.ts';
import type { OptionRow } from '../src/options/row.ts';
import { keyOf, OPTIONS, rowsOf } from '../src/options/table.ts';
import { isTaken } from '../src/project/settings.ts';
import { RULE_PAGES } from './rule-pages.ts';

const flags = rowsOf(FLAGS).map(([, row]) => row);
const inputs = rowsOf(OPTIONS).flatMap(([, row]) =>
  row.input === undefined ? [] : [{ ...row, input: row.input, ...manifestOf(row) }],
);

/** The default that action.yml gives, and what it says of the input. */
function manifestOf(row: OptionRow): { byDefault: string; description: string } {
  const modes = (row.only ?? []).filter((name) => name === 'check' || name === 'audit');
  const scope = modes.map((mode) => `For \`${mode}\`. `).join('');
  const switchedOff = row.takes === 'switch' ? false : '';
  const fallback = row.inputFallback ?? row.fallback;
  // Empty tells that nothing was given, so that the configuration file is asked.
  const isOfFile = row.configurable && row.ofAudit === undefined && fallback !== undefined;
  return {
    byDefault: row.configurable ? '' : String(row.expression ?? fallback ?? switchedOff),
    description: `${scope}${row.inputHelp}${isOfFile ? ` Empty for \`${fallback}\`.` : ''}`,
  };
}

const cells = (...texts: string[]): string =>
  `| ${texts.map((text) => text.replaceAll('|', '\\|')).join(' | ')} |`;
const code = (text: string): string => (text === '' ? '' : `\`${text}\``);
const sentence = (text: string): string => `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;

/** `--types <file>` as `--types FILE`. */
const shownFlag = ({ flag = '' }: OptionRow): string =>
  flag.replace(/<(.*)>/, (_, what: string) => what.toUpperCase());

function flagRow(row: OptionRow): string {
  const scope = row.only === undefined ? '' : `For ${row.only.map(code).join(' and ')}: `;
  const repeats = row.takes === 'lines' || row.takes === 'names' ? ' May be repeated.' : '';
  const meaning = `${sentence(`${scope}${row.help}`)}${repeats}${row.more === undefined ? '' : ` ${row.more}`}`;
  const byDefault = row.otherwise ?? (typeof row.fallback === 'string' ? code(row.fallback) : '');
  return cells(code(shownFlag(row)), row.configurable ? code(keyOf(row)) : '', byDefault, meaning);
}

function keyRow(row: OptionRow): string {
  const place = isTaken(row, 'check') ? (isTaken(row, 'audit') ? 'too' : 'no') : 'only';
  return cells(code(keyOf(row)), place, code(`${keyOf(row)} = ${row.example}`), sentence(row.help ?? ''));
}

const table = (head: string[], rows: string[]): string =>
  [cells(...head), cells(...head.map(() => '---')), ...rows].join('\n');

/** A plain YAML text, or a quoted one where that would mean something else. */
const yamlText = (text: string): string =>
  /^(|true|false|\d+)$|^[`"'&*!|>%@#[\]]|: | #/.test(text) ? JSON.stringify(text) : text;

/** By whom it is found, and whether it can be accepted. */
const standing = ({ audit, acceptable, severity }: Rule): string =>
  `Found by ${audit ? '`audit`' : '`check`'}, ${severity === 'error' ? 'an' : 'a'} ${severity}. ${
    acceptable ? 'The [baseline](baseline.md) can accept it.' : 'The baseline cannot accept it.'
  }`;

function rulePart(id: RuleId, rule: Rule): string {
  const { when, example } = RULE_PAGES[id];
  return [
    `## ${id}`,
    `**${rule.title}.** ${when}`,
    `\`\`\`sql\n${example}\n\`\`\``,
    `**Fix:** ${rule.remedy} ${standing(rule)}`,
  ].join('\n\n');
}

const PARTS = [
  {
    file: '.github/docs/rules.md',
    marker: (edge: string) => `<!-- ${edge} of the rules; written by \`npm run docs\` -->`,
    text: `\n${Object.entries<Rule>(RULES)
      .flatMap(([id, rule]) => (isRuleId(id) ? [rulePart(id, rule)] : []))
      .join('\n\n')}\n`,
  },
  {
    file: '.github/docs/options.md',
    marker: (edge: string) => `<!-- ${edge} of the options; written by \`npm run docs\` -->`,
    text: `\n${table(['option', 'key', 'default', 'meaning'], flags.map(flagRow))}\n`,
  },
  {
    file: '.github/docs/action.md',
    marker: (edge: string) => `<!-- ${edge} of the inputs; written by \`npm run docs\` -->`,
    text: `\n${table(
      ['input', 'default', 'meaning'],
      inputs.map(({ input, byDefault, description }) => cells(code(input), code(byDefault), description)),
    )}\n`,
  },
  {
    file: '.github/docs/configuration.md',
    marker: (edge: string) => `<!-- ${edge} of the keys; written by \`npm run docs\` -->`,
    text: `\n${table(
      ['key', 'under `[audit]`', 'example', 'meaning'],
      flags.filter(({ configurable }) => configurable).map(keyRow),
    )}\n`,
  },
  {
    file: 'action.yml',
    marker: (edge: string) => `  # ${edge} of the inputs; written by \`npm run docs\``,
    text: inputs
      .map(
        ({ input, byDefault, description }) =>
          `  ${input}:\n    description: ${yamlText(description)}\n    default: ${yamlText(byDefault)}`,
      )
      .join('\n'),
  },
];

/** The documents that hold such a part, as they are and as they should be. */
export function documents(root: string): { file: string; text: string; wanted: string }[] {
  return PARTS.map(({ file, marker, text: part }) => {
    const text = readFileSync(`${root}${file}`, 'utf8');
    const [start, end] = [marker('start'), marker('end')];
    const [before, rest = ''] = text.split(start);
    const [, after] = rest.split(end);
    if (after === undefined) throw new Error(`${file} lacks its markers.`);
    return { file, text, wanted: `${before}${start}\n${part}\n${end}${after}` };
  });
}

if (process.argv.includes('--write')) {
  const root = fileURLToPath(new URL('..', import.meta.url));
  for (const { file, text, wanted } of documents(root))
    if (text !== wanted) writeFileSync(`${root}${file}`, wanted);
}
