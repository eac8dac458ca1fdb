// Puts the snapshot's files into PGlite's memory. PGlite's own loader copies each and looks up every folder of its
// path again; that took a quarter of a start. Here a file's bytes are a view of the snapshot, which nobody else uses.

/** The part of Emscripten's file system that is used. */
export interface MemoryFiles {
  mkdir(path: string): unknown;
  /** Makes an empty file and gives its node, whose bytes MEMFS keeps in `contents`. */
  mknod(path: string, mode: number, device: number): object;
}

const BLOCK = 512;
const REGULAR_FILE = 0o100666;

/** Unpacks an uncompressed tar below a folder. The tar's folders come before what they hold, or not at all. */
export function unpack(tar: Uint8Array, folder: string, files: MemoryFiles): void {
  const made = new Set<string>();
  const ensure = (directory: string): void => {
    if (made.has(directory)) return;
    if (directory !== folder) ensure(directory.slice(0, directory.lastIndexOf('/')));
    files.mkdir(directory);
    made.add(directory);
  };
  ensure(folder);
  for (let at = 0; at + BLOCK <= tar.length; ) {
    const { name, size, isFolder } = readHeader(tar.subarray(at, at + BLOCK));
    if (name === '') break;
    const path = `${folder}/${name}`;
    if (isFolder) ensure(path);
    else {
      ensure(path.slice(0, path.lastIndexOf('/')));
      const contents = tar.subarray(at + BLOCK, at + BLOCK + size);
      Object.assign(files.mknod(path, REGULAR_FILE, 0), { contents, usedBytes: size });
    }
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

const ascii = new TextDecoder('ascii');

function readHeader(header: Uint8Array): { name: string; size: number; isFolder: boolean } {
  const text = (start: number, end: number): string =>
    ascii.decode(header.subarray(start, end)).replace(/\0.*$/s, '');
  const name = text(0, 100);
  return {
    name: name.replace(/^\/+|\/+$/g, ''),
    size: Number.parseInt(text(124, 136), 8) || 0,
    isFolder: text(156, 157) === '5' || name.endsWith('/'),
  };
}
