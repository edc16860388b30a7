// Completion of catalogue words, in comments and in texts.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { checkAccepted, checkCompletion, checkOffers, itemLabelled } from '../../support/check-completion.ts';
import { inBase, inCondition, inWard } from './base.ts';

describe('completion of catalogue words', () => {
  it('offers actions with what they need', async () => {
    checkOffers(inWard('  automation A { action $0'), ['updateField', 'recordSearch'], ['searchAspect']);
    checkOffers(inWard('  automation A { action rec$0 where State is "New"'), ['recordSearch']);
    const item = itemLabelled(inWard('  automation A { action $0'), 'recordSearch');
    assert.match(`${item.detail}`, /READ_RECORDS/);
    assert.match((await item.document?.()) ?? '', /Reaches existing records/);
  });
  it('finds them by display name', () => {
    checkOffers(inWard('  automation A { action "Start App$0"'), ['approvalChain']);
  });
  it('offers tools and triggers', () => {
    checkOffers(inWard('  agent A { tool $0'), ['searchAspect', 'updateRecord'], ['recordSearch']);
    checkOffers(inWard('  automation A { trigger $0 action'), ['createRecord', 'onDemand'], ['recordSearch']);
    assert.equal(itemLabelled(inWard('  automation A { trigger $0'), 'createRecord').detail, 'Record is Created');
  });
  it('writes a reserved word bare, since it is one of the catalogue there', () => {
    checkAccepted(inWard('  automation A { trigger att$0'), 'attachment', 'trigger attachment');
  });
  it('goes on with the rest of a step', () => {
    checkCompletion(inWard('  automation A { trigger onDemand built by ben action updateField $0'), [
      'where',
      'in',
      'runs as',
      'action',
      'description',
    ]);
    checkCompletion(inWard('  agent A { built by ben tool mcp in Visits wh$0'), ['where']);
    checkOffers(inWard('  automation A { action updateField in $0'), ['Visits', 'Ward', 'Front Desk']);
  });
  it('takes the first word of the next line for a property', () => {
    checkCompletion(inWard('  automation A {\n    trigger\n    built by $0'), ['organization.ann', 'ben', 'old']);
  });
});

describe('completion in comments', () => {
  it('offers nothing but a suppression', () => {
    checkCompletion(inBase('// a role $0'), []);
    checkCompletion(inBase('/* role $0 */'), []);
    checkCompletion(inBase('/* role $0'), []);
    checkCompletion(inBase('role R { // mem$0\n}'), []);
    checkCompletion(inBase('// wr$0'), ['writ-ignore']);
  });
  it('offers rules that can be kept quiet', () => {
    checkOffers(inBase('// writ-ignore $0'), ['unused-role', 'unknown-field'], ['syntax', 'failed-expectation']);
    checkOffers(inBase('// writ-ignore unused-role, un$0'), ['unknown-field'], ['unused-role']);
    checkCompletion(inBase('// writ-ignore unused-role: un$0'), []);
    checkAccepted(inBase('role R { } // writ-ignore unused-r$0'), 'unused-role', '// writ-ignore unused-role');
  });
  it('puts first what is reported here', () => {
    const item = itemLabelled(inBase('// writ-ignore $0\nrole R { members nobody-known }'), 'unknown-principal');
    assert.equal(item.sortText, '0000');
    assert.equal(item.preselect, true);
  });
  it('ends with the comment', () => {
    checkOffers(inBase('/* role */ $0'), ['role']);
    checkOffers(inBase('// role\n$0'), ['role']);
  });
});

describe('completion in texts', () => {
  it('offers nothing', () => {
    checkCompletion('role R { description "$0" }', []);
    checkCompletion('role R { description "members $0', []);
    checkCompletion('organization "Acme" { domains "$0', []);
    checkCompletion('user ann "ann@$0', []);
    checkCompletion('directory "$0"', []);
    checkCompletion(inWard('  service account S { purpose "$0'), []);
    checkCompletion(inWard('  field F: choice("$0"'), []);
    checkCompletion(inCondition('Note is "$0"'), []);
    checkCompletion(inBase('query ann can invite "$0"'), []);
  });
  it('offers what a half string leaves of a line that goes on', () => {
    checkOffers(inWard('  policy P { to "Nur$0 when Note is "x" }'), ['Nurses'], ['when']);
    checkAccepted(inWard('  policy P { to "Nur$0 when Note is "x" }'), 'Nurses', 'to "Nurses" when Note is "x" }');
  });
});
