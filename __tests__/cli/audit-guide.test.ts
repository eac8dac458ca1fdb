// The commands that audit.md tells a team to paste are command lines that the program takes. What they do is shown in
// audit-guide.slow.test.ts.

import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { folderOf } from '../project/disk/folder.ts';
import { commandLinesOf } from '../tools/pasted.ts';
import { ROOT } from './run.ts';
import { runJsonHere } from './run-here.ts';
import { SHOP } from './shop.ts';

const guide = readFileSync(`${ROOT}.github/docs/audit.md`, 'utf8');

/** Nothing listens there. */
const URL_OF_NOTHING = 'postgresql://drift_audit:secret@127.0.0.1:9/postgres?sslmode=disable';

test('each command of audit.md gets as far as the database', async () => {
  const scripts = [...guide.matchAll(/^```bash\n([\s\S]*?)^```/gm)]
    .map(([, script = '']) => script)
    .filter((script) => script.includes('npx supabase-drift-gate'))
    .map((script) => script.replace(/^export .*$/m, '').replace(/(?<=--expires )[\d-]+/, '2999-12-31'));
  const lines = scripts.flatMap((script) => commandLinesOf(`SUPABASE_DB_URL='${URL_OF_NOTHING}'\n${script}`));
  expect(lines.map(([command]) => command)).toEqual(['audit', 'accept']);
  for (const line of lines) {
    const env = { SUPABASE_DB_URL: URL_OF_NOTHING };
    const { code, report } = await runJsonHere(line, { cwd: folderOf(SHOP), env });
    expect({ code, message: report.failure?.message }).toEqual({
      code: 2,
      message: expect.stringMatching(/^The live database .*connect/),
    });
  }
});
