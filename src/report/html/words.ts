// Where an object stands, as the page names and paints it: the verdict of an audit, or what a check says of it.

import type { Verdict } from '../report.ts';
import { type Grade, upperFirst } from '../sentences.ts';
import { VERDICTS } from '../verdicts.ts';
import type { Tone } from './palette.ts';

/** A verdict, told apart further where a reader would ask, or what stands for one where no audit was made. */
export type Standing =
  | Verdict
  | 'altered'
  | 'pending'
  | 'drifted'
  | 'accepted'
  | 'as-committed'
  | 'not-compared';

/** In the order of the page: what is worse stands first. */
export const STANDINGS = {
  'base-schema-drift': {
    words: upperFirst(VERDICTS['base-schema-drift']),
    meaning: 'live, and no migration creates it',
    tone: 'red',
  },
  'not-live': {
    words: upperFirst(VERDICTS['not-live']),
    meaning: 'created in Git, not in the live database',
    tone: 'violet',
  },
  altered: { words: 'Altered', meaning: 'live and in Git, and different', tone: 'amber' },
  'types-out-of-date': {
    words: upperFirst(VERDICTS['types-out-of-date']),
    meaning: 'the committed types fit neither',
    tone: 'blue',
  },
  drifted: { words: 'Drifted', meaning: 'the committed types and the migrations differ', tone: 'red' },
  external: { words: upperFirst(VERDICTS.external), meaning: 'live only', tone: 'muted' },
  accepted: { words: 'Accepted', meaning: 'it drifted, and the baseline accepts that', tone: 'muted' },
  pending: { words: 'Pending', meaning: 'only migrations create it that are not applied yet', tone: 'muted' },
  'not-compared': { words: 'Not compared', meaning: 'nobody looked at it', tone: 'muted' },
  tracked: { words: upperFirst(VERDICTS.tracked), meaning: 'live and created in Git', tone: 'green' },
  'as-committed': { words: 'As committed', meaning: 'the committed types have it as it is', tone: 'green' },
} as const satisfies Record<Standing, { words: string; meaning: string; tone: Tone }>;

export const isStanding = (text: string): text is Standing => Object.hasOwn(STANDINGS, text);

export const GRADE_TONES = {
  error: 'red',
  breaking: 'red',
  dangerous: 'amber',
  warning: 'amber',
  safe: 'green',
  note: 'blue',
} as const satisfies Record<Grade, Tone>;
