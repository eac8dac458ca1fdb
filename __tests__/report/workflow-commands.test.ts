// Workflow commands, held against what GitHub's own package prints for the same annotations.

import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { annotationsOf } from '../../src/report/annotations.ts';
import type { Report } from '../../src/report/report.ts';
import { renderWorkflowCommands } from '../../src/report/workflow-commands.ts';
import { ROOT } from '../cli/run.ts';
import {
  baseSchemaDrift,
  blamed,
  cannotReplay,
  drifted,
  failed,
  HOSTILE_NAMES,
  hostileReport,
  inSync,
  tolerated,
} from './reports.ts';

const NAMES = [
  ...HOSTILE_NAMES,
  '\n::set-output name=x::y',
  '%0A::stop-commands::z',
  ',title=x::',
  '##[stop-commands]x',
];

const REPORTS: Report[] = [
  drifted,
  blamed,
  tolerated,
  failed,
  cannotReplay,
  baseSchemaDrift,
  ...NAMES.map(hostileReport),
];

test('they are what @actions/core prints, byte for byte, below the verdict', () => {
  const script = `
    import * as core from '@actions/core';
    import { readFileSync } from 'node:fs';
    for (const { level, message, title, file, line: startLine, column: startColumn } of JSON.parse(readFileSync(0)))
      core[level](message, { title, file, startLine, startColumn });`;
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    cwd: ROOT,
    encoding: 'utf8',
    input: JSON.stringify(REPORTS.flatMap((report) => annotationsOf(report, 'apps/api/'))),
  });
  const rendered = REPORTS.map((report) => renderWorkflowCommands(report, { prefix: 'apps/api/' }));
  expect(rendered.map((text) => text.slice(text.indexOf('\n') + 1)).join('')).toBe(stdout);
});

test('the verdict is the first line, and is no command', () => {
  expect(renderWorkflowCommands(inSync)).toMatch(/^In sync: .*\n$/);
  for (const report of REPORTS) {
    const [verdict = '', ...commands] = renderWorkflowCommands(report).trimEnd().split('\n');
    expect(verdict).toMatch(/^[A-Z][^:]*: (?!.*##\[)/);
    for (const command of commands) expect(command).toMatch(/^::(error|warning|notice) /);
  }
});
