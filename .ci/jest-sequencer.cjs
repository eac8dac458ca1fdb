// Starts suites that open a database or another program first, the larger files before the smaller ones: one that comes
// last runs alone, while the other processors wait for it. What an earlier run took, when that is known, says it better.
const { readFileSync } = require('node:fs');
const { default: Sequencer } = require('@jest/test-sequencer');

const OPENS =
  /(kept-shadows|kept-databases|run-here|live-database|real-cli|composite-action|native-postgres|openEmbedded|openShadow|spawn)/;

/** How long a suite may take, in no unit. */
function weightOf({ path, duration }) {
  if (duration !== undefined) return duration;
  const text = readFileSync(path, 'utf8');
  return text.length * (OPENS.test(text) ? 1000 : 1);
}

module.exports = class extends Sequencer {
  sort(tests) {
    const weights = new Map(tests.map((test) => [test, weightOf(test)]));
    return [...super.sort(tests)].sort((a, b) => weights.get(b) - weights.get(a));
  }
};
