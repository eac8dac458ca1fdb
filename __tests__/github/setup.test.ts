// Which Supabase CLI is installed, in checkouts on the disk; GitHub's answer comes from a server of the test.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readInputs } from '../../src/github/inputs.ts';
import { type CliChoice, LAST_2, newestCli, TESTED_CLI, whichCli } from '../../src/github/which-cli.ts';
import { ROOT } from '../cli/run.ts';
import { checkout } from '../tools/composite-folders.ts';

const npm = (version: string): string =>
  JSON.stringify({ packages: { 'node_modules/supabase': { version } } });
const NEWEST = '3.9.9';

const choose = (
  files: Record<string, string>,
  inputs: Record<string, string> = {},
  present?: string,
): Promise<CliChoice> =>
  whichCli(readInputs(JSON.stringify(inputs)), checkout(files), present, async () => NEWEST);

describe('a configuration that 3.x refuses', () => {
  const old = { 'supabase/config.toml': 'project_id = "a"\n\n[inbucket]\nenabled = true\n' };

  test('gets the last 2.x, which tests run too', async () => {
    const { version, because } = await choose(old);
    expect(version).toBe(LAST_2);
    expect(because).toContain('[inbucket]');
    const packages = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
    expect(packages.devDependencies['supabase-2']).toBe(`npm:supabase@${LAST_2}`);
  });

  test('is overruled by a lockfile, by an input and by what is on the path', async () => {
    expect((await choose({ ...old, 'package-lock.json': npm('2.120.0') })).version).toBe('2.120.0');
    expect((await choose(old, { 'supabase-version': '3.1.0' })).version).toBe('3.1.0');
    expect((await choose(old, {}, '/usr/bin/supabase')).version).toBe('');
  });

  test.each(['[local_smtp]\n', '# [inbucket]\n', 'name = "[inbucket]"\n', '[inbucket.more]\n'])(
    '%j is none',
    async (config) => {
      expect((await choose({ 'supabase/config.toml': config })).version).toBe(NEWEST);
    },
  );
});

describe('a lockfile is looked for', () => {
  test('in the project first, then in the folders above it', async () => {
    const files = {
      'apps/api/yarn.lock': 'supabase@^2.0.0:\n  version "2.119.0"\n',
      'package-lock.json': npm('2.120.0'),
      'apps/web/supabase/config.toml': '',
    };
    const inApi = await choose(files, { 'project-directory': 'apps/api' });
    expect(inApi).toEqual({
      version: '2.119.0',
      because: 'Supabase CLI 2.119.0, as apps/api/yarn.lock says.',
    });
    expect((await choose(files, { 'project-directory': 'apps/web' })).version).toBe('2.120.0');
    expect((await choose(files, { 'project-directory': './apps/../apps/api/' })).version).toBe('2.119.0');
  });

  test('further up where the first one does not have the CLI', async () => {
    const files = {
      'apps/api/package-lock.json': '{"packages":{}}',
      'bun.lock': '{"workspaces":{"":{}},"packages":{"supabase":["supabase@2.121.0",]},}',
    };
    expect((await choose(files, { 'project-directory': 'apps/api' })).version).toBe('2.121.0');
  });

  test('and read with what the package.json of the project asks for', async () => {
    const files = {
      'yarn.lock': 'supabase@^2.0.0:\n  version "2.119.0"\n\nsupabase@^3.0.0:\n  version "3.1.0"\n',
      'package.json': '{"scripts":{"supabase":"supabase start"},"devDependencies":{"supabase":"^2.0.0"}}',
      'apps/api/package.json': '{"devDependencies":{"supabase":"^3.0.0"}}',
    };
    expect((await choose(files)).version).toBe('2.119.0');
    expect((await choose(files, { 'project-directory': 'apps/api/db' })).version).toBe('3.1.0');
  });

  test('not above the repository, nor above a project that lies outside of it', async () => {
    const workspace = checkout({ 'package-lock.json': npm('2.120.0'), 'inner/a': '', 'outer/project/a': '' });
    const at = (folder: string, project: string): Promise<CliChoice> =>
      whichCli(
        readInputs(JSON.stringify({ 'project-directory': project })),
        `${workspace}/${folder}`,
        undefined,
        async () => NEWEST,
      );
    expect((await at('inner', '.')).version).toBe(NEWEST);
    expect((await at('inner', '../outer/project')).version).toBe(NEWEST);
  });
});

describe('the CLI', () => {
  test('is the newest where no lockfile names one', async () => {
    expect((await choose({})).because).toMatch(/^Supabase CLI 3\.9\.9, the newest release: /);
  });

  test('is the one on the path, unless the workflow names one', async () => {
    const files = { 'package-lock.json': npm('2.120.0') };
    expect(await choose(files, {}, '/usr/local/bin/supabase')).toEqual({
      version: '',
      because: 'Using the Supabase CLI on the path: /usr/local/bin/supabase.',
    });
    const named = await choose(files, { 'supabase-version': 'latest' }, '/usr/local/bin/supabase');
    expect(named.version).toBe('latest');
  });

  test.each([
    [{ 'reset-with': 'built-in' }, ''],
    [{ 'reset-with': 'built-in', 'confirm-with': 'local-stack' }, NEWEST],
    [{ 'reset-with': 'built-in', database: 'local-stack' }, NEWEST],
    [{}, NEWEST],
  ])('%j needs %j', async (inputs, version) => {
    expect((await choose({}, inputs)).version).toBe(version);
  });
});

describe('the newest release', () => {
  let location: string | undefined;
  const server = createServer((request, response) => {
    expect(request.method).toBe('HEAD');
    response.writeHead(location === undefined ? 404 : 302, location === undefined ? {} : { location }).end();
  });
  let address: string;
  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port }: AddressInfo = JSON.parse(JSON.stringify(server.address()));
    address = `http://127.0.0.1:${port}/supabase/cli/releases/latest`;
  });
  afterAll(() => new Promise((resolve) => server.close(resolve)));

  test.each([
    ['https://github.com/supabase/cli/releases/tag/v3.4.1', '3.4.1'],
    ['https://github.com/supabase/cli/releases/tag/v4.0.0', undefined],
    ['https://github.com/supabase/cli/releases/tag/v3.4.1-beta.1', undefined],
    ['https://github.com/supabase/cli/releases', undefined],
    [undefined, undefined],
  ])('GitHub leads to %s: %s', async (given, version) => {
    location = given;
    expect(await newestCli(address)).toBe(version);
  });

  test('is the one that was tested with where GitHub cannot be asked', async () => {
    const setup = await whichCli(readInputs('{}'), checkout({}), undefined, () =>
      newestCli('http://127.0.0.1:9/'),
    );
    expect(setup.version).toBe(TESTED_CLI);
    expect(setup.because).toContain('GitHub did not say which 3.x release is the newest');
    const packages = JSON.parse(readFileSync(`${ROOT}package.json`, 'utf8'));
    expect(packages.devDependencies.supabase).toBe(TESTED_CLI);
  });
});
