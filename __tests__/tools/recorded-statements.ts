// Statements on their way to a server: a relay on a loopback port writes down what a client sends in plain text.

import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

export interface Recorder {
  /** As the one that it leads to, without encryption. */
  url: string;
  /** Texts of all statements so far, in order. */
  statements: string[];
  stop(): Promise<void>;
}

/** Starts one. The caller stops it. */
export async function recordStatements(target: string): Promise<Recorder> {
  const { hostname, port } = new URL(target);
  const statements: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const behind = connect(Number(port), hostname);
    const read = statementsIn();
    for (const socket of [client, behind]) {
      sockets.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        client.destroy();
        behind.destroy();
      });
    }
    client.on('data', (bytes) => statements.push(...read(Buffer.from(bytes))));
    client.pipe(behind);
    behind.pipe(client);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  const url = new URL(target);
  url.port = String(typeof address === 'object' && address ? address.port : 0);
  return {
    url: url.href,
    statements,
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Messages of a client after the first, which has no letter: `Q` a text, `P` a name and a text. */
function statementsIn(): (bytes: Buffer) => string[] {
  let unread = Buffer.alloc(0);
  let isFirst = true;
  return (bytes) => {
    unread = Buffer.concat([unread, bytes]);
    const found: string[] = [];
    for (;;) {
      const head = isFirst ? 0 : 1;
      if (unread.length < head + 4) return found;
      const end = head + unread.readInt32BE(head);
      if (unread.length < end) return found;
      const letter = isFirst ? '' : unread.toString('latin1', 0, 1);
      const [name = '', text = ''] = unread.toString('utf8', head + 4, end).split('\0');
      if (letter === 'Q') found.push(name);
      if (letter === 'P') found.push(text);
      unread = unread.subarray(end);
      isFirst = false;
    }
  };
}
