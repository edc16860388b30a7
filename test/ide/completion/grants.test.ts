// Completion of permissions, levels and permission groups.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { permissions } from '../../../server/src/catalogue/permissions.ts';
import {
  checkAccepted,
  checkCompletion,
  checkOffers,
  completionsAt,
  inOrder,
  itemLabelled,
} from '../../support/check-completion.ts';
import { inBase, inWard } from './base.ts';

const inRole = (text: string) => `role R {\n  grants ${text}`;
const inObjectRole = (text: string) => inWard(`  role R {\n    grants ${text}`);

describe('completion of grants', () => {
  it('offers levels and what the organization grants', () => {
    checkCompletion(inRole('$0 }'), ['view on', 'edit on', 'admin on', 'READ_RECORDS', 'UPDATE_RECORDS', '…']);
    checkOffers(inRole('$0'), ['READ_GROUPS', 'ADMIN']);
  });
  it('offers in an object what objects grant', () => {
    checkOffers(inObjectRole('$0'), ['READ_RECORDS', 'view on'], ['READ_GROUPS', 'ADMIN']);
  });
  it('finds permissions by constant, by display name and by group', () => {
    checkOffers(inRole('RE$0'), ['READ_RECORDS']);
    checkOffers(inRole('read_rec$0'), ['READ_RECORDS'], ['READ_GROUPS']);
    checkOffers(inRole('View$0'), ['READ_RECORDS', 'view on']);
    checkOffers(inRole('Records$0'), ['READ_RECORDS', 'CREATE_RECORDS', 'READ_TAGS'], ['READ_GROUPS']);
  });
  it('finds them by the words of a display name, which it replaces', () => {
    checkOffers(inRole('view rec$0'), ['READ_RECORDS'], ['READ_GROUPS', 'UPDATE_RECORDS']);
    checkAccepted(inRole('view rec$0 }'), 'READ_RECORDS', 'grants READ_RECORDS }');
    checkAccepted(
      inRole('READ_TAGS, create rec$0, READ_APPS }'),
      'CREATE_RECORDS',
      'READ_TAGS, CREATE_RECORDS, READ_APPS',
    );
    checkAccepted(inRole('"View Rec$0"'), 'READ_RECORDS', 'grants "READ_RECORDS"');
  });
  it('replaces the whole word that the cursor stands in', () => {
    checkAccepted(inRole('RE$0AD_TAGS, READ_APPS }'), 'READ_RECORDS', 'grants READ_RECORDS, READ_APPS');
  });
  it('leaves out what is granted already', () => {
    checkOffers(inRole('READ_RECORDS, $0'), ['UPDATE_RECORDS'], ['READ_RECORDS']);
  });
  it('says what a permission permits', async () => {
    const item = itemLabelled(inRole('$0'), 'READ_RECORDS');
    assert.equal(item.detail, 'View Records');
    assert.match((await item.document?.()) ?? '', /\*\*View Records\*\*\n\nPermits to view records\./);
    assert.equal(item.filterText, 'READ_RECORDS View Records Records');
  });
  it('puts what the platform documents first', () => {
    const shown = inOrder(completionsAt(inRole('$0')).items).filter((each) => each.kind === 'permission');
    const known = new Map(permissions.map((each) => [each.constant, each.documented]));
    const documented = shown.filter((each) => each.label !== 'ADMIN').map((each) => known.get(each.label));
    assert.equal(documented.lastIndexOf(true), documented.filter((each) => each === true).length - 1);
  });
  it('goes on with a level', () => {
    checkCompletion(inRole('view $0'), ['on']);
    checkCompletion(inRole('READ_RECORDS, admin $0 }'), ['on']);
  });
  it('offers the groups that the level can be granted on', () => {
    checkOffers(inRole('view on $0'), ['Records', 'AI Providers', 'Groups']);
    checkOffers(inRole('admin on $0'), ['Records', 'Users'], ['Attachments']);
    checkOffers(inObjectRole('edit on $0'), ['Records', 'Attachments'], ['Users', 'Groups']);
    checkOffers(inObjectRole('view on $0'), ['Users'], ['Groups']);
  });
  it('quotes a group with a space, also after a quote', () => {
    checkAccepted(inRole('view on AI$0'), 'AI Providers', 'view on "AI Providers"');
    checkAccepted(inRole('view on "AI$0" }'), 'AI Providers', 'view on "AI Providers" }');
    checkAccepted(inRole('view on "AI$0'), 'AI Providers', 'view on "AI Providers"');
    checkAccepted(inRole('view on "Rec$0'), 'Records', 'view on "Records"');
  });
  it('goes on behind errors', () => {
    checkOffers(inRole(', , $0'), ['READ_RECORDS']);
    checkOffers(inRole('NOPE, view on Nope, $0'), ['READ_RECORDS', 'view on']);
    checkOffers(inBase('app X { role R { members , grants $0'), ['READ_RECORDS'], ['ADMIN']);
  });
});
