import { describe, expect, test } from '@jest/globals';
import { UsageError } from '../../src/errors.ts';
import { inputWords, needsCli, optionsOf, readInputs } from '../../src/github/inputs.ts';

const read = (inputs: Record<string, string>) => readInputs(JSON.stringify(inputs));

/** The error that inputs are refused with, by reading them or by what they mean together. */
function refusal(inputs: Record<string, string>): { message: string; remedy: string } {
  try {
    optionsOf(read(inputs).options);
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
        schema: [],
        database: 'embedded',
        resetWith: 'supabase-cli',
        failOn: 'drift',
      },
      reports: {},
    });
    expect(optionsOf(read({}).options)).toMatchObject({ database: 'embedded', resetWith: 'supabase-cli' });
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
        failOn: 'breaking',
        baseline: 'supabase/accepted.json',
      },
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
    expect(optionsOf(read(inputs).options)).toMatchObject({
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

describe('a wrong value is refused in one sentence that names the input', () => {
  test.each([
    [{ mode: 'fix' }, 'Input `mode` is neither `check` nor `audit`.'],
    [{ mode: 'audit', issue: 'always' }, 'Input `issue` is neither `on-drift` nor `never`.'],
    [
      { mode: 'audit', 'allow-writable-role': 'yes' },
      'Input `allow-writable-role` is neither `true` nor `false`.',
    ],
    [{ mode: 'audit', inventory: 'a.sql' }, 'Input `inventory` would overwrite a source file.'],
    [{ mode: 'audit', inventory: 'a.txt' }, 'Input `inventory` names no Markdown file.'],
    [{ mode: 'audit', environment: '--><b>' }, 'Input `environment` is no short name.'],
    [{ mode: 'audit', environment: 'production\u3164' }, 'Input `environment` is no short name.'],
    [{ mode: 'audit', 'live-timeout': '1 s' }, 'Input `live-timeout` is no number of seconds.'],
    [
      { mode: 'audit', inventory: 'a.md', 'report-markdown': 'a.md' },
      'Input `report-markdown` names the file of another report.',
    ],
    [{ annotations: 'yes' }, 'Input `annotations` is neither `true` nor `false`.'],
    [{ annotations: 'True' }, 'Input `annotations` is neither `true` nor `false`.'],
    [{ 'skip-unchanged': '1' }, 'Input `skip-unchanged` is neither `true` nor `false`.'],
    [{ comment: 'sometimes' }, 'Input `comment` is neither `on-drift`, `always` nor `never`.'],
    [{ 'comment-key': 'a\nb' }, 'Input `comment-key` is no short name of letters, digits and `. _ - / : @`.'],
    [
      { 'comment-key': '--><b>' },
      'Input `comment-key` is no short name of letters, digits and `. _ - / : @`.',
    ],
    [{ 'supabase-version': '^3' }, 'Input `supabase-version` is neither a version nor `latest`.'],
    [{ 'supabase-version': '3.1.0/../x' }, 'Input `supabase-version` is neither a version nor `latest`.'],
    [{ 'report-json': 'src/index.ts' }, 'Input `report-json` would overwrite a source file.'],
    [{ 'report-sarif': 'https://x.example' }, 'Input `report-sarif` was given a URL, not a path.'],
    [
      { 'report-json': 'a', 'report-markdown': 'a' },
      'Input `report-markdown` names the file of another report.',
    ],
    [{ 'report-json': 'a', 'report-sarif': 'a' }, 'Input `report-sarif` names the file of another report.'],
    [{ 'fail-on': 'all' }, 'Input `fail-on` is neither `drift`, `dangerous`, `breaking` nor `never`.'],
    [{ database: 'mine' }, 'Input `database` is neither `embedded`, `local-stack` nor a postgresql:// URL.'],
    [{ 'reset-with': 'psql' }, 'Input `reset-with` is neither `built-in` nor `supabase-cli`.'],
    [{ 'project-directory': 'postgres://x' }, 'Input `project-directory` was given a URL, not a path.'],
    [{ types: 'https://x.example/a.ts' }, 'Input `types` was given a URL, not a path.'],
    [
      { 'reset-with': 'built-in', database: 'local-stack' },
      'Input `reset-with` was given `built-in`, which resets the embedded database alone.',
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
  ['fail-on', 'never', 'check'],
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
  expect(message).toBe(`Input \`${name}\` is for \`mode: ${mode}\` alone, and the mode is \`${other}\`.`);
  expect(remedy).toBe(`Leave \`${name}\` out, or give \`mode: ${mode}\`.`);
});

test.each([
  ['Or use `--database local-stack`.', 'Or use `database: local-stack`.'],
  ['Correct `--project`.', 'Correct `project-directory`.'],
  ['Was `--live` given with `--live-ca FILE`?', 'Was `live-url` given with `live-ca: FILE`?'],
  ['Leave `--schema` out.', 'Leave `schemas` out.'],
  ['Name the CLI with `--supabase-cli PATH`.', 'Name the CLI with `supabase-version: VERSION`.'],
  ['Run `drift-gate fix --project x`.', 'Run `drift-gate fix --project x`.'],
  ['It says `--version`.', 'It says `--version`.'],
])('what the command line says as %j is said of a workflow as %j', (said, meant) => {
  expect(inputWords(said)).toBe(meant);
});

test.each([
  [{}, true],
  [{ 'reset-with': 'built-in' }, false],
  [{ 'reset-with': 'built-in', 'confirm-with': 'local-stack' }, true],
])('whether %j needs the Supabase CLI: %s', (inputs, isNeeded) => {
  expect(needsCli(read(inputs))).toBe(isNeeded);
});
