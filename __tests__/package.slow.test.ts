// The package as npm would publish it, installed from its tarball into a project, with no network.

import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { PROJECTS, type Ran, ROOT, run } from './cli/run.ts';
import { runHere } from './cli/run-here.ts';
import { newFolder } from './tools/folders.ts';

const LARGEST_MB = 20;

const folder = newFolder();
const project = path.join(folder, 'shop');
const installed = path.join(project, 'node_modules/supabase-drift-gate');

/** Without what npm tells its scripts, of which this test is one. */
const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_OPTIONS$)/i.test(name))),
  npm_config_offline: 'true',
  npm_config_update_notifier: 'false',
};

function start(program: 'npm' | 'npx', args: readonly string[], cwd: string): Ran {
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd,
    encoding: 'utf8',
    env: environment,
    // There they are scripts of the shell.
    shell: process.platform === 'win32',
  });
  return { code: status, stdout, stderr };
}

const npx = (...args: string[]): Ran => start('npx', ['--no-install', ...args], project);

interface Packed {
  filename: string;
  size: number;
  files: { path: string }[];
}

let packed: Packed;
beforeAll(() => {
  const { stdout, stderr } = start(
    'npm',
    ['pack', '--ignore-scripts', '--json', '--pack-destination', folder],
    ROOT,
  );
  const [only]: Packed[] = JSON.parse(stdout);
  if (only === undefined) throw new Error(stderr);
  packed = only;
  cpSync(`${PROJECTS}/drifted`, project, { recursive: true });
  writeFileSync(path.join(project, 'package.json'), '{ "private": true }');
  const tarball = path.join(folder, packed.filename);
  const install = start('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', tarball], project);
  if (install.code !== 0) throw new Error(install.stderr);
});

describe('the tarball', () => {
  test('holds what runs: no test, no source, no source map, nothing of the Action alone', () => {
    const files = packed.files.map((file) => file.path);
    expect(files).toEqual(expect.arrayContaining(['LICENSE', 'README.md', 'package.json', 'dist/cli.js']));
    const others = files.filter((file) => !file.startsWith('dist/'));
    expect(others.sort()).toEqual(['LICENSE', 'README.md', 'package.json']);
    expect(
      files.filter((file) => /\.(map|ts)$|test|^dist\/(action|setup)\.js$|vendor\/actions-/.test(file)),
    ).toEqual([]);
  });

  test(`has less than ${LARGEST_MB} MB`, () => {
    expect(packed.size).toBeLessThan(LARGEST_MB * 1_000_000);
  });

  test('has every file that the program may load', () => {
    const files = new Set(packed.files.map((file) => file.path));
    const loaded = new Set<string>();
    const load = (file: string): void => {
      if (loaded.has(file)) return;
      loaded.add(file);
      if (!files.has(file) || file.startsWith('dist/vendor/')) return;
      const code = readFileSync(`${ROOT}${file}`, 'utf8');
      for (const [, name = ''] of code.matchAll(/(?:from |import |import\()"(\.\.?\/[^"]+)"/g)) {
        load(path.posix.join(path.posix.dirname(file), name));
      }
    };
    load('dist/cli.js');
    load('dist/shadow-worker.js');
    expect(loaded.size).toBeGreaterThan(20);
    expect([...loaded].filter((file) => !files.has(file))).toEqual([]);
  });
});

describe('the installed package', () => {
  test('brings no other, and may be published', () => {
    const folders = readdirSync(path.join(project, 'node_modules')).filter((name) => !name.startsWith('.'));
    expect(folders).toEqual(['supabase-drift-gate']);
    const manifest = JSON.parse(readFileSync(path.join(installed, 'package.json'), 'utf8'));
    expect(manifest).toMatchObject({ publishConfig: { access: 'public', provenance: true } });
    expect(manifest).not.toHaveProperty('private');
    expect(manifest).not.toHaveProperty('dependencies');
  });

  test('finds drift, fixes it, and finds none then', async () => {
    expect(npx('supabase-drift-gate', 'check')).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('public.parcels'),
    });
    expect(npx('supabase-drift-gate', 'fix')).toMatchObject({ code: 0 });
    expect(await runHere(['check'], { cwd: project })).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('✓ In sync'),
    });
  });

  test('prints commands that run as they are printed', () => {
    cpSync(`${PROJECTS}/drifted/src`, path.join(project, 'src'), { recursive: true });
    const [, printed = ''] = /^ {2}\$ (.*)$/m.exec(npx('supabase-drift-gate', 'check').stdout) ?? [];
    expect(printed).toBe('npx supabase-drift-gate fix');
    const { status } = spawnSync(printed, { shell: true, cwd: project, env: environment });
    expect(status).toBe(0);
  });

  test('has the help of an audit', () => {
    expect(npx('supabase-drift-gate', 'audit', '--help')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('--live <url>'),
    });
  });

  test('starts by its short name too', () => {
    expect(npx('drift-gate', '--version')).toMatchObject({
      code: 0,
      stdout: `${JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8')).version}\n`,
    });
  });

  test.each(['18.20.8', '20.18.3'])(
    'says in a sentence that Node %s is too old, and ends with 2',
    (version) => {
      const pretend = path.join(folder, 'pretend.cjs');
      const versions = `{ ...process.versions, node: '${version}' }`;
      writeFileSync(pretend, `Object.defineProperty(process, 'versions', { value: ${versions} });`);
      const cli = path.join(installed, 'dist/cli.js');
      const env = { NODE_OPTIONS: `--require "${pretend.replaceAll('\\', '/')}"` };
      expect(run(['check'], { cwd: project, cli, env })).toEqual({
        code: 2,
        stdout: '',
        stderr: `drift-gate: Node ${version} is too old.\n  Use Node 20.19 or later.\n`,
      });
    },
  );
});
