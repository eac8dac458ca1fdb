// Where a file of the project lies in its repository.

/**
 * The path from the repository's root, with slashes; `../` stays at its start when it leads out of there.
 * @param prefix the project's folder from there, `apps/api/`; empty when it is the root
 * @param file from the project's folder: types may lie outside of it, at `../`
 */
export function repositoryPath(prefix: string, file: string): string {
  const parts: string[] = [];
  for (const part of (prefix + file).split('/'))
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  return parts.join('/');
}
