// What of our environment the Supabase CLI gets: what a program needs to run, to reach Docker and a proxy, and its own
// settings. Not the tokens of a job, which a pull request could have it print by naming them in config.toml: of those
// only what config.toml names, and the values of these are hidden in what it says.

import { type Environment, isEncrypted, isOfTheRunner } from '../../project/environment.ts';
import type { Project } from '../../project/project.ts';
import { SECRET_NAME } from './mask.ts';

/** Names in upper case: on Windows a name may be written in any. */
const PASSED = new Set([
  ...['PATH', 'HOME', 'USER', 'LOGNAME', 'SHELL', 'LANG', 'LANGUAGE', 'TZ', 'TERM', 'CI'],
  ...['HTTP_PROXY', 'HTTPS_PROXY', 'ALL_PROXY', 'NO_PROXY'],
  ...['SSL_CERT_FILE', 'SSL_CERT_DIR', 'NODE_EXTRA_CA_CERTS'],
  ...['CONTAINER_HOST', 'XDG_RUNTIME_DIR', 'XDG_CONFIG_HOME', 'SSH_AUTH_SOCK'],
  // Of version managers, whose shims may stand for the CLI.
  ...['ASDF_DIR', 'ASDF_DATA_DIR', 'MISE_DATA_DIR', 'VOLTA_HOME'],
  // Of Windows.
  ...['SYSTEMROOT', 'SYSTEMDRIVE', 'WINDIR', 'COMSPEC', 'PATHEXT', 'OS', 'NUMBER_OF_PROCESSORS'],
  ...[
    'PROCESSOR_ARCHITECTURE',
    'USERNAME',
    'USERPROFILE',
    'HOMEDRIVE',
    'HOMEPATH',
    'APPDATA',
    'LOCALAPPDATA',
  ],
  ...['PROGRAMDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)'],
]);

/** Settings of the CLI, of Docker, and of the engine that the CLI runs on. */
const FAMILIES = /^(LC|SUPABASE|DOCKER|BUN_JSC)_/;

/** No news of releases, no statistics sent. */
const QUIET = {
  SUPABASE_NO_UPDATE_NOTIFIER: '1',
  SUPABASE_TELEMETRY_DISABLED: '1',
  NO_COLOR: '1',
};

const DECRYPTING = /^DOTENV_PRIVATE_KEY(_\w+)?$/;

/** What a project's config.toml asks for: the variables that it names, and, where it holds what is encrypted, the keys. */
export function variablesFor(
  { config, variables }: Pick<Project, 'config' | 'variables'>,
  environment: Environment,
): Map<string, string> {
  const keys = [...config.texts, ...variables.values()].some(isEncrypted)
    ? Object.entries(environment).filter(([name]) => DECRYPTING.test(name))
    : [];
  return new Map([...variables, ...keys.map(([name, value = '']): [string, string] => [name, value])]);
}

/**
 * The environment of a call: what is passed of ours. What a `.env` file of the project says the CLI reads for itself: a
 * pull request could name there what a program loads before it starts, `LD_PRELOAD` for example.
 * @param named the variables that config.toml names
 */
export function cliEnvironment(ours: Environment, named: readonly string[]): Record<string, string> {
  const isNamed = new Set(named.filter((name) => !isOfTheRunner(name)));
  const passed = Object.entries(ours).flatMap(([name, value]) =>
    value !== undefined && (isNamed.has(name) || isPassed(name.toUpperCase())) ? [[name, value]] : [],
  );
  return { ...Object.fromEntries(passed), ...QUIET };
}

const isPassed = (name: string): boolean =>
  PASSED.has(name) || (FAMILIES.test(name) && !SECRET_NAME.test(name));
