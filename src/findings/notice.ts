// What reports say besides findings: things worth knowing once, and how much was looked at.

/**
 * How loud a notice is. `warning`: who judges the verdict, or does what it asks for, has to know it, so it is never
 * folded. `told`: an assumption, or something odd. `quiet`: it changes nothing, and comes with every run of a project
 * that is up to date; a terminal counts those, and `--verbose` lists them.
 */
export type Loudness = 'warning' | 'told' | 'quiet';

export const NOTICES = {
  'answered-by-local-stack': 'warning',
  'baseline-changed': 'warning',
  'settings-changed': 'warning',
  'databases-disagree': 'warning',
  'mends-accepted': 'warning',
  'migrations-in-folders': 'warning',
  'no-patch': 'warning',
  'other-database': 'warning',
  'skipped-migration': 'warning',
  'types-left-out': 'warning',
  'unreadable-types': 'warning',
  baseline: 'told',
  'baseline-not-judged': 'told',
  'config-from-environment': 'told',
  'created-too-late': 'told',
  'declared-schemas': 'told',
  'extension-differs': 'told',
  'history-without-statements': 'told',
  ignored: 'told',
  'ignored-nothing': 'told',
  'log-lines-in-types': 'told',
  'migrations-disabled': 'told',
  'mixed-prefixes': 'told',
  'no-config': 'told',
  'no-history': 'told',
  'not-utf-8': 'told',
  'nothing-touched': 'told',
  'other-postgres-version': 'told',
  'pending-migrations': 'told',
  'project-above': 'told',
  'required-nowhere': 'told',
  'schema-not-found': 'told',
  'schemas-left-out': 'told',
  structure: 'told',
  'transaction-pooler': 'told',
  'unreadable-statement': 'told',
  'enum-order-differs': 'quiet',
  'generator-versions-differ': 'quiet',
  'generators-differ': 'quiet',
  'identical-copies': 'quiet',
  'types-elsewhere': 'quiet',
  'types-narrowed': 'quiet',
} as const satisfies Record<string, Loudness>;

export type NoticeCode = keyof typeof NOTICES;

/** Something worth saying once that is not a finding: a skipped file, generators of different versions. */
export interface Notice {
  /** Stable, for programs. */
  code: NoticeCode;
  message: string;
  /** How many objects or files it touched, when it stands for several. */
  count?: number;
}

/** The notices of some loudness. */
export const noticesOf = (notices: readonly Notice[], ...loud: readonly Loudness[]): Notice[] =>
  notices.filter(({ code }) => loud.includes(NOTICES[code]));

/** How many objects of the compared schemas the generated types hold. */
export interface ObjectCounts {
  tables: number;
  views: number;
  enums: number;
  compositeTypes: number;
  functions: number;
}
