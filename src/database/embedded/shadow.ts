// The embedded shadow database as commands see it: each call is a message to the process that the database runs in.

import { EnvironmentError } from '../../errors.ts';
import type { Trace } from '../../migrations/blame/trace.ts';
import { REPLAY_ELSEWHERE } from '../../options/table.ts';
import type { ReplayPlan, ShadowDatabase } from '../../ports.ts';
import type { Project } from '../../project/project.ts';
import { extensionsNamedIn } from '../platform/bundles.ts';
import type { Message, Reply, Request, Trouble, WorkerInput } from './messages.ts';
import { ALL_WALLS, endOf, type ProcessOptions, startProcess } from './process.ts';
import { MINUTES_A_FILE, watched } from './replay-watch.ts';
import { startFailure } from './start-failure.ts';

/** Starts the database with the extensions that the plan names. It boots while the caller goes on. */
export const openShadow = (
  _project: Project,
  plan: ReplayPlan,
  minutesAFile = MINUTES_A_FILE,
  options: Partial<ProcessOptions> = {},
): ShadowDatabase => {
  const worker = startWorker(plan, options);
  return {
    postgresVersion: async () => (await worker.ask({ method: 'open' })).postgresVersion,
    replay: (asked, onProgress) =>
      watched(
        asked,
        { minutes: minutesAFile, onProgress, ...worker },
        async (passed) => (await worker.ask({ method: 'replay', plan: asked }, passed)).outcome,
      ),
    objects: async () => (await worker.ask({ method: 'objects' })).objects,
    catalogObjects: async () => (await worker.ask({ method: 'catalogObjects' })).built,
    extensions: async () => (await worker.ask({ method: 'extensions' })).extensions,
    generateTypes: (schemas) => worker.ask({ method: 'generateTypes', schemas }),
    ...structureOf(worker),
    close: worker.close,
  };
};

/** Replays in a database of its own that keeps a trace, and ends it. */
export async function replayTraced(plan: ReplayPlan, minutes = MINUTES_A_FILE): Promise<Trace> {
  const worker = startWorker(plan);
  try {
    const { trace } = await watched(plan, { minutes, onProgress: () => undefined, ...worker }, (passed) =>
      worker.ask({ method: 'trace', plan }, passed),
    );
    return trace;
  } catch {
    return { isWhole: false, events: [], states: [] };
  } finally {
    await worker.close();
  }
}

/** What a process answers about the structure of its database. */
export const structureOf = (worker: DatabaseWorker): Pick<ShadowDatabase, 'catalogue' | 'rehearse'> => ({
  catalogue: async () => (await worker.ask({ method: 'catalogue' })).catalogue,
  rehearse: async (statements) => (await worker.ask({ method: 'rehearse', statements })).catalogue,
});

/** A message about one request. */
type Answer = Extract<Message, { id: number }>;

type ReplyTo<M extends Request['method']> = Extract<Reply, { method: M }>;

/** The process of an embedded database. */
export interface DatabaseWorker {
  ask<M extends Request['method']>(
    request: Extract<Request, { method: M }>,
    onProgress?: (done: number) => void,
  ): Promise<ReplyTo<M>>;
  /** Ends the process; every question that is open, or comes later, is answered with why. */
  end(trouble: Trouble): void;
  ranOutOfMemory(): boolean;
  close(): Promise<void>;
}

/** Starts the embedded database, with the extensions that a plan's texts name, in a process of its own. */
export function startWorker(
  { roles = '', migrations }: ReplayPlan,
  { walls = ALL_WALLS, listens = false, ...options }: Partial<ProcessOptions> = {},
): DatabaseWorker {
  const child = startProcess({ walls, listens, ...options });
  const waiting = new Map<number, (message: Answer) => void>();
  let lastId = 0;
  let isUp = false;
  let hasRunOut = false;
  let broken: Trouble | undefined;
  const breakOff = (trouble: Trouble): void => {
    broken ??= trouble;
    for (const [id, settle] of waiting) settle({ id, error: broken });
  };
  const fail = (cause: Error): void =>
    breakOff(isUp ? { message: cause.message } : wordsOf(startFailure(cause)));
  const send = (message: WorkerInput | { id: number; request: Request }): void => {
    // Why it can't be sent is told when the process ends.
    child.send(message, () => undefined);
  };
  child.on('message', (message: Message) => {
    if ('death' in message) return fail(new Error(message.death));
    isUp = true;
    waiting.get(message.id)?.(message);
  });
  const ended = endOf(child).then(({ isOutOfMemory, isKilled, words }) => {
    hasRunOut = broken === undefined && isOutOfMemory;
    if (hasRunOut) breakOff(isKilled ? KILLED : NO_MEMORY);
    else fail(new Error(words));
  });
  send({ extensions: extensionsNamedIn([roles, ...migrations.map(({ sql }) => sql)]), walls });
  return {
    ask: (request, onProgress) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        const settle = (message: Answer): void => {
          if ('progress' in message) {
            onProgress?.(message.progress);
            return;
          }
          waiting.delete(id);
          if ('error' in message) reject(databaseFailed(message.error));
          else if (answers(message.reply, request.method)) resolve(message.reply);
        };
        waiting.set(id, settle);
        if (broken) settle({ id, error: broken });
        else send({ id, request });
      }),
    end: (trouble) => {
      breakOff(trouble);
      child.kill('SIGKILL');
    },
    ranOutOfMemory: () => hasRunOut,
    close: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

const NO_MEMORY: Trouble = {
  message: 'The embedded database ran out of memory.',
  remedy: REPLAY_ELSEWHERE,
};

/** By the system, or by somebody: nobody says which. */
const KILLED: Trouble = {
  ...NO_MEMORY,
  message: 'The embedded database was killed (SIGKILL), most likely for want of memory.',
};

const wordsOf = ({ message, words: { remedy } }: EnvironmentError): Trouble => ({ message, remedy });

const answers = <M extends Request['method']>(reply: Reply, method: M): reply is ReplyTo<M> =>
  reply.method === method;

function databaseFailed({ message, remedy, blocker }: Trouble): EnvironmentError {
  return new EnvironmentError({
    message: remedy === undefined ? `The embedded database stopped: ${message}.` : message,
    remedy: remedy ?? 'Run again; if it stays, report it with the migrations that cause it.',
    ...(blocker && { blocker }),
  });
}
