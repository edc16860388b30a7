// The colours of conditions: fields, operators, values, and where a condition ends.
import { describe, it } from 'mocha';
import { checkScopes } from '../support/tokenize.ts';

describe('grammar: conditions', () => {
  it('fields, operators and values', () => {
    checkScopes(`
policy P { when Status is "Open" and (Assignee is current user or not Priority >= 3) }
           ^^^^ keyword.control.conditional
                ^^^^^^ variable.other.property
                       ^^ keyword.operator.wordlike
                          ^^^^^^ string.quoted.double
                                 ^^^ keyword.operator.wordlike
                                     ^ punctuation.section.parens.begin
                                      ^^^^^^^^ variable.other.property
                                                  ^^^^^^^^^^^^ variable.language.current-user
                                                               ^^ keyword.operator.wordlike
                                                                  ^^^ keyword.operator.wordlike
                                                                               ^^ keyword.operator.comparison
                                                                                  ^ constant.numeric
                                                                                     ^ punctuation.section.block.end
when "Due Date" is not "A" and Bot is not "Triage Bot" and "Other Field" contains "x"
     ^^^^^^^^^^ variable.other.property !string
                ^^ keyword.operator.wordlike
                   ^^^ keyword.operator.wordlike
                       ^^^ string.quoted.double
                                          ^^^^^^^^^^^^ string.quoted.double !variable
                                                           ^^^^^^^^^^^^^ variable.other.property
                                                                                  ^^^ string.quoted.double
when Tags overlaps ("a", "b") and Kind is one of ("c", "d") and Team is in "Night Shift"
          ^^^^^^^^ keyword.operator.wordlike
                    ^^^ string.quoted.double
                                       ^^ keyword.operator.wordlike
                                          ^^^ keyword.operator.wordlike
                                              ^^ keyword.operator.wordlike
                                                  ^^^ string.quoted.double
                                                                     ^^ keyword.operator.wordlike
                                                                        ^^ keyword.operator.wordlike
                                                                           ^^^^^^^^^^^^^ variable.other.reference !string
when N between 1 and -2.5 and D after 2026-11-21 and D before 2026-11-21T09:30Z
       ^^^^^^^ keyword.operator.wordlike
               ^ constant.numeric
                     ^^^^ constant.numeric
                                ^^^^^ keyword.operator.wordlike
                                      ^^^^^^^^^^ constant.numeric.date
                                                       ^^^^^^ keyword.operator.wordlike
                                                              ^^^^^^^^^^^^^^^^^ constant.numeric.date-time
when D in the last 30 days and D in the next 2 years and T starts with "a" and T ends with "b"
       ^^ keyword.operator.wordlike
          ^^^ keyword.operator.wordlike
              ^^^^ keyword.operator.wordlike
                   ^^ constant.numeric
                      ^^^^ keyword.operator.wordlike
                                 ^^ keyword.operator.wordlike
                                        ^^^^ keyword.operator.wordlike
                                             ^ constant.numeric
                                               ^^^^^ keyword.operator.wordlike
                                                           ^^^^^^ keyword.operator.wordlike
                                                                  ^^^^ keyword.operator.wordlike
                                                                                 ^^^^ keyword.operator.wordlike
when A is true and B is false and C is empty and D is not empty and E is not field "Other Field"
          ^^^^ constant.language
                        ^^^^^ constant.language
                                       ^^^^^ constant.language
                                                          ^^^^^ constant.language
                                                                             ^^^^^ keyword.operator.wordlike
                                                                                   ^^^^^^^^^^^^^ variable.other.property
when A is current user.Department and B is current user."Cost Center" and C is organization."Bot"
                      ^ punctuation.accessor
                       ^^^^^^^^^^ variable.other.property
                                                        ^^^^^^^^^^^^^ variable.other.property
                                                                               ^^^^^^^^^^^^ variable.language.organization
                                                                                            ^^^^^ variable.other.reference`);
  });

  it('the words of conditions are names everywhere else', () => {
    checkScopes(`
members is, not, or, contains, starts, ends, one, between, after, before, the, last, next, days, weeks, months, years
        ^^ variable.other.reference !keyword
            ^^^ variable.other.reference !keyword
                 ^^ variable.other.reference
                     ^^^^^^^^ variable.other.reference
                                             ^^^ variable.other.reference
                                                  ^^^^^^^ variable.other.reference
                                                                                           ^^^^ variable.other.reference
to true, false, overlaps
   ^^^^ variable.other.reference !constant
         ^^^^^ variable.other.reference !constant
                ^^^^^^^^ variable.other.reference
field days: number
      ^^^^ entity.name.variable.field
group the {}
      ^^^ entity.name.type`);
  });

  it('and in a condition where no operator can stand', () => {
    checkScopes(`
when days > 5 and one is "x" and true is true and last before next and Owner is the
     ^^^^ variable.other.property !keyword
                  ^^^ variable.other.property
                                 ^^^^ variable.other.property
                                         ^^^^ constant.language
                                                  ^^^^ variable.other.property
                                                              ^^^^ variable.other.reference
                                                                                ^^^ variable.other.reference`);
  });

  it('over several lines', () => {
    checkScopes(`
when
  Status is
         ^^ keyword.operator.wordlike
    "Open" // why
    ^^^^^^ string.quoted.double
  and
  ^^^ keyword.operator.wordlike
    Due in the
           ^^^ keyword.operator.wordlike
      last 3
      ^^^^ keyword.operator.wordlike
        weeks
        ^^^^^ keyword.operator.wordlike
  to Agents
  ^^ keyword.other.property
     ^^^^^^ variable.other.reference`);
  });

  it('ends at the brace, at the next property and at the next declaration', () => {
    checkScopes(`
tool searchAspect where Status is Open runs as days
                                  ^^^^ variable.other.reference
                                       ^^^^ keyword.other.property
                                               ^^^^ variable.other.reference
policy P { when A is } members is, one
                       ^^^^^^^ keyword.other.property
                               ^^ variable.other.reference
when A is field B and C is
                ^ variable.other.property
field B: text
^^^^^ storage.type
      ^ entity.name.variable.field
         ^^^^ support.type
expect a can READ_RECORDS in O when A is "x" as of 2027-01-01
                                             ^^ keyword.other.property
                                                ^^ keyword.other.question
                                                   ^^^^^^^^^^ constant.numeric.date`);
  });
});
