// A comment as people see it: Markdown through GitHub's renderer, GitHub's look around it, diagrams drawn by Mermaid,
// diffs painted, all in one page for a headless browser.

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import MarkdownIt from 'markdown-it';

const modules = fileURLToPath(new URL('../../../node_modules', import.meta.url));
const read = (file: string): string => readFileSync(path.join(modules, file), 'utf8');

const isInstalled = (program: string): boolean =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

/** The browser that draws pages; Debian's package `chromium`, or Google's. */
export const BROWSER = ['chromium', 'chromium-browser', 'google-chrome'].find(isInstalled);

/** GitHub's own Markdown renderer, Debian's package `cmark-gfm`; markdown-it stands in where it is not installed. */
export const RENDERER = ['cmark-gfm'].find(isInstalled) ?? 'markdown-it';

const GFM = ['table', 'strikethrough', 'autolink', 'tagfilter', 'tasklist'].flatMap((name) => ['-e', name]);

/** Markdown as GitHub's HTML: raw HTML stays, but for the tags that GitHub filters. */
export const githubHtml = (markdown: string): string =>
  RENDERER === 'markdown-it'
    ? new MarkdownIt({ html: true, linkify: true }).render(markdown)
    : execFileSync(RENDERER, ['--unsafe', '--github-pre-lang', ...GFM], {
        input: markdown,
        encoding: 'utf8',
      });

export type Theme = 'light' | 'dark';

/** What runs in the page: fences become diagrams and painted diffs, as on GitHub. */
const BEHAVIOUR = `
  const codeOf = (language) => [...document.querySelectorAll(
    'pre[lang="' + language + '"] > code, pre > code.language-' + language)];
  for (const code of codeOf('diff')) {
    for (const line of code.textContent.split('\\n').slice(0, -1)) {
      const span = document.createElement('span');
      span.className = { '+': 'pl-mi1', '-': 'pl-md', '@': 'pl-mdr' }[line[0]] ?? '';
      span.textContent = line + '\\n';
      code.append(span);
    }
    code.firstChild.remove();
  }
  mermaid.initialize({ startOnLoad: false, securityLevel: 'strict', theme: THEME });
  const draw = async () => {
    for (const [index, code] of codeOf('mermaid').entries()) {
      const box = document.createElement('div');
      box.className = 'mermaid';
      try {
        box.innerHTML = (await mermaid.render('diagram' + index, code.textContent)).svg;
      } catch (error) {
        box.dataset.error = String(error);
      }
      code.parentElement.replaceWith(box);
    }
    document.body.dataset.height = document.documentElement.getBoundingClientRect().height;
    document.body.dataset.drawn = 'true';
  };
  draw();
`;

const FRAME = {
  light: { page: '#ffffff', head: '#f6f8fa', border: '#d1d9e0', text: '#1f2328', muted: '#59636e' },
  dark: { page: '#0d1117', head: '#151b23', border: '#3d444d', text: '#f0f6fc', muted: '#9198a1' },
} as const;

function styleOf(theme: Theme): string {
  const { page, head, border, text, muted } = FRAME[theme];
  return `${read(`github-markdown-css/github-markdown-${theme}.css`)}
    body { margin: 0; padding: 16px; background: ${page}; font-family: "Noto Sans", Helvetica, Arial, sans-serif; }
    .comment { border: 1px solid ${border}; border-radius: 6px; }
    .author { padding: 8px 16px; background: ${head}; border-bottom: 1px solid ${border}; color: ${muted};
      border-radius: 6px 6px 0 0; font-size: 14px; }
    .author b { color: ${text}; } .author i { border: 1px solid ${border}; border-radius: 2em; padding: 0 6px;
      font-size: 12px; font-style: normal; }
    .markdown-body { padding: 16px; font-size: 14px; font-family: inherit; }
    .mermaid { text-align: center; margin: 16px 0; } .mermaid svg { max-width: 100%; }`;
}

/** The whole page; \`opened\` folded blocks, counted from the first, are open. */
export function commentPage(
  markdown: string,
  theme: Theme = 'light',
  opened: readonly number[] = [],
): string {
  const script = BEHAVIOUR.replace('THEME', theme === 'dark' ? '"dark"' : '"default"');
  let block = -1;
  const html = githubHtml(markdown).replace(/<details>/g, (tag) => {
    block += 1;
    return opened.includes(block) ? '<details open>' : tag;
  });
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Comment</title>
    <style>${styleOf(theme)}</style></head><body><div class="comment">
    <div class="author"><b>github-actions</b> <i>bot</i> commented</div>
    <article class="markdown-body">${html}</article></div>
    <script>${read('@mermaid-js/tiny/dist/mermaid.tiny.js').replaceAll('</script', '<\\\\/script')}</script>
    <script>${script}</script></body></html>`;
}

/** Runs the browser on a page, with a folder of its own for what it writes. */
function browse<T>(html: string, args: readonly string[], result: (folder: string, stdout: string) => T): T {
  if (BROWSER === undefined) throw new Error('No Chromium is installed: apt-get install chromium');
  const folder = mkdtempSync(path.join(tmpdir(), 'comment-page-'));
  try {
    const page = path.join(folder, 'page.html');
    writeFileSync(page, html);
    const common = ['--headless=new', '--no-sandbox', '--disable-gpu', '--hide-scrollbars'];
    const own = [`--user-data-dir=${path.join(folder, 'profile')}`, '--virtual-time-budget=20000'];
    const stdout = execFileSync(
      BROWSER,
      [...common, ...own, ...args.map((arg) => arg.replace('FOLDER', folder)), pathToFileURL(page).href],
      {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        maxBuffer: 64 * 1024 * 1024,
        timeout: 110_000,
      },
    );
    return result(folder, stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** The document after its scripts ran. */
export const domOf = (html: string): string => browse(html, ['--dump-dom'], (_, stdout) => stdout);

/** Device pixels to a CSS pixel. */
const SCALE = 1.5;

/** A PNG of the whole page, so many CSS pixels wide, at a resolution for sharp screens. */
export function pictureOf(html: string, width: number): Buffer {
  const atWidth = (height: number): string => `--window-size=${width},${height}`;
  const height = browse(html, ['--dump-dom', atWidth(1000)], (_, dom) =>
    Math.ceil(Number(/data-height="([\d.]+)"/.exec(dom)?.[1])),
  );
  return browse(
    html,
    ['--screenshot=FOLDER/page.png', atWidth(height), `--force-device-scale-factor=${SCALE}`],
    (folder) => readFileSync(path.join(folder, 'page.png')),
  );
}
