// Whether any record meets a condition, or every one does.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { satisfy, valid, type World } from '../../server/src/condition/solve.ts';
import { accounts, actor, formula, group, showRecord, users, world } from '../support/formulas.ts';

/** `condition | actor => record`, or `none` or `unknown`. */
function checkFound(lines: readonly string[], change: (world: World) => World = (same) => same): void {
  for (const line of lines) {
    const [given = '', expected = ''] = line.split(' => ');
    const [condition = '', by = 'ada'] = given.split('|').map((each) => each.trim());
    const found = satisfy(formula(condition), change(world(actor(by))));
    const shown = found.kind === 'yes' ? showRecord(found.record) : found.kind === 'no' ? 'none' : found.kind;
    assert.equal(shown, expected, line);
  }
}

describe('satisfy', () => {
  it('says what the fields hold that it needs', () => {
    checkFound([
      'Total > 3 and Note contains "secret" => Total 4, Note "secret"',
      'Total > 3 or Note contains "secret" => Total 4',
      'Total is empty => Total empty',
      'Total > 1 and Total < 2 => Total 1.1',
      'Total > 1 and Total < 1.05 => Total 1.01',
      'Status is not "New" and Status is not empty => Status "Open"',
      'Tags contains "gift" and not Tags contains "rush" and Tags overlaps ("b2b", "rush") => Tags (gift b2b)',
      'File is not empty => File "attachment"',
    ]);
  });

  it('knows that whole days lie apart and that numbers and instants do not', () => {
    checkFound([
      'Due after 2026-01-01 and Due before 2026-01-02 => none',
      'Due after field Done and Done after 2026-01-01 and Due before 2026-01-03 => none',
      'Due after field Done and Done after 2026-01-01 and Due before 2026-01-04 => Due 20456, Done 20455',
      'Placed after 2026-01-01T10:00:00Z and Placed before 2026-01-01T10:00:00.001Z => Placed 1767261600000.5',
      'Placed after 2025-12-31 and Placed before 2026-01-02 and Placed is not 2026-01-01 => none',
      'Placed in the last 3 days and Placed after 2026-03-31 => none',
      'Placed in the last 3 days and Placed after 2026-03-31T22:30Z => Placed 1774998000000',
      'Due in the last 3 days and Due before 2026-03-28 => none',
      'Due in the last 3 days and Due before 2026-03-29 => Due 20540',
    ]);
  });

  it('compares fields with each other', () => {
    checkFound([
      'Total > field Discount and Discount > field "not" and "not" > field Total => none',
      'Total > field Discount and Discount > field "not" and "not" > 3 => Total 6, Discount 5, not 4',
      'Total > 1 and Discount is field "not" and Total is field Discount => Total 2, Discount 2, not 2',
      'Total is field Discount and Total is not field Discount => none',
      'Total is not field Discount and Total is not field "not" and Discount is not field "not" and Total is not empty and Discount is not empty and "not" is not empty => Total 0, Discount 1, not 2',
      'Note is field Region and Note starts with "a" and Region ends with "b" => Note "ab", Region "ab"',
      'Note is not field Region and Note is one of ("a", "b") and Region is "a" and Note is not "b" => none',
      'Status is field Before and Status is not "New" and Status is not "Open" => none',
      'Paid is true and Paid is false => none',
    ]);
  });

  it('knows who may be in a field', () => {
    checkFound([
      'Owner is in Sales and Owner is not ada => none',
      'Owner is in Support and Owner is not current user => Owner bo',
      'Owner is in Support and Checker is in Support and Owner is not field Checker and Owner is not ada => Owner bo, Checker ada',
      'Owner is in Sales and Checker is in Sales and Owner is not field Checker => none',
      'Owner is in Empty => none',
      'Owner is in Empty | Empty => Owner someone in Empty',
      'Owner is current user and not Owner is in Empty | Empty => none',
      'Owner is in "Internal Users" and Owner is current user | Empty => none',
      'Owner is one of (ada, bo) and Owner is not ada and Owner is not bo => none',
      'Team is Sales and Team contains current user | cy => none',
      'Team is "Internal Users" => none',
      'Team is not Sales and Team is not Support and Team is not Empty and Team is not empty => none',
      'Team is field Other and Team is not empty => Team Sales, Other Sales',
    ]);
  });

  it('makes up as many people in no group as it needs', () => {
    const nobodyDeclared = (of: World): World => ({ ...of, users: [], accounts: [] });
    checkFound(
      [
        'Owner is not empty => Owner someone in no group',
        'Owner is not field Checker and Owner is not empty and Checker is not empty => Owner someone in no group, Checker someone in no group (2)',
        'Owner is in Support => none',
        'Owner is in Sales | Sales => Owner someone in Sales',
        'Owner is current user | Sales => Owner someone in Sales',
      ],
      nobodyDeclared,
    );
    checkFound(['Team is not empty => none'], (of) => ({ ...of, groups: [group('Internal Users')] }));
  });

  it('holds the person whom a group asked about stands for only where no record is given', () => {
    const given = (of: World): World => ({ ...of, actorHeld: false });
    checkFound(['Owner is current user | Sales => none', 'Owner is current user => Owner ada'], given);
    checkFound(['Owner is in Empty | Empty => none', 'Owner is in Sales | Sales => Owner ada'], given);
  });

  it('decides what patterns of texts allow', () => {
    checkFound([
      'Note starts with "ab" and Note ends with "bc" and not Note contains "abc" => Note "abbc"',
      'Note starts with "ab" and not Note contains "b" => none',
      'Note contains "aa" and not Note contains "a" => none',
      'not Note contains "a" and Note is one of ("ab", "ba", "a") => none',
      'Note starts with "a" and Note ends with "a" and Note is not "a" and not Note contains "aa" => Note "axa"',
      'Note contains "a" and Note contains "b" and not Note contains "ab" => Note "ba"',
      'Note contains current user.Region and not Note contains "U" => none',
    ]);
  });

  it('tries parts that have no field in common one by one', () => {
    const parts = ['Note', 'Region'].map(
      (name) => `${name} contains "a" and ${name} contains "b" and not ${name} contains "c"`,
    );
    checkFound([`${parts.join(' and ')} and Total > 3 and Due in the last 3 days and Total < 2 => none`]);
  });

  it('finds nothing unknown to be nothing', () => {
    const words = Array.from({ length: 14 }, (_, i) => `Note contains "w${String.fromCharCode(97 + i)}"`);
    const none = `${words.join(' and ')} and not Note contains "w"`;
    assert.equal(satisfy(formula(none), world()).kind, 'no');
    assert.equal(satisfy(formula(words.join(' and ')), world()).kind, 'yes');
    const one = formula('Total > field Discount and Note contains "a" and Paid is true');
    assert.equal(satisfy(one, { ...world(), budget: 2 }).kind, 'unknown');
    assert.equal(satisfy(one, world()).kind, 'yes');
  });

  it('is exact however many contents a field has', () => {
    for (let count = 13; count <= 17; count++) {
      const numbers = Array.from({ length: count }, (_, i) => i + 1);
      const each = numbers.map((number) => `Total is not ${number}`).join(' and ');
      checkFound([
        `Total is one of (${numbers.join(', ')}) and ${each} => none`,
        `Total is one of (${numbers.join(', ')}) and Total >= ${count} => Total ${count}`,
        `not Total is one of (${numbers.join(', ')}) and Total is not empty and Total > ${count} => Total ${count + 1}`,
      ]);
    }
  });

  it('knows of a text that is compared with itself only that it is not empty', () => {
    const words = Array.from({ length: 14 }, (_, i) => `Note contains "w${String.fromCharCode(97 + i)}"`).join(' and ');
    checkFound([
      'Note is field Note and Note starts with "a" => Note "a"',
      'Note is field Note and Note is "b" => Note "b"',
      'Note is not field Note => Note empty',
      'Note is not field Note and Note contains "a" => none',
      `Note is not field Note and ${words} => none`,
    ]);
    assert.equal(satisfy(formula(`Note is field Note and ${words}`), world()).kind, 'yes');
  });

  it('says nothing of texts that are compared with each other where there are too many to try', () => {
    const words = Array.from({ length: 14 }, (_, i) => `Note contains "w${String.fromCharCode(97 + i)}"`).join(' and ');
    checkFound([`Note is field Region and ${words} and not Region contains "wa" => unknown`]);
  });

  it('may be asked again of a world whose people can be gone through once', () => {
    const once: World = { ...world(), users: users.values(), accounts: accounts.values() };
    for (let i = 0; i < 2; i++) assert.equal(satisfy(formula('Owner is in Sales'), once).kind, 'yes');
  });
});

describe('valid', () => {
  it('says whether every record meets a condition, and which does not', () => {
    const show = (text: string) => {
      const answer = valid(formula(text), world());
      return answer.kind === 'no' ? showRecord(answer.record) : answer.kind;
    };
    assert.equal(show('Total > 1 or not Total > 1'), 'yes');
    assert.equal(show('Total > 1 or Total <= 1'), 'Total empty');
    assert.equal(show('Total is not 3 or Paid is empty'), 'Total 3, Paid true');
    assert.equal(valid(formula('Total > field Discount'), { ...world(), budget: 1 }).kind, 'unknown');
  });
});
