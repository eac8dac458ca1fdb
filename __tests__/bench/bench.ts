// npm run bench [migrations…]: `check`, cold, beside the real `supabase db reset` + `supabase gen types` against the
// same embedded database over its socket. Both are run in turn, and the ratio of the medians is printed: on a noisy
// machine the times alone say nothing. The real CLI's database is up before its clock starts; ours boots within.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEmbedded } from '../../src/database/embedded.ts';
import { resetAndGenerate, runIn, serve } from '../tools/real-cli.ts';
import { writeProject } from './projects.ts';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const sizes = process.argv.slice(2).map(Number);

console.log('migrations  check (s)  reset + types (s)  ratio  peak (MiB)  phases of the last check (ms)');
for (const size of sizes.length > 0 ? sizes : [3, 70, 700]) await bench(size, size > 100 ? 5 : 7);
process.exit(0);

async function bench(size: number, rounds: number): Promise<void> {
  const directory = mkdtempSync(path.join(tmpdir(), 'drift-gate-bench-'));
  try {
    writeProject(directory, size);
    const ours: number[] = [];
    const theirs: number[] = [];
    let peak = 0;
    let phases = '';
    for (let round = 0; round < rounds; round++) {
      const real = await realCli(directory);
      theirs.push(real.seconds);
      writeFileSync(path.join(directory, 'src/database.types.ts'), real.types);
      const check = await ourCheck(directory);
      ours.push(check.seconds);
      peak = Math.max(peak, check.peak);
      phases = check.phases;
    }
    const [mine, real] = [median(ours), median(theirs)];
    console.log(
      [
        String(size).padStart(10),
        mine.toFixed(2).padStart(9),
        real.toFixed(2).padStart(17),
        (mine / real).toFixed(2).padStart(5),
        peak.toFixed(0).padStart(10),
        phases,
      ].join('  '),
    );
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function realCli(directory: string): Promise<{ seconds: number; types: string }> {
  const database = await openEmbedded({ extensions: [] });
  const served = await serve(database);
  const start = performance.now();
  const types = await resetAndGenerate(directory, served.url);
  const seconds = (performance.now() - start) / 1000;
  await served.stop();
  await database.close();
  return { seconds, types };
}

async function ourCheck(directory: string): Promise<{ seconds: number; peak: number; phases: string }> {
  const start = performance.now();
  const memory = { peak: 0 };
  const json = await runIn(
    directory,
    process.execPath,
    [CLI, 'check', '--quiet', '--format', 'json'],
    ({ pid }) => {
      watchMemory(pid ?? 0, memory);
    },
  );
  const seconds = (performance.now() - start) / 1000;
  const report: { status: string; timings: Record<string, number> } = JSON.parse(json);
  if (report.status !== 'in-sync') throw new Error(`the check is not in sync: ${json}`);
  const phases = Object.entries(report.timings).map(([phase, time]) => `${phase} ${time}`);
  return { seconds, peak: memory.peak, phases: phases.join(' ') };
}

/** Reads the high-water mark of a process while it lives (Linux). */
function watchMemory(pid: number, memory: { peak: number }): void {
  const timer = setInterval(() => {
    try {
      const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
      memory.peak = Math.max(memory.peak, Number(kilobytes ?? 0) / 1024);
    } catch {
      clearInterval(timer);
    }
  }, 20);
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
