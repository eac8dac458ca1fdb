// `check --confirm-with local-stack`: before a check fails for what the embedded database says, the project's own
// local stack is asked too. Its answer holds, and where the two differ, the report says so: one of them is wrong.

import { EnvironmentError, isKnownError, type KnownError } from '../errors.ts';
import { visible } from '../findings/visible.ts';
import type { FailOn } from '../options/values.ts';
import type { ShadowSource } from '../ports.ts';
import { isFailing, withLevel } from '../report/failing.ts';
import type { Confirmation, Report } from '../report/report.ts';
import {
  type Checked,
  type CheckOptions,
  type CheckPorts,
  type Compared,
  compareRead,
  type ReadProject,
  readProject,
  verdictOf,
  withPatch,
} from './check.ts';
import { answeredInstead, differencesOf, disagreement, isNone } from './disagreement.ts';

export interface ConfirmOptions extends CheckOptions {
  /** What this level tolerates needs no second answer. */
  failOn: FailOn;
  /** The options of a repair that goes by the local stack's answer. */
  repeatOnStack: string;
}

export interface ConfirmPorts extends CheckPorts {
  /** Made when it is needed. */
  localStack(): Promise<ShadowSource>;
  /** The report of a run that could not check. */
  failedReport(error: KnownError): Report;
}

/** As `check`, with a second answer behind every verdict that fails. Throws what no database could help with. */
export async function confirmedCheck(options: ConfirmOptions, ports: ConfirmPorts): Promise<Checked> {
  const read = readProject(ports);
  const first = await triedOn(ports, read, options);
  if (!isToConfirm(first, options)) return reported(first, options, ports);
  ports.onProgress('Confirming on the local stack');
  const second = await triedOn({ ...ports, source: await ports.localStack() }, read, options);
  return second.error === undefined
    ? byLocalStack(first, second, options, ports)
    : unconfirmed(first, second, options, ports);
}

/** What came of asking one database. */
type Tried = Answered | Unanswered;
type Answered = Compared & { error?: undefined; took: number };
interface Unanswered {
  error: KnownError;
  /** Milliseconds. */
  took: number;
}

async function triedOn(ports: CheckPorts, read: ReadProject, options: CheckOptions): Promise<Tried> {
  const started = ports.now();
  const took = (): number => Math.round(ports.now() - started);
  try {
    return { ...(await compareRead(read, options, ports)), took: took() };
  } catch (error) {
    if (!isKnownError(error)) throw error;
    return { error, took: took() };
  }
}

/** What the user did wrong is as wrong on any database. */
function isToConfirm(first: Tried, options: ConfirmOptions): boolean {
  if (first.error !== undefined) return first.error instanceof EnvironmentError;
  return isFailing(withLevel(verdictOf(first, options.repeat), options.failOn));
}

async function reported(first: Tried, options: ConfirmOptions, ports: ConfirmPorts): Promise<Checked> {
  if (first.error !== undefined) return { report: ports.failedReport(first.error) };
  return await withPatch(verdictOf(first, options.repeat), first, options);
}

/** The first answer stands: drift stays drift, and what could not be checked is no more checked than before. */
async function unconfirmed(
  first: Tried,
  { error, took }: Unanswered,
  options: ConfirmOptions,
  ports: ConfirmPorts,
): Promise<Checked> {
  const { report, ...rest } = await reported(first, options, ports);
  const reason = visible(error.message.replace(/\.$/, ''));
  const confirmation = { ...confirmationOf(report), status: 'could-not-confirm', reason } as const;
  const notRun = [...report.notRun, { part: 'confirmation', reason } as const];
  const { total = first.took, ...phases } = report.timings;
  const timings = { ...phases, confirmation: took, total: total + took };
  return { ...rest, report: { ...report, confirmation, notRun, timings } };
}

async function byLocalStack(
  first: Tried,
  second: Answered,
  options: ConfirmOptions,
  ports: ConfirmPorts,
): Promise<Checked> {
  const { report: before } = await reported(first, { ...options, wantsPatch: false }, ports);
  const after = withFirstTiming(verdictOf(second, options.repeatOnStack), first);
  if (first.error !== undefined) {
    const confirmation = { ...confirmationOf(before), status: 'answered' } as const;
    const notices = [answeredInstead(first.error), ...after.notices];
    return await withPatch({ ...after, confirmation, notices }, second, options);
  }
  // What the baseline accepts is compared as well.
  const differences = differencesOf(first.scope.comparison.findings, second.scope.comparison.findings);
  if (isNone(differences)) {
    const { repair } = before;
    const confirmation = { ...confirmationOf(before), status: 'agreed' } as const;
    return await withPatch({ ...after, ...(repair && { repair }), confirmation }, second, options);
  }
  const confirmation = { ...confirmationOf(before), status: 'disagreed', differences } as const;
  const notices = [disagreement(before.engine, after.engine, differences), ...after.notices];
  return await withPatch({ ...after, confirmation, notices }, second, options);
}

const confirmationOf = ({
  status,
  engine,
  findings,
  failure,
}: Report): Pick<Confirmation, 'by' | 'first'> => ({
  by: 'local-stack',
  first: { status, engine, findings: findings.length, ...(failure && { failure }) },
});

/** The phases are those of the second run; the whole of the first one is a phase before them. */
function withFirstTiming(report: Report, { took }: Tried): Report {
  const { discover = 0, total = 0, ...phases } = report.timings;
  return { ...report, timings: { discover, embedded: took, ...phases, total: took + total } };
}
