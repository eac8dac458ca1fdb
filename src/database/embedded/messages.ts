// The messages between shadow.ts and the process of the embedded database. A reply names the method it answers.

import type { Blocker } from '../../errors.ts';
import type { Trace } from '../../migrations/blame/trace.ts';
import type { KnownObject } from '../../migrations/migration.ts';
import type { CatalogObject, Catalogue, InstalledExtension, ReplayOutcome, ReplayPlan } from '../../ports.ts';
import type { SurfaceText } from '../../surface.ts';
import type { ServerError } from '../session.ts';
import type { Walls } from './process.ts';

/** The first message that the process gets. */
export interface WorkerInput {
  extensions: readonly string[];
  walls: Walls;
}

export type Request =
  | { method: 'open' }
  | { method: 'serve'; avoidPort: number }
  | { method: 'takeOver' }
  | { method: 'recordedVersions' }
  | { method: 'objects' }
  | { method: 'catalogObjects' }
  | { method: 'extensions' }
  | { method: 'replay'; plan: ReplayPlan }
  | { method: 'trace'; plan: ReplayPlan }
  | { method: 'generateTypes'; schemas: readonly string[] }
  | { method: 'catalogue' }
  | { method: 'rehearse'; statements: readonly string[] };

export type Reply =
  | { method: 'open'; postgresVersion: string }
  | { method: 'serve'; port: number }
  | { method: 'takeOver'; refusal?: ServerError }
  | { method: 'recordedVersions'; versions: string[] }
  | { method: 'objects'; objects: KnownObject[] }
  | { method: 'catalogObjects'; built: CatalogObject[] }
  | { method: 'extensions'; extensions: InstalledExtension[] }
  | { method: 'replay'; outcome: ReplayOutcome }
  | { method: 'trace'; trace: Trace }
  | { method: 'generateTypes'; text: string; generator: string }
  | { method: 'catalogue'; catalogue: Catalogue }
  | { method: 'rehearse'; catalogue: Catalogue };

/** An error as it crosses processes; one without a remedy is a bug, or the end of the database. */
export interface Trouble {
  message: string;
  remedy?: SurfaceText;
  blocker?: Blocker | undefined;
}

export type Message =
  | { id: number; reply: Reply }
  | { id: number; progress: number }
  | { id: number; error: Trouble }
  /** Why the process ends, in the last message of it. */
  | { death: string };
