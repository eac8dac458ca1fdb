// The words of a committed type that fits neither the live database nor the migrations.

import { type Finding, makeFinding } from '../findings/finding.ts';
import { formatObjectId, type ObjectId, owningObject } from '../findings/object-id.ts';
import { named } from '../findings/prose.ts';
import type { Move, TypeChange } from '../types/change.ts';
import type { TypesModule } from './explanation.ts';

/** An object whose committed type fits neither side, and who has it. */
export interface Misfit {
  subject: ObjectId;
  isInTypes: boolean;
  isInLive: boolean;
  isInGit: boolean;
  /** Whether the migrations were replayed to their end, so that more than a name is known of what they build. */
  isReplayed: boolean;
}

const IN_LIVE = 'in the live database';
const IN_BOTH = 'in the live database and in the one that the migrations build';

/** What `drift-gate fix` can't mend, for it writes what the migrations build. */
const GENERATE_OF_LIVE =
  'Generate the types again of the live database with `supabase gen types`, and commit them.';

/** Makes the finding. `changes`: what the committed types differ in from each side. */
export function misfitFinding(
  misfit: Misfit,
  changes: Record<'live' | 'git', readonly (TypeChange | Move)[]>,
  types: TypesModule,
): Finding {
  const { subject, isInGit, isReplayed } = misfit;
  const print = (change: TypeChange | Move): string => types.findingOf(change).fingerprint;
  const inLive = new Set(changes.live.map(print));
  const inGit = new Set(changes.git.map(print));
  const isMendedByFix = isReplayed && (isInGit || !misfit.isInLive);
  const sentences = [
    ...changes.live.map((one) => types.sentenceOf(one, inGit.has(print(one)) ? IN_BOTH : IN_LIVE)),
    ...changes.git
      .filter((one) => !inLive.has(print(one)))
      .map((one) => types.sentenceOf(one, types.IN_DATABASE)),
  ];
  const moved = changes.live.find(types.isMove);
  const [first = ''] = sentences;
  return makeFinding({
    ruleId: 'types-out-of-date',
    ...(moved
      ? { subject: moved.object, message: first, details: types.wordsOfMove(moved) }
      : { subject, message: `${sentenceOf(misfit)}.`, details: sentences }),
    ...(isMendedByFix ? {} : { remedy: GENERATE_OF_LIVE }),
    salient: [...[...inLive].sort(), '|', ...[...inGit].sort()],
  });
}

function sentenceOf({ subject, isInTypes, isInLive, isInGit, isReplayed }: Misfit): string {
  const text = subject.kind === 'function' ? owningObject(subject) : formatObjectId(subject);
  const object = `${subject.kind.replaceAll('-', ' ')} ${named(text)}`;
  if (!isInTypes) return `${object} is ${IN_LIVE} and in the migrations, but not in the committed types`;
  if (!isInLive && !isInGit)
    return `${object} is in the committed types, but neither ${IN_LIVE} nor in the migrations`;
  return isReplayed
    ? `the committed types of ${object} fit neither the live database nor the migrations`
    : `the committed types of ${object} do not fit the live database`;
}
