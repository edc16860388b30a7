// The colours of declarations and their properties, line by line.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { checkScopes, standardTypes } from '../support/tokenize.ts';

describe('grammar: comments and literals', () => {
  it('comments', () => {
    checkScopes(`
app A { // role "no"
        ^^ comment.line punctuation.definition.comment
           ^^^^^^^^^ comment.line !storage !meta.name
/* when
   ^^^^ comment.block
role */ role R {}
^^^^^^^ comment.block !storage
        ^^^^ storage.type !comment
purpose "https://example.com" // not before
        ^^^^^^^^^^^^^^^^^^^^^ string.quoted.double !comment
                              ^^^^^^^^^^^^^ comment.line`);
  });

  it('suppressions', () => {
    checkScopes(`
// writ-ignore wide-role, rule_b: until March: really
^^ punctuation.definition.comment comment.line.double-slash.suppression
   ^^^^^^^^^^^ keyword.other.suppression
               ^^^^^^^^^ variable.parameter.rule comment
                        ^ punctuation.separator.comma
                          ^^^^^^ variable.parameter.rule
                                ^ punctuation.separator.reason
                                  ^^^^^^^^^^^^^^^^^^^ meta.reason comment !variable
expires 2027-01-31 // writ-ignore past-date: kept
        ^^^^^^^^^^ constant.numeric.date
                      ^^^^^^^^^^^ keyword.other.suppression
// writ-ignored is not one
   ^^^^^^^^^^^^ comment.line !comment.line.double-slash.suppression
/* writ-ignore neither */
   ^^^^^^^^^^^ comment.block !keyword`);
  });

  it('texts and their escapes', () => {
    checkScopes(String.raw`
description "a \" b \\ \/ \n \u00e4 \q \u12 c"
            ^ string.quoted.double punctuation.definition.string.begin
               ^^ constant.character.escape string
                 ^^^ string !constant
                    ^^ constant.character.escape
                       ^^ constant.character.escape
                          ^^ constant.character.escape
                             ^^^^^^ constant.character.escape
                                    ^^ invalid.illegal.escape string
                                       ^^ invalid.illegal.escape
                                            ^ string !invalid
                                             ^ punctuation.definition.string.end
members "a \n \q"
           ^^ constant.character.escape variable.other.reference !string.quoted`);
  });

  it('numbers, dates and date-times', () => {
    checkScopes(`
record r in O { A 3 B -2.5 C 2026-11-21 D 2026-11-21T09:30Z E 2026-11-21T09:30:15.5+01:00 }
                  ^ constant.numeric !constant.numeric.date
                      ^^^^ constant.numeric
                             ^^^^^^^^^^ constant.numeric.date
                                          ^^^^^^^^^^^^^^^^^ constant.numeric.date-time
                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^^ constant.numeric.date-time`);
  });

  it('names in Unicode, bare and quoted alike', () => {
    checkScopes(`
group Æbler_2-x { members 名前, "Ben B." }
      ^^^^^^^^^ entity.name.type
                          ^^ variable.other.reference
                            ^ punctuation.separator.comma
group "Æbler" {}
      ^ entity.name.type meta.name.string punctuation.definition.name.begin
       ^^^^^ entity.name.type meta.name.string !string`);
  });
});

describe('grammar: what an editor takes for a text', () => {
  it('quoted names as well as texts, so that their braces are none', () => {
    assert.equal(standardTypes('app "A {" { // {'), '----sssss---cccc');
    assert.equal(standardTypes('to "{", B when "(" is "{"'), '---sss---------sss----sss');
  });
});

describe('grammar: declarations', () => {
  it('the organization and its people', () => {
    checkScopes(`
organization "Acme" { domains "acme.com", "acme.co.uk" invites allowed-domains description "x" }
^^^^^^^^^^^^ storage.type
             ^^^^^^ entity.name.type
                      ^^^^^^^ keyword.other.property
                              ^^^^^^^^^^ string.quoted.double
                                          ^^^^^^^^^^^^ string.quoted.double
                                                       ^^^^^^^ keyword.other.property
                                                               ^^^^^^^^^^^^^^^ constant.language
                                                                               ^^^^^^^^^^^ keyword.other.property
organization { invites admins-only }
^^^^^^^^^^^^ storage.type
             ^ punctuation.section.block.begin
                       ^^^^^^^^^^^ constant.language
directory "people.scim.json"
^^^^^^^^^ storage.type
          ^^^^^^^^^^^^^^^^^^ string.quoted.double !meta.name
user dana "dana@partner.io" { external Department "Finance" "Cost Center" "12" }
^^^^ storage.type
     ^^^^ entity.name.type
          ^^^^^^^^^^^^^^^^^ string.quoted.double
                              ^^^^^^^^ constant.language
                                       ^^^^^^^^^^ variable.other.property
                                                  ^^^^^^^^^ string.quoted.double
                                                            ^^^^^^^^^^^^^ variable.other.property !string
                                                                          ^^^^ string.quoted.double
user "erin@acme.com" "erin@acme.com"
     ^^^^^^^^^^^^^^^ entity.name.type
                     ^^^^^^^^^^^^^^^ string.quoted.double
group Agents { description "Works" members alice, "Bob B." }
^^^^^ storage.type
      ^^^^^^ entity.name.type
                           ^^^^^^^ string.quoted.double
                                   ^^^^^^^ keyword.other.property
                                           ^^^^^ variable.other.reference
                                                  ^^^^^^^^ variable.other.reference meta.name.string !string
group P { domain "partner.io" }
          ^^^^^^ keyword.other.property
                 ^^^^^^^^^^^^ string.quoted.double`);
  });

  it('roles and what they grant', () => {
    checkScopes(`
managed role "App Admin" { members alice }
^^^^^^^ storage.modifier
        ^^^^ storage.type
             ^^^^^^^^^^^ entity.name.type
role Auditor {
  grants READ_RECORDS, ADMIN, view on Analytics, admin on "AI Providers", ReadRecords
  ^^^^^^ keyword.other.property
         ^^^^^^^^^^^^ support.constant.permission
                       ^^^^^ support.constant.permission
                              ^^^^ constant.language.level
                                   ^^ keyword.other.property
                                      ^^^^^^^^^ support.type.permission-group
                                                 ^^^^^ constant.language.level
                                                          ^^^^^^^^^^^^^^ support.type.permission-group !string
                                                                          ^^^^^^^^^^^ !support.constant
  auto-share on watch, assign,
  ^^^^^^^^^^ keyword.other.property
             ^^ keyword.other.property
                ^^^^^ support.function.catalogue
                       ^^^^^^ support.function.catalogue
    mention
    ^^^^^^^ support.function.catalogue
  expires 2027-01-31
  ^^^^^^^ keyword.other.property
  members EU, organization.Staff
          ^^ variable.other.reference !support
              ^^^^^^^^^^^^ variable.language.organization
                          ^ punctuation.accessor
                           ^^^^^ variable.other.reference`);
  });

  it('objects and their fields', () => {
    checkScopes(`
app "Service Desk" {
^^^ storage.type
    ^^^^^^^^^^^^^^ entity.name.type
element E {} task T {} table B {}
^^^^^^^ storage.type
        ^ entity.name.type
             ^^^^ storage.type
                       ^^^^^ storage.type
                             ^ entity.name.type
  field Status: choice("New", "Open")
  ^^^^^ storage.type
        ^^^^^^ entity.name.variable.field
              ^ punctuation.separator.type
                ^^^^^^ support.type
                       ^^^^^ string.quoted.double !meta.name
                              ^^^^^^ string.quoted.double
  field "Due Date": date field Assignee: user as assignee field Team: group
        ^^^^^^^^^^ entity.name.variable.field
                    ^^^^ support.type
                         ^^^^^ storage.type
                                         ^^^^ support.type !storage
                                              ^^ keyword.other.property
                                                 ^^^^^^^^ constant.language
                                                                      ^^^^^ support.type !storage
  default policy
  ^^^^^^^ storage.modifier
          ^^^^^^ storage.type
  policy Own { to Agents, "Internal Users" }
  ^^^^^^ storage.type
         ^^^ entity.name.function
               ^^ keyword.other.property
                  ^^^^^^ variable.other.reference
                          ^^^^^^^^^^^^^^^^ variable.other.reference !string`);
  });

  it('service accounts, automations and agents', () => {
    checkScopes(`
service account "Triage Bot" { purpose "Routes" roles "Desk Agent", Approvals.Requester usable by alice inactive }
^^^^^^^ storage.modifier
        ^^^^^^^ storage.type
                ^^^^^^^^^^^^ entity.name.type
                               ^^^^^^^ keyword.other.property
                                       ^^^^^^^^ string.quoted.double
                                                ^^^^^ keyword.other.property
                                                      ^^^^^^^^^^^^ variable.other.reference
                                                                             ^ punctuation.accessor
                                                                                        ^^^^^^ keyword.other.property
                                                                                               ^^ keyword.other.property
                                                                                                        ^^^^^^^^ constant.language
automation Route { trigger createRecord runs as "Triage Bot" built by alice
^^^^^^^^^^ storage.type
           ^^^^^ entity.name.function
                   ^^^^^^^ keyword.other.property
                           ^^^^^^^^^^^^ support.function.catalogue
                                        ^^^^ keyword.other.property
                                                ^^^^^^^^^^^^ variable.other.reference
                                                             ^^^^^ keyword.other.property
  action createRecord in Approvals where Amount > 3
  ^^^^^^ keyword.other.property
         ^^^^^^^^^^^^ support.function.catalogue
                         ^^^^^^^^^ variable.other.reference
                                   ^^^^^ keyword.control.conditional
                                         ^^^^^^ variable.other.property
agent Helper { runs as publisher tool searchAspect runs as current user }
^^^^^ storage.type
      ^^^^^^ entity.name.function
                       ^^^^^^^^^ constant.language
                                      ^^^^^^^^^^^^ support.function.catalogue
                                                           ^^^^^^^ variable.language.current-user
                                                                   ^^^^ variable.language.current-user !storage`);
  });
});
