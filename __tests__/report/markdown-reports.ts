// Reports that only the Markdown has something to show of, beside those of reports.ts.

import { type Finding, makeFinding } from '../../src/findings/finding.ts';
import type { Diagram } from '../../src/report/diagram.ts';
import type { MarkdownPage } from '../../src/report/markdown.ts';
import type { Report } from '../../src/report/report.ts';
import { blamed, hostileReport } from './reports.ts';

export const COMMIT = 'https://github.com/acme/shop/blob/0123456789abcdef0123456789abcdef01234567';

/** Links as the Action makes them, without its encoding: the renderer has to stand any path. */
export const PAGE = {
  linkTo: ({ file, line }) => `${COMMIT}/${file}#L${line}`,
} as const satisfies MarkdownPage;

/** A name in every place of a diagram. */
export const hostileDiagram = (name: string): Diagram => ({
  relations: [
    {
      id: `public.${name}`,
      kind: 'table',
      change: 'renamed',
      was: name,
      columns: [
        { name, type: name, change: 'changed', was: name },
        { name: 'id', type: `Database["public"]["Enums"][${JSON.stringify(name)}] | null`, isKey: true },
      ],
    },
    { id: name, kind: 'view', columns: [] },
  ],
  links: [{ from: `public.${name}`, to: name, name, columns: [name], change: 'added' }],
});

const RULES = ['relation-added', 'column-added', 'enum-value-removed', 'relation-renamed'] as const;

/** The hostile report with all that Markdown shows in its own way. */
export function hostileComment(name: string): Report {
  const report = hostileReport(name);
  const subjects = {
    'relation-added': { kind: 'table', schema: 'public', name },
    'column-added': { kind: 'column', schema: 'public', relation: 'orders', name },
    'enum-value-removed': { kind: 'enum-value', schema: 'public', enum: 'states', name },
    'relation-renamed': { kind: 'view', schema: 'app', name },
  } as const;
  const changes = RULES.map((ruleId) =>
    makeFinding({
      ruleId,
      compatibility: 'safe',
      reason: name,
      subject: subjects[ruleId],
      location: { file: `supabase/migrations/20260101000000_${name}.sql`, line: 7 },
      message: name,
      ...(ruleId === 'relation-renamed' && { committed: name, generated: name }),
    }),
  );
  const missing = makeFinding({
    ruleId: 'base-schema-drift',
    subject: { kind: 'table', schema: name, name },
    location: { file: `${name}.sql`, line: 1 },
    message: `relation \`${name}\` is used.`,
    details: [`${name}.sql:3: ${name}`, name],
  });
  return { ...report, findings: [...report.findings, ...changes, missing], diagram: hostileDiagram(name) };
}

/** Drift of so many objects, the last of them the only breaking one. */
export const manyObjects = (count: number): Report => ({
  ...blamed,
  findings: Array.from(
    { length: count },
    (_, index): Finding =>
      makeFinding({
        ruleId: 'column-added',
        compatibility: index === count - 1 ? 'breaking' : 'safe',
        subject: { kind: 'column', schema: 'public', relation: `table_${index}`, name: 'added' },
        location: { file: 'supabase/migrations/20260101000000_many.sql', line: index + 1 },
        message: `column \`public.table_${index}.added\` is not in the committed types.`,
        generated: 'string | null',
      }),
  ),
});
