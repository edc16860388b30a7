// Requests of Writ's own client for the tests of an editor.
import { type Feature, own } from '../feature.ts';
import { coverageRequest, removalsRequest, runTestsRequest, testsRequest } from '../protocol-tests.ts';

export const tests: readonly Feature[] = [
  own(testsRequest, { does: 'the expectations of all projects by test', empty: [], answer: 'listTests' }),
  own(runTestsRequest, {
    progress: 'Running tests',
    does: 'the outcomes of a project’s expectations',
    empty: null,
    answer: 'runTests',
  }),
  own(coverageRequest, {
    progress: 'Finding what tests rest on',
    does: 'which grants, policies and comparisons the expectations rest on',
    empty: null,
    answer: 'listCoverage',
  }),
  own(removalsRequest, {
    progress: 'Taking out one thing after the other',
    does: 'what can be taken out without an expectation noticing',
    empty: null,
    answer: 'listUnnoticed',
  }),
];
