// An expectation that does not hold or cannot be evaluated.
import { counterexampleText } from '../access/counterexample.ts';
import { expectToday } from './edits/expect-today.ts';
import type { Rule } from './rule.ts';

export const failedExpectation: Rule = {
  id: 'failed-expectation',
  severity: 'error',
  category: 'Broken policy',
  title: 'an expectation that does not hold or cannot be evaluated',
  locked: true,
  check: (context) =>
    context.outcomes.flatMap(({ asked, outcome }) => {
      if (outcome.outcome === 'held') return [];
      const said = outcome.outcome === 'failed' ? 'this expectation fails' : 'this expectation cannot be evaluated';
      const example = outcome.counterexample === undefined ? '' : counterexampleText(outcome.counterexample);
      const message = `${said}: ${outcome.reason}${example === '' ? '' : `; for example ${example}`}`;
      const fixes = () => (outcome.outcome === 'failed' ? expectToday(context, asked) : []);
      return [{ place: context.place(asked.origin), message, fixes }];
    }),
};
