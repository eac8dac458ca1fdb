// Versions of extensions that migrations ask for, as `supabase db pull` writes them: Supabase keeps several of each,
// the embedded database one. An update script with nothing in it leads from that one to what is asked, and back.

/** The part of Emscripten's file system that is used. */
export interface ServerFiles {
  readdir(path: string): string[];
  readFile(path: string, options: { encoding: 'utf8' }): string;
  writeFile(path: string, text: string): void;
}

const FOLDER = '/pglite/share/postgresql/extension';
const NAME = /"[^"]+"|[a-z_][\w$-]*/i;
const VERSION = /'[^']+'|"[^"]+"|[a-z_][\w$.-]*/i;
const ASKED = new RegExp(
  `\\b(?:create\\s+extension\\s+(?:if\\s+not\\s+exists\\s+)?(?<created>${NAME.source})[^;']{0,500}?\\sversion\\s+|` +
    `alter\\s+extension\\s+(?<altered>${NAME.source})\\s+update\\s+to\\s+)(?<version>${VERSION.source})`,
  'gi',
);

/** Each as `name=version`, once. */
export function versionsAskedIn(texts: Iterable<string>): string[] {
  const asked = [...texts].flatMap((text) =>
    [...text.matchAll(ASKED)].map(
      ({ groups }) =>
        `${unquoted(groups?.created ?? groups?.altered ?? '')}=${unquoted(groups?.version ?? '')}`,
    ),
  );
  return [...new Set(asked)];
}

/** Lets the extensions whose files are there be created as, and updated to, the versions asked for. */
export function layVersions(asked: readonly string[], files: ServerFiles): void {
  const present = new Set(files.readdir(FOLDER));
  for (const [name, version] of asked.map((one) => one.split('='))) {
    if (name === undefined || version === undefined || !isFileName(version)) continue;
    const known = [...present].some(
      (file) => file.startsWith(`${name}--`) && file.endsWith(`--${version}.sql`),
    );
    if (known || !present.has(`${name}.control`)) continue;
    const have = defaultVersion(files.readFile(`${FOLDER}/${name}.control`, { encoding: 'utf8' }));
    if (have === undefined) continue;
    for (const [from, to] of [
      [have, version],
      [version, have],
    ])
      files.writeFile(`${FOLDER}/${name}--${from}--${to}.sql`, '');
  }
}

/** PostgreSQL refuses other versions before it looks for a file. */
const isFileName = (version: string): boolean => /^[\w.]+(-[\w.]+)*$/.test(version);

const defaultVersion = (control: string): string | undefined =>
  /^[ \t]*default_version[ \t]*=[ \t]*'([^']+)'/m.exec(control)?.[1];

const unquoted = (name: string): string => (/^["']/.test(name) ? name.slice(1, -1) : name.toLowerCase());
