// The two kinds of failure that end a run with exit 2: the user's mistake and a broken environment.
// Everything else is a bug and keeps its stack.

interface Words {
  message: string;
  remedy: string;
  cause?: unknown;
}

abstract class RemediedError extends Error {
  /** The next step for the user, one sentence. */
  readonly remedy: string;
  constructor({ message, remedy, cause }: Words) {
    super(message, cause === undefined ? undefined : { cause });
    this.remedy = remedy;
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
