// The variables that config.toml names with `env(NAME)`: which they are, where the Supabase CLI looks for them beside
// the environment, and the secrets of `[db.vault]`, which it creates before the first migration. Measured with 2.122.1
// and 3.1.0, run in the project's folder.

/** Variables and their values. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Every text that a TOML table holds, at any depth. */
export function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

const FROM_ENVIRONMENT = /^env\((.*)\)$/;

const variableOf = (text: string): string | undefined => FROM_ENVIRONMENT.exec(text)?.[1];

/** The variables that texts name. */
export const variablesIn = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => variableOf(text) ?? [])),
];

/** What a text stands for: itself, or the value of the variable that it names, nothing when that is not set. */
export function standsFor(text: string, variables: ReadonlyMap<string, string>): string {
  const variable = variableOf(text);
  return variable === undefined ? text : (variables.get(variable) ?? '');
}

/** A runner's own variables, among them the tokens of a job: no configuration of a project has a use for them. */
export const isOfTheRunner = (name: string): boolean =>
  /^(ACTIONS|GITHUB|INPUT|RUNNER|DRIFT_GATE)_/i.test(name);

/** Where the CLI looks for what the environment lacks, from the project's folder, first answer first. */
export function environmentFiles(mode = 'development'): string[] {
  const names = [`.env.${mode}.local`, ...(mode === 'test' ? [] : ['.env.local']), `.env.${mode}`, '.env'];
  return ['', 'supabase/'].flatMap((folder) => names.map((name) => folder + name));
}

/** A name, then a value in double quotes, in single ones, or up to the end of the line. */
const ENTRY =
  /^[ \t]*(?:export[ \t]+)?([\w.]+)[ \t]*[=:][ \t]*(?:"((?:[^"\\]|\\[\s\S])*)"|'((?:[^'\\]|\\[\s\S])*)'|([^\r\n]*))/gm;

/** The variables of a `.env` file. */
export function parseEnvironment(text: string): Map<string, string> {
  const found = new Map<string, string>();
  const expanded = (value: string): string =>
    value.replace(/\\?\$\{?([A-Z0-9_]+)\}?/g, (whole, name: string) =>
      whole.startsWith('\\') ? whole.slice(1) : (found.get(name) ?? ''),
    );
  for (const [, name = '', double, single, plain = ''] of text.matchAll(ENTRY))
    found.set(name, single ?? expanded(double === undefined ? withoutComment(plain) : unescaped(double)));
  return found;
}

const ESCAPES = new Map([
  ['n', '\n'],
  ['r', '\r'],
  ['$', '\\$'],
]);

const unescaped = (text: string): string =>
  text.replace(/\\([\s\S])/g, (_, character: string) => ESCAPES.get(character) ?? character);

function withoutComment(text: string): string {
  const comment = Math.max(text.lastIndexOf(' #'), text.lastIndexOf('\t#'));
  return (comment < 0 ? text : text.slice(0, comment)).trim();
}

/** A secret of `[db.vault]`. */
export interface VaultSecret {
  name: string;
  value: string;
}

/** One without a value here: its variable is not set, or it is encrypted for whoever has the key. */
export interface UnsetSecret {
  name: string;
  variable?: string;
}

export interface Vault {
  secrets: VaultSecret[];
  unset: UnsetSecret[];
}

/** dotenvx's mark of a value that a private key opens. */
const ENCRYPTED = 'encrypted:';

export const isEncrypted = (text: string): boolean => text.startsWith(ENCRYPTED);

/** The secrets of a project. The CLI creates none for an empty value. */
export function vaultOf(
  written: Readonly<Record<string, string>>,
  variables: ReadonlyMap<string, string>,
): Vault {
  const vault: Vault = { secrets: [], unset: [] };
  for (const [name, text] of Object.entries(written)) {
    const variable = variableOf(text);
    const value = standsFor(text, variables);
    if (isEncrypted(value)) vault.unset.push({ name });
    else if (value !== '') vault.secrets.push({ name, value });
    else if (variable !== undefined) vault.unset.push({ name, variable });
  }
  return vault;
}
