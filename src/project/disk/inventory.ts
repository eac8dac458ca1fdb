// The inventory document of `audit --inventory` on disk. It is read before the audit, so that damage is told before the
// work; it is written whole, in its encoding, or not at all.

import { dirname, resolve } from 'node:path';
import { refuseDamaged } from '../../report/inventory/markers.ts';
import { type Audited, updateInventory } from '../../report/inventory.ts';
import type { Report } from '../../report/report.ts';
import { decodeText } from '../text/decode.ts';
import { filesOf, refuseUnwritable } from './disk.ts';
import type { Writing } from './writes.ts';

/** Writes what an audit found; gives the report with the audits that the document tells of. */
export type KeepInventory = (report: Report, audited: Audited) => Promise<Report>;

/**
 * Reads the document, if it is there already.
 * @param path from the folder that the command runs in
 * @param write what takes the document when it is to be written
 * @throws UsageError when it is no text, or its markers are damaged
 */
export async function openInventory(path: string, write?: Writing): Promise<KeepInventory> {
  const files = filesOf(resolve('.'), write);
  const before = files.isThere(path)
    ? decodeText(await files.readBytes(path), path, 'Markdown file')
    : undefined;
  refuseDamaged(before ?? '');
  if (files.isThere(dirname(path))) await refuseUnwritable(path);
  return async (report, audited) => {
    if (report.status === 'failed') return report;
    const { text, audits } = updateInventory(before, report, audited);
    if (text !== before) await files.replaceText(path, text, { makesFolder: true });
    return { ...report, audits };
  };
}
