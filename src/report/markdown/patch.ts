// How the types file is mended, for a reader who has the comment and nothing else.

import { visible } from '../../findings/visible.ts';
import { PROGRAM } from '../../program.ts';
import type { Block } from '../document/blocks.ts';
import { upperFirst } from '../sentences.ts';
import type { Line } from './budget.ts';
import { codeSpan, proseToMarkdown } from './escape.ts';
import { code, folded, paragraph } from './lines.ts';
import type { MarkdownPage } from './spans.ts';

type Repair = Extract<Block, { kind: 'repair' }>;

/** The bare name runs only where somebody has installed it, which the reader of a comment has not. */
const isRunnable = (command: string): boolean => !command.startsWith(`${PROGRAM} `);

/** What a reader sees of a patch and what is copied must be the same: carriage returns and hidden characters are not. */
export const isCopyable = (patch: string): boolean =>
  patch.split(/[\n\t]/).every((part) => part === visible(part));

/** By the patch when there is one, else by the command. */
export function repairing({ command, words, otherwise }: Repair, page: MarkdownPage): Line[] {
  const shown = visible(command);
  if (words === undefined || otherwise === undefined) return code([shown], 'sh');
  const patched = patching(page);
  const ways =
    patched.length === 0
      ? [...paragraph(`${words}:`), ...code([shown], 'sh')]
      : [
          ...patched,
          ...(isRunnable(command) ? paragraph(`Or let Drift Gate write it: ${codeSpan(shown)}`) : []),
        ];
  return [...ways, ...paragraph(`${upperFirst(otherwise)}.`)];
}

function patching({ patch, patchAt }: MarkdownPage): Line[] {
  if (patch !== undefined)
    return [
      ...paragraph('Run this in a shell, at the root of the repository, and commit the types file:'),
      ...folded('<code>git apply</code> with the patch', code(asCommand(patch), 'sh')),
    ];
  if (patchAt === undefined) return [];
  return [
    ...paragraph(`Apply the patch, ${proseToMarkdown(patchAt)}, and commit the types file:`),
    ...code(['git apply drift.patch'], 'sh'),
  ];
}

/** Every line of a patch begins with a sign of its own, so none can be the word that ends it. */
const asCommand = (patch: string): string[] => [
  "git apply <<'END_OF_PATCH'",
  ...patch.replace(/\n$/, '').split('\n'),
  'END_OF_PATCH',
];
