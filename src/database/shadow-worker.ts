// The thread that the embedded database runs in, so that the main thread can parse while the database works.
// The other side is shadow.ts.

import { parentPort, workerData } from 'node:worker_threads';
import { isKnownError, messageOf } from '../errors.ts';
import type { KnownObject } from '../migrations/migration.ts';
import { builtObjects } from './built-objects.ts';
import { openEmbedded } from './embedded.ts';
import { replay } from './replay.ts';
import type { Message, Reply, Request, WorkerInput } from './shadow-protocol.ts';
import { GENERATOR, generateTypes } from './typegen.ts';

const port = parentPort;
if (!port) throw new Error('shadow-worker.ts runs as a worker thread');

const { extensions }: WorkerInput = workerData;
const opening = openEmbedded({ extensions });
const post = (message: Message): void => port.postMessage(message);

/** One request after the other: a database in single-user mode has one conversation. */
let conversation: Promise<unknown> = opening.catch(() => undefined);

port.on('message', ({ id, request }: { id: number; request: Request }) => {
  conversation = conversation.then(async () => {
    try {
      post({
        id,
        reply: await answer(request, (progress) => post({ id, progress })),
      });
    } catch (error) {
      post({
        id,
        error: {
          message: messageOf(error),
          ...(isKnownError(error) && { remedy: error.remedy, blocker: error.blocker }),
        },
      });
    }
  });
});

async function answer(request: Request, onProgress: (done: number) => void): Promise<Reply> {
  const database = await opening;
  switch (request.method) {
    case 'open': {
      const { rows } = await database.query<{ server_version: string }>('show server_version');
      return { method: 'open', postgresVersion: rows[0]?.server_version ?? 'unknown' };
    }
    case 'objects': {
      const { rows } = await database.query<KnownObject>(OBJECTS);
      return { method: 'objects', objects: rows };
    }
    case 'builtObjects':
      return { method: 'builtObjects', built: await builtObjects(database) };
    case 'replay':
      return {
        method: 'replay',
        outcome: await replay(database, request.plan, onProgress),
      };
    case 'generateTypes':
      return {
        method: 'generateTypes',
        text: await generateTypes(database, request.schemas),
        generator: GENERATOR,
      };
    default:
      return request satisfies never;
  }
}

const OBJECTS = `
select 'relation' as kind, n.nspname as schema, c.relname as name
  from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
 where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
union all
select 'type', n.nspname, t.typname
  from pg_catalog.pg_type t join pg_catalog.pg_namespace n on n.oid = t.typnamespace
union all
select 'schema', n.nspname, n.nspname from pg_catalog.pg_namespace n`;
