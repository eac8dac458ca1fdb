// A SARIF log as its readers take it: held against the official schema, and against what the schema cannot say.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@jest/globals';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';

interface Message {
  text: string;
  markdown: string;
}

export interface SarifLocation {
  id?: number;
  physicalLocation: {
    artifactLocation: { uri: string; uriBaseId: string };
    region: { startLine: number; startColumn?: number; endLine: number };
  };
}

export interface SarifResult {
  ruleId: string;
  ruleIndex: number;
  level: string;
  message: Message;
  locations: SarifLocation[];
  relatedLocations?: SarifLocation[];
  suppressions?: { kind: string; status: string; justification: string }[];
  partialFingerprints: Record<string, string>;
  properties: { object: string; tags: string[] };
}

export interface SarifRun {
  tool: {
    driver: {
      rules: {
        id: string;
        name: string;
        shortDescription: { text: string };
        fullDescription: Message;
        help: Message;
        defaultConfiguration: { level: string };
      }[];
    };
  };
  automationDetails: { id: string };
  originalUriBaseIds: Record<string, object>;
  invocations: {
    executionSuccessful: boolean;
    toolExecutionNotifications?: {
      level: string;
      message: Message;
      locations?: SarifLocation[];
      associatedRule?: { id: string; index: number };
    }[];
  }[];
  results: SarifResult[];
}

const SCHEMA = '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json';

/** Draft 4 says `id` where later drafts say `$id`; nothing else of it is used. */
function officialSchema(): object {
  const path = createRequire(import.meta.url).resolve(SCHEMA);
  const { $schema, id, ...schema }: Record<string, unknown> = JSON.parse(readFileSync(path, 'utf8'));
  expect([$schema, id]).toEqual([
    'http://json-schema.org/draft-04/schema#',
    expect.stringContaining('sarif-2.1.0'),
  ]);
  return schema;
}

/** One of the schema's patterns has a lone bracket, which is no regular expression of Unicode mode. */
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
formats.default(ajv);
let validate: ReturnType<typeof ajv.compile> | undefined;

/** What the official schema has against a log. */
export function schemaFaults(log: unknown): string[] {
  validate ??= ajv.compile(officialSchema());
  validate(log);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** The run of a log that is valid, and whose parts fit each other as the standard and GitHub want it. */
export function soundRun(sarif: string): SarifRun {
  const log: { runs: SarifRun[] } = JSON.parse(sarif);
  expect(schemaFaults(log)).toEqual([]);
  const [run] = log.runs;
  if (run === undefined || log.runs.length > 1) throw new Error('not one run');
  for (const result of run.results) expectResult(result, run);
  for (const { toolExecutionNotifications = [] } of run.invocations)
    for (const { message, locations = [], associatedRule } of toolExecutionNotifications) {
      expectMessage(message, []);
      for (const location of locations) expectLocation(location, run);
      if (associatedRule) expect(run.tool.driver.rules[associatedRule.index]?.id).toBe(associatedRule.id);
    }
  const fingerprints = run.results.map(({ partialFingerprints }) => partialFingerprints['driftGate/v1']);
  expect(new Set(fingerprints).size).toBe(run.results.length);
  return run;
}

/** What GitHub takes of a rule. */
export function expectRule({
  name,
  shortDescription,
  fullDescription,
  help,
}: SarifRun['tool']['driver']['rules'][0]) {
  expect(name).toMatch(/^([A-Z][a-z]+)+$/);
  expect(name.length).toBeLessThanOrEqual(255);
  for (const { text } of [shortDescription, fullDescription]) {
    expect(text).not.toBe('');
    expect(text.length).toBeLessThanOrEqual(1024);
  }
  expectMessage(fullDescription, []);
  expectMessage(help, []);
}

function expectResult(result: SarifResult, run: SarifRun): void {
  const { ruleId, ruleIndex, level, message, locations, relatedLocations = [] } = result;
  expect(run.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  expect(level).toMatch(/^(error|warning|note)$/);
  // Code scanning refuses a file with a result that has none, and looks at the first alone.
  expect(locations).toHaveLength(1);
  for (const location of [...locations, ...relatedLocations]) expectLocation(location, run);
  const ids = relatedLocations.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expectMessage(message, ids.map(String));
}

function expectLocation({ physicalLocation }: SarifLocation, run: SarifRun): void {
  const { artifactLocation, region } = physicalLocation;
  expect(Object.keys(run.originalUriBaseIds)).toContain(artifactLocation.uriBaseId);
  const base = 'file:///home/runner/';
  const { href, search, hash } = new URL(artifactLocation.uri, base);
  expect(href).toBe(base + artifactLocation.uri);
  expect(search + hash).toBe('');
  expect(decodeURIComponent(artifactLocation.uri)).not.toMatch(/^\/|^$/);
  expect(region.startLine).toBeGreaterThanOrEqual(1);
  expect(region.endLine).toBe(region.startLine);
  expect(region.startColumn ?? 1).toBeGreaterThanOrEqual(1);
}

/** Links of a plain text message (3.11.6): their destinations. */
export const linksOf = (text: string): string[] =>
  Array.from(text.matchAll(/\[(?:\\[\\[\]]|[^\\[\]])*\]\(([^)]*)\)/g), ([, to = '']) => to);

/** Braces are doubled (3.11.5), nothing acts on a terminal, and links lead to locations of the result alone. */
function expectMessage({ text, markdown }: Message, ids: readonly string[]): void {
  for (const message of [text, markdown]) {
    expect(message).not.toBe('');
    expect(message.replace(/\{\{|\}\}/g, '')).not.toMatch(/[{}]/);
    expect(message).not.toMatch(/[\p{Cc}\p{Cs}\u2028-\u202e]/u);
  }
  for (const link of linksOf(text)) expect(ids).toContain(link);
}
