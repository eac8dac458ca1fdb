// What would be written to a file, as a patch that `git apply` takes.

import { FILE_HEADERS_ONLY, formatPatch, structuredPatch } from 'diff';

/**
 * A unified diff of one file with `a/` and `b/` before its path; empty when nothing changes.
 * @param path from the folder that the patch is applied in, with slashes
 * @param before undefined when the patch is to create the file
 */
export function unifiedDiff(path: string, before: string | undefined, after: string): string {
  if (before === after) return '';
  const name = path.replace(/^(\.\/)+/, '');
  const old = before === undefined ? '/dev/null' : `a/${name}`;
  const patch = structuredPatch(old, `b/${name}`, before ?? '', after, undefined, undefined, { context: 3 });
  return formatPatch(patch, FILE_HEADERS_ONLY);
}
