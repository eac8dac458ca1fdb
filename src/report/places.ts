// A place for every finding, which code scanning and annotations ask for.

import type { Finding, Location } from '../findings/finding.ts';
import type { Report } from './report.ts';

/** Where the files of a report lie in their repository. */
export interface InRepository {
  /** The project's folder from the root of the repository, `apps/api/`; by default as the command was given it. */
  prefix?: string;
}

/** The project's folder as a prefix of its paths. */
export const prefixOf = ({ project }: Report): string => `${project.directory}/`;

/** What a finding is shown at: the migration's line, else the types file's, else the first line of what there is. */
export const shownAt = ({ location, typesLocation }: Finding, { project }: Report): Location =>
  location ?? typesLocation ?? { file: project.types[0] ?? 'supabase/config.toml', line: 1 };

/** A use of a missing object, `file.sql:3: statement` in a finding's details, as a place and the statement there. */
export function useOf(detail: string): [use: Location | undefined, statement: string] {
  const [, file, line, statement = ''] = /^(.+?\.sql):(\d+)(?:: (.*))?$/s.exec(detail) ?? [];
  return file === undefined ? [undefined, ''] : [{ file, line: Number(line) }, statement];
}
