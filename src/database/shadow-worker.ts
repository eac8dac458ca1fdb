// The thread that the embedded database runs in, so that the main thread can parse while the database works.
// The other side is shadow.ts.

import { parentPort, workerData } from 'node:worker_threads';
import { isKnownError, messageOf } from '../errors.ts';
import { builtObjects, builtParts } from './built-objects.ts';
import { openEmbedded } from './embedded.ts';
import { knownObjects, recordedVersions, serverVersion } from './objects.ts';
import { replay, restoreSession } from './replay.ts';
import { type Listener, serveOnLoopback } from './server.ts';
import type { ServerError } from './session.ts';
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
    case 'open':
      return { method: 'open', postgresVersion: await serverVersion(database) };
    case 'serve': {
      const { port: served } = await serveOnLoopback(database.pglite, request.avoidPort, listener);
      return { method: 'serve', port: served };
    }
    case 'takeOver':
      // There is one session, and whoever used it over the socket may have left it in a transaction or another role.
      await restoreSession(database);
      return { method: 'takeOver', ...(refusal && { refusal }) };
    case 'recordedVersions':
      return { method: 'recordedVersions', versions: await recordedVersions(database) };
    case 'objects':
      return { method: 'objects', objects: await knownObjects(database) };
    case 'builtObjects':
      return { method: 'builtObjects', built: await builtObjects(database, request.migrations) };
    case 'builtParts':
      return { method: 'builtParts', parts: await builtParts(database, request.migrations) };
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
    case 'catalogue':
      return { method: 'catalogue', catalogue: await (await reader()).readCatalogue(database) };
    case 'rehearse':
      return {
        method: 'rehearse',
        catalogue: await (await reader()).rehearse(database, request.statements),
      };
    default:
      return request satisfies never;
  }
}

/** Loaded when it is asked for: a check does without it. */
async function reader(): Promise<typeof import('./catalogue.ts')> {
  const loaded = await import('./catalogue.ts');
  await loaded.helpPlanner(await opening);
  return loaded;
}

let refusal: ServerError | undefined;
const listener: Listener = {
  onBreak: end,
  onRefusal: (error) => {
    refusal = error;
  },
};

/** The server itself failed: with the thread its socket goes, so that no client waits. */
function end(cause: unknown): void {
  setImmediate(() => {
    throw cause;
  });
}
