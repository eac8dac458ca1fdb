// Serves the embedded database to the Supabase CLI, on a loopback port that is free and not the project's own: a URL
// with that one would mean the local stack to the CLI. The only user of pglite-socket.

import type { EmbeddedDatabase } from './embedded.ts';

type PGlite = EmbeddedDatabase['pglite'];

/** The CLI holds several connections at once. */
const MAX_CONNECTIONS = 20;

const HOST = '127.0.0.1';

/**
 * Listens until the process or the thread ends, and gives the port.
 * @param onBreak is told that the server itself failed, after which the socket would keep its clients waiting for ever
 */
export async function serveOnLoopback(
  pglite: PGlite,
  avoid: number,
  onBreak: (cause: unknown) => void,
): Promise<number> {
  const { PGLiteSocketServer } = await import('@electric-sql/pglite-socket');
  const db = reportingBreaks(pglite, onBreak);
  const listen = async (): Promise<{ port: number; stop(): Promise<void> }> => {
    const server = new PGLiteSocketServer({ db, host: HOST, port: 0, maxConnections: MAX_CONNECTIONS });
    await server.start();
    return { port: Number(server.getServerConn().split(':').at(-1)), stop: () => server.stop() };
  };
  const first = await listen();
  if (first.port !== avoid) return first.port;
  const second = await listen();
  await first.stop();
  return second.port;
}

/** The database, which tells when it throws: a refused statement does not. */
const reportingBreaks = (pglite: PGlite, onBreak: (cause: unknown) => void): PGlite =>
  new Proxy(pglite, {
    get(target, name) {
      if (name === 'execProtocolRawStream') {
        const stream: PGlite['execProtocolRawStream'] = async (...given) => {
          try {
            await target.execProtocolRawStream(...given);
          } catch (cause) {
            onBreak(cause);
            throw cause;
          }
        };
        return stream;
      }
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
