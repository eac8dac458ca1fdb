// The embedded shadow database as commands see it: each call is a message to the thread that the database runs in.

import { Worker } from 'node:worker_threads';
import { EnvironmentError } from '../errors.ts';
import type { OpenShadow, ReplayPlan } from '../ports.ts';
import { extensionsNamedIn } from './platform/bundles.ts';
import type { Message, Reply, Request, WorkerInput } from './shadow-protocol.ts';
import { startFailure } from './start-failure.ts';

const WORKER = new URL('./shadow-worker.js', import.meta.url);

/** Starts the database with the extensions that the plan names. It boots while the caller goes on. */
export const openShadow: OpenShadow = (_project, plan) => {
  const { migrations } = plan;
  const thread = startThread(plan);
  return {
    postgresVersion: async () => (await thread.ask({ method: 'open' })).postgresVersion,
    replay: async (asked, onProgress) =>
      (await thread.ask({ method: 'replay', plan: asked }, onProgress)).outcome,
    objects: async () => (await thread.ask({ method: 'objects' })).objects,
    builtObjects: async () => (await thread.ask({ method: 'builtObjects', migrations })).built,
    builtParts: async () => (await thread.ask({ method: 'builtParts', migrations })).parts,
    generateTypes: (schemas) => thread.ask({ method: 'generateTypes', schemas }),
    close: thread.close,
  };
};

type ReplyTo<M extends Request['method']> = Extract<Reply, { method: M }>;

export interface Thread {
  ask<M extends Request['method']>(
    request: Extract<Request, { method: M }>,
    onProgress?: (done: number) => void,
  ): Promise<ReplyTo<M>>;
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
  let broken: { message: string; remedy?: string } | undefined;
  const fail = (cause: Error): void => {
    broken ??= isUp ? { message: cause.message } : wordsOf(startFailure(cause));
    for (const [id, settle] of waiting) settle({ id, error: broken });
  };
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

function databaseFailed({ message, remedy }: { message: string; remedy?: string }): EnvironmentError {
  return new EnvironmentError({
    message: remedy === undefined ? `The embedded database stopped: ${message}.` : message,
    remedy: remedy ?? 'Run again; if it stays, report it with the migrations that cause it.',
  });
}
