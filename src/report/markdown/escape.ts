// Untrusted text into Markdown as GitHub reads it. Escapes are entities or backslashes where Markdown decides,
// and <code> where GitHub rewrites the page afterwards (mentions, references, links, emoji names, formulas): it
// looks at the decoded text then, so an entity or a backslash does not stop it, and code does.

import { longestRun, parseProse, quoteCode } from '../../findings/prose.ts';
import { visible } from '../../findings/visible.ts';

/** A word that GitHub would turn into a mention, a reference, a link, an emoji or a formula. */
const REWRITTEN = /[@$]|#\d|\bGH-\d|:\/\/|\bwww\.|:[\w+-]+:/i;

/**
 * Entities, so that no character of the text can open, close or separate anything. Letters stay as they are. Behind an
 * at sign stands a comment: GitHub's renderer makes addresses links even in <code>, when they are one piece of text.
 */
const entities = (text: string): string =>
  text
    .replace(/[!-/:-@[-`{-~]/g, (character) => `&#${character.charCodeAt(0)};`)
    .replaceAll('&#64;', '&#64;<!-- -->');

/** Text inside a raw HTML block, such as a <summary>, where Markdown is not read. */
export const escapeHtml = (text: string): string =>
  visible(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const escapeWord = (word: string): string =>
  REWRITTEN.test(word)
    ? `<code>${entities(word)}</code>`
    : word
        .replace(/[\\`*_[\]~#]/g, '\\$&')
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('|', '&#124;');

/** Escapes words; a sign or a number at the start would begin a list or an underline. */
const escapeInline = (text: string): string =>
  text
    .split(/( +)/)
    .map(escapeWord)
    .join('')
    .replace(/^[-+=]/, '\\$&')
    .replace(/^(\d+)([.)])(?= |$)/, '$1\\$2');

/** Text as prose, on one line: what a reader sees is the text, whatever it holds, in a paragraph or a table cell. */
export const escapeMarkdown = (text: string): string =>
  escapeInline(visible(text)).replace(/^ +|(?<! ) +$/g, (spaces) => '&#32;'.repeat(spaces.length));

/**
 * Text as a code span that survives its own backticks, in prose as in a table cell. With a pipe, which tables and
 * paragraphs read differently inside backticks, it is a <code> element instead.
 */
export function codeSpan(text: string): string {
  const shown = visible(text);
  return shown.includes('|') || shown === '' ? `<code>${entities(shown)}</code>` : quoteCode(shown);
}

/** A sentence of this program: its code parts as code spans, all else escaped. */
export const proseToMarkdown = (sentence: string): string =>
  parseProse(visible(sentence))
    .map(({ code, text }) => (code ? codeSpan(text) : escapeInline(text)))
    .join('');

export interface Fence {
  open: string;
  close: string;
}

/** The two lines around a code block whose lines cannot close it: a fence longer than any run of backticks inside. */
export function fenceFor(lines: readonly string[], language: string): Fence {
  const close = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
  return { open: close + language, close };
}

/** A whole fenced code block. */
export function fenced(lines: readonly string[], language: string): string[] {
  const { open, close } = fenceFor(lines, language);
  return [open, ...lines, close];
}
