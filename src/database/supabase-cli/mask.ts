// Takes secrets out of what the Supabase CLI says before anybody sees it. A line at a time, so that none can hide
// across two pieces of output.

import { hiding, MASK } from '../../findings/secrets.ts';
import { visible } from '../../findings/visible.ts';
import { passwordsOf, withoutCredentials } from '../../options/database-url.ts';
import type { Environment } from '../../project/environment.ts';

/** Variables whose values no log may show. */
export const SECRET_NAME = /(TOKEN|SECRET|PASSWORD|PASSWD|_KEY|_JWT|_DSN|DATABASE_URL|DB_URL)$/i;

/** Shorter ones are words that occur everywhere. */
const SHORTEST_VARIABLE = 8;

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal are control characters
const COLOUR = /\u001b\[[0-9;?]*[A-Za-z]/g;

/**
 * Makes a function that masks a line: the URL, its password in each spelling, and the environment's secrets.
 * @param values of variables and secrets of the project, which it may name as it likes
 */
export function maskingOf(
  url: string | undefined,
  environment: Environment,
  values: readonly string[] = [],
): (line: string) => string {
  const hide = hiding(values);
  const ofEnvironment = Object.entries(environment).flatMap(([name, value = '']) =>
    SECRET_NAME.test(name) && value.length >= SHORTEST_VARIABLE ? [value] : [],
  );
  const secrets = [...new Set([...(url === undefined ? [] : [url, ...passwordsOf(url)]), ...ofEnvironment])]
    .filter((secret) => secret !== '')
    .sort((a, b) => b.length - a.length);
  return (line) => {
    const plain = line.replace(COLOUR, '');
    const masked = hide(secrets.reduce((text, secret) => text.replaceAll(secret, MASK), plain));
    return visible(withoutCredentials(masked, MASK).replaceAll('\t', '  '));
  };
}
