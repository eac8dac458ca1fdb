// What a test orders to happen to requests that are yet to come. Each order names how a request begins, `POST /repos`.

import type { IncomingMessage } from 'node:http';

export interface Received {
  method: string;
  path: string;
  query: string;
  body: unknown;
  headers: IncomingMessage['headers'];
}

/** What goes wrong with a request. */
export interface Fault {
  /** Answered in place of GitHub's own answer. */
  status?: number;
  headers?: Record<string, string>;
  message?: string;
  /** Answered in place of `message`. */
  json?: unknown;
  /** The whole answer, by something that is not GitHub: a page of a proxy. */
  page?: string;
  /** The connection breaks: before anything is answered, or in the middle of the answer. */
  drop?: 'before-answer' | 'in-answer';
  /** GitHub does what is asked all the same, before things go wrong. */
  isDone?: boolean;
  /** Milliseconds before the answer. */
  delay?: number;
}

type Order = (a: Received, b: Received) => number;

export interface Faults {
  /** The next requests that begin so go wrong. */
  order(beginning: string, fault: Fault, times?: number): void;
  /** The next requests that begin so wait until there are `count`, and are carried out in the given order. */
  gather(beginning: string, count: number, order?: Order): void;
  /** Does something before the next request that begins so is carried out. */
  before(beginning: string, act: () => void): void;
  /** What was ordered for a request, once it may be carried out. */
  meet(received: Received): Promise<Fault | undefined>;
}

/** Whether GitHub does what a request asks, in spite of its fault. */
export const isCarriedOut = (fault: Fault | undefined): boolean =>
  fault === undefined ||
  fault.isDone === true ||
  (fault.status === undefined && fault.drop === undefined && fault.page === undefined);

export function faults(): Faults {
  const orders: { beginning: string; fault: Fault }[] = [];
  const acts: { beginning: string; act: () => void }[] = [];
  const gatherings: { beginning: string; count: number; order: Order; waiting: Waiting[] }[] = [];

  const gathered = async (line: string, received: Received): Promise<void> => {
    const gathering = gatherings.find(({ beginning }) => line.startsWith(beginning));
    if (gathering === undefined) return;
    const { count, order, waiting } = gathering;
    await new Promise<void>((go) => {
      waiting.push({ received, go });
      if (waiting.length < count) return;
      gatherings.splice(gatherings.indexOf(gathering), 1);
      for (const each of waiting.toSorted((a, b) => order(a.received, b.received))) each.go();
    });
  };

  return {
    order(beginning, fault, times = 1) {
      for (let time = 0; time < times; time += 1) orders.push({ beginning, fault });
    },
    gather(beginning, count, order = () => 0) {
      gatherings.push({ beginning, count, order, waiting: [] });
    },
    before(beginning, act) {
      acts.push({ beginning, act });
    },
    async meet(received) {
      const line = `${received.method} ${received.path}`;
      await gathered(line, received);
      takeFirst(acts, line)?.act();
      return takeFirst(orders, line)?.fault;
    },
  };
}

interface Waiting {
  received: Received;
  go: () => void;
}

/** Takes the first that is meant for a request out of a list. */
function takeFirst<T extends { beginning: string }>(list: T[], line: string): T | undefined {
  const at = list.findIndex(({ beginning }) => line.startsWith(beginning));
  return at === -1 ? undefined : list.splice(at, 1)[0];
}
