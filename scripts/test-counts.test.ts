import { expect, test } from 'vitest';
import { isInRange } from './check-node-version.mjs';
import { countTests } from './count-tests.mjs';
import { nameFailures } from './name-failures.mjs';

const failedTest = { status: 'failed', assertionResults: [{ status: 'failed' }] };
const brokenFile = { status: 'failed', assertionResults: [] };

test('vitest tests are counted, and a file that cannot be loaded is one failure', () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [failedTest, brokenFile],
  };
  expect(countTests('vitest', report, 1)).toEqual({ passed: 5, failed: 2, skipped: 3 });
});

test('playwright tests are counted', () => {
  const report = { stats: { expected: 4, unexpected: 1, flaky: 0, skipped: 2 } };
  expect(countTests('playwright', report, 1)).toEqual({ passed: 4, failed: 1, skipped: 2 });
});

test('a run that ends badly without a failed test is a failure all the same', () => {
  expect(countTests('vitest', { numPassedTests: 5, testResults: [] }, 1).failed).toBe(1);
  expect(countTests('playwright', undefined, 124).failed).toBe(1);
});

test('failed vitest tests are named from the root with the first line of what was wrong', () => {
  const failed = {
    status: 'failed',
    fullName: 'a is b',
    failureMessages: ['\u001B[31mno\u001B[39m\n at x'],
  };
  const report = {
    testResults: [
      { name: '/r/a.test.ts', status: 'failed', assertionResults: [failed, { status: 'passed' }] },
      { name: '/r/b.test.ts', status: 'failed', assertionResults: [], message: 'cannot load' },
      { name: '/r/c.test.ts', status: 'passed', assertionResults: [{ status: 'passed' }] },
    ],
  };
  expect(nameFailures('vitest', report, '/r')).toEqual([
    'a.test.ts › a is b › no',
    'b.test.ts › cannot load',
  ]);
});

test('failed playwright tests are named in suites of any depth', () => {
  const tests = [{ results: [{ error: { message: 'late\nlog' } }] }];
  const bad = { ok: false, file: 'x.spec.ts', line: 3, title: 'adds', tests };
  const report = { suites: [{ specs: [{ ...bad, ok: true }], suites: [{ specs: [bad] }] }] };
  expect(nameFailures('playwright', report, '/r')).toEqual(['x.spec.ts:3 › adds › late']);
});

test('without a report no test is named', () => {
  expect(nameFailures('vitest', undefined, '/r')).toEqual([]);
  expect(nameFailures('playwright', undefined, '/r')).toEqual([]);
});

test.each([
  ['20.18.9', false],
  ['20.19.0', true],
  ['20.20.2', true],
  ['21.7.0', false],
  ['22.11.0', false],
  ['22.12.0', true],
  ['26.0.0', true],
])('Node %s fits the supported range: %s', (version, fits) => {
  expect(isInRange(version, '>=20.19 <21 || >=22.12')).toBe(fits);
});
