// What GitHub keeps of each thing, and the whole objects that it answers with: complete enough for its own description.

import { createRequire } from 'node:module';

export interface Viewer {
  login: string;
  /** `read-only`: as the token of a pull request from a fork. */
  rights: 'write' | 'read-only';
}

export interface Comment {
  id: number;
  /** Null: the account was deleted. */
  author: string | null;
  body: string;
  createdAt: string;
  updatedAt: string;
}

export interface ChangedFile {
  filename: string;
  previous_filename?: string;
}

export interface Pull {
  number: number;
  headSha: string;
  files: ChangedFile[];
  comments: Comment[];
  isLocked: boolean;
}

/** The names of what is there, and where it is. */
export interface Place {
  url: string;
  owner: string;
  name: string;
}

const repositoryUrl = ({ url, owner, name }: Place): string => `${url}/repos/${owner}/${name}`;

const numberOf = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_000_007, 7);

const userOf = (login: string, { url }: Place): object => ({
  login,
  id: numberOf(login),
  node_id: `U_${numberOf(login)}`,
  avatar_url: `https://avatars.githubusercontent.com/u/${numberOf(login)}?v=4`,
  gravatar_id: '',
  url: `${url}/users/${encodeURIComponent(login)}`,
  html_url: `https://github.com/${encodeURIComponent(login)}`,
  followers_url: `${url}/users/${encodeURIComponent(login)}/followers`,
  following_url: `${url}/users/${login}/following{/other_user}`,
  gists_url: `${url}/users/${login}/gists{/gist_id}`,
  starred_url: `${url}/users/${login}/starred{/owner}{/repo}`,
  subscriptions_url: `${url}/users/${encodeURIComponent(login)}/subscriptions`,
  organizations_url: `${url}/users/${encodeURIComponent(login)}/orgs`,
  repos_url: `${url}/users/${encodeURIComponent(login)}/repos`,
  events_url: `${url}/users/${login}/events{/privacy}`,
  received_events_url: `${url}/users/${encodeURIComponent(login)}/received_events`,
  type: login.endsWith('[bot]') ? 'Bot' : 'User',
  site_admin: false,
});

export const commentAnswer = (comment: Comment, pull: Pull, place: Place): object => ({
  url: `${repositoryUrl(place)}/issues/comments/${comment.id}`,
  html_url: `https://github.com/${place.owner}/${place.name}/pull/${pull.number}#issuecomment-${comment.id}`,
  issue_url: `${repositoryUrl(place)}/issues/${pull.number}`,
  id: comment.id,
  node_id: `IC_${comment.id}`,
  user: comment.author === null ? null : userOf(comment.author, place),
  created_at: comment.createdAt,
  updated_at: comment.updatedAt,
  author_association: 'NONE',
  body: comment.body,
  performed_via_github_app: null,
});

export const fileAnswer = (file: ChangedFile, pull: Pull, place: Place): object => ({
  sha: 'bbcd538c8e72b8c175046e27cc8f907076331401',
  status: file.previous_filename === undefined ? 'modified' : 'renamed',
  additions: 1,
  deletions: 1,
  changes: 2,
  blob_url: `https://github.com/${place.owner}/${place.name}/blob/${pull.headSha}/${encodeURI(file.filename)}`,
  raw_url: `https://github.com/${place.owner}/${place.name}/raw/${pull.headSha}/${encodeURI(file.filename)}`,
  contents_url: `${repositoryUrl(place)}/contents/${encodeURI(file.filename)}?ref=${pull.headSha}`,
  ...file,
});

interface Example {
  name: string;
  examples: { pull_request?: { head: object } }[];
}

const EXAMPLES: Example[] = createRequire(import.meta.url)('@octokit/webhooks-examples');

/** GitHub's own example of a pull request, with what is ours. */
export function pullAnswer({ number, headSha, files, isLocked }: Pull): object {
  const example = EXAMPLES.find(({ name }) => name === 'pull_request')?.examples[0]?.pull_request;
  return {
    ...example,
    auto_merge: null,
    number,
    locked: isLocked,
    changed_files: files.length,
    head: { ...example?.head, sha: headSha },
  };
}
