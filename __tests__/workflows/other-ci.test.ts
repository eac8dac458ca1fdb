// The examples for other CIs and for Slack, run as they stand by a shell, with programs that stand for what is not here:
// the package, which a release publishes, and Slack.

import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { VERSION } from '../../src/version.ts';
import { ROOT } from '../cli/run.ts';
import { checkout, programs } from '../tools/composite-folders.ts';
import { readText, stepNamed } from './workflow-files.ts';

const GITLAB = parse(readText('.github/examples/gitlab/gitlab-ci.yml'));
const ANY = readText('.github/examples/any-ci.sh');

/** `npx` that runs this build where the published package of this version is asked for, and nothing else. */
const NPX = `[ "$1 $2" = "--yes supabase-drift-gate@${VERSION}" ] || exit 97
shift 2
exec '${process.execPath}' '${ROOT}dist/cli.js' "$@"`;

const TYPES = readText('__tests__/projects/prettier-semicolons/types_db.ts');

function runIn(script: string, types = TYPES): { code: number | null; folder: string } {
  const folder = checkout({ 'src/database.types.ts': types }, 'prettier-semicolons');
  const { status } = spawnSync('sh', ['-c', script], {
    cwd: folder,
    env: { PATH: `${programs({ npx: NPX })}:${process.env.PATH}`, HOME: folder },
    encoding: 'utf8',
  });
  return { code: status, folder };
}

const drifted = TYPES.replace(/^ {10}\w+: string;\n/m, '');

test('GitLab: the pipeline is green in sync, and red with the report of a drifted one', () => {
  const script = GITLAB['supabase-drift'].script.join('\n');
  expect(runIn(script).code).toBe(0);
  const { code, folder } = runIn(script, drifted);
  expect(code).toBe(1);
  const { codequality } = GITLAB['supabase-drift'].artifacts.reports;
  const issues = JSON.parse(readFileSync(path.join(folder, codequality), 'utf8'));
  expect(issues).toEqual([expect.objectContaining({ check_name: expect.stringMatching(/^column-/) })]);
  expect(GITLAB['supabase-drift'].artifacts.when).toBe('always');
});

test('any other: both reports are written', () => {
  const { code, folder } = runIn(ANY, drifted);
  expect(code).toBe(1);
  expect(readFileSync(path.join(folder, 'drift.md'), 'utf8')).toContain('Drifted');
  expect(JSON.parse(readFileSync(path.join(folder, 'drift.json'), 'utf8')).status).toBe('drifted');
});

const HOOK = 'https://hooks.slack.com/services/T0/B0/x';

test.each([
  [
    { STATUS: 'drifted', COUNT: '3', ISSUE: 'https://github.com/acme/shop/issues/7' },
    'Production has drifted: 3 findings. https://github.com/acme/shop/issues/7',
  ],
  [
    { STATUS: 'drifted', COUNT: '3', ISSUE: '' },
    'Production has drifted: 3 findings. https://github.com/acme/shop/actions/runs/5',
  ],
  [
    { STATUS: 'failed', COUNT: '', ISSUE: '' },
    'The audit of production could not be made. https://github.com/acme/shop/actions/runs/5',
  ],
])('Slack is told of %o', (outputs, text) => {
  const folder = checkout({});
  const { run = '' } = stepNamed('.github/examples/audit-slack.yml', 'Tell Slack');
  const curl = 'for last; do :; done; printf "%s" "$last" > to; cat > body';
  const { status } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', run], {
    cwd: folder,
    env: {
      PATH: `${programs({ curl })}:${process.env.PATH}`,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_RUN_ID: '5',
      WEBHOOK: HOOK,
      ...outputs,
    },
  });
  expect(status).toBe(0);
  expect(readFileSync(path.join(folder, 'to'), 'utf8')).toBe(HOOK);
  expect(JSON.parse(readFileSync(path.join(folder, 'body'), 'utf8'))).toEqual({ text });
});
