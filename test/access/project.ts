// An organization in which everything that decides is met once, for questions about it.

export const project = `organization { domains "x.com" invites allowed-domains }
user ann "a@x.com" { Region "EU" }
user bob "b@x.com"
user cat "c@y.com" { external }
user zed "z@x.com" { inactive }
group Team { members ann }
group Crew { members ann, bob, zed }
group Others { domain "y.com" }
managed role "Admin" { members bob }
role Host { members Team grants CREATE_ORGANIZATION_USERS expires 2026-12-31 }
role Past { members Team grants READ_ROLES expires 2026-11-20 }
app Desk {
  field Status: choice("New", "Open")
  field Region: text
  field Total: number
  field Due: date
  field Sent: datetime
  field Paid: boolean
  field Tags: choices("a", "b")
  field Owner: user as assignee
  field Line: group as assignee
  role Agent { members Team, cat grants READ_RECORDS }
  role Follower { grants UPDATE_RECORDS, READ_RECORDS auto-share on watch }
  role Doer { grants DELETE_RECORDS auto-share on assign }
  policy Local { to Team when Status is "Open" and (Region is current user.Region or not (Owner is not empty)) }
  policy Seen { to Crew, Others when Total > 3 }
  policy Own { to Bot when Owner is current user }
  auto-share records on watch, group-assign
  service account Bot { roles Agent, organization.Host usable by Team }
  service account Idle { roles Agent inactive usable by ann, Crew }
}
app Shop { role Clerk { members Crew grants CREATE_RECORDS, READ_MESSAGES } default policy }
record r in Desk { Status "New" Owner bob Total 5 watched by ann, Others shared with Crew }
record s in Desk { Owner empty Line Team Total 1 assigned to bob, Team, Bot }
`;
