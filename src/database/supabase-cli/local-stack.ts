// The project's own stack of containers as a place to reset: started when it does not run, and stopped only then.

import type { Project } from '../../project/project.ts';
import type { CliCalls } from './calls.ts';
import { START, STATUS, STOP } from './commands.ts';
import { needsDocker } from './failure.ts';
import { removeOnInterrupt } from './leftovers.ts';
import { type CliPlace, questionsTo } from './places.ts';

const DATABASE_URL = /^DB_URL="?([^"\s]+)"?$/m;

const STACK = {
  name: 'The database of the local stack',
  remedy: 'See `supabase status` and `docker ps`, and run again.',
};

/**
 * @param complete lays the migrations into the folder of the CLI: `db start` would run them too, and remove the
 * database again when one fails
 */
export function localStackPlace({ config }: Project, calls: CliCalls, complete: () => void): CliPlace {
  let url = `postgresql://postgres:postgres@127.0.0.1:${config.port}/postgres?sslmode=disable`;
  const questions = () => questionsTo(url, STACK);
  let stop: (() => Promise<void>) | undefined;
  const start = async (): Promise<void> => {
    // What is not started must not be stopped.
    if (calls.hasEnded()) throw new Error('the run ended before the local stack was started');
    const ask = async (): Promise<void> => {
      await calls.run(STOP, { undoes: true });
    };
    const takeBack = removeOnInterrupt(ask);
    stop = async () => {
      await ask();
      takeBack();
    };
    const outcome = await calls.run(START);
    if (outcome.code !== 0) throw await calls.failure(START, outcome);
  };
  let preparing: Promise<unknown> | undefined;
  return {
    prepare: () => {
      const prepared = prepare();
      preparing = prepared;
      return prepared;
    },
    // The CLI runs roles.sql itself here.
    runRoles: async () => undefined,
    refused: () => undefined,
    refuseLack: () => undefined,
    takeOver: async () => undefined,
    objects: () => questions().objects(),
    catalogObjects: () => questions().catalogObjects(),
    extensions: () => questions().extensions(),
    recordedVersions: () => questions().recordedVersions(),
    catalogue: () => questions().catalogue(),
    rehearse: (statements) => questions().rehearse(statements),
    close: async () => {
      await preparing?.catch(() => undefined);
      await stop?.();
    },
  };

  async function prepare(): ReturnType<CliPlace['prepare']> {
    let status = await calls.run(STATUS, { quiet: true });
    if (status.code !== 0) {
      if (needsDocker(status)) throw await calls.failure(STATUS, status);
      await start();
      status = await calls.run(STATUS, { quiet: true });
    }
    url = DATABASE_URL.exec(status.stdout)?.[1] ?? url;
    complete();
    return { target: { kind: 'local' }, postgresVersion: await questions().postgresVersion() };
  }
}
