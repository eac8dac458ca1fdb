// Holds the outputs of a step against what a workflow expects of it, both as JSON in the environment: OUTPUTS, as
// `toJSON(steps.….outputs)` gives it, and EXPECTED, whose lists are compared with outputs that hold JSON. An output
// that is expected as `true` only has to be there.

import { isDeepStrictEqual } from 'node:util';

const outputs = JSON.parse(process.env.OUTPUTS ?? '');
const expected = Object.entries(JSON.parse(process.env.EXPECTED ?? ''));
if (expected.length === 0) throw new Error('EXPECTED names no output.');

const meets = (actual = '', wanted) => {
  if (wanted === true) return actual !== '';
  if (typeof wanted === 'string') return actual === wanted;
  return isDeepStrictEqual(actual === '' ? undefined : JSON.parse(actual), wanted);
};

const failed = expected.filter(([name, wanted]) => !meets(outputs[name], wanted));
for (const [name, wanted] of failed)
  console.log(
    `::error::Output ${name} is ${JSON.stringify(outputs[name])}, expected ${JSON.stringify(wanted)}.`,
  );
console.log(`${expected.length - failed.length} of ${expected.length} outputs are as expected.`);
process.exitCode = failed.length === 0 ? 0 : 1;
