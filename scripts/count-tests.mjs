// @ts-check

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Counts the tests of a run from the JSON report of its runner (undefined when it wrote none) and its exit code.
 * A file that cannot be loaded counts as one failed test, and a run that ends badly never counts as free of failures.
 * @param {'vitest' | 'playwright'} format
 * @param {any} report
 * @param {number} exitCode
 * @returns {Counts}
 */
export function countTests(format, report, exitCode) {
  const counts = format === 'vitest' ? countVitest(report) : countPlaywright(report);
  return { ...counts, failed: exitCode === 0 ? counts.failed : Math.max(counts.failed, 1) };
}

/**
 * @param {any} report
 * @returns {Counts}
 */
function countVitest(report) {
  /** @type {any[]} */
  const files = report?.testResults ?? [];
  const brokenFiles = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some(hasFailed),
  );
  return {
    passed: report?.numPassedTests ?? 0,
    failed: (report?.numFailedTests ?? 0) + brokenFiles.length,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  };
}

/** @param {{ status: string }} test */
function hasFailed(test) {
  return test.status === 'failed';
}

/**
 * @param {any} report
 * @returns {Counts}
 */
function countPlaywright(report) {
  const { expected = 0, flaky = 0, unexpected = 0, skipped = 0 } = report?.stats ?? {};
  return { passed: expected + flaky, failed: unexpected, skipped };
}
