// Differences of two texts in words: `--- before` and `--- after` what differs, before them what does not.
import { strict as assert } from 'node:assert';
import { describe, it } from 'mocha';
import { differenceToMarkdown } from '../../../server/src/ide/difference-text.ts';
import { check, compare } from './compared.ts';

const people = `
user alice "alice@acme.com" { Region "EU" }
user bob   "bob@acme.com"   { Region "US" }
user carol "carol@acme.com"
user dana  "dana@partner.io" { external }
group Agents { members alice, bob }
`;
const desk = `
app Desk {
  field Status: choice("New", "Open", "Closed")
  field Priority: number
  field Region: text
  field Assignee: user
  role Agent { members Agents  grants READ_RECORDS, UPDATE_RECORDS }
}
`;

/** Ten different numbers out of nine: there are none, but to see it takes a while. */
const letters = [...'ABCDEFGHIJ'];
const holes = letters.map((name) => `field ${name}: number`).join(' ');
const pigeons = letters
  .flatMap((name, i) => [
    ...letters.slice(i + 1).map((other) => `${name} is not field ${other}`),
    `${name} is one of (1, 2, 3, 4, 5, 6, 7, 8, 9)`,
  ])
  .join(' and ');

describe('difference: cases', () => {
  it('a grant is gained for the records in sight, and at once where no sight is needed', () => {
    check(
      people +
        desk +
        `app Desk { policy Open { to Agents when Status is "Open" } }
--- before
app Desk { role More { members carol grants READ_RECORDS } }
--- after
app Desk { role More { members Agents grants DELETE_RECORDS, CREATE_RECORDS } }
`,
      `
2 gained
+ \`Agents\` (2 members) gain \`CREATE_RECORDS\` in \`Desk\`
    now by role \`More\` through \`Agents\`
+ \`Agents\` (2 members) gain \`DELETE_RECORDS\` in \`Desk\`
    when \`Status is "Open"\`
    for example \`alice\` in \`Desk\`, now: \`Status "Open"\`
    now by role \`More\` through \`Agents\``,
    );
  });

  it('a condition that opens more is widened, with an example of what it opens', () => {
    check(
      people +
        desk +
        `
--- before
app Desk { policy Open { to Agents when Status is "Open" } }
--- after
app Desk { policy Open { to Agents when Status is "Open" or Priority > 3 } }
`,
      `
1 widened
> \`Agents\` (2 members) have \`READ_RECORDS\`, \`UPDATE_RECORDS\` in \`Desk\` for more records
    before: when \`Status is "Open"\`
    now: when \`Status is "Open" or Priority > 3\`
    for example \`alice\` in \`Desk\`, now: \`Status "New" Priority 4\`
    before by policy \`Open\` through \`Agents\`
    now by policy \`Open\` through \`Agents\``,
    );
  });

  it('a condition that opens some more and some fewer is changed', () => {
    check(
      people +
        desk +
        `
--- before
app Desk { policy Open { to Agents when Status is "Open" } }
--- after
app Desk { policy Mine { to Agents when Assignee is current user } }
`,
      `
1 changed
~ \`Agents\` (2 members) have \`READ_RECORDS\`, \`UPDATE_RECORDS\` in \`Desk\` for other records
    before: when \`Status is "Open"\`
    now: when \`Assignee is current user\`
    for example \`alice\` in \`Desk\`, now: \`Assignee alice Status "New"\`
    before by policy \`Open\` through \`Agents\`
    now by policy \`Mine\` through \`Agents\``,
    );
  });

  it('the same in other words and other policies is no difference', () => {
    check(
      people +
        desk +
        `
--- before
app Desk { policy Open { to Agents when Status is "Open" or Status is "New" } }
--- after
app Desk { policy A { to alice, bob when Status is "Open" }  policy B { to Agents when Status is one of ("New", "Open") and not Status is "Closed" } }
`,
      `
nobody may do more or less`,
    );
  });

  it('a member that leaves a group loses what the group gives', () => {
    check(
      people +
        `app Desk { field Status: text  default policy  role Agent { members Ops grants READ_RECORDS } }
--- before
group Ops { members alice, bob, carol }
--- after
group Ops { members alice, bob }
`,
      `
1 lost
- \`carol\` loses \`READ_RECORDS\` in \`Desk\`
    before by role \`Agent\` through \`Ops\``,
    );
  });

  it('members stand under their group where the group itself has no sight', () => {
    check(
      people +
        `app Desk { field Status: text  default policy }
--- before
--- after
app Desk { role Agent { members Agents grants READ_RECORDS } }
`,
      `
1 gained
+ members of \`Agents\` (2) gain \`READ_RECORDS\` in \`Desk\`
    now by role \`Agent\` through \`Agents\``,
    );
  });

  it('what goes by another name is renamed, not lost and gained', () => {
    check(
      people +
        `
--- before
user erin "erin@acme.com"
group Ops { members alice, bob, carol }
role Helper { members Ops grants READ_RECORDS, UPDATE_RECORDS }
app Shop { field Total: number field Buyer: user  default policy
  role Seller { members Ops grants CREATE_RECORDS, READ_RECORDS }
  policy Own { to Ops when Buyer is erin }
  service account Bot { purpose "Sells" roles Seller } }
--- after
user "erin.b" "Erin@acme.com"
group Operations { members alice, bob, carol }
role Assistant { members Operations grants READ_RECORDS, UPDATE_RECORDS }
app Store { field Total: number field Buyer: user  default policy
  role Vendor { members Operations grants CREATE_RECORDS, READ_RECORDS }
  policy Own { to Operations when Buyer is "erin.b" }
  service account Robot { purpose "Sells" roles Vendor } }
`,
      `
nobody may do more or less; names differ
= group \`Ops\` is now \`Operations\`
= object \`Shop\` is now \`Store\`
= role \`Helper\` is now \`Assistant\`
= role \`Shop.Seller\` is now \`Store.Vendor\`
= service account \`Shop.Bot\` is now \`Store.Robot\`
= user \`erin\` is now \`"erin.b"\``,
    );
  });

  it('users who are new or gone are marked', () => {
    check(
      people +
        desk +
        `app Desk { default policy role Reader { members "Internal Users" grants READ_RECORDS } }
--- before
user frank "frank@acme.com"
--- after
user gina "gina@acme.com"
`,
      `
1 gained, 1 lost
+ \`gina\` (new) gains \`READ_RECORDS\` in \`Desk\`
    now by role \`Reader\` through \`Internal Users\`, the default policy through \`Internal Users\`
- \`frank\` (gone) loses \`READ_RECORDS\` in \`Desk\`
    before by role \`Reader\` through \`Internal Users\`, the default policy through \`Internal Users\``,
    );
  });

  it('an object that is new is gained by those whom it lets in', () => {
    check(
      people +
        `
--- before
--- after
app Shop { field Total: number  role Seller { members Agents grants CREATE_RECORDS, READ_RECORDS }  policy Big { to bob when Total > 10 } }
`,
      `
2 gained
+ \`Agents\` (2 members) gain \`CREATE_RECORDS\` in \`Shop\` (new)
    now by role \`Seller\` through \`Agents\`
+ \`bob\` gains \`READ_RECORDS\` in \`Shop\` (new)
    when \`Total > 10\`
    for example \`bob\` in \`Shop\`, now: \`Total 11\`
    now by policy \`Big\`, role \`Seller\` through \`Agents\``,
    );
  });

  it('roles count as far as they are in force at the date', () => {
    check(
      people +
        `app Desk { field Status: text default policy }
--- before
app Desk { role Agent { members alice grants READ_RECORDS expires 2027-01-01 } role Old { members bob grants READ_RECORDS expires 2026-01-01 } }
--- after
app Desk { role Agent { members alice grants READ_RECORDS expires 2026-11-20 } role Old { members bob, carol grants READ_RECORDS expires 2026-02-01 } }
`,
      `
1 lost
- \`alice\` loses \`READ_RECORDS\` in \`Desk\`
    before by role \`Agent\``,
    );
  });

  it('an option more changes nothing that is said of the field', () => {
    check(
      people +
        `
--- before
app Desk { field Status: choice("New", "Open")  role Agent { members alice grants READ_RECORDS }  policy One { to alice when Status is not "New" } }
--- after
app Desk { field Status: choice("New", "Open", "Late")  role Agent { members alice grants READ_RECORDS }  policy One { to alice when Status is not "New" } }
`,
      `
nobody may do more or less`,
    );
  });

  it('a field of another type is another field', () => {
    check(
      people +
        `
--- before
app Desk { field Status: choice("New", "Open")  role Agent { members alice grants READ_RECORDS }  policy One { to alice when Status is "New" } }
--- after
app Desk { field Status: text  role Agent { members alice grants READ_RECORDS }  policy One { to alice when Status is "New" } }
`,
      `
1 changed
~ \`alice\` has \`READ_RECORDS\` in \`Desk\` for other records
    before: when \`Status is "New"\`
    now: when \`Status is "New"\`
    for example \`alice\` in \`Desk\`, now: \`Status "New"\``,
    );
  });

  it('what records give by a relation is said apart', () => {
    check(
      people +
        desk +
        `app Desk { policy Open { to Agents when Status is "Open" } }
--- before
--- after
app Desk { auto-share records on mention }
`,
      `
1 widened
> \`Agents\` (2 members) have \`READ_RECORDS\`, \`UPDATE_RECORDS\` in \`Desk\` for more records
    on records with a relation to them
    before: when \`Status is "Open" or shared with current user\`
    now: when \`Status is "Open" or shared with current user or mentions current user\`
    for example \`alice\` in \`Desk\`, now: \`Status "New" mentions alice\`
    now by shared on \`mention\``,
    );
  });

  it("a role that an assignment gives is everybody's", () => {
    check(
      people +
        `app Desk { field Status: text field Owner: user as assignee auto-share records on assign }
--- before
--- after
app Desk { role Owner { grants UPDATE_RECORDS auto-share on assign } }
`,
      `
2 gained
+ everyone gains \`UPDATE_RECORDS\` in \`Desk\`
    when \`Owner is current user\`
    for example \`alice\` in \`Desk\`, now: \`Owner alice\`
    now by role \`Owner\` by auto-share on \`assign\`
+ everyone gains \`UPDATE_RECORDS\` in \`Desk\`
    on records with a relation to them
    when \`Owner is current user or assigned to current user or assigned to a group of current user and shared with current user\`
    for example \`alice\` in \`Desk\`, now: \`Owner "someone in no group" assigned to alice shared with alice\`
    now by role \`Owner\` by auto-share on \`assign\``,
    );
  });

  it('of a condition on attributes that have changed, their values are said', () => {
    check(
      people +
        `app Desk { field Region: text role Agent { members alice, bob, carol grants READ_RECORDS } policy Mine { to alice, bob, carol, erin when Region is current user.Region } }
--- before
user erin "erin@acme.com" { Region "EU" }
app Desk { role Other { members erin grants READ_RECORDS } }
--- after
user erin "erin@acme.com" { Region "US" }
app Desk { role Other { members erin grants READ_RECORDS } }
`,
      `
1 changed
~ \`erin\` has \`READ_RECORDS\` in \`Desk\` for other records
    before: when \`Region is "EU"\`
    now: when \`Region is "US"\`
    for example \`erin\` in \`Desk\`, now: \`Region "US"\``,
    );
  });

  it('who is in a group changes what a condition on it opens to others', () => {
    check(
      people +
        `app Desk { field Assignee: user role Agent { members carol grants READ_RECORDS } policy Team { to carol when Assignee is in Ops } }
--- before
group Ops { members alice, bob }
--- after
group Ops { members bob }
`,
      `
1 narrowed
< \`carol\` has \`READ_RECORDS\` in \`Desk\` for fewer records
    before: when \`Assignee is in Ops\`
    now: when \`Assignee is in Ops\`
    for example \`carol\` in \`Desk\`, before: \`Assignee alice\`
    before by policy \`Team\` with the members of \`Ops\`
    now by policy \`Team\` with the members of \`Ops\``,
    );
  });

  it('an administrator gains everything everywhere', () => {
    check(
      people +
        desk +
        `app Desk { default policy }
app Shop { field Total: number }
--- before
--- after
managed role "Admin" { members carol }
`,
      `
2 gained
+ \`carol\` gains everything, by \`ADMIN\` in the organization
    now by role \`Admin\`
+ \`carol\` gains every permission of an object in \`Desk\`, \`Shop\`
    now by role \`Admin\` (\`ADMIN\`)`,
    );
  });

  it('service accounts: what they may do, and who may pick them', () => {
    check(
      people +
        desk +
        `
--- before
app Desk { policy Open { to Bot when Status is "Open" } service account Bot { roles Agent usable by alice } service account Old { roles Agent } }
--- after
app Desk { policy Open { to Bot when Status is "Open" } service account Bot { roles Agent inactive usable by alice } service account Old { roles Agent usable by Agents } }
`,
      `
1 gained, 2 lost
+ \`Agents\` (2 members) gain the use of \`Desk.Old\`
    now by \`usable by\`
- \`Desk.Bot\` loses \`READ_RECORDS\`, \`UPDATE_RECORDS\` in \`Desk\`
    before: when \`Status is "Open"\`
    for example \`Desk.Bot\` in \`Desk\`, before: \`Status "Open"\`
    before by role \`Agent\`, policy \`Open\`
- \`alice\` loses the use of \`Desk.Bot\`
    before by \`usable by\``,
    );
  });

  it('an invite policy is said in domains', () => {
    check(
      people +
        `role Inviter { members alice grants CREATE_ORGANIZATION_USERS } managed role "Admin" { members bob }
--- before
organization Acme { domains "acme.com" invites allowed-domains }
--- after
organization Acme { domains "acme.com", "acme.org" invites allowed-domains }
`,
      `
1 widened
> \`alice\` has the right to invite in the organization for more addresses
    before: when \`the address is of acme.com\`
    now: when \`the address is of acme.com, acme.org\``,
    );
  });

  it('what a broken policy opened is lost, and might be more', () => {
    check(
      people +
        desk +
        `
--- before
app Desk { policy Open { to Agents when Status is "Open" } }
--- after
app Desk { policy Open { to Agents when Status is "Opn" } }
`,
      `
1 lost, 1 not decided
- \`Agents\` (2 members) lose \`READ_RECORDS\`, \`UPDATE_RECORDS\` in \`Desk\`
    before: when \`Status is "Open"\`
    for example \`alice\` in \`Desk\`, before: \`Status "Open"\`
    before by policy \`Open\` through \`Agents\`
? not decided in \`Desk\`: after: a policy or share is broken and might allow more`,
    );
  });

  it('what is broken alike on both sides is no difference', () => {
    check(
      people +
        desk +
        `
--- before
app Desk { policy Open { to Agents when Status is "Opn" } }
--- after
app Desk { policy Open { to Agents when Status is "Opn" } }
`,
      `
nobody may do more or less`,
    );
  });

  it('of a user who is declared with an error nothing is said but that', () => {
    check(
      people +
        `app Desk { field Status: text default policy role Agent { members hugo grants READ_RECORDS } }
--- before
user hugo "hugo@acme.com"
--- after
user hugo "hugo"
`,
      `
2 not decided
? not decided in the organization: after: a declaration of the organization is broken and might allow more
? not decided: \`hugo\`: declared with an error`,
    );
  });

  it('places that change alike are one entry; where it is for other records, another', () => {
    check(
      people +
        `
app A { field Status: text default policy } app B { field Status: text default policy }
app C { field Status: text policy Few { to "Internal Users" when Status is "x" } } app D { field Status: text }
--- before
role Reader { members carol grants READ_RECORDS }
--- after
role Reader { members carol, dana, Agents grants READ_RECORDS }
`,
      `
3 gained
+ \`Agents\` (2 members), \`dana\` gain \`READ_RECORDS\` in the organization
    now by role \`Reader\`
+ members of \`Agents\` (2) gain \`READ_RECORDS\` in \`A\`, \`B\`
    now by role \`Reader\` through \`Agents\`
+ members of \`Agents\` (2) gain \`READ_RECORDS\` in \`C\`
    when \`Status is "x"\`
    for example \`alice\` in \`C\`, now: \`Status "x"\`
    now by role \`Reader\` through \`Agents\``,
    );
  });

  it('the settings count', () => {
    check(
      people +
        desk +
        `managed role "Admin" { members carol }
--- before
--- file: writ.json
{ "semantics": { "adminSeesAllRecords": true } }
--- after
--- file: writ.json
{ "semantics": { "adminSeesAllRecords": false } }
`,
      `
1 lost
- \`carol\` loses \`edit on Attachments\`, \`admin on Conversations\`, \`edit on Relationships\`, \`CREATE_RECORD_SHARING\`, \`DELETE_RECORD_SHARING\`, \`READ_RECORDS\`, \`UPDATE_RECORDS\`, 2 more permissions in \`Desk\``,
    );
  });

  it('declared records count where the settings let them give a role of the whole object', () => {
    check(
      people +
        desk +
        `app Desk { role Watcher { grants CREATE_RECORDS auto-share on watch } }
--- before
--- file: writ.json
{ "semantics": { "autoShareReach": "object" } }
--- after
record it in Desk { watched by carol }
--- file: writ.json
{ "semantics": { "autoShareReach": "object" } }
`,
      `
1 gained
+ \`carol\` gains \`CREATE_RECORDS\` in \`Desk\`
    now by role \`Watcher\``,
    );
  });

  it('what cannot be weighed is said to be unknown', () => {
    check(
      people +
        `app Desk { ${holes} role Agent { members alice grants READ_RECORDS } }
--- before
app Desk { policy One { to alice when A > 1 } }
--- after
app Desk { policy One { to alice when ${pigeons} } }
`,
      `
1 not decided
? not decided in \`Desk\`: \`alice\`: \`READ_RECORDS\` the conditions are more than can be weighed`,
    );
  });

  it('a field has another name where the conditions say the same of it', () => {
    check(
      people +
        desk +
        `
--- before
app Desk { field State: choice("a", "b") field Owner: user as assignee auto-share records on assign policy Open { to Agents when State is "a" and Status is "Open" } policy Two { to carol when State is not "a" } }
--- after
app Desk { field Stage: choice("a", "b") field Holder: user as assignee auto-share records on assign policy Open { to Agents when Stage is "a" and Status is "Open" } policy Two { to carol, dana when Stage is not "a" } role R { members dana grants READ_RECORDS } }
`,
      `
1 gained
= field \`Desk.Owner\` is now \`Desk.Holder\`
= field \`Desk.State\` is now \`Desk.Stage\`
+ \`dana\` gains \`READ_RECORDS\` in \`Desk\`
    when \`Stage is not "a" or Holder is current user\`
    for example \`dana\` in \`Desk\`, now: \`Stage "b"\`
    now by role \`R\`, policy \`Two\``,
    );
  });

  it('many who change alike are one entry, but for those who had it in some place', () => {
    const names = Array.from({ length: 25 }, (_, i) => `u${i}`);
    const text = [
      ...names.map((name) => `user ${name} "${name}@acme.com"`),
      `group Big { members ${names.join(', ')} }`,
      ...Array.from(
        { length: 6 },
        (_, i) => `app A${i} { field F: text default policy role R { members u${i}, u20 grants READ_RECORDS } }`,
      ),
      'app B { field F: text default policy }',
      '--- before',
      '--- after',
      'role Reader { members Big grants READ_RECORDS }',
    ].join('\n');
    check(
      text,
      `
3 gained
+ \`Big\` (25 members) gain \`READ_RECORDS\` in the organization
    now by role \`Reader\` through \`Big\`
+ members of \`Big\` (24, not \`u20\`) gain \`READ_RECORDS\` in every object
    but not \`u0\` in \`A0\`, \`u1\` in \`A1\`, \`u2\` in \`A2\`, \`u3\` in \`A3\`, \`u4\` in \`A4\` and 1 more
    now by role \`Reader\` through \`Big\`
+ \`u20\` gains \`READ_RECORDS\` in \`B\`
    now by role \`Reader\` through \`Big\``,
    );
    const [entry] = compare(text).entries.filter(({ except }) => except.length > 0);
    assert.deepEqual(
      entry?.except,
      names.slice(0, 6).map((principal, i) => ({ principal, places: [`A${i}`] })),
    );
  });

  it('what differs from place to place by sight alone is one entry', () => {
    check(
      `${people}
app A { field F: text field Owner: user as assignee policy P { to "Internal Users" when F is "a" } }
app B { field F: text field Owner: user as assignee policy P { to "Internal Users" when F is "b" } }
app C { field F: text field Owner: user as assignee }
--- before
--- after
role Reader { members Agents grants READ_RECORDS }
role Owner { grants UPDATE_RECORDS auto-share on assign }
`,
      `
5 gained
+ \`Agents\` (2 members) gain \`READ_RECORDS\` in the organization
    now by role \`Reader\` through \`Agents\`
+ members of \`Agents\` (2) gain \`READ_RECORDS\` in \`A\`, \`B\`
    for the records in sight, which differ
    for example \`alice\` in \`A\`, now: \`F "a"\`
    now by role \`Reader\` through \`Agents\`
+ \`"Internal Users"\` (3 members) gain \`UPDATE_RECORDS\` in \`A\`, \`B\`
    for the records in sight, which differ
    when \`Owner is current user\`
    for example \`alice\` in \`A\`, now: \`Owner alice F "a"\`
    now by role \`Owner\` by auto-share on \`assign\`
+ everyone gains \`UPDATE_RECORDS\` in \`A\`, \`B\`, \`C\`
    on records with a relation to them
    for the records in sight, which differ
    when \`Owner is current user or assigned to current user or assigned to a group of current user\`
    for example \`alice\` in \`A\`, now: \`Owner "someone in no group" F "a" assigned to alice\`
    now by role \`Owner\` by auto-share on \`assign\`
+ \`Agents\` (2 members) gain \`READ_RECORDS\` in \`A\`, \`B\`, \`C\`
    on records with a relation to them
    for the records in sight, which differ
    for example \`alice\` in \`A\`, now: \`F "other" shared with alice\`
    now by role \`Reader\` through \`Agents\``,
    );
  });

  it('Markdown shows what users wrote and nothing else', () => {
    const result = compare(`
user "[x](http://evil.example) <b>*\`" "alice@acme.com"
app "a|b" { field Status: text default policy }
--- before
--- after
app "a|b" { role R { members "[x](http://evil.example) <b>*\`" grants READ_RECORDS } }
`);
    assert.equal(
      differenceToMarkdown(result),
      [
        '**1 gained**',
        '',
        '- ``"[x](http://evil.example) <b>*`"`` gains `READ_RECORDS` in `"a|b"`',
        '  - now by role `R`',
      ].join('\n'),
    );
  });

  it('counts the entries of each kind', () => {
    const { summary } = compare(`${people}${desk}
app Desk { default policy }
--- before
app Desk { role More { members carol grants READ_RECORDS } }
--- after
app Desk { role More { members dana grants CREATE_RECORDS } }
`);
    assert.deepEqual(summary, { gained: 1, lost: 1, widened: 0, narrowed: 0, changed: 0, unknown: 0 });
  });
});
