// What a report says before a renderer shows it: sections of blocks, in words that are the same for all renderers.

import type { Location } from '../../findings/finding.ts';
import { visibleLines } from '../../findings/visible.ts';
import type { Diagram } from '../diagram.ts';
import type { Grade } from '../sentences.ts';

/** A sentence, with code between backticks (see prose.ts), or a value that each renderer shows in its own way. */
export type Span =
  | string
  | { objects: readonly string[]; most?: number }
  | { places: readonly Location[]; most?: number }
  /** With a count: so many of that grade. */
  | { grade: Grade; count?: number }
  | { has: boolean | undefined };

export type Text = readonly Span[];

export type Cell = Text | { lines: readonly string[] };

export interface Column {
  title: string;
  /** Takes the room that the other columns leave. */
  isWide?: true;
  isNumber?: true;
  only?: readonly Medium[];
}

export type Medium = 'text' | 'markdown' | 'html';

export interface Item {
  text: Text;
  /** What tells it from others like it, before its text. */
  lead?: string;
  /** Lines under it. */
  lines?: readonly string[];
  /** What it is about: each kind of finding with how many there are, and their objects. */
  about?: { kinds: readonly { title: string; count: number; grade: Grade }[]; objects: readonly string[] };
  /** The command that repairs does it. */
  isRepaired?: true;
  /** It changes nothing: a terminal only counts it. */
  isQuiet?: true;
}

export type Block = { only?: readonly Medium[] } & (
  | { kind: 'paragraph'; text: Text }
  /** What words and signs of the report mean. */
  | { kind: 'legend'; meanings: readonly (readonly [term: string, meaning: string])[] }
  /** An overview is whole in a terminal too; of fewer rows than `fewest`, what stands below says as much. */
  | {
      kind: 'table';
      columns: readonly Column[];
      rows: readonly (readonly Cell[])[];
      rowsAre: string;
      isOverview?: true;
      fewest?: number;
    }
  | { kind: 'list'; items: readonly Item[]; most?: number; itemsAre?: 'finding' | 'notice' }
  | { kind: 'code'; language: 'sql' | 'diff'; lines: readonly string[]; label: string }
  /** The command that repairs. About the types it says how, without a full stop: a patch may do it instead. */
  | { kind: 'repair'; command: string; words?: string; otherwise?: string }
  /** `isTold`: a table's row says as much. */
  | { kind: 'fold'; summary: Text; blocks: readonly Block[]; isTold?: boolean }
  | { kind: 'diagram'; diagram: Diagram }
);

type Of<Kind extends Block['kind']> = Extract<Block, { kind: Kind }>;

export const paragraph = (...text: Text): Of<'paragraph'> => ({ kind: 'paragraph', text });

/** A list, a table or code; nothing where there is nothing to show. */
export const list = (items: readonly Item[], more: Omit<Of<'list'>, 'kind' | 'items'> = {}): Block[] =>
  items.length === 0 ? [] : [{ kind: 'list', items, ...more }];

export const table = (
  columns: readonly Column[],
  rows: Of<'table'>['rows'],
  more: Omit<Of<'table'>, 'kind' | 'columns' | 'rows'>,
): Block[] => (rows.length === 0 ? [] : [{ kind: 'table', columns, rows, ...more }]);

export const code = (language: 'sql' | 'diff', text: string | undefined, label: string): Block[] =>
  text ? [{ kind: 'code', language, lines: visibleLines(text), label }] : [];

export type SectionId =
  | 'reason'
  | 'standing'
  | 'problems'
  | 'objects'
  | 'base-schema'
  | 'steps'
  | 'uses'
  | 'changes'
  | 'suggestion'
  | 'accepted'
  | 'warnings'
  | 'not-checked'
  | 'diagram'
  | 'notices';

export interface Section {
  id: SectionId;
  /** Absent: it follows the verdict without a heading. */
  title?: string;
  /** Not needed at first sight: where something can be folded, it is. */
  isFolded?: true;
  blocks: readonly Block[];
}

/** `clean`: nothing is wrong, or what was asked for is done; `passing`: drift that the level or the baseline lets pass. */
export type Look = 'clean' | 'passing' | 'drifted' | 'failed';

export interface Document {
  look: Look;
  /** The project's folder and the environment, where they tell reports apart. */
  where: readonly string[];
  status: string;
  /** What stands behind the status; only a failure has more than one line. */
  because: readonly string[];
  sections: readonly Section[];
  /** What was compared with what. */
  facts: readonly string[];
  phases: readonly string[];
  /** What no run looks at. */
  notCompared?: string;
}
