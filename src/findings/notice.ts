// What reports say besides findings: things worth knowing once, and how much was looked at.

/** Something worth saying once that is not a finding: a skipped file, generators of different versions. */
export interface Notice {
  /** Stable kebab-case name, for programs. */
  code: string;
  message: string;
  /** How many objects or files it touched, when it stands for several. */
  count?: number;
}

/** How many objects of the compared schemas the generated types hold. */
export interface ObjectCounts {
  tables: number;
  views: number;
  enums: number;
  compositeTypes: number;
  functions: number;
}
