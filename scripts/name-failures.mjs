// @ts-check
import { stripVTControlCharacters } from 'node:util';

/** How much of a message is repeated, in characters: enough to know a failure again; the whole stands further up. */
const MESSAGE_LENGTH = 300;

/**
 * The failed tests in the JSON report of a runner (undefined when it wrote none), a line each: file, test, and the
 * first line of what was wrong. The end of a long run is often all that is kept of it.
 * @param {'vitest' | 'playwright'} format
 * @param {any} report
 * @param {string} root of the project; files are named from there
 * @returns {string[]}
 */
export function nameFailures(format, report, root) {
  const failures = format === 'vitest' ? fromVitest(report) : fromPlaywright(report?.suites ?? []);
  return failures.map(({ file, test, message }) => {
    const [line = ''] = stripVTControlCharacters(message).trim().split('\n');
    return [file.replace(`${root}/`, ''), test, line.slice(0, MESSAGE_LENGTH)]
      .filter((part) => part !== '')
      .join(' › ');
  });
}

/** @typedef {{ file: string, test: string, message: string }} Failure */

/**
 * @param {any} report
 * @returns {Failure[]}
 */
function fromVitest(report) {
  return (report?.testResults ?? []).flatMap((/** @type {any} */ file) => {
    const failed = file.assertionResults.filter((/** @type {any} */ r) => r.status === 'failed');
    if (failed.length === 0 && file.status === 'failed')
      return [{ file: file.name, test: '', message: file.message ?? '' }];
    return failed.map((/** @type {any} */ result) => ({
      file: file.name,
      test: result.fullName,
      message: result.failureMessages?.[0] ?? '',
    }));
  });
}

/**
 * @param {any[]} suites
 * @returns {Failure[]}
 */
function fromPlaywright(suites) {
  return suites.flatMap(({ specs = [], suites: inner = [] }) => [
    ...specs
      .filter((/** @type {any} */ spec) => !spec.ok)
      .map((/** @type {any} */ spec) => ({
        file: `${spec.file}:${spec.line}`,
        test: spec.title,
        message: spec.tests?.at(-1)?.results?.at(-1)?.error?.message ?? '',
      })),
    ...fromPlaywright(inner),
  ]);
}
