// A record that no query and no expectation speaks of.
import type { RecordSymbol } from '../model/symbols.ts';
import { removeDeclaration } from './edits/fix.ts';
import type { Rule } from './rule.ts';
import { unnamed } from './unnamed.ts';

export const unusedRecord: Rule = {
  id: 'unused-record',
  severity: 'warning',
  category: 'Without effect',
  title: 'a record that no query and no expectation speaks of',
  check: (context) => {
    const { model, place } = context;
    // A name that is like none of theirs may have meant any of them.
    if (model.problems.some(({ rule, instead = [] }) => rule === 'unknown-record' && instead.length === 0)) return [];
    const records = [...model.records.values(), ...model.tests.flatMap((test) => [...test.records.values()])];
    // Where a relation to one record reaches the whole object, each one that is declared counts for what it says of people.
    const isAsked = ({ test }: RecordSymbol) => model.semantics.autoShareReach === 'record' || test !== undefined;
    return unnamed(context, records.filter(isAsked)).map(({ name, origin, test, facts }) => {
      // What stands in a test is the test's; and a share says where somebody has data access.
      const safe = test === undefined && facts?.relations.size === 0;
      return {
        place: place(origin),
        message: `no query and no expectation speaks of the record \`${name}\``,
        fixes: () => removeDeclaration(context, `Remove the record \`${name}\``, origin, { safe }),
      };
    });
  },
};
