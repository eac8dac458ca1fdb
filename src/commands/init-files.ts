// The texts of the files that `init` writes.

import { REPOSITORY } from '../version.ts';

/** `src/a.ts` as a text of TOML and YAML. */
const quoted = (text: string): string => JSON.stringify(text);

/** @param types relative to the project */
export const settingsText = (types: readonly string[]): string =>
  `# Options of Supabase Drift Gate, for the command line and the Action. All keys:
# ${REPOSITORY}/blob/main/.github/docs/configuration.md
${types.length === 0 ? '' : `types = [${types.map(quoted).join(', ')}]\n`}`;

/**
 * @param folder of the project in its repository; `.` at its root
 * @param types relative to the repository
 */
export function workflowText(folder: string, types: readonly string[]): string {
  const inputs = [
    ...(folder === '.' ? [] : [`project-directory: ${quoted(folder)}`]),
    ...(types.length === 0 ? [] : ['types: |', ...types.map((path) => `  ${path}`)]),
  ];
  return `${WORKFLOW}${inputs.length === 0 ? '' : `        with:\n${inputs.map((line) => `          ${line}\n`).join('')}`}`;
}

const WORKFLOW = `name: Supabase drift
on: [pull_request, merge_group]
permissions: {}
concurrency:
  group: supabase-drift-\${{ github.event.pull_request.number || github.sha }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}
jobs:
  drift:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      contents: read
      pull-requests: write # the comment
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with: { persist-credentials: false }
      # Pin it by the commit of the release that you looked at.
      - uses: ${REPOSITORY.replace('https://github.com/', '')}@v1
`;
