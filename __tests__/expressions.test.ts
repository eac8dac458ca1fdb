// Every regular expression of the source that repeats without a limit, against texts that are made of few characters
// over and over: none may take the square of their length. What is none here and slow all the same is for
// worst-input.slow.test.ts.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { expect, test } from '@jest/globals';
import { ts } from 'ts-morph';
import { codeOf } from '../src/project/disk/failure.ts';
import { PIECES } from './tools/worst-inputs.ts';

const SOURCE = fileURLToPath(new URL('../src', import.meta.url));

/** What reads each of them once takes a few milliseconds. */
const LENGTH = 50_000;
const MILLISECONDS = 2000;

/** Read what is short, or what the program itself wrote. */
const SHORT: ReadonlySet<string> = new Set([
  // A path, of which a system takes some thousand characters.
  '/(database|supabase|schema).*types|types.*(gen|database|supabase)/i',
]);

interface Expression {
  place: string;
  text: string;
}

function expressionsIn(folder: string): Expression[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return expressionsIn(file);
    return entry.name.endsWith('.ts') ? expressionsOf(file) : [];
  });
}

function expressionsOf(file: string): Expression[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const found: Expression[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node))
      found.push({ place: path.relative(SOURCE, file), text: node.text });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const REPEATS = /[*+]|\{\d+,\}/;
const withoutClasses = (text: string): string => text.replace(/\\./g, '').replace(/\[[^\]]*\]/g, '');

const EXPRESSIONS = expressionsIn(SOURCE).filter(
  ({ text }) => REPEATS.test(withoutClasses(text)) && !SHORT.has(text),
);

/** What the expression itself is made of is worst for it. */
const wordsOf = (text: string): string[] => [
  ...new Set(
    withoutClasses(text)
      .split(/[^A-Za-z0-9 :<>/"'-]+/)
      .filter((word) => word !== ''),
  ),
];

test('there are expressions to try', () => {
  expect(EXPRESSIONS.length).toBeGreaterThan(100);
});

test.each(EXPRESSIONS)('$place: $text', ({ text }) => {
  const context = vm.createContext({ inputs: [] });
  const words = wordsOf(text);
  const pieces = [...PIECES, ...words, ...words.map((word) => `${word} `)];
  context.inputs = pieces.flatMap((piece) => {
    const long = piece.repeat(LENGTH / piece.length);
    const start = words[0] ?? '';
    return [long, `${long}\n!`, `${start}${long}\n!`];
  });
  const script = new vm.Script(`for (const input of inputs) input.replace(${text}, '')`);
  // The whole takes well below a second; one that takes the square of the length takes that for one text.
  const run = (): unknown => script.runInContext(context, { timeout: MILLISECONDS });
  // On a busy machine it may wait for a processor for long: what runs out of time once may try again.
  expect(isInTime(run) || isInTime(run)).toBe(true);
});

function isInTime(run: () => unknown): boolean {
  try {
    run();
    return true;
  } catch (error) {
    if (codeOf(error) !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    return false;
  }
}
