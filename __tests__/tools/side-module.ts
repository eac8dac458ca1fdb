// A library of WebAssembly as Emscripten makes them, by hand: all it holds is a text, which the loader of PGlite takes for
// JavaScript and evaluates while it loads it.

const u32 = (value: number): number[] =>
  value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...u32(Math.floor(value / 0x80))];
const sized = (bytes: readonly number[]): number[] => [...u32(bytes.length), ...bytes];
const text = (words: string): number[] => sized([...new TextEncoder().encode(words)]);
const section = (id: number, bytes: readonly number[]): number[] => [id, ...sized(bytes)];

const I32 = 0x7f;
const I32_CONST = 0x41;
const GLOBAL_GET = 0x23;
const END = 0x0b;

/**
 * @param javascript an expression
 * @param needed the libraries that the loader is to load before
 */
export function sideModule(javascript: string, needed: readonly string[] = []): Uint8Array {
  // An arrow function that nobody calls, and after the comma what the loader thereby runs.
  const data = [...new TextEncoder().encode(`(void)<::>0, ${javascript}`), 0];
  const memoryInfo = sized([...u32(data.length), 0, 0, 0]);
  const neededLibraries = sized([...u32(needed.length), ...needed.flatMap(text)]);
  return new Uint8Array([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...section(0, [...text('dylink.0'), 1, ...memoryInfo, 2, ...neededLibraries]),
    ...section(2, [
      2,
      ...[...text('env'), ...text('memory'), 2, 0, 0],
      ...[...text('env'), ...text('__memory_base'), 3, I32, 0],
    ]),
    ...section(6, [1, I32, 0, I32_CONST, 0, END]),
    ...section(7, [1, ...text('__em_js__text'), 3, 1]),
    ...section(11, [1, 0, GLOBAL_GET, 0, END, ...sized(data)]),
  ]);
}

/** SQL that brings bytes into the server's file system, and loads them. */
export const loading = (bytes: Uint8Array, file = '/tmp/brought.so'): string =>
  `${exporting(`decode('${Buffer.from(bytes).toString('hex')}', 'hex')`, file)}
load '${file}';`;

/** SQL that writes a value of type bytea into a file of the server's file system. */
export const exporting = (bytea: string, file: string): string => `select lo_from_bytea(4711, ${bytea});
select lo_export(4711, '${file}');
select lo_unlink(4711);`;
