// A migration that fails for want of a secret that config.toml promises: that it has no value here says nothing of the
// repository.

import type { UnsetSecret } from '../config/environment.ts';
import { EnvironmentError } from '../errors.ts';
import { named } from '../findings/prose.ts';
import { visible } from '../findings/visible.ts';
import { fileOf } from '../migrations/migration.ts';
import type { ReplayFailure, ReplayPlan } from '../ports.ts';

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
  throw new EnvironmentError({
    message: `${named(fileOf(file))} fails (${visible(message)}), and ${wordsOf(secret)}.`,
    remedy:
      secret.variable === undefined
        ? 'Use `--reset-with supabase-cli` where `DOTENV_PRIVATE_KEY` is set, which decrypts it.'
        : `Set ${named(secret.variable)} in the environment, to any value that the migrations take, and run again.`,
  });
}

const wordsOf = ({ name, variable }: UnsetSecret): string =>
  variable === undefined
    ? `the secret ${named(name)} of \`[db.vault]\` in supabase/config.toml is encrypted`
    : `the variable ${named(variable)}, from which supabase/config.toml takes the secret ${named(name)} of \`[db.vault]\`, is not set`;
