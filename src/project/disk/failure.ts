// Puts what the file system refuses into the user's words: a path that is wrong is a usage error, a disk or a
// right that is missing is the environment's.

import { EnvironmentError, messageOf, UsageError } from '../../errors.ts';

/** The system's code of an error, `ENOENT`. Errors of the system are told by it, not by their class. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** An error with a remedy for a path that could not be read or written. `path` is as the user knows it. */
export function fileFailure(
  action: 'read' | 'write',
  path: string,
  cause: unknown,
): UsageError | EnvironmentError {
  switch (codeOf(cause)) {
    case 'ENOENT':
      return new UsageError({
        message:
          action === 'read'
            ? `${path} does not exist.`
            : `${path} cannot be written: its folder does not exist.`,
        remedy: action === 'read' ? 'Correct the path.' : 'Create the folder, or name another file.',
        cause,
      });
    case 'ENOTDIR':
      return new UsageError({
        message: `${path} leads through a file as if it were a folder.`,
        remedy: 'Correct the path.',
        cause,
      });
    case 'EISDIR':
      return new UsageError({ message: `${path} is a folder, not a file.`, remedy: 'Name a file.', cause });
    case 'ELOOP':
      return new UsageError({
        message: `${path} is a symbolic link that leads back to itself.`,
        remedy: 'Replace the link by the file itself.',
        cause,
      });
    case 'ENAMETOOLONG':
      return new UsageError({ message: 'A path is too long.', remedy: 'Give a shorter path.', cause });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return new EnvironmentError({
        message: `No permission to ${action} ${path}.`,
        remedy: `Run as a user who may ${action} it, or change its permissions.`,
        cause,
      });
    case 'ENOSPC':
    case 'EDQUOT':
      return new EnvironmentError({
        message: `The disk is full: ${path} could not be written.`,
        remedy: 'Free some space and run again.',
        cause,
      });
    default:
      return new EnvironmentError({
        message: `${path} could not be ${action === 'read' ? 'read' : 'written'}: ${codeOf(cause) ?? messageOf(cause)}.`,
        remedy: 'Fix the file system, or name another file.',
        cause,
      });
  }
}
