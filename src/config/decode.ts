// Bytes to text and back. PowerShell's `>` writes UTF-16 with a mark, other editors put a mark before UTF-8:
// both are read, and written again as they were (equivalence A2.6). SQL must be UTF-8, as for the Supabase CLI.

import { UsageError } from '../errors.ts';

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

/** Decodes UTF-8 and keeps a byte order mark, which PostgreSQL refuses. Throws UsageError on anything else. */
export function decodeUtf8(bytes: Uint8Array, path: string, noun: string): string {
  const placeholder = PLACEHOLDERS.find(({ start }) => startsWith(bytes, ...Buffer.from(start)));
  if (placeholder) {
    throw new UsageError({
      message: `${path}, a ${noun}, ${placeholder.what}.`,
      remedy: placeholder.remedy,
    });
  }
  if (bytes.includes(0)) throw notText(path, noun);
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    const [before = ''] = new TextDecoder('utf-8').decode(bytes).split('\uFFFD', 1);
    throw new UsageError({
      message: `${path}, a ${noun}, is not UTF-8: line ${before.split('\n').length} has bytes that are no character.`,
      remedy: `Save the ${noun} as UTF-8.`,
    });
  }
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
