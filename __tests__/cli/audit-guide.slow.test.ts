// What audit.md tells a team to paste, pasted: the role that can only read, the audit into an inventory, the acceptance.
// The live database is a native PostgreSQL, for the embedded one knows no role but a superuser.

import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { replay } from '../../src/database/embedded/replay.ts';
import { discoverProject } from '../../src/project/disk/discover.ts';
import { newFolder } from '../tools/folders.ts';
import { findNativePostgres, type NativeServer, startNative } from '../tools/native-postgres.ts';
import { openWire } from '../tools/wire-session.ts';
import { PROJECTS, type Ran, ROOT } from './run.ts';

const guide = readFileSync(`${ROOT}.github/docs/audit.md`, 'utf8');
const codeIn = (language: string): string[] =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'gm'))].map(
    ([, code = '']) => code,
  );
const holding = (language: string, words: string): string => {
  const found = codeIn(language).filter((code) => code.includes(words));
  if (found.length !== 1) throw new Error(`audit.md has ${found.length} examples with ${words}`);
  return found[0] ?? '';
};

const HOME = `${PROJECTS}/dashboard-first`;
const read = (file: string): string => readFileSync(`${HOME}/${file}`, 'utf8');

const installation = findNativePostgres();

if ('missing' in installation)
  test.skip(`the commands of audit.md were not run: ${installation.missing}`, () => undefined);
else
  describe.each(['replayable', 'unreplayable'])('audit.md, followed by the team of %s', (variant) => {
    const folder = newFolder();
    let server: NativeServer;
    let url: string;

    beforeAll(async () => {
      cpSync(`${HOME}/${variant}`, folder, { recursive: true });
      const role = holding('sql', 'create role');
      const [, file = ''] = /^-- (supabase\/migrations\/\S+\.sql)$/m.exec(role) ?? [];
      writeFileSync(`${folder}/${file}`, role);
      server = await startNative(installation);
      const owner = server.createDatabase('live');
      const session = await openWire(owner);
      await session.run(read('base-schema.sql'));
      const { migrations } = discoverProject(folder);
      const outcome = await replay(session, { migrations }, () => undefined);
      if (outcome.status === 'failed') throw new Error(outcome.message);
      await session.run(read('changed-in-the-dashboard.sql'));
      const { error } = await session.run(holding('sql', 'with password'));
      if (error) throw new Error(error.message);
      session.close();
      url = owner.replace('//postgres:postgres@', '//drift_audit:secret@');
    });
    afterAll(() => server.stop());

    function paste(script: string): Ran {
      const ours = script
        .replace(/(?<=SUPABASE_DB_URL=)'.*'/, `'${url}'`)
        .replaceAll('npx supabase-drift-gate', `node ${ROOT}dist/cli.js`)
        .replace(/(?<=--expires )[\d-]+/, '2999-12-31');
      const { status, stdout, stderr } = spawnSync('bash', ['-c', ours], {
        cwd: folder,
        encoding: 'utf8',
        env: { PATH: process.env.PATH, SUPABASE_DB_URL: url },
      });
      return { code: status, stdout, stderr };
    }

    const audit = (): Ran => paste(holding('bash', 'export SUPABASE_DB_URL'));
    const inventory = (): string => readFileSync(`${folder}/docs/database/inventory.md`, 'utf8');

    test('the role that can only read is enough, and one command fills the inventory', () => {
      const { code, stdout, stderr } = audit();
      expect({ code, stderr: /could write|permission/.exec(stderr)?.[0] }).toEqual({ code: 1 });
      const [sentence = ''] = /30 of 101 tables are [\w .()%]+/.exec(guide) ?? [];
      if (variant === 'replayable') expect(stdout).toContain(sentence);
      else expect(stdout).toContain('30 of 101 tables are created by migrations (29.7 %)');
      expect(stdout).not.toContain('drift_audit');
      expect(inventory()).toMatch(/\| Tables +\| +101 \| +39 \| +101 \|/);
    });

    if (variant === 'replayable')
      test('what was accepted fails no audit', () => {
        const accepted = paste(holding('bash', ' accept --live'));
        expect(accepted.stdout).toContain(
          'Accepted: 80 changes in `supabase/drift-baseline.json`; commit the file',
        );
        expect(audit().code).toBe(0);
        expect(inventory()).toContain('external');
      });
  });
