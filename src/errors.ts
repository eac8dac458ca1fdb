// The two kinds of failure that end a run with exit 2: the user's mistake and a broken environment.
// Everything else is a bug and keeps its stack.

import { type Surface, type SurfaceText, textOn } from './surface.ts';

/** What of the project could not be looked at, for reports. */
export interface Blocker {
  rule: 'embedded-cannot-replay';
  /** Path relative to the project, line and column from 1. */
  location: { file: string; line: number; column: number };
  /** The statement's first line, as written. */
  statement: string;
}

interface Words {
  message: SurfaceText;
  remedy: SurfaceText;
  cause?: unknown;
  blocker?: Blocker;
}

abstract class RemediedError extends Error {
  /** The next step for the user, one sentence, as the command line says it. */
  readonly remedy: string;
  readonly blocker: Blocker | undefined;
  /** The message and the remedy for every surface. */
  readonly words: { message: SurfaceText; remedy: SurfaceText };
  constructor({ message, remedy, cause, blocker }: Words) {
    super(textOn('command-line', message), cause === undefined ? undefined : { cause });
    this.remedy = textOn('command-line', remedy);
    this.blocker = blocker;
    this.words = { message, remedy };
  }

  /** The message and the remedy as a surface says them. */
  on(surface: Surface): { message: string; remedy: string } {
    const { message, remedy } = this.words;
    return { message: textOn(surface, message), remedy: textOn(surface, remedy) };
  }
}

/** The user asked for something that can't be done: a bad option, a missing or unreadable file. */
export class UsageError extends RemediedError {
  override readonly name = 'UsageError';
}

/** The surroundings failed: a database that does not start, a disk that is full. */
export class EnvironmentError extends RemediedError {
  override readonly name = 'EnvironmentError';
}

export type KnownError = UsageError | EnvironmentError;

export const isKnownError = (error: unknown): error is KnownError =>
  error instanceof UsageError || error instanceof EnvironmentError;

/** The message of whatever was thrown; WebAssembly code throws objects that are no errors. */
export function messageOf(error: unknown): string {
  const message: unknown =
    typeof error === 'object' && error !== null ? Reflect.get(error, 'message') : undefined;
  return typeof message === 'string' ? message : String(error);
}
