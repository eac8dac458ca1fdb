// A change between two types files as a finding: graded, and told in one sentence that names both sides.

import { type Finding, fingerprintOf, makeFinding } from '../findings/finding.ts';
import { kindInWords } from '../findings/kinds.ts';
import { formatObjectId, owningObject } from '../findings/object-id.ts';
import { named } from '../findings/prose.ts';
import type { ToldChange } from './change.ts';
import { gradeOf } from './compatibility.ts';
import type { Pair, Relation } from './model.ts';

const IN_COMMITTED = 'in the committed types';
export const IN_DATABASE = 'in the database that the migrations build';

/**
 * Makes the finding of a change. Its fingerprint holds both sides, and what else makes it better or worse, so that
 * another change of the same object is another finding.
 */
export function findingOf(change: ToldChange): Finding {
  const sides = sidesOf(change);
  return makeFinding({
    ruleId: change.kind,
    ...gradeOf(change),
    subject: change.object,
    message: sentenceOf(change, IN_DATABASE),
    ...sides,
    ...formerOf(change),
    salient: [
      ...('shapes' in change ? change.shapes : []),
      ...Object.values(sides),
      ...(change.kind === 'column-added' ? [change.insert] : []),
      ...(change.kind === 'extension-moved'
        ? change.folded.map(({ kind, object }) => `${kind} ${formatObjectId(object)}`).sort()
        : []),
      ...(change.kind === 'relation-kind-changed' ? Object.values(change.facts).map(columnsOf) : []),
    ],
  });
}

/** One change stood for all overloads that differ, under the id of the function. */
function formerOf(change: ToldChange): Pick<Finding, 'former'> {
  if (change.kind !== 'function-signature-changed' || change.former === undefined) return {};
  const { kind: ruleId, former, object } = change;
  const id = formatObjectId({ ...object, parameters: undefined });
  const fingerprint = fingerprintOf(ruleId, object.kind, id, Object.values(former));
  return { former: [{ ruleId, id, fingerprint }] };
}

/** The columns that a kind hides, as far as all generators write them alike. */
const columnsOf = ({ shapes: { Row } }: Relation): string =>
  JSON.stringify([...(Row ?? [])].map(([name, { type }]) => [name, type.text]).sort());

function sidesOf(change: ToldChange): { committed?: string; generated?: string } {
  if (change.kind === 'column-optionality-changed') {
    const on = ` on ${change.shapes.join(' and ')}`;
    return { committed: change.committed + on, generated: change.generated + on };
  }
  if ('committed' in change) return { committed: change.committed, generated: change.generated };
  const text = ownText(change);
  if (text === undefined) return {};
  return change.kind.endsWith('-added') ? { generated: text } : { committed: text };
}

function ownText(change: ToldChange): string | undefined {
  if ('type' in change) return change.type;
  if ('labels' in change) return change.labels.map((label) => JSON.stringify(label)).join(' | ');
  if ('signatures' in change) return change.signatures.join(' | ');
  return 'relationship' in change ? change.relationship : undefined;
}

/** Tells a change. `database` is what the types were generated of: `in the live database`. */
export const sentenceOf = (change: ToldChange, database: string): string => `${sentence(change, database)}.`;

function sentence(change: ToldChange, database: string): string {
  const object = `${kindInWords(change.object.kind)} ${named(formatObjectId(change.object))}`;
  switch (change.kind) {
    case 'relation-renamed':
      return `${object} is still ${named(formatObjectId({ ...change.object, name: change.committed }))} ${IN_COMMITTED}`;
    case 'column-renamed':
      return `${object} is still ${named(change.committed)} ${IN_COMMITTED}`;
    case 'extension-moved':
      return `${object} is in schema ${named(change.committed)} ${IN_COMMITTED} but in schema ${named(change.generated)} ${database}`;
    case 'column-type-changed':
    case 'relation-kind-changed':
      return `${object} is ${named(change.committed)} ${IN_COMMITTED} but ${named(change.generated)} ${database}`;
    case 'column-optionality-changed':
      return `${object} is ${change.committed} on ${change.shapes.join(' and ')} ${IN_COMMITTED} but ${change.generated} ${database}`;
    case 'function-signature-changed':
      if (change.committed === '')
        return `function ${named(owningObject(change.object))} has the overload ${named(change.generated)} ${database} but not ${IN_COMMITTED}`;
      if (change.generated === '')
        return `function ${named(owningObject(change.object))} has the overload ${named(change.committed)} ${IN_COMMITTED} but not ${database}`;
      return differs(object, change, database);
    case 'composite-type-changed':
    case 'relationship-changed':
      return differs(object, change, database);
    default:
      return change.kind.endsWith('-added')
        ? `${object} is ${database} but not ${IN_COMMITTED}`
        : `${object} is ${IN_COMMITTED} but not ${database}`;
  }
}

const differs = (object: string, { committed, generated }: Pair<string>, database: string): string =>
  `${object} differs: ${named(committed)} ${IN_COMMITTED}, ${named(generated)} ${database}`;
