// The published schema of reports, made strict: a key that it does not name is a fault too.

import { Ajv } from 'ajv';
import { reportSchema } from '../../.ci/report-schema.ts';
import { ROOT } from '../cli/run.ts';

const closed = (_key: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'properties' in value && 'required' in value
    ? { ...value, additionalProperties: false }
    : value;

const validate = new Ajv({ allErrors: true }).compile(JSON.parse(reportSchema(ROOT), closed));

/** What the schema has against a report, as JSON. */
export function schemaFaults(report: unknown): string[] {
  validate(report);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
