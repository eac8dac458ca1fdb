// npm run bench [migrations…] [drift] [audit]: `check`, cold, beside the real `supabase db reset` + `supabase gen types` against the
// same embedded database over its socket. Both are run in turn, and the ratio of the medians is printed: on a noisy
// machine the times alone say nothing. The real CLI's database is up before its clock starts; ours boots within. Then `drift`, see
// drift.ts, and `audit`, see audit.ts.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openEmbedded } from '../../src/database/embedded/engine.ts';
import { measured, median } from '../tools/measured.ts';
import { resetAndGenerate, serve } from '../tools/real-cli.ts';
import { benchAudit } from './audit.ts';
import { benchDrift } from './drift.ts';
import { writeProject } from './projects.ts';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const asked = process.argv.length > 2 ? process.argv.slice(2) : ['3', '70', '700', 'drift', 'audit'];
const sizes = asked.filter((word) => /^\d+$/.test(word)).map(Number);

if (sizes.length > 0)
  console.log('migrations  check (s)  reset + types (s)  ratio  peak (MiB)  phases of the last check (ms)');
for (const size of sizes) await bench(size, size > 100 ? 5 : 7);
if (asked.includes('drift')) await benchDrift();
if (asked.includes('audit')) await benchAudit();
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
  const args = [CLI, 'check', '--quiet', '--format', 'json'];
  const { stdout, seconds, peak } = await measured(directory, process.execPath, args);
  const report: { status: string; timings: Record<string, number> } = JSON.parse(stdout);
  if (report.status !== 'in-sync') throw new Error(`the check is not in sync: ${stdout}`);
  const phases = Object.entries(report.timings).map(([phase, time]) => `${phase} ${time}`);
  return { seconds, peak, phases: phases.join(' ') };
}
