// The JSON schema of the configuration file, for editors, from the table of options. The build writes it into dist/.

import { FLAGS } from '../src/options/flags.ts';
import { rowFor } from '../src/options/options.ts';
import type { CommandName, OptionRow } from '../src/options/row.ts';
import { keyOf, rowsOf } from '../src/options/table.ts';
import { isTaken } from '../src/project/settings.ts';

type Schema = Record<string, unknown>;

export function settingsSchema(): Schema {
  const table = (command: CommandName, more: Schema = {}): Schema => ({
    type: 'object',
    additionalProperties: false,
    properties: {
      ...Object.fromEntries(
        rowsOf(FLAGS).flatMap(([name, row]) =>
          isTaken(row, command) ? [[keyOf(row), schemaOf(name, rowFor(command, row))]] : [],
        ),
      ),
      ...more,
    },
  });
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'supabase/drift-gate.toml',
    ...table('check', { audit: { description: 'For an audit alone.', ...table('audit') } }),
  };
}

const TEXT = { type: 'string', minLength: 1 };

function schemaOf(name: string, { takes, most, value, help = '' }: OptionRow): Schema {
  const description = `${help.slice(0, 1).toUpperCase()}${help.slice(1)}.`;
  if (most !== undefined) return { description, type: 'integer', minimum: 1, maximum: most };
  if (takes !== undefined) return { description, anyOf: [TEXT, { type: 'array', items: TEXT }] };
  const choices = name === 'database' ? ['embedded', 'local-stack'] : Reflect.get(value, 'options');
  return { description, ...(Array.isArray(choices) ? { enum: choices } : TEXT) };
}
