// The colours of records, queries, expectations and tests.
import { describe, it } from 'mocha';
import { checkScopes } from '../support/tokenize.ts';

describe('grammar: records', () => {
  it('fields, values and relations', () => {
    checkScopes(`
record ticket in "Service Desk" {
^^^^^^ storage.type
       ^^^^^^ entity.name.type
              ^^ keyword.other.question
                 ^^^^^^^^^^^^^^ variable.other.reference !string
  Status "Open" Assignee alice "Due Date" empty Labels ("vip", "late") Done true
  ^^^^^^ variable.other.property
         ^^^^^^ string.quoted.double
                ^^^^^^^^ variable.other.property
                         ^^^^^ variable.other.reference
                               ^^^^^^^^^^ variable.other.property !string
                                          ^^^^^ constant.language
                                                ^^^^^^ variable.other.property
                                                        ^^^^^ string.quoted.double
                                                                       ^^^^ variable.other.property
                                                                            ^^^^ constant.language
  watched by bob mentions bob, "Dana D." shared with dana assigned to Agents approved by "Service Desk"."Triage Bot" Note "x"
  ^^^^^^^ keyword.other.property
          ^^ keyword.other.property
             ^^^ variable.other.reference
                 ^^^^^^^^ keyword.other.property
                          ^^^ variable.other.reference
                               ^^^^^^^^ variable.other.reference
                                         ^^^^^^ keyword.other.property
                                                ^^^^ keyword.other.property
                                                                             ^^^^^^^^ keyword.other.property
                                                                                                       ^ punctuation.accessor
                                                                                                                     ^^^^ variable.other.property
                                                                                                                          ^^^ string.quoted.double
  mentions bob,
    dana
    ^^^^ variable.other.reference
  Owner organization."Triage Bot"
  ^^^^^ variable.other.property
        ^^^^^^^^^^^^ variable.language.organization
}
^ punctuation.section.block.end`);
  });
});

describe('grammar: questions', () => {
  it('queries', () => {
    checkScopes(`
query alice can UPDATE_RECORDS and READ_RECORDS on ticket as of 2026-12-01
^^^^^ keyword.control
      ^^^^^ variable.other.reference
            ^^^ keyword.other.question
                ^^^^^^^^^^^^^^ support.constant.permission
                               ^^^ keyword.operator.wordlike
                                   ^^^^^^^^^^^^ support.constant.permission
                                                ^^ keyword.other.question
                                                   ^^^^^^ variable.other.reference
                                                                ^^^^^^^^^^ constant.numeric.date
query EU can UPDATE_RECORDS in EU with { Status "Open" mentions alice }
      ^^ variable.other.reference !support
                               ^^ variable.other.reference !support
                                  ^^^^ keyword.other.question
                                         ^^^^^^ variable.other.property
                                                       ^^^^^^^^ keyword.other.property
query who can DELETE_RECORDS in organization
      ^^^ keyword.other.question
                                ^^^^^^^^^^^^ variable.language.organization !storage
query what can "Service Desk"."Triage Bot" do in organization."X"
      ^^^^ keyword.other.question
               ^^^^^^^^^^^^^^ variable.other.reference !string
                              ^^^^^^^^^^^^ variable.other.reference
                                           ^^ keyword.other.question
                                                 ^^^^^^^^^^^^ variable.language.organization
query alice can invite "x@gmail.com"
                ^^^^^^ keyword.other.question
                       ^^^^^^^^^^^^^ string.quoted.double !meta.name
query alice cannot use "Service Desk"."Triage Bot"
            ^^^^^^ keyword.other.question
                   ^^^ keyword.other.question
                       ^^^^^^^^^^^^^^ variable.other.reference !string`);
  });

  it('expectations and tests', () => {
    checkScopes(`
test "Agents see" { expect only bob, "Ann A." can ADMIN in organization }
^^^^ storage.type
     ^^^^^^^^^^^^ entity.name.function
                    ^^^^^^ keyword.control
                           ^^^^ keyword.other.question
                                ^^^ variable.other.reference
                                     ^^^^^^^^ variable.other.reference !string
                                                  ^^^^^ support.constant.permission
expect nobody but alice can CREATE_RECORDS and DELETE_RECORDS in O
       ^^^^^^ keyword.other.question
              ^^^ keyword.other.question
                  ^^^^^ variable.other.reference
expect "finn@acme.com" cannot READ_RECORDS in O when Status is "Open"
       ^^^^^^^^^^^^^^^ variable.other.reference !string
                                                ^^^^ keyword.control.conditional
                                                     ^^^^^^ variable.other.property
                                                               ^^^^^^ string.quoted.double`);
  });
});
