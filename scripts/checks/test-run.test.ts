import { expect, test } from 'vitest';
import { countJourneys, countVitest } from './test-run.ts';

test('tests are counted as Vitest counts them', () => {
  expect(countVitest({ numPassedTests: 12, numFailedTests: 3, testResults: [] })).toEqual({ passed: 12, failed: 3 });
});

test('a test file that could not be loaded is a failure, although it has no tests', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ];
  expect(countVitest({ numPassedTests: 1, numFailedTests: 1, testResults })).toEqual({ passed: 1, failed: 2 });
});

test('a report that is not one is not read as a success', () => {
  expect(countVitest({ success: true })).toBeUndefined();
  expect(countVitest([])).toBeUndefined();
  expect(countJourneys({ journeys: [] })).toBeUndefined();
});

test('a journey that did not pass, for whatever reason, failed', () => {
  const journeys = [
    { title: 'import', status: 'passed' },
    { title: 'print', status: 'timed-out' },
  ];
  expect(countJourneys(journeys)).toEqual({ passed: 1, failed: 1 });
});
