// Completion in queries, expectations and records, step by step.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { checkAccepted, checkCompletion, checkOffers, completionsAt } from '../../support/check-completion.ts';
import { inBase } from './base.ts';

describe('completion of questions', () => {
  it('begins with who, what or a principal', () => {
    checkCompletion(inBase('query $0'), ['who can', 'what can', 'Nurses', 'Night Shift', 'ann', '…']);
    checkCompletion(inBase('query wh$0'), ['who can', 'what can']);
    checkCompletion(inBase('expect $0'), ['only', 'nobody', 'Nurses', '…']);
    checkOffers(inBase('test "T" { expect $0'), ['only', 'ben', 'Ward.Porter']);
  });
  it('goes on with what the principal can', () => {
    checkCompletion(inBase('query ann $0'), ['can', 'cannot']);
    checkCompletion(inBase('expect Ward.Porter can$0'), ['can', 'cannot']);
    checkCompletion(inBase('query who $0'), ['can']);
    checkCompletion(inBase('query what can ann $0'), ['do']);
    checkOffers(inBase('query what can $0'), ['ann', 'Front Desk.Mail Bot']);
  });
  it('offers permissions, inviting and using', () => {
    checkCompletion(inBase('query ann can $0'), ['READ_RECORDS', 'UPDATE_RECORDS', '…']);
    checkOffers(inBase('query ann cannot $0'), ['READ_RECORDS', 'invite', 'use']);
    checkOffers(inBase('query who can $0'), ['READ_RECORDS', 'ADMIN'], ['invite', 'use']);
    checkOffers(inBase('query who can view rec$0'), ['READ_RECORDS'], ['UPDATE_RECORDS']);
  });
  it('offers permissions that make sense at the place that follows', () => {
    checkOffers(inBase('query ann can $0 in organization'), ['READ_GROUPS', 'READ_RECORDS']);
    checkOffers(inBase('query ann can $0 on patient'), ['READ_RECORDS', 'CREATE_RECORDS'], ['READ_GROUPS', 'ADMIN']);
    checkOffers(
      inBase('query ann can READ_RECORDS and $0 on patient'),
      ['UPDATE_RECORDS'],
      ['READ_GROUPS', 'READ_RECORDS'],
    );
  });
  it('offers accounts that someone can use, and no addresses', () => {
    checkCompletion(inBase('query ann can use $0'), ['Ward.Porter', 'Ward.ann', 'Front Desk.Mail Bot']);
    checkCompletion(inBase('query ann can use Ward.$0'), ['Porter', 'ann']);
    checkCompletion(inBase('query ann can invite $0'), []);
  });
  it('offers places', () => {
    checkCompletion(inBase('query ann can READ_RECORDS $0'), ['in', 'on', 'and', 'in organization']);
    checkCompletion(inBase('query ann can READ_RECORDS in $0'), [
      'organization',
      'Ward',
      'Visits',
      'Countries',
      'Front Desk',
    ]);
    checkCompletion(inBase('query ann can READ_RECORDS on $0'), ['patient']);
    checkCompletion(inBase('query what can ann do $0'), ['in', 'on', 'in organization']);
    checkAccepted(inBase('query ann can READ_RECORDS in Fr$0'), 'Front Desk', 'in "Front Desk"');
  });
  it('offers the records of the test around', () => {
    const test = 'test "T" {\n  record visitor in Visits { }\n  expect ann can READ_RECORDS on $0';
    checkCompletion(inBase(test), ['visitor', 'patient']);
    checkCompletion(inBase(`${test}\n}`), ['visitor', 'patient']);
    checkCompletion(inBase('test "T" { record visitor in Visits { } }\nquery ann can READ_RECORDS on $0'), ['patient']);
  });
  it('goes on behind the place', () => {
    checkCompletion(inBase('query ann can READ_RECORDS in Ward $0'), ['when', 'with', 'as of']);
    checkCompletion(inBase('query ann can READ_RECORDS in organization $0'), ['as of']);
    checkCompletion(inBase('query ann can READ_RECORDS on patient as $0'), ['of']);
    checkOffers(inBase('query ann can READ_RECORDS in Ward as of $0'), ['2026-11-21']);
    checkCompletion(inBase('query ann can READ_RECORDS in Ward when Beds > 3 $0'), ['and', 'or', 'as of']);
    checkCompletion(inBase('query ann can READ_RECORDS in Ward with { Beds 3 } $0'), ['as of']);
    checkCompletion(inBase('query ann can READ_RECORDS in Ward with $0'), ['{…}']);
  });
  it('offers whom `only` and `nobody but` except', () => {
    checkCompletion(inBase('expect nobody $0'), ['but', 'can']);
    checkOffers(inBase('expect nobody but ann, $0'), ['ben', 'Nurses', 'Ward.Porter'], ['ann']);
    checkOffers(inBase('expect only Ward.Porter, $0 can'), ['ben'], ['Ward.Porter']);
    checkCompletion(inBase('expect only ann $0'), ['can']);
  });
  it('goes on with a declaration on the next line', () => {
    checkOffers(inBase('query ann can READ_RECORDS in Ward\n$0'), ['as of', 'query', 'role']);
    checkOffers(inBase('query ann can READ_RECORDS in Ward\nqu$0\nquery who'), ['query']);
  });
});

describe('completion of records', () => {
  const relations = ['assigned to', 'watched by', 'mentions', 'shared with', 'approved by'];
  it('offers the object and its body', () => {
    checkCompletion(inBase('record r $0'), ['in']);
    checkCompletion(inBase('record r in $0'), ['Ward', 'Visits', 'Countries', 'Front Desk']);
    checkCompletion(inBase('record r in Visits $0'), ['{…}']);
  });
  it('offers fields and relations that are not said yet', () => {
    checkCompletion(inBase('record r in Visits { $0 }'), ['Length', ...relations]);
    checkCompletion(
      inBase('record r in Visits { Length 3 watched by ann\n $0'),
      relations.filter((each) => each !== 'watched by'),
    );
    checkCompletion(inBase('record r in Visits { $0 Length 3 }'), relations);
    checkCompletion(inBase('query ann can READ_RECORDS in Visits with { mentions ann $0'), [
      'Length',
      ...relations.filter((each) => each !== 'mentions'),
    ]);
    checkOffers(inBase('record r in Ward { St$0'), ['State'], ['Beds']);
  });
  it('offers values of the field, and that it is empty', () => {
    checkCompletion(inBase('record r in Ward { State $0 }'), ['New', 'In Care', 'Left', 'empty']);
    checkCompletion(inBase('record r in Ward { Beds 3 Isolated $0'), ['true', 'false', 'empty']);
    checkCompletion(inBase('record r in Ward { Tags $0'), ['urgent', 'late', 'private', '(…)', 'empty']);
    checkCompletion(inBase('record r in Ward { Tags ("late", $0'), ['urgent', 'private']);
    checkOffers(
      inBase('record r in Ward { Nurse $0'),
      ['Porter', 'ben', 'empty'],
      ['current user', 'field Doctor', 'Nurses'],
    );
    checkAccepted(inBase('record r in Ward { State "$0'), 'Left', '{ State "Left"');
  });
  it('offers people for relations', () => {
    checkOffers(inBase('record r in Ward { watched by $0'), ['Nurses', 'ben', 'Porter']);
    checkOffers(inBase('record r in Ward { shared with ben, $0\n mentions'), ['Nurses'], ['ben']);
    checkCompletion(inBase('record r in Ward { approved $0'), ['by']);
    checkCompletion(inBase('record r in Ward { assigned $0 }'), ['to']);
  });
  it('ends a body that is not closed where the next declaration begins', () => {
    checkOffers(inBase('query ann can READ_RECORDS in Ward with { Beds 3\nquery ben $0'), ['can'], ['State']);
  });
  it('gives plain values', () => {
    for (const item of completionsAt(inBase('record r in Ward { $0')).items)
      assert.deepEqual(
        Object.values(item).filter((each) => each === undefined),
        [],
      );
  });
});
