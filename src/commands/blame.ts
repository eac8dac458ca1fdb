// Which statement is behind a finding: the one that the trace of a replay tells, or, where migrations could not be
// replayed to their end, the one that their texts tell.

import type { Finding } from '../findings/finding.ts';
import { type ObjectId, ownerOf } from '../findings/object-id.ts';
import { type Aspect, type Blame, blameOf, isFacet, type Touch } from '../migrations/blame/blame.ts';
import { type Declarations, declaredIn } from '../migrations/declared.ts';
import { fileOf } from '../migrations/migration.ts';
import type { CatalogObject, ReplayPlan, ReplayTraced } from '../ports.ts';
import type { ToldChange } from '../types/change.ts';
import type { KnownExtension } from '../types/comparison.ts';

/** What is known of the migrations and of what they built. */
export interface Evidence {
  blame: Blame;
  /** What the texts say; only where the trace does not tell all. */
  declared?: Declarations;
  built: readonly CatalogObject[];
  /** The extensions of the database; only where something is gone that one of them may have taken along. */
  extensions?: readonly KnownExtension[];
}

/** Replays the migrations once more, with a trace. */
export async function evidenceOf(
  plan: ReplayPlan,
  built: readonly CatalogObject[],
  replayTraced: ReplayTraced,
): Promise<Evidence> {
  const trace = await replayTraced(plan);
  const blame = await blameOf(trace, plan.migrations);
  return trace.isWhole ? { blame, built } : { blame, built, declared: await declaredIn(plan.migrations) };
}

/** Of texts alone, where there is nothing to replay. */
export const evidenceOfTexts = async (declared: Declarations): Promise<Evidence> => ({
  blame: await blameOf({ isWhole: false, events: [], states: [] }, []),
  declared,
  built: [],
});

/** The finding with the place of the statement behind an aspect of it, or with the words that there is none. */
export function withBlame(finding: Finding, aspect: Aspect, evidence: Evidence): Finding {
  const { blame, declared } = evidence;
  const isGone = finding.ruleId.endsWith('-removed') || finding.generated === '';
  const touch =
    // What a trace that ends early still has went by a later statement.
    (isGone && blame.isThere(finding.subject) ? declared?.touch(finding.subject) : undefined) ??
    touchOf(finding.subject, aspect, evidence) ??
    // What was set by no statement of its own came with the object.
    (isFacet(aspect) ? touchOf(finding.subject, 'existence', evidence) : undefined);
  if (touch) return at(finding, touch);
  return isGone && declared === undefined
    ? saying(finding, 'in the committed types, in no migration: made outside Git, or never existed')
    : finding;
}

/** The finding at the place of a statement. */
export const at = (finding: Finding, { location }: Touch): Finding => ({
  ...finding,
  location: { ...location, file: fileOf(location.file) },
});

export const saying = (finding: Finding, words: string): Finding => ({
  ...finding,
  details: [...(finding.details ?? []), words],
});

/** What of its object a change of types is about. */
export function aspectOf(change: ToldChange, { blame }: Evidence): Aspect {
  switch (change.kind) {
    case 'relationship-added':
    case 'relationship-removed': {
      const { committed, generated } = change.facts;
      const differing = [...committed.differing, ...generated.differing];
      return { through: differing.map(({ referencedRelation }) => referencedRelation) };
    }
    case 'column-type-changed':
      return withoutNull(change.committed) === withoutNull(change.generated) ? 'optionality' : 'type';
    case 'column-optionality-changed':
      return 'optionality';
    default:
      if (change.kind.endsWith('-added')) return 'existence';
      // One that types no longer show, and that is there all the same, was changed by something.
      return change.kind.endsWith('-removed') && !blame.isThere(change.object) ? 'existence' : 'anything';
  }
}

const withoutNull = (type: string): string => type.replace(/ \| null$/, '');

/** The statement behind an aspect of an object; undefined where none is known. */
export function touchOf(
  subject: ObjectId,
  aspect: Aspect,
  { blame, declared, built, extensions = [] }: Evidence,
): Touch | undefined {
  const touch = blame.touch(subject, aspect);
  if (touch) return touch;
  const extension = extensionOf(subject, built);
  if (extension) return blame.touch({ kind: 'extension', name: extension }, 'existence');
  const elsewhere = extensions.find(({ brings }) => brings(subject));
  const moved = elsewhere && blame.touch({ kind: 'extension', name: elsewhere.name }, 'anything');
  if (moved) return moved;
  const owner = ownerOf(subject);
  return declared?.touch(subject) ?? (owner && declared?.touch(owner));
}

function extensionOf(subject: ObjectId, built: readonly CatalogObject[]): string | undefined {
  const whole = ownerOf(subject) ?? subject;
  if (!('schema' in whole) || !('name' in whole)) return undefined;
  return built.find(({ schema, name }) => schema === whole.schema && name === whole.name)?.extension;
}
