// What every workflow keeps to, so that a stranger's pull request gets no rights and nothing hangs. Each policy gives
// the places that break it.

import type { Step, WorkflowFile } from './workflow-files.ts';

type Policy = (file: WorkflowFile) => string[];

const jobsOf = ({ workflow }: WorkflowFile): [string, WorkflowFile['workflow']['jobs'][string]][] =>
  Object.entries(workflow.jobs);

/** The Action itself, in the examples: users put its owner there. */
const OURS = /^(\.\/|OWNER\/supabase-drift-gate@v\d+)$/;

const PINNED = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/;

/** Jobs that may push. */
const WRITERS = new Set([
  '.github/workflows/release.yml release',
  '.github/examples/quarterly-audit.yml inventory',
]);

/** Steps that send something away, or push it, with a secret of their own. It is in their environment alone. */
const WITH_SECRET = new Set([
  '.github/examples/auto-fix.yml Commit the patch',
  '.github/examples/audit-slack.yml Tell Slack',
]);

/** Lines, for YAML drops the comment with the version. */
const usesIn = (text: string): string[] =>
  [...text.matchAll(/^\s*(?:- )?uses: (.*)$/gm)].map(([, used = '']) => used.trim());

/** What a shell or an interpreter would run. */
const codeOf = ({ run, uses, with: given }: Step): string =>
  [run, uses?.startsWith('actions/github-script@') ? given?.script : undefined].join('\n');

const writes = (permissions: Record<string, string>): string[] =>
  Object.entries(permissions).flatMap(([name, level]) => (level === 'write' ? [name] : []));

export const POLICIES: Readonly<Record<string, Policy>> = {
  'gives no rights at the top': ({ workflow: { permissions } }) =>
    JSON.stringify(permissions) === '{}' ? [] : ['permissions'],

  'lists the rights of each job, by name': (file) =>
    jobsOf(file).flatMap(([id, { permissions }]) => (typeof permissions === 'object' ? [] : [id])),

  'writes code nowhere but where a release is made, or an inventory proposed': (file) =>
    jobsOf(file).flatMap(([id, { permissions = {} }]) =>
      writes(permissions).includes('contents') && !WRITERS.has(`${file.file} ${id}`) ? [id] : [],
    ),

  'runs neither the Action nor scripts of the repository where it may write code': (file) =>
    jobsOf(file).flatMap(([id, { permissions = {}, steps }]) =>
      writes(permissions).includes('contents') && file.file !== '.github/workflows/release.yml'
        ? steps
            .filter(({ uses = '', run = '' }) => OURS.test(uses) || /\b(npm|npx|node|sh|bash) /.test(run))
            .map(({ name, uses }) => `${id}: ${name ?? uses}`)
        : [],
    ),

  'asks for an identity token only where the package is published, and runs no code of the repository there':
    (file) =>
      jobsOf(file).flatMap(([id, { permissions = {}, steps }]) => {
        if (!writes(permissions).includes('id-token')) return [];
        if (`${file.file} ${id}` !== '.github/workflows/release.yml publish') return [id];
        const runs = steps.filter(({ run = '' }) =>
          /\bnpm (ci|install|i|run|test|exec)\b|\b(node|npx|sh|bash) |\.ci\//.test(run),
        );
        return runs.map(({ name }) => `${id}: ${name}`);
      }),

  'lets each job end in half an hour': (file) =>
    jobsOf(file).flatMap(([id, job]) => ((job['timeout-minutes'] ?? 360) <= 30 ? [] : [id])),

  'pins what it uses by commit, with the version': ({ text }) =>
    usesIn(text).filter((used) => !OURS.test(used) && !PINNED.test(used)),

  'puts no expression into code': (file) =>
    jobsOf(file).flatMap(([id, { steps }]) =>
      steps.filter((step) => codeOf(step).includes('${{')).map(({ name }) => `${id}: ${name}`),
    ),

  'leaves no token behind in the checkout': (file) =>
    jobsOf(file).flatMap(([id, { steps }]) =>
      steps
        .filter(({ uses }) => uses?.startsWith('actions/checkout@'))
        .flatMap((step) => (step.with?.['persist-credentials'] === false ? [] : [id])),
    ),

  'is not started by strangers with rights': (file) =>
    ['pull_request_target', 'issue_comment'].filter((event) => Object.hasOwn(file.workflow.on, event)),

  'checks nothing out after a workflow of a stranger': (file) =>
    Object.hasOwn(file.workflow.on, 'workflow_run')
      ? usesIn(file.text).filter((used) => used.startsWith('actions/checkout@'))
      : [],

  'needs no secret but behind an environment, where no pull request starts it': (file) =>
    jobsOf(file).flatMap(([id, job]) => {
      const names = [...JSON.stringify(job).matchAll(/\bsecrets\.\w+/g)].map(([name]) => name);
      const isStarted = Object.keys(file.workflow.on).some(
        (event) => !/^(schedule|workflow_dispatch|workflow_run)$/.test(event),
      );
      return job.environment === undefined || isStarted ? names.map((name) => `${id}: ${name}`) : [];
    }),

  'keeps secrets out of code, and out of all but the Action': (file) =>
    jobsOf(file).flatMap(([id, { steps }]) =>
      steps
        .filter(
          ({ env, ...step }) =>
            JSON.stringify(WITH_SECRET.has(`${file.file} ${step.name}`) ? step : { env, ...step }).includes(
              'secrets.',
            ) && !OURS.test(step.uses ?? ''),
        )
        .map(({ name, uses }) => `${id}: ${name ?? uses}`),
    ),

  'starts on every pull request, for it may be required': ({ workflow: { on } }) => {
    const { pull_request: filters } = on;
    return typeof filters === 'object' && filters !== null ? Object.keys(filters) : [];
  },

  'cancels older runs of a pull request': ({ workflow }) =>
    Object.hasOwn(workflow.on, 'pull_request') &&
    !JSON.stringify(workflow.concurrency ?? '').includes('cancel')
      ? ['concurrency']
      : [],
};

/** Pinned commits by action: one action is one commit everywhere. */
export const pinsOf = (texts: readonly string[]): Map<string, Set<string>> => {
  const pins = new Map<string, Set<string>>();
  for (const used of texts.flatMap(usesIn).filter((one) => PINNED.test(one))) {
    const [action = '', commit = ''] = used.split('@');
    const repository = action.split('/').slice(0, 2).join('/');
    pins.set(repository, (pins.get(repository) ?? new Set()).add(commit));
  }
  return pins;
};
