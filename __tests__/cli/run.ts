// Runs the built command line as a user does: a process of its own, with nothing but Node.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const PROJECTS = `${ROOT}__tests__/projects`;
const CLI = `${ROOT}dist/cli.js`;

export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

export function run(args: readonly string[], { cwd = PROJECTS, cli = CLI, env = {} } = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    env: { PATH: process.env.PATH, ...env },
  });
  return { code: status, stdout, stderr };
}

export interface JsonFinding {
  ruleId: string;
  id: string;
  subject: { kind: string; name: string; relation?: string; enum?: string; parameters?: string[] };
  compatibility?: string;
  message: string;
  location?: { file: string; line: number; column?: number };
  typesLocation?: { file: string; line: number; column?: number };
  committed?: string;
  details?: string[];
  remedy: string;
}

export interface JsonReport {
  status: string;
  findings: JsonFinding[];
  notices: { code: string; message: string }[];
  notRun: { part: string; reason: string }[];
  failure?: { message: string; remedy: string };
  repair?: string;
  diagram?: { links: { from: string; to: string; change?: string }[] };
  project: { directory: string; types: string[]; schemas: string[]; migrations: number };
}

export function runJson(
  args: readonly string[],
  options: Parameters<typeof run>[1] = {},
): Ran & { report: JsonReport } {
  const ran = run([...args, '--format', 'json', '--quiet'], options);
  const report: JsonReport = JSON.parse(ran.stdout);
  return { ...ran, report };
}
