// A migration that fails for want of a secret that config.toml promises: that it has no value here says nothing of the
// repository.

import { EnvironmentError } from '../errors.ts';
import { named } from '../findings/prose.ts';
import { visible } from '../findings/visible.ts';
import { fileOf } from '../migrations/migration.ts';
import { option } from '../options/table.ts';
import type { ReplayFailure, ReplayPlan } from '../ports.ts';
import { isOfTheRunner, type UnsetSecret } from '../project/environment.ts';
import { perSurface, type SurfaceText } from '../surface.ts';

const USES_VAULT = /\bvault"?\.|\bdecrypted_secrets\b/i;

/** Throws EnvironmentError when a secret has no value, and what was run until the failure uses the vault. */
export function refuseUnset(
  unset: readonly UnsetSecret[],
  { roles = '', migrations }: ReplayPlan,
  { file, applied, message }: ReplayFailure,
): void {
  const [secret] = unset;
  const texts = [roles, ...migrations.slice(0, applied + 1).map(({ sql }) => sql)];
  if (secret === undefined || !texts.some((sql) => USES_VAULT.test(sql))) return;
  const { why, remedy } = wordsOf(secret);
  throw new EnvironmentError({
    message: `${named(fileOf(file))} fails (${visible(message)}), and ${why}.`,
    remedy,
  });
}

function wordsOf({ name, variable }: UnsetSecret): { why: string; remedy: SurfaceText } {
  const secret = `the secret ${named(name)} of \`[db.vault]\``;
  if (variable === undefined)
    return {
      why: `${secret} in supabase/config.toml is encrypted`,
      remedy: perSurface`Use ${option('resetWith', 'supabase-cli')} where \`DOTENV_PRIVATE_KEY\` is set, which decrypts it.`,
    };
  const taken = `from which supabase/config.toml takes ${secret}`;
  if (isOfTheRunner(variable))
    return {
      why: `no migration is given the value of ${named(variable)}, ${taken}: it is named as a variable of the runner is`,
      remedy: 'Let supabase/config.toml take the secret from a variable of another name.',
    };
  return {
    why: `the variable ${named(variable)}, ${taken}, is not set`,
    remedy: `Set ${named(variable)} in the environment, to any value that the migrations take, and run again.`,
  };
}
