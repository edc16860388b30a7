// Permissions, groups and what their levels grant.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import {
  groupOf,
  levelCap,
  levelGrants,
  permission,
  permissionGroup,
  permissionGroups,
} from '../../server/src/catalogue/permissions.ts';
import { suggestPermissionGroups, suggestPermissions } from '../../server/src/catalogue/suggest-permissions.ts';
import type { Level, PlaceKind } from '../../server/src/catalogue/types.ts';

function group(name: string) {
  const found = permissionGroup(name);
  assert.ok(found, name);
  return found;
}

function grants(level: Level, name: string, place: PlaceKind): string {
  return levelGrants(group(name), level, place)
    .map((each) => each.constant)
    .join(' ');
}

/** `word > the first suggestions`; an empty right side: none at all. */
function checkSuggestions(suggest: (word: string) => readonly string[], cases: string): void {
  for (const line of cases.trim().split('\n')) {
    const [word = '', expected = ''] = line.split('>').map((part) => part.trim());
    const found = suggest(word);
    const wanted = expected === '' ? [] : expected.split(' | ');
    assert.deepEqual(
      wanted.length === 0 ? found : found.slice(0, wanted.length),
      wanted,
      `${word}: ${found.join(' ')}`,
    );
  }
}

describe('permissions', () => {
  it('are found by their exact constant only', () => {
    assert.equal(permission('READ_RECORDS')?.name, 'View Records');
    for (const word of ['read_records', 'View Records', 'RECORDS', '', '__proto__', 'constructor']) {
      assert.equal(permission(word), undefined, word);
    }
  });

  it('belong to groups that are found by name, never by constant', () => {
    assert.equal(permissionGroup('AI Providers')?.constant, 'AI_PROVIDERS');
    for (const word of ['AI_PROVIDERS', 'ai providers', 'toString'])
      assert.equal(permissionGroup(word), undefined, word);
    const tags = permission('READ_TAGS');
    assert.equal(tags && groupOf(tags)?.name, 'Records');
  });

  it('are granted by levels at or below them', () => {
    assert.equal(grants('view', 'Conversations', 'object'), 'READ_CONVERSATIONS READ_MESSAGES');
    assert.equal(grants('edit', 'Services', 'organization'), 'CREATE_SERVICES READ_SERVICES UPDATE_SERVICES');
    assert.equal(
      grants('admin', 'Attachments', 'object'),
      'CREATE_ATTACHMENTS READ_ATTACHMENTS UPDATE_ATTACHMENTS DELETE_ATTACHMENTS',
    );
  });

  it('are granted by levels only where their scopes include the place', () => {
    assert.equal(grants('view', 'Users', 'organization'), 'READ_ROLES READ_ASPECT_ROLES READ_SERVICE_ACCOUNTS');
    assert.equal(grants('view', 'Users', 'object'), 'READ_ASPECT_ROLES READ_SERVICE_ACCOUNTS');
    assert.equal(grants('admin', 'Groups', 'object'), '');
    assert.equal(grants('admin', 'CloudLinks', 'organization'), '');
  });

  it('never lose by a higher level', () => {
    for (const each of permissionGroups) {
      for (const place of ['organization', 'object'] as const) {
        const [view, edit, admin] = (['view', 'edit', 'admin'] as const).map((level) =>
          levelGrants(each, level, place),
        );
        assert.ok(view?.every((one) => edit?.includes(one)) && edit?.every((one) => admin?.includes(one)), each.name);
      }
    }
  });

  it('have caps by place', () => {
    assert.equal(levelCap(group('Attachments'), 'object'), 'edit');
    assert.equal(levelCap(group('Users'), 'object'), 'view');
    assert.equal(levelCap(group('Users'), 'organization'), 'admin');
    assert.equal(levelCap(group('Marketplace'), 'object'), null);
  });
});

describe('suggestions', () => {
  it('turn display names, verbs, groups and near misses into constants', () => {
    checkSuggestions(
      (word) => suggestPermissions(word).map((each) => each.constant),
      `
      View Records > READ_RECORDS
      "view  records" > READ_RECORDS
      viewRecords > READ_RECORDS
      VIEW_RECORDS > READ_RECORDS
      VIEW_RECORD > READ_RECORDS
      read_records > READ_RECORDS
      EDIT_RECORDS > UPDATE_RECORDS
      View Objects > READ_ASPECTS
      Create Objects (Apps, Elements, Tasks) > CREATE_ASPECTS
      Create Object Level Roles > CREATE_ASPECT_ROLES
      View Data Access Policies > READ_DATA_ACCESS
      READ_DATA_ACCESS_POLICIES > READ_DATA_ACCESS
      VIEW_SERVICE_REQUESTS > READ_SERVICES
      Update Organization Users > UPDATE_USERS
      SCIM Integration > SCIM
      Admin Access > ADMIN
      admin > ADMIN
      RECORDS > READ_RECORDS | CREATE_RECORDS | UPDATE_RECORDS | DELETE_RECORDS
      Agents > READ_AGENTS
      AI_PROVIDERS > READ_AI_PROVIDER
      READ_RECODS > READ_RECORDS
      VIEW_RECODS > READ_RECORDS
      RECORDS_READ > READ_RECORDS
      CREATE_MESAGES > CREATE_MESSAGES
      xyzzy >
      >
      `,
    );
    assert.ok(suggestPermissions('READ').length <= 5);
    assert.deepEqual(suggestPermissions('R'.repeat(1_000_000)), []);
  });

  it('turn constants, other cases and permissions into groups', () => {
    checkSuggestions(
      (word) => suggestPermissionGroups(word).map((each) => each.name),
      `
      AI_PROVIDERS > AI Providers
      ai providers > AI Providers
      aiproviders > AI Providers
      Record > Records
      RECORDS > Records
      slas > SLAs
      Cloud Links > CloudLinks
      Attachements > Attachments
      READ_MESSAGES > Conversations
      View Dashboards > Analytics
      xyzzy >
      `,
    );
  });
});
