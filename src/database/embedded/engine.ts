// PGlite, PostgreSQL compiled to WebAssembly, started from the snapshot of the Supabase platform. The only user of PGlite.

import { readFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { type ParserOptions, PGlite } from '@electric-sql/pglite';
import type { Filesystem } from '@electric-sql/pglite/basefs';
import pgTypes from 'pg-types';
import { messageOf } from '../../errors.ts';
import { bundlesFor } from '../platform/bundles.ts';
import { layVersions } from '../platform/extension-versions.ts';
import { unpack } from '../platform/snapshot-files.ts';
import { startParams } from '../platform/start.ts';
import { DatabaseStopped, type QueryOutcome, type Session } from '../session.ts';
import { limitFiles, SERVER_LIMIT, Sent } from './memory-limits.ts';
import { pipeline, simpleQuery } from './protocol.ts';
import { startFailure } from './start-failure.ts';

/** Where the snapshot, the server and the extensions lie: beside the built code, or in dist/ for the sources. */
const ASSETS = new URL(
  import.meta.url.endsWith('.ts') ? '../../../dist/platform/' : './platform/',
  import.meta.url,
);

/** PGlite wants a module for initdb, which never runs here; these eight bytes are the smallest one. */
const NO_INITDB = new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));

export interface EmbeddedDatabase extends Session {
  /** The instance itself, for a socket server. */
  readonly pglite: PGlite;
  /** Throws when what it sent to the clients of a socket is too much to keep, as PGlite does. */
  checkSent(): void;
  exec(sql: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts a database that holds the platform and nothing else. The caller closes it.
 * @param extensions names whose files must be on hand for `create extension`; what they require comes with them
 * @param files MiB that its files may take in all
 * @param answers MiB that it may send for one message, or in all to clients of its socket
 * @throws EnvironmentError when the database does not start
 */
export async function openEmbedded(options: {
  extensions: readonly string[];
  files?: number | undefined;
  answers?: number | undefined;
}): Promise<EmbeddedDatabase> {
  const sent = new Sent(options.answers);
  try {
    return asSession(await start(options, sent), sent);
  } catch (error) {
    throw startFailure(error);
  }
}

async function start(
  { extensions, files: limit }: Parameters<typeof openEmbedded>[0],
  sent: Sent,
): Promise<PGlite> {
  // A run is too short for optimised WebAssembly to pay: compiling it took more than half of all processor time,
  // and 70 migrations were replayed in 0.5 s without it, in 2.4 s with it.
  setFlagsFromString('--liftoff-only');
  const asset = (name: string): Promise<Buffer<ArrayBuffer>> => readFile(new URL(name, ASSETS));
  const [pgliteWasmModule, files, snapshot, bundles] = await Promise.all([
    asset('pglite.wasm').then((bytes) => WebAssembly.compile(bytes)),
    asset('pglite.data'),
    asset('snapshot.tar'),
    asset('extensions.json').then((json) => bundlesFor(extensions, json.toString('utf8'))),
  ]);
  const pglite = await PGlite.create({
    pgliteWasmModule,
    initdbWasmModule: NO_INITDB,
    fsBundle: new Blob([files]),
    fs: filesOf(snapshot, sent),
    startParams: startParams(PGlite.defaultStartParams),
    extensions: Object.fromEntries(
      bundles.map((file) => {
        const bundlePath = new URL(`extensions/${file}`, ASSETS);
        // PGlite tells PostGIS where its projections lie, without which it computes nothing, only under this name.
        const name = file.replace(/\.tar\.gz$/, '');
        return [name, { name, setup: async () => ({ bundlePath }) }];
      }),
    ),
  });
  layVersions(extensions, pglite.Module.FS);
  limitFiles(pglite.Module.FS, limit);
  // What is written there is kept for a caller of PGlite, outside of the files.
  pglite.Module.FS.unlink('/dev/blob');
  return pglite;
}

const PAGES_A_MIB = 16;

/** What PGlite starts with, 128 MiB. */
const INITIAL_PAGES = 128 * PAGES_A_MIB;

/** SHA-256 of every WebAssembly module that the server and its extensions are made of, as the build wrote them down. */
export async function shippedDigests(): Promise<string[]> {
  const digests: Record<string, string> = JSON.parse(await readFile(new URL('modules.json', ASSETS), 'utf8'));
  return Object.values(digests);
}

/** A file system in memory that holds the snapshot from the start. PGlite asks it for what else its server starts with. */
function filesOf(snapshot: Uint8Array, sent: Sent): Filesystem {
  let server: PGlite | undefined;
  return {
    init: async (pglite, emscriptenOpts) => {
      server = pglite;
      const maximum = SERVER_LIMIT * PAGES_A_MIB;
      const wasmMemory = new WebAssembly.Memory({ initial: Math.min(INITIAL_PAGES, maximum), maximum });
      const preRun = [...(emscriptenOpts.preRun ?? []), (module: PGlite['Module']) => sent.countOf(module)];
      return { emscriptenOpts: { ...emscriptenOpts, preRun, wasmMemory } };
    },
    initialSyncFs: async () => {
      if (server) unpack(snapshot, PGlite.paths.PGDATA, server.Module.FS);
    },
    syncToFs: async () => undefined,
    closeFs: async () => server?.Module.FS.quit(),
    dumpTar: () => Promise.reject(new Error('the shadow database is never dumped')),
  };
}

function asSession(pglite: PGlite, sent: Sent): EmbeddedDatabase {
  const parsers = parsersOfPg(pglite);
  return {
    pglite,
    checkSent: () => sent.check(),
    run: (sql) => send(pglite, sent, simpleQuery(sql), 1),
    runBatch: (statements) => send(pglite, sent, pipeline(statements), statements.length),
    query: (sql) => {
      sent.forget();
      return pglite.query(sql, [], { parsers });
    },
    exec: async (sql) => {
      sent.forget();
      await pglite.exec(sql);
    },
    close: () => pglite.close(),
  };
}

/** No type that pg reads in a way of its own has a higher id in PostgreSQL's catalogue. */
const LAST_READ = 4000;

/** PGlite reads bigints, names, dates and lists otherwise than pg does. A session gives equal values over both. */
function parsersOfPg({ parsers }: PGlite): ParserOptions {
  const types = new Set([...Array(LAST_READ).keys(), ...Object.keys(parsers).map(Number)]);
  return Object.fromEntries([...types].map((type) => [type, pgTypes.getTypeParser(type)]));
}

/** As ReadyForQuery tells it. Source: PostgreSQL's manual, "Message Formats". */
const NO_TRANSACTION = 'I';

/** Sends messages, and counts the statements that the server completed before it refused one, if it did. */
async function send(pglite: PGlite, sent: Sent, bytes: Uint8Array, atLeast: number): Promise<QueryOutcome> {
  sent.forget();
  const messages = await pglite
    .execProtocolStream(bytes, { throwOnError: false, syncToFs: false })
    .finally(() => sent.check())
    .catch((cause: unknown) => {
      throw new DatabaseStopped(messageOf(cause), { cause });
    });
  const completed = messages.filter(({ name }) => name === 'commandComplete' || name === 'emptyQuery').length;
  const failure = messages.find((message) => message.name === 'error');
  // A server that left a statement by a jump out of WebAssembly says nothing of it, which must not count as done.
  const ready = messages.find(({ name }) => name === 'readyForQuery');
  if (ready === undefined || (failure === undefined && completed < atLeast)) {
    throw new DatabaseStopped('it gave no answer');
  }
  const isOpen = Reflect.get(ready, 'status') !== NO_TRANSACTION;
  if (failure === undefined) return { completed, ...(isOpen && { isOpen }) };
  const field = (name: string): string | undefined => {
    const value: unknown = Reflect.get(failure, name);
    return typeof value === 'string' ? value : undefined;
  };
  return {
    completed,
    ...(isOpen && { isOpen }),
    error: {
      sqlState: field('code') ?? 'XX000',
      message: field('message') ?? 'the server gave no message',
      detail: field('detail'),
      hint: field('hint'),
      where: field('where'),
      position: Number(field('position') ?? 0) || undefined,
    },
  };
}
