// Serves the embedded database to the Supabase CLI, on a loopback port that is free and not the project's own: a URL
// with that one would mean the local stack to the CLI. The only user of pglite-socket.

import type { ServerError } from '../session.ts';
import type { EmbeddedDatabase } from './engine.ts';

type Served = Pick<EmbeddedDatabase, 'pglite' | 'checkSent'>;
type PGlite = Served['pglite'];

/** The CLI holds several connections at once. */
const MAX_CONNECTIONS = 20;

const HOST = '127.0.0.1';

export interface Listener {
  /** The server itself failed, after which the socket would keep its clients waiting for ever. */
  onBreak(cause: unknown): void;
  /** A statement was refused: the CLI does not pass on all that the server says of it. */
  onRefusal(error: ServerError): void;
}

export interface Serving {
  port: number;
  stop(): Promise<void>;
}

/** Listens until it is stopped, or the process ends. */
export async function serveOnLoopback(database: Served, avoid: number, listener: Listener): Promise<Serving> {
  const { PGLiteSocketServer } = await import('@electric-sql/pglite-socket');
  const db = overheard(database, listener);
  const listen = async (): Promise<Serving> => {
    const server = new PGLiteSocketServer({ db, host: HOST, port: 0, maxConnections: MAX_CONNECTIONS });
    await server.start();
    return { port: Number(server.getServerConn().split(':').at(-1)), stop: () => server.stop() };
  };
  const first = await listen();
  if (first.port !== avoid) return first;
  const second = await listen();
  await first.stop();
  return second;
}

/** The database, with somebody listening to what it answers. */
const overheard = (database: Served, listener: Listener): PGlite =>
  new Proxy(database.pglite, {
    get(target, name) {
      if (name === 'execProtocolRawStream') return streamOf(database, listener);
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

const streamOf =
  ({ pglite, checkSent }: Served, { onBreak, onRefusal }: Listener): PGlite['execProtocolRawStream'] =>
  async (message, options) => {
    let answer: Uint8Array[] = [];
    const onRawData = (data: Uint8Array): void => {
      answer = [...answer, data.slice()].slice(-LAST_PIECES);
      options?.onRawData(data);
    };
    try {
      await pglite.execProtocolRawStream(message, { ...options, onRawData }).finally(checkSent);
    } catch (cause) {
      onBreak(cause);
      throw cause;
    }
    const refusal = lastRefusal(Buffer.concat(answer));
    if (refusal) onRefusal(refusal);
  };

/** An error is the end of an answer, and rows before it may be many. */
const LAST_PIECES = 4;

/** ErrorResponse: a letter, a length, then fields of a letter and a text each. */
const ERROR_RESPONSE = /E[\s\S]{4}(S(?:ERROR|FATAL|PANIC)\0V[\s\S]*?)\0\0/g;

/** The error at the end of an answer. Source: PostgreSQL's manual, "Error and Notice Message Fields". */
function lastRefusal(answer: Buffer): ServerError | undefined {
  const found = [...answer.toString('latin1').matchAll(ERROR_RESPONSE)].at(-1)?.[1];
  if (found === undefined) return undefined;
  const fields = new Map(
    found
      .split('\0')
      .map((field) => [field.charAt(0), Buffer.from(field.slice(1), 'latin1').toString('utf8')]),
  );
  return { sqlState: fields.get('C') ?? '', message: fields.get('M') ?? '', hint: fields.get('H') };
}
