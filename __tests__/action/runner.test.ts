// The tool that runs composite actions in these tests, held to what GitHub's runner does.

import { describe, expect, test } from '@jest/globals';
import { type Job, type JobRun, runAction, TOKEN } from '../tools/composite-action.ts';
import { pairsOf } from '../tools/composite-commands.ts';
import { BASE, type EventKind, eventFixture, HEAD } from '../tools/composite-events.ts';
import { actionOf, checkout, programs } from '../tools/composite-folders.ts';

const HEAD_OF_FILE = 'name: Test\ndescription: For a test\n';

/** Runs an action of these steps, and of what else stands in its file. */
function runSteps(steps: string, job: Partial<Job> = {}, before = ''): Promise<JobRun> {
  const action = actionOf({
    'action.yml': `${HEAD_OF_FILE}${before}runs:\n  using: composite\n  steps:\n${steps.replace(/^/gm, '    ')}\n`,
  });
  return runAction({ workspace: checkout({}), event: eventFixture('push'), action, ...job });
}

const sh = (script: string, more = ''): string =>
  `- shell: sh\n${more.replace(/^(?=.)/gm, '  ')}\n  run: |\n${script.replace(/^/gm, '    ')}`;

const outcomes = ({ steps }: JobRun): string[] => steps.map(({ outcome }) => outcome);

describe('steps', () => {
  test('after one that failed, only those run that ask for it', async () => {
    const ran = await runSteps(
      [
        sh('exit 3'),
        sh('echo never'),
        sh('echo mourning', 'if: failure()'),
        sh('echo whatever', "if: always() && runner.os == 'Linux'"),
        sh('echo not here', "if: always() && runner.os == 'Windows'"),
      ].join('\n'),
    );
    expect(outcomes(ran)).toEqual(['failure', 'skipped', 'success', 'success', 'skipped']);
    expect(ran.steps[0]?.exitCode).toBe(3);
    expect(ran.conclusion).toBe('failure');
  });

  test('one that may fail leaves the action green, and tells both', async () => {
    const ran = await runSteps(
      [
        sh('exit 1', 'id: one\ncontinue-on-error: true'),
        sh(
          'echo "$OUTCOME $CONCLUSION"',
          `env:\n  OUTCOME: \${{ steps.one.outcome }}\n  CONCLUSION: \${{ steps.one.conclusion }}`,
        ),
      ].join('\n'),
    );
    expect(ran.conclusion).toBe('success');
    expect(ran.log).toContain('\nfailure success');
  });

  test('sh ends at the first command that fails, and bash at the first of a pipe', async () => {
    const bash = sh('false | true\necho after', 'continue-on-error: true').replace(
      'shell: sh',
      'shell: bash',
    );
    const ran = await runSteps(
      [sh('false\necho after', 'continue-on-error: true'), bash, sh('false | true')].join('\n'),
    );
    expect(outcomes(ran)).toEqual(['failure', 'failure', 'success']);
    expect(ran.log).not.toContain('\nafter');
  });

  test('what they leave is there for those after them: outputs, variables, folders of the path', async () => {
    const tool = programs({ greet: 'echo hello from a tool' });
    const ran = await runSteps(
      [
        sh(
          'echo "word=a = b" >> "$GITHUB_OUTPUT"\necho "MOOD=calm" >> "$GITHUB_ENV"\necho "$TOOL" >> "$GITHUB_PATH"',
          'id: first',
        ),
        sh('greet\necho "$MOOD, $WORD"', `env:\n  WORD: \${{ steps.first.outputs.word }}`),
      ].join('\n'),
      { env: { TOOL: tool } },
      `outputs:\n  word:\n    description: One\n    value: \${{ steps.first.outputs.word || 'none' }}\n`,
    );
    expect(ran.log).toContain('\nhello from a tool\ncalm, a = b');
    expect(ran.outputs).toEqual({ word: 'a = b' });
    expect(ran.left.path[0]).toBe(tool);
  });

  test('another action is recorded with what it is given, and does what the test says', async () => {
    const given: unknown[] = [];
    const tool = programs({ greet: 'echo hello' });
    const ran = await runSteps(
      `- uses: some/action@0123456789012345678901234567890123456789\n  with:\n    version: \${{ inputs.version }}\n${sh('greet')}`,
      {
        inputs: { version: '7' },
        uses: {
          'some/action': (values) => {
            given.push(values);
            return { path: [tool] };
          },
        },
      },
    );
    expect(given).toEqual([{ version: '7' }]);
    expect(ran.steps[0]?.uses?.action).toMatch(/^some\/action@0123/);
    expect(ran.log).toContain('\nhello');
  });

  test('know who, where and what, as on a runner', async () => {
    const ran = await runSteps(sh('pwd\nenv'), {
      event: eventFixture('pull_request', { repository: 'acme/shop' }),
      workspace: checkout({}),
    });
    const variables = pairsOf(
      ran.log
        .split('\n')
        .filter((line) => /^\w+=/.test(line))
        .join('\n'),
    );
    expect(variables).toMatchObject({
      GITHUB_ACTIONS: 'true',
      GITHUB_REPOSITORY: 'acme/shop',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_HEAD_REF: 'changes',
      RUNNER_OS: 'Linux',
    });
    expect(ran.log).toContain(`\n${variables.GITHUB_WORKSPACE}\n`);
    expect(Object.keys(variables)).not.toContain('GITHUB_TOKEN');
    expect(Object.values(variables)).not.toContain(process.env.HOME);
  });
});

describe('what GitHub would refuse', () => {
  test.each([
    ['an expression that names no context', sh('echo', 'if: nonsense.here == 1')],
    ['a step without a shell', '- run: echo'],
    ['a key that there is not', sh('echo', 'need: more')],
  ])('%s', async (_, steps) => {
    await expect(runSteps(steps)).rejects.toThrow();
  });
});

describe('the log', () => {
  test('hides the token, secrets of the job, and what a step asks to be hidden, from then on', async () => {
    const ran = await runSteps(
      sh(
        `echo "early"\necho "::add-mask::early"\necho "early and ${TOKEN} and of-the-job"\necho '{"a":"of-the-job"}'`,
      ),
      { secrets: ['of-the-job'] },
    );
    expect(ran.log).toContain('\nearly\n\n*** and *** and ***\n{"a":"***"}');
    expect(ran.unmaskedLog).toContain(`early and ${TOKEN} and of-the-job`);
  });

  test('commands become annotations, with what they escape', async () => {
    const ran = await runSteps(
      sh(
        `echo '::error file=a%2Cb.sql,line=3,col=5,title=Two%3A words::one%0Atwo 100%25'\necho '::notice::Just said'`,
      ),
    );
    expect(ran.annotations).toEqual([
      { level: 'error', file: 'a,b.sql', line: 3, col: 5, title: 'Two: words', message: 'one\ntwo 100%' },
      { level: 'notice', message: 'Just said' },
    ]);
  });

  test('commands are words while they are stopped, also those of the older kind', async () => {
    const ran = await runSteps(
      sh(
        [
          'echo "::stop-commands::enough-7"',
          'echo "::error::not one"',
          'echo "table ##[warning]nor this"',
          'echo "::enough-7::"',
          'echo "table ##[warning]but this"',
        ].join('\n'),
      ),
    );
    expect(ran.annotations).toEqual([{ level: 'warning', message: 'but this' }]);
  });

  test('shows the variables of a step, so what it hands over is seen', async () => {
    const ran = await runSteps(sh('true', `env:\n  GIVEN: \${{ toJSON(inputs) }}`), {
      inputs: { word: 'abc' },
    });
    expect(ran.log).toContain('env:\n  GIVEN: {\n  "word": "abc"\n}');
  });
});

describe('files of pairs', () => {
  test('hold values of one line and of several', () => {
    expect(pairsOf('a=1=2\n\nb<<EOF\none\n\ntwo=2\nEOF\nc<<X\nX\n')).toEqual({
      a: '1=2',
      b: 'one\n\ntwo=2',
      c: '',
    });
  });

  test.each(['no pair\n', '<<EOF\nx\nEOF\n', 'a<<EOF\nx\nEOF more\n'])(
    'that the runner refuses are refused: %j',
    (text) => {
      expect(() => pairsOf(text)).toThrow();
    },
  );
});

describe('payloads', () => {
  const kinds: EventKind[] = [
    'pull_request',
    'pull_request from a fork',
    'pull_request_target',
    'push',
    'schedule',
    'workflow_dispatch',
    'merge_group',
  ];
  test.each(kinds)('%s is of the repository that is asked for', (kind) => {
    const { payload, github } = eventFixture(kind, { repository: 'acme/shop' });
    expect(payload).toMatchObject({ repository: { full_name: 'acme/shop', owner: { login: 'acme' } } });
    expect(github.repository).toBe('acme/shop');
  });

  test('a fork differs in where the head lives, and the commits are those of the test', () => {
    const own = eventFixture('pull_request').payload;
    const fork = eventFixture('pull_request from a fork').payload;
    const base = { sha: BASE, repo: { full_name: 'Codertocat/Hello-World' } };
    expect(own).toMatchObject({ pull_request: { head: { sha: HEAD, repo: base.repo }, base } });
    expect(fork).toMatchObject({
      pull_request: { head: { sha: HEAD, repo: { full_name: 'stranger/Hello-World' } }, base },
    });
  });
});
