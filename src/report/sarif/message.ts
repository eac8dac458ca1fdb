// Sentences as SARIF wants its messages (SARIF 2.1.0, 3.11): plain text and Markdown without HTML, in which braces
// are placeholders and square brackets links.

import { parseProse, quoteCode } from '../../findings/prose.ts';
import { visible } from '../../findings/visible.ts';

export interface Message {
  text: string;
  markdown: string;
}

/** A word of a message that leads to a location, by that location's id. */
interface Link {
  words: string;
  id: number;
}

/** Sentences as one message, with links at its end. */
export function messageOf(sentences: readonly string[], links: readonly Link[] = []): Message {
  const shown = sentences.filter((sentence) => sentence !== '');
  return {
    text: [...shown.map(plainText), ...seeAlso(links, escapeLink)].join(' '),
    markdown: [...shown.map(markdownText), ...seeAlso(links, escapeWords)].join(' '),
  };
}

/** Within any message, a brace stands doubled (3.11.5). */
const withoutPlaceholders = (text: string): string => text.replace(/[{}]/g, '$&$&');

/** A bracket that a parenthesis follows would end a link (3.11.6); others say nothing. */
export const plainText = (sentence: string): string =>
  withoutPlaceholders(visible(sentence).replace(/(?<!\\)(\\*)\](?=\()/g, '$1$1\\]'));

const escapeLink = (words: string): string => withoutPlaceholders(visible(words).replace(/[\\[\]]/g, '\\$&'));

/** A sentence as Markdown: its code parts as code spans, all else escaped. */
const markdownText = (sentence: string): string =>
  withoutPlaceholders(
    parseProse(visible(sentence))
      .map(({ code, text }) => (code ? quoteCode(text) : text.split(/( +)/).map(escapeWord).join('')))
      .join('')
      .trim()
      .replace(/^[-+=]/, '\\$&')
      .replace(/^(\d+)([.)])(?= |$)/, '$1\\$2'),
  );

/** What would become a mention or a link in spite of its escapes is code. */
const escapeWord = (word: string): string =>
  /@|:\/\/|\bwww\./i.test(word) ? quoteCode(word) : word.replace(/[\\`*_[\]~#<>&|!$]/g, '\\$&');

const escapeWords = (words: string): string =>
  withoutPlaceholders(visible(words).replace(/[\\`*_[\]~#<>&|!$@]/g, '\\$&'));

function seeAlso(links: readonly Link[], escaped: (words: string) => string): string[] {
  if (links.length === 0) return [];
  return [`See ${links.map(({ words, id }) => `[${escaped(words)}](${id})`).join(', ')}.`];
}
