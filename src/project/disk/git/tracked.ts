// The files that Git tracks, read from its index (git-scm.com/docs/index-format).

import { codeOf } from '../failure.ts';
import { gitFolders, readGit } from './folders.ts';

/** What an entry has before its name, besides the id of its object: times, device, mode, owner, size, then flags. */
const FACTS = 40;
const MODE_AT = 24;
const FILES = [0o100000, 0o120000];

const ENDS_EARLY = ['ERR_OUT_OF_RANGE', 'ERR_BUFFER_OUT_OF_BOUNDS'];

/**
 * The paths of plain files and symbolic links, from the root of the work tree; undefined where Git has no index that can be read: there is no
 * repository, or the index is split over two files.
 */
export function trackedFiles(root: string): string[] | undefined {
  const folders = gitFolders(root);
  if (folders === undefined) return undefined;
  const isSha256 = /^[ \t]*objectformat[ \t]*=[ \t]*sha256[ \t]*\r?$/im.test(
    readGit(folders.common, 'config').toString(),
  );
  try {
    return entriesOf(readGit(folders.git, 'index'), isSha256 ? 32 : 20);
  } catch (error) {
    if (ENDS_EARLY.includes(codeOf(error) ?? '')) return undefined;
    throw error;
  }
}

/** Throws what Node throws where the bytes end too early. */
function entriesOf(index: Buffer, idLength: number): string[] | undefined {
  const version = index.length < 12 || index.toString('latin1', 0, 4) !== 'DIRC' ? 0 : index.readUInt32BE(4);
  if (version < 2 || version > 4) return undefined;
  const paths: string[] = [];
  let name = Buffer.alloc(0);
  let at = 12;
  for (let left = index.readUInt32BE(8); left > 0; left -= 1) {
    const mode = index.readUInt32BE(at + MODE_AT);
    const flags = index.readUInt16BE(at + FACTS + idLength);
    const isExtended = version > 2 && (flags & 0x4000) !== 0;
    const start = at + FACTS + idLength + (isExtended ? 4 : 2);
    // Version 4 says how much of the name before it is dropped; older ones fill up to eight bytes with zeros.
    const { value: dropped, next } =
      version === 4 ? offsetAt(index, start) : { value: name.length, next: start };
    const end = index.indexOf(0, next);
    if (end === -1) return undefined;
    name = Buffer.concat([name.subarray(0, name.length - dropped), index.subarray(next, end)]);
    at = version === 4 ? end + 1 : at + Math.ceil((end - at + 1) / 8) * 8;
    if (FILES.includes(mode & 0o170000)) paths.push(name.toString());
  }
  return hasOtherPart(index, at, idLength) ? undefined : paths;
}

/** A number in bytes of seven bits, as Git writes offsets. */
function offsetAt(index: Buffer, at: number): { value: number; next: number } {
  let byte = index.readUInt8(at);
  let value = byte & 0x7f;
  let next = at + 1;
  while ((byte & 0x80) !== 0) {
    byte = index.readUInt8(next);
    value = (value + 1) * 128 + (byte & 0x7f);
    next += 1;
  }
  return { value, next };
}

/** Whether an extension says that another file has the rest. */
function hasOtherPart(index: Buffer, from: number, idLength: number): boolean {
  for (let at = from; at + 8 <= index.length - idLength; at += 8 + index.readUInt32BE(at + 4))
    if (index.toString('latin1', at, at + 4) === 'link') return true;
  return false;
}
