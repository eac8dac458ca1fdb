// The patch of a check: what `fix` would make, as Git takes it from the root of the repository.

import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseOptions } from '../../src/options/options.ts';
import { type Ran, run } from '../../src/run.ts';
import { PROJECTS } from '../cli/run.ts';
import { SHOP, TYPES, typesOf } from '../cli/shop.ts';
import { folderOf } from '../project/disk/folder.ts';

const git = (cwd: string, args: readonly string[], input = ''): string =>
  execFileSync('git', ['-c', 'core.autocrlf=false', ...args], {
    cwd,
    input,
    encoding: 'utf8',
    stdio: 'pipe',
  });

/** A check that is asked for its patch. */
const checked = (
  project: string,
  types: readonly string[] = [],
  onProgress: (phase: string) => void = () => undefined,
): Promise<Ran> =>
  run(
    'check',
    parseOptions({ project, types }),
    { onProgress, onCliLine: () => undefined, guard: () => undefined },
    { wantsPatch: true },
  );

/** A repository with the shop in a folder of it, in sync but for its types, which lie where the caller says. */
function repositoryWith(files: Record<string, string | Uint8Array>): { root: string; project: string } {
  const { 'types.ts': _, ...shop } = SHOP;
  const inside = Object.fromEntries(
    Object.entries(shop).map(([path, text]) => [`apps/my shop/${path}`, text]),
  );
  const root = folderOf({ ...inside, ...files });
  git(root, ['init', '--quiet']);
  return { root, project: join(root, 'apps/my shop') };
}

const OTHERS = typesOf({ public: 'invoices' });

test('that of a project in a folder of its repository is taken by git apply, after which the check is in sync', async () => {
  const root = folderOf({ 'README.md': '' });
  const project = join(root, 'my app');
  cpSync(join(PROJECTS, 'drifted'), project, { recursive: true });
  git(root, ['init', '--quiet']);
  const { report, patch = '' } = await checked(project);
  expect(report.status).toBe('drifted');
  expect(patch).toMatch(/^--- a\/my app\/src\/types\/database\.types\.ts$/m);
  git(root, ['apply', '-'], patch);
  const after = await checked(project);
  expect(after).toEqual({ report: expect.objectContaining({ status: 'in-sync', findings: [] }) });
});

describe('a types file', () => {
  test('is found by git apply wherever it lies and whatever it is called, a link by where it leads', async () => {
    const odd = [
      'packages/my "odd" types/tÿpes 名.ts',
      'packages/back\\slash.ts',
      'a\ttab.ts',
      ' spaces .ts',
    ];
    const onWindows = process.platform === 'win32';
    const paths = ['apps/my shop/types.ts', 'packages/tÿpes 名.ts', ...(onWindows ? [] : odd)];
    const { root, project } = repositoryWith({
      ...Object.fromEntries(paths.map((path) => [path, OTHERS])),
      'db/types.ts': OTHERS,
    });
    symlinkSync('../../db/types.ts', join(project, 'linked.ts'));
    const types = [...paths, 'apps/my shop/linked.ts'].map((path) => join(root, path));
    const { patch = '' } = await checked(project, types);
    git(root, ['apply', '-'], patch);
    for (const path of [...paths, 'db/types.ts'])
      expect([path, readFileSync(join(root, path), 'utf8')]).toEqual([
        path,
        expect.stringContaining('orders'),
      ]);
    expect((await checked(project, types)).report.status).toBe('in-sync');
  });

  test('with a byte order mark, Windows line ends and log lines around it is taken as it stands', async () => {
    const text = `\uFEFFConnecting to db 5432\n${OTHERS}`.replaceAll('\n', '\r\n');
    const { root, project } = repositoryWith({ 'types.ts': text });
    const { patch = '' } = await checked(project, [join(root, 'types.ts')]);
    git(root, ['apply', '-'], patch);
    const after = readFileSync(join(root, 'types.ts'), 'utf8');
    expect(after.slice(0, 7)).toBe('\uFEFFexport');
    expect(after.replaceAll('\r\n', '')).not.toContain('\n');
  });
});

describe('no patch,', () => {
  test('and nothing said of it, when nothing drifted', async () => {
    const { root, project } = repositoryWith({ 'types.ts': TYPES });
    const { report, patch } = await checked(project, [join(root, 'types.ts')]);
    expect({ patch, status: report.status, notices: report.notices }).toEqual({
      patch: undefined,
      status: 'in-sync',
      notices: [],
    });
  });

  test('when nobody asked for one', async () => {
    const { root, project } = repositoryWith({ 'types.ts': OTHERS });
    const listener = { onProgress: () => undefined, onCliLine: () => undefined, guard: () => undefined };
    const ran = await run('check', parseOptions({ project, types: [join(root, 'types.ts')] }), listener);
    expect(ran).toEqual({ report: expect.objectContaining({ status: 'drifted', notices: [] }) });
  });

  const refusedWith = async (ran: Promise<Ran>): Promise<string | undefined> => {
    const { report, patch } = await ran;
    expect({ patch, status: report.status }).toEqual({ patch: undefined, status: 'drifted' });
    return report.notices.find(({ code }) => code === 'no-patch')?.message;
  };

  test('and the reason, when Git takes the file for binary', async () => {
    const { root, project } = repositoryWith({ 'types.ts': Buffer.from(`\uFEFF${OTHERS}`, 'utf16le') });
    expect(await refusedWith(checked(project, [join(root, 'types.ts')]))).toBe(
      'There is no patch: `../../types.ts` is UTF-16, which Git takes for binary, so no patch can change it. Run `drift-gate fix`, which writes the file itself, or save it as UTF-8.',
    );
  });

  test('and the reason, when the file lies outside of the repository', async () => {
    const elsewhere = folderOf({ 'types.ts': OTHERS });
    const { project } = repositoryWith({});
    const types = [join(elsewhere, 'types.ts')];
    expect(await refusedWith(checked(project, types))).toMatch(
      /^There is no patch: `.*types\.ts` lies outside of the repository/,
    );
  });

  test('and the reason, when the file is changed while it is compared', async () => {
    const { root, project } = repositoryWith({ 'types.ts': OTHERS });
    const file = join(root, 'types.ts');
    const whileGenerating = (phase: string): void => {
      if (phase === 'Generating types') writeFileSync(file, typesOf({ public: 'receipts' }));
    };
    expect(await refusedWith(checked(project, [file], whileGenerating))).toBe(
      'There is no patch: ../../types.ts was changed while it was compared, so no edit was made. Run it again.',
    );
  });
});
