// Raised in the process of the embedded database, before it starts: what is left of WebAssembly and of Node for code that
// a migration brings along. process.ts raises the rest, by the way in which it starts that process.

import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { Socket } from 'node:net';

/**
 * From now on WebAssembly is compiled of modules with these digests, and of the few bytes by which the loader calls a
 * function of JavaScript. Nothing that runs later can undo it.
 * @param digests SHA-256 in hexadecimal
 */
export function compileOnly(digests: Iterable<string>): void {
  const shipped = new Set(digests);
  const { Module, compile, instantiate } = WebAssembly;
  const checked = (source: unknown): Uint8Array<ArrayBuffer> => {
    const bytes = copyOf(source);
    if (!isTrampoline(bytes) && !shipped.has(createHash('sha256').update(bytes).digest('hex')))
      throw new WebAssembly.CompileError('this WebAssembly is none that Drift Gate ships');
    return bytes;
  };
  const GuardedModule = new Proxy(Module, { construct: (target, [source]) => new target(checked(source)) });
  const refuseStream = (): Promise<never> =>
    Promise.reject(new WebAssembly.CompileError('WebAssembly is not compiled of a stream here'));
  fix(Module.prototype, { constructor: GuardedModule });
  fix(WebAssembly, {
    Module: GuardedModule,
    compile: async (source: unknown) => await compile(checked(source)),
    instantiate: async (source: unknown, imports?: WebAssembly.Imports) =>
      await (source instanceof Module ? instantiate(source, imports) : instantiate(checked(source), imports)),
    compileStreaming: refuseStream,
    instantiateStreaming: refuseStream,
  });
  fix(globalThis, { WebAssembly });
}

/** A copy, which nobody changes between the look at it and its use. */
function copyOf(source: unknown): Uint8Array<ArrayBuffer> {
  if (source instanceof ArrayBuffer) return new Uint8Array(source.slice(0));
  if (!ArrayBuffer.isView(source)) throw new TypeError('WebAssembly is compiled of bytes');
  return new Uint8Array(new Uint8Array(source.buffer, source.byteOffset, source.byteLength));
}

function fix(target: object, values: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(values))
    Object.defineProperty(target, name, { value, writable: false, configurable: false });
}

const HEAD = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1];
/** Imports `f` of `e`, and exports it as `f`. */
const TAIL = [2, 7, 1, 1, 0x65, 1, 0x66, 0, 0, 7, 5, 1, 1, 0x66, 0, 0];
const FUNCTION_TYPE = 0x60;
/** i32, i64, f32, f64, externref. */
const VALUE_TYPES = new Set([0x7f, 0x7e, 0x7d, 0x7c, 0x6f]);
/** More parameters need a length of two bytes; no function of PostgreSQL has so many. */
const MOST_PARAMETERS = 100;

/** Whether bytes are, one by one, those that Emscripten's `convertJsFunctionToWasm` makes for their own signature. */
export function isTrampoline(bytes: Uint8Array): boolean {
  const count = bytes[HEAD.length + 3] ?? 0;
  if (count > MOST_PARAMETERS) return false;
  const start = HEAD.length + 4;
  const parameters = [...bytes.subarray(start, start + count)];
  const results = [...bytes.subarray(start + count + 1, bytes.length - TAIL.length)];
  if (results.length > 1 || ![...parameters, ...results].every((type) => VALUE_TYPES.has(type))) return false;
  const type = [1, FUNCTION_TYPE, count, ...parameters, results.length, ...results];
  const made = [...HEAD, type.length, ...type, ...TAIL];
  return made.length === bytes.length && made.every((byte, index) => byte === bytes[index]);
}

/**
 * Takes away what the permission model leaves: signals to other processes; connections, which no Node before 25 asks a
 * permission for, and through which Docker would obey; Node's own insides.
 */
export function withoutReach(): void {
  const nothing = (): never => {
    throw new Error('this process reaches no other one');
  };
  fix(Socket.prototype, { connect: nothing });
  fix(process, {
    kill: nothing,
    _kill: nothing,
    _debugProcess: nothing,
    // The loader of PGlite asks for the names of constants, by a call that the permission model refuses.
    binding: () => ({ fs: constants }),
  });
}
