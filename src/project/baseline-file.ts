// The baseline as a file: JSON that people read, merge and now and then edit, so what is wrong with it is told by line.

import * as v from 'valibot';
import { UsageError } from '../errors.ts';
import type { Baseline, BaselineEntry } from '../findings/baseline.ts';
import { named } from '../findings/prose.ts';
import { isAcceptable, isRuleId } from '../findings/rules.ts';
import { visibleJson } from '../findings/visible.ts';
import { byText, groupBy } from '../match.ts';
import { DAY } from '../options/values.ts';
import { JsonFault, type LocatedJson, readLocatedJson } from './text/located-json.ts';

/** Where it lies when none is named, from the project's folder. */
export const BASELINE_FILE = 'supabase/drift-baseline.json';

const FILLED = v.pipe(v.string(), v.regex(/\S/, 'is empty'));

const RULE = v.pipe(
  v.string(),
  v.rawTransform(({ dataset: { value }, addIssue, NEVER }) => {
    if (isRuleId(value) && isAcceptable(value)) return value;
    addIssue({
      message: `is ${named(value)}, which ${isRuleId(value) ? 'can not be accepted' : 'is no rule'}`,
    });
    return NEVER;
  }),
);

const FILE = v.strictObject({
  version: v.literal(1, 'is not 1, the only version that there is'),
  accepted: v.array(
    v.strictObject({
      object: FILLED,
      rule: RULE,
      reason: FILLED,
      owner: v.exactOptional(FILLED),
      date: DAY,
      expires: v.exactOptional(DAY),
      types: v.exactOptional(v.array(FILLED)),
      fingerprint: v.pipe(v.string(), v.regex(/^[\da-f]{16}$/, 'is no fingerprint: 16 hexadecimal digits')),
    }),
  ),
});

/**
 * Reads a baseline.
 * @param path relative to the project, for errors and findings
 * @throws UsageError that names the line
 */
export function parseBaseline(text: string, path: string): Baseline {
  const conflict = /^(<{7}|\|{7}|={7}|>{7})( |\r?$)/m.exec(text);
  if (conflict) throw conflictLeft(path, text.slice(0, conflict.index).split('\n').length);
  const json = readJson(text, path);
  const { success, output, issues } = v.safeParse(FILE, json.value);
  if (!success) throw refused(path, lineOfIssue(json, issues[0]), faultOf(issues[0]));
  const places = output.accepted.map(({ fingerprint }, index) => ({
    fingerprint,
    line: json.lineOf(['accepted', index]),
  }));
  for (const [, [first, second]] of groupBy(places, ({ fingerprint }) => fingerprint))
    if (first && second) throw acceptedTwice(path, first.line, second.line);
  return {
    path,
    entries: output.accepted,
    lines: new Map(places.map(({ fingerprint, line }) => [fingerprint, line])),
  };
}

function readJson(text: string, path: string): LocatedJson {
  try {
    return readLocatedJson(text);
  } catch (fault) {
    if (!(fault instanceof JsonFault)) throw fault;
    throw refused(path, fault.line, `it is not JSON: ${fault.message}`);
  }
}

type Issue = v.InferIssue<typeof FILE>;

const keysOf = ({ path }: Issue): (string | number)[] =>
  path?.map(({ key }) => (typeof key === 'number' ? key : String(key))) ?? [];

const lineOfIssue = (json: LocatedJson, issue: Issue): number => json.lineOf(keysOf(issue));

function faultOf(issue: Issue): string {
  const key = keysOf(issue).findLast((part) => typeof part === 'string');
  if (key === undefined) return 'it is no baseline: an object with `version` and `accepted` was expected';
  if (issue.message.startsWith('Invalid key')) {
    return issue.expected === 'never' ? `there is no key ${named(key)}` : `${named(key)} is missing`;
  }
  return `${named(key)} ${issue.message.startsWith('Invalid ') ? 'is of the wrong kind' : issue.message}`;
}

const refused = (path: string, line: number, fault: string): UsageError =>
  new UsageError({
    message: `The baseline ${named(path)} can not be read, line ${line}: ${fault}.`,
    remedy: 'Correct the line, or restore the file from Git.',
  });

const conflictLeft = (path: string, line: number): UsageError =>
  new UsageError({
    message: `The baseline ${named(path)} holds a conflict of a merge, line ${line}.`,
    remedy:
      'Keep the entries of both sides, remove the marks of Git, and see that a comma parts each two entries.',
  });

const acceptedTwice = (path: string, first: number, second: number): UsageError =>
  new UsageError({
    message: `The baseline ${named(path)} accepts the same finding twice, on lines ${first} and ${second}.`,
    remedy: 'Remove one of the two lines.',
  });

/** Writes entries in the order of their objects, one a line, so that a change reads well and merges well. */
export function serialiseBaseline(entries: readonly BaselineEntry[]): string {
  const lines = entries.toSorted(byObject).map((entry) => {
    const { object, rule, reason, owner, date, expires, types, fingerprint } = entry;
    const members = Object.entries({ object, rule, reason, owner, date, expires, types, fingerprint })
      .filter(([, value]) => value !== undefined)
      .map(([key, value]) => `"${key}": ${visibleJson(JSON.stringify(value))}`);
    return `\n    { ${members.join(', ')} }`;
  });
  const accepted = lines.length === 0 ? '[]' : `[${lines.join(',')}\n  ]`;
  return `{\n  "version": 1,\n  "accepted": ${accepted}\n}\n`;
}

const byObject = (a: BaselineEntry, b: BaselineEntry): number =>
  byText(a.object, b.object) || byText(a.rule, b.rule) || byText(a.fingerprint, b.fingerprint);
