// Completion of users, groups and service accounts, of roles, and of what something runs as.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { checkAccepted, checkCompletion, checkOffers, itemLabelled } from '../../support/check-completion.ts';
import { inBase, inWard } from './base.ts';

const systemGroups = ['Internal Users', 'External Users'];

describe('completion of principals', () => {
  it('offers groups and users as members of a role, not those that are named', () => {
    checkCompletion(inBase('role R { members $0'), ['Nurses', 'Night Shift', 'ann', 'ben', ...systemGroups, 'old']);
    checkCompletion(inBase('role R { members ann, $0 }'), ['Nurses', 'Night Shift', 'ben', ...systemGroups, 'old']);
    checkCompletion(inBase('role R { members ann, n$0, Nurses }'), ['Night Shift', 'ben', ...systemGroups]);
    checkCompletion(inBase('role R { members $0ann, ben, old grants'), ['Nurses', 'Night Shift', ...systemGroups]);
  });
  it('offers users alone in a group and after `built by`', () => {
    checkCompletion(inBase('group G { members $0 }'), ['ann', 'ben', 'old']);
    checkCompletion(inWard('  automation A { built by $0'), ['organization.ann', 'ben', 'old']);
  });
  it('offers accounts too in a policy, bare where it is their own object', () => {
    checkOffers(inWard('  policy P { to $0'), ['Porter', 'Nurses', 'ben', 'Front Desk.Mail Bot']);
    checkOffers(inWard('  policy P { to Nurses, P$0\n when'), ['Porter']);
    checkAccepted(inWard('  policy P { to Ma$0'), 'Front Desk.Mail Bot', 'to "Front Desk"."Mail Bot"');
  });
  it('writes `organization.` before a name that an account of the object hides', () => {
    checkAccepted(inWard('  policy P { to Nurses, ann$0'), 'organization.ann', 'to Nurses, organization.ann');
    checkOffers(inWard('  policy P { to $0'), ['ann', 'organization.ann']);
  });
  it('offers no accounts where none can stand', () => {
    checkOffers(inWard('  service account S { usable by $0'), ['Nurses', 'ben'], ['Porter', 'Front Desk.Mail Bot']);
    checkOffers(inWard('  role R { members $0'), ['Nurses'], ['Porter']);
  });
  it('goes on behind a qualifier', () => {
    checkCompletion(inBase('query "Front Desk".$0'), ['Mail Bot']);
    checkAccepted(inBase('query "Front Desk".Ma$0'), 'Mail Bot', 'query "Front Desk"."Mail Bot"');
    checkOffers(inWard('  policy P { to organization.$0'), ['ann', 'Nurses'], ['Porter', 'Front Desk.Mail Bot']);
    checkCompletion(inBase('role R { members Ward.$0'), []);
    checkCompletion(inBase('query Nope.$0'), []);
  });
  it('finds users by address', () => {
    checkOffers(inBase('role R { members ben@$0'), []);
    assert.equal(itemLabelled(inBase('role R { members $0'), 'ben').filterText, 'ben ben@acme.com');
  });
  it('says who they are', async () => {
    const { detail, document } = itemLabelled(inBase('role R { members $0'), 'ann');
    assert.equal(detail, 'ann@acme.com');
    assert.match((await document?.()) ?? '', /`Nurses`/);
    assert.equal(itemLabelled(inBase('role R { members $0'), 'old').detail, 'old@acme.com, inactive');
    assert.match((await itemLabelled(inBase('query $0'), 'Front Desk.Mail Bot').document?.()) ?? '', /`Auditor`/);
  });
  it('replaces a quoted name with its quotes', () => {
    checkAccepted(inBase('role R { members "Ni$0", ben }'), 'Night Shift', 'members "Night Shift", ben }');
    checkAccepted(inBase('role R { members "Ni$0ght'), 'Night Shift', 'members "Night Shift"');
    checkAccepted(inBase('role R { members "Ni$0, "Nurses" }'), 'Night Shift', 'members "Night Shift", "Nurses" }');
    checkAccepted(inBase('role R { members "$0"'), 'ann', 'members "ann"');
    assert.equal(itemLabelled(inBase('role R { members "Ni$0"'), 'Night Shift').filterText, '"Night Shift');
  });
  it('goes on behind errors', () => {
    checkOffers(inBase('role R { members ann, , $0'), ['ben'], ['ann']);
    checkOffers(inBase('role { members $0 grants'), ['Nurses']);
  });
});

describe('completion of roles', () => {
  it("offers a service account its object's, the organization's and others' roles", () => {
    checkCompletion(inWard('  service account S { roles Ke$0'), ['Keeper']);
    checkOffers(inWard('  service account S { roles $0'), [
      'Keeper',
      'App Admin',
      'Auditor',
      'Admin',
      'Visits.Planner',
    ]);
    checkAccepted(inWard('  service account S { roles Pl$0'), 'Visits.Planner', 'roles Visits.Planner');
  });
  it('tells the two roles `App Admin` apart', () => {
    checkAccepted(inWard('  service account S { roles $0'), 'App Admin', 'roles "App Admin"');
    checkAccepted(inWard('  service account S { roles $0'), 'organization.App Admin', 'roles organization."App Admin"');
  });
  it('leaves out what is named, and goes on behind a qualifier and errors', () => {
    checkOffers(inWard('  service account S { roles Keeper, $0'), ['Auditor'], ['Keeper']);
    checkOffers(inWard('  service account S { roles Visits.$0'), ['Planner', 'App Admin'], ['Keeper', 'Auditor']);
    checkOffers(inWard('  service account S { roles Visits.Planner, $0'), ['Keeper'], ['Visits.Planner']);
    checkOffers(inWard('  service account S { roles organization.$0'), ['Auditor', 'Admin'], ['Keeper']);
    checkOffers(inWard('  service account S { roles , $0'), ['Keeper']);
  });
  it('offers managed roles that are not written yet, with a block', () => {
    checkOffers(inBase('managed role $0'), ['App Admin', 'API Developer'], ['Admin']);
    checkCompletion(inWard('  managed role $0'), ['Content Editor', 'Content Viewer']);
    checkAccepted(inWard('  managed role Con$0'), 'Content Viewer', 'managed role "Content Viewer" {\n  members $0\n}');
    checkAccepted(
      inWard('  managed role "Con$0" { members ann }'),
      'Content Viewer',
      'role "Content Viewer" { members ann }',
    );
  });
  it('offers the managed role whose name is being changed', () => {
    checkOffers('managed role "Adm$0in" { }', ['Admin']);
  });
});

describe('completion of actors', () => {
  it("offers the object's own accounts, the publisher and the current user", () => {
    checkCompletion(inWard('  automation A { runs as $0'), ['Porter', 'ann', 'publisher', 'current user']);
    checkCompletion(inWard('  agent A { tool mcp runs as P$0'), ['Porter', 'publisher']);
    checkCompletion(inBase('task Visits { automation A { runs as $0'), ['publisher', 'current user']);
  });
  it('goes on behind `current` and a qualifier', () => {
    checkCompletion(inWard('  automation A { runs as current $0'), ['user']);
    checkCompletion(inWard('  automation A { runs as Ward.$0'), ['Porter', 'ann']);
    checkCompletion(inWard('  automation A { runs as "Front Desk".$0'), []);
  });
  it('leaves out words once a quote is open', () => {
    checkCompletion(inWard('  automation A { runs as "$0"'), ['Porter', 'ann']);
  });
});
