// Starts the longest suites first: one that comes last runs alone, while the other processors wait for it.
const { existsSync } = require('node:fs');
const path = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

const tests = path.join(__dirname, '../__tests__');

/** Those that need more than ten seconds of a processor, the longest first. */
const LONGEST = [
  'commands/audit',
  'cli/reset-with',
  'cli/confirm-with',
  'database/parity',
  'types/single-fact',
  'action/audit',
  'action/faults',
  'action/gate',
  'database/native-parity',
  'database/structure/versions',
  'database/nasty',
  'database/structure/compare',
  'database/catalogue',
  'database/carried-extensions',
  'cli/audit-guide',
  'cli/audit',
  'database/supabase-cli',
  'commands/accept',
  'cli/accept',
  'workflows/e2e',
  'database/live-native',
  'cli/interrupt',
  'cli/selection',
  'cli/bad-input',
  'types/edit.property',
  'database/extensions',
  'cli/dashboard-first',
  'report/html-page',
  'cli/projects',
  'cli/fail-on',
  'package',
].map((name) => path.join(tests, `${name}.test.ts`));

const gone = LONGEST.filter((file) => !existsSync(file));
if (gone.length > 0)
  throw new Error(`LONGEST of .ci/jest-sequencer.cjs names what is gone: ${gone.join(', ')}`);

const placeOf = ({ path: file }) => (LONGEST.includes(file) ? LONGEST.indexOf(file) : LONGEST.length);

module.exports = class extends Sequencer {
  sort(found) {
    return [...super.sort(found)].sort((a, b) => placeOf(a) - placeOf(b));
  }
};
