// `audit` of 1,000 tables and 3,000 policies, beside two things that can be run where there is no Docker: our own `check`
// of the same project, and `pgdelta diff`, the command line of @supabase/pg-delta, on the same live database. The latter
// is handed a database that the migrations have built already, and tells names alone. `supabase db diff` needs Docker.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Measured, measured, median } from '../tools/measured.ts';
import { CLI_3, generate } from '../tools/real-cli.ts';
import { type LargeLive, startLargeLive } from './large-live.ts';
import { HAND_MADE, POLICIES, TABLES, writeLargeProject } from './large-project.ts';

const script = (file: string): string => fileURLToPath(new URL(`../../${file}`, import.meta.url));
const CLI = script('dist/cli.js');
const PG_DELTA = script('node_modules/@supabase/pg-delta/dist/cli/main.js');
const ROUNDS = 3;

const MOST_SECONDS = 60;
const MOST_MEMORY = 1024;

/** Prints a line; throws when an audit takes more than a minute or 1 GiB. */
export async function benchAudit(): Promise<void> {
  const directory = mkdtempSync(path.join(tmpdir(), 'drift-gate-bench-'));
  const databases = await startLargeLive(writeLargeProject(directory), HAND_MADE.sql);
  try {
    const types = await generate(CLI_3, directory, databases.live);
    writeFileSync(path.join(directory, 'src/database.types.ts'), types);
    print(databases, await rounds(directory, databases));
  } finally {
    await databases.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}

interface Round {
  audit: Measured;
  check: Measured;
  pgDelta: Measured;
}

async function rounds(directory: string, { live, built }: LargeLive): Promise<Round[]> {
  const node = (args: string[]): Promise<Measured> => measured(directory, process.execPath, args);
  const output = ['--format', 'json'];
  const all: Round[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const audit = await node([CLI, 'audit', '--live', live, '--allow-writable-role', ...output]);
    const check = await node([CLI, 'check', ...output]);
    const pgDelta = await node([
      ...[PG_DELTA, 'diff', '--profile', 'supabase'],
      ...['--source', built, '--desired', live],
    ]);
    for (const { code, stderr, stdout } of [audit, check])
      if (code !== 1) throw new Error(`exit ${code}, where drift was to be found: ${stderr}${stdout}`);
    refuseIncomplete(audit);
    if (pgDelta.code !== 0) throw new Error(`pgdelta ended with ${pgDelta.code}: ${pgDelta.stderr}`);
    all.push({ audit, check, pgDelta });
  }
  return all;
}

/** What was changed by hand is found, and nothing else; and whoever waits is told of what. */
function refuseIncomplete({ stdout, stderr }: Measured): void {
  const { findings }: { findings: { id: string }[] } = JSON.parse(stdout);
  const found = findings.map(({ id }) => id).sort();
  if (found.join() !== [...HAND_MADE.objects].sort().join()) throw new Error(`it found ${found.join(', ')}`);
  const phases = ['Reading the live database', 'Replaying migrations', 'Comparing structure'];
  const untold = phases.filter((phase) => !stderr.includes(phase));
  if (untold.length > 0) throw new Error(`its progress lacks ${untold.join(', ')}: ${stderr}`);
}

function print({ words }: LargeLive, all: readonly Round[]): void {
  const secondsOf = (what: keyof Round): number => median(all.map((round) => round[what].seconds));
  const [audit, check, pgDelta] = [secondsOf('audit'), secondsOf('check'), secondsOf('pgDelta')];
  const peak = Math.max(...all.map((round) => round.audit.peak));
  const report: { findings: unknown[]; timings: Record<string, number> } = JSON.parse(
    all.at(-1)?.audit.stdout ?? '',
  );
  const phases = Object.entries(report.timings).map(([phase, time]) => `${phase} ${time}`);
  console.log(
    [
      `audit of ${TABLES} tables and ${POLICIES} policies, live on ${words}: ${audit.toFixed(1)} s`,
      `${(audit / check).toFixed(2)} of check (${check.toFixed(1)} s)`,
      `${(audit / pgDelta).toFixed(2)} of pgdelta diff (${pgDelta.toFixed(1)} s)`,
      `peak ${peak.toFixed(0)} MiB`,
      `${report.findings.length} findings`,
      phases.join(' '),
    ].join(', '),
  );
  if (audit > MOST_SECONDS || peak > MOST_MEMORY)
    throw new Error(`audit may take ${MOST_SECONDS} s and ${MOST_MEMORY} MiB`);
}
