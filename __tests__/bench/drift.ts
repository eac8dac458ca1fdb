// A check where every column of 1,000 tables differs: what is done with the differences takes a few times as long
// as finding them, garbage collection included, and the traced replay is told apart.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { measured, median } from '../tools/measured.ts';
import { TABLES, writeLargeProject } from './large-project.ts';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const ROUNDS = 3;
const MOST_TIMES_THE_DIFF = 4;

const EMPTY = `export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]
export type Database = { public: { Tables: {}; Views: {}; Functions: {}; Enums: {}; CompositeTypes: {} } }
`;

export async function benchDrift(): Promise<void> {
  const directory = mkdtempSync(path.join(tmpdir(), 'drift-gate-bench-'));
  const types = path.join(directory, 'src/database.types.ts');
  const run = (...args: string[]) => measured(directory, process.execPath, [CLI, ...args, '--quiet']);
  try {
    writeLargeProject(directory);
    writeFileSync(types, EMPTY);
    await run('fix', '--types', types);
    const [json = '', ...lines] = readFileSync(types, 'utf8').split('\n');
    const changed = lines.map((line) => line.replaceAll(/: (?:string|number|Json)\b/g, ': boolean'));
    writeFileSync(types, [json, ...changed].join('\n'));
    const rounds: Record<string, number>[] = [];
    let findings = 0;
    for (let round = 0; round < ROUNDS; round++) {
      const { stdout } = await run('check', '--format', 'json');
      const report: { findings: unknown[]; timings: Record<string, number> } = JSON.parse(stdout);
      findings = report.findings.length;
      rounds.push(report.timings);
    }
    const timeOf = (phase: string): number => median(rounds.map((timings) => timings[phase] ?? 0));
    const ratio = timeOf('blame') / timeOf('compare');
    console.log(
      `check with every column of ${TABLES} tables changed: ${findings} findings, compare ${timeOf('compare')} ms, blame ${timeOf('blame')} ms (${ratio.toFixed(2)} of compare), replay ${timeOf('replay')} ms, traced replay ${timeOf('trace')} ms (${(timeOf('trace') / timeOf('replay')).toFixed(2)} of replay)`,
    );
    if (ratio > MOST_TIMES_THE_DIFF) throw new Error(`blame may take ${MOST_TIMES_THE_DIFF} times the diff`);
  } finally {
    if (!process.env.KEEP) rmSync(directory, { recursive: true, force: true });
    else console.log(directory);
  }
}
