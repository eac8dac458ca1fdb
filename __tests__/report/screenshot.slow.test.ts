// The comment in a real browser, after GitHub's own Markdown renderer where that is installed: what people see.

import { afterAll, describe, expect, test } from '@jest/globals';
import { visible } from '../../src/findings/visible.ts';
import type { Diagram } from '../../src/report/diagram.ts';
import { renderDiagram } from '../../src/report/diagram.ts';
import { fenced } from '../../src/report/markdown/escape.ts';
import { renderMarkdown } from '../../src/report/markdown.ts';
import { COMMIT, hostileComment, hostileDiagram, PAGE } from './markdown-reports.ts';
import { drifted } from './reports.ts';
import { BROWSER, commentPage, domOf, RENDERER } from './screenshot/comment-page.ts';

const HOSTILE = [
  '</details> @everyone',
  '<script>alert(1)</script>',
  '__proto__',
  'a|b`c',
  '日本語の表',
  '![x](y)',
];

const DIAGRAM: Diagram = {
  relations: [
    {
      id: 'public.orders',
      kind: 'table',
      columns: [{ name: 'total', type: 'string | null', change: 'changed', was: 'number' }],
    },
    { id: 'public.users', kind: 'table', columns: [] },
  ],
  links: [{ from: 'public.orders', to: 'public.users', name: 'fk', columns: ['user_id'], change: 'added' }],
};

const textIn = (html: string): string =>
  html
    .replace(/<style.*?<\/style>/gs, '')
    .replace(/<[^>]*>/g, '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

/** The comment and what Mermaid drew in it. */
function parts(dom: string): { comment: string; diagrams: string[] } {
  const [, comment = ''] = /<article[^>]*>(.*)<\/article>/s.exec(dom) ?? [];
  return {
    comment,
    diagrams: comment
      .split('<div class="mermaid"')
      .slice(1)
      .map((box) => box.split('</svg>', 1)[0] ?? ''),
  };
}

const count = (html: string, pattern: RegExp): number => html.match(pattern)?.length ?? 0;

afterAll(() => {
  if (RENDERER === 'markdown-it') {
    console.warn('Rendered with markdown-it: cmark-gfm, which GitHub renders with, is not installed.');
  }
});

if (BROWSER === undefined) {
  test.skip('a comment in a browser was not looked at: no chromium is installed', () => undefined);
} else {
  describe('a comment in a browser', () => {
    const markdown = renderMarkdown({ ...drifted, diagram: DIAGRAM }, PAGE);
    const { comment, diagrams } = parts(domOf(commentPage(markdown)));

    test('has the table, the folds closed, the diffs painted', () => {
      expect(count(comment, /<tr>/g)).toBe(5);
      expect(count(comment, /<details>/g)).toBe(5);
      expect(count(comment, /<details open/g)).toBe(0);
      expect(count(comment, /<span class="pl-mi1">/g)).toBeGreaterThan(3);
      expect(count(comment, /<span class="pl-md">/g)).toBeGreaterThan(2);
    });

    test('links to the commit and nowhere else', () => {
      const addresses = Array.from(comment.matchAll(/<a [^>]*href="([^"]*)"/g), ([, url = '']) => url);
      expect(addresses.length).toBeGreaterThan(8);
      expect(addresses.filter((url) => !url.startsWith(COMMIT))).toEqual([]);
    });

    test('has its diagram drawn, with the names, the types and what changed', () => {
      expect(diagrams).toHaveLength(1);
      const [diagram = ''] = diagrams;
      expect(diagram).not.toContain('data-error');
      const words = textIn(diagram)
        .split('\n')
        .map((word) => word.trim());
      for (const word of [
        'public.orders',
        'string_or_null',
        'total',
        'was number',
        'public.users',
        'user_id (added)',
      ])
        expect(words).toContain(word);
    });
  });

  describe('hostile names in a browser', () => {
    const diagramsOf = HOSTILE.map((name) =>
      fenced(renderDiagram(hostileDiagram(name)), 'mermaid').join('\n'),
    );
    const comments = HOSTILE.map((name) => renderMarkdown({ ...hostileComment(name), notices: [] }, PAGE));
    const page = [...diagramsOf, ...comments.map((one) => one.replace(/```mermaid.*?```/s, ''))].join('\n\n');
    const { comment, diagrams } = parts(domOf(commentPage(page)));

    test.each(HOSTILE.map((name, index) => [name, index] as const))('%s is drawn as text', (name, index) => {
      const diagram = diagrams[index] ?? '';
      expect(diagram).not.toContain('data-error');
      const tags = new Set(Array.from(diagram.matchAll(/<([a-z]+)/gi), ([, tag = '']) => tag.toLowerCase()));
      for (const tag of ['script', 'a', 'img', 'strong', 'em', 'code', 'details'])
        expect(tags).not.toContain(tag);
      // Full-width forms read as the characters that they stand for.
      expect(textIn(diagram).normalize('NFKC')).toContain(`public.${visible(name)} (was`);
    });

    test('every name reads as it is, and none becomes an element', () => {
      const html = comment.slice(comment.lastIndexOf('</svg>'));
      const tags = new Set(Array.from(html.matchAll(/<([a-z]\w*)/g), ([, tag = '']) => tag));
      for (const tag of ['script', 'img', 'em', 'strong', 'del', 'svg']) expect(tags).not.toContain(tag);
      expect(count(html, /<details>/g)).toBe(count(html, /<\/details>/g));
      for (const name of HOSTILE) expect(textIn(html)).toContain(visible(name));
    });
  });
}
