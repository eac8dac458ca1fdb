// The same schema on servers of other versions is no difference, and drift on them is found all the same: PostgreSQL 18
// as the next PGlite, and the native server of this machine, where there is one.

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readCatalogue, rehearse } from '../../../src/database/catalogue.ts';
import { type EmbeddedDatabase, openEmbedded } from '../../../src/database/embedded/engine.ts';
import { replay } from '../../../src/database/embedded/replay.ts';
import { withConnection } from '../../../src/database/live/connection.ts';
import { extensionsNamedIn } from '../../../src/database/platform/bundles.ts';
import type { Session } from '../../../src/database/session.ts';
import { compareStructure } from '../../../src/database/structure/compare.ts';
import { formatObjectId } from '../../../src/findings/object-id.ts';
import type { Catalogue, ReplayPlan, Structure } from '../../../src/ports.ts';
import { discoverProject } from '../../../src/project/disk/discover.ts';
import { PROJECTS } from '../../cli/run.ts';
import {
  extensionsLacking,
  findNativePostgres,
  type NativeServer,
  startNative,
} from '../../tools/native-postgres.ts';
import { openPglite18 } from '../../tools/pglite-18.ts';
import { PROJECT_NAMES } from '../../tools/projects.ts';
import { DRIFT, NASTY } from './nasty.ts';

type Reading = Pick<Session, 'run' | 'query'>;

const told = ({ changes }: Structure): string[] =>
  changes.map(
    ({ kind, object, facet }) =>
      `${kind} ${object.kind} ${formatObjectId(object)}${facet === undefined ? '' : `, ${facet}`}`,
  );

let shadow: EmbeddedDatabase;
let expected: Catalogue;
beforeAll(async () => {
  shadow = await openEmbedded({ extensions: extensionsNamedIn([NASTY]) });
  await shadow.exec(NASTY);
  expected = await readCatalogue(shadow);
});
afterAll(() => shadow.close());

const heldAgainst = (actual: Catalogue): Promise<Structure> =>
  compareStructure(expected, actual, (statements) => rehearse(shadow, statements));

async function mustRun(session: Reading, sql: string): Promise<void> {
  const { error } = await session.run(sql);
  if (error) throw new Error(`${error.message}: ${sql}`);
}

/** The two questions to a server of another version. */
async function compareOn(session: Reading): Promise<void> {
  await mustRun(session, NASTY);
  const clone = await heldAgainst(await readCatalogue(session));
  expect(clone).toEqual({ changes: [], statements: [], definitions: [], notices: [] });
  for (const { sql } of DRIFT) await mustRun(session, sql);
  const drifted = await heldAgainst(await readCatalogue(session));
  expect(told(drifted).sort()).toEqual(DRIFT.map((one) => one.told).sort());
  expect(drifted.notices).toEqual([]);
}

test('PostgreSQL 18: nothing but what was done by hand', async () => {
  const session = await openPglite18();
  try {
    await compareOn(session);
  } finally {
    await session.close();
  }
});

const native = findNativePostgres();
if ('missing' in native) {
  test.skip(`a native server was not compared: ${native.missing}`, () => undefined);
} else {
  describe(`PostgreSQL ${native.major}`, () => {
    let server: NativeServer;
    beforeAll(async () => {
      server = await startNative(native);
      server.placeExtensions(extensionsNamedIn([NASTY]));
    });
    afterAll(() => server.stop());

    const projects = PROJECT_NAMES.map((name) => ({ name, plan: planOf(name) }));
    for (const [index, { name, plan }] of projects.entries()) {
      const extensions = extensionsNamedIn(plan.migrations.map(({ sql }) => sql));
      const lacking = extensionsLacking(native, extensions);
      if (lacking.length > 0)
        test.skip(`${name} was not compared: it has no ${lacking.join(', ')}`, () => undefined);
      else
        test(`${name} has no change`, async () => {
          server.placeExtensions(extensions);
          const here = await openEmbedded({ extensions });
          await replay(here, plan, () => undefined);
          const actual = await withConnection(server.createDatabase(`project_${index}`), async (session) => {
            await replay(session, plan, () => undefined);
            return await readCatalogue(session);
          });
          const structure = await compareStructure(await readCatalogue(here), actual, (list) =>
            rehearse(here, list),
          );
          await here.close();
          expect(structure).toEqual({ changes: [], statements: [], definitions: [], notices: [] });
        });
    }

    // Last, for its roles belong to the server, not to the database.
    test('nothing but what was done by hand', () =>
      withConnection(server.createDatabase('nasty'), compareOn));
  });
}

function planOf(name: string): ReplayPlan {
  const { migrations, roles } = discoverProject(`${PROJECTS}/${name}`);
  return { migrations, ...(roles !== undefined && { roles }) };
}
