import { describe, expect, test } from '@jest/globals';
import { UsageError } from '../../src/errors.ts';
import { needsCli, optionsOf, readInputs } from '../../src/github/inputs.ts';
import { NAMED_CLI, option } from '../../src/options/table.ts';
import { perSurface } from '../../src/surface.ts';

const read = (inputs: Record<string, string>) => readInputs(JSON.stringify(inputs));

/** The error that inputs are refused with, by reading them or by what they mean together. */
function refusal(inputs: Record<string, string>): { message: string; remedy: string } {
  try {
    optionsOf(read(inputs));
  } catch (error) {
    if (error instanceof UsageError) return { message: error.message, remedy: error.remedy };
    throw error;
  }
  throw new Error('the inputs were taken');
}

describe('inputs', () => {
  test('have defaults for all, and those are valid options', () => {
    expect(read({})).toEqual({
      mode: 'check',
      commentPolicy: 'on-drift',
      issuePolicy: 'on-drift',
      commentKey: '',
      annotations: true,
      skipUnchanged: true,
      token: '',
      options: {
        project: '.',
        types: [],
        database: 'embedded',
        resetWith: 'supabase-cli',
        confirmWith: 'none',
        liveTimeout: '60',
        allowWritableRole: false,
      },
      settings: [],
      reports: {},
    });
    expect(optionsOf(read({}))).toMatchObject({ database: 'embedded', resetWith: 'supabase-cli' });
  });

  test('are read', () => {
    const inputs = {
      'project-directory': ' apps/my api ',
      types: '  a.ts\n\n  packages/b c.ts\r\n',
      schemas: 'public, api\nreports,',
      'fail-on': 'breaking',
      'supabase-version': 'v2.122.1',
      baseline: 'supabase/accepted.json',
      comment: 'never',
      'comment-key': 'api',
      annotations: 'false',
      'skip-unchanged': 'false',
      'report-json': 'out/drift.json',
      'report-sarif': 'drift.sarif',
      'github-token': 'ghs_x',
    };
    expect(read(inputs)).toEqual({
      mode: 'check',
      commentPolicy: 'never',
      issuePolicy: 'on-drift',
      commentKey: 'api',
      annotations: false,
      skipUnchanged: false,
      token: 'ghs_x',
      supabaseVersion: '2.122.1',
      options: {
        project: 'apps/my api',
        types: ['a.ts', 'packages/b c.ts'],
        schema: ['public', 'api', 'reports'],
        database: 'embedded',
        resetWith: 'supabase-cli',
        confirmWith: 'none',
        failOn: 'breaking',
        liveTimeout: '60',
        allowWritableRole: false,
        baseline: 'supabase/accepted.json',
      },
      settings: [],
      reports: { json: 'out/drift.json', sarif: 'drift.sarif' },
    });
    expect(read({ 'confirm-with': 'local-stack' }).options.confirmWith).toBe('local-stack');
  });

  test('of an audit are read', () => {
    const inputs = {
      mode: 'audit',
      'live-url': 'postgresql://u:p@h/d',
      'live-ca': 'ca.crt',
      'live-timeout': '90',
      'allow-writable-role': 'true',
      environment: 'production',
      inventory: 'docs/inventory.md',
      issue: 'never',
      'report-html': 'drift.html',
    };
    expect(read(inputs)).toMatchObject({
      mode: 'audit',
      issuePolicy: 'never',
      options: {
        live: 'postgresql://u:p@h/d',
        liveCa: 'ca.crt',
        liveTimeout: '90',
        allowWritableRole: true,
        environment: 'production',
        inventory: 'docs/inventory.md',
      },
      reports: { html: 'drift.html' },
    });
    expect(optionsOf(read(inputs))).toMatchObject({
      liveUrl: 'postgresql://u:p@h/d',
      liveTimeout: 90,
      environment: 'production',
    });
  });

  test('that are empty, as an unset variable makes them, mean the default', () => {
    const empty = {
      mode: '',
      types: ' \n',
      annotations: '',
      comment: '',
      'fail-on': '',
      'supabase-version': '',
    };
    expect(read(empty)).toEqual(read({}));
  });

  test('are named in any case, as on GitHub', () => {
    expect(read({ Comment: 'always' }).commentPolicy).toBe('always');
  });
});

const NO_NAME =
  'Input `environment` must be at most 50 letters, digits, spaces and `. _ / -`, and begin with a letter or digit.';

describe('a wrong value is refused in one sentence that names the input', () => {
  test.each([
    [{ mode: 'fix' }, 'Invalid input `mode: fix`: use check or audit.'],
    [{ mode: 'audit', issue: 'always' }, 'Invalid input `issue: always`: use on-drift or never.'],
    [
      { mode: 'audit', 'allow-writable-role': 'yes' },
      'Invalid input `allow-writable-role: yes`: use true or false.',
    ],
    [{ mode: 'audit', inventory: 'a.sql' }, 'Input `inventory: a.sql` must be a Markdown file (.md).'],
    [{ mode: 'audit', inventory: 'a.txt' }, 'Input `inventory: a.txt` must be a Markdown file (.md).'],
    [{ mode: 'audit', environment: '--><b>' }, NO_NAME],
    [{ mode: 'audit', environment: 'production\u3164' }, NO_NAME],
    [{ mode: 'audit', 'live-timeout': '1 s' }, 'Input `live-timeout` must be whole seconds from 1 to 3600.'],
    [
      { mode: 'audit', inventory: 'a.md', 'report-markdown': 'a.md' },
      'Input `report-markdown` names the file of another report.',
    ],
    [{ annotations: 'yes' }, 'Invalid input `annotations: yes`: use true or false.'],
    [{ annotations: 'True' }, 'Invalid input `annotations: True`: use true or false.'],
    [{ 'skip-unchanged': '1' }, 'Invalid input `skip-unchanged: 1`: use true or false.'],
    [{ comment: 'sometimes' }, 'Invalid input `comment: sometimes`: use on-drift, always or never.'],
    [
      { 'comment-key': 'a\nb' },
      'Input `comment-key` must be at most 100 letters, digits, spaces and `. _ - / : @`.',
    ],
    [
      { 'comment-key': '--><b>' },
      'Input `comment-key` must be at most 100 letters, digits, spaces and `. _ - / : @`.',
    ],
    [{ 'supabase-version': '^3' }, 'Input `supabase-version` must be a version such as 3.1.0, or latest.'],
    [
      { 'supabase-version': '3.1.0/../x' },
      'Input `supabase-version: 3.1.0/../x` must be a version such as 3.1.0, or latest.',
    ],
    [{ 'report-json': 'src/index.ts' }, 'Input `report-json: src/index.ts` would overwrite a source file.'],
    [{ 'report-sarif': 'https://x.example' }, 'Input `report-sarif` must be a path, not a URL.'],
    [
      { 'report-json': 'a', 'report-markdown': 'a' },
      'Input `report-markdown` names the file of another report.',
    ],
    [
      { 'report-json': 'a', 'report-markdown': './a' },
      'Input `report-markdown` names the file of another report.',
    ],
    [{ baseline: 'a.json', 'report-json': './a.json' }, 'Input `report-json` would overwrite the baseline.'],
    [{ 'report-json': 'a', 'report-sarif': 'a' }, 'Input `report-sarif` names the file of another report.'],
    [{ 'fail-on': 'all' }, 'Invalid input `fail-on: all`: use drift, dangerous, breaking or never.'],
    [
      { database: 'mine' },
      'Invalid input `database: mine`: use embedded, local-stack or a postgresql:// URL.',
    ],
    [{ 'reset-with': 'psql' }, 'Invalid input `reset-with: psql`: use built-in or supabase-cli.'],
    [{ 'project-directory': 'postgres://x' }, 'Input `project-directory` must be a path, not a URL.'],
    [{ types: 'https://x.example/a.ts' }, 'Input `types` must be a path, not a URL.'],
    [
      { 'reset-with': 'built-in', database: 'local-stack' },
      'Input `reset-with: built-in` resets only the embedded database.',
    ],
  ])('%j', (inputs, message) => {
    const { remedy, ...rest } = refusal(inputs);
    expect(rest.message).toBe(message);
    expect(remedy).toMatch(/\S\.$/);
    expect(remedy).not.toContain('`--');
  });

  test('and never repeats it, for it may be a secret', () => {
    const secret = 'postgresql://u:CANARY@h/d?host=elsewhere';
    for (const name of [
      'database',
      'project-directory',
      'types',
      'report-json',
      'comment',
      'supabase-version',
      'mode',
    ])
      expect(JSON.stringify(refusal({ [name]: secret }))).not.toContain('CANARY');
  });

  test.each([undefined, '', 'no JSON with CANARY', '"CANARY"', '{"types":["CANARY"]}'])(
    'inputs that are %j',
    (json) => {
      let error: unknown;
      try {
        readInputs(json);
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toBeInstanceOf(UsageError);
      expect(String(error)).toContain('DRIFT_GATE_INPUTS');
      expect(`${String(error)}${JSON.stringify(error)}`).not.toContain('CANARY');
    },
  );
});

const OF_ONE_MODE: [string, string, 'check' | 'audit'][] = [
  ['confirm-with', 'local-stack', 'check'],
  ['comment', 'never', 'check'],
  ['comment-key', 'a', 'check'],
  ['skip-unchanged', 'false', 'check'],
  ['live-url', 'postgresql://CANARY@h/d', 'audit'],
  ['live-ca', 'ca.crt', 'audit'],
  ['live-timeout', '90', 'audit'],
  ['allow-writable-role', 'true', 'audit'],
  ['environment', 'production', 'audit'],
  ['inventory', 'inventory.md', 'audit'],
  ['issue', 'never', 'audit'],
];

test.each(OF_ONE_MODE)('%s is refused in the mode that does not read it', (name, value, mode) => {
  const other = mode === 'audit' ? 'check' : 'audit';
  expect(() => read({ mode, [name]: value })).not.toThrow();
  const { message, remedy } = refusal({ mode: other, [name]: value });
  expect(message).toBe(`Input \`${name}\` is only for \`mode: ${mode}\`, and the mode is \`${other}\`.`);
  expect(remedy).toBe(`Leave \`${name}\` out, or give \`mode: ${mode}\`.`);
});

test.each([
  [perSurface`Or use ${option('database', 'local-stack')}.`, 'Or use `database: local-stack`.'],
  [perSurface`Correct ${option('project')}.`, 'Correct `project-directory`.'],
  [
    perSurface`Was ${option('live')} given with ${option('liveCa', 'FILE')}?`,
    'Was `live-url` given with `live-ca: FILE`?',
  ],
  [perSurface`Leave ${option('schema')} out.`, 'Leave `schemas` out.'],
  [perSurface`Name the CLI with ${NAMED_CLI}.`, 'Name the CLI with `supabase-version: VERSION`.'],
])('what the command line says as %j is said of a workflow as %j', (said, meant) => {
  expect(new UsageError({ message: 'a', remedy: said }).on('action').remedy).toBe(meant);
});

test.each([
  [{}, true],
  [{ 'reset-with': 'built-in' }, false],
  [{ 'reset-with': 'built-in', 'confirm-with': 'local-stack' }, true],
])('whether %j needs the Supabase CLI: %s', (inputs, isNeeded) => {
  expect(needsCli(read(inputs))).toBe(isNeeded);
});
