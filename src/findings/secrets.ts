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

/** Makes a function that hides values in a text: as they are, line by line, and as JSON and Markdown escape them. */
export function hiding(values: readonly string[]): (text: string) => string {
  const spelled = values
    .flatMap((value) => [value, ...value.split(/\r?\n/)])
    .filter(isSecret)
    .flatMap((value) => [value, value.trim(), JSON.stringify(value).slice(1, -1), escaped(value)]);
  const secrets = [...new Set(spelled)].sort((a, b) => b.length - a.length);
  return (text) => secrets.reduce((left, secret) => left.replaceAll(secret, MASK), text);
}

const escaped = (text: string): string => text.replace(/[\\`*_{}[\]()<>#+\-.!|~]/g, '\\$&');
