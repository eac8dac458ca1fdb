// The steps of release.yml, run by bash in a clone whose origin is a folder. `gh` and `npm` are stand-ins that write down
// what they were asked, and Git pushes for real.

import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { ROOT } from '../cli/run.ts';
import { newFolder } from '../tools/folders.ts';
import { stepNamed } from './workflow-files.ts';

const FILE = '.github/workflows/release.yml';
const folder = newFolder();

const origin = path.join(folder, 'origin.git');
const clone = path.join(folder, 'clone');
const programs = path.join(folder, 'bin');
const calls = path.join(folder, 'calls');

const environment = {
  PATH: `${programs}:${process.env.PATH}`,
  HOME: folder,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.com',
};

interface Bom {
  bomFormat: string;
  metadata: { component: { purl: string } };
  components: { name: string }[];
}

function git(...args: string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, {
    cwd: clone,
    encoding: 'utf8',
    env: environment,
  });
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
  return stdout.trim();
}

/** As the runner runs a step that names no shell. */
function runStep(name: string, tag: string): { code: number | null; stdout: string } {
  const script = path.join(folder, 'step.sh');
  writeFileSync(script, stepNamed(FILE, name).run ?? '');
  const { status, stdout } = spawnSync('bash', ['-e', script], {
    cwd: clone,
    encoding: 'utf8',
    env: {
      ...environment,
      GITHUB_REF_NAME: tag,
      GITHUB_SHA: git('rev-parse', 'HEAD'),
      GITHUB_REPOSITORY: 'acme/supabase-drift-gate',
    },
  });
  return { code: status, stdout };
}

/** A commit on main that is tagged with its version, pushed, and checked out as GitHub does it. */
function release(tag: string, { owner = 'acme', isPublished = true } = {}): string {
  const repository = { url: `git+https://github.com/${owner}/supabase-drift-gate.git` };
  writeFileSync(path.join(clone, 'package.json'), JSON.stringify({ version: tag.slice(1), repository }));
  writeFileSync(path.join(clone, 'CHANGELOG.md'), `## [Unreleased]\n\n## [${tag.slice(1)}] - 2026-12-01\n`);
  mkdirSync(path.join(clone, 'src'), { recursive: true });
  const source = readFileSync(`${ROOT}src/version.ts`, 'utf8').replace(
    /(?<=PUBLISHED: boolean = )\w+/,
    String(isPublished),
  );
  writeFileSync(path.join(clone, 'src/version.ts'), source);
  git('add', '.');
  git('commit', '--allow-empty', '-m', tag);
  git('tag', '-a', '-m', tag, tag);
  git('push', '--quiet', 'origin', 'main', tag);
  return git('rev-parse', 'HEAD');
}

const standsAt = (tag: string): string => git('ls-remote', 'origin', `refs/tags/${tag}`).split('\t')[0] ?? '';

function standIn(program: string, then: string): void {
  const file = path.join(programs, program);
  writeFileSync(file, `#!/bin/sh\necho "$@" >> '${calls}'\n${then}\n`);
  chmodSync(file, 0o755);
}

beforeEach(() => {
  for (const made of [origin, clone, programs, calls]) rmSync(made, { recursive: true, force: true });
  mkdirSync(programs);
  standIn('gh', 'test "$2" != view');
  standIn('npm', 'test "$1" != view');
  spawnSync('git', ['init', '--quiet', '--bare', origin], { env: environment });
  spawnSync('git', ['clone', '--quiet', origin, clone], { env: environment });
  git('checkout', '--quiet', '-b', 'main');
});

const VERIFY = 'The tag is the version of package.json, and its commit is on main';
const MOVE = 'Move the major tag, unless it stands at a later release';

describe('a tag is verified:', () => {
  test('that of a commit on main, with the version of package.json, passes', () => {
    release('v1.2.3');
    expect(runStep(VERIFY, 'v1.2.3')).toEqual({ code: 0, stdout: '' });
  });

  test('another version does not', () => {
    release('v1.2.3');
    expect(runStep(VERIFY, 'v1.2.4')).toEqual({
      code: 1,
      stdout: '::error::The tag is v1.2.4, and package.json says 1.2.3.\n',
    });
  });

  test('a commit that is not on main does not', () => {
    release('v1.2.3');
    git('checkout', '--quiet', '--detach');
    git('commit', '--allow-empty', '-m', 'elsewhere');
    expect(runStep(VERIFY, 'v1.2.3')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('is not on main'),
    });
  });
});

describe('what a release says of itself is verified:', () => {
  const SAYS = 'The changelog has this version, and package.json names this repository';

  test('a version that the changelog has, of this repository, passes', () => {
    release('v1.2.3');
    expect(runStep(SAYS, 'v1.2.3')).toEqual({ code: 0, stdout: '' });
  });

  test('a version that the changelog lacks does not', () => {
    release('v1.2.3');
    expect(runStep(SAYS, 'v1.2.4')).toEqual({
      code: 1,
      stdout: '::error::CHANGELOG.md has no section for 1.2.4.\n',
    });
  });

  test('a build whose comments would not name the package does not', () => {
    release('v1.2.3', { isPublished: false });
    expect(runStep(SAYS, 'v1.2.3')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('PUBLISHED = true'),
    });
  });

  test('another repository does not', () => {
    release('v1.2.3', { owner: 'OWNER' });
    expect(runStep(SAYS, 'v1.2.3')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('::error::package.json names git+https://github.com/OWNER/'),
    });
  });
});

describe('the package', () => {
  const PUBLISH = 'Publish it, unless it is published';
  const published = (version: string, tag: string): string =>
    `publish ./package/supabase-drift-gate-${version}.tgz --ignore-scripts --access public --provenance --tag ${tag}`;
  const npmCalls = (): string[] => readFileSync(calls, 'utf8').trim().split('\n');

  test('is published from its tarball, with its provenance', () => {
    release('v1.2.3');
    expect(runStep(PUBLISH, 'v1.2.3')).toEqual({ code: 0, stdout: '' });
    expect(npmCalls()).toEqual(['view supabase-drift-gate@1.2.3 version', published('1.2.3', 'latest')]);
  });

  test('of an older line does not become the latest', () => {
    release('v2.0.0');
    release('v1.9.4');
    expect(runStep(PUBLISH, 'v1.9.4').code).toBe(0);
    expect(npmCalls().at(-1)).toBe(published('1.9.4', 'latest-1'));
  });

  test('that is published already is not published again', () => {
    release('v1.2.3');
    standIn('npm', 'echo 1.2.3');
    expect(runStep(PUBLISH, 'v1.2.3')).toEqual({
      code: 0,
      stdout: '::notice::supabase-drift-gate@1.2.3 is published already.\n',
    });
    expect(npmCalls()).toHaveLength(1);
  });

  test('that npm refuses makes the step fail', () => {
    release('v1.2.3');
    standIn('npm', 'exit 1');
    expect(runStep(PUBLISH, 'v1.2.3').code).toBe(1);
  });
});

test('the bill of materials lists what dist/ carries, and no tool', () => {
  const made = spawnSync(process.execPath, ['.ci/sbom.mjs'], { cwd: ROOT, encoding: 'utf8' });
  const { bomFormat, metadata, components }: Bom = JSON.parse(made.stdout);
  expect(bomFormat).toBe('CycloneDX');
  expect(metadata.component.purl).toMatch(/^pkg:npm\/supabase-drift-gate@/);
  const names = components.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      '@electric-sql/pglite',
      '@electric-sql/pglite-postgis',
      'libpg-query',
      'commander',
    ]),
  );
  expect(names.filter((name) => /jest|biome|esbuild|^supabase$|^@types\//.test(name))).toEqual([]);
});

describe('the major tag', () => {
  test('is made with the first release, and moves with the next', () => {
    const first = release('v1.2.3');
    expect(runStep(MOVE, 'v1.2.3').code).toBe(0);
    expect(standsAt('v1')).toBe(first);
    const second = release('v1.10.0');
    expect(runStep(MOVE, 'v1.10.0').code).toBe(0);
    expect(standsAt('v1')).toBe(second);
    expect(readFileSync(calls, 'utf8')).toBe('auth setup-git\nauth setup-git\n');
  });

  test('stays where it is when an older line is released', () => {
    const later = release('v1.10.0');
    runStep(MOVE, 'v1.10.0');
    release('v1.9.4');
    expect(runStep(MOVE, 'v1.9.4')).toEqual({
      code: 0,
      stdout: '::notice::v1 stays where it is: v1.10.0 is later than v1.9.4.\n',
    });
    expect(standsAt('v1')).toBe(later);
  });

  test('of another major is left alone', () => {
    const first = release('v1.10.0');
    runStep(MOVE, 'v1.10.0');
    const second = release('v2.0.0');
    runStep(MOVE, 'v2.0.0');
    release('v10.0.0');
    runStep(MOVE, 'v10.0.0');
    expect([standsAt('v1'), standsAt('v2')]).toEqual([first, second]);
  });

  test('that GitHub does not let move is said, with what to run', () => {
    const commit = release('v1.0.0');
    const hook = path.join(origin, 'hooks/pre-receive');
    writeFileSync(hook, '#!/bin/sh\nexit 1\n');
    chmodSync(hook, 0o755);
    const { code, stdout } = runStep(MOVE, 'v1.0.0');
    expect(code).toBe(1);
    expect(stdout).toContain(`git push --force origin ${commit}:refs/tags/v1`);
  });
});

test('a release that is there already is not made again', () => {
  release('v1.0.0');
  mkdirSync(path.join(clone, 'package'));
  for (const file of ['a.cdx.json', 'a.tgz']) writeFileSync(path.join(clone, 'package', file), '');
  expect(runStep('Make the release', 'v1.0.0').code).toBe(0);
  expect(readFileSync(calls, 'utf8')).toBe(
    'release view v1.0.0\nrelease create v1.0.0 --verify-tag --generate-notes package/a.cdx.json package/a.tgz\n',
  );
  rmSync(calls);
  standIn('gh', 'true');
  expect(runStep('Make the release', 'v1.0.0').code).toBe(0);
  expect(existsSync(calls) && readFileSync(calls, 'utf8')).toBe('release view v1.0.0\n');
});
