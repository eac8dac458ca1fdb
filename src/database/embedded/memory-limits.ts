// How much memory the embedded database may take. A statement that wants more is refused, as on a server whose memory or
// disk is full: PGlite keeps its files in memory, and would go on until the machine gives out.

import { totalmem } from 'node:os';

const MIB = 2 ** 20;
const MACHINE = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY);

/** A part of the machine, up to so many MiB. */
const part = (share: number, most: number): number => Math.min(most, Math.floor((MACHINE * share) / MIB));

/** MiB of JavaScript's objects: answers that are read, catalogues. */
export const HEAP_LIMIT = part(1 / 4, 4096);

/** MiB of WebAssembly's memory: what the server allocates. PGlite starts with 128 and has no more than 2048. */
export const SERVER_LIMIT = Math.max(128, part(1 / 5, 2048));

/** MiB of files. While one grows, more than that is taken: its earlier copies are collected late. Four times, measured. */
export const FILES_LIMIT = part(1 / 10, 1024);

/** MiB that statements of one message may send, of which PGlite keeps all until the last has ended. */
const ANSWER_LIMIT = part(1 / 10, 1024);

interface Node {
  /** Bytes of a file, which has more room than it uses; what a folder holds; nothing. */
  contents: Uint8Array | Record<string, Node> | null;
}

interface Stream {
  node: Node;
}

interface FileOperations {
  node: { setattr(node: Node, attributes: { size?: number }): void };
  stream: {
    write(
      stream: Stream,
      buffer: unknown,
      offset: number,
      length: number,
      position: number,
      own?: boolean,
    ): number;
    allocate(stream: Stream, offset: number, length: number): void;
  };
}

/** The part of Emscripten's file system that is used. */
export interface LimitedFiles {
  root: Node;
  /** What is open, whether or not it was deleted. */
  streams: (Stream | null | undefined)[];
  filesystems: { MEMFS: { ops_table: { file: FileOperations } | null } };
  ErrnoError: new (code: number) => Error;
}

const DISK_FULL = 51;

/** From now on files grow to so many MiB in all, and what would make them grow further finds the disk full. */
export function limitFiles(files: LimitedFiles, limit = FILES_LIMIT): void {
  const { file } = files.filesystems.MEMFS.ops_table ?? {};
  if (file === undefined) throw new Error('PGlite no longer keeps its files in MEMFS');
  let held = sizeOfAll(files);
  const grow = <T>(node: Node, wanted: number, act: () => T): T => {
    const before = sizeOf(node);
    const isTooMuch = (): boolean => held + wanted - before > limit * MIB;
    // What was deleted is noticed when it matters.
    if (wanted > before && isTooMuch()) held = sizeOfAll(files);
    if (wanted > before && isTooMuch()) throw new files.ErrnoError(DISK_FULL);
    const result = act();
    held += sizeOf(node) - before;
    return result;
  };
  const { setattr } = file.node;
  const { write, allocate } = file.stream;
  file.node.setattr = (node, attributes) => grow(node, attributes.size ?? 0, () => setattr(node, attributes));
  file.stream.allocate = (stream, offset, length) =>
    grow(stream.node, offset + length, () => allocate(stream, offset, length));
  file.stream.write = (stream, buffer, offset, length, position, own) =>
    grow(stream.node, position + length, () => write(stream, buffer, offset, length, position, own));
}

const sizeOf = ({ contents }: Node): number => (contents instanceof Uint8Array ? contents.length : 0);

function sizeOfAll({ root, streams }: LimitedFiles): number {
  const seen = new Set<Node>();
  const visit = (node: Node): void => {
    if (seen.has(node)) return;
    seen.add(node);
    if (node.contents && !(node.contents instanceof Uint8Array)) Object.values(node.contents).forEach(visit);
  };
  visit(root);
  for (const stream of streams) if (stream) visit(stream.node);
  return [...seen].reduce((sum, node) => sum + sizeOf(node), 0);
}

type Callback = (address: number, length: number) => number;

/** The part of the server by which PGlite hears what it sends. */
export interface SendingServer {
  addFunction(callback: Callback, signature: string): number;
  _pgl_set_rw_cbs(read: number, write: number): void;
}

/** How much a server has sent. */
export class Sent {
  #bytes = 0;
  readonly #limit: number;

  constructor(mib = ANSWER_LIMIT) {
    this.#limit = mib;
  }

  /** What was sent is kept no longer. */
  forget(): void {
    this.#bytes = 0;
  }

  /** Counts what the server will send, before PGlite does anything about it. From the limit on nothing goes out. */
  countOf(server: SendingServer): void {
    const { addFunction, _pgl_set_rw_cbs: setCallbacks } = server;
    const callbacks = new Map<number, Callback>();
    server.addFunction = (callback, signature) => {
      const address = addFunction(callback, signature);
      callbacks.set(address, callback);
      return address;
    };
    server._pgl_set_rw_cbs = (read, write) => {
      const send = callbacks.get(write);
      if (send === undefined) throw new Error('PGlite no longer hears of the server by a function');
      const counted: Callback = (address, length) => {
        this.#bytes += length;
        this.check();
        return send(address, length);
      };
      setCallbacks(read, addFunction(counted, 'iii'));
    };
  }

  /** Throws when more was sent than may be. PGlite catches what is thrown while a statement runs, so this is asked again. */
  check(): void {
    if (this.#bytes > this.#limit * MIB) throw new Error(`it sent more than ${this.#limit} MiB`);
  }
}
