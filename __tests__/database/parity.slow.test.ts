import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type EmbeddedDatabase, openEmbedded } from '../../src/database/embedded/engine.ts';
import { replay } from '../../src/database/embedded/replay.ts';
import { generateTypes } from '../../src/database/typegen.ts';
import type { ReplayOutcome } from '../../src/ports.ts';
import { diffTypes } from '../../src/types/diff.ts';
import { parseTypes } from '../../src/types/parse.ts';
import type { EquivalenceEntry } from '../../src/types/skew/words.ts';
import {
  historyOf,
  objectsIn,
  objectsOf,
  PROJECT_NAMES,
  projectToReplay,
  refusalIn,
} from '../tools/projects.ts';
import { CLI_2, CLI_3, generate, type Refusal, refusalOf, serve } from '../tools/real-cli.ts';
import { CATALOGUE } from './catalogue-query.ts';

/** Projects whose migrations fail, and the file that does. All others replay to the end. */
const FAILING = new Map([
  ['failing-replay', '20260210141500_visit_reports.sql'],
  ['base-schema-drift', '20251103090000_price_history.sql'],
]);

/** The other one of the two has the same migrations, and foreign keys that stop both resets at its second file. */
const NAMES = PROJECT_NAMES.filter((name) => name !== 'dashboard-first/unreplayable');

/** The CLI's engine is newer than ours: it knows of more columns of views, JSON among them, that they are never null. */
const NEWER_ENGINE: readonly EquivalenceEntry[] = ['A3.6', 'A3.9', 'A3.11'];

const folder = mkdtempSync(path.join(tmpdir(), 'drift-gate-parity-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('every fixture project is replayed, those that fail among them', () => {
  expect(PROJECT_NAMES).toEqual(
    expect.arrayContaining([...FAILING.keys(), 'monorepo/apps/web', 'backoffice']),
  );
});

describe.each(NAMES)('%s: the built-in replay and the real `supabase db reset`', (name) => {
  const { directory, plan, extensions } = projectToReplay(name, folder);
  let ours: EmbeddedDatabase;
  let outcome: ReplayOutcome;

  beforeAll(async () => {
    ours = await openEmbedded({ extensions });
    outcome = await replay(ours, plan, () => undefined);
  });
  afterAll(() => ours.close());

  describe.each([CLI_3, CLI_2])('of CLI $version', (cli) => {
    let theirs: EmbeddedDatabase;
    let theirRefusal: Refusal | undefined;
    let theirTypes: string;

    beforeAll(async () => {
      theirs = await openEmbedded({ extensions });
      const served = await serve(theirs);
      theirRefusal = await refusalOf(cli, directory, served.url);
      theirTypes = await generate(cli, directory, served.url);
      await served.stop();
    });
    afterAll(() => theirs.close());

    test('end alike: at the last file, or at the same statement with the same SQLSTATE', () => {
      expect(theirRefusal?.file).toBe(FAILING.get(name));
      expect(refusalIn(outcome, plan)).toEqual(theirRefusal);
    });

    test('record the same history, statement by statement', async () => {
      const history = await historyOf(ours);
      expect(history.length).toBe(outcome.applied);
      expect(history).toEqual(await historyOf(theirs));
    });

    test('leave the same catalogue', async () => {
      const [mine, real] = [(await ours.query(CATALOGUE)).rows, (await theirs.query(CATALOGUE)).rows];
      expect(mine.length).toBeGreaterThan(50);
      expect(mine).toEqual(real);
    });

    test('give the same types, object by object', async () => {
      const real = parseTypes(theirTypes, 'theirs.ts');
      const schemas = [...real.schemas.keys()];
      const mine = parseTypes(await generateTypes(ours, schemas), 'ours.ts');
      const built = await objectsOf(ours, schemas);
      expect(built.length > 0).toBe(outcome.applied > 0);
      expect(objectsIn(real)).toEqual(built);
      expect(objectsIn(mine)).toEqual(built);
      const { changes, equivalences } = diffTypes(real, mine);
      expect(changes).toEqual([]);
      const surprising = equivalences.filter(({ entry }) => !NEWER_ENGINE.includes(entry));
      expect(surprising).toEqual([]);
    });
  });
});
