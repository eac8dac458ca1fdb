// How far the tests are, also where there is no terminal: how many suites there are at once, a line for each that ended,
// failures as they come, and a last line for programs that read logs.
const path = require('node:path');
const { DefaultReporter } = require('@jest/reporters');

const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

class Lines {
  onRunStart({ numTotalTestSuites }) {
    this.total = numTotalTestSuites;
    this.ended = 0;
    console.log(`${numTotalTestSuites} suites`);
  }

  onTestResult(_test, { testFilePath, failureMessage, numFailingTests, perfStats, testExecError, skipped }) {
    this.ended += 1;
    const failed = numFailingTests > 0 || testExecError !== undefined;
    const name = path.relative(process.cwd(), testFilePath);
    const word = failed ? 'FAIL' : skipped ? 'skip' : 'PASS';
    console.log(
      `[${this.ended}/${this.total}] ${word} ${name} (${seconds(perfStats.end - perfStats.start)})`,
    );
    if (failed && failureMessage) console.log(failureMessage);
  }

  onRunComplete(_contexts, { numPassedTests, numFailedTests, numPendingTests, startTime }) {
    console.log(
      `${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} skipped in ${seconds(Date.now() - startTime)}`,
    );
  }
}

module.exports = process.stdout.isTTY ? DefaultReporter : Lines;
