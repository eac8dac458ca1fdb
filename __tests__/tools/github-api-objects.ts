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
  patch?: string;
}

/** What may be commented on. */
export interface Thread {
  number: number;
  comments: Comment[];
  isLocked: boolean;
}

export interface Pull extends Thread {
  headSha: string;
  files: ChangedFile[];
}

export interface Issue extends Thread {
  author: string;
  title: string;
  body: string;
  labels: string[];
  state: 'open' | 'closed';
  reason: 'completed' | 'not_planned' | 'duplicate' | 'reopened' | null;
  createdAt: string;
  updatedAt: string;
  /** GitHub lists pull requests among issues. */
  isPull?: true;
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

const pageOf = (thread: Thread, { owner, name }: Place): string => {
  const kind = 'headSha' in thread || 'isPull' in thread ? 'pull' : 'issues';
  return `https://github.com/${owner}/${name}/${kind}/${thread.number}`;
};

export const commentAnswer = (comment: Comment, thread: Thread, place: Place): object => ({
  url: `${repositoryUrl(place)}/issues/comments/${comment.id}`,
  html_url: `${pageOf(thread, place)}#issuecomment-${comment.id}`,
  issue_url: `${repositoryUrl(place)}/issues/${thread.number}`,
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

export const labelAnswer = (name: string, place: Place): object => ({
  id: numberOf(name),
  node_id: `L_${numberOf(name)}`,
  url: `${repositoryUrl(place)}/labels/${encodeURIComponent(name)}`,
  name,
  description: null,
  color: 'd93f0b',
  default: false,
});

interface Example {
  name: string;
  examples: { pull_request?: { head: object }; issue?: object }[];
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

/** GitHub's own example of an issue, with what is ours. */
export function issueAnswer(issue: Issue, place: Place): object {
  const { number, title, body, labels, state, reason, author, isLocked, comments } = issue;
  const example = EXAMPLES.find(({ name }) => name === 'issues')?.examples[0]?.issue;
  const html_url = pageOf(issue, place);
  const pull = { url: html_url, html_url, diff_url: html_url, patch_url: html_url };
  return {
    ...example,
    url: `${repositoryUrl(place)}/issues/${number}`,
    html_url,
    number,
    title,
    body,
    labels: labels.map((label) => labelAnswer(label, place)),
    state,
    state_reason: reason,
    user: userOf(author, place),
    locked: isLocked,
    comments: comments.length,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    closed_at: state === 'closed' ? issue.updatedAt : null,
    ...(issue.isPull && { pull_request: pull }),
  };
}
