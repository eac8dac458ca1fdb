// Which texts are secret enough to be hidden, and how they may be spelled where they turn up.

/** What everybody knows, and reports are full of. */
const NO_SECRETS = new Set([
  'postgres',
  'password',
  'supabase',
  'public',
  'root',
  'admin',
  'test',
  'true',
  'false',
  'localhost',
]);

/** To hide a shorter text would tear words apart and protect nothing. */
const SHORTEST_SECRET = 4;

export const isSecret = (text: string): boolean =>
  text.trim().length >= SHORTEST_SECRET && !NO_SECRETS.has(text.toLowerCase());

export const MASK = '***';

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal are control characters
const COLOUR = /\u001b\[[0-9;?]*[A-Za-z]/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: programs end a line at them, and leave them out
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/;

/** What a program may make of a value that it repeats: lines of their own, no colours, a path without empty parts. */
function piecesOf(value: string): string[] {
  const plain = value.replace(COLOUR, '');
  const lines = [value, plain, ...value.split(CONTROLS), ...plain.split(CONTROLS)];
  return lines.flatMap((line) => [line, line.replace(/\/{2,}/g, '/')]);
}

/** Makes a function that hides values in a text: as they are, line by line, and as JSON and Markdown escape them. */
export function hiding(values: readonly string[]): (text: string) => string {
  const spelled = values
    .flatMap(piecesOf)
    .filter(isSecret)
    .flatMap((value) => [value, value.trim(), JSON.stringify(value).slice(1, -1), escaped(value)]);
  const secrets = [...new Set(spelled)].sort((a, b) => b.length - a.length);
  return (text) => secrets.reduce((left, secret) => left.replaceAll(secret, MASK), text);
}

const escaped = (text: string): string => text.replace(/[\\`*_{}[\]()<>#+\-.!|~]/g, '\\$&');
