// The facts that hovers show of the catalogue's rows.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { action, actions, tool, tools, trigger, triggers } from '../../server/src/catalogue/actions.ts';
import {
  describeAction,
  describeLevel,
  describeManagedRole,
  describePermission,
  describeTool,
  describeTrigger,
  type Facts,
} from '../../server/src/catalogue/describe.ts';
import { managedRole, managedRoles } from '../../server/src/catalogue/managed-roles.ts';
import { permission, permissionGroup, permissionGroups, permissions } from '../../server/src/catalogue/permissions.ts';

function checkFacts<T>(of: T | undefined, describeIt: (of: T) => Facts, expected: string): void {
  assert.ok(of);
  const { title, lines } = describeIt(of);
  assert.equal([title, ...lines].join('\n'), expected.trim().replace(/^ +/gmu, ''));
}

describe('descriptions', () => {
  it('tell of a permission what it permits, where it stands and what else decides', () => {
    checkFacts(
      permission('READ_RECORDS'),
      describePermission,
      `View Records
      Permits to view records.
      Included from view on Records.
      Can be granted in the organization and in an app, element or task.
      Needs sight of the record too: data access also decides.`,
    );
    checkFacts(
      permission('CREATE_OAUTH_TOKENS'),
      describePermission,
      `Create OAuth Tokens
      Permits to create OAuth tokens.
      Included from admin on Users.
      Can be granted in the organization.`,
    );
    checkFacts(
      permission('SEND_EMAIL'),
      describePermission,
      `Send Email
      Permits to send email.
      No level includes it: it is granted by its constant.
      Can be granted in the organization.
      The platform's documentation does not list it.`,
    );
    checkFacts(
      permission('SCIM'),
      describePermission,
      `SCIM Integration
      Permits what the platform calls SCIM Integration.
      Included from admin on Users.
      Can be granted in the organization.`,
    );
  });

  it('say where a constant is a guess, and that ADMIN is everything', () => {
    const lines = (constant: string) => {
      const found = permission(constant);
      return found === undefined ? '' : describePermission(found).lines.join('\n');
    };
    assert.match(lines('UPDATE_USERS'), /is a guess/u);
    assert.match(lines('ADMIN'), /everything, everywhere/u);
    assert.match(lines('CREATE_ASPECTS'), /to create objects \(apps, elements, tasks\)\./u);
  });

  it('list what a level includes, and name a cap that it passes', () => {
    checkFacts(
      permissionGroup('Services'),
      (group) => describeLevel(group, 'edit', 'object'),
      `edit on Services
      The highest level there is view.
      Includes 3 permissions: CREATE_SERVICES, READ_SERVICES, UPDATE_SERVICES.`,
    );
    checkFacts(
      permissionGroup('Marketplace'),
      (group) => describeLevel(group, 'view', 'object'),
      `view on Marketplace
      Marketplace cannot be granted in an app, element or task.
      Includes no permission that is known.`,
    );
  });

  it('tell of a managed role what it grants', () => {
    checkFacts(
      managedRole('organization', 'Service Requestor'),
      describeManagedRole,
      `Service Requestor
      Submits service requests.
      Managed role of the organization: fixed permissions, only its members change.
      Grants 2 permissions: CREATE_SERVICES, READ_SERVICES.
      A reading of the platform's documentation, which publishes no list.`,
    );
  });

  it('tell of actions, tools and triggers what they need and reach', () => {
    checkFacts(
      action('updateField'),
      describeAction,
      `Update Record Fields
      Action of an automation.
      Needs READ_RECORDS, UPDATE_RECORDS at its target object.
      Reaches existing records: data access must cover all that it describes.`,
    );
    checkFacts(
      tool('createRecord'),
      describeTool,
      `Create Record
      Tool of an agent.
      Needs CREATE_RECORDS at its target object.
      Makes a record: no sight of records is needed.`,
    );
    checkFacts(
      action('postTeamsMessage'),
      describeAction,
      `Send Message to Teams
      Action of an automation.
      Needs no permission that is known.
      Sends data outside.`,
    );
    checkFacts(trigger('approvalChain'), describeTrigger, 'Approval Chain\nTrigger of an automation: starts it.');
  });

  it('have a title and plain lines for every row', () => {
    const all = [
      ...permissions.map(describePermission),
      ...actions.map(describeAction),
      ...tools.map(describeTool),
      ...triggers.map(describeTrigger),
      ...[...managedRoles('organization'), ...managedRoles('object')].map(describeManagedRole),
      ...permissionGroups.map((group) => describeLevel(group, 'admin', 'object')),
    ];
    for (const { title, lines } of all) {
      assert.notEqual(title, '');
      for (const line of lines) assert.match(line, /^[^`*]+\.$/u);
    }
  });
});
