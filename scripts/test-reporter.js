/** A Jest reporter that leaves the run's counts, and the names of skipped tests, in the file `NARRASCOPE_TEST_SUMMARY`. */
import { writeFileSync } from "node:fs";

export default class SummaryReporter {
  constructor(globalConfig) {
    this.filtered = Boolean(globalConfig.testNamePattern);
  }

  onRunComplete(_contexts, results) {
    const file = process.env.NARRASCOPE_TEST_SUMMARY;
    if (file) writeFileSync(file, JSON.stringify(summarize(results, this.filtered)));
  }
}

/**
 * @param {{
 *   numPassedTests: number, numFailedTests: number, numRuntimeErrorTestSuites: number, wasInterrupted: boolean,
 *   testResults: { testResults: { status: string, fullName: string }[] }[],
 * }} results what Jest gives at the end of a run, as far as it is used
 * @param {boolean} filtered tests were chosen by name: those left out are not listed as skipped
 * @returns {{ passed: number, failed: number, skipped: string[] }}
 */
export function summarize(results, filtered) {
  const skipped = results.testResults.flatMap(({ testResults }) =>
    testResults
      .filter(({ status }) => status === "pending" || status === "todo")
      .map(({ fullName }) => fullName),
  );
  return {
    passed: results.numPassedTests,
    failed: results.numFailedTests + results.numRuntimeErrorTestSuites + (results.wasInterrupted ? 1 : 0),
    skipped: filtered ? [] : skipped,
  };
}
