// Bytes to text and back. PowerShell's `>` writes UTF-16 with a mark, other editors put a mark before UTF-8:
// both are read, and written again as they were (equivalence A2.6). SQL is read as the Supabase CLI reads it.

import { UsageError } from '../../errors.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

const startsWith = (bytes: Uint8Array, ...mark: number[]): boolean =>
  mark.every((byte, position) => bytes[position] === byte);

function markedEncoding(bytes: Uint8Array): Encoding | undefined {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8';
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  return undefined;
}

/** Decodes by byte order mark, else as UTF-8, without the mark. Throws UsageError when the bytes are no text. */
export function decodeText(bytes: Uint8Array, path: string, noun = 'types file'): string {
  const encoding = markedEncoding(bytes);
  if (encoding === undefined || encoding === 'utf-8')
    return decodeUtf8(bytes, path, noun).replace(/^\uFEFF/, '');
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes('\0')) throw notText(path, noun);
  return text;
}

/** What a checkout holds in place of a file, by how it begins, and what brings the file itself. */
const PLACEHOLDERS = [
  {
    start: '\0GITCRYPT\0',
    what: 'is encrypted with git-crypt',
    remedy: 'Run `git-crypt unlock` in the checkout first.',
  },
  {
    start: 'version https://git-lfs.github.com/spec/',
    what: 'is a pointer of Git LFS, not the file itself',
    remedy: 'Run `git lfs pull` first; in a workflow, give `actions/checkout` the input `lfs: true`.',
  },
] as const;

/** Decodes UTF-8 and keeps a byte order mark. Throws UsageError on anything else. */
export function decodeUtf8(bytes: Uint8Array, path: string, noun: string): string {
  refusePlaceholder(bytes, path, noun);
  if (bytes.includes(0)) throw notText(path, noun);
  const { text, brokenLine } = decodeAny(bytes);
  if (brokenLine === undefined) return text;
  throw new UsageError({
    message: `${path}, a ${noun}, is not UTF-8: line ${brokenLine} has bytes that are no character.`,
    remedy: `Save the ${noun} as UTF-8.`,
  });
}

/** SQL as the CLI reads it, and the first line that is not UTF-8. */
export interface DecodedSql {
  text: string;
  brokenLine?: number;
}

/**
 * Decodes SQL as the CLI does (2.122.1 and 3.1.0, measured): bytes that are no UTF-8 become U+FFFD, and NUL bytes, and
 * so UTF-16, are for the server to refuse. Throws UsageError for what only stands for a file.
 */
export function decodeSql(bytes: Uint8Array, path: string, noun: string): DecodedSql {
  refusePlaceholder(bytes, path, noun);
  return decodeAny(bytes);
}

function decodeAny(bytes: Uint8Array): DecodedSql {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    const [before = ''] = text.split('\uFFFD', 1);
    return { text, brokenLine: before.split('\n').length };
  }
}

function refusePlaceholder(bytes: Uint8Array, path: string, noun: string): void {
  const placeholder = PLACEHOLDERS.find(({ start }) => startsWith(bytes, ...Buffer.from(start)));
  if (placeholder === undefined) return;
  throw new UsageError({
    message: `${path}, a ${noun}, ${placeholder.what}.`,
    remedy: placeholder.remedy,
  });
}

/** Encodes text as the file that it replaces is encoded: same encoding, same mark. */
export function encodeLike(original: Uint8Array, text: string): Uint8Array {
  const encoding = markedEncoding(original);
  if (encoding === undefined) return Buffer.from(text, 'utf8');
  if (encoding === 'utf-8') return Buffer.from(`\uFEFF${text}`, 'utf8');
  const littleEndian = Buffer.from(`\uFEFF${text}`, 'utf16le');
  return encoding === 'utf-16le' ? littleEndian : littleEndian.swap16();
}

const notText = (path: string, noun: string): UsageError =>
  new UsageError({
    message: `${path}, a ${noun}, is not text: it holds NUL bytes.`,
    remedy: `Name another file, or save the ${noun} as UTF-8 text.`,
  });
