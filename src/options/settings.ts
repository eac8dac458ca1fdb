// What the configuration file gives, and how it goes together with what a command line or a workflow gives, which wins.

/** An option that the configuration file gave, for reports. */
export interface Setting {
  /** Its key. */
  option: string;
  /** As written. */
  value: string | number | readonly string[];
  /** The path of the file, from the project's folder. */
  from: string;
}

/** What the file says for one command. */
export interface SettingsFile {
  /** From the project's folder. */
  path: string;
  values: readonly {
    /** The name of the option's row. */
    name: string;
    /** As a command line would give it: paths are relative to the current folder. */
    raw: string | readonly string[];
    setting: Setting;
  }[];
}

/** What was given, and what the file gives beside it. */
export function withSettings(
  given: object,
  file: SettingsFile | undefined,
): { given: Record<string, unknown>; settings: Setting[] } {
  const own = Object.fromEntries(Object.entries(given).filter(([, value]) => isGiven(value)));
  const isElsewhere = own.database !== undefined && own.database !== 'embedded';
  const taken = (file?.values ?? []).filter(
    ({ name, raw }) =>
      own[name] === undefined &&
      // What means only something on the embedded database, when another one is named.
      !(isElsewhere && (name === 'confirmWith' || (name === 'resetWith' && raw === 'built-in'))),
  );
  return {
    given: { ...Object.fromEntries(taken.map(({ name, raw }) => [name, raw])), ...own },
    settings: taken.map(({ setting }) => setting),
  };
}

const isGiven = (value: unknown): boolean =>
  value !== undefined && !(Array.isArray(value) && value.length === 0);
