// The embedded shadow database as commands see it: each call is a message to the thread that the database runs in.

import { Worker } from 'node:worker_threads';
import type { Project } from '../config/project.ts';
import { EnvironmentError } from '../errors.ts';
import type { ReplayPlan, ShadowDatabase } from '../ports.ts';
import { extensionsNamedIn } from './platform/bundles.ts';
import { MINUTES_A_FILE, watched } from './replay-watch.ts';
import type { Message, Reply, Request, Trouble, WorkerInput } from './shadow-protocol.ts';
import { startFailure } from './start-failure.ts';

const WORKER = new URL(
  import.meta.url.endsWith('.ts') ? '../../dist/shadow-worker.js' : './shadow-worker.js',
  import.meta.url,
);

/** Starts the database with the extensions that the plan names. It boots while the caller goes on. */
export const openShadow = (
  _project: Project,
  plan: ReplayPlan,
  minutesAFile = MINUTES_A_FILE,
): ShadowDatabase => {
  const { migrations } = plan;
  const thread = startThread(plan);
  return {
    postgresVersion: async () => (await thread.ask({ method: 'open' })).postgresVersion,
    replay: (asked, onProgress) =>
      watched(
        asked,
        { minutes: minutesAFile, onProgress, end: thread.end },
        async (passed) => (await thread.ask({ method: 'replay', plan: asked }, passed)).outcome,
      ),
    objects: async () => (await thread.ask({ method: 'objects' })).objects,
    builtObjects: async () => (await thread.ask({ method: 'builtObjects', migrations })).built,
    builtParts: async () => (await thread.ask({ method: 'builtParts', migrations })).parts,
    generateTypes: (schemas) => thread.ask({ method: 'generateTypes', schemas }),
    ...structureOf(thread),
    close: thread.close,
  };
};

/** What a thread answers about the structure of its database. */
export const structureOf = (thread: Thread): Pick<ShadowDatabase, 'catalogue' | 'rehearse'> => ({
  catalogue: async () => (await thread.ask({ method: 'catalogue' })).catalogue,
  rehearse: async (statements) => (await thread.ask({ method: 'rehearse', statements })).catalogue,
});

type ReplyTo<M extends Request['method']> = Extract<Reply, { method: M }>;

export interface Thread {
  ask<M extends Request['method']>(
    request: Extract<Request, { method: M }>,
    onProgress?: (done: number) => void,
  ): Promise<ReplyTo<M>>;
  /** Ends the thread; every question that is open, or comes later, is answered with why. */
  end(trouble: Trouble): void;
  close(): Promise<void>;
}

/** Starts the embedded database, with the extensions that a plan's texts name, in a thread of its own. */
export function startThread({ roles = '', migrations }: ReplayPlan): Thread {
  const workerData: WorkerInput = {
    extensions: extensionsNamedIn([roles, ...migrations.map(({ sql }) => sql)]),
  };
  const worker = new Worker(WORKER, { workerData });
  const waiting = new Map<number, (message: Message) => void>();
  let lastId = 0;
  let isUp = false;
  let broken: Trouble | undefined;
  const breakOff = (trouble: Trouble): void => {
    broken ??= trouble;
    for (const [id, settle] of waiting) settle({ id, error: broken });
  };
  const fail = (cause: Error): void =>
    breakOff(isUp ? { message: cause.message } : wordsOf(startFailure(cause)));
  worker.on('message', (message: Message) => {
    isUp = true;
    waiting.get(message.id)?.(message);
  });
  worker.on('error', fail);
  worker.on('exit', (code) => fail(new Error(`its thread ended with code ${code}`)));
  return {
    ask: (request, onProgress) =>
      new Promise((resolve, reject) => {
        const id = ++lastId;
        const settle = (message: Message): void => {
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
        else worker.postMessage({ id, request });
      }),
    end: (trouble) => {
      breakOff(trouble);
      worker.terminate().catch(() => undefined);
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

const wordsOf = ({ message, remedy }: EnvironmentError): { message: string; remedy: string } => ({
  message,
  remedy,
});

const answers = <M extends Request['method']>(reply: Reply, method: M): reply is ReplyTo<M> =>
  reply.method === method;

function databaseFailed({ message, remedy, blocker }: Trouble): EnvironmentError {
  return new EnvironmentError({
    message: remedy === undefined ? `The embedded database stopped: ${message}.` : message,
    remedy: remedy ?? 'Run again; if it stays, report it with the migrations that cause it.',
    ...(blocker && { blocker }),
  });
}
