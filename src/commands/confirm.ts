// `check --confirm-with local-stack`: before a check fails for what the embedded database says, the project's own
// local stack is asked too. Its answer holds, and where the two differ, the report says so: one of them is wrong.

import { EnvironmentError, isKnownError, type KnownError } from '../errors.ts';
import type { FailOn } from '../findings/fail-on.ts';
import { visible } from '../findings/visible.ts';
import type { ShadowSource } from '../ports.ts';
import { isFailing, withLevel } from '../report/failing.ts';
import type { Confirmation, Report } from '../report/report.ts';
import {
  type Answer,
  answerOf,
  type Checked,
  type CheckOptions,
  type CheckPorts,
  type ReadProject,
  readProject,
  reportOf,
  withPatch,
} from './check.ts';
import { differencesOf, disagreement, isNone } from './disagreement.ts';

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
type Answered = Answer & { error?: undefined; took: number };
interface Unanswered {
  error: KnownError;
  /** Milliseconds. */
  took: number;
}

async function triedOn(ports: CheckPorts, read: ReadProject, options: CheckOptions): Promise<Tried> {
  const started = ports.now();
  const took = (): number => Math.round(ports.now() - started);
  try {
    return { ...(await answerOf(read, options, ports)), took: took() };
  } catch (error) {
    if (!isKnownError(error)) throw error;
    return { error, took: took() };
  }
}

/** What the user did wrong is as wrong on any database. */
function isToConfirm(first: Tried, options: ConfirmOptions): boolean {
  if (first.error !== undefined) return first.error instanceof EnvironmentError;
  return isFailing(withLevel(reportOf('check', first, options.repeat), options.failOn));
}

async function reported(first: Tried, options: ConfirmOptions, ports: ConfirmPorts): Promise<Checked> {
  if (first.error !== undefined) return { report: ports.failedReport(first.error) };
  return await withPatch(reportOf('check', first, options.repeat), first, options, ports);
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
  const after = withFirstTiming(reportOf('check', second, options.repeatOnStack), first);
  const differences = differencesOf(before.findings, after.findings);
  if (first.error === undefined && isNone(differences)) {
    const { repair } = before;
    const confirmation = { ...confirmationOf(before), status: 'agreed' } as const;
    return await withPatch({ ...after, ...(repair && { repair }), confirmation }, second, options, ports);
  }
  const notice = disagreement(before, after, differences);
  const confirmation: Confirmation = {
    ...confirmationOf(before),
    ...(first.error === undefined ? { status: 'disagreed', differences } : { status: 'answered' }),
  };
  const report = { ...after, confirmation, notices: [notice, ...after.notices] };
  return await withPatch(report, second, options, ports);
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
