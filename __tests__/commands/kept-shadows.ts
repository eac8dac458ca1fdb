// Commands in this process, on real files and real shadow databases that are kept. The day is a value.

import { accept } from '../../src/commands/accept.ts';
import { type AuditPorts, audit } from '../../src/commands/audit.ts';
import { type Checked, type CheckPorts, check } from '../../src/commands/check.ts';
import { fix } from '../../src/commands/fix.ts';
import { openLive } from '../../src/database/live/live.ts';
import { compareStructure } from '../../src/database/structure/compare.ts';
import { isKnownError, type KnownError } from '../../src/errors.ts';
import type { Notice } from '../../src/findings/notice.ts';
import { parseOptions } from '../../src/options/options.ts';
import type { ReplayTraced } from '../../src/ports.ts';
import { discoverProject } from '../../src/project/disk/discover.ts';
import { filesOf } from '../../src/project/disk/disk.ts';
import type { Report } from '../../src/report/report.ts';
import { withoutTypes } from '../../src/run.ts';
import { KEPT } from '../tools/kept-databases.ts';

export { closeKept } from '../tools/kept-databases.ts';

const COMMANDS = {
  check: (asked: Asked, ports: CheckPorts): Promise<Checked> => check(asked, ports),
  fix: (asked: Asked, ports: CheckPorts): Promise<Checked> => fix(asked, ports),
  audit: (asked: Asked, ports: AuditPorts): Promise<Checked> => audit(asked, ports),
  accept: async (asked: Asked, ports: AuditPorts): Promise<Checked> => ({
    report: await accept(asked, ports),
  }),
};

type Asked = ReturnType<typeof parseOptions> & { repeat: string; repeatLive: string };

/**
 * Runs a command in a project's folder on a day. Throws what it throws.
 * @param notices what else is worth knowing of how the live database is read
 */
export const runOn = async (...run: Parameters<typeof resultOn>): Promise<Report> =>
  (await resultOn(...run)).report;

/** The same with the patch, when there is one. */
export const resultOn = (
  ...asked: [
    today: string,
    command: keyof typeof COMMANDS,
    folder: string,
    given?: Record<string, unknown>,
    notices?: readonly Notice[],
  ]
): Promise<Checked> => tracedBy(KEPT.replayTraced, ...asked);

/** The same with another trace. */
export function tracedBy(
  replayTraced: ReplayTraced,
  today: string,
  command: keyof typeof COMMANDS,
  folder: string,
  given: Record<string, unknown> = {},
  notices: readonly Notice[] = [],
): Promise<Checked> {
  const options = parseOptions(given);
  const { types, baseline, prune } = options;
  const mayLackBaseline = command === 'accept' && !prune;
  return COMMANDS[command](
    { ...options, repeat: '', repeatLive: ' --live URL' },
    {
      discover: () =>
        discoverProject(folder, {
          types,
          baseline,
          mayLackBaseline,
          withoutTypes: withoutTypes(command, options),
          cwd: folder,
        }),
      source: { open: KEPT.open, engine: () => ({ database: 'embedded', resetWith: 'built-in' }) },
      replayTraced,
      filesOf: ({ directory }) => filesOf(directory),
      onProgress: () => undefined,
      now: () => performance.now(),
      today: () => today,
      openLive: async () => {
        const live = await openLive({ url: options.liveUrl ?? '', seconds: 60, allowWritableRole: true });
        return { ...live, notices: [...live.notices, ...notices] };
      },
      compareStructure,
    },
  );
}

/** The refusal that a command ends with. */
export async function refusalOf(running: () => Promise<Report>): Promise<KnownError> {
  try {
    await running();
  } catch (error) {
    if (isKnownError(error)) return error;
    throw error;
  }
  throw new Error('it was not refused');
}
