// What the runner takes from a step: workflow commands on its output, masks, and the files of GITHUB_OUTPUT and the
// like. By the rules of actions/runner: ActionCommand.cs, ActionCommandManager.cs, FileCommandManager.cs, SecretMasker.cs.

export interface Annotation {
  level: 'error' | 'warning' | 'notice';
  message: string;
  title?: string;
  file?: string;
  line?: number;
  endLine?: number;
  col?: number;
}

/** Reads what steps print, line by line. */
export interface CommandReader {
  read(line: string): void;
  /** A line of the runner's own: no command. */
  print(line: string): void;
  readonly masks: readonly string[];
  readonly annotations: Annotation[];
  readonly debug: string[];
  /** The log as people see it, as far as it was written. */
  masked(): string;
  /** The log before secrets were replaced, commands and all: no one ever sees it. */
  unmasked(): string;
}

const KNOWN = [
  'error',
  'warning',
  'notice',
  'debug',
  'add-mask',
  'group',
  'endgroup',
  'echo',
  'stop-commands',
  'add-matcher',
  'remove-matcher',
  'set-env',
  'set-output',
  'save-state',
  'add-path',
];

interface Command {
  name: string;
  properties: Record<string, string>;
  data: string;
}

export function commandReader(secrets: readonly string[]): CommandReader {
  const masks: string[] = [];
  const lines: { text: string; raw: string }[] = [];
  const annotations: Annotation[] = [];
  const debug: string[] = [];
  let stopped: string | undefined;
  const addMask = (secret: string): void => {
    const found = [secret, ...secret.split(/[\r\n]/).map((line) => line.trim())].filter((one) => one !== '');
    masks.push(...found.flatMap((one) => [one, JSON.stringify(one).slice(1, -1), encodeURIComponent(one)]));
  };
  // A log is masked as it is written: what was printed before its mask was added stays readable.
  const write = (text: string, raw = text): void => {
    lines.push({ text: maskedBy(masks, text), raw });
  };
  secrets.forEach(addMask);
  const obey = ({ name, properties, data }: Command, raw: string): void => {
    if (name === 'error' || name === 'warning' || name === 'notice') {
      annotations.push(annotationOf(name, properties, maskedBy(masks, data), masks));
      write(`##[${name}]${data}`, raw);
    } else if (name === 'add-mask') {
      addMask(data);
      lines.push({ text: '', raw });
    } else if (name === 'stop-commands') {
      stopped = data;
      write(raw);
    } else if (name === 'debug') {
      debug.push(maskedBy(masks, data));
    } else if (name === 'set-env' || name === 'add-path') {
      throw new Error(`The runner refuses ::${name}::`);
    } else {
      write(`##[${name}]${data}`, raw);
    }
  };
  return {
    read: (line) => {
      const command = commandIn(line, stopped === undefined ? KNOWN : [...KNOWN, stopped]);
      if (command === undefined) write(line);
      else if (stopped === undefined) obey(command, line);
      else {
        if (command.name === stopped) stopped = undefined;
        write(line);
      }
    },
    print: (line) => write(line),
    masks,
    annotations,
    debug,
    masked: () => lines.map(({ text }) => text).join('\n'),
    unmasked: () => lines.map(({ raw }) => raw).join('\n'),
  };
}

/** `::name key=value,…::data` at the start of a line, or the older `##[name key=value;…]data` anywhere in it. */
function commandIn(line: string, known: readonly string[]): Command | undefined {
  const current = /^\s*::([^\s:]+)(?: (.*?))?::(.*)$/.exec(line);
  if (current !== null && known.includes(current[1] ?? ''))
    return commandOf(current, /,/, { '%0D': '\r', '%0A': '\n', '%3A': ':', '%2C': ',', '%25': '%' });
  const older = /##\[([^\s\]]+)(?: ([^\]]*))?\](.*)$/.exec(line);
  if (older !== null && known.includes(older[1] ?? ''))
    return commandOf(older, /;/, { '%3B': ';', '%0D': '\r', '%0A': '\n', '%5D': ']', '%25': '%' });
  return undefined;
}

function commandOf(
  [, name = '', properties = '', data = '']: RegExpExecArray,
  separator: RegExp,
  escapes: Record<string, string>,
): Command {
  const pairs = properties
    .split(separator)
    .map((pair) => /^\s*([^=]+)=(.+)$/s.exec(pair))
    .flatMap((pair) => (pair === null ? [] : [[pair[1] ?? '', unescaped(pair[2] ?? '', escapes)]]));
  const ofData = { '%0D': '\r', '%0A': '\n', '%25': '%' };
  return { name, properties: Object.fromEntries(pairs), data: unescaped(data, ofData) };
}

const unescaped = (text: string, escapes: Record<string, string>): string =>
  Object.entries(escapes).reduce((all, [written, plain]) => all.replaceAll(written, plain), text);

function annotationOf(
  level: Annotation['level'],
  properties: Record<string, string>,
  message: string,
  masks: readonly string[],
): Annotation {
  const { title, file, line, endLine, col } = properties;
  return {
    level,
    message,
    ...(title !== undefined && { title: maskedBy(masks, title) }),
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line: Number(line) }),
    ...(endLine !== undefined && { endLine: Number(endLine) }),
    ...(col !== undefined && { col: Number(col) }),
  };
}

/** Overlapping secrets become one `***`. */
export function maskedBy(masks: readonly string[], text: string): string {
  const hidden = new Array<boolean>(text.length).fill(false);
  for (const mask of masks)
    for (let at = text.indexOf(mask); mask !== '' && at !== -1; at = text.indexOf(mask, at + 1))
      hidden.fill(true, at, at + mask.length);
  return [...hidden.keys()].map((at) => (!hidden[at] ? text[at] : hidden[at - 1] ? '' : '***')).join('');
}

/** `NAME=VALUE` and `NAME<<DELIMITER`, as GITHUB_OUTPUT, GITHUB_ENV and GITHUB_STATE hold them. Throws as the runner does. */
export function pairsOf(text: string): Record<string, string> {
  const pairs: [string, string][] = [];
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (line === '') continue;
    const [equals, heredoc] = [line.indexOf('='), line.indexOf('<<')];
    if (equals >= 0 && (heredoc < 0 || equals < heredoc)) {
      pairs.push([line.slice(0, equals), line.slice(equals + 1)]);
      continue;
    }
    const [name = '', delimiter = ''] = heredoc < 0 ? [] : [line.slice(0, heredoc), line.slice(heredoc + 2)];
    if (name === '' || delimiter === '') throw new Error(`Invalid format '${line}'`);
    const end = lines.indexOf(delimiter, at + 1);
    if (end === -1) throw new Error(`Invalid value. Matching delimiter not found '${delimiter}'`);
    pairs.push([name, lines.slice(at + 1, end).join('\n')]);
    at = end;
  }
  return Object.fromEntries(pairs);
}
