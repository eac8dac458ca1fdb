// A Session over a socket to a server that trusts everyone, speaking the protocol that the replay speaks.

import { connect, type Socket } from 'node:net';
import { pipeline, simpleQuery } from '../../src/database/embedded/protocol.ts';
import type { QueryOutcome, ServerError, Session } from '../../src/database/session.ts';

interface Answer {
  letter: string;
  body: Buffer;
}

/** Connects; whoever opens it closes it. */
export async function openWire(url: string): Promise<Session & { close(): void }> {
  const { hostname, port, username, pathname } = new URL(url);
  const socket = connect(Number(port), hostname);
  const answers = conversationOn(socket);
  await answers(startup(username, pathname.slice(1)));
  const send = async (bytes: Uint8Array): Promise<QueryOutcome> => outcomeOf(await answers(bytes));
  return {
    run: (sql) => send(simpleQuery(sql)),
    runBatch: (statements) => send(pipeline(statements)),
    query: async (sql) => ({ rows: rowsOf(await answers(simpleQuery(asJson(sql)))) }),
    close: () => socket.destroy(),
  };
}

function startup(user: string, database: string): Uint8Array {
  const body = Buffer.from(`user\0${user}\0database\0${database}\0\0`);
  const head = Buffer.alloc(8);
  head.writeInt32BE(body.length + 8, 0);
  head.writeInt32BE(196_608, 4);
  return Buffer.concat([head, body]);
}

/** Sends bytes, each when those before are answered, and gives all that the server says until it is ready again. */
function conversationOn(socket: Socket): (bytes: Uint8Array) => Promise<Answer[]> {
  let last: Promise<unknown> = Promise.resolve();
  let unread = Buffer.alloc(0);
  let said: Answer[] = [];
  let settle: { resolve(answers: Answer[]): void; reject(error: Error): void } | undefined;
  const fail = (error: Error): void => settle?.reject(error);
  socket.on('error', fail).on('close', () => fail(new Error('the server closed the connection')));
  socket.on('data', (bytes) => {
    unread = Buffer.concat([unread, Buffer.from(bytes)]);
    while (unread.length >= 5 && unread.length > unread.readInt32BE(1)) {
      const end = unread.readInt32BE(1) + 1;
      const answer = { letter: unread.toString('latin1', 0, 1), body: unread.subarray(5, end) };
      unread = unread.subarray(end);
      said.push(answer);
      if (answer.letter !== 'Z') continue;
      settle?.resolve(said);
      said = [];
    }
  });
  const ask = (bytes: Uint8Array): Promise<Answer[]> =>
    new Promise((resolve, reject) => {
      settle = { resolve, reject };
      socket.write(bytes);
    });
  return (bytes) => {
    const answer = last.then(() => ask(bytes));
    last = answer.catch(() => undefined);
    return answer;
  };
}

function outcomeOf(answers: readonly Answer[]): QueryOutcome {
  const completed = answers.filter(({ letter }) => letter === 'C' || letter === 'I').length;
  const error = answers.find(({ letter }) => letter === 'E');
  return error === undefined ? { completed } : { completed, error: errorOf(error) };
}

/** The fields of an error, each a letter and a text. */
function errorOf({ body }: Answer): ServerError {
  const fields = new Map(
    body
      .toString('utf8')
      .split('\0')
      .map((field) => [field.slice(0, 1), field.slice(1)]),
  );
  return {
    sqlState: fields.get('C') ?? 'XX000',
    message: fields.get('M') ?? '',
    detail: fields.get('D'),
    hint: fields.get('H'),
    where: fields.get('W'),
    position: Number(fields.get('P') ?? 0) || undefined,
  };
}

/** One row of JSON, so that values come with their types. */
const asJson = (sql: string): string =>
  `select coalesce(json_agg(row_to_json(one)), '[]') from (${sql.trim().replace(/;$/, '')}\n) one`;

function rowsOf<Row>(answers: readonly Answer[]): Row[] {
  const error = answers.find(({ letter }) => letter === 'E');
  if (error) throw new Error(errorOf(error).message);
  const row = answers.find(({ letter }) => letter === 'D');
  // A DataRow: how many values (two bytes), the value's length (four), the value.
  return row === undefined ? [] : JSON.parse(row.body.toString('utf8', 6));
}
