// A headless Chromium that tests and screenshots drive by the DevTools protocol over a pipe: no port, no package.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import { BROWSER } from './screenshot/comment-page.ts';

type Params = Record<string, unknown>;

/** What is read of events and answers. */
interface Said {
  request?: { url: string };
  requestId?: string;
  blockedReason?: string;
  targetId?: string;
  sessionId?: string;
  data?: string;
  // biome-ignore lint/suspicious/noExplicitAny: the value of an expression is of the type that its caller names
  result?: { value: any };
  exceptionDetails?: unknown;
}
type Listener = (method: string, params: Said, session: string | undefined) => void;

interface Answer {
  id?: number;
  method?: string;
  params?: Said;
  sessionId?: string;
  result?: Said;
  error?: { message: string };
}

export interface View {
  width: number;
  height: number;
  theme?: 'light' | 'dark';
  hasScript?: boolean;
  media?: 'screen' | 'print';
  scale?: number;
}

export interface BrowserPage {
  /** The value of an expression in the page, which may be a promise. */
  evaluate<T>(expression: string): Promise<T>;
  /** A key as the keyboard sends it: `Tab`, `Enter`, `Escape`, `/`, `a`. */
  press(key: string, isShifted?: boolean): Promise<void>;
  type(text: string): Promise<void>;
  /** A PNG of what is seen, or of the whole page. */
  picture(isWhole?: boolean): Promise<Buffer>;
  /** Every address that was asked for, but the page's own, by the number of the request. */
  requests: Map<string, string>;
  /** Those of them that the page's policy refused before they left. */
  refused: string[];
  /** Errors and warnings of the console and of the browser, exceptions that nobody caught. */
  complaints: string[];
  close(): Promise<void>;
}

export interface Browser {
  open(html: string, view: View): Promise<BrowserPage>;
  close(): Promise<void>;
}

const CODES: Record<string, [code: string, keyCode: number, text?: string]> = {
  Tab: ['Tab', 9],
  Enter: ['Enter', 13, '\r'],
  Escape: ['Escape', 27],
  ' ': ['Space', 32, ' '],
  ArrowUp: ['ArrowUp', 38],
  ArrowDown: ['ArrowDown', 40],
  '/': ['Slash', 191, '/'],
};

/** Signs have no key code of their own that is not also that of Delete and the like. */
const codeOf = (key: string): [code: string, keyCode: number, text?: string] =>
  CODES[key] ??
  (/^[a-z]$/.test(key) ? [`Key${key.toUpperCase()}`, key.toUpperCase().charCodeAt(0), key] : ['', 0, key]);

/** The protocol: commands by number, each answer to its caller, all else to the listeners. */
function connection(into: Writable, out: Readable) {
  const waiting = new Map<number, (answer: Answer) => void>();
  const listeners = new Set<Listener>();
  let rest = '';
  let last = 0;
  out.setEncoding('utf8');
  out.on('data', (chunk: string) => {
    const parts = (rest + chunk).split('\0');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const answer: Answer = JSON.parse(part);
      if (answer.id === undefined)
        for (const listener of listeners)
          listener(answer.method ?? '', answer.params ?? {}, answer.sessionId);
      else {
        waiting.get(answer.id)?.(answer);
        waiting.delete(answer.id);
      }
    }
  });
  const send = (method: string, params: Params = {}, sessionId?: string): Promise<Said> =>
    new Promise((resolve, reject) => {
      const id = ++last;
      waiting.set(id, ({ result, error }) =>
        error ? reject(new Error(`${method}: ${error.message}`)) : resolve(result ?? {}),
      );
      into.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`);
    });
  return { send, listeners };
}

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => (child.exitCode === null ? child.once('exit', () => resolve()) : resolve()));

export async function openBrowser(): Promise<Browser> {
  if (BROWSER === undefined) throw new Error('No Chromium is installed: apt-get install chromium');
  const folder = mkdtempSync(path.join(tmpdir(), 'html-page-'));
  const child = spawn(
    BROWSER,
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--hide-scrollbars',
      '--no-first-run',
      '--remote-debugging-pipe',
      `--user-data-dir=${path.join(folder, 'profile')}`,
      'about:blank',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] },
  );
  const [, , , into, out] = child.stdio;
  if (!(into instanceof Writable) || !(out instanceof Readable)) throw new Error('The browser has no pipe.');
  const { send, listeners } = connection(into, out);
  let pages = 0;

  const open = async (html: string, view: View): Promise<BrowserPage> => {
    const file = path.join(folder, `page-${++pages}.html`);
    const address = pathToFileURL(file).href;
    writeFileSync(file, html);
    const { targetId } = await send('Target.createTarget', { url: 'about:blank' });
    const { sessionId } = await send('Target.attachToTarget', { targetId, flatten: true });
    const session = String(sessionId);
    const call = (method: string, params?: Params): Promise<Said> => send(method, params, session);
    const requests = new Map<string, string>();
    const refused: string[] = [];
    const complaints: string[] = [];
    let loaded = (): void => undefined;
    const isLoaded = new Promise<void>((resolve) => {
      loaded = resolve;
    });
    const listen: Listener = (method, params, of) => {
      if (of !== session) return;
      const text = JSON.stringify(params);
      if (method === 'Network.requestWillBeSent') {
        const url = params.request?.url ?? '';
        if (url !== address) requests.set(params.requestId ?? '', url);
      }
      if (method === 'Network.loadingFailed' && params.blockedReason === 'csp') {
        refused.push(requests.get(params.requestId ?? '') ?? '');
        requests.delete(params.requestId ?? '');
      }
      if (method === 'Runtime.exceptionThrown' || method === 'Log.entryAdded') complaints.push(text);
      if (method === 'Runtime.consoleAPICalled' && /"type":"(error|warning|assert)"/.test(text))
        complaints.push(text);
      if (method === 'Page.loadEventFired') loaded();
    };
    listeners.add(listen);
    for (const domain of ['Page', 'Runtime', 'Network', 'Log']) await call(`${domain}.enable`);
    const { width, height, theme = 'light', media = 'screen', hasScript = true, scale = 1 } = view;
    await call('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: scale,
      mobile: false,
    });
    await call('Emulation.setEmulatedMedia', {
      media,
      features: [
        { name: 'prefers-color-scheme', value: theme },
        { name: 'prefers-reduced-motion', value: 'reduce' },
      ],
    });
    await call('Emulation.setScriptExecutionDisabled', { value: !hasScript });
    await call('Page.navigate', { url: address });
    await isLoaded;

    const evaluate = async <T>(expression: string): Promise<T> => {
      const answer = await call('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
      if (answer.exceptionDetails !== undefined) throw new Error(JSON.stringify(answer.exceptionDetails));
      return answer.result?.value;
    };
    const press = async (key: string, isShifted = false): Promise<void> => {
      const [code, windowsVirtualKeyCode, text] = codeOf(key);
      const event = { key, code, windowsVirtualKeyCode, modifiers: isShifted ? 8 : 0 };
      await call('Input.dispatchKeyEvent', {
        type: text ? 'keyDown' : 'rawKeyDown',
        ...event,
        ...(text && { text }),
      });
      await call('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
    };
    return {
      evaluate,
      press,
      type: async (text) => {
        for (const key of text) await press(key);
      },
      picture: async (isWhole = false) => {
        const { data } = await call('Page.captureScreenshot', { captureBeyondViewport: isWhole });
        return Buffer.from(String(data), 'base64');
      },
      requests,
      refused,
      complaints,
      close: async () => {
        listeners.delete(listen);
        await send('Target.closeTarget', { targetId });
      },
    };
  };

  return {
    open,
    close: async () => {
      await send('Browser.close').catch(() => undefined);
      await ended(child);
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
