// The statements of `do` blocks that stand there as they are: DDL between the control words of PL/pgSQL, also under `if`
// and in exception blocks, and `execute` of a constant. What a loop or a composed string makes is for the replay to tell.

import { bodyOf, inFile, offsetInFile } from './bodies.ts';
import { afterComments, afterLiteral, isWordAt } from './lexemes.ts';
import { type ParsedStatement, parseMigration } from './parse.ts';
import { splitStatements } from './split.ts';

/** A text that is run as SQL, and where it begins in the body; undefined when its quotes are doubled. */
interface StaticText {
  text: string;
  offset: number | undefined;
}

/** In order, with their places in the file. */
export async function staticStatements(block: ParsedStatement): Promise<ParsedStatement[]> {
  const body = bodyOf(block.node);
  if (body?.language !== 'plpgsql') return [];
  const start = offsetInFile(block, body.text);
  const found: ParsedStatement[] = [];
  for (const { text, offset } of staticTexts(body.text)) {
    const { statements } = await parseMigration(text);
    const place = start === undefined || offset === undefined ? undefined : start + offset;
    found.push(...statements.map((statement) => inFile(statement, block, place)));
  }
  return found;
}

function staticTexts(body: string): StaticText[] {
  const found: StaticText[] = [];
  let loops = 0;
  for (const { text, start } of splitStatements(body)) {
    let at = afterComments(text);
    for (let step = stepAt(text, at); step.behind > at; step = stepAt(text, at)) {
      loops += step.loops;
      at = step.behind;
    }
    if (loops > 0) continue;
    const verb = wordAt(text, at);
    if (DDL.has(verb)) found.push({ text: text.slice(at), offset: start + at });
    else if (verb === 'execute') found.push(...constantOf(text, at + verb.length, start));
  }
  return found;
}

const DDL = new Set(['create', 'alter', 'drop']);

/** The lower-case word that begins at an offset. */
function wordAt(text: string, at: number): string {
  let end = at;
  while (isWordAt(text, end)) end += 1;
  return text.slice(at, end).toLowerCase();
}

interface Step {
  /** Where the next word begins; the offset itself when there is no control word to step over. */
  behind: number;
  /** How many loops are entered or left. */
  loops: number;
}

/** Steps over one control word of PL/pgSQL, with the condition that it carries. */
function stepAt(text: string, at: number): Step {
  const word = wordAt(text, at);
  const next = (behind: number, loops = 0): Step => ({
    behind: behind + afterComments(text.slice(behind)),
    loops,
  });
  switch (word) {
    case 'begin':
    case 'else':
    case 'exception':
      return next(at + word.length);
    case 'loop':
      return next(at + word.length, 1);
    case 'if':
    case 'elsif':
    case 'elseif':
    case 'when':
    case 'case':
      return next(behindWord(text, at + word.length, 'then'));
    case 'for':
    case 'foreach':
    case 'while':
      return next(behindWord(text, at + word.length, 'loop'), 1);
    case 'end': {
      const isLoop = wordAt(text, next(at + word.length).behind) === 'loop';
      return { behind: text.length, loops: isLoop ? -1 : 0 };
    }
    default:
      return text.startsWith('<<', at) ? next(text.indexOf('>>', at) + 2) : { behind: at, loops: 0 };
  }
}

/** Behind the next such word that is in no literal and no parenthesis, as PL/pgSQL looks for it; else the end. */
function behindWord(text: string, from: number, word: string): number {
  let depth = 0;
  for (let at = from; at < text.length; ) {
    const behind = afterLiteral(text, at);
    const found = isWordAt(text, at - 1) ? '' : wordAt(text, at);
    if (behind > at) at = behind;
    else if (found !== '') {
      at += found.length;
      if (found === word && depth === 0) return at;
    } else {
      if (text.charAt(at) === '(') depth += 1;
      else if (text.charAt(at) === ')') depth -= 1;
      at += 1;
    }
  }
  return text.length;
}

/** The text of an `execute` whose operand is one plain string. */
function constantOf(text: string, from: number, start: number): StaticText[] {
  const at = from + afterComments(text.slice(from));
  const end = afterLiteral(text, at);
  if (end === at || afterComments(text.slice(end)) + end < text.length) return [];
  const [delimiter = ''] = /^(?:'|\$\w*\$)/.exec(text.slice(at)) ?? [];
  if (delimiter === '') return [];
  const inner = text.slice(at + delimiter.length, end - delimiter.length);
  const isDoubled = delimiter === "'" && inner.includes("''");
  return [
    {
      text: isDoubled ? inner.replaceAll("''", "'") : inner,
      offset: isDoubled ? undefined : start + at + delimiter.length,
    },
  ];
}
