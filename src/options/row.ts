// What a row of the table of options holds.

import type { GenericSchema } from 'valibot';
import type { SurfaceText } from '../surface.ts';

export type CommandName = 'check' | 'fix' | 'accept' | 'audit' | 'init';

export interface OptionRow {
  /** As commander wants it, `--types <file>`; absent when only the Action has the option. */
  flag?: string;
  /** The Action's input; absent when only the command line has the option. */
  input?: string;
  /**
   * The configuration file may set it; the key is the flag's name. Not what says how one run prints and where it writes,
   * what names a secret, and what names a program to run: the file of a pull request is its author's.
   */
  configurable?: true;
  /** The environment variable that some commands read when the flag is not given. */
  variable?: { name: string; only: readonly CommandName[] };
  /** How it is written: one text, a switch, or several texts, which an input has one a line or also between commas. */
  takes?: 'switch' | 'lines' | 'names';
  /** What is taken: texts, arrays of them, or booleans. */
  value: GenericSchema;
  /** It is a number from 1 to this. */
  most?: number;
  /** It is a path, or several: in the configuration file, from the project's folder. */
  isPath?: true;
  /** What an audit takes, and its fallback, where they differ. */
  ofAudit?: { value: GenericSchema; fallback: string };
  /** What it is when not given. */
  fallback?: string | boolean;
  /** The same for the Action, where that differs. */
  inputFallback?: string;
  /** What action.yml itself gives when the input is not given: an expression of GitHub's. */
  expression?: string;
  /** What happens when it is not given and there is no fixed fallback. */
  otherwise?: string;
  /** For `--help` and the README: a phrase, in Markdown. */
  help?: string;
  /** A value for the configuration file, for its guide. */
  example?: string;
  /** Further sentences for the README. */
  more?: string;
  /** For action.yml: sentences. The command that it is for is put before them. */
  inputHelp?: string;
  /** The next step when its value is refused: a sentence. */
  remedy: SurfaceText;
  /** The commands that have it, when not all have. The Action's modes are `check` and `audit`. */
  only?: readonly CommandName[];
  /** No message ever shows a value of it. */
  secret?: true;
  /** A command that we print for the user repeats it; `live` when the command looks at the live database. */
  repeat?: 'always' | 'live';
}
