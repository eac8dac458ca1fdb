// Where a sentence is shown decides what it calls an option: a flag at the command line, an input in a workflow.

export type Surface = 'command-line' | 'action';

/** A text, or one for each surface. Plain data: it may cross from one process to another. */
export type SurfaceText = string | Readonly<Record<Surface, string>>;

export const textOn = (surface: Surface, text: SurfaceText): string =>
  typeof text === 'string' ? text : text[surface];

/** A template whose parts may differ by surface: perSurface`Correct ${option('project')}.` */
export function perSurface(
  strings: TemplateStringsArray,
  ...parts: readonly (SurfaceText | number)[]
): SurfaceText {
  const on = (surface: Surface): string =>
    String.raw(
      { raw: strings },
      ...parts.map((part) => (typeof part === 'number' ? part : textOn(surface, part))),
    );
  return { 'command-line': on('command-line'), action: on('action') };
}
