// A finding: a change that is graded, worded and located. What reports, baselines and exit codes stand on.

import { createHash } from 'node:crypto';
import { formatObjectId, type ObjectId } from './object-id.ts';
import { RULES, type RuleId, type Severity } from './rules.ts';

/** How a change affects code that compiles against the committed types. */
export type Compatibility = 'breaking' | 'dangerous' | 'safe';

/** A place in a file of the project: path relative to the project, line and column from 1. */
export interface Location {
  file: string;
  line: number;
  column?: number;
}

export interface Finding {
  ruleId: RuleId;
  severity: Severity;
  compatibility?: Compatibility;
  /** Why it has this compatibility, as half a sentence. */
  reason?: string;
  subject: ObjectId;
  /** The subject as text, `public.orders.total`. */
  id: string;
  /** Of an object that both sides have, what of it differs: `row-level security`, `grants to anon`. */
  facet?: string;
  /** The statement of a migration that is behind it. */
  location?: Location;
  /** Where it stands in the committed types file or, of what that does not have, what it would stand in. */
  typesLocation?: Location;
  /** One sentence: what differs, each side named. */
  message: string;
  remedy: string;
  /** The two sides as TypeScript or SQL text, when the finding has sides. */
  committed?: string;
  generated?: string;
  /** What the migrations build and what the live database has, as SQL text or words, when an audit tells of two sides. */
  expected?: string;
  actual?: string;
  /** Statements that would bring the migrations to the live state, as a suggestion. */
  sql?: string[];
  /** Lines that belong to the finding and do not fit a sentence, such as every place that uses a missing table. */
  details?: string[];
  fingerprint: string;
  /** Findings that follow from this one, and are not told apart. */
  covers?: readonly Identity[];
  /** What earlier versions told this finding as, which an entry of a baseline may still name. */
  former?: readonly Identity[];
}

/** What an entry of a baseline names a finding by. */
export type Identity = Pick<Finding, 'ruleId' | 'id' | 'fingerprint'>;

type Facts = Omit<Finding, 'severity' | 'id' | 'remedy' | 'fingerprint'> & {
  severity?: Severity;
  remedy?: string;
  /** The values that tell this finding from another one on the same object. Never a line number or a message. */
  salient?: readonly string[];
};

/** Makes a finding of its facts: severity and remedy come from the rule unless given, the fingerprint from rule, object and salient values. */
export function makeFinding({ salient = [], remedy, severity, ...facts }: Facts): Finding {
  const id = formatObjectId(facts.subject);
  return {
    ...facts,
    id,
    severity: severity ?? RULES[facts.ruleId].severity,
    remedy: remedy ?? RULES[facts.ruleId].remedy,
    fingerprint: fingerprintOf(facts.ruleId, facts.subject.kind, id, salient),
  };
}

/** The fingerprint of a finding on an object of a kind, as text. */
export const fingerprintOf = (
  ruleId: RuleId,
  kind: string,
  id: string,
  salient: readonly string[] = [],
): string =>
  createHash('sha256')
    .update(JSON.stringify([ruleId, kind, id, ...salient]))
    .digest('hex')
    .slice(0, 16);
