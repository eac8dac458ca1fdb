// How much an audit looked at: what tells whether an entry of the baseline whose drift was not found is stale.

import type { BaselineEntry } from '../findings/baseline.ts';
import { fingerprintOf } from '../findings/finding.ts';
import { schemaOfText } from '../findings/object-id.ts';
import { fitsText } from '../findings/pattern.ts';
import type { Files } from '../ports.ts';
import type { Sources } from './audit-sources.ts';
import type { TypesAnswer } from './audit-types.ts';
import { isBoundElsewhere } from './baseline.ts';

export interface Looked extends Pick<Sources, 'project' | 'history' | 'git' | 'held'> {
  types: Pick<TypesAnswer, 'schemas'>;
  files: Pick<Files, 'isThere'>;
  /** The schemas that the user named; if any, others were not looked at. */
  named: readonly string[];
  /** Patterns of what was left out. */
  ignore: readonly string[];
}

/** Whether the drift of an entry would have been found, were it still there. */
export function isLookedAt(entry: BaselineEntry, looked: Looked): boolean {
  if (looked.ignore.some((pattern) => fitsText(entry.object, pattern))) return false;
  const schema = schemaOfText(entry.object);
  const isNamed = looked.named.length === 0 || looked.named.includes(schema);
  switch (entry.rule) {
    case 'unknown-version':
    case 'edited-version':
    case 'out-of-order-version':
      return looked.history.history.isRecorded;
    case 'types-out-of-date':
      return isNamed && areTypesLookedAt(entry, schema, looked);
    default:
      return isNamed && (looked.git.structure !== undefined || isOfExistence(entry));
  }
}

/** A schema that is nowhere any more was looked at: there is nothing in it. */
function areTypesLookedAt(
  { types: bound }: BaselineEntry,
  schema: string,
  { project, files, types, held }: Looked,
): boolean {
  if (types.schemas.length === 0 || isBoundElsewhere(bound, project, files)) return false;
  const isElsewhere = [...held.live, ...held.all].some((one) => one.schema === schema);
  return types.schemas.includes(schema) || !isElsewhere;
}

const EXISTENCE = ['table', 'view', 'materialized-view', 'foreign-table', 'enum', 'function'];

/** Without a replay only relations, enums and functions by name are looked for; an entry's fingerprint tells its kind. */
const isOfExistence = ({ rule, object, fingerprint }: BaselineEntry): boolean =>
  EXISTENCE.some((kind) => fingerprintOf(rule, kind, object) === fingerprint) &&
  (!object.endsWith(')') || object.endsWith('()'));
