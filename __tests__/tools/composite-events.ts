// Real payloads of the events that start workflows, from Octokit's collection, and what the runner says of each in
// the `github` context. A test puts its own commits in: the collection's do not exist.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../cli/run.ts';

export type EventKind =
  | 'pull_request'
  /** From another repository than the one it asks to be merged into. */
  | 'pull_request from a fork'
  | 'pull_request_target'
  | 'push'
  | 'schedule'
  | 'workflow_dispatch'
  | 'merge_group';

export interface Event {
  name: string;
  payload: Record<string, unknown>;
  /** What of the `github` context depends on the event. */
  github: Record<string, string>;
}

/** What the payload is about; what is not given stays as it came. */
export interface Facts {
  headSha?: string;
  baseSha?: string;
  /** `owner/name` */
  repository?: string;
  /** Of the pull request. */
  number?: number;
}

export const HEAD = '1111111111111111111111111111111111111111';
export const BASE = '2222222222222222222222222222222222222222';
/** The merge of head and base that a pull request checks out. */
const MERGE = '3333333333333333333333333333333333333333';

export function eventFixture(
  kind: EventKind,
  { headSha = HEAD, baseSha = BASE, repository = 'Codertocat/Hello-World', number = 2 }: Facts = {},
): Event {
  const [owner = ''] = repository.split('/');
  const common = { repository, repository_owner: owner };
  switch (kind) {
    case 'pull_request':
    case 'pull_request from a fork':
    case 'pull_request_target': {
      const isTarget = kind === 'pull_request_target';
      const from = kind === 'pull_request from a fork' ? 'stranger/Hello-World' : repository;
      const payload = pullRequest({ headSha, baseSha, repository, number, from });
      const github = {
        ...common,
        event_name: isTarget ? kind : 'pull_request',
        sha: isTarget ? baseSha : MERGE,
        ref: isTarget ? 'refs/heads/master' : `refs/pull/${number}/merge`,
        ref_name: isTarget ? 'master' : `${number}/merge`,
        head_ref: 'changes',
        base_ref: 'master',
      };
      return { name: github.event_name, payload, github };
    }
    case 'push': {
      const payload = inRepository(
        { ...exampleOf('push', 'ref', 'refs/heads/master'), after: headSha, before: baseSha },
        repository,
      );
      return { name: kind, payload, github: { ...common, ...onBranch(kind, headSha) } };
    }
    case 'schedule': {
      // No webhook has it: a run's payload holds the cron line and the repository alone.
      const { repository: known } = exampleOf('push', 'ref', 'refs/heads/master');
      const payload = inRepository({ schedule: '17 4 * * *', repository: known }, repository);
      return { name: kind, payload, github: { ...common, ...onBranch(kind, headSha) } };
    }
    case 'workflow_dispatch': {
      const example = exampleOf('workflow_dispatch', 'ref', 'refs/heads/master');
      const payload = inRepository(example, repository);
      return { name: kind, payload, github: { ...common, ...onBranch(kind, headSha) } };
    }
    case 'merge_group': {
      const example = exampleOf('merge_group', 'action', 'checks_requested');
      const group = { ...objectOf(example.merge_group), head_sha: headSha, base_sha: baseSha };
      const payload = inRepository({ ...example, merge_group: group }, repository);
      const ref = String(objectOf(example.merge_group).head_ref);
      const github = { ...onBranch(kind, headSha), ref, ref_name: ref.replace('refs/heads/', '') };
      return { name: kind, payload, github: { ...common, ...github } };
    }
    default:
      return kind satisfies never;
  }
}

const onBranch = (event_name: string, sha: string): Record<string, string> => ({
  event_name,
  sha,
  ref: 'refs/heads/master',
  ref_name: 'master',
  head_ref: '',
  base_ref: '',
});

function pullRequest(facts: Required<Facts> & { from: string }): Record<string, unknown> {
  const example = exampleOf('pull_request', 'action', 'opened');
  const request = objectOf(example.pull_request);
  const side = (of: unknown, sha: string, repository: string): Record<string, unknown> => {
    const known = objectOf(of);
    return { ...known, sha, repo: repositoryOf(objectOf(known.repo), repository) };
  };
  const head = side(request.head, facts.headSha, facts.from);
  const base = side(request.base, facts.baseSha, facts.repository);
  const { number } = facts;
  return inRepository(
    { ...example, number, pull_request: { ...request, number, head, base } },
    facts.repository,
  );
}

const inRepository = (payload: Record<string, unknown>, name: string): Record<string, unknown> => ({
  ...payload,
  repository: repositoryOf(objectOf(payload.repository), name),
});

function repositoryOf(known: Record<string, unknown>, fullName: string): Record<string, unknown> {
  const [login = '', name = ''] = fullName.split('/');
  return { ...known, name, full_name: fullName, owner: { ...objectOf(known.owner), login } };
}

interface Definition {
  name: string;
  examples: Record<string, unknown>[];
}

let definitions: Definition[] | undefined;

/** The first example of an event, or the first whose `key` is `value`. A copy of its own. */
function exampleOf(name: string, key?: string, value?: string): Record<string, unknown> {
  const file = join(ROOT, 'node_modules/@octokit/webhooks-examples/api.github.com/index.json');
  definitions ??= JSON.parse(readFileSync(file, 'utf8')) satisfies Definition[];
  const examples = definitions?.find((one) => one.name === name)?.examples ?? [];
  const found = examples.find((one) => key === undefined || one[key] === value);
  if (found === undefined) throw new Error(`There is no example of ${name}`);
  return structuredClone(found);
}

const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
