// The newest release of the Supabase CLI whose major version Drift Gate knows, asked of where it is downloaded from.

/** Known by heart for when GitHub can't be asked, or has gone on to another major version: what the tests run. */
export const TESTED_CLI = '3.1.0';

/** The last release before 3.0.0, for projects whose configuration 3.x refuses. */
export const LAST_2 = '2.122.1';

const LATEST = 'https://github.com/supabase/cli/releases/latest';
const PATIENCE_MS = 10_000;

/** GitHub answers with a redirect to the release, to anybody, without the limits of its API. */
export async function newestCli(address = LATEST): Promise<string | undefined> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const { headers } = await fetch(address, { method: 'HEAD', redirect: 'manual', signal });
    return /\/releases\/tag\/v(3\.\d+\.\d+)$/.exec(headers.get('location') ?? '')?.[1];
  } catch {
    return undefined;
  }
}
