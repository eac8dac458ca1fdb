// The fixture projects on a native PostgreSQL that holds the same platform: the real CLI and the built-in replay leave
// the same there, and the embedded database has the same catalogue and types, but for what differs between releases of
// PostgreSQL, which is named below.

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type EmbeddedDatabase, openEmbedded } from '../../src/database/embedded/engine.ts';
import { replay } from '../../src/database/embedded/replay.ts';
import type { Session } from '../../src/database/session.ts';
import { generateTypes } from '../../src/database/typegen.ts';
import type { ReplayOutcome } from '../../src/ports.ts';
import { diffTypes } from '../../src/types/diff.ts';
import { parseTypes } from '../../src/types/parse.ts';
import {
  extensionsLacking,
  findNativePostgres,
  type Installation,
  type NativeServer,
  startNative,
} from '../tools/native-postgres.ts';
import {
  historyOf,
  objectsIn,
  objectsOf,
  PROJECT_NAMES,
  type ProjectToReplay,
  projectToReplay,
  refusalIn,
} from '../tools/projects.ts';
import { CLI_3, generate, type Refusal, refusalOf } from '../tools/real-cli.ts';
import { openWire } from '../tools/wire-session.ts';
import { CATALOGUE } from './catalogue-query.ts';
import { type CatalogueRow, comparable } from './comparable-catalogue.ts';

const native = findNativePostgres();

if ('missing' in native) {
  describe('the embedded database beside a native PostgreSQL', () => {
    test.skip(`was not compared: ${native.missing}`, () => undefined);
  });
} else {
  describe(`the embedded database beside a native PostgreSQL ${native.major}`, () => compareWith(native));
}

function compareWith(installation: Installation): void {
  let server: NativeServer;
  beforeAll(async () => {
    server = await startNative(installation);
  });
  afterAll(() => server.stop());

  const folder = mkdtempSync(path.join(tmpdir(), 'drift-gate-native-parity-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('COPY … FROM STDIN is refused by the real reset, and by ours in its words', async () => {
    const sql = 'create table t (id int);\n-- rows\ncopy t from stdin;\n';
    const plan = {
      migrations: [{ file: '20260101000000_rows.sql', version: '20260101000000', name: 'rows', sql }],
    };
    const directory = mkdtempSync(path.join(folder, 'copy-'));
    mkdirSync(`${directory}/supabase/migrations`, { recursive: true });
    writeFileSync(`${directory}/supabase/config.toml`, 'project_id = "rows"\n');
    writeFileSync(`${directory}/supabase/migrations/20260101000000_rows.sql`, sql);
    const real = await refusalOf(CLI_3, directory, server.createDatabase('copied'));
    const embedded = await openEmbedded({ extensions: [] });
    const outcome = await replay(embedded, plan, () => undefined);
    await embedded.close();
    expect(real?.sqlState).toBe('08P01');
    expect(refusalIn(outcome, plan)).toEqual(real);
  });

  for (const [index, name] of PROJECT_NAMES.entries()) {
    const project = projectToReplay(name, folder);
    const lacking = extensionsLacking(installation, project.extensions);
    if (lacking.length > 0) {
      test.skip(`${name} was not compared: the native PostgreSQL has no ${lacking.join(', ')}`, () =>
        undefined);
    } else {
      describe(name, () => compareProject(project, `project_${index}`, () => server));
    }
  }
}

function compareProject(project: ProjectToReplay, database: string, server: () => NativeServer): void {
  const opened: { close(): unknown }[] = [];
  let embedded: EmbeddedDatabase;
  let wired: Session;
  let reset: Session;
  let theirRefusal: Refusal | undefined;
  let theirTypes: string;
  const outcomes: ReplayOutcome[] = [];

  beforeAll(async () => {
    server().placeExtensions(project.extensions);
    const [wiredUrl, resetUrl] = [
      server().createDatabase(`${database}_ours`),
      server().createDatabase(`${database}_cli`),
    ];
    const wires = [await openWire(wiredUrl), await openWire(resetUrl)] as const;
    [wired, reset] = wires;
    embedded = await openEmbedded(project);
    opened.push(...wires, embedded);
    for (const database of [wired, embedded])
      outcomes.push(await replay(database, project.plan, () => undefined));
    theirRefusal = await refusalOf(CLI_3, project.directory, resetUrl);
    theirTypes = await generate(CLI_3, project.directory, resetUrl);
  });
  afterAll(async () => {
    for (const one of opened) await one.close();
  });

  test('both replays end as the real `supabase db reset` on the native server does', () => {
    expect(outcomes.map((outcome) => refusalIn(outcome, project.plan))).toEqual([theirRefusal, theirRefusal]);
  });

  test('the history is the same', async () => {
    const [mine, theirs] = [await historyOf(embedded), await historyOf(reset)];
    expect([mine, await historyOf(wired)]).toEqual([theirs, theirs]);
  });

  test('the native catalogues are equal, and the embedded one but for the release', async () => {
    const [real, mine, ours] = [
      await catalogueOf(reset),
      await catalogueOf(wired),
      await catalogueOf(embedded),
    ];
    expect(mine).toEqual(real);
    const [nativeRows, embeddedRows] = [comparable(real), comparable(ours)];
    expect(embeddedRows.length).toBeGreaterThan(50);
    expect(embeddedRows).toEqual(nativeRows);
  });

  test('the types are the same, object by object', async () => {
    const real = parseTypes(theirTypes, 'theirs.ts');
    const schemas = [...real.schemas.keys()];
    expect(objectsIn(real)).toEqual(await objectsOf(embedded, schemas));
    for (const database of [wired, embedded]) {
      const mine = parseTypes(await generateTypes(database, schemas), 'ours.ts');
      expect(diffTypes(real, mine).changes).toEqual([]);
    }
  });
}

const catalogueOf = async (session: Session): Promise<CatalogueRow[]> =>
  (await session.query<CatalogueRow>(CATALOGUE)).rows;
