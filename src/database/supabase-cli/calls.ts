// The calls of one run of the Supabase CLI: the program found once, everything in one folder, what it says passed on
// without its secrets, and all of them ended together.

import type { EnvironmentError, UsageError } from '../../errors.ts';
import type { Project } from '../../project/project.ts';
import type { CliCommand } from './commands.ts';
import { variablesFor } from './environment.ts';
import { cliFailure } from './failure.ts';
import { findCli, type SupabaseCli } from './find.ts';
import { maskingOf } from './mask.ts';
import { type CliOutcome, type RunningCli, startCli } from './process.ts';
import type { Workdir } from './workdir.ts';

export interface CliCalls {
  /** The CLI of this project. Throws as `findCli` does. */
  cli(): Promise<SupabaseCli>;
  /** Runs one command to its end, whatever that is. Throws EnvironmentError when it takes too long. */
  run(command: CliCommand, options?: CallOptions): Promise<CliOutcome>;
  /** Why a command failed, in a sentence. */
  failure(command: CliCommand, outcome: CliOutcome): Promise<EnvironmentError | UsageError>;
  /** Ends what runs, and lets nothing begin any more. */
  end(): void;
  hasEnded(): boolean;
}

export interface CallOptions {
  /** Sees each line before it is masked. */
  onLine?: (line: string) => void;
  /** Nobody needs to read along. */
  quiet?: true;
  /** It undoes something, and so runs after `end` too. */
  undoes?: true;
}

export interface CallsOptions {
  program: string | undefined;
  workdir: Workdir;
  seconds: number;
  /** Kept out of what is passed on. */
  secretUrl: string | undefined;
  log(line: string): void;
}

export function cliCalls(
  project: Project,
  { program, workdir: { directory, temporary }, seconds, secretUrl, log }: CallsOptions,
): CliCalls {
  const variables = variablesFor(project, process.env);
  const values = [...variables.values(), ...project.vault.secrets.map(({ value }) => value)];
  const hide = maskingOf(secretUrl, process.env, values);
  // Whoever reads along knows the project's folder, and not the one that stands for it.
  const mask = (line: string): string => hide(line.replaceAll(directory, project.directory));
  const running = new Set<RunningCli>();
  let isOver = false;
  let finding: Promise<SupabaseCli> | undefined;
  const cli = (): Promise<SupabaseCli> => {
    finding ??= findCli(program, project.directory, temporary);
    return finding;
  };
  return {
    cli,
    run: async ({ args, shown }, { onLine = () => undefined, quiet, undoes } = {}) => {
      const tell = (line: string): void => {
        onLine(line);
        if (!quiet) log(mask(line));
      };
      const { program: found } = await cli();
      if (isOver && !undoes) throw new Error(`${shown} would begin after the end`);
      const call = startCli({
        program: found,
        args,
        workdir: directory,
        temporary,
        shown,
        seconds,
        variables,
        onLine: tell,
      });
      running.add(call);
      try {
        return await call.outcome;
      } finally {
        running.delete(call);
      }
    },
    failure: async ({ shown }, outcome) => cliFailure(shown, outcome, await cli(), mask),
    hasEnded: () => isOver,
    end: () => {
      isOver = true;
      for (const call of running) call.kill();
    },
  };
}
