// How long a program takes as a process of its own, and how much memory at its peak.

import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Measured {
  code: number | null;
  stdout: string;
  stderr: string;
  seconds: number;
  /** MiB; 0 where there is no /proc. */
  peak: number;
}

/** Runs a program to its end, whatever its exit code. */
export function measured(cwd: string, program: string, args: readonly string[]): Promise<Measured> {
  const start = performance.now();
  const child = spawn(program, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], timeout: 600_000 });
  const memory = { peak: 0 };
  const watch = setInterval(() => readMemory(child, memory), 20);
  const said = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const)
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      said[stream] += text;
    });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(watch);
      resolve({ ...said, ...memory, code, seconds: (performance.now() - start) / 1000 });
    });
  });
}

/** Reads the high-water mark of a process while it lives (Linux). */
function readMemory({ pid }: ChildProcess, memory: { peak: number }): void {
  try {
    const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    memory.peak = Math.max(memory.peak, Number(kilobytes ?? 0) / 1024);
  } catch {
    // It ended, or this is no Linux.
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
