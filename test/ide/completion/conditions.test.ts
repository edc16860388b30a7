// Completion in conditions: fields, operators and values that fit.
import { describe, it } from 'mocha';
import { checkAccepted, checkCompletion, checkOffers } from '../../support/check-completion.ts';
import { inBase, inCondition, inWard } from './base.ts';

const fields = [
  'State',
  'Beds',
  'Rooms',
  'Nurse',
  'Doctor',
  'Team',
  'Tags',
  'Admitted',
  'Seen',
  'Isolated',
  'Note',
  'First Name',
  'Scan',
];

describe('completion of fields', () => {
  it('offers those of the object around a policy, before all else', () => {
    checkCompletion(inCondition('$0'), [...fields, 'not']);
    checkCompletion(inCondition('State is "New" and (Beds > 3 or not $0'), [...fields, 'not']);
    checkCompletion(inCondition('State is and $0'), [...fields, 'not']);
  });
  it("offers a step's object's, or those of the object that it names", () => {
    checkOffers(inWard('  automation A { action updateField where $0'), ['State'], ['Length']);
    checkCompletion(inWard('  automation A { action updateField in Visits where $0'), ['Length', 'not']);
    checkCompletion(inWard('  agent A { tool mcp in Visits where Length > 3 and $0\n runs'), ['Length', 'not']);
  });
  it('offers those of the object that a question speaks of', () => {
    checkCompletion(inBase('expect ann can READ_RECORDS in Visits when $0'), ['Length', 'not']);
    checkOffers(inBase('query ann can READ_RECORDS in Ward when S$0'), ['State']);
  });
  it('quotes names that need it', () => {
    checkAccepted(inCondition('Fi$0'), 'First Name', 'when "First Name"');
    checkAccepted(inCondition('"Fi$0" is empty'), 'First Name', 'when "First Name" is empty');
  });
  it('offers none of an object that nothing declares', () => {
    checkCompletion(inBase('query ann can READ_RECORDS in Nope when $0'), ['not']);
  });
});

describe('completion of operators', () => {
  const empties = ['is empty', 'is not empty'];
  const cases: Readonly<Record<string, readonly string[]>> = {
    Note: ['is', 'is not', 'contains', 'starts with', 'ends with', 'is one of', ...empties],
    Beds: ['is', 'is not', '>', '>=', '<', '<=', 'between', 'is one of', ...empties],
    Admitted: ['is', 'is not', 'after', 'before', 'between', 'in the last', 'in the next', ...empties],
    Seen: ['is', 'is not', 'after', 'before', 'between', 'in the last', 'in the next', ...empties],
    Isolated: ['is true', 'is false', ...empties],
    State: ['is', 'is not', 'is one of', ...empties],
    Tags: ['contains', 'overlaps', ...empties],
    Nurse: ['is', 'is not', 'is one of', 'is in', ...empties],
    Team: ['is', 'is not', 'is one of', 'contains current user', ...empties],
    Scan: empties,
  };
  for (const [field, expected] of Object.entries(cases)) {
    it(`offers what a field like ${field} takes`, () => checkCompletion(inCondition(`${field} $0`), expected));
  }
  it('offers them where the condition goes on behind the cursor', () => {
    checkOffers(inCondition('State $0 and Beds > 3 } }'), ['is', 'is one of'], ['contains']);
    checkOffers(inCondition('(State i$0'), ['is', 'is empty']);
  });
  it('offers all of them for a field that nothing declares', () => {
    checkOffers(inCondition('Nope $0'), ['is', '>', 'contains', 'after', 'is true']);
  });
  it('goes on with an operator of several words', () => {
    checkCompletion(inCondition('Note starts $0'), ['with']);
    checkCompletion(inCondition('Admitted in $0'), ['the last', 'the next']);
    checkCompletion(inCondition('Admitted in the $0'), ['last', 'next']);
    checkCompletion(inCondition('Admitted in the last 3 $0'), ['days', 'weeks', 'months', 'years']);
    checkCompletion(inCondition('State is one $0'), ['of']);
    checkCompletion(inCondition('Beds between 1 $0'), ['and']);
    checkCompletion(inCondition('Admitted in the last $0'), []);
  });
  it('inserts lists and ranges with their signs', () => {
    checkAccepted(inCondition('State $0'), 'is one of', 'State is one of ($0)');
    checkAccepted(inCondition('Beds b$0'), 'between', 'Beds between $1 and $2');
    checkAccepted(inCondition('Admitted in the l$0'), 'last', `in the last \${1:30} \${2|days,weeks,months,years|}`);
    checkAccepted(inCondition('State is one of $0'), '(…)', 'is one of ($0)');
  });
  it('goes on with the condition, the step or the block', () => {
    checkCompletion(inCondition('State is "New" $0'), ['and', 'or', 'description']);
    checkCompletion(inCondition('(State is "New" $0'), ['and', 'or']);
    checkCompletion(inCondition('State is empty $0'), ['and', 'or', 'description']);
    checkOffers(inWard('  agent A { tool mcp where State is "New" $0'), ['and', 'or', 'runs as', 'built by', 'tool']);
  });
});

describe('completion of values', () => {
  const afterIs = ['not', 'one of', 'empty', 'not empty'];
  it('offers the options of a choice, quoted', () => {
    checkCompletion(inCondition('State is $0'), ['New', 'In Care', 'Left', ...afterIs]);
    checkCompletion(inCondition('State is not $0'), ['New', 'In Care', 'Left', 'empty']);
    checkCompletion(inCondition('State is one of ("New", $0'), ['In Care', 'Left']);
    checkCompletion(inCondition('Tags contains $0'), ['urgent', 'late', 'private']);
    checkCompletion(inCondition('Tags overlaps ("late", $0)'), ['urgent', 'private']);
    checkAccepted(inCondition('State is In$0'), 'In Care', 'State is "In Care"');
    checkAccepted(inCondition('State is "In$0" and Beds > 3'), 'In Care', 'State is "In Care" and Beds > 3');
    checkAccepted(inCondition('State is "In$0 and Note is "x"'), 'In Care', 'State is "In Care" and Note is "x"');
  });
  it('offers booleans', () => {
    checkCompletion(inCondition('Isolated is $0'), ['true', 'false', 'empty', 'not empty']);
  });
  it('offers whoever asks, people and accounts for a user', () => {
    const people = ['Porter', 'ann', 'organization.ann', 'ben', 'Front Desk.Mail Bot'];
    checkCompletion(inCondition('Nurse is not $0'), ['current user', ...people, 'empty', 'field Doctor', 'old']);
    checkOffers(inCondition('Nurse is one of (ben, $0'), ['current user', 'Porter'], ['ben', 'field Doctor', 'Nurses']);
    checkCompletion(inCondition('Nurse is current $0'), ['user']);
    checkCompletion(inCondition('Nurse is "Front Desk".$0'), ['Mail Bot']);
  });
  it('offers groups for a group and after `is in`', () => {
    checkCompletion(inCondition('Team is not $0'), ['Nurses', 'Night Shift', 'empty']);
    checkCompletion(inCondition('Team contains $0'), ['current user']);
    checkCompletion(inCondition('Nurse is in $0'), ['Nurses', 'Night Shift', 'Internal Users', 'External Users']);
  });
  it('offers other fields of the type where one may stand', () => {
    checkCompletion(inCondition('Beds > $0'), ['field Rooms']);
    checkCompletion(inCondition('Beds between 1 and $0'), ['field Rooms']);
    checkCompletion(inCondition('Beds > field $0'), ['Rooms']);
    checkCompletion(inCondition('Beds is one of (1, $0'), []);
    checkAccepted(inCondition('Note is $0'), 'field "First Name"', 'Note is field "First Name"');
    checkOffers(inCondition('Note contains $0'), [], ['field "First Name"']);
  });
  it('offers attributes of whoever asks for texts', () => {
    checkOffers(inCondition('Note is $0'), ['current user.Department', 'current user.Region']);
    checkCompletion(inCondition('Note is current user.$0'), ['Department', 'Region']);
    checkCompletion(inCondition('Note is current user.De$0 and'), ['Department']);
  });
  it('offers dates', () => {
    checkOffers(inCondition('Admitted after $0'), ['2026-11-21', '2027-11-21']);
    checkOffers(inCondition('Seen before $0'), ['2026-11-21']);
  });
  it('offers what it knows for a field that nothing declares', () => {
    checkOffers(inCondition('Nope is $0'), ['current user', 'not', 'empty']);
  });
});
