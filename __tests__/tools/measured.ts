// How long a program takes as a process of its own, and how much memory it and what it starts take at their peak.

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
  const watch = setInterval(() => readMemory(child, memory), 50);
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

/** Adds up what a process and those that it started take now (Linux): what they share counts once. */
function readMemory({ pid = 0 }: ChildProcess, memory: { peak: number }): void {
  try {
    const kilobytes = familyOf(String(pid)).map(
      (one) => /Pss:\s+(\d+)/.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))?.[1],
    );
    const sum = kilobytes.reduce((total, one) => total + Number(one ?? 0), 0);
    memory.peak = Math.max(memory.peak, sum / 1024);
  } catch {
    // One of them ended, or this is no Linux.
  }
}

function familyOf(pid: string): string[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
  return [pid, ...children.flatMap(familyOf)];
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
