// The process that the embedded database runs in: so that migrations find nothing in it, and the main process can parse
// while the database works. The other side is shadow.ts, which starts it by process.ts.

import { isKnownError, messageOf } from '../../errors.ts';
import { catalogObjects, installedExtensions } from '../catalog-objects.ts';
import { knownObjects, recordedVersions, serverVersion } from '../objects.ts';
import type { ServerError } from '../session.ts';
import { GENERATOR, generateTypes } from '../typegen.ts';
import { type EmbeddedDatabase, openEmbedded, shippedDigests } from './engine.ts';
import type { Message, Reply, Request, WorkerInput } from './messages.ts';
import { type FirstId, replay, restoreSession } from './replay.ts';
import { type Listener, serveOnLoopback } from './server.ts';
import { readTrace, traced } from './trace.ts';
import { compileOnly, withoutReach } from './walls.ts';

if (process.send === undefined) throw new Error('shadow-worker.ts runs as a process that shadow.ts starts');

// A terminal sends these to all processes at once. When the one that started this one ends, this one does.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('disconnect', () => process.exit());
process.on('uncaughtException', die);
process.once('message', (input: WorkerInput) => converse(open(input)));

const post = (message: Message): void => void process.send?.(message);

/** Raises the walls, then starts the database: what migrations bring along finds them raised. */
async function open({ extensions, walls }: WorkerInput): Promise<EmbeddedDatabase> {
  if (walls.onlyShippedModules) compileOnly(await shippedDigests());
  if (walls.confined) withoutReach();
  return await openEmbedded({ extensions });
}

/** One request after the other: a database in single-user mode has one conversation. */
function converse(opening: Promise<EmbeddedDatabase>): void {
  let conversation: Promise<unknown> = opening.catch(() => undefined);
  process.on('message', ({ id, request }: { id: number; request: Request }) => {
    conversation = conversation.then(async () => {
      try {
        post({
          id,
          reply: await answer(await opening, request, (progress) => post({ id, progress })),
        });
      } catch (error) {
        post({
          id,
          error: {
            message: messageOf(error),
            ...(isKnownError(error) && { remedy: error.words.remedy, blocker: error.blocker }),
          },
        });
      }
    });
  });
}

async function answer(
  database: EmbeddedDatabase,
  request: Request,
  onProgress: (done: number) => void,
): Promise<Reply> {
  switch (request.method) {
    case 'open':
      return { method: 'open', postgresVersion: await serverVersion(database) };
    case 'serve': {
      const { port: served } = await serveOnLoopback(database, request.avoidPort, listener);
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
    case 'catalogObjects':
      return { method: 'catalogObjects', built: await catalogObjects(database, firstIds) };
    case 'extensions':
      return { method: 'extensions', extensions: await installedExtensions(database) };
    case 'replay': {
      const onFile = (first: FirstId): void => void firstIds.push(first);
      return { method: 'replay', outcome: await replay(database, request.plan, onProgress, onFile) };
    }
    case 'trace': {
      const { status } = await replay(await traced(database), request.plan, onProgress);
      const trace = await readTrace(database);
      // The history alone makes events.
      return {
        method: 'trace',
        trace: { ...trace, isWhole: status === 'replayed' && trace.events.length > 0 },
      };
    }
    case 'generateTypes':
      return {
        method: 'generateTypes',
        text: await generateTypes(database, request.schemas),
        generator: GENERATOR,
      };
    case 'catalogue':
      return { method: 'catalogue', catalogue: await (await reader(database)).readCatalogue(database) };
    case 'rehearse':
      return {
        method: 'rehearse',
        catalogue: await (await reader(database)).rehearse(database, request.statements),
      };
    default:
      return request satisfies never;
  }
}

/** Loaded when it is asked for: a check does without it. */
async function reader(database: EmbeddedDatabase): Promise<typeof import('../catalogue.ts')> {
  const loaded = await import('../catalogue.ts');
  await loaded.helpPlanner(database);
  return loaded;
}

const firstIds: FirstId[] = [];
let refusal: ServerError | undefined;
const listener: Listener = {
  onBreak: die,
  onRefusal: (error) => {
    refusal = error;
  },
};

/** The server itself failed: with the process its socket goes, so that no client waits. */
function die(cause: unknown): void {
  process.send?.({ death: messageOf(cause) } satisfies Message, () => process.exit());
}
