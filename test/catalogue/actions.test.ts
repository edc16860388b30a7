// Actions, tools and triggers, and what a wrong word is taken to mean.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import {
  action,
  actions,
  isTrigger,
  suggestActions,
  suggestTools,
  suggestTriggers,
  tool,
  trigger,
} from '../../server/src/catalogue/actions.ts';

const first = (of: readonly { readonly id: string }[]) => of[0]?.id;

describe('actions, tools and triggers', () => {
  it('are found by their exact word', () => {
    assert.deepEqual(
      action('updateField')?.requires.map((each) => each.constant),
      ['READ_RECORDS', 'UPDATE_RECORDS'],
    );
    assert.equal(action('createRecord')?.records, 'new');
    assert.equal(action('api')?.egress, true);
    assert.equal(action('variable')?.egress, false);
    assert.equal(tool('searchAspect')?.name, 'Record Search');
    assert.equal(trigger('temporal')?.name, 'Time-Based');
    assert.ok(isTrigger('webhook') && !isTrigger('Webhook'));
    for (const word of ['updateRecord', 'Create Record', 'constructor', ''])
      assert.equal(action(word), undefined, word);
  });

  it('mark what sends data outside', () => {
    assert.deepEqual(
      actions.filter((each) => each.egress).map((each) => each.id),
      ['api', 'executeScript', 'postTeamsMessage'],
    );
  });

  it('are offered for display names and near misses', () => {
    assert.equal(first(suggestActions('Create Record')), 'createRecord');
    assert.equal(first(suggestActions('Update Record Fields')), 'updateField');
    assert.equal(first(suggestActions('create_record')), 'createRecord');
    assert.equal(first(suggestActions('CreateRecords')), 'createRecord');
    assert.equal(first(suggestActions('If')), 'switch');
    assert.equal(first(suggestActions('updateRecord')), 'updateField');
    assert.equal(first(suggestTools('Record Search')), 'searchAspect');
    assert.equal(first(suggestTools('recordSearch')), 'searchAspect');
    assert.equal(first(suggestTools('runAutomation')), 'executeWorkflow');
    assert.equal(first(suggestTriggers('Record is Created')), 'createRecord');
    assert.equal(first(suggestTriggers('time based')), 'temporal');
    assert.equal(first(suggestTriggers('recordCreate')), 'createRecord');
    assert.equal(first(suggestTriggers('Webhook')), 'webhook');
    assert.deepEqual(suggestActions('xyzzy'), []);
  });
});
