// Audits of a database that has what the migrations build.

import { expect } from '@jest/globals';
import { discoverProject } from '../../src/project/disk/discover.ts';
import type { Report } from '../../src/report/report.ts';
import { startLive } from '../tools/live-database.ts';
import { PROJECTS } from './run.ts';
import { runHere } from './run-here.ts';

export const AUDIT = ['audit', '--quiet', '--allow-writable-role'];

export const planOf = (folder: string) => {
  const { migrations, roles } = discoverProject(folder);
  return { migrations, ...(roles !== undefined && { roles }) };
};

export const env = (url: string): Record<string, string> => ({ SUPABASE_DB_URL: url });

/** Audits an untouched clone of a project. */
export async function expectAllTracked(name: string): Promise<void> {
  const live = await startLive(planOf(`${PROJECTS}/${name}`));
  const args = [...AUDIT, '--project', name, '--format', 'json'];
  const { code, stdout, stderr } = await runHere(args, { env: env(live.url) });
  await live.stop();
  const report: Report = JSON.parse(stdout);
  expect({ code, stderr, status: report.status, findings: report.findings }).toEqual({
    code: 0,
    stderr: '',
    status: 'in-sync',
    findings: [],
  });
  const { relations = [], items = [], coverage } = report.inventory ?? {};
  expect([...relations, ...items].filter(({ verdict }) => verdict !== 'tracked')).toEqual([]);
  expect(relations.length).toBeGreaterThan(3);
  expect(coverage).toBe(100);
}
