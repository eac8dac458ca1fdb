// A pooler in transaction mode, told by what it does: sessions of its clients share processes of the server.

import type { Connection } from './connection.ts';

/** A session pooler that has nobody left to serve a second session keeps it waiting. */
const PATIENCE_MS = 5_000;

const OFTEN = 3;

/**
 * Whether a session is moved to another process from one transaction to the next.
 * @param another opens a second session, which is asked for only when there is a pooler between
 */
export async function movesSessions(
  session: Connection,
  another: () => Promise<Connection>,
): Promise<boolean> {
  const process = await processOf(session);
  if (process === session.process) return false;
  // Where a second session can't be had, nothing is known, and no harm done: what is set ends with the transaction.
  const second = await another().catch(() => undefined);
  if (second === undefined) return false;
  try {
    await second.ask('begin read only');
    if ((await soon(processOf(second))) === process) return true;
    for (let time = 0; time < OFTEN; time += 1) if ((await processOf(session)) !== process) return true;
    return false;
  } catch {
    return false;
  } finally {
    await second.end();
  }
}

async function processOf({ ask }: Connection): Promise<unknown> {
  const { rows } = await ask('select pg_catalog.pg_backend_pid() as process');
  const [row] = rows;
  return typeof row === 'object' && row !== null ? Reflect.get(row, 'process') : undefined;
}

function soon<T>(answer: Promise<T>): Promise<T | undefined> {
  let patience: NodeJS.Timeout | undefined;
  const tired = new Promise<undefined>((resolve) => {
    patience = setTimeout(() => resolve(undefined), PATIENCE_MS);
  });
  return Promise.race([answer, tired]).finally(() => clearTimeout(patience));
}
