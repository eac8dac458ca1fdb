// Reads the head of a stand-in's file (extensions/<name>.sql) and writes the control file that PostgreSQL wants.

/** What the head of a file may say; anything else there is a slip of the pen, and refused. */
const KEYS = ['comment', 'version', 'requires', 'files-of', 'relocatable', 'home', 'source'] as const;
type Key = (typeof KEYS)[number];

const HEAD_LINE = /^-- ([a-z][a-z-]*): +(\S.*)$/;

export interface StandIn {
  /** The text of `<name>.control`. */
  control: string;
  /** The same with the one schema that the real extension installs into; PostgreSQL then refuses any other. */
  controlAtHome?: string;
  /** The text of `<name>--<version>.sql`. */
  script: string;
  version: string;
  /** Extensions whose files must be on hand: what it requires, and those whose library alone it uses (`files-of`). */
  requires: string[];
}

/**
 * @param name of the extension, for messages
 * @param sql the file: a head of `-- key: value` lines, then the script
 * @throws Error when the head lacks a line, or has one that is unknown, repeated or malformed
 */
export function parseStandIn(name: string, sql: string): StandIn {
  const { head, script } = split(name, sql);
  const need = (key: Key): string => {
    const value = head.get(key);
    if (value === undefined) throw new Error(`${name}.sql: its head has no line "-- ${key}: …"`);
    return value;
  };
  const comment = need('comment');
  const version = need('version');
  const relocatable = need('relocatable');
  if (!/^[\w.]+$/.test(version)) throw new Error(`${name}.sql: "${version}" is no version`);
  if (relocatable !== 'true' && relocatable !== 'false') {
    throw new Error(`${name}.sql: relocatable is true or false, not "${relocatable}"`);
  }
  if (script.trim() === '') throw new Error(`${name}.sql: there is no script under its head`);
  const required = listOf(head.get('requires'));
  const lines = [
    `comment = ${quoted(comment)}`,
    `default_version = ${quoted(version)}`,
    `relocatable = ${relocatable}`,
    ...(required.length > 0 ? [`requires = ${quoted(required.join(', '))}`] : []),
  ];
  const control = `${lines.join('\n')}\n`;
  const home = head.get('home');
  return {
    control,
    ...(home !== undefined && { controlAtHome: `${control}schema = ${quoted(home)}\n` }),
    script,
    version,
    requires: [...required, ...listOf(head.get('files-of'))],
  };
}

function split(name: string, sql: string): { head: Map<Key, string>; script: string } {
  const head = new Map<Key, string>();
  const lines = sql.split('\n');
  for (const [index, line] of lines.entries()) {
    const [, word, value] = HEAD_LINE.exec(line.trimEnd()) ?? [];
    if (word === undefined || value === undefined) return { head, script: lines.slice(index).join('\n') };
    const key = KEYS.find((known) => known === word);
    if (key === undefined) throw new Error(`${name}.sql: its head has an unknown line "-- ${word}: …"`);
    if (head.has(key)) throw new Error(`${name}.sql: its head says "${key}" twice`);
    head.set(key, value);
  }
  return { head, script: '' };
}

const listOf = (value: string | undefined): string[] =>
  (value ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');

const quoted = (value: string): string => `'${value.replaceAll("'", "''")}'`;
